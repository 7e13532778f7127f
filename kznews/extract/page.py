"""One page, read: the values of an article's fields, or a named refusal. Pure: bytes in, values out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from kznews.extract import damaged, jsonld, pagekind
from kznews.extract.agency import split_agency
from kznews.extract.around import Around, article_box
from kznews.extract.authors import find_authors, without_site, written_out
from kznews.extract.beside_date import texts_beside
from kznews.extract.blocks import Blocks
from kznews.extract.body import read_body
from kznews.extract.chips import tags_behind
from kznews.extract.clock import clock_of_layout, page_clock
from kznews.extract.container import doubted_text, find_container
from kznews.extract.counters import counters_beside, read_count
from kznews.extract.dateline import find_published, with_hour_at_headline
from kznews.extract.facts import facts_beside
from kznews.extract.faults import MIN_TEXT, Shown, fault_of
from kznews.extract.folding import Folding
from kznews.extract.furniture import furniture_of
from kznews.extract.headline_place import Placed, placed, surest
from kznews.extract.images import find_image
from kznews.extract.layouts import choose_layout
from kznews.extract.links import article_id
from kznews.extract.machine_dates import modified_at, of_state
from kznews.extract.mending import mended
from kznews.extract.names import is_name, is_shortened
from kznews.extract.phrases import key
from kznews.extract.published import Moment, Places
from kznews.extract.rates import read_rates
from kznews.extract.section import find_section
from kznews.extract.selecting import spaced_text
from kznews.extract.state import Stated, stated_article
from kznews.extract.strips import divided
from kznews.extract.tags import announced_tags, find_tags
from kznews.extract.title import find_title
from kznews.extract.title_claims import claimed_titles
from kznews.extract.trimming import trimmed
from kznews.extract.unlabelled import portrayed, reporter_beside, signed_behind
from kznews.extract.weather import read_weather
from kznews.extract.zones import Zone
from kznews.kazakh.text import Paragraphs, paragraphs
from kznews.outcomes import Reason, Refused
from kznews.portal import GENERAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document
    from kznews.extract.found import Found
    from kznews.extract.furniture import Furniture
    from kznews.extract.published import Published
    from kznews.items import ExchangeRate, Weather
    from kznews.portal import Portal

MAX_OPENING, WHOLE = 1000, 3
"""Letters of an opening that stands for an article; the text that the structured data state is so many times as long."""
MAX_BLOCKS = 8_000
"""Pieces of text on a page: 200 kB of cards have 1,200. So many paragraphs of an article are judged in a second."""
BEHIND = 6
"""Blocks right behind the text in which it may be signed and its tags may stand, outside the article's box as well."""


@dataclass(slots=True)
class Reading:
    """What was read from a page."""

    values: dict[str, Any] = field(default_factory=dict)
    """Article field -> raw value, for the loader to clean."""
    rates: list[ExchangeRate] = field(default_factory=list)
    weather: list[Weather] = field(default_factory=list)
    refusal: tuple[Reason, str] | None = None
    """Why the page gives no article, if it gives none; rates and weather are read all the same."""

    @property
    def observations(self) -> tuple[ExchangeRate | Weather, ...]:
        """Rates and temperatures that the page shows."""
        return (*self.rates, *self.weather)


def read_page(
    document: Document,
    portal: Portal,
    fetched_at: datetime,
    *,
    headers: Mapping[str, str] | None = None,
    layouts: bool = True,
    evidence: Found | None = None,
) -> Reading:
    """Read a page of `portal` that was fetched at `fetched_at` (aware); `layouts` off leaves all to general strategies.

    `evidence` is what the source that named the page says of it.

    Raises Refused for bytes that cannot be parsed safely; what is no article has `refusal` set.
    """
    furniture = furniture_of(portal.layouts if layouts else ())

    def reading_of(seen: Document, *, cut: bool, untitled: bool = False) -> Reading:
        page = _Page(seen, portal, fetched_at, evidence, furniture, layouts=layouts, cut=cut, untitled=untitled)
        reading = Reading(rates=page.rates(), weather=page.weather())
        text = " ".join((page.body.lead, *page.body.paragraphs))
        reading.refusal = pagekind.refusal(page.document, text, headers or {})
        if cut and reading.refusal is not None:  # which may count links
            raise _WholeNeededError
        reading.refusal = reading.refusal or page.fault(text)
        reading.values = page.values(reading)
        return reading

    untitled, short = False, trimmed(document, furniture)
    if (whole := mended(document, short)) is not None:
        document, short = whole, None
    if short is not None:
        try:
            reading = reading_of(short, cut=True)
        except _WholeNeededError as needed:
            untitled = needed.untitled
        else:
            document.sight = short.sight or short.index
            return reading
    return reading_of(document, cut=False, untitled=untitled)


class _WholeNeededError(Exception):
    """What was cut from the page has to be asked as well."""

    def __init__(self, *, untitled: bool = False) -> None:
        """Say whether that is so because nothing else on the page is surely its headline."""
        self.untitled = untitled


class _Page:
    """The steps of reading one page, in the order in which they need each other."""

    def __init__(
        self,
        document: Document,
        portal: Portal,
        fetched_at: datetime,
        evidence: Found | None,
        furniture: Furniture,
        *,
        layouts: bool,
        cut: bool,
        untitled: bool,
    ) -> None:
        """Take a page, from which furniture may be `cut`; outside all furniture no headline was found if it is `untitled`."""
        self.whole, self.portal, self._cut = document, portal, cut
        self._state: Stated | None = None
        folds = Folding(document, furniture)
        self._choose(folds, layouts=layouts, untitled=untitled)
        layout, document = self.layout, self.document
        self.moment = Moment(
            now=fetched_at.astimezone(portal.zone),
            zone=portal.timezone,
            earliest=datetime.combine(portal.alive_since, time.min, portal.zone),
            url=document.address,
            evidence=evidence,
        )
        containers = document.index.select(layout.body)[:1]
        self._kept: Iterable[HtmlElement] = containers
        self._no_links: frozenset[HtmlElement] = frozenset()
        self._read_blocks(folds)
        headline = Placed(self.title, self.title_element, self.title_at)
        self._place(surest(headline, self.document, self.blocks, portal.title))
        if not containers:
            containers = self._found_container(folds)
        lead = document.index.first(layout.lead)
        self.body = read_body(self.blocks, containers, self.title, self.title_at, lead)
        if self.blocks.folded and self._reads_row(folds.probes):
            self._read_blocks()
            containers = document.index.select(layout.body)[:1] or self._found_container(None)
            self.body = read_body(self.blocks, containers, self.title, self.title_at, lead)
        self._fill_body()
        box = article_box(self.body.container, self.title_element)
        span = self.blocks.spans.get(box, (0, 0)) if box is not None else (0, 0)
        text = self._text()
        self._believe_no_footer(min(text, default=0))
        self.places = Places(self.blocks.all, self.title, self.title_at, text, span)
        self.around = Around(self.blocks, self.title_element, self.body.container, self.places)
        self.facts = facts_beside(self.blocks.all) if document.index.tagged("dl") else []
        self.published = find_published(document, self.places, self.moment, layout.published)
        if self.published is None and self.facts:
            self.published = self._published_in_facts()
        if self.published is None or self.published.basis == "url":
            self.published = of_state(self._stated().published, self.moment) or self.published
        if self.published is not None:
            self.published = with_hour_at_headline(self.published, self.places, self.moment)

    def _choose(self, folds: Folding, *, layouts: bool, untitled: bool) -> None:
        """Choose layout and headline among what stands outside folded furniture; among all, where that shows no sure headline.

        Nine in ten elements of a page stand in such furniture, and asking for one costs as much as parsing it.
        """
        near = folds.in_sight(self.whole.tree)
        part = self.whole.of(near) if near is not None else None
        if part is not None and layouts:
            self.whole.sight = part.index
        for document in (self.whole,) if part is None or untitled else (part, self.whole):
            self.document = document
            self.layout = choose_layout(document, self.portal) if layouts else GENERAL
            headline = find_title(document, self.layout.title)
            self.title, self.title_element = headline.text, headline.element
            if headline.sure:
                return
            self._need_whole(untitled=True)

    def _need_whole(self, *, untitled: bool = False) -> None:
        """Give up a page from which something was cut; raises _WholeNeededError."""
        if self._cut:
            raise _WholeNeededError(untitled=untitled)

    def _published_in_facts(self) -> Published | None:
        """Return the date among the facts beside the article, read as if they stood over a text of their own."""
        count = len(self.facts)
        found = find_published(self.document, Places(self.facts, "", -1, frozenset((count,)), (0, count)), self.moment, "")
        return None if found is None else replace(found, block=None)  # that is none of the page's

    def _reads_row(self, probes: set[HtmlElement]) -> bool:
        """Return whether any text stands in the beginning of a row of which the rest was not entered."""
        if not probes:
            return False
        holders = {holder for block in self.body.kept for holder in (block.element, *block.element.iterancestors())}
        return not probes.isdisjoint(holders)

    def _believe_no_footer(self, first: int) -> None:
        """Take what calls itself a footer between headline and the `first` block of text for what is said of the article."""
        for block in self.blocks.all[self.title_at + 1 : first] if self.title_at >= 0 else ():  # TYPO3 writes so
            if block.zone is Zone.FOOTER and next(block.element.iterancestors("figure"), None) is None:
                block.zone = Zone.META

    def _fill_body(self) -> None:
        """Take the text of the structured data where the page shows none or its beginning: scripts or a wall keep the rest."""
        shown = len(self.body.lead) + sum(map(len, self.body.paragraphs))
        if shown < MAX_OPENING:
            stated = jsonld.paragraphs(self.document.article)
            if sum(map(len, stated)) >= max(MIN_TEXT, WHOLE * shown):
                self.body.paragraphs = paragraphs(stated)
                self.body.lead = "" if key(self.body.lead) in key(stated[0]) else self.body.lead
            elif shown < MIN_TEXT and self._stated().paragraphs:
                self.body.lead, self.body.paragraphs = self._stated().lead, paragraphs(self._stated().paragraphs)

    def _stated(self) -> Stated:
        """Return what the page's state says of the article: asked where the page itself leaves something open."""
        if self._state is None:
            self._state = stated_article(self.document.source.decode("utf-8", "replace"), self._any_title()) or Stated()
        return self._state

    def _any_title(self) -> str:
        """Return the headline, or what the head says it is where the page shows none."""
        return self.title or next(iter(self._claims), "")

    @cached_property
    def _claims(self) -> list[str]:
        """What the head says the title is, most exact first."""
        return claimed_titles(self.document)

    def _in_state(self) -> Stated:
        """Return what the page's state says where that was asked; it is not asked for a section or an author alone."""
        return self._state or Stated()

    def _read_blocks(self, folds: Folding | None = None) -> None:
        """Walk the page and find the headline in it; `folds` tells which furniture is not entered."""
        if folds is None:
            self._need_whole()
            self.document = self.whole
        self.blocks = self._walk(folds)
        self._place(placed(self.title, self.title_element, self.blocks))

    def _place(self, headline: Placed) -> None:
        self.title, self.title_element, self.title_at = headline
        self.blocks.headline = self.blocks.all[headline.at] if headline.at >= 0 else None

    def _walk(self, folds: Folding | None) -> Blocks:
        keep = [*self._kept] + ([self.title_element] if self.title_element is not None else [])
        drop = frozenset(self.document.index.select(self.layout.drop))
        hidden = (self.whole if folds is None else self.document).index.hidden
        blocks = Blocks(self.document.tree, keep=frozenset(keep), drop=drop, hidden=hidden, no_links=self._no_links, folds=folds)
        blocks.folded |= self._cut
        if blocks.too_deep:
            raise Refused(Reason.TOO_COMPLEX, "text nested deeper than a parser keeps")
        if len(blocks.all) > MAX_BLOCKS:
            raise Refused(Reason.TOO_COMPLEX, f"more than {MAX_BLOCKS} pieces of text")
        return blocks

    def _found_container(self, folds: Folding | None) -> list[HtmlElement]:
        """Return the box of the text that structure and density tell, and parts of the text behind it.

        All furniture is entered to find one.
        """
        if links := damaged.links_over_text(self.blocks) | damaged.unclosed_links(self.document, self.blocks):
            self._no_links = links
            self._read_blocks(folds if self.blocks.folded else None)
        if doubted := doubted_text(self.blocks, self.title_at) or damaged.texts_in_unclosed(self.document, self.blocks):
            self._kept = doubted
            self._read_blocks(folds if self.blocks.folded else None)
        found = find_container(self.blocks, self.title_at, self.title_element)
        if found is None and self.blocks.folded:
            self._read_blocks()
            return self._found_container(None)
        if found is None and not self._kept and (inside := damaged.paragraphs_in_buttons(self.document)):
            self._kept = inside
            self._read_blocks()
            found = find_container(self.blocks, self.title_at, self.title_element)
        if found is not None:
            found = self._mended(found, folds)
        return [] if found is None else [found, *damaged.parts_behind(found, self.blocks)]

    def _mended(self, box: HtmlElement, folds: Folding | None) -> HtmlElement:
        """Return the box of the text once that is read as text which is none in it by a missing tag alone."""
        lone = damaged.lone_paragraphs(box) - self._no_links
        lost = (damaged.text_in_open_boxes(box) | damaged.texts_in_slots(box, self.blocks)).difference(self._kept)
        if not lone and not lost:
            return box
        self._no_links |= lone
        self._kept = frozenset((*self._kept, *lone, *lost))
        self._read_blocks(folds if self.blocks.folded else None)
        found = find_container(self.blocks, self.title_at, self.title_element)
        return box if found is None else found

    def _text(self) -> frozenset[int]:
        """Return the indices of the blocks whose text became lead or body."""
        inside = set(self.body.kept)
        return frozenset(at for at, block in enumerate(self.blocks.all) if block in inside)

    @cached_property
    def _furniture(self) -> list[Block]:
        """Return the blocks outside the article, and the widgets that stand in the box of its text."""
        inside = set(self.body.blocks)
        return list(divided(block for block in self.blocks.all if block not in inside or block.zone is Zone.HEADER))

    def rates(self) -> list[ExchangeRate]:
        return read_rates(self.document, self._furniture, self.layout.rates)

    def weather(self) -> list[Weather]:
        return read_weather(self.document, self._furniture, self.layout.weather)

    def fault(self, text: str) -> tuple[Reason, str] | None:
        """Return what keeps the page from being an article."""
        place = self.title, self.title_element, self.title_at
        found = *place, self.published, sorted(self.places.text), self._unfolded, self._claims
        shown = Shown(self.document, self.portal, self.blocks, *found)
        return fault_of(shown, text)

    def _unfolded(self) -> list[Block]:
        self._need_whole()
        return self._walk(None).all

    def values(self, reading: Reading) -> dict[str, Any]:
        """Return the raw value of every field that the page gives."""
        document, layout, published = self.document, self.layout, self.published
        dated = published.block if published else None
        near = [*self.around.near(dated), *self.facts]
        behind = self.blocks.all[max(self.places.text, default=-1) + 1 :][:BEHIND]
        rest = texts_beside(self.published)
        views, comments = counters_beside([*near, *self.around.comment_heads()], dated, rest, self.blocks)
        if (counter := document.index.first(layout.views)) is not None:
            views = read_count(spaced_text(counter))
        agency, opening = split_agency(self.body.paragraphs[0]) if self.body.paragraphs else ("", "")
        agency_of_lead, lead = split_agency(self.body.lead)
        above = self.around.above()
        authors = self._authors(near, rest, above, behind)
        rest = [said for said in rest if said not in authors]
        section = find_section(document, near, rest, above, self.title_element, layout.section)
        return {
            "portal": self.portal.name,
            "article_id": article_id(document.address, self.portal) or unquote(urlsplit(document.address).path).strip("/") or "/",
            "url": document.address,
            "title": self.title,
            "lead": lead,
            "body": Paragraphs([opening, *self.body.paragraphs[1:]]) if opening else [""],
            "dateline": agency_of_lead or agency,
            "section": section or self._in_state().section,
            "authors": authors or list(filter(is_name, self._in_state().authors)),
            "tags": find_tags(document, layout.tags, self.title_element) or announced_tags([*near, *behind]) or self._chips(),
            "image_url": find_image(document, self.around.picture_boxes(), self.around.above_text()),
            "source_name": self.body.source_name,
            "published_at": published.value if published else None,
            "published_raw": published.raw if published else None,
            "published_precision": published.precision if published else None,
            "published_basis": published.basis if published else None,
            "modified_at": modified_at(document, self.moment, published),
            "views": self._in_state().views if views is None else views,
            "comments": self._in_state().comments if comments is None else comments,
            "weather": reading.weather[:1],
            "exchange_rates": reading.rates,
            "page_clock_raw": self._clock(),
            "layout": layout.name,
        }

    def _authors(self, near: list[Block], rest: list[str], above: list[Block], behind: list[Block]) -> list[str]:
        """Return who signs the text, as the page has the name elsewhere, else whom the page tells of as the author."""
        signed = without_site(self.body.authors, self.document)
        if signed and not any(map(is_shortened, signed)):
            return signed
        opening, below = self.around.behind_opening(), self.around.below(int(bool(self.body.lead)))
        shown = [] if self.layout.author or signed else portrayed(above)
        shown = shown or find_authors(self.document, near, rest, self.layout.author, opening, below)
        if signed:
            return [written_out(name, shown) for name in signed]
        return shown or signed_behind(behind[:2]) or self.body.told_of or reporter_beside(self.blocks.all)

    def _chips(self) -> list[str]:
        """Return the tags in a row behind the last paragraph."""
        at = max(self.places.text, default=None)
        return [] if at is None else tags_behind(self.blocks.all[at].element, self.document.address)

    def _clock(self) -> str | None:
        if self.layout.clock:
            return clock_of_layout(self.document, self.layout.clock)
        return page_clock(self.places, self.published, self.moment)

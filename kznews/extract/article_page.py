"""The steps of reading one page, in the order in which they need each other: what the fields of an article are taken from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import damaged, jsonld
from kznews.extract.around import Around, article_box, foot_of_article
from kznews.extract.blocks import Blocks
from kznews.extract.body.container import doubted_text, find_container
from kznews.extract.body.page_parts import parts_in_page
from kznews.extract.body.read import boxes_behind, read_body
from kznews.extract.body.stated_lead import is_stated, stated_lead, stated_opening
from kznews.extract.dates.dateline import find_published
from kznews.extract.dates.hours import with_hour_at_headline
from kznews.extract.dates.machine import of_state
from kznews.extract.dates.published import Moment, Places
from kznews.extract.facts import facts_beside
from kznews.extract.folding import Folding
from kznews.extract.headline.claims import claimed_titles, is_placeholder
from kznews.extract.headline.place import Placed, over_dateline, placed, right_over_text, surest
from kznews.extract.headline.title import find_title
from kznews.extract.kinds.faults import fault_of
from kznews.extract.kinds.shown import MIN_TEXT, Shown
from kznews.extract.layouts import choose_layout
from kznews.extract.lazy import lazy
from kznews.extract.phrases import key
from kznews.extract.rates.read import read_rates
from kznews.extract.state import Stated, stated_article
from kznews.extract.strips import divided
from kznews.extract.toggles import read_on
from kznews.extract.weather.read import read_weather
from kznews.extract.zones import Zone
from kznews.kazakh.text import one_line, paragraphs
from kznews.outcomes import Reason, Refused
from kznews.portal import GENERAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.dates.published import Published
    from kznews.extract.document import Document
    from kznews.extract.furniture import Furniture
    from kznews.extract.sources.found import Found
    from kznews.items import ExchangeRate, Weather
    from kznews.portal import Portal

MAX_OPENING, WHOLE = 1000, 3
"""Letters of an opening that stands for an article; the text that the structured data state is so many times as long."""
MAX_BLOCKS = 8_000
"""Pieces of text on a page: 200 kB of cards have 1,200. So many paragraphs of an article are judged in a second."""


class WholeNeededError(Exception):
    """What was cut from the page has to be asked as well."""

    def __init__(self, *, untitled: bool = False) -> None:
        """Say whether that is so because nothing else on the page is surely its headline."""
        self.untitled = untitled


class ArticlePage:
    """A page with all that the fields of its article are taken from: layout, headline, blocks, text, places and date."""

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
        self.moment = Moment(
            now=fetched_at.astimezone(portal.zone),
            zone=portal.timezone,
            earliest=datetime.combine(portal.alive_since, time.min, portal.zone),
            url=self.document.address,
            evidence=evidence,
        )
        self._read_text(folds)
        self._place_article()
        self.published = self._find_published()

    def _read_text(self, folds: Folding) -> None:
        """Find the headline's place and the text: in the box that the layout names, else in the one that structure tells."""
        document, layout = self.document, self.layout
        containers = document.index.select(layout.body)[:1]
        self._kept: Iterable[HtmlElement] = containers
        self._no_links: frozenset[HtmlElement] = frozenset()
        self._read_blocks(folds)
        headline = Placed(self.title, self.title_element, self.title_at)
        self._place(surest(headline, document, self.blocks, self.portal.title))
        if not containers:
            containers = self._found_container(folds)
        lead = document.index.first(layout.lead)
        self.body = read_body(self.blocks, containers, self.title, self.title_at, lead, document.source)
        if self.blocks.folded and self._reads_row(folds.probes):
            self._read_blocks()
            containers = document.index.select(layout.body)[:1] or self._found_container(None)
            self.body = read_body(self.blocks, containers, self.title, self.title_at, lead, document.source)
        self._take_stated_lead()
        self._fill_body()
        if self.title_at < 0:
            first, named = min(self._text(), default=0), is_placeholder(self.title, document)
            over = over_dateline(self.blocks, first) if named else right_over_text(self.title, self.blocks, first)
            if over is not None:
                self._place(over)

    def _place_article(self) -> None:
        """Say where among the blocks headline, text and the box around both are, and what stands beside them."""
        box = article_box(self.body.container, self.title_element)
        span = self.blocks.spans.get(box, (0, 0)) if box is not None else (0, 0)
        text = self._text()
        self._believe_no_footer(min(text, default=0), max(text, default=-1))
        self.places = Places(self.blocks.all, self.title, self.title_at, text, span)
        self.around = Around(self.blocks, self.title_element, self.body.container, self.places)
        self.facts = facts_beside(self.blocks.all) if self.document.index.tagged("dl") else []

    def _find_published(self) -> Published | None:
        """Return the date that the page shows or states, else that of facts in a list, else that of its state."""
        published = find_published(self.document, self.places, self.moment, self.layout.published)
        if published is None and self.facts:
            published = self._published_in_facts()
        if published is None or published.basis == "url":
            published = of_state(self.stated().published, self.moment) or published
        return None if published is None else with_hour_at_headline(published, self.places, self.moment)

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
        """Give up a page from which something was cut; raises WholeNeededError."""
        if self._cut:
            raise WholeNeededError(untitled=untitled)

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

    def _believe_no_footer(self, first: int, last: int) -> None:
        """Take what calls itself a footer for what is said of the article: before the `first` block of text, under the `last`."""
        over = self.blocks.all[self.title_at + 1 : first] if self.title_at >= 0 else ()  # TYPO3 writes so
        feet = [it for it in over if it.zone is Zone.FOOTER and next(it.element.iterancestors("figure"), None) is None]
        for block in (*feet, *foot_of_article(self.blocks, last)):
            block.zone = Zone.META

    def _take_stated_lead(self) -> None:
        """Take for a lead what stands between headline and text as the page's head states it, where no other is found."""
        if self.body.lead or self.title_at < 0 or not self.body.paragraphs:
            return
        kept = set(self.body.kept)
        before = list(takewhile(lambda block: block not in kept, islice(self.blocks.all, self.title_at + 1, None)))
        lead = stated_lead(before, self.title, self.document) if len(before) < len(self.blocks.all) - self.title_at - 1 else None
        if lead is not None and key(lead.text) not in key(self.body.paragraphs[0]):
            self.body.lead = one_line(lead.text)
            self.body.kept.append(lead)
            return
        opening = stated_opening(self.body.kept, self.document)
        if opening is not None and one_line(opening.text) == self.body.paragraphs[0]:
            self.body.lead = self.body.paragraphs.pop(0)

    def _fill_body(self) -> None:
        """Take the text of the structured data where the page shows none or its beginning: scripts or a wall keep the rest."""
        shown = len(self.body.lead) + sum(map(len, self.body.paragraphs))
        if shown < MAX_OPENING:
            stated = jsonld.paragraphs(self.document.article)
            if sum(map(len, stated)) >= max(MIN_TEXT, WHOLE * shown):
                shown_first = (text for text in self.body.paragraphs[:1] if is_stated(text, self.document))
                opening = self.body.lead or next(shown_first, "")
                self.body.paragraphs = paragraphs(stated)
                self.body.lead = "" if key(opening) in key(stated[0]) else opening
            elif shown < MIN_TEXT and self.stated().paragraphs:
                self.body.lead, self.body.paragraphs = self.stated().lead, paragraphs(self.stated().paragraphs)

    def stated(self) -> Stated:
        """Return what the page's state says of the article: asked where the page itself leaves something open."""
        if self._state is None:
            self._state = stated_article(self.document.source, self._any_title()) or Stated()
        return self._state

    def _any_title(self) -> str:
        """Return the headline, or what the head says it is where the page shows none."""
        return self.title or next(iter(self._claims), "")

    @lazy
    def _claims(self) -> list[str]:
        """What the head says the title is, most exact first."""
        return claimed_titles(self.document)

    def in_state(self) -> Stated:
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
        hidden = hidden - later if (later := read_on(hidden)) else hidden
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
        if found is None:
            return []
        parts = parts_in_page(found, self.title_element, self.blocks, self.title_at)
        return parts or [found, *damaged.parts_behind(found, self.blocks)]

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

    @lazy
    def _furniture(self) -> list[Block]:
        """Return the blocks outside the article, and the widgets that stand in the box of its text."""
        inside = set(self.body.blocks) - set(boxes_behind(self.body))
        return list(divided(block for block in self.blocks.all if block not in inside or block.zone is Zone.HEADER))

    def rates(self) -> list[ExchangeRate]:
        """Return the rates that the page shows outside its article, in the order shown."""
        return read_rates(self.document, self._furniture, self.layout.rates)

    def weather(self) -> list[Weather]:
        """Return the temperatures that the page shows outside its article, each with its city."""
        return read_weather(self.document, self._furniture, self.layout.weather, self.moment.now.date())

    @lazy
    def shown(self) -> Shown:
        """What was found on the page."""
        place = self.title, self.title_element, self.title_at
        found = *place, self.published, sorted(self.places.text), self._unfolded, self._claims
        return Shown(self.document, self.portal, self.blocks, *found)

    def fault(self, text: str) -> tuple[Reason, str] | None:
        """Return what keeps the page from being an article."""
        return fault_of(self.shown, text)

    def _unfolded(self) -> list[Block]:
        self._need_whole()
        return self._walk(None).all

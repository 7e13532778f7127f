"""One page, read: the values of an article's fields, or a named refusal. Pure: bytes in, values out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from kznews.extract import furniture, pagekind
from kznews.extract.blocks import Blocks
from kznews.extract.body import find_container, read_body
from kznews.extract.dateline import MAX_DATELINE, Moment, find_published, modified_at, page_clock
from kznews.extract.links import article_id
from kznews.extract.selecting import first, select, spaced_text
from kznews.extract.title import find_title, is_placeholder
from kznews.extract.widgets import read_rates, read_weather
from kznews.outcomes import Reason, Refused
from kznews.portal import GENERAL, Layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document
    from kznews.items import ExchangeRate, Weather
    from kznews.portal import Portal

MIN_TEXT = 200
"""A page with less text than this is an article only if it also shows a date (reliability rule C5)."""
MIN_DATED_TEXT = 40
"""Lead and body of the shortest news seen: one sentence."""
BESIDE = 10
"""Blocks around the headline in which section, author and counters stand."""

_DATELINE = re.compile(
    r"^(?P<line>[\w\s,./«»-]{2,60}?(?:KAZINFORM|ҚазАқпарат|QazAqparat|Sputnik|BAQ\.KZ|قازاقپارات)[^—–-]{0,30}?)\s*[—–-]\s*(?=\S)",
)


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


def choose_layout(document: Document, portal: Portal) -> Layout:
    """Return the portal's first layout whose marker is on the page, else GENERAL."""
    return next((layout for layout in portal.layouts if first(document.tree, layout.marker) is not None), GENERAL)


def read_page(
    document: Document,
    portal: Portal,
    fetched_at: datetime,
    *,
    headers: Mapping[str, str] | None = None,
    layouts: bool = True,
) -> Reading:
    """Read a page of `portal` that was fetched at `fetched_at` (aware); `layouts` off leaves all to general strategies.

    Raises Refused for bytes that cannot be parsed safely; what is no article has `refusal` set.
    """
    layout = choose_layout(document, portal) if layouts else GENERAL
    page = _Page(document, portal, layout, fetched_at)
    reading = Reading(rates=page.rates(), weather=page.weather())
    text = " ".join((page.body.lead, *page.body.paragraphs))
    heads = " ".join((document.head_title, *(spaced_text(head) for head in select(document.tree, "h1, h2"))))
    reading.refusal = pagekind.refusal(document, heads, text, headers or {}) or page.fault(text)
    reading.values = page.values(reading)
    return reading


class _Page:
    """The steps of reading one page, in the order in which they need each other."""

    def __init__(self, document: Document, portal: Portal, layout: Layout, fetched_at: datetime) -> None:
        self.document, self.portal, self.layout = document, portal, layout
        self.moment = Moment(
            now=fetched_at.astimezone(portal.zone),
            zone=portal.timezone,
            earliest=datetime.combine(portal.alive_since, time.min, portal.zone),
            url=document.address,
        )
        self.title, self.title_element = find_title(document, layout.title)
        containers = select(document.tree, layout.body)[:1]
        self.blocks = self._walk(containers)
        if self.blocks.too_deep:
            raise Refused(Reason.TOO_COMPLEX, "text nested deeper than a parser keeps")
        self.title_at = self._title_at()
        if not containers and (found := find_container(self.blocks, self.title_at)) is not None:
            containers = [found]
        lead = first(document.tree, layout.lead)
        self.body = read_body(self.blocks, containers, self.title, self.title_at, lead)
        self.published = find_published(document, self._outside_text(), self._shifted_title(), self.moment, layout.published)

    def _walk(self, containers: list[HtmlElement]) -> Blocks:
        keep = [*containers] + ([self.title_element] if self.title_element is not None else [])
        drop = frozenset(select(self.document.tree, self.layout.drop))
        return Blocks(self.document.tree, keep=frozenset(keep), drop=drop)

    def _title_at(self) -> int:
        """Return the index of the block that shows the headline, or -1."""
        if self.title_element is None:
            return -1
        holders = (self.title_element, *self.title_element.iterancestors())
        for holder in holders:
            start, end = self.blocks.spans.get(holder, (0, 0))
            if end > start:
                return next((at for at in range(start, end) if self.blocks.all[at].text[:20] in self.title), start)
        return -1

    def _text_blocks(self) -> set[int]:
        """Return the identities of the blocks whose text became lead or body."""
        said = {self.body.lead, *self.body.paragraphs}
        return {id(block) for block in self.body.blocks if block.text in said or len(block.text) > MAX_DATELINE}

    def _outside_text(self) -> list[Block]:
        taken = self._text_blocks()
        return [block for block in self.blocks.all if id(block) not in taken]

    def _shifted_title(self) -> int:
        if self.title_at < 0:
            return -1
        block = self.blocks.all[self.title_at]
        return next((at for at, other in enumerate(self._outside_text()) if other is block), -1)

    def _near(self) -> list[Block]:
        """Return the blocks around the headline and right after the text, which hold section, author and counters."""
        outside = self._outside_text()
        at = max(self._shifted_title(), 0)
        around = outside[max(0, at - BESIDE) : at] + outside[at + 1 : at + BESIDE + 1]
        dated = [self.published.block] if self.published and self.published.block else []
        return [*dated, *(block for block in around if block not in dated)]

    def _furniture(self) -> list[Block]:
        inside = {id(block) for block in self.body.blocks}
        return [block for block in self.blocks.all if id(block) not in inside]

    def rates(self) -> list[ExchangeRate]:
        return read_rates(self.document, self._furniture(), self.layout.rates)

    def weather(self) -> list[Weather]:
        return read_weather(self.document, self._furniture(), self.layout.weather)

    def fault(self, text: str) -> tuple[Reason, str] | None:
        """Return what keeps the page from being an article: no text at all, no headline, too little text."""
        if not self.blocks.all:
            return Reason.EMPTY, "the page shows no text"
        if not self.title or is_placeholder(self.title, self.document):
            return Reason.NO_TITLE, "no headline"
        enough = MIN_DATED_TEXT if self.published else MIN_TEXT
        if len(text.strip()) < enough:
            return Reason.NO_BODY, f"{len(text.strip())} characters of text"
        return None

    def values(self, reading: Reading) -> dict[str, Any]:
        """Return the raw value of every field that the page gives."""
        document, layout, near = self.document, self.layout, self._near()
        rest = self._rest_of_dateline()
        views, comments = furniture.find_counters(near)
        paragraphs, agency = self._without_agency()
        published = self.published
        return {
            "portal": self.portal.name,
            "article_id": article_id(document.address, self.portal) or unquote(urlsplit(document.address).path).strip("/") or "/",
            "url": document.address,
            "title": self.title,
            "lead": self.body.lead,
            "body": paragraphs,
            "dateline": agency,
            "section": furniture.find_section(document, near, rest, layout.section),
            "authors": self.body.authors or furniture.find_authors(document, near, layout.author),
            "tags": furniture.find_tags(document, layout.tags),
            "image_url": furniture.find_image(document, self.body.container),
            "source_name": self.body.source_name,
            "published_at": published.value if published else None,
            "published_raw": published.raw if published else None,
            "published_precision": published.precision if published else None,
            "published_basis": published.basis if published else None,
            "modified_at": modified_at(document, self.moment),
            "views": views,
            "comments": comments,
            "weather": reading.weather[:1],
            "exchange_rates": reading.rates,
            "page_clock_raw": self._clock(),
            "layout": layout.name,
        }

    def _without_agency(self) -> tuple[list[str], str]:
        """Return the paragraphs and the agency's dateline ("АСТАНА. KAZINFORM") that opened the first."""
        paragraphs = list(self.body.paragraphs)
        match = _DATELINE.match(paragraphs[0]) if paragraphs else None
        if not match:
            return paragraphs, ""
        paragraphs[0] = paragraphs[0][match.end() :]
        return paragraphs, match["line"].strip(" .,")

    def _rest_of_dateline(self) -> str:
        block = self.published.block if self.published else None
        return block.spaced.replace(self.published.raw, "|") if block and self.published else ""

    def _clock(self) -> str | None:
        if self.layout.clock:
            return " ".join(spaced_text(part) for part in self._first_clock()) or None
        block = self.published.block if self.published else None
        return page_clock(self._outside_text(), self._shifted_title(), block)

    def _first_clock(self) -> list[HtmlElement]:
        """Return the parts of the first clock: every match inside the first match's parent's box, copies left out."""
        found = select(self.document.tree, self.layout.clock)
        unique: dict[str, HtmlElement] = {}
        for element in found:
            unique.setdefault(str(element.get("class")) + str(element.tag), element)
        return list(unique.values())

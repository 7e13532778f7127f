"""The blocks of a page's furniture as weather widgets: which of them may show a temperature, and the box that each stands in."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.strips import parts_beside, shows_rate
from kznews.extract.weather.awaiting import is_filler
from kznews.extract.weather.day import tells_by_day
from kznews.extract.weather.hints import is_title, shows_weather
from kznews.extract.weather.marks import has_sign, marks_in, marks_of, may_be_bare
from kznews.extract.weather.places import MAX_BOX
from kznews.extract.weather.texts import stands_apart
from kznews.extract.widgets import MAX_WIDGET_TEXT, OUTSIDE, WEATHER, Sizes, stands_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document
    from kznews.extract.weather.marks import Mark
    from kznews.items import Weather

MAX_CITIES = 20
"""Regional centres are 20; a longer list is no widget."""
MAX_SHOWN = 600
"""Blocks that may show a temperature: a week by the hour has 168; more of them are a table of something else."""
MAX_TITLED = 4
"""Boxes around a figure that may have the title: its row, the table's body, the table, what holds it."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SIGNED = re.compile(r"[+\-−–]\d\d?(?!\w)")


class Row:
    """The blocks of a page's furniture; what each shows is read once, and only where it is asked."""

    def __init__(self, blocks: Sequence[Block], today: date | None = None) -> None:
        self.blocks = blocks
        self.today = today
        """The day of the fetch, where it is known."""
        self.is_small = Sizes()
        self.apart = False
        """Whether a blank stands between a sign and its figure on this page."""
        self.titled: set[Block] = set()
        """Those with a signed figure in a small box that begins with a title of the weather: a bare figure is degrees there."""
        self._marks: dict[int, list[Mark]] = {}

    def marks(self, at: int) -> list[Mark]:
        """Return what a block shows; [] for one that is longer than a widget's."""
        if at not in self._marks:
            block = self.blocks[at]
            fits = len(block.spaced) <= MAX_WIDGET_TEXT
            marks = marks_of(block, weather=block in self.titled, apart=self.apart) if fits else []
            filler = is_filler(block, [mark.degrees for mark in marks], self.is_small)
            self._marks[at] = [replace(mark, degrees=None) for mark in marks] if filler else marks
        return self._marks[at]

    def told(self, at: int, found: Iterable[Weather]) -> list[Weather]:
        """Return what a block's line or sentences say, if its figures are not those of a template (`is_filler`)."""
        pairs = list(found)
        return [] if is_filler(self.blocks[at], [pair.temperature for pair in pairs], self.is_small) else pairs

    def shows(self, at: int, kind: str) -> bool:
        """Return whether a block shows anything of a kind."""
        return any(mark.kind == kind for mark in self.marks(at))

    def box(self, at: int, own: Container[int]) -> tuple[HtmlElement | None, list[int]]:
        """Return the smallest box around a block that also holds a city, and the blocks in it; (None, []) if that is no widget.

        Blocks in `own` have a city of their own.
        """
        first, end = at, at + 1
        element = self.blocks[at].element
        for box in (element, *islice(element.iterancestors(), 3)):
            if box.tag in ("body", "html") or not self.is_small(box, MAX_BOX):
                break
            while first > max(0, at - MAX_CITIES) and stands_in(self.blocks[first - 1].element, box):
                first -= 1
            while end < min(len(self.blocks), at + MAX_CITIES) and stands_in(self.blocks[end].element, box):
                end += 1
            inside = [index for index in range(first, end) if index not in own and self.may_belong(index)]
            if any(self.shows(index, "city") for index in inside):
                return box, inside
        return None, []

    def may_belong(self, at: int) -> bool:
        """Return whether a block is as short as a widget's and stands where one may be."""
        return len(self.blocks[at].spaced) <= MAX_WIDGET_TEXT and self.blocks[at].zone not in OUTSIDE


def showing(row: Row, figured: Sequence[tuple[int, Block]], document: Document) -> list[int]:
    """Return the places of the blocks that may show a temperature, if one of them does: most pages have only signs like it.

    `figured` are the places of the blocks with a figure.
    """
    short = [(at, block) for at, block in figured if len(block.spaced) <= MAX_WIDGET_TEXT]
    found = {at for at, block in short if has_sign(block)}
    bare = {block: at for at, block in short if at not in found and may_be_bare(block)}
    found |= {bare[block] for block in WEATHER.around(list(bare), document.index, inner=True)}
    signed = [block for block in bare if _SIGNED.search(block.spaced)]
    row.titled.update(block for block in signed if is_title(block.atoms[0]) or _is_titled(block.element, row.is_small))
    found |= {bare[block] for block in signed if block in row.titled or any(map(shows_weather, {block.element, *block.owners}))}
    unread = [bare[block] for block in signed if bare[block] not in found]
    found |= {at for at in unread if tells_by_day(row.marks(at)) or _is_in_strip(row, at)}
    row.apart = any(stands_apart(row.blocks[at]) for at in found)
    shown = sorted(found)[:MAX_SHOWN]
    return shown if any(row.shows(at, "degrees") for at in shown) else []


def _is_in_strip(row: Row, at: int) -> bool:
    """Return whether a block is a city and its figure, and one part of a line with a rate: "Алматы +9 | USD 470,2 | 09:41".

    The parts may stand between bars or strokes, or in elements of their own side by side. Elsewhere such a figure may be of
    cases, of goals, of a time zone.
    """
    block, around = row.blocks[at], row.blocks[max(0, at - 1) : at + 2]
    rates = [owner for atom, owner in zip(block.atoms, block.owners, strict=True) if _is_rate(atom)]
    if _shows_city(mark for mark in row.marks(at) if mark.owner not in rates):
        beside = [other.text for other in around if other is not block and other.element.getparent() is block.element.getparent()]
        return bool(rates) or any(map(_is_rate, (*parts_beside(block), *beside)))
    parts = block.text.split(" / ")
    return any(map(_is_rate, parts)) and any(_shows_city(marks_in(part, None)) for part in parts)


def _shows_city(marks: Iterable[Mark]) -> bool:
    return [mark.kind for mark in marks] == ["city", "degrees"]


def _is_rate(part: str) -> bool:
    return ("." in part or "," in part) and shows_rate(part)


def _is_titled(element: HtmlElement, is_small: Sizes) -> bool:
    """Return whether a small box around an element begins with a title of the weather: "Ауа райы"."""
    for box in islice(element.iterancestors(), MAX_TITLED):
        if box.tag in ("body", "html") or not is_small(box, MAX_BOX):
            return False
        if is_title(next((text for text in map(str, box.itertext()) if text.strip()), "")):
            return sum(1 for _ in box.iter(*_HEADINGS)) <= 1  # another heading may be that of the figures
    return False

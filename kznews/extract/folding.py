"""Which furniture need not be entered: menus, sidebars and lists that cannot hold a clock, a rate or a temperature.

Most of a page's elements stand in such boxes, and visiting one from Python costs as much as parsing it. What a box says is
asked in one query instead, and only a box with a short text that may belong to a widget is walked like the article itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.rate_tokens import icons_of
from kznews.extract.selecting import part_texts
from kznews.extract.texts import has_digit
from kznews.extract.weather import MAX_BOX, SIGNS
from kznews.extract.widgets import LONGEST_BLOCK, MAX_WIDGET_TEXT, MIN_CURRENCIES, RATES, WEATHER, is_around
from kznews.extract.zones import Zone
from kznews.kazakh.currency import foreign_currencies

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document

MIN_SIZE = MAX_BOX
"""A smaller box may be a part of a widget: the city beside a temperature, the names beside figures."""
MAX_EXCERPT = 300
"""A longer text is no excerpt in a card: the names of its box may be doubted (container.doubted_text)."""
MAX_ASKED = 4
"""Boxes in boxes are asked again; together at most for so many times the page's length."""
_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_WITH_CLOCK = frozenset((Zone.HEADER, Zone.NAV))


class Folding:
    """Tells for the boxes of one page whether they may be left out of its walk."""

    def __init__(self, document: Document) -> None:
        self._widgets = RATES.named(document.index) | WEATHER.named(document.index) | icons_of(document)
        self._holders = {holder for widget in self._widgets for holder in widget.iterancestors()}
        self._left = MAX_ASKED * len(document.body)

    def __call__(self, element: HtmlElement, zone: Zone) -> bool:
        """Return whether a box in a zone of furniture holds no widget and, in a header or a menu, no clock."""
        if self._left <= 0 or element in self._holders or is_around(self._widgets, element):
            return False
        parts = part_texts(element)
        size = sum(map(len, parts))
        self._left -= size
        if size < MIN_SIZE or max(map(len, parts)) > MAX_EXCERPT or (zone in _WITH_CLOCK and has_digit("\n".join(parts))):
            return False
        short = [part for part in parts if len(part) <= MAX_WIDGET_TEXT or _has_figures(part)]
        return SIGNS.search("\n".join(short)) is None and len(foreign_currencies(short)) < MIN_CURRENCIES


def _has_figures(part: str) -> bool:
    """Return whether a text that is longer than a widget's block with one currency may be a block with several."""
    return len(part) <= LONGEST_BLOCK and has_digit(part) is not None and len(_FIGURES.findall(part)) > 1

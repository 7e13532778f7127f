"""Which furniture need not be entered: menus, sidebars and lists that cannot hold a clock, a rate or a temperature.

Most of a page's elements stand in such boxes, and visiting one from Python costs as much as parsing it. What a box says is
asked in one query instead, and only a box with a short text that may belong to a widget is walked like the article itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from kznews.extract.blocks import FOLDABLE, own_zone
from kznews.extract.css import NAMING, names_in
from kznews.extract.rate_icons import MAX_ALT
from kznews.extract.selecting import part_texts, whole_text
from kznews.extract.texts import has_digit
from kznews.extract.weather import SIGN_LIKE, SIGNS
from kznews.extract.weather_places import MAX_BOX
from kznews.extract.widgets import ICONS, LONGEST_BLOCK, MAX_WIDGET_TEXT, MIN_CURRENCIES, NEAR, RATES, WEATHER
from kznews.extract.zones import Zone, split_words
from kznews.kazakh.currency import foreign_currencies, may_name_currency, telling_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document
    from kznews.portal import Layout

MIN_SIZE = MAX_BOX
"""A smaller box may be a part of a widget: the city beside a temperature, the names beside figures."""
MAX_EXCERPT = 300
"""A longer text is no excerpt in a card: the names of its box may be doubted (container.doubted_text)."""
MAX_ASKED = 4
"""Boxes in boxes are asked again; together at most for so many times the page's length."""
_BESIDE = (("crumb",), ("speedbar",), ("pathway",), ("tag",), ("teg",), ("keyword",), ("metki",))
"""What boxes of crumbs and of tags call themselves: such boxes tell of the article wherever they stand."""
_NAMES = tuple(etree.XPath(f"descendant-or-self::*/@{name}", smart_strings=False) for name in NAMING)
_ALTS = etree.XPath("descendant::img/@alt", smart_strings=False)
_has_figures = re.compile(r"\d++(?:[.,]\d++)?+.*?\d", re.DOTALL).search
"""What is true of a text with two figures: one longer than a widget's block with one currency may hold several."""
_WIDGET = "\x00widget"
"""Stands for any name of a widget; no attribute says so."""
_DULL: set[str] = set()
"""Texts that show no widget, as they were met: a portal shows the same furniture on page after page."""
_MOST_DULL = 50_000
"""Some 10 MB, the furniture of a hundred portals."""
_WITH_CLOCK = frozenset((Zone.HEADER, Zone.NAV))


class Folding:
    """Tells for the boxes of one page whether they may be left out of its walk."""

    def __init__(self, document: Document, layouts: tuple[Layout, ...] = ()) -> None:
        """Take a page and the layouts of its portal: a box in which one of their selectors may find something stays in sight."""
        self._left = MAX_ASKED * len(document.body)
        self._known: dict[HtmlElement, bool] = {}
        self.zones: dict[HtmlElement, Zone | None] = {}
        """What `in_sight` found an element to name itself, for the walk."""
        self._small: set[HtmlElement] = set()
        self._asked_for: set[HtmlElement] = set()
        self._wanted, self._words = _wanted(layouts)

    def __call__(self, element: HtmlElement, zone: Zone) -> bool:
        """Return whether a box in a zone of furniture holds no widget and, in a header or a menu, no clock."""
        if element not in self._known:
            self._known[element] = self._left > 0 and self._is_plain(element, zone)
        return self._known[element]

    def in_sight(self, root: HtmlElement) -> list[HtmlElement] | None:
        """Return the elements of a page without what stands in folded boxes, in page order; None where nothing is folded.

        A box stays in sight if it may hold what belongs to the article: a headline, tags, crumbs, what a layout selects.
        """
        seen = [root]
        see, zones, known, small = seen.append, self.zones, self._known, self._small
        folded = False

        def visit(holder: HtmlElement, in_small: bool) -> None:  # noqa: FBT001
            nonlocal folded
            for element in holder:
                see(element)
                if len(element):
                    zones[element] = zone = own_zone(element)
                    if zone is None or zone not in FOLDABLE:
                        visit(element, in_small)
                    elif in_small:
                        known[element] = False
                        visit(element, in_small)
                    elif self(element, zone) and element not in self._asked_for:
                        folded = True
                    else:
                        visit(element, element in small)

        visit(root, False)  # noqa: FBT003 - no deeper than the parser's own cap
        visit = None  # type: ignore[assignment]  # it holds itself, and so the whole page, until the collector of garbage comes
        return seen if folded else None

    def _is_plain(self, element: HtmlElement, zone: Zone) -> bool:
        text = whole_text(element)  # a fifth of the time of asking for its parts, and most boxes are small
        self._left -= len(text)
        if len(text) < MIN_SIZE:
            self._small.add(element)
            return False
        if zone in _WITH_CLOCK and has_digit(text):
            return False
        parts = part_texts(element)
        if max(map(len, parts)) > MAX_EXCERPT or any(map(_names_widget, _names_around(element))):
            return False
        said = frozenset().union(*[_words_in(name, self._words) for name in _names_within(element)])
        if _WIDGET in said or any(len(alt) <= MAX_ALT and may_name_currency(alt) for alt in set(_strings(_ALTS, element))):
            return False
        if _is_telling(parts) and _shows_widget(list(filter(_fits_widget, parts))) and _shows_widget(parts):
            return False
        if any(said.issuperset(words) for words in self._wanted) or next(element.iter("h1"), None) is not None:
            self._asked_for.add(element)
        return True


@lru_cache(maxsize=256)  # of every portal that declares any
def _wanted(layouts: tuple[Layout, ...]) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Return what the names in a box must hold, one of the rows all of it, for the box to stay in sight; and all the words."""
    rows = frozenset((*_BESIDE, *(names for layout in layouts for it in layout.selectors.values() for names in names_in(it))))
    return rows, frozenset(word for row in rows for word in row)


@lru_cache(maxsize=16384)
def _words_in(names: str, words: frozenset[str]) -> frozenset[str]:
    """Return which of some words, in small letters, are part of what an attribute says; _WIDGET, if it names a widget."""
    named = f" {' '.join(names.lower().split())} "
    found = frozenset(word for word in words if word in named)
    return found | {_WIDGET} if _names_widget(names) else found


@lru_cache(maxsize=8192)  # a page repeats its names; a run repeats its pages
def _names_widget(names: str) -> bool:
    words = split_words(names)
    return any(vocabulary.words.search(words) for vocabulary in (RATES, WEATHER, ICONS))


def _names_around(element: HtmlElement) -> Iterator[str]:
    """Yield class, id and itemprop of an element and of those that closely hold it."""
    for node in islice(chain((element,), element.iterancestors()), NEAR):
        yield from filter(None, map(node.get, NAMING))


def _names_within(element: HtmlElement) -> set[str]:
    """Return class, id and itemprop of all elements in a box, each once."""
    return {name for query in _NAMES for name in _strings(query, element)}


def _strings(query: etree.XPath, element: HtmlElement) -> list[str]:
    return cast("list[str]", query(element))  # attributes alone


def _fits_widget(part: str) -> bool:
    """Return whether a text is short enough for a widget's block: with one currency or, if it holds two figures, with several."""
    return len(part) <= MAX_WIDGET_TEXT or (len(part) <= LONGEST_BLOCK and _has_figures(part) is not None)


def _is_telling(parts: list[str]) -> bool:
    """Return whether any of the texts that fit a widget may hold a sign of the weather or a currency; each is looked at once."""
    new = set(parts) - _DULL
    short = list(filter(_fits_widget, new))
    words, telling = telling_words(short), list[str]()
    if words or SIGN_LIKE.search("\n".join(short)):
        telling = [text for text in short if SIGN_LIKE.search(text) or not words.isdisjoint(text.split())]
    if len(_DULL) > _MOST_DULL:
        _DULL.clear()
    _DULL.update(new.difference(telling))
    return bool(telling)


def _shows_widget(parts: list[str]) -> bool:
    """Return whether texts hold a sign of the weather or two currencies; few boxes do in any text, short or long."""
    return SIGNS.search("\n".join(parts)) is not None or len(foreign_currencies(parts)) >= MIN_CURRENCIES

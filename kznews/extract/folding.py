"""Which furniture need not be entered: menus, sidebars and lists that cannot hold a clock, a rate or a temperature.

Most of a page's elements stand in such boxes, and visiting one from Python costs as much as parsing it. What a box says is
asked in one query instead, and only a box with a short text that may belong to a widget is walked like the article itself.
Long rows of headlines of other articles are furniture as well, whatever names them.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from kznews.extract.blocks import FOLDABLE, own_zone
from kznews.extract.css import NAMING, names_in
from kznews.extract.rate_icons import MAX_ALT
from kznews.extract.rows import MAX_EXCERPT, MIN_ROW, SAMPLED, rest_of_row, rows_among, some_of
from kznews.extract.selecting import part_texts, whole_text
from kznews.extract.texts import has_digit
from kznews.extract.weather import SIGN_LIKE, SIGNS
from kznews.extract.weather_places import MAX_BOX
from kznews.extract.widgets import ICONS, LONGEST_BLOCK, MAX_WIDGET_TEXT, MIN_CURRENCIES, NEAR, RATES, WEATHER
from kznews.extract.zones import Zone, split_words
from kznews.kazakh.currency import foreign_currencies, may_name_currency, telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document
    from kznews.portal import Layout

MIN_SIZE = MAX_BOX
"""A smaller box may be a part of a widget: the city beside a temperature, the names beside figures."""
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
"""Texts of at most MAX_EXCERPT letters that show no widget, as they were met: a portal shows the same furniture on every page."""
_MOST_DULL = 50_000
"""Some 10 MB, the furniture of a hundred portals."""
_WITH_CLOCK = frozenset((Zone.HEADER, Zone.NAV))


class Folding:
    """Tells for the boxes of one page whether they may be left out of its walk."""

    def __init__(self, document: Document, layouts: tuple[Layout, ...] = ()) -> None:
        """Take a page and the layouts of its portal: a box in which one of their selectors may find something stays in sight."""
        self._root = document.tree
        self._left = MAX_ASKED * len(document.body)
        self._known: dict[HtmlElement, bool] = {}
        self.zones: dict[HtmlElement, Zone | None] = {}
        """What `in_sight` found an element to name itself, for the walk."""
        self.rows: set[HtmlElement] = set()
        """What `in_sight` found to be members of rows that need not be entered."""
        self.probes: set[HtmlElement] = set()
        """The members of such rows that are entered: where one is the article's text, so may the others be."""
        self._small: set[HtmlElement] = set()
        self._asked_for: set[HtmlElement] = set()
        self._wanted, self._names = _wanted(layouts)

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
            children = list(holder)
            out_of_sight = () if in_small or len(children) < MIN_ROW else self._rows_among(children)
            for element in children:
                if out_of_sight and element in out_of_sight:
                    folded = True
                    continue
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

    def _rows_among(self, children: list[HtmlElement]) -> set[HtmlElement]:
        """Note which children are lists that need not be entered; return those that may go out of sight as well."""
        out_of_sight: set[HtmlElement] = set()
        for row in rows_among(children):
            rest = rest_of_row(row, self._left)
            self._left -= rest.asked
            if sum(map(len, rest.texts)) < MIN_SIZE:
                continue
            said = self._said_in(*some_of(rest.members, SAMPLED))
            if self._shows_nothing(row[0], rest.texts, set(rest.texts) - _DULL, said):
                self.rows.update(rest.members)
                self.probes.update(row[: len(row) - len(rest.members)])
                if not self._asks_for(rest.members, said):
                    out_of_sight.update(rest.members)
        return out_of_sight

    def _is_plain(self, element: HtmlElement, zone: Zone) -> bool:
        text = whole_text(element)  # a fifth of the time of asking for its parts, and most boxes are small
        self._left -= len(text)
        if len(text) < MIN_SIZE:
            self._small.add(element)
            return False
        if zone in _WITH_CLOCK and has_digit(text):
            return False
        if zone is Zone.ASIDE and next(element.iter("dl"), None) is not None:  # facts about the article
            return False
        parts = part_texts(element)
        new = set(parts) - _DULL
        if any(len(part) > MAX_EXCERPT for part in new):
            return False
        said = self._said_in(element)
        if not self._shows_nothing(element, parts, new, said):
            return False
        if self._asks_for((element,), said):
            self._asked_for.add(element)
        return True

    def _said_in(self, *boxes: HtmlElement) -> frozenset[str]:
        """Return which of the words that tell something are part of a name in boxes; _WIDGET, if any names a widget."""
        said = self._names.words_in(_names_within(boxes))
        icons = {alt for box in boxes for alt in _strings(_ALTS, box) if len(alt) <= MAX_ALT}
        return said | {_WIDGET} if any(map(may_name_currency, icons)) else said

    def _shows_nothing(self, box: HtmlElement, parts: list[str], new: set[str], said: frozenset[str]) -> bool:
        """Return whether neither names around and in a box nor its texts, of which some are `new`, may belong to a widget."""
        if _WIDGET in said or any(map(_names_widget, _names_around(box))):
            return False
        return not (_is_telling(new) and _shows_widget(list(filter(_fits_widget, parts))) and _shows_widget(parts))

    def _asks_for(self, boxes: Iterable[HtmlElement], said: frozenset[str]) -> bool:
        """Return whether boxes may hold what belongs to the article: crumbs, tags, a headline, what a layout selects."""
        return any(said.issuperset(words) for words in self._wanted) or not self._over_headings.isdisjoint(boxes)

    @cached_property
    def _over_headings(self) -> frozenset[HtmlElement]:
        """The headings that may be the article's, and all that holds one."""
        return frozenset(node for heading in self._root.iter("h1") for node in (heading, *heading.iterancestors()))


@lru_cache(maxsize=256)  # of every portal that declares any
def _wanted(layouts: tuple[Layout, ...]) -> tuple[frozenset[tuple[str, ...]], _Names]:
    """Return what the names in a box must hold, one of the rows all of it, for the box to stay in sight; what asks for it."""
    rows = frozenset((*_BESIDE, *(names for layout in layouts for it in layout.selectors.values() for names in names_in(it))))
    return rows, _Names(frozenset(word for row in rows for word in row))


class _Names:
    """Tells which of some words, in small letters, are part of names."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self._dull: set[str] = set()
        """Names without any of them, as they were met: nearly all, and a portal has the same ones on page after page."""

    def words_in(self, names: set[str]) -> frozenset[str]:
        """Return which of the words are part of what attributes say; _WIDGET among them, if any names a widget."""
        if not (new := names - self._dull):
            return frozenset()
        found = {name: self._words_of(name) for name in new}
        if len(self._dull) > _MOST_DULL:
            self._dull.clear()
        self._dull.update([name for name, words in found.items() if not words])
        return frozenset().union(*found.values())

    def _words_of(self, names: str) -> frozenset[str]:
        named = f" {' '.join(names.lower().split())} "
        found = frozenset(word for word in self._words if word in named)
        return found | {_WIDGET} if _names_widget(names) else found


@lru_cache(maxsize=8192)  # a page repeats its names; a run repeats its pages
def _names_widget(names: str) -> bool:
    words = split_words(names)
    return any(vocabulary.words.search(words) for vocabulary in (RATES, WEATHER, ICONS))


def _names_around(element: HtmlElement) -> Iterator[str]:
    """Yield class, id and itemprop of an element and of those that closely hold it."""
    for node in islice(chain((element,), element.iterancestors()), NEAR):
        yield from filter(None, map(node.get, NAMING))


def _names_within(boxes: Iterable[HtmlElement]) -> set[str]:
    """Return class, id and itemprop of all elements in boxes, each once."""
    return set().union(*[_strings(query, box) for box in boxes for query in _NAMES])


def _strings(query: etree.XPath, element: HtmlElement) -> list[str]:
    return cast("list[str]", query(element))  # attributes alone


def _fits_widget(part: str) -> bool:
    """Return whether a text is short enough for a widget's block: with one currency or, if it holds two figures, with several."""
    return len(part) <= MAX_WIDGET_TEXT or (len(part) <= LONGEST_BLOCK and _has_figures(part) is not None)


def _is_telling(new: set[str]) -> bool:
    """Return whether any of some texts that fit a widget may hold a sign of the weather or a currency; others become dull."""
    if not new:
        return False
    short = list(filter(_fits_widget, new))
    words, telling = telling_words(short), list[str]()
    if words or SIGN_LIKE.search("\n".join(short)):
        telling = [text for text in short if SIGN_LIKE.search(text) or not words.isdisjoint(text.split())]
    if len(_DULL) > _MOST_DULL:
        _DULL.clear()
    _DULL.update([text for text in new.difference(telling) if len(text) <= MAX_EXCERPT])
    return bool(telling)


def _shows_widget(parts: list[str]) -> bool:
    """Return whether texts hold a sign of the weather or two currencies; few boxes do in any text, short or long."""
    return SIGNS.search("\n".join(parts)) is not None or len(foreign_currencies(parts)) >= MIN_CURRENCIES

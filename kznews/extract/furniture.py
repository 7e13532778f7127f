"""What furniture says: whether a box, by its texts and by the names in it, may hold a widget or what belongs to the article.

Folding asks it of boxes of the tree, trimming of boxes in the markup that is not parsed yet.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from kznews.extract.css import NAMING, names_in, needs_whole_page
from kznews.extract.index import holding
from kznews.extract.rates.blocks import MIN_BARE
from kznews.extract.rates.icons import MAX_ALT, by_flag
from kznews.extract.rows import MAX_EXCERPT
from kznews.extract.weather.degree_words import says_degrees
from kznews.extract.weather.places import MAX_BOX
from kznews.extract.weather.read import SIGN_LIKE, SIGNS
from kznews.extract.widgets import ICONS, LONGEST_BLOCK, MAX_WIDGET_TEXT, MIN_CURRENCIES, NEAR, RATES, WEATHER, is_ticker
from kznews.extract.zones import Zone, split_words
from kznews.kazakh.currency import foreign_currencies, may_name_currency, telling_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.portal import Layout

MIN_SIZE = MAX_BOX
"""A smaller box may be a part of a widget: the city beside a temperature, the names beside figures."""
MAX_ASKED = 4
"""Boxes in boxes are asked again; together at most for so many times the page's length."""
WITH_CLOCK = frozenset((Zone.HEADER, Zone.NAV))
"""Zones in which a figure may be the clock's."""
_BESIDE = (("crumb",), ("speedbar",), ("pathway",), ("tag",), ("teg",), ("keyword",), ("metki",))
"""What boxes of crumbs and of tags call themselves: such boxes tell of the article wherever they stand."""
_has_figures = re.compile(r"\d++(?:[.,]\d++)?+.*?\d", re.DOTALL).search
"""What is true of a text with two figures: one longer than a widget's block with one currency may hold several."""
MAX_RATE = 24
"""Letters of a figure with its white space."""
_RATE = re.compile(r"\s*+(?!\d\d\.(?:0\d|1[0-2])\s*+$)\d{1,4}[.,]\d{1,4}\s*+")
_DEGREE_WORDS = ("радус", "radus", "radýs", "инус ", "inus ", "nýs ", "گرادۋس", "مينۋس")
"""Parts of words by which a temperature is said without a sign."""
_DOLLARS = ("\U0001f1fa\U0001f1f8", "💵")
"""Its flag and its banknote."""
_TELLING = (*_DEGREE_WORDS, *_DOLLARS)
_WIDGETS = (RATES, WEATHER, ICONS)
_WIDGET = "\x00widget"
"""Stands for any name of a widget; no attribute says so."""
_OF_PAGE = ("h1", "main", "article")
"""What stands in no widget but in the page around it."""
_MOST_DULL = 5_000
"""Texts and names that say nothing, as they were met on a portal's pages: 1.5 MB; it repeats much of its furniture."""
_BEGINNING = 256
"""Bytes by which boxes are told before all of them are compared; the first link of a list is among them."""
_MOST_KEPT = 2**23
"""Bytes of boxes that are kept: the furniture of some eighty pages that have none in common."""
_MOST_BOXES = 2_000
"""Some 0.3 MB; the menus, sidebars and footers of a few hundred pages."""


class Furniture:
    """What is known of furniture on the pages of portals with the same layouts, whose selectors may ask for something in it."""

    def __init__(self, layouts: tuple[Layout, ...]) -> None:
        selectors = [selector for layout in layouts for selector in layout.selectors.values()]
        self.asked_whole = any(map(needs_whole_page, selectors))
        """Whether a selector may find something in any box, whatever names it."""
        self._wanted = frozenset((*_BESIDE, *(names for selector in selectors for names in names_in(selector))))
        """What the names in a box must hold, one of the rows all of it, for the box to stay in sight."""
        self._names = _Names(frozenset(word for row in self._wanted for word in row))
        self._dull: set[str] = set()
        """Texts of at most MAX_EXCERPT letters that show no widget."""
        self._plain: dict[tuple[bytes, int, int], bool] = {}
        self._met: dict[bytes, bytes] = {}
        """What boxes begin with -> what stands in them."""
        self._kept = 0

    def said_in(self, names: set[str], alts: Iterable[str]) -> frozenset[str]:
        """Return which of the words that tell something are part of the names or the pictures' texts in a box."""
        said = self._names.words_in(names)
        icons = {alt for alt in alts if len(alt) <= MAX_ALT}
        return said | {_WIDGET} if any(map(may_name_currency, icons)) else said

    def asks_for(self, said: frozenset[str]) -> bool:
        """Return whether names may be those of what belongs to the article: crumbs, tags, what a layout selects."""
        return any(map(said.issuperset, self._wanted))

    def holds_story(self, texts: Iterable[str]) -> bool:
        """Return whether a text is longer than those of cards and menus: the names of its box may be doubted."""
        return any(len(text) > MAX_EXCERPT for text in set(texts) - self._dull)

    def shows_nothing(self, texts: Sequence[str], said: frozenset[str]) -> bool:
        """Return whether neither what is said in a box (`said_in`) nor its texts may belong to a widget."""
        if _WIDGET in said:
            return False
        return not (self._are_telling(texts) and _shows_widget(_fitting_widget(texts)) and _shows_widget(texts))

    def _are_telling(self, texts: Sequence[str]) -> bool:
        """Return whether any of some texts that fit a widget may hold a sign of the weather or a currency; others become dull."""
        if not (new := set(texts) - self._dull):
            return False
        short = _fitting_widget(new)
        words, telling = telling_words(short), list[str]()
        if words or _may_tell("\n".join(short)) or any(map(_is_rate, short)):
            telling = [text for text in short if _may_tell(text) or _is_rate(text) or not words.isdisjoint(text.split())]
        _learn(self._dull, [text for text in new.difference(telling) if len(text) <= MAX_EXCERPT])
        return bool(telling)

    def known(self, tag: bytes, inside: bytes, ask: Callable[[], bool]) -> bool:
        """Return what `ask` says of a box, by its start tag and what stands in it; a box asked before is not asked again.

        Boxes are kept by their lengths and hashes of 64 bits.
        """
        box = tag, len(inside), hash(inside)
        if box not in self._plain:
            if len(self._plain) >= _MOST_BOXES:
                self._plain.clear()
            self._plain[box] = ask()
        if self._plain[box]:
            self._keep(tag, inside)
        return self._plain[box]

    def _keep(self, tag: bytes, inside: bytes) -> None:
        """Keep a box that says nothing, to know it again; those that were kept first go."""
        self._forget(beginning := tag + inside[:_BEGINNING])
        self._met[beginning] = inside
        self._kept += len(inside)
        while self._kept > _MOST_KEPT:
            self._forget(next(iter(self._met)))

    def _forget(self, beginning: bytes) -> None:
        self._kept -= len(self._met.pop(beginning, b""))

    def met(self, start: re.Match[bytes]) -> bytes | None:
        """Return what stands in a box of markup, by its start tag, if that is kept as `known` to say nothing.

        A portal shows the same menu on every page: to compare it takes a hundredth of the time of finding its end. The second
        group of `start` is the name of the tag.
        """
        at, markup = start.end(), start.string
        inside = self._met.get(markup[start.start() : at + _BEGINNING])
        if inside is None or not markup.startswith(inside, at) or not markup.startswith(b"</" + start[2], at + len(inside)):
            return None
        return inside

    def doubt(self, tag: bytes, inside: bytes) -> None:
        """Note that a box is not what it was known as: the tree shows it in another place or by another name."""
        self._plain[tag, len(inside), hash(inside)] = False
        self._forget(tag + inside[:_BEGINNING])


@lru_cache(maxsize=256)  # of every portal that declares any
def furniture_of(layouts: tuple[Layout, ...]) -> Furniture:
    """Return what is known of the furniture of pages with these layouts; it learns from each."""
    return Furniture(layouts)


def is_in_widget(element: HtmlElement) -> bool:
    """Return whether an element, or one of those that closely hold it, calls itself a widget.

    One that holds the page's headline or its main part is a widget that is not closed (stan.kz).
    """
    around = islice(chain((element,), element.iterancestors()), NEAR)
    named = next((node for node in around if any(map(_names_widget, filter(None, map(node.get, NAMING))))), None)
    return named is not None and next(named.iter(*_OF_PAGE), None) is None


@lru_cache(maxsize=8192)  # a page repeats its names; a run repeats its pages
def _names_widget(names: str) -> bool:
    """Return whether the value of a class, an id or an itemprop names a widget."""
    words = split_words(names)
    return any(vocabulary.words.search(words) for vocabulary in _WIDGETS)


class _Names:
    """Tells which of some words, in small letters, are part of names."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        widgets = chain.from_iterable(vocabulary.stems for vocabulary in _WIDGETS)
        self._stems = sorted({part for word in words for part in word.split()[:1]}.union(widgets))
        self._dull: set[str] = set()
        """Names without any of them, as they were met: nearly all, and a portal has the same ones on page after page."""

    def words_in(self, names: set[str]) -> frozenset[str]:
        """Return which of the words are part of what attributes say; _WIDGET among them, if any names a widget."""
        if not (new := names - self._dull):
            return frozenset()
        found = {name: words for name in holding(self._stems, list(new)) if (words := self._words_of(name))}
        _learn(self._dull, new.difference(found))
        return frozenset().union(*found.values())

    def _words_of(self, names: str) -> frozenset[str]:
        named = f" {' '.join(names.lower().split())} "
        found = frozenset(word for word in self._words if word in named)
        return found | {_WIDGET} if _names_widget(names) else found


def _fitting_widget(texts: Iterable[str]) -> list[str]:
    """Return the texts that fit a block of a widget: with one currency or, by two figures, with several, or a ticker's line."""
    return [
        text
        for text in texts
        if (size := len(text)) <= MAX_WIDGET_TEXT
        or (_has_figures(text) is not None if size <= LONGEST_BLOCK else is_ticker(text))
    ]


def _learn(dull: set[str], more: Iterable[str]) -> None:
    """Keep what says nothing, with what is already known to."""
    if len(dull) > _MOST_DULL:
        dull.clear()
    dull.update(more)


def _may_tell(text: str) -> bool:
    """Return whether a text may hold a sign of the weather, or a word for one, or one of the dollar's: quickly told."""
    return SIGN_LIKE.search(text) is not None or any(part in text for part in _TELLING)


def _is_rate(text: str) -> bool:
    """Return whether a text is a figure with decimals and nothing else, and no day of a month."""
    return len(text) <= MAX_RATE and _RATE.fullmatch(text) is not None


def _shows_widget(parts: Sequence[str]) -> bool:
    """Return whether texts hold a sign of the weather or two currencies; few boxes do in any text, short or long."""
    said = "\n".join(parts)
    if SIGNS.search(said) is not None or any(part in said and says_degrees(said) for part in _DEGREE_WORDS):
        return True
    if sum(map(_is_rate, parts)) >= MIN_BARE:
        return True  # their currencies may be icons
    flags = {code for _, _, code in by_flag(said)} if any(sign in said for sign in _DOLLARS) else set[str]()
    return len(foreign_currencies(parts) | flags) >= MIN_CURRENCIES

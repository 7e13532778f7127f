"""What widgets have in common: short texts in small boxes outside the article."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.zones import Zone, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.css import Index

MAX_WIDGET_TEXT = 60
"""A block with one currency, its figures and a label fits; a headline about the dollar does not."""
DEGREES = re.compile(r"[°º℃]|\d\s?[CС]\b")
MAX_BLOCKS = 3_000
"""Widgets stand among the first blocks around an article; pages of endless tiny blocks are not searched further."""
NEAR = 5
"""The element of a block and those that closely hold it."""
OUTSIDE = frozenset((Zone.COMMENTS, Zone.RELATED, Zone.CAPTION, Zone.TAGS))
_MONTH_WORDS = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
_MONTHS = frozenset(map(key, _MONTH_WORDS.split()))
_HOUR_OR_DAY = re.compile(r"\b\d{1,2}:\d\d\b|(?<![\d.])\d\d\.(?:0\d|1[0-2])(?:\.\d{2,4})?(?![\d.])")
_EXPECTED_WORDS = (
    "болжам болжамы болжамдары прогноз прогнозы прогнозу forecast сарапшы сарапшылар эксперт эксперты ертең ертеңгі завтра "
    "tomorrow"
)
_EXPECTED = frozenset(map(key, _EXPECTED_WORDS.split()))
"""Words of what somebody expects: the figure beside them is not shown as today's."""


def is_dated(text: str) -> bool:
    """Return whether a short text holds an hour, or a day by its month: "09:00", "25 сәуір", "25.04"."""
    if _HOUR_OR_DAY.search(text):
        return True
    return any(map(str.isdigit, text)) and not _MONTHS.isdisjoint(key(text).split())


def is_expected(text: str) -> bool:
    """Return whether a short text says that its figures are expected ("Сарапшы болжамы", "Ертең") rather than in force."""
    return not _EXPECTED.isdisjoint(key(text).split())


class Naming:
    """Whether the elements of a page name themselves by certain words, each looked at once."""

    def __init__(self, words: re.Pattern[str], index: Index, stems: Sequence[str]) -> None:
        """Look for `words`; each of them holds one of `stems`, so a page without any has no such element."""
        self._words = words
        self._known: dict[HtmlElement, bool] = {}
        self._present = any(stem in index.names for stem in stems)

    def around(self, block: Block) -> bool:
        """Return whether a block's element, or one of the four that closely hold it, names itself so by class or id."""
        if not self._present:
            return False
        known = self._known
        element: HtmlElement | None = block.element
        for _ in range(NEAR):
            if element is None:
                break
            named = known.get(element)
            if named is None:
                named = known[element] = bool(self._words.search(words_of(element)))
            if named:
                return True
            element = element.getparent()
        return False


def words_around(block: Block) -> str:
    """Return the words in class and id of a block's element and of what closely holds it."""
    nodes = [block.element, *islice(block.element.iterancestors(), NEAR - 1)]
    return " ".join(map(words_of, nodes))


def is_small(element: HtmlElement, limit: int) -> bool:
    """Return whether an element shows at most `limit` characters in at most as many parts; looks no further than that."""
    total = 0
    for part in element.itertext():
        total += len(part) + 1
        if total > 2 * limit:  # white space between the parts counts
            return False
    return sum(len(part.strip()) for part in element.itertext()) <= limit

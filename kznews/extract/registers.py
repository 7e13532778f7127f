"""Registers: bills, requests, papers, events, each in a row of a table, an item of a list or a card without a linked headline."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.blocks import HEADINGS
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import holds_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block

ROWS = frozenset(("tr", "li"))
MIN_ROWS = 4
"""So many rows are a register; notices of an event have two or three items."""
AROUND = 4
"""The elements around a text of which one may be its row or its card."""
IN_ROWS = 0.8
"""Of a register's letters, and of its rows that have a date: what stands over it and a row without a date are the rest."""
SAMPLED = 24
"""Rows that are read: all are of one make."""
LONGEST = 1_000
"""Letters of a row; what is longer is a part of an article that an old engine laid out in a table."""


def row_of(block: Block) -> HtmlElement | None:
    """Return the row of a table or the item of a list that a text stands in, or None. Never raises."""
    around = islice((block.element, *block.element.iterancestors()), AROUND)
    return next((node for node in around if node.tag in ROWS), None)


def is_register(blocks: Sequence[Block]) -> bool:
    """Return whether nearly all of some texts stand in rows of one table or list, and nearly all of these hold the date of a day.

    Rows of several lists (one for each month, say) count together if there is no text between. Never raises.
    """
    if len(blocks) < MIN_ROWS or row_of(blocks[-1]) is None:  # most articles
        return False
    placed = [(block, row_of(block)) for block in blocks]
    rows = list(dict.fromkeys(row for _, row in placed if row is not None))
    inside = sum(len(block.text) for block, row in placed if row is not None)
    if len(rows) < MIN_ROWS or inside < IN_ROWS * sum(len(block.text) for block in blocks):
        return False
    said = [spaced_text(row) for row in _spread(rows)]
    return max(map(len, said)) <= LONGEST and sum(map(holds_date, said)) >= IN_ROWS * len(said)


def _spread(rows: Sequence[HtmlElement]) -> Sequence[HtmlElement]:
    return rows[:: max(1, len(rows) // SAMPLED)]


def is_title_of_card(shown: HtmlElement) -> bool:
    """Return whether an element that is no heading stands in one of several boxes of one kind, each with a link and one like it.

    The first of them is no headline, though it may call itself a title. Never raises.
    """
    if shown.tag in HEADINGS or not shown.get("class"):
        return False
    return any(_is_card(box, shown) for box in islice(shown.iterancestors(), AROUND))


def _is_card(box: HtmlElement, shown: HtmlElement) -> bool:
    alike = list(islice((other for other in _siblings(box) if other.get("class") == box.get("class")), MIN_ROWS))
    return len(alike) == MIN_ROWS and all(_has_both(other, shown) for other in alike)


def _siblings(box: HtmlElement) -> Iterator[HtmlElement]:
    holder = box.getparent()
    return iter(()) if holder is None else holder.iterchildren(box.tag)


def _has_both(box: HtmlElement, shown: HtmlElement) -> bool:
    titled = any(other.get("class") == shown.get("class") for other in box.iter(shown.tag))
    return titled and any(link.get("href") for link in box.iter("a"))

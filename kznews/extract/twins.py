"""Boxes that repeat on a page, each with a text and a date or a link beside it: comments, and cards of other articles."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.widgets import is_small
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block

MIN_TWINS = 5
"""So many boxes of one kind side by side are a list."""
AROUND = 4
"""The elements around a text of which one may be its card: paragraph, text box, card's body, card."""
SEEN = 3
"""Boxes that are looked into: all are of one make."""
LONGEST = 2_000
"""Letters of a comment or a card; larger boxes are parts of an article."""
YEAR = 2024
"""Any leap year: only whether a text is a date is asked."""


def texts_in_twins(blocks: Sequence[Block]) -> set[Block]:
    """Return those of some running texts that stand one by one in boxes of one kind with a date or a link beside each."""
    if len(blocks) < MIN_TWINS:
        return set()
    rows: defaultdict[tuple[HtmlElement | None, str, str | None], list[tuple[HtmlElement, Block]]] = defaultdict(list)
    for block in blocks:
        for box in islice((block.element, *block.element.iterancestors()), AROUND):
            rows[box.getparent(), str(box.tag), box.get("class")].append((box, block))
    found: set[Block] = set()
    for row in rows.values():
        boxes = {box for box, _ in row}
        if len(boxes) >= MIN_TWINS and all(_is_card(box, block) for box, block in row[:SEEN]):
            found.update(block for _, block in row)
    return found


def _is_card(box: HtmlElement, block: Block) -> bool:
    """Return whether a box shows a date or a link beside a text."""
    if not is_small(box, LONGEST):
        return False
    said = spaced_text(box).replace(block.spaced, " ", 1)
    if any(link not in block.links for link in box.iter("a") if link.get("href")):
        return True
    return has_digit(said) is not None and any(reading.has_date for reading in find_dates(said, year=YEAR))

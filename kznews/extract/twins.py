"""Boxes that repeat on a page, each with a text and a date or a link beside it: comments, and cards of other articles."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING

from kznews.extract.cards import MIN_HEADLINE
from kznews.extract.selecting import glued_text, spaced_text
from kznews.extract.texts import holds_date
from kznews.extract.widgets import is_small

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

    _Row = list[tuple[HtmlElement, Block]]
    """Boxes of one kind side by side, each with a text that stands in it."""

MIN_TWINS = 4
"""So many boxes of one kind side by side are a list."""
ONE_EACH = 0.8
"""Boxes for each text: a part of an article holds several, a long comment two."""
AROUND = 4
"""The elements around a text of which one may be its card: paragraph, text box, card's body, card."""
SEEN = 3
"""Boxes that are looked into: all are of one make."""
LONGEST = 2_000
"""Letters of a comment or a card; larger boxes are parts of an article."""


def texts_in_twins(blocks: Sequence[Block]) -> set[Block]:
    """Return those of some running texts that stand one by one in boxes of one kind with a date or a link beside each."""
    if len(blocks) < MIN_TWINS:
        return set()
    found: set[Block] = set()
    for row in _rows(blocks):
        boxes = {box for box, _ in row}
        if len(boxes) >= max(MIN_TWINS, ONE_EACH * len(row)) and all(_is_card(box, block) for box, block in row[:SEEN]):
            found.update(block for _, block in row)
    return found


def pictured_twins(blocks: Sequence[Block]) -> set[HtmlElement]:
    """Return the boxes of one kind side by side in which some texts stand one by one, each with a picture.

    None are returned where any of the texts stands elsewhere.
    """
    for row in _rows(blocks):
        boxes = {box for box, _ in row}
        if len(row) == len(blocks) == len(boxes) and all(map(_has_picture, boxes)):
            return boxes
    return set()


def _has_picture(box: HtmlElement) -> bool:
    return is_small(box, LONGEST) and next(box.iter("img"), None) is not None


def _rows(blocks: Sequence[Block]) -> Iterable[_Row]:
    """Return the boxes around some texts, those of one kind side by side together."""
    rows: defaultdict[tuple[HtmlElement | None, str, str | None], _Row] = defaultdict(list)
    around: dict[HtmlElement | None, list[tuple[HtmlElement, _Row]]] = {}  # asked once for all paragraphs of a box
    for block in blocks:
        holder = block.element.getparent()
        rows[_kind(block.element)].append((block.element, block))
        if holder not in around:
            holders = islice(chain((holder,), holder.iterancestors()), AROUND - 1) if holder is not None else ()
            around[holder] = [(box, rows[_kind(box)]) for box in holders]
        for box, row in around[holder]:
            row.append((box, block))
    return rows.values()


def _kind(box: HtmlElement) -> tuple[HtmlElement | None, str, str | None]:
    """Return what boxes of one kind side by side have in common: what holds them, tag and class."""
    return box.getparent(), str(box.tag), box.get("class")


def _is_card(box: HtmlElement, block: Block) -> bool:
    """Return whether a box shows a date or a link beside a text, or the text is a dated headline with an excerpt behind it."""
    if not is_small(box, LONGEST):
        return False
    if box is block.element and _opens_with_dated_headline(block):
        return True
    said = spaced_text(box).replace(block.spaced, " ", 1)
    if any(link not in block.links for link in box.iter("a") if not (link.get("href") or "#").startswith("#")):
        return True
    return holds_date(said)


def _opens_with_dated_headline(block: Block) -> bool:
    """Return whether a text is a linked headline, a date and more, one behind the other ("Headline13-02-2018Excerpt")."""
    if not block.links:
        return False
    headline = glued_text(block.links[0])
    return len(headline) >= MIN_HEADLINE and block.text.startswith(headline) and holds_date(block.text[len(headline) :])

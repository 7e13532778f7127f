"""The first paragraph of a text where it alone is set apart from all others: by a box, a line under it, a quotation, italics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.asking import speaks
from kznews.extract.block import IMAGES
from kznews.extract.emphasis import is_in_italics
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import is_text
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MIN_SHARED = 2
"""Paragraphs that must share a box before the one outside it is a lead."""
MIN_LEAD = 25
"""The shortest lead is a short sentence."""
MAX_LEAD = 900
"""A lead is a paragraph, not a chapter."""
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?![\d.])")
"""What an entry of a chronicle begins with."""
_SAID = ("–", "—", "-", "«", "“", "„", '"', "'")
"""What the words of somebody begin with."""
LAID_OUT = re.compile(r"(?<![a-z])(?:drop ?cap|align\w*|center|justify|rte\w*|mso\w*|indent|first|typed|p|s)(?![a-z])")
"""What classes say of a paragraph's letters or lines that are no lead's: an initial, an alignment, what a word processor says."""


def opens_alone(kept: list[Block], box: HtmlElement | None) -> bool:
    """Return whether the first of the paragraphs in a text's box is set apart as none of the others is. Never raises."""
    if box is None or len(kept) < MIN_SHARED + 1 or not MIN_LEAD <= len(kept[0].text) <= MAX_LEAD or not is_text(kept[0]):
        return False
    if _is_outside(kept, box):
        return True
    apart = _is_boxed_alone(kept, box) or _is_ruled_off(kept) or _is_quoted_alone(kept) or _is_bare_in_italics(kept, box)
    return apart and not speaks(kept[0].text)


def _is_outside(kept: list[Block], box: HtmlElement) -> bool:
    """Return whether the first paragraph stands alone while all others share a box inside the text's box, or stand in some.

    Where both this and another begin with an hour, they are entries of a chronicle.
    """
    first, second = (_child_of(box, block.element) for block in kept[:2])
    if second is None or first is second or second is kept[1].element:
        return False
    others = [_child_of(box, block.element) for block in kept[2:]]
    if all(other is second for other in others):
        return True
    boxed = all(other not in (None, first, block.element) for other, block in zip(others, kept[2:], strict=True))
    if not boxed or (_HOUR.match(kept[0].text) and any(_HOUR.match(block.text) for block in kept[1:])):
        return False
    return first is kept[0].element or second in others


def _is_boxed_alone(kept: list[Block], box: HtmlElement) -> bool:
    """Return whether the first paragraph alone stands in a named box inside the text's box, and all others right in that."""
    own = kept[0].element.getparent()
    if own is None or own.getparent() is not box or not own.get("class") or LAID_OUT.search(words_of(own)):
        return False
    bare = next(own.iter(*IMAGES), None) is None
    return bare and all(block.element.getparent() is box for block in kept[1:] if is_text(block))


def _is_ruled_off(kept: list[Block]) -> bool:
    """Return whether a line is drawn under the first paragraph, and under no other, in the box of the text (Bitrix)."""
    if not _stands_over_line(kept[0].element):
        return False
    return not any(_stands_over_line(block.element) for block in kept[1:-1])


def _is_quoted_alone(kept: list[Block]) -> bool:
    """Return whether the first paragraph is all of a quotation right over the next, of nobody, and no other is quoted so.

    Editors set leads so. Where somebody is quoted, his name, marks or a dash tell it.
    """
    first = kept[0]
    quotation = _quotation(first.element)
    if quotation is None or first.links or first.text.startswith(_SAID) or first.text.split() != spaced_text(quotation).split():
        return False
    return quotation.getnext() is kept[1].element and all(_quotation(block.element) is None for block in kept[1:])


def _quotation(element: HtmlElement) -> HtmlElement | None:
    """Return the quotation that an element is, or stands right in."""
    parent = element.getparent()
    return next((node for node in (element, parent) if node is not None and node.tag == "blockquote"), None)


def _is_bare_in_italics(kept: list[Block], box: HtmlElement) -> bool:
    """Return whether the first text is in italics and in no paragraph, under no picture, and all others are in some (Bitrix)."""
    first = kept[0]
    if first.element is not box or first.text.startswith(_SAID) or not is_in_italics(first):
        return False
    before = _child_of(box, first.owners[0])
    before = before.getprevious() if before is not None else None
    pictured = before is not None and next(before.iter(*IMAGES), None) is not None
    return not pictured and all(block.element is not box and not is_in_italics(block) for block in kept[1:])


def _stands_over_line(element: HtmlElement) -> bool:
    behind = element.getnext() if element.tag == "p" else None
    return behind is not None and behind.tag == "hr" and not (element.tail or "").strip()


def _child_of(box: HtmlElement, element: HtmlElement) -> HtmlElement | None:
    """Return the child of `box` that holds `element`, or None if that is no element of its own."""
    node = element
    while (parent := node.getparent()) is not None:
        if parent is box:
            return node
        node = parent
    return None

"""How a line is set apart from the text around it: in small letters, in italics, in the middle, at the edge."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block

_ITALICS = frozenset(("i", "em"))
_SMALL = re.compile(r"font-size:\s*(?:x-small|small(?:er)?|[6-9](?:\.\d+)?pt|(?:[89]|1[0-2])(?:\.\d+)?px)")
_CENTRED = re.compile(r"text-align:\s*center")
_AT_EDGE = re.compile(r"text-align:\s*(?:right|left|end)")


def is_set_apart(block: Block) -> bool:
    """Return whether a line stands in the middle, or in italics or in small letters from end to end."""
    return is_centred(block.element) or is_small_print(block) or is_in_italics(block)


def is_small_print(block: Block) -> bool:
    """Return whether all text of a block is in small letters by its markup."""
    return all(map(_says_small, block.owners))


def is_in_italics(block: Block) -> bool:
    """Return whether all text of a block is in italics by its markup."""
    return all(any(node.tag in _ITALICS for node in _inside(block, owner)) for owner in block.owners)


def is_centred(element: HtmlElement) -> bool:
    """Return whether an element itself stands in the middle."""
    return element.tag == "center" or element.get("align") == "center" or _has_style(_CENTRED, element)


def is_at_edge(element: HtmlElement) -> bool:
    """Return whether an element itself says at which edge its lines stand, as signatures do and paragraphs hardly ever."""
    return element.get("align") in ("right", "left") or _has_style(_AT_EDGE, element)


def _has_style(style: re.Pattern[str], element: HtmlElement) -> bool:
    return style.search(element.get("style") or "") is not None


def _says_small(owner: HtmlElement) -> bool:
    return owner.tag == "small" or owner.get("size") == "1" or _has_style(_SMALL, owner)


def _inside(block: Block, owner: HtmlElement) -> list[HtmlElement]:
    """Return the element of a text and those around it inside its block."""
    return list(takewhile(lambda node: node is not block.element, (owner, *owner.iterancestors())))

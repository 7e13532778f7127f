"""What widgets have in common: short texts in small boxes outside the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.zones import Zone, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block

MAX_WIDGET_TEXT = 60
"""A block with one currency, its figures and a label fits; a headline about the dollar does not."""
DEGREES = re.compile(r"[°º℃]|\d\s?[CС]\b")
MAX_BLOCKS = 3_000
"""Widgets stand among the first blocks around an article; pages of endless tiny blocks are not searched further."""
OUTSIDE = frozenset((Zone.COMMENTS, Zone.RELATED, Zone.CAPTION, Zone.TAGS))


def words_around(block: Block) -> str:
    """Return the words in class and id of a block's element and of what closely holds it."""
    nodes = [block.element, *list(block.element.iterancestors())[:4]]
    return " ".join(map(words_of, nodes))


def is_small(element: HtmlElement, limit: int) -> bool:
    """Return whether an element shows at most `limit` characters in at most as many parts; looks no further than that."""
    total = 0
    for part in element.itertext():
        total += len(part) + 1
        if total > 2 * limit:  # white space between the parts counts
            return False
    return sum(len(part.strip()) for part in element.itertext()) <= limit

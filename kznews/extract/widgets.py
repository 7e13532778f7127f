"""What widgets have in common: short texts in small boxes outside the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.zones import Zone, words_of

if TYPE_CHECKING:
    from kznews.extract.blocks import Block

MAX_WIDGET_TEXT = 60
"""A block with one currency, its figures and a label fits; a headline about the dollar does not."""
DEGREES = re.compile(r"[°º℃]|\d\s?[CС]\b")
OUTSIDE = frozenset((Zone.COMMENTS, Zone.RELATED, Zone.CAPTION, Zone.TAGS))


def words_around(block: Block) -> str:
    """Return the words in class and id of a block's element and of what closely holds it."""
    nodes = [block.element, *list(block.element.iterancestors())[:4]]
    return " ".join(map(words_of, nodes))

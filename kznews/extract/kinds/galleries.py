"""Pages that show pictures or a film and no text: what is read as one is captions, or cards of other programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.twins import MIN_TWINS, pictured_twins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_CAPTIONS, MAX_CAPTION = 100, 250
"""Letters of a gallery's captions on the average, and of the longest; a story in pictures has sentences under them."""
_FILMS = ("iframe", "video", "amp-youtube")


def is_gallery(texts: Sequence[Block]) -> bool:
    """Return whether all texts of a page are captions: short, each in a box of its own with a picture, all of one kind.

    What opens with a paragraph of its own is a story in pictures. Never raises.
    """
    if _stand_in_one_box(texts) or max(len(block.text) for block in texts) > MAX_CAPTION:
        return False
    return sum(len(block.text) for block in texts) <= MAX_CAPTIONS * len(texts) and bool(pictured_twins(texts))


def tells_of_others(texts: Sequence[Block], document: Document) -> bool:
    """Return whether a page shows a film, and its texts are cards with a picture each under a heading of their own.

    Never raises.
    """
    if not texts or not texts[0].heading or not document.index.tagged(*_FILMS):
        return False
    cards = _boxes_with_pictures([block for block in texts if not block.heading])
    return bool(cards) and not any(box in cards for box in texts[0].element.iterancestors())


def _boxes_with_pictures(texts: Sequence[Block]) -> set[HtmlElement]:
    """Return the boxes with a picture in which texts stand one by one, if all do."""
    return set() if _stand_in_one_box(texts) else pictured_twins(texts)


def _stand_in_one_box(texts: Sequence[Block]) -> bool:
    """Return whether some texts are few, or the first two paragraphs of one box, as in nearly all articles."""
    if len(texts) < MIN_TWINS:
        return True
    first, second = (block.element for block in texts[:2])
    return first.getparent() is second.getparent() and next(first.iter("img"), None) is None

"""The box of few words that stands around something in a text: a button, a field, the label of an advert."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.asking import speaks
from kznews.extract.texts import LINK_ONLY, ends_sentence, is_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

MAX_CALL = 400
"""Letters of a box that asks for something, with its heading and what it promises."""
MAX_LINES = 8
"""Pieces of text in such a box: heading, promise, button, a line about consent, the options of a poll."""
MAX_SENTENCES = 2
"""Sentences set apart in such a box; what holds more is a part of the article."""
MIN_TWINS = 2
"""So many boxes of one kind beside a box, each with a text: then it is a part of the article as they are."""
NEAR = 20
"""Elements on either side of a box among which its kin are looked for, and pieces of text that are looked at in each."""
BOXES = frozenset(("div", "section", "aside", "form", "fieldset", "center", "article"))
_PARTS = frozenset(("li", "dd", "blockquote"))
"""What stands in one of these belongs to a list or to a quotation."""
_ADVERT_WORDS = map(phrases.key, ("жарнама", "реклама", "advertisement", "sponsored", "демеуші", "серіктес материалы"))
_ADVERT = re.compile(rf"(?:{'|'.join(_ADVERT_WORDS)})(?:\W*\d\d)?")


def box_around_control(
    control: HtmlElement, blocks: Blocks, container: HtmlElement, *, field: bool = False
) -> HtmlElement | None:
    """Return the box around a control with the words that belong to it; None where that is a part of the article.

    Each part of an article may have a button, hardly one of them a `field` to fill in: page builders make one kind of box of all.
    """
    box: HtmlElement | None = None
    start = end = 0
    for node in chain((control,), control.iterancestors()):
        first, last = blocks.spans.get(node, (0, 0))
        if node is container or last - first > MAX_LINES:
            break
        if box is None:
            if any(line.link_share <= LINK_ONLY and not is_advert(line.text) for line in blocks.all[first:last]):
                box, start, end = node, first, last
        elif node in blocks.spans:
            if node.tag not in BOXES or not _belong([*blocks.all[first:start], *blocks.all[end:last]]):
                break
            box, start, end = node, first, last
    if box is None or box.tag not in BOXES or not _is_small(blocks.all[start:end]):
        return None
    around = takewhile(lambda node: node is not container, box.iterancestors())
    return None if any(node.tag in _PARTS for node in around) or (not field and _is_part(box, blocks)) else box


def _is_small(lines: Sequence[Block]) -> bool:
    few = len(lines) <= MAX_LINES and sum(map(is_text, lines)) <= MAX_SENTENCES
    return few and letters(lines) <= MAX_CALL


def letters(lines: Sequence[Block]) -> int:
    """Return how many letters some lines have."""
    return sum(len(line.text) for line in lines)


def _belong(lines: Sequence[Block]) -> bool:
    """Return whether lines around a call belong to it: its heading, further buttons, what it promises the reader."""
    if not _is_small(lines):
        return False
    return all(
        line.link_share > LINK_ONLY or (len(line.text) <= phrases.MAX_LABEL and not ends_sentence(line.text)) or speaks(line.text)
        for line in lines
    )


def _is_part(box: HtmlElement, blocks: Blocks) -> bool:
    """Return whether boxes of the same kind beside a box hold other texts: parts of an article, each with a button of its own."""
    said = {line.text for line in blocks.inside(box)}

    def holds_text(other: HtmlElement) -> bool:
        start, end = blocks.spans.get(other, (0, 0))
        return any(is_text(line) and line.text not in said for line in blocks.all[start : min(end, start + NEAR)])

    near = chain(islice(box.itersiblings(), NEAR), islice(box.itersiblings(preceding=True), NEAR))
    kin = (other for other in near if other.tag == box.tag and _are_kin(other.get("class"), box.get("class")))
    return len(list(islice(filter(holds_text, kin), MIN_TWINS))) == MIN_TWINS


def _are_kin(one: str | None, other: str | None) -> bool:
    """Return whether two boxes have one class, or one of them a further one ("post", "post post--key")."""
    if not one or not other:
        return not one and not other
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first


def is_advert(line: str) -> bool:
    """Return whether a line is the label of an advert and nothing else, with or without the age it is for ("Жарнама · 21+")."""
    return len(line) <= phrases.MAX_LABEL and _ADVERT.fullmatch(phrases.key(line)) is not None

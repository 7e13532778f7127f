"""Poems and songs of which each line is a paragraph of its own: too short to tell by itself where a text stands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kznews.extract.texts import MIN_PARAGRAPH, has_digit
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.extract.block import Block

MIN_VERSES = 6
"""Lines that follow each other, at least: addresses and names are fewer, and most of them have figures."""
MIN_WORDS = 2
"""Words of a line on the average; menus and keywords have fewer."""


def verses(blocks: list[Block], start: int) -> Iterator[int]:
    """Yield the indices of lines behind `start` that follow each other in one box, each a paragraph without links and figures.

    Headings and lines between stanzas end no poem, for a poem is rarely alone on its page. Never raises.
    """
    said = ((at, block) for at, block in enumerate(blocks[start:], start) if block.zone is Zone.CONTENT)
    for holder, group in groupby(said, key=lambda pair: pair[1].element.getparent()):
        lines = list(group)
        fit = [at for at, block in lines if _is_line(block)]
        if holder is None or len(fit) < max(MIN_VERSES, len(lines) / 2):
            continue
        if sum(len(blocks[at].text.split()) for at in fit) >= MIN_WORDS * len(fit):
            yield from fit


def _is_line(block: Block) -> bool:
    """Return whether a block is a short paragraph that may be a verse."""
    short = len(block.text) < MIN_PARAGRAPH and block.element.tag in ("p", "div") and not (block.linked or block.heading)
    return short and not has_digit(block.text)

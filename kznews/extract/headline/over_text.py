"""The heading over a text whose page says nowhere else what its headline is. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.headline.claims import MAX_NAME_WORDS
from kznews.extract.headline.headings import MAX_TITLE, calls_itself_title, names_site
from kznews.extract.headline.title import is_paragraph
from kznews.extract.phrases import ALSO_READ, RELATED, is_label
from kznews.extract.surroundings import is_button
from kznews.extract.texts import FURNITURE, holds_date

if TYPE_CHECKING:
    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

FAR_OVER = 30
"""Blocks between headline and text: buttons, stars to rate it and what a player says may stand there (K2 has 13)."""
MAX_LINKS = 2
"""Links between the two, its author's and its section's: a menu or cards under another heading are more."""
MAX_LINE = 60
"""Letters of a line with a date and little else."""
_TOP = ("h1", "h2", "h3")


def heading_of_text(blocks: Blocks, over: int, bold: Block | None) -> Block | None:
    """Return the heading over the text, or over its `bold` first line, that is its headline; None where none surely is.

    It is the nearest one over it, not over the block `over` that says what the head does, and no link. It has a date beside it
    or calls itself title and has more words than a name or opens the text's own box. So K2 writes, in whose texts a salutation in
    bold may follow ("Құрметті ...!"). Never raises.
    """
    first = bold if bold is not None else next((block for block in blocks.all if is_paragraph(block)), None)
    if first is None:
        return None
    end = blocks.all.index(first)
    at = next((at for at in range(end - 1, max(-1, over - 1, end - FAR_OVER), -1) if blocks.all[at].heading), -1)
    if at < 0 or not _may_head(blocks.all[at]):
        return None
    links = [link for block in blocks.all[at:end] for link in block.links]
    if sum(not (is_button(link) or (link.get("href") or "").startswith("#")) for link in links) > MAX_LINKS:
        return None
    heading = blocks.all[at]
    named = calls_itself_title(heading.element)
    opens = heading.element.getparent() is first.element.getparent()
    if named and (opens or len(heading.text.split()) > MAX_NAME_WORDS):
        return heading
    return heading if any(map(holds_date, _beside(blocks, at))) else None


def _may_head(block: Block) -> bool:
    element = block.element
    plain = element.tag in _TOP and not block.links and block.zone not in FURNITURE and not names_site(element)
    return plain and len(block.text) <= MAX_TITLE and not any(is_label(block.text, kind) for kind in (RELATED, ALSO_READ))


def _beside(blocks: Blocks, at: int) -> list[str]:
    """Return the lines right over and under a heading in its own box."""
    box = blocks.all[at].element.getparent()
    near = [*blocks.all[max(0, at - 1) : at], *blocks.all[at + 1 : at + 2]]
    lines = [block for block in near if len(block.text) <= MAX_LINE and not (block.links or block.heading)]
    return [block.spaced for block in lines if box in (block.element, block.element.getparent())]

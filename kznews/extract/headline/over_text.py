"""The heading over a text whose page says nowhere else what its headline is. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.emphasis import is_emphasised
from kznews.extract.headline.claims import MAX_NAME_WORDS
from kznews.extract.headline.headings import MAX_TITLE, calls_itself_title, names_site
from kznews.extract.headline.title import is_paragraph
from kznews.extract.phrases import ALSO_READ, RELATED, is_label, key
from kznews.extract.section.names import HOME_NAMES, is_home
from kznews.extract.selecting import short_text
from kznews.extract.surroundings import is_button
from kznews.extract.texts import FURNITURE, ends_sentence, holds_date

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

FAR_OVER = 30
"""Blocks between headline and text: buttons, stars to rate it and what a player says may stand there (K2 has 13)."""
MAX_LINKS = 2
"""Links between the two, its author's and its section's: a menu or cards under another heading are more."""
MAX_LINE = 60
"""Letters of a line with a date and little else."""
MIN_LETTERS = 4
"""Letters of the shortest title that a line over a text may be."""
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
    heading = _over_sentence(blocks, at, first)
    if heading is not None:
        return heading
    heading = blocks.all[at]
    named = calls_itself_title(heading.element)
    opens = heading.element.getparent() is first.element.getparent()
    if named and (opens or len(heading.text.split()) > MAX_NAME_WORDS):
        return heading
    return heading if any(map(holds_date, _beside(blocks, at))) else None


def _over_sentence(blocks: Blocks, at: int, first: Block) -> Block | None:
    """Return the higher heading right over one that is a sentence, both in the text's own box: that is its lead (TYPO3)."""
    over, sentence = blocks.all[max(0, at - 1)], blocks.all[at]
    box = first.element.getparent()
    if not (sentence.text.endswith(".") and over.heading and over.element.tag < sentence.element.tag and _may_head(over)):
        return None
    return over if over.element.getparent() is box and sentence.element.getparent() is box else None


def short_line_over_text(blocks: Blocks, *, untitled: bool) -> Block | None:
    """Return the short line in bold or large letters that stands alone between the way to the page and the text; or None.

    The way is a line with few links that begins with one home; on an `untitled` page none is needed. So hand-made pages show a
    title of one or two words, a name or what a poem is called. What the way says is the section's name; a sentence is a
    salutation. Never raises.
    """
    first = next((at for at, block in enumerate(blocks.all) if is_paragraph(block)), 0)
    way, line = blocks.all[first - 2 : first] if first > 1 else (None, None)
    if way is None or line is None:
        return None
    leads = 0 < len(way.links) <= MAX_LINKS + 1 and _leads_home(way.links[0])
    if not (leads and line.text not in way.text) and not untitled:
        return None
    short = MIN_LETTERS <= len(line.text) <= MAX_LINE and not (line.links or ends_sentence(line.text) or line.text.endswith(","))
    if not short or line.zone in FURNITURE or holds_date(line.text):
        return None
    return line if is_emphasised(line, frozenset()) else None


def _leads_home(link: HtmlElement) -> bool:
    """Return whether a link leads home, by its address or, where that is a file's, by what it says."""
    return is_home(link) or key(short_text(link, MAX_LINE)) in HOME_NAMES


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

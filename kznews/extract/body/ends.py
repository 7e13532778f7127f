"""Where a text ends: at what leads on to comments, to a list of other articles, to the article before or behind."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.asking import asks
from kznews.extract.people.names import looks_like_name
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import LINK_ONLY, MIN_PARAGRAPH, is_running, is_text, opens_comments, opens_list

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MIN_GOING_ON = 2
"""Paragraphs behind a label by which the text goes on."""
MAX_LISTED = 40
"""Pieces of text behind a box with a list of other articles that are looked at."""
MAX_BETWEEN = 3
"""Elements behind a subheading among which its first paragraph is: pictures may stand between."""
NEAR = 5
"""Blocks before a label among which a paragraph of its own box stands."""


def ends_text(blocks: list[Block], at: int, kept: list[Block], last: int) -> bool:
    """Return whether comments or a list of other articles open with a short block, or it leads on: the text `kept` is all.

    It is not where the text goes on behind the block, or behind the box of the list that it opens, or a list stands before the
    block that is the `last` by which a text goes on (`last_text`). Never raises.
    """
    block = blocks[at]
    commented = opens_comments(block)
    if not (commented or opens_list(block) or _leads_on(block)) or not any(map(is_text, kept)):
        return False
    behind = blocks[at + 1 : at + 1 + MAX_LISTED]
    ends = commented or at >= last
    return ends and not (_own_text_behind(blocks, at, kept) or _goes_on(block, behind, kept[-1]))


def opens_others(blocks: list[Block], at: int, kept: list[Block]) -> bool:
    """Return whether a label of comments or of a list of other articles stands amid a text, and heads no part of that itself.

    It heads one where paragraphs like those before it follow with nothing between, unless it asks to read or names a list.
    Never raises.
    """
    block = blocks[at]
    if not (opens_list(block) or (opens_comments(block) and any(map(is_text, kept)))):
        return False
    if phrases.names_list(block.text) or asks(block.text) or not (behind := _own_text_behind(blocks, at, kept)):
        return True
    return not _stands_right_before(block.element, behind[0].element)


def _own_text_behind(blocks: list[Block], at: int, kept: list[Block]) -> list[Block]:
    """Return the paragraphs behind a label that are of one class and box with it and the last one before it, if there are two.

    One is enough right behind a label with words of its own ("Танымал маршрут").
    """
    block = blocks[at]
    box = block.element.getparent()
    near = (it.element for it in islice(reversed(kept), NEAR) if it.element.getparent() is box and is_text(it))
    before = next(near, None)
    if before is None:
        return []
    look = before.tag, before.get("class")
    own = takewhile(lambda it: is_running(it) and not _is_signed(it), blocks[at + 1 : at + 1 + MIN_GOING_ON])
    alike = [it for it in own if it.element.getparent() is box and (it.element.tag, it.element.get("class")) == look]
    if len(alike) >= MIN_GOING_ON:
        return alike
    says_more = bool(alike) and opens_list(block) and phrases.goes_beyond(block.text, phrases.RELATED)
    return alike if says_more and _stands_right_before(block.element, alike[0].element) else []


def _stands_right_before(label: HtmlElement, paragraph: HtmlElement) -> bool:
    """Return whether nothing but a picture stands between two lines of one box: lists that are left out already may."""
    if label is paragraph:
        return True
    for node in islice(label.itersiblings("*"), MAX_BETWEEN):
        if node is paragraph:
            return True
        if node.tag != "figure" and any(map(str.strip, map(str, node.itertext()))):
            return False
    return False


def _is_signed(block: Block) -> bool:
    """Return whether a line begins with the name of who says it, in an element of its own: a reader."""
    return block.has_parts and looks_like_name(block.atoms[0].strip(" :,"))


def _goes_on(label: Block, behind: list[Block], last: Block) -> bool:
    """Return whether the text goes on behind the box of a list: paragraphs like the `last` before it stand beside that box.

    So a box of other articles stands amid a text, however short its end is. A single paragraph is a note of the editors.
    """
    box, holder = label.element.getparent(), last.element.getparent()
    if box is None or holder is None or box is holder or not opens_list(label) or box.getparent() is not holder:
        return False
    look = last.element.tag, last.element.get("class")
    beside = (block for block in behind if block.element.getparent() is holder and is_text(block))
    alike = (block for block in beside if not block.linked and (block.element.tag, block.element.get("class")) == look)
    return len(list(islice(alike, MIN_GOING_ON))) == MIN_GOING_ON


def _leads_on(block: Block) -> bool:
    """Return whether a line is links of which one leads to the article before or behind ("Бас бетке | Келесі мақала")."""
    if not block.linked or block.link_share < LINK_ONLY or len(block.links) == 1:
        return False
    return any(phrases.is_label(spaced_text(link), phrases.COMMENTS) for link in block.links)


def last_text(blocks: list[Block]) -> int:
    """Return the index of the last but one real paragraph, -1 if there is none: before it a label stands in mid-body.

    So adyrna.kz prints a list of others between paragraphs. Never raises.
    """
    texts = (at for at in range(len(blocks) - 1, -1, -1) if _is_real(blocks[at]))
    return next(islice(texts, 1, None), -1)


def _is_real(block: Block) -> bool:
    return len(block.text) > 3 * MIN_PARAGRAPH and block.link_share < 0.2 and is_text(block)  # noqa: PLR2004

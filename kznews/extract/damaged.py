"""The text of an article where tags are missing or too many: what a reader does not see and a parser cannot mend."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.blocks import own_zone
from kznews.extract.selecting import glued_text
from kznews.extract.texts import (
    FURNITURE,
    LEAP_YEAR,
    MAX_LINK_SHARE,
    MIN_PARAGRAPH,
    ends_sentence,
    has_digit,
    is_text,
    opens_comments,
    opens_list,
)
from kznews.extract.zones import Zone
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block, Blocks
    from kznews.extract.document import Document

MIN_GOING_ON = 3
"""Paragraphs behind the text's box that belong to the text; fewer say who the author is, or what to read next."""
MIN_LINKED = 3
"""Paragraphs in one link: it is no link to another article, whose card holds an excerpt, but one whose end tag is missing."""
MIN_LONE = 100
"""Letters of a paragraph that a link, a button or an advert's box holds by mistake; headlines and captions are shorter."""
MAX_BETWEEN = 12
"""Pieces of text between two paragraphs of a text that is out of its box: an advert, a few cards of other articles."""
_SENTENCES = re.compile(r"[.!?…؟۔]»?\s")
"""What stands between two sentences."""
_LEADING = ("a", "img", "iframe", "video", "button", "input", "form")
"""What an advert has, or the frame that a script put into its box."""
_PARTS = frozenset(("p", "blockquote", "ul", "ol", "dl", "h2", "h3", "h4", "h5", "pre", "table"))
"""What a text is made of; what is said in a box of another kind behind it is not known to be of it."""
_AMID = frozenset((Zone.ADVERT, Zone.ASIDE, Zone.RELATED, Zone.CAPTION))
"""What stands amid a text as well as behind it; shares, tags, comments and what is said of the article are at its end."""


def links_over_text(blocks: Blocks) -> frozenset[HtmlElement]:
    """Return the links that hold several paragraphs of running text: their end tags are missing."""
    texts = (block for block in blocks.all if block.linked and len(block.text) >= MIN_PARAGRAPH and is_text(block))
    held = Counter(link for block in texts for link in block.links)
    return frozenset(link for link, count in held.items() if count >= MIN_LINKED)


def paragraphs_in_buttons(document: Document) -> frozenset[HtmlElement]:
    """Return the paragraphs inside buttons: one whose end the parser missed, for a box in it is open, holds all that follows."""
    return frozenset(paragraph for button in document.index.tagged("button") for paragraph in button.iter("p"))


def lone_paragraphs(box: HtmlElement) -> frozenset[HtmlElement]:
    """Return the links and buttons in a text's box that hold a paragraph of several sentences and nothing else.

    Nobody chose that: what leads to another article shows its headline or a picture, and a button says what it does.
    """
    return frozenset(node for node in box.iter("a", "button") if len(node) == 1 and _is_lone(node, box))


def _is_lone(control: HtmlElement, box: HtmlElement) -> bool:
    """Return whether a link or a button holds one paragraph of several sentences alone, and stands in no furniture."""
    only = control[0]
    if only.tag != "p" or (control.text or "").strip() or (only.tail or "").strip():
        return False
    text = glued_text(only)
    if not _are_sentences(text) or next(only.iter("a", "img", "h2", "h3", "h4"), None) is not None:
        return False
    return all(own_zone(node) not in FURNITURE for node in takewhile(lambda node: node is not box, control.iterancestors()))


def texts_in_slots(box: HtmlElement, blocks: Blocks) -> frozenset[HtmlElement]:
    """Return the paragraphs amid a text that are in the place of an advert: its end tag is missing (`is_in_slot`)."""
    slots = (block for block in blocks.inside(box) if block.zone is Zone.ADVERT)
    return frozenset(block.element for block in slots if is_in_slot(block))


def is_in_slot(block: Block) -> bool:
    """Return whether a paragraph of several sentences stands in the place of an advert that a script fills.

    Such a box says nothing in the page's own markup; an advert in words that the portal wrote leads somewhere or has a picture.
    """
    paragraph = block.element
    slot = paragraph.getparent()
    if paragraph.tag != "p" or slot is None or own_zone(slot) is not Zone.ADVERT:
        return False
    filled = next(slot.iter("script", "ins"), None) is not None and next(slot.iter(*_LEADING), None) is None
    return filled and _are_sentences(block.text)


def _are_sentences(text: str) -> bool:
    return len(text) >= MIN_LONE and ends_sentence(text) and _SENTENCES.search(text) is not None


def spilt(box: HtmlElement, blocks: Blocks) -> HtmlElement:
    """Return the box, or the ancestor into which its text runs on behind an end tag too many: bare, in no box of its own."""
    end = blocks.spans.get(box, (0, 0))[1]
    if end == len(blocks.all) or blocks.all[end].element not in box.iterancestors():
        return box
    texts = list(takewhile(may_go_on, blocks.all[end:]))
    if len(texts) < MIN_GOING_ON:
        return box
    return next((node for node in box.iterancestors() if blocks.spans.get(node, (0, 0))[1] >= end + len(texts)), box)


def parts_behind(box: HtmlElement, blocks: Blocks) -> list[HtmlElement]:
    """Return the paragraphs, subheadings and lists behind a box in which its text goes on, for an end tag too many closed it.

    They stand right in what is around the box. An empty list where no three paragraphs do.
    """
    parts: list[HtmlElement] = []
    texts = held = 0
    for part, block in _behind(box, blocks):
        if part not in parts[-1:]:
            parts.append(part)
        if may_go_on(block):
            texts, held = texts + 1, len(parts)
    return parts[:held] if texts >= MIN_GOING_ON else []


def _behind(box: HtmlElement, blocks: Blocks) -> Iterator[tuple[HtmlElement, Block]]:
    """Yield what text is made of behind a box and stands right in what is around it, with each block, up to the text's end."""
    around = frozenset(box.iterancestors())
    between = 0
    for block in blocks.all[blocks.spans.get(box, (0, 0))[1] :]:
        if block.zone in _AMID:
            part = None
        elif block.zone is not Zone.CONTENT or block is blocks.headline or block.element in around or _ends_text(block):
            return
        else:
            part = _child_of_any(around, block.element)
        if part is not None and part.tag in _PARTS:
            between = 0
            yield part, block
        elif (between := between + 1) > MAX_BETWEEN:
            return


def _child_of_any(around: frozenset[HtmlElement], inner: HtmlElement) -> HtmlElement:
    """Return the child of one of the elements around a text that is or holds `inner`."""
    while (parent := inner.getparent()) is not None and parent not in around:
        inner = parent
    return inner


def _ends_text(block: Block) -> bool:
    return opens_list(block) or opens_comments(block) or opens_another(block)


def opens_another(block: Block) -> bool:
    """Return whether a block opens another article: a linked heading, an h1, a date or what names itself meta."""
    if block.zone is Zone.META or (block.heading and (block.linked > 0 or block.element.tag == "h1")):
        return True
    short = len(block.text) <= phrases.MAX_LABEL
    return short and has_digit(block.text) is not None and bool(find_dates(block.spaced, year=LEAP_YEAR))


def may_go_on(block: Block) -> bool:
    """Return whether a block is running text, no furniture and no list of links."""
    return is_text(block) and block.zone not in FURNITURE and block.link_share <= MAX_LINK_SHARE

"""The text of an article where tags are missing or too many: what a reader does not see and a parser cannot mend."""

from __future__ import annotations

import re
from collections import Counter
from itertools import dropwhile, islice, pairwise, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.blocks import Blocks
from kznews.extract.selecting import glued_text
from kznews.extract.texts import (
    FURNITURE,
    LEAP_YEAR,
    LINK_ONLY,
    MAX_LINK_SHARE,
    MIN_PARAGRAPH,
    SWALLOWING,
    ends_sentence,
    has_digit,
    is_text,
    opens_comments,
    opens_list,
)
from kznews.extract.walk import own_zone
from kznews.extract.zones import Zone
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MIN_GOING_ON = 3
"""Paragraphs behind the text's box that belong to the text; fewer say who the author is, or what to read next."""
MIN_LINKED = 3
"""Paragraphs in one link: it is no link to another article, whose card holds an excerpt, but one whose end tag is missing."""
MAX_UNCLOSED = 2
"""Links around paragraphs whose end tags were forgotten."""
MIN_LONE = 100
"""Letters of a paragraph that a link, a button or an advert's box holds by mistake; headlines and captions are shorter."""
MAX_BETWEEN = 12
"""Pieces of text between two paragraphs of a text that is out of its box: an advert, a few cards of other articles."""
MIN_IN_BOX = 2
"""Paragraphs in a box inside an open form: a part of the text, no card."""
MAX_CARD = 4
"""Blocks of a card in a list or amid a text: headline, excerpt, date, section."""
_FIELDS = ("input", "textarea", "select", "button")
_SENTENCES = re.compile(r"[.!?…؟۔]»?\s")
"""What stands between two sentences."""
_LINK_TAG = re.compile(rb"<!--(?:.*?-->|.*)|<(/?)([aA])(?=[\t\n\f\r />])", re.DOTALL)
"""A comment, or the tag of a link: whether it is an end tag, its name."""
_LEADING = ("a", "img", "iframe", "video", "button", "input", "form")
"""What an advert has, or the frame that a script put into its box."""
_PARTS = frozenset(("p", "blockquote", "ul", "ol", "dl", "h2", "h3", "h4", "h5", "pre", "table"))
"""What a text is made of; what is said in a box of another kind behind it is not known to be of it."""
_OPEN = ("div", "section", "aside", "ul", "figcaption", "figure", "button")
"""What furniture amid a text stands in."""
_LEFT_OPEN = frozenset((Zone.RELATED, Zone.ADVERT, Zone.CAPTION))
"""Furniture amid a text that may hold the rest of it."""
_AMID = frozenset((Zone.ADVERT, Zone.ASIDE, Zone.RELATED, Zone.CAPTION))
"""What stands amid a text as well as behind it; shares, tags, comments and what is said of the article are at its end."""


def links_over_text(blocks: Blocks) -> frozenset[HtmlElement]:
    """Return the links that hold several paragraphs of running text: their end tags are missing.

    And those that lead nowhere, in a paragraph: marks of an editor. One around a paragraph is a card's, which a script opens.
    """
    texts = [block for block in blocks.all if block.linked and len(block.text) >= MIN_PARAGRAPH and is_text(block)]
    held = Counter(link for block in texts for link in block.links)
    marks = (link for block in texts if block.element.tag == "p" for link in block.links if link.get("href") is None)
    return frozenset(
        (
            *(link for link, count in held.items() if count >= MIN_LINKED),
            *(link for link in marks if held[link] == 1 and next(link.iterancestors("p"), None) is not None),
        )
    )


def unclosed_links(document: Document, blocks: Blocks) -> frozenset[HtmlElement]:
    """Return the links without an end tag in which a paragraph goes on, or that hold paragraphs: one or two of these.

    More are cards, all of one make. The next tag of a link behind such a one begins another; it is looked for only where a link
    holds so much, as hardly any does.
    """
    asked = {block.links[-1]: block for block in blocks.all if block.linked and _may_be_swallowed(block)}
    if not asked:
        return frozenset()
    ends = [bool(tag[1]) for tag in _LINK_TAG.finditer(document.markup) if tag[2]]
    starts = [at for at, end in enumerate(ends) if not end]
    links = [*document.tree.iter("a")]
    if len(starts) != len(links):
        return frozenset()
    left_open = [link for at, link in zip(starts, links, strict=True) if link in asked and not any(ends[at + 1 : at + 2])]
    amid = [link for link in left_open if _is_within(link, asked[link].element)]
    return frozenset(left_open if len(left_open) - len(amid) <= MAX_UNCLOSED else amid)


def _may_be_swallowed(block: Block) -> bool:
    """Return whether a link may have swallowed a block: it is around a paragraph, or begins amid one and goes up to its end."""
    if block.element.tag != "p" or block.link_share <= MAX_LINK_SHARE or not is_text(block) or block.zone in FURNITURE:
        return False
    link, last = block.links[-1], block.owners[-1]
    if not _is_within(link, block.element):
        return True
    return block.owners[0] is block.element and block.linked < len(block.text) and (last is link or _is_within(last, link))


def _is_within(inner: HtmlElement, outer: HtmlElement) -> bool:
    return outer in inner.iterancestors()


def paragraphs_in_buttons(document: Document) -> frozenset[HtmlElement]:
    """Return the paragraphs inside buttons: one whose end the parser missed, for a box in it is open, holds all that follows."""
    return frozenset(paragraph for button in document.index.tagged("button") for paragraph in button.iter("p"))


def texts_in_unclosed(document: Document, blocks: Blocks) -> frozenset[HtmlElement]:
    """Return paragraphs side by side in furniture of a kind of which the page lacks end tags: a list, a header, a section.

    Boxes of the tag div are mended before a page is read (`mending`). Comments and footers are texts as well, and stay so.
    """
    held: dict[HtmlElement | None, list[Block]] = {}
    beside: set[HtmlElement | None] = set()
    for before, block in pairwise(blocks.all):
        if block.zone in SWALLOWING and block.element.tag == "p" and _is_running(block):
            box = block.element.getparent()
            if held.setdefault(box, [])[-1:] == [before]:
                beside.add(box)
            held[box].append(block)
    lacking: dict[str, bool] = {}
    found: set[HtmlElement] = set()
    for box in beside:
        texts = held[box]
        around = () if box is None else (box, *box.iterancestors())
        zones = ((node.tag, own_zone(node)) for node in around)
        tag = next((tag for tag, zone in zones if zone is texts[0].zone), "div")
        if tag != "div" and tag not in lacking:
            lacking[tag] = lacks_ends(document.markup, tag)
        if lacking.get(tag):
            found.update(block.element for block in texts)
    return frozenset(found)


def lacks_ends(markup: bytes, tag: str) -> bool:
    """Return whether there are less end tags of a name than start tags."""
    ends = re.findall(rb"<(/?)%s(?=[\t\n\f\r />])" % tag.encode(), markup, re.IGNORECASE)
    return 2 * sum(map(bool, ends)) < len(ends)


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


def text_in_open_boxes(box: HtmlElement) -> frozenset[HtmlElement]:
    """Return three paragraphs or more, some side by side, in furniture amid a text: its end tag is missing, the text goes on.

    That is a list of other articles, an advert's place, a caption or a button. Excerpts of other articles stand one by one in
    boxes, or each right under its headline.
    """
    found: set[HtmlElement] = set()
    asked: set[HtmlElement] = set()
    for node in box.iter(*_OPEN):
        if node in asked or (node.tag != "button" and own_zone(node) not in _LEFT_OPEN):
            continue
        asked.update(node.iter(*_OPEN))
        if next(islice(node.iter("p"), 1, None), None) is None:
            continue
        part = Blocks(node).all
        texts = [block for before, block in pairwise(part) if may_go_on(block) and before.link_share <= LINK_ONLY]
        holders = {block.element.getparent() for block in texts}
        if len(texts) >= MIN_GOING_ON and len(holders) < len(texts):
            found.update(block.element for block in texts)
    return frozenset(found)


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

    They stand right in what is around the box, or in a form there that was never closed. An empty list where there are no three.
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
    around = set(box.iterancestors())
    between, asking = 0, False
    for block in blocks.all[blocks.spans.get(box, (0, 0))[1] :]:
        part = child_of(around, block.element)
        if block.zone not in _AMID and part.tag == "form" and (open_boxes := _left_open(part, blocks)):
            around |= open_boxes
            part, asking = child_of(around, block.element), True
        asking = asking and not may_go_on(block)
        if block.zone in _AMID or part.tag == "figure" or asking or _is_linked_card(part, blocks):
            amid = False
        elif block.zone is not Zone.CONTENT or block is blocks.headline or block.element in around or ends_article(block):
            return
        else:
            amid = part.tag in _PARTS
        if amid:
            between = 0
            yield part, block
        elif (between := between + 1) > MAX_BETWEEN:
            return


def _left_open(form: HtmlElement, blocks: Blocks) -> set[HtmlElement]:
    """Return a form that was never closed, with the boxes of text in it: running text stands behind all that it asks.

    Nothing for any other form.
    """
    fields = [node for node in form.iter(*_FIELDS) if node.get("type") != "hidden"]
    behind = frozenset(islice(dropwhile(lambda node: node is not fields[-1], form.iter()), 1, None)) if fields else frozenset()
    texts = (block.element for block in blocks.inside(form) if may_go_on(block))
    held = Counter(element.getparent() for element in texts if element in behind)
    if sum(held.values()) < MIN_GOING_ON:
        return set()
    return {form, *(box for box, count in held.items() if box is not None and box.tag == "div" and count >= MIN_IN_BOX)}


def _is_linked_card(box: HtmlElement, blocks: Blocks) -> bool:
    """Return whether a box is a card of another article, headline and excerpt in one link."""
    inside = blocks.inside(box) if box.tag == "div" else []
    if not 1 < len(inside) <= MAX_CARD:
        return False
    return all(block.link_share > LINK_ONLY for block in inside) and len({link for block in inside for link in block.links}) == 1


def child_of(around: Collection[HtmlElement], inner: HtmlElement) -> HtmlElement:
    """Return the child of one of some elements `around` that is or holds `inner`, which stands in it."""
    while (parent := inner.getparent()) is not None and parent not in around:
        inner = parent
    return inner


def ends_article(block: Block) -> bool:
    """Return whether a list of others, the comments or another article open with a block."""
    return opens_list(block) or opens_comments(block) or opens_another(block)


def opens_another(block: Block) -> bool:
    """Return whether a block opens another article: a linked heading, an h1, a date in no sentence or what names itself meta."""
    if block.zone is Zone.META or (block.heading and (block.linked > 0 or block.element.tag == "h1")):
        return True
    short = len(block.text) <= phrases.MAX_LABEL and not is_text(block)
    return short and has_digit(block.text) is not None and bool(find_dates(block.spaced, year=LEAP_YEAR))


def may_go_on(block: Block) -> bool:
    """Return whether a block is running text, no furniture and no list of links."""
    return block.zone not in FURNITURE and _is_running(block)


def _is_running(block: Block) -> bool:
    return is_text(block) and block.link_share <= MAX_LINK_SHARE

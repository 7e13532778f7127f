"""Where an article's text stands on the page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.selecting import glued_text
from kznews.extract.texts import FURNITURE, MAX_LINK_SHARE, MIN_PARAGRAPH, ends_sentence, is_text, opens_list
from kznews.extract.zones import TAG_ZONES, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block, Blocks

FAIR_PART = 0.25
"""Of the page's text; the least that an article beside six teasers held on the pages at hand is 0.3."""
MAX_CARD = 4
"""Blocks of a card in a list: headline, excerpt, date, section."""
HALF = 0.5
"""Of a line: a date may stand before the headline that is the link."""
GROWTH = 1.33
"""An ancestor with a third more running text holds another part of it, not a note beside it."""
DOUBT, MIN_DOUBTED = 3.0, 600.0
"""Running text in furniture must be so many times that outside, and so much, before the names are doubted."""
MIN_OPENING = 2
"""Paragraphs before the text's box that belong to the text; a single one is a lead."""
BELIEVED = frozenset((Zone.COMMENTS, Zone.FOOTER))
LINKED = 0.7
"""A headline that is a link is little else."""


def find_container(blocks: Blocks, title_at: int, title: HtmlElement | None) -> HtmlElement | None:
    """Return the block-level element that holds the article's text, or None if the page has no paragraph.

    Every paragraph votes for its parent and, half as much, for its grandparent; paragraphs before the headline count little.
    Only the box around the headline votes, if it holds a fair part of the page's text: lists beside an article may be longer.
    """
    votes: dict[HtmlElement, float] = {}
    voters = [(at, weight) for at, weight in _weights(blocks, title_at) if weight]
    start, end = _home(blocks, voters, title)
    for at, weight in voters:
        if start <= at < end:
            for element, share in _holders(blocks.all[at].element, blocks):
                votes[element] = votes.get(element, 0.0) + weight * share
    if not votes:
        return None
    best = max(votes, key=lambda element: votes[element])
    return _grown(best, blocks, [(at, weight) for at, weight in voters if start <= at < end], title_at)


def doubted_text(blocks: Blocks, title_at: int) -> frozenset[HtmlElement]:
    """Return the boxes of the page's running text where names call nearly all of it furniture; else nothing.

    Such a name means something else: "article-widget" is a part that an editor added, "print-this" is what a button prints.
    Comments and footers are believed, and so are the tags nav, aside and footer.
    """
    # No weight is above a text's length: on most pages furniture says too little to be asked any further.
    if sum(len(block.text) for block in blocks.all if block.zone in FURNITURE and len(block.text) >= MIN_PARAGRAPH) < MIN_DOUBTED:
        return frozenset()
    plain, doubted = 0.0, {}
    for at, weight in _weights(blocks, title_at, doubting=True):
        element = blocks.all[at].element
        if blocks.all[at].zone not in FURNITURE:
            plain += weight
        elif not any(box.tag in TAG_ZONES for box in element.iterancestors()):
            doubted[at] = weight
    if sum(doubted.values()) < max(MIN_DOUBTED, DOUBT * plain):
        return frozenset()
    return frozenset(blocks.all[at].element for at in doubted)


def _weights(blocks: Blocks, title_at: int, *, doubting: bool = False) -> Iterator[tuple[int, float]]:
    """Yield each block's index and how much it counts as running text; `doubting` only of comments and footers believes names."""
    furniture = BELIEVED if doubting else FURNITURE
    text_seen = False
    for at, block in enumerate(blocks.all):
        length = len(block.text)
        if text_seen and length <= phrases.MAX_LABEL and (opens_list(block) or phrases.is_label(block.text, phrases.COMMENTS)):
            return  # a list of other articles, and nothing of this one behind it
        if length < MIN_PARAGRAPH or block.link_share > MAX_LINK_SHARE or block.zone in furniture or at == title_at:
            continue
        if not is_teaser(block, blocks):
            text_seen = text_seen or at > title_at
            yield at, min(length, 1000) * (0.2 if at < title_at else 1.0) * (1.0 if ends_sentence(block.text) else 0.5)


def _home(blocks: Blocks, voters: list[tuple[int, float]], title: HtmlElement | None) -> tuple[int, int]:
    """Return the range of blocks of the smallest box around the headline that holds a fair part of the text, else of the page."""
    total = sum(weight for _, weight in voters)
    for box in title.iterancestors() if title is not None else ():
        start, end = blocks.spans.get(box, (0, 0))
        inside = [weight for at, weight in voters if start <= at < end]
        if sum(inside) >= FAIR_PART * total and (len(inside) > 1 or sum(inside) >= 2 * FAIR_PART * total):
            return start, end
    return 0, len(blocks.all)


def is_teaser(block: Block, blocks: Blocks, top: HtmlElement | None = None) -> bool:
    """Return whether a text stands under a linked headline in a small box (below `top`): a card of another article."""
    if (block, top) not in blocks.teasers:  # asked by who looks for the text's box and by who reads it
        blocks.teasers[block, top] = _stands_in_card(block, blocks, top)
    return blocks.teasers[block, top]


def _stands_in_card(block: Block, blocks: Blocks, top: HtmlElement | None) -> bool:
    if _begins_with_link(block):
        return True
    holder = block.element
    for _ in range(2):
        if holder is top:
            return False
        start, end = blocks.spans.get(holder, (0, 0))
        card = blocks.all[start:end]
        if len(card) > MAX_CARD or sum(len(other.text) >= MIN_PARAGRAPH and other.link_share < LINKED for other in card) > 1:
            return False
        if card and card[0].link_share > LINKED and card[0] is not block:
            return True
        parent = holder.getparent()
        if parent is None or parent.tag in ("body", "html", "main"):
            return False
        holder = parent
    return False


def _begins_with_link(block: Block) -> bool:
    """Return whether the first of several lines is a linked headline: a card without boxes of its own."""
    first, end, _ = block.text.partition("\n")
    if not end or not block.links:
        return False
    said = glued_text(block.links[0])
    return len(said) >= HALF * len(first) and said in first


def _holders(element: HtmlElement, blocks: Blocks) -> list[tuple[HtmlElement, float]]:
    """Return the elements that a paragraph votes for: what holds it, and what holds that."""
    start, end = blocks.spans.get(element, (0, 0))
    if element.tag in ("p", "blockquote", "li", "h2", "h3", "h4", "pre", "dd") or end - start == 1:
        element = next(_boxes_around(element, blocks), element)
    holders = [element, *islice(_boxes_around(element, blocks), 2)]
    return [(holder, share) for holder, share in zip(holders, (1.0, 0.5, 0.25), strict=False) if holder.tag != "html"]


def _boxes_around(element: HtmlElement, blocks: Blocks) -> Iterator[HtmlElement]:
    """Yield the block-level elements around one, the nearest first: a text may stand in a span or in a tag nobody knows."""
    return (box for box in element.iterancestors() if box in blocks.spans or box.tag == "body")


def _grown(element: HtmlElement, blocks: Blocks, voters: list[tuple[int, float]], title_at: int) -> HtmlElement:
    """Return the element, or the ancestor that holds another part of the text: a body that is divided over several boxes.

    That is one with much more running text, or with paragraphs between the headline and the box ("read on" opens its own).
    """
    best = element
    held = _held(element, blocks, voters)
    for ancestor in _boxes_around(element, blocks):
        if ancestor.tag in ("body", "html"):
            break
        more = _held(ancestor, blocks, voters)
        if more > GROWTH * held or (title_at >= 0 and _opens_before(best, ancestor, blocks, voters, title_at)):
            best, held = ancestor, more
    return best


def _opens_before(
    box: HtmlElement, around: HtmlElement, blocks: Blocks, voters: list[tuple[int, float]], title_at: int
) -> bool:
    """Return whether two paragraphs or more stand between the headline and a box, beside it or in boxes of its class."""
    first = max(blocks.spans[around][0] if around in blocks.spans else 0, title_at + 1)
    last = blocks.spans.get(box, (0, 0))[0]
    texts = [blocks.all[at] for at, _ in voters if first <= at < last and is_text(blocks.all[at])]
    kind = _child_of(around, box)
    near = (block.element.getparent() is around or _is_twin(_child_of(around, block.element), kind) for block in texts)
    return sum(near) >= MIN_OPENING


def _child_of(around: HtmlElement, inner: HtmlElement) -> HtmlElement:
    """Return the child of `around` that is or holds `inner`, which stands in it."""
    while (parent := inner.getparent()) is not None and parent is not around:
        inner = parent
    return inner


def _is_twin(one: HtmlElement, other: HtmlElement) -> bool:
    return one.tag == other.tag and bool(one.get("class")) and one.get("class") == other.get("class")


def _held(element: HtmlElement, blocks: Blocks, voters: list[tuple[int, float]]) -> float:
    """Return how much running text an element holds."""
    start, end = blocks.spans.get(element, (0, 0))
    return sum(weight for at, weight in voters if start <= at < end)

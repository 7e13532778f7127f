"""Where an article's text stands on the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.body.verses import verses
from kznews.extract.damaged import MAX_CARD, MIN_GOING_ON, child_of, opens_another, spilt
from kznews.extract.selecting import glued_text
from kznews.extract.texts import (
    FURNITURE,
    MAX_LINK_SHARE,
    MIN_PARAGRAPH,
    ends_sentence,
    holds_date,
    is_text,
    opens_comments,
    opens_list,
)
from kznews.extract.twins import texts_in_twins
from kznews.extract.zones import TAG_ZONES, Zone, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

FAIR_PART = 0.25
"""Of the page's text; the least that an article beside six teasers held on the pages at hand is 0.3."""
MAX_NESTED = 4
"""The element of an excerpt and the boxes around it that hold nothing else, with the card (K2: p, IntroText, ItemView)."""
MIN_HEADLINE = 12
"""A headline in a list has at least this many letters; what is shorter is the name of a section, or "Comments"."""
HALF = 0.5
"""Of a line: a date may stand before the headline that is the link."""
GROWTH = 1.33
"""An ancestor with a third more running text holds another part of it, not a note beside it."""
DOUBT, MIN_DOUBTED = 3.0, 600.0
"""Running text in furniture must be so many times that outside, and so much, before the names are doubted."""
MIN_OPENING = 2
"""Paragraphs before the text's box that belong to the text; a single one is a lead."""
BELIEVED = frozenset((Zone.COMMENTS, Zone.FOOTER))
_DOUBTED = FURNITURE - BELIEVED
_MAY_BE_TEXT = FURNITURE - {Zone.COMMENTS}
"""Where nothing else is text, a box right under the headline may be called a footer, as that of a card is."""
_PARAGRAPHS = frozenset(("p", "blockquote", "li", "h2", "h3", "h4", "pre", "dd"))
MIN_LEFT = 200.0
"""Running text that is left without comments and cards, at least: else they may be the article's parts."""
_GOING_ON = (":", ",", ";")
"""What a line ends with that goes on in the next one, which no headline does."""
MAX_COMPLETING = 2
"""Paragraphs behind a frame that holds the rest of a text, at most."""
_CALLED_TEXT = re.compile(
    r"(?<![a-z])(?:entry|post|article|news|story|single|detail|full) ?(?:content|body|text)(?![a-z])|articlebody|article body"
)
"""What the box of a text calls itself, in the words of its class, id or itemprop."""
LINKED = 0.7
"""A headline that is a link is little else."""

_Voter = tuple[int, float]
"""The index of a block that holds running text, and how much it counts."""


def find_container(blocks: Blocks, title_at: int, title: HtmlElement | None) -> HtmlElement | None:
    """Return the block-level element that holds the article's text, or None if the page has no paragraph.

    Every paragraph votes for its parent and, half as much, for its grandparent; paragraphs before the headline count little.
    Only the box around the headline votes, if it holds a fair part of the page's text: lists beside an article may be longer.
    """
    votes: dict[HtmlElement, float] = {}
    voters = _with_verses(blocks, [(at, weight) for at, weight in _weights(blocks, title_at) if weight], title_at)
    everyone = _without_twins(blocks, voters, title_at)
    voters = _home(blocks, everyone, title)
    elected: dict[HtmlElement, list[tuple[HtmlElement, float]]] = {}  # by the one voted for first: most paragraphs share it
    for at, weight in voters:
        first = _first_holder(blocks.all[at].element, blocks)
        if first not in elected:
            elected[first] = _holders(first, blocks)
        for element, share in elected[first]:
            votes[element] = votes.get(element, 0.0) + weight * share
    return spilt(_grown(max(votes, key=votes.__getitem__), blocks, voters, title_at, everyone), blocks) if votes else None


def doubted_text(blocks: Blocks, title_at: int) -> frozenset[HtmlElement]:
    """Return the boxes of the page's running text where names call nearly all of it furniture; else nothing.

    Such a name means something else: "article-widget" is a part that an editor added, "print-this" is what a button prints.
    Comments and footers are believed, and so are the tags nav, aside and footer.
    """
    # No weight is above a text's length: on most pages furniture says too little to be asked any further.
    said = [(block.zone, len(block.text)) for block in blocks.all if block.zone in _MAY_BE_TEXT and _may_weigh(block)]
    if sum(length for zone, length in said if zone is not Zone.FOOTER) < MIN_DOUBTED:
        return _only_text(blocks, title_at) if sum(length for _, length in said) >= MIN_LEFT else frozenset()
    plain, doubted = 0.0, {}
    for at, weight in _weights(blocks, title_at, doubting=True):
        element = blocks.all[at].element
        if blocks.all[at].zone not in FURNITURE:
            plain += weight
        elif not any(box.tag in TAG_ZONES for box in element.iterancestors()):
            doubted[at] = weight
    if sum(doubted.values()) < max(MIN_DOUBTED, DOUBT * plain):
        return _only_text(blocks, title_at)
    return frozenset(blocks.all[at].element for at in doubted)


def _only_text(blocks: Blocks, title_at: int) -> frozenset[HtmlElement]:
    """Return the paragraphs of a short text in a box under the headline that names itself furniture, where no other text stands.

    That is the first such box: a message that was taken over from a channel is called as in that ("tgme_widget_message_text").
    Lists of other articles are believed, and so is what asks the reader for something.
    """
    headline = blocks.headline
    if headline is None or any(block.zone not in FURNITURE and _may_weigh(block) for block in blocks.all[title_at + 1 :]):
        return frozenset()
    first = next((block for block in blocks.all[title_at + 1 :] if block.zone in _MAY_BE_TEXT and is_text(block)), None)
    if first is None or first.zone is Zone.RELATED or is_teaser(first, blocks):
        return frozenset()
    box = _first_holder(first.element, blocks)
    around = box.getparent()
    texts = [block for block in blocks.inside(box) if is_text(block) and not phrases.is_boilerplate(block.text)]
    beside = around is not None and around.tag not in ("body", "html") and around in headline.element.iterancestors()
    beside = beside and not any(node.tag in TAG_ZONES for node in (box, *box.iterancestors()))
    enough = len(texts) >= MIN_GOING_ON and sum(len(block.text) for block in texts) >= MIN_LEFT
    return frozenset(block.element for block in texts) if beside and enough else frozenset()


def _weights(blocks: Blocks, title_at: int, *, doubting: bool = False) -> Iterator[_Voter]:
    """Yield each block's index and how much it counts as running text; `doubting` only of comments and footers believes names."""
    furniture = BELIEVED if doubting else FURNITURE
    text_seen = False
    for at, block in enumerate(blocks.all):
        length = len(block.text)
        if text_seen and length <= phrases.MAX_LABEL and (opens_list(block) or opens_comments(block)):
            return  # a list of other articles, and nothing of this one behind it
        if block.zone in furniture or at == title_at or not _may_weigh(block):
            continue
        if not is_teaser(block, blocks):
            text_seen = text_seen or at > title_at
            yield at, min(length, 1000) * (0.2 if at < title_at else 1.0) * (1.0 if ends_sentence(block.text) else 0.5)


def _with_verses(blocks: Blocks, voters: list[_Voter], title_at: int) -> list[_Voter]:
    """Return the voters in page order with the lines of a poem behind the headline, which have none but short lines to show."""
    if title_at < 0 or _sum([voter for voter in voters if voter[0] > title_at]) >= MIN_DOUBTED:
        return voters
    lines = [(at, float(len(blocks.all[at].text))) for at in verses(blocks.all, title_at + 1)]
    return sorted([*voters, *lines]) if lines else voters


def _may_weigh(block: Block) -> bool:
    """Return whether a block is long enough for running text and no list of links."""
    return len(block.text) >= MIN_PARAGRAPH and not (block.linked and block.link_share > MAX_LINK_SHARE)


def _without_twins(blocks: Blocks, voters: list[_Voter], title_at: int) -> list[_Voter]:
    """Return the voters without comments and cards that no name tells, where behind the headline a text is left."""
    twins = texts_in_twins([blocks.all[at] for at, _ in voters])
    left = [voter for voter in voters if blocks.all[voter[0]] not in twins] if twins else voters
    behind = [weight for at, weight in left if at > title_at]
    return left if len(behind) > 1 and sum(behind) >= MIN_LEFT else voters


def _home(blocks: Blocks, voters: list[_Voter], title: HtmlElement | None) -> list[_Voter]:
    """Return the voters in the smallest box around the headline that holds a fair part of the text, else all."""
    total = _sum(voters)
    for box in title.iterancestors() if title is not None else ():
        inside = _within(voters, *blocks.spans.get(box, (0, 0)))
        if (held := _sum(inside)) >= FAIR_PART * total and (len(inside) > 1 or held >= 2 * FAIR_PART * total):
            return inside
    return voters


def _within(voters: list[_Voter], start: int, end: int) -> list[_Voter]:
    """Return those of some voters in page order that stand in a range of blocks."""
    return voters[bisect_left(voters, (start, 0.0)) : bisect_left(voters, (end, 0.0))]


def _sum(voters: list[_Voter]) -> float:
    return sum([weight for _, weight in voters])


def is_teaser(block: Block, blocks: Blocks, top: HtmlElement | None = None) -> bool:
    """Return whether a text stands under a linked headline in a small box (below `top`): a card of another article."""
    known = blocks.teasers.get(block)
    if known is None:  # asked by who looks for the text's box and by who reads it
        known = blocks.teasers[block] = _stands_in_card(block, blocks, None)
    return known and (top is None or _stands_in_card(block, blocks, top))


def _stands_in_card(block: Block, blocks: Blocks, top: HtmlElement | None) -> bool:
    if block.linked and _begins_with_link(block):
        return True
    for at, holder in enumerate(islice((block.element, *block.element.iterancestors()), MAX_NESTED)):
        start, end = blocks.spans.get(holder, (0, 0))
        if holder is top or end - start > MAX_CARD or holder.tag in ("body", "html", "main"):
            return False
        if end - start > 1:
            if at > 1 and blocks.headline in blocks.all[start:end]:
                return False  # this article's own text, in boxes
            if (told := _is_card(blocks.all[start:end], block, blocks.headline)) is not None:
                return told
            if at and not all(other is block or phrases.is_boilerplate(other.text) for other in blocks.all[start:end]):
                return False  # all but a link to read on
    return False


def _is_card(few: list[Block], block: Block, own: Block | None) -> bool | None:
    """Return whether a few blocks, `block` among them, are a card with a linked headline; None where a larger box may tell.

    `own` is the page's own headline: blogs link it to the page itself.
    """
    texts = [other for other in few if len(other.text) >= MIN_PARAGRAPH and other.link_share < LINKED]
    if len(texts) > 1 and sum(not _is_dateline(other) for other in texts) > 1:
        return False
    over = (other for other in takewhile(lambda other: other is not block, few) if other is not own)
    return True if any(other.link_share > LINKED and len(other.text) >= MIN_HEADLINE for other in over) else None


def _is_dateline(block: Block) -> bool:
    """Return whether a line is no sentence and holds a date ("Автор: admin | 28-05-2014, 09:00 | Қаралды: 100")."""
    return not ends_sentence(block.text) and len(block.text) <= phrases.MAX_LINE and holds_date(block.spaced)


def _begins_with_link(block: Block) -> bool:
    """Return whether the first of several lines is a linked headline: a card without boxes of its own."""
    first, end, _ = block.text.partition("\n")
    if not end or first.endswith(_GOING_ON):
        return False
    said = glued_text(block.links[0])
    return len(said) >= HALF * len(first) and said in first


def _first_holder(element: HtmlElement, blocks: Blocks) -> HtmlElement:
    """Return what a paragraph in `element` votes for first: what holds it, if that is more than a paragraph."""
    start, end = (0, 1) if element.tag in _PARAGRAPHS else blocks.spans.get(element, (0, 0))
    if end - start == 1:
        parent = element.getparent()
        return parent if parent in blocks.spans else next(_boxes_around(element, blocks), element)
    return element


def _holders(first: HtmlElement, blocks: Blocks) -> list[tuple[HtmlElement, float]]:
    """Return the elements that a paragraph votes for: the first, what holds it, and what holds that."""
    holders = [first, *islice(_boxes_around(first, blocks), 2)]
    return [(holder, share) for holder, share in zip(holders, (1.0, 0.5, 0.25), strict=False) if holder.tag != "html"]


def _boxes_around(element: HtmlElement, blocks: Blocks) -> Iterator[HtmlElement]:
    """Yield the block-level elements around one, the nearest first: a text may stand in a span or in a tag nobody knows.

    A paragraph is none: what stands in one is another, or an unclosed tag would have made a box of the first.
    """
    return (box for box in element.iterancestors() if (box in blocks.spans and box.tag != "p") or box.tag == "body")


def _grown(
    element: HtmlElement, blocks: Blocks, voters: list[_Voter], title_at: int, everyone: list[_Voter]
) -> HtmlElement:
    """Return the element, or the ancestor that holds another part of the text: a body that is divided over several boxes.

    That is one with much more running text, or with paragraphs between the headline and the box ("read on" opens its own), or
    behind it in boxes of its class (a rule or an advert divides a long text).
    """
    best = element
    held = _held(element, blocks, voters)
    for ancestor in _boxes_around(element, blocks):
        if ancestor.tag in ("body", "html"):
            break
        more = _held(ancestor, blocks, voters)
        opens = title_at >= 0 and _opens_before(best, ancestor, blocks, voters, title_at)
        if more > GROWTH * held or opens or _goes_on(best, ancestor, blocks, everyone) or _completes(best, ancestor, blocks):
            best, held = ancestor, more
    return best


def _opens_before(
    box: HtmlElement, around: HtmlElement, blocks: Blocks, voters: list[_Voter], title_at: int
) -> bool:
    """Return whether two paragraphs or more stand between the headline and a box, beside it or in boxes of its class."""
    first = max(blocks.spans[around][0] if around in blocks.spans else 0, title_at + 1)
    last = blocks.spans.get(box, (0, 0))[0]
    texts = [blocks.all[at] for at, _ in _within(voters, first, last) if is_text(blocks.all[at])]
    kind = child_of((around,), box)
    near = (block.element.getparent() is around or _is_twin(child_of((around,), block.element), kind) for block in texts)
    return sum(near) >= MIN_OPENING


def _goes_on(box: HtmlElement, around: HtmlElement, blocks: Blocks, voters: list[_Voter]) -> bool:
    """Return whether three paragraphs or more stand behind a box in boxes of its class, and nothing that opens another article.

    Fewer may be about the author. What opens another article is a linked heading, an h1, a date or what names itself meta.
    """
    last, end = blocks.spans.get(box, (0, 0))[1], blocks.spans.get(around, (0, 0))[1]
    texts = [at for at, _ in _within(voters, last, end) if is_text(blocks.all[at])]
    if len(texts) < MIN_GOING_ON:
        return False
    kind = child_of((around,), box)
    twins = [at for at in texts if _is_part(blocks.all[at].element, around, kind, box)]
    return len(twins) >= MIN_GOING_ON and not any(map(opens_another, blocks.all[last : twins[-1]]))


def _completes(box: HtmlElement, around: HtmlElement, blocks: Blocks) -> bool:
    """Return whether what calls itself an article's text holds a box and, behind it, nothing but a paragraph or two more.

    So stands a text of which an editor framed the most, in a table or in a box with a style of its own.
    """
    (start, last), (first, end) = blocks.spans.get(box, (0, 0)), blocks.spans.get(around, (0, 0))
    if start != first or not last < end <= last + MAX_COMPLETING or not _CALLED_TEXT.search(words_of(around)):
        return False
    frame = child_of((around,), box)
    if frame.tag != "table" and frame.get("style") is None:
        return False
    behind = blocks.all[last:end]
    return all(is_text(block) and block.zone is Zone.CONTENT and not (block.links or block.heading) for block in behind)


def _is_part(paragraph: HtmlElement, around: HtmlElement, kind: HtmlElement, box: HtmlElement) -> bool:
    """Return whether a paragraph stands in a twin of `kind`, a child of `around`, or in a box of the class of `box`."""
    part, holder = child_of((around,), paragraph), paragraph.getparent()
    return part is not kind and (_is_twin(part, kind) or (holder is not None and _is_twin(holder, box)))


def _is_twin(one: HtmlElement, other: HtmlElement) -> bool:
    return one.tag == other.tag and bool(one.get("class")) and one.get("class") == other.get("class")


def _held(element: HtmlElement, blocks: Blocks, voters: list[_Voter]) -> float:
    """Return how much running text an element holds."""
    return _sum(_within(voters, *blocks.spans.get(element, (0, 0))))

"""Where an article's text stands on the page."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.body.growing import PARAGRAPHS, Voter, boxes_around, grown, weight_of, within
from kznews.extract.body.verses import verses
from kznews.extract.damaged import MAX_CARD, MIN_GOING_ON, spilt
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
from kznews.extract.zones import TAG_ZONES, Zone, words_of, zone_of, zone_of_words

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
DOUBT, MIN_DOUBTED = 3.0, 600.0
"""Running text in furniture must be so many times that outside, and so much, before the names are doubted."""
BELIEVED = frozenset((Zone.COMMENTS, Zone.FOOTER))
_DOUBTED = FURNITURE - BELIEVED
_MAY_BE_TEXT = FURNITURE - {Zone.COMMENTS}
"""Where nothing else is text, a box right under the headline may be called a footer, as that of a card is."""
MIN_LEFT = 200.0
"""Running text that is left without comments and cards, at least: else they may be the article's parts."""
_ALSO = re.compile(r"(?<![a-z])(?<!read )(?<!see )also(?![a-z])")
_GOING_ON = (":", ",", ";")
"""What a line ends with that goes on in the next one, which no headline does."""
LINKED = 0.7
"""A headline that is a link is little else."""




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
    return spilt(grown(max(votes, key=votes.__getitem__), blocks, voters, title_at, everyone), blocks) if votes else None


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
    Lists of other articles are believed, but for paragraphs without a link or a heading in a box that says no more than "also".
    So is what asks the reader for something.
    """
    headline = blocks.headline
    if headline is None or any(block.zone not in FURNITURE and _may_weigh(block) for block in blocks.all[title_at + 1 :]):
        return frozenset()
    first = next((block for block in blocks.all[title_at + 1 :] if block.zone in _MAY_BE_TEXT and is_text(block)), None)
    if first is None or is_teaser(first, blocks):
        return frozenset()
    box = _first_holder(first.element, blocks)
    if first.zone is Zone.RELATED and not (_says_also(box) and all(is_text(it) and not it.links for it in blocks.inside(box))):
        return frozenset()
    around = box.getparent()
    texts = [block for block in blocks.inside(box) if is_text(block) and not phrases.is_boilerplate(block.text)]
    beside = around is not None and around.tag not in ("body", "html") and around in headline.element.iterancestors()
    beside = beside and not any(node.tag in TAG_ZONES for node in (box, *box.iterancestors()))
    enough = len(texts) >= MIN_GOING_ON and sum(len(block.text) for block in texts) >= MIN_LEFT
    return frozenset(block.element for block in texts) if beside and enough else frozenset()


def _says_also(box: HtmlElement) -> bool:
    """Return whether a box or the next around it that is called a list of others is so by the word "also" alone ("news-also")."""
    named = next((node for node in (box, *box.iterancestors()) if zone_of(node) is Zone.RELATED), None)
    if named is None or (_ALSO.search(words := words_of(named))) is None:
        return False
    return zone_of_words(_ALSO.sub(" ", words)) is not Zone.RELATED


def _weights(blocks: Blocks, title_at: int, *, doubting: bool = False) -> Iterator[Voter]:
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


def _with_verses(blocks: Blocks, voters: list[Voter], title_at: int) -> list[Voter]:
    """Return the voters in page order with the lines of a poem behind the headline, which have none but short lines to show."""
    if title_at < 0 or weight_of([voter for voter in voters if voter[0] > title_at]) >= MIN_DOUBTED:
        return voters
    lines = [(at, float(len(blocks.all[at].text))) for at in verses(blocks.all, title_at + 1)]
    return sorted([*voters, *lines]) if lines else voters


def _may_weigh(block: Block) -> bool:
    """Return whether a block is long enough for running text and no list of links."""
    return len(block.text) >= MIN_PARAGRAPH and not (block.linked and block.link_share > MAX_LINK_SHARE)


def _without_twins(blocks: Blocks, voters: list[Voter], title_at: int) -> list[Voter]:
    """Return the voters without comments and cards that no name tells, where behind the headline a text is left."""
    twins = texts_in_twins([blocks.all[at] for at, _ in voters])
    left = [voter for voter in voters if blocks.all[voter[0]] not in twins] if twins else voters
    behind = [weight for at, weight in left if at > title_at]
    return left if len(behind) > 1 and sum(behind) >= MIN_LEFT else voters


def _home(blocks: Blocks, voters: list[Voter], title: HtmlElement | None) -> list[Voter]:
    """Return the voters in the smallest box around the headline that holds a fair part of the text, else all."""
    total = weight_of(voters)
    for box in title.iterancestors() if title is not None else ():
        inside = within(voters, *blocks.spans.get(box, (0, 0)))
        several = len(inside) > 1 and box.tag != "header"  # that has the lead, and the text stands behind it
        if (held := weight_of(inside)) >= FAIR_PART * total and (several or held >= 2 * FAIR_PART * total):
            return inside
    return voters


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
    start, end = (0, 1) if element.tag in PARAGRAPHS else blocks.spans.get(element, (0, 0))
    if end - start == 1:
        parent = element.getparent()
        return parent if parent in blocks.spans else next(boxes_around(element, blocks), element)
    return element


def _holders(first: HtmlElement, blocks: Blocks) -> list[tuple[HtmlElement, float]]:
    """Return the elements that a paragraph votes for: the first, what holds it, and what holds that."""
    holders = [first, *islice(boxes_around(first, blocks), 2)]
    return [(holder, share) for holder, share in zip(holders, (1.0, 0.5, 0.25), strict=False) if holder.tag != "html"]

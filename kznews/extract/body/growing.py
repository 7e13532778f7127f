"""Which boxes beside that of an article's text hold another part of it, so that the box around them is the text's."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.extract.damaged import MIN_GOING_ON, child_of, opens_another
from kznews.extract.texts import is_text
from kznews.extract.zones import Zone, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Blocks

GROWTH = 1.33
"""An ancestor with a third more running text holds another part of it, not a note beside it."""
MIN_OPENING = 2
"""Paragraphs before the text's box that belong to the text; a single one is a lead."""
MAX_COMPLETING = 2
"""Paragraphs behind a frame that holds the rest of a text, at most."""
MIN_BUILT = 3
"""Boxes with a class around a text that a page builder made; people write fewer."""
_LISTS = frozenset(("ol", "ul"))
PARAGRAPHS = frozenset(("p", "blockquote", "li", "h2", "h3", "h4", "pre", "dd"))
_CALLED_TEXT = re.compile(
    r"(?<![a-z])(?:entry|post|article|news|story|single|detail|full) ?(?:content|body|text)(?![a-z])|articlebody|article body"
)
"""What the box of a text calls itself, in the words of its class, id or itemprop."""

Voter = tuple[int, float]
"""The index of a block that holds running text, and how much it counts."""


def grown(
    element: HtmlElement, blocks: Blocks, voters: list[Voter], title_at: int, everyone: list[Voter]
) -> HtmlElement:
    """Return the element, or the ancestor that holds another part of the text: a body that is divided over several boxes.

    That is one with much more running text, or with paragraphs between the headline and the box ("read on" opens its own), or
    behind it in boxes of its class (a rule or an advert divides a long text).
    """
    best = element
    held = _held(element, blocks, voters)
    for ancestor in boxes_around(element, blocks):
        if ancestor.tag in ("body", "html"):
            break
        more = _held(ancestor, blocks, voters)
        opens = title_at >= 0 and (
            _opens_before(best, ancestor, blocks, voters, title_at) or _is_list_in_text(best, ancestor, blocks, title_at)
        )
        if more > GROWTH * held or opens or _goes_on(best, ancestor, blocks, everyone) or _completes(best, ancestor, blocks):
            best, held = ancestor, more
    return best


def _opens_before(
    box: HtmlElement, around: HtmlElement, blocks: Blocks, voters: list[Voter], title_at: int
) -> bool:
    """Return whether two paragraphs or more stand between the headline and a box, beside it or in boxes of its class."""
    first = max(blocks.spans[around][0] if around in blocks.spans else 0, title_at + 1)
    last = blocks.spans.get(box, (0, 0))[0]
    texts = [blocks.all[at] for at, _ in within(voters, first, last) if is_text(blocks.all[at])]
    kind = child_of((around,), box)
    near = (block.element.getparent() is around or _is_twin(child_of((around,), block.element), kind) for block in texts)
    return sum(near) >= MIN_OPENING


def _is_list_in_text(box: HtmlElement, around: HtmlElement, blocks: Blocks, title_at: int) -> bool:
    """Return whether a box is a list right in one that calls itself an article's text, or behind a paragraph beside it."""
    if box.tag not in _LISTS or box.getparent() is not around:
        return False
    if _CALLED_TEXT.search(words_of(around)):
        return True
    first, last = max(blocks.spans[around][0], title_at + 1), blocks.spans.get(box, (0, 0))[0]
    return any(block.element.getparent() is around and is_text(block) and not block.linked for block in blocks.all[first:last])


def _goes_on(box: HtmlElement, around: HtmlElement, blocks: Blocks, voters: list[Voter]) -> bool:
    """Return whether three paragraphs or more stand behind a box in boxes of its class, and nothing that opens another article.

    Fewer may be about the author, but for one right behind it in a part of the page that a builder made as the box's own. What
    opens another article is a linked heading, an h1, a date or what names itself meta.
    """
    last, end = blocks.spans.get(box, (0, 0))[1], blocks.spans.get(around, (0, 0))[1]
    texts = [at for at, _ in within(voters, last, end) if is_text(blocks.all[at])]
    if len(texts) < MIN_GOING_ON:
        return last in texts and _is_made_alike(blocks.all[last].element, box, around)
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


def _is_made_alike(paragraph: HtmlElement, box: HtmlElement, around: HtmlElement) -> bool:
    """Return whether a paragraph and a box stand in several boxes each, of the same tags and classes up to what holds both.

    The outermost may have other margins: its first class counts.
    """
    (*inner, part), (*twins, other) = (_makes(it, around) or [("", [])] for it in (paragraph, box))
    named = all(classes for _, classes in inner)
    return len(inner) >= MIN_BUILT and named and inner == twins and part[1][:1] == other[1][:1] != []


def _makes(element: HtmlElement, around: HtmlElement) -> list[tuple[str, list[str]]]:
    """Return tag and classes of an element that is no paragraph and of the boxes around it, as far as they stand in `around`."""
    holders = takewhile(lambda node: node is not around, (element, *element.iterancestors()))
    nodes = ((str(node.tag), (node.get("class") or "").split()) for node in holders)
    return [(tag, classes) for tag, classes in nodes if tag not in PARAGRAPHS]


def _is_twin(one: HtmlElement, other: HtmlElement) -> bool:
    return one.tag == other.tag and bool(one.get("class")) and one.get("class") == other.get("class")


def _held(element: HtmlElement, blocks: Blocks, voters: list[Voter]) -> float:
    """Return how much running text an element holds."""
    return weight_of(within(voters, *blocks.spans.get(element, (0, 0))))


def boxes_around(element: HtmlElement, blocks: Blocks) -> Iterator[HtmlElement]:
    """Yield the block-level elements around one, the nearest first: a text may stand in a span or in a tag nobody knows.

    A paragraph is none: what stands in one is another, or an unclosed tag would have made a box of the first.
    """
    return (box for box in element.iterancestors() if (box in blocks.spans and box.tag != "p") or box.tag == "body")


def within(voters: list[Voter], start: int, end: int) -> list[Voter]:
    """Return those of some voters in page order that stand in a range of blocks."""
    return voters[bisect_left(voters, (start, 0.0)) : bisect_left(voters, (end, 0.0))]


def weight_of(voters: list[Voter]) -> float:
    """Return how much running text some voters are."""
    return sum([weight for _, weight in voters])

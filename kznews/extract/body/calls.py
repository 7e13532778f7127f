"""Boxes amid a text that ask their reader to act, whatever they are called: subscriptions, calculators, apps, adverts.

What they have in common is what a reader sees: a box of few words apart from the paragraphs, with a field to fill in, a button
under words that speak to the reader, a link to a store of apps, or the label of an advert.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from kznews.extract import phrases
from kznews.extract.asking import asks, invites, speaks, tells_index
from kznews.extract.block import HEADINGS
from kznews.extract.body.boxes import BOXES, MAX_CALL, MAX_LINES, box_around_control, is_advert, letters
from kznews.extract.damaged import is_in_slot
from kznews.extract.people.names import looks_like_name
from kznews.extract.selecting import glued_text, spaced_text
from kznews.extract.texts import LINK_ONLY, is_text
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

MAX_BUTTON, MAX_BUTTON_WORDS = 30, 3
"""Letters and words of a link that is a button ("Тіркелу", "Барлық мақаласы")."""
_LINES = HEADINGS | {"p"}
_BUTTONS = frozenset(("button", "submit", "image", "reset"))
_NAMED_BUTTON = re.compile(r"(?<![a-z])(?:btn|button|cta)(?![a-z])")
_SHARING = frozenset(map(phrases.key, ("бөлісу", "поделиться", "share", "көшіру", "сілтемені көшіру", "басып шығару", "print")))
"""What a button says that hands on what stands beside it."""
_CHOICES = frozenset(("radio", "checkbox"))
_OF_CHOICE = frozenset(("input", "label"))
_ASKED = ("?", "؟", ":")
_STORES: Final = frozenset(
    map(phrases.key, ("App Store", "Google Play", "Play Market", "AppGallery", "Huawei AppGallery", "RuStore", "Galaxy Store"))
)
_STORE_ADDRESS = re.compile(
    r"//(?:(?:apps|itunes)\.apple\.com|play\.google\.com/store|appgallery\.huawei\.|(?:apps\.|www\.)?rustore\.ru)"
)
_DURATION = re.compile(r"(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])")
_PRICE = re.compile(r"\d\s?(?:₸|тг|теңге|тенге)(?!\w)")
_AGES = ("1", "2")
_FOR_ADULTS = re.compile(r"(?<![\d.,])(?:18|21)\s?\+(?!\s?\d)")


def without_calls(inside: list[Block], blocks: Blocks, container: HtmlElement | None) -> list[Block]:
    """Return the blocks without those in boxes that ask the reader to act, if more running text is left than is taken."""
    if container is None:
        return inside
    calls: set[Block] = set()
    for box in _called(inside, blocks, container):
        calls.update(blocks.inside(box))
    calls.update(block for block in inside if invites(block) or tells_index(block))
    calls.update(_polled(container, blocks))
    if not calls:
        return inside
    left = [block for block in inside if block not in calls]
    return left if _running(left) > _running(calls) else inside


def _running(texts: Iterable[Block]) -> int:
    return sum(len(block.text) for block in texts if is_text(block))


def _called(inside: Sequence[Block], blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the boxes below a container that ask for something."""
    for control in container.iter("input", "textarea", "select", "button"):
        if control.get("type") != "hidden":
            yield from _boxes_with_control(control, blocks, container)
    for link in container.iter("a"):  # it may hold a picture and no text
        if _STORE_ADDRESS.search(link.get("href") or "") and (box := box_around_control(link, blocks, container)) is not None:
            yield box
    for block in inside:
        if block.links:
            yield from _boxes_with_links(block, blocks, container)
        elif _labels_advert(block):
            yield from _box_of_advert(block, blocks, container)


def _boxes_with_links(block: Block, blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the boxes that the links of a block make calls; none begins with a paragraph right in the text's box."""
    if len(block.text) <= MAX_CALL and (block.element.tag in BOXES or block.element.getparent() is not container):
        yield from (box for link in block.links if (box := _box_with_link(link, block, blocks, container)) is not None)


def _boxes_with_control(control: HtmlElement, blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the box that a field makes a call, or a button under words; of a field without a box, the lines over it."""
    around = takewhile(lambda node: node is not container, control.iterancestors())
    if not all(node in blocks.spans for node in around if node.tag in BOXES):
        return  # it is hidden until something is pressed
    pressed = control.tag == "button" or control.get("type") in _BUTTONS
    if (box := box_around_control(control, blocks, container, field=not pressed)) is not None:
        if not pressed or _asks_to_press(control, box, blocks, sure=True):
            yield box
    elif not pressed:
        yield from _words_over(control, blocks, container)


def _polled(container: HtmlElement, blocks: Blocks) -> Iterator[Block]:
    """Yield the line right over the first of several choices: a poll's question, however much its form holds besides."""
    for choice in container.iter("input"):
        if choice.get("type") not in _CHOICES:
            continue
        parent = choice.getparent()
        first = parent if parent is not None and parent.tag == "label" else choice
        behind, over = first.getnext(), first.getprevious()
        if behind is None or behind.tag != first.tag or (over is not None and over.tag in _OF_CHOICE):
            continue
        line = _line_over(first, blocks)
        if line is not None and len(line.text) <= phrases.MAX_LINE and (line.all_bold or line.text.endswith(_ASKED)):
            yield line


def _line_over(element: HtmlElement, blocks: Blocks) -> Block | None:
    """Return the line right before an element near the beginning of its box: what stands there bare, or in a box of its own."""
    box, over = element.getparent(), element.getprevious()
    if box is None:
        return None
    bare = " ".join(((box.text if over is None else over.tail) or "").split())
    if over is not None and over in blocks.spans and not bare:
        inside = blocks.inside(over)
        return inside[0] if len(inside) == 1 else None
    said = bare or ("" if over is None else spaced_text(over))
    start, end = blocks.spans.get(box, (0, 0))
    lines = blocks.all[start : min(end, start + MAX_LINES)]
    return next((line for line in lines if said and line.element is box and line.spaced.endswith(said)), None)


def _words_over(field: HtmlElement, blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the line that speaks to the reader right over a form that stands without a box of its own, and its heading."""
    form = next((node for node in (field, *field.iterancestors()) if node.getparent() is container), None)
    line = form.getprevious() if form is not None and not blocks.inside(form) else None
    said = blocks.inside(line) if line is not None and line.tag in _LINES else []
    if line is not None and len(said) == 1 and len(said[0].text) <= phrases.MAX_LINE and speaks(said[0].text):
        yield line
        if (over := line.getprevious()) is not None and over.tag in HEADINGS:
            yield over


def _box_of_advert(label: Block, blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the box of a few words that the label of an advert stands in, if there is one: a paragraph or a cell may be it."""
    own = label.element is not container and len(blocks.inside(label.element)) > 1
    box = label.element if own else box_around_control(label.element, blocks, container)
    if box is not None and letters(lines := blocks.inside(box)) <= phrases.MAX_LINE and not any(map(is_in_slot, lines)):
        yield box


def _box_with_link(link: HtmlElement, block: Block, blocks: Blocks, container: HtmlElement) -> HtmlElement | None:
    """Return the box that a link makes a call: to a store of apps, to what it asks for itself, or as a button does."""
    said = glued_text(link)
    store = phrases.key(said) in _STORES
    button = len(said) <= MAX_BUTTON and len(said.split()) <= MAX_BUTTON_WORDS and not looks_like_name(said)
    button = button and phrases.key(said) not in _SHARING
    if not store and not button and not asks(said):
        return None
    if (box := box_around_control(block.element, blocks, container)) is None:
        return None
    if store or (asks(said) and letters(blocks.inside(box)) <= phrases.MAX_LINE):
        return box
    named = link.get("role") == "button" or _NAMED_BUTTON.search(words_of(link)) is not None
    alone = named or block.link_share > LINK_ONLY or block.spaced.endswith(said)
    return box if button and alone and _asks_to_press(link, box, blocks, sure=named) else None


def _asks_to_press(control: HtmlElement, box: HtmlElement, blocks: Blocks, *, sure: bool) -> bool:
    """Return whether a button stands behind words that speak to the reader or advertise; a `sure` one: behind any short words."""
    lines = blocks.inside(box)
    if not _follows_words(control, box):  # it opens what stands under it, or plays it
        return sure and letters(lines) <= phrases.MAX_LABEL and any(_DURATION.search(line.text) for line in lines)
    if any(speaks(line.text) or is_advert(line.text) or _FOR_ADULTS.search(line.text) for line in lines):
        return True
    return (sure or any(_PRICE.search(line.text) for line in lines)) and not any(map(is_text, lines))


def _follows_words(control: HtmlElement, box: HtmlElement) -> bool:
    """Return whether any text stands in a box before a control."""
    node = control
    while node is not box and (parent := node.getparent()) is not None:
        if (parent.text or "").strip():
            return True
        for before in node.itersiblings(preceding=True):
            if (before.tail or "").strip() or (before.tag not in ("script", "style", "svg") and glued_text(before)):
                return True
        node = parent
    return False


def _labels_advert(block: Block) -> bool:
    """Return whether a block is the label of an advert, or opens with the age that one is for, in a box."""
    if len(block.text) <= phrases.MAX_LABEL and is_advert(block.text):
        return True
    return block.text[:1] in _AGES and block.element.tag in BOXES and _FOR_ADULTS.match(block.text) is not None



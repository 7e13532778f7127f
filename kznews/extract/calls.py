"""Boxes amid a text that ask their reader to act, whatever they are called: subscriptions, calculators, apps, adverts.

What they have in common is what a reader sees: a box of few words apart from the paragraphs, with a field to fill in, a button
under words that speak to the reader, a link to a store of apps, or the label of an advert.
"""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from kznews.extract import phrases
from kznews.extract.asking import asks, invites, speaks
from kznews.extract.blocks import HEADINGS
from kznews.extract.names import looks_like_name
from kznews.extract.selecting import glued_text
from kznews.extract.texts import LINK_ONLY, ends_sentence, is_text
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block, Blocks

MAX_CALL = 400
"""Letters of a box that asks for something, with its heading and what it promises."""
MAX_LINES = 8
"""Pieces of text in such a box: heading, promise, button, a line about consent, the options of a poll."""
MAX_SENTENCES = 2
"""Sentences set apart in such a box; what holds more is a part of the article."""
MAX_BUTTON, MAX_BUTTON_WORDS = 30, 3
"""Letters and words of a link that is a button ("Тіркелу", "Барлық мақаласы")."""
MIN_TWINS = 2
"""So many boxes of one kind beside a box, each with a text: then it is a part of the article as they are."""
NEAR = 20
"""Elements on either side of a box among which its kin are looked for, and pieces of text that are looked at in each."""
_BOXES = frozenset(("div", "section", "aside", "form", "fieldset", "center", "article"))
_PARTS = frozenset(("li", "dd", "blockquote"))
"""What stands in one of these belongs to a list or to a quotation."""
_BUTTONS = frozenset(("button", "submit", "image", "reset"))
_NAMED_BUTTON = re.compile(r"(?<![a-z])(?:btn|button|cta)(?![a-z])")
_SHARING = frozenset(map(phrases.key, ("бөлісу", "поделиться", "share", "көшіру", "сілтемені көшіру", "басып шығару", "print")))
"""What a button says that hands on what stands beside it."""
_STORES: Final = frozenset(
    map(phrases.key, ("App Store", "Google Play", "Play Market", "AppGallery", "Huawei AppGallery", "RuStore", "Galaxy Store"))
)
_STORE_HOSTS = frozenset(("apps.apple.com", "itunes.apple.com", "play.google.com", "appgallery.huawei.com", "apps.rustore.ru"))
_ADVERT_WORDS = map(phrases.key, ("жарнама", "реклама", "advertisement", "sponsored", "демеуші", "серіктес материалы"))
_ADVERT = re.compile(rf"(?:{'|'.join(_ADVERT_WORDS)})(?:\W*\d\d)?")
_FOR_ADULTS = re.compile(r"(?<![\d.,])(?:18|21)\s?\+(?!\s?\d)")


def without_calls(inside: list[Block], blocks: Blocks, container: HtmlElement | None) -> list[Block]:
    """Return the blocks without those in boxes that ask the reader to act, if more running text is left than is taken."""
    if container is None:
        return inside
    calls: set[Block] = set()
    for box in _called(inside, blocks, container):
        calls.update(blocks.inside(box))
    calls.update(block for block in inside if invites(block))
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
    for block in inside:
        if block.links:
            if len(block.text) <= MAX_CALL and (block.element.tag in _BOXES or block.element.getparent() is not container):
                yield from (box for link in block.links if (box := _box_with_link(link, block, blocks, container)) is not None)
        elif len(block.text) <= phrases.MAX_LABEL and _is_advert(block.text):
            yield from _box_of_advert(block, blocks, container)


def _boxes_with_control(control: HtmlElement, blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the box that a field makes a call, or a button under words; of a field without a box, the lines over it."""
    pressed = control.tag == "button" or control.get("type") in _BUTTONS
    if (box := _box_around(control, blocks, container)) is not None:
        if not pressed or _asks_to_press(control, box, blocks, sure=True):
            yield box
    elif not pressed:
        yield from _words_over(control, blocks, container)


def _words_over(field: HtmlElement, blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the line that speaks to the reader right over a form that stands without a box of its own, and its heading."""
    form = next((node for node in (field, *field.iterancestors()) if node.getparent() is container), None)
    line = form.getprevious() if form is not None and not blocks.inside(form) else None
    said = blocks.inside(line) if line is not None and line.tag == "p" else []
    if line is not None and len(said) == 1 and len(said[0].text) <= phrases.MAX_LINE and speaks(said[0].text):
        yield line
        if (over := line.getprevious()) is not None and over.tag in HEADINGS:
            yield over


def _box_of_advert(label: Block, blocks: Blocks, container: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the box of a few words that the label of an advert stands in, if there is one."""
    box = _box_around(label.element, blocks, container)
    if box is not None and _letters(blocks.inside(box)) <= phrases.MAX_LINE:
        yield box


def _box_with_link(link: HtmlElement, block: Block, blocks: Blocks, container: HtmlElement) -> HtmlElement | None:
    """Return the box that a link makes a call: to a store of apps, to what it asks for itself, or as a button does."""
    said = glued_text(link)
    store = phrases.key(said) in _STORES or urlsplit(link.get("href") or "").hostname in _STORE_HOSTS
    button = len(said) <= MAX_BUTTON and len(said.split()) <= MAX_BUTTON_WORDS and not looks_like_name(said)
    button = button and phrases.key(said) not in _SHARING
    if not store and not button and not asks(said):
        return None
    if (box := _box_around(block.element, blocks, container)) is None:
        return None
    if store or (asks(said) and _letters(blocks.inside(box)) <= phrases.MAX_LINE):
        return box
    named = link.get("role") == "button" or _NAMED_BUTTON.search(words_of(link)) is not None
    alone = named or block.link_share > LINK_ONLY or block.spaced.endswith(said)
    return box if button and alone and _asks_to_press(link, box, blocks, sure=named) else None


def _asks_to_press(control: HtmlElement, box: HtmlElement, blocks: Blocks, *, sure: bool) -> bool:
    """Return whether a button stands behind words that speak to the reader or advertise; a `sure` one: behind any short words."""
    lines = blocks.inside(box)
    if not _follows_words(control, box):
        return False  # it opens what stands under it
    if any(speaks(line.text) or _is_advert(line.text) or _FOR_ADULTS.search(line.text) for line in lines):
        return True
    return sure and not any(map(is_text, lines))


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


def _box_around(control: HtmlElement, blocks: Blocks, container: HtmlElement) -> HtmlElement | None:
    """Return the box around a control with the words that belong to it; None where that is a part of the article."""
    box: HtmlElement | None = None
    start = end = 0
    for node in chain((control,), control.iterancestors()):
        first, last = blocks.spans.get(node, (0, 0))
        if node is container or last - first > MAX_LINES:
            break
        if box is None:
            if any(line.link_share <= LINK_ONLY and not _is_advert(line.text) for line in blocks.all[first:last]):
                box, start, end = node, first, last
        elif node in blocks.spans:
            if node.tag not in _BOXES or not _belong([*blocks.all[first:start], *blocks.all[end:last]]):
                break
            box, start, end = node, first, last
    if box is None or box.tag not in _BOXES or not _is_small(blocks.all[start:end]):
        return None
    around = takewhile(lambda node: node is not container, box.iterancestors())
    return None if any(node.tag in _PARTS for node in around) or _is_part(box, blocks) else box


def _is_small(lines: Sequence[Block]) -> bool:
    few = len(lines) <= MAX_LINES and sum(map(is_text, lines)) <= MAX_SENTENCES
    return few and _letters(lines) <= MAX_CALL


def _letters(lines: Sequence[Block]) -> int:
    return sum(len(line.text) for line in lines)


def _belong(lines: Sequence[Block]) -> bool:
    """Return whether lines around a call belong to it: its heading, further buttons, what it promises the reader."""
    if not _is_small(lines):
        return False
    return all(
        line.link_share > LINK_ONLY or (len(line.text) <= phrases.MAX_LABEL and not ends_sentence(line.text)) or speaks(line.text)
        for line in lines
    )


def _is_part(box: HtmlElement, blocks: Blocks) -> bool:
    """Return whether boxes of the same kind beside a box hold other texts: parts of an article, each with a button of its own."""
    said = {line.text for line in blocks.inside(box)}

    def holds_text(other: HtmlElement) -> bool:
        start, end = blocks.spans.get(other, (0, 0))
        return any(is_text(line) and line.text not in said for line in blocks.all[start : min(end, start + NEAR)])

    near = chain(islice(box.itersiblings(), NEAR), islice(box.itersiblings(preceding=True), NEAR))
    kin = (other for other in near if other.tag == box.tag and _are_kin(other.get("class"), box.get("class")))
    return len(list(islice(filter(holds_text, kin), MIN_TWINS))) == MIN_TWINS


def _are_kin(one: str | None, other: str | None) -> bool:
    """Return whether two boxes have one class, or one of them a further one ("post", "post post--key")."""
    if not one or not other:
        return not one and not other
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first


def _is_advert(line: str) -> bool:
    """Return whether a line is the label of an advert and nothing else, with or without the age it is for ("Жарнама · 21+")."""
    return len(line) <= phrases.MAX_LABEL and _ADVERT.fullmatch(phrases.key(line)) is not None

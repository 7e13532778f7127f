"""What is said under a picture, by any name: in a box with nothing but the picture, in small letters, in the next line."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.block import IMAGES, ITEMS
from kznews.extract.emphasis import is_centred, is_floated, is_set_apart, is_small_print
from kznews.extract.selecting import spaced_text
from kznews.extract.telling import closes_as_news
from kznews.extract.texts import MIN_PARAGRAPH, ends_sentence, is_text
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, zone_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

NEAR_FIGURE = 4
"""Boxes around a line that may be a figure (Tilda: column, container, alignment, box)."""
MAX_FIGURE = 2 * phrases.MAX_LINE
"""Letters of what is said under a picture: whom it shows, and who took it."""
MIN_PICTURE = 100
"""Pixels of a picture's width; an icon has fewer."""
MAX_PARTS = 12
"""Elements of a box with a picture and its caption, at most."""
MIN_TOLD = 9
"""Words of a sentence without a full stop that tells news; captions that have a verb are shorter."""
MAX_EMPTY = 2
"""Empty elements between a picture and its line, at most."""
_PICTURES = frozenset((*IMAGES, "a", "span", "strong", "em"))
_LINES = frozenset(("p", "div", "center"))
_SHOWN = (*IMAGES, "iframe", "video", "amp-iframe", "amp-video", "amp-youtube")
"""What a caption may stand under: pictures and players."""


def is_caption(block: Block) -> bool:
    """Return whether a short block says by its own markup or words that it is a caption."""
    return _calls_itself_caption(block) or _is_small_under_picture(block) or _credits_picture(block)


def without_captions(inside: list[Block], container: HtmlElement | None) -> list[Block]:
    """Return the blocks of a text's box without the lines that belong to a picture, where text is left."""
    if container is None or next(container.iter(*_SHOWN), None) is None:
        return inside
    alts = frozenset(filter(None, (image.get("alt") for image in container.iter(*IMAGES))))
    left = [block for block in inside if not (_belongs_to_picture(block, container) or _repeats_alt(block, container, alts))]
    return left if len(left) < len(inside) and any(map(is_text, left)) else inside


def _belongs_to_picture(block: Block, container: HtmlElement) -> bool:
    """Return whether a line belongs to a picture; one that ends as a sentence only where it is set apart from the text."""
    if len(block.text) > phrases.MAX_LINE or block.all_bold or block.text[-1] in ",:":
        return False
    sentence = ends_sentence(block.text) and block.text[-1] != ")"
    if sentence and len(block.text) > phrases.MAX_CAPTION:
        return False
    if block.element.tag in ITEMS:
        return block.element.tag == "td" and _is_alone_in_table(block, container)
    if _follows_picture(block, sentence=sentence):
        return True
    if block.element is container or _flows_beside_picture(block) or (sentence and not is_set_apart(block)):
        return False  # the boxes around that are none of the text's
    holders = chain((block.element,) if _may_share_box(block) else (), islice(block.element.iterancestors(), NEAR_FIGURE))
    around = takewhile(lambda node: node is not container and is_small(node, MAX_FIGURE), holders)
    return any(_opens_with_picture(node) and (not sentence or _is_all_of(block, node)) for node in around)


def _repeats_alt(block: Block, container: HtmlElement, alts: frozenset[str]) -> bool:
    """Return whether a line says what the picture over it in a small box says in its alt text, one of `alts`."""
    if block.text not in alts:
        return False
    holders = islice(block.element.iterancestors(), NEAR_FIGURE)
    around = takewhile(lambda node: node is not container and is_small(node, MAX_FIGURE), holders)
    box = next((node for node in around if next(node.iter(*IMAGES), None) is not None), None)
    if box is None or not _opens_with_picture(box) or not _is_all_of(block, box):
        return False
    return next(box.iter(*IMAGES)).get("alt") == block.text


def _may_share_box(block: Block) -> bool:
    """Return whether the element of a line may be the box of its picture too: it holds this line, no verse, and nothing else."""
    if "\n" in block.text or block.element.tag not in _LINES:
        return False
    return block.element.tag == "p" or (is_small(block.element, MAX_FIGURE) and _is_all_of(block, block.element))


def _flows_beside_picture(block: Block) -> bool:
    """Return whether a line of a paragraph goes on beside the picture in that, which floats; or tells news in its very line.

    Editors put a picture or a player into a paragraph of the text so; a caption stands in a line of its own.
    """
    if block.element.tag != "p" or len(block.text) < MIN_PARAGRAPH or is_set_apart(block):
        return False
    near = list(islice(block.element.iterdescendants(), MAX_PARTS))
    picture = next((node for node in near if node.tag in _SHOWN), None)
    if picture is None:
        return False
    holders = takewhile(lambda node: node is not block.element, picture.iterancestors())
    if any(map(is_floated, (picture, *holders))):
        return True
    told = len(block.text.split()) >= MIN_TOLD and all(node.tag != "br" for node in near)
    return told and closes_as_news(phrases.key(block.text))


def _is_alone_in_table(block: Block, container: HtmlElement) -> bool:
    """Return whether a cell is all the text of a table in `container` and stands under the table's picture (Joomla, Word)."""
    table = next(takewhile(lambda node: node is not container, block.element.iterancestors("table")), None)
    return table is not None and _opens_with_picture(table) and is_small(table, MAX_FIGURE) and _is_all_of(block, table)


def _is_all_of(block: Block, box: HtmlElement) -> bool:
    return block.text.split() == spaced_text(box).split()


def _follows_picture(block: Block, *, sentence: bool) -> bool:
    """Return whether a line stands right under a box with nothing but a picture, and is set apart from the text.

    It is in small letters, or in the middle as no line behind it; in italics, if it is no sentence: a lead may be so.
    """
    element = block.element
    if element.tag not in _LINES or not is_set_apart(block) or (before := _before(element)) is None:
        return False
    if spaced_text(before).strip() or not _opens_with_picture(before):
        return False
    if is_small_print(block):
        return True
    following = element.getnext()
    if is_centred(element):
        return following is None or not is_centred(following)
    return not sentence


def _before(element: HtmlElement) -> HtmlElement | None:
    """Return what stands before an element, empty elements left out; None where it is a text."""
    for node in islice(element.itersiblings(preceding=True), MAX_EMPTY + 1):
        if not isinstance(node.tag, str) or (node.tail or "").strip():
            return None
        if node.tag in _SHOWN or len(node) or (node.text or "").strip():
            return node
    return None


def _opens_with_picture(box: HtmlElement) -> bool:
    """Return whether a picture stands in a box before any text, and is no icon by its stated width."""
    for node in box.iter():
        if node.tag in _SHOWN:
            width = node.get("width") or ""
            return not width.isdecimal() or int(width) >= MIN_PICTURE
        if (node.text or "").strip():
            return False
    return False


def _is_small_under_picture(block: Block) -> bool:
    """Return whether a block is a picture and a line all in small letters: editors without captions make them so."""
    first = None if (block.element.text or "").strip() else next(iter(block.element), None)  # to count takes long in a long list
    if first is None or first.tag not in _PICTURES or not (first.tag in IMAGES or any(node.tag in IMAGES for node in first)):
        return False
    return is_small_print(block)


def _credits_picture(block: Block) -> bool:
    """Return whether a block holds a picture, and its last words say who took it ("Аққыр ауылы. Фото: жеке мұрағат")."""
    if all(node.tag != "img" for node in islice(block.element.iter(), MAX_PARTS)):
        return False
    endings = (block.text[match.end() :] for match in re.finditer(r"\. ", block.text))
    short = [ending for ending in endings if len(ending) <= phrases.MAX_LABEL]
    return any(phrases.key(ending).startswith(phrases.CREDIT_WORDS) and phrases.is_boilerplate(ending) for ending in short)


def _calls_itself_caption(block: Block) -> bool:
    """Return whether all text of a block stands in inline elements that call themselves captions (`<span class="img-desc">`).

    K2 has the caption and its credit in one each.
    """
    return bool(block.owners) and all(_stands_in_caption(owner, block.element) for owner in block.owners)


def _stands_in_caption(owner: HtmlElement, block: HtmlElement) -> bool:
    """Return whether an element in that of a block, or one around it, calls itself a caption."""
    outer = takewhile(lambda node: node is not block, (owner, *owner.iterancestors()))
    return any(zone_of(node) is Zone.CAPTION for node in outer)

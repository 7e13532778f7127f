"""Boxes that say who the author is, amid or under the text: a name, a sentence or two about the person, mostly a picture."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.extract.blocks import box_around
from kznews.extract.people.names import MAX_NAME, leads_to_author, looks_like_name, name_in
from kznews.extract.phrases import key
from kznews.extract.texts import FURNITURE, is_text
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

MAX_ABOUT = 400
"""Letters that a box says of an author, with the name."""
MAX_LABEL = 20
"""Letters of a label that announces such a box, with a colon."""
_LABELS = frozenset(
    map(key, ("автор туралы", "автор жайлы", "авторы туралы", "авторлар туралы", "об авторе", "об авторах",
              "about the author", "about the authors"))
)  # fmt: skip
MAX_LINES = 6
"""Name, post, two sentences, a link to all articles, an address."""
_AUTHORS = re.compile(r"(?<![a-z])(?:authors?|writer|bio|biography|avtor\w*)(?![a-z])")
_QUOTES = ("«", "“", '"', "–", "—", "-")
_NO_BOXES = frozenset(("blockquote", "figure", "li", "td", "th", "p"))


def without_biographies(
    own: list[Block], inside: Sequence[Block], blocks: Blocks, container: HtmlElement | None
) -> tuple[list[Block], list[str]]:
    """Return the blocks `own` without boxes about the page's author, where running text is left, and whom these boxes name.

    Such a box opens with a name and calls itself the author's, links to the author's page, or shows a picture beside a name that
    stands around the headline as well. `inside` is all that stands in the text's box, `container`.
    """
    named = [block for block in inside if len(block.text) <= MAX_NAME and looks_like_name(block.text)]
    about: set[Block] = set()
    authors: list[str] = []
    times = Counter(name.text for name in named)
    for name in named:
        if times[name.text] == 1 and (box := _box_about(name, blocks, container)) is not None:
            about.update(blocks.inside(box))
            authors.append(name.text)
    labels = (block for block in inside if len(block.text) <= MAX_LABEL and key(block.text) in _LABELS)
    for label in labels:
        start, end = box_around(label, blocks, container)
        lines = blocks.all[start:end]
        if lines[:1] == [label] and _is_small(lines):
            about.update(lines)
    left = [block for block in own if block not in about] if about else own
    return (left, authors) if any(map(is_text, left)) else (own, [])


def _box_about(name: Block, blocks: Blocks, container: HtmlElement | None) -> HtmlElement | None:
    """Return the smallest box with a name and a text behind it, if that is about the author of the page."""
    for box in takewhile(lambda node: node is not container, (name.element, *name.element.iterancestors())):
        start, end = blocks.spans.get(box, (0, 0))
        if end - start < 2:  # noqa: PLR2004 - the name alone
            continue
        lines = blocks.all[start:end]
        if box.tag in _NO_BOXES or not _is_small(lines):
            return None
        texts = [line for line in lines if is_text(line)]
        if texts:
            told = name is lines[0] and not any(line.text.startswith(_QUOTES) for line in texts)
            return box if told and _is_authors(box, name.text, blocks.all[:start]) else None
    return None


def _is_small(lines: Sequence[Block]) -> bool:
    return len(lines) <= MAX_LINES and sum(len(line.text) for line in lines) <= MAX_ABOUT


def _is_authors(box: HtmlElement, name: str, before: Iterable[Block]) -> bool:
    """Return whether a box that opens with a name is the author's."""
    if _AUTHORS.search(words_of(box)) or any(map(leads_to_author, box.iter("a"))):
        return True
    around = (node for node in (box, box.getparent()) if node is not None)
    pictured = any(next(node.iter("img"), None) is not None for node in around)
    bylines = (line.text for line in before if len(line.text) <= MAX_NAME and line.zone not in FURNITURE)
    return pictured and any(name_in(line) == name for line in bylines)

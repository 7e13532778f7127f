"""Pull quotes: lines amid a text, set apart from it, that repeat word by word what a longer paragraph says."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.emphasis import is_set_apart
from kznews.extract.texts import ends_sentence
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MIN_PULLED, MAX_PULLED = 20, 400
"""Letters of a pull quote; shorter ones are names of papers and words in quotes."""
MAX_BLOCKS, LONGEST = 500, 300_000
"""Paragraphs and letters of a text in which pull quotes are looked for: each short paragraph is looked for in all of it."""
MAX_LOOKED_AT = 1_000_000
"""Letters that are looked at for repeats, a millisecond; in a longer text only of what stands out by its box or its quotes."""
MAX_SAID_BY = 80
"""Letters of the line under one that says who said so."""
_QUOTING = frozenset(("blockquote", "aside", "figure", "q"))
_ITEMS = frozenset(("li", "th", "dt", "dd"))
_PULL_WORDS = re.compile(r"(?<![a-z])pull ?quote(?![a-z])")
_QUOTES = '«»“”„"'
_ANNOUNCES = (":", ",")
_EDGES = f"{_QUOTES} .…–—-"


def without_pull_quotes(kept: list[Block], container: HtmlElement | None, title: str = "") -> list[Block]:
    """Return the blocks of a text in `container` without its pull quotes, and without who said so in their boxes.

    A sentence that opens the text may be a lead, which often repeats: it is one only where its name or its quotes say so.
    What stands in a quotation may as well repeat what the headline, `title`, says that somebody said.
    """
    letters = sum(len(block.text) for block in kept)
    if len(kept) > MAX_BLOCKS or letters > LONGEST:
        return kept
    fit = [block for block in kept if MIN_PULLED <= len(block.text) <= MAX_PULLED]
    if len(fit) * letters > MAX_LOOKED_AT:
        fit = _standing_out(fit, kept)
    if fit:
        whole = "\n".join([title, *(block.text for block in kept)]).lower()
        fit = [block for block in fit if not block.all_bold and _is_twice_in(whole, block.text)]
    if not fit:  # as on most pages
        return kept
    kinds, boxes = _counted(kept)
    leads = kept[0] if kept and ends_sentence(kept[0].text) else None

    def may_be_pulled(block: Block) -> bool:
        if _is_quoted(block) or _is_pulled(block):
            return True
        return block is not leads and (_is_odd(block, kinds) or _is_boxed(block, boxes) or is_set_apart(block))

    pulled = set(filter(may_be_pulled, fit))
    if not pulled:
        return kept
    others = [block.text.lower() for block in kept if block not in pulled]
    again = {block for block in pulled if _says_again(block, others)}
    again.update(block for at, block in enumerate(kept) if block in pulled and _says_headline(kept, at, title.lower()))
    return [block for block in kept if not (block in again or _says_who(block, again, container))] if again else kept


def _counted(kept: list[Block]) -> tuple[Counter[tuple[str, str | None]], Counter[HtmlElement | None]]:
    """Return how many blocks there are of each tag and class, and in each box."""
    kinds = Counter((block.element.tag, block.element.get("class")) for block in kept)
    return kinds, Counter(block.element.getparent() for block in kept)


def _standing_out(fit: list[Block], kept: list[Block]) -> list[Block]:
    """Return those of some blocks that their quotes, their kind or their box sets apart from the others."""
    kinds, boxes = _counted(kept)
    return [block for block in fit if _is_quoted(block) or _is_odd(block, kinds) or _is_boxed(block, boxes)]


def _is_twice_in(whole: str, said: str) -> bool:
    return whole.count(said.strip(_EDGES).lower()) > 1


def _says_again(block: Block, others: list[str]) -> bool:
    """Return whether a block says what a part of another paragraph says, or as a quotation all of it."""
    said = block.text.strip(_EDGES).lower()
    whole = _is_quoted(block) or _is_pulled(block)
    return any(said in other and (whole or len(other.strip(_EDGES)) > len(said)) for other in others)


def _says_headline(kept: Sequence[Block], at: int, headline: str) -> bool:
    """Return whether a block in a quotation says what a part of the headline says, behind who said so ("Айгүл Серік: ...").

    One that the lines around it announce or go on from ("деді ол") is where the text says so.
    """
    block, said = kept[at], kept[at].text.strip(_EDGES).lower()
    quoted = block.element.tag in _QUOTING or next(block.element.iterancestors(*_QUOTING), None) is not None
    if not quoted or said not in headline or said == headline.strip(_EDGES):
        return False
    behind = kept[at + 1].text.lstrip(_EDGES) if at + 1 < len(kept) else ""
    return not (behind[:1].islower() or (at > 0 and kept[at - 1].text.endswith(_ANNOUNCES)))


def _is_quoted(block: Block) -> bool:
    """Return whether a block is quoted from end to end."""
    return block.text[0] in _QUOTES and block.text[-1] in _QUOTES


def _is_odd(block: Block, kinds: Counter[tuple[str, str | None]]) -> bool:
    """Return whether a block is the only one of its tag and class, and no plain paragraph or item."""
    kind = (block.element.tag, block.element.get("class"))
    return kinds[kind] == 1 and kind != ("p", None) and kind[0] not in _ITEMS


def _is_boxed(block: Block, boxes: Counter[HtmlElement | None]) -> bool:
    """Return whether a block stands in a quotation, or in a box without another paragraph where others share one."""
    box = block.element.getparent()
    if block.element.tag in _QUOTING or (box is not None and box.tag in _QUOTING):
        return True
    return boxes[box] == 1 and max(boxes.values()) > 1 and block.element.tag not in _ITEMS


def _is_pulled(block: Block) -> bool:
    """Return whether a block stands in what calls itself a pull quote."""
    holders = (*block.owners, block.element, *islice(block.element.iterancestors(), 2))
    return any(_PULL_WORDS.search(words_of(node)) for node in holders)


def _says_who(block: Block, again: Collection[Block], container: HtmlElement | None) -> bool:
    """Return whether a short line stands in the box of a pull quote."""
    if len(block.text) > MAX_SAID_BY or ends_sentence(block.text) or block.heading:
        return False
    boxes: Sequence[HtmlElement | None] = (block.element, block.element.getparent())
    around = [box for box in boxes if box is not None and box is not container]
    return any(box in (other.element, other.element.getparent()) for box in around for other in again)

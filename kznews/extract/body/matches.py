"""The card of one match amid a text: who played whom and how it ended, which the text says as well."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.selecting import part_texts
from kznews.extract.texts import ends_sentence, is_text
from kznews.extract.widgets import is_small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_CARD = 120
"""Letters of a card with two sides, their score, and how far the match is."""
MAX_SIDE = 40
"""Letters of a side's name, or of a line about the match."""
MIN_PARTS, MAX_PARTS = 3, 6
"""Two sides and a score; the day, the tournament and the stage of the match beside them."""
AROUND = 2
"""Boxes around a side's name of which one may be the card."""
_BOXES = frozenset(("div", "section", "aside", "figure", "a"))
"""What a card is made of. A score in a paragraph, a list or a table is text."""
_SCORE = re.compile(r"(?!(?:[01]?\d|2[0-4]):[0-5]\d$)(\d{1,3})\s?[:–-]\s?(\d{1,3})")
"""Figures that may be an hour are none."""
_TOLD = re.compile(r"(?<![\d:.,–-])(\d{1,3})\s?[:–-]\s?(\d{1,3})(?![\d:]|[.,–-]\d)")


def without_match_card(kept: list[Block]) -> list[Block]:
    """Return the blocks without the one card whose score another block tells in a sentence; several are the results of a round.

    Never raises.
    """
    cards: dict[HtmlElement, tuple[str, str]] = {}
    for block in kept:
        if len(block.text) <= MAX_CARD and block.element.tag in _BOXES and not is_text(block):
            cards.update(_cards_around(block))
    if len(cards) != 1:  # nearly all
        return kept
    card, score = cards.popitem()
    inside = {block for block in kept if card is block.element or card in islice(block.element.iterancestors(), AROUND)}
    told = any(score == found.groups() for block in kept if block not in inside for found in _TOLD.finditer(block.text))
    return [block for block in kept if block not in inside] if told else kept


def _cards_around(block: Block) -> Iterator[tuple[HtmlElement, tuple[str, str]]]:
    """Yield the card that a block is, or stands in, with its score."""
    for box in (block.element, *islice(block.element.iterancestors(), AROUND)):
        if box.tag not in _BOXES or not is_small(box, MAX_CARD):
            return
        if score := _score_of(box):
            yield box, score
            return


def _score_of(box: HtmlElement) -> tuple[str, str] | None:
    """Return the score that stands in an element of its own between names in theirs; None for a box that is no card."""
    said = [part.strip() for part in part_texts(box) if part.strip()]
    bare = (box.text or "").strip() or any((child.tail or "").strip() for child in box)
    if bare or not MIN_PARTS <= len(said) <= MAX_PARTS or any(len(part) > MAX_SIDE or ends_sentence(part) for part in said):
        return None
    scores = [(at, found) for at, part in enumerate(said) if (found := _SCORE.fullmatch(part))]
    if len(scores) != 1 or not 0 < scores[0][0] < len(said) - 1:
        return None
    at, found = scores[0]
    return (found[1], found[2]) if said[at - 1][0].isalpha() and said[at + 1][0].isalpha() else None

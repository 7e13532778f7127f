"""The numbers and names of a text, and where they stand: what tells "the same news, edited" from "the same form, another day".

No similarity of words does that: two weather notices differ in nothing but figures. Two things are compared:

- pairs of neighbouring figures (kazakh.md section 5), which survive cuts and edits, and which no two days share;
- slots: what stands between the same words. A copy with a word replaced loses a pair, yet has the same figure in every slot
  that is left; another day has another figure there. Numbers that are written as words have slots, and so have names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final
from zlib import crc32

from kznews.stories.words import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kznews.stories.words import Words

KEPT: Final = 256
"""How many pairs, and how many slots of each kind, are kept of one text: those with the smallest hashes, as a fair sample."""
_CONTEXT: Final = 0xFFFFFF00
_FILLING: Final = 0xFF
"""A slot is 24 bits of its place and 8 bits of what stands there: one of 256 differences goes unseen."""


def figure_pairs(words: Words) -> list[int]:
    """Return the hashes of 32 bits, in order, of the pairs of figures that follow each other in the text."""
    figure = Kind.FIGURE
    figures = [stem for stem, kind in zip(words.stems, words.kinds, strict=True) if kind is figure]
    return sorted({crc32(f"{one} {other}".encode()) for one, other in pairwise(figures)})[:KEPT]


def slots_of(words: Words, kinds: tuple[Kind, ...]) -> list[int]:
    """Return the slots of the words of some kinds, in order: each twice, after the two words before it and before the two behind.

    A number's place is told by words and names, a name's by words alone: what changes from day to day is no place.
    """
    places = (Kind.WORD,) if Kind.NAME in kinds else (Kind.WORD, Kind.NAME)
    tokens = list(zip(words.stems, words.kinds, strict=True))
    slots = _one_way(tokens, kinds, places, "<") + _one_way(tokens[::-1], kinds, places, ">")
    return sorted(slots)[:KEPT]


def _one_way(tokens: list[tuple[str, Kind]], kinds: tuple[Kind, ...], places: tuple[Kind, ...], side: str) -> list[int]:
    before, last = "", ""
    slots: list[int] = []
    context: int | None = None
    for stem, kind in tokens:
        if kind in kinds:
            if context is None:
                context = crc32(f"{side}{before} {last}".encode()) & _CONTEXT
            slots.append(context | _filling(stem, context))
        elif kind in places:
            before, last, context = last, stem, None
    return slots


def _filling(stem: str, context: int) -> int:
    """Return 8 bits of a stem, others in every place: two names that look alike in one place are told apart in the next."""
    return crc32(stem.encode()) * (context >> 8 | 1) >> 16 & _FILLING


def contexts_of(slots: Iterable[int]) -> list[int]:
    """Return the places of slots."""
    return [slot & _CONTEXT for slot in slots]

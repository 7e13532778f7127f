"""What two texts are to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import eq
from typing import TYPE_CHECKING, Final

from kznews.stories.guard import same_news
from kznews.stories.sketch import KEPT, unpacked

if TYPE_CHECKING:
    from kznews.stories.sketch import Sketch

ALIKE: Final = 0.5
"""Similarity from which on two texts are one, or of one form: copies with a tenth of their words replaced lie above 0.55,
unrelated news below 0.06 (kazakh.md section 5)."""
PART_ALIKE: Final = 0.25
"""A quarter of a text is still called a part of it; what is less is a quotation."""
PART_CONTAINED: Final = 0.8
"""How much of a part must stand in the whole."""
PART_SIZE: Final = 0.6
"""How long a part may be, of the whole. Above it, both are one text of which something was cut; and since it is more than a half,
no collection of two pieces of news is "the same" as both of them."""
HOPELESS: Final = 0.1
"""Part of the values of two signatures that agree, below which the similarity cannot be PART_ALIKE: its error is 0.04. Looking at
the signatures takes a tenth of the time."""
FEW: Final = 12
"""Texts with fewer shingles are one only if they are equal: the captions of two photographs share half of their words easily."""


class Relation(StrEnum):
    """What a text is to another one."""

    SAME = "same"
    """The same news, edited or not."""
    SAME_FORM = "same_form"
    """Other news in the same form: the rates, the weather of another day."""
    PART_OF = "part_of"
    """The text stands in the other one, which is much longer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation between two texts."""

    relation: Relation
    score: float
    """Jaccard similarity of their shingles, 0 to 1, to four places."""
    reverse: bool = False
    """Whether it is the second text that is part of the first one."""


def compare(one: Sketch, other: Sketch) -> Finding | None:
    """Return what a text is to another one, or None; raises ValueError for sketches of two schemes, which do not compare."""
    if one.scheme != other.scheme:
        raise ValueError(f"signatures of two schemes do not compare: {one.scheme}, {other.scheme}")
    if min(one.size, other.size) < FEW and one.shingles != other.shingles:
        return None
    own, theirs = _values(one.signature), _values(other.signature)
    if sum(map(eq, own, theirs)) < HOPELESS * len(own):
        return None
    score = similarity(one, other)
    part = _is_part(one, other, score)
    if score < ALIKE and not part:
        return None
    if not same_news(one, other, score):
        return Finding(Relation.SAME_FORM, score) if score >= ALIKE else None
    return Finding(Relation.PART_OF, score, reverse=one.size > other.size) if part else Finding(Relation.SAME, score)


def similarity(one: Sketch, other: Sketch) -> float:
    """Return the Jaccard similarity of the shingles of two texts, to four places: exact if both are kept whole (sketch.KEPT)."""
    own, theirs = _shingles(one.shingles), _shingles(other.shingles)
    known = [max(kept) for kept, size in ((own, one.size), (theirs, other.size)) if size > KEPT]
    if known:
        bound = min(known)  # up to there, both are known whole
        own, theirs = (frozenset(value for value in kept if value <= bound) for kept in (own, theirs))
    shared = len(own & theirs)
    every = len(own) + len(theirs) - shared
    return round(shared / every, 4) if every else 0.0


@lru_cache(maxsize=256)  # a new text is compared with all its neighbours, and they were with one another
def _values(signature: bytes) -> tuple[int, ...]:
    return unpacked(signature)


@lru_cache(maxsize=64)  # fewer: only for those whose signatures are alike
def _shingles(packed: bytes) -> frozenset[int]:
    return frozenset(unpacked(packed))


def _is_part(one: Sketch, other: Sketch, score: float) -> bool:
    shorter, longer = sorted((one.size, other.size))
    if score < PART_ALIKE or shorter > PART_SIZE * longer:
        return False
    shared = score * (one.size + other.size) / (1 + score)
    return shared >= PART_CONTAINED * shorter

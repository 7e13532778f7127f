"""Whether two texts that are alike tell the same news: judged by their figures and names (figures.py says what these are)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kznews.stories.figures import contexts_of
from kznews.stories.sketch import unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.stories.sketch import Sketch

MIN_FIGURES: Final = 2
"""Fewer make no pair."""
SHARED_PAIRS: Final = 0.5
"""Of the pairs of figures of the text that has fewer: copies share more, other days less (kazakh.md section 5)."""
MIN_OTHER: Final = 3
"""Places with something else in them; fewer prove nothing: one corrected name or figure is seen twice, before and behind."""
OTHER_NEWS: Final = 0.35
"""Part of the places with something else in them from which on it is other news, whatever the pairs say. Of copies with a tenth
of all words replaced the worst has 0.12, with a fifth 0.29; of texts of one form 99 in 100 have more than 0.42."""
DOUBT: Final = 0.2
"""From here on the pairs of figures must speak for a copy; below it they may be broken, if the figures stand in their places."""

ONE_NAME: Final = 2
"""Places in which one name is seen: where there are no figures to ask, they are enough, unless the texts are all but equal."""
ALL_BUT_EQUAL: Final = 0.85
"""Similarity from which on one other name is a correction."""


@dataclass(frozen=True, slots=True)
class Places:
    """Places that two texts have in common, and those of them in which the same stands."""

    common: int
    equal: int

    @property
    def other(self) -> int:
        """In how many of them something else stands."""
        return self.common - self.equal

    def differ(self, part: float, least: int = MIN_OTHER) -> bool:
        """Return whether something else stands in that part of them, or in more, and in so many of them at least."""
        return self.other >= least and self.other >= part * self.common


def same_news(one: Sketch, other: Sketch, score: float) -> bool:
    """Return False if figures or names say that two texts of one form, of that similarity, tell different news."""
    numbers = places(one.figure_slots, other.figure_slots)
    if numbers.differ(OTHER_NEWS):
        return False
    names = places(one.name_slots, other.name_slots)
    found = Places(numbers.common + names.common, numbers.equal + names.equal)
    if found.differ(OTHER_NEWS) or names.differ(OTHER_NEWS):
        return False
    figures = min(one.figures, other.figures)
    shared = shared_pairs(one, other) if figures >= MIN_FIGURES else None
    if shared is None and score < ALL_BUT_EQUAL and names.differ(DOUBT, ONE_NAME):
        return False
    if found.differ(DOUBT):
        return shared is not None and shared > SHARED_PAIRS
    if shared is None or shared >= SHARED_PAIRS:
        return True
    return 2 * numbers.equal >= figures and not numbers.differ(DOUBT)


def shared_pairs(one: Sketch, other: Sketch) -> float:
    """Return which part of the pairs of neighbouring figures the other text has too, of the one with fewer; 1 without any."""
    own, theirs = set(unpacked(one.figure_pairs)), set(unpacked(other.figure_pairs))
    fewer = min(len(own), len(theirs))
    return len(own & theirs) / fewer if fewer else 1.0


def places(one: bytes, other: bytes) -> Places:
    """Return what the slots of two texts have in common."""
    (own_places, own), (their_places, theirs) = _slots(one), _slots(other)
    common = len(own_places) - len(own_places - their_places)  # places of one form are alike: `&` would take twice the time
    return Places(common, len(own & theirs))


@lru_cache(maxsize=256)  # what is compared with one article is compared with the next ones as well
def _slots(packed: bytes) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of slots and the slots themselves."""
    slots = unpacked(packed)
    return _told_apart(contexts_of(slots)), _told_apart(slots)


def _told_apart(numbers: Sequence[int]) -> frozenset[int]:
    """Return numbers, which are in order, with how often each has come before: what two texts share counts as often in both."""
    before, times = None, 0
    found = []
    for number in numbers:
        times = times + 1 if number == before else 0
        before = number
        found.append(number | times << 32)
    return frozenset(found)

"""What a signature is made by: two signatures compare only if every part of this is equal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rensa import RMinHash

from kznews.kazakh.fold import FOLD_VERSION

SKETCH_VERSION: Final = 2
"""Raise it with every change of what `sketch_of` takes from a text: words, pairs, figures, names."""


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """The maker of a signature, with all that its values depend on."""

    engine: str
    """The library and its algorithm."""
    engine_version: int
    """The version that the algorithm states of itself: rensa's values of another one must not be compared."""
    permutations: int
    seed: int
    shingle: str
    """What is counted: "stem5x2" are pairs of neighbouring words, each cut to five letters of its skeleton."""
    fold_version: int
    sketch_version: int

    @property
    def key(self) -> str:
        """All of it on one line, e.g. "rensa-r:2 128 42 stem5x2 fold:1 sketch:1"."""
        made = f"{self.engine}:{self.engine_version} {self.permutations} {self.seed}"
        return f"{made} {self.shingle} fold:{self.fold_version} sketch:{self.sketch_version}"


CURRENT: Final = Scheme(
    engine="rensa-r",
    engine_version=int(RMinHash.ALGORITHM_VERSION),
    permutations=128,  # the error of an estimate is 4 % then (kazakh.md section 5), and 126 of them make 42 bands
    seed=42,
    shingle="stem5x2",
    fold_version=FOLD_VERSION,
    sketch_version=SKETCH_VERSION,
)
"""What texts are signed by today."""

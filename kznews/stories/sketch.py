"""What is kept of a text to compare it with others: a MinHash signature, its shingles, its figures and its names."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rensa import RMinHash

from kznews.stories.figures import figure_pairs, slots_of
from kznews.stories.scheme import CURRENT
from kznews.stories.words import Kind, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kznews.stories.words import Words

KEPT: Final = 512
"""How many shingles of a text are kept, those with the smallest hashes: all of a common article, and a fair sample of a long one
(an error of 2 % of the similarity)."""
ROWS: Final = 3
BANDS: Final = 42
"""42 bands of 3 values find 99.6 % of the pairs at a similarity of 0.5 and 99.996 % at 0.6; 32 bands of 4 find 87 and 98.8 %.
Unrelated news (0.003 on average) then meet 6 times in a million articles, which costs less than a miss."""
_BAND: Final = struct.Struct(f"<{ROWS}I")
_MAX_63: Final = (1 << 63) - 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """All that `compare` needs of a text. Bytes are little-endian unsigned numbers of 32 bits."""

    scheme: str
    """Key of the Scheme that it was made by; sketches of two schemes do not compare."""
    size: int
    """How many different shingles the text has."""
    signature: bytes = field(repr=False)
    """The MinHash values in the order of the permutations."""
    shingles: bytes = field(repr=False)
    """Hashes of the shingles in order, of a long text the KEPT smallest."""
    figures: int = 0
    """How many figures stand in the text."""
    figure_pairs: bytes = field(default=b"", repr=False)
    """Hashes of pairs of neighbouring figures, in order."""
    figure_slots: bytes = field(default=b"", repr=False)
    """Which number stands between which words (figures.slots_of)."""
    name_slots: bytes = field(default=b"", repr=False)
    """Which name stands between which words; empty in a script without capitals."""

    def bands(self) -> tuple[int, ...]:
        """Return BANDS numbers of 63 bits: two texts share one if a run of ROWS values of their signatures is equal.

        The scheme is part of each, so that signatures of two schemes never meet. A text without shingles has none.
        """
        return _bands_of(self.scheme, self.signature) if self.size else ()


@lru_cache(maxsize=256)  # what is compared with one article is compared with the next ones as well
def _bands_of(scheme: str, signature: bytes) -> tuple[int, ...]:
    found = []
    for number, hasher in enumerate(_hashers(scheme)):
        hashed = hasher.copy()
        hashed.update(signature[_BAND.size * number : _BAND.size * (number + 1)])
        found.append(int.from_bytes(hashed.digest(), "big") & _MAX_63)
    return tuple(found)


@cache
def _hashers(scheme: str) -> tuple[hashlib.blake2b, ...]:
    key = hashlib.sha256(scheme.encode()).digest()[:16]
    return tuple(hashlib.blake2b(digest_size=8, key=key, salt=bytes((number,))) for number in range(BANDS))


def sketch_of(parts: Iterable[str]) -> Sketch:
    """Return the sketch of a text given in parts: title, lead, paragraphs. Never raises."""
    return sketch_words(read_words(parts))


def sketch_words(words: Words) -> Sketch:
    """Return the sketch of a text that has been read already. Never raises."""
    shingles = {f"{one} {other}" for one, other in pairwise(words.stems)}
    minhash = RMinHash(num_perm=CURRENT.permutations, seed=CURRENT.seed)
    minhash.update(shingles)
    hashes = sorted({value >> 32 for value in RMinHash.hash_token_sets([shingles])[0]})
    return Sketch(
        scheme=CURRENT.key,
        size=len(hashes),
        signature=packed(minhash.digest()),
        shingles=packed(hashes[:KEPT]),
        figures=words.kinds.count(Kind.FIGURE),
        figure_pairs=packed(figure_pairs(words)),
        figure_slots=packed(slots_of(words, (Kind.FIGURE, Kind.NUMERAL))),
        name_slots=packed(slots_of(words, (Kind.NAME,))),
    )


def packed(numbers: list[int]) -> bytes:
    """Return numbers of 32 bits as bytes."""
    return struct.pack(f"<{len(numbers)}I", *numbers)


def unpacked(values: bytes) -> tuple[int, ...]:
    """Return the numbers of such bytes; raises struct.error for a length that is no multiple of four."""
    return struct.unpack(f"<{len(values) // 4}I", values)

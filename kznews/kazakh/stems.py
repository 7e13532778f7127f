"""Words for search: the skeleton of a word without its endings, so that a query meets every form of it in every script.

An ending is taken off where the sounds before it allow it, the longest first, until none is left: each form of a word comes
down to the same rest, which is a key and no dictionary form. Sources: the tables of endings that any grammar of Kazakh lists
(plural, possessive, case), written as skeletons (docs/kazakh.md section 1).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kznews.kazakh.fold import fold, fold_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

SEARCH_VERSION: Final = 1
"""Of what the functions here return; an index of another version is made anew."""

_SHORTEST: Final = 3
_VOWELS: Final = "aeiou"
_VOICELESS: Final = "cfhkpstw"
_VOICED: Final = "abdegijlmnoruvz"
# What may stand before an ending, and the endings that stand there.
_ENDINGS: Final = (
    (_VOWELS + "r", "lar ler"),
    (_VOICED, "dar der da de dan den dagi degi ga ge"),
    ("bdgjlrvz" + "mn", "di din"),
    (_VOICELESS, "tar ter ta te tan ten tagi tegi ti tin ka ke pen"),
    ("mn", "nan nen"),
    # The skeleton has one letter for two: сот-та, кітап-пен, халық-қа; and n for ng: Қазақстан-ға.
    ("t", "a e an en ar er agi egi"),
    ("p", "en"),
    ("m", "en"),
    ("kn", "a e"),
    (_VOWELS + "mn", "nin ni"),
    (_VOICED, "men ben"),
    (_VOWELS, "si sin sinin sina sine sinda sinde sinan sinen sindagi sindegi simen miz niz"),
    ("bcdfghjklmnprstvwz", "i in inin ina ine inda inde inan inen indagi indegi imen imiz iniz"),
)
_BEFORE: Final = {
    ending: "".join(before for before, endings in _ENDINGS if ending in endings.split())
    for _, listed in _ENDINGS
    for ending in listed.split()
}
_LONGEST: Final = max(map(len, _BEFORE))
_LEFT: Final = {"a": 4, "e": 4}
"""How many letters must stay before the shortest endings, which many words end in themselves."""
_WORD: Final = re.compile(r"[^\W_]+")
_SOFT: Final = {"b": "p", "g": "k"}


def _ascii(skeleton: str) -> str:
    """Return a skeleton with one byte a letter, as in the index: it has neither c nor w of its own."""
    return skeleton.replace("ç", "c").replace("ş", "w")  # much faster than a table


def words_of(text: str) -> list[str]:
    """Return the words of a text as skeletons in a to z and digits (letters of other scripts stay), in their order."""
    return _WORD.findall(_ascii(fold(text)))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what is left of a word of `words_of` without its endings; never shorter than three letters.

    >>> [stem(*words_of(word)) for word in ("мектептерінде", "mektebi", "مەكتەپ")]
    ['mektep', 'mektep', 'mektep']
    """
    while ending := _ending(word):
        word = word[: -len(ending)]
    last = _SOFT.get(word[-1:], "") if len(word) >= _SHORTEST else ""
    return word[:-1] + last if last else word


def stems_by_line(lines: Sequence[str]) -> list[list[str]]:
    """Return the stems of the words of each line, in which no line break is, in their order."""
    return [[stem(word) for word in _WORD.findall(_ascii(line))] for line in fold_lines(lines)]


def stems_by_word(words: list[str]) -> list[list[str]]:
    """Return the stems of each of many words without line breaks, folded in one call; a word with a hyphen has several."""
    lines = _ascii(fold("\n".join(words))).split("\n") if words else []
    return [[stem(part) for part in _WORD.findall(line)] for line in lines]


def _ending(word: str) -> str:
    for size in range(min(_LONGEST, len(word) - _SHORTEST), 0, -1):
        before = _BEFORE.get(word[-size:])
        if before and word[-size - 1] in before and len(word) - size >= _LEFT.get(word[-size:], _SHORTEST):
            return word[-size:]
    return ""

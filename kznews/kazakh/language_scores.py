"""How likely a text is in each language: by its letters, by its small words, and by endings that rule Kazakh out."""

from __future__ import annotations

import math
import re
import struct
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kznews.kazakh import letter_frequencies
from kznews.kazakh.fold import fold
from kznews.kazakh.function_words import ACUTES, KAZAKH, KAZAKH_HABITS, NEWS, NOT_KAZAKH, NOT_KAZAKH_WITH_ACUTES, OTHERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kznews.kazakh.letter_frequencies import Table

_TYPED: Final = "russian letters"
_AS_RUSSIAN: Final = str.maketrans("әғқңөұүіһ", "эгкноууих")
"""How Kazakh is typed without its own letters."""


def _typed_as_russian(table: Table) -> Table:
    """Return the table of Kazakh typed without its own letters."""
    counts: Counter[str] = Counter()
    for entry in table.letters.split():
        counts[entry[0].translate(_AS_RUSSIAN)] += int(entry[1:])
    return letter_frequencies.Table(table.language, _TYPED, " ".join(f"{one}{count}" for one, count in counts.items()))


_TABLES: Final[Mapping[str, tuple[Table, ...]]] = {
    "Cyrl": (
        *letter_frequencies.CYRILLIC,
        *(_typed_as_russian(table) for table in letter_frequencies.CYRILLIC if table.language == "kk"),
    ),
    "Arab": letter_frequencies.ARABIC,
    "Latn": letter_frequencies.LATIN,
}
SCRIPTS: Final = tuple(_TABLES)
"""The scripts whose languages are told apart."""

_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|')*")
_APOSTROPHES: Final = re.compile("(?<=[^\\W\\d_])[\u2018\u2019\u02bb\u02bc\u0060\u00b4]")

# A letter that a language lacks: about one in 30,000, a name or a slip.
_FOREIGN: Final = 0.3
# How much rarer than Kazakh and Russian the others are on these portals, as a natural logarithm.
_RARE: Final = -3.0
_RARER: Final[Mapping[str, float]] = {"kk": 0.0, "ru": 0.0, "kjh": -6.0, _TYPED: -9.0}
_LETTERS_NEEDED: Final = 3
# A small word is about ten times as frequent in its own language as in one that does not have it.
_SMALL_WORD: Final = 2.5
# Such an ending stands on 1 in 1,000 Kazakh words (names, loans) and on 25 to 80 of its neighbours' words.
_ENDING: Final = 3.5
_HABIT: Final = 1.0


_FIELD: Final = 8
_UNIT: Final = 2**40
"""Logarithms are counted in parts of so many: a field of 8 bytes has room for a million letters, and a sample is 2,000."""


class Guess(NamedTuple):
    """The likeliest language, and by how much it leads, as a natural logarithm."""

    language: str
    lead: float


class _Model(NamedTuple):
    language: str
    start: float
    logs: tuple[float, ...]
    """For each letter of the script's alphabet, in its order."""


def letter_counts(text: str, script: str) -> dict[str, int]:
    """Return how often each small letter of the script's languages stands in `text`, in the order of the alphabet.

    Apostrophes are letters of Latin alphabets. Never raises.
    """
    lowered = text.lower()
    if script == "Latn":
        lowered = _APOSTROPHES.sub("'", lowered)
    # Counting each letter is three times as fast as a Counter, which makes an object of every character.
    return dict(zip(_alphabet(script), map(lowered.count, _alphabet(script)), strict=True))


def by_letters(counts: Mapping[str, int], script: str, words: Mapping[str, float] | None = None) -> Guess:
    """Return the likeliest language for these letters, with what the words add to each; "und" for fewer than three letters.

    The letters are those of a sample: more than a million do not fit.
    """
    if sum(counts.values()) < _LETTERS_NEEDED:
        return Guess("und", 0.0)
    total = 0
    for amount, column in zip(counts.values(), _columns(script), strict=True):
        if amount:  # a text has half of the letters of all the languages
            total += amount * column
    lost = struct.unpack(f"<{len(_models(script))}Q", total.to_bytes(_FIELD * len(_models(script)), "little"))
    best: dict[str, float] = {}
    for (language, start, _), amount in zip(_models(script), lost, strict=True):
        score = start - amount / _UNIT
        known = best.get(language)
        if known is None or score > known:
            best[language] = score
    for language, added in (words or {}).items():
        best[language] += added
    first, second = sorted(best.items(), key=lambda pair: -pair[1])[:2]
    return Guess(first[0], first[1] - second[1])


def word_scores(sample: str, script: str) -> Mapping[str, float]:
    """Return what the small words say for each language, and the endings against Kazakh, as natural logarithms."""
    kazakh, others = _small_words(script)
    lowered = sample.lower()
    if script == "Latn":
        lowered = _APOSTROPHES.sub("'", lowered)
    words = _WORD.findall(lowered)
    scores: Counter[str] = Counter()
    for word in words:
        scores.update(others.get(word, ()))
    own = words if script == "Cyrl" else fold(sample).split()
    scored = {language: _SMALL_WORD * count for language, count in scores.items()}
    scored["kk"] = _SMALL_WORD * sum(1 for word in own if word in kazakh) - _ENDING * _count(NOT_KAZAKH, lowered, script)
    scored["kk"] += _HABIT * _count(KAZAKH_HABITS, lowered, script)
    if script == "Latn" and ACUTES.search(lowered):
        scored["kk"] -= _ENDING * len(NOT_KAZAKH_WITH_ACUTES.findall(lowered))
    return scored


def _count(patterns: Mapping[str, re.Pattern[str]], lowered: str, script: str) -> int:
    pattern = patterns.get(script)
    return len(pattern.findall(lowered)) if pattern else 0


@cache
def _small_words(script: str) -> tuple[frozenset[str], Mapping[str, list[str]]]:
    """Kazakh words, as skeletons unless the script is Cyrillic, and for each other word the languages that have it."""
    kazakh = KAZAKH if script == "Cyrl" else " ".join(word for word in fold(KAZAKH).split() if len(word) > 1)
    if script == "Latn":
        kazakh += " " + fold(NEWS)
    others: dict[str, list[str]] = {}
    for language, words in OTHERS[script].items():
        for word in dict.fromkeys(words.split()):
            others.setdefault(word, []).append(language)
    return frozenset(kazakh.split()), others


@cache
def _alphabet(script: str) -> str:
    """Every letter of every language of the script."""
    return "".join(dict.fromkeys(entry[0] for table in _TABLES[script] for entry in table.letters.split()))


@cache
def _models(script: str) -> tuple[_Model, ...]:
    models = []
    for table in _TABLES[script]:
        counts = {entry[0]: int(entry[1:]) for entry in table.letters.split()}
        total = sum(counts.values())
        logs = tuple(math.log((max(counts[letter], 1) if letter in counts else _FOREIGN) / total) for letter in _alphabet(script))
        models.append(_Model(table.language, _RARER.get(table.style, _RARER.get(table.language, _RARE)), logs))
    return tuple(models)


@cache
def _columns(script: str) -> tuple[int, ...]:
    """Return for each letter of the alphabet what it takes from every model, side by side in one number of 8 bytes a model.

    One product of such a number does for twenty languages what a product for each does in six times as long.
    """
    logs = zip(*(model.logs for model in _models(script)), strict=True)
    return tuple(sum(round(-log * _UNIT) << (8 * _FIELD * at) for at, log in enumerate(letter)) for letter in logs)

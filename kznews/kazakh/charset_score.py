"""How well bytes read as text under one encoding: the judge behind `charset.decode`.

A label can lie and every single-byte encoding accepts every byte, so the words decide: read with the right encoding they use
letters as some language does (`letter_frequencies`), read with a wrong one they are full of letters no language has, of
capitals after small letters and of signs inside words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kznews.kazakh import letter_frequencies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Enough to decide by; the words are taken from the whole page, so a menu in another language does not crowd out the text.
_EVIDENCE = 20_000

_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_TAG = re.compile(rb"<[^<>]*>")
_CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_A-Z])[^\W\d_a-z]")
# What may touch a letter; other signs inside words speak against a reading.
_PUNCTUATION = frozenset("«»„“”‘’‚‹›–—…\u00a0\u00ad")
# Ukrainian has ї after a vowel, an apostrophe or at the start; after a consonant it is Kazakh ү in KZ-1048.
_NOT_UKRAINIAN = re.compile("[бвгґджзклмнпрстфхцчшщ]ї", re.I)

_SIGN = math.log(0.01)
_FOREIGN_SHARE = 3e-5
_FOREIGN = math.log(_FOREIGN_SHARE)
# A capital after a small letter: a glued word once in a while, every other letter in a wrong reading.
_INSIDE = -5.0
_RARE = -3.0
_COMMON = ("kk", "ru")


class Evidence(NamedTuple):
    """The words of a page that hold bytes above 127, and the other bytes above 127."""

    words: bytes
    signs: bytes

    @property
    def size(self) -> int:
        """How many bytes above 127 the words hold."""
        return len(_HIGH.findall(self.words))


class Score(NamedTuple):
    """How well a reading fits; `total` is a natural logarithm, `mean` that of one letter."""

    total: float
    mean: float
    language: str


def gather(body: bytes) -> Evidence:
    """Return the evidence of a page's visible text, or of the whole page where that has none; never raises."""
    visible = _TAG.sub(b" ", _without(_without(_without(body, b"<script", b"</script"), b"<style", b"</style"), b"<!--", b"-->"))
    evidence = _collect(visible)
    return evidence if evidence.words else _collect(body)


def _collect(data: bytes) -> Evidence:
    words = [word for word in _WORD.findall(data) if not word.isascii()]
    step = max(1, sum(map(len, words)) // _EVIDENCE)
    return Evidence(b" ".join(words[::step]), b"".join(_HIGH.findall(data)[:_EVIDENCE]))


def _without(data: bytes, start: bytes, end: bytes) -> bytes:
    """Drop what stands between two marks; an unclosed one drops nothing, so a stray mark cannot hide the page."""
    kept, position = [], 0
    while (begin := data.find(start, position)) >= 0 and (close := data.find(end, begin)) >= 0:
        kept.append(data[position:begin])
        position = close
    kept.append(data[position:])
    return b" ".join(kept)


def score(text: str) -> Score:
    """Return how well the words read as some language; `text` is the evidence's words under one encoding. Never raises."""
    counts = Counter(text.lower().replace(" ", ""))
    size = sum(counts.values())
    if not size:
        return Score(0.0, 0.0, "")
    penalty = _INSIDE * (_capitals_inside(text) + len(_NOT_UKRAINIAN.findall(text)))
    best = max((_likelihood(counts, logs) + (0.0 if code in _COMMON else _RARE), code) for code, logs in _models(_script(counts)))
    return Score(best[0] + penalty, (best[0] + penalty) / size, best[1])


def _capitals_inside(text: str) -> int:
    return sum(1 for match in _CAPITAL_INSIDE.finditer(text) if match.group().isupper() and text[match.start() - 1].islower())


def _likelihood(counts: Mapping[str, int], logs: Mapping[str, float]) -> float:
    return sum(count * logs.get(sign, _SIGN if sign in _PUNCTUATION else _FOREIGN) for sign, count in counts.items())


def _script(counts: Mapping[str, int]) -> str:
    cyrillic = sum(count for sign, count in counts.items() if "\u0400" <= sign < "\u0530")
    arabic = sum(count for sign, count in counts.items() if "\u0600" <= sign < "\u0700")
    latin = sum(count for sign, count in counts.items() if sign.isalpha() and sign < "\u0250")
    return max((cyrillic, "Cyrl"), (arabic, "Arab"), (latin, "Latn"))[1]


_TABLES: Mapping[str, tuple[letter_frequencies.Table, ...]] = {
    "Cyrl": letter_frequencies.CYRILLIC,
    "Arab": letter_frequencies.ARABIC,
    "Latn": letter_frequencies.LATIN,
}


@cache
def _models(script: str) -> Sequence[tuple[str, Mapping[str, float]]]:
    return tuple((table.language, _logs(table.letters)) for table in _TABLES[script])


def _logs(letters: str) -> Mapping[str, float]:
    counts = {entry[0]: int(entry[1:]) for entry in letters.split()}
    total = sum(counts.values())
    return {letter: math.log(max(count, 1) / total) for letter, count in counts.items()}

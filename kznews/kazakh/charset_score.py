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
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from kznews.kazakh import letter_frequencies
from kznews.kazakh.letters import repair_mixed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Enough to decide by; the words are taken from the whole page, so a menu in another language does not crowd out the text.
_EVIDENCE = 2_000

# No word is longer; what has no blanks is read in parts.
_WORD = re.compile(rb"[A-Za-z\x80-\xff]{1,100}")
_HIGH = re.compile(rb"[\x80-\xff]")
# Where the Cyrillic encodings of Windows differ: a sample must not miss the one Kazakh sentence of a Russian page.
_TELLING = re.compile(rb"[\x80-\xa7\xa9-\xb1\xb4-\xb7\xb9-\xbf]")
_TAG = re.compile(rb"<[^<>]*>")
# A letter that the page's encoding lacks, written by its number: what stands on both sides is one word.
_LETTER_BY_NUMBER = re.compile(rb"&#(?:1[0-3]\d\d|[xX]0?[45][0-9a-fA-F]{2});")
_NUMBERS_READ = 200
# An English word in quotation marks says nothing about the letters above 127.
_ASCII_WORD = re.compile("(?<![^ ])[«»„“”‘’‚‹›–—…\u00a0]*[a-z]+(?:[«»„“”‘’‚‹›–—…\u00a0]+[a-z]+)*[«»„“”‘’‚‹›–—…\u00a0]*(?![^ ])")
_ASCII_LETTERS = re.compile("[a-z]+")
# What may touch a letter; other signs inside words speak against a reading.
_PUNCTUATION = "«»„“”‘’‚‹›–—…\u00a0\u00ad"
_CONSONANTS = "бвгғґджзйкқлмнңпрстфхҳһцчшщ"
_VOWELS = "аәеёэоөұүыіиуюя"
_FULL_VOWELS = "аәеёоөұүыі"
# What spelling rules out, everywhere or in one language, to tell the letters apart that share a byte: ї and ү, ў and ұ
# (windows-1251 and KZ-1048), ә and ғ (PTCP154 and KZ-1048).
_NEVER = re.compile(f"[{_FULL_VOWELS}яю]ә|ә[{_FULL_VOWELS}]|(?<![{_VOWELS}])ғ(?![{_VOWELS}])|[иую]ғ\\b|[уи]ө")
_RULED_OUT = {
    # After қ and ғ stand back vowels, ө and ү beside no vowel, and ө not after у, и or at the end.
    "kk": (
        "ғқүө",
        re.compile(
            f"\\b[{_CONSONANTS}]ғ|[уию]ғ(?![{_VOWELS}])|\\bғ[ую]|[қғ][еіө]|ғү|[үө][{_FULL_VOWELS}]|[{_FULL_VOWELS}]ө(?!н)|ө\\b|\\bәи"
        ),
    ),
    # After vowels other than ө and ү stands only the long one: изилдөө.
    "ky": ("ө", re.compile(f"[аоуыеи][{_CONSONANTS}]{{1,3}}ө(?!ө)")),
    "uk": ("їє", re.compile(f"[{_CONSONANTS}]ї|є[аоуиеэы]|[бвгґжкмпрфхцчшщ]є")),
    "be": ("ў", re.compile(f"[{_CONSONANTS}]ў")),
    "kaa": ("ў", re.compile(f"[{_CONSONANTS}]ў[{_CONSONANTS}]")),
}
# A name in another language's text, spelt as Kazakh, Ukrainian or Belarusian would spell it.
_NAME_LETTERS = "ұүөәғқңїєґў"
_NAME_LETTER = re.compile(
    f"(?<![{_VOWELS}])[ұүөә](?![{_FULL_VOWELS}])|ғ(?=[{_VOWELS}])|(?<=[{_VOWELS}])ғ(?=[{_CONSONANTS}])|қ|(?<=\\w)ң"
    f"|(?<![{_CONSONANTS}])ї|є(?![аоуиеэы])|(?<=[{_VOWELS}])[ґў]|ґ(?=[{_VOWELS}])"
)

_SIGN = math.log(0.01)
_LONE = frozenset("«»„“”‘’‚‹›–—…№§©®™°·•€£¥±×¼½¾²³\u00a0\u00ad")
# Russian, Ukrainian and Tajik have words of one letter; a single quotation mark is typed close to its word.
_SIGNS_BESIDE_WORDS = dict.fromkeys("авёикосуяіАВЁИКОСУЯІ", -1.5) | {"€": -3.0} | dict.fromkeys("‘’‚‹›", -5.0)
_LONE_LETTER = -5.0
_LONE_DEBRIS = -5.0
_LONE_COUNTED = 10
_LONE_KEPT = 20_000
_FOREIGN_SHARE = 3e-5
_FOREIGN = math.log(_FOREIGN_SHARE)
# A capital after a small letter: a glued word once in a while, every other letter in a wrong reading.
_UNLIKELY = -5.0
# A dash or a bullet stuck to the beginning of a word, and what no one types in words: debris more often than not.
_MISPLACED = re.compile(
    "(?<![^ ])[–—•\u00a0](?=[^\\W\\d_])|[\u2500-\u25a0]|(?<=[^\\W\\d_])[^\\w '«»„“”‘’‚‹›–—…°№\u00a0\u00ad](?=[^\\W\\d_])"
)
# So many words in all of a text with one such sign, or with letters of two scripts that are no look-alikes.
_BROKEN_SHARE = 0.1
# The commonest letter of a line is a third of it at most, of a longer text a fifth.
_LONGER = 40
_MOST_OF_ONE = 0.4
# Quotation marks stand in pairs; which are one differs by country.
_PARTNERS = {"«": "»", "»": "«", "‹": "›", "›": "‹", "„": "“”", "“": "”„", "‚": "‘’", "‘": "’‚"}
# The one letter that mac-cyrillic keeps elsewhere than windows-1251 in running text: "объЯвлено".
_MAC_YA = re.compile("(?<=[а-яё])Я(?=[а-яё])")
_MAC = -8.0
# A word in two scripts: look-alikes on some sites, so not more than a few are counted.
_SEAM = re.compile("[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]")
_SEAMS_COUNTED = 3
_NAME = 2.0
# How much rarer than Kazakh and Russian the other languages are on these portals.
_RARE = -3.0
_RARER = {"kk": 0.0, "ru": 0.0, "bg": -8.0, "mk": -8.0, "sr": -8.0, "be": -6.0, "kjh": -8.0}


class Evidence(NamedTuple):
    """The words of a page that hold bytes above 127, and the bytes above 127 that stand alone."""

    words: bytes
    lone: bytes
    by_number: str
    """The letters that the page writes by their numbers, each once: its encoding lacks them, or it writes all so."""

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
    evidence = _collect(visible(body))
    return evidence if evidence.words else _collect(body)


def visible(body: bytes) -> bytes:
    """Return a page without its scripts, styles, comments and tags; never raises."""
    return _TAG.sub(b" ", _without(_without(_without(body, b"<script", b"</script"), b"<style", b"</style"), b"<!--", b"-->"))


def _collect(data: bytes) -> Evidence:
    numbers = islice(_LETTER_BY_NUMBER.finditer(data), _NUMBERS_READ) if b"&#" in data else ()
    by_number = "".join(sorted({unescape(number[0].decode()) for number in numbers}))
    words = [word for word in _WORD.findall(_LETTER_BY_NUMBER.sub(b"", data) if by_number else data) if not word.isascii()]
    # One byte alone is a dash or a quotation mark at least as often as a word.
    lone = b"".join(word for word in words if len(word) == 1)
    longer = [word for word in words if len(word) > 1]
    telling = [word for word in longer if _TELLING.search(word)]
    return Evidence(b" ".join(_some(telling) + _some(longer)), lone[:_LONE_KEPT], by_number)


def _some(words: list[bytes]) -> list[bytes]:
    return words[:: max(1, sum(map(len, words)) // _EVIDENCE + 1)]


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
    lowered = _ASCII_WORD.sub(_without_letters, text.replace("İ", "i").lower())
    counts = Counter(lowered.replace(" ", ""))
    quotes = sum(counts.pop(sign, 0) for sign in _PUNCTUATION)
    size = sum(counts.values())
    if not size:
        return Score(_SIGN * quotes, 0.0, "")
    # Looking around each letter is dear: only where one of these letters is.
    names = Counter(_NAME_LETTER.findall(lowered) if any(letter in counts for letter in _NAME_LETTERS) else ())
    fits = [
        (_likelihood(counts, logs) + _habits(lowered, language, counts) + _names(names, logs), language)
        for language, logs in _models(_script(counts))
    ]
    best, language = max(fits)
    total = best + _UNLIKELY * (_capitals_inside(text) + _never(lowered, counts))
    total += _MAC * len(_MAC_YA.findall(text)) + _UNLIKELY * (len(_MISPLACED.findall(text)) + unpaired(text))
    seams = _UNLIKELY * min(_SEAMS_COUNTED, len(_SEAM.findall(text)))
    if size >= _LONGER and max(counts.values()) > _MOST_OF_ONE * size:
        return Score(_FOREIGN * size, _FOREIGN, language)
    return Score(total + _SIGN * quotes + seams, total / size, language)


def _never(text: str, counts: Mapping[str, int]) -> int:
    return len(_NEVER.findall(text)) if any(letter in counts for letter in "әғө") else 0


def unpaired(text: str) -> int:
    """Return how many kinds of quotation marks have no partner anywhere; never raises."""
    return sum(1 for mark, partners in _PARTNERS.items() if mark in text and not any(partner in text for partner in partners))


def _without_letters(word: re.Match[str]) -> str:
    return _ASCII_LETTERS.sub("", word.group())


def score_signs(text: str, *, beside_words: bool) -> float:
    """Return how well the characters that stand alone read: dashes and quotation marks, one-letter words, or debris.

    `beside_words` says whether the page has words with letters beyond ASCII: one-letter words stand among such only.
    """
    known = _SIGNS_BESIDE_WORDS if beside_words else {}
    return sum(known.get(sign) or _sign(sign) for sign in text[:_LONE_COUNTED])


def _sign(sign: str) -> float:
    return 0.0 if sign in _LONE else _LONE_LETTER if sign.isalpha() else _LONE_DEBRIS


def is_broken(text: str) -> bool:
    """Return whether too many words hold signs, or letters of two scripts that do not look alike; one such is a name."""
    words = text.split()
    mixed = sum(1 for word in set(words) if _SEAM.search(word) and _SEAM.search(repair_mixed(word)))
    return len(_MISPLACED.findall(text)) + max(0, mixed - 1) > _BROKEN_SHARE * len(words)


def is_debris(lone: str, *, words: int) -> bool:
    """Return whether the characters that stand alone are no dashes and quotes, and outnumber the words."""
    return sum(1 for sign in lone if sign not in _LONE) > max(_LONE_COUNTED, words)


def _habits(text: str, language: str, counts: Mapping[str, int]) -> float:
    letters, pattern = _RULED_OUT.get(language, ("", _NEVER))
    against = len(pattern.findall(text)) if any(letter in counts for letter in letters) else 0
    return _UNLIKELY * against + _RARER.get(language, _RARE)


def _names(names: Mapping[str, int], logs: Mapping[str, float]) -> float:
    return _NAME * sum(count for letter, count in names.items() if letter not in logs)


def _capitals_inside(text: str) -> int:
    cases = {ord(sign): "u" if sign.isupper() else "l" if sign.islower() else " " for sign in dict.fromkeys(text)}
    return text.translate(cases).count("lu")


def _likelihood(counts: Mapping[str, int], logs: Mapping[str, float]) -> float:
    return sum(count * logs.get(sign, _FOREIGN) for sign, count in counts.items())


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


def letters_by_script() -> tuple[frozenset[str], ...]:
    """Return for each script the small letters that some language of the tables writes."""
    return tuple(frozenset(letter for _, logs in _models(script) for letter in logs) for script in _TABLES)


@cache
def _models(script: str) -> Sequence[tuple[str, Mapping[str, float]]]:
    return tuple((table.language, _logs(table.letters)) for table in _TABLES[script])


def _logs(letters: str) -> Mapping[str, float]:
    counts = {entry[0]: int(entry[1:]) for entry in letters.split()}
    total = sum(counts.values())
    return {letter: math.log(max(count, 1) / total) for letter, count in counts.items()}

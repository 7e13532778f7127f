"""The language of a text, of a title, of each paragraph: Kazakh in three scripts, against its neighbours.

The letters decide. Each language's habit of using letters (`letter_frequencies`) gives a likelihood of the text; letters that
a language does not have weigh most, so that ұ and і set Kazakh apart from Karakalpak, Kyrgyz, Tatar and Bashkir, ї and є
Ukrainian, ҙ and ҡ Bashkir (kazakh.md 4.1). pycld2 is asked as a second voice, and the answer kept, where it knows Kazakh:
in Cyrillic and in Arabic script. The language a page claims is never looked at.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kznews.kazakh import letter_frequencies
from kznews.kazakh.fold import fold
from kznews.kazakh.function_words import KAZAKH, OTHERS
from kznews.kazakh.letters import repair_mixed
from kznews.kazakh.script import ARABIC, CYRILLIC, LATIN, Letters, count_letters
from kznews.kazakh.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kznews.kazakh.letter_frequencies import Table

SAMPLE = 2_000
"""How many characters of a text are read."""

UNKNOWN = "und"

_TABLES: Mapping[str, tuple[Table, ...]] = {
    "Cyrl": letter_frequencies.CYRILLIC,
    "Arab": letter_frequencies.ARABIC,
    "Latn": letter_frequencies.LATIN,
}
_NOT_LETTERS: Mapping[str, re.Pattern[str]] = {
    "Cyrl": re.compile(f"[^{CYRILLIC}]+"),
    "Arab": re.compile(f"[^{ARABIC}]+"),
    "Latn": re.compile(f"[^{LATIN}']+"),
}
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|')*")
_APOSTROPHES = re.compile("(?<=[^\\W\\d_])[\u2018\u2019\u02bb\u02bc\u0060\u00b4]")
_DIGITS_AND_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+")

# A letter that a language lacks: about one in 30,000, a name or a slip.
_FOREIGN = 0.3
# How much rarer than Kazakh and Russian the others are on these portals, as a natural logarithm.
_RARE = -3.0
_COMMON = ("kk", "ru")
# By how much the best language must lead, as a natural logarithm, before it is named.
_LEAD_TEXT = 0.5
_LEAD_FIELD = 2.0
# A text this much less likely per letter than the language's own is not in that language.
_WORST = 0.75
# Beyond this lead the small words change nothing, and long texts need not be looked up word by word.
_SURE = 15.0
_CONTRADICTED = 5.5
_UNUSUAL = 1.0
_UNUSUAL_UNCONFIRMED = 2.0
# One of these stands in all but 7 % of short Kazakh sentences, and ұ and і in no neighbour.
_NEARLY_ALWAYS = "ұіqىۇ"
_LETTERS_NEEDED = 3
# A small word is about ten times as frequent in its own language as in one that does not have it.
_SMALL_WORD = 2.5

_SECOND_SCRIPTS = ("Cyrl", "Arab")
_SECOND_KNOWS = ("kk", "ru", "ky", "tt", "ba", "uz", "mn", "tg", "tk", "uk", "be", "bg", "mk", "sr", "ug", "ar", "fa", "ur")


@dataclass(frozen=True, slots=True)
class LanguageReading:
    """What language a text is in, and how that was decided."""

    language: str
    """BCP 47: "kk", "ru", "ky", "kaa" ..., or "und" when there is too little to decide by."""
    script: str
    """ISO 15924: "Cyrl", "Latn", "Arab", or "Zyyy" when there are no letters of these."""
    share: float
    """The share of the text's letters that are of that script, 0 to 1: low on a mixed text."""
    second_voice: str | None
    """pycld2's answer, or None when it was not asked or did not know."""
    agrees: bool | None
    """Whether the second voice says the same; None when it has no opinion or does not know the language."""


class _Guess(NamedTuple):
    language: str
    lead: float


def detect(text: str) -> LanguageReading:
    """Return the language of a text by its first 2,000 characters; "und" without letters; never raises.

    >>> detect("Бүгін Алматыда жаңа мектеп ашылды, оған мыңнан астам бала барады.").language
    'kk'
    """
    return _read(text, _LEAD_TEXT)


def detect_field(text: str) -> LanguageReading:
    """Return the language of one field (a title, a label): as `detect`, but "und" unless one language leads clearly.

    >>> detect_field("№ 5 (а)").language
    'und'
    """
    return _read(text, _LEAD_FIELD)


def paragraph_languages(paragraphs: Sequence[str]) -> list[LanguageReading]:
    """Return one reading for each paragraph, in order, each judged as a field; never raises.

    A paragraph that says too little is "und": it is not given its neighbours' language.
    """
    return [detect_field(paragraph) for paragraph in paragraphs]


def _read(text: str, lead: float) -> LanguageReading:
    sample = clean(_DIGITS_AND_ADDRESSES.sub(" ", text[:SAMPLE]))
    letters = count_letters(sample)
    script = letters.script
    if script not in _TABLES:
        return LanguageReading(UNKNOWN, script, 0.0, None, None)
    letters_of = _letters_of(repair_mixed(sample), script)
    guess = _guess(letters_of, {}, script)
    if guess.lead < _SURE:
        guess = _guess(letters_of, _word_scores(sample, script), script)
    second = _second_voice(sample) if script in _SECOND_SCRIPTS else None
    needed = lead + _doubt(letters_of, script, second) if guess.language == "kk" else lead
    language = guess.language if guess.lead >= needed else UNKNOWN
    return LanguageReading(language, script, _share(letters), second, _agrees(language, second))


def _doubt(letters: str, script: str, second: str | None) -> float:
    """Return what a text called Kazakh must lead by in addition when it lacks ұ and і, or q in Latin, or is contradicted."""
    if script == "Cyrl" and second not in (None, "kk"):
        return _CONTRADICTED
    if any(letter in letters for letter in _NEARLY_ALWAYS):
        return 0.0
    return _UNUSUAL if second else _UNUSUAL_UNCONFIRMED


def _share(letters: Letters) -> float:
    return round(max(letters[:3]) / sum(letters), 4)


def _guess(letters: str, words: Mapping[str, float], script: str) -> _Guess:
    if len(letters) < _LETTERS_NEEDED:
        return _Guess(UNKNOWN, 0.0)
    counts = Counter(letters)
    best: dict[str, float] = {}
    for language, logs, foreign in _models(script):
        score = sum(count * logs.get(letter, foreign) for letter, count in counts.items())
        score += words.get(language, 0.0) + (0.0 if language in _COMMON else _RARE)
        best[language] = max(best.get(language, -math.inf), score)
    first, second = sorted(best.items(), key=lambda pair: -pair[1])[:2]
    return _Guess(first[0], first[1] - second[1])


def _letters_of(sample: str, script: str) -> str:
    # Lower case of İ is i with a loose dot, which is no letter.
    lowered = sample.lower()
    if script == "Latn":
        lowered = _APOSTROPHES.sub("'", lowered)
    return _NOT_LETTERS[script].sub("", lowered)


def _word_scores(sample: str, script: str) -> Mapping[str, float]:
    """Return what the small words say for each language."""
    kazakh, others = _small_words(script)
    lowered = sample.lower()
    words = _WORD.findall(_APOSTROPHES.sub("'", lowered) if script == "Latn" else lowered)
    scores: Counter[str] = Counter()
    for word in words:
        scores.update(others.get(word, ()))
    own = words if script == "Cyrl" else fold(sample).split()
    scores["kk"] = sum(1 for word in own if word in kazakh)
    return {language: _SMALL_WORD * count for language, count in scores.items()}


@cache
def _small_words(script: str) -> tuple[frozenset[str], Mapping[str, list[str]]]:
    """Kazakh words, as skeletons unless the script is Cyrillic, and for each other word the languages that have it."""
    kazakh = KAZAKH if script == "Cyrl" else " ".join(word for word in fold(KAZAKH).split() if len(word) > 1)
    others: dict[str, list[str]] = {}
    for language, words in OTHERS[script].items():
        for word in dict.fromkeys(words.split()):
            others.setdefault(word, []).append(language)
    return frozenset(kazakh.split()), others


@cache
def _models(script: str) -> tuple[tuple[str, Mapping[str, float], float], ...]:
    """Language, logarithm of each letter's share, logarithm for a letter it lacks."""
    models = []
    for table in _TABLES[script]:
        counts = {entry[0]: int(entry[1:]) for entry in table.letters.split()}
        total = sum(counts.values())
        logs = {letter: math.log(max(count, 1) / total) for letter, count in counts.items()}
        models.append((table.language, logs, math.log(_FOREIGN / total)))
    return tuple(models)


def _second_voice(sample: str) -> str | None:
    # Imported here: only those who ask for a language pay for it.
    import pycld2  # noqa: PLC0415

    try:
        reliable, _, details = pycld2.detect(sample)
    except pycld2.error:
        # It refuses bytes that it takes for broken UTF-8; it has no opinion then.
        return None
    code: str = details[0][1]
    return code if reliable and code != "un" else None


def _agrees(language: str, second: str | None) -> bool | None:
    if second is None or language not in _SECOND_KNOWS:
        return None
    return language == second

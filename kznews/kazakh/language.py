"""The language of a text, of a title, of each paragraph: Kazakh in three scripts, against its neighbours.

The letters decide. Each language's habit of using letters (`letter_frequencies`) gives a likelihood of the text; letters that
a language does not have weigh most, so that ұ and і set Kazakh apart from Karakalpak, Kyrgyz, Tatar and Bashkir, ї and є
Ukrainian, ҙ and ҡ Bashkir (kazakh.md 4.1). pycld2 is asked as a second voice, and the answer kept, where it knows Kazakh:
in Cyrillic and in Arabic script. The language a page claims is never looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kznews.kazakh.language_scores import SCRIPTS, by_letters, letter_counts, word_scores
from kznews.kazakh.letters import repair_mixed
from kznews.kazakh.script import Letters, count_letters
from kznews.kazakh.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SAMPLE = 2_000
"""How many characters of a text are read."""

UNKNOWN = "und"

_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+")
# A name or another's words, in whatever language: «Егемен Қазақстан» in a Russian line. After a colon or beside a comma it is
# what the line says.
_QUOTED = re.compile(r"(?<![:,] )(?<![:,])[«“„][^«»“”„]{1,80}[»”“](?! ?[,–—-])")
_QUOTE_SIGNS = frozenset("«“„")
_ENOUGH_OUTSIDE = 8
_CLEAR_OUTSIDE = 2.5

# By how much the best language must lead, as a natural logarithm, before it is named.
_LEAD_TEXT = 0.5
_LEAD_FIELD = 2.5
# Beyond this lead the small words change nothing, and long texts need not be looked up word by word.
_SURE = 15.0
_CONTRADICTED = 5.5
_UNUSUAL = 2.0
# pycld2 calls every second Karakalpak text Kazakh, so its word is not worth everything.
_UNUSUAL_CONFIRMED = 0.5
# Letters that only neighbours have: a name in a long text, a proof in a short one.
NEVER = "ўҳҙҡҫҕҥҗӣӯҷӑӗ"
_FOREIGN_LETTER = 4.0
_FOREIGN_COUNTED = 3
_ALONE = 1.0
_MOST_DOUBT = max(_CONTRADICTED, _FOREIGN_LETTER * _FOREIGN_COUNTED + _UNUSUAL)
"""A text that leads by more is Kazakh, whatever the second voice says."""
# One of these stands in all but 7 % of short Kazakh sentences, and ұ and і in no neighbour.
_NEARLY_ALWAYS = "ұіqىۇ"

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


def detect(text: str) -> LanguageReading:
    """Return the language of a text by its first 2,000 characters; "und" without letters; never raises.

    >>> detect("Бүгін Алматыда жаңа мектеп ашылды, оған мыңнан астам бала барады.").language
    'kk'
    """
    return _read(text, _LEAD_TEXT)


def tag_of(text: str) -> tuple[str, str]:
    """Return language and script of a text as `detect` does; the second voice is not asked where it can change nothing.

    >>> tag_of("Бүгін Алматыда жаңа мектеп ашылды, оған мыңнан астам бала барады.")
    ('kk', 'Cyrl')
    """
    reading = _read(text, _LEAD_TEXT, always=False)
    return reading.language, reading.script


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


def _read(text: str, lead: float, *, always: bool = True) -> LanguageReading:
    sample = clean(_without_addresses(text[:SAMPLE]))
    letters = count_letters(sample)
    script = letters.script
    if script not in SCRIPTS:
        return LanguageReading(UNKNOWN, script, 0.0, None, None)
    counts = letter_counts(repair_mixed(sample), script)
    guess = by_letters(counts, script)
    if guess.lead < _SURE:
        guess = by_letters(counts, script, word_scores(sample, script))
        outside = "" if _QUOTE_SIGNS.isdisjoint(sample) else _QUOTED.sub(" ", sample)
        if len(outside) >= _ENOUGH_OUTSIDE and outside != sample:
            found = letter_counts(repair_mixed(outside), script)
            alone = by_letters(found, script, word_scores(outside, script))
            if alone.lead >= _CLEAR_OUTSIDE:
                sample, counts, guess = outside, found, alone
    asked = script in _SECOND_SCRIPTS and (always or (guess.language == "kk" and guess.lead < lead + _MOST_DOUBT))
    second = _second_voice(sample) if asked else None
    needed = lead + _doubt(counts, script, second) if guess.language == "kk" else lead
    language = guess.language if guess.lead >= needed else UNKNOWN
    return LanguageReading(language, script, _share(letters), second, _agrees(language, second))


def _without_addresses(text: str) -> str:
    return _ADDRESSES.sub(" ", text) if "://" in text or "www." in text else text


def _doubt(letters: Mapping[str, int], script: str, second: str | None) -> float:
    """Return what a text called Kazakh must lead by in addition.

    Something, when the second voice contradicts, when the text lacks ұ and і, or q in Latin letters, when it has a letter
    that only neighbours have, and in all Latin letters, of which the second voice knows nothing.
    """
    if script == "Cyrl" and second not in (None, "kk"):
        return _CONTRADICTED
    alone = _ALONE if script == "Latn" else _FOREIGN_LETTER * min(_FOREIGN_COUNTED, sum(letters.get(sign, 0) for sign in NEVER))
    if any(letters.get(letter) for letter in _NEARLY_ALWAYS):
        return alone
    return alone + _UNUSUAL_CONFIRMED if second == "kk" else max(alone, _UNUSUAL)


def _share(letters: Letters) -> float:
    return round(max(letters[:3]) / sum(letters), 4)


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

"""Words for search: the skeleton of a word without its endings, so that a query meets every form of it in every script.

An ending is taken off where the sounds before it allow it, the longest first, until none is left, but never a case or a
possessive twice in a row. The rest is a key and no dictionary form. Most forms of a word come down to the same; where two
endings are possible (бала-сы, but облыс-ы) a question asks for what either leaves (`asked_stems`). Sources: the tables of
endings that any grammar of Kazakh lists (plural, possessive, case), written as skeletons (docs/kazakh.md section 1).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kznews.kazakh.fold import fold, fold_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SEARCH_VERSION: Final = 2
"""Of what the functions here return; an index of another version is made anew."""

_SHORTEST: Final = 3
_VOWELS: Final = "aeiou"
_VOICELESS: Final = "cfhkpstw"
_VOICED: Final = "abdegijlmnoruvz"
# What may stand before an ending, and the endings that stand there.
_ENDINGS: Final = (
    (_VOWELS + "r", "lar ler"),
    (_VOICED, "dar der da de dan den dagi degi ga ge"),
    ("bdgjlrvz" + "mn" + "iu", "di din"),  # й and у among them: музей-ді, су-ды
    # Behind б, в, г and д in loans the endings are voiceless: клуб-тың, Тоқаев-қа.
    (_VOICELESS + "bdgv", "tar ter ta te tan ten tagi tegi ti tin ka ke pen"),
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
_POSSESSIVE, _CASE = 1, 2
_KIND: Final = {
    ending: 0 if ending.endswith(("ar", "er")) else _POSSESSIVE if ending[0] in "is" or ending[-1] == "z" else _CASE
    for ending in _BEFORE
}
"""What an ending is; 0 for the plural."""
_NEW_WORD: Final = ("agi", "egi")
"""Ends of endings behind which a case may stand again: ауылдағы-дан."""
_LONGEST: Final = max(map(len, _BEFORE))
_LEFT: Final = {"a": 4, "e": 4}
"""How many letters must stay before the shortest endings, which many words end in themselves."""
_ASKED: Final = _BEFORE | {ending: _BEFORE[ending] + "n" for ending in ("an", "en")}
"""As `_BEFORE`, with аудан-нан, in which the skeleton has one n: too often a participle (қолданған) for the index."""
_FORMS: Final = (*((ending, _BEFORE[ending]) for ending in ("i", "si", "di", "ni", "ti")), ("an", "n"), ("en", "n"))
"""Endings, and what stands before them, with which the index may make something else of a word than of the word alone."""
_ALL_FORMS: Final = tuple((ending, before) for ending, before in _BEFORE.items() if len(ending) > 1 or ending == "i")
"""Those of a word too short for the index to take anything off its forms; "ата" is another word than "ат"."""
_LONGEST_ASKED: Final = 40
"""A longer word is asked for as it is."""
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
    kind = 0
    while found := next(_rests(word, kind), None):
        word, kind = found
    last = _SOFT.get(word[-1:], "") if len(word) >= _SHORTEST else ""
    return word[:-1] + last if last else word


@lru_cache(maxsize=1_000)
def asked_stems(word: str) -> tuple[str, ...]:
    """Return the stems of all words that share a form with a word of `words_of`, its own first.

    Each ending that it may have is taken off and left on, and what that leaves is asked for with the stems of its own forms.
    A word of two letters has those of its forms as well.

    >>> asked_stems(*words_of("кеңес")), asked_stems(*words_of("көрші"))
    (('kenes', 'kene'), ('korw', 'korwi'))
    """
    stems = {stem(word): None}
    bases = {(word, 0): None}
    todo = [(word, 0)] if len(word) <= _LONGEST_ASKED else []
    for base, kind in todo:
        endings = _FORMS if len(base) >= _SHORTEST else _ALL_FORMS
        forms = [base, *(base + ending for ending, before in endings if base[-1] in before)]
        stems |= dict.fromkeys(map(stem, forms))
        new = [found for found in _rests(base, kind, _ASKED) if found not in bases]
        bases |= dict.fromkeys(new)
        todo += new
    return tuple(stems)


def stems_by_line(lines: Sequence[str]) -> list[list[str]]:
    """Return the stems of the words of each line, in which no line break is, in their order."""
    return [[stem(word) for word in _WORD.findall(_ascii(line))] for line in fold_lines(lines)]


def stems_by_word(words: list[str]) -> list[list[str]]:
    """Return the stems of each of many words without line breaks, folded in one call; a word with a hyphen has several."""
    lines = _ascii(fold("\n".join(words))).split("\n") if words else []
    return [[stem(part) for part in _WORD.findall(line)] for line in lines]


def _rests(word: str, kind: int, before: Mapping[str, str] = _BEFORE) -> Iterator[tuple[str, int]]:
    """Yield a word without each ending that it may have before one of `kind`, the longest first, and the kind of that ending."""
    for size in range(min(_LONGEST, len(word) - _SHORTEST), 0, -1):
        ending = word[-size:]
        allowed = before.get(ending)
        if not allowed or word[-size - 1] not in allowed or (_KIND[ending] & kind and not ending.endswith(_NEW_WORD)):
            continue
        if len(word) - size >= _LEFT.get(ending, _SHORTEST):
            yield word[:-size], _KIND[ending]

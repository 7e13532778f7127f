"""Currencies in a text: codes, signs, Kazakh and Russian names with their endings, in three scripts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kznews.kazakh.currency_names import (
    ALSO_PERSONS,
    AS_WRITTEN,
    CASES,
    COUNTRIES,
    ISO_CODES,
    NAMED,
    OLD_CODES,
    POSSESSIVES,
    RUSSIAN_ENDINGS,
    SIGNS,
    STEMS,
)
from kznews.kazakh.fold import fold
from kznews.kazakh.letters import repair_mixed
from kznews.kazakh.numbers import find_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "ISO_CODES",
    "Nominal",
    "find_all",
    "find_currency",
    "foreign_currencies",
    "may_name_currency",
    "read_nominal",
    "telling_words",
]

MAX_TEXT: Final = 10_000
_INSIDE: Final = "['\u2019\u00ad\u200c\u200d](?=[^\\W\\d_])"
_TOKEN: Final = re.compile(f"[{re.escape(''.join(SIGNS))}]|[^\\W\\d_](?:[^\\W\\d_元]|{_INSIDE})*")
_CODES: Final = {code: code for code in ISO_CODES} | dict(OLD_CODES)
_KAZAKH_ENDINGS: Final = frozenset(one + two for one in POSSESSIVES.split(" ") for two in CASES.split(" "))
_ENDINGS: Final = _KAZAKH_ENDINGS | frozenset(RUSSIAN_ENDINGS.split())
_STEMS: Final = {fold(stem): (code, fold(stems.split()[0])) for code, stems in STEMS for stem in stems.split()}
_SOM: Final = fold("сом")
_COUNTRIES: Final = tuple(
    (fold(name), tuple(fold(country) for country in countries.split()), code) for name, countries, code in COUNTRIES
)
_ALSO_PERSONS, _NAMED = (frozenset(fold(words).split()) for words in (ALSO_PERSONS, NAMED))
_SHORTEST, _LONGEST_ENDING = 3, 8
_BEGINNINGS: Final = frozenset(name[:_SHORTEST] for name in (*_STEMS, *map(fold, AS_WRITTEN)))
_TELLING: Final = re.compile(f"[{re.escape(''.join(SIGNS))}'\u2019\u02bc\u00ad\u200c\u200d]")
_TENGE: Final = "KZT"
_MOST_WORDS: Final = 100_000
_PLAIN_WORDS: Final[set[str]] = set()
"""Words that name no currency, as they were met: taking them all away at once costs a tenth of asking for each."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NEAR: Final = 2
_PAIR: Final = 6
_NOMINALS: Final = (1, 10, 100, 1000, 10_000)


class Nominal(NamedTuple):
    """How many units of a currency a rate is for."""

    units: int
    code: str


def find_currency(text: str) -> str | None:
    """Return the ISO 4217 code of the first currency that `text` names, or None. Never raises."""
    found = find_all(text)
    return found[0][2] if found else None


def find_all(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, ISO code) of every currency named in the first 10,000 characters of `text`, in order.

    Codes count in capitals only, unless the text is nothing but the code ("TRY" and "try"); they may touch a number
    ("USD322.72") or the tenge's ("USDKZT"). A country beside the name decides ("Беларус рублі" is BYN); a name that several
    countries use is nothing without one ("крона"). Two names of one currency side by side are one place ("фунт стерлинг").
    Time linear in the length. Never raises.
    """
    text = text[:MAX_TEXT]
    whole = text.strip()
    tokens = list(_TOKEN.finditer(repair_mixed(text)))
    skeletons = fold("\n".join(token.group() for token in tokens)).split("\n")
    found: list[tuple[int, int, str]] = []
    named = ""  # by the word before
    for at, token in enumerate(tokens):
        written = token.group()
        code = SIGNS.get(written) or _CODES.get(written.upper() if written == whole else written) or _of_pair(written)
        if code:
            found.append((token.start(), token.end(), code))
            named = ""
            continue
        code = "" if _is_person(tokens, skeletons, at) else _named(written, skeletons, at)
        if code and code == named:
            found[-1] = (found[-1][0], token.end(), code)
        elif code:
            found.append((token.start(), token.end(), code))
        named = code
    return tuple(found)


def _of_pair(written: str) -> str:
    """Return the currency of a pair that is traded for tenge, as exchanges write it ("USDKZT"), or an empty string."""
    return _CODES.get(written[:-3], "") if len(written) == _PAIR and written.endswith(_TENGE) else ""


def _is_person(tokens: Sequence[re.Match[str]], skeletons: list[str], at: int) -> bool:
    """Return whether the word `at` is a person's first name: before "атты" or a surname, no currency and no country."""
    if skeletons[at] not in _ALSO_PERSONS or at + 1 == len(tokens) or not tokens[at].group()[0].isupper():
        return False
    following, skeleton = tokens[at + 1].group(), skeletons[at + 1]
    if skeleton in _NAMED:
        return True
    if not following.istitle() or _may_be_name(following) or tokens[at].string[tokens[at].end() : tokens[at + 1].start()].strip():
        return False
    return not any(skeleton.startswith(countries) for currency, countries, _ in _COUNTRIES if currency == skeletons[at])


def may_name_currency(text: str) -> bool:
    """Return whether `find_all` may find anything in `text`: quickly told, never False where it does. Never raises."""
    return _TELLING.search(text) is not None or any(map(_may_be_name, _WORD.findall(text)))


def telling_words(texts: Sequence[str]) -> set[str]:
    """Return the words of texts, as blanks divide them, that may name a currency (`may_name_currency`). Never raises."""
    words = set(" ".join(texts).split()) - _PLAIN_WORDS
    telling = {word for word in words if may_name_currency(word)}
    if len(_PLAIN_WORDS) > _MOST_WORDS:
        _PLAIN_WORDS.clear()
    _PLAIN_WORDS.update(words - telling)
    return telling


def foreign_currencies(texts: Sequence[str]) -> frozenset[str]:
    """Return the codes of the currencies other than the tenge that short texts name; as `find_all`, each word looked at once."""
    telling = telling_words(texts)
    holders = [text for text in texts if not telling.isdisjoint(text.split())] if telling else ()
    return frozenset(code for text in holders for _, _, code in find_all(text) if code != _TENGE)


@lru_cache(maxsize=32768)  # the words of a few hundred pages; knowing one costs a hundredth of looking at it
def _may_be_name(word: str) -> bool:
    written, skeleton = repair_mixed(word), fold(word)
    if written.upper() in _CODES or written.lower() in AS_WRITTEN or _of_pair(written):
        return True
    if skeleton[:_SHORTEST] not in _BEGINNINGS:
        return False
    return "\u0623" in word or bool(_by_stem(skeleton)[1])  # this letter is read by the words around it


def read_nominal(text: str) -> Nominal | None:
    """Return how many units of which currency `text` names, or None if it names none.

    "100 иен" is 100 JPY, "1000 ИРАН РИАЛЫ IRR / KZT 10.6" is 1000 IRR, "USD" is 1 USD. The number before the name must
    be one that banks quote by: 1, 10, 100, 1000, 10000. Never raises. Source: formats.md section 2.
    """
    found = find_all(text)
    if not found:
        return None
    start, _, code = found[0]
    before = find_numbers(text[:start])
    if not before:
        return Nominal(1, code)
    units = next((units for units in _NOMINALS if before[-1][2] == units), None)
    return None if units is None else Nominal(units, code)


def _named(written: str, skeletons: list[str], at: int) -> str:
    """Return the code of the currency that the word `at` names, or an empty string."""
    known = AS_WRITTEN.get(written.lower())
    code, name = (known, _SOM if known == "KGS" else "") if known else _by_stem(skeletons[at])
    if not name:
        return code
    for currency, countries, of_country in _COUNTRIES:
        if currency == name:
            near = skeletons[max(0, at - _NEAR) : at] + skeletons[at + 1 : at + 2]
            if any(word.startswith(countries) for word in near):
                return of_country
    return code


def _by_stem(skeleton: str) -> tuple[str, str]:
    """Return the code and the name of the currency whose stem `skeleton` begins with, if a known ending follows."""
    for size in range(len(skeleton), max(_SHORTEST, len(skeleton) - _LONGEST_ENDING) - 1, -1):
        known = _STEMS.get(skeleton[:size])
        if known is not None and skeleton[size:] in _ENDINGS:
            return known
    return "", ""

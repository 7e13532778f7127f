"""Cities of Kazakhstan and of Kazakh portals in Xinjiang: one key for every name that portals show, in any script.

Source: formats.md section 3, issue 3 item 4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kznews.kazakh.city_names import NAMES
from kznews.kazakh.district_names import NAMES as DISTRICTS
from kznews.kazakh.fold import fold


@dataclass(frozen=True, slots=True)
class City:
    """A city or town."""

    key: str
    """ASCII, lower case, never changed: what is stored."""
    kk: str
    """The Kazakh name of today."""
    names: tuple[str, ...]
    """Other names: Russian, English, former ones, and spellings that do not fold to the Kazakh one."""


CITIES: Final = tuple(
    City(key, kk, tuple(name.strip() for name in other.split(",") if name.strip())) for key, kk, other in (*NAMES, *DISTRICTS)
)
"""Every regional centre and the larger towns, the three largest first, then the villages that are centres of districts."""

MAX_TEXT: Final = 1000
_WORD: Final = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f'\u2019\u00ad\u200c\u200d])*")
# "қаласы" and its kin in every script, before or after the name; "қ-сы" is two words.
_AROUND_WORDS: Final = "қ сы қаласы қаласында қаласының қала г гор город городе city ауылы ауылында село"
_AROUND: Final = frozenset(fold(word) for word in _AROUND_WORDS.split())
# Case endings as skeletons, the forms after n and doubled consonants included.
_CASES: Final = (
    "da de ta te a e ga ge ka ke dan den tan ten nan nen an en nin din tin in ni di ti i dagi degi tagi tegi lik dik men ben pen"
)
_ENDINGS: Final = frozenset(_CASES.split())
# "Алматы облысы", "Абай ауданы": a region or a district is not the city it is named after.
_REGION: Final = ("oblis", "oblas", "audan", "raion")
# Names that are everyday words or persons: in a longer line they must begin with a capital ("Есік" is a door), and where a
# sentence or a quotation begins with one, which has a capital anyhow ("Темір жол", "Алға, Қазақстан!"), more must say that.
_ALSO_WORDS: Final = frozenset(
    ("shu", "alga", "temir", "esik", "aral", "embi", "abay", "altay", "saran", "esil", "oral", "arys", "qarauyl", "qulan",
     "torghay", "shayan", "quryq", "chapaev", "makhambet", "qurmanghazy", "zhanibek", "zhangala", "kegen", "maqat", "shelek",
     "nura", "ghulja"),
)  # fmt: skip
_BEGINNING: Final = re.compile("[.!?…\n«“„]")
_FIGURE: Final = re.compile(r"\d")
_LISTED: Final = re.compile("[,;|/·•]")
_TOWN: Final = fold("қаласы")
_AND: Final = frozenset(fold("мен бен пен және").split())
_IN: Final = ("da", "de", "ta", "te")
"""Endings that say where: persons and most things have others."""
_LONGEST_ENDING: Final = 4
_MIN_STEM: Final = 4
_MOST_WORDS: Final = 3


def _index() -> dict[str, City]:
    found: dict[str, City] = {}
    for city in CITIES:
        for name in (city.kk, *city.names):
            found.setdefault(_key(name), city)
    return found


def _words(text: str) -> list[str]:
    """Return the skeletons of the words of `text`."""
    return fold("\n".join(_WORD.findall(text))).split("\n")


def _key(name: str) -> str:
    return "".join(_words(name))


_BY_KEY: Final = _index()


def _shortened() -> dict[str, City | None]:
    found: dict[str, City | None] = {}
    for city in CITIES:
        for first, rest in (name.split("-") for name in (city.kk, *city.names) if name.count("-") == 1):
            short = _key(f"{first[0]} {rest}")
            found[short] = city if found.get(short, city) is city else None
    return found


_BY_SHORT_KEY: Final = _shortened()
"""Names of two parts with the first letter of the first; None where two cities may be meant ("А.Ата")."""
_SHORT: Final = re.compile("([^\\W\\d_])(?:\\.\\s?|-)(\\S{3,40})")


def find_shortened(text: str) -> City | None:
    """Return the one city whose name of two parts a text shortens to a letter and the second ("Н.Сұлтан"), or None.

    In other texts a person may be named so. Never raises.
    """
    match = _SHORT.fullmatch(text)
    return _BY_SHORT_KEY.get(_key(f"{match[1]} {match[2]}")) if match else None


def find_city(text: str) -> City | None:
    """Return the city that the whole of `text` names, or None ("Киев", "Мәскеу", a sentence).

    Compared by skeleton, so in any script and case; "қ.", "г.", "қаласы" around the name and a second name in brackets
    that means the same city ("Нур-Султан (Астана)") are allowed. Never raises.
    """
    if len(text) > MAX_TEXT:
        return None
    words = [word for word in _words(text) if word not in _AROUND]
    city = _BY_KEY.get("".join(words))
    if city is None and len(words) > 1:
        parts = cities_in(text)
        named = {_key(name) for part in parts for name in (part.kk, *part.names)}
        return parts[0] if len(parts) == 1 and _covered(words, named) else None
    return city


def _covered(words: list[str], names: set[str]) -> bool:
    """Return whether `words`, in order, are nothing but names."""
    at = 0
    while at < len(words):
        size = next((n for n in range(_MOST_WORDS, 0, -1) if "".join(words[at : at + n]) in names), 0)
        if not size:
            return False
        at += size
    return True


def cities_in(text: str) -> tuple[City, ...]:
    """Return the cities named in the first 1,000 characters of `text`, each once, in order; case endings are allowed.

    A name that is a word or a person as well must have a capital, where its script has them. Where a sentence or a quotation
    begins with it, it is found only beside "қаласы" and its kin, in the locative, before a figure or the next city of a list, or
    where no word follows. Time linear in the length. Never raises.
    """
    text = text[:MAX_TEXT]
    spans = [match.span() for match in _WORD.finditer(text)]
    words = fold("\n".join([text[start:end] for start, end in spans])).split("\n")
    found: dict[str, City] = {}
    at = 0
    while at < len(words):
        size, city = _longest(words, at)
        if city is not None and not _is_region(words, at + size) and _is_meant(city, (text, spans, words), at, at + size):
            found.setdefault(city.key, city)
        at += size
    return tuple(found.values())


def _longest(words: list[str], at: int) -> tuple[int, City | None]:
    for size in range(_MOST_WORDS, 0, -1):
        name = "".join(words[at : at + size])
        city = _BY_KEY.get(name) or _without_ending(name)
        if city is not None:
            return size, city
    return 1, None


def _is_region(words: list[str], after: int) -> bool:
    return after < len(words) and words[after].startswith(_REGION)


def _is_meant(city: City, line: tuple[str, list[tuple[int, int]], list[str]], first: int, after: int) -> bool:
    """Return whether the words from `first` up to `after` name a city in their line, and no person and no thing."""
    if city.key not in _ALSO_WORDS:
        return True
    text, spans, words = line
    if text[spans[first][0]].islower():
        return False
    if first and not _BEGINNING.search(text, spans[first - 1][1], spans[first][0]):
        return True
    if after >= len(words) or (words[after - 1].endswith(_IN) and "".join(words[first:after]) not in _BY_KEY):
        return True
    if any(word in _AROUND or word.startswith(_TOWN) for word in (*words[max(0, first - 1) : first], words[after])):
        return True
    gap = text[spans[after - 1][1] : spans[after][0]]
    further = after + (words[after] in _AND)
    listed = further > after or words[after - 1] in _AND or _LISTED.search(gap)  # "мен" may have been taken for an ending
    return bool(_FIGURE.search(gap) or (listed and _longest(words, further)[1] is not None))


def _without_ending(name: str) -> City | None:
    for size in range(_LONGEST_ENDING, 0, -1):
        stem, ending = name[:-size], name[-size:]
        if len(stem) >= _MIN_STEM and ending in _ENDINGS and stem in _BY_KEY:
            return _BY_KEY[stem]
    return None

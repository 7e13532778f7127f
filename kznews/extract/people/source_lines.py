"""Lines under a text that say whence it was taken ("«Дерек» агенттігінің материалы бойынша", "Ашық дереккөздерден")."""

from __future__ import annotations

import re

from kznews.extract.phrases import key

MAX_SOURCE_LINE = 80
"""Letters of such a line."""
MAX_WORDS = 8
_OUTLETS = (
    "агенттігі", "газеті", "журналы", "сайты", "порталы", "басылымы", "телеарнасы", "арнасы", "қызметі", "редакциясы",
)  # fmt: skip
_OF_OUTLET = frozenset(key(outlet + of) for outlet in _OUTLETS for of in ("нің", "ның"))
_FROM_OUTLET = frozenset(key(outlet + whence) for outlet in _OUTLETS for whence in ("нен", "нан"))
_MATERIALS = frozenset(
    map(key, ("материалы", "материалдары", "ақпараты", "ақпараттары", "деректері", "мәліметі", "мәліметтері", "хабары",
              "дереккөздер", "дереккөздері", "дереккөзі"))
)  # fmt: skip
_BY = frozenset(map(key, ("бойынша", "негізінде")))
_MADE = frozenset(map(key, ("дайындалды", "дайындалған", "әзірленді", "әзірленген", "жасалды", "жарияланды")))
_TAKEN = frozenset(map(key, ("алынды", "алынған", "алынған материал")))
_OPEN = frozenset(map(key, ("ашық", "ғаламтор", "интернет", "шетел", "шетелдік", "баспасөз", "бақ", "әлеуметтік")))
_FROM_OPEN = frozenset(map(key, ("дереккөздерден", "дереккөзден", "интернеттен", "ғаламтордан")))
_WHAT = frozenset(map(key, ("материал", "мақала", "ақпарат", "мәтін")))
_NAME = re.compile(r"[«“\"].{2,40}[»”\"]|\b[\w-]+(?:\.[\w-]+)*\.[a-zа-я]{2,5}\b", re.IGNORECASE)
"""An outlet in quotes, or its address."""
_RUSSIAN = re.compile(r"(?:по материалам|по информации|по сообщению|с сайта|источник)\s+\S+(?:\s\S+){0,3}", re.IGNORECASE)
MOST_IN_NAME = 4
"""Words of an outlet's name, with what kind of outlet it is."""
_ENDING = 3
"""Letters of the ending that says of what or whence, in every script ("агенттігі-нің", "газеті-нен")."""


def is_outlet(said: str) -> bool:
    """Return whether a text is a name in quotes or an address and nothing else. Never raises."""
    return len(said) <= MAX_SOURCE_LINE and _NAME.fullmatch(said.strip(" .")) is not None


def source_of(line: str) -> str | None:
    """Return the source that a line names ("" where it names none), or None for a line that says something else. Never raises."""
    said = line.strip(" .()（）*")
    shown = said.split() if 0 < len(said) <= MAX_SOURCE_LINE else []
    if not 1 <= len(shown) <= MAX_WORDS:
        return None
    if _RUSSIAN.fullmatch(said):
        return said.split(maxsplit=2)[-1]
    words = list(map(key, shown))
    while words and words[-1] in _MADE | _TAKEN:
        words.pop()
    if len(words) > 1 and words[-1] in _BY and words[-2] in _MATERIALS:
        return _named(shown, words[:-2], _OF_OUTLET)
    if words and words[-1] in _FROM_OPEN and _WHAT.union(_OPEN).issuperset(words[:-1]):
        return ""
    return _named(shown, words, _FROM_OUTLET) if words and words[-1] in _FROM_OUTLET else None


def _named(shown: list[str], before: list[str], outlets: frozenset[str]) -> str | None:
    """Return the outlet that the first words name and nothing else; "" for open sources, None for others."""
    if before and _OPEN.issuperset(before):
        return ""
    start = int(bool(before) and before[0] in _WHAT)
    name = " ".join(shown[start : len(before)])
    if not name or len(before) - start > MOST_IN_NAME:
        return None
    if before[-1] in outlets:
        words = shown[start : len(before) - 1]
        called = _NAME.search(name) is not None or all(word[0] == word[0].upper() for word in words)
        return name[:-_ENDING].strip() if words and called else None
    return name if _NAME.fullmatch(name) else None

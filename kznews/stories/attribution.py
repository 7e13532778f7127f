"""Whom a text names as its source: "деп хабарлайды Kazinform", "BAQ.KZ порталына сілтеме жасап", in any script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_NAME: Final = 80
"""A longer phrase is a clause, not a name."""

_SAYS: Final = "хабарла|жаз|мәлімде|habarla|xabarla|jaz|málimde|mälimde|حابارلا|جاز|مالىمدە"
_LINKS: Final = ("сілтеме", "silteme", "sіlteme", "سىلتەمە")
_THAT: Final = ("деп", "dep", "دەپ")
# A full stop ends the name unless something is glued to it, as in "BAQ.KZ".
_AFTER: Final = re.compile(
    rf"(?:{'|'.join(_THAT)})\s+(?:{_SAYS})\w*\s+(?P<name>(?:[^.!?;:,،؛؟\n–—]|\.(?=\w)){{2,{MAX_NAME}}})", re.IGNORECASE
)
_BEFORE: Final = re.compile(
    rf"(?P<name>(?:[«\"“]?[^\W\d_a-zа-яәғқңөұүһі][^\s,;:()]*\s){{1,3}}(?:[^\s.,;:()]+\s)?)(?:{'|'.join(_LINKS)})"
)
_CAPITAL: Final = re.compile(r"[«\"“„]?(?P<first>[^\W\d_])")
_PEOPLE: Final = frozenset(map(fold, ("тілшісі", "тілші", "журналисі", "корреспонденті", "меншікті", "өз")))
"""Words that end a name: the outlet's reporter is not its name."""
_DATIVE: Final = re.compile(r"[-\u2010\u2011](?:ға|ге|қа|ке|на|не|ǵa|ge|qa|ke|na|ne|ğa)$")
_OUTLETS: Final = tuple(map(fold, ("порталына", "агенттігіне", "сайтына", "басылымына", "газетіне", "арнасына", "ақпаратына")))
"""What stands between a name and a reference to it."""


def attribution(paragraphs: Iterable[str], *, source_name: str | None = None, dateline: str | None = None) -> str | None:
    """Return the source that a text names, as it is written there, or None.

    A line that names the source ("Дереккөз: ...", an Article's `source_name`) comes first, then the agency in the dateline
    ("АСТАНА. KAZINFORM"), then the first phrase in the text. Never raises.
    """
    if source_name:
        return source_name
    agency = re.split(r"[.,]\s*", dateline or "", maxsplit=1)[1:]
    if agency and (named := agency[0].partition("/")[0].strip(" —–-")):
        return named
    return next((name for paragraph in paragraphs if (name := _named_in(paragraph))), None)


def _named_in(paragraph: str) -> str | None:
    lower = paragraph.lower()  # most paragraphs name nobody, which is told a hundred times faster so than by the patterns
    for match in _AFTER.finditer(paragraph) if any(word in lower for word in _THAT) else ():
        if name := _name(match["name"]):
            return name
    for match in _BEFORE.finditer(paragraph) if any(word in paragraph for word in _LINKS) else ():
        words = match["name"].split()
        if len(words) > 1 and fold(words[-1]).startswith(_OUTLETS):
            words.pop()
        if name := _name(" ".join(words)):
            return _DATIVE.sub("", name)
    return None


def _name(phrase: str) -> str | None:
    """Return the name that a phrase begins with, or None: in a script with capitals it begins with one."""
    words: list[str] = []
    for word in phrase.split():
        if fold(word) in _PEOPLE:
            break
        words.append(word)
    name = " ".join(words).strip(" .")
    first = _CAPITAL.match(name)
    return name if first and not first["first"].islower() else None

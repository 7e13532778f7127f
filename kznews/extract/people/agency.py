"""The dateline that agencies put before the first sentence: place, agency, dash ("АСТАНА. KAZINFORM –")."""

from __future__ import annotations

import re

from kznews.extract.people.names import divided, may_be_name
from kznews.extract.phrases import key
from kznews.kazakh.cities import find_city
from kznews.kazakh.function_words import KAZAKH, NEWS

MAX_AGENCY = 45
"""An agency's name with a reporter between slashes; a clause is longer."""

_PLACE = r"^(?P<place>[^\W\d_][^.,:;!?\n]{2,30}?)"
_OPENING = re.compile(rf"{_PLACE}\s?[.,]\s?(?P<agency>[^—–\n]{{2,60}}?)\s?(?:[—–]|\s-)\s?(?=\S)")
# One word and a hyphen stuck to it: a longer text may end a line on half of a word.
_STUCK = re.compile(rf"{_PLACE}\s?[.,]\s?(?P<agency>[^\W\d_][^\s—–-]{{2,30}})-\s(?=\S)")
# No sentence goes on with a site's name, or a Latin one in capitals, and a full stop: the place may be in small letters.
_SITE = re.compile(
    rf"{_PLACE}\s?[.,]\s?(?:\d{{1,2}} [^\W\d_]{{3,9}}[.,]\s)?"
    r"(?P<site>(?:[A-Za-z][\w-]{1,20}\.){1,2}(?:[Kk][Zz]|[Cc]om|COM|[Rr]u|RU)|[A-Z]{5,20}|Sputnik|Спутник)\s?[.—–]\s(?=\S)"
)
_PARTS = re.compile(r"[.,،]\s")
_OF_PRESS = frozenset(
    map(key, ("тілшісі", "агенттігі", "агенттік", "порталы", "сайты", "газеті", "баспасөз", "қызметі", "ақпарат", "арнайы",
              "меншікті", "өз", "тілшіміз", "телеарнасы", "радиосы", "хабары"))
)  # fmt: skip
"""Words in small letters that an agency's name may have."""
_COMMON = frozenset(map(key, f"{KAZAKH} {NEWS} мұнда онда сонда ол олар".split()))
"""A single one of these opens a sentence."""
_REPORTERS = re.compile(r"/([^/\d]{5,40})/")
_AFTER = re.compile(rf"{_PLACE},\s[^—–\n]{{3,20}}?\s?[—–-]\s?(?:Sputnik|Спутник)\s?\.\s?(?=\S)")


def split_agency(paragraph: str) -> tuple[str, str]:
    """Return the agency's dateline ("" if there is none) and the paragraph without it. Never raises.

    The place must be a city of Kazakhstan, in capitals (or in Arabic script, which has none) unless an agency's site
    follows: a sentence that begins with a city and has a dash later is left alone.
    Source: portals.md section 4, formats.md section 5.
    """
    for pattern in (_AFTER, _SITE, _OPENING, _STUCK):
        match = pattern.match(paragraph[:160])
        agency = (match.groupdict().get("agency") or "") if match else ""
        if (
            match
            and _is_place(match["place"], in_capitals=pattern is not _SITE)
            and len(agency) <= MAX_AGENCY
            and not any(map(find_city, agency.split(",")))
            and (not agency or _may_be_agency(agency))
        ):
            return match[0].strip(" —–-"), paragraph[match.end() :]
    return "", paragraph


def reporters_in(dateline: str) -> list[str]:
    """Return the reporters whom an agency's dateline names between slashes ("ПАВЛОДАР. ҚазАқпарат /Айгүл Серік/"), or [].

    Never raises. Source: Kazinform's pages of 2008 to 2015.
    """
    named = _REPORTERS.search(dateline)
    names = divided(named[1]) if named else []
    return names if all(map(may_be_name, names)) else []


def _may_be_agency(said: str) -> bool:
    """Return whether the last part of what stands behind a place may be an agency's name: no clause and no day."""
    name = _REPORTERS.sub("", _PARTS.split(said)[-1]).strip()
    words = [word for word in re.split(r"[\s-]+", name) if word]
    if not words or name[0].islower() or any(word[0].isdigit() for word in words[1:]) or name[0].isdigit():
        return False
    plain = [word for word in words if word.islower()]
    return all(key(word) in _OF_PRESS for word in plain) and not (len(words) == 1 and words[0].istitle() and _is_common(words[0]))


def _is_common(word: str) -> bool:
    return key(word) in _COMMON


def _is_place(text: str, *, in_capitals: bool) -> bool:
    has_case = any(letter.isupper() or letter.islower() for letter in text)
    return (text.isupper() or not (in_capitals and has_case)) and find_city(text) is not None

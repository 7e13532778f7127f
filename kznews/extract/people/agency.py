"""The dateline that agencies put before the first sentence: place, agency, dash ("АСТАНА. KAZINFORM –")."""

from __future__ import annotations

import re

from kznews.extract.people.names import divided, may_be_name
from kznews.kazakh.cities import find_city

MAX_AGENCY = 45
"""An agency's name with a reporter between slashes; a clause is longer."""

_PLACE = r"^(?P<place>[^\W\d_][^.,:;!?\n]{2,30}?)"
_OPENING = re.compile(rf"{_PLACE}\s?[.,]\s?(?P<agency>[^—–\n]{{2,60}}?)\s?(?:[—–]|\s-)\s?(?=\S)")
# One word and a hyphen stuck to it: a longer text may end a line on half of a word.
_STUCK = re.compile(rf"{_PLACE}\s?[.,]\s?(?P<agency>[^\W\d_][^\s—–-]{{2,30}})-\s(?=\S)")
# No sentence goes on with a site's name, or a Latin one in capitals, and a full stop: the place may be in small letters.
_SITE = re.compile(
    rf"{_PLACE}\s?[.,]\s?(?P<site>(?:[A-Za-z][\w-]{{1,20}}\.){{1,2}}(?:[Kk][Zz]|[Cc]om|COM|[Rr]u|RU)|[A-Z]{{5,20}})\s?[.—–]\s(?=\S)"
)
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


def _is_place(text: str, *, in_capitals: bool) -> bool:
    has_case = any(letter.isupper() or letter.islower() for letter in text)
    return (text.isupper() or not (in_capitals and has_case)) and find_city(text) is not None

"""The dateline that agencies put before the first sentence: place, agency, dash ("АСТАНА. KAZINFORM –")."""

from __future__ import annotations

import re

from kznews.kazakh.cities import find_city

MAX_AGENCY = 45
"""An agency's name with a reporter between slashes; a clause is longer."""

_OPENING = re.compile(r"^(?P<place>[^\W\d_][^.,:;!?\n]{2,30}?)\s?[.,]\s?(?P<agency>[^—–\n]{2,60}?)\s?(?:[—–]|\s-)\s?(?=\S)")
_AFTER = re.compile(r"^(?P<place>[^\W\d_][^.,:;!?\n]{2,30}?),\s[^—–\n]{3,20}?\s?[—–-]\s?(?:Sputnik|Спутник)\s?\.\s?(?=\S)")


def split_agency(paragraph: str) -> tuple[str, str]:
    """Return the agency's dateline ("" if there is none) and the paragraph without it. Never raises.

    The place must be a city of Kazakhstan in capitals (or in Arabic script, which has none): a sentence that begins with
    a city and has a dash later is left alone. Source: portals.md section 4, formats.md section 5.
    """
    for pattern in (_AFTER, _OPENING):
        match = pattern.match(paragraph[:160])
        agency = (match.groupdict().get("agency") or "") if match else ""
        if match and _is_place(match["place"]) and len(agency) <= MAX_AGENCY and not any(map(find_city, agency.split(","))):
            return match[0].strip(" —–-"), paragraph[match.end() :]
    return "", paragraph


def _is_place(text: str) -> bool:
    return (text.isupper() or not any(letter.isupper() or letter.islower() for letter in text)) and find_city(text) is not None

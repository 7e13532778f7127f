"""Temperatures that are said with words: "12 градус", "12 градус суық", "минус 12°", "минус 12"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What the alphabets write for у, and for и or й, before and behind the vowels of these words.
_U, _I = "(?:[uýw]|y['’])", "(?:[iıïy]|i['’]|iy)"
_COLD = f"аяз|суық|ay?{_I}?az|s{_U}[yı]q|ء?اياز|ء?سۋىق"
_FROST = f"{_COLD}|мороза?|холода"
_WARM = "жылы|ыстық|тепла|j[yıi]l[yıi]|[yıi]st[yıi]q|ء?جىلى|ء?ىستىق"
_MINUS, _PLUS = f"минус|m{_I}n{_U}s|ء?مينۋس", f"плюс|pl{_I}?{_U}s|ء?پليۋس"
_DEGREE = f"градус(?:а|ов)?|град\\.|grad{_U}s|گرادۋس"
_FIGURE = r"\d{1,2}(?:[.,]\d)?"
_WORDS = re.compile(
    rf"(?i)(?:(?:(?P<minus>{_MINUS})|(?P<cold>(?<!\w)(?:{_COLD}|мороз):?)|{_PLUS})\s)?(?P<figure>[+\-−–]?{_FIGURE})\s?"
    rf"(?:{_DEGREE}|[°º]\s?[CС]?)(?P<frost>\s(?:{_FROST}))?(?:\s(?:{_WARM}))?(?!\w)"
)
_ENDING = rf"\s(?P<figure>{_FIGURE})(?=\s*(?:$|[,;|•·]))"
_SPELT = re.compile(rf"(?i)(?<!\w)(?:(?P<minus>{_MINUS})|(?<!.)(?:{_PLUS})){_ENDING}")
"""The sign as a word before a figure that ends a text or a part of it: "Түркістан минус 2", "плюс 7" alone."""
_SPELT_IN = re.compile(rf"(?i)(?<!\w)(?:{_MINUS}|{_PLUS}){_ENDING}")
"""The same in a block of many texts."""
_TURNED = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d)?)([+\-−–])\s?(?=[°º])")
"""The sign behind its figure, as pages in Arabic script print it ("7+ °C")."""
_MIRRORED = re.compile(rf"(?<!\d)([°º])\s?({_FIGURE})([+\-−–])(?!\s?\d)")
"""The same with the degree in front: "°7+"."""
_HINT = re.compile(rf"(?i)град|grad|گرادۋس|{_MINUS}|{_PLUS}|{_FROST}")
"""Stands in every text in which a word says the degree or the sign."""


def says_degrees(text: str, parts: Sequence[str] = ()) -> bool:
    """Return whether a short text says a temperature with a word for the degree or for its sign.

    One of its `parts` may as well, if the next one does not go on with what is counted: "минус 9 | ұпаймен".
    """
    if _HINT.search(text) is None:
        return False
    if _WORDS.search(text) or _SPELT_IN.search(text):
        return True
    return any(_SPELT_IN.search(part) and not then[:1].islower() for part, then in pairwise((*parts, "")))


def with_signs(text: str) -> str:
    """Return a text with signs in place of such words: "Алматы: 12 градус суық" is "Алматы: -12°"."""
    if "°" in text:
        text = _MIRRORED.sub(r"\3\2\1", _TURNED.sub(r"\2\1", text))
    return _SPELT.sub(_spelt, _WORDS.sub(_signed, text)) if _HINT.search(text) else text


def as_said(text: str, sign: str) -> str:
    """Return the words of a text that `with_signs` turns into `sign`; `sign` itself where there are none."""
    if sign in text:
        return sign
    said = [(match[0], _signed(match)) for match in _WORDS.finditer(text)]
    said += [(match[0], _spelt(match)) for match in _SPELT.finditer(text)]
    return next((words for words, read in said if read == sign), sign)


def _signed(match: re.Match[str]) -> str:
    figure = match["figure"]
    cold = (match["minus"] or match["cold"] or match["frost"]) and figure[0].isdigit()
    return f"{'-' if cold else ''}{figure}°"


def _spelt(match: re.Match[str]) -> str:
    return f"{'-' if match['minus'] else ''}{match['figure']}°"

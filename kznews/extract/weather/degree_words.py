"""Temperatures that are said with words: "12 градус", "12 градус суық", "минус 12°"."""

from __future__ import annotations

import re

_FROST = "аяз|суық|мороза?|холода"
_WARM = "жылы|ыстық|тепла"
_WORDS = re.compile(
    r"(?i)(?:(?:(?P<minus>минус|minus)|плюс|plus)\s)?(?P<figure>[+\-−–]?\d{1,2}(?:[.,]\d)?)\s?"
    rf"(?:градус|gradus|gradýs|گرادۋس|[°º]\s?[CС]?)(?P<frost>\s(?:{_FROST}))?(?:\s(?:{_WARM}))?(?!\w)"
)
_TURNED = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d)?)([+\-−–])\s?(?=[°º])")
"""The sign behind its figure, as pages in Arabic script print it ("7+ °C")."""
_HINT = re.compile(rf"(?i)градус|gradus|gradýs|گرادۋس|минус|minus|{_FROST}")
"""Stands in every text in which a word says the degree or the sign."""


def says_degrees(text: str) -> bool:
    """Return whether a short text says a temperature with a word for the degree or for its sign."""
    return _HINT.search(text) is not None and _WORDS.search(text) is not None


def with_signs(text: str) -> str:
    """Return a text with signs in place of such words: "Алматы: 12 градус суық" is "Алматы: -12°"."""
    if "°" in text:
        text = _TURNED.sub(r"\2\1", text)
    return _WORDS.sub(_signed, text) if _HINT.search(text) else text


def as_said(text: str, sign: str) -> str:
    """Return the words of a text that `with_signs` turns into `sign`; `sign` itself where there are none."""
    if sign in text:
        return sign
    return next((match[0] for match in _WORDS.finditer(text) if _signed(match) == sign), sign)


def _signed(match: re.Match[str]) -> str:
    figure = match["figure"]
    cold = (match["minus"] or match["frost"]) and figure[0].isdigit()
    return f"{'-' if cold else ''}{figure}°"

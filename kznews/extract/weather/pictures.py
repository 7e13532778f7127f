"""Pictures right before a figure: by a sun and a moon beside each other a widget tells the day's from the night's."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.selecting import spaced_text
from kznews.extract.weather.words import part_of
from kznews.extract.zones import words_of
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

MAX_CHILDREN = 60
"""Elements of a line among which a figure's picture is looked for."""
_PICTURES = frozenset(("img", "i", "svg", "picture"))
_SAYING = ("alt", "title", "aria-label")
_SUNS, _MOONS = "\u2600\U0001f31e\U0001f323", "\u263d\u263e\U0001f311-\U0001f31d"
_IS_SUN, _IS_MOON = (re.compile(f"[{signs}]\ufe0f?") for signs in (_SUNS, _MOONS))
_SUN_AT, _MOON_AT = (re.compile(rf"[{signs}]\ufe0f?\s*(?=[+\-−–]?\d)") for signs in (_SUNS, _MOONS))
_NAMES = {"night": re.compile(r"(?<![a-z])(?:moon|night|luna)(?![a-z])"), "day": re.compile(r"(?<![a-z])(?:sun|day)(?![a-z])")}
_FILE = re.compile(r"[^/?#]+(?=\.\w{2,4}(?:[?#]|$))")


def is_behind_picture(atom: str, owner: HtmlElement) -> bool:
    """Return whether a text that opens or is an element's stands behind a picture: its hyphen divides it from no name."""
    before = _before(atom, owner)
    return before is not None and _is_picture(before)


def _before(atom: str, owner: HtmlElement) -> HtmlElement | None:
    """Return the element right before a text that is all of its own element, or that goes on behind a child; None if none is."""
    if not len(owner) and one_line(owner.text or "") == atom:
        before = owner.getprevious()
        return before if before is not None and not (before.tail or "").strip() else None
    return next((child for child in islice(owner, MAX_CHILDREN) if one_line(child.tail or "") == atom), None)


def _is_picture(element: HtmlElement) -> bool:
    return element.tag in _PICTURES and not spaced_text(element)


def part_by_picture(atom: str, owner: HtmlElement) -> str:
    """Return "day" or "night" for a figure's text with a sun or a moon at or right before it, by sign, name or words; else ""."""
    if sign := _part_of_sign(atom[:1]):
        return sign
    before = _before(atom, owner)
    return "" if before is None else _part_in_picture(before) if _is_picture(before) else _part_of_sign(spaced_text(before))


def _part_in_picture(picture: HtmlElement) -> str:
    file = _FILE.search(picture.get("src") or "")
    names = f"{words_of(picture)} {file[0].lower() if file else ''}"
    said = next((part for name in _SAYING if (part := part_of(picture.get(name) or ""))), "")
    return said or next((part for part, pattern in _NAMES.items() if pattern.search(names)), "")


def _part_of_sign(said: str) -> str:
    return "night" if _IS_MOON.fullmatch(said) else "day" if _IS_SUN.fullmatch(said) else ""


def signs_in_words(said: str) -> str:
    """Return a text with words in place of a sun and a moon before a figure each: "☀ +17° 🌙 +9°"."""
    if not (_SUN_AT.search(said) and _MOON_AT.search(said)):
        return said
    return _MOON_AT.sub(" түнде ", _SUN_AT.sub(" күндіз ", said))

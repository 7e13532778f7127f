"""The texts of a block that may show the weather: signs that stand apart from their figures, clocks and measures in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.texts import has_digit
from kznews.extract.widgets import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

_SIGNS = ("+", "\u2212")
_DECIMALS = re.compile(r"[.,]\d{1,2}$")
ALONE = frozenset((*_SIGNS, "-", "–"))
"""Signs that may stand in elements of their own before a figure."""
_DEGREES_ALONE = frozenset(f"{sign}{letter}" for sign in "°º˚" for letter in ("", "C", "С", " C", " С")) | {"℃"}
"""Signs that may stand in elements of their own behind a figure."""
_BEHIND = _DEGREES_ALONE | {"%"}
_PLUS_APART, _MINUS_APART = re.compile(r"(?:^|[\s:])\+ \d"), re.compile(r"(?<![^\s:])[-−–] (?=\d)")
MEASURED = " \u00a6 "
"""Stands in place of a measure: the word before it is that one's label."""
_MEASURE = re.compile(
    r"(?i)(?<![\d.,])\d{1,4}(?:[.,]\d)?\s?(?:мм|м/с|мб|гпа|mm|m/s|hpa)(?!\w)|(?<![\d.,])\d{1,3}\s?%"
    r"|(?<![\d.,])\d{1,3}(?:[.,]\d+)?\s?°\s?(?:с\.?\s?[еш]|ш\.?\s?б|в\.?\s?д|[nes])\b"
)
"""Wind, rain, pressure, humidity, and the place on the map ("43.2° с.е.")."""
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\ufe63\uff0d"), "-")
"""Hyphens that look like the usual one."""
_DAYS = re.compile(r"(?<![\d.,])\d{1,2}\s?[-–—]\s?\d{1,2}\s([^\W\d_]{3,9})")
_WORD = r"[^\W\d_]{4,12}"
"""A word as long as a weekday."""
_CLOCK = (
    re.compile(r"(?<![\d:.,])\d{1,2}:\d\d(?::\d\d)?(?![\d:])"),
    re.compile(
        rf"((?<![^\W\d_]){_WORD},?\s)?(?<![\d.,])\d{{1,2}}\.(?:0\d|1[0-2])\.(?:20)?\d\d(?![\d.])(?!,\d)"
        rf"(,?\s{_WORD}(?![^\W\d_]))?"
    ),
    re.compile(r"(?<![\d.,+\-−–])\d\d\.(?:0\d|1[0-2])(?=\s+[+\-−–]?\d)"),
)


def texts_of(block: Block, *, apart: bool = False) -> Iterator[tuple[str, HtmlElement]]:
    """Return a block's text nodes, each with the element it stands in; a sign in an element of its own is part of the next.

    There a plus and a true minus are signs, while a hyphen or a dash may also divide: it keeps a blank, as one in a text, unless
    nothing stands before it in the block or its element is called as those of a plus are. Decimals that stand in an element of
    their own behind their figure are part of it.
    With `apart` signs have blanks behind them on this page, so that a hyphen before a figure is one.
    """
    atoms = [_MINUS_APART.sub("-", atom) for atom in block.atoms] if apart else block.atoms
    if any(map(_DECIMALS.match, atoms)):
        atoms = _with_decimals(atoms)
    if not ALONE.isdisjoint(atoms):
        opens = next(index for index, atom in enumerate(atoms) if atom)
        signs_by_name = _names_of_signs(atoms, block.owners)
        named = [bool(signs_by_name) and _name(owner) in signs_by_name for owner in block.owners]
        glued = [atom in _SIGNS or index == opens or named[index] for index, atom in enumerate(atoms)]
        before = zip(["", *atoms[:-1]], [True, *glued[:-1]], strict=True)
        signs = [f"{atom}{'' if sign else ' '}" if atom in ALONE else "" for atom, sign in before]
        atoms = ["" if atom in ALONE else f"{sign}{atom}" for sign, atom in zip(signs, atoms, strict=True)]
    return zip(atoms, block.owners, strict=True)


def _with_decimals(atoms: Sequence[str]) -> list[str]:
    """Return texts with decimals at the end of the figure before them: "1", ",5"."""
    whole = list(atoms)
    for at in range(1, len(whole)):
        if _DECIMALS.fullmatch(whole[at]) and whole[at - 1][-1:].isdigit():
            whole[at - 1 : at + 1] = whole[at - 1] + whole[at], ""
    return whole


def _names_of_signs(atoms: Sequence[str], owners: Sequence[HtmlElement]) -> set[tuple[str, str]]:
    """Return tag and class of the elements that hold a plus or a true minus alone: what others of them hold is a sign as well."""
    return {_name(owner) for atom, owner in zip(atoms, owners, strict=True) if atom in _SIGNS and owner.get("class")}


def _name(element: HtmlElement) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def with_degrees(texts: Iterable[tuple[str, HtmlElement]]) -> Iterator[tuple[str, HtmlElement]]:
    """Yield texts with the sign of the degree, or of per cent, that stands in an element of its own behind its figure."""
    held: tuple[str, HtmlElement] | None = None
    for atom, owner in texts:
        if held is not None and atom in _BEHIND and held[0][-1:].isdigit():
            yield f"{held[0]}{atom}", held[1]
            held = None
            continue
        if held is not None:
            yield held
        held = atom, owner
    if held is not None:
        yield held


def stands_apart(block: Block) -> bool:
    """Return whether a plus in a text has a blank behind it: "Алматы: + 3 °C"; nobody divides a name from a figure by one."""
    return "+ " in block.spaced and any(map(_PLUS_APART.search, block.atoms))


def as_read(said: str) -> str:
    """Return a text without measures of other things, and without the one hour and day in it, a clock's: "Алматы 14:20 +5°C".

    Several hours or days are those of a forecast. The weekday beside a day with its year goes with it: "05.12.2024, бейсенбі".
    """
    atom = _MEASURE.sub(MEASURED, said.translate(_HYPHENS)) if has_digit(said) else said
    for pattern in _CLOCK:
        atom = pattern.sub(_beside_clock, atom) if len(pattern.findall(atom)) == 1 else atom
    return atom


def _beside_clock(clock: re.Match[str]) -> str:
    """Return a blank in place of a clock, with the words beside it that are no weekday."""
    return f" {' '.join('' if key(word) in WEEKDAYS else word for word in clock.groups(''))}"


def tells_days(atom: str) -> bool:
    """Return whether a text names two days of a month: "27–28 қараша −3°"."""
    days = _DAYS.search(atom)
    return days is not None and key(days[1]) in MONTHS

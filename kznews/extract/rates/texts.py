"""The texts of a rates widget as far as they may be rates: whole figures, without hours, days and temperatures."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.texts import has_digit
from kznews.extract.weather.places import known_city
from kznews.extract.widgets import DEGREES, MONTHS
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_SPREAD = Decimal("1.2")
"""Nobody sells a currency for a fifth more than he buys it for."""
MARKS = (".", ",")
"""What stands before decimals, alone in an element or between two."""
MOST_NAME = 4
"""Words of a city with its label ("Ауа райы: Усть Каменогорск"), at most."""
_STRIKING = frozenset(("s", "del", "strike"))
_OLD = frozenset(("old", "prev", "previous", "yesterday"))
"""Words by which markup names the rate before today's."""
_TIME = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:\d{1,2}:\d\d(?::\d\d)?|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?!\d)|\d{4}-\d\d-\d\d(?!\d)"
    r"|(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?=[\s/|,]{1,4}\d{1,2}:\d\d))"
)
_DAY = re.compile(r"(?<!\d)\d{1,2}[\s-]{1,3}([^\W\d_]{3,12})(?:\s+\d{4}(?!\d))?")
_DECIMALS, _TWO = re.compile(r"[.,]\d{1,4}"), re.compile(r"\d\d")
_RAISED_MARK = "['\u2018\u2019\u02b9\u02bc\u2032\u0060\u00b4]"
_OPEN, _TO_MARK = re.compile(r"(?:.*[^\d.,])?\d{1,20}"), re.compile(rf"(?:.*[^\d.,])?\d{{1,4}}(?:[.,]|{_RAISED_MARK})")
"""A text that ends with a figure without decimals, and one that ends with the mark before them."""
_LOOSE = re.compile(r"(?<![\d.,])(\d{1,4})(?:( ,| ?, )|(?<=\d{3})( \.| ?\. ))(\d\d)(?![.,]?\d|\s?%)")
"""A figure with a blank beside its mark ("151, 42"); before a point it has three digits, so that it is no item's number."""
_MARKED = re.compile(
    rf"(?<![\d.,])(?<!\d{_RAISED_MARK})"
    rf"(?:([1-9]\d{{0,2}}(?:{_RAISED_MARK}\d{{3}}){{1,3}})|(\d{{1,4}}){_RAISED_MARK}(\d{{1,4}}))(?!{_RAISED_MARK}?\d)"
)
"""A figure with a raised mark: before three digits it divides groups ("1'702.4"), before others decimals ("524'16")."""
_TENGE = r"те[ңн]ге|т[ңн]?г|te(?:n['’]?|ń|ñ|ŋ|ng)ge|tg|تەڭگە"
_TIYN = r"ти[ыi]н|тн|t(?:i['’]|[iıïy]){1,2}[yıi]?n|tn|ء?تيىن"
_IN_WORDS = re.compile(rf"(?i)(?<![\d.,])(\d{{1,5}}) ?({_TENGE})(\.?) (\d{{1,2}}) ?(?:{_TIYN})(?!\w)\.?")
"""Tenge and tiyn with their names: "519 теңге 60 тиын"."""
_COMMAS = re.compile(r"(?<=\d)[\u060c\u201a](?=\d\d?(?!\d))")
"""A comma of another script, or a quotation mark that looks like one, before decimals."""
_SPAN = re.compile(r"(?<![\d.,\-–/:])(\d{1,4})(?:[-–/:;_]|\.\.)(\d\d)(?![.,]?\d|[-–/:])")
"""Whole figures that a sign joins ("524-16"), the second one as long as decimals."""
_TEMPERATURE = re.compile(r"(?<![\d.,])[+\-−–]?\s?\d{1,2}(?:[.,]\d)?\s?(?:[°º˚℃]\s?[CС]?|[CС])(?!\w)")
_ALONE = re.compile(r"[+\-−–]\s?\d{1,2}(?:[.,]\d)?\s?(?:[°º˚℃]\s?[CС]?)?|\d{1,2}(?:[.,]\d)?\s?[°º˚℃]\s?[CС]?")
"""A text that is nothing but a temperature, by its sign or that of the degree."""
FEWEST = 4
"""Texts of a block with a city, its temperature and two rates."""
_NAME = re.compile(r"[^\W\d_][^\s\d:,;|/]*")
_AROUND = " ,:;|·•/–-\u060c\u061b"


def is_spread(buy: Decimal, sell: Decimal) -> bool:
    """Return whether two figures may be what a currency is bought and sold for."""
    return buy <= sell <= buy * MAX_SPREAD


def plain(atom: str) -> str:
    """Return a text with blanks in place of hours, days and the temperature of a city, and figures with their decimals.

    It is as long as before, so that places in it stay.
    """
    if not has_digit(atom):
        return atom
    atom = _LOOSE.sub(_closed, _IN_WORDS.sub(_in_figures, without_dates(atom)))
    atom = _SPAN.sub(_if_both, _MARKED.sub(_with_point, _COMMAS.sub(",", atom)))
    return _without_temperatures(atom) if DEGREES.search(atom) else atom


def without_dates(atom: str) -> str:
    """Return a text with blanks in place of hours and days, so that places in it stay."""
    if has_digit(atom):
        atom = _TIME.sub(lambda match: " " * len(match[0]), atom)
        atom = _DAY.sub(lambda match: " " * len(match[0]) if key(match[1]) in MONTHS else match[0], atom)
    return atom


def without_city(atoms: Sequence[str]) -> Sequence[str]:
    """Return the texts of a block without those that are a city and the temperature behind it: "Орал", "+31", "147.26", "202.41".

    The texts themselves where there are none, as in nearly all blocks.
    """
    if len(atoms) < FEWEST or not any(map(_ALONE.fullmatch, atoms)):
        return atoms
    named = [at for at, (one, other) in enumerate(pairwise(atoms)) if _ALONE.fullmatch(other) and known_city(one.strip(_AROUND))]
    return ["" if at in named or at - 1 in named else atom for at, atom in enumerate(atoms)] if named else atoms


def shown_figures(block: Block) -> list[str]:
    """Return the texts of a block (`whole_figures`) as far as they may be rates.

    Without a city and its temperature, and what is struck out or named as old: yesterday's rates.
    """
    atoms = zip(without_city(whole_figures(block)), block.owners, strict=True)
    return ["" if has_digit(atom) and _is_past(atom, owner) else atom for atom, owner in atoms]


def _is_past(figure: str, owner: HtmlElement) -> bool:
    """Return whether a text is struck out, or is a figure alone in an element that is named as old."""
    parent = owner.getparent()
    if any(element.tag in _STRIKING for element in ((owner,) if parent is None else (owner, parent))):
        return True
    if "line-through" in (owner.get("style") or ""):
        return True
    return not _OLD.isdisjoint(words_of(owner).split()) and not any(map(str.isalpha, figure))  # no slide of a row of them


def whole_figures(block: Block) -> list[str]:
    """Return the texts of a block with the decimals that stand in an element of their own behind their figure ("502", ".14").

    The mark may stand before them ("502,", "14") or between ("502", ",", "14"); raised or small digits need none.
    """
    atoms = block.atoms
    if not any(map(_may_be_decimals, atoms)):
        return atoms
    whole = list(atoms)
    for at, (figure, decimals) in enumerate(pairwise(atoms), 1):
        if not _may_be_decimals(decimals):
            continue
        behind = atoms[at + 1] if decimals in MARKS and at + 1 < len(atoms) else ""
        if _TWO.fullmatch(behind) and _OPEN.fullmatch(figure):
            whole[at - 1 : at + 2] = [figure + decimals + behind, "", ""]
            continue
        raised = figure[-2:].isdecimal() and bool(_OPEN.fullmatch(figure)) and _is_raised(block.owners[at])
        if _DECIMALS.fullmatch(decimals) and _OPEN.fullmatch(figure):
            whole[at - 1 : at + 1] = [figure + decimals, ""]
        elif _TWO.fullmatch(decimals) and (raised or _TO_MARK.fullmatch(figure)):
            whole[at - 1 : at + 1] = [f"{figure}.{decimals}" if raised else figure + decimals, ""]
    return whole


def _may_be_decimals(atom: str) -> bool:
    return atom[0] in ".," or (len(atom) == 2 and atom.isdecimal())  # noqa: PLR2004


def _is_raised(owner: HtmlElement) -> bool:
    """Return whether an element's digits stand higher than those before them, or smaller and with no blank between."""
    if owner.tag != "small":
        return owner.tag == "sup"
    before, parent = owner.getprevious(), owner.getparent()
    holder = parent.text if before is None and parent is not None else None
    said = holder if before is None else before.tail or before.text
    return (owner.text or "")[:1].isdecimal() and (said or "")[-1:].isdecimal()


def _in_figures(match: re.Match[str]) -> str:
    """Return "519 теңге 60 тиын" as "519.60 теңге", no shorter than before."""
    return f"{match[1]}.{match[4]:0>2} {match[2]}{match[3]}".ljust(len(match[0]))


def _closed(match: re.Match[str]) -> str:
    """Return "151, 42" as "151,42 "."""
    return f"{match[1]}{(match[2] or match[3]).strip()}{match[4]}".ljust(len(match[0]))


def _with_point(match: re.Match[str]) -> str:
    """Return "524'16" as "524.16", and "1'702" with a narrow blank between its groups."""
    groups, whole, decimals = match.groups()
    return re.sub(_RAISED_MARK, "\u2009", groups) if groups else f"{whole}.{decimals}"


def _if_both(match: re.Match[str]) -> str:
    """Return two figures that a sign joins if they may be buying and selling; else blanks, as decimals may be meant."""
    buy, sell = int(match[1]), int(match[2])
    return match[0] if is_spread(Decimal(buy), Decimal(sell)) else " " * len(match[0])


def _without_temperatures(atom: str) -> str:
    """Return a text with blanks in place of each temperature that has a city beside it: "RUB 5.11 Қызылорда: +21°"."""
    end = 0
    for match in _TEMPERATURE.finditer(atom):
        start, end = _with_city(atom, match, end)
        if (start, end) != match.span():
            atom = f"{atom[:start]}{' ' * (end - start)}{atom[end:]}"
    return atom


def _with_city(atom: str, temperature: re.Match[str], since: int) -> tuple[int, int]:
    """Return the place of a temperature with the city before it, or else the one behind it; without one its own place."""
    start, end = temperature.span()
    names = [name for name in _NAME.finditer(atom, since, start) if not has_digit(atom[name.start() : start])]
    for name in names[-MOST_NAME:]:
        if known_city(atom[name.start() : start].strip(_AROUND)):
            return name.start(), end
    names = [name for name in _NAME.finditer(atom, end) if not has_digit(atom[end : name.end()])]
    for name in reversed(names[:MOST_NAME]):
        if known_city(atom[end : name.end()].strip(_AROUND)):
            return start, name.end()
    return start, end

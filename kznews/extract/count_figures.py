"""Figures of counters as portals write them: with marks between thousands ("8.410"), or in words ("5,2 мың", "12K")."""

from __future__ import annotations

import re

MAX_DIGITS = 9
"""More is no counter."""
_UNITS = {
    **dict.fromkeys(
        ("мың", "мын", "myń", "myŋ", "myñ", "mıñ", "myng", "mıń", "myn'", "myn’", "мыңнан", "مىڭ", "тыс", "тысяч", "тысячи"), 1000
    ),
    **dict.fromkeys(("k", "к"), 1000),
    **dict.fromkeys(("млн", "миллион", "mln", "million", "ميلليون"), 1_000_000),
}
"""Words and letters behind a shortened figure. They are compared as written: the skeleton of a thousand is that of a minute."""
_LETTERS = frozenset("kк")
"""These are units only right behind a figure ("12K")."""
_NOT_BEFORE = r"(?<![\d:/-])(?<!\d[.,])"
_GROUPED = re.compile(rf"{_NOT_BEFORE}\d{{1,3}}(?:[.,'’٬،]\d{{3}})+(?![.,:/-]?\d)")
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_SHORTENED = re.compile(rf"{_NOT_BEFORE}(\d{{1,4}})(?:[.,٫،](\d{{1,2}}))?(\s?)({_UNIT})(?!\w)\.?", re.IGNORECASE)
_MARKS = re.compile(r"[.,'’٬،]")
_MAY_BE_WRITTEN_SO = re.compile(rf"\d(?:[.,'’٬٫،]\d|\s?(?:{'|'.join(sorted({unit[0] for unit in _UNITS}))}))", re.IGNORECASE)


def with_plain_figures(said: str) -> str:
    """Return a counter's text with each shortened or divided figure as digits alone ("Оқылды: 1,034" -> "Оқылды: 1034").

    Figures divided by blanks stay as they are, as do dates, hours and rates. Never raises.
    """
    if _MAY_BE_WRITTEN_SO.search(said) is None:  # nearly every line
        return said
    plain = _GROUPED.sub(lambda found: _MARKS.sub("", found[0]), said)
    return _SHORTENED.sub(_written_out, plain)


def _written_out(found: re.Match[str]) -> str:
    whole, part, blank, unit = found[1], found[2] or "", found[3], found[4].lower()
    times = _UNITS.get(unit)  # "ı" is found for an "i"
    if times is None or (blank and unit in _LETTERS):
        return found[0]
    return str(int(whole) * times + int(part.ljust(2, "0")) * times // 100)


def integer_of(digits: str) -> int | None:
    """Return the whole number that digits and blanks write, or None where it is too long for a count. Never raises."""
    packed = "".join(digits.split())
    return int(packed) if 0 < len(packed) <= MAX_DIGITS else None

"""Numbers as portals print them: decimal comma and point, grouped digits, typographic minus, scales, degrees.

Sources: formats.md sections 2 and 3, portals.md section 24, issue 3 item 4.
"""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_TEXT: Final = 200
"""A longer text is no single number, and is not looked at."""

# Group separators: blanks of every width. A comma or point groups only if it does so consistently; an apostrophe never does.
_BLANK: Final = "[ \u00a0\u2007\u2009\u200a\u202f]"
_NARROW: Final = "[\u00a0\u2007\u2009\u200a\u202f]"
_MINUS: Final = "[-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d]"
_PLAIN: Final = r"\d{1,20}(?:[.,]\d{1,20})?(?!\d)"
_GROUPED: Final = r"\d{1,3}(?:%s\d{3}){1,6}(?:[.,]\d{1,20})?(?!\d)"
_COMMAS: Final = r"\d{1,3}(?:,\d{3}){2,8}(?:\.\d{1,20})?(?![\d,])|\d{1,3}(?:,\d{3}){1,8}\.\d{1,20}(?![\d,.])"
_POINTS: Final = r"\d{1,3}(?:\.\d{3}){2,8}(?:,\d{1,20})?(?![\d.])|\d{1,3}(?:\.\d{3}){1,8},\d{1,20}(?![\d,.])"
_VALUE: Final = f"{_COMMAS}|{_POINTS}|{_GROUPED % _BLANK}|{_PLAIN}"
_NARROW_VALUE: Final = f"{_COMMAS}|{_POINTS}|{_GROUPED % _NARROW}|{_PLAIN}"
_SIGNED: Final = rf"(?:(?P<minus>{_MINUS})|\+)?{_BLANK}?(?P<value>{_VALUE})"
_ONE: Final = re.compile(rf"\s{{0,9}}{_SIGNED}\s{{0,9}}", re.DOTALL)
# A sign belongs to a number only if nothing is glued to it on the left: in "Абай-33" and "5-10" it is a separator.
_LEFT: Final = rf"(?<!\d)(?<!\d[.,])(?:(?<!\w)(?:(?P<minus>{_MINUS})|\+)(?=\d))?"
_ANY: Final = re.compile(f"{_LEFT}(?P<value>{_VALUE})")
_ANY_NARROW: Final = re.compile(f"{_LEFT}(?P<value>{_NARROW_VALUE})")
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")

_SCALE_WORDS: Final = (
    (3, "мың мыңға мыңнан мыңды мыңдай тыс тысяч тысяча тысячи"),
    (6, "млн миллион миллионға миллионнан миллионды миллиона миллионов"),
    (9, "млрд миллиард миллиардқа миллиардтан миллиардты миллиарда миллиардов"),
    (12, "трлн триллион триллиона триллионов"),
)
_SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {fold(word): 10**power for power, words in _SCALE_WORDS for word in words.split()}
)
_SCALED: Final = re.compile(rf"\s{{0,9}}{_SIGNED}\s{{0,3}}(?P<scale>[^\W\d_]{{2,12}})(?:\.|-[^\W\d_]{{1,5}})?\s{{0,9}}")

_DEGREE: Final = "[°º˚\u2103]"
# Letters that stand for Celsius, the Cyrillic С included.
_CELSIUS: Final = "[CСcс]"
_COLDEST, _HOTTEST = -90, 60
# What may stand around a temperature: an emoji or a bullet, no letter, no digit and no dash of any kind.
_TEMPERATURE: Final = re.compile(
    rf"(?:(?!{_MINUS}|[+\u2014])\W){{0,9}}?(?P<sign>\+|{_MINUS})?{_BLANK}?(?P<value>\d{{1,3}}(?:[.,]\d{{1,2}})?)"
    rf"{_BLANK}{{0,2}}(?:(?P<degree>{_DEGREE}){_BLANK}?{_CELSIUS}?|(?P<letter>{_CELSIUS}))?(?P<rest>[^\w]{{0,9}})"
)
_SIGN_IN_REST: Final = re.compile(rf"[+/…]|\.\.|{_MINUS}")


def read_number(text: str) -> Decimal | None:
    """Return the one number that `text` is, or None.

    Decimal comma or point; groups of three divided by blanks of any width, or by commas or points where that is beyond
    doubt; minus as hyphen, dash or U+2212; digits 0 to 9 and Arabic. "1,234" and "1.234" are one and a fraction, as
    portals of Kazakhstan write them. None for anything around the number, two numbers or a range. Never raises.
    """
    if len(text) > MAX_TEXT:
        return None
    match = _ONE.fullmatch(text.translate(_DIGITS))
    return _decimal(match) if match else None


def read_scaled(text: str) -> Decimal | None:
    """Return the number that `text` is, times its scale word: "33 млрд", "2 мың", "1,5 млн."; as read_number without one.

    Scale words are Kazakh or Russian, in any script. None for anything else. Never raises.
    """
    if len(text) > MAX_TEXT:
        return None
    match = _SCALED.fullmatch(text.translate(_DIGITS))
    if match is None:
        return read_number(text)
    scale = _SCALES.get(fold(match["scale"]))
    value = _decimal(match)
    return None if scale is None or value is None else value * scale


def read_temperature(text: str) -> Decimal | None:
    """Return the degrees Celsius that `text` shows, or None.

    "+35°", "0℃", "-11 🌨", "17.3°", "22°С" (Latin or Cyrillic), "−5 °C", "-0.1 C". A bare number without sign, degree
    or letter is none; nor is a range, nor a value glued to a word, where a hyphen may only divide ("Абай-33°С").
    Below -90 and above +60 nothing is read. Never raises. Source: formats.md section 3.
    """
    if len(text) > MAX_TEXT:
        return None
    match = _TEMPERATURE.fullmatch(text.translate(_DIGITS).strip())
    if match is None or _SIGN_IN_REST.search(match["rest"]) is not None:
        return None
    if not (match["sign"] or match["degree"] or match["letter"]):
        return None
    value = Decimal(match["value"].replace(",", "."))
    if match["sign"] and match["sign"] != "+":
        value = -value
    return value if _COLDEST <= value <= _HOTTEST else None


def find_numbers(text: str, *, blanks_group: bool = True) -> tuple[tuple[int, int, Decimal], ...]:
    """Return every number in `text` with the places where it starts and ends, its sign included.

    A code may touch its number ("USD322.72"). A hyphen is a minus only if nothing is glued to its left. With
    `blanks_group` false an ordinary blank divides numbers ("441 480 5" are three), only narrow and no-break ones group.
    Time linear in the length. Never raises.
    """
    pattern = _ANY if blanks_group else _ANY_NARROW
    found = []
    for match in pattern.finditer(text.translate(_DIGITS)):
        value = _decimal(match)
        if value is not None:
            found.append((match.start(), match.end(), value))
    return tuple(found)


def _decimal(match: re.Match[str]) -> Decimal | None:
    digits = re.sub(_BLANK, "", match["value"])
    commas, points = digits.count(","), digits.count(".")
    if commas and points:  # the last one is the decimal mark
        group, mark = (",", ".") if digits.rfind(".") > digits.rfind(",") else (".", ",")
        digits = digits.replace(group, "").replace(mark, ".")
    elif commas > 1 or points > 1:
        digits = digits.replace(",", "").replace(".", "")
    digits = digits.replace(",", ".")
    if not digits.isascii():  # digits of another script
        return None
    value = Decimal(digits)
    return -value if match["minus"] else value

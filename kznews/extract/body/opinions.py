"""What readers say under a text where no name and no heading tells: a nickname, a date with its hour, a line or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.texts import LEAP_YEAR, ONLY_DATE, has_digit
from kznews.kazakh.dates import Precision, find_dates

if TYPE_CHECKING:
    from kznews.extract.block import Block

MAX_SIGNED = 70
"""Letters of a line with a reader's name and a date."""
MAX_NICKNAME = 30
"""Letters of a reader's name."""
_SET_APART = ("b", "strong", "a")
_MARKS = " ,.|·•—–-:()"


def is_opinion(block: Block) -> bool:
    """Return whether a block is a reader's: its first line is a bold or linked name and a date with an hour, more lines follow.

    A chronicle's hours stand before what happened, a dateline behind the headline has no lines. Never raises.
    """
    if "\n" not in block.text or not block.has_parts or block.owners[0].tag not in _SET_APART:  # nearly all
        return False
    signed, name = block.text.partition("\n")[0], block.atoms[0]
    if len(signed) > MAX_SIGNED or len(name) > MAX_NICKNAME or not name[:1].isalpha() or not signed.startswith(name):
        return False
    when = signed[len(name) :].strip(_MARKS)
    if not has_digit(when):
        return False
    readings = find_dates(when, year=LEAP_YEAR)
    return any(
        reading.has_date and reading.precision is not Precision.DAY and len(reading.raw) >= ONLY_DATE * len(when)
        for reading in readings
    )

"""Where a date of the grammar stands in its text, and what the caller knows about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kznews.kazakh.date_types import Precision

if TYPE_CHECKING:
    import re
    from datetime import datetime

    from kznews.kazakh.date_grammar import Tokens

Form = tuple[str, str, str]
"""The groups of one form of the grammar that hold day, month and year; no year group if the form has no year."""
_WEEKDAYS: Final = ("weekday", "after", "beside")


class Context(NamedTuple):
    """What the caller knows: the zone, and perhaps now (aware, in that zone) and the year."""

    zone: str
    now: datetime | None
    year: int | None


class Site(NamedTuple):
    """One match of the grammar in its text."""

    match: re.Match[str]
    tokens: Tokens
    text: str
    context: Context

    def value(self, group: str) -> int | None:
        """Return the number that the group's first token stands for, or None if the group took no part."""
        at = self.match.start(group)
        return None if at < 0 else self.tokens.values[at]

    def code(self, group: str) -> str:
        """Return the code of the group's first token, or nothing if the group took no part."""
        at = self.match.start(group)
        return "" if at < 0 else self.tokens.codes[at]

    def weekday(self, codes: str = "Ww") -> int | None:
        """Return the weekday beside the date, 1 for Monday, if it is written in one of these codes, or None."""
        return next((self.value(group) for group in _WEEKDAYS if self.code(group) and self.code(group) in codes), None)


class Time(NamedTuple):
    """A time of day and the group it stands in."""

    hour: int = 0
    minute: int = 0
    second: int = 0
    precision: Precision = Precision.DAY
    group: str = ""


NO_TIME: Final = Time()

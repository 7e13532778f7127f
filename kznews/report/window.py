"""The days that a report looks at, and how finely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Final

from kznews.store.localday import ZONE, local_date
from kznews.store.overview import Extent, Span

DAYS: Final = 31
"""A report's window where nobody asks for another: a month, so that every weekday is there four times."""
LONGEST: Final = 36_525
"""The most days that may be asked for: a hundred years, more than any portal has."""
MOST_DAYS: Final = 62
MOST_MONTHS: Final = 36
"""More columns of a chart than these cannot be told apart on a phone; the next coarser step is taken."""
_MONTH, _YEAR = len("2026-03"), len("2026")


@dataclass(frozen=True)
class Window:
    """Days from `first` to `last`, both included; raises ValueError if they run backwards."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"{self.first} is after {self.last}")

    @property
    def span(self) -> Span:
        """The instants of the days."""
        return Span(_midnight(self.first), _midnight(self.last + timedelta(days=1)))

    @property
    def wide(self) -> Span:
        """The instants that are of these days on any clock: a portal's own may be hours from Kazakhstan's."""
        return Span(_midnight(self.first - timedelta(days=1)), _midnight(self.last + timedelta(days=2)))

    @cached_property
    def _size(self) -> int:
        """How many characters of a day's text name its column."""
        if (self.last - self.first).days < MOST_DAYS:
            return len("2026-03-16")
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return _MONTH if months <= MOST_MONTHS else _YEAR

    @property
    def step(self) -> str:
        """What one column of a chart stands for: "day", "month" or "year"."""
        return {_MONTH: "month", _YEAR: "year"}.get(self._size, "day")

    def column_of(self, day: str) -> str | None:
        """Return the column of a day ("2026-03-16", "2026-03" or "2026"), None for a day outside."""
        return day[: self._size] if self.first.isoformat() <= day <= self.last.isoformat() else None

    @cached_property
    def columns(self) -> list[str]:
        """Every column, the earliest first, those without data included."""
        days = (self.last - self.first).days + 1
        return list(dict.fromkeys((self.first + timedelta(days=ahead)).isoformat()[: self._size] for ahead in range(days)))

    def months(self) -> Window:
        """Return the same days, told by month if they are more than can be told by day."""
        return self if self.step == "day" else _ByMonth(self.first, self.last)


class _ByMonth(Window):
    @cached_property
    def _size(self) -> int:
        return _MONTH


def choose(now: datetime, extent: Extent, days: int) -> Window:
    """Return the window of the last `days` days (at most LONGEST), or with 0 of everything in `extent`.

    It ends today; for a store that was fed last before that window, as one of replayed pages, on its last day.
    """
    today = local_date(now)
    last = local_date(extent.last) if extent.last else today
    if days == 0:
        return Window(min(local_date(extent.first) if extent.first else last, last), last)
    long = timedelta(days=days - 1)
    return Window(today - long, today) if today - long <= last else Window(last - long, last)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE).astimezone(UTC)

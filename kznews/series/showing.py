"""A series at a terminal: one line for each portal, with a sparkline; the last figures, with their flags."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from kznews.series.flags import Flag, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from decimal import Decimal

    from kznews.series.points import Point

BARS: Final = "▁▂▃▄▅▆▇█"
WIDTH: Final = 48
"""Characters of a sparkline at most: with the other columns it fits into a line of 120."""
SPREAD: Final = 0.02
"""A line that moves by less than two in a hundred is drawn in the middle of so much, not over the whole height."""
MOST_FIGURES: Final = 20
"""Figures that are shown one by one: the last ones, as many as fit on a screen."""


@dataclass(frozen=True)
class Stretch:
    """One figure of a line for as long as it stood."""

    points: tuple[Point, ...]

    @property
    def first(self) -> Point:
        return self.points[0]

    @property
    def last(self) -> Point:
        return self.points[-1]

    @property
    def flags(self) -> frozenset[Flag]:
        return frozenset(flag for point in self.points for flag in point.flags)


def stretches(points: Iterable[Point]) -> list[Stretch]:
    """Return the figures of each line with how long they stood, by the end of that, the latest first."""
    of_line: dict[tuple[str, str], list[list[Point]]] = {}
    for point in sorted(points, key=lambda point: (point.at, point.value)):
        runs = of_line.setdefault((point.portal, point.side), [])
        if runs and runs[-1][-1].value == point.value:
            runs[-1].append(point)
        else:
            runs.append([point])
    found = [Stretch(tuple(run)) for runs in of_line.values() for run in runs]
    return sorted(found, key=lambda one: (one.last.last_seen, one.last.portal, one.last.side), reverse=True)


def sparkline(values: Sequence[Decimal | None], low: Decimal, high: Decimal) -> str:
    """Return a bar for each value on a scale from `low` to `high`, a blank for None; what lies outside is cut off.

    >>> from decimal import Decimal
    >>> sparkline([Decimal(1), None, Decimal(4), Decimal(8), Decimal(99)], Decimal(1), Decimal(8))
    '▁ ▄██'
    """
    least = abs(high) * type(high)(str(SPREAD))
    if high - low < least:
        middle = (high + low) / 2
        low, high = middle - least / 2, middle + least / 2
    span = high - low
    drawn = []
    for value in values:
        share = (min(max(value, low), high) - low) / span if value is not None and span else None
        drawn.append(
            " " if value is None else BARS[3] if share is None else BARS[int(share * (len(BARS) - 1) + type(span)("0.5"))]
        )
    return "".join(drawn)


def by_day(values: Iterable[tuple[date, Decimal]], first: date, last: date) -> list[Decimal | None]:
    """Return the median of each bucket of days from `first` to `last`, WIDTH buckets at most; None where there is no value."""
    days = (last - first).days + 1
    size = -(-days // WIDTH)
    buckets: list[list[Decimal]] = [[] for _ in range(-(-days // size))]
    for day, value in values:
        if 0 <= (at := (day - first).days) < days:
            buckets[at // size].append(value)
    return [median(bucket) if bucket else None for bucket in buckets]


def scale(points: Iterable[Point]) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest value: of plausible points, if there are any."""
    every = list(points)
    values = [point.value for point in every if point.plausible] or [point.value for point in every]
    return min(values), max(values)


def summary(points: Sequence[Point], first: date, last: date) -> list[tuple[str, ...]]:
    """Return a row for each line: portal, side, last figure, when, lowest, highest, sparkline, flags with their numbers."""
    low, high = scale(points)
    of_line: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        of_line.setdefault((point.portal, point.side), []).append(point)
    rows: list[tuple[str, ...]] = []
    for (portal, side), line in sorted(of_line.items()):
        newest = max(line, key=lambda point: point.last_seen)
        rows.append(
            (
                portal,
                side,
                figure(newest),
                moment(newest.last_seen),
                short(min(point.value for point in line)),
                short(max(point.value for point in line)),
                sparkline(by_day(((point.at.date(), point.value) for point in line), first, last), low, high),
                counted(line),
            )
        )
    return rows


def rows(found: Sequence[Stretch]) -> list[tuple[str, ...]]:
    """Return a row for each stretch: portal, side, figure, change, from, to, text, flags."""
    return [
        (
            one.last.portal,
            one.last.side,
            figure(one.last),
            change(one.first),
            moment(one.first.at),
            moment(one.last.last_seen),
            one.first.shown.raw,
            ", ".join(named(one.flags)),
        )
        for one in found
    ]


def figure(point: Point) -> str:
    """Return a figure as it was shown, with its nominal where it is for more than one."""
    nominal = getattr(point.shown, "nominal", 1)
    value = getattr(point.shown, "value", point.value)
    return format(value, "f") if nominal == 1 else f"{value:f} / {nominal}"


def change(point: Point) -> str:
    """Return the change that the page shows beside a figure, with its sign; "" where it shows none."""
    moved: Decimal | None = getattr(point.shown, "change", None)
    return "" if moved is None else format(moved, "+f")


def short(value: Decimal) -> str:
    """Return a value with four decimals at most, without noughts behind."""
    said = format(round(value, 4), "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def moment(at: datetime) -> str:
    """Return a time to the minute, in its own zone."""
    return at.strftime("%Y-%m-%d %H:%M")


def counted(points: Iterable[Point]) -> str:
    """Return the flags of points with the number of each: "level 3, frozen 12"."""
    numbers = Counter(flag for point in points for flag in point.flags)
    return ", ".join(f"{flag.value} {numbers[flag]}" for flag in Flag if numbers[flag])


def legend(points: Iterable[Point]) -> list[str]:
    """Return a line for each flag that the points carry."""
    carried = {flag for point in points for flag in point.flags}
    return [f"{flag.value}: {flag.meaning}" for flag in Flag if flag in carried]

"""One figure of a series, and what the rules of all series have in common."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from kznews.series.flags import Flag, named

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from datetime import datetime
    from decimal import Decimal

    from kznews.items import ExchangeRate, PageClock, Weather
    from kznews.store import Observation

DAY: Final = timedelta(days=1)
CONFIRMATIONS: Final = 2
"""So many other sightings make a jump credible (reliability rule W2)."""
CONFIRMED_WITHIN: Final = timedelta(days=3)
FROZEN_AFTER: Final = timedelta(days=3)
"""Over a weekend the official rate stands still for three days; others must have moved meanwhile anyway."""
FROZEN_ALONE: Final = timedelta(days=14)
"""So long nothing stands still, also where no other figure is known; the longest holidays have ten days."""
MIN_OTHERS: Final = 2
"""Of two figures that differ nobody can say which is wrong."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """What a portal showed at a time."""

    portal: str
    key: str
    """ISO 4217 code, or city key (the city as shown where it has no key)."""
    at: datetime
    """When it was seen first within its hour: aware, in the portal's zone."""
    last_seen: datetime
    """When it was seen last within that hour."""
    value: Decimal
    """Tenge for one unit, or degrees Celsius."""
    shown: ExchangeRate | Weather
    """The figure as it was read, with nominal, side, change and raw text."""
    clock: PageClock
    flags: frozenset[Flag] = frozenset()

    @property
    def side(self) -> str:
        """Of a rate "official", "buy" or "sell"; "" of a temperature."""
        return getattr(self.shown, "side", "")

    @property
    def hour(self) -> datetime:
        """The hour in which it was seen."""
        return self.at.replace(minute=0, second=0, microsecond=0)

    @property
    def plausible(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.flags

    @property
    def named_flags(self) -> tuple[str, ...]:
        return named(self.flags)


def point_of(seen: Observation) -> Point:
    """Return an observation as a point without flags, its times in UTC."""
    shown = seen.value
    temperature = getattr(shown, "temperature", None)
    value: Decimal = shown.value / shown.nominal if temperature is None else temperature  # type: ignore[union-attr]
    return Point(
        portal=seen.portal,
        key=seen.key,
        at=seen.first_seen,
        last_seen=seen.last_seen,
        value=value,
        shown=shown,
        clock=seen.clock,
    )


class Flags:
    """Collects the flags of points, by their place in a list."""

    def __init__(self, points: list[Point]) -> None:
        self.points = points
        self._of: dict[int, set[Flag]] = defaultdict(set)

    def add(self, at: int, flag: Flag) -> None:
        self._of[at].add(flag)

    def add_where(self, flag: Flag, test: Callable[[Point], bool]) -> None:
        for at, point in enumerate(self.points):
            if test(point):
                self._of[at].add(flag)

    def applied(self) -> list[Point]:
        """Return the points with their flags, in order."""
        return [
            replace(point, flags=frozenset(self._of[at])) if at in self._of else point for at, point in enumerate(self.points)
        ]


def grouped(points: Iterable[Point], key: Callable[[Point], Hashable]) -> dict[Hashable, list[int]]:
    """Return the places of points by a key of theirs, each list in the order of the points."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at, point in enumerate(points):
        found[key(point)].append(at)
    return found


def lines(points: list[Point]) -> list[list[int]]:
    """Return the places of the points of each line (portal, key, side), in the order of time."""
    found = grouped(points, lambda point: (point.portal, point.key, point.side))
    return [sorted(line, key=lambda at: (points[at].at, points[at].value)) for line in found.values()]


def long_runs(points: list[Point], line: list[int]) -> Iterator[list[int]]:
    """Yield the runs of one value in a line that are so long that it may be frozen."""
    for _, run in groupby(line, key=lambda at: points[at].value):
        stood = list(run)
        if points[stood[-1]].at - points[stood[0]].at >= FROZEN_AFTER:
            yield stood


def jumps(points: list[Point], line: list[int], far: Callable[[Point, Point], bool]) -> Iterator[int]:
    """Yield the places of a line that are far from the one before."""
    for before, at in pairwise(line):
        if far(points[before], points[at]):
            yield at


def is_confirmed(point: Point, witnesses: Iterable[Point], near: Callable[[Decimal, Decimal], bool]) -> bool:
    """Return whether two others confirm a point: other portals within a day, or its own on later days, each day once."""
    said: set[tuple[str, object]] = set()
    for other in witnesses:
        if other.key != point.key or not near(other.value, point.value):
            continue
        if other.portal != point.portal and abs(other.at - point.at) <= DAY:
            said.add((other.portal, None))
        elif other.portal == point.portal and DAY <= other.at - point.at <= CONFIRMED_WITHIN:
            said.add((other.portal, other.at.date()))
    return len(said) >= CONFIRMATIONS


class Others:
    """What the other portals showed while a figure stood: their figures in the order of time, taken in once."""

    def __init__(self, witnesses: Iterable[Point], portal: str, since: datetime) -> None:
        """Watch the portals other than `portal` from `since` on; `witnesses` are in the order of time."""
        self._coming = [one for one in witnesses if one.portal != portal and one.at >= since]
        self._taken = 0
        self._range: dict[str, tuple[Decimal, Decimal, int]] = {}

    def until(self, at: datetime) -> list[tuple[Decimal, Decimal]]:
        """Return the lowest and the highest figure of each portal that showed more than one by `at`; `at` never goes back."""
        while self._taken < len(self._coming) and self._coming[self._taken].at <= at:
            one = self._coming[self._taken]
            low, high, count = self._range.get(one.portal, (one.value, one.value, 0))
            self._range[one.portal] = (min(low, one.value), max(high, one.value), count + 1)
            self._taken += 1
        return [(low, high) for low, high, count in self._range.values() if count > 1]


def middles_of_others(points: list[Point], group: list[int]) -> dict[str, Decimal]:
    """Return for each portal of a group the median of what the others showed last in it, where there are enough others."""
    last: dict[str, Decimal] = {}
    for at in sorted(group, key=lambda at: (points[at].at, points[at].value)):
        last[points[at].portal] = points[at].value
    if len(last) <= MIN_OTHERS:
        return {}
    return {portal: median(value for name, value in last.items() if name != portal) for portal in last}

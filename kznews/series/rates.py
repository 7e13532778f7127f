"""What is to be thought of each exchange rate: from itself, from the figures beside it, from those before, from the bank's."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kznews.series import bands
from kznews.series.flags import Flag
from kznews.series.points import (
    FROZEN_AFTER,
    FROZEN_ALONE,
    Flags,
    Others,
    Point,
    grouped,
    is_confirmed,
    jumps,
    lines,
    long_runs,
    middles_of_others,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kznews.items import OfficialRate

FAR: Final = Decimal("0.2")
"""A rate that differs by more than a fifth from the portal's last one is a jump (reliability rule W2)."""
NEAR: Final = Decimal("0.05")
"""What portals show on one day, buying and selling included, lies within a twentieth."""
MOVED: Final = Decimal("0.005")
"""Half of one in a hundred: less may be rounding."""
OFFICIAL_HOLDS: Final = timedelta(days=12)
"""Over the longest holidays the last official rate stays in force."""
_TEMPLATES: Final = frozenset(("0", "1", "100", "111", "123", "123.45", "123.4", "999", "999.99", "1234"))
"""Digits that designers write where a figure is to stand."""


class OfficialLine:
    """The official rates of several currencies, to be asked by day."""

    def __init__(self, rates: Iterable[OfficialRate]) -> None:
        self._days: dict[str, list[date]] = defaultdict(list)
        self._values: dict[str, list[Decimal]] = defaultdict(list)
        self._moved: dict[tuple[str, date, date], bool | None] = {}
        for rate in sorted(rates, key=lambda rate: rate.day):
            self._days[rate.currency].append(rate.day)
            self._values[rate.currency].append(rate.value / rate.nominal)

    def on(self, currency: str, day: date) -> Decimal | None:
        """Return tenge for one unit on `day`: of the last day before, where none was fixed; None if that is too long ago."""
        days = self._days.get(currency, [])
        at = bisect_right(days, day)
        if not at or day - days[at - 1] > OFFICIAL_HOLDS:
            return None
        return self._values[currency][at - 1]

    def moved(self, currency: str, first: date, last: date) -> bool | None:
        """Return whether the rate moved between two days, None where it is not known from the first to the last."""
        asked = (currency, first, last)
        if asked not in self._moved:
            self._moved[asked] = self._find_moved(*asked)
        return self._moved[asked]

    def _find_moved(self, currency: str, first: date, last: date) -> bool | None:
        then, now = self.on(currency, first), self.on(currency, last)
        if then is None or now is None:
            return None
        days = self._days[currency]
        between = self._values[currency][bisect_right(days, first) : bisect_right(days, last)]
        return not _within(max([then, *between]), min([then, *between]), MOVED)

    def near(self, currency: str, day: date) -> tuple[Decimal, ...]:
        """Return what may be shown on `day`: the day's rate, and that of the days beside it."""
        found = (self.on(currency, day + timedelta(days=step)) for step in (-1, 0, 1))
        return tuple(rate for rate in found if rate is not None)


def judged(points: list[Point], official: OfficialLine) -> list[Point]:
    """Return the points with their flags. It follows from the set of points and official rates, not from their order."""
    flags = Flags(points)
    flags.add_where(Flag.LEVEL, _is_out_of_band)
    flags.add_where(Flag.OFF_OFFICIAL, lambda point: _is_off(point, official))
    _flag_moments(flags)
    _flag_lines(flags, official)
    _flag_days(flags)
    return flags.applied()


def _is_out_of_band(point: Point) -> bool:
    band = bands.level(point.key, point.at.date())
    return band is not None and not band.holds(point.value)


def _is_off(point: Point, official: OfficialLine) -> bool:
    known = official.near(point.key, point.at.date())
    return bool(known) and not any(_within(point.value, rate, NEAR) for rate in known)


def _within(value: Decimal, other: Decimal, share: Decimal) -> bool:
    return abs(value - other) <= other * share


def _flag_moments(flags: Flags) -> None:
    """Flag what the figures of one widget say about each other."""
    points = flags.points
    for group in grouped(points, lambda point: (point.portal, point.hour)).values():
        crosses = _contradict(points, group)
        for at in group:
            if crosses and points[at].key in ("USD", *bands.CROSSES):
                flags.add(at, Flag.CROSS_RATE)
            beside = [points[other] for other in group if other != at]
            if _is_over(points[at], beside):
                flags.add(at, Flag.BUY_OVER_SELL)
            if _is_placeholder(points[at], beside):
                flags.add(at, Flag.PLACEHOLDER)


def _contradict(points: list[Point], group: list[int]) -> bool:
    """Return whether a currency's figure and the dollar's beside it are none that stood together at that time."""
    dollars = [points[at] for at in group if points[at].key == "USD"]
    for at in group:
        point = points[at]
        beside = [dollar for dollar in dollars if dollar.side == point.side and _together(dollar, point)]
        band = bands.cross(point.key, point.at.date())
        if band and beside and not any(_holds(band, point, dollar) for dollar in beside):
            return True
    return False


def _together(one: Point, other: Point) -> bool:
    """Return whether two figures were shown at the same time, as far as their first and last sightings tell."""
    return one.at <= other.last_seen and other.at <= one.last_seen


def _holds(band: bands.Band, point: Point, dollar: Point) -> bool:
    if not (point.value and dollar.value):
        return False
    return band.holds(point.value / dollar.value if point.key == "EUR" else dollar.value / point.value)


def _is_over(point: Point, beside: list[Point]) -> bool:
    other = {"buy": "sell", "sell": "buy"}.get(point.side)
    pairs = [one for one in beside if one.key == point.key and one.side == other and _together(one, point)]
    return any((point.value > one.value) == (point.side == "buy") and point.value != one.value for one in pairs)


def _is_placeholder(point: Point, beside: list[Point]) -> bool:
    """Return whether a figure is digits of a template, or stands for several currencies at once."""
    if format(point.shown.value.normalize(), "f") in _TEMPLATES:  # type: ignore[union-attr]
        return True
    return any(one.key != point.key and one.value == point.value and _together(one, point) for one in beside)


def _flag_lines(flags: Flags, official: OfficialLine) -> None:
    """Flag what the figures of one portal, one after the other, say about each other."""
    points = flags.points
    by_key = grouped(points, lambda point: point.key)
    for line in lines(points):
        witnesses = [points[at] for at in by_key[points[line[0]].key]]
        for at in jumps(points, line, lambda before, now: not _within(now.value, before.value, FAR)):
            if not is_confirmed(points[at], witnesses, lambda one, other: _within(one, other, NEAR)):
                flags.add(at, Flag.JUMP)
        beside = [one for one in witnesses if one.side == points[line[0]].side]
        for run in long_runs(points, line):
            first = points[run[0]]
            others = Others(beside, first.portal, first.at)
            for at in run:
                if points[at].at - first.at >= FROZEN_AFTER and _is_frozen(first, points[at], others, official):
                    flags.add(at, Flag.FROZEN)


def _is_frozen(first: Point, point: Point, others: Others, official: OfficialLine) -> bool:
    """Return whether a value stands since `first` although others have moved, or longer than anything stands."""
    moved = official.moved(point.key, first.at.date(), point.at.date())
    if moved is not None:
        return moved
    if watched := others.until(point.at):
        return any(not _within(high, low, MOVED) for low, high in watched)
    return point.at - first.at >= FROZEN_ALONE


def _flag_days(flags: Flags) -> None:
    """Flag what several portals, on one day, say about each other."""
    points = flags.points
    for group in grouped(points, lambda point: (point.key, point.side, point.at.date())).values():
        middles = middles_of_others(points, group)
        for at in group if middles else ():
            middle = middles.get(points[at].portal)
            if middle is not None and not _within(points[at].value, middle, NEAR):
                flags.add(at, Flag.DISAGREES)

"""What is to be thought of each temperature: from the city's climate, from those before, from other cities and portals."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final

from kznews.series.climate import possible
from kznews.series.flags import Flag
from kznews.series.points import (
    DAY,
    FROZEN_AFTER,
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

FAR: Final = Decimal(30)
"""Degrees: the sharpest falls and rises within a day, front and night together, stay below."""
NEAR: Final = Decimal(8)
"""Degrees by which two services may differ for one city and hour: stations lie in the plain and in the town."""
DISAGREE: Final = Decimal(12)
MOVED: Final = Decimal(5)
FROZEN_ALONE: Final = timedelta(days=7)
"""A temperature that is seen once a day at the same hour may be the same for some days, not for a week."""
MIN_EQUAL: Final = 4
"""So many cities are never equally warm, to the degree, across Kazakhstan; three in one valley may be."""


def judged(points: list[Point]) -> list[Point]:
    """Return the points with their flags; `at` counts in the portal's zone for the month."""
    flags = Flags(points)
    flags.add_where(Flag.SEASON, _is_out_of_season)
    _flag_moments(flags)
    _flag_lines(flags)
    for group in grouped(points, lambda point: (point.key, point.hour)).values():
        middles = middles_of_others(points, group)
        for at in group if middles else ():
            middle = middles.get(points[at].portal)
            if middle is not None and abs(points[at].value - middle) > DISAGREE:
                flags.add(at, Flag.DISAGREES)
    return flags.applied()


def _is_out_of_season(point: Point) -> bool:
    limits = possible(point.key, point.at.month)
    return limits is not None and not limits[0] <= point.value <= limits[1]


def _flag_moments(flags: Flags) -> None:
    points = flags.points
    for group in grouped(points, lambda point: (point.portal, point.hour)).values():
        cities = {points[at].key for at in group}
        if len(cities) >= MIN_EQUAL and len({points[at].value for at in group}) == 1:
            for at in group:
                flags.add(at, Flag.PLACEHOLDER)


def _flag_lines(flags: Flags) -> None:
    points = flags.points
    by_key = grouped(points, lambda point: point.key)
    for line in lines(points):
        witnesses = [points[at] for at in by_key[points[line[0]].key]]
        for at in jumps(points, line, _is_jump):
            if not is_confirmed(points[at], witnesses, lambda one, other: abs(one - other) <= NEAR):
                flags.add(at, Flag.JUMP)
        for run in long_runs(points, line):
            first = points[run[0]]
            others = Others(witnesses, first.portal, first.at)
            for at in run:
                if points[at].at - first.at >= FROZEN_AFTER and _is_frozen(first, points[at], others):
                    flags.add(at, Flag.FROZEN)


def _is_jump(before: Point, now: Point) -> bool:
    return now.at - before.at <= DAY and abs(now.value - before.value) > FAR


def _is_frozen(first: Point, point: Point, others: Others) -> bool:
    """Return whether a temperature stands since `first` although another portal's for the city has moved, or for a week."""
    return point.at - first.at >= FROZEN_ALONE or any(high - low >= MOVED for low, high in others.until(point.at))

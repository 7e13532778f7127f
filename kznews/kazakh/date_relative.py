"""Dates that count from now: "3 сағат бұрын", "кеше 10:15", and a time of day alone."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Final

from kznews.kazakh.date_site import NO_TIME, Site
from kznews.kazakh.date_types import Basis, DateFault, DateReading, Precision
from kznews.kazakh.date_values import read_time, reading
from kznews.kazakh.date_words import DAY, HOUR, MINUTE, MONTH, SECOND, WEEK, YEAR
from kznews.kazakh.zones import localize

_PRECISIONS: Final = (Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.DAY, *(Precision.COARSE,) * 3)
_CLOCK_UNITS: Final = {SECOND: 1, MINUTE: 60, HOUR: 3600}
_DAY_UNITS: Final = {DAY: 1, WEEK: 7}
_MONTH_UNITS: Final = {MONTH: 1, YEAR: 12}
_LARGEST: Final = 9999


def read_ago(site: Site) -> DateReading | DateFault:
    """Return the moment that lies the stated amounts before now."""
    amounts = _amounts(site)
    now = site.context.now
    if now is None:
        return DateFault.NEEDS_NOW
    try:
        moment = _subtract(now.replace(microsecond=0), amounts, site.context.zone)
    except (OverflowError, ValueError):
        return DateFault.IMPOSSIBLE
    precision, time = _PRECISIONS[min(amounts)], read_time(site)
    if precision is Precision.DAY and time is not NO_TIME:  # "2 күн бұрын, 19:30" names its hour
        day = moment.replace(tzinfo=None, hour=time.hour, minute=time.minute, second=time.second, fold=0)
        return reading(site, day, time, Basis.RELATIVE)
    found = reading(site, moment.replace(tzinfo=None), NO_TIME, Basis.RELATIVE, precision=precision)
    # An hour ago is an hour ago, also when clocks were put back in between.
    return DateReading(moment, precision, Basis.RELATIVE, found.raw, found.start, found.end, has_year=False)


def _amounts(site: Site) -> dict[int, Fraction]:
    """Return the amount of each unit named, a unit without a number is one of it; what is no part of the one before is alone.

    "5 минут, 2 сағат бұрын" begins with how long it takes to read.
    """
    first, last = site.match.span("ago")
    amounts: dict[int, Fraction] = {}
    number: Fraction | None = None
    for code, value in zip(site.tokens.codes[first:last], site.tokens.values[first:last], strict=True):
        if code in "dnYqT":  # "он бес" adds up
            number = (number or Fraction()) + (value if value >= 0 else _LARGEST)
        elif code == "f":  # "бір жарым"
            number = (number or Fraction()) + Fraction(value, 2)
        elif code not in " .,R":
            if amounts and value >= min(amounts):
                amounts.clear()
            amounts[value] = Fraction(1, 1 + (code == "F")) if number is None else number
            number = None
    return amounts


def _subtract(now: datetime, amounts: dict[int, Fraction], zone: str) -> datetime:
    seconds, days, months = (
        sum((amount * units.get(unit, 0) for unit, amount in amounts.items()), Fraction())
        for units in (_CLOCK_UNITS, _DAY_UNITS, _MONTH_UNITS)
    )
    if months.denominator > 1:
        raise ValueError("half a month has no length")
    moment = (now.astimezone(UTC) - timedelta(seconds=int(seconds))).astimezone(now.tzinfo)
    if days or months:
        naive = _months_back(moment.replace(tzinfo=None), int(months)) - timedelta(days=float(days))
        moment = localize(naive, zone)[0]
    return moment


def _months_back(naive: datetime, months: int) -> datetime:
    count = naive.year * 12 + naive.month - 1 - months
    year, month = count // 12, count % 12 + 1
    if year < 1:
        raise ValueError("before the calendar")
    return naive.replace(year=year, month=month, day=min(naive.day, monthrange(year, month)[1]))


def read_day_word(site: Site) -> DateReading | DateFault:
    """Return today, yesterday or another named day, at the time beside the word or at its beginning."""
    now, time = site.context.now, read_time(site)
    if now is None:
        return DateFault.NEEDS_NOW
    try:
        day = now.date() + timedelta(days=site.value("day") or 0)
    except OverflowError:
        return DateFault.IMPOSSIBLE
    naive = datetime(day.year, day.month, day.day, time.hour, time.minute, time.second)  # noqa: DTZ001 - localized next
    return reading(site, naive, time, Basis.RELATIVE)


def read_clock(numbers: list[int], before: datetime, zone: str) -> tuple[datetime, bool] | None:
    """Return the latest moment not after `before` at which a clock in `zone` showed `numbers`, and whether it is in doubt.

    None if no clock shows such a time.
    """
    hour, minute, second = (*numbers, 0, 0)[:3]
    try:
        naive = before.replace(tzinfo=None, hour=hour, minute=minute, second=second, microsecond=0, fold=0)
        if naive > before.replace(tzinfo=None):
            naive -= timedelta(days=1)
        return localize(naive, zone)
    except (ValueError, OverflowError):
        return None

"""From a match of the date grammar to a reading: calendar, year, time of day, offsets. No clock is read here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from kznews.kazakh.date_types import Basis, DateFault, DateReading, Precision
from kznews.kazakh.zones import localize

if TYPE_CHECKING:
    from kznews.kazakh.date_grammar import Tokens


@dataclass(frozen=True, slots=True)
class Context:
    """What the caller knows: the zone, and perhaps now (aware, in that zone) and the year."""

    zone: str
    now: datetime | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Site:
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


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day and the group it stands in."""

    hour: int = 0
    minute: int = 0
    second: int = 0
    precision: Precision = Precision.DAY
    group: str = ""


NO_TIME: Final = Time()
Form = tuple[str, str, str]
"""The groups of one form of the grammar that hold day, month and year; no year group if the form has no year."""

_FORMS: Final[tuple[Form, ...]] = (
    *((f"d{form}", f"m{form}", f"y{form}") for form in ("1", "9", "8", "2")),
    ("d11", "m11", ""),
    *((f"d{form}", f"m{form}", f"y{form}") for form in ("3", "5", "6", "7", "10")),
    ("d12", "m12", ""),
)
_CENTURY_TURN: Final = 70
_LEAP_CYCLE: Final = 8
_HOURS, _SIXTY = 24, 60
_OFFSET: Final = re.compile(r"(?:\s?(Z)|(?:\s(?=.\d\d:?\d\d))?([+-])(\d\d)(?::?(\d\d))?)(?![\w:])")
_FEED_OFFSET: Final = re.compile(r"\s(?:(GMT|UTC?|Z)(?!\s?[+-])|([+-])(\d\d)(\d\d))(?!\w)")
# inform.kz prints it above pages of 2011 too, when Astana was at +6: part of what is displayed, not of the date.
_TEMPLATE_ZONE: Final = re.compile(r"[ \t\xa0]{0,3}\|?[ \t\xa0]{0,3}\(?(?:GMT|UTC)[ \t\xa0]?[+\u2212-]?\d{0,2}(?::?\d\d)?\)?")


def read_time(site: Site) -> Time:
    """Return the time after the date, or else the one before it; what no clock shows is not taken."""
    tokens = site.tokens
    for group in ("time", "lead"):
        first, last = site.match.span(group)
        numbers = [tokens.values[at] for at in range(first, last) if tokens.codes[at] == "d"][:3]
        if not numbers:
            continue
        hour, minute, second = (*numbers, 0, 0)[:3]
        if tokens.codes[last - 1] == "p":
            hour = hour % 12 + tokens.values[last - 1]
        if hour < _HOURS and minute < _SIXTY and second < _SIXTY and _written_in_full(tokens, first, last):
            precision = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)[len(numbers) - 1]
            return Time(hour, minute, second, precision, group)
    return NO_TIME


def _written_in_full(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether minutes and seconds have two digits each: 3:2 is a score."""
    numbers = [tokens.spans[at] for at in range(first, last) if tokens.codes[at] == "d"][1:3]
    return all(end - start == len("00") for start, end in numbers)


def read_calendar(site: Site) -> DateReading | DateFault | None:
    """Return the calendar date of a match, the fault in it, or None if it only looks like one."""
    time = read_time(site)
    start = site.match.start
    for form in _FORMS:
        at = start(form[0])
        if at >= 0:
            break
    else:
        return None
    day = site.tokens.values[at]
    if form[2] == "y10":
        year = _long_year(site)
        return None if year is None else _dated(site, form, (year, day), time)
    year = site.value(form[2]) if form[2] else None
    return _without_year(site, form, day, time) if year is None else _dated(site, form, (year, day), time)


def _without_year(site: Site, form: Form, day: int, time: Time) -> DateReading | DateFault | None:
    """Return the reading of a date without a year."""
    words = _year_words(site)
    if _is_no_date(site, form, time) or (words and "c" not in words):
        return None  # "19-ыншы жылғы 1 сәуір", "өткен жылғы 5 мамыр": a year is stated, and it is not known which
    month = site.value(form[1]) or 0
    if not _exists(2000, month, day):  # a leap year
        return DateFault.IMPOSSIBLE
    now, year, basis = site.context.now, site.context.year, Basis.YEAR_GIVEN
    if year is None:
        if now is None:
            return DateFault.NEEDS_NOW
        weekday = site.value("weekday") if site.code("weekday") == "W" else None
        year, basis = now.year if words else _latest_year(now, month, day, weekday), Basis.YEAR_FROM_NOW
    return _dated(site, form, (year, day), time, basis)


def _is_no_date(site: Site, form: Form, time: Time) -> bool:
    """Return whether only a year or a time would make it a date: "5 қаз" is five geese and 17/03 a fraction."""
    return time is NO_TIME and (form[0] == "d12" or site.code(form[1]) == "m")


def _year_words(site: Site) -> str:
    """Return the codes of "of this year" in front of a date, of the year word alone, or nothing."""
    before = site.tokens.codes[max(0, site.match.start() - 4) : site.match.start()].rstrip(" ,")
    return before.replace(" ", "")[-2:] if before.endswith("y") else ""


def _latest_year(now: datetime, month: int, day: int, weekday: int | None) -> int:
    """Return the year of the most recent such day, today included: in January "28 Желтоқсан" is last year's.

    A weekday in full beside the date decides between the years, if it fell on that day in any of the last eight.
    """
    latest = now.year if (month, day) <= (now.month, now.day) else now.year - 1
    years = [year for year in range(latest, latest - _LEAP_CYCLE, -1) if _exists(year, month, day)]
    for year in years:
        if weekday == date(year, month, day).isoweekday():
            return year
    return years[0] if years else latest


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime(year, month, day)  # noqa: DTZ001 - only asks the calendar
    except ValueError:
        return False
    return True


def _long_year(site: Site) -> int | None:
    """Return the year of 13.05.18, or None unless each part has two digits: 1.2.18 is a version."""
    tokens = site.tokens
    for group in ("d10", "m10", "y10"):
        start, end = tokens.spans[site.match.start(group)]
        if end - start != 2:  # noqa: PLR2004 - two digits
            return None
    year = site.value("y10") or 0
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _dated(site: Site, form: Form, year_day: tuple[int, int], time: Time, basis: Basis = Basis.TEXT) -> DateReading | DateFault:
    year, day = year_day
    try:
        naive = datetime(year, site.value(form[1]) or 0, day, time.hour, time.minute, time.second)  # noqa: DTZ001
    except ValueError:
        return DateFault.IMPOSSIBLE
    if form[0] == "d9" and _is_month_first(site, naive):
        return DateFault.IMPOSSIBLE
    if form[0] == "d8" and site.match["s8"] == "-":
        basis = Basis.ISO
    return reading(site, naive, time, basis)


def _is_month_first(site: Site, naive: datetime) -> bool:
    """Return whether the weekday beside a numeric date fits only if the month came first, which is never read."""
    weekday = site.value("weekday")
    if weekday in {None, naive.isoweekday()} or not _exists(naive.year, naive.day, naive.month):
        return False
    return weekday == date(naive.year, naive.day, naive.month).isoweekday()


def reading(site: Site, naive: datetime, time: Time, basis: Basis, *, precision: Precision | None = None) -> DateReading:
    """Return the reading of the wall time `naive`: with the offset that the text states, or in the context's zone."""
    start, end = _span(site, time)
    offset, end = _stated_offset(site, time, basis, end)
    if offset is None:
        value, ambiguous = localize(naive, site.context.zone)
    else:
        value, ambiguous = naive.replace(tzinfo=offset), False
        basis = basis if basis is Basis.ISO else Basis.FEED
    return DateReading(
        value=value,
        precision=precision or time.precision,
        basis=basis,
        raw=site.text[start:end],
        start=start,
        end=end,
        ambiguous=ambiguous,
        has_year=basis not in {Basis.YEAR_FROM_NOW, Basis.YEAR_GIVEN},
    )


def _span(site: Site, time: Time) -> tuple[int, int]:
    """Return where the date stands in the text: the match, less a time that is not part of it."""
    match, codes = site.match, site.tokens.codes
    first, last = match.span()
    if match.start("lead") >= 0 and time.group != "lead":
        first = match.end("lead")
    if match.start("time") >= 0 and time.group != "time":
        last = match.start("time")
    while codes[first] in " ,|/-":
        first += 1
    while codes[last - 1] in " ,|/-t(" or (codes[last - 1] == "." and codes[last - 2] not in "myV"):
        last -= 1
    if codes[last : last + 1] == ")" and "(" in codes[first:last]:
        last += 1
    return site.tokens.spans[first][0], site.tokens.spans[last - 1][1]


def _stated_offset(site: Site, time: Time, basis: Basis, end: int) -> tuple[timezone | None, int]:
    """Return the offset that an ISO stamp or a feed's date states, and where the date then ends."""
    if time.group != "time":
        found = None
    elif basis is Basis.ISO:
        found = _OFFSET.match(site.text, end)
    elif basis is Basis.TEXT and time.precision is Precision.SECOND:
        found = _FEED_OFFSET.match(site.text, end)
    else:
        found = None
    if found is None:
        template = _TEMPLATE_ZONE.match(site.text, end)
        return None, template.end() if template else end
    if found[1]:
        return timezone.utc, found.end()  # noqa: UP017 - one type for all offsets
    size = timedelta(hours=int(found[3]), minutes=int(found[4] or 0))
    if size >= timedelta(hours=_HOURS):
        return None, end
    return timezone(size if found[2] == "+" else -size), found.end()

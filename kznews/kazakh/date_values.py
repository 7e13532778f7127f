"""From a match of the date grammar to a reading: calendar, year, time of day, offsets. No clock is read here."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from kznews.kazakh.date_site import NO_TIME, Form, Site, Time
from kznews.kazakh.date_types import Basis, DateFault, DateReading, Precision
from kznews.kazakh.date_years import exists, missing_year, short_year
from kznews.kazakh.zones import localize

if TYPE_CHECKING:
    from kznews.kazakh.date_grammar import Tokens


_FORMS: Final[tuple[Form, ...]] = (
    *((f"d{form}", f"m{form}", f"y{form}") for form in ("1", "9", "8", "2")),
    ("d11", "m11", ""),
    *(
        (f"d{form}", f"m{form}", f"y{form}")
        for form in ("3", "14", "5", "15", "6", "7", "10", "13", "16", "17", "20", "21", "22")
    ),
    ("d18", "m18", ""),
    ("d12", "m12", ""),
    ("d19", "m19", ""),
)
_SHORT_YEARS: Final = ("y10", "y13", "y16", "y17", "y22")
_HOURS, _NOON, _SIXTY = 24, 12, 60
_OF_DAY: Final = 7
"""The first of the twelve hours of the day, which Russian names with the word that also counts days ("3:30 дня")."""
_LARGEST_OFFSET: Final = timedelta(hours=14)
_OFFSET: Final = re.compile(r"(?:\s?(Z)|(?:\s(?=.\d\d:?\d\d))?([+-])(\d\d)(?::?(\d\d))?)(?![\w:])")
# RFC 2822 lets the seconds out and keeps the zone.
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
        if hour <= _NOON and (begin := _part_of_day(site, first, last)) is not None:
            hour = (begin + (hour - begin) % _NOON) % _HOURS
        if hour < _HOURS and minute < _SIXTY and second < _SIXTY and _written_in_full(tokens, first, last):
            precision = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)[len(numbers) - 1]
            return Time(hour, minute, second, precision, group)
    return NO_TIME


def _part_of_day(site: Site, first: int, last: int) -> int | None:
    """Return the first of the twelve hours of the part of the day that is named beside an hour up to twelve, or None.

    Behind the hour a Kazakh or Russian word in capitals begins a headline ("9:05 Кешке жаңбыр жауады").
    """
    codes, values = site.tokens.codes, site.tokens.values
    if codes[last - 1] == "e":
        return _OF_DAY if site.text[slice(*site.tokens.spans[last - 1])] == "дня" else None
    if codes[last - 1] == "p" or (codes[last - 1] == "P" and not site.text[site.tokens.spans[last - 1][0]].isupper()):
        return values[last - 1]
    return next((values[at] for at in range(first, last - 1) if codes[at] == "P"), None)


def _written_in_full(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether minutes and seconds have two digits each, 3:2 is a score; with nothing but a point, the hour as well."""
    numbers = [tokens.spans[at] for at in range(first, last) if tokens.codes[at] == "d"]
    bare = tokens.codes[first:last] == "d.d" and tokens.codes[last : last + 2] != "-s"
    return all(end - start == len("00") for start, end in numbers[0 if bare else 1 : 3])


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
    if form[2] in _SHORT_YEARS:
        year = short_year(site, form[2], time)
        return None if year is None else _dated(site, form, (year, day), time)
    year = site.value(form[2]) if form[2] else None
    if year is not None:
        return _dated(site, form, (year, day), time)
    found = missing_year(site, form, day, time)
    return _dated(site, form, (found[0], day), time, found[1]) if isinstance(found, tuple) else found


def _dated(site: Site, form: Form, year_day: tuple[int, int], time: Time, basis: Basis = Basis.TEXT) -> DateReading | DateFault:
    year, day = year_day
    try:
        naive = datetime(year, site.value(form[1]) or 0, day, time.hour, time.minute, time.second)  # noqa: DTZ001
    except (ValueError, OverflowError):
        return DateFault.IMPOSSIBLE
    if form[0] == "d9" and _is_month_first(site, naive):
        return DateFault.IMPOSSIBLE
    if form[0] == "d8" and site.match["s8"] == "-":
        basis = Basis.ISO
    return reading(site, naive, time, basis)


def _is_month_first(site: Site, naive: datetime) -> bool:
    """Return whether the weekday beside a numeric date fits only if the month came first, which is never read."""
    weekday = site.weekday()
    if weekday in {None, naive.isoweekday()} or not exists(naive.year, naive.day, naive.month):
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
    while codes[last - 1] in " ,|/-t()" or (codes[last - 1] == "." and codes[last - 2] not in "myV"):
        last -= 1
    if codes[last : last + 1] == ")" and codes.count("(", first, last) > codes.count(")", first, last):
        last += 1
    return site.tokens.spans[first][0], site.tokens.spans[last - 1][1]


def _stated_offset(site: Site, time: Time, basis: Basis, end: int) -> tuple[timezone | None, int]:
    """Return the offset that an ISO stamp or a feed's date states, and where the date then ends."""
    if time.group != "time":
        found = None
    else:
        stamp = _OFFSET.match(site.text, end) if basis is Basis.ISO else None
        found = stamp or (_FEED_OFFSET.match(site.text, end) if basis in {Basis.TEXT, Basis.ISO} else None)
    if found is None:
        template = _TEMPLATE_ZONE.match(site.text, end)
        return None, template.end() if template else end
    if found[1]:
        return timezone.utc, found.end()  # noqa: UP017 - one type for all offsets
    size = timedelta(hours=int(found[3]), minutes=int(found[4] or 0))
    if size > _LARGEST_OFFSET:
        return None, end
    return timezone(size if found[2] == "+" else -size), found.end()

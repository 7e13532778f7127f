"""The year of a date that states none, or only half of one."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from kznews.kazakh.date_site import NO_TIME
from kznews.kazakh.date_types import Basis, DateFault
from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from kznews.kazakh.date_site import Form, Site, Time

_YEAR_ELSEWHERE: Final = re.compile("Y(?:-s)? ?-?[yV]")
# In a line as short as a date with its furniture, any number that may be a year leaves a doubt.
_SHORT_LINE: Final = 128
_NEXT_WORD: Final = re.compile(" [osRqThPfF]| ?- ?o")
_THIS_YEAR: Final = frozenset("cC")
_NEXT_NUMBER: Final = re.compile(", ?d-o")
_CENTURY_TURN: Final = 70
_WITH_A_TIME: Final = ("d12", "d19")
"""Days in figures that are dates only with a time of day: a fraction, a rate."""
_IN_FULL: Final = {"y10": ("d10", "m10", "y10"), "y16": ("y16",), "y17": ("y17",), "y22": ("d22", "m22", "y22")}
"""What has to be written with two digits each for a year of two digits to be one."""
_MAX_LABEL: Final = 40
_LABELS: Final = "күні уақыты жариялан шыққан қосыл дата опубликован добавлен published posted"
_LABEL: Final = re.compile(rf"(?<!\w)(?:{'|'.join(fold(_LABELS).split())})\w{{0,8}} ?:? ?$")
"""What stands before a day of three numbers with hyphens, which may be a telephone's, and calls it one."""
_GOES_ON: Final = re.compile(" ?- ?d")
_LEAP_CYCLE: Final = 8


def missing_year(site: Site, form: Form, day: int, time: Time) -> tuple[int, Basis] | DateFault | None:
    """Return the year of a date that has none and where it is from, the fault, or None if this is no displayed date."""
    words = _year_words(site)
    if _is_no_date(site, form, time) or (words and _THIS_YEAR.isdisjoint(words)):
        return None  # "19-ыншы жылғы 1 сәуір", "өткен жылғы 5 мамыр": a year is stated, and it is not known which
    if site.context.year is None and _has_another_year(site):
        return None
    month = site.value(form[1]) or 0
    if not exists(2000, month, day):  # a leap year
        return DateFault.IMPOSSIBLE
    now = site.context.now
    if site.context.year is not None:
        return site.context.year, Basis.YEAR_GIVEN
    if now is None:
        return DateFault.NEEDS_NOW
    return now.year if words else _latest_year(now, month, day, site.weekday("W")), Basis.YEAR_FROM_NOW


def _has_another_year(site: Site) -> bool:
    codes = site.tokens.codes
    return "Y" in codes and (len(site.text) <= _SHORT_LINE or _YEAR_ELSEWHERE.search(codes) is not None)


def _is_no_date(site: Site, form: Form, time: Time) -> bool:
    """Return whether only a year or a time would make it a date: "5 қаз" is five geese and 17/03 a fraction.

    A month before its day needs a weekday at least: "Қаңтар 24" may be January of a year, "Маусым 5" a series.
    """
    if form[0] == "d19" and not _is_in_full(site, ("d19", "m19")):
        return True
    if time is NO_TIME and form[0] == "d18" and site.weekday() is None:
        return True
    return time is NO_TIME and (form[0] in _WITH_A_TIME or site.code(form[1]) == "m" or _is_a_name(site))


def _is_a_name(site: Site) -> bool:
    """Return whether the day is part of a sentence, a feast's name or a list of numbered things.

    "8 наурыз мерекесі", "1 мамыр – Бірлік күні", "5-маусым, 3-серия" (маусым is June and a season).
    """
    codes, first, last = site.tokens.codes, *site.match.span()
    if _NEXT_NUMBER.match(codes, last):
        return True
    after = _NEXT_WORD.match(codes, last)
    if after is None:
        return False
    begins = site.tokens.spans[after.end() - 1][0]
    return site.text[begins].islower() if "-" not in after.group() else not codes[:first].strip(" \"'")


def _year_words(site: Site) -> str:
    """Return the codes of "of this year" in front of a date (cy, or C in one word), of the year word alone, or nothing."""
    before = site.tokens.codes[max(0, site.match.start() - 4) : site.match.start()].rstrip(" ,")
    return before.replace(" ", "")[-2:] if before.endswith(("y", "C")) else ""


def _latest_year(now: datetime, month: int, day: int, weekday: int | None) -> int:
    """Return the year of the most recent such day, today included: in January "28 Желтоқсан" is last year's.

    A weekday in full beside the date decides between the years, if it fell on that day in any of the last eight.
    """
    latest = now.year if (month, day) <= (now.month, now.day) else now.year - 1
    years = [year for year in range(latest, latest - _LEAP_CYCLE, -1) if exists(year, month, day)]
    # The last to be asked is the day to come: "23 қараша, жексенбі" on the 22nd announces something.
    for year in (*years, latest + 1):
        if weekday and exists(year, month, day) and weekday == date(year, month, day).isoweekday():
            return year
    return years[0] if years else latest


def exists(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has such a day."""
    try:
        datetime(year, month, day)  # noqa: DTZ001 - only asks the calendar
    except (ValueError, OverflowError):
        return False
    return True


def short_year(site: Site, group: str, time: Time) -> int | None:
    """Return the year of two digits in `group` in full, or None if it is none."""
    parts = _IN_FULL.get(group)
    if not (_is_in_full(site, parts) if parts else _is_abbreviated(site)):
        return None
    if group == "y22" and not (_is_called_day(site) or _has_hour(site, time)):
        return None
    year = site.value(group) or 0
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _is_in_full(site: Site, groups: tuple[str, ...]) -> bool:
    """Return whether each of some numbers has two digits: 1.2.18 is a version."""
    spans = [site.tokens.spans[site.match.start(group)] for group in groups]
    return all(end - start == len("00") for start, end in spans)


def _is_called_day(site: Site) -> bool:
    """Return whether a label stands right before a date: "Күні: 21-11-25"."""
    start = site.tokens.spans[site.match.start()][0]
    return _LABEL.search(fold(site.text[max(0, start - _MAX_LABEL) : start])) is not None


def _has_hour(site: Site, time: Time) -> bool:
    """Return whether a time of day belongs to a date: not to "(7172) 21-11-25", nor as when somebody answers, "09:00–18:00"."""
    codes = site.tokens.codes
    if time is NO_TIME or codes[: site.match.start()].rstrip().endswith(")"):
        return False
    return _GOES_ON.match(codes, site.match.end(time.group)) is None


def _is_abbreviated(site: Site) -> bool:
    """Return whether the year word of "21 сәуір 18 ж." is no more than a letter: not "21 сәуір 18 жыл бұрын"."""
    start, end = site.tokens.spans[site.match.start("word")]
    return end - start == 1

"""Displayed dates: text in, an aware datetime with its precision out, or a named reason why not.

Sources: kazakh.md sections 1 and 2, formats.md section 1, portals.md section 23. Nothing is guessed: day comes first in
numeric dates, always; a text without a year needs "now" (or the year) and says so; no clock is read here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from kznews.kazakh.date_grammar import CLOCK, DATE, MAY_BE_DATE, Tokens, tokenize
from kznews.kazakh.date_relative import read_ago, read_clock, read_day_word
from kznews.kazakh.date_site import NO_TIME, Context, Site
from kznews.kazakh.date_types import Basis, DateFault, DateReading, NoDate, Precision
from kznews.kazakh.date_values import read_calendar, read_time
from kznews.kazakh.zones import DEFAULT_ZONE

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["Basis", "DateFault", "DateReading", "NoDate", "Precision", "find_dates", "read_clock_list", "read_date"]

MAX_DATE: Final = 128
"""The longest text that read_date takes for a displayed date, in characters, after white space is squeezed."""
MAX_LINE: Final = 1000
"""How far into a text find_dates looks."""
_MARGIN: Final = 60
_MAX_WORDS_AROUND: Final = 4
_MAX_WORDS_AROUND_COARSE: Final = 2
_MAX_WORDS_TOLD: Final = 1  # "3 апта бұрын жарияланды"
# What is told to the caller when several candidates failed: the one that can be mended first.
_FAULTS: Final = (DateFault.NEEDS_NOW, DateFault.IMPOSSIBLE, DateFault.RANGE)


def read_date(
    text: str, *, now: datetime | None = None, zone: str = DEFAULT_ZONE, year: int | None = None
) -> DateReading | NoDate:
    """Return the one date that `text` displays, or NoDate with a reason from DateFault.

    `text` is a date with at most some furniture around it (section, views, author). Of several dates the one with a year
    and a time wins, then the first: a page's own clock shows no time. `now` (naive: in `zone`) serves relative texts and
    texts without a year, `year` the latter. Never raises for any text; an unknown zone raises as `zones.localize` does.
    Source: kazakh.md section 1.3.
    """
    if len(text) > MAX_DATE and (len(text) > MAX_LINE or len(" ".join(text.split())) > MAX_DATE):
        return NoDate(DateFault.TOO_LONG)
    found, faults = _scan(text, _context(now, zone, year))
    if not found:
        return NoDate(next((fault for fault in _FAULTS if fault in faults), DateFault.NO_DATE))
    return max(found, key=_likeliness)  # the first of equals


def find_dates(
    text: str, *, now: datetime | None = None, zone: str = DEFAULT_ZONE, year: int | None = None
) -> tuple[DateReading, ...]:
    """Return every date in the first 1,000 characters of a line, in order, with its place in `text`.

    What surrounds them can be cut by start and end. Time linear in the length; arguments and errors as for read_date.
    """
    if len(text) <= MAX_LINE:
        return tuple(_scan(text, _context(now, zone, year))[0])
    # A date at the cut may have lost its year.
    found, _ = _scan(text[:MAX_LINE], _context(now, zone, year))
    return tuple(reading for reading in found if reading.end <= MAX_LINE - _MARGIN)


def read_clock_list(times: Sequence[str], now: datetime, zone: str = DEFAULT_ZONE) -> list[DateReading | NoDate]:
    """Return a reading for each time of a list that shows times only, newest first.

    The first is the most recent such time; where the clock jumps up again, the list has run over midnight and goes on
    the day before. An item that is no time gives NoDate and changes nothing. Errors as for read_date.
    Source: portals.md section 7.
    """
    latest = _local(now, zone)
    found: list[DateReading | NoDate] = []
    for text in times:
        reading = _clock_only(text, tokenize(text[:MAX_DATE]), Context(zone, latest, None), hour_digits=1)
        found.append(reading or NoDate(DateFault.NO_DATE))
        if reading is not None:
            latest = reading.value
    return found


def _local(now: datetime, zone: str) -> datetime:
    tables = ZoneInfo(zone)
    try:
        return now.replace(tzinfo=tables) if now.tzinfo is None else now.astimezone(tables)
    except OverflowError:  # within hours of the calendar's ends
        return now.replace(tzinfo=tables)


def _context(now: datetime | None, zone: str, year: int | None) -> Context:
    return Context(zone, None if now is None else _local(now, zone), year)


def _scan(text: str, context: Context) -> tuple[list[DateReading], list[DateFault]]:
    tokens = tokenize(text)
    found: list[DateReading] = []
    faults: list[DateFault] = []
    for match in DATE.finditer(tokens.codes) if MAY_BE_DATE.search(tokens.codes) else ():
        result = _resolve(Site(match, tokens, text, context))
        if isinstance(result, DateReading):
            found.append(result)
        elif result is not None:
            faults.append(result)
    if not found and not faults and CLOCK.fullmatch(tokens.codes):
        clock = _clock_only(text, tokens, context)
        if clock is not None:
            found.append(clock)
        elif context.now is None:
            faults.append(DateFault.NEEDS_NOW)
    return found, faults


def _resolve(site: Site) -> DateReading | DateFault | None:
    match = site.match
    if match["range"]:
        return DateFault.RANGE
    if match["ago"]:
        ago = read_ago(site)
        coarse = isinstance(ago, DateReading) and ago.precision is Precision.COARSE
        told = coarse and _words_told(site) > _MAX_WORDS_TOLD
        return ago if _mostly_date(site, _MAX_WORDS_AROUND_COARSE if coarse else _MAX_WORDS_AROUND) and not told else None
    if match["day"]:
        # "Бүгін" begins many sentences; alone or with a time it is a date, not with any figure ("Бүгін 4.50").
        alone = not match["time"] and not _rest(site.tokens.codes, match).strip(" ,.|")
        return read_day_word(site) if alone or read_time(site) is not NO_TIME else None
    return read_calendar(site)


def _rest(codes: str, match: re.Match[str]) -> str:
    return codes[: match.start()] + codes[match.end() :]


def _mostly_date(site: Site, words: int) -> bool:
    """Return whether few words stand around: "10 жыл бұрын" in a title dates no page."""
    return _rest(site.tokens.codes, site.match).count("o") <= words


def _words_told(site: Site) -> int:
    """Return how many words in small letters follow: "25 жыл бұрын ашылған мектеп" tells of something."""
    tokens = site.tokens
    words = (at for at in range(site.match.end(), len(tokens.codes)) if tokens.codes[at] == "o")
    return sum(site.text[tokens.spans[at][0]].islower() for at in words)


def _clock_only(text: str, tokens: Tokens, context: Context, hour_digits: int = 2) -> DateReading | None:
    """Return the reading of a text that is a time of day and nothing else.

    One digit for the hour is how players write durations ("0:00"), so alone it does not do.
    """
    match = CLOCK.fullmatch(tokens.codes)
    if match is None or context.now is None:
        return None
    first, last = match.span("time")
    start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
    numbers = [tokens.values[at] for at in range(first, last, 2)]
    in_full = tokens.spans[first][1] - start >= hour_digits
    moment = read_clock(numbers, context.now, context.zone) if in_full else None
    if moment is None:
        return None
    precision = Precision.SECOND if len(numbers) > len("hm") else Precision.MINUTE
    value, ambiguous = moment
    raw = text[start:end]
    return DateReading(value, precision, Basis.DAY_FROM_NOW, raw, start, end, ambiguous, has_year=False, has_date=False)


def _likeliness(reading: DateReading) -> tuple[bool, bool, bool]:
    return reading.has_date, reading.has_year, reading.precision is not Precision.DAY

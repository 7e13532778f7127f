"""The masthead's clock: shown above the headline, kept as raw text beside the server's, never used as a date."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.cards import MIN_HEADLINE, stands_in_card
from kznews.extract.dates.displayed import MAX_DATELINE
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.widgets import RATES, words_around
from kznews.extract.zones import Zone, words_of
from kznews.items import PageClock
from kznews.kazakh.dates import Basis, find_dates

if TYPE_CHECKING:
    from kznews.extract.block import Block
    from kznews.extract.dates.published import Moment, Places, Published
    from kznews.extract.document import Document
    from kznews.kazakh.dates import DateReading

CLOCK_SPAN = timedelta(days=1000)
"""A clock that stands still is frozen for months, not for decades."""
NEAREST = tuple(timedelta(days=days) for days in (-366, -365, -1, 0, 1, 365, 366))
"""What a clock may lack that shows no year or no day: the one beside it that is nearest is meant."""
_MASTHEAD = frozenset((Zone.HEADER, Zone.NAV))
_TIME = re.compile(r"\d\d:\d\d(?::\d\d)?")
_PLAYER_WORDS = re.compile(r"(?<![a-z])(?:player|song|track|audio|video|duration|playlist)(?![a-z])")
_CLOCK_WORDS = re.compile(r"(?<![a-z])(?:clock|time|sagat|now)(?![a-z])")


def page_clock(places: Places, published: Published | None, moment: Moment) -> str | None:
    """Return the masthead's clock as shown, or None: the first date above the headline that is not the dateline."""
    blocks = places.blocks[: places.title_at] if places.title_at >= 0 else places.blocks
    for at, block in enumerate(blocks):
        said = block.spaced
        if (
            at in places.text
            or (published is not None and published.raw in said)
            or len(said) > MAX_DATELINE
            or not has_digit(said)
        ):
            continue
        if block.zone in (Zone.RELATED, Zone.ASIDE, Zone.COMMENTS, Zone.CRUMBS) or block.link_share > 0.5:  # noqa: PLR2004 - a list of links
            continue
        found = [reading for reading in find_dates(said, now=moment.now, zone=moment.zone) if _may_be_now(reading, moment)]
        if found and len(found[0].raw) >= 0.4 * len(said):
            carded = block.zone not in _MASTHEAD and stands_in_card(block, places.title)
            if not (carded or _is_in_card(blocks, at) or _is_of_rates(block)):  # a headline with a date is no clock
                return _with_time(found[0], blocks, at)
            continue
        if _is_time(block) and not _is_in_list(blocks, at) and not _is_of_rates(block):
            return said
    return None


def clock_of_layout(document: Document, selector: str) -> str | None:
    """Return what the elements of a layout's clock show: the first of each kind, for mobile headers repeat them; None without."""
    parts: dict[tuple[object, str | None], str] = {}
    for part in document.index.select(selector):
        parts.setdefault((part.tag, part.get("class")), spaced_text(part))
    return " ".join(parts.values()) or None


def _is_of_rates(block: Block) -> bool:
    """Return whether a day or a time is that of the rates: what closely holds it calls itself so."""
    return RATES.words.search(words_around(block)) is not None


def _is_time(block: Block) -> bool:
    """Return whether a block is the time of a clock; players write durations with one digit for the hour ("3:45")."""
    if not _TIME.fullmatch(block.spaced) or _PLAYER_WORDS.search(words_around(block)):
        return False
    return block.zone is Zone.HEADER or _CLOCK_WORDS.search(words_of(block.element)) is not None


def _is_in_list(blocks: list[Block], at: int) -> bool:
    """Return whether a time stands among others: those of a list's headlines."""
    others = (block.spaced for block in blocks if block.spaced != blocks[at].spaced and _TIME.fullmatch(block.spaced))
    return next(others, None) is not None or _is_in_card(blocks, at)


def _is_in_card(blocks: list[Block], at: int) -> bool:
    """Return whether a linked headline stands beside a date or a time in the same box."""
    box = blocks[at].element.getparent()
    return box is not None and any(
        len(block.links) == 1
        and block.link_share > 0.5  # noqa: PLR2004 - a link and little else
        and block.linked >= MIN_HEADLINE
        and box in islice(block.element.iterancestors(), 2)
        for block in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
    )


def beside(raw: str | None, served: str, zone: str) -> PageClock:
    """Return a page's clock with its distance from the response's Date header (RFC 9110 6.6.1), which may be missing or wrong.

    A clock without a year, or a time without a day, is the one nearest to that Date; a day without a time counts by whole
    days of `zone`. Never raises.
    """
    if not raw:
        return PageClock("")
    try:
        now = parsedate_to_datetime(served).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return PageClock(raw)
    found = find_dates(raw, now=now, zone=zone)
    if not found:
        return PageClock(raw)
    return PageClock(raw, round(_distance(found[0], raw, now).total_seconds()))


def _distance(reading: DateReading, raw: str, now: datetime) -> timedelta:
    """Return by how much a clock is ahead of `now`."""
    at, here = reading.value, now.astimezone(reading.value.tzinfo)
    if ":" not in raw:
        return min((at.date() + step - here.date() for step in _steps(reading)), key=abs)
    return min((at + step - here for step in _steps(reading)), key=abs)


def _steps(reading: DateReading) -> tuple[timedelta, ...]:
    if reading.has_year:
        return (timedelta(),)
    return tuple(step for step in NEAREST if abs(step) != timedelta(days=1)) if reading.has_date else NEAREST[2:5]


def _may_be_now(reading: DateReading, moment: Moment) -> bool:
    """Return whether a date may be a clock's: it has no year, or one near the fetch (a newspaper's founding day has not)."""
    if reading.basis is Basis.RELATIVE or not (reading.has_year or any(map(str.isalpha, reading.raw))):  # "17.11, 19:00": a match
        return False
    return reading.has_date and (not reading.has_year or abs(reading.value - moment.now) < CLOCK_SPAN)


def _with_time(reading: DateReading, blocks: list[Block], at: int) -> str:
    """Return the clock's date, with the time that stands in a block of its own nearby."""
    raw = reading.raw
    if ":" in raw:
        return raw
    for block in blocks[at + 1 : at + 4]:
        if _TIME.fullmatch(block.spaced):
            return f"{raw} {block.spaced}"
    return raw

"""The masthead's clock: shown above the headline, kept as raw text, never used as a date."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from kznews.extract.dateline import MAX_DATELINE
from kznews.extract.texts import has_digit
from kznews.extract.zones import Zone, words_of
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from kznews.extract.blocks import Block
    from kznews.extract.dateline import Moment, Places, Published
    from kznews.kazakh.dates import DateReading

CLOCK_SPAN = timedelta(days=1000)
"""A clock that stands still is frozen for months, not for decades."""
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
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
        if found and len(found[0].raw) >= 0.4 * len(said):  # a headline with a date in it is no clock
            return _with_time(found[0], blocks, at)
        if _TIME.fullmatch(said) and (block.zone is Zone.HEADER or _CLOCK_WORDS.search(words_of(block.element))):
            return said
    return None


def _may_be_now(reading: DateReading, moment: Moment) -> bool:
    """Return whether a date may be a clock's: it has no year, or one near the fetch (a newspaper's founding day has not)."""
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

"""Why a figure of a series is not to be relied on: named, shown beside it, never a reason to drop it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Flag(StrEnum):
    """What is wrong with an observation; `meaning` says it to people (docs/observations.md)."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    LEVEL = "level", "outside what the currency was worth in the year of the fetch"
    CROSS_RATE = "cross_rate", "two figures of the widget cannot stand together at the time of the fetch"
    BUY_OVER_SELL = "buy_over_sell", "bought for more than it is sold for"
    SEASON = "season", "outside what the city's climate allows in the month of the fetch"
    JUMP = "jump", "too far from the portal's last figure, and not confirmed twice"
    FROZEN = "frozen", "has not moved for days while others have"
    PLACEHOLDER = "placeholder", "a figure that stands for none: one for everything, or digits of a template"
    DISAGREES = "disagrees", "far from what other portals showed that day"
    OFF_OFFICIAL = "off_official", "far from the official rate of that day"


def named(flags: frozenset[Flag]) -> tuple[str, ...]:
    """Return the names of flags, in the order in which they are declared."""
    return tuple(flag.value for flag in Flag if flag in flags)

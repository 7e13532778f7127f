"""What a displayed date is read as: a reading with its precision and basis, or a named fault."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Precision(StrEnum):
    """How exactly the text states the moment."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    COARSE = "coarse"
    """Weeks, months or years ago: one CMS writes floor(days / 7, 30, 365)."""


class Basis(StrEnum):
    """What the reading stands on."""

    TEXT = "text"
    ISO = "iso"
    """A year-month-day stamp, as machines write it."""
    FEED = "rfc 2822"
    """A feed's date with its own offset."""
    YEAR_FROM_NOW = "text; year from now"
    YEAR_GIVEN = "text; year given"
    RELATIVE = "relative to now"
    DAY_FROM_NOW = "time only; day from now"


class DateFault(StrEnum):
    """Why a text gave no date."""

    NO_DATE = "no_date"
    IMPOSSIBLE = "impossible"
    """It has the form of a date, and no calendar has that day: 31 February."""
    NEEDS_NOW = "needs_now"
    """It has no year or counts from now, and the caller gave neither now nor the year."""
    RANGE = "range"
    """Several days: 28-30 November."""
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as displayed and as read."""

    value: datetime
    """Aware: in the zone asked for, or with the offset that the text itself states."""
    precision: Precision
    basis: str
    """One of Basis."""
    raw: str
    """Exactly as displayed: text[start:end]."""
    start: int
    end: int
    ambiguous: bool = False
    """The wall time happened twice or was skipped when clocks were changed."""
    has_year: bool = True
    has_date: bool = True
    """False for a time of day alone."""


@dataclass(frozen=True, slots=True)
class NoDate:
    """A text that was not read, and why."""

    reason: str
    """One of DateFault."""

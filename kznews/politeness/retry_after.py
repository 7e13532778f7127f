"""Retry-After (RFC 9110 10.2.3): for how long a server wants to be left alone."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LONGEST = timedelta(days=1)
"""A host that asks for more (10^9 seconds are 31 years) is asked again after a day: one request, which it may refuse again."""
_SECONDS = re.compile(r"[0-9]{1,20}")
_MAX_LETTERS = 64  # a date has 29


def wanted_pause(value: str, *, now: datetime, date: str = "") -> timedelta | None:
    """Return how long to wait, at most LONGEST; zero for a moment that has passed, None for a value that says nothing.

    `value` is the header: seconds, or a date. A date is meant by the server's clock, which `date` (its header Date) tells;
    `now` (aware) is used where that says nothing.
    """
    value = value.strip()
    if _SECONDS.fullmatch(value):
        return timedelta(seconds=min(int(value), LONGEST.total_seconds()))
    until = _instant(value)
    if until is None:
        return None
    return min(max(until - (_instant(date) or now), timedelta(0)), LONGEST)


def _instant(text: str) -> datetime | None:
    """Return an HTTP date in UTC; None for anything else."""
    if len(text) > _MAX_LETTERS:
        return None
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

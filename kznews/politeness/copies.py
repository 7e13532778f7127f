"""The copy of a robots.txt between two looks at it: until when it counts, and what follows from an answer (RFC 9309 2.3, 2.4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

FRESH = timedelta(hours=24)
"""For so long a copy counts, and nobody is asked (RFC 9309 2.4); after that it counts for nothing, whatever the answer is."""
FOR_A_PERSON = timedelta(days=30)
"""After so long without an answer RFC 9309 2.3.1.4 leaves the decision to the crawler; here a person is told, and decides."""


class Look(Enum):
    """What an answer to the request for a robots.txt means."""

    READ = "read"
    """2xx: its body holds the rules."""
    ABSENT = "absent"
    """4xx: there are no rules, everything is allowed."""
    UNREACHABLE = "unreachable"
    """Anything else, and 429: nothing is allowed for now."""


def look(status: int) -> Look:
    """Return what the final status of an answer means.

    >>> [look(status).value for status in (200, 204, 404, 403, 429, 500, 301)]
    ['read', 'read', 'absent', 'absent', 'unreachable', 'unreachable', 'unreachable']
    """
    if 200 <= status < 300:  # noqa: PLR2004 - the classes of HTTP
        return Look.READ
    if 400 <= status < 500 and status != 429:  # noqa: PLR2004 - "too many requests" speaks of us, not of the file
        return Look.ABSENT
    return Look.UNREACHABLE


@dataclass(frozen=True, kw_only=True)
class RobotsCopy:
    """What is known of the robots.txt of one origin."""

    origin: str
    """Scheme, host and port, where that is not the scheme's own: "https://qamshy.kz"."""
    asked_at: datetime
    status: int | None = None
    """Of the last answer; None if there was none."""
    detail: str = ""
    """One line on why the last look failed."""
    body: str | None = None
    """Text of the last good answer, "" where there was no file; None if there never was a good answer."""
    read_at: datetime | None = None
    """When that was."""
    unreachable_since: datetime | None = None
    """Of the first look without a good answer since then; None after a good one."""

    @property
    def values(self) -> dict[str, Any]:
        """The columns of the table `robots`."""
        return dict(vars(self))

    def counts(self, now: datetime) -> bool:
        """Return whether the copy is to be obeyed at `now`, without another look. A copy from the future is not believed."""
        return self.read_at is not None and timedelta(0) <= now - self.read_at < FRESH

    def needs_a_person(self, now: datetime) -> bool:
        """Return whether the file has been out of reach for so long that a person has to decide."""
        return self.unreachable_since is not None and now - self.unreachable_since > FOR_A_PERSON


def after_good(origin: str, now: datetime, *, status: int, body: str) -> RobotsCopy:
    """Return the copy after a good answer."""
    return RobotsCopy(origin=origin, asked_at=now, status=status, body=body, read_at=now)


def after_bad(origin: str, now: datetime, old: RobotsCopy | None, *, status: int | None, detail: str) -> RobotsCopy:
    """Return the copy after a look that failed: what it held stays, as long as it counts."""
    known = old or RobotsCopy(origin=origin, asked_at=now)
    since = known.unreachable_since or now
    return replace(known, asked_at=now, status=status, detail=detail, unreachable_since=since)

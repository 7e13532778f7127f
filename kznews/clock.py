"""The only place that reads the time.

Everything else asks here, so that tests can freeze the clock and a replayed page's "now" is the moment of its capture.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_frozen: datetime | None = None


def now() -> datetime:
    """Return the current time as an aware datetime in UTC, or the frozen time inside `frozen`."""
    return _frozen or datetime.now(UTC)


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Make `now` return `at` for the length of the block; raises ValueError for a naive datetime."""
    global _frozen  # noqa: PLW0603 - one process has one clock
    before, _frozen = _frozen, aware_utc(at)
    try:
        yield
    finally:
        _frozen = before


def ticks() -> float:
    """Return seconds of the machine's monotonic clock: for delays, which no setting of the date may shorten.

    Every process of a machine reads the same one, from its start on.
    """
    return time.monotonic()


def worked() -> float:
    """Return the seconds of a processor that this thread has used: what it has done, however busy the machine is."""
    return time.thread_time()


async def wait(seconds: float) -> None:
    """Wait without holding up anything else; returns at once for 0 or less."""
    await asyncio.sleep(max(0.0, seconds))


def aware_utc(value: datetime) -> datetime:
    """Return `value` in UTC; raises ValueError if it is naive."""
    if value.tzinfo is None or value.utcoffset() is None:
        message = f"a datetime without a zone: {value.isoformat()}"
        raise ValueError(message)
    return value.astimezone(UTC)


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant with its offset, in UTC; raises ValueError for anything else, a missing offset included."""
    return aware_utc(datetime.fromisoformat(text))

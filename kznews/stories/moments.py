"""When a text was out at the latest: what tells who was first."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH: Final[Mapping[str, timedelta]] = MappingProxyType(
    {"second": timedelta(0), "minute": timedelta(0), "hour": timedelta(hours=1), "day": timedelta(days=1)}
)


def out_by(published_at: datetime | None, precision: str | None, first_seen: datetime) -> datetime:
    """Return the instant by which a text was certainly out; datetimes are aware.

    A portal that prints the day alone may have published at any hour of it: the end of the day counts, or else it would be
    first in every story. "2 weeks ago" and no date at all prove nothing but that we saw it; nothing is out after we saw it.
    """
    if published_at is None or (precision is not None and precision not in _WIDTH):
        return first_seen
    return min(published_at + _WIDTH.get(precision or "second", timedelta(0)), first_seen)

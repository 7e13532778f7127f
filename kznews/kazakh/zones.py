"""Wall times of Kazakhstan as instants, from zoneinfo (kazakh.md section 2).

One constant offset is wrong: Almaty and Astana were at +6 (in summer +7 until 2004) and are at +5 since March 2024.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

DEFAULT_ZONE: Final = "Asia/Almaty"
"""The zone of the national portals; western titles name Asia/Aqtobe, Asia/Aqtau, Asia/Atyrau or Asia/Oral."""

ZONES: Final = (
    "Asia/Almaty",
    "Asia/Qostanay",
    "Asia/Qyzylorda",
    "Asia/Aqtobe",
    "Asia/Aqtau",
    "Asia/Atyrau",
    "Asia/Oral",
)
"""The zones of Kazakhstan."""


class ZoneTablesError(RuntimeError):
    """The machine's zone tables are older than Kazakhstan's change of 2024 and would date every page an hour wrong."""


def localize(naive: datetime, zone: str = DEFAULT_ZONE) -> tuple[datetime, bool]:
    """Return the wall time `naive` as an aware datetime in `zone`, and whether the clock leaves it in doubt.

    In doubt is a time that happened twice (the earlier one is returned) and one that was skipped (returned an hour on,
    as clocks then showed). Raises ZoneInfoNotFoundError or ValueError for a zone that does not exist, and OverflowError
    at the very ends of the calendar.
    """
    tables = ZoneInfo(zone)
    first = naive.replace(tzinfo=tables, fold=0)
    # The same wall time read before and after a change of the clocks: equal unless it is near one.
    before, after = first.utcoffset(), first.replace(fold=1).utcoffset()
    if before == after or before is None or after is None:
        return first, False
    if before < after:  # skipped
        return first.astimezone(UTC).astimezone(tables), True
    return first, True


def check_tables() -> None:
    """Return nothing if Asia/Almaty is at +5 on 2025-01-01; raise ZoneTablesError if not.

    Tables older than tzdata 2024a say +6 for ever, and zoneinfo takes the system's tables before the tzdata package's.
    """
    offset = datetime(2025, 1, 1, tzinfo=ZoneInfo(DEFAULT_ZONE)).utcoffset()
    if offset != timedelta(hours=5):
        raise ZoneTablesError(f"Asia/Almaty is at {offset} on 2025-01-01, not at +5: update tzdata (2024a or newer)")

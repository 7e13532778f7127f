"""Displayed dates with what stands around them on portals, written down before the code was asked (cases/dates*.tsv)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kznews.kazakh.dates import DateReading, Precision, read_date
from tests.kazakh.cases import rows

NOW = datetime(2025, 11, 22, 12, 0, tzinfo=ZoneInfo("Asia/Almaty"))
LENGTHS = {Precision.DAY: 10, Precision.HOUR: 16, Precision.MINUTE: 16, Precision.SECOND: 19}
FAULTS = {"none": {"no_date", "needs_now"}, "range": {"range"}, "impossible": {"impossible"}}


def shown(text: str) -> str:
    """Return what was read in the notation of the file."""
    found = read_date(text, now=NOW)
    if not isinstance(found, DateReading):
        return str(found.reason)
    if found.precision is Precision.COARSE:
        return f"~{found.value:%Y-%m-%d}"
    offset = found.value.replace(tzinfo=NOW.tzinfo).utcoffset() == found.value.utcoffset()
    return found.value.isoformat()[: LENGTHS[found.precision]] + ("" if offset else found.value.isoformat()[19:])


@pytest.mark.parametrize(("text", "expected"), [*rows("dates"), *rows("dates-2")])
def test_displayed_date(text: str, expected: str) -> None:
    found = shown(text)
    assert found in FAULTS.get(expected, {expected})

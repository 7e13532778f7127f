"""Retry-After in both forms, by a server whose clock may be wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kznews.politeness.retry_after import LONGEST, wanted_pause

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
IN_A_MINUTE = "Wed, 25 Nov 2026 12:01:00 GMT"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        ("7", 7),
        (" 120 ", 120),
        ("1000000000", LONGEST.total_seconds()),
        ("99999999999999999999", LONGEST.total_seconds()),
        ("-1", None),
        ("1.5", None),
        ("1e3", None),
        ("", None),
        ("soon", None),
        ("٧", None),
        ("7" * 5000, None),
        ("Wed, 99 Nov 2026 12:01:00 GMT", None),
        ("x" * 100_000, None),
        (IN_A_MINUTE, 60),
        ("Wednesday, 25-Nov-26 12:01:00 GMT", 60),
        ("Wed Nov 25 12:01:00 2026", 60),
        ("Wed, 25 Nov 2026 17:01:00 +0500", 60),
        ("Wed, 25 Nov 2026 11:00:00 GMT", 0),
        ("Wed, 25 Nov 2099 12:00:00 GMT", LONGEST.total_seconds()),
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),
    ],
)
def test_seconds_and_dates_are_read_and_garbage_says_nothing(value: str, seconds: float | None) -> None:
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert wanted_pause(value, now=NOW) == expected


@pytest.mark.parametrize("skew", [-86_400 * 365, -3600, 0, 600, 86_400])
def test_a_date_is_meant_by_the_clock_of_the_server(skew: int) -> None:
    there = NOW + timedelta(seconds=skew)
    until = there + timedelta(seconds=60)
    pause = wanted_pause(f"{until:%a, %d %b %Y %H:%M:%S} GMT", now=NOW, date=f"{there:%a, %d %b %Y %H:%M:%S} GMT")
    assert pause == timedelta(seconds=60)


def test_a_date_header_that_says_nothing_is_passed_over() -> None:
    assert wanted_pause(IN_A_MINUTE, now=NOW, date="yesterday") == timedelta(seconds=60)

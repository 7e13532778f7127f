"""Which days a report looks at, and how finely."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kznews.report.window import LONGEST, Window, choose
from kznews.store.overview import Extent

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)  # the 26th in Kazakhstan


@pytest.mark.parametrize(
    ("last", "step", "columns"),
    [
        (date(2026, 3, 16), "day", 1),
        (date(2026, 5, 16), "day", 62),
        (date(2026, 5, 17), "month", 3),
        (date(2029, 2, 28), "month", 36),
        (date(2029, 3, 1), "year", 4),
    ],
)
def test_a_longer_window_is_told_more_coarsely(last: date, step: str, columns: int) -> None:
    window = Window(date(2026, 3, 16), last)
    assert (window.step, len(window.columns)) == (step, columns)
    assert window.columns[0] == "2026-03-16"[: len(window.columns[0])]
    assert window.column_of(last.isoformat()) == window.columns[-1]


def test_days_outside_have_no_column() -> None:
    window = Window(date(2026, 3, 16), date(2026, 3, 18))
    assert [window.column_of(day) for day in ("2026-03-15", "2026-03-16", "2026-03-18", "2026-03-19")] == [
        None,
        "2026-03-16",
        "2026-03-18",
        None,
    ]


def test_its_instants_are_those_of_kazakhstans_midnights() -> None:
    span = Window(date(2026, 3, 16), date(2026, 3, 16)).span
    assert (span.since, span.until) == (datetime(2026, 3, 15, 19, tzinfo=UTC), datetime(2026, 3, 16, 19, tzinfo=UTC))


def test_an_instant_of_its_days_on_any_clock_is_in_its_wide_span() -> None:
    wide = Window(date(2026, 3, 16), date(2026, 3, 16)).wide
    assert wide.since is not None
    assert wide.until is not None
    for clock in (timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))):
        assert wide.since <= datetime(2026, 3, 16, tzinfo=clock)
        assert datetime(2026, 3, 16, 23, 59, tzinfo=clock) < wide.until


def test_months_of_long_windows_only() -> None:
    assert Window(date(2026, 3, 1), date(2026, 3, 31)).months().step == "day"
    assert Window(date(2016, 3, 1), date(2026, 3, 31)).months().step == "month"


def test_backwards_is_no_window() -> None:
    with pytest.raises(ValueError, match="after"):
        Window(date(2026, 3, 2), date(2026, 3, 1))


def test_it_ends_today_if_the_crawl_goes_on() -> None:
    reach = Extent(datetime(2020, 1, 1, tzinfo=UTC), datetime(2026, 11, 20, tzinfo=UTC))
    assert choose(NOW, reach, 31) == Window(date(2026, 10, 27), date(2026, 11, 26))


def test_it_ends_with_the_newest_fetch_of_a_store_that_is_older() -> None:
    reach = Extent(datetime(2011, 1, 1, tzinfo=UTC), datetime(2026, 5, 31, 10, tzinfo=UTC))
    assert choose(NOW, reach, 31) == Window(date(2026, 5, 1), date(2026, 5, 31))


def test_everything_reaches_from_the_first_publication_to_the_newest_fetch() -> None:
    reach = Extent(datetime(2011, 1, 1, tzinfo=UTC), datetime(2026, 5, 31, 10, tzinfo=UTC))
    assert choose(NOW, reach, 0) == Window(date(2011, 1, 1), date(2026, 5, 31))


@pytest.mark.parametrize("days", [0, 1, 31])
def test_an_empty_store_has_a_window_too(days: int) -> None:
    assert choose(NOW, Extent(), days).last == date(2026, 11, 26)


def test_the_longest_window_has_a_first_day() -> None:
    window = choose(NOW, Extent(), LONGEST)
    assert (window.first.year, window.step) == (1926, "year")


@pytest.mark.parametrize(("ago", "first"), [(6, date(2026, 11, 20)), (7, date(2026, 11, 13))])
def test_a_store_that_was_fed_on_the_first_day_of_the_window_is_told_up_to_today(ago: int, first: date) -> None:
    fed = NOW - timedelta(days=ago)
    assert choose(NOW, Extent(first=fed, last=fed, fetched=fed), 7).first == first

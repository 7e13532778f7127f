"""Wall times of Kazakhstan as instants."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from kznews.kazakh import zones


@pytest.mark.parametrize(
    ("wall", "zone", "instant"),
    [
        ("2003-07-15T12:00", "Asia/Almaty", "2003-07-15T05:00"),
        ("2018-04-21T19:46", "Asia/Almaty", "2018-04-21T13:46"),
        ("2018-04-21T19:46", "Asia/Aqtau", "2018-04-21T14:46"),
        ("2019-06-01T12:00", "Asia/Qyzylorda", "2019-06-01T07:00"),
        ("2025-10-30T12:00", "Asia/Almaty", "2025-10-30T07:00"),
    ],
)
def test_a_wall_time_is_the_instant_of_its_zone_and_day(wall: str, zone: str, instant: str):
    value, ambiguous = zones.localize(datetime.fromisoformat(wall), zone)
    assert value.astimezone(UTC).replace(tzinfo=None) == datetime.fromisoformat(instant)
    assert not ambiguous


def test_the_hour_that_happened_twice_is_flagged_and_read_as_the_first():
    value, ambiguous = zones.localize(datetime.fromisoformat("2024-02-29T23:30"))
    assert ambiguous
    assert value.utcoffset() == timedelta(hours=6)


def test_the_hours_around_the_doubled_one_are_not_flagged():
    assert not zones.localize(datetime.fromisoformat("2024-02-29T22:59"))[1]
    assert not zones.localize(datetime.fromisoformat("2024-03-01"))[1]


def test_an_hour_that_was_skipped_is_flagged_and_moved_on():
    value, ambiguous = zones.localize(datetime.fromisoformat("2003-03-30T02:30"))
    assert ambiguous
    assert (value.hour, value.minute) == (3, 30)


def test_every_zone_of_the_list_is_known_and_at_plus_five_now():
    assert {ZoneInfo(zone).utcoffset(datetime.fromisoformat("2025-01-01")) for zone in zones.ZONES} == {timedelta(hours=5)}


def test_an_unknown_zone_is_an_error():
    with pytest.raises(ZoneInfoNotFoundError):
        zones.localize(datetime.fromisoformat("2025-01-01"), "Asia/Nowhere")


def test_the_tables_of_this_machine_pass():
    zones.check_tables()


def test_tables_that_know_nothing_of_2024_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(zones, "ZoneInfo", lambda _: ZoneInfo("Etc/GMT-6"))
    with pytest.raises(zones.ZoneTablesError, match="2024a"):
        zones.check_tables()

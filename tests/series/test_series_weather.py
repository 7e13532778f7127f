"""What is thought of temperatures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kznews.kazakh.cities import CITIES
from kznews.series.climate import MEANS, possible
from kznews.series.flags import Flag
from tests.series.samples import degrees, flags, judged_weather, on_days


def test_every_city_has_a_climate_and_every_climate_a_city() -> None:
    assert set(MEANS) == {city.key for city in CITIES}
    assert all(len(means) == 12 for means in MEANS.values())


@pytest.mark.parametrize("day", ["2022-12-15", "2023-01-10", "2023-02-20", "2022-11-20"])
def test_thirty_five_degrees_do_not_fit_almaty_s_winter(day: str) -> None:
    assert flags(judged_weather([degrees("almaty", "35", day)])) == ["season"]


def test_thirty_five_degrees_fit_almaty_s_summer() -> None:
    assert flags(judged_weather([degrees("almaty", "35", "2018-07-21")])) == [""]


def test_elorda_s_minus_ten_does_not_fit_may() -> None:
    assert flags(judged_weather([degrees("astana", "-10", "2024-05-16")])) == [""], "the record of a May is -10.8"
    assert flags(judged_weather([degrees("astana", "-10", "2024-06-16")])) == ["season"]


@pytest.mark.parametrize(
    ("city", "month", "record"),
    [
        ("astana", 1, "-51.6"),
        ("astana", 7, "41.6"),
        ("astana", 7, "2.3"),
        ("astana", 12, "-43.5"),
        ("astana", 12, "5.2"),
        ("astana", 1, "5.0"),
    ],
)
def test_records_are_possible(city: str, month: int, record: str) -> None:
    limits = possible(city, month)
    assert limits is not None
    assert limits[0] <= Decimal(record) <= limits[1]


def test_an_unknown_city_has_no_season() -> None:
    assert flags(judged_weather([degrees("Алғабас", "35", "2022-12-15")])) == [""]


def test_a_jump_within_a_day() -> None:
    jump = [degrees("oral", "-25", "2023-03-01 06:00"), degrees("oral", "9", "2023-03-01 15:00")]
    assert flags(judged_weather(jump)) == ["", "jump"]
    later = [degrees("oral", "-25", "2023-03-01 06:00"), degrees("oral", "9", "2023-03-05 15:00")]
    assert flags(judged_weather(later)) == ["", ""]
    witnesses = [degrees("oral", value, "2023-03-01 14:00", portal=name) for name, value in (("r", "7"), ("s", "10"))]
    assert flags(judged_weather([*jump, *witnesses]))[1] == ""


def test_a_temperature_that_stands() -> None:
    days = on_days("2023-03-01", 9)
    alone = judged_weather([degrees("oral", "1", day) for day in days])
    assert [Flag.FROZEN in point.flags for point in alone] == [False] * 7 + [True] * 2
    moving = [degrees("oral", str(at * 3 - 9), day, portal="r") for at, day in enumerate(days)]
    beside = judged_weather([*(degrees("oral", "1", day) for day in days), *moving])
    assert [Flag.FROZEN in point.flags for point in beside[:9]] == [False] * 3 + [True] * 6


def test_one_figure_for_every_city() -> None:
    four = [degrees(city, "0", "2023-04-01") for city in ("astana", "almaty", "aqtau", "semey")]
    assert flags(judged_weather(four)) == ["placeholder"] * 4
    assert flags(judged_weather(four[:3])) == [""] * 3
    assert flags(judged_weather([*four[:3], degrees("semey", "1", "2023-04-01")])) == [""] * 4


def test_portals_that_disagree_about_an_hour() -> None:
    group = [degrees("oral", value, "2023-03-01", portal=name) for name, value in (("a", "20"), ("b", "1"), ("c", "3"))]
    assert flags(judged_weather(group)) == ["disagrees", "", ""]

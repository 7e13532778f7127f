"""Observations and official rates in the store: one row per figure and hour, the clock beside it, whatever the order."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kznews.items import ExchangeRate, PageClock, Weather
from kznews.kazakh.numbers import read_number
from kznews.report.observed import OFFICIAL
from kznews.report.window import Window
from kznews.series import rates, weather
from kznews.series.query import points_of_all, rate_series, temperature_series
from kznews.spiders.nationalbank import NationalBank
from kznews.store import overview
from tests.series.samples import SEED, SEED_CLOCK, moment, official, record

FIGURES = tuple(ExchangeRate(currency=code, value=Decimal(value), raw=f"{code} {value}") for code, value in SEED.items())
WARM = Weather(city="Алматы", city_key="almaty", temperature=Decimal(35), raw="+35°")
CLOCK = PageClock(SEED_CLOCK, -20)


def world():
    """Return records of two portals and a bank, with much that competes for one row."""
    found = [
        record((*FIGURES, WARM), f"2022-12-15 09:{minute:02}", clock=PageClock(SEED_CLOCK, minute)) for minute in range(0, 50, 10)
    ]
    found += [record(FIGURES[:2], "2022-12-15 09:00", clock=PageClock(SEED_CLOCK)), record(FIGURES[:2], "2022-12-15 09:00")]
    found += [record(FIGURES[2:3], "2022-12-15 09:00", clock=PageClock(SEED_CLOCK))]
    found += [record(FIGURES[:1], "2022-12-15 10:00"), record((*FIGURES, WARM), "2022-12-16 09:00", portal="p", clock=CLOCK)]
    found += [record((ExchangeRate(currency="USD", value=Decimal("470.1"), raw="USD 470.1"),), "2022-12-15 09:05")]
    found += [
        record(tuple(official("USD", d2022_12_15=value)), f"2022-12-15 {hour}:00", portal="bank")
        for hour, value in ((14, "468.6"), (15, "468.9"))
    ]
    found += [record(tuple(official("USD", d2022_12_15="469.0")), "2022-12-15 15:00", portal="bank")]
    return found


def test_a_hundred_orders_give_one_dump(emptied):
    expected = None
    for seed in range(100):
        records = world()
        random.Random(seed).shuffle(records)
        store = emptied()
        for one in records if seed < 10 else ():
            store.commit([one])
        if seed >= 10:
            store.commit(records)
        dump = list(store.dump())
        expected = expected or dump
        assert dump == expected


def test_a_widget_on_many_pages_of_an_hour_is_one_row_per_figure(store):
    store.commit(world())
    rows = list(store.observations("q", "rate", keys=["EUR"]))
    assert [(one.first_seen, one.last_seen) for one in rows] == [(moment("2022-12-15 09:00"), moment("2022-12-15 09:40"))]
    assert len(list(store.observations("q", "rate", keys=["USD"]))) == 3, "an hour, another value in it, another hour"


def test_the_page_s_clock_stands_beside_the_figure_and_dates_nothing(store):
    store.commit([record((WARM,), "2022-12-16 09:00", clock=CLOCK)])
    (seen,) = store.observations()
    assert seen.clock == CLOCK
    assert seen.first_seen == moment("2022-12-16 09:00")


def test_the_later_reading_of_an_official_rate_counts(store):
    store.commit(world())
    assert [rate.value for rate in store.official_rates(["USD"])] == [Decimal("469.0")]
    assert list(store.observations("bank")) == []


def test_the_report_s_official_line_is_the_bank_s(store):
    store.commit(world())
    with store.database.read() as connection:
        found = list(overview.official_by_day(connection, ["USD", "EUR"], overview.Span(since=moment("2022-12-15"))))
        assert list(overview.official_by_day(connection, ["USD"], overview.Span(since=moment("2022-12-16")))) == []
    assert found == [overview.Figure("bank", "USD", "official", "2022-12-15", 469.0)]
    assert NationalBank.name == OFFICIAL


def test_official_rates_are_those_of_kazakhstan_s_days(store):
    bank = official("USD", d2022_11_30="465", d2022_12_01="466", d2022_12_31="462", d2023_01_01="463")
    store.commit([record(tuple(bank), "2022-12-15", "bank")])
    december = Window(date(2022, 12, 1), date(2022, 12, 31)).span
    with store.database.read() as connection:
        found = [figure.day for figure in overview.official_by_day(connection, ["USD"], december)]
    assert found == ["2022-12-01", "2022-12-31"]


@pytest.mark.parametrize("figure", [Weather(city=None, temperature=Decimal(5)), ExchangeRate(currency="", value=Decimal(5))])
def test_a_figure_without_city_or_currency_is_never_stored(store, figure):
    store.commit([record((figure,), "2022-12-15")])
    assert list(store.observations()) == []


def test_a_series_is_read_with_flags_and_zone(store):
    store.commit(world())
    since, until = moment("2022-12-15 00:00"), moment("2022-12-17 00:00")
    series = rate_series(store, "USD", since=since, until=until, zones={"q": "Asia/Aqtau"})
    assert [rate.value for rate in series.official] == [Decimal("469.0")]
    assert series.portals == ("p", "q")
    assert [point.value for point in series.of("q")] == [Decimal("468.56"), Decimal("470.1"), Decimal("468.56")]
    assert {point.at.utcoffset() for point in series.of("q")} == {timedelta(hours=5)}
    assert {point.at.utcoffset() for point in series.of("p")} == {timedelta(hours=6)}
    assert all(point.plausible for point in series.points)
    assert [point.named_flags for point in temperature_series(store, "almaty").points] == [("season",), ("season",)]
    assert rate_series(store, "USD", portals=["p"]).portals == ("p",)
    assert rate_series(store, "USD", since=until).points == ()


def test_the_same_value_of_many_hours_is_seen_as_frozen_in_any_span(store):
    """What stood before the span that is asked for is known all the same."""
    start = moment("2022-12-01")
    records = [record(FIGURES[:1], (start + timedelta(days=day)).strftime("%Y-%m-%d %H:%M")) for day in range(20)]
    store.commit(records)
    series = rate_series(store, "USD", since=start + timedelta(days=18), until=start + timedelta(days=19))
    assert [point.named_flags for point in series.points] == [("frozen",)]


CITIES = ("almaty", "astana", "oral", "semei")
CODES = ("USD", "EUR", "RUB", "KGS", "GBP")


def _same_all_over(days):
    """Return records of a portal that shows one temperature for every city and one rate for every currency."""
    warm = [Weather(city=city, city_key=city, temperature=Decimal(5), raw="+5°") for city in CITIES]
    shown = [ExchangeRate(currency=code, value=Decimal("478.5"), raw="478,5") for code in CODES]
    return [record((*warm, *shown), f"2022-12-{day:02}") for day in range(1, days + 1)]


def test_figures_of_all_are_judged_as_each_in_its_own_series(store):
    store.commit(_same_all_over(9))
    span = {"since": moment("2022-12-03"), "until": moment("2022-12-08")}
    both = (("rate", CODES, rate_series), ("weather", CITIES, temperature_series))
    for kind, keys, series in both:
        apart = [(one.key, one.at, one.flags) for key in keys for one in series(store, key, **span).points]
        assert len(apart) == 5 * len(keys)
        assert any(flags for *_, flags in apart)
        found = [(one.key, one.at, one.flags) for one in points_of_all(store, kind, keys, **span)]
        assert sorted(found, key=str) == sorted(apart, key=str)
        assert {one.key for one in points_of_all(store, kind, keys[1:3], **span)} == set(keys[1:3])
        assert list(points_of_all(store, kind, (), **span)) == []


def test_what_is_judged_together_is_judged_once(store, monkeypatch):
    """A report of twenty cities once judged the figures of all twenty for each of them."""
    store.commit(_same_all_over(3))
    judged = []
    for module in (rates, weather):
        own = module.judged
        monkeypatch.setattr(module, "judged", lambda points, *more, own=own: judged.append(len(points)) or own(points, *more))
    list(points_of_all(store, "weather", CITIES))
    assert judged == [3 * len(CITIES)]
    judged.clear()
    list(points_of_all(store, "rate", CODES))
    assert sorted(judged) == [3, 3, 3 * 3], "the dollar with what is compared with it, and each other currency alone"


def _strings():
    """Return 300 figures as portals print them, each with the decimal that it is (reliability rule W1)."""
    rng = random.Random(8)
    for number in range(300):
        whole, fraction = str(rng.randrange(1, 9_999_999)), "".join(rng.choices("0123456789", k=rng.randrange(5)))
        blank = rng.choice([" ", "\u00a0", "\u2009", "\u202f"])
        grouped = f"{int(whole):,}".replace(",", blank) if number % 3 else whole
        sign = rng.choice(["", "", "+", "-", "\u2212", "\u2013"])
        mark = rng.choice(".,") if fraction else ""
        exact = f"{'-' if sign not in ('', '+') else ''}{whole}{'.' if fraction else ''}{fraction}"
        yield f"{sign}{grouped}{mark}{fraction}", exact


def test_three_hundred_figures_come_back_digit_by_digit(emptied):
    for_units = (1, 10, 100, 1000)
    store = emptied()
    expected = []
    for number, (shown, exact) in enumerate(_strings()):
        value = read_number(shown)
        assert value is not None, shown
        assert format(value, "f") == exact, shown
        figure = ExchangeRate(currency="JPY", value=value, nominal=for_units[number % 4], raw=shown)
        store.commit([record((figure,), f"20{10 + number // 24:02}-01-01 {number % 24:02}:00")])
        expected.append((exact, figure.nominal, shown))
    found = [(format(one.value.value, "f"), one.value.nominal, one.value.raw) for one in store.observations(kind="rate")]
    assert sorted(found) == sorted(expected)

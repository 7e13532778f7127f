"""What is thought of exchange rates: each rule with a case that it flags, and the neighbour that it must not flag."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest

from kznews.series import bands
from kznews.series.flags import Flag
from kznews.series.rates import OfficialLine
from tests.series.samples import SEED, flags, judged_rates, official, on_days, rate, widget
from tests.support.shared import shared_json


@pytest.mark.parametrize(
    "day", ["2018-04-21", "2018-04-24", "2019-04-24", "2022-04-24", "2023-04-24", "2024-04-24", "2025-04-24", "2026-04-24"]
)
def test_the_seed_s_rates_are_implausible_for_april_and_for_2018(day: str) -> None:
    assert all(flags(judged_rates(widget(SEED, day))))


@pytest.mark.parametrize("day", ["2022-12-01", "2022-12-14", "2022-12-16", "2022-12-19"])
def test_the_seed_s_rates_fit_december_2022(day: str) -> None:
    assert flags(judged_rates(widget(SEED, day))) == [""] * 4


def test_nothing_is_dropped_and_every_figure_is_exact() -> None:
    points = judged_rates(widget(SEED, "2018-04-24"))
    assert {point.key: point.value for point in points} == {code: Decimal(value) for code, value in SEED.items()}


@pytest.mark.parametrize(
    "header", ["439.43 473.31 4.82 2023-02-24", "503.05 542.99 5.98 2023-10-31", "520.93 609.07 6.68 2018-10-30"]
)
def test_headers_of_other_portals_do_not_fit_their_articles(header: str) -> None:
    usd, eur, rub, day = header.split()
    assert any(flags(judged_rates(widget({"USD": usd, "EUR": eur, "RUB": rub}, day))))


def test_every_dated_anchor_fits_its_day() -> None:
    """The table is checked against figures that were read on dated pages."""
    for anchor in shared_json("rates.json")["anchors"]:
        shown = {code: str(anchor[code]) for code in SEED if anchor.get(code)}
        found = judged_rates(widget(shown, anchor["date"]))
        assert flags(found) == [""] * len(shown), anchor


def test_a_year_without_a_table_widens_the_last_one() -> None:
    last, later = bands.level("USD", date(2026, 6, 1)), bands.level("USD", date(2029, 6, 1))
    assert last is not None
    assert later is not None
    assert later.low < last.low < last.high < later.high
    assert bands.level("USD", date(1998, 6, 1)) is bands.level("XXX", date(2020, 1, 1)) is None


def test_a_cross_rate_is_judged_by_figures_of_one_moment() -> None:
    assert flags(judged_rates([rate("USD", "445", "2024-05-16"), rate("RUB", "7.3", "2024-05-16")])) == [
        "cross_rate",
        "level cross_rate",
    ]
    apart = [rate("USD", "445", "2024-05-16 08:00"), rate("EUR", "600", "2024-05-16 20:00")]
    assert Flag.CROSS_RATE not in judged_rates(apart)[0].flags


def test_bought_for_more_than_it_is_sold_for() -> None:
    pair = [rate("USD", "472", "2022-12-15", side="buy"), rate("USD", "475.2", "2022-12-15", side="sell")]
    over = [rate("USD", "476", "2022-12-15", side="buy"), rate("USD", "475.2", "2022-12-15", side="sell")]
    same = [rate("USD", "475", "2022-12-15", side="buy"), rate("USD", "475", "2022-12-15", side="sell")]
    assert flags(judged_rates(pair)) == ["", ""] == flags(judged_rates(same))
    assert flags(judged_rates(over)) == ["buy_over_sell"] * 2


@pytest.mark.parametrize(("value", "said"), [("564", ""), ("566", "jump"), ("376", ""), ("370", "jump")])
def test_more_than_a_fifth_from_the_last_figure_is_a_jump(value: str, said: str) -> None:
    assert flags(judged_rates([rate("GBP", "470", "2022-12-15"), rate("GBP", value, "2022-12-16")])) == ["", said]


def test_a_jump_that_two_others_confirm_is_none() -> None:
    """In December 2014 and August 2015 the tenge and the rouble did move by a fifth."""
    jump = [rate("GBP", "470", "2022-12-15"), rate("GBP", "700", "2022-12-16")]
    one = [rate("GBP", "705", "2022-12-16 15:00", portal="r")]
    two = [*one, rate("GBP", "698", "2022-12-16 16:00", portal="s")]
    own = [rate("GBP", "701", day) for day in ("2022-12-17 13:00", "2022-12-18 13:00")]
    assert Flag.JUMP in judged_rates([*jump, *one])[1].flags
    assert Flag.JUMP not in judged_rates([*jump, *two])[1].flags
    assert Flag.JUMP not in judged_rates([*jump, *own])[1].flags
    assert Flag.JUMP in judged_rates([*jump, own[0]])[1].flags


def test_a_feed_that_stands_while_the_bank_s_moves_is_frozen_from_the_third_day_on() -> None:
    days = on_days("2022-12-12", 5)
    bank = official("USD", d2022_12_12="468.5", d2022_12_14="472.9")
    found = judged_rates([rate("USD", "468.5", day) for day in days], bank)
    assert flags(found) == ["", "", "", "frozen", "frozen"]


def test_a_feed_that_stands_with_the_bank_s_is_not_frozen() -> None:
    days = on_days("2022-12-12", 9)
    found = judged_rates([rate("USD", "468.5", day) for day in days], official("USD", d2022_12_12="468.5", d2022_12_20="468.5"))
    assert flags(found) == [""] * 9


def test_a_feed_that_stands_while_another_portal_moves_is_frozen() -> None:
    days = on_days("2022-12-12", 5)
    moving = [rate("USD", str(468 + 2 * at), day, portal="r") for at, day in enumerate(days)]
    found = judged_rates([*(rate("USD", "468.5", day) for day in days), *moving])
    assert flags(found)[:5] == ["", "", "", "frozen", "frozen"]


def test_a_feed_without_another_is_frozen_after_a_fortnight() -> None:
    found = judged_rates([rate("USD", "468.5", day) for day in on_days("2022-12-01", 17)])
    assert [Flag.FROZEN in point.flags for point in found] == [False] * 14 + [True] * 3


def test_placeholders() -> None:
    assert "placeholder" in flags(judged_rates(widget({"USD": "450", "EUR": "450"}, "2022-12-15")))[0]
    assert "placeholder" in flags(judged_rates([rate("USD", "123.45", "2022-12-15")]))[0]
    assert "placeholder" in flags(judged_rates([rate("USD", "1.00", "2022-12-15")]))[0]
    assert "placeholder" not in flags(judged_rates([rate("USD", "468.50", "2022-12-15")]))[0]


def test_portals_that_disagree() -> None:
    others = [rate("GBP", value, "2022-12-15", portal=name) for name, value in (("r", "570"), ("s", "572"), ("t", "575"))]
    found = judged_rates([rate("GBP", "640", "2022-12-15"), *others])
    assert flags(found) == ["disagrees", "", "", ""]
    alone = judged_rates([rate("GBP", "640", "2022-12-15"), others[0]])
    assert flags(alone) == ["", ""], "of two nobody can say which is wrong"


def test_the_official_rate_of_the_day_before_and_after_will_do() -> None:
    bank = official("USD", d2022_12_14="400", d2022_12_15="468.5", d2022_12_16="520")
    shown = [
        rate("USD", value, "2022-12-15", portal=name) for name, value in (("a", "402"), ("b", "470"), ("c", "521"), ("d", "440"))
    ]
    assert [Flag.OFF_OFFICIAL in point.flags for point in judged_rates(shown, bank)] == [False, False, False, True]


def test_nominals_are_compared_by_the_unit() -> None:
    bank = official("JPY", d2022_12_15="3.42")
    found = judged_rates([rate("JPY", "342.5", "2022-12-15", nominal=100), rate("JPY", "342.5", "2022-12-15", portal="r")], bank)
    assert flags(found) == ["", "off_official"]


def test_the_order_of_the_points_does_not_show() -> None:
    days = on_days("2022-12-12", 6)
    world = [one for day in days for portal in "abc" for one in widget(SEED, day, portal)]
    world += [rate("USD", "600", days[2], portal="a"), rate("USD", "480", days[3], portal="b", side="buy")]
    bank = official("USD", d2022_12_12="468.5", d2022_12_15="480")

    def said(observations: list, rates: list) -> set[tuple]:
        return {(one.portal, one.key, one.side, one.at, one.value, one.flags) for one in judged_rates(observations, rates)}

    expected = said(world, bank)
    for seed in range(20):
        random.Random(seed).shuffle(world)
        random.Random(seed).shuffle(bank)
        assert said(world, bank) == expected


def test_one_figure_of_another_portal_does_not_say_whether_rates_move() -> None:
    standing = [rate("USD", "468.00", day) for day in on_days("2022-12-01", 16)]
    found = judged_rates([*standing, rate("USD", "468.10", "2022-12-03", "p")])
    assert [point.at.day for point in found if Flag.FROZEN in point.flags] == [15, 16]


def test_what_was_bought_and_sold_for_at_other_times_of_an_hour_is_not_compared() -> None:
    later = [rate("USD", "470", "2022-12-15 12:10", side="buy"), rate("USD", "469", "2022-12-15 12:40", side="sell")]
    together = [rate("USD", "470", "2022-12-15 12:10", side="buy"), rate("USD", "469", "2022-12-15 12:10", side="sell")]
    assert [Flag.BUY_OVER_SELL in point.flags for point in judged_rates([*later])] == [False, False]
    assert [Flag.BUY_OVER_SELL in point.flags for point in judged_rates([*together])] == [True, True]


def test_the_last_official_rate_holds_over_the_longest_holidays_and_no_day_longer() -> None:
    line = OfficialLine(official("USD", d2022_12_31="462.65"))
    days = [date(2022, 12, 30), date(2022, 12, 31), date(2023, 1, 12), date(2023, 1, 13)]
    assert [line.on("USD", day) for day in days] == [None, Decimal("462.65"), Decimal("462.65"), None]

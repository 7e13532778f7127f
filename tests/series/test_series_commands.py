"""`scrapy rates` and `scrapy weather`: a table and a sparkline, files, one readable line for what cannot be."""

from __future__ import annotations

import csv
from argparse import ArgumentParser
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from pyarrow import parquet
from scrapy.utils.project import get_project_settings

from kznews.commands import rates, weather
from kznews.exporters.series import COLUMNS, WRITERS
from kznews.items import NO_CLOCK, ExchangeRate, PageClock, Weather
from kznews.running import Exit, NotStarted
from kznews.series import showing
from kznews.series.flags import Flag
from kznews.series.points import Point
from kznews.series.query import rate_series
from kznews.store import Store
from tests.series.samples import official, on_days, record
from tests.support.cases import ROOT
from tests.support.crawls import scrapy, url_of

if TYPE_CHECKING:
    from pathlib import Path

DAYS = on_days("2022-12-12", 6)
HOSTILE = '=HYPERLINK("http://evil.kz")'


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with six days of two portals and the bank: one portal follows it, the other stands still."""
    path = tmp_path_factory.mktemp("series") / "kznews.db"
    with Store.open(url_of(path)) as opened:
        for at, day in enumerate(DAYS):
            moving = ExchangeRate(currency="USD", value=Decimal(f"{466 + 2 * at}.50"), change=Decimal("-0.20"), raw=HOSTILE)
            standing = ExchangeRate(currency="USD", value=Decimal("468.56"), raw="USD 468.56\x1b[31m")
            warm = Weather(city="Алматы", city_key="almaty", temperature=Decimal(35), raw="+35°")
            cold = Weather(city="Алматы", city_key="almaty", temperature=Decimal(-5 - at), raw=f"-{5 + at}°")
            bank = official("USD", **{f"d{day[:10].replace('-', '_')}": f"{466 + 2 * at}.3"})
            opened.commit([record((moving, cold), day, "egemen"), record(tuple(bank), day, "nationalbank")])
            opened.commit([record((standing, warm), day, "qamshy", PageClock("24 Сәуір, 19:46:32", -7))])
    return path


def test_a_currency_by_any_name_gives_a_table_with_flags_and_a_sparkline(store: Path) -> None:
    ended = scrapy("rates", "АҚШ", "доллары", "--since", "2022-12-12", "--until", "2022-12-17", store=store)
    assert ended.code == Exit.FINE, ended.err
    lines = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert "USD in tenge, 2022-12-12 to 2022-12-17" in lines
    assert "egemen official 476.50 2022-12-17 18:00 466.5 476.5 ▁▂▄▅▇█" in lines, "18:00 is noon of UTC in Almaty"
    assert "qamshy official 468.56 2022-12-17 18:00 468.56 468.56 ▂▂▂▂▂▂ frozen 3" in lines
    assert "official 476.3 2022-12-17 466.3 476.3 ▁▂▄▅▆█" in lines
    assert "qamshy official 468.56 2022-12-12 18:00 2022-12-17 18:00 USD 468.56 [31m frozen" in lines
    assert "frozen: has not moved for days while others have" in lines
    assert "\x1b" not in ended.out


@pytest.mark.parametrize(("command", "key", "day"), [("rates", "USD", "2022-12-17"), ("weather", "Алматы", "2022-12-17")])
def test_where_nothing_was_seen_the_last_day_before_is_named(store: Path, command: str, key: str, day: str) -> None:
    ended = scrapy(command, key, "--portal", "qamshy", store=store)
    assert (ended.code, ended.lines) == (Exit.FINE, [f"nothing was seen in these days; the last before them: --since {day}"])
    assert scrapy(command, key, "--portal", "egemen", "--until", "2022-12-01", store=store).lines == []
    assert scrapy(command, key, "--portal", "stan", store=store).lines == []
    assert scrapy(command, key, "--since", day, store=store).lines == []


@pytest.mark.parametrize("command", ["rates", "weather", "search"])
def test_a_command_without_a_word_shows_its_options_once(store: Path, command: str) -> None:
    ended = scrapy(command, store=store)
    assert ended.code == Exit.USAGE
    assert ended.err.count("--since DAY") == 1


def test_the_bank_s_rates_end_with_the_last_day_that_is_asked_for(store: Path) -> None:
    ended = scrapy("rates", "USD", "--since", "2022-12-12", "--until", "2022-12-14", store=store)
    (bank,) = [" ".join(line.split()) for line in ended.out.splitlines() if "2022-12-14" in line and "470.3" in line]
    assert "472.3" not in bank, "that is the day after"
    with Store.open(url_of(store)) as opened:
        whole, until = rate_series(opened, "USD").official, datetime(2022, 12, 15, tzinfo=ZoneInfo("Asia/Almaty"))
        assert [rate.day for rate in rate_series(opened, "USD", until=until).official] == [rate.day for rate in whole[:3]]


def test_days_that_are_yet_to_come_are_not_shown(store: Path) -> None:
    ended = scrapy("rates", "USD", "--since", "2022-12-12", "--until", "2099-12-31", store=store)
    assert (ended.code, "2022-12-17" in ended.out, "2099" in ended.out) == (Exit.FINE, True, False)


def test_a_city_by_any_script_and_only_one_portal(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    span = ("--since", "2022-12-12", "--until", "2022-12-17")
    assert run(("weather", "الماتى", *span, "--portal", "qamshy"), store) == Exit.FINE
    out = capsys.readouterr().out
    assert "Алматы, degrees Celsius" in out
    assert "season 6" in out
    assert "egemen" not in out


def test_a_csv_is_inert_and_holds_every_figure_with_its_flags(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "usd.csv"
    arguments = ("rates", "usd", "--since", "2022-12-12", "--until", "2022-12-17", "-o", str(out))
    assert run(arguments, store) == Exit.FINE
    assert capsys.readouterr().err == f"kznews: 12 figures in {out}\n"
    with out.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert tuple(found[0]) == COLUMNS
    assert {row["raw"] for row in found if row["portal"] == "egemen"} == {"'" + HOSTILE}
    assert [row["value"] for row in found if row["portal"] == "egemen"] == [f"{466 + 2 * at}.50" for at in range(6)]
    assert {row["change"] for row in found} == {"-0.20", ""}
    last = found[-1]
    assert (last["portal"], last["at"], last["flags"]) == ("qamshy", "2022-12-17T18:00:00+06:00", "frozen")
    assert (last["page_clock"], last["clock_offset"]) == ("24 Сәуір, 19:46:32", "-7")


def test_a_parquet_file_has_exact_decimals(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "usd.parquet"
    with Store.open(url_of(store)) as opened:
        points = rate_series(opened, "USD").points
    with path.open("wb") as file:
        WRITERS[".parquet"](points, file)
    table = parquet.read_table(path)
    assert table.column("value").to_pylist()[:2] == [Decimal("466.50"), Decimal("468.56")]
    assert table.column("at").to_pylist()[0] == datetime(2022, 12, 12, 12, tzinfo=UTC)
    assert set(table.column("zone").to_pylist()) == {"Asia/Almaty"}
    assert pd.read_parquet(path)["flags"].iloc[-1].tolist() == ["frozen"]


def test_a_figure_that_no_parquet_decimal_holds_is_one_readable_line() -> None:
    from io import BytesIO

    shown = ExchangeRate(currency="USD", value=Decimal("1" * 20 + "." + "1" * 20))
    at = datetime(2022, 12, 12, tzinfo=UTC)
    point = Point(portal="q", key="USD", at=at, last_seen=at, value=shown.value, shown=shown, clock=PageClock(""))
    with pytest.raises(ValueError, match="more digits than a Parquet decimal holds"):
        WRITERS[".parquet"]([point], BytesIO())
    WRITERS[".csv"]([point], file := BytesIO())
    assert str(shown.value).encode() in file.getvalue()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rates", "крона"), "'крона' names no currency; write its code, sign or name: USD, $, доллар"),
        (("rates", "USD", "--since", "12.12.2022"), "--since='12.12.2022' is no day; write it as --since=2018-01-31"),
        (("rates", "USD", "--since", "2022-12-05", "--until", "2022-12-01"), "--since=2022-12-05 comes after --until=2022-12-01"),
        (("rates", "USD", "--since", "2099-12-05"), "--since=2099-12-05 lies in the future"),
        (("rates", "USD", "--since", ""), "--since='' is no day; write it as --since=2018-01-31"),
        (("rates", "USD", "--portal", "qamsh"), "no portal is called 'qamsh': did you mean qamshy?"),
        (("rates", "USD", "-o", "usd.xlsx"), "usd.xlsx is neither .csv nor .parquet; the end of its name says which"),
        (
            ("weather", "Алмата"),
            "'Алмата' names no city of Kazakhstan that kznews knows; did you mean Алма-Ата or Алматы or Алатау?",
        ),
    ],
)
def test_bad_input_is_one_readable_line(
    store: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code = run(arguments, store)
    assert (code, *capsys.readouterr()) == (Exit.USAGE, "", f"kznews: {said}\n")


def run(arguments: tuple[str, ...], store: Path) -> int:
    """Run a command in this process and return its exit code."""
    command = {"rates": rates, "weather": weather}[arguments[0]].Command()
    command.settings = get_project_settings()
    command.settings.set("STORE", url_of(store), priority="cmdline")
    parser = ArgumentParser()
    command.add_options(parser)
    options, given = parser.parse_known_args(list(arguments[1:]))
    command.run(given, options)
    return command.exitcode


@pytest.mark.parametrize("said", ["USD", "usd", "$", "доллар", "dollar", "دوللار", "АҚШ доллары", "доллар США"])
def test_a_currency_is_known_by_any_name(said: str) -> None:
    assert rates.Command().key_of(said) == "USD"


@pytest.mark.parametrize("said", ["", "600 доллар", "доллар еуро", "теңге", "x"])
def test_what_names_not_one_currency_is_refused(said: str) -> None:
    with pytest.raises(NotStarted):
        rates.Command().key_of(said)


@pytest.mark.parametrize("said", ["Алматы", "almaty", "АЛМАТЫ", "الماتى", "Алма-Ата", "г. Алматы"])
def test_a_city_is_known_by_any_name(said: str) -> None:
    assert weather.Command().key_of(said) == "almaty"


def values(*said: str | None) -> list[Decimal | None]:
    return [None if one is None else Decimal(one) for one in said]


def test_a_sparkline_keeps_its_scale_and_its_gaps() -> None:
    assert showing.sparkline(values("1", None, "8"), Decimal(1), Decimal(8)) == "▁ █"
    assert showing.sparkline(values("-20", "0", "20"), Decimal(-20), Decimal(20)) == "▁▅█"
    assert showing.sparkline(values("1", "99"), Decimal(1), Decimal(8)) == "▁█", "an outlier is cut off"
    assert showing.sparkline(values("468", "468"), Decimal(468), Decimal(468)) == "▅▅"
    assert showing.sparkline(values("0", "0"), Decimal(0), Decimal(0)) == "▄▄"


def test_years_fit_into_one_line() -> None:
    days = [(date(2000, 1, 1), Decimal(1)), (date(2019, 12, 31), Decimal(2))]
    drawn = showing.by_day(days, date(2000, 1, 1), date(2019, 12, 31))
    assert len(drawn) <= showing.WIDTH
    assert (drawn[0], drawn[-1]) == (Decimal(1), Decimal(2))
    assert set(drawn[1:-1]) == {None}


def test_every_flag_is_documented() -> None:
    page = (ROOT / "docs" / "observations.md").read_text(encoding="utf-8")
    assert [flag.value for flag in Flag if f"| `{flag.value}` |" not in page] == []
    assert all(flag.meaning for flag in Flag)


def test_how_long_a_figure_stands_is_known_although_its_first_days_are_not_asked_for(store: Path) -> None:
    with Store.open(url_of(store)) as opened:
        found = rate_series(opened, "USD", since=datetime(2022, 12, 17, tzinfo=UTC), until=datetime(2022, 12, 18, tzinfo=UTC))
    assert [(point.at.day, point.named_flags) for point in found.of("qamshy")] == [(17, ("frozen",))]


def test_a_figure_that_was_still_there_when_a_span_begins_is_of_it(tmp_path: Path) -> None:
    rate = ExchangeRate(currency="USD", value=Decimal("468.50"), raw="USD")
    with Store.open(url_of(tmp_path / "kznews.db")) as opened:
        opened.commit([record((rate,), f"2022-12-12 12:{minutes}", "egemen") for minutes in (10, 50)])
        for minutes, there in ((30, 1), (50, 1), (51, 0)):
            assert len(rate_series(opened, "USD", since=datetime(2022, 12, 12, 12, minutes, tzinfo=UTC)).points) == there


def test_no_figure_of_a_csv_has_an_exponent(tmp_path: Path) -> None:
    shown = ExchangeRate(currency="JPY", value=Decimal("4.6E+2"), change=Decimal("1E-7"), nominal=100, raw="460")
    at = datetime(2022, 12, 12, tzinfo=UTC)
    point = Point(portal="q", key="JPY", at=at, last_seen=at, value=Decimal("4.6"), shown=shown, clock=NO_CLOCK)
    with tmp_path.joinpath("out.csv").open("wb") as file:
        WRITERS[".csv"]([point], file)
    (row,) = csv.DictReader(tmp_path.joinpath("out.csv").read_text(encoding="utf-8").splitlines())
    assert (row["value"], row["change"], row["nominal"]) == ("460", "0.0000001", "100")


def test_what_confirms_a_jump_may_lie_behind_the_days_that_are_asked_for(tmp_path: Path) -> None:
    days = zip(on_days("2022-12-12", 4), ("468.50", "590.00", "591.00", "592.00"), strict=True)
    with Store.open(url_of(tmp_path / "kznews.db")) as opened:
        for day, value in days:
            opened.commit([record((ExchangeRate(currency="USD", value=Decimal(value), raw=value),), day, "egemen")])
        found = rate_series(opened, "USD", since=datetime(2022, 12, 13, tzinfo=UTC), until=datetime(2022, 12, 14, tzinfo=UTC))
    assert [(point.value, Flag.JUMP in point.flags) for point in found.points] == [(Decimal("590.00"), False)]

"""A bank's official rates over real HTTP: every answer has one outcome, days are filled in portions, none is asked for twice."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from kznews.store import Store
from tests.support.crawls import url_of
from tests.support.portal_crawls import crawl
from tests.support.portal_server import Answer, PortalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.crawls import Ended

NOW = datetime(2023, 1, 20, 12, tzinfo=UTC)
XML = {"Content-Type": "text/xml; charset=utf-8"}
LAST = date(2023, 1, 20)


class Bank:
    """A site with the rates of any day up to LAST: the dollar costs 460 and the number of the day."""

    @staticmethod
    def rates(day: date) -> bytes:
        said = f"{day:%d.%m.%Y}"
        item = f"<item><title>USD</title><description>{460 + day.day}</description><quant>1</quant><change></change></item>"
        return f"<rates><date>{said}</date>{item if day <= LAST and day.day != 8 else ''}</rates>".encode()

    def answer(self, host: str, target: str) -> Answer:
        parts = urlsplit(target)
        if parts.path == "/robots.txt":
            return Answer(200, b"", {"Content-Type": "text/plain"})
        if parts.path == "/rates_all.xml":
            return Answer(200, self.rates(LAST), XML)
        found = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", parse_qs(parts.query).get("fdate", [""])[0])
        if parts.path == "/get_rates" and found:
            return Answer(200, self.rates(date(*map(int, reversed(found.groups())))), XML)
        return Answer(404, b"<html><body>404</body></html>")


@pytest.fixture
def server() -> Iterator[PortalServer]:
    with PortalServer(Bank()) as running:
        yield running


def run(server: PortalServer, store: Path, *arguments: str, at: datetime = NOW, **settings: object) -> Ended:
    server.log.clear()
    ended = crawl(server, store, *arguments, portal="localbank", at=at, **settings)
    assert ended.code == 0, ended.err
    return ended


def fill(server: PortalServer, store: Path, first: int, last: int, **more: object) -> Ended:
    return run(server, store, "-a", f"since=2023-01-{first:02}", "-a", f"until=2023-01-{last:02}", **more)


def days_of(store: Path) -> dict[int, Decimal]:
    with Store.open(url_of(store)) as opened:
        return {rate.day.day: rate.value for rate in opened.official_rates(["USD"])}


def asked(server: PortalServer) -> list[str]:
    return [target.rpartition("=")[2][:2] for target in server.asked("^/get_rates")]


def test_a_daily_run_reads_the_rates_in_force_and_asks_again_in_the_next_one(server: PortalServer, store: Path) -> None:
    ended = run(server, store)
    assert ended.lines[0] == "localbank: 1 listed"
    assert days_of(store) == {20: Decimal(480)}
    run(server, store, at=NOW + timedelta(hours=1))
    assert len(server.asked("^/rates_all")) == 1


def test_a_back_fill_reads_each_day_once_the_latest_first_and_the_next_call_nothing(server: PortalServer, store: Path) -> None:
    ended = fill(server, store, 3, 9)
    assert asked(server) == ["09", "08", "07", "06", "05", "04", "03"]
    assert days_of(store) == {day: Decimal(460 + day) for day in (3, 4, 5, 6, 7, 9)}
    assert ended.lines == ["localbank: 7 listed", "back-fill 2023-01-03/2023-01-09: 7 of 7 days read; complete"]
    fill(server, store, 3, 9)
    assert server.asked() == []
    with Store.open(url_of(store)) as opened:
        empty = opened.page("localbank", "https://local.kz/get_rates?fdate=08.01.2023")
        assert empty["detail"] == "no rates are published for this day"
        assert list(opened.verify()) == []


def test_what_fails_or_is_no_answer_has_its_outcome_and_is_asked_for_again(server: PortalServer, store: Path) -> None:
    server.fault("fdate=04.01.2023", status=503)
    server.fault("fdate=06.01.2023", status=404)
    ended = fill(server, store, 3, 6)
    assert ended.lines[0] == "localbank: 2 listed, 2 refused"
    assert ended.lines[1] == "back-fill 2023-01-03/2023-01-06: 3 of 4 days read; the same command goes on"
    server.heal()
    fill(server, store, 3, 6, at=NOW + timedelta(hours=2))
    assert asked(server) == ["04"]
    assert sorted(days_of(store)) == [3, 4, 5]


def test_a_day_that_is_not_over_is_read_and_not_done(server: PortalServer, store: Path) -> None:
    for _ in range(2):
        fill(server, store, 19, 20)
        assert "20" in asked(server)
    assert asked(server) == ["20"]

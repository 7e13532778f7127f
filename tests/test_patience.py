"""Retries, Retry-After, the breaker, delays and limits of a run: what a real server sees of them.

The clock of delays runs a hundred times as fast (support/polite_crawls.py): what is checked is order, counts, lower bounds
and the waits that were asked for, never how long something took.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kznews.clock import frozen
from kznews.store import Store
from tests.support.crawls import page, url_of
from tests.support.generated_portal import GeneratedPortal
from tests.support.polite_crawls import hurried, run, runs
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.crawls import Crawl

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TIMES = 100
PATIENT = {"RETRY_ENABLED": True}
ONE = "/news/1$"


@pytest.fixture
def server() -> Iterator[PortalServer]:
    with PortalServer(GeneratedPortal(articles=6)) as running:
        yield running


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    with hurried(monkeypatch, TIMES) as asked:
        yield asked


def outcome(store: Path, number: int) -> tuple[str, str | None, int]:
    row = page(store, "local", f"https://local.kz/news/{number}")
    return row["state"], row["reason"] or row["outcome"], row["attempts"]


def lines(crawl: Crawl) -> list[str]:
    return list(crawl.stats.get("kznews/lines", []))


def seconds(waits: list[float]) -> list[int]:
    return [round(wait) for wait in waits if wait > 1]


@pytest.mark.parametrize("status", [408, 425, 500, 502, 503, 504, 522])
def test_what_may_pass_is_tried_three_times_more_and_then_waits_in_the_frontier(
    server: PortalServer, store: Path, waits: list[float], status: int
) -> None:
    server.fault(ONE, status=status)
    run(server, store, **PATIENT)
    assert server.asked(ONE) == ["/news/1"] * 4
    assert len(server.asked("/news/[0-9]$")) == 4 + 5, "the others were not held up"
    state, reason, attempts = outcome(store, 1)
    if status >= 500:
        assert (state, reason, attempts) == ("pending", "server_error", 1)
    first, second, third = seconds(waits)
    assert 2 <= first <= 3
    assert 12 <= second <= 18
    assert 72 <= third <= 108


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501])
def test_other_answers_are_not_tried_again(server: PortalServer, store: Path, waits: list[float], status: int) -> None:
    server.fault(ONE, status=status)
    run(server, store, **PATIENT)
    assert server.asked(ONE) == ["/news/1"]
    assert len(waits) <= len(server.asked()) - len(set(server.asked())), "a cut connection may have another page wait"


@pytest.mark.parametrize("wanted", [0, 1, 2, 3, 10])
def test_no_setting_makes_more_than_three_retries(server: PortalServer, store: Path, waits: list[float], wanted: int) -> None:
    server.fault(ONE, status=503)
    run(server, store, **PATIENT, RETRY_TIMES=wanted)
    assert len(server.asked(ONE)) == 1 + min(wanted, 3)


def test_a_page_that_answers_at_the_second_try_is_read(server: PortalServer, store: Path, waits: list[float]) -> None:
    server.fault(ONE, drop=True, times=1)
    run(server, store, **PATIENT)
    assert outcome(store, 1)[1] == "stored"
    assert len(server.asked(ONE)) == 2


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("pause", [("7", 7), ("0", 2), ("-1", 2), ("soon", 2), ("Wed, 25 Nov 2026 12:01:00 GMT", 60)])
def test_a_short_pause_is_kept_by_every_request_to_the_host(
    server: PortalServer, store: Path, waits: list[float], status: int, pause: tuple[str, int]
) -> None:
    said, least = pause
    headers = {"Retry-After": said, "Date": "Wed, 25 Nov 2026 12:00:00 GMT"}
    server.fault(ONE, status=status, headers=headers, times=1)
    with frozen(NOW + timedelta(days=3)):  # our clock is of no account
        run(server, store, **PATIENT)
    times = [one.at * TIMES for one in server.log]
    refused = next(number for number, one in enumerate(server.log) if one.status == status)
    again = next(number for number, one in enumerate(server.log) if number > refused and one.target == "/news/1")
    assert times[again] - times[refused] >= least
    if least > 2:
        assert times[refused + 1] - times[refused] >= least, "the others keep it as well"
    assert outcome(store, 1)[1] == "stored"


@pytest.mark.parametrize(
    ("said", "until"), [("3600", timedelta(hours=1)), ("1000000000", timedelta(days=1)), ("121", timedelta(seconds=121))]
)
def test_a_long_pause_is_for_other_runs_and_nobodys_failure(
    server: PortalServer, store: Path, waits: list[float], said: str, until: timedelta
) -> None:
    server.fault("/news/5$", status=503, headers={"Retry-After": said}, times=1)
    with frozen(NOW):
        crawl = run(server, store, **PATIENT)
    asked = server.asked()
    assert asked[-1] == "/news/5", "nothing was asked after that"
    assert crawl.code == 3
    assert lines(crawl) == [f"local.kz: asked to be left alone until {NOW + until:%Y-%m-%d %H:%M} UTC"]
    assert outcome(store, 5)[2] == outcome(store, 0)[2] == 0
    server.log.clear()
    with frozen(NOW + until - timedelta(seconds=1)):
        early = run(server, store, **PATIENT)
    assert server.log == []
    assert (early.code, lines(early)) == (3, lines(crawl))
    with frozen(NOW + until):
        late = run(server, store, **PATIENT)
    assert late.code == 0
    assert outcome(store, 5) == ("done", "stored", 0)
    assert outcome(store, 0) == ("done", "stored", 0)


def test_without_the_middleware_nobody_waits(server: PortalServer, store: Path, waits: list[float]) -> None:
    server.fault(ONE, status=429, headers={"Retry-After": "7"}, times=2)
    stock = {"kznews.middlewares.retry.Retries": None, "scrapy.downloadermiddlewares.retry.RetryMiddleware": 550}
    run(server, store, **PATIENT, DOWNLOADER_MIDDLEWARES=stock)
    assert len(server.asked(ONE)) == 3
    assert waits == []


def test_a_host_that_fails_five_times_in_a_row_rests_and_three_probes_later_is_left_alone(
    server: PortalServer, store: Path, waits: list[float]
) -> None:
    server.fault("/news/[0-9]+$", status=500)
    crawl = run(server, store, **PATIENT, RETRY_TIMES=0)
    assert len(server.asked("/news/[0-9]$")) == 6  # of six: five, and the first probe
    server.log.clear()
    waits.clear()
    site = server.site
    assert isinstance(site, GeneratedPortal)
    site.publish(20)
    crawl = run(server, store, **PATIENT, RETRY_TIMES=0)
    assert len(server.asked("/news/[0-9]+$")) == 8
    assert seconds(waits) == [30, 60, 120]
    assert "failed 8 times in a row (last: HTTP 500)" in lines(crawl)[0]
    assert crawl.code == 3
    left = [number for number in range(6, 26) if outcome(store, number)[1] != "server_error"]
    assert len(left) >= 12
    assert all(outcome(store, number)[::2] == ("pending", 0) for number in left)


def test_a_probe_that_is_answered_lets_the_others_follow(server: PortalServer, store: Path, waits: list[float]) -> None:
    site = server.site
    assert isinstance(site, GeneratedPortal)
    site.publish(10)
    server.fault("/news/[0-9]+$", status=500, times=6)
    crawl = run(server, store, **PATIENT, RETRY_TIMES=0)
    assert crawl.count("stored") == 10
    assert crawl.count("server_error") == 6
    assert lines(crawl) == []


@pytest.mark.parametrize(("setting", "limit"), [("BUDGET_REQUESTS", 4), ("BUDGET_BYTES", 2000), ("BUDGET_MINUTES", 0.0001)])
def test_a_limit_ends_the_run_well_and_says_so(
    server: PortalServer, store: Path, waits: list[float], setting: str, limit: float
) -> None:
    crawl = run(server, store, **{setting: limit})
    assert 0 < len(server.log) <= 5 or setting == "BUDGET_MINUTES"
    assert crawl.code == 0
    assert lines(crawl) == [f"the run's limit is reached ({setting}); what is left waits for the next run"]
    crawl = run(server, store)
    assert crawl.code == 0
    assert all(outcome(store, number) == ("done", "stored", 0) for number in range(6))


def test_the_limit_of_requests_is_kept_to_the_request(server: PortalServer, store: Path) -> None:
    server.fault("/robots.txt", status=301, headers={"Location": "https://www.local.kz/robots.txt"}, times=1)
    for limit in (1, 2, 3, 7):
        server.log.clear()
        run(server, store, BUDGET_REQUESTS=limit)
        assert len(server.log) <= limit


BOT_CHECK = b"<html><head><title>Just a moment...</title></head><body><div class='cf-chl-widget'></div></body></html>"


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 200, "body": BOT_CHECK},
        {"status": 403, "body": b"no", "headers": {"cf-mitigated": "challenge"}},
        {"status": 503, "body": BOT_CHECK},
        {"status": 403, "body": BOT_CHECK},
    ],
    ids=["200", "header", "503", "403"],
)
def test_a_bot_check_ends_the_run(server: PortalServer, store: Path, waits: list[float], fault: dict[str, object]) -> None:
    server.fault("/news/4$", **fault)
    crawl = run(server, store, **PATIENT)
    after = server.asked()[server.asked().index("/news/4") + 1 :]
    assert len(after) <= (2 if fault["status"] == 200 else 0), "a page has to be read before it is known for what it is"
    assert crawl.count("challenge") == 1
    assert crawl.code == 3
    assert lines(crawl) == ["local.kz shows a bot check; nothing more is asked in this run"]
    left = [number for number in range(6) if outcome(store, number)[0] == "pending"]
    assert crawl.count("stored") + len(left) == 6
    assert len(left) > 1


def test_a_page_that_is_forbidden_is_no_bot_check(server: PortalServer, store: Path, waits: list[float]) -> None:
    server.fault("/news/4$", status=403, body=b"<html><head><title>Access denied</title></head><body>no</body></html>")
    assert run(server, store, **PATIENT).count("stored") == 5


def test_every_request_says_who_asks_and_nothing_of_the_past(server: PortalServer, store: Path) -> None:
    server.fault("/news/", status=200, headers={"Set-Cookie": "id=7; Path=/"}, body=BOT_CHECK[:0] + b"<html>a</html>", times=2)
    server.fault("^local.kz/$", status=302, headers={"Location": "https://www.local.kz/", "Set-Cookie": "id=8"}, times=1)
    run(server, store)
    assert len(server.log) > 6
    assert {one.headers["user-agent"] for one in server.log} == {"kznews/0.1 (+https://github.com/kznews/kznews)"}
    assert not [one for one in server.log if {"cookie", "referer", "authorization"} & set(one.headers)]
    assert {one.method for one in server.log} == {"GET"}


# --- delays ----------------------------------------------------------------------------------------------------------------


def gaps(server: PortalServer) -> list[float]:
    return [(later.at - earlier.at) * TIMES for earlier, later in pairwise(server.log)]


def test_requests_are_the_delay_apart_whatever_they_are_for(server: PortalServer, store: Path, waits: list[float]) -> None:
    server.fault("/robots.txt", status=301, headers={"Location": "https://www.local.kz/robots.txt"}, times=1)
    server.fault(ONE, status=500, times=2)
    server.fault("/news/2$", status=302, headers={"Location": "/old/3"}, times=1)
    run(server, store, **PATIENT, DOWNLOAD_DELAY=2)
    assert len(server.log) >= 15
    assert min(gaps(server)) >= 2


def test_without_our_downloader_they_are_closer(server: PortalServer, store: Path, waits: list[float]) -> None:
    stock = {"DOWNLOADER": "scrapy.core.downloader.Downloader", "DOWNLOAD_DELAY": 0.01}
    run(server, store, **stock)
    assert min(gaps(server)) < 2


@pytest.mark.parametrize(("asked", "kept"), [("5", 5), ("0.5", 2), ("-5", 2), ("nan", 2), ("1e999", 2), ("120", 120)])
def test_a_crawl_delay_is_obeyed_where_it_is_one(
    server: PortalServer, store: Path, waits: list[float], asked: str, kept: float
) -> None:
    site = server.site
    assert isinstance(site, GeneratedPortal)
    site.robots = f"User-agent: *\nCrawl-delay: {asked}\n"
    run(server, store, DOWNLOAD_DELAY=2, BUDGET_REQUESTS=3)
    assert len(server.log) == 3
    assert kept <= min(gaps(server)[1:])


@pytest.mark.parametrize("asked", ["121", "86400", "1e300"])
def test_a_portal_that_asks_for_too_long_a_delay_is_left_out_and_reported(server: PortalServer, store: Path, asked: str) -> None:
    site = server.site
    assert isinstance(site, GeneratedPortal)
    site.robots = f"User-agent: *\nCrawl-delay: {asked}\n"
    crawl = run(server, store)
    assert [one.path for one in server.log] == ["/robots.txt"]
    assert crawl.code == 3
    assert lines(crawl)[0].startswith("local.kz: robots.txt asks for ")


def test_two_portals_on_one_host_share_its_delay(server: PortalServer, store: Path, waits: list[float]) -> None:
    both = runs(server, store, "local", "localnews", DOWNLOAD_DELAY=2)
    assert [crawl.code for crawl in both] == [0, 0]
    assert len(server.log) >= 14
    assert min(gaps(server)) >= 2


def test_the_store_remembers_nothing_of_pauses_that_have_passed(server: PortalServer, store: Path, waits: list[float]) -> None:
    server.fault(ONE, status=503, headers={"Retry-After": "7"}, times=1)
    run(server, store, **PATIENT)
    with Store.open(url_of(store)) as opened:
        assert opened.pause_of("local.kz") is None

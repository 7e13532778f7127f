"""robots.txt on the network: 44 cells of answer, copy and age, each with the requests that a real server has seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kznews.clock import frozen
from kznews.politeness.copies import after_good
from kznews.store import Store, keep_robots
from tests.support.crawls import page, url_of
from tests.support.generated_portal import GeneratedPortal
from tests.support.polite_crawls import run
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOME = "https://local.kz/"
ORIGIN = "https://local.kz"
ALLOWS, FORBIDS = b"User-agent: *\nDisallow: /admin/\n", b"User-agent: *\nDisallow: /\n"

ANSWERS = {
    "allows": ({"status": 200, "body": ALLOWS}, "asked"),
    "forbids": ({"status": 200, "body": FORBIDS}, "robots"),
    "404": ({"status": 404, "body": FORBIDS}, "asked"),
    "403": ({"status": 403, "body": FORBIDS}, "asked"),
    "429": ({"status": 429, "body": ALLOWS}, "robots_unreachable"),
    "500": ({"status": 500, "body": ALLOWS}, "robots_unreachable"),
    "never": ({"delay": 5}, "robots_unreachable"),
    "cut": ({"drop": True}, "robots_unreachable"),
    "truncated": ({"truncate": 5}, "robots_unreachable"),
    "elsewhere": ({"status": 301, "headers": {"Location": "https://evil.kz/robots.txt"}}, "robots_unreachable"),
    "in circles": ({"status": 302, "headers": {"Location": "https://local.kz/robots.txt"}}, "robots_unreachable"),
}
COPIES = {
    "no copy": (None, 0.0, ""),
    "a fresh copy that allows": (ALLOWS, 23.9, "asked"),
    "a fresh copy that forbids": (FORBIDS, 23.9, "robots"),
    "an old copy that allows": (ALLOWS, 24.1, ""),
}


@pytest.fixture
def server() -> Iterator[PortalServer]:
    with PortalServer(GeneratedPortal(articles=3)) as running:
        yield running


def keep(store: Path, body: bytes, hours: float) -> None:
    with Store.open(url_of(store)) as opened, opened.database.write() as connection:
        copy = after_good(ORIGIN, NOW - timedelta(hours=hours), status=200, body=body.decode())
        keep_robots(connection, copy)


def looks(server: PortalServer) -> int:
    return sum(one.path == "/robots.txt" for one in server.log)


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("answer", ANSWERS)
def test_cell(server: PortalServer, store: Path, answer: str, copy: str) -> None:
    fault, expected = ANSWERS[answer]
    body, age, instead = COPIES[copy]
    expected = instead or expected
    server.fault("/robots.txt", **fault)
    if body is not None:
        keep(store, body, age)
    with frozen(NOW):
        crawl = run(server, store)
    assert looks(server) == (0 if instead else 6 if answer == "in circles" else 1)
    if expected == "asked":
        assert len(server.asked()) >= 6  # three sources, three articles
        assert crawl.code == 0
    else:
        assert server.asked() == []
        row = page(store, "local", HOME)
        assert (row["reason"], row["state"], row["attempts"]) == (
            expected,
            "refused" if expected == "robots" else "pending",
            0,
        )
        assert crawl.code == 3


def test_without_the_middleware_all_that_is_forbidden_is_asked_for(server: PortalServer, store: Path) -> None:
    server.fault("/robots.txt", status=200, body=FORBIDS)
    off = {"kznews.middlewares.robots.Robots": None}
    run(server, store, DOWNLOADER_MIDDLEWARES=off)
    assert len(server.asked()) >= 6
    assert looks(server) == 0


def test_scrapys_own_asks_for_everything_when_the_file_is_out_of_reach(server: PortalServer, store: Path) -> None:
    server.fault("/robots.txt", status=500)
    stock = {"kznews.middlewares.robots.Robots": None, "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": 100}
    run(server, store, DOWNLOADER_MIDDLEWARES=stock)
    assert len(server.asked()) >= 6


def test_a_redirect_within_the_portal_is_followed_and_its_rules_are_of_the_first_host(server: PortalServer, store: Path) -> None:
    server.fault("^local.kz/robots.txt", status=301, headers={"Location": "https://www.local.kz/robots.txt"})
    server.fault("^www.local.kz/robots.txt", status=200, body=b"User-agent: *\nDisallow: /news/\n")
    run(server, store)
    assert [one.host for one in server.log if one.path == "/robots.txt"] == ["local.kz", "www.local.kz"]
    assert server.asked("^/news/") == []
    assert server.asked() == ["/", "/rss.xml"]


def test_a_daily_run_asks_once_and_a_copy_is_renewed_after_a_day(server: PortalServer, store: Path) -> None:
    asked = []
    for hours in (0, 1, 12, 23.9, 47, 60):
        with frozen(NOW + timedelta(hours=hours)):
            run(server, store)
        asked.append(looks(server))
        server.log.clear()
    assert asked == [1, 0, 0, 0, 1, 0]


def test_a_page_that_an_old_robots_txt_forbade_is_read_when_the_new_one_allows_it(server: PortalServer, store: Path) -> None:
    site = server.site
    assert isinstance(site, GeneratedPortal)
    site.robots = "User-agent: *\nDisallow: /news/1\n"
    with frozen(NOW):
        run(server, store)
    url = site.url(1)
    assert (page(store, "local", url)["reason"], server.asked("/news/1$")) == ("robots", [])
    site.robots = "User-agent: *\nDisallow:\n"
    with frozen(NOW + timedelta(hours=25)):
        run(server, store)
        run(server, store)
    assert page(store, "local", url)["outcome"] == "stored"
    assert server.asked("/news/1$") == ["/news/1"]


def test_a_file_that_comes_back_lets_the_pages_be_read_that_waited(server: PortalServer, store: Path) -> None:
    server.fault("/robots.txt", status=503, times=1)
    with frozen(NOW):
        first = run(server, store)
        again = run(server, store)
    assert (first.code, first.count("robots_unreachable"), first.items) == (3, 3, [])
    assert (again.code, len(again.items)) == (0, 3)


@pytest.mark.parametrize(("lost", "slow"), [("lat", "local"), ("local", "lat")])
def test_a_host_whose_file_is_out_of_reach_does_not_end_the_run_of_another(
    server: PortalServer, store: Path, lost: str, slow: str
) -> None:
    """The other's answer is still under way when the first is known to fail."""
    hosts = {"lat": r"^lat\.local\.kz/robots\.txt", "local": r"^local\.kz/robots\.txt"}
    server.fault(hosts[lost], status=500)
    server.fault(hosts[slow], delay=0.3)
    with frozen(NOW):
        crawl = run(server, store, "localhosts")
    assert server.asked("^/$") == ["/"], "the other host's home page"
    assert "kznews/halted" not in crawl.stats
    server.heal()
    server.fault(hosts[lost], status=500)
    server.fault(hosts[slow], status=500, delay=0.3)
    with frozen(NOW + timedelta(hours=25)):
        crawl = run(server, store, "localhosts")
    assert (crawl.code, crawl.stats["kznews/halted"]) == (3, "robots_unreachable"), "no host is left"


def test_after_thirty_days_a_person_is_told_and_nothing_is_asked_all_the_same(server: PortalServer, store: Path) -> None:
    server.fault("/robots.txt", status=503)
    said = []
    for days in (0, 29, 31):
        with frozen(NOW + timedelta(days=days)):
            said += run(server, store).stats["kznews/lines"]
    assert ["decide" in line for line in said] == [False, False, True]
    assert "since 2026-11-25" in said[2]
    assert server.asked() == []


def test_a_file_of_ten_megabytes_is_read_in_part(server: PortalServer, store: Path) -> None:
    server.fault("/robots.txt", status=200, body=b"User-agent: *\nDisallow: /news/1\n" + b"#" * 10_000_000)
    crawl = run(server, store)
    assert crawl.code == 0
    assert server.asked("/news/1$") == []
    assert len(server.asked("/news/[02]$")) == 2


@pytest.mark.parametrize("path", ["/news/1", "/news/2"])
def test_our_own_name_comes_before_everybody(server: PortalServer, store: Path, path: str) -> None:
    server.fault("/robots.txt", status=200, body=f"User-agent: *\nDisallow: /\n\nUser-agent: kznews\nDisallow: {path}\n".encode())
    run(server, store)
    assert server.asked(f"{path}$") == []
    assert len(server.asked("/news/[0-9]$")) == 2

"""Traps over real HTTP: what a run spends on addresses without end (reliability.md U4, U5), and that it says so."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import UTC, datetime, timedelta
from sqlite3 import connect
from typing import TYPE_CHECKING, Any

import pytest

from kznews.extract.sources.found import Found, Harvest
from kznews.outcomes import Outcome, Reason
from kznews.store import Verdict
from kznews.traps import DRESSES, MOST_SHAPES, Traps
from tests.support.crawls import page
from tests.support.portal_crawls import crawl
from tests.support.portal_server import PortalServer
from tests.support.source_pages import DEREK
from tests.support.trap_portals import ARTICLES, MODULES, TrapSite

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.crawls import Ended

BUDGET = 200
NOON = datetime(2026, 3, 16, 7, tzinfo=UTC)
REAL = re.compile(r"^/news/(\d{1,2})$")


def run(kind: str, store: Path, *arguments: str, **settings: Any) -> tuple[list[str], Ended]:
    """Run the portal with a trap, and return what it asked for and how it ended."""
    with PortalServer(TrapSite(kind)) as server:
        ended = crawl(server, store, *arguments, portal=f"trap-{kind}", SPIDER_MODULES=MODULES, **settings)
        return server.asked(), ended


DAYS = ("-a", "since=2026-03-01", "-a", "until=2026-04-01")


@pytest.mark.parametrize(("kind", "arguments"), [("calendar", ()), ("pager", ()), ("pager", DAYS)], ids=["", "", "back-fill"])
def test_an_endless_list_costs_so_many_requests_and_is_told(kind: str, arguments: tuple[str, ...], tmp_path: Path) -> None:
    asked, ended = run(kind, tmp_path / "kznews.db", *arguments, LISTING_MAX_PAGES=12)
    trap = [target for target in asked if not (found := REAL.match(target)) or int(found[1]) >= ARTICLES]
    assert len({target for target in asked if target not in trap}) == ARTICLES
    assert len(trap) <= BUDGET
    assert any(line.startswith("a trap: pages like trap.kz") for line in ended.lines), ended.err
    assert ended.code == 0


def test_without_the_guard_the_list_is_walked_to_its_limit(tmp_path: Path) -> None:
    asked, ended = run("calendar", tmp_path / "kznews.db", TRAP_AFTER=0, LISTING_MAX_PAGES=9)
    assert len(asked) > BUDGET + ARTICLES
    assert not [line for line in ended.lines if "a trap" in line]


def test_an_article_is_asked_for_once_or_twice_however_it_may_be_sorted(tmp_path: Path) -> None:
    asked, ended = run("facets", tmp_path / "kznews.db")
    articles = [target for target in asked if target.startswith("/news/")]
    assert {target.partition("?")[0] for target in articles} == {f"/news/{number}" for number in range(ARTICLES)}
    assert len(articles) == DRESSES * ARTICLES
    assert ended.code == 0


def test_what_an_article_links_to_is_not_followed(tmp_path: Path) -> None:
    asked, _ = run("related", tmp_path / "kznews.db")
    assert sorted(target for target in asked if "news" in target) == sorted(f"/news/{number}" for number in range(ARTICLES))


def test_folders_that_pile_up_are_no_addresses(tmp_path: Path) -> None:
    asked, ended = run("deep", tmp_path / "kznews.db")
    assert any(re.fullmatch(r"addresses of sources not taken: \d+ trap", line) for line in ended.lines), ended.err
    assert max(target.count("/a") for target in asked) <= 2
    assert "trap (https://trap.kz/a/a/a/" in page(tmp_path / "kznews.db", "trap-deep", "https://trap.kz/")["detail"]
    assert len([target for target in asked if "/news/" in target]) <= DRESSES * ARTICLES


def test_sessions_in_the_path_at_most_double_the_frontier(tmp_path: Path) -> None:
    store, sizes = tmp_path / "kznews.db", []
    with PortalServer(TrapSite("sessions")) as server:
        for _ in range(3):
            crawl(server, store, portal="trap-sessions", SPIDER_MODULES=MODULES)
            with closing(connect(store)) as database:
                sizes.append(database.execute("SELECT count(*) FROM pages WHERE url LIKE '%/news/%'").fetchone()[0])
    assert sizes[0] == ARTICLES
    assert sizes[-1] <= DRESSES * ARTICLES


def test_indexes_of_sitemaps_are_followed_two_deep_each_once_and_what_is_broken_is_told(tmp_path: Path) -> None:
    store = tmp_path / "kznews.db"
    asked, ended = run("maps", store)
    maps = [target for target in asked if target.endswith(".xml")]
    assert sorted(maps) == ["/a.xml", "/b.xml", "/broken.xml", "/c.xml", "/maps.xml", "/old.xml", "/page.xml"]
    assert sorted(target for target in asked if "news" in target) == sorted(f"/news/{number}" for number in range(ARTICLES))
    assert ended.code == 0, ended.err
    assert page(store, "trap-maps", "https://trap.kz/broken.xml")["reason"] == "bad_source"
    assert page(store, "trap-maps", "https://trap.kz/page.xml")["reason"] == "gone"
    assert page(store, "trap-maps", "https://trap.kz/maps.xml")["detail"] == "1 off_site (https://elsewhere.kz/x.xml)"


def test_a_sitemap_that_was_read_and_has_not_changed_for_half_a_year_is_read_no_more(tmp_path: Path) -> None:
    with PortalServer(TrapSite("maps")) as server:
        for days in (0, 30, 60):
            server.log.clear()
            crawl(server, tmp_path / "kznews.db", portal="trap-maps", at=NOON + timedelta(days), SPIDER_MODULES=MODULES)
            assert ("/old.xml" in server.asked()) is (days == 0)
            assert {"/maps.xml", "/a.xml", "/b.xml"} <= set(server.asked())


def verdict(outcome: Outcome, reason: Reason | None = None, key: str | None = None) -> Verdict:
    return Verdict(outcome=outcome, reason=reason, article_key=key)


NOTHING = verdict(Outcome.REFUSED, Reason.NO_BODY)
URL = "https://derek.kz/news/{}"


def seen(traps: Traps, count: int, what: Verdict, first: int = 0) -> list[str]:
    found = (traps.saw(URL.format(number), DEREK, what) for number in range(first, first + count))
    return [shape for shape in found if shape]


def test_a_shape_is_a_trap_after_so_many_pages_in_a_row() -> None:
    traps = Traps(10)
    assert seen(traps, 9, NOTHING) == []
    assert traps.holds(URL.format(99)) is None
    assert len(seen(traps, 1, NOTHING, 9)) == 1
    assert traps.holds(URL.format(99))
    assert traps.holds("https://derek.kz/about") is None
    assert traps.hold_all([Found(URL.format(1)), Found(URL.format(2))])
    assert not traps.hold_all([Found(URL.format(1)), Found("https://derek.kz/about")])
    assert seen(traps, 5, NOTHING, 10) == []  # it is told once


@pytest.mark.parametrize(
    "what",
    [
        verdict(Outcome.STORED),
        verdict(Outcome.UPDATED),
        verdict(Outcome.UNCHANGED),
        verdict(Outcome.REFUSED, Reason.FOREIGN_LANGUAGE),
    ],
    ids=str,
)
def test_a_text_between_begins_the_count_anew(what: Verdict) -> None:
    traps = Traps(10)
    seen(traps, 9, NOTHING)
    seen(traps, 1, what)
    assert seen(traps, 9, NOTHING) == []
    assert len(seen(traps, 1, NOTHING)) == 1


@pytest.mark.parametrize(("texts", "asked"), [(1, 20), (3, None)], ids=["half of them", "fewer than half"])
def test_pages_without_a_text_among_others_are_a_trap_if_they_are_half_of_all(texts: int, asked: int | None) -> None:
    """One that gives nothing, then so many that give a text, over and over: never two in a row that give nothing."""
    traps = Traps(10)
    told = 0
    for number in range(100):
        if traps.holds(URL.format(number)):
            break
        told += bool(seen(traps, 1, NOTHING, number))
        seen(traps, texts, verdict(Outcome.STORED), 1000 + number * texts)
    assert (number, told) == ((asked, 1) if asked else (99, 0))


@pytest.mark.parametrize(
    "what",
    [
        verdict(Outcome.REFUSED, Reason.SERVER_ERROR),
        verdict(Outcome.REFUSED, Reason.GONE),
        verdict(Outcome.REFUSED, Reason.CHALLENGE),
        verdict(Outcome.REFUSED, Reason.ROBOTS),
        verdict(Outcome.REFUSED, Reason.TRAP),
        verdict(Outcome.REFUSED, Reason.PARSE_ERROR),
        verdict(Outcome.LISTED),
    ],
    ids=str,
)
def test_what_says_nothing_about_the_page_is_not_counted(what: Verdict) -> None:
    traps = Traps(10)
    assert seen(traps, 50, what) == []
    seen(traps, 9, NOTHING)
    seen(traps, 50, what)
    assert len(seen(traps, 1, NOTHING)) == 1


def test_another_article_s_text_is_nothing_and_another_edition_of_its_own_is_not() -> None:
    traps = Traps(10)
    for number in range(30):
        assert traps.saw(URL.format(number), DEREK, verdict(Outcome.DUPLICATE, key=f"derek:{number}")) is None
    told = [traps.saw(URL.format(number), DEREK, verdict(Outcome.DUPLICATE, key="derek:7")) for number in range(10, 20)]
    assert [shape is not None for shape in told] == [False] * 9 + [True]


def test_shapes_without_end_take_no_memory_without_end() -> None:
    traps = Traps(10)
    for number in range(3 * MOST_SHAPES):
        traps.saw(
            f"https://derek.kz/{chr(97 + number % 26) * (1 + number // 26 % 20)}/{'x' * (number // 520 + 1)}?a{number}",
            DEREK,
            NOTHING,
        )
    assert len(traps.counts) <= MOST_SHAPES


def harvest(*urls: str) -> Harvest:
    return Harvest(tuple(Found(f"https://derek.kz{url}") for url in urls))


def test_editions_keep_two_addresses_each_and_the_known_ones_always_pass() -> None:
    traps = Traps(0)
    given = traps.without_dresses(harvest("/news/1", "/news/1-a", "/news/1-b", "/news/2-a"), DEREK, {})
    assert [item.url[16:] for item in given.found] == ["/news/1", "/news/1-a", "/news/2-a"]
    assert given.rejected == ((Reason.TRAP, "https://derek.kz/news/1-b"),)
    again = traps.without_dresses(harvest("/news/1-a", "/news/1", "/news/1-c"), DEREK, {})
    assert [item.url[16:] for item in again.found] == ["/news/1-a", "/news/1"]
    stored = {"3": ["https://derek.kz/news/3-x", "https://derek.kz/news/3-y"], "4": ["https://lat.derek.kz/news/4"]}
    known = Traps(0).without_dresses(harvest("/news/3-z", "/news/3-x", "/news/4"), DEREK, stored)
    assert [item.url[16:] for item in known.found] == ["/news/3-x", "/news/4"]


def test_scripts_and_hosts_are_editions_of_their_own() -> None:
    urls = [f"https://{host}/news/7{more}" for host in ("derek.kz", "lat.derek.kz") for more in ("", "?ln=lat", "?ln=ar")]
    given = Traps(0).without_dresses(Harvest(tuple(Found(url) for url in urls)), DEREK, {})
    assert len(given.found) == len(urls)

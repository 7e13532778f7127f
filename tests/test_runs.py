"""Runs of a portal over real HTTP: each article once, what changed once, and nothing else (docs/runs.md)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kznews.store import Store
from tests.support.crawls import dump, page, url_of
from tests.support.generated_portal import BEGINS, GeneratedPortal, title
from tests.support.portal_crawls import crawl
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

ARTICLES = 50
ARTICLE = r"^/news/\d+$"
NEWEST = BEGINS + timedelta(hours=ARTICLES - 1)
"""When the newest article was published."""


@pytest.fixture
def portal() -> GeneratedPortal:
    return GeneratedPortal(articles=ARTICLES)


@pytest.fixture
def server(portal: GeneratedPortal) -> Iterator[PortalServer]:
    with PortalServer(portal) as running:
        yield running


def run(server: PortalServer, store: Path, at: datetime, *arguments: str, **settings: object) -> list[str]:
    """Run the portal at a time, and return which articles it asked for, in their order."""
    server.log.clear()
    ended = crawl(server, store, *arguments, at=at, **settings)
    assert ended.code == 0, ended.err
    return server.asked(ARTICLE)


def numbers(asked: list[str]) -> list[int]:
    return [int(target.rpartition("/")[2]) for target in asked]


def titles(store: Path, number: int) -> list[str]:
    """Return the headlines of an article's versions."""
    with Store.open(url_of(store)) as opened:
        return [version.article.title or "" for version in opened.history("local", f"https://local.kz/news/{number}")]


def changed(before: list[str], after: list[str]) -> dict[str, set[str]]:
    """Return which columns of which pages differ between two dumps; fails if anything but pages does."""
    gone, come = (
        {tuple(json.loads(line)[1][name] for name in ("portal", "url")): json.loads(line)[1] for line in lines}
        for lines in (set(before) - set(after), set(after) - set(before))
    )
    assert all(json.loads(line)[0] == "pages" for line in set(before) ^ set(after))
    assert gone.keys() == come.keys()
    return {key[1]: {name for name in gone[key] if gone[key][name] != come[key][name]} for key in gone}


def test_a_first_run_fetches_every_article_once_and_the_second_none(server: PortalServer, store: Path) -> None:
    asked = run(server, store, NEWEST)
    assert sorted(numbers(asked)) == list(range(ARTICLES))
    assert numbers(asked)[0] == ARTICLES - 1
    before = dump(store)
    assert run(server, store, NEWEST + timedelta(minutes=1)) == []
    assert {one.path for one in server.log} == {"/", "/rss.xml", "/news/"}, "the copy of robots.txt still counts"
    assert {one.status for one in server.log} == {304}
    assert changed(before, dump(store)).keys() <= {f"https://local.kz{path}" for path in ("/", "/rss.xml", "/news/")}


def test_new_and_edited_articles_appear_once_each_and_the_edited_as_versions(
    server: PortalServer, portal: GeneratedPortal, store: Path
) -> None:
    run(server, store, NEWEST)
    portal.publish(10)
    edited = (ARTICLES - 1, ARTICLES - 3, ARTICLES - 9)
    for number in edited:
        portal.edit(number, at=NEWEST + timedelta(minutes=20))
    seen: list[int] = []
    for hours in (1, 2, 3, 7, 25, 26):
        run(server, store, NEWEST + timedelta(hours=hours))
        seen += numbers(
            [one.target for one in server.log if one.status == 200 and one.path.startswith("/news/") and one.path != "/news/"]
        )
    assert sorted(seen) == sorted((*range(ARTICLES, ARTICLES + 10), *edited))
    assert [titles(store, number) for number in edited] == [[title(number), title(number, 1)] for number in edited]
    assert [titles(store, number) for number in (0, 30, ARTICLES)] == [[title(0)], [title(30)], [title(ARTICLES)]]


def test_looks_become_rarer_until_there_are_none(server: PortalServer, store: Path) -> None:
    number, times = ARTICLES - 1, (0.5, 1, 5, 6, 7, 23, 24, 25, 24 * 6, 24 * 7, 24 * 29, 24 * 30, 24 * 31, 24 * 90)
    run(server, store, NEWEST)
    looks = [hours for hours in times if number in numbers(run(server, store, NEWEST + timedelta(hours=hours)))]
    assert looks == [1, 6, 24, 24 * 7, 24 * 30]


def test_a_304_writes_nothing_but_that_the_page_was_seen(server: PortalServer, store: Path) -> None:
    run(server, store, NEWEST)
    before = dump(store)
    run(server, store, NEWEST + timedelta(hours=1))
    looked_at = [one for one in server.log if one.path.startswith("/news/") and one.path != "/news/"]
    assert {one.status for one in looked_at} == {304}
    assert all(one.headers["if-none-match"] and one.headers["if-modified-since"] for one in looked_at)
    difference = changed(before, dump(store))
    assert {f"https://local.kz{one.target}" for one in looked_at} <= difference.keys()
    assert set().union(*difference.values()) == {"fetched_at", "looks", "next_look"}


def test_a_changed_page_under_the_same_validators_is_found_by_the_full_fetch(
    server: PortalServer, portal: GeneratedPortal, store: Path
) -> None:
    portal.keeps_etag = True
    number = ARTICLES - 1
    run(server, store, NEWEST)
    portal.edit(number, at=NEWEST + timedelta(minutes=1))
    for hours in (1, 6, 24, 24 * 7):
        run(server, store, NEWEST + timedelta(hours=hours))
        assert titles(store, number) == [title(number)]
    run(server, store, NEWEST + timedelta(days=30))
    assert titles(store, number) == [title(number), title(number, 1)]


def test_a_listing_is_paged_although_other_sources_name_all_of_its_first_page(
    server: PortalServer, portal: GeneratedPortal, store: Path
) -> None:
    run(server, store, NEWEST)
    portal.publish(30)
    server.fault("/news/$", delay=1.0)  # the home page and the feed are read long before
    asked = run(server, store, NEWEST + timedelta(minutes=1))
    assert sorted(numbers(asked)) == list(range(ARTICLES, ARTICLES + 30))
    assert server.asked(r"\?page=") == ["/news/?page=2", "/news/?page=3"]


def test_every_tenth_question_to_a_source_is_a_full_one(server: PortalServer, store: Path) -> None:
    statuses = []
    for minute in range(21):
        run(server, store, NEWEST + timedelta(minutes=minute))
        statuses += [one.status for one in server.log if one.path == "/rss.xml"]
    assert statuses == [200, *[304] * 9, 200, *[304] * 9, 200]


def test_a_304_without_a_copy_is_refused_by_name_and_tried_again(server: PortalServer, store: Path) -> None:
    server.fault("/news/7$", status=304)
    run(server, store, NEWEST)
    row = page(store, "local", "https://local.kz/news/7")
    assert (row["state"], row["reason"]) == ("pending", "no_copy")
    server.heal()
    assert 7 in numbers(run(server, store, NEWEST + timedelta(hours=1)))
    assert page(store, "local", "https://local.kz/news/7")["outcome"] == "stored"


def test_validators_are_those_of_the_page_and_never_of_the_one_that_redirects(
    server: PortalServer, portal: GeneratedPortal, store: Path
) -> None:
    number = ARTICLES - 1
    run(server, store, NEWEST)
    server.fault(f"/news/{number}$", status=301, headers={"Location": "https://local.kz/news/3"})
    run(server, store, NEWEST + timedelta(hours=1))
    [asked] = [one for one in server.log if one.target == "/news/3"]
    assert asked.status == 200
    assert "if-none-match" not in asked.headers
    assert page(store, "local", f"https://local.kz/news/{number}")["redirects_to"] == "https://local.kz/news/3"


def test_a_run_fetches_so_many_pages_and_the_next_one_goes_on(server: PortalServer, store: Path) -> None:
    first = run(server, store, NEWEST, "-a", "limit=12")
    second = run(server, store, NEWEST + timedelta(minutes=1), "-a", "limit=30")
    third = run(server, store, NEWEST + timedelta(minutes=2))
    assert [len(first), len(second), len(third)] == [12, 30, 8]
    assert sorted(numbers(first + second + third)) == list(range(ARTICLES))


def test_neither_news_nor_what_waits_nor_looks_stand_still_in_a_bounded_run(
    server: PortalServer, portal: GeneratedPortal, store: Path
) -> None:
    run(server, store, NEWEST, "-a", "limit=8")
    waiting = set(range(ARTICLES)) - set(numbers(server.asked(ARTICLE)))
    portal.publish(40)
    asked = numbers(run(server, store, NEWEST + timedelta(hours=6), "-a", "limit=16"))
    fresh, left = set(range(ARTICLES, ARTICLES + 40)), waiting
    known = set(range(ARTICLES)) - waiting
    assert [len(set(asked) & group) for group in (fresh, left, known)] == [8, 4, 4]


def test_a_source_that_has_been_quiet_is_asked_more_rarely(server: PortalServer, portal: GeneratedPortal, store: Path) -> None:
    run(server, store, NEWEST)
    asked = []
    for hours in (1, 24 * 10, 24 * 10 + 4, 24 * 10 + 9, 24 * 60, 24 * 60 + 23, 24 * 61, 24 * 61 + 12):
        run(server, store, NEWEST + timedelta(hours=hours))
        asked.append("/rss.xml" in server.asked())
    assert asked == [True, True, False, True, True, False, True, False]
    portal.publish()
    run(server, store, NEWEST + timedelta(hours=24 * 62))
    for minutes in (5, 10):
        run(server, store, NEWEST + timedelta(hours=24 * 62, minutes=minutes))
        assert "/" in server.asked()


def test_what_the_source_said_of_an_address_is_kept_until_it_is_fetched(server: PortalServer, store: Path) -> None:
    run(server, store, NEWEST, "-a", "limit=1")
    row = page(store, "local", f"https://local.kz/news/{ARTICLES - 5}")
    assert row["state"] == "pending"
    assert row["named_published"] == BEGINS + timedelta(hours=ARTICLES - 5)
    assert (row["named_title"], row["named_basis"]) == (title(ARTICLES - 5), "feed")


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("limit=0", "limit"),
        ("limit=many", "limit"),
        ("since=2018-13-01", "since"),
        ("until=yesterday", "until"),
        ("since=2999-01-01", "future"),
        ("sinse=2018-01-01", "sinse"),
    ],
)
def test_an_argument_that_means_nothing_is_one_line(server: PortalServer, store: Path, argument: str, said: str) -> None:
    ended = crawl(server, store, "-a", argument)
    assert ended.code == 2
    assert len(ended.lines) == 1
    assert said in ended.lines[0]
    assert server.log == []

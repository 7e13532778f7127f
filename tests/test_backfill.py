"""Back-fills over real HTTP: the days that were asked for, each article once, in portions and through kills (docs/runs.md).

KZNEWS_BACKFILL sets the number of addresses of the killed back-fill: 200, or with `make backfill` 10,000 over 400 days.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kznews.schedule import MOST_UNDER_WAY
from kznews.store import Store
from tests.support.crawls import url_of
from tests.support.generated_portal import PER_PAGE, ZONE, GeneratedPortal
from tests.support.portal_crawls import crawl, started
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.support.crawls import Ended

ARTICLE = r"^/news/\d+$"
BEGINS = datetime(2018, 1, 1, 0, 30, tzinfo=ZONE)
DAYS, PER_DAY = 20, 6
NOW = datetime(2018, 2, 1, 12, tzinfo=UTC)
ADDRESSES = int(os.environ.get("KZNEWS_BACKFILL", "200"))
KILLS = 5 if ADDRESSES >= 1_000 else 2
"""Between two kills more pages must be asked for than may be on their way to the store (schedule.MOST_UNDER_WAY)."""
PATIENCE = 1200


@pytest.fixture
def portal() -> GeneratedPortal:
    return GeneratedPortal(articles=DAYS * PER_DAY, begins=BEGINS, every=timedelta(days=1) / PER_DAY)


@pytest.fixture
def server(portal: GeneratedPortal) -> Iterator[PortalServer]:
    with PortalServer(portal) as running:
        yield running


def fill(server: PortalServer, store: Path, name: str, first: int, last: int, *arguments: str, at: datetime = NOW) -> Ended:
    """Collect the days of January 2018 from `first` to `last`; the log holds this call alone."""
    server.log.clear()
    days = ("-a", f"since=2018-01-{first:02}", "-a", f"until=2018-01-{last:02}")
    ended = crawl(server, store, *days, *arguments, portal=name, at=at)
    assert ended.code == 0, ended.err
    return ended


def asked(server: PortalServer) -> list[int]:
    return sorted(int(target.rpartition("/")[2]) for target in server.asked(ARTICLE))


def of_days(first: int, last: int) -> list[int]:
    return list(range((first - 1) * PER_DAY, last * PER_DAY))


def stored(store: Path, name: str) -> list[int]:
    """Return the numbers of the articles in a store, in their order."""
    with Store.open(url_of(store)) as opened:
        return sorted(int(article.article_id) for article in opened.articles(name))


@pytest.mark.parametrize("name", ["localarchive", "localsitemap"])
def test_a_back_fill_fetches_the_articles_of_its_days_once_and_the_next_call_nothing(
    server: PortalServer, store: Path, name: str
) -> None:
    ended = fill(server, store, name, 3, 9)
    assert asked(server) == of_days(3, 9)
    assert stored(store, name) == of_days(3, 9)
    assert ended.lines[1].startswith("back-fill 2018-01-03/2018-01-09: ")
    assert ended.lines[1].endswith("; complete")
    again = fill(server, store, name, 3, 9)
    assert server.asked() == []
    assert again.lines[1].endswith("; complete")


def test_a_listing_is_paged_back_until_the_first_day_is_passed(server: PortalServer, store: Path) -> None:
    ended = fill(server, store, "local", 12, 14)
    assert set(of_days(12, 20)) <= set(asked(server))
    assert len(asked(server)) == len(set(asked(server))) == 80  # four pages of 20: the fourth holds nothing of the 12th
    assert ended.lines[1] == "back-fill 2018-01-12/2018-01-14: 1 of 1 sources read to the end; complete"


def test_days_that_are_done_are_passed_over_by_other_spans(server: PortalServer, store: Path) -> None:
    fill(server, store, "localarchive", 3, 9)
    fill(server, store, "localarchive", 8, 12)
    assert server.asked("^/archive") == [f"/archive/2018/01/{day}/" for day in (12, 11, 10)]
    assert asked(server) == of_days(10, 12)


def test_a_back_fill_in_portions_ends_complete_and_fetches_nothing_twice(server: PortalServer, store: Path) -> None:
    every: list[int] = []
    calls = 0
    while calls < 20:
        calls += 1
        ended = fill(server, store, "localarchive", 3, 9, "-a", "limit=10")
        every += asked(server)
        if ended.lines[1].endswith("complete"):
            break
        assert ended.lines[1].endswith("the same command goes on")
    assert calls == 5
    assert sorted(every) == of_days(3, 9)


def test_a_daily_run_between_two_portions_takes_the_news_and_leaves_the_rest(
    server: PortalServer, portal: GeneratedPortal, store: Path
) -> None:
    fill(server, store, "localarchive", 1, 9, "-a", "limit=10")
    server.log.clear()
    assert crawl(server, store, portal="localarchive", at=NOW).code == 0
    assert asked(server) == list(range(portal.count - 20, portal.count))
    fill(server, store, "localarchive", 1, 9)
    assert sorted(set(stored(store, "localarchive"))) == [*of_days(1, 9), *range(portal.count - 20, portal.count)]


def test_a_day_whose_page_is_gone_is_done_and_one_whose_page_fails_is_not(server: PortalServer, store: Path) -> None:
    server.fault("/archive/2018/01/04/", status=404)
    server.fault("/archive/2018/01/05/", status=503)
    ended = fill(server, store, "localarchive", 3, 6)
    assert ended.lines[1] == "back-fill 2018-01-03/2018-01-06: 3 of 4 days read; the same command goes on"
    server.heal()
    fill(server, store, "localarchive", 3, 6, at=NOW + timedelta(hours=2))
    assert server.asked("^/archive") == ["/archive/2018/01/05/"]
    assert asked(server) == of_days(5, 5)


def test_a_day_is_done_when_all_archives_have_been_read(server: PortalServer, store: Path) -> None:
    server.fault("/archive/2018/01/04/", status=503)
    ended = fill(server, store, "localarchives", 3, 5)
    assert ended.lines[1] == "back-fill 2018-01-03/2018-01-05: 2 of 3 days read; the same command goes on"
    assert asked(server) == [*of_days(3, 3), *of_days(5, 5)]


def test_a_day_that_is_not_over_is_never_done(server: PortalServer, portal: GeneratedPortal, store: Path) -> None:
    noon = datetime(2018, 1, 10, 12, tzinfo=ZONE)
    portal.count = 9 * PER_DAY + 3
    fill(server, store, "localarchive", 9, 12, at=noon)
    portal.count = DAYS * PER_DAY
    fill(server, store, "localarchive", 9, 12, at=noon + timedelta(days=5))
    assert server.asked("^/archive") == [f"/archive/2018/01/{day}/" for day in (12, 11, 10)]
    with Store.open(url_of(store)) as opened:
        assert sorted(opened.days_done("localarchive", date(2018, 1, 1), date(2018, 1, 31))) == [
            date(2018, 1, day) for day in (9, 10, 11, 12)
        ]


def test_a_portal_without_an_archive_says_so_in_one_line(server: PortalServer, store: Path) -> None:
    ended = crawl(server, store, "-a", "since=2018-01-01", portal="localnews", at=NOW)
    assert ended.code == 2
    assert ended.lines == ["localnews has no archive: no source of it leads back to the days from 2018-01-01 to 2018-02-01"]
    assert server.log == []


def test_sitemaps_that_changed_before_the_span_are_not_read(server: PortalServer, portal: GeneratedPortal, store: Path) -> None:
    portal.count = 70 * PER_DAY
    server.log.clear()
    span = ("-a", "since=2018-02-10", "-a", "until=2018-02-12")
    assert crawl(server, store, *span, portal="localsitemap", at=NOW + timedelta(days=50)).code == 0
    assert server.asked("sitemap") == ["/sitemap.xml", "/sitemap-2018-02.xml.gz", "/sitemap-2018-03.xml.gz"]
    assert asked(server) == list(range(40 * PER_DAY, 43 * PER_DAY))


JANUARY = list(range(31 * PER_DAY))


@pytest.mark.parametrize(
    ("edited", "taken"),
    [((12, 17, 30), of_days(3, 9)), (range(40 * PER_DAY), JANUARY)],
    ids=["some articles", "a rebuilt site, whose sitemap tells the month alone"],
)
def test_what_changed_after_the_span_is_of_it_all_the_same(
    server: PortalServer, portal: GeneratedPortal, store: Path, edited: Iterable[int], taken: list[int]
) -> None:
    portal.count = 40 * PER_DAY
    for number in edited:
        portal.edit(number, at=NOW + timedelta(days=30, minutes=number))
    fill(server, store, "localsitemap", 3, 9, at=NOW + timedelta(days=60))
    assert asked(server) == taken
    assert stored(store, "localsitemap") == taken


def test_a_back_fill_that_is_killed_again_and_again_ends_complete(tmp_path: Path) -> None:
    """Each article is fetched once, those on their way at a kill twice at most, and stored once."""
    days = max(10, ADDRESSES // 25)
    portal = GeneratedPortal(articles=ADDRESSES, begins=BEGINS, every=timedelta(days=days) / ADDRESSES)
    span = ("-a", "since=2018-01-01", "-a", f"until={(BEGINS + timedelta(days=days - 1)).date()}")
    options = {"at": BEGINS + timedelta(days=days + 1), "portal": "localarchive", "BACKFILL_MINUTES": 10_000}
    store, chance = tmp_path / "kznews.db", random.Random(5)
    marks = [ADDRESSES * (2 * number + 1) // (2 * KILLS) + chance.randrange(-10, 10) for number in range(KILLS)]
    with PortalServer(portal) as server:
        for mark in marks:
            process = started(server, store, tmp_path / "said", *span, **options)
            wait_for(server, mark)
            assert process.exitcode is None
            process.kill()
            process.join()
        last = started(server, store, tmp_path / "said", *span, **options)
        last.join(PATIENCE)
        assert last.exitcode == 0
        fetched = Counter(server.asked(ARTICLE))
    assert f"{days} of {days} days read; complete" in Path(tmp_path, "said.err").read_text(encoding="utf-8")
    assert set(fetched) == {f"/news/{number}" for number in range(ADDRESSES)}
    assert max(fetched.values()) <= 2
    assert sum(fetched.values()) - ADDRESSES <= KILLS * (MOST_UNDER_WAY + 16)  # on their way, and just taken
    assert stored(store, "localarchive") == list(range(ADDRESSES))
    with Store.open(url_of(store)) as opened:
        assert list(opened.verify()) == []


def wait_for(server: PortalServer, mark: int) -> None:
    """Wait until so many articles have been asked for."""
    end = time.monotonic() + PATIENCE
    while len(set(server.asked(ARTICLE))) < mark and time.monotonic() < end:
        time.sleep(0.02)


class _Endless(GeneratedPortal):
    """Its pager shows the last page for every number behind it."""

    def _source(self, path: str, page: int) -> tuple[bytes | None, str]:
        return super()._source(path, min(page, -(-self.count // PER_PAGE)))


def test_a_pager_without_an_end_is_read_to_its_last_page(store: Path) -> None:
    with PortalServer(_Endless(articles=50, begins=BEGINS, every=timedelta(days=1) / PER_DAY)) as server:
        ended = fill(server, store, "local", 1, 3)
        assert len(server.asked(r"^/news/\?page=")) == 3, "two pages, and one that is the last one again"
    assert ended.lines[1] == "back-fill 2018-01-01/2018-01-03: 1 of 1 sources read to the end; complete"


def test_a_page_that_is_full_of_the_first_day_is_followed_by_the_next(store: Path) -> None:
    with PortalServer(GeneratedPortal(articles=150, begins=BEGINS, every=timedelta(days=1) / 50)) as server:
        fill(server, store, "local", 2, 2)
    assert set(range(50, 100)) <= set(stored(store, "local"))

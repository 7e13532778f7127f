"""The filter of repeated requests: what is under way is asked for once, and a long run needs no more memory than a short one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from scrapy.http import Request

from kznews.clock import frozen
from kznews.dupefilter import RecentFilter
from tests.support.crawls import dump, save_page
from tests.support.generated import article_page, article_url
from tests.test_frontier import ASKED, HOME, LIST, linked, live

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.crawls import Crawl


def made(remembered: int = 100) -> RecentFilter:
    recent = RecentFilter()
    recent.remembered = remembered
    return recent


def asked(number: int) -> Request:
    return Request(f"https://qamshy.kz/{number}")


def test_a_repeated_request_is_filtered_whatever_its_dress() -> None:
    recent = made()
    assert not recent.request_seen(Request("https://qamshy.kz/?a=1&b=2"))
    assert recent.request_seen(Request("https://qamshy.kz/?b=2&a=1#top"))
    assert not recent.request_seen(Request("https://qamshy.kz/?a=1&b=2", method="POST"))


def test_it_remembers_the_last_ones_and_no_more() -> None:
    recent = made(10)
    assert not any(recent.request_seen(asked(number)) for number in range(1_000))
    assert (len(recent._recent), len(recent._order)) == (10, 10)
    assert all(recent.request_seen(asked(number)) for number in range(990, 1_000))
    assert not recent.request_seen(asked(989))
    assert not recent.request_seen(asked(990))  # the oldest made room for it


def test_a_repeated_request_does_not_push_others_out() -> None:
    recent = made(2)
    assert [recent.request_seen(asked(number)) for number in (1, 2, 2, 2, 1)] == [False, False, True, True, True]


def crawl(folder: Path, store: Path, **more: int) -> Crawl:
    for name, url in (("home", HOME), ("list", LIST)):
        save_page(folder, name, url, linked(*map(article_url, range(7, 27))))
    for number in range(7, 27):
        save_page(folder, str(number), article_url(number), article_page(number))
    return live(folder, store, CONCURRENT_REQUESTS_PER_DOMAIN=8, **more)


def test_two_lists_that_name_the_same_articles_cost_one_fetch_each(tmp_path: Path) -> None:
    assert crawl(tmp_path / "net", tmp_path / "kznews.db").count("stored") == 20
    assert len(ASKED) == len(set(ASKED))


@pytest.mark.parametrize("remembered", [1, 5])
def test_the_store_knows_what_is_under_way_however_little_the_filter_remembers(tmp_path: Path, remembered: int) -> None:
    with frozen(datetime(2026, 11, 1, tzinfo=UTC)):
        few = crawl(tmp_path / "net", tmp_path / "few.db", DUPEFILTER_REMEMBERED=remembered)
        assert len(ASKED) == len(set(ASKED))
        crawl(tmp_path / "again", tmp_path / "kznews.db")
    assert dump(tmp_path / "few.db") == dump(tmp_path / "kznews.db")
    assert few.count("stored") == 20
    assert few.code == 0

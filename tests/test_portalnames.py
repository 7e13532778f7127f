"""A portal that no file declares is named by its host, wherever a command takes a portal's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from tests.support.crawls import replay, save_page, scrapy
from tests.support.small_pages import FETCHED, article
from tests.support.small_pages import page as small_page

if TYPE_CHECKING:
    from pathlib import Path

RATES = '<ul class="rates"><li>USD 519.20</li><li>EUR 601.35</li></ul>'
SPAN = ("--since", "2025-11-01", "--until", "2025-11-30")
COMMANDS = (("export", "jsonl", "-o", "-"), ("search", "көпір"), ("rates", "USD", *SPAN))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one article of derek.kz, read by the portal `any`."""
    folder = tmp_path_factory.mktemp("derek")
    markup = small_page(f"<header>{RATES}</header>", main=article())
    save_page(folder / "pages", "one", "https://derek.kz/zhanalyq/4711-kopir", markup, fetched_at=FETCHED.isoformat())
    replay("any", folder / "pages", folder / "kznews.db")
    return folder / "kznews.db"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_portal_that_the_store_holds_is_known_by_its_host(store: Path, command: tuple[str, ...]) -> None:
    ended = scrapy(*command, "--portal", "derek.kz", store=store)
    assert ended.code == Exit.FINE, ended.err
    assert ended.out
    ended = scrapy(*command, "--portal", "derec.kz", store=store)
    assert (ended.code, ended.out, ended.lines) == (Exit.USAGE, "", ["no portal is called 'derec.kz': did you mean derek.kz?"])
    assert scrapy(*command, "--portal", "qamshy", store=store).code == Exit.FINE, "declared, without an article"


def test_days_and_numbers_that_are_none_are_named_as_they_are_written(store: Path) -> None:
    for options, line in (
        (("--since", "16.03.2026"), "--since='16.03.2026' is no day; write it as --since=2018-01-31"),
        (("--until", ""), "--until='' is no day; write it as --until=2018-01-31"),
        (("--limit", "x"), "--limit='x' is no whole number from 1 on"),
        (("--limit", "1001"), "--limit=1001 is more than 1000; `scrapy export` has no limit"),
        (("--portal", ""), "no portal is called '': see `scrapy list`"),
    ):
        ended = scrapy("search", "көпір", *options, store=store)
        assert (ended.code, ended.lines) == (Exit.USAGE, [line])


def test_a_search_may_go_on_to_the_end_of_the_calendar(store: Path) -> None:
    ended = scrapy("search", "көпір", "--until", "9999-12-31", "--limit", "1000", store=store)
    assert (ended.code, "derek.kz" in ended.out) == (Exit.FINE, True), ended.err

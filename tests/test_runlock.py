"""Two runs of one portal: the second one says so in a line, and ends well."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.store import Store, hold_run
from tests.support.crawls import TIMEOUT, page, replay, runs, save_page, scrapy, settled, started, url_of
from tests.support.generated import article_page, article_url

if TYPE_CHECKING:
    from pathlib import Path

STARTS = int(os.environ.get("KZNEWS_STARTS", "2"))
"""Of the whole command; tests/store/test_store_lock.py has twenty of the lock alone."""
SLOW = """
import time
from kznews.middlewares.replay import ReplayHandler

async def slowly(self, request):
    import asyncio
    await asyncio.sleep(60)
    return await known(self, request)

known = ReplayHandler.download_request
ReplayHandler.download_request = slowly
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_page(tmp_path / "pages", "seven", article_url(7), article_page(7))
    save_page(tmp_path / "pages", "stan", "https://stan.kz/", "<html><body>stan</body></html>")
    return tmp_path / "pages"


def crawl(folder: Path) -> tuple[str, ...]:
    return ("crawl", "qamshy", "-s", f"REPLAY={folder}")


def test_a_second_run_of_a_portal_ends_well_and_says_so(folder: Path, store: Path) -> None:
    lock = hold_run(url_of(store), "qamshy")
    assert lock is not None
    ended = scrapy(*crawl(folder), store=store)
    assert ended.code == Exit.FINE
    assert ended.lines == ["qamshy: another run is collecting it into this store; this one leaves it alone"]
    assert "Traceback" not in ended.err
    with Store.open(url_of(store)) as opened:
        assert opened.runs() == []
    lock.release()
    assert scrapy(*crawl(folder), store=store).code == Exit.FINE
    assert page(store, "qamshy", article_url(7))["outcome"] == "stored"


def test_all_portals_are_collected_but_the_one_that_is_locked(folder: Path, store: Path) -> None:
    lock = hold_run(url_of(store), "qamshy")
    assert lock is not None
    ended = scrapy("crawlall", "-s", f"REPLAY={folder}", store=store)
    assert ended.lines[0].startswith("qamshy: another run")
    assert [line.split(":")[0] for line in ended.lines[1:]][:1] == ["stan"]
    with Store.open(url_of(store)) as opened:
        assert [run["portal"] for run in opened.runs()] == ["stan"]
    lock.release()


def test_a_run_inside_a_program_gives_its_lock_back(folder: Path, store: Path) -> None:
    assert replay("qamshy", folder, store).code == Exit.FINE
    assert hold_run(url_of(store), "qamshy") is not None


def test_of_many_runs_that_start_while_one_is_going_none_collects_and_its_death_frees_the_portal(
    tmp_path: Path, folder: Path, store: Path
) -> None:
    tmp_path.joinpath("sitecustomize.py").write_text(SLOW, encoding="utf-8")
    with started(*crawl(folder), store=store, inject=tmp_path) as holder:
        wait_until_held(store)
        for first in range(0, STARTS, 2):  # two at a time: that is what the machine has
            others = [started(*crawl(folder), store=store) for _ in range(min(2, STARTS - first))]
            said = [other.communicate(timeout=TIMEOUT)[1] for other in others]
            assert [other.returncode for other in others] == [Exit.FINE] * len(others)
            assert all("another run is collecting it" in err for err in said)
        holder.kill()
        holder.communicate()
    assert settled(store) == 0
    assert scrapy(*crawl(folder), store=store).code == Exit.FINE
    with Store.open(url_of(store)) as opened:
        assert [run["finish_reason"] for run in opened.runs()] == [None, "finished"]


def wait_until_held(store: Path) -> None:
    end = time.monotonic() + TIMEOUT
    while not runs(store):
        assert time.monotonic() < end, "the run never began"
        time.sleep(0.05)

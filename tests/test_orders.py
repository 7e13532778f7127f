"""Neither the order of the pages nor how many are under way at a time shows in the store; the same pages twice change nothing.

KZNEWS_ORDERS (2) sets the number of shuffled orders, KZNEWS_LEVELS (2) that of the levels of concurrency: `make order-test`
takes 100 and 8.
"""

from __future__ import annotations

import hashlib
import os
import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from kznews.store import PageRecord, Store, StoreWriter
from tests.support.cases import PORTALS
from tests.support.crawls import dump, replay, rows, url_of
from tests.support.generated_portal import GeneratedPortal
from tests.support.portal_crawls import crawl
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from pathlib import Path

ORDERS = int(os.environ.get("KZNEWS_ORDERS", "2"))
LEVELS = (1, 16, 2, 3, 4, 8, 32, 64)[: int(os.environ.get("KZNEWS_LEVELS", "2"))]
NAMES = sorted(path.name for path in PORTALS.iterdir() if path.is_dir() and path.name != "any")
SOME = NAMES if len(LEVELS) > 2 else ["qamshy", "egemen"]
"""Portals that are replayed at every level."""
NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)


class Kept:
    """The store of a replay of all fixtures, and the records that went into it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.records: list[PageRecord] = []
        known = StoreWriter.commit

        async def noted(writer: StoreWriter, record: PageRecord) -> object:
            self.records.append(record)
            return await known(writer, record)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(StoreWriter, "commit", noted)
            for name in NAMES:
                replay(name, PORTALS / name, path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("whole") / "kznews.db")


def digest(path: Path) -> str:
    return hashlib.sha256("\n".join(dump(path)).encode()).hexdigest()


def test_all_fixtures_twice_add_no_row_and_change_no_byte_of_any(whole: Kept) -> None:
    before, raw = digest(whole.path), rows(whole.path)
    again = [replay(name, PORTALS / name, whole.path) for name in SOME]
    assert digest(whole.path) == before
    assert rows(whole.path) == raw
    assert sum(one.count("stored") + one.count("updated") for one in again) == 0
    assert sum(one.count("unchanged") for one in again) > 5


@pytest.mark.parametrize("seed", range(ORDERS))
def test_all_fixtures_in_any_order_and_in_any_portions_give_the_same_store(tmp_path: Path, whole: Kept, seed: int) -> None:
    assert len(whole.records) > 300
    chance = random.Random(seed)
    records = whole.records[:]
    chance.shuffle(records)
    path = tmp_path / "kznews.db"
    with Store.open(url_of(path)) as store:
        while records:
            portion = chance.randint(1, 100)
            store.commit(records[:portion])
            del records[:portion]
    assert dump(path) == dump(whole.path)


def test_a_page_less_or_a_page_changed_is_seen(tmp_path: Path, whole: Kept) -> None:
    path = tmp_path / "kznews.db"
    article = next(number for number, record in enumerate(whole.records) if record.article)
    with Store.open(url_of(path)) as store:
        store.commit(whole.records[:article] + whole.records[article + 1 :])
    assert dump(path) != dump(whole.path)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", SOME)
def test_however_many_pages_are_read_at_a_time_the_store_is_the_same(tmp_path: Path, whole: Kept, name: str, level: int) -> None:
    several = {"CONCURRENT_REQUESTS": level, "CONCURRENT_REQUESTS_PER_DOMAIN": level, "CONCURRENT_ITEMS": level}
    replay(name, PORTALS / name, tmp_path / "kznews.db", **several)
    own = [line for line in dump(whole.path) if f'"portal": "{name}"' in line]
    assert [line for line in dump(tmp_path / "kznews.db") if f'"portal": "{name}"' in line] == own
    assert len(own) > 10


def test_however_many_pages_are_fetched_at_a_time_over_real_connections_the_store_is_the_same(tmp_path: Path) -> None:
    found = []
    with PortalServer(GeneratedPortal(articles=40)) as server:
        server.site.remove(7)  # type: ignore[attr-defined]
        server.fault("/news/(9|13)$", status=503)
        for level in LEVELS:
            several = {"CONCURRENT_REQUESTS": level, "CONCURRENT_REQUESTS_PER_DOMAIN": level}
            ended = crawl(server, tmp_path / f"{level}.db", at=NOON, **several)
            assert ended.code == 0, ended.err
            found.append(dump(tmp_path / f"{level}.db"))
    assert len([line for line in found[0] if line.startswith('["articles"')]) == 37
    assert all(one == found[0] for one in found)

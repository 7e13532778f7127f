"""Pages that are kept: bit for bit what was sent, once per body, and read again they give the same articles."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.store import Store
from tests.support.cases import PORTALS
from tests.support.crawls import dump, replay, save_page, url_of

if TYPE_CHECKING:
    from pathlib import Path

QAMSHY = PORTALS / "qamshy"
RAW = ("raw_pages", "raw_bodies")


def without_raw(path: Path) -> list[str]:
    return [line for line in dump(path) if json.loads(line)[0] not in RAW]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "kznews.db"
    assert replay("qamshy", QAMSHY, path, KEEP_PAGES=True).code == Exit.FINE
    return path


def test_what_is_kept_is_what_was_sent_also_of_pages_that_were_refused(kept: Path) -> None:
    saved = {page.read_bytes() for page in QAMSHY.rglob("page.*")}
    with Store.open(url_of(kept)) as store:
        pages = list(store.raw_pages("qamshy"))
        outcomes = {store.page("qamshy", page.url)["outcome"] for page in pages}  # type: ignore[index]
    assert len(pages) > 20
    assert all(page.body in saved for page in pages)
    assert {"stored", "refused"} <= outcomes
    assert [(page.portal, page.url, page.fetched_at) for page in pages] == sorted(
        (page.portal, page.url, page.fetched_at) for page in pages
    )


def test_kept_pages_read_again_give_the_same_store(kept: Path, tmp_path: Path) -> None:
    with Store.open(url_of(kept)) as store:
        for number, page in enumerate(store.raw_pages()):
            said = {"fetched_at": page.fetched_at.isoformat(), "status": page.status, "headers": dict(page.headers)}
            save_page(tmp_path / "pages", str(number), page.address, page.body, **said)
    again = tmp_path / "again.db"
    assert replay("qamshy", tmp_path / "pages", again, KEEP_PAGES=True).code == Exit.FINE
    with Store.open(url_of(kept)) as first, Store.open(url_of(again)) as second:
        assert list(second.articles()) == list(first.articles())
    assert set(dump(again)) - set(without_raw(again)) == set(dump(kept)) - set(without_raw(kept))


def test_keeping_changes_nothing_else_and_nothing_is_kept_unasked(kept: Path, tmp_path: Path) -> None:
    replay("qamshy", QAMSHY, tmp_path / "plain.db")
    assert without_raw(kept) == dump(tmp_path / "plain.db")


def test_a_body_is_stored_once_and_compressed(kept: Path, tmp_path: Path) -> None:
    again = tmp_path / "kznews.db"
    again.write_bytes(kept.read_bytes())
    before = dump(again)
    assert replay("qamshy", QAMSHY, again, KEEP_PAGES=True).code == Exit.FINE
    assert dump(again) == before
    save_page(tmp_path / "copy", "a", "https://qamshy.kz/kz/article/1-a", "<p>тең" * 2000)
    save_page(tmp_path / "copy", "b", "https://qamshy.kz/kz/article/2-b", "<p>тең" * 2000)
    path = tmp_path / "two.db"
    replay("qamshy", tmp_path / "copy", path, KEEP_PAGES=True)
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT count(*) FROM raw_pages").fetchone() == (2,)
        [(size, compressed)] = plain.execute("SELECT size, length(zstd) FROM raw_bodies").fetchall()
    assert size == len(("<p>тең" * 2000).encode())
    assert compressed < size / 50

"""No output takes the place of a database: not of the store, whose name somebody gave by mistake, nor of any other."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kznews.atomic import replaced
from kznews.overwriting import KeptFileError
from kznews.running import Exit, summary
from kznews.store import Store, hold_run
from tests.store.samples import page as record
from tests.support.cases import PORTALS
from tests.support.crawls import replay, save_page, scrapy, url_of
from tests.support.generated import article_page, article_url

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with an article, named as a file of figures may be."""
    path = tmp_path / "usd.csv"
    with Store.open(url_of(path)) as opened:
        opened.commit([record("1")])
    return path


REPLAYED = ("crawl", "qamshy", "-s", f"REPLAY={PORTALS / 'qamshy'}")


@pytest.mark.parametrize(
    "command",
    [
        ("export", "csv", "-o", "STORE"),
        ("report", "-o", "STORE"),
        ("portals", "-o", "STORE"),
        ("rates", "USD", "-o", "STORE"),
        (*REPLAYED, "-O", "STORE:jsonl"),
        (*REPLAYED, "-o", "STORE:jsonl"),
        (*REPLAYED, "-s", "HEALTH_JSON=STORE"),
        (*REPLAYED, "-s", "LOG_FILE=STORE"),
    ],
    ids=" ".join,
)
def test_the_store_is_no_output_of_a_command(store: Path, command: tuple[str, ...]) -> None:
    before = store.read_bytes()
    ended = scrapy(*(part.replace("STORE", str(store)) for part in command), store=store)
    assert (ended.code, ended.out) == (Exit.USAGE, "")
    assert ended.lines[0].startswith("cannot write ")
    assert ended.lines[0].endswith("it is a database, which no file takes the place of; name another file")
    assert store.read_bytes() == before
    with Store.open(url_of(store), create=False) as opened:
        assert [article.article_id for article in opened.articles()] == ["1"]


def test_what_lies_beside_a_database_is_kept_and_what_is_only_called_so_is_not(store: Path, tmp_path: Path) -> None:
    hold_run(url_of(store), "derek.kz").release()
    with closing(sqlite3.connect(store)) as held:
        held.execute("SELECT * FROM pages").fetchall()
        for ending in ("-wal", "-shm", ".derek.kz.lock"):
            path = tmp_path / f"usd.csv{ending}"
            with pytest.raises(KeptFileError, match=r"it belongs to the database usd\.csv;"), replaced(path):
                pytest.fail("it was begun")
    for name in ("feed.csv", "feed.csv-wal", "a.b.lock", "-wal", "SQLite.txt"):
        (tmp_path / name).write_bytes(b"SQLite format 4")
        with replaced(tmp_path / name) as file:
            file.write(b"new")
        assert (tmp_path / name).read_bytes() == b"new"


def test_the_file_of_a_state_is_not_that_of_the_feed(store: Path, tmp_path: Path) -> None:
    feed = tmp_path / "new.jsonl"
    ended = scrapy("export", "jsonl", "-o", feed, "--state", tmp_path / "." / "new.jsonl", store=store)
    assert ended.code == Exit.USAGE
    assert "--state names the file of the feed itself" in ended.err
    assert not feed.exists()


def test_a_file_of_health_that_cannot_be_written_is_named_and_is_no_feed(tmp_path: Path) -> None:
    save_page(tmp_path / "pages", "seven", article_url(7), article_page(7))
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "health.json"
    run = replay("qamshy", tmp_path / "pages", tmp_path / "kznews.db", HEALTH_JSON=str(place))
    assert run.code == Exit.UNHEALTHY
    assert f"cannot write HEALTH_JSON {place}: File exists" in summary("qamshy", run.stats)
    assert "kznews/feeds_lost" not in run.stats


def test_a_state_of_another_store_is_named_with_the_way_out(store: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.write_text("20261127T000000Z-qamshy-00000000\n", encoding="utf-8")
    ended = scrapy("export", "jsonl", "-o", tmp_path / "new.jsonl", "--state", state, store=store)
    (line,) = ended.lines
    assert ended.code == Exit.USAGE
    assert line.startswith(f"{state}: ")
    assert line.endswith("; remove it to begin with all articles")

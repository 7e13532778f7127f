"""The anomaly loop: an error at any call to the database, and what the run and the next one make of it."""

from __future__ import annotations

import asyncio
import gc
import os
import sqlite3
from contextlib import closing, suppress

import pytest
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from kznews.running import Exit
from kznews.store import Store, StoreError
from tests.store.samples import page, world
from tests.support.anomalies import KINDS, Anomaly, injected
from tests.support.crawls import dump, replay, url_of
from tests.support.generated import save_articles

EVERY = int(os.environ.get("KZNEWS_ANOMALIES", "0"))
"""1 tries every call (six minutes), 0 a sample of SAMPLE for each kind of error."""
SAMPLE = 8
RECORDS = [*world()[:4], page("kz/2", "2", minutes=10, content_key="two"), *world()[-3:]]


async def written(url):
    """Write the records one after the other, as a run does, and return the addresses that were acknowledged."""
    acknowledged = []
    with Store.open(url) as store:
        run = store.start_run("q")
        writer = store.writer()
        try:
            for record in RECORDS:
                await writer.commit(record)
                acknowledged.append(record.url)
        finally:
            await writer.close()
        store.finish_run(run, finish_reason="finished")
    return acknowledged


def tried(path, anomaly):
    """Let a run meet an anomaly; return what it acknowledged, and whether it came to its end."""
    acknowledged = []
    commit = Store.writer

    def writer(self):
        made = commit(self)
        known = made.commit

        async def noted(record):
            verdict = await known(record)
            acknowledged.append(record.url)
            return verdict

        made.commit = noted
        return made

    with pytest.MonkeyPatch.context() as patched, injected(anomaly):
        patched.setattr(Store, "writer", writer)
        try:
            asyncio.run(written(url_of(path)))
        except StoreError as error:
            return acknowledged, "\n" in str(error)  # more than one line is no end in order
    return acknowledged, True


def check(path, acknowledged, whole):
    """The store opens, is sound, holds what was acknowledged, and the next run completes it."""
    if path.exists():
        with closing(sqlite3.connect(path)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Store.open(url_of(path)) as store:
        assert list(store.verify()) == []
        for url in acknowledged:
            assert (store.page("q", url) or store.page("p", url))["outcome"]
    asyncio.run(written(url_of(path)))
    assert dump(path) == whole


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The dump of a run that meets nothing, and the number of its calls."""
    path = tmp_path_factory.mktemp("whole") / "kznews.db"
    nothing = Anomaly(0, "disk I/O error")
    assert tried(path, nothing)[1]
    return dump(path), nothing.calls


def points(calls, number):
    """Return the calls at which to fail: all of them, or some from the first to the last."""
    return range(1, calls + 1) if EVERY else sorted({1 + round(step * (calls - 1) / (number - 1)) for step in range(number)})


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_at_any_call_loses_nothing(tmp_path, whole, kind):
    lines, calls = whole
    assert calls > 100
    for at in points(calls, SAMPLE):
        path = tmp_path / f"{at}.db"
        anomaly = Anomaly(at, kind)
        acknowledged, ended = tried(path, anomaly)
        assert anomaly.struck
        waited_for = kind == "database is locked" and anomaly.struck in {"CONNECT", "BEGIN", "PRAGMA"}
        assert not ended or waited_for, (at, anomaly.struck)
        check(path, acknowledged, lines)
        path.unlink()


@pytest.mark.parametrize("done", [False, True], ids=["not done", "done, and its answer lost"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_failed_commit_is_never_repeated_in_place(tmp_path, whole, kind, done):
    lines, _ = whole
    nothing = Anomaly(0, kind, only_commits=True)
    assert tried(tmp_path / "count.db", nothing)[1]
    for at in points(nothing.calls, 3):
        path = tmp_path / f"{at}.db"
        anomaly = Anomaly(at, kind, only_commits=True, done=done)
        acknowledged, ended = tried(path, anomaly)
        assert anomaly.struck == "COMMIT"
        assert not ended
        assert "COMMIT" not in anomaly.after
        check(path, acknowledged, lines)


def test_a_writer_that_repeats_a_failed_commit_is_found_out(tmp_path, monkeypatch, whole):
    """The negative control of this file."""
    known = Connection.commit

    def stubborn(self):
        plain = self.connection.dbapi_connection
        with suppress(OperationalError):
            return known(self)
        return plain.commit()

    monkeypatch.setattr(Connection, "commit", stubborn)
    anomaly = Anomaly(3, "disk I/O error", only_commits=True)
    tried(tmp_path / "kznews.db", anomaly)
    assert "COMMIT" in anomaly.after


def test_a_crawl_whose_store_fails_at_any_call_ends_with_one_line_and_the_next_completes_it(tmp_path):
    save_articles(tmp_path / "pages", range(101, 105))
    nothing = Anomaly(0, "disk I/O error")
    with injected(nothing):
        assert replay("qamshy", tmp_path / "pages", tmp_path / "whole.db").code == Exit.FINE
    whole, calls = dump(tmp_path / "whole.db"), nothing.calls
    for at in points(calls, 6)[1:-1]:
        path = tmp_path / f"{at}.db"
        with injected(Anomaly(at, "disk I/O error")):
            try:
                run = replay("qamshy", tmp_path / "pages", path)
            except StoreError:  # before there is a run: the command says so
                run = None
            gc.collect()  # in a process of its own, its end frees the lock of a run that could not start
        if run:
            assert run.code == Exit.NOT_STARTED
            assert "cannot use the store" in run.stats["kznews/store_error"]
        assert replay("qamshy", tmp_path / "pages", path).code == Exit.FINE
        assert dump(path) == whole

"""A power cut: what had reached the disk of the write-ahead log ends anywhere, and the store is what it was after some commit."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing

import pytest

from kznews.store import Store
from tests.store.samples import world

CUTS = int(os.environ.get("KZNEWS_CUTS", "60"))
HEADER, FRAME = 32, 24 + 4096
"""Bytes of SQLite's log: its header, and each page in it with its own."""


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Database and log of a store that is open, and its dumps after each page, the first one before any."""
    return written(tmp_path_factory.mktemp("power") / "kznews.db", lambda store, record: store.commit([record]))


def written(path, write):
    with Store.open(f"sqlite:///{path}") as store:
        with store.database.read() as connection:
            connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 0")
        dumps = [list(store.dump())]
        for record in world():
            write(store, record)
            dumps.append(list(store.dump()))
        return path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes(), dumps


def offsets(size):
    """Return where the log ends: at the edges of frames, a byte before and after, and anywhere."""
    chance, frames = random.Random(f"cuts {CUTS}"), (size - HEADER) // FRAME
    edges = [HEADER + FRAME * chance.randrange(frames + 1) + step for _ in range(CUTS // 6) for step in (-1, 0, 1)]
    return [0, 1, HEADER, size, *edges, *(chance.randrange(size) for _ in range(CUTS - len(edges) - 4))]


def reopened(folder, data, log):
    """Return the dump of a store that is opened after the cut; fails if SQLite finds it unsound."""
    path = folder / "cut.db"
    path.with_name("cut.db-shm").unlink(missing_ok=True)
    path.write_bytes(data)
    path.with_name("cut.db-wal").write_bytes(log)
    with Store.open(f"sqlite:///{path}") as store:
        found = list(store.dump())
        assert list(store.verify()) == []
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return found


def test_wherever_the_log_ends_the_store_is_as_after_a_commit_and_never_older_than_a_shorter_log(tmp_path, running):
    data, log, dumps = running
    at = []
    for offset in sorted(offsets(len(log))):
        found = reopened(tmp_path, data, log[:offset])
        assert found in dumps, f"cut at {offset} of {len(log)}: no state that the store ever had"
        at.append(dumps.index(found))
    assert at == sorted(at)
    assert at[-1] == len(dumps) - 1, "a log that is whole loses nothing"
    assert len(set(at)) > len(dumps) / 3


def test_a_log_with_a_hole_ends_at_the_hole(tmp_path, running):
    """A disk that wrote the end of the log before its middle."""
    data, log, dumps = running
    middle = HEADER + FRAME * ((len(log) - HEADER) // FRAME // 2)
    assert reopened(tmp_path, data, log[:middle] + b"\0" * FRAME + log[middle + FRAME :]) in dumps[:-1]


def test_a_page_that_is_written_in_two_transactions_is_found_out(tmp_path):
    """The negative control of this file."""

    def torn(store, record):
        store.discover(record.portal, record.links, seen_at=record.fetched_at, found_on=record.url)
        store.commit([record])

    data, log, dumps = written(tmp_path / "torn.db", torn)
    assert any(reopened(tmp_path, data, log[:offset]) not in dumps for offset in offsets(len(log)))

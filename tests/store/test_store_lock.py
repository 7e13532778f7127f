"""One run per portal and store: held by the kernel or the server, and given back however its holder ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from kznews.store import Store, StoreError, hold_run
from tests.store.samples import at

COMMAND = (sys.executable, "-m", "tests.store.hold_a_run")


@contextmanager
def another(url, portal="q"):
    """Start a process that asks for the lock; yields the process and what it got."""
    with subprocess.Popen([*COMMAND, url, portal], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_a_second_run_of_a_portal_does_not_get_the_lock(store_url):
    lock = hold_run(store_url, "q")
    assert hold_run(store_url, "q") is None
    with another(store_url) as (_, got):
        assert got == "busy"
    lock.release()
    lock.release()
    with another(store_url) as (_, got):
        assert got == "held"
        assert hold_run(store_url, "q") is None


def test_a_killed_holder_never_blocks(store_url):
    for _ in range(2):
        with another(store_url) as (process, got):
            assert got == "held"
            process.kill()
            process.wait()
        assert wait_for(store_url) is not None


def wait_for(url):
    """Ask until the lock is free: a server notices the end of a connection a moment later."""
    for _ in range(200):
        if lock := hold_run(url, "q"):
            lock.release()
            return lock
    return None


def test_of_twenty_that_ask_at_the_same_moment_one_gets_it(store_url):
    moment = threading.Barrier(20)

    def ask(_):
        moment.wait()
        return hold_run(store_url, "q")

    with ThreadPoolExecutor(20) as pool:
        locks = list(pool.map(ask, range(20)))
    assert locks.count(None) == 19


def test_portals_do_not_block_each_other(store_url):
    locks = [hold_run(store_url, "q"), hold_run(store_url, "p")]
    assert None not in locks
    for lock in locks:
        lock.release()


def test_stores_do_not_block_each_other(tmp_path):
    locks = [hold_run(f"sqlite:///{tmp_path}/{name}.db", "q") for name in "ab"]
    assert None not in locks


def test_one_store_under_two_names_has_one_lock(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to("data")
    lock = hold_run(f"sqlite:///{tmp_path}/data/a.db", "q")
    assert hold_run(f"sqlite:///{tmp_path}/link/a.db", "q") is None
    monkeypatch.chdir(tmp_path)
    assert hold_run("sqlite:///data/../link/a.db", "q") is None
    lock.release()


def test_what_a_lock_file_says_does_not_matter(tmp_path):
    (tmp_path / "a.db.q.lock").write_text(str(os.getpid()))
    assert hold_run(f"sqlite:///{tmp_path}/a.db", "q") is not None


def test_the_lock_of_a_run_does_not_stand_in_the_way_of_writing(store, store_url):
    lock = hold_run(store_url, "q")
    with Store.open(store_url) as other:
        other.discover("q", ["https://q.kz/1"], seen_at=at(0), found_on="https://q.kz/")
    lock.release()


def test_a_place_where_no_lock_can_be_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="lock of the run"):
        hold_run(f"sqlite:///{tmp_path}/file/store.db", "q")

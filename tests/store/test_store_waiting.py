"""A store that cannot be used for a while is waited for; nothing is lost, and the waiting has an end."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
import time
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError

from kznews.store import Store, StoreError
from kznews.store.patience import NotNow, Patience, is_away
from tests.store.samples import page, world


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kznews.db"


def held(path):
    """Hold a store as another program does, until `close`."""
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    return holder


async def test_a_writer_waits_for_a_store_that_is_held_and_loses_nothing(path, monkeypatch):
    monkeypatch.setattr("kznews.store.database.BUSY_MS", 20)
    with Store.open(f"sqlite:///{path}") as store:
        told, waits = [], asyncio.Event()
        loop = asyncio.get_running_loop()
        store.database.patience.told = lambda why: (told.append(why), loop.call_soon_threadsafe(waits.set))
        writer = store.writer()
        holder = held(path)
        tasks = [asyncio.create_task(writer.commit(record)) for record in world()]
        await asyncio.wait_for(waits.wait(), 30)
        assert not any(task.done() for task in tasks)
        holder.close()
        begun = time.monotonic()
        await asyncio.gather(*tasks)
        assert time.monotonic() - begun < 5
        await writer.close()
        assert "database is locked" in told[0]
        assert told[1:] == [""]


@pytest.mark.parametrize("hurried", [False, True])
async def test_the_waiting_has_an_end_and_a_run_that_ends_makes_it_shorter(path, monkeypatch, hurried):
    monkeypatch.setattr("kznews.store.database.BUSY_MS", 20)
    with Store.open(f"sqlite:///{path}") as store:
        store.database.patience.seconds = 600 if hurried else 0.3
        holder = held(path)
        writer = store.writer()
        task = asyncio.create_task(writer.commit(page("1")))
        if hurried:
            await asyncio.sleep(0.1)
            store.database.patience.hurry(0.2)
        with pytest.raises(StoreError, match="another program holds it"):
            await asyncio.wait_for(task, 10)
        with pytest.raises(StoreError):
            await writer.close()
        holder.close()
        store.commit([page("1")])
        assert len(list(store.articles())) == 1


def test_a_file_that_comes_back_is_written_and_another_one_in_its_place_is_not(path):
    """A pooled connection would go on writing to the file that was moved away."""
    with Store.open(f"sqlite:///{path}") as store:
        away = path.with_name("away.db")
        path.rename(away)
        threading.Timer(0.3, away.rename, [path]).start()
        store.commit([page("1")])
        assert len(list(store.articles())) == 1
        path.rename(away)
        Store.open(f"sqlite:///{path}").close()
        with pytest.raises(StoreError, match="replaced while it was in use"):
            store.commit([page("2")])


def test_a_disk_with_just_as_much_room_as_is_to_be_kept_is_written_to(path, monkeypatch):
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=100, f_frsize=1, f_blocks=10**6))
    Store.open(f"sqlite:///{path}", min_free=100).close()
    with pytest.raises(StoreError, match="are free on its disk"):
        Store.open(f"sqlite:///{path}", min_free=101)


def test_a_disk_that_is_nearly_full_is_not_written_to(path, monkeypatch):
    free = 100 << 20
    disk = SimpleNamespace(f_bavail=free, f_frsize=1, f_blocks=100 << 30)
    monkeypatch.setattr(os, "statvfs", lambda _: disk)
    Store.open(f"sqlite:///{path}").close()  # nobody asked for a limit
    with pytest.raises(StoreError, match="100 MB are free on its disk, less than the 1024 to be kept; make room"):
        Store.open(f"sqlite:///{path}", min_free=1 << 30)
    disk.f_blocks = 1 << 30  # a small disk: 5 % of it, 51 MB
    with Store.open(f"sqlite:///{path}", min_free=1 << 30) as store:
        store.commit([page("1")])
        disk.f_bavail = 50 << 20
        store.database.patience.seconds = 0.2
        with pytest.raises(StoreError, match="50 MB are free"):
            store.commit([page("2")])
        store.database.patience.seconds = 600
        threading.Timer(0.3, setattr, [disk, "f_bavail", free]).start()
        store.commit([page("2")])
        assert len(list(store.articles())) == 2


def test_who_is_in_a_hurry_is_so_for_good(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("kznews.store.patience.ticks", lambda: now[0])
    monkeypatch.setattr(Patience, "_rest", lambda _, seconds: now.__setitem__(0, now[0] + seconds))
    patience, final = Patience(600), StoreError("another program holds it")

    def attempt():
        raise NotNow(final)

    patience.hurry(5)
    patience.hurry(60)
    with pytest.raises(StoreError, match="another program"):
        patience.until(attempt)
    assert now == [5.0]


@pytest.mark.parametrize(
    ("state", "away"), [(None, True), ("08006", True), ("57P01", True), ("53300", True), ("28P01", False), ("42P01", False)]
)
def test_a_server_is_away_when_it_cannot_be_reached_and_not_when_it_refuses(state, away):
    assert is_away(OperationalError("SELECT 1", {}, SimpleNamespace(sqlstate=state))) == away

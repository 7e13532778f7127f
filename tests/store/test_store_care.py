"""Looking after a store: damage is found, copies are whole."""

from __future__ import annotations

import random
import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy import text

from kznews.store import Store, StoreError, copy_store
from tests.store.samples import page, world


def test_a_sound_store_has_no_faults(store):
    store.commit(world())
    assert list(store.verify()) == []


@pytest.mark.parametrize("column", ["title", "body", "lead"])
def test_a_changed_text_is_found_by_its_digest(store, column):
    store.commit([page("1", lead="бірінші"), page("2")])
    with store.database.write() as connection:
        changed = '["басқа"]' if column == "body" else "басқа"
        connection.execute(text(f"UPDATE texts SET {column} = :new WHERE url = 'https://q.kz/1'"), {"new": changed})
    [line] = store.verify()
    assert line.startswith("text: q https://q.kz/1 ")
    assert "digest differs" in line


def test_every_flipped_bit_of_a_stored_body_is_found(tmp_path):
    """Past our own code and past SQLite's: the bit is turned in the file."""
    path, body = tmp_path / "kznews.db", "мәтін " * 50
    with Store.open(f"sqlite:///{path}") as store:
        store.commit([page("1", text=body)])
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole, chance = path.read_bytes(), random.Random("bits")
    at = whole.index(body.encode())
    for _ in range(40):
        place, bit = at + chance.randrange(len(body.encode())), 1 << chance.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        with Store.open(f"sqlite:///{path}") as store:
            assert list(store.verify())


def test_a_row_that_points_nowhere_is_found(tmp_path):
    path = tmp_path / "kznews.db"
    with Store.open(f"sqlite:///{path}") as store:
        store.commit([page("1")])
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("DELETE FROM articles")
        plain.commit()
    with Store.open(f"sqlite:///{path}") as store:
        assert any(line.startswith("key: a row of ") for line in store.verify())


def test_a_text_against_the_rules_is_found(store):
    store.commit([page("1", section="бөлім\u0007"), page("2", tags=["и\u0306"])])
    faults = sorted(line.split(": ", 2)[2] for line in store.verify())
    assert faults == ["section holds a control character", "tags is not in NFC"]


def test_a_copy_holds_what_the_store_held(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/kznews.db") as store:
        store.commit(world())
        size = copy_store(f"sqlite:///{tmp_path}/kznews.db", tmp_path / "copies" / "copy.db")
        assert [one.name for one in (tmp_path / "copies").iterdir()] == ["copy.db"]
        assert size == (tmp_path / "copies" / "copy.db").stat().st_size
        with Store.open(f"sqlite:///{tmp_path}/copies/copy.db") as copy:
            assert list(copy.dump()) == list(store.dump())
            assert list(copy.verify()) == []


def test_a_copy_that_is_made_while_pages_are_written_is_one_state_of_the_store(tmp_path):
    """Pages are written two by two: a copy that holds one of a pair would be torn."""
    url = f"sqlite:///{tmp_path}/kznews.db"
    with Store.open(url) as store:
        stop = threading.Event()

        def write():
            number = 0
            while not stop.is_set():
                store.commit([page(f"a{number}"), page(f"b{number}")])
                number += 1

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(10):
                copy_store(url, tmp_path / f"copy{number}.db")
        finally:
            stop.set()
            writer.join()
    for number in range(10):
        with Store.open(f"sqlite:///{tmp_path}/copy{number}.db") as copy:
            names = [article.article_id for article in copy.articles()]
            assert sorted(name[1:] for name in names if name[0] == "a") == sorted(name[1:] for name in names if name[0] == "b")


def test_a_copy_that_cannot_be_made_leaves_the_old_one(tmp_path):
    Store.open(f"sqlite:///{tmp_path}/kznews.db").close()
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file" / "copy.db", tmp_path / "kznews.db"):
        with pytest.raises(StoreError):
            copy_store(f"sqlite:///{tmp_path}/kznews.db", place)
    with pytest.raises(StoreError):
        copy_store(f"sqlite:///{tmp_path}/none.db", tmp_path / "file")
    assert (tmp_path / "file").read_text() == "x"
    assert not (tmp_path / "none.db").exists()


def test_a_server_is_copied_by_its_own_tools(tmp_path):
    with pytest.raises(StoreError, match="pg_dump"):
        copy_store("postgresql+psycopg://h/d", tmp_path / "copy.db")

"""Looking after a store: damage is found, copies are whole."""

from __future__ import annotations

import os
import random
import re
import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy import text

from kznews.store import Answer, CopyError, KeptError, Store, StoreError, copy_store, hold_run, restore_store, verify
from tests.store.samples import page, world

FLIPS = int(os.environ.get("KZNEWS_FLIPS", "40"))
"""1,000 take three minutes."""


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


def flipped(path, whole, place, bit):
    path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])


def faults_or_content(path):
    """Return what `verify` says of a store, or what it holds if there is nothing to say."""
    try:
        with Store.open(f"sqlite:///{path}", create=False) as store:
            if said := list(store.verify()):
                return said
            return [list(store.dump()), list(store.raw_pages())]
    except StoreError as error:
        return [str(error)]


def test_every_flipped_bit_of_a_stored_body_is_found(tmp_path):
    """Past our own code and past SQLite's: the bit is turned in the file."""
    path, body = tmp_path / "kznews.db", "мәтін " * 50
    with Store.open(f"sqlite:///{path}") as store:
        store.commit([page("1", text=body)])
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole, chance = path.read_bytes(), random.Random("bits")
    at = whole.index(body.encode())
    for _ in range(FLIPS):
        flipped(path, whole, at + chance.randrange(len(body.encode())), 1 << chance.randrange(8))
        with Store.open(f"sqlite:///{path}", create=False) as store:
            assert any(line.startswith("row: texts q https://q.kz/1 ") for line in store.verify())


def rich(path):
    """Make a store with something in every column that matters, in one file, and return its bytes."""
    raw = Answer(address="https://q.kz/kz/20", headers=(("Content-Type", "text/html"),), body="<p>шикі</p>".encode() * 40)
    with Store.open(f"sqlite:///{path}") as store:
        store.commit(
            [
                *world(),
                page(
                    "kz/20",
                    "20",
                    minutes=90,
                    answer=raw,
                    section="Қоғам",
                    authors=["А"],
                    tags=["ә"],
                    etag="e7",
                    published_raw="21 сәуір",
                ),
            ]
        )
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def test_a_bit_that_flips_anywhere_in_the_file_is_found_or_changes_nothing(tmp_path):
    path, chance = tmp_path / "kznews.db", random.Random("anywhere")
    whole = rich(path)
    sound = faults_or_content(path)
    found = 0
    for _ in range(FLIPS):
        flipped(path, whole, chance.randrange(len(whole)), 1 << chance.randrange(8))
        said = faults_or_content(path)
        assert said == sound or all(isinstance(line, str) for line in said)
        found += said != sound
    assert found >= FLIPS / 10, "most of a file is in use"


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("texts", "section"),
        ("texts", "published_raw"),
        ("pages", "detail"),
        ("pages", "etag"),
        ("pages", "fetched_at"),
        ("observations", "raw"),
        ("sightings", "digest"),
        ("editions", "versions"),
        ("failures", "reason"),
        ("raw_pages", "address"),
        ("raw_bodies", "zstd"),
        ("runs", "settings"),
    ],
)
def test_a_column_that_changed_past_the_triggers_is_found(tmp_path, table, column):
    path = tmp_path / "kznews.db"
    rich(path)
    with Store.open(f"sqlite:///{path}") as store:
        store.start_run("q")
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"DROP TRIGGER {table}_updated")
        one = f"SELECT {column} FROM {table} WHERE length({column}) LIMIT 1"
        plain.execute(
            f"UPDATE {table} SET {column} = CASE typeof({column}) WHEN 'integer' THEN {column} + 1 "
            f"WHEN 'blob' THEN CAST({column} || 'x' AS BLOB) ELSE {column} || 'x' END WHERE {column} = ({one})"
        )
        plain.commit()
    with Store.open(f"sqlite:///{path}", create=False) as store:
        assert any(line.startswith(f"row: {table} ") for line in store.verify())


def test_without_checksums_the_same_damage_is_not_found(tmp_path, monkeypatch):
    """The negative control: what else `verify` looks at would let it pass."""
    monkeypatch.setattr("kznews.store.verify.differing", lambda _: iter(()))
    path = tmp_path / "kznews.db"
    rich(path)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("DROP TRIGGER texts_updated")
        plain.execute("UPDATE texts SET section = 'басқа' WHERE section IS NOT NULL")
        plain.commit()
    with Store.open(f"sqlite:///{path}", create=False) as store:
        assert list(store.verify()) == []


def test_a_derived_row_that_does_not_follow_is_found(store):
    store.commit(world())
    with store.database.write() as connection:
        connection.execute(text("UPDATE articles SET duplicate_of = NULL WHERE duplicate_of IS NOT NULL"))
        connection.execute(text("UPDATE articles SET main_url = 'https://q.kz/latyn/1' WHERE key = 'q:1'"))
        connection.execute(text("UPDATE editions SET versions = 7 WHERE url = 'https://q.kz/kz/2'"))
    assert sorted(line for line in store.verify()) == [
        "article: q:1: main_url is not what follows from its editions",
        "article: q:5: duplicate_of is not what follows from its editions",
        "edition: q https://q.kz/kz/2: versions is not what follows from its texts",
        "signature: q:1: is not what follows from its text",
    ]


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
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="a pipe or a device"):
        copy_store(f"sqlite:///{tmp_path}/kznews.db", tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "file").read_text() == "x"
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_store_is_not_replaced_by_a_copy_of_one(tmp_path):
    url = f"sqlite:///{tmp_path}/kznews.db"
    Store.open(url).close()
    (tmp_path / "thesis.txt").write_text("мәтін")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE t (x)")
    for name in ("thesis.txt", "other.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(KeptError, match=name):
            copy_store(url, tmp_path / name)
        assert (tmp_path / name).read_bytes() == before
    (tmp_path / "empty").touch()
    (tmp_path / "damaged.db").write_bytes((tmp_path / "kznews.db").read_bytes()[:2000])
    for name in ("empty", "damaged.db", "new.db", "new.db"):
        assert copy_store(url, tmp_path / name)
        assert faults_or_content(tmp_path / name) == faults_or_content(tmp_path / "kznews.db")


def test_what_is_wrong_with_a_copy_is_said_of_the_copy(tmp_path):
    url = f"sqlite:///{tmp_path}/kznews.db"
    with pytest.raises(StoreError, match="there is no store"):
        copy_store(url, tmp_path / "copy.db")
    Store.open(url).close()
    (tmp_path / "text").write_text("x")
    (tmp_path / "damaged.db").write_bytes((tmp_path / "kznews.db").read_bytes()[:2000])
    with pytest.raises(CopyError, match=f"cannot use the copy {tmp_path}/text/copy.db: "):
        copy_store(url, tmp_path / "text" / "copy.db")
    for name in ("none.db", "text", "damaged.db"):
        with pytest.raises(CopyError, match=f"cannot use the copy {tmp_path}/{name}: "):
            restore_store(url, tmp_path / name)


def test_a_server_is_copied_by_its_own_tools(tmp_path):
    with pytest.raises(StoreError, match="pg_dump"):
        copy_store("postgresql+psycopg://h/d", tmp_path / "copy.db")


def killed(path, *pages):
    """Leave a store as kill -9 does: its newest pages stand in the log beside it."""
    with Store.open(f"sqlite:///{path}") as store:
        store.commit(list(pages))
        left = {name: name.read_bytes() for name in path.parent.glob(f"{path.name}*") if not name.name.endswith(".lock")}
    for name, held in left.items():
        name.write_bytes(held)


def content(path):
    with Store.open(f"sqlite:///{path}") as store:
        return list(store.verify()), list(store.dump())


def test_a_copy_over_a_file_whose_user_was_killed_is_sound(tmp_path):
    """The log of the old file would be applied to the new one."""
    url, place = f"sqlite:///{tmp_path}/kznews.db", tmp_path / "copy.db"
    with Store.open(url) as store:
        store.commit(world())
        wanted = list(store.dump())
    killed(place, *(page(f"x{number}") for number in range(40)))
    log = place.with_name("copy.db-wal").read_bytes()
    copy_store(url, place)
    whole = place.read_bytes()
    assert content(place) == ([], wanted)
    place.write_bytes(whole)
    place.with_name("copy.db-wal").write_bytes(log)
    assert faults_or_content(place) != [wanted, []], "with the old log beside it, it is not what was copied"


def test_a_copy_is_put_back_and_what_was_there_is_kept(tmp_path):
    url, path = f"sqlite:///{tmp_path}/kznews.db", tmp_path / "kznews.db"
    with Store.open(url) as store:
        store.commit(world())
        wanted = list(store.dump())
    copy_store(url, tmp_path / "copy.db")
    hold_run(url, "q").release()
    killed(path, *(page(f"x{number}") for number in range(40)))
    newer = [(tmp_path / f"kznews.db{ending}").read_bytes() for ending in ("", "-wal")]
    aside = restore_store(url, tmp_path / "copy.db")
    assert content(path) == ([], wanted)
    assert aside == tmp_path / "kznews.db.replaced"
    assert [aside.with_name(aside.name + ending).read_bytes() for ending in ("", "-wal")] == newer
    faults, kept = content(aside)
    assert (faults, len(kept) > len(wanted)) == ([], True), "the pages in its log as well"
    path.write_bytes(b"no database")
    assert restore_store(url, tmp_path / "copy.db") == tmp_path / "kznews.db.replaced1"
    path.unlink()
    assert restore_store(url, tmp_path / "copy.db") is None
    assert content(path) == ([], wanted)


def test_a_store_that_a_run_uses_is_not_replaced(tmp_path):
    url = f"sqlite:///{tmp_path}/kznews.db"
    Store.open(url).close()
    copy_store(url, tmp_path / "copy.db")
    hold_run(url, "abai").release()
    run = hold_run(url, "q")
    with pytest.raises(StoreError, match="a run is collecting into it"):
        restore_store(url, tmp_path / "copy.db")
    abai = hold_run(url, "abai")
    assert abai is not None, "the other locks are free again"
    abai.release()
    run.release()
    assert restore_store(url, tmp_path / "copy.db") is not None


def test_what_is_no_copy_of_a_store_replaces_none(tmp_path):
    url, path = f"sqlite:///{tmp_path}/kznews.db", tmp_path / "kznews.db"
    Store.open(url).close()
    whole = path.read_bytes()
    (tmp_path / "text").write_text("мәтін")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE t (x)")
    for name in ("text", "other.db", "none.db", "kznews.db"):
        with pytest.raises(StoreError):
            restore_store(url, tmp_path / name)
    with pytest.raises(StoreError, match="pg_dump"):
        restore_store("postgresql+psycopg://h/d", tmp_path / "copy.db")
    assert path.read_bytes() == whole
    assert not list(tmp_path.glob("*.replaced*"))


def test_what_lies_beside_a_new_copy_and_is_none_of_its_logs_is_left_alone(tmp_path):
    url = f"sqlite:///{tmp_path}/kznews.db"
    Store.open(url).close()
    (tmp_path / "field-journal").write_text("күнделік")
    with pytest.raises(KeptError, match="field-journal is there, and would be taken for its log"):
        copy_store(url, tmp_path / "field")
    assert (tmp_path / "field-journal").read_text() == "күнделік"
    assert not (tmp_path / "field").exists()


@pytest.mark.parametrize("place", ["/", "folder"])
def test_a_folder_in_the_place_of_a_copy_is_named(tmp_path, place):
    url = f"sqlite:///{tmp_path}/kznews.db"
    Store.open(url).close()
    (tmp_path / "folder").mkdir()
    with pytest.raises(CopyError, match="it is a folder"):
        copy_store(url, tmp_path / place)


def test_a_copy_that_is_not_sound_is_none(tmp_path):
    url = f"sqlite:///{tmp_path}/kznews.db"
    with Store.open(url) as store:
        store.commit(world())
    with closing(sqlite3.connect(tmp_path / "kznews.db")) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = (tmp_path / "kznews.db").read_bytes()
    for found in re.finditer(b"https://q.kz/kz/2", whole):  # in one place of several: a table and its index then may differ
        damaged = whole[: found.end() - 1] + b"Q" + whole[found.end() :]
        (tmp_path / "damaged.db").write_bytes(damaged)
        with closing(sqlite3.connect(tmp_path / "damaged.db")) as plain:
            if plain.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                break
    (tmp_path / "kznews.db").write_bytes(damaged)
    with pytest.raises(StoreError, match="the copy is damaged"):
        copy_store(url, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_copy_is_on_the_disk_before_its_name_is_and_its_name_before_it_is_said(tmp_path, monkeypatch):
    url, path, synced = f"sqlite:///{tmp_path}/kznews.db", tmp_path / "copy.db", []
    Store.open(url).close()
    monkeypatch.setattr("kznews.store.backup.sync", lambda name: synced.append((name.name, path.exists())))
    copy_store(url, path)
    assert synced == [("copy.db", False), (tmp_path.name, True)]


def test_a_store_that_is_written_to_while_it_is_verified_is_sound(store, store_url, monkeypatch):
    store.commit(world())
    looked = verify.story_faults

    def meanwhile(connection):
        with Store.open(store_url) as other:
            other.commit([page("new")])
        yield from looked(connection)

    monkeypatch.setattr(verify, "story_faults", meanwhile)
    assert list(store.verify()) == []


def test_an_index_of_words_that_could_not_be_looked_at_is_named_as_such(tmp_path, monkeypatch):
    monkeypatch.setattr("kznews.store.database.BUSY_MS", 20)
    url = f"sqlite:///{tmp_path}/kznews.db"
    with Store.open(url) as store, Store.open(url) as other:
        store.commit(world())
        store.database.patience.seconds = 0.1
        with other.database.write():
            [fault] = store.verify()
        assert fault.startswith("search: the index of words was not looked at: cannot use the store")
        assert "another program holds it" in fault
        assert list(store.verify()) == []

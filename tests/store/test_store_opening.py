"""A store that cannot be used says so in one line, and what to do."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from kznews.store import RecordError, Store, StoreError
from kznews.store import database as opening
from kznews.store.errors import store_error
from kznews.store.schema import SCHEMA_VERSION
from tests.store.samples import page


def complaint(url):
    with pytest.raises(StoreError) as caught:
        Store.open(url)
    line = str(caught.value)
    assert "\n" not in line
    assert len(line) < 400
    return line


def a_folder(tmp_path):
    (tmp_path / "store.db").mkdir()
    return tmp_path / "store.db"


def below_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    return tmp_path / "file" / "store.db"


def no_database(tmp_path):
    (tmp_path / "store.db").write_bytes(b"<html>not a database</html>" * 100)
    return tmp_path / "store.db"


def nowhere_writable(tmp_path):
    return "/proc/kznews/store.db"


@pytest.mark.parametrize("place", [a_folder, below_a_file, no_database, nowhere_writable])
def test_a_place_that_cannot_hold_a_store_is_named(tmp_path, place):
    path = place(tmp_path)
    assert str(path) in complaint(f"sqlite:///{path}")


@pytest.mark.parametrize("url", ["", "store.db", "mysql://u:secret@h/d", "sqlite://", "sqlite:///:memory:", "nonsense://x"])
def test_an_address_that_is_no_store_is_refused(url):
    line = complaint(url)
    assert "sqlite:///path/to/file.db" in line
    assert "secret" not in line


def test_an_unreachable_server_is_named_without_credentials():
    line = complaint("postgresql+psycopg://reader:hunter2@127.0.0.1:1/news?password=hunter2")
    assert "127.0.0.1:1/news" in line
    assert "hunter2" not in line
    assert "reader" not in line


def test_missing_folders_are_created(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/a/b/c.db") as store:
        store.commit([page("1")])
    assert (tmp_path / "a" / "b" / "c.db").exists()


def test_what_was_written_is_there_when_the_store_is_opened_again(store, store_url):
    store.commit([page("1")])
    with Store.open(store_url) as again:
        assert list(again.dump()) == list(store.dump())


def test_a_database_of_another_program_is_left_untouched(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE meta (key, value)")
        other.commit()
    before = path.read_bytes()
    assert "another program" in complaint(f"sqlite:///{path}")
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["other.db"]


def test_a_table_of_another_program_is_not_taken_for_ours_on_a_server(postgres_url):
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE meta (key text, value text)"))
    engine.dispose()
    assert "another program" in complaint(postgres_url)


def test_a_store_of_a_newer_program_is_refused_in_one_sentence(store, store_url):
    with store.database.write() as connection:
        connection.execute(text("UPDATE meta SET value = '99' WHERE key = 'schema_version'"))
    assert "newer kznews (schema 99); update kznews" in complaint(store_url)
    with store.database.write() as connection:
        connection.execute(text(f"UPDATE meta SET value = '{SCHEMA_VERSION + 1}' WHERE key = 'schema_version'"))
    assert f"newer kznews (schema {SCHEMA_VERSION + 1})" in complaint(store_url)


def test_a_store_that_may_only_be_read_is_refused_when_it_is_opened(postgres_url):
    Store.open(postgres_url).close()
    line = complaint(f"{postgres_url}&options=-c%20default_transaction_read_only%3Don")
    assert "read-only" in line


def test_a_store_that_another_program_holds_is_waited_for_and_then_named(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path}/store.db"
    Store.open(url).close()
    monkeypatch.setattr(opening, "BUSY_MS", 50)
    monkeypatch.setattr(opening, "OPENING", 0.1)
    with closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert "another program holds it" in complaint(url)


def test_a_store_that_is_held_for_a_while_is_written_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_MS", 50)
    with Store.open(f"sqlite:///{tmp_path}/store.db") as store:
        holder = sqlite3.connect(tmp_path / "store.db", isolation_level=None, check_same_thread=False)
        holder.execute("BEGIN IMMEDIATE")
        threading.Timer(0.3, holder.close).start()
        store.commit([page("1")])
        assert len(list(store.articles())) == 1


def test_many_programs_that_open_a_new_store_at_once_all_get_it(store_url):
    code = "import sys; from kznews.store import Store; Store.open(sys.argv[1]).close()"
    opened = [subprocess.Popen([sys.executable, "-c", code, store_url], stderr=subprocess.PIPE, text=True) for _ in range(6)]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in opened] == [("", 0)] * 6


def test_a_sqlite_store_is_durable_and_checks_its_keys(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/store.db") as store, store.database.read() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "wal_autocheckpoint")
        pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "wal_autocheckpoint": opening.LOG_PAGES}


def test_sqlite_tables_are_strict(tmp_path):
    Store.open(f"sqlite:///{tmp_path}/store.db").close()
    with closing(sqlite3.connect(tmp_path / "store.db")) as plain:
        kinds = plain.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").fetchall()
    assert [name for name, strict in kinds if not strict] == ["sqlite_schema"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pages SET state = 'lost'",
        "UPDATE pages SET outcome = NULL",
        "UPDATE pages SET reason = 'gone'",
        "UPDATE articles SET key = 'else'",
        "UPDATE articles SET duplicate_of = key",
        "UPDATE editions SET article_key = 'q:none'",
        "DELETE FROM texts",
    ],
)
def test_the_database_itself_refuses_what_makes_no_sense(store, statement):
    store.commit([page("1")])
    with pytest.raises(RecordError), store.database.write() as connection:
        connection.execute(text(statement))


def test_a_path_in_place_of_a_url_is_shown_and_what_may_hold_a_password_is_not():
    assert "('data/x.db' is none); write sqlite:///" in complaint("data/x.db")
    assert "secret" not in complaint("me:secret@host/x")


@pytest.mark.parametrize("password", ["tUlki7", "p%40ss"])
def test_a_password_that_a_driver_repeats_is_not_said(password):
    said = password.replace("%40", "@")
    line = str(store_error(f"postgresql://kznews:{password}@h/news", f'auth failed, password "{said}" is wrong', "try again"))
    assert said not in line
    assert line.endswith('auth failed, password "***" is wrong; try again')


def test_a_password_that_is_a_common_word_changes_nothing_of_our_own_words():
    line = str(store_error("postgresql://postgres:postgres@h/news", "no", "see postgres"))
    assert line == "cannot use the store postgresql://h/news: no; see postgres"


@pytest.mark.parametrize(("create", "why"), [(False, "File name too long"), (True, "unable to open database file")])
def test_a_name_that_is_too_long_for_a_file_is_one_line(tmp_path, create, why):
    with pytest.raises(StoreError, match=f"^cannot use the store sqlite:///.*/x+.db: {why}; [^/]*KZNEWS_STORE"):
        Store.open(f"sqlite:///{tmp_path}/{'x' * 300}.db", create=create)

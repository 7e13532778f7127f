"""A store of an older kznews: brought up to date when it is opened, whole or not at all."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import create_engine, event, inspect, text

from kznews.store import Store, StoreError
from kznews.store.migrations import STEPS
from kznews.store.schema import SCHEMA_VERSION
from tests.store.old_stores import OLD, lay_down
from tests.store.samples import at, refusal, world


def structure(store):
    """Return what the database says about its tables: columns, keys, indexes, constraints by name where they have one."""
    with store.database.read() as connection:
        found = inspect(connection)
        tables = sorted(found.get_table_names())
        return {table: _structure(found, table) for table in tables} | {"views": sorted(found.get_view_names())}


def _structure(found, table):
    columns = [(one["name"], str(one["type"]), one["nullable"], one.get("default")) for one in found.get_columns(table)]
    indexes = sorted((str(one["name"]), tuple(one["column_names"]), one["unique"]) for one in found.get_indexes(table))
    keys = sorted((tuple(one["constrained_columns"]), one["referred_table"]) for one in found.get_foreign_keys(table))
    return columns, indexes, keys, tuple(found.get_pk_constraint(table)["constrained_columns"])


def columns_by_name(shape):
    return {table: (sorted(what[0]), *what[1:]) if table != "views" else what for table, what in shape.items()}


def version(url):
    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT value FROM meta WHERE key = 'schema_version'")).scalar()
    engine.dispose()
    return int(found)


def untouched(store):
    """Return the rows of the tables that no step has changed."""
    changed = ("days", "failures", "meta", "pages")
    return [line for line in store.dump() if json.loads(line)[0] not in changed]


@pytest.mark.parametrize("old", STEPS)
def test_an_old_store_is_brought_up_to_date_and_keeps_what_it_holds(store_url, tmp_path, old):
    lay_down(store_url, old)
    with Store.open(store_url) as migrated, Store.open(f"sqlite:///{tmp_path}/new.db") as new:
        new.commit(world())
        assert sum(migrated.resign(step=2)) > 2  # an old store's articles have no signatures
        assert untouched(migrated) == untouched(new)
        assert len(migrated.runs()) == 1
        migrated.commit(world())
        assert list(migrated.dump()) == list(new.dump())


@pytest.mark.parametrize("old", STEPS)
def test_an_old_store_has_the_structure_of_a_new_one_afterwards(store_url, old, tmp_path):
    lay_down(store_url, old)
    with Store.open(store_url) as migrated:
        migrated_shape = structure(migrated)
    if store_url.startswith("sqlite"):
        fresh_url = f"sqlite:///{tmp_path}/fresh.db"
    else:
        engine = create_engine(store_url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
        fresh_url = store_url
    with Store.open(fresh_url) as fresh:
        assert columns_by_name(migrated_shape) == columns_by_name(structure(fresh))


def test_the_constraints_of_a_new_store_hold_in_an_old_one(store_url):
    lay_down(store_url)
    with Store.open(store_url) as store, pytest.raises(ValueError), store.database.write() as connection:
        connection.execute(text("UPDATE pages SET next_due = fetched_at WHERE state = 'done' AND fetched_at IS NOT NULL"))


def test_pages_that_waited_in_an_old_store_are_due_at_once(store_url):
    lay_down(store_url)
    with Store.open(store_url) as store:
        assert {page.url for page in store.pending("q", at=at(0))} == {page.url for page in store.pending("q")} != set()
        store.commit([refusal("kz/10", minutes=99)])


def test_a_migration_that_fails_anywhere_leaves_the_old_store(store_url, monkeypatch):
    """Each statement in turn is made to fail; the transaction that opens the store goes back as a whole."""
    lay_down(store_url)
    steps = STEPS[1]["sqlite" if store_url.startswith("sqlite") else "postgresql"]
    for number in range(len(steps) + 1):
        broken = dict.fromkeys(("sqlite", "postgresql"), (*steps[:number], "SELECT nothing_like_it"))
        with monkeypatch.context() as patch:
            patch.setitem(STEPS, 1, broken)
            with pytest.raises(StoreError):
                Store.open(store_url)
        assert version(store_url) == 1
    with Store.open(store_url):
        assert version(store_url) == SCHEMA_VERSION


def test_a_store_that_is_up_to_date_is_opened_without_a_change_to_its_schema(store_url):
    Store.open(store_url).close()
    said = []
    with Store.open(store_url) as store:
        event.listen(store.database.engine, "before_cursor_execute", lambda *args: said.append(args[2]))
        store.database.create()
    assert not [one for one in said if one.startswith(("ALTER", "CREATE", "DROP"))]


def test_there_is_an_old_store_for_every_step():
    assert sorted(STEPS) == list(range(1, SCHEMA_VERSION))
    for number in STEPS:
        for kind in STEPS[number]:
            assert json.dumps(OLD.joinpath(f"schema{number}.{kind}.sql").read_text(encoding="utf-8"))

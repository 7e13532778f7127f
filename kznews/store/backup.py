"""A copy of a SQLite store while it is being written to: one state of it, complete or not at all."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from kznews.atomic import sync
from kznews.store.database import parse_url
from kznews.store.errors import store_error

_PAGES = 1000
"""Database pages that are copied in one step: writers wait for one step at most, a few milliseconds."""


def copy_store(address: str, path: Path) -> int:
    """Copy the store at `address` to `path`, which it replaces when it is complete, and return the copy's size in bytes.

    Raises StoreError if the store is none of SQLite or cannot be read, or if the copy cannot be written or is not sound.
    """
    url = parse_url(address)
    if url.get_backend_name() != "sqlite":
        raise store_error(url, "a server's store is copied by the server's tools", "use pg_dump")
    source = Path(str(url.database)).resolve()
    if path.resolve() == source:
        raise store_error(url, "a store is no copy of itself", "name another file")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
            copy = Path(folder, path.name)
            _copy(source, copy)
            size = copy.stat().st_size
            copy.replace(path)
            sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise store_error(url, error, f"nothing was written to {path}") from error
    return size


def _copy(source: Path, name: Path) -> None:
    with closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as store, closing(sqlite3.connect(name)) as copy:
        store.backup(copy, pages=_PAGES)
        copy.execute("PRAGMA synchronous = FULL")
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
        if (said := copy.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {said}")
    sync(name)  # the content is on the disk before the name is

"""A copy of a SQLite store while it is being written to, and the way back: one state of it, complete or not at all."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from kznews.atomic import is_pipe_or_device, sync
from kznews.store.database import file_of, is_missing, no_store, parse_url
from kznews.store.errors import KeptError, copy_error, store_error
from kznews.store.lock import hold_all_runs
from kznews.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

_PAGES = 1000
"""Database pages that are copied in one step: writers wait for one step at most, a few milliseconds."""
_COMPANIONS = ("-wal", "-shm", "-journal")
"""Endings of the files beside a database. SQLite applies what a killed program left there to whatever bears the name."""


def copy_store(address: str, path: Path) -> int:
    """Copy the store at `address` to `path`, which it replaces when it is complete, and return the copy's size in bytes.

    What is there and neither empty nor a store is left alone (KeptError). Raises StoreError if the store is none of SQLite or
    cannot be read, or if the copy is not sound; CopyError if it cannot be written.
    """
    url, source = _file_of(address)
    if path.resolve() == source:
        raise copy_error(path, "it is the store itself", "name another file", kind=KeptError)
    if is_pipe_or_device(path):
        raise copy_error(path, "it is a pipe or a device", "name a file", kind=KeptError)
    if is_missing(address):
        raise no_store(url)
    try:
        _check_place(path)
        return _replace(path, source, aside=None)
    except OSError as error:
        raise copy_error(path, error, "nothing was written") from error
    except sqlite3.Error as error:
        raise store_error(url, error, f"nothing was written to {path}") from error


def _check_place(path: Path) -> None:
    """Raise KeptError or another CopyError for a place that no copy of a store takes; raises OSError."""
    if path.is_dir():
        raise copy_error(path, "it is a folder", "name a file in it")
    if path.is_file() and path.stat().st_size:
        if not _may_be_store(path.resolve()):
            raise copy_error(path, "it is there already, and no store", "name another file", kind=KeptError)
    elif beside := _companions(path):
        line = f"{beside[0].name} is there, and would be taken for its log"
        raise copy_error(path, line, "name another file", kind=KeptError)


def restore_store(address: str, path: Path) -> Path | None:
    """Put the copy at `path` in the place of the store at `address`; return where that is now, None where there was none.

    The copy stays as it is. Raises StoreError if the store is none of SQLite, if a run is collecting into it or if it cannot be
    written; CopyError if the copy is none of a store, cannot be read or is not sound: then nothing is changed.
    """
    url, store = _file_of(address)
    if path.resolve() == store:
        raise copy_error(path, "it is the store itself", "name another file")
    if not path.exists():
        raise copy_error(path, "there is no such file", "nothing was changed")
    held = hold_all_runs(address)
    if held is None:
        raise store_error(url, "a run is collecting into it", "restore it when that has ended")
    try:
        if not _is_store(path.resolve()):
            raise copy_error(path, "it is no copy of a store", "nothing was changed")
        aside = _free_name(store) if store.exists() else None
        _replace(store, path.resolve(), aside=aside)
    except sqlite3.Error as error:
        raise copy_error(path, error, "nothing was changed") from error
    except OSError as error:
        raise store_error(url, error, f"{path} was not put in its place") from error
    finally:
        for lock in held:
            lock.release()
    return aside


def _file_of(address: str) -> tuple[URL, Path]:
    """Return the parsed address of a store and its file; raises StoreError for what is none of SQLite."""
    url, file = parse_url(address), file_of(address)
    if file is None:
        raise store_error(url, "a server's store is copied by the server's tools", "use pg_dump")
    return url, file.resolve()


def _free_name(store: Path) -> Path:
    """Return the first name beside a store for what it held before that is free."""
    names = (store.with_name(f"{store.name}.replaced{number or ''}") for number in count())
    return next(name for name in names if not name.exists())


def _is_store(path: Path) -> bool:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as copy:
        return bool(copy.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def _may_be_store(path: Path) -> bool:
    """Return whether a file is a store, or a database so damaged that it does not say."""
    try:
        return _is_store(path)
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT


def _replace(path: Path, source: Path, *, aside: Path | None) -> int:
    """Put a sound copy of the database `source` at `path`, what was there `aside`, and return the copy's size in bytes.

    Companions go before the file does, so at no moment does a log lie beside a file that it does not belong to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
        copy = Path(folder, path.name)
        _copy(source, copy)
        size = copy.stat().st_size
        companions = _companions(path)
        if aside is not None:
            for name in (path, *companions):
                aside.with_name(aside.name + name.name.removeprefix(path.name)).hardlink_to(name)
        for name in companions:
            name.unlink()
        copy.replace(path)
        sync(path.parent)
    return size


def _companions(path: Path) -> list[Path]:
    return [name for ending in _COMPANIONS if (name := path.with_name(path.name + ending)).exists()]


def _copy(source: Path, name: Path) -> None:
    with closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as store, closing(sqlite3.connect(name)) as copy:
        store.backup(copy, pages=_PAGES)
        copy.execute("PRAGMA synchronous = FULL")
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
        if (said := copy.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {said}")
    sync(name)  # the content is on the disk before the name is

"""Opening a store and running transactions in it: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import create_engine, event, func, insert, inspect, select, text, update
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from kznews.store.checksums import install, seal
from kznews.store.errors import StoreError, is_fatal, record_error, store_error
from kznews.store.failpoints import Point, reach
from kznews.store.migrations import migrate
from kznews.store.patience import OPENING, NotNow, Patience, is_away, is_locked
from kznews.store.schema import APPLICATION, APPLICATION_ID, SCHEMA_VERSION, meta, metadata
from kznews.store.search_schema import create_search
from kznews.store.views import create_views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.engine import Engine

BUSY_MS = 1000
"""Milliseconds that SQLite itself waits for a lock; then we look whether the run is to end, and try again (patience.py)."""
STATEMENTS = 512
"""Statements that a connection of SQLite keeps ready: some have one form for each number of bands; the largest takes 1 ms."""
LOG_PAGES = 4000
"""Pages in SQLite's log that bring about a checkpoint: 16 MB. An article changes about a hundred, most of them in the index of
bands, so at SQLite's own 1,000 every tenth commit waits for one (12 ms in a store of a million pages); now one in forty does."""
SWITCH_ATTEMPTS = 60  # of BUSY_MS each
MIN_FREE_SHARE = 0.05
"""Of a small disk, what is kept free in place of `min_free`: a store on it could not grow at all otherwise."""
_WRITES = "kznews_writes"
_RESTORE = "put a copy in its place (`scrapy backup --restore FILE`; `scrapy backup FILE` makes them)"
_MAKE_ROOM = "make room on its disk, then run the same command again"


def file_of(url: str) -> Path | None:
    """Return the file of a SQLite store, None for a server's; raises StoreError for what is no address of a store."""
    parsed = parse_url(url)
    return Path(str(parsed.database)) if parsed.get_backend_name() == "sqlite" else None


def is_missing(url: str) -> bool:
    """Return whether `url` names a SQLite file that does not exist; raises StoreError for what can be no address of a store."""
    file = file_of(url)
    try:
        return file is not None and not file.exists()
    except OSError as error:  # a name that is too long, for one
        raise store_error(url, error, _advice(error)) from error


def no_store(url: URL) -> StoreError:
    """Return the StoreError of an address where there is no store."""
    return store_error(url, "there is no store", "name one (KZNEWS_STORE), or begin one with `scrapy crawl`")


class Database:
    """An open store. Connections come from `read` and `write`, which may be called from any thread."""

    def __init__(self, url: URL, engine: Engine, *, min_free: int = 0) -> None:
        self.url = url
        self.engine = engine
        self.patience = Patience()
        self.min_free = min_free
        self._opened = False
        self._file: tuple[int, int] | None = None
        """Device and number of the file, once it is open."""

    @classmethod
    def open(cls, url: str, *, create: bool = True, min_free: int = 0) -> Self:
        """Return the store at `url` (sqlite:///file or postgresql+psycopg://...), created if it does not exist.

        Without `create` it must be there, and need not be writable unless it is of an older schema. `min_free` is how many bytes
        must stay free on the disk of a SQLite store before anything is written. Raises StoreError if it cannot be created,
        opened or written, or is something else than a store of this version.
        """
        parsed = parse_url(url)
        sqlite = parsed.get_backend_name() == "sqlite"
        if not create and is_missing(url):
            raise no_store(parsed)
        try:
            if sqlite:
                _prepare_file(parsed)
            database = cls(parsed, _engine(parsed), min_free=min_free)
            database.patience.seconds = OPENING if database.short_of_space() is None else 0
            if create or not database.is_current():
                database.create()
        except (SQLAlchemyError, OSError, sqlite3.Error) as error:
            raise store_error(parsed, error, _advice(error)) from error
        except UnicodeError as error:  # SQLite's message about a damaged schema quotes what it found
            raise store_error(parsed, "its file is damaged", _RESTORE) from error
        database.patience.seconds = OPENING
        database._opened = True
        if sqlite:
            database._file = _identity(parsed)
        return database

    def is_current(self) -> bool:
        """Return whether the store is of today's schema; raises StoreError if there is none."""
        with self.read() as connection:
            if not inspect(connection).has_table("meta"):
                raise no_store(self.url)
            return self._version(connection) == SCHEMA_VERSION

    def create(self) -> None:
        """Create the tables if there are none, bring older ones up to date, and prove that the store can be written.

        Raises StoreError or SQLAlchemyError.
        """
        with self.write([APPLICATION]) as connection:
            if not inspect(connection).has_table("meta"):
                _create_tables(connection)
            version = self._version(connection)
            if version < SCHEMA_VERSION:
                migrate(connection, version)
            # A write that changes nothing: whoever may only read fails here and not at the first page.
            connection.execute(update(meta).values(value=meta.c.value))

    def _version(self, connection: Connection) -> int:
        found = {str(row.key): str(row.value) for row in connection.execute(select(meta))}
        if found.get("application") != APPLICATION:
            raise store_error(self.url, "it belongs to another program", "name another file or database")
        version = int(found["schema_version"])
        if version > SCHEMA_VERSION:
            raise store_error(self.url, f"it was written by a newer kznews (schema {version})", "update kznews")
        return version

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the store throughout; what it writes is rolled back.

        Raises StoreError if the store cannot be read.
        """
        connection = self.patience.until(self._connected)
        try:
            with connection:
                if connection.dialect.name == "postgresql":
                    connection.execution_options(isolation_level="REPEATABLE READ")
                yield connection
        except DBAPIError as error:
            raise store_error(self.url, error, _advice(error)) from error
        except UnicodeDecodeError as error:
            raise store_error(self.url, "its file is damaged", _RESTORE) from error

    @contextmanager
    def write(self, portals: Iterable[str] = ()) -> Iterator[Connection]:
        """Yield a connection in a transaction that commits at the end; nobody else writes pages of `portals` meanwhile.

        Any exception rolls everything back. Raises RecordError for a value that cannot be stored, and StoreError if the
        store fails: if the transaction cannot begin (after waiting, see patience.py), go on, or be committed.
        A failed commit is never repeated: the connection is thrown away, and the store holds what was committed before.
        """
        locks = sorted(set(portals))
        connection = self.patience.until(lambda: self._begun(locks))  # nothing has been done yet: this may be tried again
        with connection:
            reach(Point.TRANSACTION_BEGUN)
            try:
                yield connection
            except SQLAlchemyError as error:
                if is_fatal(error):
                    raise store_error(self.url, error, _advice(error)) from error
                raise record_error(error) from error
            except (OverflowError, UnicodeError) as error:  # from the drivers: a number or a letter that cannot be stored
                raise record_error(error) from error
            reach(Point.BEFORE_COMMIT)
            try:
                connection.commit()
            except SQLAlchemyError as error:
                connection.invalidate()
                raise store_error(self.url, error, "what was not acknowledged is fetched again by the next run") from error
            reach(Point.COMMIT_DONE)

    def short_of_space(self) -> StoreError | None:
        """Return what is wrong if the disk of a SQLite store has less room than it must keep, or None."""
        if self.url.get_backend_name() != "sqlite" or not self.min_free:
            return None
        disk = os.statvfs(Path(str(self.url.database)).parent)
        free, due = disk.f_bavail * disk.f_frsize, min(self.min_free, int(disk.f_blocks * disk.f_frsize * MIN_FREE_SHARE))
        if free >= due:
            return None
        return store_error(self.url, f"{free >> 20} MB are free on its disk, less than the {due >> 20} to be kept", _MAKE_ROOM)

    def _begun(self, locks: list[str]) -> Connection:
        """Return a connection in a transaction; raises StoreError, or NotNow while it may be worth to wait."""
        if short := self.short_of_space():
            raise NotNow(short)
        self._check_file()
        connection = self._connected().execution_options(**{_WRITES: True})
        try:
            connection.begin()
            if connection.dialect.name == "postgresql":
                for name in locks:
                    connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"kznews:{name}"))))
        except SQLAlchemyError as error:
            connection.invalidate()
            connection.close()
            raise self._not_begun(error) from error
        return connection

    def _connected(self) -> Connection:
        try:
            return self.engine.connect()
        except SQLAlchemyError as error:
            raise self._not_begun(error) from error

    def _not_begun(self, error: SQLAlchemyError) -> NotNow | StoreError:
        final = store_error(self.url, error, _advice(error))
        return NotNow(final) if is_locked(error) or (self._opened and is_away(error)) else final

    def _check_file(self) -> None:
        """Raise StoreError if the file is another one than that which was opened: what is written would go nowhere."""
        if self._file is None:
            return
        try:
            same = _identity(self.url) == self._file
        except OSError as error:
            raise NotNow(store_error(self.url, error, "its file was there when the run began")) from error
        if not same:
            raise store_error(self.url, "its file was replaced while it was in use", "run the same command again")

    def close(self) -> None:
        """Close every idle connection."""
        self.engine.dispose()


def parse_url(url: str) -> URL:
    """Return the address of a store, with the driver that we use; raises StoreError (one line) for any other."""
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, ValueError) as error:
        said = "" if "://" in url or "@" in url else f" ({url!r} is none)"  # what looks like one may hold a password
        line = f"cannot read the store's URL{said}; write sqlite:///path/to/file.db or postgresql+psycopg://..."
        raise StoreError(line) from error
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise store_error(parsed, f"{backend} is not supported", "write sqlite:///path/to/file.db or postgresql+psycopg://...")
    if parsed.database in (None, "", ":memory:"):
        raise store_error(parsed, "a store needs a file", "write sqlite:///path/to/file.db")
    if parsed.query:
        raise store_error(parsed, "a file takes no options", "write sqlite:///path/to/file.db")
    return parsed.set(drivername="sqlite")


def _prepare_file(url: URL) -> None:
    """Create the folder, refuse foreign databases before anything in them is touched, and switch to WAL."""
    path = Path(str(url.database))
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)) as connection:
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and owner != APPLICATION_ID:
            raise store_error(url, "it is a database of another program", "name another file")
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            _switch_to_wal(connection)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    # SQLite does not wait for a lock here, so runs that start together on a new store take turns.
    for attempt in range(SWITCH_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or attempt == SWITCH_ATTEMPTS - 1:
                raise
            connection.execute("BEGIN IMMEDIATE")  # waits for whoever is switching
            connection.execute("ROLLBACK")
        else:
            return


def _create_tables(connection: Connection) -> None:
    metadata.create_all(connection, checkfirst=False)
    create_views(connection)
    create_search(connection)
    if connection.dialect.name == "sqlite":
        seal(connection)
    rows = [{"key": "application", "value": APPLICATION}, {"key": "schema_version", "value": str(SCHEMA_VERSION)}]
    connection.execute(insert(meta), rows)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    reach(Point.TABLES_CREATED)


def _engine(url: URL) -> Engine:
    # A server that was away has broken our idle connections: each is tried before it is used.
    sqlite = url.get_backend_name() == "sqlite"
    engine = create_engine(url, pool_pre_ping=not sqlite, connect_args={"cached_statements": STATEMENTS} if sqlite else {})
    event.listen(engine, "after_cursor_execute", _after_statement)
    if sqlite:
        event.listen(engine, "connect", _on_sqlite_connect)
        event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _on_sqlite_connect(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    install(connection)


def _on_sqlite_begin(connection: Connection) -> None:
    # A writer takes the lock at once: one that upgrades half-way could only fail.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _after_statement(*arguments: Any) -> None:
    if not str(arguments[2]).startswith("SELECT"):
        reach(Point.STATEMENT)


def _identity(url: URL) -> tuple[int, int]:
    """Return device and number of a file."""
    found = Path(str(url.database)).stat()
    return found.st_dev, found.st_ino


def _is_full(error: BaseException) -> bool:
    """Return whether a disk, or what a disk has room for, is at its end; SQLite calls some of it an I/O error."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) or getattr(cause, "errno", None) in (ENOSPC, EDQUOT)


def _advice(error: BaseException) -> str:
    if isinstance(error, SQLAlchemyError) and is_locked(error):
        return "another program holds it, try again when that has ended"
    if _is_full(error):
        return _MAKE_ROOM
    if isinstance(error, OSError):
        return "name a file in a folder that can be written (KZNEWS_STORE)"
    if "not a database" in str(error):
        return "name another file, this one is no store (KZNEWS_STORE)"
    return "check that it exists and can be written (KZNEWS_STORE)"

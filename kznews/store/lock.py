"""The lock of a run: one run per portal and store, held by the kernel or by the database server, never by a file's content.

Whoever dies loses the lock at once, however it dies: no process id to compare, nothing to clean up.
"""

from __future__ import annotations

import fcntl
import os
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from kznews.store.database import parse_url
from kznews.store.errors import store_error
from kznews.store.failpoints import Point, reach
from kznews.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from sqlalchemy.engine import URL, Connection

_KEEPALIVE = ("tcp_keepalives_idle = 30", "tcp_keepalives_interval = 10", "tcp_keepalives_count = 3")
"""A holder whose machine lost its power is given up after a minute; the system's own default is two hours."""


class RunLock(Protocol):
    """A lock that is held until it is released or the process ends."""

    def release(self) -> None:
        """Let the next run have it; may be called twice."""


def hold_run(url: str, portal: str) -> RunLock | None:
    """Return the lock of `portal` in the store at `url`, or None if another run holds it; never waits.

    Raises StoreError if the store's place cannot be reached or written.
    """
    parsed = parse_url(url)
    try:
        lock: RunLock | None = (_Advisory if parsed.get_backend_name() == "postgresql" else _Flock).take(parsed, portal)
    except (OSError, SQLAlchemyError) as error:
        raise store_error(parsed, error, "the lock of the run could not be asked for (KZNEWS_STORE)") from error
    reach(Point.LOCK_TAKEN)
    return lock


def hold_all_runs(url: str) -> list[RunLock] | None:
    """Return the locks of all portals that were ever collected into the SQLite store at `url`, or None if a run holds one.

    Raises StoreError if the store's place cannot be reached or written.
    """
    store = Path(str(parse_url(url).database)).resolve()
    held: list[RunLock] = []
    for name in sorted(store.parent.glob(f"{escape(store.name)}.*.lock")):
        lock = hold_run(url, name.name.removeprefix(f"{store.name}.").removesuffix(".lock"))
        if lock is None:
            for other in held:
                other.release()
            return None
        held.append(lock)
    return held


class _Flock:
    """A kernel lock on an empty file beside the store. The file stays: deleting it would let two runs lock two files."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, url: URL, portal: str) -> _Flock | None:
        store = Path(str(url.database)).resolve()
        store.parent.mkdir(parents=True, exist_ok=True)
        name = store.with_name(f"{store.name}.{portal}.lock")
        descriptor = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    __del__ = release


class _Advisory:
    """An advisory lock of a session of its own: the server drops it with the connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def take(cls, url: URL, portal: str) -> _Advisory | None:
        engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        connection = engine.connect()
        for setting in _KEEPALIVE:
            connection.execute(text(f"SET {setting}"))
        # Two numbers: a space of its own, apart from the one number that `Database.write` locks by.
        asked = text("SELECT pg_try_advisory_lock(:program, hashtext(:portal))")
        if connection.execute(asked, {"program": APPLICATION_ID, "portal": portal}).scalar():
            return cls(connection)
        connection.close()
        return None

    def release(self) -> None:
        self._connection.close()

"""SQLite's anomaly loop: the Nth call to the database fails, whatever it is; N grows until a run passes untouched."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KINDS = {
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "database is locked": sqlite3.SQLITE_BUSY,
}


class Anomaly:
    """An error at one call: `connect`, `execute`, `commit`; commits may also be done, and their answer be lost."""

    def __init__(self, at: int, kind: str, *, only_commits: bool = False, done: bool = False) -> None:
        self.left, self.kind, self.only_commits, self.done = at, kind, only_commits, done
        self.calls = 0
        self.struck = ""
        """The call that failed, or "" while none has."""
        self.after: list[str] = []
        """The calls that followed it."""

    def meet(self, call: str, doing: Callable[[], None] | None = None) -> None:
        """Count a call, and raise the error if it is its turn."""
        if self.strikes(call):
            if self.done and doing:
                doing()
            raise self.error()

    def strikes(self, call: str) -> bool:
        """Count a call, and say whether it is the one that fails."""
        name = call.split(maxsplit=1)[0].upper()
        if self.struck:
            self.after.append(name)
            return False
        if self.only_commits and name != "COMMIT":
            return False
        self.calls += 1
        self.left -= 1
        if self.left:
            return False
        self.struck = name
        return True

    def error(self) -> sqlite3.OperationalError:
        error = sqlite3.OperationalError(self.kind)
        error.sqlite_errorcode = KINDS[self.kind]
        return error


def _connection(anomaly: Anomaly) -> type[sqlite3.Connection]:
    """Return a class of connections that meet the anomaly."""

    class Cursor(sqlite3.Cursor):
        def execute(self, sql: str, *parameters: Any) -> Any:
            anomaly.meet(sql)
            return super().execute(sql, *parameters)

        def executemany(self, sql: str, *parameters: Any) -> Any:
            anomaly.meet(sql)
            return super().executemany(sql, *parameters)

    class Connection(sqlite3.Connection):
        def cursor(self, *_: Any) -> Any:
            return super().cursor(Cursor)

        def execute(self, sql: str, *parameters: Any) -> Any:
            return self.cursor().execute(sql, *parameters)

        def commit(self) -> None:
            anomaly.meet("COMMIT", super().commit)
            super().commit()

    return Connection


@contextmanager
def injected(anomaly: Anomaly) -> Iterator[None]:
    """Let every connection to a SQLite database that is opened in the block meet the anomaly."""
    known, factory = sqlite3.connect, _connection(anomaly)

    def connect(*args: Any, **options: Any) -> Any:
        anomaly.meet("CONNECT")
        return known(*args, **options, factory=factory)

    with patch("sqlite3.connect", connect), patch("sqlite3.dbapi2.connect", connect):
        yield

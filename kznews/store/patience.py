"""Waiting for a store that cannot be used right now: another program holds it, its server is away, its disk is nearly full."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import DBAPIError, OperationalError

from kznews.clock import ticks

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.exc import SQLAlchemyError

    from kznews.store.errors import StoreError

T = TypeVar("T")
STEP = 1.0
"""Seconds between two attempts: a store that is back is in use again within two."""
OPENING = 60.0
"""Seconds that a command waits for a store that another program holds: longer than any transaction of ours."""
_AWAY = ("08", "57P", "53300")
"""PostgreSQL's classes of "connection failure", "shutting down or starting up" and "too many connections"."""
_MISSING = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


class NotNow(Exception):  # noqa: N818 - it says how things stand
    """Raised for a transaction that cannot begin at the moment, with what to raise if that does not change."""

    def __init__(self, final: StoreError) -> None:
        super().__init__(str(final))
        self.final = final


class Patience:
    """How long a store is waited for before each transaction; shared by all threads that use it."""

    def __init__(self, seconds: float = OPENING) -> None:
        self.seconds = seconds
        self.told: Callable[[str], None] | None = None
        """Told why the waiting begins, and "" when it ends; from the thread that waits."""
        self._latest: float | None = None
        self._woken = threading.Event()

    def hurry(self, seconds: float) -> None:
        """Wait so many seconds more at most, from now on and for good: the run is ending."""
        if self._latest is None:
            self._latest = ticks() + seconds
            self._woken.set()

    def until(self, attempt: Callable[[], T]) -> T:
        """Return what `attempt` returns, made again while it raises NotNow; raises its `final` when the time is over."""
        end, told = ticks() + self.seconds, False
        try:
            while True:
                try:
                    return attempt()
                except NotNow as problem:
                    if self._left(end) <= 0:
                        raise problem.final from problem.__cause__
                    if not told:
                        told = True
                        self._tell(str(problem))
                self._rest(min(STEP, self._left(end)))
        finally:
            if told:
                self._tell("")

    def _left(self, until: float) -> float:
        """Return how many seconds are left until `until`, or until the run must have ended."""
        return min(until, until if self._latest is None else self._latest) - ticks()

    def _rest(self, seconds: float) -> None:
        """Wait; until somebody is in a hurry, if nobody is yet."""
        (threading.Event() if self._woken.is_set() else self._woken).wait(seconds)

    def _tell(self, why: str) -> None:
        if self.told:
            self.told(why)


def is_locked(error: SQLAlchemyError) -> bool:
    """Return whether another program holds a SQLite store."""
    return _sqlite_code(error) == sqlite3.SQLITE_BUSY


def is_away(error: SQLAlchemyError) -> bool:
    """Return whether the place of a store that was in use is not there at the moment."""
    if _sqlite_code(error) in _MISSING:
        return True
    if not isinstance(error, OperationalError) or isinstance(error.orig, sqlite3.Error):
        return False
    state = getattr(error.orig, "sqlstate", None)
    return state is None or state.startswith(_AWAY)


def _sqlite_code(error: SQLAlchemyError) -> int | None:
    cause = error.orig if isinstance(error, DBAPIError) else None
    return cause.sqlite_errorcode & 0xFF if isinstance(cause, sqlite3.OperationalError) else None

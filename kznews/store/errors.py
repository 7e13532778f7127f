"""The errors that leave this package: the store cannot be used, or a record cannot be stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, SQLAlchemyError, StatementError

if TYPE_CHECKING:
    from pathlib import Path


class StoreError(Exception):
    """The store cannot be used. Its message is one readable line without credentials."""


class CopyError(StoreError):
    """A copy of a store cannot be read or written. Its message is one line that names the copy's file."""


class KeptError(CopyError):
    """What is to be replaced by a copy of a store is none, and stays as it is."""


class RecordError(ValueError):
    """One record cannot be stored; the store itself is well. Its message is one line."""


class NoSuchRunError(LookupError):
    """A run that cannot be gone on from. Its message is one line."""


def shown(url: str | URL) -> str:
    """Return a store's URL as it may be shown: without user, password and query."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        return "the store's URL"
    # A password may also stand in the query, so nothing of it is kept.
    return str(URL.create(parsed.drivername, host=parsed.host, port=parsed.port, database=parsed.database))


def store_error(url: str | URL, cause: BaseException | str, advice: str) -> StoreError:
    """Return the StoreError for `cause`: "cannot use <url>: <cause>; <advice>", one line."""
    # Of the cause alone, whose words are not ours: "postgres" is a password as well as a part of every address.
    said = _without_password(url, _reason(cause))
    return StoreError(" ".join(f"cannot use the store {shown(url)}: {said}; {advice}".split()))


def copy_error(path: Path, cause: BaseException | str, advice: str, *, kind: type[CopyError] = CopyError) -> CopyError:
    """Return the CopyError for `cause`: "cannot use the copy <path>: <cause>; <advice>", one line."""
    said = cause.strerror or cause if isinstance(cause, OSError) else cause
    return kind(" ".join(f"cannot use the copy {path}: {said}; {advice}".split()))


def record_error(cause: Exception) -> RecordError:
    """Return the RecordError for what the database, its driver or a column's type said about a value."""
    return RecordError(_reason(cause))


def is_fatal(error: SQLAlchemyError) -> bool:
    """Return whether an error is the store's own; a value that a column or a constraint refuses is the record's."""
    if isinstance(error, (IntegrityError, DataError)):
        return False
    if isinstance(error, StatementError) and not isinstance(error, DBAPIError):
        return False
    # PostgreSQL's "program limit exceeded", e.g. an address too long for an index, is about a value as well.
    state = getattr(error.orig, "sqlstate", None) if isinstance(error, DBAPIError) else None
    return not (state or "").startswith("54")


def _reason(cause: BaseException | str) -> str:
    if isinstance(cause, StatementError) and cause.orig is not None:
        cause = cause.orig  # SQLAlchemy's own text carries the statement and its parameters
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror  # its own text repeats the path
    if isinstance(cause, SQLAlchemyError):
        return str(cause.args[0]) if cause.args else type(cause).__name__
    lines = str(cause).strip().splitlines()
    return lines[0] if lines else type(cause).__name__


def _without_password(url: str | URL, line: str) -> str:
    try:
        password = make_url(url).password
    except ArgumentError:
        return line
    return line.replace(str(password), "***") if password else line

"""A checksum in every row of a SQLite store, kept by triggers: whoever writes a row, and however, cannot forget it.

SQLite itself has none: a bit that turns on the disk is read as if it had been written so. PostgreSQL has its own, per page.
A CRC-32 finds every single flipped bit, and every other accident but one in four thousand million.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from sqlalchemy.exc import DBAPIError

from kznews.store.failpoints import Point, reach
from kznews.store.schema import NO_CHECKSUM, metadata

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy import Table
    from sqlalchemy.engine import Connection

COLUMN = "checksum"
FUNCTION = "kz_checksum"
_SMALL = 256
_SIZES = tuple(b"%d:" % size for size in range(_SMALL))
"""What stands before a value; made once, since a page writes some two hundred values."""


def checksum(*values: bytes | None) -> int:
    """Return the CRC-32 of a row's values, each with its length; None is no empty value.

    >>> checksum(b"ab", b"c") == checksum(b"a", b"bc"), checksum(None) == checksum(b"")
    (False, False)
    """
    parts = []
    for value in values:
        if value is None:
            parts.append(b"-")
        else:
            size = len(value)
            parts += (_SIZES[size] if size < _SMALL else b"%d:" % size, value)
    return crc32(b"".join(parts))


def install(connection: sqlite3.Connection) -> None:
    """Teach a connection the function that the triggers call."""
    connection.create_function(FUNCTION, -1, checksum, deterministic=True)


def seal(connection: Connection) -> None:
    """Give every row of every table its checksum, and see to it that later ones get theirs; in the caller's transaction.

    To be called when tables are made, and after every change of their columns.
    """
    for table in _sealed():
        known = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
        statements = [] if COLUMN in known else [f"ALTER TABLE {table.name} ADD COLUMN {COLUMN} INTEGER"]
        statements += [*_triggers(table), f"UPDATE {table.name} SET {COLUMN} = {_call(table)}"]  # noqa: S608 - our own names
        for statement in statements:
            connection.exec_driver_sql(statement)
            reach(Point.MIGRATION_STATEMENT)


def differing(connection: Connection) -> Iterator[str]:
    """Yield one line for each row that is not what was written: "row: pages q https://...: its checksum differs"."""
    for table in _sealed():
        keys = ", ".join(f"CAST({column.name} AS BLOB)" for column in table.primary_key.columns)
        query = f"SELECT {keys} FROM {table.name} WHERE {COLUMN} IS NOT {_call(table)}"  # noqa: S608 - our own names
        try:
            for row in connection.exec_driver_sql(query):
                key = " ".join(bytes(part or b"").decode(errors="replace") for part in row)
                yield f"row: {table.name} {key}: is not what was stored: its checksum differs"
        except DBAPIError as error:
            yield f"row: {table.name}: cannot be read: {error.orig}"


def _sealed() -> list[Table]:
    return [table for table in metadata.sorted_tables if not table.info.get(NO_CHECKSUM)]


def _call(table: Table, row: str = "") -> str:
    # As bytes, since what is no text any more could not be handed over as one.
    return f"{FUNCTION}({', '.join(f'CAST({row}{column.name} AS BLOB)' for column in table.columns)})"


def _triggers(table: Table) -> Iterator[str]:
    here = " AND ".join(f"{column.name} = NEW.{column.name}" for column in table.primary_key.columns)
    change = f"UPDATE {table.name} SET {COLUMN} = {_call(table, 'NEW.')} WHERE {here}"  # noqa: S608 - our own names
    columns = ", ".join(column.name for column in table.columns)
    for name, event in (("inserted", "INSERT"), ("updated", f"UPDATE OF {columns}")):
        yield f"DROP TRIGGER IF EXISTS {table.name}_{name}"
        yield f"CREATE TRIGGER {table.name}_{name} AFTER {event} ON {table.name} BEGIN {change}; END"

"""The day of an instant: in Kazakhstan, and at any offset as SQL that both databases understand, which reports group by."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Text, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.sql.compiler import SQLCompiler

ZONE: Final = timezone(timedelta(hours=5))
"""Kazakhstan's time since March 2024, in which days are told."""
KAZAKHSTAN: Final[ColumnElement[int]] = literal_column("18000")
"""The same in seconds east of Greenwich, as SQL."""


def local_date(at: datetime) -> date:
    """Return the day of an instant in Kazakhstan."""
    return at.astimezone(ZONE).date()


class local_day(FunctionElement[str]):  # noqa: N801 - it reads as the SQL function that it is
    """`local_day(instant, seconds)`: the day "2026-03-16" on a clock that is so many seconds ahead of UTC."""

    type = Text()
    inherit_cache = True

    def __init__(self, instant: ColumnElement[Any], seconds: ColumnElement[Any]) -> None:
        super().__init__(instant, seconds)


@compiles(local_day, "sqlite")
def _on_sqlite(element: local_day, compiler: SQLCompiler, **options: Any) -> str:
    instant, seconds = (compiler.process(clause, **options) for clause in element.clauses)
    return f"date({instant}, {seconds} || ' seconds')"


@compiles(local_day, "postgresql")
def _on_postgresql(element: local_day, compiler: SQLCompiler, **options: Any) -> str:
    instant, seconds = (compiler.process(clause, **options) for clause in element.clauses)
    return f"to_char({instant} AT TIME ZONE 'UTC' + {seconds} * interval '1 second', 'YYYY-MM-DD')"

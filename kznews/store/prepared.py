"""Statements that are made once, and handed to the driver as they are.

What SQLAlchemy does anew for each execution (keys, contexts, results, events) takes ten times as long as SQLite's own work,
and a page needs some forty statements. They are written as SQLAlchemy writes them, with its types, for either database; what
fails, fails with its errors.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.exc import DBAPIError, StatementError

from kznews.store.failpoints import Point, reach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Executable
    from sqlalchemy.engine import Connection, Dialect

    Row = dict[str, Any]
    Values = Mapping[str, Any]
    Process = Callable[[Any], Any]

MOST_LISTED: Final = 64
"""Values of a list up to which a statement is made for their number; longer ones are rare, and SQLAlchemy writes them."""


class Prepared:
    """A statement of SQLAlchemy for either database; values are given by the names of its parameters.

    The parameter `listed` (`expanding`) is a list of any length; for an empty one there are no rows. What a statement changes
    comes with the caller's transaction. All methods raise SQLAlchemyError, as `Connection.execute` does.
    """

    def __init__(self, statement: Executable, listed: str = "") -> None:
        self.statement = statement
        self._listed = listed
        self._forms: dict[tuple[Any, ...], _Form] = {}

    def rows(self, connection: Connection, values: Values) -> list[Row]:
        """Return all rows, each by the names of its columns."""
        size = len(values[self._listed]) if self._listed else 1
        if not 0 < size <= MOST_LISTED:
            return [dict(row) for row in connection.execute(self.statement, values).mappings()] if size else []
        form = self._form(connection, values, size)
        return [dict(zip(form.names, row, strict=True)) for row in form.fetched(connection, values)]

    def row(self, connection: Connection, values: Values) -> Row | None:
        """Return the first row, or None."""
        return next(iter(self.rows(connection, values)), None)

    def tuples(self, connection: Connection, values: Values) -> list[Sequence[Any]]:
        """Return all rows, each with its columns in their order."""
        size = len(values[self._listed]) if self._listed else 1
        if not 0 < size <= MOST_LISTED:
            return list(connection.execute(self.statement, values).all()) if size else []
        return list(self._form(connection, values, size).fetched(connection, values))

    def column(self, connection: Connection, values: Values) -> list[Any]:
        """Return the first column of all rows."""
        return [row[0] for row in self.tuples(connection, values)]

    def run(self, connection: Connection, values: Values) -> None:
        """Change what the statement, which takes no list, says."""
        self._form(connection, values, 1).run(connection, values)

    def run_many(self, connection: Connection, values: Sequence[Values]) -> None:
        """Change what the statement says for each of the values, which have the same names; for none, nothing."""
        if len(values) == 1:
            self.run(connection, values[0])
        elif values:
            self._form(connection, values[0], 1).run_many(connection, values)

    def _form(self, connection: Connection, values: Values, size: int) -> _Form:
        """Return the statement for values of these names, and for a list of that length."""
        dialect = connection.dialect
        key = (dialect.name, size, *values)
        form = self._forms.get(key)
        if form is None:
            form = self._forms[key] = _Form(self.statement, dialect, values, self._listed)
        return form


def execute(connection: Connection, sql: str, values: Any, *, many: bool = False) -> Any:
    """Hand a statement to the driver, for one set of values or for `many`, and return its cursor; raises DBAPIError."""
    if not connection.in_transaction():
        connection.begin()
    driver: Any = connection.connection.dbapi_connection
    try:
        cursor = driver.cursor()
        (cursor.executemany if many else cursor.execute)(sql, values)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _failed(connection, sql, values, error) from error
    return cursor


def _failed(connection: Connection, sql: str, values: Any, error: Any) -> Exception:
    """Return the error of SQLAlchemy for one of the driver; a connection that is lost is given up."""
    dialect = connection.dialect
    lost = dialect.is_disconnect(error, connection.connection.dbapi_connection, None)
    if lost:
        connection.invalidate(error)
    base: Any = dialect.loaded_dbapi.Error
    found: Exception = DBAPIError.instance(sql, values, error, base, connection_invalidated=lost, dialect=dialect)
    return found


class _Form:
    """A statement for one database and one set of names."""

    def __init__(self, statement: Any, dialect: Dialect, values: Values, listed: str) -> None:
        self.names: tuple[str, ...] = ()
        self._types: list[Any] = []
        if hasattr(statement, "exported_columns"):
            columns = list(statement.exported_columns)
            self.names, self._types = tuple(column.key for column in columns), [column.type for column in columns]
        self._readers: list[tuple[int, Process]] | None = None
        more: dict[str, Any] = {"for_executemany": True} if statement.is_insert else {}  # nothing is to come back from it
        compiled = statement.compile(dialect=dialect, column_keys=list(values), **more)
        none = {name: [None] * len(value) if name == listed else None for name, value in values.items()}
        state = compiled.construct_expanded_state(none)
        self.sql, self._changes = state.statement, not statement.is_select
        self._in_order = bool(compiled.positional)
        self._places = tuple(state.positiontup if self._in_order else state.parameters)
        parts = {part: (name, number) for name, split in state.parameter_expansion.items() for number, part in enumerate(split)}
        self._fixed: dict[str, Any] = {}
        self._names: list[tuple[str, int | None]] = []
        self._writers: list[tuple[int, Process]] = []
        for number, place in enumerate(self._places):
            name, part = parts.get(place, (place, None))
            process = compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)
            if name not in values:  # what the statement itself says
                self._fixed[name] = compiled.params[place]
            if process:
                self._writers.append((number, process))
            self._names.append((name, part))
        plain = not (self._fixed or listed) and len(self._names) > 1
        self._take: Callable[[Values], Any] = itemgetter(*self._places) if plain else self._taken

    def _taken(self, values: Values) -> list[Any]:
        """Return the values in the order of their places in the statement, those of a list one by one."""
        known = {**self._fixed, **values} if self._fixed else values
        return [known[name] if part is None else known[name][part] for name, part in self._names]

    def _bound(self, values: Values) -> Any:
        """Return the values as the driver takes them; raises StatementError for one that its column cannot hold."""
        bound = list(self._take(values))
        try:
            for place, process in self._writers:
                bound[place] = process(bound[place])
        except Exception as error:
            raise StatementError(f"({type(error).__name__}) {error}", self.sql, dict(values), error) from error
        return bound if self._in_order else dict(zip(self._places, bound, strict=True))

    def run(self, connection: Connection, values: Values) -> None:
        execute(connection, self.sql, self._bound(values))
        reach(Point.STATEMENT)

    def run_many(self, connection: Connection, values: Sequence[Values]) -> None:
        execute(connection, self.sql, [self._bound(one) for one in values], many=True)
        reach(Point.STATEMENT)

    def fetched(self, connection: Connection, values: Values) -> Iterator[Sequence[Any]]:
        cursor = execute(connection, self.sql, self._bound(values))
        try:
            rows = cursor.fetchall()
        except connection.dialect.loaded_dbapi.Error as error:
            raise _failed(connection, self.sql, values, error) from error
        if self._changes:
            reach(Point.STATEMENT)
        if not rows:
            return iter(())
        if self._readers is None:
            self._readers = self._readers_of(connection.dialect, cursor.description)
        return map(self._read, rows) if self._readers else iter(rows)

    def _readers_of(self, dialect: Dialect, description: Sequence[Any]) -> list[tuple[int, Process]]:
        """Return what makes values of ours of those of the driver, by the places of their columns."""
        found = []
        for place, (kind, said) in enumerate(zip(self._types, description, strict=True)):
            if process := kind.dialect_impl(dialect).result_processor(dialect, said[1]):
                found.append((place, process))
        return found

    def _read(self, row: Sequence[Any]) -> Sequence[Any]:
        values = list(row)
        for place, process in self._readers or ():
            values[place] = process(values[place])
        return values

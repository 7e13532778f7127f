"""Column types that keep exactly what they are given: instants in UTC, decimals, JSON. Equal on SQLite and PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, DateTime, Integer, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator

from kznews.clock import aware_utc

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect
    from sqlalchemy.types import TypeEngine


Count = Integer().with_variant(BigInteger, "postgresql")
"""A number that a page shows: 64 bits everywhere."""


@lru_cache(maxsize=1024)  # a page writes one instant into many columns
def instant_text(value: datetime) -> str:
    """Return an aware datetime as fixed-width ISO 8601 in UTC, which sorts as it runs; raises ValueError if naive.

    >>> from datetime import timedelta, timezone
    >>> instant_text(datetime(2018, 4, 21, 6, 0, tzinfo=timezone(timedelta(hours=6))))
    '2018-04-21T00:00:00.000000Z'
    """
    return aware_utc(value).isoformat(timespec="microseconds").replace("+00:00", "Z")


@lru_cache(maxsize=1024)
def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


class Key(TypeDecorator[str]):
    """Text that is compared by code point on every database, whatever its locale."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.TEXT(collation="C"))
        return dialect.type_descriptor(Text())


class Instant(TypeDecorator[datetime]):
    """An aware datetime: TEXT in SQLite, timestamptz in PostgreSQL. Comes back in UTC; a naive one is refused."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return aware_utc(value) if dialect.name == "postgresql" else instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's hook
        if value is None:
            return None
        return value.astimezone(UTC) if isinstance(value, datetime) else _instant(value)


class Exact(TypeDecorator[Decimal]):
    """A decimal as the text of its digits ("468.50" stays so); never a float."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        if not isinstance(value, Decimal) or not value.is_finite():
            raise ValueError(f"not a finite Decimal: {value!r}")
        return format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


class Json(TypeDecorator[Any]):
    """A list or mapping as readable JSON text, its keys in order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else json.loads(value)

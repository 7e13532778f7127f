"""Articles as Arrow tables: every field with its type, nothing rounded, instants in UTC."""

from __future__ import annotations

from dataclasses import fields
from decimal import Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kznews.items import Article, ExchangeRate, StoredArticle, Weather

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_INSTANT = pa.timestamp("us", tz="UTC")
_FIGURE = pa.decimal128(38, 9)
"""29 digits before the point, 9 behind it: a rate has 4 and 4 at most."""
_EXPONENT = Decimal(1).scaleb(-9)
_EXACT = Context(prec=38)
"""Python's own context has 28 digits, ten less than the column."""
_LARGEST = Decimal(10) ** 29
_TEXTS = pa.list_(pa.string())
_WEATHER = pa.struct({"city": pa.string(), "city_key": pa.string(), "temperature": _FIGURE, "raw": pa.string()})
_RATE = pa.struct(
    {
        "currency": pa.string(),
        "value": _FIGURE,
        "nominal": pa.int64(),
        "side": pa.string(),
        "change": _FIGURE,
        "raw": pa.string(),
    }
)
_TYPES: dict[str, Any] = {
    "body": _TEXTS,
    "authors": _TEXTS,
    "tags": _TEXTS,
    "published_at": _INSTANT,
    "modified_at": _INSTANT,
    "fetched_at": _INSTANT,
    "first_seen": _INSTANT,
    "views": pa.int64(),
    "comments": pa.int64(),
    "versions": pa.int64(),
    "weather": _WEATHER,
    "exchange_rates": pa.list_(_RATE),
}
"""What is not here is text."""
OFFSETS = {"published_at": "published_offset", "modified_at": "modified_offset"}
"""Instant -> the column beside it: seconds east of Greenwich of the portal's clock, since a column of instants has one zone."""


def schema_of(item: type[Article]) -> pa.Schema:
    """Return the columns for a kind of item, in the order of its fields."""
    columns = []
    for entry in fields(item):
        columns.append(pa.field(entry.name, _TYPES.get(entry.name, pa.string())))
        if entry.name in OFFSETS:
            columns.append(pa.field(OFFSETS[entry.name], pa.int32()))
    return pa.schema(columns)


def table_of(articles: list[Article], schema: pa.Schema) -> pa.Table:
    """Return the rows of articles with the columns of `schema`."""
    return pa.table([pa.array([_value(one, name) for one in articles], schema.field(name).type) for name in schema.names], schema)


def _value(article: Article, name: str) -> Any:
    if name in _OFFSET_OF:
        return _offset(getattr(article, _OFFSET_OF[name], None))
    value = getattr(article, name, None)
    convert = _CONVERT.get(name)
    return convert(value) if convert and value is not None else value


def _offset(value: datetime | None) -> int | None:
    offset = value.utcoffset() if value else None
    return None if offset is None else round(offset.total_seconds())


def _figure(value: Decimal | None) -> Decimal | None:
    """Return a figure if the column can hold it exactly; else its digits stand in `raw` alone."""
    if value is None or not value.copy_abs() < _LARGEST:  # `abs` would round
        return None
    try:
        fits = value.quantize(_EXPONENT, context=_EXACT)
    except InvalidOperation:
        return None
    return fits if fits == value else None


def _weather(value: Weather) -> dict[str, Any]:
    return {**vars(value), "temperature": _figure(value.temperature)}


def _rates(values: list[ExchangeRate]) -> list[dict[str, Any]]:
    return [{**vars(rate), "value": _figure(rate.value), "change": _figure(rate.change)} for rate in values]


_OFFSET_OF = {column: instant for instant, column in OFFSETS.items()}
_CONVERT: dict[str, Callable[[Any], Any]] = {"weather": _weather, "exchange_rates": _rates, "change": str}
ARTICLE = schema_of(Article)
"""The columns of a run's feed."""
STORED = schema_of(StoredArticle)
"""The columns of a feed from the store."""

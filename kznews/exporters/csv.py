"""CSV of articles: one row each, nested values in columns of their own, inert in a spreadsheet."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime
from typing import Any

from scrapy.exporters import CsvItemExporter

from kznews.items import Article, Weather

_Fields = list[tuple[str, str]]
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
WEATHER_COLUMNS = tuple(f"weather_{entry.name}" for entry in fields(Weather))
COLUMNS = tuple(column for entry in fields(Article) for column in (WEATHER_COLUMNS if entry.name == "weather" else (entry.name,)))
"""The header: the fields of Article in order, weather spread over its own columns."""


def inert(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it: an apostrophe before what would be a formula, real numbers excepted.

    Reversible: an apostrophe in front is doubled.

    >>> inert("=1+1"), inert("-5.3"), inert("'a")
    ("'=1+1", '-5.3', "''a")
    """
    if cell.startswith("'") or (cell.lstrip().startswith(_ACTIVE) and not _NUMBER.fullmatch(cell)):
        return "'" + cell
    return cell


def cell(value: Any) -> str:
    """Return a field's value as the text of a cell: paragraphs by empty lines, names by "; ", rates as JSON, times as ISO."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list) and value and is_dataclass(value[0]):
        rows = [{name: part for name, part in asdict(entry).items() if part is not None} for entry in value]
        return json.dumps(rows, ensure_ascii=False, default=str)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)


class ArticleCsvExporter(CsvItemExporter):
    """Scrapy's CSV exporter for articles; FEED_EXPORT_FIELDS may choose among COLUMNS."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["fields_to_export"] = kwargs.get("fields_to_export") or list(COLUMNS)
        super().__init__(*args, **kwargs)

    def get_serialized_fields(self, item: Any, default_value: Any = None, include_empty: bool | None = None) -> _Fields:  # noqa: FBT001
        """Return column and cell of every chosen column; Scrapy's own would know no weather columns and no formulas."""
        return [(str(name), inert(_value(item, str(name)))) for name in self.fields_to_export or COLUMNS]


def _value(item: Any, name: str) -> str:
    if name in WEATHER_COLUMNS:
        weather = getattr(item, "weather", None)
        return cell(getattr(weather, name.removeprefix("weather_"))) if weather else ""
    if name == "body":
        return "\n\n".join(getattr(item, "body", ()))
    return cell(getattr(item, name, None))

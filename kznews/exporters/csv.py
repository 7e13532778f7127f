"""CSV of articles: one row each, nested values in columns of their own, inert in a spreadsheet."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime
from typing import Any

from scrapy.exporters import CsvItemExporter

from kznews.items import Article, StoredArticle, Weather

_Fields = list[tuple[str, str]]
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_ACTIVE = "=+\\-@\x00＝＋－＠"
_FRONT = re.compile(rf"'|\s*[\t\r\n{_ACTIVE}]")
_INNER = re.compile(rf"([,;\t\r\n][\s\"]*)(?=['{_ACTIVE}])")
_MARKED = re.compile(r"([,;\t\r\n][\s\"]*)'")
WEATHER_COLUMNS = tuple(f"weather_{entry.name}" for entry in fields(Weather))


def columns_of(item: type) -> tuple[str, ...]:
    """Return the header for a kind of item: its fields in order, the weather spread over columns of its own."""
    return tuple(column for entry in fields(item) for column in (WEATHER_COLUMNS if entry.name == "weather" else (entry.name,)))


COLUMNS = columns_of(Article)
"""The columns of a run's feed."""
STORED_COLUMNS = columns_of(StoredArticle)
"""The columns of a feed from the store."""


def inert(cell: str) -> str:
    r"""Return the cell so that no spreadsheet runs any of it: an apostrophe before what would be a formula.

    A cell is marked in front; a spreadsheet whose separator is another one, or that takes each line for a row, begins further
    cells within it, and those are marked as well. Numbers stay as they are. `restored` undoes it.

    >>> inert("=1+1"), inert("-5.3"), inert("'a"), inert("a;=1"), inert("a\n\n-b")
    ("'=1+1", '-5.3', "''a", "a;'=1", "a\n\n'-b")
    """
    if _NUMBER.fullmatch(cell):
        return cell
    front = "'" if _FRONT.match(cell) else ""
    return front + _INNER.sub(r"\1'", cell)


def restored(cell: str) -> str:
    r"""Return the text of a cell that `inert` has made.

    >>> restored("''a"), restored("a\n\n'-b")
    ("'a", 'a\n\n-b')
    """
    return _MARKED.sub(r"\1", cell.removeprefix("'"))


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
    """Scrapy's CSV exporter for articles; FEED_EXPORT_FIELDS may choose among COLUMNS (of the store: STORED_COLUMNS).

    What is appended to a file (kznews.exporters.files) gets no header and no byte order mark in the middle of it.
    """

    def __init__(self, file: Any, *args: Any, **kwargs: Any) -> None:
        kwargs["fields_to_export"] = kwargs.get("fields_to_export") or list(COLUMNS)
        if getattr(file, "is_begun", False):
            kwargs["include_headers_line"] = False
            kwargs["encoding"] = "utf-8" if kwargs.get("encoding") == "utf-8-sig" else kwargs.get("encoding")
        super().__init__(file, *args, **kwargs)

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

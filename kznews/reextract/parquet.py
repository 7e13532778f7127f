"""Articles as Parquet, a few at a time: a file that appears when it is complete."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from itemadapter import ItemAdapter
from scrapy.utils.serialize import ScrapyJSONEncoder

from kznews.archives.opening import filesystem, scheme_of
from kznews.atomic import Replacement
from kznews.items import Article

if TYPE_CHECKING:
    from collections.abc import Mapping

_INSTANT = pa.timestamp("us", tz="UTC")
_KINDS: dict[str, pa.DataType] = {
    "body": pa.list_(pa.string()),
    "authors": pa.list_(pa.string()),
    "tags": pa.list_(pa.string()),
    "published_at": _INSTANT,
    "modified_at": _INSTANT,
    "fetched_at": _INSTANT,
    "views": pa.int64(),
    "comments": pa.int64(),
}
_NESTED = ("weather", "exchange_rates")
SCHEMA = pa.schema(
    [*((entry.name, _KINDS.get(entry.name, pa.string())) for entry in fields(Article)), ("content_key", pa.string())]
)
"""The fields of an article (docs/article.md), instants in UTC, weather and rates as JSON; `content_key` tells equal texts."""


def row_of(article: Article, content_key: str) -> Mapping[str, Any]:
    """Return an article as a row of SCHEMA."""
    values = dict(ItemAdapter(article).asdict())
    for name in _NESTED:
        values[name] = json.dumps(values[name], cls=ScrapyJSONEncoder, ensure_ascii=False) if values[name] else None
    return values | {"content_key": content_key}


class ArticleParts:
    """One file of Parquet in the making, on this machine or behind fsspec."""

    def __init__(self, path: str, batch: int) -> None:
        self.path, self._size = path, batch
        self._rows: list[Mapping[str, Any]] = []
        self._new: Replacement | None = None
        self._file: IO[bytes] | None = None
        self._writer: pq.ParquetWriter | None = None

    def add(self, article: Article, content_key: str) -> None:
        """Take an article; raises OSError."""
        self._rows.append(row_of(article, content_key))
        if len(self._rows) >= self._size:
            self._flush()

    def complete(self) -> None:
        """Put the file in its place; one without articles is written as well, since it says that there are none."""
        self._flush()
        assert self._writer is not None  # noqa: S101 - _flush opens it
        self._writer.close()
        if self._new:
            self._new.complete()
        elif self._file:
            self._file.close()
        self._writer = self._new = self._file = None

    def discard(self) -> None:
        """Leave no trace of a file that is not complete; may be called twice."""
        if self._new:
            self._new.discard()
        if self._file is not None and hasattr(self._file, "discard"):
            with suppress(Exception):  # an upload that is given up; what is left of it no reader sees
                self._file.discard()
        self._writer = self._new = self._file = None

    def _flush(self) -> None:
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._opened(), SCHEMA, compression="zstd")
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=SCHEMA))
            self._rows = []

    def _opened(self) -> IO[bytes]:
        if scheme_of(self.path):
            system, path = filesystem(self.path)
            self._file = system.open(path, "wb")
            return self._file
        place = Path(self.path)
        for left in place.parent.glob(f".{place.name}.*"):  # by a process that was killed
            left.unlink(missing_ok=True)
        self._new = Replacement(place)
        return self._new.file

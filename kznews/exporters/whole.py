"""Feeds from the store: a file, or a folder of Parquet files by portal and month, complete or not at all."""

from __future__ import annotations

import json
import re
from errno import EEXIST
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from scrapy.exporters import BaseItemExporter, JsonItemExporter, JsonLinesItemExporter

from kznews.atomic import output, replaced_folder
from kznews.exporters.atom import ArticleAtomExporter
from kznews.exporters.csv import STORED_COLUMNS, ArticleCsvExporter
from kznews.exporters.parquet import ArticleParquetExporter
from kznews.store.failpoints import Point, reach

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kznews.items import Article, StoredArticle
    from kznews.store import Export

FORMATS: dict[str, Callable[..., BaseItemExporter]] = {
    "jsonl": JsonLinesItemExporter,
    "json": JsonItemExporter,
    "csv": partial(ArticleCsvExporter, fields_to_export=list(STORED_COLUMNS)),
    "parquet": partial(ArticleParquetExporter, stored=True),
    "atom": ArticleAtomExporter,
}
UNDATED = "undated"
"""The month of works without a date. Hive's own name for it makes a null of which pandas cannot read the folder."""
_PART = re.compile(r"portal=[^/]+/month=[^/]+/part-[0-9]+\.parquet")
MARK = "_kznews.json"
"""What says that a folder is a feed of ours and may be replaced; readers pass over names that begin so."""


def write_feed(export: Export, kind: str, path: Path | None) -> int:
    """Write works to a file (None: to standard output), and return their number; raises OSError, and leaves no half file."""
    with output(path) as file:
        named = {"name": export.name} if kind == "atom" else {}
        exporter = FORMATS[kind](file, encoding="utf-8", **named)
        exporter.start_exporting()
        count = 0
        for count, work in enumerate(export.works, start=1):  # noqa: B007 - it is the number of them
            exporter.export_item(work)
        exporter.finish_exporting()
        reach(Point.FEED_WRITTEN)
    reach(Point.FEED_COMPLETE)
    return count


def write_partitions(export: Export, path: Path) -> int:
    """Write works to portal=NAME/month=YYYY-MM/part-N.parquet in a folder that takes its place as a whole; return their number.

    The month is that of the portal's own clock. Raises OSError, also for a folder that holds anything else than a feed of ours.
    """
    if stranger := _stranger(path):
        raise FileExistsError(EEXIST, f"{stranger} in it is no part of such a feed, and it is left alone")
    with replaced_folder(path, mark=MARK) as folder:
        count, parts = 0, _Parts(folder)
        for count, work in enumerate(export.works, start=1):  # noqa: B007 - it is the number of them
            parts.write(work)
        parts.close()
        folder.joinpath(MARK).write_text(json.dumps({"articles": count, "run": export.run}), encoding="utf-8")
        reach(Point.FEED_WRITTEN)
    reach(Point.FEED_COMPLETE)
    return count


def _stranger(path: Path) -> Path | None:
    """Return the first file in a folder of partitions that is none of ours and no hidden note of a reader's, None if all are."""
    for file in sorted(path.rglob("*")) if path.joinpath(MARK).exists() else ():
        own = file.relative_to(path)
        if not (file.is_dir() or own.name.startswith(("_", ".")) or _PART.fullmatch(own.as_posix())):
            return own
    return None


class _Parts:
    """The file of the partition that the last work went to; works come sorted, so each partition is opened once, or nearly."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._at: tuple[str, str] | None = None
        self._file: Any = None
        self._rows: Any = None

    def write(self, work: StoredArticle) -> None:
        at = (str(work.portal), _month(work))
        if at != self._at:
            self.close()
            self._open(at)
        self._rows.write(work)

    def close(self) -> None:
        if self._rows:
            self._rows.close()
            self._file.close()
        self._rows = self._at = None

    def _open(self, at: tuple[str, str]) -> None:
        from kznews.exporters.arrow import STORED  # noqa: PLC0415 - as in parquet.py
        from kznews.exporters.rows import ParquetRows  # noqa: PLC0415

        portal, month = at
        folder = self._folder / f"portal={quote(portal, safe='')}" / f"month={month}"
        folder.mkdir(parents=True, exist_ok=True)
        self._at = at
        self._file = folder.joinpath(f"part-{len(list(folder.iterdir()))}.parquet").open("xb")
        # The portal stands in the folder's name, from which readers make the column.
        self._rows = ParquetRows(self._file, STORED.remove(STORED.get_field_index("portal")))


def _month(article: Article) -> str:
    return f"{article.published_at:%Y-%m}" if article.published_at else UNDATED

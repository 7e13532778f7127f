"""Parquet of articles: typed columns (arrow.py), written in groups of rows (rows.py)."""

from __future__ import annotations

from typing import IO, Any

from scrapy.exporters import BaseItemExporter


class ArticleParquetExporter(BaseItemExporter):
    """Scrapy's exporter for `-O x.parquet`; FEED_EXPORT_FIELDS may choose among the columns.

    With `stored` it has the columns of a feed from the store.
    """

    def __init__(self, file: IO[bytes], *, stored: bool = False, **kwargs: Any) -> None:
        # Scrapy loads every exporter for every run, and Arrow takes a third of a second and 40 MB.
        from kznews.exporters.arrow import ARTICLE, STORED  # noqa: PLC0415
        from kznews.exporters.rows import ParquetRows  # noqa: PLC0415

        super().__init__(dont_fail=True, **kwargs)
        chosen = set(map(str, self.fields_to_export or ()))
        schema = STORED if stored else ARTICLE
        for at in reversed(range(len(schema)) if chosen else ()):
            schema = schema if schema.field(at).name in chosen else schema.remove(at)
        self._rows = ParquetRows(file, schema)

    def export_item(self, item: Any) -> None:
        self._rows.write(item)

    def finish_exporting(self) -> None:
        self._rows.close()

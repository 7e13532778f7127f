"""Rows of articles into an open Parquet file, group by group, so that memory does not depend on their number."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyarrow.parquet as pq

from kznews.exporters.arrow import table_of

if TYPE_CHECKING:
    import pyarrow as pa

    from kznews.items import Article

ROWS = 5_000
"""Rows of a group at most: readers that want some columns skip the others group by group."""
LETTERS = 4_000_000
"""Letters of a group's texts at most: 8 MB, whatever the length of the articles."""


class ParquetRows:
    """Writes articles to an open file; `close` ends the Parquet, not the file."""

    def __init__(self, file: IO[bytes], schema: pa.Schema) -> None:
        self.schema = schema
        self.count = 0
        self._writer = pq.ParquetWriter(_Sink(file), schema, compression="zstd")
        self._waiting: list[Article] = []
        self._letters = 0

    def write(self, article: Article) -> None:
        """Take an article; a full group goes to the file. Raises OSError."""
        self._waiting.append(article)
        self._letters += sum(map(len, article.body))
        self.count += 1
        if len(self._waiting) >= ROWS or self._letters >= LETTERS:
            self._flush()

    def close(self) -> None:
        """Write the last group and the footer."""
        if self._waiting or not self.count:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_table(table_of(self._waiting, self.schema))
        self._waiting, self._letters = [], 0


class _Sink:
    """What Arrow needs of a file, without closing it."""

    closed = False
    mode = "wb"

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._written = 0

    def write(self, data: bytes) -> int:
        self._file.write(data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def flush(self) -> None:
        """Nothing: the owner of the file does it."""

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        """Nothing: the owner of the file does it."""

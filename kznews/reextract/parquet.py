"""One Parquet file of articles, with the columns of a run's feed, that appears when it is complete; here or behind fsspec."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyarrow.parquet as pq

from kznews.archives.opening import filesystem, scheme_of
from kznews.atomic import Replacement
from kznews.exporters.arrow import ARTICLE
from kznews.exporters.rows import ParquetRows

if TYPE_CHECKING:
    from kznews.items import Article


class PartFile:
    """A part in the making."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._new: Replacement | None = None
        self._file: IO[bytes] | None = None
        self._rows: ParquetRows | None = None

    def add(self, article: Article) -> None:
        """Take an article; raises OSError."""
        self._opened().write(article)

    def complete(self) -> None:
        """Put the file in its place; one without articles is written as well, since it says that there are none."""
        self._opened().close()
        if self._new:
            self._new.complete()
        elif self._file:
            self._file.close()
        self._rows = self._new = self._file = None

    def discard(self) -> None:
        """Leave no trace of a file that is not complete; may be called twice."""
        if self._new:
            self._new.discard()
        if self._file is not None and hasattr(self._file, "discard"):
            with suppress(Exception):  # an upload that is given up; what is left of it no reader sees
                self._file.discard()
        self._rows = self._new = self._file = None

    def _opened(self) -> ParquetRows:
        if self._rows is None:
            self._rows = ParquetRows(self._begun(), ARTICLE)
        return self._rows

    def _begun(self) -> IO[bytes]:
        if scheme_of(self.path):
            system, path = filesystem(self.path)
            self._file = file = system.open(path, "wb")
            return file  # type: ignore[no-any-return]
        place = Path(self.path)
        for left in place.parent.glob(f".{place.name}.*"):  # by a process that was killed
            left.unlink(missing_ok=True)
        self._new = Replacement(place)
        return self._new.file


def addresses_in(folder: str) -> set[str]:
    """Return the addresses of the articles in all parts of a folder."""
    system, inner = filesystem(folder)
    found: set[str] = set()
    for path in system.glob(f"{inner.rstrip('/')}/*.parquet"):
        with system.open(path, "rb") as file:
            found.update(pq.read_table(file, columns=["url"])["url"].to_pylist())
    return found

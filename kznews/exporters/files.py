"""Where a run's feeds go: a file that appears when the run ends, complete or not at all."""

from __future__ import annotations

import io
import logging
import shutil
from errno import EEXIST
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self, cast

from scrapy.extensions.feedexport import FileFeedStorage

from kznews.atomic import Replacement

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

log = logging.getLogger(__name__)

WHOLE_FORMATS = ("parquet", "atom", "json", "xml")
"""Formats of which two in one file are none that can be read."""
CANNOT_APPEND = "is there, and nothing can be appended to such a file: use -O to replace it"


class _Part(io.BufferedIOBase):
    """A file in the making; what cannot be written is remembered, and makes all that follows void."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.failure: OSError | None = None
        self.is_begun = file.tell() > 0
        """Whether it holds something already: who appends to that writes no header."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if self.failure is None:
            try:
                self._file.write(data)
            except OSError as error:
                self.failure = error
        return len(data)


class WholeFile:
    """Scrapy's storage for files, but readers never see a half of one: it takes its place when the run has ended.

    A feed that appends (`-o`) is copied first. A feed that cannot be written leaves the old file, is named in one line, and
    counted under `kznews/feeds_lost`. Pipes and devices are written to as Scrapy does.
    """

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None, crawler: Crawler) -> None:
        self.plain = FileFeedStorage(uri, feed_options=feed_options)
        self.path = Path(self.plain.path)
        self.format = (feed_options or {}).get("format")
        self.crawler = crawler
        self.new: Replacement | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, uri: str, *, feed_options: dict[str, Any] | None = None) -> Self:
        return cls(uri, feed_options=feed_options, crawler=crawler)

    def open(self, spider: Spider) -> IO[bytes]:
        """Return the file to write to; never raises OSError, see `store`."""
        if self.path.exists() and not self.path.is_file():
            return self.plain.open(spider)
        part = _Part(io.BytesIO())
        try:
            self.new = Replacement(self.path)
            if self.plain.write_mode == "ab" and self.path.exists():
                if self.format in WHOLE_FORMATS and self.path.stat().st_size:
                    raise FileExistsError(EEXIST, f"it {CANNOT_APPEND}")
                with self.path.open("rb") as old:
                    shutil.copyfileobj(old, self.new.file)
            part = _Part(self.new.file)
        except OSError as error:
            part.failure = error
        return cast("IO[bytes]", part)

    def store(self, file: IO[bytes]) -> None:
        """Put the file in its place, or say why it is not there."""
        if not isinstance(file, _Part):
            self.plain.store(file)
            return
        failure = file.failure
        try:
            if self.new and failure:
                self.new.discard()
            elif self.new:
                self.new.complete()
        except OSError as error:
            failure = error
        if failure:
            log.error("the feed %s is not written: %s", self.path, failure.strerror or failure)
            self.crawler.stats.inc_value("kznews/feeds_lost")

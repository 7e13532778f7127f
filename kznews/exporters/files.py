"""Where a run's feeds go: a file that appears when the run ends, complete or not at all."""

from __future__ import annotations

import io
import logging
import shutil
import sys
from errno import EEXIST
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self, cast

from scrapy.extensions.feedexport import FileFeedStorage

from kznews.atomic import Replacement, is_pipe_or_device
from kznews.terminal import drop_output

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

log = logging.getLogger(__name__)

WHOLE_FORMATS = ("parquet", "atom", "json", "xml")
"""Formats of which two in one file are none that can be read."""
CANNOT_APPEND = "is there, and nothing can be appended to such a file: use -O to replace it"


class _Part(io.BufferedIOBase):
    """A file in the making; what cannot be written is remembered, and makes all that follows void."""

    def __init__(self, file: IO[bytes], *, is_begun: bool = False) -> None:
        self._file = file
        self.failure: OSError | None = None
        self.is_begun = is_begun
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
    counted under `kznews/feeds_lost`; so is one that a pipe or a device, which are written to as they are, has not taken.
    """

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None, crawler: Crawler) -> None:
        self.plain = FileFeedStorage(uri, feed_options=feed_options)
        self.path = Path(self.plain.path)
        self.format = (feed_options or {}).get("format")
        self.crawler = crawler
        self.new: Replacement | None = None
        self.device: IO[bytes] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, uri: str, *, feed_options: dict[str, Any] | None = None) -> Self:
        return cls(uri, feed_options=feed_options, crawler=crawler)

    def open(self, spider: Spider) -> IO[bytes]:
        """Return the file to write to; never raises OSError, see `store`."""
        part = _Part(io.BytesIO())
        try:
            if is_pipe_or_device(self.path):
                self.device = self.plain.open(spider)
                return cast("IO[bytes]", _Part(self.device))
            self.new = Replacement(self.path)
            if self.plain.write_mode == "ab" and self.path.exists():
                if self.format in WHOLE_FORMATS and self.path.stat().st_size:
                    raise FileExistsError(EEXIST, f"it {CANNOT_APPEND}")
                with self.path.open("rb") as old:
                    shutil.copyfileobj(old, self.new.file)
            part = _Part(self.new.file, is_begun=self.new.file.tell() > 0)
        except OSError as error:
            part.failure = error
        return cast("IO[bytes]", part)

    def store(self, file: IO[bytes]) -> None:
        """Put the file in its place, or say why it is not there."""
        failure = cast("_Part", file).failure
        try:
            if self.device:
                self.device.close()
            elif self.new and failure:
                self.new.discard()
            elif self.new:
                self.new.complete()
        except OSError as error:
            failure = failure or error
        if failure:
            _lose(self.crawler, self.path, failure)


class StandardOutput:
    """Scrapy's storage for `-`; a feed that standard output has not taken is named and counted as one of a file is."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler, uri: str, *, feed_options: dict[str, Any] | None = None) -> Self:  # noqa: ARG003
        return cls(crawler)

    def open(self, spider: Spider) -> IO[bytes]:
        """Return the file to write to."""
        return cast("IO[bytes]", _Part(sys.stdout.buffer))

    def store(self, file: IO[bytes]) -> None:
        """See that everything is out, or say why it is not."""
        failure = cast("_Part", file).failure
        try:
            sys.stdout.buffer.flush()
        except OSError as error:
            failure = failure or error
        if failure:
            drop_output()
            _lose(self.crawler, "on standard output", failure)


def _lose(crawler: Crawler, where: object, failure: OSError) -> None:
    log.error("the feed %s is not written: %s", where, failure.strerror or failure)
    crawler.stats.inc_value("kznews/feeds_lost")

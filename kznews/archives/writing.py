"""Writes an archive: WARC 1.1, each record a member of gzip of its own, files rotated by size.

The file that is being written ends in `.open` and is locked; every record is whole on the disk before `write` returns. What a
killed run has left open is closed by the next one: a torn record at its end is cut off.
"""

from __future__ import annotations

import fcntl
import io
import os
import threading
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

from warcio.warcwriter import WARCWriter

from kznews.archives.faults import Damaged
from kznews.archives.records import BEING_WRITTEN, Place
from kznews.archives.streams import GzipMembers
from kznews.atomic import sync

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VERSION = "WARC/1.1"


class WarcFolder:
    """The files of one run in a folder; `write` may be called from any thread, and one at a time works."""

    def __init__(self, folder: Path, prefix: str, *, most: int, info: dict[str, str]) -> None:
        """`prefix` begins the names of the files, which no other run uses; `most` is the size in bytes that closes a file.

        `info` is what the warcinfo record of each file says. Nothing is written before the first record. Raises OSError.
        """
        self.folder, self.prefix, self.most, self.info = folder, prefix, most, info
        self._count = 0
        self._file: IO[bytes] | None = None
        self._path = folder
        self._lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, *records: Callable[[WARCWriter], Any]) -> list[Place]:
        """Write records that belong together into one file, and return where they lie.

        Each is a function that makes the record (`writer.create_warc_record`). Raises OSError, and then nothing is written.
        """
        with self._lock:
            file = self._file or self._begin()
            start = file.tell()
            try:
                places = [self._one(file, make) for make in records]
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                self._take_back(file, start)
                raise
            if file.tell() >= self.most:
                self._end()
            return places

    def close(self) -> None:
        """Close the file that is open, under its final name; raises OSError."""
        with self._lock:
            self._end()

    def _one(self, file: IO[bytes], make: Callable[[WARCWriter], Any]) -> Place:
        place = Place(self._path.name.removesuffix(BEING_WRITTEN), file.tell())
        # Through memory, so that a write that fails has one place to fail in.
        whole = io.BytesIO()
        writer = WARCWriter(whole, gzip=True, warc_version=VERSION)
        writer.write_record(make(writer))
        file.write(whole.getvalue())
        return place

    def _begin(self) -> IO[bytes]:
        self._count += 1
        name = f"{self.prefix}-{self._count:05d}.warc.gz"
        self._path = self.folder / (name + BEING_WRITTEN)
        self._file = self._path.open("xb")
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._one(self._file, lambda writer: writer.create_warcinfo_record(name, self.info))
        sync(self.folder)
        return self._file

    def _take_back(self, file: IO[bytes], start: int) -> None:
        with suppress(OSError):
            file.seek(start)
            file.truncate()

    def _end(self) -> None:
        if self._file is None:
            return
        file, self._file = self._file, None
        file.flush()
        os.fsync(file.fileno())
        self._path.rename(self._path.with_name(self._path.name.removesuffix(BEING_WRITTEN)))
        file.close()
        sync(self.folder)


def close_left_open(folder: Path) -> list[str]:
    """Close the files that killed runs have left open in a folder, and return a line for each that had a torn end."""
    torn = []
    for path in sorted(folder.glob(f"*.warc.gz{BEING_WRITTEN}")):
        with suppress(FileNotFoundError), path.open("r+b") as file:  # another run may be closing it as well
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:  # it is being written
                continue
            if not file.seek(0, 2):  # it is just being begun
                continue
            if cut := _cut_torn_end(file):
                torn.append(f"{path.name}: {cut} bytes of a torn record at its end were cut off")
            if not file.seek(0, 2):  # nothing whole is left, and an archive of no bytes would be called damaged for ever
                path.unlink()
                continue
            os.fsync(file.fileno())
            path.rename(path.with_name(path.name.removesuffix(BEING_WRITTEN)))
    return torn


def _cut_torn_end(file: IO[bytes]) -> int:
    """Cut off what comes after the last whole member, and return how many bytes that were; damage before it stays as it is."""
    pieces, whole = GzipMembers(file), 0
    while True:
        try:
            if not pieces.begin():
                break
            pieces.mark()
            while pieces.more():
                pieces.take(len(pieces.out))
            whole = pieces.reached
        except Damaged:
            if not pieces.resume():
                break
    size = file.seek(0, 2)
    file.truncate(whole)
    return size - whole

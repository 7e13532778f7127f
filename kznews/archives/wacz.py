"""WACZ: a ZIP that holds archives as they are, in a folder of it, so that each is read where its bytes lie."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from kznews.archives.faults import ArchiveError
from kznews.archives.records import BEING_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.archives.faults import Faults

ENDINGS = (".warc", ".warc.gz", ".wacz", f".warc{BEING_WRITTEN}", f".warc.gz{BEING_WRITTEN}")
"""Names of archives."""
MAX_MEMBERS = 10_000
"""Archives in one WACZ; tools that make them begin a new one every gigabyte."""
_LOCAL = struct.Struct("<26sHH")
"""What stands before the name of a file in a ZIP; at its end the lengths of the name and of what comes before the file."""


class NoWaczError(ArchiveError):
    """Raised for a WACZ whose list of files cannot be read."""


def archives_within(file: IO[bytes], name: str, faults: Faults) -> list[str]:
    """Return the paths of the archives in a WACZ that is called `name`; raises ArchiveError.

    Nothing of it is ever written to the disk, so a path in it can lead nowhere; one that tries is noted all the same.
    """
    with _zip(file, name) as package:
        entries = [entry for entry in package.infolist() if entry.filename.endswith(ENDINGS)]
    if len(entries) > MAX_MEMBERS:
        raise ArchiveError(f"{name}: a WACZ of {len(entries)} archives, the most that is read is {MAX_MEMBERS}")
    if sum(entry.compress_size for entry in entries) > file.seek(0, 2):
        raise ArchiveError(f"{name}: a WACZ whose files lie one in the other")
    found = []
    for entry in sorted(entries, key=lambda entry: entry.filename):
        if why := _refusal(entry):
            faults.add(name, entry.header_offset, f"{entry.filename[:80]!r}: {why}")
        else:
            found.append(entry.filename)
    return found


def file_within(file: IO[bytes], name: str, inner: str) -> IO[bytes]:
    """Return a seekable file of what a WACZ holds at a path; raises ArchiveError."""
    with _zip(file, name) as package:
        try:
            entry = package.getinfo(inner)
        except KeyError as error:
            raise ArchiveError(f"{name}: {inner[:80]!r} is not in it") from error
    if why := _refusal(entry):
        raise ArchiveError(f"{name}: {inner[:80]!r}: {why}")
    return io.BufferedReader(_Within(file, entry, name))


class _Within(io.RawIOBase):
    """A file in a WACZ, where its bytes lie; the checksum of ZIP is of all of it, and would take the intact records with it."""

    def __init__(self, file: IO[bytes], entry: zipfile.ZipInfo, name: str) -> None:
        super().__init__()
        head = b""
        if entry.header_offset >= 0:  # the list of a damaged WACZ may name any place
            file.seek(entry.header_offset)
            head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size:
            raise ArchiveError(f"{name}: {entry.filename[:80]!r} cannot be found in it")
        _, name_length, more_length = _LOCAL.unpack(head)
        self.file, self.size = file, entry.file_size
        self.first = entry.header_offset + _LOCAL.size + name_length + more_length
        self.at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset + (0, self.at, self.size)[whence]
        return self.at

    def readinto(self, buffer: Any) -> int:
        self.file.seek(self.first + self.at)
        data = self.file.read(max(min(len(buffer), self.size - self.at), 0))
        buffer[: len(data)] = data
        self.at += len(data)
        return len(data)


@contextmanager
def _zip(file: IO[bytes], name: str) -> Iterator[zipfile.ZipFile]:
    try:
        package = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NoWaczError(f"{name}: no WACZ: {error}") from error
    with package:
        yield package


def _refusal(entry: zipfile.ZipInfo) -> str:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or path.parts[:1] != ("archive",):
        return "its path leads out of archive/"
    if entry.compress_type != zipfile.ZIP_STORED:
        return "it is packed, which the format forbids: nothing in it could be found"
    if entry.flag_bits & 1:
        return "it is encrypted"
    return ""

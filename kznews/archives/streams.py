"""The bytes of an archive file, member by member: gzip unpacked and checked, or plain, always in bounded pieces."""

from __future__ import annotations

import zlib
from typing import IO, Protocol

from kznews.archives.faults import Damaged

PIECE = 256 * 2**10
"""Bytes that are read, or unpacked, at a time."""
FIRST = 4 * 2**10
"""Bytes that are read where a member may begin: most places that look so are none."""
MAX_FALSE = 100_000
"""Such places in a damaged file that are none; there is one in 16 MB of packed bytes by chance, so more are somebody's will."""
MAGIC = b"\x1f\x8b\x08"
BEGINS = b"WARC/"


class Pieces(Protocol):
    """What a reader of records needs of a file."""

    out: bytearray
    """What has been read of the current member and not been taken."""

    def begin(self) -> bool:
        """Go to the next member if the current one is used up; return whether there is anything more in the file."""

    def more(self) -> bool:
        """Add to `out`; return whether there was anything left in the member. Raises Damaged."""

    def take(self, count: int) -> bytes:
        """Remove the first bytes of `out` and return them."""

    @property
    def place(self) -> tuple[int, int]:
        """Where `out` begins: the byte of the file at which its member begins, and the bytes of the member before it."""

    def resume(self) -> bool:
        """Go to where the next record may begin, after damage in the one that began at `mark`; return whether there is one."""

    def mark(self) -> None:
        """Note that a record begins here."""


class GzipMembers:
    """A .warc.gz: every record should be a member of its own; one member with many records is read as well."""

    def __init__(self, file: IO[bytes], at: int = 0) -> None:
        self.file = file
        self.out = bytearray()
        self._false = 0
        self._go(at)

    def _go(self, at: int) -> None:
        self.file.seek(at)
        self.out.clear()
        self._raw, self._at = b"", at
        self._member = self._marked = at
        self._taken = 0
        self._reader: zlib._Decompress | None = None

    @property
    def place(self) -> tuple[int, int]:
        return self._member, self._taken

    def mark(self) -> None:
        self._marked = self._member

    @property
    def reached(self) -> int:
        """The byte of the file up to which it has been unpacked."""
        return self._at

    def begin(self) -> bool:
        if self.out or (self._reader is not None and not self._reader.eof):
            return bool(self.out) or self.more() or self.begin()
        if not self._raw and not self._read():
            return False
        self._member, self._taken = self._at, 0
        self._reader = zlib.decompressobj(zlib.MAX_WBITS + 16)
        return True

    def _read(self) -> bool:
        self._raw = self.file.read(PIECE)
        return bool(self._raw)

    def more(self) -> bool:
        reader = self._reader
        while reader is not None and not reader.eof:
            if not self._raw and not self._read():
                raise Damaged("the file ends within a record")
            try:
                piece = reader.decompress(self._raw, PIECE)
            except zlib.error as error:
                raise Damaged(f"a member of gzip is damaged: {error}") from error
            left = reader.unused_data if reader.eof else reader.unconsumed_tail
            self._at += len(self._raw) - len(left)
            self._raw = left
            if piece:
                self.out += piece
                return True
        return False

    def take(self, count: int) -> bytes:
        piece = bytes(self.out[:count])
        del self.out[:count]
        self._taken += len(piece)
        return piece

    def resume(self) -> bool:
        """Look for the next member that begins as a record does, behind the beginning of the damaged one."""
        at = self._marked + 1
        while self._false < MAX_FALSE and (at := _find(self.file, MAGIC, at)) >= 0:
            if _begins_record(self.file, at):
                self._go(at)
                return True
            self._false += 1
            at += 1
        return False


def _begins_record(file: IO[bytes], at: int) -> bool:
    """Return whether the member of gzip that may begin at `at` begins as a record does."""
    file.seek(at)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(file.read(FIRST), len(BEGINS)) == BEGINS
    except zlib.error:
        return False


class Plain:
    """A .warc: one record after the other."""

    def __init__(self, file: IO[bytes], at: int = 0) -> None:
        self.file = file
        self.out = bytearray()
        self._go(at)

    def _go(self, at: int) -> None:
        self.file.seek(at)
        self.out.clear()
        self._at = self._marked = at

    @property
    def place(self) -> tuple[int, int]:
        return self._at, 0

    def mark(self) -> None:
        self._marked = self._at

    def begin(self) -> bool:
        return bool(self.out) or self.more()

    def more(self) -> bool:
        piece = self.file.read(PIECE)
        self.out += piece
        return bool(piece)

    def take(self, count: int) -> bytes:
        piece = bytes(self.out[:count])
        del self.out[:count]
        self._at += len(piece)
        return piece

    def resume(self) -> bool:
        found = _find(self.file, b"\r\n\r\n" + BEGINS, self._marked + 1)
        if found < 0:
            return False
        self._go(found + 4)
        return True


def _find(file: IO[bytes], what: bytes, at: int) -> int:
    """Return where `what` stands in a file from `at` on, or -1."""
    file.seek(at)
    kept, size = b"", FIRST
    while piece := file.read(size):
        size = min(size * 4, PIECE)
        window = kept + piece
        if (found := window.find(what)) >= 0:
            return at - len(kept) + found
        at += len(piece)
        kept = window[-len(what) + 1 :]
    return -1


def pieces_of(file: IO[bytes], at: int = 0) -> Pieces:
    """Return the pieces of a file that begins at `at`, gzip or not, told by its first bytes."""
    file.seek(at)
    return GzipMembers(file, at) if file.read(2) == MAGIC[:2] else Plain(file, at)

"""The bytes of an archive file, member by member: gzip unpacked and checked, or plain, always in bounded pieces."""

from __future__ import annotations

import zlib
from typing import IO, Protocol

from kznews.archives.faults import Damaged

PIECE = 256 * 2**10
"""Bytes that are read, or unpacked, at a time."""
FIRST = 4 * 2**10
"""Bytes that are read where a member may begin: most places that look so are none."""
MAX_FALSE = 10_000
"""Such places in a row that are none; there is one in 16 MB of packed bytes by chance, so more are somebody's will."""
MAGIC = b"\x1f\x8b\x08"
BEGINS = b"WARC/"
_GAP = b"\r\n\r\n"
"""Between two records."""


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

    @property
    def marked(self) -> int:
        """The byte of the file at which `mark` was called, or at which the member begins in which it was."""


class GzipMembers:
    """A .warc.gz: every record should be a member of its own; one member with many records is read as well."""

    def __init__(self, file: IO[bytes], at: int = 0) -> None:
        self.file = file
        self.out = bytearray()
        self._go(at)

    def _go(self, at: int) -> None:
        self.file.seek(at)
        self.out.clear()
        self._raw, self._at = b"", at
        self._member = self.marked = at
        self._taken = 0
        self._reader: zlib._Decompress | None = None

    @property
    def place(self) -> tuple[int, int]:
        return self._member, self._taken

    def mark(self) -> None:
        self.marked = self._member

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
        at = _next_member(self.file, self.marked + 1)
        if at < 0:
            return False
        self._go(at)
        return True


def _next_member(file: IO[bytes], at: int, until: int | None = None) -> int:
    """Return the first byte from `at` on, and before `until`, at which a member begins as a record does, or -1."""
    for _ in range(MAX_FALSE):
        at = _find(file, MAGIC, at, until)
        if at < 0 or _begins_record(file, at):
            return at
        at += 1
    return -1


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
        self._at = self.marked = at

    @property
    def place(self) -> tuple[int, int]:
        return self._at, 0

    def mark(self) -> None:
        self.marked = self._at

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
        at = _next_plain(self.file, self.marked + 1)
        if at < 0:
            return False
        self._go(at)
        return True


def _next_plain(file: IO[bytes], at: int, until: int | None = None) -> int:
    """Return the first byte from `at` on, and before `until`, at which a record begins behind an empty line, or -1."""
    found = _find(file, _GAP + BEGINS, max(at - len(_GAP), 0), None if until is None else until - len(_GAP))
    return found + len(_GAP) if found >= 0 else -1


def _find(file: IO[bytes], what: bytes, at: int, until: int | None = None) -> int:
    """Return where `what` begins in a file from `at` on, and before `until`, or -1."""
    file.seek(at)
    kept, size = b"", FIRST
    while (until is None or at - len(kept) < until) and (piece := file.read(size)):
        size = min(size * 4, PIECE)
        window = kept + piece
        if (found := window.find(what)) >= 0:
            found += at - len(kept)
            return found if until is None or found < until else -1
        at += len(piece)
        kept = window[-len(what) + 1 :]
    return -1


def pieces_of(file: IO[bytes], at: int = 0, *, packed: bool | None = None) -> Pieces:
    """Return the pieces of a file from `at` on; whether they are packed is told by the bytes there where it is not said."""
    return GzipMembers(file, at) if (is_gzip(file, at) if packed is None else packed) else Plain(file, at)


def is_gzip(file: IO[bytes], at: int = 0) -> bool:
    """Return whether records from `at` on are members of gzip, told by the bytes there, or behind them if those are damaged."""
    file.seek(at)
    first = file.read(len(BEGINS))
    if first.startswith(MAGIC[:2]) or first == BEGINS or not first:
        return first.startswith(MAGIC[:2])
    packed, plain = _next_member(file, at), _next_plain(file, at)
    return packed >= 0 and (plain < 0 or packed < plain)


def next_beginning(file: IO[bytes], at: int, until: int, *, packed: bool) -> int | None:
    """Return the first byte from `at` on, and before `until`, that looks as a record's beginning; None if there is none."""
    found = (_next_member if packed else _next_plain)(file, at, until)
    return found if found >= 0 else None

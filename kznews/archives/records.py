"""The records of one archive file, in their order; damage is named and passed over, and no intact record with it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

from kznews.archives.faults import Damaged, Faults
from kznews.archives.fields import END, MAX_HEAD, read_fields
from kznews.archives.streams import BEGINS, PIECE, pieces_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kznews.archives.streams import Pieces

MAX_BLOCK = 64 * 2**20
"""Bytes of a block that are taken into memory: a sitemap may have 50 MiB, a page 5."""
MAX_SKIPPED = 2**30
"""Bytes of a block that are unpacked to get past it: three seconds of a processor; behind it the next member is looked for."""
ANSWERS = ("response", "revisit")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies."""

    file: str
    offset: int
    """Byte at which its member of gzip begins, or it itself in a file that is not packed."""
    skip: int = 0
    """Bytes of the unpacked member that come before it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a record says of itself."""

    kind: str
    """WARC-Type: response, revisit, request, warcinfo, ..."""
    url: str
    at: datetime | None
    """WARC-Date, aware, in UTC; None where it is none."""
    length: int
    place: Place
    fields: dict[str, str] = field(repr=False)
    """By the name in small letters."""

    @property
    def truncated(self) -> str:
        """Why the block is not whole ("length", "time", "disconnect"), or ""."""
        return self.fields.get("warc-truncated", "").lower()


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its block."""

    head: Head
    block: bytes = field(repr=False)


def is_answer(head: Head) -> bool:
    """Return whether a record holds what a server answered."""
    return head.kind in ANSWERS and head.url.startswith(("http://", "https://"))


def iter_records(
    file: IO[bytes], name: str, faults: Faults, *, wanted: Callable[[Head], bool] = is_answer, at: int = 0
) -> Iterator[Record]:
    """Yield the intact records of a seekable file that are wanted; what is damaged, or too large, is noted in `faults`.

    Intact is what can be unpacked, has the length that it names, and the digest that it names.
    """
    pieces = pieces_of(file, at)
    while True:
        try:
            if not pieces.begin():
                return
            pieces.mark()
            record = _next(pieces, name, wanted)
        except Damaged as damaged:
            faults.add(name, pieces.place[0], damaged)
            if not pieces.resume():
                return
            continue
        if record is not None:
            yield record


def record_at(file: IO[bytes], place: Place) -> Record:
    """Return the record at a place; raises Damaged if there is none that is intact."""
    pieces = pieces_of(file, place.offset)
    if not pieces.begin():
        raise Damaged(f"nothing at byte {place.offset} of {place.file}")
    _skip(pieces, place.skip)
    record = _next(pieces, place.file, lambda _: True)
    if record is None:
        raise Damaged(f"nothing at byte {place.offset} of {place.file}")
    return record


def _next(pieces: Pieces, name: str, wanted: Callable[[Head], bool]) -> Record | None:
    """Read one record; return None where nothing but line ends is left in the member, or it is not wanted."""
    while not pieces.out.lstrip(b"\r\n"):
        pieces.take(len(pieces.out))
        if not pieces.more():
            return None
    pieces.take(len(pieces.out) - len(pieces.out.lstrip(b"\r\n")))
    head = _head(pieces, name)
    if not wanted(head):
        _skip(pieces, head.length)
        _end(pieces)
        return None
    if head.length > MAX_BLOCK:
        _skip(pieces, head.length)
        raise Damaged(f"a record of {head.length} bytes, the most that is read is {MAX_BLOCK}")
    while len(pieces.out) < head.length and pieces.more():
        pass
    block = pieces.take(head.length)
    if len(block) < head.length:
        raise Damaged(f"a record of {len(block)} bytes that should have {head.length}")
    _end(pieces)
    _check_digest(head, block)
    return Record(head, block)


def _head(pieces: Pieces, name: str) -> Head:
    member, skip = pieces.place
    while len(pieces.out) < len(BEGINS) and pieces.more():
        pass
    if not pieces.out.startswith(BEGINS):
        raise Damaged("no record begins here")
    while not (found := END.search(pieces.out, 0, MAX_HEAD)):
        if len(pieces.out) >= MAX_HEAD or not pieces.more():
            raise Damaged("the head of a record does not end")
    try:
        _, fields = read_fields(pieces.take(found.end()))
    except ValueError as error:
        raise Damaged(str(error)) from error
    said = {key.lower(): value for key, value in fields}
    length = said.get("content-length", "")
    if not re.fullmatch(r"[0-9]{1,18}", length):
        raise Damaged(f"a record whose Content-Length is {length[:30]!r}")
    url = said.get("warc-target-uri", "").strip("<>")
    at, place = _instant(said.get("warc-date", "")), Place(name, member, skip)
    return Head(said.get("warc-type", "").lower(), url, at, int(length), place, said)


def _instant(text: str) -> datetime | None:
    """Return a WARC-Date: seconds, or fractions of them with up to nine digits, of UTC."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z", text)
    if not found:
        return None
    try:
        whole = datetime.strptime(found[1], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return whole.replace(microsecond=int((found[2] or "0").ljust(6, "0")[:6]))


def _skip(pieces: Pieces, count: int) -> None:
    if count > MAX_SKIPPED:
        raise Damaged(f"a record of {count} bytes, the most that is passed over is {MAX_SKIPPED}")
    left = count
    while left:
        if not pieces.out and not pieces.more():
            raise Damaged(f"a record that has {left} bytes less than it should")
        left -= len(pieces.take(min(left, PIECE, len(pieces.out))))


def _end(pieces: Pieces) -> None:
    """Go past the end of a record, which shows whether its length was right and, at the end of its member, its checksum."""
    while len(pieces.out) <= len(b"\r\n\r\n") + len(BEGINS) and pieces.more():
        pass
    rest = bytes(pieces.out[: len(b"\r\n\r\n") + len(BEGINS)])
    following = rest.lstrip(b"\r\n")
    if following and (following == rest or not BEGINS.startswith(following[: len(BEGINS)])):
        raise Damaged("a record that is longer than it says")


def _check_digest(head: Head, block: bytes) -> None:
    """Raise Damaged if the block is not what was written; digests of unknown kinds say nothing."""
    kind, colon, said = head.fields.get("warc-block-digest", "").partition(":")
    make = {"sha1": hashlib.sha1, "sha-1": hashlib.sha1, "sha256": hashlib.sha256, "sha-256": hashlib.sha256}.get(kind.lower())
    if not colon or make is None:
        return
    digest = make(block)
    if said.upper() != base64.b32encode(digest.digest()).decode() and said.lower() != digest.hexdigest():
        raise Damaged("a record that is not what was written: its digest differs")

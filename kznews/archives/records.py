"""The records of one archive file, in their order; damage is named and passed over, and no intact record with it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import inf
from typing import IO, TYPE_CHECKING

from kznews.archives.faults import Damaged, Faults
from kznews.archives.fields import END, MAX_HEAD, read_fields
from kznews.archives.streams import BEGINS, PIECE, pieces_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kznews.archives.streams import Pieces

BEING_WRITTEN = ".open"
"""End of the name of a file that a run writes, or has left; it may hold nothing yet."""
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


def is_too_large(head: Head) -> bool:
    """Return whether a block has more bytes than are taken into memory (MAX_BLOCK)."""
    return head.length > MAX_BLOCK


def is_answer(head: Head) -> bool:
    """Return whether a record holds what a server answered."""
    return head.kind in ANSWERS and head.url.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Step:
    """What stands at one place of an archive: a record, or damage."""

    place: Place
    head: Head | None = None
    """None where no record can be told."""
    block: bytes | None = field(default=None, repr=False)
    """None where it was not wanted, or is not what it should be."""
    fault: str = ""
    """What is wrong, in one line."""


def iter_records(
    file: IO[bytes],
    name: str,
    faults: Faults,
    *,
    wanted: Callable[[Head], bool] = is_answer,
    at: int = 0,
    until: float = inf,
) -> Iterator[Record]:
    """Yield the intact records of a seekable file that are wanted; what is damaged, or too large, is noted in `faults`.

    Intact is what can be unpacked, has the length that it names, and the digest that it names. `at` and `until` are bytes at
    which a step of the whole reading begins (`iter_steps`): what lies between is read then, and nothing else.
    """
    for step in iter_steps(pieces_of(file, at), name, wanted=wanted, until=until):
        if step.fault:
            faults.add(name, step.place.offset, step.fault)
        elif step.head is not None and step.block is not None:
            yield Record(step.head, step.block)


def iter_steps(pieces: Pieces, name: str, *, wanted: Callable[[Head], bool], until: float = inf) -> Iterator[Step]:
    """Yield what stands in a file, one place after the other; blocks only of records that are wanted.

    Where the next step begins follows from the bytes from this one's place on and from nothing before them or `wanted`, so
    that a reading which begins at any step with a `skip` of 0 goes on as the one that has come there.
    """
    while True:
        try:
            if not _arrives(pieces, until):
                return
            step = _next(pieces, name, wanted)
        except Damaged as damaged:
            place = Place(name, pieces.marked)
            more = pieces.resume()
            yield Step(place, fault=str(damaged))
            if not more:
                return
            continue
        yield step


def _arrives(pieces: Pieces, until: float) -> bool:
    """Go to the next record, and mark it; return whether there is one before the byte `until`. Raises Damaged."""
    while pieces.begin():
        pieces.mark()  # the member, since already what comes before its first record may be damaged
        if pieces.marked >= until:
            return False
        if _is_begun(pieces):
            pieces.mark()
            return pieces.marked < until
    return False


def record_at(file: IO[bytes], place: Place) -> Record:
    """Return the record at a place; raises Damaged if there is none that is intact."""
    pieces = pieces_of(file, place.offset)
    if not pieces.begin():
        raise Damaged(f"nothing at byte {place.offset} of {place.file}")
    _skip(pieces, place.skip)
    if not _is_begun(pieces):
        raise Damaged(f"nothing at byte {place.offset} of {place.file}")
    step = _next(pieces, place.file, lambda _: True)
    if step.head is None or step.block is None:
        raise Damaged(step.fault)
    return Record(step.head, step.block)


def _is_begun(pieces: Pieces) -> bool:
    """Go past line ends; return whether anything else is left in the member."""
    while not pieces.out.lstrip(b"\r\n"):
        pieces.take(len(pieces.out))
        if not pieces.more():
            return False
    pieces.take(len(pieces.out) - len(pieces.out.lstrip(b"\r\n")))
    return True


def _next(pieces: Pieces, name: str, wanted: Callable[[Head], bool]) -> Step:
    """Read one record; raises Damaged if its end cannot be told. One that is only not to be used says so in `fault`."""
    head = _head(pieces, name)
    is_wanted = wanted(head)
    if is_too_large(head) or not is_wanted:
        _skip(pieces, head.length)
        _end(pieces)
        return Step(head.place, head, fault=f"a record of {head.length} bytes, the most that is read is {MAX_BLOCK}" * is_wanted)
    while len(pieces.out) < head.length and pieces.more():
        pass
    block = pieces.take(head.length)
    if len(block) < head.length:
        raise Damaged(f"a record of {len(block)} bytes that should have {head.length}")
    _end(pieces)
    if _has_other_digest(head, block):
        return Step(head.place, head, fault="a record that is not what was written: its digest differs")
    return Step(head.place, head, block)


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


def _has_other_digest(head: Head, block: bytes) -> bool:
    """Return whether the block is not what was written; digests of unknown kinds say nothing."""
    kind, colon, said = head.fields.get("warc-block-digest", "").partition(":")
    make = {"sha1": hashlib.sha1, "sha-1": hashlib.sha1, "sha256": hashlib.sha256, "sha-256": hashlib.sha256}.get(kind.lower())
    if not colon or make is None:
        return False
    digest = make(block)
    return said.upper() != base64.b32encode(digest.digest()).decode() and said.lower() != digest.hexdigest()

"""Captures in archives: every response record is one, a revisit record has the body of the record that it refers to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from http.client import NOT_MODIFIED
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exceptions import DownloadTimeoutError, IgnoreRequest, ResponseDataLossError

from kznews.archives.faults import ArchiveError, Damaged, Faults
from kznews.archives.folders import files_below
from kznews.archives.http import NotHttp, read_answer
from kznews.archives.opening import INSIDE, expand, read_place, records_of
from kznews.archives.records import Place, is_answer
from kznews.archives.wacz import ENDINGS
from kznews.captures import Capture, ReplayError, check_address, check_status
from kznews.extract.copies import original, saved_at
from kznews.extract.sources.xmlstream import MAX_BYTES
from kznews.network.coding import unpacked
from kznews.network.errors import CutShort, TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kznews.archives.records import Record

_CUT: dict[str, type[Exception]] = {"time": DownloadTimeoutError, "length": TooLarge}
"""What a fetch raises whose answer was cut short for a reason (WARC-Truncated); CutShort for all others."""


def cut_short(why: str) -> Exception:
    """Return what a fetch raises whose answer ended too early; `why` is the word of WARC-Truncated, or ""."""
    if not why:
        return CutShort("the record has less than its headers say")
    if why == "disconnect":
        return CutShort("the connection ended before the answer did")  # in the words of the network part
    return _CUT.get(why, CutShort)(f"the record is cut short: {why}")


@dataclass(frozen=True, slots=True)
class ArchivedBody:
    """The body of an answer in an archive; it is read when it is asked for."""

    place: Place
    truncated: str = ""
    """Why the record is not whole, or ""."""

    def __str__(self) -> str:
        return f"{self.place.file}:{self.place.offset:015d}:{self.place.skip:015d}"

    @property
    def parents(self) -> Sequence[Path]:
        """The folders that hold the archive, the nearest first."""
        return Path(self.place.file.partition(INSIDE)[0]).parents

    def read_bytes(self) -> bytes:
        """Return the body without transfer coding; raises CutShort, TooLarge or DownloadTimeoutError as its fetch did."""
        if self.truncated:
            raise cut_short(self.truncated)
        try:
            answer = read_answer(read_place(self.place).block)
        except (Damaged, NotHttp, ArchiveError) as error:
            raise CutShort(f"{self}: {error}") from error
        if answer.cut:
            raise cut_short("")
        return answer.body


@dataclass
class _Found:
    """What has been read of all archives so far."""

    captures: list[Capture] = field(default_factory=list)
    again: list[tuple[Record, Capture]] = field(default_factory=list)
    """Revisit records, whose bodies lie elsewhere."""
    by_id: dict[str, Place] = field(default_factory=dict)
    by_digest: dict[str, Place] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Take a record; raises ValueError for one that holds no answer of HTTP (NotHttp), or has no time."""
        head, answer = record.head, read_answer(record.block)
        if head.at is None:
            raise ValueError("a record without a time (WARC-Date)")
        check_status(answer.status)
        confirms = answer.status == NOT_MODIFIED
        body = ArchivedBody(head.place, head.truncated)
        at = saved_at(head.url) or head.at
        check_address(url := original(head.url))
        capture = Capture(0, url, answer.status, answer.headers, at, body, confirms=confirms)
        if head.kind == "revisit" and not confirms:
            self.again.append((record, capture))
            return
        self.captures.append(capture)
        self.by_id.setdefault(head.fields.get("warc-record-id", ""), head.place)
        if digest := head.fields.get("warc-payload-digest"):
            self.by_digest.setdefault(digest, head.place)

    def resolved(self, broken: list[str]) -> list[Capture]:
        """Return all captures, each revisit with the body that it refers to; one that refers to nothing here is broken."""
        for record, capture in self.again:
            fields = record.head.fields
            place = self.by_id.get(fields.get("warc-refers-to", "-"))
            place = place or self.by_digest.get(fields.get("warc-payload-digest", "-"))
            if place is None:
                broken.append(f"{capture.body}: a revisit record whose original is not among these archives")
                continue
            self.captures.append(replace(capture, body=ArchivedBody(place)))
        return self.captures


def captures_of(path: str, broken: list[str]) -> list[Capture]:
    """Return the captures in an archive, or in all archives of a folder; damage adds lines to `broken`.

    A folder without archives has none, and what it may not be read of is told of its pages. Raises ReplayError for a file that
    is no archive.
    """
    found = _Found()
    try:
        for name in _archives_at(path):
            faults = Faults()
            for record in records_of(name, faults, wanted=is_answer):
                try:
                    found.add(record)
                except ValueError as error:
                    faults.add(name, record.head.place.offset, error)
            broken += faults.lines
    except (ArchiveError, OSError) as error:
        raise ReplayError(str(error)) from error
    return found.resolved(broken)


def _archives_at(path: str) -> list[str]:
    if not Path(path).is_dir():
        return expand([path])
    return [str(one) for one in files_below(Path(path), lambda _: None) if one.name.endswith(ENDINGS)]


def body_in(folder: str | None) -> Callable[[str, int], bytes] | None:
    """Return what reads the body, its codings undone, at a file and byte of a folder of archives (setting ARCHIVE); None without.

    It raises ValueError for one that is not there or is damaged.
    """
    if not folder:
        return None

    def read(file: str, offset: int) -> bytes:
        path = Path(folder, file)
        path = path if path.exists() else path.with_name(f"{file}.open")
        try:
            answer = read_answer(read_place(Place(str(path), offset)).block)
            codings = [value for name, value in answer.headers if name.lower() == "content-encoding"]
            return unpacked(answer.body, codings, MAX_BYTES)
        except (OSError, IgnoreRequest, ResponseDataLossError, ValueError) as error:
            raise ValueError(f"cannot be read from {path}, byte {offset}: {error}") from error

    return read

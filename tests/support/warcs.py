"""Archives for tests: of saved pages, of generated ones, and of records that lie."""

from __future__ import annotations

import gzip
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import brotli

from kznews.archives.exchanges import Exchanged, new_id, records_of
from kznews.archives.writing import WarcFolder
from kznews.savedpages import captures_in

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kznews.archives.records import Place

AT = datetime(2026, 3, 16, 14, 5, 12, tzinfo=UTC)
CODINGS: dict[str, Any] = {"": bytes, "gzip": gzip.compress, "br": brotli.compress, "zstd": zstd.compress}
REQUEST = b"GET / HTTP/1.1\r\nHost: q.kz\r\n\r\n"


def http(body: bytes, *, status: int = 200, coding: str = "", headers: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return an answer as it is sent."""
    sent = CODINGS[coding](body)
    said = [*headers, *([("Content-Encoding", coding)] if coding else []), ("Content-Length", str(len(sent)))]
    lines = "".join(f"{name}: {value}\r\n" for name, value in said)
    return f"HTTP/1.1 {status} Answer\r\n{lines}\r\n".encode("latin-1") + sent


def exchanged(number: int, answer: bytes, *, url: str = "", at: datetime | None = None, **more: str) -> Exchanged:
    """Return an exchange: page `number` of q.kz, unless `url` says which."""
    return Exchanged(url or f"https://q.kz/{number}", at or AT + timedelta(seconds=number), REQUEST, answer, **more)


def archive(folder: Path, exchanges: Iterable[Exchanged], *, most: int = 10**9, prefix: str = "t") -> list[Place]:
    """Write exchanges to a folder, and return where their answers lie."""
    files = WarcFolder(folder, prefix, most=most, info={"software": "tests"})
    places = []
    for one in exchanges:
        _, records = records_of(one, new_id())
        places.append(files.write(*records)[0])
    files.close()
    return places


def archive_of(cases: Path, folder: Path) -> int:
    """Write the saved pages of a folder to an archive, in all content codings in turn, and return their number."""
    broken: list[str] = []
    captures = captures_in(cases, broken)
    names = list(CODINGS)
    archive(
        folder,
        (
            exchanged(
                number,
                http(one.body.read_bytes(), status=one.status, coding=names[number % len(names)], headers=one.headers),
                url=one.url,
                at=one.fetched_at,
            )
            for number, one in enumerate(captures)
        ),
    )
    assert broken == []
    return len(captures)


def record(body: bytes, *, length: int | None = None, kind: str = "response", packed: bool = True, **fields: str) -> bytes:
    """Return one record, whose Content-Length may lie."""
    said = {
        "WARC-Type": kind,
        "WARC-Target-URI": "https://q.kz/1",
        "WARC-Date": "2026-03-16T14:05:12Z",
        "Content-Length": str(len(body) if length is None else length),
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    whole = f"WARC/1.1\r\n{lines}\r\n".encode() + body + b"\r\n\r\n"
    return gzip.compress(whole, 1, mtime=0) if packed else whole

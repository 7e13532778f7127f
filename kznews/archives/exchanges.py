"""A request and its answer as WARC records: the bytes as they were on the wire, with their digests (WARC 1.1)."""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass
from http.client import NOT_MODIFIED
from typing import TYPE_CHECKING, Any

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from kznews.archives.http import split

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from warcio.recordloader import ArcWarcRecord
    from warcio.warcwriter import WARCWriter

PROFILES = "http://netpreserve.org/warc/1.1/revisit"
SAME, CONFIRMED = f"{PROFILES}/identical-payload-digest", f"{PROFILES}/server-not-modified"


@dataclass(frozen=True, slots=True)
class Original:
    """An earlier record that holds an answer in full."""

    record_id: str
    at: datetime
    digest: str
    """Of its payload, as `payload_digest` gives it."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What went over the wire."""

    url: str
    at: datetime
    """When the request was sent, aware."""
    request: bytes
    answer: bytes
    """From its status line on, in its codings."""
    ip: str = ""
    truncated: str = ""
    """Why the answer is not whole: "length", "time", "disconnect", "unspecified"; "" if it is."""


class _Exact(StatusAndHeaders):  # type: ignore[misc]  # warcio has no annotations
    """A head that is written as it is; warcio would write it anew."""

    def __init__(self, head: bytes) -> None:
        super().__init__("", [])
        self.headers_buff = head

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Leave the bytes as they are."""

    def __bool__(self) -> bool:
        return True


def date_of(at: datetime) -> str:
    """Return a time as WARC 1.1 writes it, to the microsecond.

    >>> from datetime import UTC, datetime
    >>> date_of(datetime(2026, 11, 25, 9, 30, tzinfo=UTC))
    '2026-11-25T09:30:00.000000Z'
    """
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def payload_digest(answer: bytes) -> str:
    """Return the digest of an answer's body as it was sent ("sha1:" and base32); raises NotHttp."""
    return "sha1:" + base64.b32encode(hashlib.sha1(split(answer)[1]).digest()).decode()  # noqa: S324 - what archives use


def new_id() -> str:
    """Return a new WARC-Record-ID."""
    return str(StatusAndHeadersParser.make_warc_id())


def records_of(
    exchanged: Exchanged, record_id: str, original: Original | None = None
) -> tuple[bool, list[Callable[[WARCWriter], ArcWarcRecord]]]:
    """Return whether the answer is written in full, and what makes the records: answer, then request. Raises NotHttp.

    An answer whose body is that of `original`, or that says that it has not changed (304), becomes a revisit record.
    """
    head, body = split(exchanged.answer)
    fields: dict[str, Any] = {
        "WARC-Record-ID": record_id,
        "WARC-Date": date_of(exchanged.at),
        **({"WARC-IP-Address": exchanged.ip} if exchanged.ip else {}),
        **({"WARC-Truncated": exchanged.truncated} if exchanged.truncated else {}),
    }
    confirmed = head.split(b" ", 2)[1][:3] == str(int(NOT_MODIFIED)).encode()
    digest = payload_digest(exchanged.answer)
    same = bool(body) and not exchanged.truncated and original is not None and original.digest == digest
    if confirmed or same:
        fields["WARC-Profile"] = CONFIRMED if confirmed else SAME
        if original is not None:
            fields["WARC-Refers-To"] = original.record_id
            fields["WARC-Refers-To-Target-URI"] = exchanged.url
            fields["WARC-Refers-To-Date"] = date_of(original.at)
        if same:
            fields["WARC-Payload-Digest"] = digest
    kind = "revisit" if confirmed or same else "response"

    def answer(writer: WARCWriter) -> ArcWarcRecord:
        payload = None if kind == "revisit" else io.BytesIO(body)
        return writer.create_warc_record(
            exchanged.url, kind, payload=payload, length=len(body), warc_headers_dict=fields, http_headers=_Exact(head)
        )

    def request(writer: WARCWriter) -> ArcWarcRecord:
        said = {"WARC-Date": date_of(exchanged.at), "WARC-Concurrent-To": record_id}
        head = _Exact(exchanged.request)
        return writer.create_warc_record(exchanged.url, "request", warc_headers_dict=said, http_headers=head)

    return kind == "response", [answer, request]

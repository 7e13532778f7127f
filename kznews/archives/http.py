"""The HTTP answer that a record holds: status, headers and body, the transfer coding undone, the content coding not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kznews.archives.fields import END, MAX_HEAD, read_fields

_STATUS = re.compile(r"HTTP/\d(?:\.\d)? (\d{3})(?: |$)")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
MAX_INTERIM = 10
"""Interim answers (1xx) before the final one; servers send one, if any."""


class NotHttp(ValueError):  # noqa: N818 - it says what happened
    """Raised for a block that is no HTTP answer."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An answer as its server sent it."""

    status: int
    headers: tuple[tuple[str, str], ...]
    """In their order, those of the transfer (Content-Length, Transfer-Encoding) left out."""
    body: bytes
    """Without transfer coding; in the content coding that the headers name."""
    cut: bool = False
    """Whether it ends before its headers say."""


def split(block: bytes) -> tuple[bytes, bytes]:
    """Return the head of the final answer, its empty line included, and what follows; raises NotHttp."""
    for _ in range(MAX_INTERIM):
        found = END.search(block, 0, MAX_HEAD)
        if not found or not block.startswith(b"HTTP/"):
            raise NotHttp("no HTTP answer")
        head, rest = block[: found.end()], block[found.end() :]
        if not re.match(rb"HTTP/\S+ 1(?!01)\d\d", head):
            return head, rest
        block = rest
    raise NotHttp("interim answers without end")


def read_answer(block: bytes) -> HttpAnswer:
    """Return the answer that the block of a response record holds; raises NotHttp."""
    head, body = split(block)
    try:
        first, fields = read_fields(head)
    except ValueError as error:
        raise NotHttp(str(error)) from error
    status = _STATUS.match(first)
    if not status:
        raise NotHttp(f"no HTTP status: {first[:60]!r}")
    said = {name.lower(): value for name, value in fields}
    kept = tuple((name, value) for name, value in fields if name.lower() not in ("content-length", "transfer-encoding"))
    if "chunked" in said.get("transfer-encoding", "").lower() and (not body or _CHUNK.match(body)):
        body, cut = dechunked(body)
    else:
        # A body that is no chunks although its header says so was recorded after they had been undone.
        length = said.get("content-length", "")
        cut = length.isascii() and length.isdigit() and len(body) < int(length[:20]) and "transfer-encoding" not in said
    return HttpAnswer(int(status[1]), kept, body, cut and int(status[1]) not in (204, 304))


def dechunked(body: bytes) -> tuple[bytes, bool]:
    r"""Return what the chunks of a body hold, and whether they end before the last one.

    >>> dechunked(b"3\r\nabc\r\n0\r\n\r\n"), dechunked(b"3\r\nabc\r\n5\r\nab")
    ((b'abc', False), (b'abcab', True))
    """
    whole, at = bytearray(), 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return bytes(whole), False
        piece = body[found.end() : found.end() + size]
        whole += piece
        at = found.end() + size
        if len(piece) < size:
            break
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    return bytes(whole), True

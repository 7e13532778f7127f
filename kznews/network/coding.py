"""Content codings (RFC 9110, section 8.4): one per body, whole, and no larger than it may be when it is unpacked.

gzip and deflate are asked for; brotli and zstd are read as well, since some servers send them to everybody.
"""

from __future__ import annotations

import sys
import zlib
from typing import TYPE_CHECKING, Any

import brotli  # it and zstd are requirements of Scrapy, which pins their safe versions

from kznews.network.errors import BadCoding, CutShort, TooLarge

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

_PIECE = 64 * 2**10
"""Bytes that are unpacked at a time: what a bomb can take beyond the limit."""
_ZSTD_WINDOW = 23
"""log2 of the largest window of a zstd body: 8 MiB, as RFC 9659 limits it for HTTP; the format allows 2 GiB."""
_MAX_MEMBERS = 64
"""Members of a gzip body, or frames of zstd; each costs a copy of what follows it."""
_NOT_WHOLE = "the packed body ends before it is whole"


def unpacked(body: bytes, codings: Iterable[str], limit: int) -> bytes:
    """Return a body without its content coding; codings that nobody knows ("utf-8") are ignored, as browsers do.

    Raises TooLarge beyond `limit` bytes (0: no limit), CutShort if the body is not whole, BadCoding if it is not in the coding
    that is named, is damaged, or has several codings.
    """
    named = [coding for header in codings for coding in header.lower().replace(" ", "").split(",") if coding in _PIECES]
    if len(named) > 1:
        raise BadCoding(f"{len(named)} codings, one upon the other")
    if not named or not body:
        return body
    whole = bytearray()
    try:
        for piece in _PIECES[named[0]](body):
            whole += piece
            if limit and len(whole) > limit:
                raise TooLarge(f"more than {limit} bytes when unpacked ({named[0]}, {len(body)} bytes as sent)")
    except (zlib.error, brotli.error, zstd.ZstdError) as error:
        raise BadCoding(f"not {named[0]}, or damaged: {error}") from error
    return bytes(whole)


def _zlib(body: bytes, bits: int) -> Generator[bytes, None, bytes]:
    """Unpack one stream of zlib's; return what follows it."""
    reader = zlib.decompressobj(bits)
    left = body
    while not reader.eof:
        piece = reader.decompress(left, _PIECE)
        left = reader.unconsumed_tail
        if not (piece or left or reader.eof):
            raise CutShort(_NOT_WHOLE)
        yield piece
    return reader.unused_data


def _zstd(body: bytes) -> Generator[bytes, None, bytes]:
    """Unpack one frame; return what follows it."""
    reader: Any = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW})
    left = body
    while not reader.eof:
        piece = reader.decompress(left, _PIECE)
        left = b""
        if not piece and reader.needs_input:
            raise CutShort(_NOT_WHOLE)
        yield piece
    return bytes(reader.unused_data)


def _brotli(body: bytes) -> Iterator[bytes]:
    reader = brotli.Decompressor()
    left = body
    while not reader.is_finished():
        piece = reader.process(left, output_buffer_limit=_PIECE)
        left = b""
        if not piece and not reader.is_finished():
            raise CutShort(_NOT_WHOLE)
        yield piece


def _deflate(body: bytes) -> Iterator[bytes]:
    """Unpack zlib's format, which is what the standard means, or the bare stream, which is what some servers mean."""
    try:
        zlib.decompressobj().decompress(body[:2], 1)
    except zlib.error:
        return _zlib(body, -zlib.MAX_WBITS)
    return _zlib(body, zlib.MAX_WBITS)


def _members(body: bytes, magic: bytes, unpack: Callable[[bytes], Generator[bytes, None, bytes]]) -> Iterator[bytes]:
    """Unpack a body and its further members; what follows them and begins otherwise is padding."""
    rest = body
    for _ in range(_MAX_MEMBERS):
        rest = yield from unpack(rest)
        if not rest.startswith(magic):
            return
    raise BadCoding(f"more than {_MAX_MEMBERS} members")


def _gzip(body: bytes) -> Iterator[bytes]:
    return _members(body, b"\x1f\x8b", lambda rest: _zlib(rest, zlib.MAX_WBITS + 16))


_PIECES: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": lambda body: _members(body, b"\x28\xb5\x2f\xfd", _zstd),
}

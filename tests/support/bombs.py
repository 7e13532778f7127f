"""Bodies that are small on the wire and a gibibyte when they are unpacked."""

from __future__ import annotations

import zlib
from functools import cache

import brotli
from backports import zstd

GIB = 2**30
_PIECE = b"<p>a</p>" * 2**17
_TIMES = GIB // len(_PIECE)


def _deflate() -> bytes:
    """Return the bare stream: a flushed block stands for itself, so one that was packed once may be repeated."""
    packer = zlib.compressobj(9, wbits=-15)
    return (packer.compress(_PIECE) + packer.flush(zlib.Z_FULL_FLUSH)) * _TIMES + packer.flush()


def _brotli() -> bytes:
    packer = brotli.Compressor(quality=1)
    return b"".join([*(packer.process(_PIECE) for _ in range(_TIMES)), packer.finish()])


def _zstd() -> bytes:
    packer = zstd.ZstdCompressor(level=1)
    return b"".join([*(packer.compress(_PIECE) for _ in range(_TIMES)), packer.flush()])


@cache
def bomb(coding: str) -> bytes:
    """Return a body in a coding that unpacks to a gibibyte of paragraphs; a gzip's checksum is wrong, at its very end."""
    if coding == "gzip":
        return b"\x1f\x8b\x08" + bytes(6) + b"\x03" + _deflate() + bytes(8)
    return {"deflate": _deflate, "br": _brotli, "zstd": _zstd}[coding]()

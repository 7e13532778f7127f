"""Content codings: one per body, whole, within the limit."""

from __future__ import annotations

import gzip
import random
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest
from backports import zstd

from kznews.network.coding import unpacked
from kznews.network.errors import BadCoding, CutShort, TooLarge
from tests.support.bombs import GIB, bomb

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "Қазақстан жаңалықтары. ".encode() * 400 + random.Random(5).randbytes(2000)


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACK: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "bare deflate": ("deflate", bare),
    "br": ("br", brotli.compress),
    "zstd": ("zstd", zstd.compress),
}
every = pytest.mark.parametrize(("coding", "pack"), PACK.values(), ids=list(PACK))


@every
def test_a_whole_body_is_unpacked(coding: str, pack: Callable[[bytes], bytes]) -> None:
    assert unpacked(pack(TEXT), [coding], len(TEXT)) == TEXT
    assert unpacked(pack(b""), [coding.upper()], 10) == b""


@every
def test_the_limit_is_exact(coding: str, pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(TooLarge):
        unpacked(pack(TEXT), [coding], len(TEXT) - 1)


@every
def test_a_cut_body_is_none_wherever_it_was_cut(coding: str, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(TEXT)
    for end in [*range(1, 40), *range(40, len(packed), 97), *range(len(packed) - 12, len(packed))]:
        with pytest.raises((CutShort, BadCoding)):
            unpacked(packed[:end], [coding], 0)
    with pytest.raises(CutShort):
        unpacked(packed[: len(packed) // 2], [coding], 0)


@every
def test_a_wrong_label_is_named(coding: str, pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(BadCoding, match=coding):
        unpacked(b"<!DOCTYPE html><html><head><title>page</title>" * 20, [coding], 0)


@pytest.mark.parametrize(("coding", "pack"), [PACK["gzip"], PACK["zstd"]], ids=["gzip", "zstd"])
def test_several_members_are_one_body_and_padding_is_none_of_it(coding: str, pack: Callable[[bytes], bytes]) -> None:
    assert unpacked(pack(b"one ") + pack(b"two") + b"\0" * 30, [coding], 0) == b"one two"
    with pytest.raises(BadCoding, match="members"):
        unpacked(pack(b"") * 5000, [coding], 0)
    with pytest.raises(CutShort):
        unpacked(pack(b"one ") + pack(TEXT)[:-9], [coding], 0)


def test_a_damaged_gzip_is_none() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-5] ^= 1  # its checksum
    with pytest.raises(BadCoding, match="damaged"):
        unpacked(bytes(packed), ["gzip"], 0)


@pytest.mark.parametrize("headers", [["gzip, gzip"], ["gzip", "br"], ["br,gzip"], ["deflate, identity, gzip"]])
def test_codings_upon_codings_are_refused_before_anything_is_unpacked(headers: list[str]) -> None:
    with pytest.raises(BadCoding, match="2 codings"):
        unpacked(gzip.compress(gzip.compress(TEXT)), headers, 0)


@pytest.mark.parametrize("header", ["identity", "utf-8", "none", "", "windows-1251"])
def test_what_is_no_coding_is_ignored(header: str) -> None:
    assert unpacked(TEXT, [header], 1) == TEXT
    assert unpacked(gzip.compress(TEXT), [header, "gzip"], 0) == TEXT


def test_no_body_has_no_coding() -> None:
    assert unpacked(b"", ["gzip"], 1) == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_gibibyte_in_a_small_body_takes_no_memory(coding: str) -> None:
    import tracemalloc

    packed = bomb(coding)
    assert len(packed) < GIB / 500
    tracemalloc.start()
    with pytest.raises(TooLarge):
        unpacked(packed, [coding], 5 * 2**20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * 2**20


def test_a_zstd_body_with_a_window_of_two_gibibytes_is_refused() -> None:
    options = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.enable_long_distance_matching: 1}
    with pytest.raises(BadCoding, match="zstd"):
        unpacked(zstd.compress(b"a" * 2**24 * 9, options=options), ["zstd"], 0)

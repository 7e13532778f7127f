"""What is stored was whole: bodies that were cut, packed wrongly or packed to burst are none."""

from __future__ import annotations

import gzip
import os
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest
from backports import zstd

from tests.support.bombs import bomb
from tests.support.fetching import STOCK, Fetches, fetch
from tests.support.generated import article_page
from tests.support.raw_server import RawServer, raw, reset, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.support.raw_server import Answer

MIB = 2**20
PAGE = article_page(100).encode()
OFFSETS = int(os.environ.get("KZNEWS_RESETS", "20"))
"""At how many places an answer is cut; reliability.md asks for 200."""
OLD = {
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590,
    "kznews.middlewares.coding.ContentCoding": None,
}
"""Scrapy's middleware in the place of ours."""


def chunked(body: bytes, size: int = 1000) -> bytes:
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def head(*lines: bytes) -> bytes:
    return b"\r\n".join([b"HTTP/1.1 200 OK", b"Content-Type: text/html; charset=utf-8", *lines, b"", b""])


ANSWERS = {
    "length": head(b"Content-Length: %d" % len(PAGE)) + PAGE,
    "chunks": head(b"Transfer-Encoding: chunked") + chunked(PAGE),
    "close": head(b"Connection: close") + PAGE,
    "gzip": head(b"Content-Encoding: gzip", b"Connection: close") + gzip.compress(PAGE),
}
PACKED = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstd.compress}


def got(answers: Iterable[Answer], **how: object) -> Fetches:
    paths = {f"/{number}": answer for number, answer in enumerate(answers)}
    with RawServer(paths) as server:
        return fetch([server.url(path) for path in paths], ports=(server.port,), **how)


def places(data: bytes) -> list[int]:
    """Return places at which to cut: all along, the last byte among them."""
    return sorted({len(data) * number // OFFSETS for number in range(OFFSETS)} | {len(data) - 1})


def test_an_answer_that_is_reset_anywhere_is_no_answer() -> None:
    wholes = got(map(raw, ANSWERS.values()))
    assert [one.body for one in wholes.all] == [PAGE] * len(ANSWERS)
    found = got(reset(data[:place]) for data in ANSWERS.values() for place in places(data))
    assert {one.reason for one in found.all} <= {"truncated", "unreachable"}
    assert not any(one.body for one in found.all)


def test_an_answer_that_ends_too_soon_is_no_answer() -> None:
    """Closed as a server closes that thinks it is done. Without a length and a coding nobody can tell."""
    told = [ANSWERS[kind] for kind in ("length", "chunks", "gzip")]
    found = got(raw(data[:place]) for data in told for place in places(data) if place)
    assert {one.reason for one in found.all} <= {"truncated", "unreachable"}


def test_a_cut_answer_counts_as_truncated_from_its_first_byte_of_body() -> None:
    found = got(reset(ANSWERS[kind][: len(ANSWERS[kind]) // 2]) for kind in ANSWERS)
    assert [one.reason for one in found.all] == ["truncated"] * 4


def test_a_packed_body_that_was_cut_before_it_was_sent_is_no_answer() -> None:
    """Its length is right: only the coding itself tells that something is missing."""
    for part in (1, 5, 9, 10):
        packed = {coding: pack(PAGE) for coding, pack in PACKED.items()}
        found = got(whole(body[: len(body) * part // 10], f"Content-Encoding: {coding}") for coding, body in packed.items())
        if part == 10:
            assert [one.body for one in found.all] == [PAGE] * len(PACKED)
        else:
            assert {one.reason for one in found.all} <= {"truncated", "bad_coding"}


def test_the_stock_parts_take_cut_answers_for_whole() -> None:
    packed = gzip.compress(PAGE)
    cut = [whole(packed[: len(packed) // 2], "Content-Encoding: gzip"), reset(ANSWERS["close"][:-9])]
    found = got(cut, handler=STOCK, DOWNLOADER_MIDDLEWARES=OLD)
    assert [one.status for one in found.all] == [200, 200]
    assert all(0 < len(one.body) < len(PAGE) for one in found.all)


def test_no_mark_on_a_request_makes_a_cut_answer_whole() -> None:
    with RawServer({"/": raw(ANSWERS["length"][:-9])}) as server:
        found = fetch([(server.url("/"), {"download_fail_on_dataloss": False})], ports=(server.port,))
    assert found.only.reason == "truncated"


@pytest.mark.parametrize("coding", PACKED)
def test_a_bomb_is_refused_and_takes_little_memory(coding: str) -> None:
    found = got([whole(bomb(coding), f"Content-Encoding: {coding}", "Content-Type: text/html")])
    assert found.only.reason == "too_large"
    assert coding in found.only.detail
    assert found.grown < 64 * MIB


def test_a_bomb_within_a_bomb_is_refused_unopened() -> None:
    found = got([whole(gzip.compress(bomb("gzip")), "Content-Encoding: gzip, gzip")])
    assert found.only.reason == "bad_coding"
    assert found.grown < 16 * MIB


def test_a_wrong_label_has_its_reason() -> None:
    found = got(whole(PAGE, f"Content-Encoding: {coding}") for coding in PACKED)
    assert [(one.reason, coding in one.detail) for one, coding in zip(found.all, PACKED, strict=True)] == [
        ("bad_coding", True)
    ] * 4


def test_the_limit_holds_for_what_is_sent_and_for_what_is_unpacked() -> None:
    page = b"<p>" + b"a" * (5 * MIB)
    answers = [
        whole(gzip.compress(page), "Content-Encoding: gzip"),
        whole(gzip.compress(page[: 5 * MIB]), "Content-Encoding: gzip"),
        whole(page),
        whole(page[: 5 * MIB]),
        raw(head(b"Transfer-Encoding: chunked") + chunked(page, 60_000)),
    ]
    found = got(answers)
    assert [one.reason for one in found.all] == ["too_large", "", "too_large", "", "too_large"]


def test_only_gzip_and_deflate_are_asked_for() -> None:
    with RawServer({"/": whole(PAGE)}) as server:
        fetch([server.url("/")], ports=(server.port,))
    assert server.asked[0].headers["accept-encoding"] == "gzip, deflate"

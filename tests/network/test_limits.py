"""Every fetch ends in time and takes little memory, whatever the server does."""

from __future__ import annotations

import asyncio
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from kznews.network.wire import MAX_HEADER_BYTES, MAX_HEADER_LINES
from tests.support.fetching import STALLED, STOCK, fetch
from tests.support.raw_server import RawServer, Request, endless, raw, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
MIB = 2**20


async def second_is_silent(request: Request, writer: asyncio.StreamWriter) -> None:
    if request.number == 0:
        writer.write(OK + b"Content-Length: 2\r\n\r\nok")
    else:
        await asyncio.sleep(3600)


NEVER = {
    "drip of header bytes": endless(OK, b"X", 0.05),
    "drip of header lines": endless(OK, b"X: y\r\n", 0.5),
    "drip of body": endless(OK + b"Content-Length: 1000000\r\n\r\n", b"x", 0.05),
    "drip of chunks": endless(CHUNKED, b"1\r\nx\r\n", 0.05),
    "drip without a length": endless(OK + b"\r\n", b"x", 0.05),
    "drip of 1xx": endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.5),
    "silence": raw(b"", end=False),
    "silence after the status": raw(OK, end=False),
    "silence after the headers": raw(OK + b"Content-Length: 5\r\n\r\n", end=False),
    "silence before the last byte": raw(OK + b"Content-Length: 5\r\n\r\nabcd", end=False),
    "silence in a chunk": raw(CHUNKED + b"5\r\nab", end=False),
    "silence before the last chunk": raw(CHUNKED + b"5\r\nabcde\r\n", end=False),
}
TOO_MUCH = {
    "headers": endless(OK, b"X: y\r\n" * 10_000),
    "long headers": endless(OK, (b"X: " + b"y" * 8_000 + b"\r\n") * 100),
    "one header line": endless(OK + b"X: ", b"y" * MIB),
    "a header over many lines": endless(OK + b"X: y\r\n", b" folded\r\n" * 1_000),
    "interim answers": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000),
    "body": endless(OK + b"\r\n", b"x" * MIB),
    "chunks": endless(CHUNKED, b"10000\r\n" + b"x" * 65536 + b"\r\n"),
    "chunks of a byte": endless(CHUNKED, b"1\r\nx\r\n" * 10_000),
    "chunk extensions": endless(CHUNKED, b"1;" + b"x" * 900 + b"\r\nx\r\n"),
    "a long length": endless(OK + b"Content-Length: 99999999999\r\n\r\n", b"x" * MIB),
}
MALFORMED = {
    "chunk extension": endless(CHUNKED, b"5;" + b"x" * MIB),
    "trailers": endless(CHUNKED + b"0\r\n", b"X: y\r\n" * 10_000),
    "chunk size": endless(CHUNKED, b"f" * MIB),
}


def served(answers: dict[str, object]) -> tuple[RawServer, list[str]]:
    """Return a server of these answers under paths, and the paths in their order."""
    paths = {f"/{number}": answer for number, answer in enumerate(answers.values())}
    return RawServer(paths), list(paths)


def test_no_server_can_hold_a_fetch_beyond_the_time_limit() -> None:
    """Fetches of the same that have a longer limit still wait when all the others are over: it is the limit that ends them."""
    server, paths = served(NEVER)
    with server:
        ended = [(server.url(path), {"download_timeout": 1}) for path in paths]
        held = [server.url(path) + "?held" for path in paths]
        found = fetch([*ended, *held], ports=(server.port,), waiting=frozenset(held))
    assert dict(zip(NEVER, (one.reason for one in found.all), strict=False)) == dict.fromkeys(NEVER, "timed_out")
    assert {one.error for one in found.all[len(NEVER) :]} == {"pending"}


def test_nothing_that_a_request_carries_lengthens_the_limit() -> None:
    server, paths = served({"silence": NEVER["silence"]})
    with server:
        found = fetch([(server.url(paths[0]), {"download_timeout": 3600})], ports=(server.port,), DOWNLOAD_TIMEOUT=0.5)
    assert found.only.reason == "timed_out"


def test_a_kept_connection_that_falls_silent_ends_in_time() -> None:
    with RawServer({"/": second_is_silent, "/2": second_is_silent}) as server:
        urls = [server.url("/"), server.url("/2")]
        found = fetch(urls, ports=(server.port,), DOWNLOAD_TIMEOUT=3, in_turn=True)
    assert [one.reason for one in found.all] == ["", "timed_out"]
    assert server.connections == 1


@contextmanager
def deaf() -> Iterator[int]:
    """Yield a port whose queue of connections is full: who connects there hears nothing."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        clients = [socket.socket() for _ in range(4)]
        for client in clients:
            client.settimeout(0)
            client.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]
        for client in clients:
            client.close()


def test_a_connection_is_given_up_after_its_own_limit() -> None:
    with deaf() as port, RawServer({"/": raw(b"", end=False)}) as silent:
        names = {"nobody.kz": [], "deaf.kz": [["127.0.0.1"]], "silent.kz": [["127.0.0.1"]]}
        urls = ["http://nobody.kz/", f"http://deaf.kz:{port}/", f"https://silent.kz:{silent.port}/"]
        limits = {"CONNECT_TIMEOUT": 2, "DOWNLOAD_TIMEOUT": 5}
        found = fetch(urls, hosts=tuple(names), ports=(port, silent.port), names=names, **limits)
    assert [one.reason for one in found.all] == ["timed_out"] * 3
    assert ["within 2 seconds" in one.detail for one in found.all] == [True, True, False]
    assert "5.0 seconds" in found.all[2].detail  # a TLS handshake that stalls has been connected to


def test_a_name_server_that_never_answers_holds_up_neither_the_run_nor_its_end() -> None:
    """The system's own resolver, asked in a thread that waits for ever."""
    found = fetch(["http://stalled.kz/"], hosts=("stalled.kz",), handler=STALLED, CONNECT_TIMEOUT=0.5)
    assert found.only.reason == "timed_out"


@pytest.mark.parametrize("kind", TOO_MUCH)
def test_an_answer_without_end_is_stopped_at_once_and_takes_little_memory(kind: str) -> None:
    server, paths = served({kind: TOO_MUCH[kind]})
    with server:
        found = fetch([server.url(paths[0])], ports=(server.port,))
    assert found.only.reason == "too_large"
    assert found.grown < 64 * MIB


def test_a_malformed_body_without_end_takes_little_memory() -> None:
    server, paths = served(MALFORMED)
    with server:
        found = fetch([server.url(path) for path in paths], ports=(server.port,))
    assert {one.reason for one in found.all} <= {"unreachable", "truncated"}
    assert found.grown < 64 * MIB


def test_the_stock_handler_takes_headers_of_any_size() -> None:
    head = OK + (b"X: " + b"y" * 8_000 + b"\r\n") * 12_500 + b"Content-Length: 2\r\n\r\nok"
    with RawServer({"/": raw(head)}) as server:
        taken = fetch([server.url("/")], ports=(server.port,), handler=STOCK, DOWNLOAD_TIMEOUT=60)
        found = fetch([server.url("/")], ports=(server.port,))
    assert (taken.only.body, found.only.reason) == (b"ok", "too_large")
    assert taken.grown > 64 * MIB > found.grown


def headers(lines: int, size: int) -> bytes:
    """Return the head of an answer: so many lines and bytes in all, the status and the empty line counted."""
    fixed = [b"HTTP/1.1 200 OK", b"Content-Length: 2"]
    fill = [b"X: y"] * (lines - len(fixed) - 1)
    spare = size - sum(len(line) + 2 for line in [*fixed, *fill, b""])
    for number, line in enumerate(fill):
        more = min(spare, 16_000)
        fill[number] = line + b"y" * more
        spare -= more
    assert spare == 0
    return b"\r\n".join([*fixed, *fill, b"", b""])


def test_the_caps_of_the_headers_are_exact() -> None:
    cases = {
        "lines": (headers(MAX_HEADER_LINES, 4000), ""),
        "a line too many": (headers(MAX_HEADER_LINES + 1, 4000), "too_large"),
        "bytes": (headers(40, MAX_HEADER_BYTES), ""),
        "a byte too many": (headers(40, MAX_HEADER_BYTES + 1), "too_large"),
    }
    server, paths = served({name: raw(head + b"ok") for name, (head, _) in cases.items()})
    with server:
        found = fetch([server.url(path) for path in paths], ports=(server.port,))
    assert [one.reason for one in found.all] == [reason for _, reason in cases.values()]
    assert [one.body for one in found.all if not one.reason] == [b"ok", b"ok"]


def test_headers_count_anew_for_every_answer_on_a_connection() -> None:
    with RawServer({f"/{number}": whole(b"ok", *["X: y"] * 150) for number in range(4)}) as server:
        urls = [server.url(path) for path in server.answers]
        found = fetch(urls, ports=(server.port,), in_turn=True)
    assert [one.body for one in found.all] == [b"ok"] * 4
    assert server.connections == 1


def test_the_limit_of_a_body_is_exact() -> None:
    sizes = (5 * MIB - 1, 5 * MIB, 5 * MIB + 1)
    server, paths = served({str(size): raw(OK + b"\r\n" + b"x" * size) for size in sizes})
    with server:
        found = fetch([server.url(path) for path in paths], ports=(server.port,))
    assert [(len(one.body), one.reason) for one in found.all] == [(sizes[0], ""), (sizes[1], ""), (0, "too_large")]
    assert found.all[2].detail.endswith("more than 5242880 bytes")


def test_small_chunks_are_read_as_long_as_they_hold_more_than_their_frames() -> None:
    body = b"2\r\nab\r\n" * 5_000 + (b"20\r\n" + b"x" * 32 + b"\r\n") * 20_000 + b"0\r\n\r\n"
    with RawServer({"/": raw(CHUNKED + body)}) as server:
        found = fetch([server.url("/")], ports=(server.port,))
    assert len(found.only.body) == 10_000 + 640_000

"""A web server on a port of this machine that serves a portal, fails on order, and writes down who asked for what.

    with PortalServer(GeneratedPortal(articles=50)) as server:
        server.fault("/news/7$", status=503, headers={"Retry-After": "7"}, times=2)
        ...crawl with LocalHandler and LOCAL_SITE_PORT=server.port...
        assert [asked.target for asked in server.log] == [...]

python -m tests.support.portal_server --articles 1000 prints its port and answers until it is killed.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from tests.support.background import BackgroundServer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

MAX_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site says about an address, before conditional requests and faults."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    """With its quotes, as it is sent."""
    modified: datetime | None = None


class Site(Protocol):
    """Any portal that the server can serve."""

    def answer(self, host: str, target: str) -> Answer:
        """Return the answer for path and query at a host."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of the request log."""

    at: float
    """Seconds of the monotonic clock, when the head of the request was complete."""
    method: str
    host: str
    target: str
    """Path and query."""
    headers: Mapping[str, str]
    """Names in small letters."""
    status: int
    """What was answered; 0 where the connection was cut before an answer."""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


@dataclass(slots=True)
class Fault:
    """What goes wrong for the addresses that a pattern finds (in "host/path?query"), `times` times or for ever."""

    pattern: re.Pattern[str]
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0.0
    """Seconds before the answer."""
    drop: bool = False
    """Cut the connection in place of an answer."""
    truncate: int | None = None
    """Cut the connection after so many bytes of the body, although its whole length was announced."""
    times: int | None = None


class PortalServer(BackgroundServer):
    """Serves a site from a thread of its own for the length of a `with` block."""

    def __init__(self, site: Site, *, port: int = 0, keep_log: bool = True) -> None:
        super().__init__(port)
        self.site = site
        self.log: list[Asked] = []
        """Every request, in the order in which it came; tests may clear it."""
        self.keep_log = keep_log
        self._faults: list[Fault] = []

    def fault(self, pattern: str, **what: object) -> None:
        """Let the addresses that `pattern` finds fail as the fields of Fault say; an earlier order comes first."""
        self._faults.append(Fault(re.compile(pattern), **what))  # type: ignore[arg-type]

    def heal(self) -> None:
        """Forget all orders to fail."""
        self._faults.clear()

    def asked(self, pattern: str = "") -> list[str]:
        """Return path and query of the requests so far that `pattern` finds, robots.txt left out, in their order."""
        return [one.target for one in self.log if one.path != "/robots.txt" and re.search(pattern, one.target)]

    async def listen(self) -> asyncio.Server:
        """Return the server, listening."""
        return await asyncio.start_server(self._client, "127.0.0.1", self.port, limit=MAX_HEAD)

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError, ValueError):
            pass  # the client went away, or speaks no HTTP
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; return whether the connection stays."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, _ = head[0].split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        host = headers.get("host", "").partition(":")[0]
        at, fault = time.monotonic(), self._fault(host + target)
        answer = self._answer(host, target, headers, fault)
        status = 0 if fault and fault.drop else answer.status
        if self.keep_log:
            self.log.append(Asked(at, method, host, target, headers, status))
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if not status:
            writer.transport.abort()
            return False
        body = b"" if method == "HEAD" else answer.body
        writer.write(_head(answer) + (body if not fault or fault.truncate is None else body[: fault.truncate]))
        await writer.drain()
        return (fault is None or fault.truncate is None) and headers.get("connection", "").lower() != "close"

    def _fault(self, address: str) -> Fault | None:
        for fault in self._faults:
            if fault.times != 0 and fault.pattern.search(address):
                fault.times = None if fault.times is None else fault.times - 1
                return fault
        return None

    def _answer(self, host: str, target: str, headers: Mapping[str, str], fault: Fault | None) -> Answer:
        if fault and fault.status is not None:
            return Answer(fault.status, fault.body, fault.headers)
        found = self.site.answer(host, target)
        if found.status == HTTPStatus.OK and not_modified(found, headers):
            return Answer(304, b"", {}, found.etag, found.modified)
        return found


def not_modified(answer: Answer, headers: Mapping[str, str]) -> bool:
    """Return whether the validators of a request are those of the answer (RFC 9110 13.2.2: If-None-Match comes first)."""
    if wanted := headers.get("if-none-match"):
        return answer.etag is not None and answer.etag in [one.strip() for one in wanted.split(",")]
    if (since := headers.get("if-modified-since")) and answer.modified:
        return answer.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
    return False


def _head(answer: Answer) -> bytes:
    headers = {"Content-Type": "text/html; charset=utf-8", **answer.headers}
    if answer.etag:
        headers["ETag"] = answer.etag
    if answer.modified:
        headers["Last-Modified"] = format_datetime(answer.modified.astimezone(UTC).replace(microsecond=0), usegmt=True)
    if answer.status != HTTPStatus.NOT_MODIFIED:
        headers["Content-Length"] = str(len(answer.body))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {answer.status} Answer\r\n{lines}\r\n".encode("latin-1")


def main() -> None:
    from tests.support.generated_portal import GeneratedPortal

    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--port", type=int, default=0)
    chosen = parser.parse_args()
    with PortalServer(GeneratedPortal(articles=chosen.articles), port=chosen.port, keep_log=False) as server:
        sys.stdout.write(f"{server.port}\n")
        sys.stdout.flush()
        threading.Event().wait()


if __name__ == "__main__":
    main()

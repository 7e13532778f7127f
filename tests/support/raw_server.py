"""A server on a port of this machine that says, byte for byte and as slowly as it likes, what a function writes.

async def page(request, writer): writer.write(b"HTTP/1.1 200 OK\r\n...")
with RawServer({"/a": page}) as server: ...fetch(server.url("/a"))...
"""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import TYPE_CHECKING

from tests.support.background import BackgroundServer

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Mapping

    Answer = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


class Request:
    """The head of a request, and how many came before it on its connection."""

    def __init__(self, head: bytes, number: int) -> None:
        lines = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = lines[0].split(" ", 2)
        self.headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}
        self.number = number

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


class RawServer(BackgroundServer):
    """Answers paths with functions for the length of a `with` block; a path that is not there gets its connection cut."""

    def __init__(self, answers: Mapping[str, Answer], *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        super().__init__()
        self.answers = answers
        self.host = host
        self.connections = 0
        self.asked: list[Request] = []
        self._tls = tls
        self.loop.set_exception_handler(lambda *_: None)  # clients go away on purpose

    def url(self, path: str = "/", host: str = "") -> str:
        return f"{'https' if self._tls else 'http'}://{host or self.host}:{self.port}{path}"

    async def answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        await self.answers[request.path](request, writer)

    async def listen(self) -> asyncio.Server:
        """Return the server, listening."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        listening = socket.create_server((self.host, 0), family=family, dualstack_ipv6=family == socket.AF_INET6)
        return await asyncio.start_server(self._client, sock=listening, ssl=self._tls)

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = 0
        try:
            while True:
                request = Request(await reader.readuntil(b"\r\n\r\n"), number)
                self.asked.append(request)
                await self.answer(request, writer)
                await writer.drain()
                number += 1
        except (asyncio.IncompleteReadError, OSError, ValueError, KeyError):
            pass
        finally:
            writer.transport.abort() if writer.transport.is_closing() else writer.close()


def whole(body: bytes, *headers: str, status: str = "200 OK") -> Answer:
    """Return an answer with a length."""
    lines = "".join(f"{header}\r\n" for header in (f"Content-Length: {len(body)}", *headers))

    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body)

    return answer


def raw(data: bytes, *, end: bool = True) -> Answer:
    """Return an answer that is exactly these bytes, and then the end of the connection, or silence."""

    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        if end:
            writer.close()
        await asyncio.sleep(0 if end else 3600)

    return answer


def reset(data: bytes) -> Answer:
    """Return an answer that is these bytes and then a reset."""

    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        _reset(writer)

    return answer


def _reset(writer: asyncio.StreamWriter) -> None:
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def endless(start: bytes, piece: bytes, pause: float = 0) -> Answer:
    """Return an answer that begins so and never ends."""

    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while not writer.transport.is_closing():
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return answer

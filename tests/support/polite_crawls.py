"""Crawls of a local portal inside the test's process, with real requests, and a clock that may run faster than time.

The whole engine runs but for the handler, which needs no reactor: a crawl takes hundredths of a second.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import CannotResolveHostError, DownloadFailedError, DownloadTimeoutError
from scrapy.http import Headers, Request
from scrapy.responsetypes import responsetypes
from scrapy.utils.project import get_project_settings

from kznews import clock
from kznews.middlewares.replay import read_folder
from kznews.network.errors import CutShort
from kznews.politeness.turns import TURNS
from tests.support.crawls import Crawl, crawled, url_of
from tests.support.local_portal import MODULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest
    from scrapy.http import Response

    from tests.support.portal_server import PortalServer

HANDLER = "tests.support.polite_crawls.PlainHandler"
FOREVER = "no answer"
"""Body of an answer that never comes."""


class PlainHandler(BaseDownloadHandler):
    """Asks the server at PORT, whatever the host of an address; one connection per request."""

    lazy = False

    async def download_request(self, request: Request) -> Response:
        if "unknown" in (urlsplit(request.url).hostname or ""):
            raise CannotResolveHostError("no such name")
        parts = urlsplit(request.url)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.crawler.settings.getint("PORT"))
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        said = {b"Host": (parts.hostname or "").encode(), b"Connection": b"close"}
        said |= {name: b", ".join(values) for name, values in request.headers.items()}
        lines = b"".join(b"%s: %s\r\n" % pair for pair in said.items())
        try:
            writer.write(f"{request.method} {target} HTTP/1.1\r\n".encode() + lines + b"\r\n")
            async with asyncio.timeout(1):
                whole = await reader.read()
        except TimeoutError:
            raise DownloadTimeoutError("no answer in time") from None
        except OSError as error:
            raise DownloadFailedError(str(error)) from error
        finally:
            writer.close()
        return self.answer(request, *whole.partition(b"\r\n\r\n")[::2])

    @staticmethod
    def answer(request: Request, head: bytes, body: bytes) -> Response:
        if not head:
            raise DownloadFailedError("the connection was cut")
        first, *lines = head.split(b"\r\n")
        headers = Headers([(name, value.strip()) for name, _, value in (line.partition(b":") for line in lines)])
        if len(body) < int(headers.get("Content-Length") or 0):
            raise CutShort("the connection ended before the answer did")
        kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
        return kind(request.url, status=int(first.split()[1]), headers=headers, body=body, request=request)


def run(server: PortalServer, store: Path, *portals: str, **settings: Any) -> Crawl:
    """Crawl a portal (or several at once in one process; the first one's result is returned), without delay and retries."""
    return runs(server, store, *(portals or ("local",)), **settings)[0]


def runs(server: PortalServer, store: Path, *portals: str, **settings: Any) -> list[Crawl]:
    """Crawl several portals at once in one process."""
    read_folder.cache_clear()
    TURNS.forget()
    chosen = get_project_settings()
    ours = {
        "TWISTED_REACTOR_ENABLED": False,
        "STORE": url_of(store),
        "PORT": server.port,
        "PACE_DIR": str(store.parent / "pace"),
        "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER, "ftp": None, "s3": None, "file": None, "data": None},
        "SPIDER_MODULES": MODULES.split(","),
        "DOWNLOAD_DELAY": 0,
        "RETRY_ENABLED": False,
    }
    settings["DOWNLOADER_MIDDLEWARES"] = chosen.getdict("DOWNLOADER_MIDDLEWARES") | settings.get("DOWNLOADER_MIDDLEWARES", {})
    chosen.setdict(ours | settings, "cmdline")

    async def together() -> list[Crawl]:
        return list(await asyncio.gather(*(crawled(portal, chosen.copy()) for portal in portals)))

    return asyncio.run(together())


@contextmanager
def hurried(monkeypatch: pytest.MonkeyPatch, times: float) -> Iterator[list[float]]:
    """Let the clock of delays run so many times as fast; yields the waits that were asked for, in seconds."""
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(max(0.0, seconds) / times)

    with monkeypatch.context() as patch:
        patch.setattr(clock, "ticks", lambda: time.monotonic() * times)
        patch.setattr(clock, "wait", wait)
        yield waits

"""Replay: the real engine over saved pages. One download handler answers http and https; nothing leaves the machine.

Folders of saved pages (kznews/savedpages.py) and archives (kznews/savedarchives.py) are read; the clock of a replayed page is
the time of its capture.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Headers, HtmlResponse, Response

from kznews.captures import Capture, ReplayError, ReplayIndex
from kznews.clock import parse_instant
from kznews.extensions.ledger import Ledger
from kznews.savedarchives import captures_of
from kznews.savedpages import captures_in

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy import Request
    from scrapy.settings import BaseSettings


class NotSaved(IgnoreRequest):
    """Raised for an address that is not among the saved pages."""


def index_of(settings: BaseSettings) -> ReplayIndex | None:
    """Return the saved pages that REPLAY names, with REPLAY_AT one capture of each address; None without REPLAY.

    Raises ReplayError.
    """
    named = settings.get("REPLAY")
    if not named:
        return None
    wished = settings.get("REPLAY_AT")
    try:
        at = wished_instant(wished) if wished else None
    except ValueError as error:
        raise ReplayError(f"REPLAY_AT={wished}: not a day (2024-03-01) or an instant with its offset") from error
    return read_folder(named if "://" in str(named) else Path(named).resolve(), at)


def wished_instant(text: str) -> datetime:
    """Return the instant that a day (its noon in UTC) or an ISO 8601 instant with an offset names; raises ValueError."""
    return parse_instant(f"{text}T12:00:00+00:00" if len(text) == len("2024-03-01") else text)


@lru_cache(maxsize=4)  # the handler and the spider of one run share it
def read_folder(folder: Path | str, wished: datetime | None = None) -> ReplayIndex:
    """Return the index of a folder of saved pages and archives, or of one archive; raises ReplayError if there is none.

    With `wished`, an instant, it has one capture of each address, the nearest.
    """
    if wished is not None:
        return read_folder(folder).at(wished)
    broken: list[str] = []
    captures: list[Capture] = []
    if isinstance(folder, Path) and not folder.exists():
        raise ReplayError(f"no folder of saved pages at {folder}")
    if isinstance(folder, Path) and folder.is_dir():
        captures = captures_in(folder, broken)
    captures += captures_of(str(folder), broken)
    top = folder if isinstance(folder, Path) and folder.is_dir() else Path(folder).parent
    return ReplayIndex.of(top, captures, broken)


class ReplayHandler(BaseDownloadHandler):
    """Answers every request from the saved pages; robots.txt that is not saved is a 404, which allows everything."""

    lazy = False

    @cached_property
    def index(self) -> ReplayIndex:
        """The saved pages."""
        index = index_of(self.crawler.settings)
        assert index is not None  # noqa: S101 - the add-on enables this handler only with REPLAY
        return index

    async def download_request(self, request: Request) -> Response:
        if ledger := self.crawler.get_extension(Ledger):
            await ledger.rest()
        index = self.index
        redirected, since = "redirect_times" in request.meta, request.meta.get("captured_at")
        capture = index.answer(request.url, request.meta.get("capture"), redirected=redirected, since=since)
        if capture is None and urlsplit(request.url).path == "/robots.txt":
            return Response(request.url, status=404, request=request)
        if capture is None:
            raise NotSaved(f"{request.url} is not among the saved pages")
        request.meta["captured_at"] = capture.fetched_at
        return self.answer(capture, request)

    @staticmethod
    def answer(capture: Capture, request: Request) -> Response:
        """Return the response that a saved page is."""
        headers = Headers(dict(capture.headers))
        return HtmlResponse(capture.url, status=capture.status, headers=headers, body=capture.body.read_bytes(), request=request)


class ReplayAddon:
    """Turns a run into a replay when REPLAY is set."""

    def update_settings(self, settings: BaseSettings) -> None:
        if not settings.get("REPLAY"):
            raise NotConfigured
        handler = "kznews.middlewares.replay.ReplayHandler"
        offline = {
            "DOWNLOAD_HANDLERS": {"http": handler, "https": handler, "ftp": None, "s3": None, "file": None, "data": None},
            "CONCURRENT_REQUESTS": 1,  # a fixed order of pages
            "DOWNLOAD_DELAY": 0,
            "RETRY_ENABLED": False,
            "AUTOTHROTTLE_ENABLED": False,
            "HTTPCACHE_ENABLED": False,
        }
        for name, value in offline.items():
            settings.set(name, value, "cmdline")  # settings.py (20) outranks an add-on (15)

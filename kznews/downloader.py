"""Scrapy's downloader, so extended that a run which ends lets go of what it still waits for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from scrapy.core.downloader import Downloader
from scrapy.exceptions import IgnoreRequest
from twisted.internet.defer import fail
from twisted.python.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapy import Request, Spider
    from scrapy.core.downloader import Slot
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.defer import Deferred


class GivenUp(IgnoreRequest):
    """Raised for a fetch that the end of its run cut short: it says nothing about the page, which stays as it was."""


class EndingDownloader(Downloader):
    """Downloads as Scrapy's does until `end` is called: open transfers then get STOP_GRACE seconds, all others none.

    Scrapy itself lets a run that is stopped wait for every request that is in its downloader, those included that have
    not left yet: 16 of them at a polite pace, each as long as its server pleases.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.ending = False
        self._grace = crawler.settings.getfloat("STOP_GRACE")
        self._fetches: dict[Request, Deferred[Response | Request]] = {}
        self._transfers: dict[Request, asyncio.Task[Any]] = {}
        self._given_up: set[Request] = set()
        self._cut: asyncio.TimerHandle | None = None

    def fetch(self, request: Request, spider: Spider | None = None) -> Deferred[Response | Request]:  # noqa: ARG002 - Scrapy's hook
        """Return what becomes of a request; it fails with GivenUp if the run ends before there is an answer."""
        if self.ending:
            return fail(GivenUp(f"{request.url}: the run is ending"))
        fetching = super().fetch(request)
        self._fetches[request] = fetching
        return fetching.addBoth(self._fetched, request)

    def end(self) -> None:
        """Give up what has not left yet (it waits for its turn, a delay, robots.txt), and after the grace everything else."""
        if self.ending:
            return
        self.ending = True
        for slot in self.slots.values():
            slot.queue.clear()  # or each of them would follow as soon as another one is given up
        self._give_up(self._fetches.keys() - self._transfers.keys())
        self._cut = asyncio.get_running_loop().call_later(self._grace, lambda: self._give_up(self._fetches))

    def close(self) -> None:
        """Close for good; called by the engine when nobody waits for a page any more."""
        super().close()
        if self._cut:
            self._cut.cancel()
        self._hang_up(self._transfers)

    async def _download(self, slot: Slot, request: Request) -> Response:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - Scrapy makes a task of every transfer
        self._transfers[request] = task
        try:
            return await super()._download(slot, request)
        finally:
            del self._transfers[request]

    def _give_up(self, requests: Iterable[Request]) -> None:
        for request in list(requests):
            self._given_up.add(request)
            self._hang_up([request])
            if fetching := self._fetches.get(request):
                fetching.cancel()

    def _hang_up(self, requests: Iterable[Request]) -> None:
        for request in list(requests):
            if transfer := self._transfers.get(request):
                transfer.cancel()

    def _fetched(self, result: Any, request: Request) -> Any:
        self._fetches.pop(request, None)
        if request in self._given_up and isinstance(result, Failure):
            self._given_up.discard(request)
            self.crawler.stats.inc_value("kznews/given_up")
            raise GivenUp(f"{request.url}: the run ended before there was an answer")
        return result

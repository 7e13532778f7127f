"""Between the spider and everything else: addresses are in the store before they are scheduled, every page gets its outcome."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware

from kznews import clock
from kznews.extensions.ledger import Ledger
from kznews.outcomes import Reason, Refused
from kznews.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

log = logging.getLogger(__name__)


class FrontierMiddleware(BaseSpiderMiddleware):
    """Commits a source page with the addresses found on it, and lets pass only what is new or due.

    In a replay everything that is saved is read again, with today's rules.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.ledger = Ledger.of(crawler)
        self.replay = bool(crawler.settings.get("REPLAY"))

    async def process_spider_output_async(
        self,
        response: Response | None,
        result: AsyncIterator[Any],
        spider: Any = None,
    ) -> AsyncIterator[Any]:
        requests: list[Request] = []
        items = 0
        try:
            async for output in result:
                if isinstance(output, Request):
                    requests.append(output)
                else:
                    items += 1  # its page gets its outcome from the pipelines
                    yield output
        except Refused as refused:
            await self._refuse(response, refused)
            return
        except Exception as error:
            log.exception("reading %s failed", response.url if response is not None else "a page")
            await self._refuse(response, Refused(Reason.PARSE_ERROR, repr(error)))
            self.crawler.stats.inc_value("kznews/failed_callbacks")
            return
        async for request in self._released(response, requests, listed=not items):
            yield request

    async def _released(self, response: Response | None, requests: list[Request], *, listed: bool) -> AsyncIterator[Request]:
        """Commit the source page with its addresses, then yield the requests that are new or due."""
        addresses = tuple(dict.fromkeys(request.meta["page"] for request in requests))
        try:
            settled = await self._settled(addresses)
        except StoreError:  # the ledger has said so and ends the run
            return
        visit = response.meta.get("visit") if response is not None and listed else None
        if visit is not None:
            await self.ledger.listed(visit, addresses)
        for request in requests:
            if request.meta["page"] not in settled or request.meta.get("source"):
                yield request

    async def _settled(self, addresses: tuple[str, ...]) -> set[str]:
        if self.replay:
            return set()
        ledger = self.ledger
        return await ledger.ask(ledger.kept.not_wanted, ledger.portal, addresses, at=clock.now())

    async def _refuse(self, response: Response | None, refused: Refused) -> None:
        visit = response.meta.get("visit") if response is not None else None
        if visit is not None:
            await self.ledger.refuse(visit, refused.reason, refused.detail)

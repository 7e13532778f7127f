"""Between the spider and everything else: addresses are in the store before they are scheduled, every page gets its outcome."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware

from kznews import clock
from kznews.agenda import Ask, named
from kznews.extensions.ledger import Ledger
from kznews.outcomes import Reason, Refused
from kznews.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from kznews.extensions.ledger import Visit

log = logging.getLogger(__name__)


class FrontierMiddleware(BaseSpiderMiddleware):
    """Commits a source page with the addresses found on it, before anything of it is asked for.

    On the network a run then takes pages out of the store (kznews/agenda.py); only further pages of sources pass here. In a
    replay everything that is saved is read again, with today's rules.
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
            for request in await self._refuse(response, refused):
                yield request
            return
        except Exception as error:
            log.exception("reading %s failed", response.url if response is not None else "a page")
            await self._refuse(response, Refused(Reason.PARSE_ERROR, repr(error)))
            self.crawler.stats.inc_value("kznews/failed_callbacks")
            return
        visit = response.meta.get("visit") if response is not None and not items else None
        try:
            for request in await self._released(response, visit, requests):
                yield request
        except StoreError:  # the ledger has said so and ends the run
            return

    async def _released(self, response: Response | None, visit: Visit | None, requests: list[Request]) -> list[Request]:
        """Commit the source page with its addresses, and return the requests that are to be made now."""
        agenda = getattr(self.crawler.spider, "agenda", None)
        if visit is None and not requests:  # an article, or a page that is settled already
            return []
        if agenda is None or visit is None or response is None:
            return await self._direct(response, visit, requests)
        links = agenda.wanted(visit.found, response.meta.get("source"))
        following = next((request for request in requests if "number" in request.meta), None)
        children = await agenda.children(response, [_ask(request) for request in requests if request is not following])
        note, goes_on = await agenda.listed(response, links, following)
        goes_on = goes_on and self._claimed(following)
        more = {"backfill": bool(agenda.arguments.span), "number": response.meta.get("number", 1)}
        await self.ledger.listed(visit, links, source=note, **more)
        asked = self._requests(children + await agenda.after(response, note))
        return [*asked, following] if following is not None and goes_on else asked

    def _claimed(self, following: Request | None) -> bool:
        """Take a further page of a source for this run, unless it was drawn out of the store, where it may have waited."""
        under_way = self.ledger.under_way
        if following is None or following.meta["page"] in under_way:
            return False
        under_way.add(following.meta["page"])
        return True

    async def _direct(self, response: Response | None, visit: Visit | None, requests: list[Request]) -> list[Request]:
        """Commit the page with its addresses, and return the requests for what is new or due."""
        addresses = tuple(dict.fromkeys(request.meta["page"] for request in requests))
        settled: set[str] = set()
        if not self.replay:
            ask, kept = self.ledger.ask, self.ledger.kept
            settled = await ask(kept.not_wanted, self.ledger.portal, addresses, at=clock.now())
        if visit is not None and self.replay and response is not None:
            # As a run on the network does, so that an archive that is replayed gives the store that its run gave.
            await self.ledger.listed(visit, tuple(map(named, visit.found)), number=response.meta.get("number", 1))
        elif visit is not None:
            await self.ledger.listed(visit, addresses)
        return [request for request in requests if request.meta["page"] not in settled or request.meta.get("source")]

    async def _refuse(self, response: Response | None, refused: Refused) -> list[Request]:
        """Settle a refused page, and return the requests that are to be made in place of what it would have named."""
        visit = response.meta.get("visit") if response is not None else None
        if response is None or visit is None:
            return []
        agenda = getattr(self.crawler.spider, "agenda", None)
        note = agenda.refused(response, refused.reason) if agenda else None
        await self.ledger.refuse(visit, refused.reason, refused.detail, source=note)
        return self._requests(await agenda.after(response, note)) if agenda and note else []

    def _requests(self, asks: list[Ask]) -> list[Request]:
        return [request for ask in asks if (request := self.crawler.spider.ask(ask))]  # type: ignore[union-attr]


def _ask(request: Request) -> Ask:
    level = {"level": request.meta["level"]} if "level" in request.meta else {}
    return Ask(request.url, request.meta["source"], level | {"modified": request.meta.get("modified")})

"""When an agenda's requests reach Scrapy: a few at a time, whenever those before are under way."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from scrapy import signals

from kznews import clock
from kznews.extensions.ledger import Visit
from kznews.extract.links import address_of
from kznews.extract.sources.found import Found
from kznews.extract.sources.read import page_number, source_at
from kznews.outcomes import Refused
from kznews.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy import Request
    from scrapy.crawler import Crawler

    from kznews.agenda import Agenda
    from kznews.spiders.base import PortalSpider
    from kznews.store import DuePage


MOST_UNDER_WAY = 64
"""Pages on their way, from the request to the commit, at which no further ones are taken out of the store: four for each of the
16 requests that Scrapy makes at one time, which keeps its downloader busy at full speed."""
_MOMENT = 0.02  # seconds


async def requests(spider: PortalSpider, agenda: Agenda) -> AsyncIterator[Request]:
    """Yield the requests for the sources, then for pages out of the store, until there is nothing more to do."""
    begun = False
    with suppress(StoreError):  # the ledger has said so and ends the run
        async for batch in _batches(spider, agenda):
            for request in batch:
                begun = True
                yield request
        if not begun:
            spider.crawler.stats.set_value("kznews/nothing_due", 1)


async def _batches(spider: PortalSpider, agenda: Agenda) -> AsyncIterator[list[Request]]:
    """Yield what is to be asked for next, each batch when the one before has been taken."""
    first = [request async for ask in agenda.sources() if (request := spider.ask(ask))]
    yield first
    # What is new is known when the sources have answered; a run of few pages must not spend them on what is old.
    asked = {request.meta["page"] for request in first}
    spider.ledger.under_way |= asked
    while asked & spider.ledger.under_way and not is_idle(spider.crawler):
        await spider.crawler.signals.wait_for(signals.scheduler_empty)
    while not agenda.over():
        idle = is_idle(spider.crawler)
        batch = await _drawn(spider, agenda) or (await _asked(spider, agenda) if idle else [])
        yield batch
        if idle and not batch:
            return
        if batch or not is_idle(spider.crawler):
            # Scrapy takes all that it is offered: a million addresses at once would be a million requests in memory.
            await spider.crawler.signals.wait_for(signals.scheduler_empty)
            await _caught_up(spider.crawler)


async def _caught_up(crawler: Crawler) -> None:
    """Return when few enough answers wait for the store: one that is slower than its portal would have them pile up."""
    engine: Any = crawler.engine
    while len(engine._slot.inprogress) >= MOST_UNDER_WAY:  # noqa: SLF001
        await clock.wait(_MOMENT)


def is_idle(crawler: Crawler) -> bool:
    """Return whether nothing is under way: no request waits, no answer is awaited, no page is on its way to the store."""
    engine: Any = crawler.engine
    # Between the downloader and the scraper an answer is in neither of them; `inprogress` holds it from end to end.
    return not (engine.scheduler.has_pending_requests() or engine._slot.inprogress)  # noqa: SLF001


async def _drawn(spider: PortalSpider, agenda: Agenda) -> list[Request]:
    """Return the requests for the next pages out of the store; empty only if there are none."""
    while pages := await agenda.draw():
        if found := [request for page in pages if (request := await _fetch(spider, page))]:
            return found
    return []


async def _fetch(spider: PortalSpider, page: DuePage) -> Request | None:
    """Return the request for a page out of the store; one that today's rules leave out is settled in its place.

    A page of a listing may wait there too, from before runs remembered how far they had read; its listing goes on from it.
    """
    if source := source_at(page.url, spider.portal):
        number = page_number(page.url, source, spider.portal)
        return spider.page_request(page.url, source=source, meta={"number": number})
    said = page.named
    evidence = Found(said.url, said.modified, said.published, said.title, said.basis)
    meta = {"page": page.url, **({"evidence": evidence} if said.basis else {})}
    try:
        return spider.page_request(address_of(page.url, spider.portal), copy=page, meta=meta, dont_filter=True)
    except Refused as refused:
        visit = spider.ledger.open(Visit(portal=spider.portal.name, url=page.url, fetched_at=clock.now()))
        await spider.ledger.refuse(visit, refused.reason, refused.detail)
        return None


async def _asked(spider: PortalSpider, agenda: Agenda) -> list[Request]:
    return [request for ask in await agenda.more() if (request := spider.ask(ask))]

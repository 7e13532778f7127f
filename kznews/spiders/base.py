"""The spider that every portal file configures: sources in, articles out. A portal adds values, not code."""

from __future__ import annotations

import asyncio
from collections import Counter
from http.client import NOT_MODIFIED
from typing import TYPE_CHECKING, Any, ClassVar, Self

import scrapy
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request

from kznews import clock
from kznews.agenda import Agenda, Ask
from kznews.answers import kept_answer
from kznews.arguments import NAMES, read_arguments
from kznews.backfill import Backfill
from kznews.downloader import GivenUp
from kznews.extensions.ledger import Ledger, Visit
from kznews.extract.layouts import selectors_of
from kznews.extract.links import article_id, canonical
from kznews.extract.sources.read import is_html, next_page, page_number, read_listing, read_source, source_at
from kznews.extract.sources.sitemaps import MAX_LEVEL
from kznews.extract.sources.xmlstream import MAX_BYTES
from kznews.failures import reason_of_failure, refusal_of_status
from kznews.loaders import load_article
from kznews.middlewares.replay import index_of
from kznews.outcomes import Reason, Refused
from kznews.pages import clock_beside, document_of, is_listing, leftovers, read_answer
from kznews.portal import Feed, Portal, Sitemap, portal_from
from kznews.schedule import requests
from kznews.sourcekinds import is_archive
from kznews.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from kznews.captures import ReplayIndex
    from kznews.extract.document import Document
    from kznews.extract.page import Reading
    from kznews.extract.sources.found import Harvest
    from kznews.portal import Source
    from kznews.store import DuePage


class PortalSpider(scrapy.Spider):
    """Crawls one portal. Subclasses are files of class-level values, the fields of kznews.portal.Portal."""

    declared: ClassVar[Portal]
    """What the file declares; checked at import."""
    hosts: tuple[str, ...] = ()
    portal: Portal
    """What this run uses: the declaration, or for `any` what the run names."""
    replay: ReplayIndex | None
    arguments: ClassVar[tuple[str, ...]] = NAMES
    """What `-a` may name."""
    agenda: Agenda | None = None
    """What a run on the network does in which order; None in a replay."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.declared = portal_from(cls)

    @classmethod
    def check_arguments(cls, given: Mapping[str, str], *, is_replay: bool) -> None:  # noqa: ARG003 - `any` looks at it
        """Raise ArgumentError for arguments of a run that cannot mean anything."""
        read_arguments(given, cls.declared)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.portal = cls.declared
        spider.replay = index_of(crawler.settings)
        return spider

    @property
    def ledger(self) -> Ledger:
        """The run's ledger; it exists once the crawl has started."""
        return Ledger.of(self.crawler)

    def portal_of(self, url: str) -> Portal:  # noqa: ARG002 - `any` looks at the address
        """Return the portal that a page belongs to."""
        return self.portal

    async def start(self) -> AsyncIterator[Any]:
        """Yield the saved pages and the sources (in a replay), or what the agenda says, bit by bit."""
        if self.replay is None:
            arguments = read_arguments(vars(self), self.portal)
            self.agenda = (Backfill if arguments.span else Agenda)(self.ledger, self.portal, arguments)
            async for request in requests(self, self.agenda):
                yield request
            return
        for request in self._saved():
            yield request
        for source in (source for source in self.portal.sources if not is_archive(source)):
            if found := self.page_request(source.url, source=source):
                yield found

    def ask(self, ask: Ask) -> Request | None:
        """Return the request for a page of a source."""
        return self.page_request(ask.url, source=ask.source, meta=ask.meta, copy=ask.copy)

    def page_request(
        self, url: str, *, source: Source | None = None, copy: DuePage | None = None, **options: Any
    ) -> Request | None:
        """Return the request for a page of this portal, or None for an address that is not one."""
        known = canonical(url, self.portal)
        if known is None:
            return None
        meta = {"page": known, "source": source, **options.pop("meta", {})}
        if isinstance(source, Feed | Sitemap):
            meta["download_maxsize"] = MAX_BYTES
        headers = dict(getattr(source, "headers", ()))
        if copy is not None and (validators := _validators(copy)):
            headers |= validators
            meta["confirms"] = True
        return Request(known, callback=self.parse, errback=self.failed, headers=headers, meta=meta, **options)

    def _saved(self) -> Iterator[Request]:
        assert self.replay is not None  # noqa: S101 - the caller asked
        for capture in self.replay.pages:
            found = source_at(capture.url, self.portal)
            meta: dict[str, Any] = {"capture": capture.number}
            if capture.confirms:
                meta["confirms"] = capture.repeats
            if found is not None:
                meta["number"] = page_number(capture.url, found, self.portal)
            if request := self.page_request(capture.url, source=found, meta=meta, dont_filter=capture.repeats):
                yield request

    async def parse(self, response: Response) -> AsyncIterator[Any]:
        """Yield the article of a page, or the requests for the addresses of a source page; raises Refused for anything else."""
        response.meta["visit"] = visit = self.ledger.open(self._visit(response))
        if response.status == NOT_MODIFIED and (self.replay is None or "confirms" in response.meta):
            await self._confirmed(response, visit)
            return
        if refusal := refusal_of_status(response):
            raise Refused(*refusal)
        source = response.meta.get("source")
        if source is not None and not is_html(source):
            # A large sitemap takes seconds: others' requests go on meanwhile.
            harvest = await asyncio.to_thread(read_source, response.body, source, self.portal, url=response.url)
            visit.observations = harvest.rates
            harvest = await self._without_dresses(harvest)
            for request in self._follow(harvest, source, response):
                yield request
            return
        document = document_of(response, visit.url)
        reading = self._read(document, response, visit)
        if self._is_listing(document, source, reading):
            harvest = await self._without_dresses(self.listing(document, source))
            for request in self._follow(harvest, source, response):
                yield request
            return
        visit.selectors = selectors_of(document, self.portal_of(visit.url)) if self.settings.getbool("LAYOUTS") else None
        if reading.refusal:
            raise Refused(*reading.refusal)
        yield self.ledger.gave(visit, load_article(reading, visit.fetched_at))

    async def _confirmed(self, response: Response, visit: Visit) -> None:
        """Settle a page of which the server says that our copy is still right; raises Refused where it was not asked that."""
        if not response.meta.get("confirms"):
            raise Refused(Reason.NO_COPY, "HTTP 304 without a question about a copy")
        del response.meta["visit"]  # nothing of it is left to be settled
        source = self.agenda.unchanged(response.meta["source"]) if self.agenda else None
        await self.ledger.confirmed(visit, source=source)

    def listing(self, document: Document, source: Source | None) -> Harvest:
        """Return what a page leads to that is read for its links."""
        return read_listing(document, self.portal, source)

    def _read(self, document: Document, response: Response, visit: Visit) -> Reading:
        """Read a page of whatever kind; rates and weather in its header are the portal's, on a listing as on an article."""
        layouts, evidence = self.settings.getbool("LAYOUTS"), response.meta.get("evidence")
        portal = self.portal_of(visit.url)
        reading = read_answer(document, response, portal, visit.fetched_at, layouts=layouts, evidence=evidence)
        visit.observations = reading.observations
        visit.clock = clock_beside(reading, response, portal)
        return reading

    def _is_listing(self, document: Document, source: Source | None, reading: Reading) -> bool:
        """Return whether a page is read for its links."""
        return is_listing(document, self.portal, source, reading)

    def _follow(self, harvest: Harvest, source: Source | None, response: Response) -> Iterator[Request]:
        """Yield requests for a source page's articles and further sources and, while it brings articles, for its next page."""
        self._note(harvest, response)
        response.meta["visit"].found = harvest.found
        for item in harvest.found if self.agenda is None else ():
            if request := self.page_request(item.url, meta={"evidence": item} if item.basis else {}):
                yield request
        level = response.meta.get("level", 0) + 1
        for child in harvest.children if level <= MAX_LEVEL else ():
            meta = {"level": level, "modified": child.modified}
            if request := self.page_request(child.source.url, source=child.source, meta=meta):
                yield request
        # By the address: whoever goes on after a kill begins in the middle of a listing.
        number = page_number(response.meta["page"], source, self.portal) + 1 if source else 0
        endless = self.replay is None and self.ledger.traps.hold_all(harvest.found)
        following = next_page(source, number) if source and harvest.found and not endless else None
        most = self.agenda.most_pages if self.agenda else self.settings.getint("LISTING_MAX_PAGES")
        if following and number <= most:
            carried = {name: response.meta[name] for name in ("until", "day", "then") if name in response.meta}
            if request := self.page_request(following, source=source, meta={**carried, "number": number}):
                yield request

    async def _without_dresses(self, harvest: Harvest) -> Harvest:
        """Return a harvest without more addresses of one article than a run takes; a replay reads all that is saved."""
        if self.replay is not None or not harvest.found:
            return harvest
        ids = {found for item in harvest.found if (found := article_id(item.url, self.portal))}
        try:
            known = await self.ledger.ask(self.ledger.kept.addresses_of, self.portal.name, ids)
        except StoreError:  # the ledger has said so and ends the run
            return harvest
        return self.ledger.traps.without_dresses(harvest, self.portal, known)

    def _note(self, harvest: Harvest, response: Response) -> None:
        """Count the addresses that a source page names and that are not taken; the first of each reason stands in the store."""
        for reason, count in Counter(reason for reason, _ in harvest.rejected).items():
            self.crawler.stats.inc_value(f"kznews/address/{reason.value}", count)
        response.meta["visit"].detail = leftovers(harvest)

    def _visit(self, response: Response) -> Visit:
        requested = response.meta["page"]
        url = canonical(response.url, self.portal) or requested
        validators = {name: (response.headers.get(name) or b"").decode("latin-1") or None for name in ("ETag", "Last-Modified")}
        return Visit(
            portal=self.portal_of(url).name,
            url=url,
            fetched_at=response.meta.get("captured_at") or clock.now(),
            status=response.status,
            etag=validators["ETag"],
            last_modified=validators["Last-Modified"],
            aliases=self._led_here(response, url),
            depth=None if response.meta.get("source") is None else 0,
            answer=kept_answer(response) if self.settings.getbool("KEEP_PAGES") else None,
        )

    def _led_here(self, response: Response, url: str) -> tuple[str, ...]:
        """Return the pages that led to `url`, each once: the one that was asked for, then those that redirected further."""
        followed = (canonical(address, self.portal) for address in response.meta.get("redirect_urls", ()))
        return tuple(dict.fromkeys(page for page in (response.meta["page"], *followed) if page and page != url))

    async def failed(self, failure: Failure) -> None:
        """Settle a page whose fetch failed, with the reason that the failure stands for."""
        request = failure.request  # type: ignore[attr-defined]
        if isinstance(failure.value, GivenUp):
            return  # no attempt of ours: the page stays as it was
        if isinstance(failure.value, IgnoreRequest):
            self.logger.debug("%s: %s", request.url, failure.value)
        page, at = request.meta["page"], request.meta.get("captured_at") or clock.now()
        depth = None if request.meta.get("source") is None else 0
        visit = self.ledger.open(Visit(portal=self.portal_of(page).name, url=page, fetched_at=at, depth=depth))
        await self.ledger.refuse(visit, *reason_of_failure(failure.value or LookupError("no cause")))


def _validators(copy: DuePage) -> dict[str, bytes]:
    """Return the headers that ask whether a copy is still right (RFC 9110 13.1)."""
    said = {"If-None-Match": copy.etag, "If-Modified-Since": copy.last_modified}
    return {name: value.encode("latin-1", "replace") for name, value in said.items() if value}

"""The ledger of a run: every page that is handled is settled here, once, in one transaction, with one named outcome.

It owns the store's connection. Spider middleware, pipelines and error callbacks report to it; nobody else writes.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from scrapy import signals
from scrapy.exceptions import DropItem

from kznews import clock
from kznews.items import NO_CLOCK
from kznews.logformatter import shorten
from kznews.outcomes import TRANSIENT, Outcome, Reason
from kznews.store import Answer, Named, PageRecord, SourceNote, Store, StoreError, StoreReader, StoreWriter, Verdict, note_source
from kznews.store.failpoints import Point, reach
from kznews.store.records import UNFETCHED
from kznews.store.writer import GATHERED
from kznews.traps import Traps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from kznews.extract.sources.found import Found
    from kznews.items import Article, PageClock
    from kznews.store.records import Observed
    from kznews.stories import Sketch

log = logging.getLogger(__name__)

page_refused = object()
"""Signal: a page gave nothing (url, reason); sent before that is written."""
page_settled = object()
"""Signal: what became of a page is committed (visit, verdict, article, source); article and note of a source may be None."""
P = ParamSpec("P")
T = TypeVar("T")


class RefusedItem(DropItem):
    """Raised by a pipeline for an article that is not to be stored; carries the reason."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"refused ({reason.value}): {detail}" if detail else f"refused ({reason.value})")
        self.reason = reason
        self.detail = detail


class SettledItem(DropItem):
    """Raised by the store pipeline for an article whose outcome is committed and that is no item of the feed (a duplicate)."""


@dataclass(slots=True, eq=False)
class Visit:
    """A page between its fetch and its outcome. Two visits of one address (two captures, a redirect) are two."""

    portal: str
    """Name of the portal that the page belongs to."""
    url: str
    """Canonical address."""
    fetched_at: datetime
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    aliases: tuple[str, ...] = ()
    observations: tuple[Observed, ...] = ()
    clock: PageClock = NO_CLOCK
    content_key: str = ""
    sketch: Sketch | None = None
    depth: int | None = None
    """0 for a source."""
    answer: Answer | None = None
    """What the server sent, if pages are kept."""
    detail: str = ""
    """Of a source page: what of it was not taken, on one line."""
    found: tuple[Found, ...] = ()
    """Of a source page: the addresses on it, in canonical form."""
    selectors: Mapping[str, bool] | None = None
    """Of an article's page: "layout/field" -> whether that selector found something; empty where no layout applied, None where
    the portal file has none."""


@dataclass(eq=False)
class Ledger:
    """Scrapy extension; other components get it by `Ledger.of(crawler)`."""

    crawler: Crawler
    kept: Store
    reader: StoreReader = field(default_factory=StoreReader)
    writer: StoreWriter | None = None
    run_id: str = ""
    waiting: set[Visit] = field(default_factory=set)
    """The pages that have no outcome yet."""
    under_way: set[str] = field(default_factory=set)
    """The addresses that were taken out of the store to be fetched, and have no outcome yet."""
    put_off: int = 0
    """How many pages could not be asked for in this run and wait for the next one."""
    articles: dict[int, Visit] = field(default_factory=dict)
    """The visit of each article on its way through the pipelines, by the identity of the item."""
    traps: Traps = field(default_factory=lambda: Traps(0))
    failure: str = ""
    """One line on why the store stopped taking pages, or ""."""
    last_words: list[Callable[[str, str], None]] = field(default_factory=list)
    """Called with the run's id and why it ended, when all pages are written and the end of the run is not; may ask the store."""
    stopping: asyncio.Task[None] | None = None
    closed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the store is closed."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Ledger:
        settings = crawler.settings
        store = Store.open(settings["STORE"], min_free=settings.getint("STORE_MIN_FREE"))
        ledger = cls(crawler, store, traps=Traps.from_settings(settings))
        store.database.patience.seconds = settings.getfloat("STORE_PATIENCE")
        connect = crawler.signals.connect
        connect(ledger.spider_opened, signals.spider_opened)
        connect(ledger.item_scraped, signals.item_scraped)
        connect(ledger.item_dropped, signals.item_dropped)
        connect(ledger.item_error, signals.item_error)
        connect(ledger.spider_closed, signals.spider_closed)
        return ledger

    @staticmethod
    def of(crawler: Crawler) -> Ledger:
        """Return the run's ledger; raises LookupError if the extension is switched off."""
        ledger = crawler.get_extension(Ledger)
        if ledger is None:
            raise LookupError("the extension kznews.extensions.ledger.Ledger is not enabled")
        return ledger

    @property
    def portal(self) -> str:
        return str(self.crawler.spider.name) if self.crawler.spider else ""

    async def spider_opened(self, spider: Spider) -> None:
        loop = asyncio.get_running_loop()

        def told(why: str) -> None:
            loop.call_soon_threadsafe(self._wait, why)

        self.kept.database.patience.told = told
        settings = {name: self.crawler.settings.get(name) for name in ("REPLAY", "LAYOUTS")}
        try:
            self.run_id = await self.ask(self.kept.start_run, spider.name, settings=settings)
        except StoreError:  # the run is being ended
            return
        self.writer = self.kept.writer(gather=GATHERED if settings["REPLAY"] else 1)

    def hurry(self) -> None:
        """Give a store that is waited for only as long as the open fetches: the run is ending."""
        self.kept.database.patience.hurry(self.crawler.settings.getfloat("STOP_GRACE"))

    def _wait(self, why: str) -> None:
        """Fetch nothing new while the store cannot take it; "" says that it can again."""
        if why:
            log.warning("waiting, nothing new is fetched: %s", why)
            self.crawler.engine.pause()
            self.crawler.stats.inc_value("kznews/waits_for_store")
        else:
            log.info("the store can be used again")
            self.crawler.engine.unpause()

    async def spider_closed(self, spider: Spider, reason: str) -> None:
        """Write what is queued and the end of the run; pages without an outcome are an error, and counted."""
        stats = self.crawler.stats
        for visit in self.waiting:
            stats.inc_value("kznews/unsettled")
            log.error("%s ended without an outcome", shorten(visit.url))
        try:
            if self.writer:
                await self.writer.close()
            for speak in self.last_words if self.run_id else ():
                speak(self.run_id, reason)
            counts = {
                name.removeprefix("kznews/"): value for name, value in stats.get_stats().items() if name.startswith("kznews/")
            }
            if line := agenda.report() if (agenda := getattr(spider, "agenda", None)) else "":
                stats.set_value("kznews/report", line)
            whole = {name: value for name, value in counts.items() if isinstance(value, int)}
            if self.run_id:
                self.kept.finish_run(self.run_id, finish_reason=reason, counts=whole)
        except StoreError as error:
            self._note(error)
        finally:
            self.reader.close()
            self.kept.close()
            self.closed.set()

    async def rest(self) -> None:
        """Return as soon as nothing is being written."""
        if self.writer:
            await self.writer.rest()

    async def ask(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a question to the store returns, e.g. `kept.not_wanted`; the fetches go on meanwhile.

        Raises StoreError if the store fails, which ends the run as a failed commit does.
        """
        try:
            return await self.reader.ask(question, *args, **kwargs)
        except StoreError as error:
            self._stop(error)
            raise

    async def keep(self, work: Callable[[Any], None]) -> None:
        """Write something that is no page, after what was written before; a store that fails ends the run."""
        if self.writer is None or self.failure:
            return
        try:
            await self.writer.apply(self.portal, work)
        except StoreError as error:
            self._stop(error)

    def open(self, visit: Visit) -> Visit:
        """Note that a page has been fetched and awaits its outcome."""
        self.waiting.add(visit)
        reach(Point.PAGE_FETCHED)
        return visit

    def gave(self, visit: Visit, article: Article) -> Article:
        """Note that a page gave an article, and return it: what becomes of the item is the page's outcome."""
        self.articles[id(article)] = visit
        reach(Point.PAGE_READ)
        return article

    def visit_of(self, article: Article) -> Visit:
        """Return the visit that gave an article; raises LookupError for an item that no page gave."""
        try:
            return self.articles[id(article)]
        except KeyError:
            raise LookupError(f"no page gave the article {article.url}") from None

    async def refuse(self, visit: Visit, reason: Reason, detail: str = "", *, source: SourceNote | None = None) -> Verdict | None:
        """Settle a page that gives no article; `detail` is one line for people."""
        self.crawler.signals.send_catch_log(page_refused, url=visit.url, reason=reason)
        return await self._settle(visit, outcome=Outcome.REFUSED, reason=reason, detail=shorten(detail), source=source)

    async def listed(
        self, visit: Visit, links: tuple[str | Named, ...], *, source: SourceNote | None = None, **more: Any
    ) -> Verdict | None:
        """Settle a source page together with the addresses found on it; `more` are fields of PageRecord."""
        detail = shorten(visit.detail)
        return await self._settle(visit, outcome=Outcome.LISTED, links=links, source=source, detail=detail, **more)

    async def note(self, source: SourceNote) -> None:
        """Write what has become known of a source without a page of it."""
        await self.keep(partial(note_source, portal=self.portal, note=source, asked_at=clock.now()))

    async def confirmed(self, visit: Visit, *, source: SourceNote | None = None) -> Verdict | None:
        """Settle a page whose server says that the copy in the store is still right (a 304 answer)."""
        return await self._settle(visit, outcome=Outcome.UNCHANGED, source=source)

    async def store(self, article: Article) -> Verdict | None:
        """Settle an article; the store decides whether it is new. Returns after the commit, None if the store failed."""
        visit = self.visit_of(article)
        return await self._settle(visit, article=article, content_key=visit.content_key, sketch=visit.sketch)

    def item_scraped(self, item: Article) -> None:
        self.articles.pop(id(item), None)

    async def item_dropped(self, item: Article, exception: DropItem) -> None:
        visit = self.articles.pop(id(item), None)
        if isinstance(exception, SettledItem) or visit is None:
            return
        reason = exception.reason if isinstance(exception, RefusedItem) else Reason.PARSE_ERROR
        await self.refuse(visit, reason, exception.detail if isinstance(exception, RefusedItem) else str(exception))

    async def item_error(self, item: Article, response: Response, spider: Spider, failure: Failure) -> None:
        if visit := self.articles.pop(id(item), None):
            await self.refuse(visit, Reason.PARSE_ERROR, repr(failure.value))

    async def _settle(self, visit: Visit, **result: Any) -> Verdict | None:
        record = PageRecord(
            portal=visit.portal,
            url=visit.url,
            fetched_at=visit.fetched_at,
            observations=visit.observations,
            clock=visit.clock,
            aliases=visit.aliases,
            status=visit.status,
            etag=visit.etag,
            last_modified=visit.last_modified,
            depth=visit.depth,
            answer=visit.answer,
            run=self.run_id,
            **result,
        )
        if self.writer is None or self.failure:
            return None
        try:
            verdict = await self.writer.commit(record)
        except StoreError as error:
            self._stop(error)
            return None
        self._count(visit, verdict)
        told = {"visit": visit, "verdict": verdict, "article": record.article, "source": record.source}
        self.crawler.signals.send_catch_log(page_settled, **told)
        return verdict

    def _count(self, visit: Visit, verdict: Verdict) -> None:
        self.waiting.discard(visit)
        if verdict.reason in TRANSIENT & UNFETCHED:
            self.put_off += 1  # it still waits and is due: it stays under way, so that this run does not take it again
        else:
            self.under_way.difference_update((visit.url, *visit.aliases))
        count = self.crawler.stats.inc_value
        count(f"kznews/outcome/{verdict.outcome.value}")
        if verdict.reason:
            count(f"kznews/reason/{verdict.reason.value}")
        if visit.observations:
            count("kznews/pages_with_observations")
        if self.traps.after:
            self._watch(visit, verdict)

    def _watch(self, visit: Visit, verdict: Verdict) -> None:
        """Note what a page gave, and say so if pages like it have become a trap."""
        portal = self.crawler.spider.portal_of(visit.url)  # type: ignore[union-attr]
        if trap := self.traps.saw(visit.url, portal, verdict):
            stats = self.crawler.stats
            stats.set_value("kznews/traps", [*stats.get_value("kznews/traps", []), trap])
            log.warning("a trap: pages like %s give nothing", shorten(trap))

    def _note(self, error: StoreError) -> None:
        if not self.failure:
            self.failure = str(error)
            log.error("%s", self.failure)
            self.crawler.stats.set_value("kznews/store_error", self.failure)

    def _stop(self, error: StoreError) -> None:
        """End the run: a failed commit is never tried again in place."""
        self._note(error)
        engine = self.crawler.engine
        if engine and self.stopping is None:
            self.stopping = asyncio.create_task(engine.close_spider_async(reason="store_error"))

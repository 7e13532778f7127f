"""What a daily run does, in which order: its sources first, then pages out of the store, a few at a time (docs/runs.md)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kznews import clock
from kznews.extensions.conduct import Conduct
from kznews.extract.links import canonical
from kznews.extract.sources.sitemaps import RETIRED_AFTER, passed_over
from kznews.outcomes import TRANSIENT
from kznews.sourcekinds import Rates, is_archive
from kznews.store import DuePage, Named, SourceNote

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy import Request
    from scrapy.http import Response

    from kznews.arguments import Arguments
    from kznews.extensions.ledger import Ledger
    from kznews.extract.sources.found import Found
    from kznews.outcomes import Reason
    from kznews.portal import Portal
    from kznews.sourcekinds import Source

DRAWN = 16
"""Pages that are taken out of the store at a time: half a minute of polite work, so that what is new comes soon."""


MOST_PUT_OFF = 1_000
"""After so many pages that cannot be asked for at present (their host has a private address, or wants a pause) a run ends."""


@dataclass(frozen=True)
class Ask:
    """A page of a source that is to be asked for."""

    url: str
    source: Source
    meta: dict[str, Any] = field(default_factory=dict)
    copy: DuePage | None = None
    """What the store has of it, if its server may confirm that."""


class Agenda:
    """The order of a daily run."""

    def __init__(self, ledger: Ledger, portal: Portal, arguments: Arguments) -> None:
        self.ledger, self.portal, self.arguments = ledger, portal, arguments
        self.began = clock.now()
        self.left = arguments.limit
        """How many pages may still be fetched; None for any number."""

    def key(self, source: Source) -> str:
        """Return the address by which the store knows a source."""
        return canonical(source.url, self.portal) or source.url

    async def sources(self) -> AsyncIterator[Ask]:
        """Yield the sources that are due; one whose walk was broken off goes on to where it was."""
        for ask in await self._due([Ask(source.url, source) for source in self.portal.sources if not is_archive(source)]):
            yield ask

    async def more(self) -> list[Ask]:
        """Return what else is to be asked for when nothing waits; asked again until there is nothing."""
        return []

    def over(self) -> bool:
        """Return whether the run has done what it may do."""
        halted = bool(Conduct.of(self.ledger.crawler).halted)
        return halted or self.left == 0 or self.ledger.put_off >= MOST_PUT_OFF

    async def draw(self) -> list[DuePage]:
        """Return the pages that are fetched next; they are under way from now on."""
        limit = DRAWN if self.left is None else min(DRAWN, self.left)
        pages = await self._drawn(limit)
        self.ledger.under_way.update(page.url for page in pages)
        if self.left is not None:
            self.left -= len(pages)
        return pages

    async def _drawn(self, limit: int) -> list[DuePage]:
        ask, kept = self.ledger.ask, self.ledger.kept
        under_way = frozenset(self.ledger.under_way)
        return await ask(kept.draw, self.portal.name, at=clock.now(), limit=limit, under_way=under_way)

    async def children(self, response: Response, asks: list[Ask]) -> list[Ask]:  # noqa: ARG002 - back-fills look at it
        """Return those of the sources that another one names which are due and not retired."""
        return await self._due([ask for ask in asks if not await self._is_retired(ask)]) if asks else []

    async def _is_retired(self, ask: Ask) -> bool:
        """Return whether a sitemap was read and has not changed for half a year."""
        now, modified = clock.now(), ask.meta.get("modified")
        if modified is None or now - modified <= RETIRED_AFTER:
            return False
        row = await self.ledger.ask(self.ledger.kept.page, self.portal.name, ask.url)
        return passed_over(modified, row["fetched_at"] if row else None, now)

    async def _due(self, asks: list[Ask]) -> list[Ask]:
        """Return the sources that are due: those that were broken off, to be read on, the others with the copy that we have."""
        ask, kept, name, at = self.ledger.ask, self.ledger.kept, self.portal.name, clock.now()
        walks = await ask(kept.walks, name)
        resting = await ask(kept.sources_not_due, name, {self.key(one.source) for one in asks}, at=at) - set(walks)
        self.ledger.crawler.stats.inc_value("kznews/sources_not_due", len(resting))
        due = []
        for one in asks:
            key = self.key(one.source)
            if until := walks.get(key):
                due.append(replace(one, meta={**one.meta, "until": until}))
            elif key not in resting:
                due.append(replace(one, copy=await ask(kept.source_page, name, key, at=at)))
        return due

    def wanted(self, found: tuple[Found, ...], source: Source | None) -> tuple[Named, ...]:  # noqa: ARG002 - back-fills look at it
        """Return those of a source page's addresses that the run is to collect."""
        return tuple(named(item) for item in found)

    async def listed(
        self, response: Response, links: tuple[Named, ...], following: Request | None
    ) -> tuple[SourceNote | None, bool]:
        """Return what is to be noted of a source of which a page has been read, and whether its next page is to be read.

        A listing is paged while its pages bring something new, and as far as an earlier run had meant to go.
        """
        source = response.meta.get("source")
        if source is None:
            return None, False
        # New is what no earlier run had: that another source of this run named it a moment ago says nothing about older pages.
        urls = [link.url for link in links]
        known = await self.ledger.ask(self.ledger.kept.known_before, self.portal.name, urls, at=self.began)
        new = any(url not in known for url in urls) or isinstance(source, Rates)  # a bank fixes new ones every day
        goes_on = following is not None and (new or following.meta["number"] <= response.meta.get("until", 0))
        next_page = following.meta["number"] if following is not None and goes_on else None
        first = response.meta.get("number", 1) == 1
        return SourceNote(url=self.key(source), first=first, brought_new=new, next_page=next_page), goes_on

    async def after(self, response: Response, note: SourceNote | None) -> list[Ask]:  # noqa: ARG002 - back-fills look at it
        """Return the sources that are to be asked after a page of one has been noted."""
        return []

    def report(self) -> str:
        """Return a line on how far the run has come, "" if there is nothing to say; may be called when it has ended."""
        return ""

    @property
    def most_pages(self) -> int:
        """How many pages of a listing are read at most."""
        return self.ledger.crawler.settings.getint("LISTING_MAX_PAGES")

    def unchanged(self, source: Source | None) -> SourceNote | None:
        """Return what is to be noted of a source whose server confirmed the copy that we have."""
        return SourceNote(url=self.key(source)) if source else None

    def refused(self, response: Response, reason: Reason) -> SourceNote | None:
        """Return what is to be noted of a source whose page was refused: its walk ends where there is no further page."""
        source = response.meta.get("source")
        if source is None or response.meta.get("number", 1) == 1 or reason in TRANSIENT:
            return None
        return SourceNote(url=self.key(source), first=False, span=self.arguments.span)


def named(item: Found) -> Named:
    """Return what the store keeps of an address that a source names."""
    return Named(url=item.url, published=item.published, modified=item.modified, title=item.title, basis=item.basis)

"""A back-fill: the days from `since` to `until`, out of a portal's archives, in portions (docs/runs.md)."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kznews import clock
from kznews.agenda import Agenda, Ask
from kznews.extract.links import article_id
from kznews.extract.sources.read import listing_of, next_page
from kznews.outcomes import Reason
from kznews.sourcekinds import Sitemap, is_archive, is_dated
from kznews.store import SourceNote

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import date, datetime

    from scrapy import Request
    from scrapy.http import Response

    from kznews.arguments import Arguments
    from kznews.extensions.ledger import Ledger
    from kznews.extract.sources.found import Found
    from kznews.portal import Portal
    from kznews.sourcekinds import Source
    from kznews.store import DuePage, Named

DAYS_AT_A_TIME = 4
"""Days whose archives are read before the articles that they name are fetched."""
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])(?!\d)")
"""A year with a month, as sitemaps of one month have them in their addresses: "sitemap-2018-01.xml"."""
MOST_PAGES = 100_000
"""Pages of one listing: 12 articles on each are more than a million."""


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


class Backfill(Agenda):
    """The order of a back-fill: what an earlier portion found and did not fetch, then the next days, the latest first.

    Archives by date are read if the portal has any, else its sitemaps, else its listings of many pages, back to the first day.
    """

    def __init__(self, ledger: Ledger, portal: Portal, arguments: Arguments) -> None:
        super().__init__(ledger, portal, arguments)
        self.zone = ZoneInfo(portal.timezone)
        self.today = clock.now().astimezone(self.zone).date()
        self.since, self.until = arguments.since or self.today, arguments.until or self.today
        self.ends_at = asyncio.get_running_loop().time() + 60 * ledger.crawler.settings.getfloat("BACKFILL_MINUTES")
        self.archives = tuple(source for source in portal.sources if is_dated(source))
        sitemaps = tuple(source for source in portal.sources if is_archive(source) and isinstance(source, Sitemap))
        paged = tuple(source for source in portal.sources if not is_archive(source) and next_page(source, 2))
        self.walked: tuple[Source, ...] = () if self.archives else sitemaps or paged
        self.pages_back = not (self.archives or sitemaps)
        self.days = self._days()
        self.asked: set[str] = set()
        self.children_of: dict[str, list[str]] = {}
        """The sitemaps of each index that may name articles of the span."""
        self.shown: dict[str, list[tuple[str, date | None]]] = {}
        """The addresses on the last page read of each listing, with their days where the listing gives them."""

    @property
    def most_pages(self) -> int:
        return MOST_PAGES

    async def sources(self) -> AsyncIterator[Ask]:
        """Yield nothing: what an earlier portion found comes first."""
        return
        yield

    def over(self) -> bool:
        return super().over() or asyncio.get_running_loop().time() >= self.ends_at

    async def _drawn(self, limit: int) -> list[DuePage]:
        ask, kept = self.ledger.ask, self.ledger.kept
        under_way = frozenset(self.ledger.under_way)
        return await ask(kept.draw_backfill, self.portal.name, at=clock.now(), limit=limit, under_way=under_way)

    async def more(self) -> list[Ask]:
        return await self._more_days() if self.archives else await self._more_pages()

    def _days(self) -> Iterator[date]:
        for back in range((self.until - self.since).days + 1):
            yield self.until - timedelta(days=back)

    async def _more_days(self) -> list[Ask]:
        done = await self.ledger.ask(self.ledger.kept.days_done, self.portal.name, self.since, self.until)
        first, *others = self.archives
        asks: list[Ask] = []
        while len(asks) < DAYS_AT_A_TIME and (day := next(self.days, None)):
            if day not in done:
                listing = listing_of(first, day)
                asks.append(Ask(listing.url, listing, {"day": day, "then": tuple(others)}))
        return asks

    async def _more_pages(self) -> list[Ask]:
        """Return the next page of each source that is not read to its end; a source that fails is left for the next call."""
        await self._note_parents()
        walks = await self._walks()
        asks = []
        for source in self.walked:
            key = self.key(source)
            number = walks.get(key, 1)
            if number is None:
                continue
            if key in self.shown and await self._is_passed(key):
                await self.ledger.note(SourceNote(url=key, span=self.arguments.span))
                continue
            url = source.url if number == 1 else next_page(source, number)
            if url and url not in self.asked:
                self.asked.add(url)
                asks.append(Ask(url, source, {"number": number}))
        return asks

    async def _walks(self) -> dict[str, int | None]:
        return await self.ledger.ask(self.ledger.kept.walks, self.portal.name, self.arguments.span)

    async def _is_passed(self, key: str) -> bool:
        """Return whether everything on the last page of a listing that has a date is older than the first day."""
        unknown = [url for url, day in self.shown[key] if day is None]
        published = await self.ledger.ask(self.ledger.kept.published, self.portal.name, unknown)
        days = [day for _, day in self.shown[key] if day] + [self._day(at) for at in published.values()]
        return bool(days) and max(days) < self.since

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    async def children(self, response: Response, asks: list[Ask]) -> list[Ask]:
        """Return the sitemaps of an index that may name articles of the span and have not been read for it."""
        may_hold = [ask for ask in asks if self._may_hold(ask.meta.get("modified"))]
        if asks:
            self.children_of[self.key(response.meta["source"])] = [self.key(ask.source) for ask in may_hold]
        walks = await self._walks()
        return [ask for ask in may_hold if walks.get(self.key(ask.source), 1) is not None]

    async def _note_parents(self) -> None:
        """Note of each index all of whose sitemaps have been read that it is done, the deepest first."""
        for key, children in reversed(self.children_of.items()):
            walks = await self._walks()
            if walks.get(key, 1) is not None and all(walks.get(child, 1) is None for child in children):
                await self.ledger.note(SourceNote(url=key, span=self.arguments.span))

    def _may_hold(self, modified: datetime | None) -> bool:
        return modified is None or self._day(modified) >= self.since

    def wanted(self, found: tuple[Found, ...], source: Source | None) -> tuple[Named, ...]:
        """Return the addresses of the span: by their publication, in a sitemap else by their last change, else all.

        What has changed after the span may have appeared in it: `_no_later` says by when it had. Where all of a sitemap that
        is named after a month of the span has changed later, the changes say nothing, and all of it is taken.
        """
        if not isinstance(source, Sitemap):
            return super().wanted(tuple(item for item in found if self._holds(item.published, item.published)), source)
        said = [item.published or item.modified for item in found]
        if self._is_rebuilt(source, [at for at in said if at]):
            return super().wanted(found, source)
        latest = self._no_later(found)
        kept = tuple(item for item, at in zip(found, said, strict=True) if self._holds(at, item.published or latest[item.url]))
        return super().wanted(kept, source)

    def _holds(self, at: datetime | None, latest: datetime | None) -> bool:
        """Return whether the span may hold what changed last at `at` and had appeared by `latest`; None is not known."""
        return (at is None or self._day(at) >= self.since) and (latest is None or self._day(latest) <= self.until)

    def _no_later(self, found: tuple[Found, ...]) -> dict[str, datetime | None]:
        """Return by when each entry of a sitemap had appeared: before anything of a higher id had changed last.

        Where ids are no numbers, what changed first in the whole sitemap counts: it may be of any age.
        """
        ids = {item.url: article_id(item.url, self.portal) or "" for item in found}
        numbers = {url: int(one) if one.isdecimal() else -1 for url, one in ids.items()}
        latest: dict[str, datetime | None] = {}
        least = None
        for item in sorted(found, key=lambda item: numbers[item.url], reverse=True):
            if item.modified and (least is None or item.modified < least):
                least = item.modified
            latest[item.url] = least if item.modified else None
        return latest | {url: least for url, number in numbers.items() if number < 0 and latest[url]}

    def _is_rebuilt(self, source: Sitemap, said: list[datetime]) -> bool:
        """Return whether a sitemap is that of a month of the span, by its address, and names nothing but later changes."""
        months = [(int(year), int(month)) for year, month in _MONTH.findall(source.url)]
        if not months or not said or not (_month(self.since) <= months[-1] <= _month(self.until)):
            return False
        return min(_month(self._day(at)) for at in said) > months[-1]

    async def listed(
        self,
        response: Response,
        links: tuple[Named, ...],  # noqa: ARG002 - a daily run looks at them
        following: Request | None,
    ) -> tuple[SourceNote | None, bool]:
        source = response.meta.get("source")
        if source is None:
            return None, False
        key, number = self.key(source), response.meta.get("number", 1)
        found = [(item.url, self._day(item.published) if item.published else None) for item in response.meta["visit"].found]
        again = found == self.shown.get(key)  # a pager without an end shows its last page for ever
        self.shown = {**self.shown, key: found} if self.pages_back else {key: found}
        goes_on = following is not None and not again
        over = not goes_on and key not in self.children_of
        note = SourceNote(
            url=key,
            first=number == 1,
            span=self.arguments.span,
            next_page=None if over else number + goes_on,
            day=self._done(response) if over else None,
        )
        return note, goes_on and not self.pages_back

    def _done(self, response: Response) -> date | None:
        """Return the day that is done with a page of an archive: it is over, and no other archive has more of it."""
        day: date | None = response.meta.get("day")
        return day if day and day < self.today and not response.meta.get("then") else None

    async def after(self, response: Response, note: SourceNote | None) -> list[Ask]:
        """Return the listing of the same day in the next archive of the portal."""
        then = response.meta.get("then")
        if not then or note is None or note.next_page:
            return []
        day = response.meta["day"]
        listing = listing_of(then[0], day)
        return [Ask(listing.url, listing, {"day": day, "then": then[1:]})]

    def refused(self, response: Response, reason: Reason) -> SourceNote | None:
        """Return that an archive has been read whose page of a day is gone: nothing appeared on it."""
        if reason is Reason.GONE and "day" in response.meta:
            return SourceNote(url=self.key(response.meta["source"]), span=self.arguments.span, day=self._done(response))
        return super().refused(response, reason)

    def report(self) -> str:
        kept, name, span = self.ledger.kept, self.portal.name, self.arguments.span
        if self.archives:
            whole, done = (self.until - self.since).days + 1, len(kept.days_done(name, self.since, self.until))
            said = f"{done} of {whole} days read"
        else:
            walks = kept.walks(name, span)
            whole, done = len(self.walked), sum(walks.get(self.key(source), 1) is None for source in self.walked)
            said = f"{done} of {whole} sources read to the end"
        waiting = kept.waiting_for_backfill(name)
        end = f", {waiting} addresses wait; the same command goes on" if waiting else "; the same command goes on"
        return f"back-fill {span}: {said}" + ("; complete" if done == whole and not waiting else end)

"""The store as one object, for commands and tests. Crawls write through `Store.writer`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from kznews.clock import now
from kznews.store import (
    agenda,
    archived,
    exporting,
    frontier,
    health,
    hosts,
    raw,
    reading,
    resigning,
    runs,
    search,
    sources,
    syndication,
)
from kznews.store import dump as dumping
from kznews.store import verify as verification
from kznews.store.codec import article_from
from kznews.store.database import Database
from kznews.store.errors import StoreError
from kznews.store.exporting import Selection
from kznews.store.settle import settle
from kznews.store.writer import StoreWriter
from kznews.stories.scheme import CURRENT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from kznews.items import Article, OfficialRate
    from kznews.outcomes import PageState
    from kznews.politeness.copies import RobotsCopy
    from kznews.search import Term
    from kznews.store.archived import ArchivedAnswer
    from kznews.store.exporting import Export
    from kznews.store.records import DuePage, Health, Observation, PageRecord, PendingPage, RawPage, StoredVersion, Verdict
    from kznews.store.syndication import Repeated, Story


class Store:
    """An open store, synchronously. Use as a context manager, or call `close`."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, url: str, *, create: bool = True, min_free: int = 0) -> Self:
        """Return the store at `url`, which without `create` must be there; raises StoreError (one line) if it cannot be used.

        `min_free` is the number of bytes that are kept free on the disk of a SQLite store.
        """
        return cls(Database.open(url, create=create, min_free=min_free))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections; a writer must have been closed before."""
        self.database.close()

    def writer(self, *, gather: int = 1) -> StoreWriter:
        """Return a new writer for the running event loop; the caller closes it. `gather` as in StoreWriter."""
        return StoreWriter(self.database, gather=gather)

    def commit(self, records: Iterable[PageRecord]) -> list[Verdict]:
        """Write `records` in one transaction, all or none, and return their verdicts in order.

        Raises StoreError if the store fails, RecordError or another ValueError for a record that cannot be stored.
        """
        wanted = list(records)
        with self.database.write(record.portal for record in wanted) as connection:
            return [settle(connection, record) for record in wanted]

    def discover(
        self,
        portal: str,
        urls: Iterable[str],
        *,
        seen_at: datetime,
        found_on: str,
        depth: int | None = None,
    ) -> None:
        """Write addresses as pending pages, before they are scheduled; known ones keep their state."""
        with self.database.write([portal]) as connection:
            frontier.discover(connection, portal, urls, seen_at=seen_at, found_on=found_on, depth=depth)

    def known(self, portal: str, urls: Iterable[str]) -> dict[str, PageState]:
        """Return the state of those of `urls` that the store knows."""
        with self.database.read() as connection:
            return frontier.known_states(connection, portal, urls)

    def known_before(self, portal: str, urls: Iterable[str], *, at: datetime) -> set[str]:
        """Return those of `urls` that the portal had before `at`."""
        with self.database.read() as connection:
            return frontier.known_before(connection, portal, urls, at=at)

    def not_wanted(self, portal: str, urls: Iterable[str], *, at: datetime) -> set[str]:
        """Return those of `urls` that need no fetch at `at`: they are settled, or wait for a later hour."""
        with self.database.read() as connection:
            return frontier.not_wanted(connection, portal, urls, at=at)

    def addresses_of(self, portal: str, ids: Iterable[str]) -> dict[str, list[str]]:
        """Return the addresses of the pages that gave each of a portal's articles, by the article's id."""
        with self.database.read() as connection:
            return frontier.addresses_of(connection, portal, ids)

    def pending(self, portal: str, *, limit: int = 1000, after: str = "", at: datetime | None = None) -> list[PendingPage]:
        """Return up to `limit` pages that wait for a fetch (with `at`: that are due by then), by address, from `after` on."""
        with self.database.read() as connection:
            return frontier.pending(connection, portal, limit=limit, after=after, at=at)

    def draw(self, portal: str, *, at: datetime, limit: int, under_way: Collection[str] = ()) -> list[DuePage]:
        """Return up to `limit` pages that a daily run fetches next (agenda.draw)."""
        with self.database.read() as connection:
            return agenda.draw(connection, portal, at=at, limit=limit, under_way=under_way)

    def draw_backfill(self, portal: str, *, at: datetime, limit: int, under_way: Collection[str] = ()) -> list[DuePage]:
        """Return up to `limit` pages that back-fills found and that wait, the newest first."""
        with self.database.read() as connection:
            found = agenda.newest(connection, portal, at=at, limit=limit + len(under_way), backfill=True)
        return [page for page in found if page.url not in under_way][:limit]

    def source_page(self, portal: str, url: str, *, at: datetime) -> DuePage:
        """Return a source page, with the validators of the copy that we have if it may be confirmed."""
        with self.database.read() as connection:
            return agenda.source_page(connection, portal, url, at=at)

    def sources_not_due(self, portal: str, urls: Iterable[str], *, at: datetime) -> set[str]:
        """Return those of the sources `urls` that need not be asked at `at`."""
        with self.database.read() as connection:
            return sources.not_due(connection, portal, urls, at=at)

    def walks(self, portal: str, span: str = "") -> dict[str, int | None]:
        """Return, by source, the page at which the walk of a span goes on; None where it is over."""
        with self.database.read() as connection:
            return sources.walks_of(connection, portal, span)

    def days_done(self, portal: str, first: date, last: date) -> set[date]:
        """Return the days from `first` to `last` whose archives have been read."""
        with self.database.read() as connection:
            return sources.days_done(connection, portal, first, last)

    def published(self, portal: str, urls: Iterable[str]) -> dict[str, datetime]:
        """Return when the articles at those of `urls` that are known and dated were published."""
        with self.database.read() as connection:
            return reading.published(connection, portal, urls)

    def waiting_for_backfill(self, portal: str) -> int:
        """Return how many addresses that back-fills found have no outcome yet."""
        with self.database.read() as connection:
            return sources.waiting_for_backfill(connection, portal)

    def page(self, portal: str, url: str) -> Mapping[str, Any] | None:
        """Return the columns of one page (docs/store.md), or None."""
        with self.database.read() as connection:
            return reading.page_row(connection, portal, url)

    def robots(self, origin: str) -> RobotsCopy | None:
        """Return what is known of the robots.txt of an origin ("https://qamshy.kz"), or None."""
        with self.database.read() as connection:
            return hosts.robots_copy(connection, origin)

    def pause_of(self, host: str) -> tuple[datetime, str] | None:
        """Return until when a host wants to be left alone, with one line on why; None if it never asked."""
        with self.database.read() as connection:
            return hosts.retry_at(connection, host)

    def start_run(self, portal: str, *, settings: Mapping[str, Any] | None = None, at: datetime | None = None) -> str:
        """Write the start of a run, now unless `at` says when, and return its id."""
        with self.database.write([portal, runs.ENDING]) as connection:
            return runs.start_run(connection, portal, at=at or now(), settings=settings or {})

    def finish_run(
        self,
        run: str,
        *,
        finish_reason: str,
        counts: Mapping[str, int] | None = None,
        at: datetime | None = None,
    ) -> None:
        """Write the end of a run; raises LookupError for an unknown id."""
        with self.database.write([runs.ENDING]) as connection:
            runs.finish_run(connection, run, at=at or now(), finish_reason=finish_reason, counts=counts)

    def keep_exit_codes(self, codes: Mapping[str, int]) -> None:
        """Write the exit codes of runs that have ended, by their ids."""
        with self.database.write() as connection:
            runs.keep_exit_codes(connection, codes)

    def runs(self, portal: str | None = None) -> list[dict[str, Any]]:
        """Return the runs, the oldest first."""
        with self.database.read() as connection:
            return runs.list_runs(connection, portal)

    def last_runs(self) -> dict[str, dict[str, Any]]:
        """Return the last run of each portal, by the portal's name."""
        with self.database.read() as connection:
            return runs.last_runs(connection)

    def keep_health(self, found: Health) -> None:
        """Write what was measured of a run."""
        with self.database.write([found.portal]) as connection:
            health.keep_health(connection, found)

    def comparable(self, portal: str, kind: str, *, at: datetime) -> list[Health]:
        """Return the earlier runs that a run of a portal is compared with, the oldest first (health.comparable)."""
        with self.database.read() as connection:
            return health.comparable(connection, portal, kind, at=at)

    def health(self, portal: str | None = None) -> list[Health]:
        """Return what was measured last of each portal, or of one, by name."""
        with self.database.read() as connection:
            return health.latest(connection, portal)

    def accept_health(self, portal: str) -> int:
        """Take the last run of a portal for what is usual from now on; return 0 if none was measured."""
        with self.database.write([portal]) as connection:
            return health.accept(connection, portal, at=now())

    def articles(self, portal: str | None = None, **filters: Any) -> Iterator[Article]:
        """Yield each work once, as `reading.iter_articles` says, from one state of the store."""
        with self.database.read() as connection:
            yield from reading.iter_articles(connection, portal, **filters)

    @contextmanager
    def export(self, selection: Selection | None = None, *, since_run: str | None = None) -> Iterator[Export]:
        """Give the works that a feed holds, all from one state of the store (exporting.export); raises NoSuchRunError."""
        with self.database.read() as connection:
            yield exporting.export(connection, selection or Selection(), since_run=since_run)

    def portal_names(self) -> list[str]:
        """Return the portals of which the store has an article, in alphabetical order."""
        with self.database.read() as connection:
            return exporting.portal_names(connection)

    def has_story(self, story: str) -> bool:
        """Return whether a work tells the story of that id, be it the only one."""
        with self.database.read() as connection:
            return exporting.has_story(connection, story)

    def languages(self) -> list[str]:
        """Return the languages in which the store has a text, in alphabetical order."""
        with self.database.read() as connection:
            return exporting.languages(connection)

    def find(self, terms: Sequence[Term], **filters: Any) -> list[Article]:
        """Return the newest articles in which all terms occur, as `search.find` says, each with its newest text."""
        with self.database.read() as connection:
            return [article_from(dict(row)) for row in search.find(connection, terms, **filters)]

    def unindexed(self) -> int:
        """Return how many articles the search index lacks: those of a store that is older than the index."""
        with self.database.read() as connection:
            return search.missing(connection)

    def index(self) -> Iterator[int]:
        """Bring the search index up to date, and yield after each transaction how many articles it took."""
        while True:
            with self.database.write() as connection:
                done = search.index_missing(connection)
            if not done:
                return
            yield done

    def history(self, portal: str, url: str) -> list[StoredVersion]:
        """Return the versions of the text at an address, number 1 first."""
        with self.database.read() as connection:
            return reading.history(connection, portal, url)

    def read_at(self, portal: str, url: str, at: datetime) -> list[Article]:
        """Return the articles that were read from the capture of an address at an instant."""
        with self.database.read() as connection:
            return reading.read_at(connection, portal, url, at)

    def portals_of(self, url: str) -> list[str]:
        """Return the portals of which a page has that address, in alphabetical order."""
        with self.database.read() as connection:
            return reading.portals_of(connection, url)

    def observations(self, portal: str | None = None, kind: str | None = None, **filters: Any) -> Iterator[Observation]:
        """Yield the rates and temperatures that portals showed, as `reading.iter_observations` says."""
        with self.database.read() as connection:
            yield from reading.iter_observations(connection, portal, kind, **filters)

    def official_rates(
        self, currencies: Iterable[str], *, since: date | None = None, until: date | None = None
    ) -> list[OfficialRate]:
        """Return the official rates of some currencies by currency and day, both days included."""
        with self.database.read() as connection:
            return reading.official(connection, currencies, since=since, until=until)

    def raw_pages(
        self, portal: str | None = None, url: str | None = None, *, archive: Callable[[str, int], bytes] | None = None
    ) -> Iterator[RawPage]:
        """Yield the pages that were kept (setting KEEP_PAGES), as they were sent, by portal, address and time.

        `archive` returns the body at a file and byte of the archive, for those that lie there. Raises ValueError at one whose
        body is damaged or out of reach.
        """
        with self.database.read() as connection:
            yield from raw.iter_raw_pages(connection, portal, url, archive=archive)

    def archived(self, url: str) -> ArchivedAnswer | None:
        """Return the newest record of an archive that holds an address's answer in full, or None."""
        with self.database.read() as connection:
            return archived.archived_answer(connection, url)

    def archive_read(self, name: str, stamp: str) -> Mapping[str, Any] | None:
        """Return the counts of an archive that was read again to its end, or None."""
        with self.database.read() as connection:
            return archived.archive_read(connection, name, stamp)

    def note_archive_read(self, name: str, stamp: str, counts: Mapping[str, Any]) -> None:
        """Write that an archive was read again to its end."""
        with self.database.write() as connection:
            archived.note_archive_read(connection, name, stamp, at=now(), counts=counts)

    def summary(self, portal: str | None = None) -> dict[str, Any]:
        """Return counts by portal under "articles", "outcomes", "refusals" and "observations"."""
        with self.database.read() as connection:
            return {
                "articles": reading.count_articles(connection, portal),
                "outcomes": reading.count_outcomes(connection, portal),
                "refusals": reading.count_refusals(connection, portal),
                "observations": reading.count_observations(connection, portal),
            }

    def stories(self, **filters: Any) -> Iterator[Story]:
        """Yield the stories that several articles tell, as `syndication.iter_stories` says."""
        with self.database.read() as connection:
            yield from syndication.iter_stories(connection, **filters)

    def repeated(self, *, since: datetime | None = None, until: datetime | None = None) -> list[Repeated]:
        """Return how many stories each portal had first and each other one repeated."""
        with self.database.read() as connection:
            return syndication.repeated(connection, since=since, until=until)

    @property
    def scheme(self) -> str:
        """What articles are signed by today (kznews.stories.Scheme)."""
        return CURRENT.key

    def count_stale(self) -> int:
        """Return how many articles wait for `resign`."""
        with self.database.read() as connection:
            return resigning.count_stale(connection)

    def resign(self, step: int = resigning.STEP) -> Iterator[int]:
        """Sign the articles that today's scheme has not signed, and yield how many each transaction signed."""
        while True:
            with self.database.write() as connection:
                signed = resigning.resign_step(connection, step)
            if not signed:
                return
            yield signed

    def verify(self, *, archive: Callable[[str, int], bytes] | None = None) -> Iterator[str]:
        """Yield one line per fault of the store, none for a sound one; with `archive` also of bodies that lie there."""
        faults = 0
        with self.database.read() as connection:
            for fault in verification.verify(connection, archive):
                faults += 1
                yield fault
        if faults:
            return
        try:
            # Not within that state of the store, which may be an old one by now: nobody may write to an old state.
            with self.database.write() as connection:
                found = list(search.word_faults(connection))
        except StoreError as error:
            found = [f"search: the index of words was not looked at: {error}"]
        yield from found

    def dump(self) -> Iterator[str]:
        """Yield the canonical text of everything but the runs, line by line."""
        with self.database.read() as connection:
            yield from dumping.dump(connection)

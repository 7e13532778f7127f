"""Where re-read pages go: a part of Parquet for each task, or a store. Either way a part is complete or not there."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from kznews.archives.opening import filesystem
from kznews.extract.sources.found import Found
from kznews.reextract.notes import FolderNotes, StoreNotes
from kznews.store import RecordError, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kznews.reextract.notes import Notes
    from kznews.reextract.tasks import Order, Task
    from kznews.store import PageRecord

BATCH = 50
"""Pages of one transaction: enough to share a flush, few enough to stay small."""
PATIENCE = 600.0
"""Seconds for which a store is waited for that other processes write to."""


def evidence_of(row: Mapping[str, Any] | None) -> Found | None:
    """Return what sources have said of a page with this row in the store, None where they have said nothing."""
    if row is None or not row["named_basis"]:
        return None
    return Found(row["url"], row["named_modified"], row["named_published"], row["named_title"], row["named_basis"])


class Sink(Protocol):
    """Takes what one task gives."""

    def done(self) -> Mapping[str, Any] | None:
        """Return what `finish` was told if the task was done before, with the same rules and the same archive."""

    def evidence(self, portal: str, url: str) -> Found | None:
        """Return what sources have said of an address, as far as it is known here."""

    def write(self, page: PageRecord) -> None:
        """Take what a page gave."""

    def finish(self, said: dict[str, Any]) -> None:
        """Complete the part, and note what there is to say of it, "counts" among it; without this call there is none."""


def is_store(into: str) -> bool:
    """Return whether `into` is the URL of a store, and no folder."""
    return into.startswith(("sqlite:", "postgresql"))


@contextmanager
def sink_of(order: Order, task: Task) -> Iterator[Sink]:
    """Give the sink of a task; what is not finished when the block ends leaves no trace, or what a second try repeats."""
    if is_store(order.into):
        with store_of(order) as store:
            yield StoreSink(store, task, order)
        return
    sink = ParquetSink(task, order)
    try:
        yield sink
    finally:
        sink.discard()


@contextmanager
def store_of(order: Order) -> Iterator[Store]:
    """Give the store that an order writes to, which is waited for while others write to it."""
    with Store.open(order.into) as store:
        store.database.patience.seconds = PATIENCE
        yield store


@contextmanager
def notes_of(order: Order) -> Iterator[Notes]:
    """Give the notes on what is done."""
    if is_store(order.into):
        with store_of(order) as store:
            yield StoreNotes(store)
        return
    yield FolderNotes(order.into)


def unread(order: Order, pages: Iterable[tuple[str, str]]) -> list[str]:
    """Return the addresses of those pages, given with their portals, that a store does not know, or that no part has in full."""
    if is_store(order.into):
        with store_of(order) as store:
            return [url for portal, url in pages if store.page(portal, url) is None]
    from kznews.reextract.parquet import addresses_in  # noqa: PLC0415 - as below

    there = addresses_in(order.into) | FolderNotes(order.into).without_article()
    return [url for _, url in pages if url not in there]


class StoreSink:
    """Writes pages in batches; a page that is written twice is the same as one that is written once."""

    def __init__(self, store: Store, task: Task, order: Order) -> None:
        self.store, self.task, self.stamp = store, task, order.stamp_of(task)
        self.notes = StoreNotes(store)
        self.batch: list[PageRecord] = []
        self.unstorable = 0

    def done(self) -> Mapping[str, Any] | None:
        return self.notes.read(self.task, self.stamp)

    def evidence(self, portal: str, url: str) -> Found | None:
        return evidence_of(self.store.page(portal, url))

    def write(self, page: PageRecord) -> None:
        self.batch.append(page)
        if len(self.batch) >= BATCH:
            self._flush()

    def finish(self, said: dict[str, Any]) -> None:
        self._flush()
        if self.unstorable:
            said["counts"]["unstorable"] = self.unstorable
        self.notes.write(self.task, self.stamp, said)

    def _flush(self) -> None:
        batch, self.batch = self.batch, []
        try:
            self.store.commit(batch)
        except RecordError:  # of one of them; the others are stored
            for page in batch:
                self._alone(page)

    def _alone(self, page: PageRecord) -> None:
        try:
            self.store.commit([page])
        except RecordError:
            self.unstorable += 1


class ParquetSink:
    """Writes articles to `<folder>/<key>.parquet`; the note beside it says what was counted, and of which archive."""

    def __init__(self, task: Task, order: Order) -> None:
        from kznews.reextract.parquet import PartFile  # noqa: PLC0415 - takes a third of a second, which every command would pay

        self.task, self.stamp = task, order.stamp_of(task)
        self.notes = FolderNotes(order.into)
        self.part = PartFile(f"{self.notes.folder}/{task.key}.parquet")
        self.without_article: dict[str, None] = {}

    def done(self) -> Mapping[str, Any] | None:
        system, path = filesystem(self.part.path)
        return self.notes.read(self.task, self.stamp) if system.exists(path) else None

    def evidence(self, portal: str, url: str) -> Found | None:  # noqa: ARG002 - a part knows nothing
        return None

    def write(self, page: PageRecord) -> None:
        if page.article is not None:
            self.part.add(page.article)
        else:
            self.without_article[page.url] = None

    def finish(self, said: dict[str, Any]) -> None:
        self.part.complete()
        # What others must know who read more of the archive, or who have seen a page unchanged. Last: a part without its note is
        # written again.
        more = {"spans": self.task.spans, "without_article": [*self.without_article]}
        self.notes.write(self.task, self.stamp, said | more)

    def discard(self) -> None:
        """Throw away a part that is not complete."""
        self.part.discard()

"""Where re-read pages go: a part of Parquet for each task, or a store. Either way a part is complete or not there."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from kznews.archives.opening import filesystem, scheme_of
from kznews.extract.found import Found
from kznews.store import RecordError, Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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

    def done(self) -> Mapping[str, int] | None:
        """Return the counts of the task if it was done before, with the same rules and the same archive."""

    def evidence(self, portal: str, url: str) -> Found | None:
        """Return what sources have said of an address, as far as it is known here."""

    def write(self, page: PageRecord) -> None:
        """Take what a page gave."""

    def finish(self, counts: dict[str, int]) -> None:
        """Complete the part; without this call there is none."""


def is_store(into: str) -> bool:
    """Return whether `into` is the URL of a store, and no folder."""
    return into.startswith(("sqlite:", "postgresql"))


@contextmanager
def sink_of(into: str, key: str, name: str, stamp: str) -> Iterator[Sink]:
    """Give the sink of a task; what is not finished when the block ends leaves no trace, or what a second try repeats."""
    if is_store(into):
        with Store.open(into) as store:
            store.database.patience.seconds = PATIENCE
            yield StoreSink(store, name, stamp)
        return
    sink = ParquetSink(into, key, stamp)
    try:
        yield sink
    finally:
        sink.discard()


class StoreSink:
    """Writes pages in batches; a page that is written twice is the same as one that is written once."""

    def __init__(self, store: Store, name: str, stamp: str) -> None:
        self.store, self.name, self.stamp = store, name, stamp
        self.batch: list[PageRecord] = []
        self.unstorable = 0

    def done(self) -> Mapping[str, int] | None:
        return self.store.archive_read(self.name, self.stamp)

    def evidence(self, portal: str, url: str) -> Found | None:
        return evidence_of(self.store.page(portal, url))

    def write(self, page: PageRecord) -> None:
        self.batch.append(page)
        if len(self.batch) >= BATCH:
            self._flush()

    def finish(self, counts: dict[str, int]) -> None:
        self._flush()
        if self.unstorable:
            counts["unstorable"] = self.unstorable
        self.store.note_archive_read(self.name, self.stamp, counts)

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
    """Writes articles to `<folder>/<key>.parquet`; `<key>.json` beside it says what was counted, and of which archive."""

    def __init__(self, folder: str, key: str, stamp: str) -> None:
        from kznews.reextract.parquet import PartFile  # noqa: PLC0415 - takes a third of a second, which every command would pay

        self.folder = folder.rstrip("/")
        self.key, self.stamp = key, stamp
        self.part = PartFile(f"{self.folder}/{key}.parquet")

    @property
    def _note(self) -> str:
        return f"{self.folder}/{self.key}.json"

    def done(self) -> Mapping[str, int] | None:
        system, note = filesystem(self._note)
        if not (system.exists(note) and system.exists(filesystem(self.part.path)[1])):
            return None
        said = json.loads(system.cat_file(note))
        counts: Mapping[str, int] = said["counts"]
        return counts if said["stamp"] == self.stamp else None

    def evidence(self, portal: str, url: str) -> Found | None:  # noqa: ARG002 - a part knows nothing
        return None

    def write(self, page: PageRecord) -> None:
        if page.article is not None:
            self.part.add(page.article)

    def finish(self, counts: dict[str, int]) -> None:
        self.part.complete()
        system, note = filesystem(self._note)
        whole = json.dumps({"stamp": self.stamp, "counts": counts}, sort_keys=True).encode()
        # The note comes last, and by a rename where there is one: a part without it is written again.
        if scheme_of(self.folder) not in ("", "file"):
            system.pipe_file(note, whole)
            return
        system.pipe_file(f"{note}.new", whole)
        system.mv(f"{note}.new", note)

    def discard(self) -> None:
        """Throw away a part that is not complete."""
        self.part.discard()

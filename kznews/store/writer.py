"""Writing from an event loop: a record is acknowledged after its commit, and commits are shared.

One thread owns the writing. It takes whatever has been queued while the last commit was under way and commits that as one
transaction, so a lone page waits for nobody and a crowd shares one disk flush.
"""

from __future__ import annotations

import queue
import threading
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kznews.clock import wait
from kznews.store.errors import StoreError
from kznews.store.failpoints import Point, reach
from kznews.store.jobs import Job
from kznews.store.settle import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Connection

    from kznews.store.database import Database
    from kznews.store.records import PageRecord, Verdict

T = TypeVar("T")
_STEP = 0.01  # seconds
BATCH = 100  # the plateau of throughput; also what a failed commit can cost in repeated fetches


class StoreWriter:
    """Commits records of any number of tasks of one event loop, in the order in which they were given."""

    def __init__(self, database: Database, *, batch: int = BATCH) -> None:
        self.failed: StoreError | None = None
        """Set for good when the store has failed: the run must stop, and nothing more is written."""
        self._database = database
        self._batch = batch
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._closed = False
        # A daemon: a process that is forced to end must not wait for a database that does not answer.
        self._thread = threading.Thread(target=self._work, name="kznews-store", daemon=True)
        self._thread.start()

    async def commit(self, record: PageRecord) -> Verdict:
        """Write `record` and return its verdict, once it is on the disk.

        Raises StoreError if the store fails (see `failed`), and RecordError or another ValueError if this record cannot be
        stored; records that share the transaction are then not affected.
        """
        return await self.apply(record.portal, partial(_settle, record))

    async def apply(self, portal: str, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction for `portal`, in its turn among the records, and return its result after the commit.

        `work` may run a second time, if it shared a transaction that was rolled back. Raises what `commit` raises.
        """
        if self.failed:
            raise self.failed
        if self._closed:
            raise StoreError("the store's writer is closed; nothing more can be written")
        job = Job.of(work, portal)
        self._jobs.put(job)
        result: T = await job.future
        return result

    async def close(self) -> None:
        """Write what is queued and end the thread; raises the StoreError if the store has failed. May be called twice."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        while self._thread.is_alive():
            await wait(_STEP)  # no thread that joins another one: the end of the process would wait for it
        if self.failed:
            raise self.failed

    def _work(self) -> None:
        going = True
        while going:
            jobs, going = self._take()
            if not jobs:
                continue
            if self.failed is None:
                self._commit(jobs)
            else:
                _answer_all(jobs, self.failed)

    def _take(self) -> tuple[list[Job], bool]:
        """Return the jobs of the next transaction, and whether more may follow."""
        jobs: list[Job] = []
        while len(jobs) < self._batch:
            try:
                job = self._jobs.get(block=not jobs)
            except queue.Empty:
                break
            if job is None:
                return jobs, False
            jobs.append(job)
        return jobs, True

    def _commit(self, jobs: list[Job]) -> None:
        try:
            with self._database.write(job.portal for job in jobs) as connection:
                results = [job.work(connection) for job in jobs]
        except Exception as error:  # noqa: BLE001 - whatever it is, it must reach those who wait
            self._recover(jobs, error)
            return
        reach(Point.BEFORE_ANSWER)
        for job, result in zip(jobs, results, strict=True):
            job.answer(result)

    def _recover(self, jobs: list[Job], error: Exception) -> None:
        """After a rollback: one bad record is answered alone, its companions are written; a failed store ends it all."""
        if isinstance(error, StoreError):
            self.failed = error
            _answer_all(jobs, self.failed)
        elif len(jobs) == 1:
            jobs[0].answer(None, error)
        else:
            for job in jobs:
                if self.failed is None:
                    self._commit([job])
                else:
                    job.answer(None, self.failed)


def _settle(record: PageRecord, connection: Connection) -> Verdict:
    return settle(connection, record)


def _answer_all(jobs: list[Job], error: StoreError) -> None:
    for job in jobs:
        job.answer(None, error)

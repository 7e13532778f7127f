"""Writing from an event loop: a record is acknowledged after its commit, and commits are shared.

One thread owns the writing. It takes whatever has been queued while the last commit was under way and commits that as one
transaction, so a lone page waits for nobody and a crowd shares one disk flush. Where a crowd is to be expected, and nobody is
kept waiting by it, pages are gathered first (gathering.py).
"""

from __future__ import annotations

import asyncio
import queue
import threading
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kznews.clock import wait
from kznews.store.errors import StoreError
from kznews.store.failpoints import Point, reach
from kznews.store.gathering import Gathering
from kznews.store.jobs import Job, answer_all
from kznews.store.settle import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Connection

    from kznews.store.database import Database
    from kznews.store.records import PageRecord, Verdict

T = TypeVar("T")
_STEP = 0.01  # seconds
BATCH = 100  # the plateau of throughput; also what a failed commit can cost in repeated fetches
GATHERED = 16
"""Pages of a replay that are written together. Twice as many gain nothing, and of 200 kB each Scrapy has 25 under way."""


class StoreWriter:
    """Commits records of any number of tasks of one event loop, in the order in which they were given.

    `gather` is how many of them wait for one another while the loop has other things to do.
    """

    def __init__(self, database: Database, *, batch: int = BATCH, gather: int = 1) -> None:
        self.failed: StoreError | None = None
        """Set for good when the store has failed: the run must stop, and nothing more is written."""
        self._database = database
        self._batch = batch
        self._jobs: queue.SimpleQueue[list[Job] | None] = queue.SimpleQueue()
        self._gathering = Gathering(gather, self._hand_over, self._is_writing)
        self._last: Job | None = None
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
        self._gathering.add(job)
        result: T = await job.future
        return result

    async def rest(self) -> None:
        """Return as soon as nothing is being written: who goes on before would only share the interpreter with the writing."""
        if self._last and self._is_writing():  # not otherwise: it would take a turn of the loop
            await asyncio.wait([self._last.future])

    def _is_writing(self) -> bool:
        return self._last is not None and not self._last.future.done()

    def _hand_over(self, jobs: list[Job]) -> None:
        self._last = jobs[-1]
        self._jobs.put(jobs)

    async def close(self) -> None:
        """Write what is queued and end the thread; raises the StoreError if the store has failed. May be called twice."""
        if not self._closed:
            self._closed = True
            self._gathering.release()
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
                answer_all(jobs, self.failed)

    def _take(self) -> tuple[list[Job], bool]:
        """Return the jobs of the next transaction, and whether more may follow."""
        jobs: list[Job] = []
        while len(jobs) < self._batch:
            try:
                more = self._jobs.get(block=not jobs)
            except queue.Empty:
                break
            if more is None:
                return jobs, False
            jobs += more
        return jobs, True

    def _commit(self, jobs: list[Job]) -> None:
        try:
            with self._database.write(job.portal for job in jobs) as connection:
                results = [job.work(connection) for job in jobs]
        except Exception as error:  # noqa: BLE001 - whatever it is, it must reach those who wait
            self._recover(jobs, error)
            return
        reach(Point.BEFORE_ANSWER)
        answer_all(jobs, results)

    def _recover(self, jobs: list[Job], error: Exception) -> None:
        """After a rollback: one bad record is answered alone, its companions are written; a failed store ends it all."""
        if isinstance(error, StoreError):
            self.failed = error
            answer_all(jobs, self.failed)
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

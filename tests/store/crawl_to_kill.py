"""A process that commits records and prints the number of each one that was acknowledged, until it ends or is killed.

python -m tests.store.crawl_to_kill URL [weak]
"""

from __future__ import annotations

import asyncio
import os
import sys
from functools import partial

from kznews.store import Answer, Health, PageRecord, Store, StoreWriter, Verdict
from kznews.store.archived import ArchivedAnswer, note_archived
from kznews.store.hosts import note_pause
from kznews.store.settle import settle
from tests.store.samples import at, page, world


def records() -> list[PageRecord]:
    """Return what the crawl gives: everything at once, then many editions and versions."""
    more = [page(f"kz/{number}", str(number), minutes=number, content_key=str(number)) for number in range(100, 130)]
    more += [
        page(f"latyn/{number}", str(number), script="Latn", minutes=number, content_key=str(number)) for number in range(100, 130)
    ]
    more += [page(f"kz/{number}", str(number), text="түзетілген", minutes=number + 500) for number in range(100, 130)]
    raw = Answer(address="https://q.kz/kz/99", headers=(), body=b"<p>")
    return [*world(), *more, page("kz/99", "99", minutes=99, answer=raw)]


class WeakWriter(StoreWriter):
    """Acknowledges before the commit: the fault that the kill test must find."""

    async def commit(self, record: PageRecord) -> Verdict:
        task = asyncio.ensure_future(self.apply(record.portal, partial(_settle_later, record)))
        task.add_done_callback(lambda done: done.exception())
        await asyncio.sleep(0)
        return None  # type: ignore[return-value]


def _settle_later(record, connection):
    return settle(connection, record)


async def crawl(url: str, kind: type[StoreWriter]) -> None:
    store = Store.open(url)
    run = store.start_run("q")
    writer = kind(store.database)
    limit = asyncio.Semaphore(4)

    async def one(number: int, record: PageRecord) -> None:
        async with limit:
            await writer.commit(record)
            os.write(1, f"{number}\n".encode())

    record = {"record_id": "<urn:uuid:1>", "digest": "sha1:A", "file": "a.warc.gz", "offset": 0}
    original = ArchivedAnswer(url="https://q.kz/", seen_at=at(0), **record)
    await writer.apply("q", partial(note_archived, answer=original))
    await writer.apply("q", partial(note_pause, host="q.kz", until=at(9), detail=""))
    await asyncio.gather(*(one(number, record) for number, record in enumerate(records())))
    await writer.close()
    store.keep_health(Health(run=run, portal="q", kind="daily", measured_at=at(9), figures={}, alarms=[]))
    store.finish_run(run, finish_reason="finished")
    store.close()


if __name__ == "__main__":
    asyncio.run(crawl(sys.argv[1], WeakWriter if "weak" in sys.argv else StoreWriter))

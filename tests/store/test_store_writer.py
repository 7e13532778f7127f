"""The writer: acknowledged means committed, and one bad record is alone in its misfortune."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from decimal import Decimal

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from kznews import clock
from kznews.items import ExchangeRate
from kznews.outcomes import Outcome
from kznews.store import RecordError, StoreError, StoreWriter, gathering
from kznews.store.gathering import MOMENT
from tests.store.samples import page, world

BAD = (ExchangeRate(currency="USD", value=Decimal("NaN")),)


async def test_a_verdict_comes_after_the_commit(store):
    writer = store.writer()
    verdict = await writer.commit(page("1"))
    assert verdict.outcome is Outcome.STORED
    assert store.page("q", "https://q.kz/1")["outcome"] == "stored"
    await writer.close()


async def test_many_tasks_share_commits_and_each_gets_its_own_verdict(store):
    commits = []
    event.listen(store.database.engine, "commit", commits.append)
    writer = store.writer()
    verdicts = await asyncio.gather(*(writer.commit(page(str(number))) for number in range(120)))
    await writer.close()
    assert [verdict.article_key for verdict in verdicts] == [f"q:{number}" for number in range(120)]
    assert len(commits) < 60


async def test_records_are_written_in_the_order_in_which_they_were_given(store):
    writer = store.writer()
    outcomes = await asyncio.gather(*(writer.commit(page("1", text=body)) for body in "abcd"))
    await writer.close()
    assert [verdict.version for verdict in outcomes] == [1, 2, 3, 4]


async def test_the_writer_writes_what_the_store_writes(store, emptied):
    store.commit(world())
    expected = list(store.dump())
    emptied()
    writer = store.writer()
    await asyncio.gather(*(writer.commit(record) for record in world()))
    await writer.close()
    assert list(store.dump()) == expected


@pytest.fixture
def busy(monkeypatch):
    """Make the event loop one that always has something to do, until the fixture's list is emptied."""
    signs = [True]
    monkeypatch.setattr(clock, "worked", lambda: time.monotonic() if signs else 0.0)
    monkeypatch.setattr(gathering, "LONGEST", 3600.0)
    return signs


async def test_gathered_records_share_commits_while_the_loop_is_busy(store, busy):
    commits = []
    event.listen(store.database.engine, "commit", commits.append)
    writer = store.writer(gather=16)
    tasks = [asyncio.create_task(writer.commit(page(str(number)))) for number in range(15)]
    await asyncio.sleep(10 * MOMENT)
    assert not commits
    assert not any(task.done() for task in tasks)
    tasks.append(asyncio.create_task(writer.commit(page("15"))))
    verdicts = await asyncio.gather(*tasks)
    assert [verdict.article_key for verdict in verdicts] == [f"q:{number}" for number in range(16)]
    assert len(commits) == 1
    await writer.close()


async def test_a_lone_record_is_written_when_the_loop_has_nothing_else_to_do(store, busy):
    writer = store.writer(gather=16)
    task = asyncio.create_task(writer.commit(page("1")))
    await asyncio.sleep(10 * MOMENT)
    assert not task.done()
    busy.clear()
    assert (await task).outcome is Outcome.STORED
    await writer.close()


async def test_a_record_does_not_wait_long_for_a_loop_that_is_never_idle(store, busy, monkeypatch):
    monkeypatch.setattr(gathering, "LONGEST", 2 * MOMENT)
    writer = store.writer(gather=16)
    assert (await writer.commit(page("1"))).outcome is Outcome.STORED
    await writer.close()


async def test_the_end_of_the_writing_waits_for_nobody(store, busy):
    writer = store.writer(gather=16)
    task = asyncio.create_task(writer.commit(page("1")))
    await asyncio.sleep(0)
    await writer.close()
    assert (await task).outcome is Outcome.STORED


async def test_what_comes_while_others_are_written_is_gathered_as_well(store, busy, monkeypatch):
    sizes, going = [], threading.Event()

    def held(self, jobs):
        sizes.append(len(jobs))
        assert going.wait(60)
        commit(self, jobs)

    commit = StoreWriter._commit
    monkeypatch.setattr(StoreWriter, "_commit", held)
    writer = store.writer(gather=4)
    tasks = [asyncio.create_task(writer.commit(page(str(number)))) for number in range(4)]
    await asyncio.sleep(0)
    resting = asyncio.create_task(writer.rest())
    busy.clear()  # the loop only waits for what is being written
    tasks.append(asyncio.create_task(writer.commit(page("4"))))
    await asyncio.sleep(10 * MOMENT)
    assert not resting.done()
    tasks += [asyncio.create_task(writer.commit(page(str(number)))) for number in range(5, 8)]
    await asyncio.sleep(0)
    going.set()
    await asyncio.gather(*tasks)
    await writer.rest()
    assert sizes == [4, 4]
    await writer.close()


async def test_a_bad_record_fails_alone(store):
    writer = store.writer()
    records = [page(str(number), observations=BAD if number == 7 else ()) for number in range(20)]
    results = await asyncio.gather(*map(writer.commit, records), return_exceptions=True)
    assert [number for number, result in enumerate(results) if isinstance(result, RecordError)] == [7]
    assert len(list(store.articles())) == 19
    assert writer.failed is None
    await writer.close()


async def test_a_failed_commit_is_not_repeated_and_ends_the_writing(store, monkeypatch):
    tried = []

    def failing(_connection):
        tried.append(1)
        raise OperationalError("COMMIT", {}, OSError("disk I/O error"))

    writer = store.writer()
    monkeypatch.setattr(Connection, "commit", failing)
    results = await asyncio.gather(*(writer.commit(page(str(number))) for number in range(5)), return_exceptions=True)
    monkeypatch.undo()
    assert {type(result) for result in results} == {StoreError}
    assert "disk I/O error" in str(writer.failed)
    assert "\n" not in str(writer.failed)
    with pytest.raises(StoreError):
        await writer.commit(page("9"))
    with pytest.raises(StoreError):
        await writer.close()
    assert len(tried) == 1
    assert list(store.articles()) == []


async def test_a_server_that_goes_away_ends_the_writing(postgres_url):
    from kznews.store import Store

    with Store.open(postgres_url) as store:
        writer = store.writer()
        await writer.commit(page("1"))

        def kill(connection):
            connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

        with pytest.raises(StoreError):
            await writer.apply("q", kill)
        assert writer.failed
        assert len(list(store.articles())) in (0, 1)


async def test_closing_writes_what_is_queued(store):
    writer = store.writer()
    tasks = [asyncio.create_task(writer.commit(page(str(number)))) for number in range(50)]
    await asyncio.sleep(0)
    await writer.close()
    await writer.close()
    assert {verdict.outcome for verdict in await asyncio.gather(*tasks)} == {Outcome.STORED}
    with pytest.raises(StoreError):
        await writer.commit(page("1"))


async def test_a_task_that_is_cancelled_harms_nobody(store):
    writer = store.writer()
    tasks = [asyncio.create_task(writer.commit(page(str(number)))) for number in range(10)]
    await asyncio.sleep(0)
    tasks[3].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    await writer.close()
    assert [type(result) for result in results].count(asyncio.CancelledError) == 1
    assert len(list(store.articles())) == 10


async def test_other_work_takes_its_turn_in_a_transaction_of_its_portal(store):
    writer = store.writer()
    await writer.commit(page("1"))
    counted = await writer.apply("q", lambda connection: connection.execute(text("SELECT count(*) FROM pages")).scalar())
    await writer.close()
    assert counted == 1


def test_a_program_that_forgets_its_writer_still_ends(store_url):
    code = """
import asyncio, sys
from kznews.store import Store
from tests.store.samples import page
async def main():
    writer = Store.open(sys.argv[1]).writer()
    await writer.commit(page("1"))
asyncio.run(main())
"""
    ended = subprocess.run([sys.executable, "-c", code, store_url], check=False, timeout=30, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


async def test_no_transaction_holds_more_records_than_are_lost_with_it(store, monkeypatch):
    held, write = [], store.database.write

    def counted(portals):
        wanted = list(portals)
        held.append(len(wanted))
        return write(wanted)

    monkeypatch.setattr(store.database, "write", counted)
    writer = StoreWriter(store.database, batch=3)
    await asyncio.gather(*(writer.commit(page(str(number))) for number in range(20)))
    await writer.close()
    assert sum(held) == 20
    assert max(held) <= 3


def test_a_connection_whose_commit_failed_is_thrown_away(store, monkeypatch):
    used, commit = [], Connection.commit

    def failing(self):
        used.append(self.connection.dbapi_connection)
        raise OperationalError("COMMIT", {}, Exception("disk I/O error"))

    monkeypatch.setattr(Connection, "commit", failing)
    with pytest.raises(StoreError, match="what was not acknowledged is fetched again"):
        store.commit([page("1")])
    monkeypatch.setattr(Connection, "commit", commit)
    with store.database.write() as connection:
        assert connection.connection.dbapi_connection is not used[0]
    assert list(store.articles()) == []

"""Questions to the store leave the event loop to others."""

from __future__ import annotations

import asyncio
import threading

import pytest

from kznews.store import StoreError, StoreReader
from tests.store.samples import at


@pytest.fixture
def reader():
    opened = StoreReader()
    yield opened
    opened.close()


async def test_the_loop_goes_on_while_a_question_waits(reader):
    """On the loop itself, the question could never be answered: what it waits for happens there."""
    answered = threading.Event()
    asked = asyncio.create_task(reader.ask(answered.wait, 10))
    await asyncio.sleep(0)
    answered.set()
    assert await asked


async def test_questions_are_answered_by_the_store_in_their_order(store, reader):
    store.discover("q", ["https://q.kz/1", "https://q.kz/2"], seen_at=at(0), found_on="https://q.kz/")
    pages, known = await asyncio.gather(reader.ask(store.pending, "q", limit=1), reader.ask(store.known, "q", ["https://q.kz/2"]))
    assert [page.url for page in pages] == ["https://q.kz/1"]
    assert known == {"https://q.kz/2": "pending"}


async def test_an_error_reaches_who_asked_and_the_next_question_is_answered(reader):
    def fails():
        raise StoreError("gone")

    with pytest.raises(StoreError, match="gone"):
        await reader.ask(fails)
    assert await reader.ask(len, "abc") == 3


async def test_a_question_that_nobody_waits_for_any_more_harms_nobody(reader):
    going = threading.Event()
    asked = asyncio.create_task(reader.ask(going.wait, 10))
    await asyncio.sleep(0)
    asked.cancel()
    going.set()
    assert await reader.ask(len, "ab") == 2


async def test_a_closed_reader_answers_what_was_asked_before(reader):
    asked = asyncio.create_task(reader.ask(len, "abc"))
    await asyncio.sleep(0)
    reader.close()
    assert await asked == 3

"""Reading from an event loop: a question to the store never holds up the fetches, however far away its server is."""

from __future__ import annotations

import queue
import threading
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from kznews.store.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


class StoreReader:
    """Asks the store, one question at a time, in a thread of its own."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        # A daemon: a process that is forced to end must not wait for a database that does not answer.
        threading.Thread(target=self._work, name="kznews-reader", daemon=True).start()

    async def ask(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what `question` returns, and raise what it raises; other tasks go on meanwhile."""
        job = Job.of(partial(question, *args, **kwargs))
        self._jobs.put(job)
        answer: T = await job.future
        return answer

    def close(self) -> None:
        """End the thread after the questions that wait."""
        self._jobs.put(None)

    def _work(self) -> None:
        while job := self._jobs.get():
            try:
                job.answer(job.work())
            except Exception as error:  # noqa: BLE001 - whatever it is, it must reach who asked
                job.answer(None, error)

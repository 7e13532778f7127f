"""Work that a thread of the store does for an event loop, and how its result comes back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Job:
    """Something to do, and who waits for it."""

    work: Callable[..., Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    portal: str = ""

    @classmethod
    def of(cls, work: Callable[..., Any], portal: str = "") -> Job:
        """Return a job of the running event loop."""
        loop = asyncio.get_running_loop()
        return cls(work, loop, loop.create_future(), portal)

    def answer(self, result: Any, error: BaseException | None = None) -> None:
        """Give whoever waits the result or the error; may be called from any thread."""
        answer_all([self], error or [result])

    def set(self, result: Any, error: BaseException | None) -> None:
        """Do the same from the thread of the event loop."""
        if self.future.done():  # cancelled meanwhile
            return
        if error is None:
            self.future.set_result(result)
        else:
            self.future.set_exception(error)


def answer_all(jobs: Sequence[Job], results: Sequence[Any] | BaseException) -> None:
    """Give those who wait for jobs of one event loop their results, or all of them one error; may be called from any thread."""

    def told() -> None:
        if isinstance(results, BaseException):
            for job in jobs:
                job.set(None, results)
        else:
            for job, result in zip(jobs, results, strict=True):
                job.set(result, None)

    try:
        jobs[0].loop.call_soon_threadsafe(told)  # once for all of them: it wakes the other thread
    except RuntimeError:
        # The loop was closed before the answer (a forced stop): nobody is left to be told. A commit stands.
        return

"""Pages that wait for one another before they are written: in a replay each comes as soon as a processor has read it.

A commit costs as much as half a page, and while one thread writes and another reads, both ask for the interpreter at every
statement, which costs as much again.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from kznews import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from kznews.store.jobs import Job

MOMENT = 0.01
"""Seconds after which it is asked whether the event loop still has something to do: less than a large page takes."""
LONGEST = 1.0
"""Seconds that a job waits for others: a loop that replays several portals has something to do to the end of the last of them."""
_IDLE = MOMENT / 4
"""Seconds of the processor: a loop that has used less of a moment only waits."""


class Gathering:
    """Holds jobs of the running event loop until `size` of them are together or the loop has nothing else to do, not for long.

    `is_writing` says whether earlier ones are being written, for which the loop may wait.
    """

    def __init__(self, size: int, hand_over: Callable[[list[Job]], None], is_writing: Callable[[], bool]) -> None:
        self._size = size
        self._hand_over = hand_over
        self._is_writing = is_writing
        self._held: list[Job] = []
        self._began = 0.0
        self._worked = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def add(self, job: Job) -> None:
        """Take a job in its turn."""
        self._held.append(job)
        if len(self._held) >= self._size:
            self.release()
        elif self._timer is None:
            self._began = clock.ticks()
            self._wait()

    def release(self) -> None:
        """Hand over what is held."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        held, self._held = self._held, []
        if held:
            self._hand_over(held)

    def _wait(self) -> None:
        self._worked = clock.worked()
        self._timer = asyncio.get_running_loop().call_later(MOMENT, self._look)

    def _look(self) -> None:
        idle = clock.worked() - self._worked < _IDLE
        if not self._is_writing() and (idle or clock.ticks() - self._began >= LONGEST):
            self.release()
        else:
            self._wait()

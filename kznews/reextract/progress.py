"""How far a re-extraction is: a bar at a terminal, else a line now and then."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from kznews import clock
from kznews.reextract.tasks import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kznews.reextract.engines import Failed

EVERY = 10.0
"""Seconds between lines where nobody watches a bar."""


@dataclass
class Told:
    """What has been done so far."""

    tasks: int
    size: int
    """Bytes of all tasks."""
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    unchanged: dict[tuple[str, str], None] = field(default_factory=dict)
    """Portal and address of pages of which a task had nothing but that they were as before."""
    ended: int = 0
    skipped: int = 0
    read: int = 0
    """Bytes of the tasks that have ended."""
    passed: int = 0
    """Bytes of those that were done before."""
    fresh: int = 0
    """Records that were read now."""
    began: float = field(default_factory=clock.ticks)
    is_survey: bool = False
    """Whether records are only looked for."""

    def take(self, result: Summary | Failed) -> None:
        """Count what became of a task."""
        self.ended += 1
        if not isinstance(result, Summary):
            self.failed.append(result)
            self.read += result.task.size
            return
        self.read += result.size
        self.counts.update(result.counts)
        self.faults += result.faults
        self.unchanged.update(dict.fromkeys(result.unchanged))
        if result.skipped:
            self.skipped += 1
            self.passed += result.size
        else:
            self.fresh += result.counts.get("records", 0)

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return clock.ticks() - self.began

    def rate(self) -> float:
        """Return records a second."""
        return self.fresh / self.seconds if self.seconds else 0.0

    def left(self) -> float | None:
        """Return the seconds that are left, judged by bytes; None before there is anything to judge by."""
        done = self.read - self.passed
        return self.seconds / done * (self.size - self.read) if done else None

    def line(self) -> str:
        """Return one line on how far it is."""
        left = self.left()
        rest = "" if left is None else f", {_time(left)} left"
        if self.is_survey:
            return f"looked through {self.ended} of {self.tasks} ranges of large archives{rest}"
        return f"{self.ended} of {self.tasks} parts, {self.counts['articles']} articles, {self.rate():.0f} records/s{rest}"


def _time(seconds: float) -> str:
    """Return a span of time for people.

    >>> _time(59), _time(3725)
    ('59 s', '1 h 02 min')
    """
    if seconds < 100:  # noqa: PLR2004 - what people count in seconds
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


def watched(results: Iterable[Summary | Failed], told: Told) -> Iterator[Summary | Failed]:
    """Yield results as they come, counted in `told`, and show how far it is on standard error."""
    console = Console(stderr=True)
    bar = _bar(console) if console.is_terminal else None
    shown: AbstractContextManager[object] = bar or nullcontext()
    with shown:
        task = bar.add_task("", total=max(told.size, 1)) if bar else None
        last = clock.ticks()
        for result in results:
            told.take(result)
            if bar is not None and task is not None:
                bar.update(task, completed=told.read, description=told.line())
            elif clock.ticks() - last >= EVERY:
                last = clock.ticks()
                sys.stderr.write(f"kznews: {told.line()}\n")
            yield result


def _bar(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True)

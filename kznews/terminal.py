"""What people see at a terminal and no log holds: tables, and whether there is a terminal at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from kznews.outcomes import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console
    from rich.table import Table

PLAIN_WIDTH = 160
"""Columns of what goes to a file or a pipe, where nobody's screen says how many there are."""


def is_terminal() -> bool:
    """Return whether standard error is a terminal that can move its cursor."""
    return sys.stderr.isatty() and os.environ.get("TERM", "") not in ("", "dumb")


def console() -> Console:
    """Return the console on standard error; standard output may carry a feed."""
    from rich.console import Console  # noqa: PLC0415 - where there is no terminal it is not needed

    return Console(stderr=True, highlight=False)


def output_console() -> Console:
    """Return the console on standard output; who reads it and has had enough is met as by `print`, with BrokenPipeError."""
    from rich.console import Console  # noqa: PLC0415 - as above

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise  # noqa: PLE0704 - what is being handled; rich's own would end the program here

    return Output(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)


def drop_output() -> None:
    """Send nowhere what still waits for standard output, which takes nothing: Python's end would try it again, and complain."""
    with suppress(OSError, ValueError):  # where it has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def outcomes_table(portal: str, stats: Mapping[str, Any]) -> Table:
    """Return how a run went: pages by outcome, the refused ones by reason, and how long it took."""
    from rich.table import Table  # noqa: PLC0415

    table = Table(title=portal, caption=f"in {duration(float(stats.get('elapsed_time_seconds', 0)))}", title_justify="left")
    table.add_column("outcome")
    table.add_column("pages", justify="right")
    table.add_column("meaning", overflow="fold")
    for outcome in Outcome:
        if count := stats.get(f"kznews/outcome/{outcome.value}"):
            table.add_row(outcome.value, str(count), _MEANINGS[outcome])
    reasons = [(reason, stats[f"kznews/reason/{reason.value}"]) for reason in Reason if f"kznews/reason/{reason.value}" in stats]
    for reason, count in sorted(reasons, key=lambda pair: -pair[1]):
        table.add_row(f"  {reason.value}", str(count), reason.meaning)
    return table


def plain_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under a head as text, columns by two blanks, as wide as they need to be: for people, `grep` and `cut` alike."""
    widths = [max(len(line[at]) for line in (head, *rows)) for at in range(len(head))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in (head, *rows))
    return "".join(f"{line}\n" for line in lines)


def duration(seconds: float) -> str:
    """Return a duration for people.

    >>> duration(0.4), duration(75), duration(3700)
    ('0.4 s', '1 min 15 s', '1 h 1 min')
    """
    whole = round(seconds)
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{seconds:.1f} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"  # noqa: PLR2004 - an hour


_MEANINGS = {
    Outcome.STORED: "new articles",
    Outcome.UPDATED: "articles whose text had changed",
    Outcome.UNCHANGED: "articles as they were",
    Outcome.DUPLICATE: "other addresses and scripts of articles",
    Outcome.LISTED: "lists, feeds and other sources",
    Outcome.REFUSED: "pages that gave nothing:",
}

"""A run as its users see it: refused before it starts, ended with an exit code, told in a few lines."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from kznews import given, logs
from kznews.extensions.ledger import Ledger
from kznews.extensions.runlock import PortalBusy
from kznews.middlewares.replay import index_of
from kznews.outcomes import Outcome, Reason
from kznews.overwriting import KeptFileError
from kznews.stopping import Stopped, stoppable
from kznews.store import Store, StoreError
from kznews.terminal import console, drop_output, is_terminal, outcomes_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scrapy.commands import ScrapyCommand
    from scrapy.crawler import Crawler
    from scrapy.crawler import CrawlerProcessBase as CrawlerProcess

log = logging.getLogger(__name__)

COLLECTOR = (20_000, 20, 50)
"""When the collector of garbage looks: a page makes some thousand objects, which go without it, so not in the middle of each."""
SHOWN_HOSTS = 3
MAX_BROKEN = 10
"""Lines about broken cases that are printed; the rest is counted."""


_UNREAD = (
    Reason.NOT_SAVED,
    Reason.UNREACHABLE,
    Reason.TIMED_OUT,
    Reason.SERVER_ERROR,
    Reason.TRUNCATED,
    Reason.BAD_CODING,
    Reason.OFF_SITE,
    Reason.PRIVATE_ADDRESS,
    Reason.ROBOTS,
    Reason.ROBOTS_UNREACHABLE,
    Reason.LEFT_ALONE,
)
"""Reasons of pages that were never read."""


_DEFECTS = ("kznews/unsettled", "kznews/failed_callbacks", "kznews/reason/parse_error", "kznews/feed_errors", "kznews/feeds_lost")
"""Statistics that are 0 in a healthy run."""


class Exit(IntEnum):
    """Exit codes of a run (docs/exit-codes.md)."""

    FINE = 0
    CRASH = 1
    USAGE = 2
    UNHEALTHY = 3
    NOT_STARTED = 4


class NotStarted(Exception):  # noqa: N818 - it says what happened
    """A run that cannot start: exit code and one line, "" where nothing is to be said."""

    def __init__(self, code: Exit, line: str) -> None:
        super().__init__(line)
        self.code = code


def say(line: str) -> None:
    """Write one line to people: to standard error, since standard output may carry a feed."""
    sys.stderr.write(f"kznews: {line}\n")


@contextmanager
def refusals(command: ScrapyCommand) -> Iterator[None]:
    """End a command whose block raises NotStarted or StoreError, or that is asked to stop, with one line and an exit code."""
    try:
        with stoppable():
            yield
    except Stopped:
        say("stopped before it was done; nothing was left half written")
    except NotStarted as refusal:
        if str(refusal):
            say(str(refusal))
        command.exitcode = max(command.exitcode, refusal.code)
    except StoreError as error:
        say(str(error))
        command.exitcode = Exit.NOT_STARTED


@contextmanager
def writing(what: object) -> Iterator[None]:
    """Turn an OSError of the block into NotStarted: one line that says `what` cannot be written, and why."""
    try:
        yield
    except KeptFileError as error:
        raise NotStarted(Exit.USAGE, f"cannot write {what}: {error.strerror}") from error
    except OSError as error:
        raise NotStarted(Exit.NOT_STARTED, f"cannot write {what}: {error.strerror or error}") from error


@contextmanager
def printing() -> Iterator[None]:
    """Let a block write to standard output; raises NotStarted if that fails, without a line if its reader has had enough."""
    try:
        with writing("standard output"):
            yield
            sys.stdout.flush()
    except NotStarted as refusal:
        drop_output()
        if isinstance(refusal.__cause__, BrokenPipeError):  # `| head`
            raise NotStarted(Exit.FINE, "") from refusal
        raise


def start_log(command: ScrapyCommand) -> None:
    """Begin the log of a command that is about to run, by its settings.

    A setting that cannot be meant ends the program with 2, as does a log in a database's place; a file that cannot be written
    does with 4.
    """
    assert command.settings is not None  # noqa: S101 - Scrapy sets it before
    given.refuse(command.settings)
    try:
        with writing(f"the log {command.settings.get('LOG_FILE')}"):
            logs.install(command.settings)
    except NotStarted as refusal:
        say(str(refusal))
        raise SystemExit(refusal.code) from refusal


def exit_code(stats: Mapping[str, Any], broken: int = 0) -> Exit:
    """Return the exit code that a finished run has earned (docs/exit-codes.md)."""
    if stats.get("kznews/store_error"):
        return Exit.NOT_STARTED
    if stats.get("finish_reason") == "start_error" or "finish_reason" not in stats:
        return Exit.CRASH
    reason = str(stats["finish_reason"])
    if reason == "shutdown":
        return Exit.FINE
    if stats.get("kznews/alarms"):
        return Exit.UNHEALTHY
    if stats.get("kznews/halted") == "budget":
        return Exit.FINE  # a limit that somebody has set
    defects = sum(stats.get(name, 0) for name in _DEFECTS)
    ended = reason == "finished" or reason.startswith("closespider_")  # the latter are limits that somebody has set
    defects += bool(stats.get("kznews/halted")) + len(stats.get("kznews/files_lost", ()))
    read = _read_any(stats) or bool(stats.get("kznews/nothing_due"))
    return Exit.FINE if ended and read and not (broken or defects) else Exit.UNHEALTHY


def _read_any(stats: Mapping[str, Any]) -> bool:
    """Return whether the run read a single page: silence is a failure."""
    unread: int = sum(stats.get(f"kznews/reason/{reason.value}", 0) for reason in _UNREAD)
    settled: int = sum(stats.get(f"kznews/outcome/{outcome.value}", 0) for outcome in Outcome)
    return settled > unread


def summary(portal: str, stats: Mapping[str, Any]) -> list[str]:
    """Return the lines that end a run: outcomes, and reasons with the most frequent first."""
    counted = dict(_ranked(stats, "kznews/outcome/"))
    outcomes = [(outcome.value, counted[outcome.value]) for outcome in Outcome if outcome.value in counted]
    nothing = "nothing was due" if stats.get("kznews/nothing_due") else "no page was read"
    lines = [f"{portal}: " + (", ".join(f"{count} {name}" for name, count in outcomes) or nothing)]
    reasons = ", ".join(f"{count} {name}" for name, count in _ranked(stats, "kznews/reason/"))
    return [*lines, *_progress(stats), *([f"refused: {reasons}"] if reasons else []), *_notes(stats)]


def _progress(stats: Mapping[str, Any]) -> list[str]:
    """Return how far a run has come, where that is to be said."""
    stopped = stats.get("finish_reason") == "shutdown"
    report = stats.get("kznews/report")
    return ["stopped as asked; what was not reached waits for the next run"] * stopped + ([str(report)] if report else [])


def _notes(stats: Mapping[str, Any]) -> list[str]:
    """Return the lines about what was unusual."""
    lines: list[str] = []
    if left := _ranked(stats, "kznews/address/"):
        lines.append("addresses of sources not taken: " + ", ".join(f"{count} {name}" for name, count in left))
    lines += [f"a trap: pages like {shape} gave nothing; the rest is left for later" for shape in stats.get("kznews/traps", ())]
    lines += stats.get("kznews/lines", [])
    lines += [f"drift: {line}" for line in stats.get("kznews/drift", ())]
    if failure := stats.get("kznews/store_error"):
        lines.append(str(failure))
    if failed := stats.get("kznews/feed_errors"):
        lines.append(f"{failed} articles are in the store and missing in a feed; `scrapy export` writes it again")
    if stats.get(f"kznews/reason/{Reason.PRIVATE_ADDRESS.value}"):
        lines.append("your own machine and network are asked only if you open them: -s GATE_ALLOW=127.0.0.1 (docs/settings.md)")
    lines += stats.get("kznews/files_lost", ())
    if lost := stats.get("kznews/feeds_lost"):
        lines.append(f"{lost} of the feeds could not be written; the store has the articles, `scrapy export` writes them again")
    return lines


def _ranked(stats: Mapping[str, Any], prefix: str) -> list[tuple[str, int]]:
    found = [(name.removeprefix(prefix), count) for name, count in stats.items() if name.startswith(prefix)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


@dataclass(eq=False)
class Run:
    """A portal's run in this process."""

    portal: str
    crawler: Crawler
    busy: bool = False
    """Whether another run was collecting the portal already, so that this one did nothing."""
    without_store: bool = False
    """Whether the store failed before the run had begun; the line is said."""

    @property
    def explained(self) -> bool:
        """Whether the run did not begin for a reason that has been said."""
        return self.busy or self.without_store

    def code(self, broken: int = 0) -> Exit:
        """Return the exit code that the run has earned."""
        if self.without_store:
            return Exit.NOT_STARTED
        return Exit.FINE if self.busy else exit_code(stats_of(self.crawler), broken)

    @property
    def run_id(self) -> str:
        """The run's id in the store, "" if it has not begun there."""
        try:
            return Ledger.of(self.crawler).run_id
        except (RuntimeError, LookupError):  # the first is Scrapy's answer for a crawler that never started
            return ""

    def tell(self) -> None:
        """Say what came of it; a run that did nothing has said so already."""
        if self.explained:
            return
        stats = stats_of(self.crawler)
        if is_terminal():
            console().print(outcomes_table(self.portal, stats))
            lines = [*_progress(stats), *_notes(stats)]
        else:
            lines = summary(self.portal, stats)
        for line in lines:
            say(line)


def ended(runs: Iterable[Run], broken: int = 0) -> Exit:
    """Return the highest exit code of runs that have ended, and write that of each to their store."""
    codes = {run: run.code(broken) for run in runs}
    # A store that has failed is not waited for once more: whoever stops a run that cannot store is not to wait a minute.
    begun = [run for run in codes if run.run_id and not stats_of(run.crawler).get("kznews/store_error")]
    if begun:
        # A store that fails now holds all that was collected.
        with suppress(StoreError), Store.open(begun[0].crawler.settings["STORE"], create=False) as store:
            store.keep_exit_codes({run.run_id: codes[run] for run in begun})
    return max(codes.values(), default=Exit.FINE)


def start(process: CrawlerProcess, crawler: Crawler, arguments: Mapping[str, Any]) -> Run:
    """Schedule a crawler; an error before its first request is said in one line, its traceback is in the log."""
    _leave_alone_what_stays()
    logs.quieten()
    run = Run(str(crawler.spidercls.name), crawler)
    crawling = process.crawl(crawler, **arguments)
    if isinstance(crawling, asyncio.Future):
        crawling.add_done_callback(partial(_tell_error, run))
    return run


def _leave_alone_what_stays() -> None:
    """Tell the collector of garbage that what is loaded stays: looking at it again and again took a tenth of a replay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTOR)


def _tell_error(run: Run, crawling: asyncio.Future[None]) -> None:
    error = crawling.exception()
    if isinstance(error, PortalBusy):
        run.busy = True
        say(str(error))
    elif isinstance(error, StoreError):
        run.without_store = True
        say(str(error))
    elif error:
        log.debug("the run could not start", exc_info=error)
        say(f"the run could not start: {type(error).__name__}: {error}")


def has_pages(crawler: Crawler) -> bool:
    """Return whether a run has something to read: in a replay, a saved page on a host of its portal."""
    index = index_of(crawler.settings)
    hosts: tuple[str, ...] = getattr(crawler.spidercls, "hosts", ())
    return index is None or not set(hosts).isdisjoint(index.hosts)


def pages_elsewhere(crawler: Crawler) -> str:
    """Return a line with the hosts of the saved pages that a run is to read where none is on a host of its portal; else ""."""
    index = index_of(crawler.settings)
    if index is None or not getattr(crawler.spidercls, "hosts", ()) or has_pages(crawler):
        return ""
    few = ", ".join(sorted(index.hosts)[:SHOWN_HOSTS]) + (" ..." if len(index.hosts) > SHOWN_HOSTS else "")
    return f"none of the saved pages is on {crawler.spidercls.name}'s hosts; they are on {few}"


def stats_of(crawler: Crawler) -> Mapping[str, Any]:
    """Return the statistics of a run, {} if it ended before it had any."""
    try:
        return crawler.stats.get_stats()
    except RuntimeError:  # Scrapy's answer for a crawler that never started
        return {}


def was_stopped(crawler: Crawler) -> bool:
    """Return whether a run has ended because it was asked to stop."""
    return stats_of(crawler).get("finish_reason") == "shutdown"


def tell_broken(broken: tuple[str, ...]) -> None:
    """Say which saved pages could not be replayed."""
    for line in broken[:MAX_BROKEN]:
        say(f"broken case {line}")
    if len(broken) > MAX_BROKEN:
        say(f"and {len(broken) - MAX_BROKEN} more broken cases")

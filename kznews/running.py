"""A run as its users see it: refused before it starts, ended with an exit code, told in a few lines."""

from __future__ import annotations

import asyncio
import logging
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from kznews.middlewares.replay import ReplayError, ReplayIndex
from kznews.outcomes import Outcome, Reason
from kznews.store import Store, StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.crawler import AsyncCrawlerProcess, Crawler, CrawlerProcess
    from scrapy.settings import BaseSettings

log = logging.getLogger(__name__)

MAX_BROKEN = 10
"""Lines about broken cases that are printed; the rest is counted."""


_UNREAD = (Reason.NOT_SAVED, Reason.UNREACHABLE, Reason.TIMED_OUT, Reason.SERVER_ERROR, Reason.OFF_SITE, Reason.ROBOTS)
"""Reasons of pages that were never read."""


class Exit(IntEnum):
    """Exit codes of a run (docs/exit-codes.md)."""

    FINE = 0
    CRASH = 1
    USAGE = 2
    UNHEALTHY = 3
    NOT_STARTED = 4


class NotStarted(Exception):  # noqa: N818 - it says what happened
    """A run that cannot start: exit code and one line."""

    def __init__(self, code: Exit, line: str) -> None:
        super().__init__(line)
        self.code = code


def say(line: str) -> None:
    """Write one line to people: to standard error, since standard output may carry a feed."""
    sys.stderr.write(f"kznews: {line}\n")


def check_start(settings: BaseSettings) -> tuple[str, ...]:
    """Return a line for each saved page that cannot be replayed; raises NotStarted if nothing can run at all."""
    try:
        index = ReplayIndex.from_settings(settings)
    except ReplayError as error:
        raise NotStarted(Exit.USAGE, str(error)) from error
    try:
        Store.open(settings["STORE"]).close()
    except StoreError as error:
        raise NotStarted(Exit.NOT_STARTED, str(error)) from error
    return index.broken if index else ()


def exit_code(stats: Mapping[str, Any], broken: int = 0) -> Exit:
    """Return the exit code that a finished run has earned (docs/exit-codes.md)."""
    if stats.get("kznews/store_error"):
        return Exit.NOT_STARTED
    if stats.get("finish_reason") == "start_error" or "finish_reason" not in stats:
        return Exit.CRASH
    if stats.get("finish_reason") == "shutdown":
        return Exit.FINE
    defects = sum(stats.get(name, 0) for name in ("kznews/unsettled", "kznews/failed_callbacks", "kznews/reason/parse_error"))
    return Exit.UNHEALTHY if broken or defects or not _read_any(stats) else Exit.FINE


def _read_any(stats: Mapping[str, Any]) -> bool:
    """Return whether the run read a single page: silence is a failure."""
    unread: int = sum(stats.get(f"kznews/reason/{reason.value}", 0) for reason in _UNREAD)
    settled: int = sum(stats.get(f"kznews/outcome/{outcome.value}", 0) for outcome in Outcome)
    return settled > unread


def summary(portal: str, stats: Mapping[str, Any]) -> list[str]:
    """Return the lines that end a run: outcomes, and reasons with the most frequent first."""
    counted = dict(_ranked(stats, "kznews/outcome/"))
    outcomes = [(outcome.value, counted[outcome.value]) for outcome in Outcome if outcome.value in counted]
    lines = [f"{portal}: " + (", ".join(f"{count} {name}" for name, count in outcomes) or "no page was read")]
    if reasons := _ranked(stats, "kznews/reason/"):
        lines.append("refused: " + ", ".join(f"{count} {name}" for name, count in reasons))
    return lines


def _ranked(stats: Mapping[str, Any], prefix: str) -> list[tuple[str, int]]:
    found = [(name.removeprefix(prefix), count) for name, count in stats.items() if name.startswith(prefix)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def start(process: CrawlerProcess | AsyncCrawlerProcess, crawler: Crawler, arguments: Mapping[str, Any]) -> None:
    """Schedule a crawler; an error before its first request is said in one line, its traceback is in the log."""
    crawling = process.crawl(crawler, **arguments)
    if isinstance(crawling, asyncio.Future):
        crawling.add_done_callback(_tell_error)


def _tell_error(crawling: asyncio.Future[None]) -> None:
    if error := crawling.exception():
        log.debug("the run could not start", exc_info=error)
        say(f"the run could not start: {type(error).__name__}: {error}")


def stats_of(crawler: Crawler) -> Mapping[str, Any]:
    """Return the statistics of a run, {} if it ended before it had any."""
    try:
        return crawler.stats.get_stats()
    except RuntimeError:  # Scrapy's answer for a crawler that never started
        return {}


def tell_broken(broken: tuple[str, ...]) -> None:
    """Say which saved pages could not be replayed."""
    for line in broken[:MAX_BROKEN]:
        say(f"broken case {line}")
    if len(broken) > MAX_BROKEN:
        say(f"and {len(broken) - MAX_BROKEN} more broken cases")

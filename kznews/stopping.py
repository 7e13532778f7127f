"""SIGTERM and Ctrl-C before and around a run; within it, Scrapy's handlers and `kznews.extensions.ending` take them."""

from __future__ import annotations

import asyncio
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from scrapy.crawler import Crawler
    from scrapy.crawler import CrawlerProcessBase as CrawlerProcess

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_STEP = 0.02  # seconds; starting takes some tenths


class Stopped(BaseException):
    """Raised where the program is when somebody asks it to stop; like KeyboardInterrupt it is nobody's failure."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let the first SIGTERM or SIGINT raise Stopped in the block, so that it is left in order; later ones are ignored.

    Also after the block: what is left of the program then is to end with the code that it has earned.
    """
    asked = False

    def stop(*_: object) -> None:
        nonlocal asked
        asked = True
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    for number in _SIGNALS:
        signal.signal(number, stop)
    try:
        yield
    except Exception as error:
        if asked:  # SQLite, for one, makes an error of its own of what is raised in a function that it calls
            raise Stopped from error
        raise
    finally:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)


def run_to_the_end(process: CrawlerProcess) -> None:
    """Run what is scheduled until it has ended; a stop waits for its runs, and for those first that are only starting."""
    stop_runs: Callable[[], Awaitable[Any]] = process.stop  # type: ignore[attr-defined]
    asked = False

    async def stop() -> None:
        nonlocal asked
        if not asked:  # asked again, it ends at once
            asked = True
            for crawler in list(process.crawlers):
                # Scrapy has no event for it, and forgets a stop that comes before its engine runs.
                while crawler.crawling and not _is_running(crawler):  # noqa: ASYNC110
                    await asyncio.sleep(_STEP)
            await stop_runs()
            await process.join()  # type: ignore[attr-defined]

    process.stop = stop  # type: ignore[attr-defined]
    process.start()


def _is_running(crawler: Crawler) -> bool:
    try:
        return crawler.engine.running
    except RuntimeError:  # Scrapy's answer before there is one
        return False

"""Progress at a terminal: one line for each portal that is being collected. In a log there is none."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from kznews.extensions.ledger import page_settled
from kznews.logs import stream_handlers
from kznews.outcomes import Outcome
from kznews.terminal import console, is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID
    from scrapy import Spider
    from scrapy.crawler import Crawler

    from kznews.store import Verdict


class RunProgress:
    """Scrapy extension: counts what becomes of pages; all runs of a process share one display."""

    _shown: ClassVar[Progress | None] = None
    _users: ClassVar[int] = 0

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.counts = dict.fromkeys(Outcome, 0)
        self.task: TaskID | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not (is_terminal() and crawler.settings.getbool("PROGRESS")):
            raise NotConfigured
        extension = cls(crawler)
        connect = crawler.signals.connect
        connect(extension.spider_opened, signals.spider_opened)
        connect(extension.settled, page_settled)
        connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self, spider: Spider) -> None:
        cls = type(self)
        if cls._shown is None:
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

            columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.fields[told]}"), TimeElapsedColumn())
            cls._shown = Progress(*columns, console=console(), transient=True)
            cls._shown.start()
            _log_through(sys.stderr)
        cls._users += 1
        self.task = cls._shown.add_task(spider.name, total=None, told="begins")

    def settled(self, verdict: Verdict, **_: Any) -> None:
        self.counts[verdict.outcome] += 1
        if self._shown is not None and self.task is not None:
            self._shown.update(self.task, told=self._told())

    def _told(self) -> str:
        pages = sum(self.counts.values())
        named = ((Outcome.STORED, "new"), (Outcome.UPDATED, "updated"), (Outcome.REFUSED, "refused"))
        return f"{pages} pages: " + ", ".join(f"{self.counts[outcome]} {name}" for outcome, name in named)

    def spider_closed(self) -> None:
        cls = type(self)
        if cls._shown is None or self.task is None:
            return
        cls._shown.refresh()  # a short run ends before the display has drawn itself again
        cls._shown.remove_task(self.task)
        cls._users -= 1
        if not cls._users:
            cls._shown.stop()
            cls._shown = None
            _log_through(sys.stderr)


def _log_through(stream: Any) -> None:
    """Let log lines appear above the display, which has put a stream of its own in the place of standard error."""
    for handler in stream_handlers():
        handler.setStream(stream)

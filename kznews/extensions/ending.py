"""The end of a run, whoever asks for it: no new fetch, a short grace for open ones, and everything that was read is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy import signals

from kznews.downloader import EndingDownloader
from kznews.extensions.ledger import Ledger

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class Ending:
    """Scrapy extension: tells the downloader when its run begins to end."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        return extension

    def spider_opened(self) -> None:
        # Scrapy has a signal for the end of a run that has ended, and none for its beginning. All ways to it (a signal of
        # the system, a failed store, a limit) lead through this one method.
        engine = self.crawler.engine
        close = engine.close_spider_async

        async def close_soon(*, reason: str = "cancelled") -> None:
            if isinstance(engine.downloader, EndingDownloader):
                engine.downloader.end()
            Ledger.of(self.crawler).hurry()
            await close(reason=reason)

        engine.close_spider_async = close_soon  # type: ignore[method-assign]

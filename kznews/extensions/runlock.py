"""One run per portal: the second one learns it before it has done anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals

from kznews.extensions.ledger import Ledger
from kznews.store import hold_run

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from kznews.store import RunLock


class PortalBusy(Exception):  # noqa: N818 - it says how things stand, not that something failed
    """Raised at the start of a run whose portal another run is collecting into the same store."""


class PortalLock:
    """Scrapy extension: holds the portal's lock from before the first request until the store is closed."""

    def __init__(self, lock: RunLock, crawler: Crawler) -> None:
        self.lock = lock
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PortalLock:
        """Take the lock; raises PortalBusy if another run has it, StoreError if it cannot be asked for."""
        portal = str(crawler.spidercls.name)
        lock = hold_run(crawler.settings["STORE"], portal)
        if lock is None:
            raise PortalBusy(f"{portal}: another run is collecting it into this store; this one leaves it alone")
        extension = cls(lock, crawler)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    async def spider_closed(self) -> None:
        # Scrapy stops no engine that has not run: if the store fails at the first write, this is the only end there is.
        await Ledger.of(self.crawler).closed.wait()
        self.lock.release()

    def engine_stopped(self) -> None:
        self.lock.release()

"""One run per portal: the second one learns it before it has done anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals

from kznews.store import hold_run

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from kznews.store import RunLock


class PortalBusy(Exception):  # noqa: N818 - it says how things stand, not that something failed
    """Raised at the start of a run whose portal another run is collecting into the same store."""


class PortalLock:
    """Scrapy extension: holds the portal's lock from before the first request until the store is closed."""

    def __init__(self, lock: RunLock) -> None:
        self.lock = lock

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PortalLock:
        """Take the lock; raises PortalBusy if another run has it, StoreError if it cannot be asked for."""
        portal = str(crawler.spidercls.name)
        lock = hold_run(crawler.settings["STORE"], portal)
        if lock is None:
            raise PortalBusy(f"{portal}: another run is collecting it into this store; this one leaves it alone")
        extension = cls(lock)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def engine_stopped(self) -> None:
        self.lock.release()

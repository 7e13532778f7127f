"""The filter of repeated requests, in constant memory: the store is what remembers, this knows only what is under way."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from scrapy.dupefilters import RFPDupeFilter

if TYPE_CHECKING:
    from scrapy.http import Request


class RecentFilter(RFPDupeFilter):
    """Filters requests that repeat one of the last DUPEFILTER_REMEMBERED ones.

    A request is repeated while its page is on its way: two listings name it, or a listing names what waits already. Once the
    page is settled, the store says so (`not_wanted`) before a request is made. So what has been forgotten here is
    at the worst fetched again, and changes nothing.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.remembered = 1
        self._recent: set[bytes] = set()
        self._order: deque[bytes] = deque()

    @classmethod
    def from_crawler(cls, crawler: Any) -> RecentFilter:
        made = super().from_crawler(crawler)
        made.remembered = crawler.settings.getint("DUPEFILTER_REMEMBERED")
        return made

    def request_seen(self, request: Request) -> bool:
        """Return whether an equal request was among the last ones, and remember this one if not."""
        fingerprint = self.fingerprinter.fingerprint(request)
        if fingerprint in self._recent:
            return True
        self._recent.add(fingerprint)
        self._order.append(fingerprint)
        if len(self._order) > self.remembered:
            self._recent.discard(self._order.popleft())
        return False

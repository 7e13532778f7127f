"""The gate that every request passes on its way out: only http(s), only the portal's declared hosts and ports.

It stands in the downloader, so links, retries, redirects and robots.txt all meet it, whatever their "don't filter" marks, and
before robots.txt, so that nothing is asked about hosts that are not ours. The download handler asks the same rule again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from kznews.network.errors import OffSite
from kznews.network.scope import scope_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class ScopeMiddleware:
    """Refuses requests that leave the portal's hosts; the error callback gives the page its outcome."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        if why := scope_of(self.crawler.spider).refusal(request.url):
            self.crawler.stats.inc_value("kznews/off_site")
            raise OffSite(why)

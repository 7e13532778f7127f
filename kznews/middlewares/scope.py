"""The gate that every request passes on its way out: only http(s), only the portal's declared hosts.

It stands in the downloader, so links, retries, redirects and robots.txt all meet it, whatever their "don't filter" marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class OffSite(IgnoreRequest):
    """Raised for a request to a host that the portal does not declare."""


class ScopeMiddleware:
    """Refuses requests that leave the portal's hosts; the error callback gives the page its outcome."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        hosts = getattr(self.crawler.spider, "hosts", ())
        try:
            parts = urlsplit(request.url)
            allowed = parts.scheme in ("http", "https") and parts.hostname in hosts and parts.port in (None, 80, 443)
        except ValueError:
            allowed = False
        if not allowed:
            self.crawler.stats.inc_value("kznews/off_site")
            raise OffSite(f"{request.url} is not on a host of this portal")

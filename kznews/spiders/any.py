"""Any portal: pages that no portal file declares, read by the general strategies alone.

`scrapy crawl any -s REPLAY=<folder>` reads every saved page (with `-a under=<sub-folder>` those below it);
`scrapy crawl any -a url=<address>` fetches one page.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from kznews.spiders.base import PortalSpider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.crawler import Crawler

    from kznews.portal import Portal


class AnyPortal(PortalSpider):
    """Pages of undeclared portals."""

    name = "any"
    title = "any portal"
    hosts: tuple[str, ...] = ("any.invalid",)  # replaced by the hosts that a run names
    articles = (r"[?&](?:p|id|newsid)=(?P<id>\d+)", r"/(?P<id>[^/?]+?)(?:\.(?:html?|php|aspx?))?/?(?:\?.*)?$")
    languages = ("kk",)
    arguments = ("url", "under")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.replay = spider.replay.below(under) if spider.replay and (under := getattr(spider, "under", "")) else spider.replay
        named = urlsplit(getattr(spider, "url", "")).hostname
        spider.hosts = (named,) if named else spider.replay.hosts if spider.replay else ()
        spider.portal = replace(cls.declared, hosts=spider.hosts)
        return spider

    def portal_of(self, url: str) -> Portal:
        """Return the portal of an address: its host, which is all that is known of it."""
        return self.declared.at(urlsplit(url).hostname or "")

    async def start(self) -> AsyncIterator[Any]:
        """Yield the page that `-a url=` names, or every saved page."""
        if request := self.page_request(getattr(self, "url", "")):
            yield request
        for request in self._saved() if self.replay else ():
            yield request

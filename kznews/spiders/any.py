"""Any portal: pages that no portal file declares, read by the general strategies alone.

`scrapy crawl any -s REPLAY=<folder>` reads every saved page (with `-a under=<sub-folder>` those below it);
`scrapy crawl any -a url=<address>` fetches one page; if that is a home page, a section, a feed, a sitemap or a robots.txt, then
the newest articles that it leads to as well, FOLLOW of them or as many as `-a follow=<number>` says (0: none).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from kznews.arguments import ArgumentError
from kznews.extract.links import address_of, canonical
from kznews.extract.sources.found import Child, Harvest
from kznews.extract.sources.guessing import read_unknown, source_of
from kznews.extract.sources.read import sitemaps_of
from kznews.extract.urlforms import Malformed, ascii_host, split
from kznews.outcomes import Reason, Refused
from kznews.spiders.base import PortalSpider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from kznews.extract.document import Document
    from kznews.extract.page import Reading
    from kznews.portal import Portal, Source

FOLLOW = 50
"""Articles of an unknown list that are read: a page of most lists, in two minutes."""
MOST_SOURCES = 5
"""Feeds or sitemaps that an unknown page leads to."""
ROBOTS = "/robots.txt"
_SAME_FOR_ALL = "index|default|view|show|full|read|open|news|article|story|post|page|details?|content"
"""Last parts of a path that say nothing about which article it is."""
_DRESSED = r"(?!(?:amp|print)(?:\.html?)?/?(?:\?|$))"
"""No id is the last part of an article's AMP page or print form: the rest of the address is the article's (links.py)."""
_ENDING = r"\.(?:html?|php\d?|aspx?|cgi|jsp|dll)"
_NO_ARTICLE = (Reason.NOT_ARTICLE, Reason.NO_BODY, Reason.NO_TITLE)


class AnyPortal(PortalSpider):
    """Pages of undeclared portals."""

    name = "any"
    title = "any portal"
    hosts: tuple[str, ...] = ("any.invalid",)  # replaced by the hosts that a run names
    articles = (
        r"[?&](?:p|id|newsid)=(?P<id>\d+)",
        rf"/(?P<id>(?:[^/?]+\.(?:php\d?|aspx?|cgi|jsp|dll)|{_SAME_FOR_ALL})\?.+)$",  # a program: the query says which article
        rf"/(?P<id>[^/?]+/(?:{_SAME_FOR_ALL}))(?:{_ENDING})?/?(?:\?.*)?$",
        rf"/{_DRESSED}(?P<id>[^/?]+?)(?:{_ENDING})?/?(?:\?.*)?$",
    )
    languages = ("kk",)
    arguments = ("url", "under", "follow")
    """What `-a` may name."""
    first: str | None
    """The address that `-a url=` names."""
    left: int
    """How many more articles of lists are to be read."""
    at: Callable[[str], Portal]
    """Returns the portal of a host."""

    @classmethod
    def check_arguments(cls, given: Mapping[str, str], *, is_replay: bool) -> None:
        """Raise ArgumentError for an address that cannot be asked for, and where there is nothing to read."""
        super().check_arguments(given, is_replay=is_replay)
        _number(given.get("follow", str(FOLLOW)))
        if "url" not in given and is_replay:
            return
        if "url" not in given:
            raise ArgumentError("nothing is named to be read: -a url=https://example.kz/, or -s REPLAY=<folder of saved pages>")
        try:
            address_of(given["url"], _named(given["url"], cls.declared))
        except Refused as refused:
            line = f"url={given['url']!r} cannot be asked for ({refused.detail or refused.reason.meaning})"
            raise ArgumentError(f"{line}; write it as url=https://example.kz/") from None

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.replay = spider.replay.below(under) if spider.replay and (under := getattr(spider, "under", "")) else spider.replay
        spider.portal = _named(getattr(spider, "url", ""), cls.declared)
        if spider.replay and not spider.portal.hosts:
            spider.portal = replace(cls.declared, hosts=spider.replay.hosts)
        spider.hosts = spider.portal.hosts
        spider.first = canonical(getattr(spider, "url", ""), spider.portal)
        spider.at = lru_cache(maxsize=64)(cls.declared.at)  # pages of one host follow one another
        spider.left = _number(getattr(spider, "follow", str(FOLLOW)))
        return spider

    def portal_of(self, url: str) -> Portal:
        """Return the portal of an address: its host, which is all that is known of it."""
        return self.at(ascii_host(urlsplit(url).hostname or ""))

    async def start(self) -> AsyncIterator[Any]:
        """Yield the page that `-a url=` names, or every saved page."""
        if request := self.page_request(getattr(self, "url", "")):
            yield request
        for request in self._saved() if self.replay else ():
            yield request

    async def parse(self, response: Response) -> AsyncIterator[Any]:
        """Yield what the base class does; the page that the run names may be a feed or a sitemap."""
        if self.first is not None and response.meta["page"] == self.first and not self.replay:
            response.meta["source"] = source_of(response.body, self.first)
        async for output in super().parse(response):
            yield output

    def listing(self, document: Document, source: Source | None) -> Harvest:
        """Return what an unknown list leads to; a robots.txt leads to the sitemaps that it names."""
        if self.replay:
            return super().listing(document, source)
        if urlsplit(document.address).path == ROBOTS:
            return Harvest(children=tuple(Child(found) for found in sitemaps_of(document.body, self.portal)))
        return read_unknown(document, self.portal)

    def _is_listing(self, document: Document, source: Source | None, reading: Reading) -> bool:
        """Return whether a page is read for its links: on the network only the one that the run names, if it is no article."""
        if self.replay:
            return super()._is_listing(document, source, reading)
        refused = reading.refusal is not None and reading.refusal[0] in _NO_ARTICLE
        return self.left > 0 and document.address == self.first and (refused or urlsplit(document.address).path in ("/", ROBOTS))

    def _follow(self, harvest: Harvest, source: Source | None, response: Response) -> Iterator[Request]:
        """Yield requests for as many of a list's articles as the run is to read."""
        if self.replay:
            return super()._follow(harvest, source, response)
        taken = harvest.found[: self.left]
        self.left -= len(taken)
        left_out = len(harvest.found) - len(taken)
        notes = (*harvest.notes, f"{left_out} more addresses were left out") if left_out else harvest.notes
        bounded = replace(harvest, found=taken, children=harvest.children[:MOST_SOURCES], notes=notes)
        return super()._follow(bounded, source, response)

    async def _without_dresses(self, harvest: Harvest) -> Harvest:
        """Return a harvest as it is: what an unknown address calls its article is a guess."""
        return harvest


def _named(url: str, declared: Portal) -> Portal:
    """Return the portal that an address names: its host and port, which speak the scheme that stands before them."""
    try:
        parts = split(url)
    except Malformed:
        return replace(declared, hosts=())
    ports = () if parts.port in (None, 80, 443) else (parts.port,)
    return replace(declared, hosts=(parts.host,), ports=ports, scheme=parts.scheme)


def _number(said: str) -> int:
    if not (said.isascii() and said.isdigit() and len(said) < 7):  # noqa: PLR2004 - a million pages are no unknown list
        raise ArgumentError(f"follow={said!r} is no number of articles")
    return int(said)

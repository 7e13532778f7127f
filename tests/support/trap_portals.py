"""Portals with traps, and the sites that serve them: each has ARTICLES real articles beside addresses without end."""

from __future__ import annotations

import random
import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from kznews.portal import Listing, Sitemap
from kznews.spiders.base import PortalSpider
from tests.support.generated_portal import article
from tests.support.portal_server import Answer

MODULES = "kznews.spiders,tests.support.trap_portals"
ARTICLES = 12
HTML = {"Content-Type": "text/html; charset=utf-8"}
BEGINS = datetime(2026, 3, 1, 4, tzinfo=UTC)


class _Trap(PortalSpider):
    """What the portals with traps share."""

    name = "trap"
    title = "Қақпан"
    hosts = ("trap.kz",)
    alive_since = date(2010, 1, 1)
    sources = (Listing(url="https://trap.kz/", pages="?page={n}"),)
    articles = (r"^/(?:\w+/)?news/(?P<id>\d+)",)


class Calendar(_Trap):
    """Every address below the root may be an article, as in a WordPress; a calendar leads from month to month."""

    name = "trap-calendar"
    articles = (r"^/(?P<id>[^?]+)",)


class Pager(_Trap):
    """Its list goes on for ever with addresses of articles that do not exist."""

    name = "trap-pager"


class Facets(_Trap):
    """Each article stands in the list once for each way to sort it."""

    name = "trap-facets"


class Related(_Trap):
    """Each article links to others that link to others."""

    name = "trap-related"


class Sessions(_Trap):
    """Each visit gets a session, which stands in the path of every link."""

    name = "trap-sessions"


class Deep(_Trap):
    """Relative links that pile up folders."""

    name = "trap-deep"
    articles = (r"^/(?:[\w/]+/)?news/(?P<id>\d+)",)


class Maps(_Trap):
    """Its news sitemap is an index of indexes that name each other."""

    name = "trap-maps"
    sources = (Sitemap(url="https://trap.kz/maps.xml", news=True),)


EMPTY = "<html><title>Күнтізбе</title><h1>Күнтізбе</h1><p>Жаңалық жоқ</p></html>"
MAPS = {
    "/maps.xml": ("sitemap", ["/maps.xml", "/a.xml", "/old.xml", "https://elsewhere.kz/x.xml", "/broken.xml", "/page.xml"]),
    "/a.xml": ("sitemap", ["/maps.xml", "/a.xml", "/b.xml", "/c.xml"]),
    "/b.xml": ("url", [f"/news/{number}" for number in range(ARTICLES)]),
    "/c.xml": ("sitemap", ["/a.xml", "/deep.xml"]),
    "/deep.xml": ("url", ["/news/0"]),
    "/old.xml": ("url", ["/news/1"]),
}
"""Path -> kind of its entries and their addresses."""
OLD = "2025-01-01T00:00:00Z"


def sitemap(path: str) -> bytes:
    """Return one of MAPS; /old.xml has not changed for long, by the index that names it."""
    kind, addresses = MAPS[path]
    root = "urlset" if kind == "url" else "sitemapindex"
    changed = f"<lastmod>{OLD}</lastmod>"
    entries = "".join(f"<{kind}><loc>{address}</loc>{changed if address == '/old.xml' else ''}</{kind}>" for address in addresses)
    return f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{root}>'.encode()


def links(addresses: list[str]) -> bytes:
    shown = "".join(f'<li><a href="{address}">Ауылдағы жаңа көпір туралы хабар</a></li>' for address in addresses)
    return f"<html><head><title>Қақпан</title></head><body><main><ul>{shown}</ul></main></body></html>".encode()


class TrapSite:
    """Serves one of the portals."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.dice = random.Random(5)

    def answer(self, host: str, target: str) -> Answer:
        parts = urlsplit(target)
        if parts.path in MAPS or parts.path == "/broken.xml":
            body = sitemap(parts.path) if parts.path in MAPS else b"<urlset><url>"
            return Answer(200, body, {"Content-Type": "application/xml"})
        if parts.path == "/":
            page = int((re.search(r"page=(\d+)", parts.query) or [0, "1"])[1])
            return Answer(200, links(self.listed(page)), HTML)
        number = re.search(r"/news/(\d+)", parts.path)
        if number and int(number[1]) < ARTICLES:
            return Answer(200, self.article(int(number[1])), HTML)
        empty = self.kind in ("calendar", "pager") and parts.path != "/robots.txt"  # pages, but without a text
        return Answer(200, EMPTY.encode(), HTML) if empty else Answer(404, b"", HTML)

    def article(self, number: int) -> bytes:
        page = article(number, BEGINS + timedelta(hours=number))
        more = (
            links([f"/related{number}/news/{number * 1000 + 100 + other}" for other in range(20)])
            if self.kind == "related"
            else b""
        )
        return page.encode() + more

    def listed(self, page: int) -> list[str]:
        """Return the links of a page of the list: the articles on the first, then what the trap adds."""
        real = [f"/news/{number}" for number in range(ARTICLES)] if page == 1 else []
        if self.kind == "calendar":
            return real + [f"/calendar/{2026 + page // 12}/{page % 12 + 1}/{day}" for day in range(1, 29)]
        if self.kind == "pager":
            return real + [f"/news/{page * 1000 + number}" for number in range(20)]
        if self.kind == "facets":
            return [f"{address}?sort={way}" for address in real for way in range(20)]
        if self.kind == "sessions":
            return [f"/{self.dice.randbytes(8).hex()}{address}" for address in real]
        if self.kind == "deep":
            return real + [f"{'/a' * depth}{address}" for depth in range(1, 40) for address in real]
        return real

"""Chains of answers that try to lead a crawler away from its hosts, a server that gives them, and a spider that follows all.

Chain k begins at http://c<k>.kz/0; every answer follows from seed, chain, address and how often it was asked for. The spider
believes every link and marks every request so that Scrapy's own filters let it pass; only the gates stand in its way.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from scrapy import Request, Spider

from kznews.network.addresses import gate_from
from kznews.network.endpoints import Endpoints
from kznews.network.handler import GatedHandler
from tests.support.fetching import handlers, what_it_sends
from tests.support.local_site import LocalHandler
from tests.support.raw_server import RawServer

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Iterator
    from multiprocessing.connection import Connection

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.interfaces import IStreamClientEndpoint

    from tests.support.raw_server import Request as Asked

STEPS = 6
"""A chain is that long at most, and a page leads to two addresses."""
_AWAY = r"""
http://evil.kz/x https://evil.kz/x //evil.kz/x ///evil.kz/x ////evil.kz/x http:///evil.kz/x \\evil.kz\x /\evil.kz/x
\/evil.kz/x http:evil.kz/x
https:/evil.kz/x http:\\evil.kz\x http://OWN@evil.kz/x http://OWN:80@evil.kz/x //OWN@evil.kz/x http://OWN%40evil.kz/x http://OWN\@evil.kz/x
http://evil.kz\.OWN/x http://evil.kz\@OWN/x http://evil.kz#@OWN/x http://evil.kz?@OWN/x http://evil.kz;.OWN/x http://OWN.evil.kz/x
http://evilOWN/x http://m.OWN/x http://OWN./x http://OWN:8080/x https://OWN:22/x //OWN:81/x http://user:word@OWN/x http://@OWN/x
http://127.0.0.1/x http://2130706433/x http://[::1]/x http://0x7f.1/x http://localhost/x http://169.254.169.254/x http://ⓔvil.kz/x
http://evil。kz/x http://evil.kz%00.OWN/x http://evil.kz%2f.OWN/x http://evil.kz%23.OWN/x http://[OWN]/x http://evil.kz:80:80/x
ftp://evil.kz/x file:///etc/passwd javascript:location='http://evil.kz/' data:text/html,x gopher://evil.kz/ view-source:http://evil.kz/x
s3://evil/x feed:http://evil.kz/x %68ttp://evil.kz/x wss://evil.kz/x
"""
AWAY = [
    *_AWAY.split(),
    "\thttp://evil.kz/x",
    " http://evil.kz/x",
    "ht\ttp://evil.kz/x",
    "http://evil\t.kz/x",
    "http://OWN\t.evil.kz/x",
    "\x01http://evil.kz/x",
    "/x\r\nLocation: http://evil.kz/x",
]
_FOUND = re.compile(r"""(?:href|src|url|action)\s*=\s*["']?([^"'>]+)|<(?:loc|link|guid|id)>([^<]+)<""", re.IGNORECASE)
_HTML, _XML, _TEXT = ("Content-Type: text/html; charset=utf-8", "Content-Type: application/xml", "Content-Type: text/plain")


def own(chain: int) -> str:
    return f"c{chain}.kz"


def chain_answer(seed: int, host: str, target: str, times: int) -> bytes:
    """Return what a chain's host says when it is asked for an address for the `times`-th time."""
    rng = Random(f"{seed} {host} {target}")
    step = int(found[1]) if (found := re.search(r"/(\d+)", target)) else 0
    if target == "/robots.txt":
        return _robots(rng, host)
    if times < rng.choice((0, 0, 0, 1, 1, 2)):
        return _busy(rng, host, step)
    if step >= STEPS:
        return _said("200 OK", "<p>the end</p>", _HTML)
    kind = rng.choice((_redirect, _redirect, _refresh, _page, _feed, _sitemap, _login))
    return kind(rng, host, step)


def _next(rng: Random, host: str, step: int) -> str:
    if rng.random() < 0.4:
        return rng.choice((f"/{step + 1}", f"http://{host}/{step + 1}", f"//{host}/{step + 1}", f"https://{host}:443/{step + 1}"))
    return rng.choice(AWAY).replace("OWN", host)


def _said(status: str, body: str, *headers: str) -> bytes:
    data = body.encode()
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(data)}", 'Alt-Svc: h2="evil.kz:443"; ma=86400', "", ""]
    more = [
        "Set-Cookie: a=b; Domain=evil.kz",
        "Strict-Transport-Security: max-age=9; includeSubDomains",
        "Link: <http://evil.kz/>; rel=next",
    ]
    return "\r\n".join(lines[:1] + more + lines[1:]).encode() + data


def _redirect(rng: Random, host: str, step: int) -> bytes:
    status = rng.choice(
        ("301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect", "300 Choices")
    )
    return _said(
        status, "", f"Location: {_next(rng, host, step)}", *[f"Location: {_next(rng, host, step)}"] * rng.choice((0, 0, 1))
    )


def _busy(rng: Random, host: str, step: int) -> bytes:
    """Say to try again, so that the next request carries the marks of a retry; now and then cut the connection."""
    status = rng.choice(("503 Busy", "429 Too Many", "500 Error", "408 Timeout", ""))
    return _said(status, "", "Retry-After: 0", f"Location: {_next(rng, host, step)}") if status else b""


def _refresh(rng: Random, host: str, step: int) -> bytes:
    there = _next(rng, host, step)
    if rng.random() < 0.5:
        return _said("200 OK", "<p>wait</p>", _HTML, f"Refresh: 0; url={there}")
    return _said("200 OK", f'<html><head><meta http-equiv="refresh" content="0; url={there}"></head></html>', _HTML)


def _login(rng: Random, host: str, step: int) -> bytes:
    status = rng.choice(("401 Unauthorized", "407 Proxy", "403 Forbidden"))
    asks = (f'WWW-Authenticate: Basic realm="{host}"', 'Proxy-Authenticate: Basic realm="evil.kz"')
    return _said(status, f'<a href="{_next(rng, host, step)}">', _HTML, *asks, f"Location: {_next(rng, host, step)}")


def _page(rng: Random, host: str, step: int) -> bytes:
    base = rng.choice(("", f'<base href="{_next(rng, host, step)}">'))
    tags = (
        '<link rel="canonical" href="{}">',
        '<link rel="amphtml" href="{}">',
        '<link rel="alternate" type="application/rss+xml" href="{}">',
    )
    more = ('<a href="{}">x</a>', '<iframe src="{}"></iframe>', '<form action="{}"></form>', '<a href="x/../{}">x</a>')
    links = [rng.choice(tags + more).format(_next(rng, host, step)) for _ in range(2)]
    return _said("200 OK", f"<html><head>{base}{''.join(links)}</head></html>", _HTML)


def _feed(rng: Random, host: str, step: int) -> bytes:
    there, other = _next(rng, host, step), _next(rng, host, step)
    items = f'<item><link>{there}</link><guid>{other}</guid><enclosure url="{other}"/></item>'
    return _said("200 OK", f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>', _XML)


def _sitemap(rng: Random, host: str, step: int) -> bytes:
    kind, child = rng.choice((("urlset", "url"), ("sitemapindex", "sitemap")))
    entries = "".join(f"<{child}><loc>{_next(rng, host, step)}</loc></{child}>" for _ in range(2))
    return _said(
        "200 OK", f'<?xml version="1.0"?><{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{kind}>', _XML
    )


def _robots(rng: Random, host: str) -> bytes:
    kind = rng.random()
    if kind < 0.4:
        return _redirect(rng, host, STEPS)
    if kind < 0.6:
        return _said("200 OK", f"Sitemap: {_next(rng, host, 0)}\nUser-agent: *\nAllow: /\n", _TEXT)
    return _said(rng.choice(("404 Not Found", "503 Busy", "401 Unauthorized")), "", f"Location: {_next(rng, host, 0)}")


class ChainServer(RawServer):
    """Serves the chains of a seed."""

    def __init__(self, seed: int) -> None:
        super().__init__({})
        self.seed = seed
        self._times: Counter[tuple[str, str]] = Counter()

    async def answer(self, request: Asked, writer: asyncio.StreamWriter) -> None:
        host = request.headers.get("host", "")
        data = chain_answer(self.seed, host.partition(":")[0], request.target, self._times[host, request.target])
        self._times[host, request.target] += 1
        writer.write(data)
        if not data:
            writer.close()


class CanaryServer(RawServer):
    """Answers everything with a page; nobody should ever ask it."""

    def __init__(self) -> None:
        super().__init__({})

    async def answer(self, request: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(_said("200 OK", "<p>canary</p>", _HTML))


class ChainEndpoints(Endpoints):
    """Leads the chains' hosts on their own ports to the one server, and whatever else passes the gate to the canary."""

    site = canary = 0
    own: frozenset[str] = frozenset()

    def reach(self, scheme: str, host: str, port: int) -> IStreamClientEndpoint:
        at_home = host in self.own and port in (80, 443)
        return self.checked("127.0.0.1", self.site if at_home else self.canary)


class ChainHandler(GatedHandler):
    """The real handler on a network that is two servers of this machine."""

    endpoints_class = ChainEndpoints

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        ours = self.endpoints
        assert isinstance(ours, ChainEndpoints)
        ours.gate = gate_from("127.0.0.1")
        ours.site, ours.canary = crawler.settings.getint("CHAIN_SITE"), crawler.settings.getint("CHAIN_CANARY")
        ours.own = frozenset(crawler.settings.getlist("CHAIN_HOSTS"))


class _Everything:
    """A scope that lets everything pass."""

    @staticmethod
    def refusal(url: str) -> str:
        return ""

    @staticmethod
    def refusal_of(scheme: str, host: str, port: int) -> str:
        return ""


class OpenHandler(ChainHandler):
    """The same without the scope gate, for the negative control."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.endpoints.scope = _Everything  # type: ignore[assignment]


class OpenLocalHandler(LocalHandler):
    """The handler of the local site without the scope gate."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.endpoints.scope = _Everything  # type: ignore[assignment]


class Chaser(Spider):
    """Follows whatever looks like an address, by every road that Scrapy has."""

    name = "chaser"
    hosts: tuple[str, ...]
    pipe: Connection

    async def start(self) -> AsyncIterator[Any]:
        for host in self.hosts:
            yield self._request(f"http://{host}/0", 0)

    def _request(self, url: str, depth: int) -> Request:
        return Request(url, self.parse, errback=self.failed, dont_filter=True, meta={"allow_offsite": True, "jumps": depth})

    async def parse(self, response: Response) -> AsyncIterator[Any]:
        depth = response.meta["jumps"] + 1
        for number, url in enumerate(_addresses(response) if depth < STEPS else ()):
            try:
                request = self._request(url, depth)
            except ValueError:
                continue
            if number % 2:
                yield request
                continue
            try:
                await self.crawler.engine.download_async(request)
            except Exception:  # noqa: BLE001 - the servers know what was asked
                self.crawler.stats.inc_value("chaser/refused")

    def failed(self, failure: Any) -> None:
        self.crawler.stats.inc_value("chaser/failed")

    def closed(self, reason: str) -> None:
        self.pipe.send(dict(self.crawler.stats.get_stats()))


def _addresses(response: Response) -> Iterator[str]:
    text = unescape(response.body.decode("utf-8", "replace"))
    refresh = re.findall(r"url=(.*)", (response.headers.get("Refresh") or b"").decode("latin-1"))
    location = (response.headers.get("Location") or b"").decode("latin-1")
    base = next(iter(re.findall(r'<base href="([^"]+)"', text)), response.url)
    for found in [*refresh, location, *("".join(parts) for parts in _FOUND.findall(text))][:2]:
        if found:
            yield from {found.strip(), _joined(response.url, found), _joined(base, found)}


def _joined(base: str, found: str) -> str:
    try:
        return urljoin(base, found)
    except ValueError:
        return found


_SCOPE = "kznews.middlewares.scope.ScopeMiddleware"
GATES = {
    # which gates stand: the settings of the run
    "both": ({_SCOPE: 50}, "ChainHandler"),
    "handler": ({_SCOPE: None}, "ChainHandler"),
    "middleware": ({_SCOPE: 50}, "OpenHandler"),
    "none": ({_SCOPE: None}, "OpenHandler"),
}
_PERMISSIVE = {
    # Scrapy's own middlewares as they come, all that follows an address switched on, and no politeness.
    "ROBOTSTXT_OBEY": True,
    "METAREFRESH_ENABLED": True,
    "RETRY_ENABLED": True,
    "REDIRECT_MAX_TIMES": 5,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "SPIDER_MIDDLEWARES": {},
    "ITEM_PIPELINES": {},
    "EXTENSIONS": {},
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
    "DUPEFILTER_CLASS": "scrapy.dupefilters.RFPDupeFilter",
}


@dataclass(frozen=True)
class Campaign:
    """What some chains led to."""

    asked: int
    """Requests that the chains' own hosts received."""
    canary: int
    """Connections that the canary received."""
    stats: dict[str, Any]


def campaign(chains: range, *, gates: str = "both", seed: int = 1, limit: float = 600) -> Campaign:
    """Follow some chains with these gates standing."""
    middlewares, handler = GATES[gates]
    hosts = tuple(map(own, chains))
    with ChainServer(seed) as site, CanaryServer() as canary:
        settings = {
            **_PERMISSIVE,
            "DOWNLOADER_MIDDLEWARES": {"scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None, **middlewares},
            "DOWNLOAD_HANDLERS": handlers(f"tests.support.chains.{handler}"),
            "CHAIN_SITE": site.port,
            "CHAIN_CANARY": canary.port,
            "CHAIN_HOSTS": hosts,
        }
        stats = what_it_sends(Chaser, settings, limit=limit, hosts=hosts)
    return Campaign(len(site.asked), canary.connections, stats)

"""robots.txt as RFC 9309 has it, in place of Scrapy's middleware, to which a file out of reach allows everything."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured, StopDownload
from scrapy.http.request import NO_CALLBACK

from kznews import clock
from kznews.downloader import GivenUp
from kznews.extensions.conduct import Conduct
from kznews.extensions.ledger import Ledger
from kznews.network.errors import ForbiddenByRobots, LeftAlone, PrivateAddress, RobotsUnreachable
from kznews.politeness.copies import Look, after_bad, after_good, look
from kznews.politeness.robots import MAX_BYTES, Rules, decode
from kznews.store import keep_robots

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from kznews.politeness.copies import RobotsCopy

MARK = "robots_txt"
"""In `meta`, of a request for a robots.txt and what it is redirected to: how much has been received."""
LOOK_AGAIN = 600.0
"""Seconds until a file that is out of reach is asked for again within a run; longer runs are back-fills of many hours."""
_MAX_LENGTH = 32 * 2**20
"""Bytes that a server may announce: what is over MAX_BYTES is not read."""
_HEADERS = {"Accept": "text/plain,*/*;q=0.5", "Accept-Encoding": "identity"}  # a packed body could not be read in part


@dataclass(frozen=True, slots=True)
class _Held:
    """What is known of one robots.txt in this run."""

    copy: RobotsCopy
    rules: Rules | None
    """None: out of reach."""
    looked: float
    """When, in ticks."""

    @property
    def counts(self) -> bool:
        return self.copy.counts(clock.now()) if self.rules else clock.ticks() < self.looked + LOOK_AGAIN


class Robots:
    """Lets pass what robots.txt allows, and nothing where it is out of reach; its copy is kept in the store for a day."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self.crawler = crawler
        self._held: dict[str, _Held] = {}
        self._looking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = cls(crawler)
        crawler.signals.connect(middleware._received, signals.bytes_received)
        return middleware

    async def process_request(self, request: Request) -> None:
        if MARK in request.meta:
            return
        origin = origin_of(request.url)
        async with self._looking[origin]:  # who comes first looks, the others wait, and all go on in their order
            held = self._held.get(origin)
            if held is None or not held.counts:
                held = self._held[origin] = await self._look(origin)
        if held.rules is None:
            raise RobotsUnreachable(f"{origin}/robots.txt: {held.copy.detail}")
        if not held.rules.allowed(request.url):
            self.crawler.stats.inc_value("kznews/forbidden_by_robots")
            raise ForbiddenByRobots(f"{origin}/robots.txt forbids {request.url}")

    async def _look(self, origin: str) -> _Held:
        """Return what there is to know of an origin: from the store, or from its server."""
        conduct, ledger = Conduct.of(self.crawler), Ledger.of(self.crawler)
        copy = await ledger.ask(ledger.kept.robots, origin) if conduct.live else None
        if copy is None or not copy.counts(clock.now()):
            copy = await self._asked(origin, copy)
            if conduct.live:
                await ledger.keep(partial(keep_robots, copy=copy))
        rules = None
        if copy.body is not None and copy.counts(clock.now()):
            rules = await asyncio.to_thread(Rules, copy.body)  # 500 KiB of rules take a second
            conduct.set_delay(origin, rules.delay)
        else:
            self._tell(copy)
        return _Held(copy, rules, clock.ticks())

    async def _asked(self, origin: str, old: RobotsCopy | None) -> RobotsCopy:
        """Ask for the file and return the copy that follows; raises LeftAlone, GivenUp or PrivateAddress if it cannot be."""
        self.crawler.stats.inc_value("kznews/robots_asked")
        meta = {MARK: 0, "download_maxsize": _MAX_LENGTH}
        request = Request(f"{origin}/robots.txt", headers=_HEADERS, meta=meta, callback=NO_CALLBACK, priority=1000)
        assert self.crawler.engine is not None  # noqa: S101 - requests come from a running engine
        try:
            response = await self.crawler.engine.download_async(request)
        except (LeftAlone, GivenUp, PrivateAddress):  # true of the page as well, and a better name for what is wrong
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was: there is no answer to rely on
            return after_bad(origin, clock.now(), old, status=None, detail=f"{type(error).__name__}: {error}")
        return await self._read(origin, response, old)

    async def _read(self, origin: str, response: Response, old: RobotsCopy | None) -> RobotsCopy:
        found, now = look(response.status), clock.now()
        if found is Look.UNREACHABLE:
            return after_bad(origin, now, old, status=response.status, detail=f"HTTP {response.status}")
        body = await asyncio.to_thread(decode, response.body) if found is Look.READ else ""
        return after_good(origin, now, status=response.status, body=body)

    def _received(self, data: bytes, request: Request) -> None:
        """Stop a robots.txt where nobody reads on."""
        if MARK in request.meta:
            request.meta[MARK] += len(data)
            if request.meta[MARK] > MAX_BYTES:
                raise StopDownload(fail=False)

    def _tell(self, copy: RobotsCopy) -> None:
        """Say that a file is out of reach; when that is true of every one that is asked for, the run halts."""
        conduct = Conduct.of(self.crawler)
        line = f"{copy.origin}/robots.txt is out of reach ({copy.detail}): nothing is asked there until it answers"
        if copy.needs_a_person(clock.now()):
            line += f"; it has been so since {copy.unreachable_since:%Y-%m-%d}: decide whether the portal is to be collected"
        conduct.say(line)
        looking = any(lock.locked() for origin, lock in self._looking.items() if origin != copy.origin)
        if not (looking or any(known.rules for known in self._held.values())):
            conduct.halt("robots_unreachable")


def origin_of(url: str) -> str:
    """Return scheme and authority of an address, a robots.txt being that of both; no user, no port of the scheme's own.

    >>> origin_of("HTTPS://qamshy.kz:443/kz/article/1"), origin_of("http://qamshy.kz:8080/")
    ('https://qamshy.kz', 'http://qamshy.kz:8080')
    """
    parts = urlsplit(url)
    port = "" if parts.port in (None, {"http": 80, "https": 443}.get(parts.scheme)) else f":{parts.port}"
    return f"{parts.scheme}://{parts.hostname}{port}"

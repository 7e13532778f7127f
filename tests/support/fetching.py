"""Fetches by the real engine and the real handler, in a fork of a process that has imported them; nothing is stored.

fetched = fetch([server.url("/")], hosts=("127.0.0.1",), ports=(server.port,))
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import resource
import socket
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.utils.project import get_project_settings
from twisted.internet.defer import Deferred

from kznews.failures import reason_of_failure
from kznews.network.handler import GatedHandler
from kznews.portal import Portal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence
    from multiprocessing.connection import Connection

    from scrapy.crawler import Crawler

LIMIT = 120
"""Seconds after which a process is taken for one that never ends."""
STOCK = "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"
STALLED = "tests.support.fetching.StalledHandler"
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(
    ["tests.support.fetching", "tests.support.portal_crawls", "scrapy.crawler", "kznews.middlewares.coding"]
)
_ALONE = {
    "DOWNLOADER_MIDDLEWARES": {
        "kznews.middlewares.scope.ScopeMiddleware": 50,
        "kznews.middlewares.coding.ContentCoding": 590,
        "kznews.middlewares.redirect.Redirects": 600,
        **dict.fromkeys(
            (
                "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware",
                "scrapy.downloadermiddlewares.redirect.RedirectMiddleware",
                "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware",
            )
        ),
    },
    "SPIDER_MIDDLEWARES": {},
    "ITEM_PIPELINES": {},
    "EXTENSIONS": {},
    "ROBOTSTXT_OBEY": False,
    "RETRY_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS": 100,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 100,
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
}
"""The network part alone: no store, no delays, all at once."""


@dataclass(frozen=True)
class Fetched:
    """What a fetch gave: an answer, or the name of its failure."""

    url: str
    status: int = 0
    body: bytes = b""
    error: str = ""
    """The class of the exception; "pending" if the fetch was not over when all the others were."""
    reason: str = ""
    detail: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Fetches:
    """The fetches of one process, in the order in which they were ordered."""

    all: list[Fetched]
    grown: int
    """Bytes by which the process's memory grew at its highest."""
    lookups: list[str]

    @property
    def only(self) -> Fetched:
        (one,) = self.all
        return one


class LabHandler(GatedHandler):
    """The real handler, with names that a test gives: LAB_NAMES maps a host to its answers in turn, [] never answers."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        names = crawler.settings.getdict("LAB_NAMES")
        if names:
            self.endpoints.lookup = lambda host: self._named(host, names)

    def _named(self, host: str, names: dict[str, list[list[str]]]) -> Deferred[list[str]]:
        Fetcher.lookups.append(host)
        answer: Deferred[list[str]] = Deferred()
        if answers := names[host]:
            answer.callback(answers.pop(0) if len(answers) > 1 else answers[0])
        return answer


class StalledHandler(GatedHandler):
    """The real handler and the real resolver, on a system whose name server never answers."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        socket.getaddrinfo = lambda *_, **__: threading.Event().wait()


class Fetcher(Spider):
    """Downloads its addresses and hands the answers over; `waiting` are those that are not waited for."""

    name = "fetcher"
    lookups: list[str] = []  # noqa: RUF012 - one per process
    jobs: Sequence[tuple[str, dict[str, Any]]]
    waiting: frozenset[str]
    in_turn: bool
    pipe: Connection

    async def start(self) -> AsyncIterator[Any]:
        before = _memory()
        first = [job for job in self.jobs if job[0] not in self.waiting]
        held = {url: asyncio.ensure_future(self._one(url, meta)) for url, meta in self.jobs if url in self.waiting}
        if self.in_turn:
            results = {url: await self._one(url, meta) for url, meta in first}
        else:
            results = {one.url: one for one in await asyncio.gather(*(self._one(url, meta) for url, meta in first))}
        for url, task in held.items():
            results[url] = task.result() if task.done() else Fetched(url, error="pending")
            task.cancel()
        found = [results[url] for url, _ in self.jobs]
        self.pipe.send(Fetches(found, _memory() - before, self.lookups))
        return
        yield

    async def _one(self, url: str, meta: dict[str, Any]) -> Fetched:
        try:
            answer = await self.crawler.engine.download_async(Request(url, meta=meta, dont_filter=True))
        except Exception as error:  # noqa: BLE001 - what it is, is the result
            reason, detail = reason_of_failure(error)
            return Fetched(url, error=type(error).__name__, reason=reason.value, detail=detail)
        known = {name: answer.meta[name] for name in ("redirect_urls",) if name in answer.meta}
        return Fetched(url, answer.status, answer.body, meta=known)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def fetch(
    jobs: Sequence[str | tuple[str, dict[str, Any]]],
    *,
    hosts: tuple[str, ...] = ("127.0.0.1",),
    ports: tuple[int, ...] = (),
    allow: str = "127.0.0.1",
    handler: str = "tests.support.fetching.LabHandler",
    names: Mapping[str, list[list[str]]] | None = None,
    in_turn: bool = False,
    waiting: frozenset[str] = frozenset(),
    portal: Mapping[str, Any] | None = None,
    env: Mapping[str, str] | None = None,
    **settings: Any,
) -> Fetches:
    """Fetch addresses, all at once or one after the other, and return what became of them."""
    declared = Portal(name="lab", title="lab", hosts=hosts, ports=ports, articles=(), **(portal or {}))
    opened = {"GATE_ALLOW": allow} if allow else {}
    chosen = {**_ALONE, **opened, "LAB_NAMES": dict(names or {}), "DOWNLOAD_HANDLERS": handlers(handler), **settings}
    jobs = [job if isinstance(job, tuple) else (job, {}) for job in jobs]
    how = {"hosts": hosts, "portal": declared, "jobs": jobs, "waiting": waiting, "in_turn": in_turn}
    found: Fetches = what_it_sends(Fetcher, chosen, env=env, **how)
    return found


def handlers(handler: str) -> dict[str, str | None]:
    """Return the setting that leaves http and https to a handler, and nothing else to anybody."""
    return {"http": handler, "https": handler, "ftp": None, "s3": None, "file": None, "data": None}


def what_it_sends(
    spider: type[Spider], settings: Mapping[str, Any], *, env: Mapping[str, str] | None = None, limit: float = LIMIT, **how: Any
) -> Any:
    """Run a spider in a process of its own and return what it sends through its `pipe`."""
    ours, theirs = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=_run, args=(spider, dict(settings), dict(env or {})), kwargs={"pipe": theirs, **how})
    process.start()
    theirs.close()
    try:
        assert ours.poll(limit), "the process sends nothing"
        sent = ours.recv()
        process.join(limit)
        assert process.exitcode is not None, "the process does not end"
        return sent
    finally:
        if process.is_alive():
            process.kill()


def _run(spider: type[Spider], settings: dict[str, Any], env: dict[str, str], **how: Any) -> None:
    os.environ.update(env)
    from scrapy.crawler import AsyncCrawlerProcess

    chosen = get_project_settings()
    chosen.setdict(settings, "cmdline")
    process = AsyncCrawlerProcess(chosen)
    process.crawl(spider, **how)
    process.start()

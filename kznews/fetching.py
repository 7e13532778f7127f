"""Single pages for contributors: fetched through the same gates and as politely as in any run, kept in no store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import scrapy
from scrapy.http import Request

from kznews import clock
from kznews.failures import reason_of_failure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from datetime import datetime

    from scrapy.http import Response
    from scrapy.settings import BaseSettings
    from twisted.python.failure import Failure

    from kznews.portal import Portal

KEPT_HEADERS = ("Content-Type", "Content-Language", "Date", "ETag", "Last-Modified", "cf-mitigated")
"""Headers that our rules read, or a reader of the case wants to know; cookies and server names are nobody's business."""


@dataclass(frozen=True)
class Fetched:
    """A page as it was received, content coding undone."""

    url: str
    """As it was asked for."""
    final_url: str
    """Where it was found, behind redirects."""
    status: int
    headers: dict[str, str]
    body: bytes
    fetched_at: datetime


@dataclass
class Errand:
    """What is to be fetched and what came of it: `pages` and, where nothing came, one line each in `failed`."""

    portal: Portal
    urls: tuple[str, ...]
    further: Callable[[Fetched], tuple[str, ...]] = lambda _: ()
    """Addresses that a page of the first round leads to."""
    pages: list[Fetched] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Fetcher(scrapy.Spider):
    """Fetches the pages of an errand; it has no file among the portals, and nothing of it is stored."""

    name = "fetcher"

    def __init__(self, errand: Errand, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.errand = errand
        self.portal = errand.portal
        self.hosts = errand.portal.hosts

    async def start(self) -> AsyncIterator[Request]:
        """Yield the first round of requests."""
        for url in self.errand.urls:
            yield self._request(url, first=True)

    def _request(self, url: str, *, first: bool = False) -> Request:
        return Request(url, self.parse, errback=self.fail, meta={"page": url, "first": first})

    def parse(self, response: Response) -> Iterator[Request]:
        """Keep the page and yield what it leads to."""
        said = ((name, response.headers.get(name)) for name in KEPT_HEADERS)
        page = Fetched(
            url=response.meta["page"],
            final_url=response.url,
            status=response.status,
            headers={name: value.decode("latin-1") for name, value in said if value},
            body=response.body,
            fetched_at=response.meta.get("captured_at") or clock.now(),
        )
        self.errand.pages.append(page)
        if response.meta["first"]:
            yield from (self._request(url) for url in self.errand.further(page))

    def fail(self, failure: Failure) -> None:
        """Keep one line on why a page did not come."""
        url = failure.request.meta["page"]  # type: ignore[attr-defined]
        reason, detail = reason_of_failure(failure.value or LookupError("no cause"))
        self.errand.failed.append(f"{url}: {reason.meaning}" + (f" ({detail})" if detail else ""))


def without_store(settings: BaseSettings, store: str) -> None:
    """Change the settings of a run so that nothing of it is kept: `store` names a file that the caller throws away."""
    settings.set("STORE", store, "cmdline")
    settings.set("ITEM_PIPELINES", {}, "cmdline")
    middlewares = settings.getdict("SPIDER_MIDDLEWARES") | {"kznews.middlewares.frontier.FrontierMiddleware": None}
    settings.set("SPIDER_MIDDLEWARES", middlewares, "cmdline")


def request_host(url: str) -> str:
    """Return the host of an http(s) address in small letters; raises ValueError for anything else."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"not an http address: {url}")
    return parts.hostname

"""The gate that keeps a run out of traps: a page of a shape that gave nothing for too long is not fetched (kznews/traps.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from kznews.extensions.ledger import Ledger
from kznews.traps import Trapped

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class TrapMiddleware:
    """Refuses pages that belong to a trap; sources are always asked."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        if "page" not in request.meta or request.meta.get("source") is not None:
            return
        if shape := Ledger.of(self.crawler).traps.holds(request.url):
            raise Trapped(f"pages like {shape} gave nothing")

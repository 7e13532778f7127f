"""What stands in for the network in benchmarks/store.py: answers at once, so that only our own time and memory are measured."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.http import HtmlResponse, Response

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

PAGE = b"<html><head><title>404</title></head><body><p>404</p></body></html>"


def tell(what: str, *values: object) -> None:
    sys.stderr.write(" ".join(("bench", what, *map(str, values))) + "\n")
    sys.stderr.flush()


def resident() -> int:
    """Return the memory of this process in kB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


class Instant:
    """Download handler: every page is gone. Tells of the first request and of memory, and kills its process when told to."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.every, self.last = settings.getint("BENCH_EVERY", 5000), settings.getint("BENCH_KILL", 0)
        self.count = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def download_request(self, request: Request) -> Response:
        if request.url.endswith("/robots.txt"):
            return Response(request.url, status=404, request=request)
        self.count += 1
        if self.count == 1:
            tell("first", time.clock_gettime(time.CLOCK_MONOTONIC))
        if self.last and self.count > self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.count % self.every == 0:
            tell("memory", self.count, resident())
        return HtmlResponse(request.url, status=404, body=PAGE, request=request)

    async def close(self) -> None:
        pass

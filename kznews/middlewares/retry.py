"""What happens after a failed fetch: another try after a while, a rest for the host, or none of it in this run."""

from __future__ import annotations

import logging
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware, get_retry_request

from kznews import clock
from kznews.challenge import is_challenge
from kznews.extensions.conduct import Conduct
from kznews.network.errors import LeftAlone
from kznews.politeness.backoff import MOST_RETRIES, retry_wait
from kznews.politeness.retry_after import wanted_pause

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

log = logging.getLogger(__name__)

SHORT_PAUSE = timedelta(minutes=2)
"""A longer Retry-After is left to another run: this one would only stand and wait."""
MOST_WAITING = 8
"""Requests that wait for another try at one time, of the 16 that Scrapy has under way: the others go on."""
_ASKS_FOR_PAUSE = (429, 503)
_TOO_MANY = 429


class Retries(RetryMiddleware):
    """Retries as Scrapy's does, but after a wait, and with an eye on the host; answers that ask for a pause get it."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self.most = min(self.max_retry_times, MOST_RETRIES)
        self.waiting = 0
        self.random = Random()  # noqa: S311 - jitter is no secret

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Retries:
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        if is_challenge(response):
            Conduct.of(self.crawler).meets_bot_check(request.url)
            return response  # no failure that a retry could mend; the page's outcome says what it is
        if response.status not in self.retry_http_codes:
            Conduct.of(self.crawler).succeeded(request.url)
            return response
        pause = await self._pause(request, response)
        return await self._again(request, f"HTTP {response.status}", pause) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:  # type: ignore[override]
        if not isinstance(exception, self.exceptions_to_retry):
            return None
        return await self._again(request, type(exception).__name__)

    async def _pause(self, request: Request, response: Response) -> float:
        """Give the host the pause that it asks for, and return its seconds; raises LeftAlone if that is for other runs."""
        if response.status not in _ASKS_FOR_PAUSE:
            return 0.0
        said, date = ((response.headers.get(name) or b"").decode("latin-1") for name in ("Retry-After", "Date"))
        wanted = wanted_pause(said, now=clock.now(), date=date)
        if wanted is None:
            wanted = timedelta(seconds=retry_wait(self._tries(request), self.random) if response.status == _TOO_MANY else 0)
        conduct = Conduct.of(self.crawler)
        if wanted > SHORT_PAUSE:
            await conduct.leave_alone(request.url, clock.now() + wanted)
            raise LeftAlone(f"Retry-After: {said}")
        conduct.pause(request.url, wanted.total_seconds())
        return wanted.total_seconds()

    async def _again(self, request: Request, why: str, pause: float = 0.0) -> Request | None:
        """Return the request for another try when it is time for it, None if there is to be none."""
        conduct, spider = Conduct.of(self.crawler), self.crawler.spider
        conduct.failed(request.url, why)
        retry = self._tries(request)
        if retry > self.most or conduct.is_closed(request.url) or self.waiting >= MOST_WAITING or spider is None:
            return None
        self.waiting += 1
        try:
            await clock.wait(max(pause, retry_wait(retry, self.random)))
        finally:
            self.waiting -= 1
        if conduct.is_closed(request.url):
            return None
        return get_retry_request(request, spider=spider, reason=why, max_retry_times=self.most)

    def _tries(self, request: Request) -> int:
        return int(request.meta.get("retry_times", 0)) + 1

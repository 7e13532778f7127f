"""The downloader of a run: every request, whatever component made it, waits for its host's turn on its last step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.downloader import EndingDownloader
from kznews.extensions.conduct import Conduct

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class PacedDownloader(EndingDownloader):
    """Asks a host one thing at a time, with the delay between an answer and the next request.

    Scrapy's own slots count the delay from request to request, and each run has its own. They are left without one, unless
    the extension Conduct is switched off.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.conduct = crawler.get_extension(Conduct)
        if self.conduct:
            self._delay = 0.0

    async def _enqueue_request(self, request: Request) -> Response:
        conduct = self.conduct
        if conduct is None or not conduct.live:
            return await super()._enqueue_request(request)
        turn = await conduct.turn(request.url)
        try:
            response = await super()._enqueue_request(request)
        finally:
            turn.end()
        conduct.received(len(response.body))
        return response

"""Takes the content coding off every answer, in place of Scrapy's middleware, which unpacks as much as it can of a cut body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from scrapy.http import TextResponse
from scrapy.responsetypes import responsetypes

from kznews.network.coding import unpacked

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Request, Response


class ContentCoding:
    """Unpacks bodies; one that is cut, damaged, wrongly named or too large fails its request by name."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_response(self, request: Request, response: Response) -> Response:
        codings = [header.decode("latin-1") for header in response.headers.getlist("Content-Encoding")]
        if not codings or request.method == "HEAD":
            return response
        body = unpacked(response.body, codings, request.meta.get("download_maxsize", self.limit))
        headers = response.headers.copy()
        del headers["Content-Encoding"]
        kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
        said: dict[str, Any] = {"encoding": None} if issubclass(kind, TextResponse) else {}  # it was told from packed bytes
        return response.replace(cls=kind, headers=headers, body=body, **said)

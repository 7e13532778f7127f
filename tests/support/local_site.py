"""A site of a few hundred generated pages on a port of this machine, and a download handler that asks it instead of the network.

python -m tests.support.local_site prints its port and answers until it is killed.
"""

from __future__ import annotations

import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.network.addresses import gate_from
from kznews.network.endpoints import Endpoints
from kznews.network.handler import GatedHandler
from tests.support.generated import EDITIONS, article_page, article_url

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.interfaces import IStreamClientEndpoint

ARTICLES = range(100, 200)
PORT = "LOCAL_SITE_PORT"
HOME = "https://qamshy.kz/"
Answer = tuple[int, dict[str, str], bytes]


def linked(urls: list[str]) -> bytes:
    links = "".join(f'<p><a href="{url}">Мақала туралы</a></p>' for url in urls)
    return f"<html><head><title>qamshy</title></head><body>{links}</body></html>".encode()


def site() -> dict[str, Answer]:
    """Return the answers by path: articles (every fifth in three scripts), copies, redirects, errors, a list."""
    html = {"Content-Type": "text/html; charset=utf-8"}
    pages: dict[str, Answer] = {}
    for number in ARTICLES:
        for edition in EDITIONS if number % 5 == 0 else EDITIONS[:1]:
            pages[article_url(number, edition)] = (200, html, article_page(number, edition).encode())
    for number in range(ARTICLES.start, ARTICLES.start + 20):
        # The same text under another id, an address that leads to an article, one that is gone, and one that is too busy.
        pages[article_url(number + 1000)] = (200, html, article_page(number).encode())
        pages[article_url(number + 2000)] = (301, {"Location": article_url(number)}, b"")
        pages[article_url(number + 3000)] = (404, html, b"gone")
        pages[article_url(number + 4000)] = (503, html, b"busy")
    pages[HOME] = (200, html, linked(list(pages)))
    return {urlsplit(url).path: answer for url, answer in pages.items()}


class LocalEndpoints(Endpoints):
    """Leads every host in scope to the local site, without TLS; the site is told in the header Host which one was asked for."""

    def reach(self, scheme: str, host: str, port: int) -> IStreamClientEndpoint:
        return self.checked("127.0.0.1", int(os.environ[PORT]))


class LocalHandler(GatedHandler):
    """Asks the local site for every address in scope: nothing leaves the machine, and all else is as it always is."""

    endpoints_class = LocalEndpoints

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.endpoints.gate = gate_from("127.0.0.1")


def serve() -> None:
    """Answer until the process is killed."""
    pages = site()

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, headers, body = pages.get(urlsplit(self.path).path, (404, {}, b""))
            self.send_response_only(status)  # raw pages keep all headers, and a date would differ from run to run
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    serve()

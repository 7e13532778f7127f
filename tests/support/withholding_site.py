"""A local site that keeps the answers to some addresses to itself: it takes the request and never says a word."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.support.local_site import PORT, site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HANDLER = json.dumps(dict.fromkeys(("http", "https"), "tests.support.local_site.LocalHandler"))
OPTIONS = ("-s", f"DOWNLOAD_HANDLERS={HANDLER}", "-s", "RETRY_ENABLED=0")


class Site:
    """What was asked, what is withheld, and where the site is."""

    def __init__(self, withheld: Callable[[str], bool]) -> None:
        self.withheld = withheld
        self.held: set[str] = set()
        self.asked: list[str] = []
        self.over = threading.Event()
        self.environment: dict[str, str] = {}


@contextmanager
def withholding(withheld: Callable[[str], bool]) -> Iterator[Site]:
    """Serve the local site; paths for which `withheld` is true get no answer until `over` is set, or the block ends."""
    pages, found = site(), Site(withheld)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found.asked.append(self.path)
            if found.withheld(self.path):
                found.held.add(self.path)
                found.over.wait()
            status, headers, body = pages.get(self.path, (404, {}, b""))
            with suppress(OSError):  # whoever asked may be gone by now
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing of a crawler that hung up: that is what is tested."""

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.environment = {PORT: str(server.server_port)}
    try:
        yield found
    finally:
        found.over.set()
        server.shutdown()
        server.server_close()

"""The pace of whole processes over real connections, read off the server's log (reliability.md P4, D12).

No clock but the machine's: a gap at the server can only be longer than the one between an answer and the next request at the
client, however busy the machine is. `make pace` takes 500 pages at the delay of the settings, which is over half an hour.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.support.crawls import settled
from tests.support.generated_portal import GeneratedPortal
from tests.support.portal_crawls import started
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

PAGES = int(os.environ.get("KZNEWS_PACE_PAGES", "20"))
DELAY = float(os.environ.get("KZNEWS_PACE_DELAY", "0.1"))
SLACK = 0.001
"""Seconds by which a gap may be under the delay: times are shared between processes in millionths. Promised are 0.05."""
PATIENCE = 120 + PAGES * DELAY * 4
ENDLESS = 100_000
TWO = ("localevery", "local")


def gaps(server: PortalServer) -> list[float]:
    return [later.at - earlier.at for earlier, later in pairwise(server.log)]


def asked_by(server: PortalServer, portal: str) -> int:
    return sum(one.headers["user-agent"].endswith(f"(+{portal})") for one in list(server.log))


@contextmanager
def crawling(server: PortalServer, folder: Path, portal: str, pace: Path) -> Iterator[ForkServerProcess]:
    """Run `scrapy crawl <portal>`, which says its name to the server, until it ends or the block does."""
    ours = {"DOWNLOAD_DELAY": DELAY, "RETRY_ENABLED": 1, "PACE_DIR": pace, "LISTING_MAX_PAGES": ENDLESS}
    ours |= {"USER_AGENT": f"kznews/0.1 (+{portal})"}
    process = started(server, folder / f"{portal}.db", folder / portal, portal=portal, **ours)
    try:
        yield process
    finally:
        process.kill()
        process.join()


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    assert holds()


LATE = (
    {"drop": True},
    {"status": 503},
    {"status": 429, "headers": {"Retry-After": "1"}},
    {"status": 302, "headers": {"Location": "/old/2"}},
)


def fail_in_every_way(server: PortalServer, newest: int) -> None:
    """Let every fifth of the newest pages be late in its turn, once each; and robots.txt and a source as well."""
    server.fault("/robots.txt", status=301, headers={"Location": "https://www.local.kz/robots.txt"}, times=1)
    server.fault("/rss.xml", status=302, headers={"Location": "/atom.xml"}, times=1)
    for turn, number in enumerate(range(newest - 1, newest - 1 - PAGES, -5)):
        server.fault(f"/news/{number}$", **LATE[turn % len(LATE)], times=1)


def test_no_request_of_a_run_comes_before_the_delay_is_over_whatever_it_is_for(tmp_path: Path) -> None:
    with PortalServer(GeneratedPortal(articles=PAGES)) as server:
        fail_in_every_way(server, PAGES)
        with crawling(server, tmp_path, "localevery", tmp_path / "pace") as process:
            process.join(PATIENCE)
            assert process.exitcode == 0
        log = list(server.log)
    said(server, "one run")
    assert {one.status for one in log} == {0, 200, 301, 302, 429, 503}
    assert {one.path for one in log} > {"/robots.txt", "/", "/rss.xml", "/atom.xml", "/news/", "/api/news", "/news-sitemap.xml"}
    assert settled(tmp_path / "localevery.db") >= PAGES
    assert min(gaps(server)) >= DELAY - SLACK


def two_at_once(server: PortalServer, folder: Path, own_pace: bool, enough: Callable[[], bool]) -> None:  # noqa: FBT001
    """Run two processes over one host without end, until there is enough to see."""
    one, other = (crawling(server, folder, name, folder / (name if own_pace else "pace")) for name in TWO)
    with one:
        wait_until(lambda: len(server.log) > 0)
        with other:
            wait_until(enough)


def test_two_processes_that_ask_one_host_share_its_delay(tmp_path: Path) -> None:
    with PortalServer(GeneratedPortal(articles=ENDLESS)) as server:
        fail_in_every_way(server, ENDLESS)
        two_at_once(server, tmp_path, own_pace=False, enough=lambda: min(asked_by(server, name) for name in TWO) >= PAGES // 2)
    said(server, "two processes")
    assert min(gaps(server)) >= DELAY - SLACK
    turns = [one.headers["user-agent"] for one in server.log]
    assert sum(earlier != later for earlier, later in pairwise(turns)) >= PAGES // 10, "they took turns"


def test_two_processes_that_share_nothing_ask_closer_than_the_delay(tmp_path: Path) -> None:
    with PortalServer(GeneratedPortal(articles=ENDLESS)) as server:
        two_at_once(server, tmp_path, own_pace=True, enough=lambda: min(gaps(server), default=DELAY) < DELAY - SLACK)


def said(server: PortalServer, what: str) -> None:
    """Tell the figures, for whoever measures (`pytest -s`)."""
    found = sorted(gaps(server))
    middle = found[len(found) // 2]
    line = f"{what}: {len(server.log)} requests, a delay of {DELAY} s, smallest gap {found[0]:.4f} s, median {middle:.4f} s"
    sys.stdout.write(f"{line}\n")

"""Re-extraction of an archive of fixture-like pages: one process, two, and a Dask cluster; figures as Markdown.

Pages are saved articles of declared portals with menus, cards, scripts and styles around them (benchmarks/pages.py).
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
from distributed import LocalCluster

from benchmarks.pages import SavedPage, furnished
from kznews.archives.exchanges import Exchanged, new_id, records_of
from kznews.archives.faults import Faults
from kznews.archives.opening import expand
from kznews.archives.opening import records_of as read_records
from kznews.archives.records import is_answer
from kznews.archives.writing import WarcFolder
from kznews.reextract.engines import Engine, Failed, Here, Pool, engine_for
from kznews.reextract.hosts import Hosts, hosts_of
from kznews.reextract.page import read_response, response_of
from kznews.reextract.tasks import Order, task_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (50_000, 100_000, 150_000, 200_000)
"""Bytes of the pages, in turn."""
EACH = 24
"""Different pages of each size; the archive repeats them, each with a mark of its own."""
PARTS = 16
MODULES = ("kznews.spiders",)


def pages(count: int) -> Iterator[Exchanged]:
    """Yield so many pages of declared portals, furnished to sizes between the two, each at an address and time of its own."""
    hosts = hosts_of(MODULES)
    made = [page for size in SIZES for page in furnished(2 * EACH, size) if _is_article(page, hosts)]
    random.Random(10).shuffle(made)
    for number in range(count):
        page = made[number % len(made)]
        body = page.body.replace(b"</body>", f"<!-- {number} --></body>".encode(), 1)
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        mark = "&" if "?" in page.url else "?"
        at = page.fetched_at + timedelta(seconds=number)
        yield Exchanged(f"{page.url}{mark}utm_source={number}", at, b"GET / HTTP/1.1\r\n\r\n", head.encode() + body)


def _is_article(page: SavedPage, hosts: Hosts) -> bool:
    """Return whether a page is an article of a declared portal."""
    portal = hosts.portal(page.url)
    response = response_of(page.url, 200, (("Content-Type", "text/html; charset=utf-8"),), page.body)
    return portal is not None and read_response(response, portal, page.fetched_at).article is not None


def make(folder: Path, count: int) -> None:
    files: list[WarcFolder] = [WarcFolder(folder, f"part{part:02}", most=10**9, info={}) for part in range(PARTS)]
    for number, page in enumerate(pages(count)):
        files[number % PARTS].write(*records_of(page, new_id())[1])
    for file in files:
        file.close()


def measured(name: str, engine: Engine, archive: Path, count: int) -> tuple[str, float, float]:
    """Read the archive with an engine; return its name, seconds, and seconds of processors."""
    into = Path(tempfile.mkdtemp(prefix="kznews-parts-"))
    order = Order(str(into), MODULES, ("declared",))
    began, spent = time.monotonic(), _spent()
    results = list(engine.run(order, [task_of(one) for one in expand([str(archive)])]))
    seconds, used = time.monotonic() - began, _spent() - spent
    assert not any(isinstance(one, Failed) for one in results)
    read = sum(one.counts["articles"] for one in results)
    rows = sum(pq.read_metadata(path).num_rows for path in into.glob("*.parquet"))
    assert rows == read > count * 0.9, f"{name}: {rows} articles of {count} pages"
    shutil.rmtree(into)
    return name, seconds, used


def _spent() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def reading(archive: Path) -> float:
    """Return how many records a second are read and not parsed."""
    began, found = time.process_time(), 0
    for name in expand([str(archive)]):
        found += sum(1 for _ in read_records(name, Faults(), wanted=is_answer))
    return found / (time.process_time() - began)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--no-dask", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kznews-archive-") as folder:
        archive = Path(folder)
        make(archive, chosen.pages)
        size = sum(path.stat().st_size for path in archive.iterdir())
        print(f"{chosen.pages} pages, {size / 2**20:.0f} MiB packed; {reading(archive):.0f} records/CPU s unparsed\n")
        rows = [measured("one process", Here(), archive, chosen.pages), measured("pool of two", Pool(2), archive, chosen.pages)]
        if not chosen.no_dask:
            rows.append(with_dask(archive, chosen.pages))
        print("| engine | seconds | pages/s | CPU ms/page | against one process |")
        print("|---|--:|--:|--:|--:|")
        for name, seconds, used in rows:
            per_page = used / chosen.pages * 1000
            print(f"| {name} | {seconds:.1f} | {chosen.pages / seconds:.1f} | {per_page:.1f} | {rows[0][1] / seconds:.2f} |")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"\nthe largest process had {peak:.0f} MiB at the highest")


def with_dask(archive: Path, count: int) -> tuple[str, float, float]:
    spent = _spent()
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = engine_for(cluster.scheduler_address.replace("tcp://", "dask://"), 2)
        name, seconds, _ = measured("Dask, two workers", engine, archive, count)
    return name, seconds, _spent() - spent  # of the cluster, start and end included


if __name__ == "__main__":
    sys.exit(main())

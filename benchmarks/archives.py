"""Re-extraction of an archive of fixture-like pages: one process, two, and a Dask cluster; figures as Markdown.

Pages are saved articles of declared portals with menus, cards, scripts and styles around them (benchmarks/pages.py).
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
from distributed import LocalCluster
from scrapy.utils.project import get_project_settings

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
from kznews.reextract.planning import planned, survey
from kznews.reextract.tasks import Order, Summary, run_task, task_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.reextract.tasks import Task

SIZES = (50_000, 100_000, 150_000, 200_000)
"""Bytes of the pages, in turn."""
EACH = 24
"""Different pages of each size; the archive repeats them, each with a mark of its own."""
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


def make(folder: Path, count: int, parts: int) -> None:
    files: list[WarcFolder] = [WarcFolder(folder, f"part{part:02}", most=10**12, info={}) for part in range(parts)]
    for number, page in enumerate(pages(count)):
        files[number % parts].write(*records_of(page, new_id())[1])
    for file in files:
        file.close()


@dataclass
class Row:
    """What an engine took."""

    name: str
    seconds: float
    processor: float
    """Seconds of a processor that the reading processes took since they were made."""
    peaks: list[tuple[int, int]]
    """Of every task the pages that its process had read by its end, and the MiB that it had at the highest until then."""


def metered(order: Order, task: Task) -> Summary:
    """Do a task, and say what its process has taken so far."""
    summary = survey(order, task) if task.bounds else run_task(order, task)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return replace(summary, counts=summary.counts | {"pid": os.getpid(), "peak": peak, "ms": int(time.process_time() * 1000)})


def measured(name: str, engine: Engine, archive: Path, count: int, most: int) -> Row:
    """Read the archive with an engine, files of more than `most` bytes in parts."""
    into = Path(tempfile.mkdtemp(prefix="kznews-parts-"))
    order = Order(str(into), MODULES, ("declared",))
    began, own = time.monotonic(), time.process_time()
    plan = planned(order, [task_of(one) for one in expand([str(archive)])], engine, most, lambda results, _: iter(results))
    results = list(engine.run(order, plan.tasks, metered))
    seconds = time.monotonic() - began
    assert not any(isinstance(one, Failed) for one in (*results, *plan.failed))
    counts = [one.counts for one in results if isinstance(one, Summary)]
    rows = sum(pq.read_metadata(path).num_rows for path in into.glob("*.parquet"))
    assert rows == sum(one["articles"] for one in counts) > count * 0.9, f"{name}: {rows} articles of {count} pages"
    shutil.rmtree(into)
    return Row(name, seconds, _processor(counts, own), _peaks(counts))


def _processor(counts: list[dict[str, int]], own: float) -> float:
    """Return the seconds of a processor of those who did the tasks; of the calling process those since it had taken `own`."""
    last = {one["pid"]: one["ms"] / 1000 for one in sorted(counts, key=lambda one: one["ms"])}
    return sum(spent - own * (pid == os.getpid()) for pid, spent in last.items())


def _peaks(counts: list[dict[str, int]]) -> list[tuple[int, int]]:
    read: Counter[int] = Counter()
    found = []
    for one in counts:
        read[one["pid"]] += one["records"]
        found.append((read[one["pid"]], one["peak"]))
    return found


def reading(archive: Path) -> float:
    """Return how many records a second are read and not parsed."""
    began, found = time.process_time(), 0
    for name in expand([str(archive)]):
        found += sum(1 for _ in read_records(name, Faults(), wanted=is_answer))
    return found / (time.process_time() - began)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--files", type=int, default=16, help="archives that hold them")
    parser.add_argument("--no-dask", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kznews-archive-") as folder:
        archive = Path(folder)
        make(archive, chosen.pages, chosen.files)
        size = sum(path.stat().st_size for path in archive.iterdir())
        print(f"{chosen.pages} pages, {size / 2**20:.0f} MiB packed; {reading(archive):.0f} records/CPU s unparsed\n")
        most = get_project_settings().getint("REEXTRACT_RANGE")
        engines: dict[str, Engine] = {"one process": Here(), "pool of two": Pool(2)}
        rows = [measured(name, engine, archive, chosen.pages, most) for name, engine in engines.items()]
        if not chosen.no_dask:
            rows.append(with_dask(archive, chosen.pages, most))
        print("| engine | seconds | pages/s | CPU ms/page | against one process |")
        print("|---|--:|--:|--:|--:|")
        for row in rows:
            per_page = row.processor / chosen.pages * 1000
            faster = rows[0].seconds / row.seconds
            print(f"| {row.name} | {row.seconds:.1f} | {chosen.pages / row.seconds:.1f} | {per_page:.1f} | {faster:.2f} |")
        print("\nMiB at the highest, by the pages that a process of the pool had read:")
        print(", ".join(f"{read}: {peak}" for read, peak in rows[1].peaks))


def with_dask(archive: Path, count: int, most: int) -> Row:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = engine_for(cluster.scheduler_address.replace("tcp://", "dask://"), 2)
        return measured("Dask, two workers", engine, archive, count, most)


if __name__ == "__main__":
    sys.exit(main())

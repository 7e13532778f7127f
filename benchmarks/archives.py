"""Re-extraction of an archive of fixture-like pages: one process, two, and a Dask cluster; figures as Markdown.

Pages are the saved ones, each filled with further paragraphs of its own kind to 50 to 200 kB, under addresses of their portals.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
from distributed import LocalCluster

from kznews.archives.exchanges import Exchanged, new_id, records_of
from kznews.archives.faults import Faults
from kznews.archives.opening import expand
from kznews.archives.opening import records_of as read_records
from kznews.archives.records import is_answer
from kznews.archives.writing import WarcFolder
from kznews.quality.cases import SAVED, all_cases, page_of
from kznews.reextract.engines import Engine, Failed, Here, Pool, engine_for
from kznews.reextract.tasks import Order, task_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALLEST, LARGEST = 50_000, 200_000
PARTS = 16
AT = datetime(2026, 3, 16, 14, 5, tzinfo=UTC)


def padded(page: bytes, size: int) -> bytes:
    """Return a page with script in its head and a menu in its foot, as real ones have, so that it has `size` bytes."""
    lack = size - len(page)
    if lack <= 0:
        return page
    script = b"<script>" + b"window.dataLayer=window.dataLayer||[];" * (lack // 76) + b"</script>"
    cards = b'<li class="card"><a href="/about">Menu of the portal</a></li>' * (lack // 122)
    head, mark, rest = page.partition(b"</head>")
    body, end, tail = rest.rpartition(b"</body>")
    if not (mark and end):
        return page + cards
    return head + script + mark + body + b"<footer><ul>" + cards + b"</ul></footer>" + end + tail


def pages(count: int) -> Iterator[Exchanged]:
    """Yield so many pages of all portals in turn, each at an address and time of its own."""
    rng = random.Random(10)
    cases = [case for case in all_cases(SAVED) if case.expected and case.folder.parent.name != "any"]
    for number in range(count):
        case = cases[number % len(cases)]
        body = padded(page_of(case.folder).read_bytes(), rng.randint(SMALLEST, LARGEST))
        kind = case.meta.get("headers", {}).get("Content-Type", "text/html")
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        mark = "&" if "?" in case.meta["url"] else "?"
        url = f"{case.meta['url']}{mark}utm_source={number}"
        yield Exchanged(url, AT + timedelta(seconds=number), b"GET / HTTP/1.1\r\n\r\n", head.encode() + body)


def make(folder: Path, count: int) -> None:
    files: list[WarcFolder] = [WarcFolder(folder, f"part{part:02}", most=10**9, info={}) for part in range(PARTS)]
    for number, page in enumerate(pages(count)):
        files[number % PARTS].write(*records_of(page, new_id())[1])
    for file in files:
        file.close()


def measured(name: str, engine: Engine, archive: Path, count: int) -> tuple[str, float, float]:
    """Read the archive with an engine; return its name, seconds, and seconds of processors."""
    into = Path(tempfile.mkdtemp(prefix="kznews-parts-"))
    order = Order(str(into), ("kznews.spiders",), ("declared",))
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
            per_page = f"{used / chosen.pages * 1000:.1f}" if used else ""
            print(f"| {name} | {seconds:.1f} | {chosen.pages / seconds:.1f} | {per_page} | {rows[0][1] / seconds:.2f} |")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"\nthe largest process had {peak:.0f} MiB at the highest")


def with_dask(archive: Path, count: int) -> tuple[str, float, float]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = engine_for(cluster.scheduler_address.replace("tcp://", "dask://"), 2)
        name, seconds, _ = measured("Dask, two workers", engine, archive, count)
        return name, seconds, 0.0


if __name__ == "__main__":
    sys.exit(main())

"""A long run over the local portal server at full speed: neither memory nor anything else that a crawler holds may grow.

python -m benchmarks.soak --pages 100000 starts the server and `scrapy crawl local`, each in a process of its own. It prints every
few seconds how many pages are stored and what the crawler holds; then the slope after the first 10,000 pages.
"""

from __future__ import annotations

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression

from tests.support.crawls import environment
from tests.support.local_site import PORT
from tests.support.portal_crawls import SETTINGS

ROOT = Path(__file__).parent.parent
WARM_UP = 10_000
"""Pages after which everything that a run needs has been loaded and every buffer has its size."""
MOST = 1.0
"""MB that memory may grow in 10,000 pages (issue 5)."""
KEPT = 16
"""Connections that a crawler keeps open to its host: as many as it asks at one time, opened when it first does."""
FAST = {"DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS": KEPT, "CONCURRENT_REQUESTS_PER_DOMAIN": KEPT, "LISTING_MAX_PAGES": 1_000_000}


@dataclass(frozen=True)
class Sample:
    """What the crawler holds at a moment."""

    seconds: float
    pages: int
    memory: float
    """Resident, in MB."""
    descriptors: int
    threads: int


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--every", type=float, default=10.0, help="seconds between two lines")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kz") as folder:
        samples = soak(chosen.pages, chosen.every, Path(folder))
    print(report(samples))
    sys.exit(grows(samples))


def soak(pages: int, every: float, folder: Path) -> list[Sample]:
    """Crawl so many articles, and return what the crawler held on the way."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.support.portal_server", "--articles", str(pages)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert server.stdout
    store = folder / "kznews.db"
    env = environment(store, **{PORT: server.stdout.readline().strip()})
    options = [part for name, value in (SETTINGS | FAST).items() for part in ("-s", f"{name}={value}")]
    crawler = subprocess.Popen([sys.executable, "-m", "scrapy", "crawl", "local", *options], cwd=ROOT, env=env)
    samples: list[Sample] = []
    begun = time.monotonic()
    try:
        while crawler.poll() is None:
            time.sleep(every)
            if sample := _sample(crawler.pid, store, time.monotonic() - begun):
                samples.append(sample)
                print(_line(sample), flush=True)
        print(f"ended with {crawler.returncode}", flush=True)
    finally:
        crawler.kill()
        server.kill()
    return samples


def _sample(pid: int, store: Path, seconds: float) -> Sample | None:
    try:
        status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines())
        memory, threads = int(status["VmRSS"].split()[0]) / 1024, int(status["Threads"])
        descriptors = len(list(Path(f"/proc/{pid}/fd").iterdir()))
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5)) as connection:
            pages = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    except (OSError, KeyError, sqlite3.OperationalError):  # it has ended, or has not begun
        return None
    return Sample(seconds, pages, memory, descriptors, threads)


def _line(one: Sample) -> str:
    return (
        f"{one.seconds:8.0f} s {one.pages:8} pages {one.memory:8.1f} MB {one.descriptors:4} descriptors {one.threads:3} threads"
    )


def slope(samples: list[Sample]) -> float:
    """Return by how many MB memory grew in 10,000 pages, after the first 10,000: the line of least squares."""
    later = [one for one in samples if one.pages >= WARM_UP]
    if len({one.pages for one in later}) < 2:
        return 0.0
    return linear_regression([one.pages / 10_000 for one in later], [one.memory for one in later]).slope


def grows(samples: list[Sample]) -> bool:
    """Return whether the crawler held more and more."""
    later = [one for one in samples if one.pages >= WARM_UP] or samples
    half = len(later) // 2
    more = [
        max(getattr(one, name) for one in later[half:]) > max(getattr(one, name) for one in later[: half or 1]) + room
        for name, room in (("descriptors", KEPT), ("threads", 0))
    ]
    return slope(samples) >= MOST or any(more)


def report(samples: list[Sample]) -> str:
    """Return the figures of a soak on a few lines."""
    last, later = samples[-1], [one for one in samples if one.pages >= WARM_UP] or samples
    lines = [f"{last.pages} pages in {last.seconds:.0f} s, {last.pages / last.seconds:.0f} a second"]
    most = max(one.memory for one in samples)
    grown = f"{slope(samples):+.2f} MB in 10,000 pages"
    lines.append(
        f"memory {later[0].memory:.1f} MB at {later[0].pages} pages, {last.memory:.1f} at the end, {most:.1f} at most: {grown}"
    )
    for name in ("descriptors", "threads"):
        held = [getattr(one, name) for one in later]
        lines.append(f"{name} {min(held)} to {max(held)}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()

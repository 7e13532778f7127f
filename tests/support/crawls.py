"""Crawls for tests: the shipped command in a process of its own, and the same engine inside the test's process."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.utils.project import get_project_settings

from kznews.middlewares.replay import read_folder
from kznews.running import Exit, exit_code
from kznews.store import Store
from kznews.store.failpoints import VARIABLE
from tests.support.cases import ROOT
from tests.support.fork_server import forks

if TYPE_CHECKING:
    from pathlib import Path

    from kznews.items import Article

TIMEOUT = 60
"""Seconds after which a command is taken for one that never ends."""
SCRAPY = (sys.executable, "-m", "scrapy")
INSTANT = "2026-03-16T19:05:12+05:00"


def url_of(path: Path) -> str:
    """Return the URL of the SQLite store in a file."""
    return f"sqlite:///{path}"


def environment(store: Path | str, **more: str) -> dict[str, str]:
    """Return the environment of a command whose store is `store`, free of what the tests' own says; PACE_DIR stays."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KZNEWS_") or name == "KZNEWS_PACE_DIR"}
    url = store if isinstance(store, str) else url_of(store)
    return {**clean, "KZNEWS_STORE": url, "KZNEWS_LOG_LEVEL": "ERROR", **more}


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it said to people on standard error, without its prefix."""
        return [line.removeprefix("kznews: ") for line in self.err.splitlines() if line.startswith("kznews: ")]


def _injected(folder: Path | None) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))} if folder else {}


def scrapy(*args: str | Path, store: Path | str, inject: Path | None = None, **env: str) -> Ended:
    """Run the shipped `scrapy` command from the repository's root; `inject` is a folder with a sitecustomize.py.

    Where nothing is said that Python itself or an import of ours reads, it runs in a fork of a process that has imported it.
    """
    if inject or not all(name.startswith("KZNEWS_") and name != VARIABLE for name in env):
        return python("-m", "scrapy", *args, store=store, inject=inject, **env)
    return Ended(*forks().run([*map(str, args)], environment(store, **env), TIMEOUT))


def python(*args: str | Path, store: Path | str, inject: Path | None = None, **env: str) -> Ended:
    """Run Python as `scrapy` does."""
    done = subprocess.run(
        [sys.executable, *map(str, args)],
        cwd=ROOT,
        env=environment(store, **_injected(inject), **env),
        capture_output=True,
        timeout=TIMEOUT,
        encoding="utf-8",
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def started(
    *args: str | Path, store: Path | str, inject: Path | None = None, stdout: Any = subprocess.DEVNULL, **env: str
) -> subprocess.Popen[str]:
    """Start the shipped command, as `scrapy` does, and return its process."""
    return subprocess.Popen(
        [*SCRAPY, *map(str, args)],
        cwd=ROOT,
        env=environment(store, **_injected(inject), **env),
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@dataclass
class Crawl:
    """A run inside the test's process."""

    stats: dict[str, Any]
    items: list[Article] = field(default_factory=list)
    broken: tuple[str, ...] = ()

    @property
    def code(self) -> Exit:
        return exit_code(self.stats, len(self.broken))

    def count(self, name: str) -> int:
        """Return the number of pages with an outcome or a reason, by its name."""
        return self.stats.get(f"kznews/outcome/{name}", 0) + self.stats.get(f"kznews/reason/{name}", 0)


def replay(portal: str, folder: Path, store: Path, **settings: Any) -> Crawl:
    """Replay a folder through the real engine, without a new process (40 times as fast as one)."""
    read_folder.cache_clear()  # the folder may have changed since
    chosen = get_project_settings()
    chosen.setdict({"TWISTED_REACTOR_ENABLED": False, "STORE": url_of(store), "REPLAY": str(folder)}, "cmdline")
    chosen.setdict(settings, "cmdline")
    return asyncio.run(crawled(portal, chosen, read_folder(folder.resolve()).broken))


async def crawled(portal: str, settings: Any, broken: tuple[str, ...] = ()) -> Crawl:
    """Run a portal with these settings on the running event loop."""
    runner = AsyncCrawlerRunner(settings)
    crawler = runner.create_crawler(portal)
    items: list[Article] = []

    def scraped(item: Article) -> None:
        items.append(item)

    crawler.signals.connect(scraped, signals.item_scraped)
    await runner.crawl(crawler)
    return Crawl(dict(crawler.stats.get_stats()), items, broken)


def save_page(folder: Path, name: str, url: str, body: bytes | str, *, suffix: str = ".html", **meta: Any) -> Path:
    """Save a page as the case `name` of `folder`, and return the case."""
    case = folder / name
    case.mkdir(parents=True)
    case.joinpath(f"page{suffix}").write_bytes(body.encode() if isinstance(body, str) else body)
    said = {"url": url, "status": 200, "fetched_at": INSTANT, **meta}
    case.joinpath("meta.json").write_text(json.dumps(said), encoding="utf-8")
    return case


def feed(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def dump(path: Path) -> list[str]:
    """Return what a store holds, line by line, the runs excepted."""
    with Store.open(url_of(path)) as store:
        return list(store.dump())


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table but those of the runs, read past our own code."""
    with closing(sqlite3.connect(path)) as connection:
        every = (name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        names = [name for name in every if name not in ("runs", "health")]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def page(path: Path, portal: str, url: str) -> dict[str, Any]:
    """Return the row of one page; fails if there is none."""
    with Store.open(url_of(path)) as store:
        row = store.page(portal, url)
    assert row is not None, f"the store does not know {url}"
    return dict(row)


def settled(path: Path) -> int:
    """Return how many pages of a store that is being written to have an outcome."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0)) as connection:
            return int(connection.execute("SELECT count(*) FROM pages WHERE outcome IS NOT NULL").fetchone()[0])
    except sqlite3.OperationalError:  # it does not exist yet, or is being made
        return 0


def runs(store: Path) -> int:
    """Return how many runs of a store have begun."""
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=0)) as connection:
            return int(connection.execute("SELECT count(*) FROM runs").fetchone()[0])
    except sqlite3.OperationalError:
        return 0

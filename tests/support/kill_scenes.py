"""What is going on when the program is killed: commands on one store, against sites of their own."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kznews.store.failpoints import Point
from tests.support.cases import ROOT
from tests.support.generated_portal import GeneratedPortal
from tests.support.kill_runs import Command
from tests.support.portal_crawls import SETTINGS
from tests.support.portal_server import PortalServer

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
OPTIONS = {**SETTINGS, "CONCURRENT_REQUESTS_PER_DOMAIN": 4}
FEED = "feed.jsonl"
"""Stands for the file that an export writes."""

NOT_HERE = (Point.EMPTY_DROPPED,)
"""Needs an article that changes its id, which no page of the sites does; tests/store reaches it."""
OF_THE_FEED = (Point.FEED_WRITTEN, Point.FEED_COMPLETE)
OF_THE_START = (Point.LOCK_TAKEN, Point.TABLES_CREATED, Point.MIGRATION_STATEMENT, Point.RUN_STARTED, Point.HOST_WRITTEN)
OF_A_CRAWL = tuple(point for point in Point if point not in (*NOT_HERE, *OF_THE_FEED, *OF_THE_START))


@dataclass(frozen=True)
class Step:
    """A command that is killed and started again until it ends by itself, and the fail points that it may die at."""

    command: Command
    first: tuple[Point, ...] = ()
    """Where the first kill of a campaign falls: these are not reached again."""
    points: tuple[Point, ...] = ()
    spared: bool = False
    """Never killed: it makes what the next step needs."""


@dataclass(frozen=True)
class Scene:
    """A store of some age (the schema it begins with; 0 for none) and what is done with it."""

    name: str
    steps: tuple[Step, ...]
    old: int = 0
    share: int = 1
    """Of so many campaigns."""


def _crawl(portal: str, at: datetime, port: int, **options: object) -> Command:
    words = [part for name, value in {**OPTIONS, "KEEP_PAGES": 1, **options}.items() for part in ("-s", f"{name}={value}")]
    return Command(("scrapy", "crawl", portal, *words), at, port)


def scenes(ports: dict[str, int]) -> tuple[Scene, ...]:
    """Return the scenes; `ports` are those of `sites`."""
    crawl = _crawl("qamshy", NOW, ports["qamshy"])
    new = Step(crawl, (Point.TABLES_CREATED, Point.LOCK_TAKEN, Point.RUN_STARTED, Point.HOST_WRITTEN), OF_A_CRAWL)
    migrated = Step(crawl, (Point.MIGRATION_STATEMENT,), OF_A_CRAWL)
    before, after = (_crawl("local", DAYS[day], ports[day]) for day in DAYS)
    export = Command(("scrapy", "export", "jsonl", "-o", FEED), NOW)
    exported = Step(export, OF_THE_FEED, (*OF_THE_FEED, Point.TRANSACTION_BEGUN, Point.BEFORE_COMMIT, Point.COMMIT_DONE))
    return (
        Scene("a new store", (new,), share=4),
        Scene("a store of schema 1", (migrated,), old=1),
        Scene("a store of schema 2", (migrated,), old=2),
        Scene("a second day", (Step(before, points=OF_A_CRAWL), Step(after, points=OF_A_CRAWL)), share=2),
        Scene("an export", (Step(crawl, spared=True), exported)),
    )


DAYS = {"one": datetime(2026, 11, 3, 12, tzinfo=UTC), "two": datetime(2026, 11, 4, 12, tzinfo=UTC)}


def portal_on(day: str) -> GeneratedPortal:
    """Return the portal of a day: on the second one some articles are new, some have changed, some are gone."""
    portal = GeneratedPortal(articles=55)
    if day == "two":
        portal.publish(20)
        for number in range(20, 50, 3):
            portal.edit(number, at=DAYS[day] - timedelta(hours=2))
        for number in range(21, 40, 6):
            portal.remove(number)
    return portal


@contextmanager
def sites() -> Iterator[dict[str, int]]:
    """Serve every site from a process of its own, and yield their ports by name."""
    commands = {"qamshy": ["tests.support.local_site"], **{day: ["tests.support.kill_scenes", day] for day in DAYS}}
    with ExitStack() as stack:
        ports = {}
        for name, words in commands.items():
            command = [sys.executable, "-m", *words]
            server = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT))
            stack.callback(server.kill)
            assert server.stdout
            ports[name] = int(server.stdout.readline())
        yield ports


if __name__ == "__main__":
    with PortalServer(portal_on(sys.argv[1]), keep_log=False) as running:
        sys.stdout.write(f"{running.port}\n")
        sys.stdout.flush()
        threading.Event().wait()

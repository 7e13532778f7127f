"""Starts `scrapy crawl` many times at one moment, and says in a line of JSON what became of each.

python -m tests.support.many_starts STORE_URL COUNT

The run that gets the lock holds it until all others have ended; then it is killed, and one more is started, with its clock
set back by ten years.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from kznews.commands import crawl  # noqa: F401 - imported before the forks, as is all that follows from it
from kznews.extensions import runlock
from tests.support.kill_runs import Command, ended, import_what_a_run_needs, start
from tests.support.kill_scenes import NOW, scenes, sites

BUSY, HELD = b"b", b"h"


def watched(told: int, go_on: int) -> None:
    """Let the runs of this process tell how the question for the lock ended; who holds it waits for a byte."""
    known = runlock.hold_run

    def hold_run(url: str, portal: str):
        lock = known(url, portal)
        if lock is None:
            os.write(told, BUSY + f"{os.getpid()} {time.monotonic():.6f} {time.process_time():.6f}\n".encode())
        else:
            os.write(told, HELD + b"\n")
            os.read(go_on, 1)
        return lock

    runlock.hold_run = hold_run


def starts(url: str, count: int, folder: Path, command: Command) -> dict[str, object]:
    """Start `count` runs at once, wait for all but the holder, kill that, and start one more."""
    heard, told = os.pipe()
    go_on, go = os.pipe()
    whole = folder / "whole"
    assert ended(start(command, f"sqlite:///{folder}/whole.db", whole, tell_modules=True), 300) == 0
    import_what_a_run_needs(whole)
    plain = runlock.hold_run
    watched(told, go_on)
    pids = [start(command, url, folder / f"{number}") for number in range(count)]
    runlock.hold_run = plain
    codes: Counter[int] = Counter()
    last = time.monotonic() + 300
    ends: dict[int, tuple[float, float]] = {}
    while len(pids) > 1 and time.monotonic() < last:
        for pid in pids[:]:
            done, status, used = os.wait4(pid, os.WNOHANG)
            if done:
                pids.remove(pid)
                codes[os.waitstatus_to_exitcode(status)] += 1
                ends[pid] = (time.monotonic(), used.ru_utime + used.ru_stime)
        time.sleep(0.001)
    lines = os.read(heard, 1 << 20).decode().splitlines()
    refused = {int(pid): (float(at), float(used)) for pid, at, used in (line[1:].split() for line in lines if line[0] == "b")}
    waited = [(ends[pid][0] - at, ends[pid][1] - used) for pid, (at, used) in refused.items() if pid in ends]
    held = sum(line[0] == "h" for line in lines)
    left = [pid for pid in pids if os.waitpid(pid, os.WNOHANG) == (0, 0)]
    for pid in left:
        os.kill(pid, 9)
        ended(pid, 60)
    back = Command(command.words, command.at - timedelta(days=3650), command.port)
    after = ended(start(back, url, folder / "after"), 300)
    os.close(go)
    return {
        "held": held,
        "refused": len(refused),
        "codes": dict(codes),
        "seconds_from_refusal_to_end": max(wall for wall, _ in waited),
        "of_a_processor": max(used for _, used in waited),
        "still_running": len(left),
        "after_the_kill": after,
    }


def main() -> None:
    url, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="kz") as folder, sites() as ports:
        command = scenes(ports)[0].steps[0].command
        assert command.at == NOW
        sys.stdout.write(json.dumps(starts(url, count, Path(folder), command)) + "\n")


if __name__ == "__main__":
    main()

"""The shipped command in forks of one process that has imported it: the same code, in half of a start's time.

Such a server of forks is started once by each process of the tests. It takes jobs as lines of JSON and answers each with
the status that its fork ended with.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.support.cases import ROOT

IMPORTED = ("kznews.commands", "kznews.spiders", "scrapy.commands")
"""What every command imports before it does anything."""
SETTINGS = "kznews.settings"
"""Reads the environment when it is imported, so that each fork does that itself."""


class Forks:
    """A server of forks, as the tests' process sees it."""

    def __init__(self) -> None:
        """Start the server, in an environment that says nothing of ours."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("KZNEWS_")}
        self._server = subprocess.Popen(
            [sys.executable, "-m", __name__], cwd=ROOT, env=clean, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        atexit.register(self._server.terminate)

    def run(self, words: list[str], environment: dict[str, str], seconds: int) -> tuple[int, str, str]:
        """Run `scrapy` with these words; return its status, what it printed and what it said. Raises TimeoutError."""
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            job = {"words": words, "environment": environment, "out": str(out), "err": str(err), "seconds": seconds}
            assert self._server.stdin is not None
            assert self._server.stdout is not None
            self._server.stdin.write(f"{json.dumps(job)}\n")
            self._server.stdin.flush()
            status = int(self._server.stdout.readline())
            if status == -signal.SIGALRM:
                raise TimeoutError(f"it did not end: scrapy {' '.join(words)}\n{err.read_text(encoding='utf-8')}")
            return status, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def forks() -> Forks:
    """Return the server of forks of this process."""
    return Forks()


def serve() -> dict[str, Any] | None:
    """Fork for each job; return the job in the fork that is to do it, None in the server when no more jobs come."""
    for name in IMPORTED:
        package = importlib.import_module(name)
        for module in pkgutil.iter_modules(package.__path__, f"{name}."):
            importlib.import_module(module.name)
    gc.freeze()
    for line in sys.stdin:
        if pid := os.fork():
            sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n")
            sys.stdout.flush()
        else:
            return dict(json.loads(line))
    return None


def become(job: dict[str, Any]) -> None:
    """Do what a shell does before it starts a command: environment, streams, words; and end the process if it takes too long."""
    os.environ.clear()
    os.environ.update(job["environment"])
    sys.modules.pop(SETTINGS, None)
    for number, path in enumerate((os.devnull, job["out"], job["err"])):
        file = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    signal.alarm(job["seconds"])
    sys.argv = ["scrapy", *job["words"]]


if __name__ == "__main__":
    given = serve()
    if given is not None:
        become(given)
        from scrapy.cmdline import execute

        execute()

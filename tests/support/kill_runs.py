"""The shipped commands in forks of a process that has imported everything: a start costs a tenth of that of a new process."""

from __future__ import annotations

import importlib
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy import cmdline

from kznews import clock
from kznews.extensions.ledger import Ledger
from kznews.store import failpoints
from kznews.store.codec import content_digest
from tests.support import weak_ledger
from tests.support.cases import ROOT
from tests.support.local_site import PORT

if TYPE_CHECKING:
    from datetime import datetime

PATIENCE = 300
"""Seconds after which a run is taken for one that never ends."""
_POLL = 0.002


@dataclass(frozen=True)
class Command:
    """A command line, when it is given, and the port of the site that answers it."""

    words: tuple[str, ...]
    at: datetime
    port: int = 0


def start(command: Command, url: str, said: Path, point: str = "", *, weak: bool = False, tell_modules: bool = False) -> int:
    """Start a command in a fork and return its process id.

    It writes a line to `said` for each article at the moment when that counts as scraped, and dies at the fail point `point`.
    """
    if pid := os.fork():
        return pid
    code = 70
    try:
        os.chdir(ROOT)
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        os.environ[PORT] = str(command.port)
        failpoints.arm(point)
        if weak:
            weak_ledger.weaken()
        _tell_what_is_acknowledged(said)
        sys.argv = [*command.words, "-s", f"STORE={url}", "-s", "LOG_LEVEL=ERROR"]
        with clock.frozen(command.at):
            cmdline.execute(sys.argv)
    except SystemExit as ended:
        code = int(ended.code or 0)
        if tell_modules:
            said.write_text("\n".join(sys.modules), encoding="utf-8")
    finally:
        os._exit(code)


def _tell_what_is_acknowledged(said: Path) -> None:
    descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    known = Ledger.item_scraped

    def scraped(self, item):
        os.write(descriptor, f"{item.url} {content_digest(item)}\n".encode())
        return known(self, item)

    Ledger.item_scraped = scraped


def acknowledged(said: Path) -> set[tuple[str, str]]:
    """Return address and digest of what counted as scraped; a line that was cut off by the kill does not count."""
    lines = said.read_text(encoding="utf-8").split("\n")[:-1] if said.exists() else []
    return {(url, digest) for url, digest in (line.split(" ") for line in lines)}


def import_what_a_run_needs(said: Path) -> None:
    """Import the modules that a run has told of, so that those which follow find them; a reactor belongs to one run."""
    for name in said.read_text(encoding="utf-8").split("\n"):
        if "reactor" not in name and not name.startswith("__"):
            with suppress(Exception):
                importlib.import_module(name)


def ended(pid: int, seconds: float) -> int | None:
    """Wait for a process and return its exit status, negative for a signal; None if it lives on."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(_POLL)
    return None


def ended_or_acknowledging(pid: int, said: Path) -> int | None:
    """Wait until a process has ended, and return its exit status, or until its first article counts as scraped: None."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not (said.exists() and said.stat().st_size):
        if (code := ended(pid, _POLL)) is not None:
            return code
    return None

"""The shipped command at a real terminal: a pseudo-terminal of the system, whose other end is read here."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from typing import TYPE_CHECKING

from tests.support.cases import ROOT
from tests.support.crawls import SCRAPY, TIMEOUT, environment

if TYPE_CHECKING:
    from pathlib import Path

_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def at_a_terminal(*args: str | Path, store: Path, **env: str) -> tuple[int, str]:
    """Return the exit code of a `scrapy` command whose three streams are a terminal, and what it showed there."""
    ours, theirs = pty.openpty()
    seen = {"TERM": "xterm", "COLUMNS": "120", **env}
    process = subprocess.Popen(
        [*SCRAPY, *map(str, args)], cwd=ROOT, env=environment(store, **seen), stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    while part := _read(ours):
        shown += part
    os.close(ours)
    return process.wait(TIMEOUT), shown.decode("utf-8", "replace")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 2**16)
    except OSError:  # Linux's way to say that the other end is closed
        return b""


def bare(shown: str) -> str:
    """Return what a terminal showed, without colours and movements."""
    return _ANSI.sub("", shown).replace("\r\n", "\n")

"""A copy of the project with one portal, small enough to be made for each test, and its commands."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.support.cases import ROOT
from tests.support.crawls import TIMEOUT, Ended, environment

if TYPE_CHECKING:
    from pathlib import Path

PORTAL = "stan"
"""Whose saved pages are copied."""


def copy_of_project(copy: Path) -> Path:
    """Copy the package, the saved pages of PORTAL and what Scrapy needs to a folder that is not there yet; return it."""
    shutil.copytree(ROOT / "kznews", copy / "kznews", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "fixtures" / "portals" / PORTAL, copy / "fixtures" / "portals" / PORTAL)
    shutil.copy(ROOT / "scrapy.cfg", copy)
    return copy


def run_in(project: Path, *args: str) -> Ended:
    """Run a command of Scrapy's in a copy of the project, with a store of its own, and return how it ended."""
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *args],
        cwd=project,
        env=environment(project / "kznews.db"),
        capture_output=True,
        timeout=TIMEOUT,
        encoding="utf-8",
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)

"""The command line on standard input, a line in and a line out, by answers written down beforehand (cases/cli.tsv)."""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

from tests.kazakh.cases import rows

ROOT = Path(__file__).resolve().parents[2]
NOW = ("--now", "2025-11-22T12:00:00+05:00")
GROUPS = [(asked, [case[1:] for case in cases]) for asked, cases in groupby(rows("cli"), key=itemgetter(0))]


@pytest.mark.parametrize(("asked", "cases"), GROUPS, ids=[asked for asked, _ in GROUPS])
def test_lines(asked: str, cases: list[list[str]]) -> None:
    command = [sys.executable, "-m", "kznews.kazakh", *asked.split(), *(NOW if asked == "date" else ())]
    lines = "".join(f"{text}\n" for text, _ in cases)
    done = subprocess.run(command, input=lines.encode(), capture_output=True, cwd=ROOT, check=True, timeout=60)
    printed = done.stdout.decode().splitlines()
    assert len(printed) == len(cases)
    assert [(text, line) for (text, answer), line in zip(cases, printed, strict=True) if answer not in line.split("\t")] == []

"""Runs of one portal that start at one moment: one collects, the others say so and end well; a killed one blocks nobody.

KZNEWS_STARTS sets their number (6 unless told; `make order-test` makes 50).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.support.cases import ROOT

STARTS = int(os.environ.get("KZNEWS_STARTS", "6"))


def test_of_many_runs_that_start_at_once_one_collects_and_its_death_frees_the_portal(store_url):
    command = [sys.executable, "-m", "tests.support.many_starts", store_url, str(STARTS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=600, encoding="utf-8")
    assert done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert (found["held"], found["refused"], found["still_running"]) == (1, STARTS - 1, 1)
    assert found["codes"] == {"0": STARTS - 1}
    assert found["of_a_processor"] < 2  # of its own time: what a busy machine does meanwhile is not the program's
    assert found["after_the_kill"] == 0  # with its clock ten years back

"""What holds for all tests: generated examples are the same in every run, so that a red test is red for everybody.

KZNEWS_FUZZ asks the campaigns for more examples; they print the seed of what they find. Each process has a folder of
its own for the turns at hosts: all tests ask servers by the same few names, and would wait for each other.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["KZNEWS_PACE_DIR"] = _PACE = tempfile.mkdtemp(prefix="kzpace")
atexit.register(shutil.rmtree, _PACE, ignore_errors=True)
settings.register_profile("kznews", derandomize=True, deadline=None)
settings.load_profile("kznews")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a test's SQLite store is to be; there is none yet."""
    return tmp_path / "kznews.db"

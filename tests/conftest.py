"""What holds for all tests: generated examples are the same in every run, so that a red test is red for everybody.

KZNEWS_FUZZ asks the campaigns for more examples; they print the seed of what they find.
"""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kznews", derandomize=True, deadline=None)
settings.load_profile("kznews")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a test's SQLite store is to be; there is none yet."""
    return tmp_path / "kznews.db"

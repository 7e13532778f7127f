"""The material beside the repository, if it is there: project tests stand without it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).resolve().parents[3] / "shared"
SHARED: Path | None = _FOLDER if _FOLDER.is_dir() else None
"""The folder ../shared seen from the repository's root, or None."""

needs_shared = pytest.mark.skipif(SHARED is None, reason="../shared is not on this machine")


def shared_json(name: str) -> Any:
    """Return the parsed file `name` of ../shared/data; skips the test if it is not there."""
    path = _FOLDER / "data" / name
    if not path.is_file():
        pytest.skip(f"../shared/data/{name} is not on this machine")
    return json.loads(path.read_text(encoding="utf-8"))


def shared_lines(name: str) -> list[Any]:
    """Return the parsed lines of the file `name` of ../shared/data; skips the test if it is not there."""
    path = _FOLDER / "data" / name
    if not path.is_file():
        pytest.skip(f"../shared/data/{name} is not on this machine")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]

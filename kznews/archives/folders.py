"""What lies in a folder, at any depth; a folder in it that cannot be looked into is told, and not passed over in silence."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def files_below(folder: Path, failed: Callable[[OSError], None]) -> list[Path]:
    """Return the files below a folder in the order of their paths; `failed` is told of each folder that cannot be read.

    Links to folders are not followed. `Path.rglob` would leave out what it may not read without a word.
    """
    found = [Path(place, name) for place, _, names in os.walk(folder, onerror=failed) for name in names]
    return sorted(path for path in found if path.is_file())


def refuse(error: OSError) -> None:
    """Raise the error: to be given to `files_below` where all of a folder is wanted."""
    raise error

"""Files whose place no output takes: a database is never what somebody meant by the name of a feed or of a report."""

from __future__ import annotations

from errno import EEXIST
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BEGINNING = b"SQLite format 3\0"
"""First bytes of a SQLite database (https://www.sqlite.org/fileformat.html, section 1.3)."""
_COMPANIONS = ("-wal", "-shm", "-journal")
_LOCK = ".lock"


class KeptFileError(FileExistsError):
    """A file that is kept as it is; `strerror` says why."""


def check_overwritable(path: Path) -> None:
    """Raise KeptFileError if `path` is a SQLite database, or a file beside one that belongs to it: its log, the lock of a run.

    Where there is no database, nothing is done; a file that cannot be read raises OSError.
    """
    if not path.is_file():
        return
    if is_database(path):
        raise KeptFileError(EEXIST, "it is a database, which no file takes the place of; name another file")
    for owner in _owners(path):
        if owner.is_file() and is_database(owner):
            raise KeptFileError(EEXIST, f"it belongs to the database {owner.name}; name another file")


def is_database(path: Path) -> bool:
    """Return whether a file begins as a SQLite database does; raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def _owners(path: Path) -> Iterator[Path]:
    """Yield the databases to which a file of this name may belong: kznews.db-wal, kznews.db.qamshy.lock."""
    for ending in _COMPANIONS:
        if path.name.endswith(ending) and (name := path.name.removesuffix(ending)):
            yield path.with_name(name)
    if path.name.endswith(_LOCK):
        parts = path.name.split(".")
        yield from (path.with_name(name) for end in range(1, len(parts) - 1) if (name := ".".join(parts[:end])))

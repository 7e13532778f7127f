"""A file appears complete or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Replacement:
    """A file under a name of its own that takes the place of another when it is complete."""

    def __init__(self, path: Path) -> None:
        """Begin it beside `path`, with the rights that a new file has there or those of the old one; raises OSError."""
        self.path = path.resolve()  # the file behind a link is replaced, not the link
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._name = self.path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        self.file: IO[bytes] = self._name.open("xb")
        if self.path.exists():
            self._name.chmod(self.path.stat().st_mode & 0o777)

    def complete(self) -> None:
        """Put it in its place: the content is on the disk before the name is. Raises OSError, and then leaves no trace."""
        try:
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            self._name.replace(self.path)
            sync(self.path.parent)
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Leave everything as it was; may be called twice."""
        self._name.unlink(missing_ok=True)
        try:
            self.file.close()
        except OSError:  # what is thrown away need not reach the disk
            return


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to; it takes the place of `path` when the block ends well, and leaves no trace when it does not.

    Raises OSError.
    """
    new = Replacement(path)
    try:
        yield new.file
    except BaseException:
        new.discard()
        raise
    new.complete()


def sync(path: Path) -> None:
    """Return when a file's content, or the names in a folder, are on the disk; raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

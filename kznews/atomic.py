"""A file appears complete or not at all."""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
import sys
from contextlib import contextmanager
from errno import EEXIST, EISDIR
from typing import IO, TYPE_CHECKING

from kznews.overwriting import check_overwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Replacement:
    """A file under a name of its own that takes the place of another when it is complete."""

    def __init__(self, path: Path) -> None:
        """Begin it beside `path`, with the rights that a new file has there or those of the old one.

        Raises KeptFileError for a database, OSError if nothing can be written there.
        """
        self.path = path.resolve()  # the file behind a link is replaced, not the link
        if self.path.is_dir():  # said now, and not when all has been written
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        check_overwritable(self.path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._name = self.path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            self.file: IO[bytes] = self._name.open("xb")
            if self.path.exists():
                self._name.chmod(self.path.stat().st_mode & 0o777)
        except BaseException:  # a signal may come as soon as the file is there
            self._name.unlink(missing_ok=True)
            raise

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


def is_pipe_or_device(path: Path) -> bool:
    """Return whether something is there that is neither a file nor a folder: no file takes its place."""
    return path.exists() and not (path.is_file() or path.is_dir())


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to; it takes the place of `path` when the block ends well, and leaves no trace when it does not.

    A pipe or a device is written to as it is: whoever reads there waits for it, and must not find a file in its place. Raises
    OSError.
    """
    if is_pipe_or_device(path):
        with path.open("wb") as plain:
            yield plain
        return
    new = Replacement(path)
    try:
        yield new.file
    except BaseException:
        new.discard()
        raise
    new.complete()


@contextmanager
def output(path: Path | None) -> Iterator[IO[bytes]]:
    """Give a file to write to, that of `replaced`, or standard output where there is no path. Raises OSError."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with replaced(path) as file:
            yield file


def sync(path: Path) -> None:
    """Return when a file's content, or the names in a folder, are on the disk; raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def replaced_folder(path: Path, *, mark: str) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place of `path` when the block ends well, and leaves no trace when it does not.

    A folder that is there is replaced in one step if it is empty or holds a file called `mark`, as the new one must; raises
    OSError for any other. Where the system cannot exchange two names, there is none for an instant, and never half a folder.
    """
    path = path.resolve()
    if path.exists() and not (path.is_dir() and (path.joinpath(mark).exists() or not any(path.iterdir()))):
        raise FileExistsError(EEXIST, "it holds something else than such a feed, and is left alone")
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    new.mkdir()
    try:
        yield new
        for folder, _, names in os.walk(new):
            for name in names:
                sync(new / folder / name)
            sync(new / folder)
        _take_place(new, path)
        sync(path.parent)
    finally:
        shutil.rmtree(new, ignore_errors=True)  # what it held, or what stood in its place


def _take_place(new: Path, path: Path) -> None:
    """Give `new` the name `path`; a folder that had it has the name of `new` afterwards."""
    if path.exists() and any(path.iterdir()):
        if _exchange(new, path):
            return
        aside = new.with_name(f"{new.name}.old")
        path.rename(aside)
        new.rename(path)
        aside.rename(new)
    else:
        new.rename(path)  # over an empty folder, or nothing


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step (Linux); return whether the system could."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return call is not None and call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)

"""Which archives a path names, and how they are opened: files and folders, s3:// and https:// through fsspec, WACZ."""

from __future__ import annotations

import io
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kznews.archives.faults import ArchiveError, Faults
from kznews.archives.folders import files_below, refuse
from kznews.archives.records import BEING_WRITTEN, iter_records, record_at
from kznews.archives.streams import is_gzip, next_beginning
from kznews.archives.wacz import ENDINGS, NoWaczError, archives_within, file_within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kznews.archives.records import Head, Place, Record

SCHEMES = ("s3", "http", "https", "file")
"""Kinds of paths beside plain ones."""
INSIDE = "!"
"""Between the name of a WACZ and that of a file in it."""
BLOCK = 2**20
"""Bytes that are asked of a remote file at a time, at least."""
MAX_EXCERPT = 16 * 2**20
"""Bytes of a remote file that are taken into memory at once; more are read piece by piece."""


def scheme_of(path: str) -> str:
    """Return the scheme of a path, "" for a plain one; raises ArchiveError for one that is not read."""
    scheme, mark, _ = path.partition("://")
    if not mark:
        return ""
    if scheme not in SCHEMES:
        raise ArchiveError(f"{path}: paths of {scheme}:// are not read, only {', '.join(SCHEMES)}")
    return scheme


def filesystem(path: str) -> tuple[Any, str]:
    """Return the file system of fsspec and the path in it; raises ArchiveError if a package for it is missing."""
    import fsspec  # noqa: PLC0415 - takes a tenth of a second, and most archives are files

    scheme_of(path)
    try:
        found: tuple[Any, str] = fsspec.core.url_to_fs(path)
    except ImportError as error:
        raise ArchiveError(f"{path}: {error}") from error
    return found


@contextmanager
def reaching(path: str) -> Iterator[None]:
    """Turn what a remote file system raises, in whatever words, into an OSError of one line."""
    try:
        yield
    except ArchiveError:
        raise
    except Exception as error:  # those of botocore are no OSError
        if not scheme_of(path):
            raise
        raise OSError(" ".join(f"{path}: {error.__cause__ or error}".split())) from error


def expand(paths: list[str]) -> list[str]:
    """Return the archives that files and folders name, each once, in the order of their names; raises ArchiveError or OSError.

    A folder stands for every archive below it; a file that is named is an archive, whatever its name.
    """
    found = [name for path in paths for name in _below(path)]
    return list(dict.fromkeys(found))


def _below(path: str) -> list[str]:
    if scheme_of(path) in ("http", "https"):
        return [path]  # the Web has no folders
    if scheme_of(path):
        return _below_remote(path)
    place = Path(path)
    if place.is_dir():
        found = [str(one) for one in files_below(place, refuse) if one.name.endswith(ENDINGS)]
        if not found:
            raise ArchiveError(f"no archive in {path}: {', '.join(ENDINGS[:3])}")
        return found
    if not place.is_file():
        raise ArchiveError(f"no archive at {path}")
    return [path]


def _below_remote(path: str) -> list[str]:
    with reaching(path):
        system, inner = filesystem(path)
        if not system.isdir(inner):
            return [path]
        found = [system.unstrip_protocol(name) for name in sorted(system.find(inner)) if name.endswith(ENDINGS)]
    if not found:
        raise ArchiveError(f"no archive in {path}: {', '.join(ENDINGS[:3])}")
    return found


@contextmanager
def opened(name: str) -> Iterator[IO[bytes]]:
    """Give a seekable file of an archive, or of one in a WACZ ("a.wacz!archive/data.warc.gz"); raises OSError, ArchiveError."""
    outer, inside, inner = name.partition(f".wacz{INSIDE}")
    if not inside:
        with _file(name) as file:
            yield file
        return
    with _file(f"{outer}.wacz") as file:
        yield file_within(file, f"{outer}.wacz", inner)


class _Excerpt(io.BytesIO):
    """Some bytes of a file, to be found at the places where they lie in it."""

    def __init__(self, data: bytes, at: int) -> None:
        super().__init__(data)
        self.at = at

    def seek(self, offset: int, whence: int = 0) -> int:
        return super().seek(offset - (0 if whence else self.at), whence) + self.at


@contextmanager
def opened_between(name: str, at: int, end: int) -> Iterator[IO[bytes]]:
    """Give a file of an archive of which only these bytes are read; of a remote one nothing else is fetched."""
    if not scheme_of(name) or INSIDE in name or end - at > MAX_EXCERPT:
        with opened(name) as file:
            yield file
        return
    system, path = filesystem(name)
    yield _Excerpt(system.cat_file(path, start=at, end=end), at)


@contextmanager
def _file(name: str) -> Iterator[IO[bytes]]:
    if not scheme_of(name):
        with Path(name).open("rb") as file:
            yield file
        return
    system, path = filesystem(name)
    with system.open(path, "rb", block_size=BLOCK) as file:
        yield file


def parts_of(name: str, faults: Faults) -> list[str]:
    """Return the archives of a file: itself, or those in a WACZ; raises ArchiveError or OSError.

    Nothing of a WACZ is ever written to the disk, so a name in it can lead nowhere; one that tries is noted all the same.
    """
    if not name.endswith(".wacz"):
        return [name]
    with _file(name) as file:
        return [f"{name}{INSIDE}{inner}" for inner in archives_within(file, name, faults)]


def records_of(name: str, faults: Faults, *, wanted: Callable[[Head], bool]) -> Iterator[Record]:
    """Yield the intact records of an archive, WACZ or not, that are wanted; damage is noted in `faults`.

    Raises ArchiveError or OSError if there is nothing to read.
    """
    try:
        parts = parts_of(name, faults)
    except NoWaczError as error:
        yield from _without_list(name, error, faults, wanted=wanted)
        return
    for part in parts:
        try:
            with opened(part) as file:
                if not (part.endswith(BEING_WRITTEN) or file.read(1)):
                    faults.add(part, 0, "an empty file")
                yield from iter_records(file, part, faults, wanted=wanted)
        except ArchiveError as error:  # of one of several that a WACZ holds
            faults.add(part, 0, str(error).removeprefix(f"{name}: "))


def _without_list(name: str, error: NoWaczError, faults: Faults, *, wanted: Callable[[Head], bool]) -> Iterator[Record]:
    """Yield the records that can be seen in a WACZ that was cut off, list and all; raises NoWaczError if there is none."""
    with _file(name) as file:
        packed = is_gzip(file)
        first = next_beginning(file, 0, file.seek(0, 2), packed=packed)
        if first is None:
            raise error
        faults.add(name, 0, f"{str(error).removeprefix(f'{name}: ')}; it is read as far as records can be seen in it")
        yield from iter_records(file, name, faults, wanted=wanted, at=first)


def read_place(place: Place) -> Record:
    """Return the record at a place; raises Damaged, ArchiveError or OSError."""
    with opened(place.file) as file:
        return record_at(file, place)

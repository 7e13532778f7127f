"""What is done: a note for each part that is complete, in the folder of the parts or in the store."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kznews.archives.faults import ArchiveError
from kznews.archives.opening import filesystem, scheme_of
from kznews.atomic import replaced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kznews.reextract.tasks import Order, Task
    from kznews.store import Store

_KEY = re.compile(r"_?(.+-[0-9a-f]{10})((?:-[0-9]{12}-[0-9a-f]{6}|-records)?)\.(?:parquet|json)")
"""A part or a note: the key of its archive, and which part of it."""
_CHART = "-records"
"""In place of a part, for the note that says where the records of an archive lie."""
Spans = tuple[tuple[int, int], ...]
"""Byte and length of records."""


class Notes(Protocol):
    """Remembers what was said of a task; `kind` tells notes of one task apart."""

    def read(self, task: Task, stamp: str, kind: str = "") -> Mapping[str, Any] | None:
        """Return what was written of a task with this stamp, or None."""

    def write(self, task: Task, stamp: str, said: Mapping[str, Any], kind: str = "") -> None:
        """Write it, in place of what was said before."""


class StoreNotes:
    """Notes in a store (table `archives_read`)."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def read(self, task: Task, stamp: str, kind: str = "") -> Mapping[str, Any] | None:
        return self.store.archive_read(_title(task, kind), stamp)

    def write(self, task: Task, stamp: str, said: Mapping[str, Any], kind: str = "") -> None:
        self.store.note_archive_read(_title(task, kind), stamp, said)


def _title(task: Task, kind: str) -> str:
    return "#".join(filter(None, (task.name.removesuffix(".open"), task.part, kind)))


class FolderNotes:
    """Notes beside the parts of Parquet; names with a `_` are left alone by whoever reads a folder of Parquet."""

    def __init__(self, folder: str) -> None:
        self.folder = folder.rstrip("/")

    def read(self, task: Task, stamp: str, kind: str = "") -> Mapping[str, Any] | None:
        said = self._read(_file(task, kind))
        found: Mapping[str, Any] | None = said["said"] if said and said["stamp"] == stamp else None
        return found

    def write(self, task: Task, stamp: str, said: Mapping[str, Any], kind: str = "") -> None:
        self._write(_file(task, kind), {"stamp": stamp, "said": said})

    def begin(self, order: Order, *, by_index: bool) -> None:
        """Note what the folder is made of; raises ArchiveError if it holds what was read of other hosts, or otherwise.

        One folder would hold articles twice, or lose them, if two ways of reading met in it.
        """
        now = {"hosts": sorted(order.hosts), "layouts": order.layouts, "by_index": by_index}
        before = self._read("_order.json")
        if before is not None and before != now:
            unlike = ", ".join(f"{name} was {before.get(name)}" for name, value in now.items() if before.get(name) != value)
            raise ArchiveError(f"{self.folder} was made in another way ({unlike}): take another folder")
        if before is None:
            system, folder = filesystem(self.folder)
            if system.glob(f"{folder}/*.parquet"):
                raise ArchiveError(f"{self.folder} holds Parquet that was not made by this command: take another folder")
            self._write("_order.json", now)

    def keep_only(self, keys: Mapping[str, set[str]]) -> None:
        """Remove parts and notes of archives that are not among the keys named for each: it was read in other parts before."""
        system, folder = filesystem(self.folder)
        for name in self._names():
            found = _KEY.fullmatch(name)
            if found and found[1] in keys and found[1] + found[2] not in keys[found[1]] and found[2] != _CHART:
                system.rm_file(f"{folder}/{name}")

    def parts_of(self, archives: Collection[str]) -> Iterator[tuple[str, str, Spans]]:
        """Yield archive, stamp and records of the parts of some archives that are noted, by the keys of the archives."""
        for name in self._names():
            found = _KEY.fullmatch(name)
            if found and found[1] in archives and name.startswith("_") and name.endswith(".json") and found[2] != _CHART:
                note = self._read(name)
                yield found[1], note["stamp"], tuple((at, length) for at, length in note["said"].get("spans", ()))

    def without_article(self) -> set[str]:
        """Return the addresses that were read in full and gave no article."""
        notes = (self._read(name) for name in self._names() if name.startswith("_") and _KEY.fullmatch(name))
        return {url for note in notes for url in note["said"].get("without_article", ())}

    def _names(self) -> list[str]:
        system, folder = filesystem(self.folder)
        return [path.rpartition("/")[2] for path in system.ls(folder, detail=False)] if system.isdir(folder) else []

    def _read(self, name: str) -> Any:
        system, path = filesystem(f"{self.folder}/{name}")
        if not system.exists(path):
            return None
        try:
            return json.loads(system.cat_file(path))
        except ValueError as error:
            raise ArchiveError(f"{path} is no note of kznews: {error}") from error

    def _write(self, name: str, said: Mapping[str, Any]) -> None:
        whole = json.dumps(said, sort_keys=True).encode()
        if scheme_of(self.folder):
            system, path = filesystem(f"{self.folder}/{name}")
            system.pipe_file(path, whole)  # an object appears whole or not at all
            return
        with replaced(Path(self.folder, name)) as file:
            file.write(whole)


def _file(task: Task, kind: str) -> str:
    return f"_{'-'.join(filter(None, (task.key, kind)))}.json"

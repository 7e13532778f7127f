"""What one process does at a time: an archive, or some records of one, from its first byte to a finished part."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kznews
from kznews import clock
from kznews.archives.faults import Faults
from kznews.archives.opening import filesystem, opened_between, reaching, records_of, scheme_of
from kznews.archives.records import iter_records
from kznews.extract.links import canonical
from kznews.extract.sources.read import source_at
from kznews.reextract.hosts import hosts_of
from kznews.reextract.page import read_record
from kznews.reextract.sinks import Sink, sink_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kznews.archives.charts import Stretch
    from kznews.archives.records import Record
    from kznews.reextract.hosts import Hosts

NO_RULES = ("browse", "commands", "health", "quality", "report", "series")
"""Parts of the package by which no page is read: what has changed there alone makes nothing old. All else may be a rule."""


@dataclass(frozen=True, slots=True)
class Task:
    """An archive, or some records of it."""

    name: str
    """Path or address of the archive."""
    spans: tuple[tuple[int, int], ...] = ()
    """Byte and length of the records to be read; () for all of them."""
    size: int = 0
    """Bytes that are read."""
    bounds: tuple[int, int] | None = None
    """Where only what lies there is asked for: the first byte and the one behind the last."""
    is_exact: bool = False
    """Whether a record begins at the first of them for sure."""
    stamp: str = ""
    """What tells one content of the archive from another: size and time, or the entity tag; and the rules."""

    @property
    def archive(self) -> str:
        """A name for files that are made of its archive, also while that is still being written (`.open`)."""
        name = self.name.removesuffix(".open")
        plain = name.rpartition("/")[2].removesuffix(".gz").removesuffix(".warc")
        return f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:10]}"

    @property
    def part(self) -> str:
        """Which part of the archive it is, by its first byte, so that names are in the order of the bytes; "" for all of it."""
        places = self.spans or (self.bounds and (self.bounds,))
        return f"{places[0][0]:012}-{hashlib.sha256(repr(places).encode()).hexdigest()[:6]}" if places else ""

    @property
    def key(self) -> str:
        """A name for files that are made of it."""
        return f"{self.archive}-{self.part}" if self.part else self.archive


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of every task."""

    into: str
    """A folder for Parquet parts, or the URL of a store."""
    modules: tuple[str, ...]
    hosts: tuple[str, ...]
    layouts: bool = True

    def stamp_of(self, task: Task) -> str:
        """Return what tells whether a task was done: the content of its archive, the rules, and what was to be read."""
        what = hashlib.sha256(repr((self.modules, sorted(self.hosts), self.layouts)).encode())
        return f"{task.stamp}:{what.hexdigest()[:10]}"


@dataclass(slots=True)
class Summary:
    """What became of a task."""

    name: str
    key: str
    size: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    """Records, articles, and each outcome and reason, by name."""
    faults: list[str] = field(default_factory=list)
    """One line for each place of the archive that is damaged."""
    seconds: float = 0.0
    skipped: bool = False
    """Whether it was done before."""
    unchanged: list[tuple[str, str]] = field(default_factory=list)
    """Portal and address of pages that were seen again as they had been, and not in full (`revisit` records alone)."""
    stretch: Stretch | None = None
    """What a range holds, where that was the question."""


@cache
def rules_stamp() -> str:
    """Return a digest of the rules by which pages are read: what they gave yesterday is not skipped when they have changed."""
    folder, digest = Path(kznews.__file__).parent, hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        if path.relative_to(folder).parts[0] not in NO_RULES:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def task_of(name: str, spans: tuple[tuple[int, int], ...] = ()) -> Task:
    """Return the task of an archive with its size and stamp, by its whole path; raises OSError if it is not there."""
    if scheme_of(name):
        with reaching(name):
            system, path = filesystem(name)
            said = system.info(path)
        size = int(said.get("size") or 0)
        stamp = f"{size}:{said.get('ETag') or said.get('LastModified') or ''}"
    else:
        name = str(Path(name).resolve())  # workers and later calls may have another folder as theirs
        there = Path(name).stat()
        size, stamp = there.st_size, f"{there.st_size}:{there.st_mtime_ns}"
    read = sum(length for _, length in spans) if spans else size
    return Task(name, spans, read, stamp=f"{stamp}:{rules_stamp()}")


def run_task(order: Order, task: Task) -> Summary:
    """Read a task to its end and write its part; one that is done already is left alone. Raises OSError or ArchiveError.

    Called twice, or broken off and called again, it leaves the same part.
    """
    with sink_of(order, task) as sink:
        if (done := sink.done()) is not None:
            return replace(_summary(task, done), skipped=True)
        began, faults = clock.ticks(), Faults()
        counts, unchanged = _read(order, task, hosts_of(order.modules, order.hosts), sink, faults)
        if faults.count:
            counts["damaged"] = faults.count
        said = {"counts": counts, "faults": faults.lines, "unchanged": unchanged}
        sink.finish(said)
        return replace(_summary(task, said), seconds=clock.ticks() - began)


def _summary(task: Task, said: Mapping[str, Any]) -> Summary:
    unchanged = [(portal, url) for portal, url in said["unchanged"]]
    return Summary(task.name, task.key, task.size, dict(said["counts"]), list(said["faults"]), unchanged=unchanged)


def _read(order: Order, task: Task, hosts: Hosts, sink: Sink, faults: Faults) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Read the records of a task; return what they were, and the pages of which it has nothing but that they were as before."""
    counts: Counter[str] = Counter()
    again: dict[tuple[str, str], None] = {}
    full: set[tuple[str, str]] = set()
    for record in _records(task, hosts, faults):
        portal = hosts.portal(record.head.url)
        known = canonical(record.head.url, portal) if portal else None
        if record.head.kind == "revisit":  # a page that was the same is no new reading
            if portal and known and source_at(record.head.url, portal) is None:
                again[portal.name, known] = None
            continue
        counts["records"] += 1
        if portal is None:
            continue
        full.add((portal.name, known or ""))
        evidence = sink.evidence(portal.name, known) if known else None
        page = read_record(record, portal, layouts=order.layouts, evidence=evidence)
        if page is None:
            counts["no_page"] += 1
            continue
        counts["articles" if page.article else str(page.outcome)] += 1
        if page.reason:
            counts[f"reason/{page.reason.value}"] += 1
        sink.write(page)
    return counts, [one for one in again if one not in full]


def _records(task: Task, hosts: Hosts, faults: Faults) -> Iterator[Record]:
    if not task.spans:
        yield from records_of(task.name, faults, wanted=hosts.wanted)
    for at, length in task.spans:
        with opened_between(task.name, at, at + length) as file:
            yield from iter_records(file, task.name, faults, wanted=hosts.wanted, at=at, until=at + length)

"""What one process does at a time: an archive, or some records of one, from its first byte to a finished part."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import kznews
from kznews import clock
from kznews.archives.faults import Faults
from kznews.archives.opening import INSIDE, filesystem, records_of, scheme_of
from kznews.archives.records import iter_records
from kznews.extract.links import canonical
from kznews.reextract.hosts import hosts_of
from kznews.reextract.page import read_record
from kznews.reextract.sinks import Sink, sink_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.archives.records import Record
    from kznews.reextract.hosts import Hosts

RULES = ("extract", "kazakh", "platforms", "spiders", "loaders.py", "processors.py", "pages.py", "reextract/page.py")
"""Where the rules are by which a page is read."""


@dataclass(frozen=True, slots=True)
class Task:
    """An archive, or some records of it."""

    name: str
    """Path or address of the archive."""
    spans: tuple[tuple[int, int], ...] = ()
    """Byte and length of the records to be read; () for all of them."""
    size: int = 0
    """Bytes that are read."""
    stamp: str = ""
    """What tells one content of the archive from another: size and time, or the entity tag."""

    @property
    def key(self) -> str:
        """A name for files that are made of it."""
        plain = self.name.rpartition("/")[2].replace(INSIDE, "-")
        whole = f"{self.name} {self.spans}".encode()
        return f"{plain.removesuffix('.gz').removesuffix('.warc')}-{hashlib.sha256(whole).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of every task."""

    into: str
    """A folder for Parquet parts, or the URL of a store."""
    modules: tuple[str, ...]
    hosts: tuple[str, ...]
    layouts: bool = True
    portal: str = ""


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


@cache
def rules_stamp() -> str:
    """Return a digest of the rules by which pages are read: what they gave yesterday is not skipped when they have changed."""
    folder, digest = Path(kznews.__file__).parent, hashlib.sha256()
    for name in RULES:
        place = folder / name
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def task_of(name: str, spans: tuple[tuple[int, int], ...] = ()) -> Task:
    """Return the task of an archive with its size and stamp; raises OSError if it is not there."""
    if scheme_of(name):
        system, path = filesystem(name)
        said = system.info(path)
        size = int(said.get("size") or 0)
        stamp = f"{size}:{said.get('ETag') or said.get('LastModified') or ''}"
    else:
        there = Path(name).stat()
        size, stamp = there.st_size, f"{there.st_size}:{there.st_mtime_ns}"
    read = sum(length for _, length in spans) if spans else size
    return Task(name, spans, read, f"{stamp}:{rules_stamp()}")


def run_task(order: Order, task: Task) -> Summary:
    """Read a task to its end and write its part; one that is done already is left alone. Raises OSError or ArchiveError.

    Called twice, or broken off and called again, it leaves the same part.
    """
    with sink_of(order.into, task.key, task.name, task.stamp) as sink:
        if (done := sink.done()) is not None:
            return Summary(task.name, task.key, task.size, dict(done), skipped=True)
        began, faults = clock.ticks(), Faults()
        hosts = hosts_of(order.modules, order.hosts)
        counts = _read(order, task, hosts, sink, faults)
        if faults.count:
            counts["damaged"] = faults.count
        sink.finish(dict(counts))
        return Summary(task.name, task.key, task.size, dict(counts), faults.lines, clock.ticks() - began)


def _read(order: Order, task: Task, hosts: Hosts, sink: Sink, faults: Faults) -> Counter[str]:
    counts: Counter[str] = Counter()
    for record in _records(task, hosts, faults):
        counts["records"] += 1
        portal = hosts.portal(record.head.url)
        if portal is None or (order.portal and portal.name != order.portal):
            continue
        known = canonical(record.head.url, portal)
        evidence = sink.evidence(portal.name, known) if known else None
        page = read_record(record, portal, layouts=order.layouts, evidence=evidence)
        if page is None:
            counts["no_page"] += 1
            continue
        counts["articles" if page.article else str(page.outcome)] += 1
        if page.reason:
            counts[f"reason/{page.reason.value}"] += 1
        sink.write(page)
    return counts


def _records(task: Task, hosts: Hosts, faults: Faults) -> Iterator[Record]:
    if not task.spans:
        yield from _resolved(records_of(task.name, faults, wanted=hosts.wanted))
        return
    for (at, _), data in zip(task.spans, _ranges(task.name, task.spans), strict=True):
        found = Faults()
        yield from _resolved(iter_records(io.BytesIO(data), task.name, found, wanted=hosts.wanted))
        for line in found.lines:
            faults.add(task.name, at, line.partition(": ")[2])


def _resolved(records: Iterator[Record]) -> Iterator[Record]:
    """Yield the records that hold their answers: a revisit record says that a page was the same, which is no new reading."""
    for record in records:
        if record.head.kind != "revisit":
            yield record


def _ranges(name: str, spans: tuple[tuple[int, int], ...]) -> Iterator[bytes]:
    """Yield the bytes of spans; of a remote file nothing else is fetched."""
    if not scheme_of(name):
        with Path(name).open("rb") as file:
            for at, length in spans:
                file.seek(at)
                yield file.read(length)
        return
    system, path = filesystem(name)
    for at, length in spans:
        yield system.cat_file(path, start=at, end=at + length)

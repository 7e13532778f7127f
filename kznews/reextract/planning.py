"""Which parts an archive is read in: a large one is charted first, range by range, by as many as there are to do it.

Where an index says which records are to be read, the parts are made of those.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kznews.archives.charts import is_divisible, joined, ranges_of, stretch_of
from kznews.archives.faults import ArchiveError, Faults
from kznews.archives.opening import opened
from kznews.reextract.engines import Failed
from kznews.reextract.hosts import hosts_of
from kznews.reextract.index import SPANS, grouped
from kznews.reextract.notes import FolderNotes
from kznews.reextract.sinks import is_store, notes_of
from kznews.reextract.tasks import Summary, Task, task_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kznews.archives.charts import Chart, Range, Stretch
    from kznews.reextract.engines import Engine
    from kznews.reextract.index import Span
    from kznews.reextract.notes import Spans
    from kznews.reextract.tasks import Order

    Watch = Callable[[Iterable[Summary | Failed], list[Task]], Iterator[Summary | Failed]]

CHART = "records"
"""The kind of note that says where the records of an archive lie."""


@dataclass
class Plan:
    """What is to be done."""

    tasks: list[Task] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """One line for each damaged place that no task comes by."""
    damaged: int = 0
    """Their number."""
    failed: list[Failed] = field(default_factory=list)
    """Archives that could not be reached or charted."""
    archives: set[str] = field(default_factory=set)
    """The keys of the archives whose tasks are known, also of those in which nothing is to be done."""

    def keys(self) -> dict[str, set[str]]:
        """Return the keys of the tasks of each archive."""
        found: dict[str, set[str]] = {archive: set() for archive in self.archives}
        for task in self.tasks:
            found[task.archive].add(task.key)
        return found


@dataclass
class _Open:
    """An archive whose chart is being made."""

    whole: Task
    ranges: list[Range]
    found: dict[int, Stretch] = field(default_factory=dict)
    why: str = ""
    """Why it cannot be read, or ""."""


def planned(order: Order, wholes: list[Task], engine: Engine, most: int, watch: Watch) -> Plan:
    """Return the tasks of archives: those of more than `most` bytes in parts, if they can be divided, the others whole.

    With 0 none is divided. An archive is read on as it was begun, whatever `most` is by then. Raises ArchiveError, OSError or
    StoreError.
    """
    plan = Plan(archives={whole.archive for whole in wholes})
    charting: list[_Open] = []
    with notes_of(order) as notes:
        for whole in wholes:
            stamp = order.stamp_of(whole)
            if notes.read(whole, stamp) is None and (said := notes.read(whole, stamp, CHART)) is not None:
                _take_chart(plan, whole, said)
            elif notes.read(whole, stamp) is None and _is_divided(whole, most):
                charting.append(_Open(whole, ranges_of(whole.size, most)))
            else:
                plan.tasks.append(whole)
        for archive in _charted(order, charting, engine, watch):
            if archive.why:
                plan.failed.append(Failed(archive.whole, archive.why))
                plan.archives.discard(archive.whole.archive)
                continue
            said = _said(archive.whole.name, joined(archive.ranges, archive.found))
            notes.write(archive.whole, order.stamp_of(archive.whole), said, CHART)
            _take_chart(plan, archive.whole, said)
    plan.tasks.sort(key=_largest_first)
    return plan


def reached(names: Iterable[str], plan: Plan) -> dict[str, Task]:
    """Return the tasks of archives by their names; those that cannot be reached are added to the failed ones of `plan`.

    Raises OSError if none can be reached: then it is the way to them that is wrong.
    """
    found: dict[str, Task] = {}
    error: OSError | None = None
    for name in names:
        try:
            found[name] = task_of(name)
        except OSError as why:
            error = error or why
            plan.failed.append(Failed(Task(name), why.strerror or str(why)))
    if error and not found:
        raise error
    return found


def planned_by_index(order: Order, spans: Iterable[Span], base: str) -> Plan:
    """Return the tasks of the records that indexes name, SPANS of an archive at the most; `base` goes before relative names.

    What a folder holds already of an archive stays in the parts that it is in, and only other records make new ones: so an
    index that has grown, or another one of the same archives, gives nothing twice. Raises OSError or ArchiveError.
    """
    plan, named = Plan(), dict(grouped(spans, base))
    wholes = reached(named, plan)
    plan.archives |= {whole.archive for whole in wholes.values()}
    held = _held(order, wholes.values())
    records: dict[Task, set[tuple[int, int]]] = defaultdict(set)
    for name, whole in wholes.items():  # two names may be one archive
        records[whole].update(named[name])
    for whole, wanted in records.items():
        parts = held[whole.archive]
        new = sorted(wanted.difference(*parts))
        for part in [*parts, *(tuple(new[at : at + SPANS]) for at in range(0, len(new), SPANS))]:
            plan.tasks.append(replace(whole, spans=part, size=sum(length for _, length in part)))
    plan.tasks.sort(key=_largest_first)
    return plan


def _held(order: Order, wholes: Iterable[Task]) -> dict[str, list[Spans]]:
    """Return the parts that a folder holds of archives as they are now, by the keys of the archives; a store needs none."""
    held: dict[str, list[Spans]] = defaultdict(list)
    contents = {whole.archive: whole.stamp.rpartition(":")[0] for whole in wholes}  # without the rules
    for archive, stamp, part in () if is_store(order.into) else FolderNotes(order.into).parts_of(contents):
        if part and stamp.startswith(f"{contents[archive]}:"):
            held[archive].append(part)
    return held


def _largest_first(task: Task) -> tuple[int, str, Spans]:
    """Return a sort key, so that no processor works alone at the end."""
    return -task.size, task.name, task.spans


def _is_divided(whole: Task, most: int) -> bool:
    """Return whether an archive is to be divided; one that cannot be opened is not: whoever reads it says why."""
    if not 0 < most < whole.size or whole.name.endswith(".wacz"):
        return False
    try:
        with opened(whole.name) as file:
            return is_divisible(file, most)
    except (ArchiveError, OSError, ValueError):
        return False


def _charted(order: Order, charting: list[_Open], engine: Engine, watch: Watch) -> Iterator[_Open]:
    """Yield archives whose charts are complete, or cannot be made."""
    asked = [(archive, number, bounds, number == 0) for archive in charting for number, bounds in enumerate(archive.ranges)]
    while asked:
        tasks = {
            replace(archive.whole, bounds=bounds, is_exact=exact, size=bounds[1] - bounds[0]): (archive, number)
            for archive, number, bounds, exact in asked
        }
        by_key, left = {task.key: place for task, place in tasks.items()}, Counter(id(archive) for archive, *_ in asked)
        asked = []
        for result in watch(engine.run(order, list(tasks), survey), list(tasks)):
            if isinstance(result, Summary):
                archive, number = by_key[result.key]
                if result.stretch is not None:
                    archive.found[number] = result.stretch
            else:
                archive, _ = tasks[result.task]
                archive.why = result.why
            left[id(archive)] -= 1
            if left[id(archive)]:
                continue
            missing = None if archive.why else joined(archive.ranges, archive.found).missing
            if missing is None:
                yield archive
            else:
                number, at = missing
                asked.append((archive, number, (at, archive.ranges[number][1]), True))


def survey(order: Order, task: Task) -> Summary:
    """Return what a range of an archive holds; raises OSError."""
    bounds = task.bounds or (0, task.size)
    hosts = hosts_of(order.modules, order.hosts)
    with opened(task.name) as file:
        stretch = stretch_of(file, task.name, bounds, wanted=hosts.wanted, exact=task.is_exact)
    return Summary(task.name, task.key, task.size, stretch=stretch)


def _said(name: str, chart: Chart) -> dict[str, Any]:
    """Return a chart as it is noted."""
    faults = Faults()
    for at, why in chart.faults:
        faults.add(name, at, why)
    runs = [[run.at, run.end - run.at, run.records] for run in chart.runs]
    return {"runs": runs, "faults": faults.lines, "damaged": faults.count}


def _take_chart(plan: Plan, whole: Task, said: Mapping[str, Any]) -> None:
    """Add the parts of an archive: neighbouring runs, of SPANS records together at the most unless one has more."""
    plan.faults += said["faults"]
    plan.damaged += said["damaged"]
    spans: list[tuple[int, int]] = []
    count = 0
    for at, length, records in [*said["runs"], (0, 0, SPANS)]:
        if spans and count + records > SPANS:
            plan.tasks.append(replace(whole, spans=tuple(spans), size=sum(one for _, one in spans)))
            spans, count = [], 0
        spans.append((at, length))
        count += records

"""Where the wanted records of an archive lie, found range by range: each record in one of them, whatever the archive holds.

A range is read from the first byte on that looks as a record's beginning. It may only look so: an archive may hold another one in
the body of a record, or bytes that somebody has chosen. So a range also says where its reading arrived, at the first step behind
its end. Where the next range has begun at that very byte it has read what a reading of the whole archive reads; where it has
not, it is read again from there. `joined` says which.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import IO, TYPE_CHECKING

from kznews.archives.records import is_too_large, iter_steps
from kznews.archives.streams import is_gzip, next_beginning, pieces_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kznews.archives.records import Head

RUN = 4 * 2**20
"""Bytes of a run of records, at most, unless one record has more: what is taken into memory of a remote archive at a time."""
GAP = 32 * 2**10
"""Bytes between two wanted records that are rather read along than asked for apart: a request and its metadata have less."""

Range = tuple[int, int]
"""A byte, and the byte behind the last one."""


@dataclass(frozen=True, slots=True)
class Run:
    """Wanted records that lie together."""

    at: int
    end: int
    records: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was found from a byte on."""

    first: int | None
    """Where the reading began; None if nothing in the range looks as a record's beginning."""
    last: int | None
    """Where it arrived behind the end of the range; None at the end of the archive."""
    runs: tuple[Run, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    """Bytes that are damaged and lie in no run, each with one line."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What was found in an archive so far."""

    runs: tuple[Run, ...]
    faults: tuple[tuple[int, str], ...]
    missing: tuple[int, int] | None
    """The number of a range that is to be read, and the byte from which on; None if all is there."""


def ranges_of(size: int, most: int) -> list[Range]:
    """Return ranges of equal length, none of more than `most` bytes.

    >>> ranges_of(10, 4)
    [(0, 3), (3, 6), (6, 10)]
    """
    count = max(-(-size // most), 1)
    cuts = [size * number // count for number in range(count + 1)]
    return list(pairwise(cuts))


def is_divisible(file: IO[bytes], within: int) -> bool:
    """Return whether a second record begins in the first `within` bytes; where all are one member of gzip, none does."""
    return next_beginning(file, 1, within, packed=is_gzip(file)) is not None


def stretch_of(file: IO[bytes], name: str, bounds: Range, *, wanted: Callable[[Head], bool], exact: bool = False) -> Stretch:
    """Return what a reading of a range finds: from its first byte on if that is `exact`, else from what looks as a beginning."""
    packed, (at, end) = is_gzip(file), bounds
    first = at if exact else next_beginning(file, at, end, packed=packed)
    if first is None:
        return Stretch(None, None)
    places: list[_Place] = []
    pieces = pieces_of(file, first, packed=packed)
    # A block that is too large to be read is named here, and no run holds it.
    for step in iter_steps(pieces, name, wanted=lambda head: is_too_large(head) and wanted(head)):
        offset = step.place.offset
        if not places or places[-1].at != offset:
            if offset >= end:
                return Stretch(first, offset, *_parted(places, offset))
            places.append(_Place(offset))
        if step.fault:
            places[-1].faults.append(step.fault)
        elif step.head is not None and wanted(step.head):
            places[-1].records += 1
    return Stretch(first, None, *_parted(places, file.seek(0, 2)))


@dataclass(slots=True)
class _Place:
    """A member of gzip, or a record that is not packed."""

    at: int
    records: int = 0
    faults: list[str] = field(default_factory=list)


def _parted(places: list[_Place], end: int) -> tuple[tuple[Run, ...], tuple[tuple[int, str], ...]]:
    """Return the runs of wanted records, and the faults that lie in none: whoever reads a run meets those in it."""
    runs: list[Run] = []
    faults: list[tuple[int, str]] = []
    is_broken = False
    for place, behind in zip(places, [*(one.at for one in places[1:]), end], strict=False):
        if not place.records:
            faults += ((place.at, why) for why in place.faults)
            is_broken = is_broken or bool(place.faults)
            continue
        last = runs[-1] if runs and not is_broken else None
        if last is not None and place.at - last.end <= GAP and behind - last.at <= RUN:
            runs[-1] = Run(last.at, behind, last.records + place.records)
        else:
            runs.append(Run(place.at, behind, place.records))
        is_broken = False
    return tuple(runs), tuple(faults)


def joined(ranges: Sequence[Range], found: Mapping[int, Stretch]) -> Chart:
    """Return what an archive holds, as far as the stretches of its ranges, by number, say so for sure."""
    at: int | None = 0
    runs: list[Run] = []
    faults: list[tuple[int, str]] = []
    for number, (_, end) in enumerate(ranges):
        if at is None or at >= end:
            continue  # a record that began before it reaches over it
        stretch = found.get(number)
        if stretch is None or stretch.first != at:
            return Chart(tuple(runs), tuple(faults), (number, at))
        runs += stretch.runs
        faults += stretch.faults
        at = stretch.last
    return Chart(tuple(runs), tuple(faults), None)

"""Ranges of an archive, wherever it is cut and however damaged it is, hold together what a reading of the whole gives."""

from __future__ import annotations

import gzip
import io
import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kznews.archives import charts, records, streams
from kznews.archives.charts import Run, Stretch, is_divisible, joined, ranges_of, stretch_of
from kznews.archives.faults import Faults
from kznews.archives.records import is_answer, iter_records
from tests.support.warcs import record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kznews.archives.charts import Chart, Range
    from kznews.archives.records import Head

NAME = "a.warc"


def page(rng: random.Random, number: int, *, packed: bool = True, body: bytes = b"") -> bytes:
    """Return a record of a page, with its request and now and then a second request behind it."""
    answer = record(body or rng.randbytes(rng.randrange(10, 900)), packed=packed and not body, WARC_Record_ID=f"<{number}>")
    answer = gzip.compress(answer, 0, mtime=0) if packed and body else answer  # as packers do with what is packed already
    return answer + record(b"GET / HTTP/1.1\r\n\r\n", kind="request", packed=packed) * (1 + number % 3 // 2)


def nested(rng: random.Random, *, packed: bool) -> bytes:
    """Return an archive in which every third page holds an archive itself, whose records look as if they were the outer one's."""
    made = []
    for number in range(12):
        inner = b"".join(record(f"false {number} {one}".encode(), packed=packed, WARC_Record_ID="<false>") for one in range(5))
        body = rng.randbytes(100) + (b"" if packed else b"\r\n\r\n") + inner + rng.randbytes(100)
        made.append(page(rng, number, packed=packed, body=body if number % 3 == 1 else b""))
    return b"".join(made)


def several(rng: random.Random) -> bytes:
    """Return an archive whose members hold several records each, one of them none, and line ends between them."""
    members = [b"".join(page(rng, 3 * at + one, packed=False) for one in range(3)) for at in range(6)]
    members.insert(2, b"")
    members.insert(4, b"\r\n\r\n" + members[4])
    return b"".join(gzip.compress(member, mtime=0) for member in members)


ARCHIVES = {
    "packed": b"".join(page(random.Random(1), number) for number in range(14)),
    "plain": b"".join(page(random.Random(2), number, packed=False) for number in range(14)),
    "packed archives in packed ones": nested(random.Random(3), packed=True),
    "plain archives in plain ones": nested(random.Random(4), packed=False),
    "several records in a member": several(random.Random(5)),
    "one member": gzip.compress(b"".join(page(random.Random(6), number, packed=False) for number in range(14)), mtime=0),
}


def charted(data: bytes, ranges: Sequence[Range], wanted: Callable[[Head], bool] = is_answer) -> tuple[Chart, int]:
    """Return the chart of an archive, and how many of its ranges were read twice."""
    file = io.BytesIO(data)
    found = {at: stretch_of(file, NAME, one, wanted=wanted, exact=at == 0) for at, one in enumerate(ranges)}
    again = 0
    while (missing := joined(ranges, found).missing) is not None:
        number, at = missing
        found[number] = stretch_of(file, NAME, (at, ranges[number][1]), wanted=wanted, exact=True)
        again += 1
        assert again <= len(ranges)
    return joined(ranges, found), again


def by_ranges(data: bytes, ranges: Sequence[Range]) -> tuple[list[tuple[int, int, bytes]], int]:
    """Return the records of the runs of all ranges, and the number of faults that were noted."""
    chart, _ = charted(data, ranges)
    faults, found = Faults(), []
    for run in chart.runs:
        inside = list(iter_records(io.BytesIO(data), NAME, faults, at=run.at, until=run.end))
        found += [(one.head.place.offset, one.head.place.skip, one.block) for one in inside]
    return found, faults.count + len(chart.faults)


def as_whole(data: bytes) -> tuple[list[tuple[int, int, bytes]], int]:
    faults = Faults()
    found = list(iter_records(io.BytesIO(data), NAME, faults))
    return [(one.head.place.offset, one.head.place.skip, one.block) for one in found], faults.count


def cut_anywhere(rng: random.Random, size: int) -> list[Range]:
    cuts = sorted({0, size, *(rng.randrange(size) for _ in range(rng.randrange(1, 9)))}) if size else [0, 0]
    return list(pairwise(cuts))


@pytest.fixture(params=list(ARCHIVES), ids=str)
def data(request) -> bytes:
    return ARCHIVES[request.param]


def test_of_a_sound_archive_any_cuts_give_every_record_once(data):
    whole, rng = as_whole(data), random.Random(10)
    assert len(whole[0]) in (12, 14, 21)
    assert whole[1] == 0
    assert not any(b"false" in block and len(block) < 20 for _, _, block in whole[0])
    for _ in range(100):
        assert by_ranges(data, cut_anywhere(rng, len(data))) == whole


def test_of_an_archive_that_was_cut_off_anywhere_any_cuts_give_what_the_whole_gives(data):
    rng = random.Random(11)
    for cut in rng.sample(range(len(data)), 200):
        assert by_ranges(data[:cut], cut_anywhere(rng, cut)) == as_whole(data[:cut])


def test_of_an_archive_with_flipped_bits_any_cuts_give_what_the_whole_gives(data):
    rng = random.Random(12)
    for _ in range(200):
        flipped = bytearray(data)
        for at in rng.sample(range(len(data)), rng.choice([1, 1, 2, 5])):
            flipped[at] ^= 1 << rng.randrange(8)
        assert by_ranges(bytes(flipped), cut_anywhere(rng, len(data))) == as_whole(bytes(flipped))


@pytest.mark.parametrize("packed", [True, False])
def test_what_only_looks_as_a_record_is_read_again_from_where_the_records_are(packed):
    data = ARCHIVES["packed archives in packed ones" if packed else "plain archives in plain ones"]
    inside = data.index(b"<false>") if not packed else next(at for at in range(len(data)) if is_false(data, at))
    ranges = [(0, inside), (inside, len(data))]
    stretches = {at: stretch_of(io.BytesIO(data), NAME, one, wanted=is_answer, exact=at == 0) for at, one in enumerate(ranges)}
    assert stretches[1].first < stretches[0].last, "the range begins at a record that is none"
    assert joined(ranges, stretches).missing == (1, stretches[0].last)
    assert charted(data, ranges)[1] == 1


def is_false(data: bytes, at: int) -> bool:
    """Return whether a member of gzip begins here that is a part of another one's body."""
    return data.startswith(streams.MAGIC, at) and not any(at == place for place, _, _ in as_whole_with_requests(data))


def as_whole_with_requests(data: bytes) -> list[tuple[int, int, bytes]]:
    found = iter_records(io.BytesIO(data), NAME, Faults(), wanted=lambda _: True)
    return [(one.head.place.offset, one.head.place.skip, one.block) for one in found]


def test_ranges_of_a_sound_archive_are_read_once():
    for name in ("packed", "plain"):
        data = ARCHIVES[name]
        assert charted(data, ranges_of(len(data), 700))[1] == 0


def test_a_record_that_reaches_over_ranges_is_read_in_the_one_in_which_it_begins():
    data = record(b"a") + record(random.Random(7).randbytes(5000)) + record(b"b")
    ranges = ranges_of(len(data), 1000)
    assert len(ranges) == 6
    assert by_ranges(data, ranges) == as_whole(data)


def test_a_chart_without_the_check_of_its_seams_would_take_records_that_are_none():
    data = ARCHIVES["plain archives in plain ones"]
    at = data.index(b"WARC-Record-ID: <false>") - 200
    alone = stretch_of(io.BytesIO(data), NAME, (at, len(data)), wanted=lambda head: "<false>" in head.fields.values())
    assert sum(run.records for run in alone.runs) > 0


def test_wanted_records_that_lie_together_are_one_run_and_others_are_left_out(monkeypatch):
    monkeypatch.setattr(charts, "GAP", 200)
    kinds = [b"a", b"a", b"x" * 1000, b"a", b"y", b"a"]
    bodies = [random.Random(8).randbytes(1000) if len(kind) > 1 else kind for kind in kinds]
    made = [record(body, WARC_Record_ID=kind[:1].decode()) for body, kind in zip(bodies, kinds, strict=True)]
    ends = [sum(map(len, made[: number + 1])) for number in range(len(made))]
    chart, _ = charted(b"".join(made), [(0, ends[-1])], lambda head: head.fields["warc-record-id"] == "a")
    assert chart.runs == (Run(0, ends[1], 2), Run(ends[2], ends[5], 2)) or len(made[4]) > charts.GAP
    monkeypatch.setattr(charts, "RUN", 1)
    chart, _ = charted(b"".join(made), [(0, ends[-1])], lambda head: head.fields["warc-record-id"] == "a")
    assert [run.records for run in chart.runs] == [1] * 4


def test_damage_beside_runs_is_named_with_them_and_a_record_that_is_too_large_is_in_none(monkeypatch):
    monkeypatch.setattr(records, "MAX_BLOCK", 500)
    data = record(b"a") + record(b"b" * 501) + record(b"c")[:-1] + record(b"d")
    chart, _ = charted(data, [(0, len(data))])
    large, torn = len(record(b"a")), len(record(b"a")) + len(record(b"b" * 501))
    assert [at for at, _ in chart.faults] == [large, torn]
    assert "the most that is read is 500" in chart.faults[0][1]
    assert [run.records for run in chart.runs] == [1, 1]
    assert by_ranges(data, [(0, len(data))]) == as_whole(data)


def test_an_archive_of_one_member_cannot_be_divided():
    assert is_divisible(io.BytesIO(ARCHIVES["packed"]), 1000)
    assert is_divisible(io.BytesIO(ARCHIVES["plain"]), 3000)
    assert not is_divisible(io.BytesIO(ARCHIVES["one member"]), 10**6)
    assert not is_divisible(io.BytesIO(b""), 10**6)


def test_ranges_are_of_equal_length_and_cover_everything():
    assert ranges_of(0, 10) == [(0, 0)]
    assert ranges_of(30, 10) == [(0, 10), (10, 20), (20, 30)]
    assert [end - at for at, end in ranges_of(31, 10)] == [7, 8, 8, 8]


def test_ranges_behind_the_end_are_not_waited_for():
    found = {0: Stretch(0, None, (Run(0, 5, 1),))}
    assert joined([(0, 10), (10, 20)], found).missing is None

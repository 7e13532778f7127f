"""Archives are read however damaged they are: every intact record, and a line for each place that is not."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest

from kznews.archives import records, streams
from kznews.archives.faults import ArchiveError, Damaged, Faults
from kznews.archives.http import NotHttp, dechunked, read_answer
from kznews.archives.opening import expand, parts_of, read_place, records_of
from kznews.archives.records import Place, is_answer, iter_records
from tests.support.warcs import AT, archive, exchanged, http, record

PAGES = 12


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """An archive of some pages whose text cannot be packed much, and where each record begins."""
    folder = tmp_path_factory.mktemp("whole")
    rng = random.Random(1)
    answers = [http(rng.randbytes(900) + str(number).encode()) for number in range(PAGES)]
    places = archive(folder, (exchanged(number, answer) for number, answer in enumerate(answers)))
    (path,) = folder.iterdir()
    return path.read_bytes(), [place.offset for place in places], answers


def read(data: bytes, **how) -> tuple[list[bytes], Faults]:
    faults = Faults()
    return [one.block for one in iter_records(io.BytesIO(data), "a.warc.gz", faults, **how)], faults


def ends(data: bytes) -> list[int]:
    """Return the byte behind every member of gzip."""
    found, at = [], 0
    while at < len(data):
        reader = zlib.decompressobj(31)
        reader.decompress(data[at:])
        at = len(data) - len(reader.unused_data)
        found.append(at)
    return found


def test_a_sound_archive_is_read_whole_and_each_record_at_its_place(whole, tmp_path):
    data, offsets, answers = whole
    assert read(data) == (answers, Faults())
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    assert [read_place(Place(str(path), at)).block for at in offsets] == answers


def test_of_an_archive_that_was_cut_off_anywhere_every_whole_record_is_read(whole):
    data, offsets, answers = whole
    behind = dict(zip(ends(data), ends(data)[1:], strict=False))
    for cut in random.Random(2).sample(range(len(data)), 200):
        blocks, faults = read(data[:cut])
        intact = [answer for at, answer in zip(offsets, answers, strict=True) if behind[at] <= cut]
        assert blocks == intact
        assert bool(faults.count) == (cut not in (0, *behind)), cut


def test_of_an_archive_with_a_flipped_bit_every_other_record_is_read(whole):
    data, offsets, answers = whole
    rng, behind = random.Random(3), dict(zip(ends(data), ends(data)[1:], strict=False))
    harmless = 0
    for at in rng.sample(range(len(data)), 200):
        flipped = bytearray(data)
        flipped[at] ^= 1 << rng.randrange(8)
        blocks, faults = read(bytes(flipped))
        spared = [answer for begin, answer in zip(offsets, answers, strict=True) if not begin <= at < behind[begin]]
        assert [block for block in blocks if block in spared] == spared
        assert all(block in answers for block in blocks), "a record that is not intact"
        harmless += faults.count == 0
    assert harmless < 10  # bits of a gzip head that mean nothing: its time, its system


def test_a_flipped_bit_in_an_unpacked_archive_is_found_by_the_digest(whole):
    plain = gzip.decompress(whole[0])
    assert read(plain)[0] == whole[2]
    at = plain.index(whole[2][4]) + 500
    blocks, faults = read(plain[:at] + bytes([plain[at] ^ 1]) + plain[at + 1 :])
    assert blocks == [*whole[2][:4], *whole[2][5:]]
    assert "digest differs" in faults.lines[0]


@pytest.mark.parametrize("packed", [True, False])
def test_damage_of_the_first_bytes_of_a_file_costs_its_first_record_alone(packed):
    data = record(b"x", packed=packed) + record(b"y", packed=packed)
    for at in range(5):
        blocks, faults = read(data[:at] + bytes([data[at] ^ 0x80]) + data[at + 1 :])
        assert b"y" in blocks
        assert bool(faults.count) is (len(blocks) == 1), at
    assert read(b"torn" + data)[0][-1] == b"y"


@pytest.mark.parametrize("packed", [True, False])
def test_nothing_is_looked_for_in_a_record_whose_end_is_known_though_it_is_not_used(packed, monkeypatch):
    monkeypatch.setattr(records, "MAX_BLOCK", 2000)
    inside = b"\r\n\r\n" + record(b"false", packed=packed)
    other = record(inside, packed=False, WARC_Block_Digest="sha1:" + "A" * 32)
    large = record(inside + b"x" * 2000, packed=False)
    data = b"".join([gzip.compress(one, 0) if packed else one for one in (other, large)]) + record(b"y", packed=packed)
    blocks, faults = read(data)
    assert blocks == [b"y"]
    assert "digest differs" in faults.lines[0]
    assert "the most that is read is 2000" in faults.lines[1]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("lie", [3, 10**6, records.MAX_SKIPPED + 1, 10**17])
def test_a_length_that_lies_costs_its_own_record_alone(packed, lie):
    body = http(b"<p>" + b"x" * 100)
    data = record(body, packed=packed) + record(body, length=lie, packed=packed) + record(body, packed=packed)
    blocks, faults = read(data)
    assert blocks == [body] * 2
    assert faults.count >= 1


@pytest.mark.parametrize("length", ["", "-1", "1e3", "ten", "9" * 30])
def test_a_length_that_is_none_is_named(length):
    data = record(b"x", Content_Length=length) + record(b"x")
    blocks, faults = read(data)
    assert blocks == [b"x"]
    assert "Content-Length" in faults.lines[0]


def test_a_record_that_is_too_large_is_passed_over_and_named(monkeypatch):
    monkeypatch.setattr(records, "MAX_BLOCK", 1000)
    blocks, faults = read(record(b"x" * 1000) + record(b"x" * 1001) + record(b"y"))
    assert blocks == [b"x" * 1000, b"y"]
    assert "a record of 1001 bytes, the most that is read is 1000" in faults.lines[0]


def test_a_bomb_is_not_unpacked_to_its_end(monkeypatch):
    monkeypatch.setattr(records, "MAX_SKIPPED", 2**20)
    bomb = record(b"\0" * 2**26)
    taken = []
    more = streams.GzipMembers.more
    monkeypatch.setattr(streams.GzipMembers, "more", lambda self: taken.append(1) or more(self))
    blocks, faults = read(bomb + record(b"y"), wanted=lambda head: head.length < 100)
    assert blocks == [b"y"]
    assert faults.count == 1
    assert len(taken) < 20, "64 MiB are 256 pieces"


def test_an_endless_head_is_given_up():
    blocks, faults = read(gzip.compress(b"WARC/1.1\r\n" + b"X: y\r\n" * 10**6) + record(b"y"))
    assert blocks == [b"y"]
    assert "does not end" in faults.lines[0]


def test_false_beginnings_are_bounded(monkeypatch):
    monkeypatch.setattr(streams, "MAX_FALSE", 50)
    blocks, faults = read(record(b"x") + b"\x1f\x8b\x08" * 1000 + record(b"y"))
    assert blocks == [b"x"]
    assert faults.count == 1


def test_one_member_with_many_records_is_read_as_well():
    data = gzip.compress(record(b"a", packed=False) + record(b"b", packed=False) + b"\r\n" + record(b"c", packed=False))
    blocks, faults = read(data)
    assert blocks == [b"a", b"b", b"c"]
    assert faults.count == 0
    heads = [one.head.place for one in iter_records(io.BytesIO(data), "a", faults)]
    assert [records.record_at(io.BytesIO(data), place).block for place in heads] == [b"a", b"b", b"c"]


def test_what_is_no_archive_is_said_to_be_none(tmp_path):
    assert read(b"<html>")[1].lines == ["a.warc.gz: byte 0: no record begins here"]
    assert read(b"") == ([], Faults())
    with pytest.raises(ArchiveError, match="no archive at"):
        expand([str(tmp_path / "missing")])
    with pytest.raises(ArchiveError, match="no archive in"):
        expand([str(tmp_path)])
    with pytest.raises(ArchiveError, match="gopher"):
        expand(["gopher://x/a.warc"])


def test_times_are_read_to_the_microsecond_and_wrong_ones_are_none():
    day = "2026-03-16T14:05:12"
    dates = [f"{day}Z", f"{day}.5Z", f"{day}.123456789Z", "2026-13-16T14:05:12Z", "16 March", ""]
    data = b"".join(record(b"x", WARC_Date=date) for date in dates)
    found = [one.head.at for one in iter_records(io.BytesIO(data), "a", Faults())]
    assert found == [AT, AT.replace(microsecond=500000), AT.replace(microsecond=123456), None, None, None]


class TestWacz:
    @staticmethod
    def make(path: Path, entries: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> str:
        with zipfile.ZipFile(path, "w", how) as package:
            for name, data in entries.items():
                package.writestr(name, data)
        return str(path)

    def read(self, name: str) -> tuple[list[bytes], Faults]:
        faults = Faults()
        return [one.block for one in records_of(name, faults, wanted=is_answer)], faults

    def test_its_archives_are_read(self, tmp_path, whole):
        entries = {"datapackage.json": b"{}", "archive/data.warc.gz": whole[0], "indexes/index.cdx": b""}
        name = self.make(tmp_path / "a.wacz", entries)
        assert self.read(name) == (whole[2], Faults())
        (part,) = parts_of(name, Faults())
        assert read_place(Place(part, whole[1][3])).block == whole[2][3]

    @pytest.mark.parametrize(
        "path",
        [
            "../../etc/a.warc.gz", "/archive/a.warc.gz", "archive/../../a.warc", "a.warc", "archive\\..\\a.warc"],
    )
    def test_a_name_that_leads_out_of_it_is_refused_and_the_others_are_read(self, tmp_path, whole, path):
        name = self.make(tmp_path / "a.wacz", {path: whole[0], "archive/b.warc.gz": record(b"x")})
        blocks, faults = self.read(name)
        assert blocks == [b"x"]
        assert "leads out of archive/" in faults.lines[0]

    def test_a_packed_archive_in_it_is_refused(self, tmp_path):
        name = self.make(tmp_path / "a.wacz", {"archive/b.warc": b"\0" * 10**7}, zipfile.ZIP_DEFLATED)
        assert "it is packed" in self.read(name)[1].lines[0]

    def test_damage_in_it_costs_its_own_record_alone(self, tmp_path, whole):
        path = Path(self.make(tmp_path / "a.wacz", {"archive/a.warc.gz": whole[0], "archive/b.warc.gz": record(b"x")}))
        data = path.read_bytes()
        at = data.index(whole[0]) + whole[1][4] + 300
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        blocks, faults = self.read(str(path))
        assert blocks == [*whole[2][:4], *whole[2][5:], b"x"]
        assert faults.count == 1

    def entry_changed(self, tmp_path, whole, at, value):
        """Return a WACZ in whose list the bytes from `at` on of the first entry are others."""
        path = Path(self.make(tmp_path / "a.wacz", {"archive/a.warc.gz": whole[0], "archive/b.warc.gz": record(b"x")}))
        data = path.read_bytes()
        at += data.index(b"PK\x01\x02")
        path.write_bytes(data[:at] + value + data[at + len(value) :])
        return str(path)

    def test_one_whose_archives_are_longer_than_itself_is_refused(self, tmp_path, whole):
        with pytest.raises(ArchiveError, match="whose files lie one in the other"):
            self.read(self.entry_changed(tmp_path, whole, 20, b"\xff\xff\xff\x7f"))

    def test_an_encrypted_archive_in_it_is_refused_and_the_others_are_read(self, tmp_path, whole):
        blocks, faults = self.read(self.entry_changed(tmp_path, whole, 8, b"\x01"))
        assert (blocks, len(faults.lines)) == ([b"x"], 1)
        assert faults.lines[0].endswith("it is encrypted")

    @pytest.mark.parametrize("place", [b"\xff\xff\xff\x7f", b"\0\0\0\x80"])
    def test_an_archive_in_it_that_is_not_where_its_list_says_costs_itself_alone(self, tmp_path, whole, place):
        path = self.entry_changed(tmp_path, whole, 42, place)  # where its file begins
        blocks, faults = self.read(path)
        assert blocks == [b"x"]
        assert faults.lines == [f"{path}!archive/a.warc.gz: byte 0: 'archive/a.warc.gz' cannot be found in it"]

    def test_of_one_that_was_cut_off_every_whole_record_is_read(self, tmp_path, whole):
        path = Path(self.make(tmp_path / "a.wacz", {"archive/a.warc.gz": whole[0]}))
        data = path.read_bytes()
        path.write_bytes(data[: data.index(whole[0]) + whole[1][4]])
        blocks, faults = self.read(str(path))
        assert blocks == whole[2][:4]
        assert "no WACZ" in faults.lines[0]

    def test_what_is_no_zip_is_named(self, tmp_path):
        path = tmp_path / "a.wacz"
        path.write_bytes(b"PK nothing")
        with pytest.raises(ArchiveError, match="no WACZ"):
            self.read(str(path))


class TestHttp:
    def test_an_answer_is_read_with_its_headers_in_their_order(self):
        headers = (("A", "1"), ("B", "2"), ("A", "3"))
        answer = read_answer(http(b"<p>", headers=headers))
        assert (answer.status, answer.headers, answer.body, answer.cut) == (200, headers, b"<p>", False)

    @pytest.mark.parametrize("sign", ["\x85", "\x0b", "\x1e"])
    def test_a_sign_that_only_python_takes_for_the_end_of_a_line_stays_in_its_value(self, sign):
        headers = (("Location", f"https://q.kz/a{sign}b"), ("X-Next", "1"))
        assert read_answer(http(b"", status=302, headers=headers)).headers == headers

    def test_interim_answers_come_before_the_final_one(self):
        assert read_answer(b"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" * 2 + http(b"x")).body == b"x"
        with pytest.raises(NotHttp, match="without end"):
            read_answer(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
        switched = read_answer(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")
        assert (switched.status, switched.body) == (101, b"HTTP/1.1 200 OK\r\n\r\n")

    def test_chunks_are_joined_and_what_only_claims_to_be_chunks_stays(self):
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        assert read_answer(head + b"3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").body == b"abcde"
        assert read_answer(head + b"3\r\nabc\r\n").cut
        assert read_answer(head + b"<html>").body == b"<html>"
        assert not read_answer(head + b"<html>").cut
        assert dechunked(b"ffffffff\r\nabc") == (b"abc", True)

    @pytest.mark.parametrize(("length", "cut"), [("3", False), ("4", True), ("2", False), ("x", False), ("9" * 400, True)])
    def test_a_body_that_is_shorter_than_its_header_says_is_cut(self, length, cut):
        assert read_answer(f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\nabc".encode()).cut is cut

    @pytest.mark.parametrize(("status", "cut"), [(200, True), (404, True), (204, False), (304, False)])
    def test_an_answer_that_never_has_a_body_is_not_cut(self, status, cut):
        assert read_answer(f"HTTP/1.1 {status} X\r\nContent-Length: 9\r\n\r\n".encode()).cut is cut

    @pytest.mark.parametrize(
        "block", [b"", b"<html>", b"HTTP/1.1 200", b"HTTP/1.1 ab\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 9000]
    )
    def test_what_is_no_answer_is_named(self, block):
        with pytest.raises(NotHttp):
            read_answer(block)


def test_a_place_without_a_record_is_named(tmp_path, whole):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(whole[0])
    for at in (1, len(whole[0]), 10**9):
        with pytest.raises(Damaged):
            read_place(Place(str(path), at))

"""Archives as they are written: what other programs read, rotated, never torn."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fastwarc.warc import ArchiveIterator
from warcio.checker import Checker

from kznews.archives import writing
from kznews.archives.exchanges import Original, payload_digest, records_of
from kznews.archives.faults import Faults
from kznews.archives.opening import records_of as read
from kznews.archives.writing import WarcFolder, close_left_open
from tests.support.cases import ROOT
from tests.support.warcs import AT, REQUEST, archive, exchanged, http

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = [("X-Raw", "ә".encode().decode("latin-1"))]
ANSWERS = [http(f"<p>мәтін {number}</p>".encode() * 50, headers=HEADERS) for number in range(9)]


def check(*paths: Path) -> bool:
    """Return whether `warcio check` finds nothing wrong."""

    class Wanted:
        inputs = tuple(map(str, paths))
        verbose = False

    return Checker(Wanted).process_all() == 0


def kinds(path: Path) -> list[str]:
    return [one.head.kind for one in read(str(path), Faults(), wanted=lambda _: True)]


def test_other_readers_find_the_bytes_that_came_over_the_wire(tmp_path, capsys):
    archive(tmp_path, (exchanged(number, answer, ip="127.0.0.1") for number, answer in enumerate(ANSWERS)))
    (path,) = tmp_path.iterdir()
    assert check(path), capsys.readouterr().out
    with path.open("rb") as file:
        records = ArchiveIterator(file, parse_http=False)
        found = [(one.headers["WARC-Type"], dict(one.headers), one.reader.read()) for one in records]
    assert [kind for kind, _, _ in found] == ["warcinfo", *["response", "request"] * 9]
    assert [body for kind, _, body in found if kind == "response"] == ANSWERS
    assert {body for kind, _, body in found if kind == "request"} == {REQUEST}
    responses = [said for kind, said, _ in found if kind == "response"]
    requests = [said for kind, said, _ in found if kind == "request"]
    assert [said["WARC-Concurrent-To"] for said in requests] == [said["WARC-Record-ID"] for said in responses]
    assert responses[0]["WARC-Date"] == "2026-03-16T14:05:12.000000Z"
    assert responses[0]["WARC-IP-Address"] == "127.0.0.1"


def test_a_file_that_is_full_is_closed_and_the_next_one_begun(tmp_path, capsys):
    archive(tmp_path, (exchanged(number, answer) for number, answer in enumerate(ANSWERS)), most=1500)
    paths = sorted(tmp_path.iterdir())
    assert [path.name for path in paths] == [f"t-{number:05d}.warc.gz" for number in range(1, len(paths) + 1)]
    assert len(paths) > 2
    assert all(kinds(path)[0] == "warcinfo" for path in paths)
    assert sum(kinds(path).count("response") for path in paths) == 9
    assert check(*paths), capsys.readouterr().out


def test_the_file_that_is_written_to_is_named_open_and_whole_after_every_write(tmp_path):
    files = WarcFolder(tmp_path, "t", most=10**9, info={})
    assert list(tmp_path.iterdir()) == []
    for number, answer in enumerate(ANSWERS):
        _, records = records_of(exchanged(number, answer), "<urn:uuid:1>")
        files.write(*records)
        (path,) = tmp_path.iterdir()
        assert path.name == "t-00001.warc.gz.open"
        assert kinds(path).count("response") == number + 1
    assert close_left_open(tmp_path) == []
    assert path.exists(), "it is being written"
    files.close()
    files.close()
    assert [path.name for path in tmp_path.iterdir()] == ["t-00001.warc.gz"]


def test_a_page_that_is_the_same_is_a_revisit_record(tmp_path, capsys):
    first, same, other = ANSWERS[0], ANSWERS[0].replace(b"X-Raw", b"X-New"), ANSWERS[1]
    original = Original("<urn:uuid:0>", AT, payload_digest(first))
    made = [
        records_of(exchanged(0, first), "<urn:uuid:0>"),
        records_of(exchanged(1, same, url="https://q.kz/0"), "<urn:uuid:1>", original),
        records_of(exchanged(2, other, url="https://q.kz/0"), "<urn:uuid:2>", original),
        records_of(exchanged(3, b"HTTP/1.1 304 Not Modified\r\n\r\n", url="https://q.kz/0"), "<urn:uuid:3>", original),
        records_of(exchanged(4, http(b"")), "<urn:uuid:4>", Original("<urn:uuid:0>", AT, payload_digest(http(b"")))),
        records_of(exchanged(5, same, truncated="disconnect"), "<urn:uuid:5>", original),
    ]
    assert [whole for whole, _ in made] == [True, False, True, False, True, True]
    files = WarcFolder(tmp_path, "t", most=10**9, info={})
    for _, records in made:
        files.write(*records)
    files.close()
    (path,) = tmp_path.iterdir()
    assert check(path), capsys.readouterr().out
    all_but_requests = read(str(path), Faults(), wanted=lambda head: head.kind != "request")
    found = {one.head.fields["warc-record-id"][-2]: one for one in all_but_requests}
    assert found["1"].head.fields["warc-profile"].endswith("1.1/revisit/identical-payload-digest")
    assert found["1"].head.fields["warc-refers-to"] == "<urn:uuid:0>"
    assert found["1"].head.fields["warc-refers-to-date"] == "2026-03-16T14:05:12.000000Z"
    assert found["1"].block.startswith(b"HTTP/1.1 200 Answer\r\nX-New:")
    assert found["1"].block.endswith(b"\r\n\r\n")
    assert found["3"].head.fields["warc-profile"].endswith("1.1/revisit/server-not-modified")
    assert found["5"].head.truncated == "disconnect"


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    files = WarcFolder(tmp_path, "t", most=10**9, info={})
    files.write(*records_of(exchanged(0, ANSWERS[0]), "<urn:uuid:0>")[1])

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            files.write(*records_of(exchanged(1, ANSWERS[1]), "<urn:uuid:1>")[1])
    files.write(*records_of(exchanged(2, ANSWERS[2]), "<urn:uuid:2>")[1])
    files.close()
    faults = Faults()
    (path,) = tmp_path.iterdir()
    assert [one.block for one in read(str(path), faults, wanted=lambda head: head.kind == "response")] == [ANSWERS[0], ANSWERS[2]]
    assert faults.count == 0


WRITER = """
import sys
from pathlib import Path
from kznews.archives.exchanges import new_id, records_of
from kznews.archives.writing import WarcFolder
from tests.support.warcs import exchanged, http
files = WarcFolder(Path(sys.argv[1]), "t", most=10**9, info={})
for number in range(10**6):
    files.write(*records_of(exchanged(number, http(b"<p>%d" % number)), new_id())[1])
    print(number, flush=True)
"""


def test_after_kill_9_every_record_that_was_written_is_whole_and_the_next_run_closes_the_file(tmp_path, capsys):
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for _ in range(20):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    last = int((process.stdout.read().split() or [19])[-1])
    process.wait()
    process.stdout.close()
    (path,) = tmp_path.iterdir()
    with path.open("ab") as file:
        file.write(b"\x1f\x8b\x08\x00torn")
    blocks = [one.block for one in read(str(path), Faults(), wanted=lambda head: head.kind == "response")]
    assert blocks[: last + 1] == [http(b"<p>%d" % number) for number in range(last + 1)]
    assert [re.sub(r"\d+", "N", line) for line in close_left_open(tmp_path)] == [
        "t-N.warc.gz.open: N bytes of a torn record at its end were cut off"
    ]
    (closed,) = tmp_path.iterdir()
    assert closed.name == "t-00001.warc.gz"
    faults = Faults()
    assert [one.block for one in read(str(closed), faults, wanted=lambda head: head.kind == "response")] == blocks
    assert faults.lines == []
    assert check(closed), capsys.readouterr().out


def test_damage_in_the_middle_is_no_torn_end(tmp_path):
    archive(tmp_path, (exchanged(number, answer) for number, answer in enumerate(ANSWERS)))
    (path,) = tmp_path.iterdir()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    (tmp_path / f"{path.name}.open").write_bytes(data)
    path.unlink()
    assert close_left_open(tmp_path) == []
    assert path.read_bytes() == data


def test_a_file_of_which_nothing_whole_is_left_is_removed_and_said(tmp_path):
    tmp_path.joinpath("t-1.warc.gz.open").write_bytes(b"\x1f\x8b\x08\x00torn")
    assert close_left_open(tmp_path) == ["t-1.warc.gz.open: 8 bytes of a torn record at its end were cut off"]
    assert list(tmp_path.iterdir()) == []

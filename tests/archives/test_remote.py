"""Archives behind s3:// and http://, on servers of this machine."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from moto.server import ThreadedMotoServer

from kznews.archives.faults import ArchiveError, Faults
from kznews.archives.opening import expand, filesystem, records_of
from kznews.archives.records import is_answer
from kznews.reextract.engines import Here
from kznews.reextract.notes import FolderNotes
from kznews.reextract.planning import planned
from kznews.reextract.tasks import Order, run_task, task_of
from tests.support.cases import PORTALS
from tests.support.warcs import archive, exchanged, http

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUCKET = "s3://kznews-test"
PAGES = 5


@pytest.fixture(scope="module")
def local(tmp_path_factory) -> Path:
    """An archive of a few articles."""
    folder = tmp_path_factory.mktemp("local")
    page = next(one for one in sorted((PORTALS / "qamshy").glob("*/page.html")) if (one.parent / "expected.json").exists())
    answer = http(page.read_bytes(), headers=[("Content-Type", "text/html")])
    archive(folder, (exchanged(n, answer, url=f"https://qamshy.kz/kz/article/{n}-x") for n in range(PAGES)))
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def bucket(local) -> Iterator[str]:
    """A folder of an object store that holds the archive."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        system, path = filesystem(BUCKET)
        system.mkdir(path)
        system.pipe_file(f"{path}/a/{local.name}", local.read_bytes())
        system.pipe_file(f"{path}/a/readme.txt", b"no archive")
        yield f"{BUCKET}/a/"
    server.stop()


class Ranges(BaseHTTPRequestHandler):
    """Serves one file, in parts if it is asked so."""

    data = b""
    asked: list[str] = []  # noqa: RUF012 - one server

    def do_HEAD(self) -> None:
        self.answer(b"", len(self.data), 200)

    def do_GET(self) -> None:
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        self.asked.append(self.headers.get("Range", "whole"))
        if not wanted:
            self.answer(self.data, len(self.data), 200)
            return
        first, last = int(wanted[1]), min(int(wanted[2]), len(self.data) - 1)
        self.answer(self.data[first : last + 1], last + 1 - first, 206, f"bytes {first}-{last}/{len(self.data)}")

    def answer(self, body: bytes, length: int, status: int, part: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        self.send_header("Accept-Ranges", "bytes")
        if part:
            self.send_header("Content-Range", part)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def web(local) -> Iterator[str]:
    Ranges.data = local.read_bytes()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ranges)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{local.name}"
    server.shutdown()
    server.server_close()


def test_an_archive_in_an_object_store_is_read_and_its_part_written_there(bucket, local):
    assert expand([bucket]) == [f"{bucket}{local.name}"]
    order = Order(f"{BUCKET}/parts", ("kznews.spiders",), ("declared",))
    task = task_of(f"{bucket}{local.name}")
    assert run_task(order, task).counts["articles"] == PAGES
    assert run_task(order, task).skipped
    system, path = filesystem(f"{BUCKET}/parts")
    (part,) = (name for name in system.ls(path) if name.endswith(".parquet"))
    with system.open(part) as file:
        assert pq.read_table(file).num_rows == PAGES
    system.rm(part)
    assert not run_task(order, task).skipped


def test_an_archive_on_the_web_is_read_and_of_an_indexed_one_only_the_records(web, local, tmp_path):
    faults = Faults()
    found = [record.head.place for record in records_of(web, faults, wanted=is_answer)]
    assert (len(found), faults.count) == (PAGES, 0)
    Ranges.asked.clear()
    ends = [place.offset for place in found[1:]]
    task = task_of(web, tuple((place.offset, end - place.offset) for place, end in zip(found, ends, strict=False))[:2])
    assert run_task(Order(str(tmp_path), ("kznews.spiders",), ("declared",)), task).counts["articles"] == 2
    assert [one for one in Ranges.asked if one != "whole"] == [f"bytes={at}-{at + length - 1}" for at, length in task.spans]


def test_a_large_archive_is_read_in_parts_and_of_it_only_what_is_wanted(bucket, web, local, tmp_path, monkeypatch):
    monkeypatch.setattr("kznews.reextract.planning.SPANS", 2)
    monkeypatch.setattr("kznews.archives.charts.RUN", 1)
    for name, into in ((web, str(tmp_path)), (f"{bucket}{local.name}", f"{BUCKET}/many")):
        order = Order(into, ("kznews.spiders",), ("declared",))
        found = planned(order, [task_of(name)], Here(), local.stat().st_size // 3, lambda results, _: iter(results))
        Ranges.asked.clear()
        assert [one.counts["articles"] for one in Here().run(order, found.tasks)] == [2, 2, 1]
        wanted = [f"bytes={at}-{at + length - 1}" for task in found.tasks for at, length in task.spans]
        assert [one for one in Ranges.asked if one != "whole"] == (wanted if name == web else [])
        assert all(one.skipped for one in Here().run(order, found.tasks))
        FolderNotes(into).keep_only({found.tasks[0].archive: {found.tasks[0].key}})
        assert sum(not one.skipped for one in Here().run(order, found.tasks)) == 2


def test_what_is_out_of_reach_is_one_line(bucket):
    for path in (f"{BUCKET}/missing.warc.gz", "http://127.0.0.1:9/a.warc.gz"):
        with pytest.raises(OSError, match=path) as caught:
            task_of(path)
        assert len(str(caught.value)) > len(path) + 10


def test_what_is_not_there_is_an_error_and_other_schemes_are_none(bucket, web):
    with pytest.raises(OSError, match=r"."):
        task_of(f"{BUCKET}/missing.warc.gz")
    with pytest.raises(OSError, match=r"."):
        list(records_of(web.replace("http://127.0.0.1", "http://127.0.0.1:1/"), Faults(), wanted=is_answer))
    with pytest.raises(ArchiveError, match="ftp://"):
        expand(["ftp://127.0.0.1/a.warc"])

"""What commands print when nobody reads it any more, or nothing takes it."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.store import Store
from tests.store.samples import WIDGETS, page
from tests.support.crawls import TIMEOUT, Ended, scrapy, started, url_of
from tests.support.generated import save_articles

if TYPE_CHECKING:
    from typing import IO

FULL = Path("/dev/full")
CASES = [
    (("export", "jsonl", "-o", "-"), "1"),
    (("history", "https://q.kz/1"), "1"),
    (("history", "https://q.kz/1"), ""),
    (("search", "мәтін"), ""),
    (("health",), ""),
]
"""Commands with what Python is told of its buffer: with one, a failure shows only when it is emptied."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of which every command has something to print."""
    path = tmp_path_factory.mktemp("store") / "kznews.db"
    with Store.open(url_of(path)) as opened:
        opened.commit([page(str(number), text="мәтін " * 200, observations=WIDGETS) for number in range(30)])
    return path


def ended(command: tuple[str, ...], store: Path, out: int | IO[bytes], unbuffered: str) -> Ended:
    with started(*command, store=store, stdout=out, PYTHONUNBUFFERED=unbuffered) as process:
        said = process.communicate(timeout=TIMEOUT)[1]
    return Ended(process.returncode, "", said)


@pytest.mark.parametrize(("command", "unbuffered"), CASES, ids=str)
def test_a_reader_that_has_had_enough_is_no_failure(store: Path, command: tuple[str, ...], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        said = ended(command, store, writing, unbuffered)
    finally:
        os.close(writing)
    assert (said.code, said.err) == (Exit.FINE, "")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize(("command", "unbuffered"), CASES, ids=str)
def test_standard_output_that_takes_nothing_is_one_line(store: Path, command: tuple[str, ...], unbuffered: str) -> None:
    with FULL.open("wb") as full:
        said = ended(command, store, full, unbuffered)
    assert (said.code, said.err) == (Exit.NOT_STARTED, "kznews: cannot write standard output: No space left on device\n")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
@pytest.mark.parametrize("place", ["/dev/full", "-"])
def test_a_feed_that_a_device_does_not_take_is_lost_and_said(tmp_path: Path, place: str, kind: str) -> None:
    save_articles(tmp_path / "pages", range(101, 103))
    command = ("crawl", "qamshy", "-s", f"REPLAY={tmp_path / 'pages'}", "-O", f"{place}:{kind}")
    with FULL.open("wb") as full:
        said = ended(command, tmp_path / "kznews.db", full, "")
    assert said.code == Exit.UNHEALTHY
    assert "Traceback" not in said.err
    assert "is not written: No space left on device" in said.err
    assert said.lines[-1].startswith("1 of the feeds could not be written; the store has the articles")


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_a_feed_into_a_pipe_is_whole(tmp_path: Path, kind: str) -> None:
    save_articles(tmp_path / "pages", range(101, 103))
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    command = ("crawl", "qamshy", "-s", f"REPLAY={tmp_path / 'pages'}", "-O", f"{pipe}:{kind}")
    assert scrapy(*command, store=tmp_path / "kznews.db").code == Exit.FINE
    reader.join(10)
    assert pipe.is_fifo()
    assert read[0].count(b"\n") == 2 if kind == "jsonl" else read[0].endswith(b"PAR1")

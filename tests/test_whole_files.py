"""Whoever reads a feed or a copy while it is made sees the old one or the new one, whole, whenever the maker dies."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import threading
import time
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import pytest

from kznews.exporters.whole import write_feed
from kznews.store import Export, Store, copy_store
from tests.store.samples import page as record
from tests.support.crawls import url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")
EXPORTS = int(os.environ.get("KZNEWS_EXPORTS", "20"))
"""200 by reliability D16."""
BACKUPS = int(os.environ.get("KZNEWS_BACKUPS", "6"))
"""50 by reliability D15."""
ARTICLES = 120


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "kznews.db"
    with Store.open(url_of(path)) as opened:
        opened.commit(record(str(number), text="мәтін " * 300) for number in range(ARTICLES))
    return path


class Reader(threading.Thread):
    """Reads a file a thousand times a second, and notes each content that is none of the whole ones."""

    def __init__(self, path: Path, is_whole: Callable[[bytes], bool]) -> None:
        super().__init__(daemon=True)
        self.path, self.is_whole = path, is_whole
        self.halves: list[int] = []
        self.reads = 0
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.001):
            content = self.path.read_bytes()
            self.reads += 1
            if not self.is_whole(content):
                self.halves.append(len(content))


def dies_at(number: int, articles: Iterator[T]) -> Iterator[T]:
    """Yield articles until it is the turn of that one, and die then; one that does not come lets its maker live."""
    for at, article in enumerate(articles):
        if at == number:
            os.kill(os.getpid(), signal.SIGKILL)
        yield article


def died(making: Callable[[], object]) -> bool:
    """Do something in a process of its own, and return whether it died of it."""
    return failed(forked(making))


def forked(making: Callable[[], object]) -> int:
    """Begin something in a process of its own, and return its id."""
    pid = os.fork()
    if not pid:
        try:
            making()
        finally:
            os._exit(0)
    return pid


def failed(pid: int) -> bool:
    """Return, when a process has ended, whether that was not by itself."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0


def killed_while(making: Callable[[], object], seconds: float) -> bool:
    """Do something in a process of its own and kill it after so many seconds; return whether it was still at it."""
    pid = forked(making)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    return failed(pid)


def in_place(path: Path, lines: Iterator[bytes]) -> None:
    with path.open("wb") as file:
        for line in lines:
            file.write(line)


@pytest.mark.parametrize("careful", [True, False], ids=["as shipped", "weakened: written in place"])
def test_a_reader_never_sees_half_a_feed(tmp_path: Path, store: Path, *, careful: bool) -> None:
    chance, out = random.Random("feeds"), tmp_path / "out.jsonl"

    def export(death: int = ARTICLES) -> None:
        with Store.open(url_of(store), create=False) as opened, opened.export() as known:
            works = dies_at(death, known.works)
            if careful:
                write_feed(Export(works, known.run), "jsonl", out)
            else:
                in_place(out, (json.dumps(work.body).encode() + b"\n" for work in works))

    def was_read() -> None:
        before, end = reader.reads, time.monotonic() + 30
        while reader.reads < before + 2 and time.monotonic() < end:  # the read that is under way, and a whole one
            time.sleep(0.001)

    export()
    reader = Reader(out, lambda content: content.count(b"\n") == ARTICLES and content.endswith(b"\n"))
    reader.start()
    deaths = [chance.randrange(ARTICLES) if number % 2 else ARTICLES for number in range(EXPORTS)]
    for death in deaths:
        assert died(partial(export, death)) == (death < ARTICLES)
        was_read()
    reader.over.set()
    reader.join()
    assert reader.reads > EXPORTS
    assert (not reader.halves) == careful, reader.halves[:5]


def test_a_copy_at_any_instant_is_a_sound_state_and_can_be_used(tmp_path: Path, store: Path) -> None:
    """Pages are written two by two meanwhile, and some copies are killed on the way: those leave the last one."""
    chance, stop, copy = random.Random("copies"), threading.Event(), tmp_path / "copy.db"

    def write() -> None:
        with Store.open(url_of(store)) as opened:
            for number in range(100_000):
                if stop.is_set():
                    return
                opened.commit([record(f"a{number}"), record(f"b{number}")])

    copy_store(url_of(store), copy)
    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(BACKUPS):
            time.sleep(chance.uniform(0, 0.1))
            if number % 2:
                killed_while(lambda: copy_store(url_of(store), copy), chance.uniform(0, 0.1))
            else:
                copy_store(url_of(store), copy)
            with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as plain:
                assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                pairs = plain.execute("SELECT count(*) FILTER (WHERE article_id LIKE 'a%'), count(*) FROM articles").fetchone()
            assert pairs[1] == ARTICLES + 2 * pairs[0]
    finally:
        stop.set()
        writer.join()
    with Store.open(url_of(copy)) as restored:
        restored.commit([record("new")])
        assert list(restored.verify()) == []

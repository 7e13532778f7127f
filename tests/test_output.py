"""What commands print when nobody reads it any more, or nothing takes it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kznews.running import Exit
from kznews.store import Store
from tests.store.samples import WIDGETS, page
from tests.support.crawls import TIMEOUT, Ended, started, url_of

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

"""A stop is raised wherever the program is, and is what comes out, whoever handles errors there."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from kznews.stopping import Stopped, stoppable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    before = [signal.getsignal(number) for number in SIGNALS]
    yield
    for number, handler in zip(SIGNALS, before, strict=True):
        signal.signal(number, handler)


def stopped(work: Callable[[], object]) -> None:
    with stoppable():
        work()


@pytest.mark.parametrize("number", SIGNALS)
def test_nobody_who_handles_errors_on_the_way_takes_a_stop_for_one(number: signal.Signals) -> None:
    def handles() -> None:
        with suppress(Exception):
            signal.raise_signal(number)

    with pytest.raises(Stopped):
        stopped(handles)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # others have SQLite say what functions raise
def test_a_stop_within_a_function_that_sqlite_calls_is_no_error_of_the_store() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.create_function("stopped", 0, lambda: signal.raise_signal(signal.SIGTERM))
        with pytest.raises(Stopped):
            stopped(lambda: connection.execute("SELECT stopped()"))


def test_an_error_without_a_stop_is_that_error() -> None:
    with pytest.raises(KeyError):
        stopped(lambda: {}["key"])


def test_a_second_stop_is_ignored() -> None:
    def twice() -> None:
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(Stopped):
        stopped(twice)

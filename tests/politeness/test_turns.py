"""One request at a time per host, and none before the delay: in one process, and in several."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kznews import clock
from kznews.politeness.turns import Turns, host_key
from tests.support.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DELAY = 2.0


class Time:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def ticks(self) -> float:
        return self.now

    async def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    made = Time()
    monkeypatch.setattr(clock, "ticks", made.ticks)
    return made


async def take(turns: Turns, time: Time, host: str = "q.kz", delay: float = DELAY, folder: Path | None = None):
    loop = asyncio.get_running_loop()
    return await turns.take(host, delay, folder=folder, future=loop.create_future, wait=time.wait)


def test_names_of_one_server_are_one_host() -> None:
    assert len({host_key(name) for name in ("qamshy.kz", "www.qamshy.kz", "WWW.Qamshy.kz.")}) == 1
    assert host_key("kz.qamshy.kz") != host_key("qamshy.kz")


def test_a_request_begins_a_delay_after_the_end_of_the_one_before(time: Time) -> None:
    async def run() -> list[tuple[float, float]]:
        turns, spans = Turns(), []
        for seconds in (0.5, 30.0, 0.0, 1.0):
            turn = await take(turns, time)
            begun = time.now
            time.now += seconds
            turn.end()
            turn.end()
            spans.append((begun, time.now))
        return spans

    spans = asyncio.run(run())
    assert [later[0] - earlier[1] for earlier, later in pairwise(spans)] == [DELAY] * 3
    assert time.waits == [DELAY] * 3


def test_those_who_come_first_are_served_first_and_never_two_at_once(time: Time) -> None:
    served, asking = [], []

    async def one(turns: Turns, number: int) -> None:
        turn = await take(turns, time)
        assert not asking
        asking.append(number)
        await asyncio.sleep(0)
        asking.remove(number)
        served.append((number, time.now))
        turn.end()

    async def run() -> None:
        turns = Turns()
        await asyncio.gather(*(one(turns, number) for number in range(6)))

    asyncio.run(run())
    assert served == [(number, 1000.0 + DELAY * number) for number in range(6)]


def test_other_hosts_do_not_wait(time: Time) -> None:
    async def run() -> None:
        turns = Turns()
        held = await take(turns, time)
        (await take(turns, time, host="stan.kz")).end()
        assert time.waits == []
        held.end()

    asyncio.run(run())


@pytest.mark.parametrize("when", ["in the queue", "in the delay"])
def test_who_leaves_while_waiting_leaves_the_turn_to_the_next(time: Time, when: str) -> None:
    async def leave(seconds: float) -> None:
        raise TimeoutError

    async def run() -> None:
        turns, loop = Turns(), asyncio.get_running_loop()
        held = await take(turns, time)
        leaving = asyncio.ensure_future(turns.take("q.kz", DELAY, folder=None, future=loop.create_future, wait=leave))
        staying = asyncio.ensure_future(take(turns, time))
        await asyncio.sleep(0)
        if when == "in the queue":
            leaving.cancel()
        held.end()
        (await asyncio.wait_for(staying, 5)).end()
        assert isinstance((await asyncio.gather(leaving, return_exceptions=True))[0], (asyncio.CancelledError, TimeoutError))
        (await asyncio.wait_for(take(turns, time), 5)).end()

    asyncio.run(run())


def test_two_processes_share_the_delay_of_a_host(time: Time, tmp_path: Path) -> None:
    """Two `Turns` know nothing of each other but the file, as two processes do."""

    async def run() -> None:
        one, other = Turns(), Turns()
        turn = await take(one, time, folder=tmp_path / "hosts")
        time.now += 0.3
        waiting = asyncio.ensure_future(take(other, time, folder=tmp_path / "hosts"))
        for _ in range(10):
            await asyncio.sleep(0)
        assert not waiting.done(), "the other one asks at this moment"
        turn.end()
        ended = time.now
        (await waiting).end()
        assert ended + DELAY <= time.now < ended + DELAY + 0.1
        (await take(one, time, folder=tmp_path / "hosts")).end()
        assert time.now >= ended + 2 * DELAY

    asyncio.run(run())


@pytest.mark.parametrize("at_once", [1, 2])
def test_without_a_delay_it_is_still_one_request_at_a_time_unless_more_are_asked_for(
    time: Time, tmp_path: Path, at_once: int
) -> None:
    """Over both ways to share a host: within a process, and between two."""

    async def run() -> None:
        one, other, loop = Turns(), Turns(), asyncio.get_running_loop()

        def asks(turns: Turns):
            taking = turns.take("q.kz", 0.0, folder=tmp_path, future=loop.create_future, at_once=at_once, wait=time.wait)
            return asyncio.ensure_future(taking)

        first = await asks(one)
        waiting = [asks(one), asks(other)]
        for _ in range(20):
            await asyncio.sleep(0)
        assert [task.done() for task in waiting] == [at_once > 1] * 2
        first.end()
        for soon in asyncio.as_completed(waiting, timeout=5):  # whichever comes first
            (await soon).end()

    asyncio.run(run())


@pytest.mark.parametrize("said", [b"", b"garbage", b"999999999999.000000", b"-5", b"nan", b"\0" * 19, b"000000000001.000000"])
def test_no_file_makes_anyone_wait_for_longer_than_one_delay(time: Time, tmp_path: Path, said: bytes) -> None:
    tmp_path.joinpath("q.kz").write_bytes(said)
    asyncio.run(take(Turns(), time, folder=tmp_path))
    assert sum(time.waits) <= DELAY


def test_a_folder_that_cannot_be_used_is_said_once_and_delays_go_on(
    time: Time, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tmp_path.joinpath("file").write_bytes(b"")

    async def run() -> None:
        turns = Turns()
        for _ in range(3):
            (await take(turns, time, folder=tmp_path / "file")).end()

    asyncio.run(run())
    assert time.waits == [DELAY, DELAY]
    assert [record.message.split(":")[0] for record in caplog.records] == ["delays are not shared with other processes"]


HOLDER = """
import asyncio, sys
from pathlib import Path
from kznews.politeness.turns import Turns

async def run():
    loop = asyncio.get_running_loop()
    await Turns().take("q.kz", 2.0, folder=Path(sys.argv[1]), future=loop.create_future)
    print("held", flush=True)
    await asyncio.sleep(600)

asyncio.run(run())
"""


def test_a_process_that_dies_gives_the_host_back(time: Time, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ}
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"

        async def run() -> None:
            waiting = asyncio.ensure_future(take(Turns(), time, folder=tmp_path))
            for _ in range(50):
                await asyncio.sleep(0)
            assert not waiting.done()
            holder.send_signal(signal.SIGKILL)
            holder.wait()
            (await asyncio.wait_for(waiting, 30)).end()

        asyncio.run(run())

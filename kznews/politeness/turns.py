"""Whose turn it is to ask a host: one request at a time, and none before the delay is over.

The delay runs from the end of one answer to the next request, so that the server sees at least as much, whatever the network
does. All crawls of a process share one `Turns`; processes of one machine share a small file per host. A file is locked for
the length of a request only, by the kernel: whoever dies gives it back at once. In it stands when the last request ended, by
the machine's monotonic clock; what cannot be a time of this machine is taken for "just now", so no file can make anyone wait
for longer than one delay.
"""

from __future__ import annotations

import fcntl
import logging
import os
import re
import tempfile
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kznews import clock

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

POLL = 0.05
"""Seconds between two looks at a host that another process asks: a twentieth of the shortest delay that makes sense."""
QUICK_POLL = 0.005
"""The same without a delay: who asks on and on leaves the host free for moments only."""
_STAMP = re.compile(rb"[0-9]{1,12}\.[0-9]{6}")
_MODE = 0o700


def host_key(host: str) -> str:
    """Return what names of one server share: www.qamshy.kz and qamshy.kz are one.

    >>> host_key("WWW.qamshy.kz."), host_key("kk.qamshy.kz")
    ('qamshy.kz', 'kk.qamshy.kz')
    """
    return host.lower().rstrip(".").removeprefix("www.")


def default_folder() -> Path:
    """Return the folder that all processes of this user share: its content is worth nothing after a restart."""
    return Path(tempfile.gettempdir()) / f"kznews-{os.getuid()}"


@dataclass(eq=False)
class Turn:
    """The right to ask a host once."""

    host: _Host
    file: _HostFile | None
    held: bool = True

    def end(self, *, asked: bool = True) -> None:
        """Give it back, with the answer or (not `asked`) unused; may be called twice."""
        if not self.held:
            return
        self.held = False
        if asked:
            self.host.ended = clock.ticks()
        if self.file:
            self.file.let_go(asked=asked)
        self.host.next()


@dataclass(eq=False)
class _Host:
    """A host within this process."""

    asking: int = 0
    """How many requests are under way, or about to be."""
    ended: float | None = None
    """When the last request of this process ended, in ticks."""
    queue: deque[asyncio.Future[None]] = field(default_factory=deque)

    async def mine(self, future: Callable[[], asyncio.Future[None]], at_once: int) -> None:
        """Return when fewer than `at_once` others of this process ask the host; first come, first served."""
        if self.asking < at_once and not self.queue:
            self.asking += 1
            return
        waiting = future()
        self.queue.append(waiting)
        try:
            await waiting
        except BaseException:
            with suppress(ValueError):
                self.queue.remove(waiting)
            if waiting.done() and not waiting.cancelled():
                self.next()  # it was handed to us, and we are gone
            raise

    def next(self) -> None:
        """Hand the host to whoever waits for it, for as long as somebody is there."""
        while self.queue:
            waiting = self.queue.popleft()
            if not waiting.done():
                waiting.set_result(None)
                return
        self.asking -= 1


class _HostFile:
    """A host within this machine."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        self._odd: tuple[bytes, float] | None = None
        """What stood there that is no time of this machine, and when that was noticed."""
        self._before = b"\n"
        """What stood there before this request."""

    def ended(self) -> float | None:
        """Return when the last request of any process ended, in ticks; None if there was none."""
        said = os.pread(self._descriptor, 32, 0).strip()
        if not said:
            return None
        now = clock.ticks()
        if _STAMP.fullmatch(said) and float(said) <= now:
            return float(said)
        if self._odd is None or self._odd[0] != said:
            self._odd = said, now
        return self._odd[1]

    def take(self) -> bool:
        """Lock it for a request, unless another process has it."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def begin(self) -> None:
        """Note that a request begins, for whoever comes after us if we die."""
        self._before = os.pread(self._descriptor, 32, 0) or b"\n"
        with suppress(OSError):
            self.stamp()

    def stamp(self) -> None:
        os.pwrite(self._descriptor, f"{clock.ticks():019.6f}".encode(), 0)

    def unlock(self) -> None:
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def let_go(self, *, asked: bool) -> None:
        """Note the end of a request, or that there was none, and give the lock back."""
        with suppress(OSError):  # a full disk: the others wait from the request's start
            self.stamp() if asked else os.pwrite(self._descriptor, self._before, 0)
        self.close()

    def close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


class Turns:
    """The hosts of this process; `folder` is what it shares with others, None for nothing."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}
        self._complained = False

    async def take(
        self,
        host: str,
        delay: float,
        *,
        folder: Path | None,
        future: Callable[[], asyncio.Future[None]],
        at_once: int = 1,
        wait: Callable[[float], Awaitable[None]] | None = None,
    ) -> Turn:
        """Return the turn of a request to `host`, at least `delay` seconds after the end of the one before.

        `wait` is how to wait (clock.wait); what it raises ends the waiting, and the next one has the turn. Without a delay,
        `at_once` requests may be under way together; where those are several, nothing is shared with other processes: a crawl
        at full speed is of this machine's own servers.
        """
        state = self._hosts.setdefault(host, _Host())
        alone = delay > 0 or at_once == 1
        await state.mine(future, 1 if alone else at_once)
        file, wait = None, wait or clock.wait
        try:
            await _rest(state.ended, delay, wait)
            if folder and alone and (file := self._file(folder, host)):
                await _wait_for_machine(file, delay, wait)
        except BaseException:
            if file:
                file.close()
            state.next()
            raise
        return Turn(state, file)

    def forget(self) -> None:
        """Forget every host: for tests, which begin anew in one process."""
        self._hosts.clear()

    def _file(self, folder: Path, host: str) -> _HostFile | None:
        """Return the file of a host, None (and a warning, once) if the folder cannot be used."""
        try:
            folder.mkdir(mode=_MODE, parents=True, exist_ok=True)
            return _HostFile(folder / re.sub(r"[^a-z0-9.-]", "_", host))
        except OSError as error:
            if not self._complained:
                log.warning("delays are not shared with other processes: %s: %s", folder, error.strerror or error)
            self._complained = True
            return None


async def _rest(ended: float | None, delay: float, wait: Callable[[float], Awaitable[None]]) -> None:
    """Wait until `delay` seconds after `ended`; a timer that fires early is not believed."""
    while ended is not None and (left := ended + delay - clock.ticks()) > 0:
        await wait(left)


async def _wait_for_machine(file: _HostFile, delay: float, wait: Callable[[float], Awaitable[None]]) -> None:
    """Return with the file locked, and the delay over since any process's last request.

    The lock is taken only after the delay: all who wait then have the same chance, and nobody keeps it between requests.
    """
    while True:
        await _rest(file.ended(), delay, wait)
        if file.take():
            ended = file.ended()
            if ended is None or ended + delay <= clock.ticks():
                break
            file.unlock()
        else:
            await wait(min(POLL, delay) or QUICK_POLL)
    file.begin()


TURNS = Turns()
"""Those of this process."""

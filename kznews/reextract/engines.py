"""Who does the tasks: the processors of this machine, or a Dask cluster. Both outlive the death of a worker."""

from __future__ import annotations

import ctypes
import multiprocessing
import re
import signal
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kznews.archives.faults import ArchiveError
from kznews.reextract.tasks import run_task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kznews.reextract.tasks import Order, Summary, Task

TRIES = 2
"""How often a task that fails, or that ends its process, is tried; it is listed then, and the others go on."""
WORKERS_WAIT = 60
"""Seconds for which a cluster is waited for that has no worker yet: they are often started together with its scheduler."""
PRELOADED = ("kznews.reextract.planning", "kznews.reextract.parquet")
"""What a process of the pool needs imported, with all that it needs in turn."""

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
"""What mallopt calls them (malloc.h of glibc)."""
KEPT_FREE = 64 * 2**20
"""Bytes: the tree of the largest page that is read takes less, and a worker has hundreds of MiB."""


@dataclass
class Failed:
    """A task that could not be done."""

    task: Task
    why: str
    """One line."""


def engine_for(name: str, workers: int) -> Engine:
    """Return the engine that a name stands for: "pool", "here", or "dask://host:port"; raises ValueError."""
    if name == "pool":
        return Pool(workers)
    if name == "here":
        return Here()
    if re.fullmatch(r"dask://[^/\s]+:\d{1,5}", name):
        if find_spec("distributed") is None:
            raise ValueError(f"{name}: the package distributed is missing (requirements-cluster.txt)")
        return Dask(f"tcp://{name.removeprefix('dask://')}")
    raise ValueError(f"no engine is called {name!r}: pool, here, dask://host:port")


class Engine:
    """Does tasks."""

    def run(self, order: Order, tasks: list[Task], do: Callable[[Order, Task], Summary] = run_task) -> Iterator[Summary | Failed]:
        """Yield what becomes of each task, once, in the order in which they end."""
        raise NotImplementedError


class Here(Engine):
    """The calling process alone: to look for an error, and to measure what the others gain."""

    def run(self, order: Order, tasks: list[Task], do: Callable[[Order, Task], Summary] = run_task) -> Iterator[Summary | Failed]:
        for task in tasks:
            for left in reversed(range(TRIES)):
                try:
                    yield do(order, task)
                except Exception as error:  # noqa: BLE001 - it is listed
                    if not left:
                        yield Failed(task, why_of(error))
                else:
                    break


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of fresh processes; when the block is left before its end (somebody stops the program), they are ended."""
    pool = ProcessPoolExecutor(workers, mp_context=_context(), initializer=_deaf)
    try:
        yield pool
    except BaseException:
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 - Python 3.14 has a method for it
            process.kill()  # what they have not finished leaves no trace
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """Return how processes are made: as copies of one that has imported the rules, a second of work, where the system has it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


def _deaf() -> None:
    """Leave Ctrl-C, which a terminal sends to every process, to the one that has started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def why_of(error: BaseException) -> str:
    """Return one line on an error; what we say ourselves says all."""
    return " ".join((str(error) if isinstance(error, ArchiveError) else f"{type(error).__name__}: {error}").split())


@dataclass
class Pool(Engine):
    """The processors of this machine.

    A process that dies takes its pool with it: a new one is made. Those tasks that were under way are then done alone, one after
    the other, so that the one that kills is found out and the others are not blamed.
    """

    workers: int
    tries: dict[Task, int] = field(default_factory=dict)

    def run(self, order: Order, tasks: list[Task], do: Callable[[Order, Task], Summary] = run_task) -> Iterator[Summary | Failed]:
        waiting, suspects = deque(tasks), deque(tasks[:0])
        while waiting or suspects:
            alone = bool(suspects)
            queue, workers = (suspects, 1) if alone else (waiting, self.workers)
            yield from self._until_broken(order, queue, suspects, workers, do, alone=alone)

    def _until_broken(
        self,
        order: Order,
        queue: deque[Task],
        suspects: deque[Task],
        workers: int,
        do: Callable[[Order, Task], Summary],
        *,
        alone: bool,
    ) -> Iterator[Summary | Failed]:
        """Do what is queued with one pool, until all is done or the pool is broken; no more is under way than is being done."""
        under_way: dict[Future[Summary], Task] = {}
        with _pool(workers) as pool:
            while queue or under_way:
                with suppress(BrokenProcessPool):  # its futures say so as well
                    while queue and len(under_way) < workers:
                        under_way[pool.submit(do, order, queue[0])] = queue[0]
                        queue.popleft()
                ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
                if any(isinstance(one.exception(), BrokenProcessPool) for one in ended) or not under_way:
                    yield from self._broken(under_way, suspects, alone=alone)
                    return
                for one in ended:
                    if (result := self._judged(one, under_way.pop(one), queue)) is not None:
                        yield result

    def _broken(
        self, under_way: dict[Future[Summary], Task], suspects: deque[Task], *, alone: bool
    ) -> Iterator[Summary | Failed]:
        """Take what was under way when the pool broke: what had ended counts, the others are to be done alone."""
        for one, task in under_way.items():
            if one.done() and one.exception() is None:
                yield one.result()
            elif alone and self._is_given_up(task):
                yield Failed(task, "the process that reads it dies")
            else:
                suspects.append(task)

    def _judged(self, one: Future[Summary], task: Task, queue: deque[Task]) -> Summary | Failed | None:
        """Return what became of a task, None if it is to be tried again."""
        error = one.exception()
        if error is None:
            return one.result()
        if self._is_given_up(task):
            return Failed(task, why_of(error))
        queue.append(task)
        return None

    def _is_given_up(self, task: Task) -> bool:
        self.tries[task] = self.tries.get(task, 0) + 1
        return self.tries[task] >= TRIES


@dataclass
class Dask(Engine):
    """A cluster of Dask distributed; each worker needs kznews and the paths that the tasks name."""

    address: str

    def run(self, order: Order, tasks: list[Task], do: Callable[[Order, Task], Summary] = run_task) -> Iterator[Summary | Failed]:
        from distributed import Client, as_completed  # noqa: PLC0415 - a package of requirements-cluster

        with Client(self.address, set_as_default=False) as client:
            with suppress(TimeoutError):
                client.wait_for_workers(1, timeout=WORKERS_WAIT)
            if not client.scheduler_info()["workers"]:
                raise OSError(f"the cluster at {self.address} has no worker")
            under_way: dict[Any, Task] = {}
            waiting, ended = deque(tasks), as_completed(loop=client.loop)
            while waiting or under_way:
                # A scheduler that has all tasks deals them out before it knows who will be done first, nine to one and seven to
                # another.
                threads = max(1, sum(client.nthreads().values()))  # workers come and go
                while waiting and len(under_way) < threads:
                    # Not pure: equal tasks of two calls are two. Paths go through the scheduler, never pages.
                    future = client.submit(_on_worker, do, order, waiting[0], retries=TRIES - 1, pure=False)
                    under_way[future] = waiting.popleft()
                    ended.add(future)
                future = next(ended)
                task, error = under_way.pop(future), future.exception()
                yield future.result() if error is None else Failed(task, why_of(error))
                future.release()


def _on_worker(do: Callable[[Order, Task], Summary], order: Order, task: Task) -> Summary:
    """Do a task in a process of Dask."""
    keep_freed_memory()
    return do(order, task)


@cache
def keep_freed_memory() -> None:
    """Let this process keep what it has freed, for the next page; without effect where the C library is not glibc.

    A worker of Dask gives back every 64 KiB at once (MALLOC_TRIM_THRESHOLD_ of its nanny), and a thread keeps less by itself than
    the first of a process: 200 faults for every page, a tenth of its time (docs/scale.md).
    """
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(M_TRIM_THRESHOLD, KEPT_FREE)
        libc.mallopt(M_MMAP_THRESHOLD, KEPT_FREE // 2)

"""Does a function's time grow with its input only as fast as the input? Measured in processor time, best of several."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL, LARGE = 10_000, 100_000
DECADES = (100, 1_000, 10_000, 100_000)
MOST_PER_DECADE = 12
_SLACK = 4
_FLOOR = 0.002
_TRIES = 3


def _best(call: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        call(text)
        times.append(time.process_time() - start)
    return min(times)


def grows_linearly(call: Callable[[str], object], unit: str, tail: str = "") -> bool:
    """Return whether `call` takes at most 4 times its share on ten times as much of `unit` over and over."""
    small = _best(call, (unit * SMALL)[:SMALL] + tail)
    large = _best(call, (unit * LARGE)[:LARGE] + tail)
    return large <= max(small, _FLOOR) * (LARGE / SMALL) * _SLACK


def grows_linearly_by_decade(call: Callable[[str], object], unit: str) -> bool:
    """Return whether `call` takes at most 12 times as long for ten times as much of `unit`, from 100 to 100,000 characters.

    Below two milliseconds a machine's noise is larger than any growth. A busy machine gets three tries.
    """
    return any(_linear_once(call, unit) for _ in range(_TRIES))


def _linear_once(call: Callable[[str], object], unit: str) -> bool:
    took = [_best(call, (unit * size)[:size]) for size in DECADES]
    return all(longer <= MOST_PER_DECADE * max(shorter, _FLOOR) for shorter, longer in itertools.pairwise(took))

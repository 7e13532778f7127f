"""How long to wait before an address, or a host, is tried again within a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

MOST_RETRIES = 3
"""Of one address in one run, whatever RETRY_TIMES says; after that the frontier's own back-off of hours and days goes on."""
FIRST_WAIT = 2.0
LONGEST_WAIT = 300.0
_FACTOR = 6
"""2, 12 and 72 seconds: a server that is started anew answers within the second or the third."""
_JITTER = 0.5
"""Up to half as long again, so that pages which failed together do not come back together."""

FAILURES_IN_A_ROW = 5
"""After that the host is taken for down, and left alone."""
FIRST_REST = 30.0
"""Seconds; doubled with each probe that fails."""
PROBES = 3
"""After 30, 60 and 120 seconds; a host that fails them all is left alone for the rest of the run."""


def retry_wait(retry: int, random: Random) -> float:
    """Return the seconds before retry number `retry` (from 1): exponential, with jitter, within FIRST_WAIT and LONGEST_WAIT.

    >>> from random import Random
    >>> [round(retry_wait(retry, Random(1)), 1) for retry in (1, 2, 3, 4)]
    [2.1, 12.8, 76.8, 300.0]
    """
    wait: float = FIRST_WAIT * _FACTOR ** (retry - 1)
    return min(wait * (1 + random.uniform(0, _JITTER)), LONGEST_WAIT)


@dataclass(slots=True)
class Breaker:
    """Counts the failures of a host in a row. Closed: go on; open: rest, then let one request through as a probe."""

    failures: int = 0
    probes: int = 0
    """Rests that were taken since the last success."""

    def succeeded(self) -> None:
        """Close it: the host has answered."""
        self.failures = self.probes = 0

    def failed(self) -> float | None:
        """Count a failure; return the seconds of rest that it brings, 0.0 for none, None if the host is given up.

        >>> breaker = Breaker()
        >>> [breaker.failed() for _ in range(9)]
        [0.0, 0.0, 0.0, 0.0, 30.0, 60.0, 120.0, None, None]
        """
        self.failures += 1
        if self.failures < FAILURES_IN_A_ROW:
            return 0.0
        if self.probes >= PROBES:
            return None
        self.probes += 1
        return FIRST_REST * float(2 ** (self.probes - 1))

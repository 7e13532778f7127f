"""What one run of one portal may cost, by whoever set a limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Budget:
    """Limits of a run, 0 for none, and what has been used of them."""

    requests: int = 0
    bytes: int = 0
    minutes: float = 0.0
    asked: int = 0
    received: int = 0
    """Bytes of bodies as they were sent, before they are unpacked."""

    def used_up(self, seconds: float) -> str:
        """Return which limit does not allow another request, `seconds` after the start of the run: the setting, or "".

        >>> Budget(requests=2, asked=1).used_up(0.0), Budget(requests=2, asked=2).used_up(0.0), Budget().used_up(1e9)
        ('', 'BUDGET_REQUESTS', '')
        """
        if 0 < self.requests <= self.asked:
            return "BUDGET_REQUESTS"
        if 0 < self.bytes <= self.received:
            return "BUDGET_BYTES"
        return "BUDGET_MINUTES" if 0 < self.minutes * 60 <= seconds else ""

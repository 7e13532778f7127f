"""What is wrong with an archive, in one line each."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST = 100
"""Lines that are kept of one archive; the rest is counted. A file that is damaged all over says the same thousands of times."""


class ArchiveError(ValueError):
    """Raised for an archive that cannot be used at all; one readable line."""


class Damaged(ValueError):  # noqa: N818 - it says what happened
    """Raised within an archive where it is not what it should be; one readable line."""


@dataclass
class Faults:
    """The faults of one archive, as they are met."""

    lines: list[str] = field(default_factory=list)
    """One line each, "name: byte 123: why", at most MOST."""
    count: int = 0

    def add(self, name: str, at: int, why: object) -> None:
        """Note that the archive `name` is not what it should be at byte `at`."""
        self.count += 1
        if len(self.lines) < MOST:
            self.lines.append(f"{name}: byte {at}: {' '.join(str(why).split())}")

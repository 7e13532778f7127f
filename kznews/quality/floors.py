"""The floors of extraction quality (fixtures/quality.json): pinned together with their corpus, never lowered silently."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kznews.atomic import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Figures = dict[str, dict[str, float]]
"""Way of reading ("layouts", "general") -> name -> share of what is right."""


class FloorsError(ValueError):
    """Floors that cannot be read or must not be pinned; one readable line."""


@dataclass(frozen=True)
class Floors:
    """What fixtures/quality.json says."""

    cases: int
    checksum: str
    """SHA-256 over names and bytes of every file of the corpus."""
    figures: Figures
    lowered: list[dict[str, Any]] = field(default_factory=list)
    """Every time that a floor was lowered: what, from, to, why."""

    @classmethod
    def load(cls, path: Path) -> Floors:
        """Return the floors in a file; raises FloorsError."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise FloorsError(f"{path}: {error}") from error

    def save(self, path: Path) -> None:
        """Write the floors to a file, complete or not at all; raises OSError."""
        with replaced(path) as file:
            file.write(json.dumps(vars(self), ensure_ascii=False, indent=2).encode() + b"\n")

    def faults(self, figures: Figures, checksum: str) -> Iterator[str]:
        """Yield one line for each figure under its floor, and one if the corpus is another than the pinned one."""
        if checksum != self.checksum:
            yield "the saved pages are not those that the floors were pinned for: `scrapy checkall --pin` pins them anew"
        for way, name, old, new in lower(self.figures, figures):
            yield f"quality: {name} ({way}) is {new:.4f}, its floor is {old:.4f}"


def lower(old: Figures, new: Figures) -> Iterator[tuple[str, str, float, float]]:
    """Yield way, name, old and new figure where the new one is lower or missing."""
    for way, names in old.items():
        for name, floor in names.items():
            if (found := new.get(way, {}).get(name, 0.0)) < floor:
                yield way, name, floor, found


def checksum_of(saved: Path) -> str:
    """Return the SHA-256 over the names and bytes of all files below `saved`, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(path for path in saved.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(saved).as_posix()}\n{path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def pin(path: Path, figures: Figures, *, cases: int, checksum: str, why: str = "") -> Floors:
    """Write the floors that follow from `figures` and return them.

    Raises FloorsError, and writes nothing, if one would fall and `why` does not say the reason.
    """
    before = Floors.load(path) if path.exists() else Floors(0, "", {})
    fallen = [
        {"floor": f"{name} ({way})", "from": floor, "to": found, "why": why}
        for way, name, floor, found in lower(before.figures, figures)
    ]
    if fallen and not why.strip():
        names = ", ".join(str(entry["floor"]) for entry in fallen)
        raise FloorsError(f"{names} would fall; if that is right, say why: --lower REASON")
    floors = Floors(cases, checksum, {way: dict(names) for way, names in figures.items()}, [*before.lowered, *fallen])
    floors.save(path)
    return floors

"""Markdown tables, and the names of packages with their versions."""

from __future__ import annotations

from importlib import metadata


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["", *("| " + " | ".join(line) + " |" for line in lines), ""]


def with_version(package: str) -> str | None:
    """Return the package's name with its version, None if it is not installed; kznews itself goes without."""
    name = package.strip()
    if name == "kznews":
        return name
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return None

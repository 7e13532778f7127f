"""Saved pages in a folder: `<case>/page.html` (or .json, .xml, .txt) beside `<case>/meta.json`, and plain pairs.

A pair is `name.html` and `name.json`. The sidecar gives url, status, headers, fetched_at.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kznews.archives.folders import files_below
from kznews.captures import Capture, check_address, check_status
from kznews.clock import parse_instant
from kznews.extract.copies import original, saved_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain",
}
"""What a saved page is by the end of its name, where its sidecar does not say; other files are no pages."""
_UNSAID = (".json", ".txt")
"""Files that are pages only where a sidecar says so: they may as well be sidecars, verdicts or notes."""
MOST_SIDECAR = 2**16
"""Bytes of a JSON file that may be a sidecar without its page; a sidecar has some hundred."""
_VERDICTS = ("expected.json", "refused.json", "links.json", "meta.json")


def captures_in(folder: Path, broken: list[str]) -> list[Capture]:
    """Return the saved pages in a folder; each case that cannot be read adds a line to `broken`."""
    captures: list[Capture] = []
    for page, sidecar in _pairs(folder, broken):
        try:
            captures.append(_capture(page, sidecar, len(captures)))
        except (ValueError, KeyError, TypeError, OSError, OverflowError, RecursionError) as error:
            broken.append(f"{sidecar.relative_to(folder)}: {_why(error)}")
    return captures


def _pairs(folder: Path, broken: list[str]) -> Iterator[tuple[Path, Path]]:
    """Yield saved page and sidecar, in the order of their names; note pages without a sidecar and cases without a page."""

    def failed(error: OSError) -> None:
        broken.append(f"{Path(error.filename).relative_to(folder)}: the folder cannot be read: {error.strerror}")

    files = [path for path in files_below(folder, failed) if path.suffix.lower() in _TYPES]
    used = set()
    for page in files:
        case = page.with_name("meta.json")
        sidecar = case if page.stem == "page" and case.exists() else page.with_suffix(".json")
        if page.name in _VERDICTS or (page.suffix.lower() == ".json" and page.stem != "page"):
            continue
        if sidecar.exists() and sidecar != page:
            used.add(sidecar)
            yield page, sidecar
        elif page.suffix.lower() not in _UNSAID:
            broken.append(f"{page.relative_to(folder)}: no meta.json or {page.stem}.json beside it says where it came from")
    alone = [path for path in files if path not in used and (path.name == "meta.json" or _is_sidecar(path))]
    broken += [f"{sidecar.relative_to(folder)}: no saved page beside it" for sidecar in alone]


def _is_sidecar(path: Path) -> bool:
    """Return whether a JSON file is a page's sidecar by what stands in it; notes and data are none."""
    if path.suffix.lower() != ".json" or path.name in _VERDICTS:
        return False
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig")) if path.stat().st_size < MOST_SIDECAR else None
    except (ValueError, OSError, RecursionError):
        return False
    return isinstance(said, dict) and isinstance(said.get("fetched_at"), str) and str(said.get("url")).startswith("http")


def _capture(page: Path, sidecar: Path, number: int) -> Capture:
    meta: dict[str, Any] = json.loads(sidecar.read_text(encoding="utf-8-sig"))
    if not isinstance(meta, dict):
        raise TypeError("not a JSON object")
    url, status = str(meta["url"]), int(meta.get("status", 200))
    if not re.match(r"https?://[^/]+", url) or not urlsplit(url).hostname:
        raise ValueError(f"url is not an http address: {url!r}")
    check_address(original(url))
    check_status(status)
    said = {str(name).title(): str(value) for name, value in dict(meta.get("headers") or {}).items()}
    headers = {"Content-Type": _TYPES[page.suffix.lower()], **said}
    kept = tuple((name, value) for name, value in headers.items() if name not in ("Content-Encoding", "Content-Length"))
    "".join(map("".join, kept)).encode()  # half a character, which JSON may hold, is in no header
    page.open("rb").close()
    at = saved_at(url) or parse_instant(meta["fetched_at"])
    return Capture(number, original(url), status, kept, at, page)


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return " ".join(str(error).split())

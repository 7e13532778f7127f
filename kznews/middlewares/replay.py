"""Replay: the real engine over saved pages. One download handler answers http and https; nothing leaves the machine.

A folder of cases is read: `<case>/page.html` (or .json, .xml, .txt) beside `<case>/meta.json`, and plain pairs `name.html`
and `name.json`. The sidecar gives url, status, headers, fetched_at; the clock of a replayed page is its fetched_at.
"""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Headers, HtmlResponse, Response

from kznews.clock import parse_instant
from kznews.extract.links import is_tracking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from scrapy import Request
    from scrapy.settings import BaseSettings

log = logging.getLogger(__name__)

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
_VERDICTS = ("expected.json", "refused.json", "links.json", "meta.json")


class ReplayError(ValueError):
    """A folder that cannot be replayed; one readable line."""


class NotSaved(IgnoreRequest):
    """Raised for an address that is not among the saved pages."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One saved page."""

    number: int
    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    fetched_at: datetime
    body: Path
    repeats: bool = False
    """Whether an earlier capture has the same address."""


@dataclass(slots=True)
class ReplayIndex:
    """The saved pages of a folder, by address."""

    folder: Path
    captures: tuple[Capture, ...] = ()
    broken: tuple[str, ...] = ()
    """One line for each case that cannot be read; the others are replayed all the same."""
    by_address: dict[str, Capture] = field(default_factory=dict)

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> ReplayIndex | None:
        """Return the index of the folder that REPLAY names, or None without REPLAY; raises ReplayError."""
        folder = settings.get("REPLAY")
        return read_folder(Path(folder).resolve()) if folder else None

    def below(self, folder: str) -> ReplayIndex:
        """Return the index without the captures that are not saved below `folder` (a path relative to this one's)."""
        top = self.folder / folder
        return replace(self, captures=tuple(capture for capture in self.captures if top in capture.body.parents))

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host that has a saved page, in alphabetical order."""
        return tuple(sorted({urlsplit(capture.url).hostname or "" for capture in self.captures}))

    @property
    def pages(self) -> tuple[Capture, ...]:
        """Every saved page that a run starts from: all but robots.txt, which is asked for and never read as a page."""
        return tuple(capture for capture in self.captures if urlsplit(capture.url).path != "/robots.txt")

    def answer(self, url: str, number: int | None = None, *, redirected: bool = False) -> Capture | None:
        """Return the capture with that number, or the newest of an address; after a redirect the number must be of the address.

        The number counts, since the saved page may be another form of the address (AMP) than the one it is asked for by.
        """
        key = address_key(url)
        named = self.captures[number] if number is not None else None
        return named if named and (not redirected or address_key(named.url) == key) else self.by_address.get(key)


@lru_cache(maxsize=4)  # the handler and the spider of one run share it
def read_folder(folder: Path) -> ReplayIndex:
    """Return the index of a folder of saved pages; raises ReplayError if there is none or nothing in it can be read."""
    if not folder.is_dir():
        raise ReplayError(f"no folder of saved pages at {folder}")
    index = ReplayIndex(folder)
    broken: list[str] = []
    captures: list[Capture] = []
    for page, sidecar in _pairs(folder, broken):
        try:
            captures.append(_capture(page, sidecar, len(captures)))
        except (ValueError, KeyError, TypeError, OSError, OverflowError, RecursionError) as error:
            broken.append(f"{sidecar.relative_to(folder)}: {_why(error)}")
    captures.sort(key=lambda capture: (capture.fetched_at, str(capture.body)))
    index.broken = tuple(broken)
    index.captures = tuple(_numbered(captures, index.by_address))
    if not captures:
        raise ReplayError(f"no saved page in {folder}" + (f"; {broken[0]}" if broken else ""))
    return index


def _numbered(captures: list[Capture], by_address: dict[str, Capture]) -> Iterator[Capture]:
    for number, old in enumerate(captures):
        key = address_key(old.url)
        capture = Capture(number, old.url, old.status, old.headers, old.fetched_at, old.body, repeats=key in by_address)
        by_address[key] = capture  # the newest answers requests that name no capture
        yield capture


def address_key(url: str) -> str:
    """Return what two spellings of one address share: no scheme, no www., no fragment, no tracking, no final slash."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    query = sorted((name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(name))
    return f"{host}{unquote(parts.path).rstrip('/') or '/'}" + ("?" + "&".join(f"{n}={v}" for n, v in query) if query else "")


def _pairs(folder: Path, broken: list[str]) -> Iterator[tuple[Path, Path]]:
    """Yield saved page and sidecar, in the order of their names; note pages without a sidecar and cases without a page."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _TYPES and path.is_file())
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
    alone = [path for path in files if path.name == "meta.json" and path not in used]
    broken += [f"{sidecar.relative_to(folder)}: no saved page beside it" for sidecar in alone]


def _capture(page: Path, sidecar: Path, number: int) -> Capture:
    meta: dict[str, Any] = json.loads(sidecar.read_text(encoding="utf-8-sig"))
    if not isinstance(meta, dict):
        raise TypeError("not a JSON object")
    url, status = str(meta["url"]), int(meta.get("status", 200))
    if not re.match(r"https?://[^/]+", url) or not urlsplit(url).hostname:
        raise ValueError(f"url is not an http address: {url!r}")
    if not 100 <= status <= 599:  # noqa: PLR2004 - what HTTP knows
        raise ValueError(f"status is none of HTTP: {status}")
    said = {str(name).title(): str(value) for name, value in dict(meta.get("headers") or {}).items()}
    headers = {"Content-Type": _TYPES[page.suffix.lower()], **said}
    kept = tuple((name, value) for name, value in headers.items() if name not in ("Content-Encoding", "Content-Length"))
    "".join(map("".join, kept)).encode()  # half a character, which JSON may hold, is in no header
    page.open("rb").close()
    return Capture(number, url, status, kept, parse_instant(meta["fetched_at"]), page)


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return " ".join(str(error).split())


class ReplayHandler(BaseDownloadHandler):
    """Answers every request from the saved pages; robots.txt that is not saved is a 404, which allows everything."""

    lazy = False

    async def download_request(self, request: Request) -> Response:
        index = ReplayIndex.from_settings(self.crawler.settings)
        assert index is not None  # noqa: S101 - the add-on enables this handler only with REPLAY
        capture = index.answer(request.url, request.meta.get("capture"), redirected="redirect_times" in request.meta)
        if capture is None and urlsplit(request.url).path == "/robots.txt":
            return Response(request.url, status=404, request=request)
        if capture is None:
            raise NotSaved(f"{request.url} is not among the saved pages")
        request.meta["captured_at"] = capture.fetched_at
        return self.answer(capture, request)

    @staticmethod
    def answer(capture: Capture, request: Request) -> Response:
        """Return the response that a saved page is."""
        headers = Headers(dict(capture.headers))
        return HtmlResponse(capture.url, status=capture.status, headers=headers, body=capture.body.read_bytes(), request=request)


class ReplayAddon:
    """Turns a run into a replay when REPLAY is set."""

    def update_settings(self, settings: BaseSettings) -> None:
        if not settings.get("REPLAY"):
            raise NotConfigured
        handler = "kznews.middlewares.replay.ReplayHandler"
        offline = {
            "DOWNLOAD_HANDLERS": {"http": handler, "https": handler, "ftp": None, "s3": None, "file": None, "data": None},
            "CONCURRENT_REQUESTS": 1,  # a fixed order of pages
            "DOWNLOAD_DELAY": 0,
            "RETRY_ENABLED": False,
            "AUTOTHROTTLE_ENABLED": False,
            "HTTPCACHE_ENABLED": False,
        }
        for name, value in offline.items():
            settings.set(name, value, "cmdline")  # settings.py (20) outranks an add-on (15)

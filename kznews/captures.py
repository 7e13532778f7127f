"""Saved pages, wherever they are kept, by address and time: what a replay answers from."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from kznews.extract.links import is_tracking
from kznews.extract.urlforms import ascii_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path


class ReplayError(ValueError):
    """Saved pages that cannot be replayed; one readable line."""


def check_status(status: int) -> None:
    """Raise ValueError for a status that HTTP does not know (RFC 9110, section 15)."""
    if not 100 <= status <= 599:  # noqa: PLR2004
        raise ValueError(f"status is none of HTTP: {status}")


class Body(Protocol):
    """Where the body of a saved page is: a file, or a record of an archive."""

    def read_bytes(self) -> bytes:
        """Return it, in the content coding that the headers name; raises what a fetch would raise where it is not whole."""

    @property
    def parents(self) -> Sequence[Path]:
        """The folders that hold it, the nearest first."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One saved page."""

    number: int
    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    fetched_at: datetime
    body: Body
    repeats: bool = False
    """Whether an earlier capture has the same address."""
    confirms: bool = False
    """Whether it says no more than that the copy of an earlier one is still right."""


@dataclass(slots=True)
class ReplayIndex:
    """The saved pages that a run may read, by address."""

    folder: Path
    captures: tuple[Capture, ...] = ()
    """In the order of their times."""
    broken: tuple[str, ...] = ()
    """One line for each case that cannot be read; the others are replayed all the same."""
    by_address: dict[str, list[Capture]] = field(default_factory=dict)
    """In the order of their times, without those that only confirm one."""

    @classmethod
    def of(cls, folder: Path, captures: Iterable[Capture], broken: Iterable[str]) -> ReplayIndex:
        """Return the index of captures in whatever order; raises ReplayError if there is none."""
        index = cls(folder, broken=tuple(broken))
        ordered = sorted(captures, key=lambda capture: (capture.fetched_at, str(capture.body)))
        index.captures = tuple(index._taken(number, capture) for number, capture in enumerate(ordered))
        if not ordered:
            raise ReplayError(f"no saved page in {folder}" + (f"; {index.broken[0]}" if index.broken else ""))
        return index

    def _taken(self, number: int, capture: Capture) -> Capture:
        known = self.by_address.setdefault(address_key(capture.url), [])
        taken = replace(capture, number=number, repeats=bool(known))
        if not taken.confirms:
            known.append(taken)
        return taken

    def below(self, folder: str) -> ReplayIndex:
        """Return the index without the captures that are not saved below `folder` (a path relative to this one's)."""
        top = self.folder / folder
        return replace(self, captures=tuple(capture for capture in self.captures if top in capture.body.parents))

    def at(self, wished: datetime) -> ReplayIndex:
        """Return the index with one capture of each address: the nearest to an instant."""
        nearest = (_nearest(known, wished) for known in self.by_address.values() if known)
        return ReplayIndex.of(self.folder, nearest, self.broken)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host that has a saved page, in alphabetical order."""
        return tuple(sorted({ascii_host(urlsplit(capture.url).hostname or "") for capture in self.captures}))

    @property
    def pages(self) -> tuple[Capture, ...]:
        """Every saved page that a run starts from: all but robots.txt, which is asked for and never read as a page."""
        return tuple(capture for capture in self.captures if urlsplit(capture.url).path != "/robots.txt")

    def answer(
        self, url: str, number: int | None = None, *, redirected: bool = False, since: datetime | None = None
    ) -> Capture | None:
        """Return the capture with that number, or of an address the newest one, or the first one from `since` on if there is one.

        After a redirect the number must be of the address. The number counts, since the saved page may be another form of the
        address (AMP) than the one it is asked for by.
        """
        key = address_key(url)
        named = self.captures[number] if number is not None else None
        if named and (not redirected or address_key(named.url) == key):
            return named
        known = self.by_address.get(key)
        if not known:
            return None
        later = bisect_left(known, since, key=lambda capture: capture.fetched_at) if since else len(known)
        return known[min(later, len(known) - 1)]


def _nearest(known: list[Capture], wished: datetime) -> Capture:
    """Return the capture nearest to an instant; of two that are as near the earlier one."""
    at = bisect_left(known, wished, key=lambda capture: capture.fetched_at)
    return min(known[max(at - 1, 0) : at + 1], key=lambda capture: (abs(capture.fetched_at - wished), capture.fetched_at))


def check_address(url: str) -> None:
    """Raise ValueError for an address that no page can have had, with which nothing here could go on."""
    address_key(url)  # raises for brackets that hold no address of IPv6, and for signs that mean others
    if not ascii_host(urlsplit(url).hostname or ""):
        raise ValueError(f"an address without a host: {url!r}")


def address_key(url: str) -> str:
    """Return what two spellings of one address share: no scheme, no www., no fragment, no tracking, no final slash."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    said = parse_qsl(parts.query, keep_blank_values=True)
    query = "&".join(sorted(f"{name}={value}" for name, value in said if not is_tracking(name, value)))
    return f"{host}{unquote(parts.path).rstrip('/') or '/'}" + (f"?{query}" if query else "")

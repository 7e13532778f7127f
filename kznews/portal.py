"""What a portal is made of: sources, layouts, address rules. Data only; checked when a portal file is imported.

The kinds of source are in sourcekinds.py; portal files take them from here.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import SelectorError

from kznews.extract.links import article_id, canonical
from kznews.extract.selecting import compiled
from kznews.sourcekinds import Archive, Feed, JsonApi, Listing, Rates, Sections, Sitemap, Source, check_source

if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = [
    "GENERAL",
    "Archive",
    "Feed",
    "JsonApi",
    "Layout",
    "Listing",
    "Portal",
    "PortalError",
    "Rates",
    "Sections",
    "Sitemap",
    "Source",
    "portal_from",
]


class PortalError(ValueError):
    """Raised at import by a portal file that contradicts itself; names the file and the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One generation of a portal's article markup: CSS selectors, only where general strategies are not to decide.

    The first layout of a portal (newest first) whose `marker` is on the page applies.
    """

    name: str
    marker: str
    """What only this generation's article pages have."""
    title: str = ""
    lead: str = ""
    body: str = ""
    section: str = ""
    published: str = ""
    author: str = ""
    tags: str = ""
    views: str = ""
    drop: str = ""
    """Elements that are never part of the article, wherever they stand."""
    rates: str = ""
    """The elements that hold one currency each."""
    weather: str = ""
    """The block that holds city and temperature."""
    clock: str = ""
    """The masthead's clock; the parts of several elements are joined."""
    until: date | None = None
    """The last day on which the portal used it, where known."""

    @property
    def selectors(self) -> dict[str, str]:
        """Field name -> selector, of those that are given."""
        own = (entry.name for entry in fields(self) if entry.name not in ("name", "until"))
        return {name: getattr(self, name) for name in own if getattr(self, name)}


EVIDENCE = ("capture", "layout", "selectors", "rendered", "addresses")
"""Kinds of evidence, the best first."""
_EVIDENCE = re.compile(rf"(?:{'|'.join(EVIDENCE)}) (?:undated|(?:19|20)\d\d(?:-(?:19|20)\d\d)?)")

GENERAL = Layout(name="general", marker="")
"""The layout of a page that no portal file knows: general strategies decide everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """A publisher's site family."""

    name: str
    """File name, spider name, fixture folder."""
    title: str
    """The name by which it signs."""
    hosts: tuple[str, ...]
    """Every host that may be contacted, exactly; the first is the main one."""
    ports: tuple[int, ...] = ()
    """Ports that may be contacted beside 80 and 443."""
    unverified_tls: tuple[tuple[str, date], ...] = ()
    """Hosts whose certificate is not verified, each with the last day of that: (host, day)."""
    articles: tuple[str, ...]
    """Patterns of article paths with a group "id"; a path that matches one is an article."""
    evidence: tuple[str, ...] = ()
    """What its rules rest on and of which years, the best first: "capture 2018" (real pages), "layout" (templates of its maker),
    "selectors" (recorded by other readers of it), "rendered" (displayed text), "addresses"."""
    example_urls: tuple[str, ...] = ()
    """Addresses of articles that the patterns must match."""
    sources: tuple[Source, ...] = ()
    layouts: tuple[Layout, ...] = ()
    languages: tuple[str, ...] = ("kk",)
    """Languages that are kept; articles in others are refused by name."""
    timezone: str = "Asia/Almaty"
    alive_since: date = date(2000, 1, 1)
    """Publication dates before this are implausible."""
    scheme: str = "https"
    never: tuple[str, ...] = ()
    """Patterns of paths that lead to no article."""
    keep_params: tuple[str, ...] = ()
    """Query parameters that identify an article; others are tracking or presentation."""
    same_host: tuple[tuple[str, str], ...] = ()
    """Hosts that mirror another one: (mirror, main)."""
    same_path: tuple[tuple[str, str], ...] = ()
    """Path twins: (pattern, what takes its place), for forms of one page that differ in their path."""
    trailing_slash: bool | None = None
    """True and False make article addresses end so; None leaves them as they are linked."""

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the portal's dates are meant."""
        return ZoneInfo(self.timezone)

    def at(self, host: str) -> Portal:
        """Return this portal for one host alone, by whose name it goes: for hosts that no file declares."""
        return replace(self, name=host.removeprefix("www."), hosts=(host,))

    def check(self) -> None:
        """Raise PortalError, naming file and field, if the declaration contradicts itself."""
        for name, verify in _CHECKS.items():
            try:
                verify(self)
            except (ValueError, TypeError, AttributeError, SelectorError, re.error, ZoneInfoNotFoundError) as error:
                raise PortalError(f"kznews/spiders/{self.name}.py: {name}: {error}") from error


def portal_from(cls: type) -> Portal:
    """Return the checked Portal that a spider class's class-level values declare; raises PortalError."""
    values: dict[str, Any] = {entry.name: getattr(cls, entry.name) for entry in fields(Portal) if hasattr(cls, entry.name)}
    for name in _unknown(cls):
        near = difflib.get_close_matches(name, [entry.name for entry in fields(Portal)], n=1)
        hint = f"did you mean {near[0]}?" if near else "docs/add-a-portal.md has them all; a name of your own begins with _"
        raise PortalError(f"kznews/spiders/{values.get('name', '?')}.py: {cls.__name__}.{name}: no such value; {hint}")
    try:
        portal = Portal(**values)
    except TypeError as error:
        missing = str(error).split(": ", 1)[-1]
        raise PortalError(f"kznews/spiders/{values.get('name', '?')}.py: {missing}: a value is missing") from error
    portal.check()
    return portal


def _unknown(cls: type) -> list[str]:
    """Return the values of a class that neither a portal nor its own base classes know; methods and private names are its own."""
    known = {entry.name for entry in fields(Portal)}.union(*map(dir, cls.__bases__))
    return [name for name, value in vars(cls).items() if name not in known and name[0] != "_" and not hasattr(value, "__get__")]


def _check_hosts(portal: Portal) -> None:
    bad = [host for host in portal.hosts if not re.fullmatch(r"[a-z0-9.-]+\.[a-z0-9-]+", host)]
    if bad or not portal.hosts:
        raise ValueError(f"not lower-case host names: {bad or 'none given'}")
    if len(set(portal.hosts)) != len(portal.hosts):
        raise ValueError("a host is named twice")


def _check_ports(portal: Portal) -> None:
    if bad := [port for port in portal.ports if not 0 < port < 2**16 or port in (80, 443)]:
        raise ValueError(f"not further port numbers: {bad}")


def _check_unverified_tls(portal: Portal) -> None:
    for host, until in portal.unverified_tls:
        if host not in portal.hosts:
            raise ValueError(f"not declared in hosts: {host}")
        if not isinstance(until, date):
            raise TypeError(f"{host}: no last day")


def _check_articles(portal: Portal) -> None:
    for pattern in portal.articles:
        if "id" not in re.compile(pattern).groupindex:
            raise ValueError(f"no group named id in {pattern!r}")


def _check_evidence(portal: Portal) -> None:
    for said in portal.evidence:
        if not _EVIDENCE.fullmatch(said):
            raise ValueError(f"{said!r} is not a kind ({', '.join(EVIDENCE)}) and a year, years or undated")
    kinds = [EVIDENCE.index(said.split()[0]) for said in portal.evidence]
    if kinds != sorted(kinds):
        raise ValueError(f"not the best first: {', '.join(EVIDENCE)}")


def _check_examples(portal: Portal) -> None:
    for url in portal.example_urls:
        known = canonical(url, portal)
        if known is None:
            raise ValueError(f"{url} is not on a declared host")
        if article_id(known, portal) is None:
            raise ValueError(f"no article pattern matches {url}, or one of `never` does")


def _check_sources(portal: Portal) -> None:
    for source in portal.sources:
        found = re.match(r"https?://([^/?#:]+)(?::(\d+))?(?:[/?#]|$)", source.url)
        if not found or found[1] not in portal.hosts or (found[2] and int(found[2]) not in portal.ports):
            raise ValueError(f"{source.url} is not on a declared host")
        check_source(source)


def _check_same_host(portal: Portal) -> None:
    for pair in portal.same_host:
        if unknown := [host for host in pair if host not in portal.hosts]:
            raise ValueError(f"not declared in hosts: {', '.join(unknown)}")
    mirrors = {mirror for mirror, _ in portal.same_host}
    if chained := [main for _, main in portal.same_host if main in mirrors]:
        raise ValueError(f"a mirror of another host: {', '.join(chained)}")


def _check_same_path(portal: Portal) -> None:
    for pattern, twin in portal.same_path:
        re.compile(pattern).sub(twin, "/")


def _check_tuples(portal: Portal) -> None:
    """Refuse a value where a tuple belongs: its missing comma is the commonest slip of all."""
    for entry in fields(portal):
        if str(entry.type).startswith("tuple") and not isinstance(getattr(portal, entry.name), tuple):
            raise ValueError(f"{entry.name} is not a tuple; one value needs a comma after it")


def _check_layouts(portal: Portal) -> None:
    if len({layout.name for layout in portal.layouts}) != len(portal.layouts):
        raise ValueError("a layout name is used twice")
    for layout in portal.layouts:
        for name, selector in {"marker": layout.marker, **layout.selectors}.items():
            try:
                compiled(selector)
            except SelectorError as error:
                raise ValueError(f"layout {layout.name}: {name}={selector!r}: {error}") from error
    dated = [layout.until for layout in portal.layouts if layout.until]
    if any(newer < older for newer, older in pairwise(dated)):
        raise ValueError("layouts are not newest first")


_CHECKS: dict[str, Callable[[Portal], object]] = {
    "a list of values": _check_tuples,
    "hosts": _check_hosts,
    "ports": _check_ports,
    "unverified_tls": _check_unverified_tls,
    "articles": _check_articles,
    "evidence": _check_evidence,
    "example_urls": _check_examples,
    "sources": _check_sources,
    "layouts": _check_layouts,
    "same_host": _check_same_host,
    "same_path": _check_same_path,
    "never": lambda portal: [re.compile(pattern) for pattern in portal.never],
    "timezone": lambda portal: portal.zone,
}

"""The kinds of source: where the addresses of a portal's articles are found (docs/sources.md). Data only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeGuard


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An HTML page with links to articles: a home page, a section, "all news".

    `pages` is appended to `url` for the second and later pages, with {n} for the number ("?page={n}"); pagers drawn by
    scripts leave no link in the page, so pages are counted.
    """

    url: str
    pages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """An HTML page whose links lead to sections, each of which is a Listing of its own: the root of a section tree.

    `section` is a pattern of their paths; `pages` as in Listing, appended to the address of each section. Sections below
    sections are found where a section's page links to them.
    """

    url: str
    section: str
    pages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An RSS (0.9 to 2.0, RDF) or Atom feed."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """A sitemap or an index of sitemaps, gzipped or not.

    `news`: a news sitemap, which holds the last two days: every run reads it. The others hold a whole archive and are read by
    back-fills alone.
    """

    url: str
    news: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonApi:
    """A JSON answer that names articles: every value under `key`, at any depth, is an address.

    `address` makes the address where an answer holds only its parts: "https://example.kz/article/{id}-{slug}" from the values
    beside `key`, which then need not be an address. `replace` turns an address into the one to be fetched (old part, new
    part). `published`, `modified` and `title` are the keys beside it that hold those. `pages` as in Listing.
    """

    url: str
    key: str
    headers: tuple[tuple[str, str], ...] = ()
    replace: tuple[str, str] = ("", "")
    pages: str = ""
    address: str = ""
    published: str = ""
    modified: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An HTML page for each day, at an address with {yyyy}, {mm} and {dd} (or {m} and {d} without a leading zero).

    The days are those of the portal's zone. Read by back-fills alone. `pages` as in Listing, appended to a day's address.
    """

    url: str
    pages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """An XML answer with a bank's official exchange rates (kznews/extract/sources/official.py): figures, no addresses.

    With the places of a day in its address, as in Archive, it is asked day by day, by back-fills alone.
    """

    url: str


Source = Listing | Sections | Feed | Sitemap | JsonApi | Archive | Rates
HTML_SOURCES = (Listing, Sections, Archive)
"""Those whose pages are read as HTML, for their links."""


def is_archive(source: Source) -> bool:
    """Return whether a source holds a portal's past rather than its news: back-fills read it, daily runs do not."""
    return is_dated(source) or (isinstance(source, Sitemap) and not source.news)


def is_dated(source: Source) -> TypeGuard[Archive | Rates]:
    """Return whether a source has an address for each day."""
    return isinstance(source, Archive) or (isinstance(source, Rates) and "{" in source.url)


def check_source(source: Source) -> None:
    """Raise ValueError, in one line, for a source that contradicts itself."""
    pages = getattr(source, "pages", "")
    if pages and (rest := re.findall(r"\{[^}]*\}?", pages)) != ["{n}"]:
        raise ValueError(f"pages must hold {{n}} and no other braces: {pages!r} has {rest}")
    if isinstance(source, JsonApi):
        _check_api(source)
    if isinstance(source, Sections):
        re.compile(source.section)
    if is_dated(source) and not _DAY.search(source.url):
        raise ValueError(f"{source.url}: an archive without the places of year, month and day")
    allowed = r"\{(?:yyyy|mm?|dd?)\}" if is_dated(source) else r"(?!)"
    if re.search(r"[{}]", re.sub(allowed, "", source.url)):
        raise ValueError(f"{source.url}: braces that stand for nothing")


_DAY = re.compile(r"^(?=.*\{yyyy\})(?=.*\{mm?\})(?=.*\{dd?\})")


def _check_api(source: JsonApi) -> None:
    if not source.key:
        raise ValueError(f"{source.url}: an API without the key of its addresses")
    if re.search(r"[{}]", re.sub(r"\{\w+\}", "", source.address)):
        raise ValueError(f"{source.url}: address must hold names in braces: {source.address!r}")

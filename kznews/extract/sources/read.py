"""Source pages: which articles and further sources each kind gives; the addresses of a source's further pages and days."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract.document import absolute
from kznews.extract.links import address_of, article_id, canonical, links_of
from kznews.extract.sources.apis import read_api
from kznews.extract.sources.feeds import read_feed
from kznews.extract.sources.found import Child, Found, Harvest, each_once
from kznews.extract.sources.official import read_official
from kznews.extract.sources.sitemaps import read_sitemap
from kznews.outcomes import Reason, Refused
from kznews.sourcekinds import HTML_SOURCES, Archive, Feed, JsonApi, Listing, Rates, Sections, Sitemap, is_dated

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kznews.extract.document import Document
    from kznews.portal import Portal
    from kznews.sourcekinds import Source

MAX_SECTIONS = 100
"""Sections of one tree; the largest menu at hand has 32."""
MAX_LINKS = 1_000
"""Articles that one HTML page may link to; the largest home page at hand links to about 200."""
MAX_FEEDS = 5
"""Feeds that one page may announce: articles, comments, a section's."""
SHOWN = 200
"""Characters of an address that is not taken."""
_NUMBER = "987654321"
_FEED_TYPES = re.compile(r"(?i)^application/(?:rss|atom|rdf)\+xml\b")
_SITEMAP_LINE = re.compile(r"(?im)^[ \t]*sitemap[ \t]*:[ \t]*(\S+)")


def read_source(body: bytes, source: Source, portal: Portal, *, url: str = "") -> Harvest:
    """Return the articles (canonical addresses) and further sources that a feed, a sitemap or an API answer names, or its rates.

    `url` is where the answer came from (default: the source's own). Raises Refused(BAD_SOURCE), with one line, for what
    cannot be read as what it should be; for sources that are HTML see read_listing.
    """
    if isinstance(source, Rates):
        return read_official(body)
    if isinstance(source, Feed):
        raw = read_feed(body, url or source.url, portal.timezone)
    elif isinstance(source, Sitemap):
        raw = read_sitemap(body, source, portal.timezone)
    elif isinstance(source, JsonApi):
        raw = read_api(body, source, portal.timezone)
    else:
        raise TypeError(f"{type(source).__name__} is read from a document")
    return _own(raw, source, portal)


def read_listing(document: Document, portal: Portal, source: Source | None = None) -> Harvest:
    """Return the articles that an HTML page links to; of the root of a section tree, its sections as well.

    Raises Refused as Document does.
    """
    tree = isinstance(source, Sections)
    links, rejected = links_of(document, portal)
    articles = [link for link in links if article_id(link, portal)]
    everywhere = links_of(document, portal, menus=True)[0] if tree else ()
    pages = getattr(source, "pages", "")
    first = dict.fromkeys(_without_pages(link, pages) for link in everywhere)
    sections = [link for link in first if isinstance(source, Sections) and _is_section(link, source, portal)]
    children = tuple(Child(Listing(url=link, pages=pages)) for link in sections[:MAX_SECTIONS])
    notes = [f"only the first {MAX_SECTIONS} sections are read"] if len(sections) > MAX_SECTIONS else []
    notes += [f"only the first {MAX_LINKS} articles were taken"] if len(articles) > MAX_LINKS else []
    found = tuple(Found(link) for link in articles[:MAX_LINKS])
    return Harvest(found, children, tuple((reason, address[:SHOWN]) for reason, address in rejected), tuple(notes))


def is_html(source: Source | None) -> bool:
    """Return whether a source's pages are read with read_listing."""
    return isinstance(source, HTML_SOURCES)


def next_page(source: Source, number: int) -> str | None:
    """Return the address of a source's page `number` (2 and up), or None if it has one page only."""
    pages = "" if isinstance(source, Sections | Archive) else getattr(source, "pages", "")
    return source.url + pages.format(n=number) if pages else None


def page_number(url: str, source: Source, portal: Portal) -> int:
    """Return which page of a source an address is: 2 and up as `next_page` counts, 1 for any other."""
    known = canonical(url, portal)
    page = _further(source, portal).fullmatch(known) if known else None
    return int(page[1]) if page and page.groups() else 1


def listing_of(archive: Archive | Rates, day: date) -> Listing | Rates:
    """Return the listing of one day, in the portal's zone, of an archive; the rates of one day."""
    parts = {"yyyy": f"{day.year:04}", "mm": f"{day.month:02}", "dd": f"{day.day:02}", "m": str(day.month), "d": str(day.day)}
    url = archive.url.format(**parts)
    return Rates(url=url) if isinstance(archive, Rates) else Listing(url=url, pages=archive.pages)


def source_at(url: str, portal: Portal) -> Source | None:
    """Return the portal's source that an address belongs to (its first, a further or a chosen page), or None.

    A section of a tree and a day of an archive are listings; a child of a sitemap is a sitemap.
    """
    known = canonical(url, portal)
    if known is None:
        return None
    for source in portal.sources:
        first = canonical(source.url, portal)
        if known == first or (first and _further(source, portal).fullmatch(known)):
            return source
    if article_id(known, portal):
        return None
    return next((found for source in portal.sources if (found := _descendant(known, source, portal))), None)


def feeds_of(document: Document, portal: Portal) -> tuple[Feed, ...]:
    """Return the feeds on the portal's hosts that a page announces in its head (`link rel=alternate`)."""
    known = dict.fromkeys(found for address in announced_feeds(document) if (found := canonical(address, portal)))
    return tuple(Feed(url=address) for address in list(known)[:MAX_FEEDS])


def announced_feeds(document: Document) -> list[str]:
    """Return the absolute addresses of the feeds that a page announces in its head, on whatever host. Never raises."""
    hrefs = [
        element.get("href") or ""
        for element in document.index.select("link[rel~=alternate][href]")
        if _FEED_TYPES.match((element.get("type") or "").strip())
    ]
    return [address for href in hrefs if (address := absolute(document.base_url, href))]


def sitemaps_of(robots: bytes, portal: Portal) -> tuple[Sitemap, ...]:
    """Return the sitemaps on the portal's hosts that a robots.txt names, in order, each once."""
    named = _SITEMAP_LINE.findall(robots.decode("utf-8", "replace"))
    return tuple(Sitemap(url=address) for address in dict.fromkeys(_canonical_of(named, portal)))


def _canonical_of(addresses: Iterable[str], portal: Portal) -> list[str]:
    return [known for address in addresses if (known := canonical(address, portal))]


def _own(raw: Harvest, source: Source, portal: Portal) -> Harvest:
    """Return what of a harvest is the portal's, in canonical form, and what is not, with its reason."""
    main = urlsplit(canonical(source.url, portal) or source.url).hostname if isinstance(source, Sitemap) else None
    rejected: list[tuple[Reason, str]] = []

    def own(address: str) -> str | None:
        try:
            known = address_of(address, portal)
        except Refused as refused:
            rejected.append((refused.reason, address[:SHOWN]))
            return None
        if main and urlsplit(known).hostname != main:  # the sitemap protocol: a sitemap speaks for its own host
            rejected.append((Reason.OFF_SITE, address[:SHOWN]))
            return None
        return known

    known = [(item, own(item.url)) for item in raw.found]
    children = [(child, own(child.source.url)) for child in raw.children]
    return Harvest(
        found=each_once([replace(item, url=url) for item, url in known if url and article_id(url, portal)]),
        children=tuple(replace(child, source=replace(child.source, url=url)) for child, url in children if url),
        rejected=tuple(rejected),
        notes=raw.notes,
    )


def _is_section(link: str, source: Sections, portal: Portal) -> bool:
    parts = urlsplit(link)
    if parts.query or link == source.url or not re.search(source.section, parts.path):
        return False
    return article_id(link, portal) is None


def _further(source: Source, portal: Portal) -> re.Pattern[str]:
    marked = canonical(next_page(source, int(_NUMBER)) or source.url, portal) or source.url
    return re.compile(re.escape(marked).replace(_NUMBER, r"(\d+)"))


def _descendant(known: str, source: Source, portal: Portal) -> Source | None:
    """Return what a source becomes at an address that is no article's and that it leads to, or None."""
    if isinstance(source, Sections):
        first = _without_pages(known, source.pages)
        return Listing(url=first, pages=source.pages) if _is_section(first, source, portal) else None
    if isinstance(source, Archive):
        first = _without_pages(known, source.pages)
        return Listing(url=first, pages=source.pages) if _is_day(first, source, portal) else None
    if isinstance(source, Rates):
        return Rates(url=known) if is_dated(source) and _is_day(known, source, portal) else None
    first_of = canonical(source.url, portal) or source.url
    if isinstance(source, Sitemap):
        child = re.search(r"\.xml(?:\.gz)?$|/sitemap[^/]*$", urlsplit(known).path) and _place(known)[0] == _place(first_of)[0]
        return replace(source, url=known) if child else None
    if isinstance(source, Feed | JsonApi):
        return source if _place(first_of) == _place(known) else None
    return None


def _is_day(url: str, source: Archive | Rates, portal: Portal) -> bool:
    template, parts = urlsplit(source.url), urlsplit(url)
    host = dict(portal.same_host).get(template.netloc, template.netloc)
    query = "&".join(sorted(template.query.split("&"), key=lambda pair: pair.partition("=")[0]))  # as `canonical` has it
    pattern = re.escape(template.path.rstrip("/") + (f"?{query}" if query else ""))
    for name, digits in (("yyyy", 4), ("mm", 2), ("dd", 2), ("m", "1,2"), ("d", "1,2")):
        pattern = pattern.replace(re.escape(f"{{{name}}}"), rf"\d{{{digits}}}")
    target = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return host == parts.netloc and re.fullmatch(pattern, target) is not None


def _without_pages(known: str, pages: str) -> str:
    suffix = re.escape(pages).replace(re.escape("{n}"), r"\d+")
    return re.sub(f"{suffix}$", "", known) if pages else known


def _place(url: str) -> tuple[str, str]:
    """Return host and path: addresses that differ in their parameters alone are choices from one feed or API."""
    parts = urlsplit(url)
    return parts.netloc, parts.path

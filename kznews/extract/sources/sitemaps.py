"""Sitemaps, indexes of sitemaps and news sitemaps (sitemaps.org, Google's news extension), read as a stream."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from kznews.extract.document import absolute
from kznews.extract.sources.feeds import ENTRIES, entries_of, is_feed, moment_of, without_escapes
from kznews.extract.sources.found import Child, Found, Harvest, each_once
from kznews.extract.sources.xmlstream import local_name, namespace_of, read_xml, text_of
from kznews.kazakh.text import one_line
from kznews.outcomes import Reason, Refused
from kznews.sourcekinds import Sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from lxml.etree import _Element as Element

MAX_URLS = 50_000
"""Addresses in one sitemap (sitemaps.org)."""
MAX_CHILDREN = 500
"""Sitemaps in one index (reliability rule P6): 25 million articles, a hundred times the largest portal."""
MAX_LEVEL = 2
"""An index of indexes is followed this far (P6); the protocol knows one level."""
RETIRED_AFTER = timedelta(days=180)
"""A child that has not changed for so long and was read before is passed over (Common Crawl's rule; P6)."""
SAME_STAMP = 10
"""So many addresses with one and the same lastmod were stamped when the file was made (adyrna.kz says "today" of all)."""

_NAMESPACES: Final = ("", "sitemaps.org/schemas/sitemap/0.9", "google.com/schemas/sitemap/0.84", "google.com/schemas/sitemap/0.9")


def read_sitemap(body: bytes, source: Sitemap, zone: str) -> Harvest:
    """Return the addresses of a sitemap, or the children of an index; raises Refused(BAD_SOURCE).

    A feed in place of a sitemap is read as one: the protocol allows it. Addresses on other hosts than the sitemap's are the
    caller's to refuse. Dates that name no zone are in `zone`.
    """
    return read_xml(body, "a sitemap", _ENTRIES | ENTRIES, lambda elements: _harvest(next(elements), elements, source, zone))


def passed_over(modified: datetime | None, read_at: datetime | None, now: datetime) -> bool:
    """Return whether a child sitemap needs no look: it was read, has not changed since, and not for RETIRED_AFTER."""
    return read_at is not None and modified is not None and modified <= read_at and now - modified > RETIRED_AFTER


def _harvest(root: Element, elements: Iterator[Element], source: Sitemap, zone: str) -> Harvest:
    if is_feed(root):
        return entries_of(root, elements, source.url, zone)
    name = local_name(root)
    namespace = namespace_of(root).removeprefix("http://").removeprefix("https://").removeprefix("www.").rstrip("/")
    if name not in ("urlset", "sitemapindex") or namespace not in _NAMESPACES:
        raise Refused(Reason.BAD_SOURCE, f"not a sitemap: its root is <{root.tag}>"[:200])
    return _index(elements, source, zone) if name == "sitemapindex" else _addresses(elements, source, zone)


def _index(elements: Iterator[Element], source: Sitemap, zone: str) -> Harvest:
    children: dict[str, Child] = {}
    notes: tuple[str, ...] = ()
    for entry in _entries(elements, "sitemap", source.url):
        if entry["loc"] == source.url:
            continue
        if len(children) == MAX_CHILDREN and entry["loc"] not in children:
            notes = (f"only the first {MAX_CHILDREN} sitemaps are read",)
            continue
        child = Sitemap(url=entry["loc"], news=source.news)
        children.setdefault(child.url, Child(child, moment_of(entry.get("lastmod", ""), zone)))
    return Harvest(children=tuple(children.values()), notes=notes)


def _addresses(elements: Iterator[Element], source: Sitemap, zone: str) -> Harvest:
    found: list[Found] = []
    stamps: set[str] = set()
    notes: tuple[str, ...] = ()
    for entry in _entries(elements, "url", source.url):
        if len(found) == MAX_URLS:
            notes = (f"only the first {MAX_URLS} addresses were read",)
            continue
        stamps.add(entry.get("lastmod", ""))
        said = {field: moment_of(entry.get(name, ""), zone) for field, name in _DATES.items()}
        title = one_line(entry.get("title", ""))[:500]
        found.append(Found(entry["loc"], said["modified"], said["published"], title, "sitemap"))
    if len(found) >= SAME_STAMP and len(stamps) == 1:
        found = [Found(item.url, None, item.published, item.title, item.basis) for item in found]
    return Harvest(each_once(found), notes=notes)


_ENTRIES = frozenset(("url", "sitemap"))
_DATES = {"modified": "lastmod", "published": "publication_date"}
_FIELDS = frozenset(("loc", "lastmod", "publication_date", "title"))


def _entries(elements: Iterator[Element], wanted: str, base: str) -> Iterator[dict[str, str]]:
    """Yield the texts of each `wanted` element by name, with its address resolved against `base`; others are passed over.

    Of several elements of one name the first counts: images have a `loc` and a title of their own, further down.
    """
    for element in elements:
        if local_name(element) != wanted:
            continue
        said = _texts(element)
        if address := absolute(base, without_escapes(said.get("loc", ""))) if said.get("loc") else None:
            yield {**said, "loc": address}


def _texts(element: Element) -> dict[str, str]:
    said: dict[str, str] = {}
    for child in element.iter():
        above = child.getparent()
        if local_name(child) in _FIELDS and above is not None and (above is element or local_name(above) == "news"):
            said.setdefault(local_name(child), text_of(child))
    return said

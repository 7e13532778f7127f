"""RSS (0.9 to 2.0, RDF) and Atom (0.3, 1.0): the addresses of their entries, with dates and titles."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING, Final

from kznews.extract.document import absolute
from kznews.extract.sources.found import Found, Harvest, each_once
from kznews.extract.sources.xmlstream import local_name, namespace_of, read_xml, text_of
from kznews.kazakh.dates import DateReading, read_date
from kznews.kazakh.text import one_line
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

MAX_ENTRIES = 5_000
"""Real feeds hold 10 to 200 entries."""

ROOTS: Final = {
    "rss": ("",),
    "RDF": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#",),
    "feed": ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", ""),
}
"""Root elements of feeds, with their namespaces (RSS 2.0 has none; Atom without one is a frequent slip)."""
ENTRIES: Final = frozenset(("item", "entry"))
_PUBLISHED = ("pubDate", "published", "issued", "date")
_MODIFIED = ("updated", "modified", "atom:updated")
_AMP = re.compile(r"&(?:amp|#0*38|#x0*26);")
_TAG = re.compile(r"<[^<>]*>")
# RFC 822 lets seconds away and has three names for one zone.
_NO_SECONDS = re.compile(r"(?<=\s)(\d\d:\d\d)(?=\s+(?:[+-]\d{4}|GMT|UTC?|Z)$)")
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)", re.ASCII)
_ZULU = re.compile(r"\s+(?:UTC?|Z)$")


def read_feed(body: bytes, url: str, zone: str) -> Harvest:
    """Return the entries of a feed at `url`, in order; dates that name no zone are in `zone`. Raises Refused(BAD_SOURCE)."""
    return read_xml(body, "a feed", ENTRIES, lambda elements: entries_of(next(elements), elements, url, zone))


def is_feed(root: Element) -> bool:
    """Return whether a root element is a feed's."""
    return namespace_of(root) in ROOTS.get(local_name(root), ())


def entries_of(root: Element, elements: Iterator[Element], url: str, zone: str) -> Harvest:
    """Return what the entries under `root` give; `elements` are the ENTRIES that follow it."""
    if not is_feed(root):
        raise Refused(Reason.BAD_SOURCE, f"not a feed: its root is <{root.tag}>"[:200])
    found: list[Found] = []
    notes: tuple[str, ...] = ()
    for element in elements:
        if len(found) == MAX_ENTRIES:
            notes = (f"only the first {MAX_ENTRIES} entries were read",)
        elif len(found) < MAX_ENTRIES and (entry := _entry(element, url, zone)):
            found.append(entry)
    return Harvest(each_once(found), notes=notes)


def _entry(element: Element, url: str, zone: str) -> Found | None:
    address = _address(element)
    resolved = absolute(absolute(url, element.base or "") or url, address) if address else None
    if not resolved:
        return None
    title = next((text_of(child) for child in element if local_name(child) == "title"), "")
    return Found(
        url=resolved,
        modified=_date(element, _MODIFIED, zone),
        published=_date(element, _PUBLISHED, zone),
        title=one_line(unescape(_TAG.sub(" ", unescape(title))))[:500],
        basis="feed",
    )


def _address(element: Element) -> str:
    """Return the address of an entry's page: FeedBurner's note of the original, its link, or the guid that is one."""
    said = {name: [child for child in element if local_name(child) == name] for name in ("origLink", "link", "guid", "id")}
    texts = [text_of(child) for child in (*said["origLink"], *said["link"])]
    links = [
        (child.get("href") or "").strip()
        for child in sorted(said["link"], key=lambda child: child.get("type", "text/html") != "text/html")
        if child.get("rel", "alternate") == "alternate"
    ]
    ids = [text_of(child) for child in said["guid"] if child.get("isPermaLink", "true").strip().lower() != "false"]
    ids += [text_of(child) for child in said["id"]]
    about = [str(value) for name, value in element.attrib.items() if str(name).endswith("}about")]
    candidates = [*texts, *links, *(text for text in (*ids, *about) if text.startswith(("http://", "https://")))]
    return without_escapes(next(filter(None, candidates), ""))


def without_escapes(address: str) -> str:
    """Return an address whose ampersands were escaped once too often as it is meant."""
    return _AMP.sub("&", _AMP.sub("&", address))


def _date(element: Element, names: tuple[str, ...], zone: str) -> datetime | None:
    for name in names:
        for child in element:
            if local_name(child) == name and (moment := moment_of(text_of(child), zone)):
                return moment
    return None


def moment_of(said: str, zone: str) -> datetime | None:
    """Return the moment that a source states, aware (in `zone` if it names none), or None where it states no day."""
    said = said[:64].strip()
    if not said:
        return None
    if _ISO.fullmatch(said):  # what sitemaps hold 50,000 of
        with suppress(ValueError):
            return datetime.fromisoformat(said)
    reading = read_date(_ZULU.sub(" GMT", _NO_SECONDS.sub(r"\1:00", said)), zone=zone)
    return reading.value if isinstance(reading, DateReading) and reading.has_date and reading.has_year else None

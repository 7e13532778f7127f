"""Source pages that are not HTML: feeds and JSON answers; and the further pages of a listing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from lxml import etree

from kznews.extract.links import canonical
from kznews.outcomes import Reason, Refused
from kznews.portal import Feed, JsonApi, Listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.portal import Portal, Source

MAX_DEPTH = 32
"""A JSON answer nested deeper than this is no list of articles."""


def addresses_of(body: bytes, source: Source) -> tuple[str, ...]:
    """Return the addresses that a feed or a JSON answer names, each once, in order; raises Refused(BAD_SOURCE)."""
    found = _feed(body) if isinstance(source, Feed) else _api(body, source) if isinstance(source, JsonApi) else iter(())
    return tuple(dict.fromkeys(found))


def next_page(source: Source, number: int) -> str | None:
    """Return the address of a source's page `number` (2 and up), or None if it has one page only."""
    pages = getattr(source, "pages", "")
    return source.url + pages.format(n=number) if pages else None


def source_at(url: str, portal: Portal) -> Source | None:
    """Return the portal's source that an address belongs to (its first, a further or a chosen page), or None."""
    known = canonical(url, portal)
    for source in portal.sources:
        first = canonical(source.url, portal)
        if known == first or (known and first and _further(source, portal).fullmatch(known)):
            return source
    feeds = (source for source in portal.sources if known and not isinstance(source, Listing))
    return next((source for source in feeds if _place(canonical(source.url, portal)) == _place(known)), None)


def _place(url: str | None) -> tuple[str, str]:
    """Return host and path: addresses that differ in their parameters alone are choices from one feed or API."""
    parts = urlsplit(url or "")
    return parts.netloc, parts.path


def _further(source: Source, portal: Portal) -> re.Pattern[str]:
    marked = canonical(next_page(source, 987654321) or source.url, portal) or source.url
    return re.compile(re.escape(marked).replace("987654321", r"\d+"))


def _feed(body: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.BAD_SOURCE, f"not a feed: {error}") from error
    if not isinstance(root.tag, str) or etree.QName(root).localname not in ("rss", "feed", "RDF"):
        raise Refused(Reason.BAD_SOURCE, f"not a feed: its root is <{root.tag}>")
    for entry in root.iter("{*}item", "{*}entry", "item", "entry"):
        for link in entry.iter("{*}link", "link"):
            address = (link.get("href") or link.text or "").strip()
            if address and link.get("rel", "alternate") == "alternate":
                yield address
                break


def _api(body: bytes, source: JsonApi) -> Iterator[str]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.BAD_SOURCE, f"not JSON: {error}") from error
    old, new = source.replace
    for value in _under(answer, source.key, 0):
        yield value.replace(old, new, 1) if old else value


def _under(node: Any, key: str, depth: int) -> Iterator[str]:
    if depth > MAX_DEPTH:
        raise Refused(Reason.BAD_SOURCE, "nested too deeply")
    if isinstance(node, Mapping):
        for name, value in node.items():
            if name == key and isinstance(value, str):
                yield value
            else:
                yield from _under(value, key, depth + 1)
    elif isinstance(node, list):
        for value in node:
            yield from _under(value, key, depth + 1)

"""The first draft of a portal file, from a home page or a listing: what can be read off it, what its author must look at."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from w3lib.url import safe_url_string

from kznews.extract.document import absolute
from kznews.extract.selecting import whole_text
from kznews.extract.sources.guessing import MIN_HEADLINE
from kznews.extract.sources.read import MAX_FEEDS, announced_feeds
from kznews.kazakh.text import one_line
from kznews.quality.shapes import pattern, shape_of

if TYPE_CHECKING:
    from kznews.extract.document import Document
    from kznews.quality.shapes import Shape

EXAMPLES = 4
"""Articles that are fetched for a draft: as many as a portal has cases at least."""
SHOWN = 3
"""Addresses that a doubt names."""
_MARKS = {
    "Qar": r"/api/query/|post-atribute|article-view",
    "WordPress": r"wp-content/|name=\"generator\" content=\"WordPress",
    "Joomla": r"/media/jui/|name=\"generator\" content=\"Joomla|itemListLeading",
    "DLE": r"engine/classes|dle_root|name=\"generator\" content=\"DataLife",
    "Bitrix": r"/bitrix/(?:js|templates|cache)",
    "Next.js": r"__NEXT_DATA__|/_next/static",
    "Nuxt": r"__NUXT__|/_nuxt/",
}
"""What tells an engine by its markup (portals.md sections 1 to 21)."""


@dataclass
class Draft:
    """What a home page or a listing says of its portal."""

    name: str
    host: str
    scheme: str
    title: str
    listing: str
    """The address of the page, as it was asked for, on the host and in the scheme where it was found."""
    ports: tuple[int, ...]
    """The page's port, unless it is the usual one."""
    year: int
    """In which its pages were fetched."""
    feeds: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    """A pattern of the page's own path, where it looks like an article's."""
    examples: tuple[str, ...] = ()
    engine: str = ""
    doubts: list[str] = field(default_factory=list)
    """One line for each thing that its author has to look at."""

    @property
    def class_name(self) -> str:
        """The spider's class: the portal's name in capitals ("almaty_tv" is AlmatyTv)."""
        return "".join(part.capitalize() for part in self.name.split("_"))


def ports_of(url: str) -> tuple[int, ...]:
    """Return the port that an address names, as a portal declares it: none where it is that of http or https.

    Raises ValueError for what is no port.
    """
    port = urlsplit(url).port
    return () if port in (None, 80, 443) else (port,)


def hosts_of(host: str) -> tuple[str, ...]:
    """Return the hosts of a portal that is found at one, without "www.": it and its mirror; an address of IP has none."""
    return (host,) if re.fullmatch(r"[\d.]+", host) else (host, f"www.{host}")


def same_hosts(host: str) -> tuple[tuple[str, str], ...]:
    """Return which hosts mirror another one, of a portal that is found at `host`: (mirror, main)."""
    return tuple((mirror, host) for mirror in hosts_of(host)[1:])


def draft(name: str, document: Document, year: int, *, asked: str = "") -> Draft:
    """Return the draft of portal `name` from its home page or a listing, which was fetched in `year`.

    `asked` is the address that was asked for, where it may have led to another one.
    """
    parts = urlsplit(document.url)
    host = (parts.hostname or "").removeprefix("www.")
    ports = ports_of(document.url)
    path = urlsplit(safe_url_string(asked or document.url))
    listing = path._replace(scheme=parts.scheme, netloc=":".join((host, *map(str, ports))), path=path.path or "/", fragment="")
    found = Draft(name, host, parts.scheme, _title(document) or host, listing.geturl(), ports, year)
    found.feeds = tuple(dict.fromkeys(feed for feed in announced_feeds(document) if _is_on(feed, host)))[:MAX_FEEDS]
    markup = document.decoded.text
    found.engine = next((engine for engine, mark in _MARKS.items() if re.search(mark, markup)), "")
    shapes = _shapes(document, host)
    for shape, paths in sorted(shapes.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:1]:
        found.patterns = (pattern(shape, tuple(urlsplit(url).path for url in paths)),)
        found.examples = tuple(url for url in paths if urlsplit(url).path != listing.path)[:EXAMPLES]
        if re.search(found.patterns[0], own := unquote(listing.path)):
            found.never = ("^" + re.sub(r'[\s"]', ".", re.escape(own)) + "$",)
    if others := [url for urls in shapes.values() for url in urls if not _is_taken(url, found)]:
        few = ", ".join(others[:SHOWN]) + (" ..." if len(others) > SHOWN else "")
        found.doubts.append(f"links with a headline but of another form are left out ({len(others)}); widen `articles`? {few}")
    if not found.patterns:
        found.doubts.append("no address on the page looks like an article's: write `articles` by hand")
    elif r"\d" not in found.patterns[0]:
        found.doubts.append("the addresses carry no number: their last part is taken for the id")
    if not found.feeds:
        found.doubts.append("the page names no feed")
    return found


def _is_taken(url: str, found: Draft) -> bool:
    path = urlsplit(url).path
    return any(re.search(one, unquote(path)) or re.search(one, path) for one in found.patterns)


def _shapes(document: Document, host: str) -> dict[Shape, list[str]]:
    """Return the addresses that headlines link to, by shape."""
    found: dict[Shape, dict[str, None]] = defaultdict(dict)
    for element in document.tree.iter("a"):
        said = one_line(whole_text(element))
        address = absolute(document.base_url, element.get("href") or "") or ""
        if len(said) < MIN_HEADLINE or not _is_on(address, host) or urlsplit(address).query:
            continue
        shape = shape_of(urlsplit(address).path)
        if any(kind != "word" for kind in shape):
            found[shape].setdefault(address.partition("#")[0])
    return {shape: list(urls) for shape, urls in found.items()}


def _is_on(address: str, host: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and (parts.hostname or "").removeprefix("www.") == host
    except ValueError:
        return False


def _title(document: Document) -> str:
    return document.meta.get("og:site_name") or re.split(r"\s+[|—–-]\s+", document.head_title)[0].strip()

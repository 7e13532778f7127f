"""The first draft of a portal file, from a home page or a listing: what can be read off it, what its author must look at."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from w3lib.url import safe_url_string

from kznews.extract.document import absolute
from kznews.extract.selecting import whole_text
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kznews.extract.document import Document

LEAST_TEXT = 20
"""Letters of a headline; a menu's words are shorter."""
EXAMPLES = 4
"""Articles that are fetched for a draft: as many as a portal has cases at least."""
SHOWN = 3
"""Addresses that a doubt names."""
MOST_WORDS = 4
"""Sections by name in a pattern; more of them are any word."""
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

Shape = tuple[str, ...]


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
    found.feeds = tuple(dict.fromkeys(_feeds(document, host)))
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


def portal_file(found: Draft) -> str:
    """Return the text of the portal file that a draft makes."""
    sources = "".join(f'        Feed(url="{feed}"),\n' for feed in found.feeds)
    names = "Feed, Listing" if found.feeds else "Listing"
    examples = "".join(f'        "{url}",\n' for url in found.examples)
    patterns = "".join(f'        r"{one}",\n' for one in found.patterns)
    never = "".join(f'    never = (r"{one}",)\n' for one in found.never)
    engine = f" Its markup looks like {found.engine}'s." if found.engine else ""
    scheme = "" if found.scheme == "https" else f'    scheme = "{found.scheme}"\n'
    hosts = f"    hosts = {_written(hosts_of(found.host))}\n"
    hosts += "".join(f"    same_host = ({_written(pair)},)\n" for pair in same_hosts(found.host))
    ports = f"    ports = {found.ports}\n" if found.ports else ""
    return f'''"""{found.host}: drafted from one of its pages.{engine}

Say here what the portal is, where the facts come from, how old they are and what is thin.
"""

from kznews.portal import {names}
from kznews.spiders.base import PortalSpider


class {found.class_name}(PortalSpider):
    """Articles of {found.host}."""

    name = "{found.name}"
    title = "{_quoted(found.title)}"
    evidence = ("capture {found.year}",)
{hosts}{scheme}{ports}    sources = (
{sources}        Listing(url="{found.listing}"),
    )
    articles = (
{patterns}    )
{never}    example_urls = (
{examples}    )
'''


def hosts_of(host: str) -> tuple[str, ...]:
    """Return the hosts of a portal that is found at one, without "www.": it and its mirror; an address of IP has none."""
    return (host,) if re.fullmatch(r"[\d.]+", host) else (host, f"www.{host}")


def same_hosts(host: str) -> tuple[tuple[str, str], ...]:
    """Return which hosts mirror another one, of a portal that is found at `host`: (mirror, main)."""
    return tuple((mirror, host) for mirror in hosts_of(host)[1:])


def _written(words: tuple[str, ...]) -> str:
    """Return a tuple of words as it is written in a portal file.

    >>> _written(("10.0.0.7",))
    '("10.0.0.7",)'
    """
    return f"({', '.join(map(json.dumps, words))}{',' if len(words) == 1 else ''})"


def pattern(shape: Shape, paths: tuple[str, ...]) -> str:
    r"""Return the regular expression for the paths of one shape, its most telling part as the id.

    >>> pattern(("news", "N-slug"), ("/news/12-jana-mektep", "/news/13-kitap"))
    '^/news/(?P<id>\\d+)-[^/]+$'
    >>> pattern(("word", "N", "word"), ("/kaz/4000/jana-mektep", "/kaz/4001/kitap"))
    '^/kaz/(?P<id>\\d+)/[^/]+$'
    >>> pattern(("N", "N", "word"), ("/2024/05/jana-mektep", "/2024/06/kitap"))
    '^/\\d+/\\d+/(?P<id>[^/]+)$'
    """
    words = list(zip(*(path.strip("/").split("/") for path in paths), strict=True))
    last = len(shape) - 1
    numbers = [at for at, kind in enumerate(shape) if "N" in kind and not (kind == "N" and at < last and _is_date(words[at]))]
    id_at = numbers[-1] if numbers else last
    parts = [_part(kind, frozenset(words[at]), is_id=at == id_at) for at, kind in enumerate(shape)]
    if shape[last] == "word" and id_at != last and len(paths) > 1 and len(set(words[last])) == len(paths):
        parts[last] = "[^/]+"  # a short slug, and no section
    return "^/" + "/".join(parts) + ("/?$" if all(path.endswith("/") for path in paths) else "$")


def _is_taken(url: str, found: Draft) -> bool:
    path = urlsplit(url).path
    return any(re.search(one, unquote(path)) or re.search(one, path) for one in found.patterns)


def _is_date(words: tuple[str, ...]) -> bool:
    """Return whether figures may be years, months or days."""
    return all(re.fullmatch(r"(?:19|20)\d\d|[0-3]?\d", word) for word in words)


def _part(kind: str, words: frozenset[str], *, is_id: bool) -> str:
    number = r"(?P<id>\d+)" if is_id else r"\d+"
    if "N" in kind:
        stem, dot, ending = kind.partition(".")
        made = re.escape(stem).replace("slug", "[^/]+").replace("N", number, 1) if "slug" in stem else stem.replace("N", number)
        return made.replace(r"\-", "-") + (rf"\.{ending}" if dot else "")
    if kind.startswith("slug"):
        _, dot, ending = kind.partition(".")
        return ("(?P<id>[^/]+?)" if is_id else "[^/]+?") + (rf"\.{ending}" if dot else "")
    if is_id:
        return "(?P<id>[^/]+)"
    if len(words) == 1:
        return re.escape(next(iter(words))).replace(r"\-", "-")
    return f"(?:{'|'.join(sorted(words))})" if len(words) <= MOST_WORDS else r"[\w-]+"


def shape_of(path: str) -> Shape:
    """Return what kind each part of a path is: N number, slug, both joined, or "word" for a section.

    >>> shape_of("/kz/article/77629-referendum-2026")
    ('word', 'word', 'N-slug')
    >>> shape_of("/2024/05/jana-mektep-ashyldy.html")
    ('N', 'N', 'slug.html')
    """
    return tuple(_kind(part) for part in unquote(path).strip("/").split("/"))


def _kind(part: str) -> str:
    stem, _, ending = part.partition(".")
    tail = f".{ending}" if ending else ""
    if stem.isdigit():
        return f"N{tail}"
    if re.fullmatch(r"\d+[-_].+", stem):
        return f"N{stem[len(re.match(r'[0-9]+', stem)[0])]}slug{tail}"  # type: ignore[index]  # it begins with a figure
    if found := re.fullmatch(r".+?([-_][a-z]?)\d{3,}", stem):
        return f"slug{found[1]}N{tail}"
    return f"slug{tail}" if tail or len(re.split(r"[-_]", stem)) > 2 else "word"  # noqa: PLR2004 - a section has one word or two


def _shapes(document: Document, host: str) -> dict[Shape, list[str]]:
    """Return the addresses that headlines link to, by shape."""
    found: dict[Shape, dict[str, None]] = defaultdict(dict)
    for element in document.tree.iter("a"):
        said = one_line(whole_text(element))
        address = absolute(document.base_url, element.get("href") or "") or ""
        if len(said) < LEAST_TEXT or not _is_on(address, host) or urlsplit(address).query:
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


def _feeds(document: Document, host: str) -> Iterator[str]:
    for element in document.index.select("link[rel=alternate][href]"):
        address = absolute(document.base_url, element.get("href") or "") or ""
        if (element.get("type") or "").lower() in ("application/rss+xml", "application/atom+xml") and _is_on(address, host):
            yield address


def _title(document: Document) -> str:
    return document.meta.get("og:site_name") or re.split(r"\s+[|—–-]\s+", document.head_title)[0].strip()


def _quoted(said: str) -> str:
    return said.replace("\\", "").replace('"', "”")

"""Addresses: one canonical form for each page, and which of them are articles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from kznews.extract.document import absolute
from kznews.extract.urlforms import Malformed, is_tracking, is_trap, normal_path, normal_query, split
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document
    from kznews.portal import Portal

__all__ = ["MAX_URL", "address_of", "article_id", "article_links", "canonical", "is_tracking", "links_of"]

MAX_URL = 1024
"""Longer addresses are traps or mistakes (reliability rule U4)."""
MAX_ROUNDS = 8
"""Address rules are applied until nothing changes; rules that do not end by then contradict each other."""

_DRESS_FIRST = re.compile(r"^/(?:amp|print|index\.php)(?=/.)")
_DRESS_LAST = re.compile(r"(?<=[^/])/(?:(?:amp|print)(?:\.html)?|(?:index|default)\.(?:html?|php|aspx?))/?$")
_DEFAULT_DOCUMENT = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")


def address_of(url: str, portal: Portal) -> str:
    """Return the one form under which a page of the portal is known.

    Scheme, mirror host and path twin as the portal declares, no fragment, no tracking, no session, no AMP or print form of an
    article, path in upper-case percent code. Idempotent. Raises Refused: BAD_ADDRESS for what cannot be requested as it is
    written, OFF_SITE for a host or port that the portal does not declare, TRAP for the forms of traps. Sources: RFC 3986
    section 6, portals.md section 25, reliability.md U1 to U6.
    """
    if len(url) > 2 * MAX_URL:
        raise Refused(Reason.BAD_ADDRESS, f"{len(url)} characters")
    try:
        parts = split(url)
        path, query = normal_path(parts.path), normal_query(parts.query, portal.keep_params)
    except Malformed as fault:
        raise Refused(Reason.BAD_ADDRESS, str(fault)) from fault
    if parts.host not in portal.hosts or parts.port not in (None, 80, 443, *portal.ports):
        raise Refused(Reason.OFF_SITE, f"{parts.host}:{parts.port}" if parts.port else parts.host)
    path, query = _settled(path, query, portal)
    if is_trap(path):
        raise Refused(Reason.TRAP, "too many path segments, or equal ones in a row")
    place = dict(portal.same_host).get(parts.host, parts.host) + (f":{parts.port}" if parts.port in portal.ports else "")
    known = f"{portal.scheme}://{place}{path}" + (f"?{query}" if query else "")
    if len(known) > MAX_URL:
        raise Refused(Reason.BAD_ADDRESS, f"{len(known)} characters")
    return known


def canonical(url: str, portal: Portal) -> str | None:
    """Return what address_of returns, or None for an address that it refuses; never raises."""
    try:
        return address_of(url, portal)
    except Refused:
        return None


def _settled(path: str, query: str, portal: Portal) -> tuple[str, str]:
    """Return path and query by the portal's rules: twins, slashes, dresses of articles; applied until nothing changes."""
    for _ in range(MAX_ROUNDS):
        before = (path, query)
        for pattern, twin in portal.same_path:
            path = re.sub(pattern, twin, path, count=1)
        if path != before[0]:  # what it was is normal
            path = normal_path(path if path.startswith("/") else f"/{path}")
        path = _slashed(path, portal)
        path = _undressed(path, query, portal)
        if query and _only_presents(path, query, portal):
            query = "&".join(pair for pair in query.split("&") if unquote(pair.partition("=")[0]) in portal.keep_params)
        if (path, query) == before:
            return path, query
    raise Refused(Reason.TRAP, "the portal's address rules do not end")


def _undressed(path: str, query: str, portal: Portal) -> str:
    """Return an article's path without what makes it its AMP or print form, a front controller's or a default document's.

    A part is only dropped where the rest is the same article, or names none before and after.
    """
    first, last = _DRESS_FIRST.sub("", path), _DRESS_LAST.sub("", path)
    for form in (_DRESS_LAST.sub("", first), first, last):
        bare = _slashed(form, portal)
        if bare != path and (_same_article(path, bare, query, portal) or _same_article(path, bare, "", portal)):
            return bare
    bare = _DEFAULT_DOCUMENT.sub("/", path)
    return bare if _id_at(path, query, portal) is None else path


def _same_article(path: str, bare: str, query: str, portal: Portal) -> bool:
    dressed, known = _id_at(path, query, portal), _id_at(bare, query, portal)
    return known is not None and (dressed == known or (dressed is None and not _is_never(path, portal)))


def _only_presents(path: str, query: str, portal: Portal) -> bool:
    """Return whether a query says nothing about which article it is: the path is an article's, with the query none's."""
    if _is_never(f"{path}?{query}", portal) or _id_at(path, query, portal) is not None:
        return False
    return _id_at(path, "", portal) is not None


def _id_at(path: str, query: str, portal: Portal) -> str | None:
    target = path + (f"?{query}" if query else "")
    if _is_never(target, portal):
        return None
    for pattern in _patterns(portal.articles):
        if match := pattern.search(target):
            return unquote(match["id"])
    return None


def _is_never(target: str, portal: Portal) -> bool:
    return any(pattern.search(target) for pattern in _patterns(portal.never))


def article_id(url: str, portal: Portal) -> str | None:
    """Return the portal's id of the article at a canonical address, percent codes resolved; None if it is no article's."""
    parts = urlsplit(url)
    return _id_at(parts.path, parts.query, portal)


def article_links(document: Document, portal: Portal) -> tuple[str, ...]:
    """Return the canonical addresses of the articles that the page links to, each once, in page order."""
    return tuple(known for known in links_of(document, portal)[0] if article_id(known, portal))


def links_of(
    document: Document, portal: Portal, *, menus: bool = False
) -> tuple[tuple[str, ...], tuple[tuple[Reason, str], ...]]:
    """Return the canonical addresses of the portal's pages that a page links to, each once, in page order; and what is none.

    The latter are (reason, address); links to other hosts are not among them. With `menus`, menus and footer count as well.
    """
    found: dict[str, None] = {}
    rejected: dict[str, Reason] = {}
    for href in _hrefs(document, menus=menus):
        address = absolute(document.base_url, href) or href
        try:
            found.setdefault(address_of(address, portal))
        except Refused as refused:
            if refused.reason is not Reason.OFF_SITE and _is_web(address):
                rejected.setdefault(address, refused.reason)
    return tuple(found), tuple((reason, address) for address, reason in rejected.items())


def _is_web(address: str) -> bool:
    """Return whether an address means a page, not a script, a mailbox or a telephone."""
    return address.strip().lower().startswith(("http:", "https:", "//", "/"))


def _hrefs(document: Document, *, menus: bool = False) -> Iterator[str]:
    """Yield the links of a page; without `menus` those that stand neither in its menus nor in its footer (adverts, imprint)."""
    boxes = () if menus else document.index.tagged("nav", "footer")
    away = {link for box in boxes if not _in_card(box) for link in box.iter("a", "area")}
    for element in document.index.tagged("a", "area"):
        if (href := element.get("href")) and element not in away:
            yield href


def _in_card(box: HtmlElement) -> bool:
    """Return whether a footer is that of a card in a list, not the page's."""
    return any(node.tag in ("article", "li") for node in box.iterancestors())


@lru_cache(maxsize=1024)
def _patterns(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def _slashed(path: str, portal: Portal) -> str:
    if portal.trailing_slash is None or path == "/" or re.search(r"\.\w{2,5}$", path):
        return path
    return path.rstrip("/") + ("/" if portal.trailing_slash else "") or "/"

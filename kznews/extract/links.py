"""Addresses: one canonical form for each page, and which of them are articles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from kznews.extract.document import absolute
from kznews.extract.selecting import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from kznews.extract.document import Document
    from kznews.portal import Portal

MAX_URL = 1024
"""Longer addresses are traps or mistakes (reliability rule U4)."""

# Parameters that never identify a page: campaigns, click ids, session ids.
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|yclid|ysclid|dclid|msclkid|twclid|igshid|mc_[ce]id|_openstat|openstat|from|ref|referrer|rss|share"
    r"|phpsessid|jsessionid|sid|_ga|_gl|amp_\w+|nocache|rnd|token)$",
)
_SAFE_PATH = "/:@!$&'()*+,;=-._~"


def canonical(url: str, portal: Portal) -> str | None:
    """Return the one form under which a page of the portal is known, or None if `url` is not on a declared host.

    Scheme and mirror host as the portal declares, no fragment, no tracking parameters, path in upper-case percent code.
    Idempotent; never raises. Sources: RFC 3986 section 6, portals.md section 25.
    """
    if len(url) > MAX_URL:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.username or port not in (None, 80, 443) or host not in portal.hosts:
        return None
    host = dict(portal.same_host).get(host, host)
    try:
        path = quote(unquote(parts.path, errors="surrogateescape"), safe=_SAFE_PATH, errors="surrogateescape") or "/"
        known = urlunsplit((portal.scheme, host, _slashed(path, portal), _kept_query(parts.query, portal), ""))
    except UnicodeEncodeError:  # half a character, which JSON may hold and no address can
        return None
    return known if len(known) <= MAX_URL else None


def is_tracking(name: str) -> bool:
    """Return whether a query parameter names a campaign, a click or a session and never a page."""
    return bool(_TRACKING.match(name.lower()))


def article_id(url: str, portal: Portal) -> str | None:
    """Return the portal's id of the article at a canonical address, percent codes resolved; None if it is no article's."""
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    if any(pattern.search(target) for pattern in _patterns(portal.never)):
        return None
    for pattern in _patterns(portal.articles):
        if match := pattern.search(target):
            return unquote(match["id"])
    return None


def article_links(document: Document, portal: Portal) -> tuple[str, ...]:
    """Return the canonical addresses of the articles that the page links to, each once, in page order."""
    found: dict[str, None] = {}
    for href in _hrefs(document):
        address = absolute(document.base_url, href)
        known = canonical(address, portal) if address else None
        if known and article_id(known, portal):
            found.setdefault(known)
    return tuple(found)


def _hrefs(document: Document) -> Iterator[str]:
    """Yield the links of a page that stand neither in its menus nor in its footer (advertising rates, imprint)."""
    away = {link for box in select(document.tree, "nav, footer") if not _in_card(box) for link in box.iter("a", "area")}
    for element in document.tree.iter("a", "area"):
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


def _kept_query(query: str, portal: Portal) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [(key, value) for key, value in pairs if key in portal.keep_params or not is_tracking(key)]
    return urlencode(sorted(kept), errors="surrogateescape")

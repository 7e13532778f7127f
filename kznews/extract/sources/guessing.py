"""What an unknown page is and leads to: which kind of source a body is, which of a page's links look like articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract.document import absolute
from kznews.extract.links import article_id, canonical
from kznews.extract.selecting import whole_text
from kznews.extract.sources.found import Child, Found, Harvest
from kznews.extract.sources.read import feeds_of
from kznews.kazakh.text import one_line
from kznews.sourcekinds import Feed, Sitemap

if TYPE_CHECKING:
    from kznews.extract.document import Document
    from kznews.portal import Portal

HEAD = 4096
MIN_HEADLINE = 20
"""A link with at least so many characters is a headline; menus and tags are shorter."""
MIN_DIGITS, MIN_DASHES = 4, 3
"""Digits in a row and words in the last segment of a path that make it an article's."""

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_HTML = re.compile(rb"(?i)<(?:!doctype\s+html|html)\b")
_SLUG = re.compile(rf"\d{{{MIN_DIGITS}}}|(?:[^-_]+[-_]){{{MIN_DASHES}}}")


def source_of(body: bytes, url: str) -> Feed | Sitemap | None:
    """Return the kind of source that a body is, or None for HTML and anything else."""
    head = body[:HEAD]
    if body.startswith(b"\x1f\x8b") or (_SITEMAP.search(head) and not _HTML.search(head)):
        return Sitemap(url=url)
    return Feed(url=url) if _FEED.search(head) and not _HTML.search(head) else None


def read_unknown(document: Document, portal: Portal) -> Harvest:
    """Return what an unknown list leads to: the links that look like articles, in page order, and the feeds that it announces.

    A link looks like one by a headline for its text or by its address; menus and footers count, since nothing is known of them.
    """
    here = urlsplit(document.address).path
    found: dict[str, str] = {}
    for link in document.index.tagged("a"):
        address = absolute(document.base_url, link.get("href") or "")
        known = canonical(address, portal) if address else None
        if known is None or not article_id(known, portal) or _leads_up(known, here):
            continue
        said = one_line(whole_text(link))
        if len(said) > len(found.get(known, "")):
            found[known] = said
        else:
            found.setdefault(known, said)
    likely = tuple(Found(url) for url, said in found.items() if len(said) >= MIN_HEADLINE or _looks_like_one(url))
    return Harvest(likely, tuple(Child(feed) for feed in feeds_of(document, portal)))


def _leads_up(url: str, path: str) -> bool:
    """Return whether an address is one of the folders above a path."""
    parts = urlsplit(url)
    return not parts.query and path.startswith(parts.path.rstrip("/") + "/")


def _looks_like_one(url: str) -> bool:
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    return bool(_SLUG.search(last) or re.search(rf"=\d{{{MIN_DIGITS},}}", parts.query))

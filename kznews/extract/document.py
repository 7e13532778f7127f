"""A fetched page: bytes in, text, tree, meta and JSON-LD out, each made once and only when asked for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree, html

from kznews.extract import jsonld
from kznews.kazakh import charset, text
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

MAX_BYTES = 5 * 2**20
"""Common Crawl's limit for news pages; the largest real page at hand is 0.16 MB."""
MAX_TAGS = 100_000
"""The most tags a page may hold: 10 MB of tiny paragraphs took 780 MB and 7 s to parse and select (measured)."""
MAX_ATTRIBUTES = 1_000
"""The most attributes a tag may hold: they are parsed in quadratic time, 100,000 stopped a crawler for 17 s (measured)."""
LONG_TAG_BYTES = 16 * 1024
"""Only tags longer than this are looked into; shorter ones cannot hold enough attributes to hurt."""

_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


class Document:
    """One page; `url` is the address it came from, `address` the form under which it is known (default: `url`).

    `header` is the charset that its Content-Type names, if any.
    """

    def __init__(self, body: bytes, url: str, *, address: str = "", header: str | None = None) -> None:
        self.body = body
        self.url = url
        self.address = address or url
        self.header = header

    @cached_property
    def decoded(self) -> charset.Decoded:
        """The decoded page; raises Refused(BAD_ENCODING) where letters would be guessed."""
        try:
            return charset.decode(self.body, header=self.header)
        except charset.Undecodable as error:
            raise Refused(Reason.BAD_ENCODING, str(error)) from error

    @cached_property
    def tree(self) -> HtmlElement:
        """The parsed page without comments; raises Refused for pages that are too large, complex, empty or undecodable."""
        guard(self.body)
        markup = self.decoded.text.replace("\x00", "")
        if not markup.strip():
            raise Refused(Reason.EMPTY)
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        try:
            root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
        except etree.ParserError as error:
            raise Refused(Reason.EMPTY, "no element in the page") from error
        return root

    @cached_property
    def meta(self) -> Mapping[str, str]:
        """The meta tags: property, name or itemprop in lower case -> first content that is not empty."""
        found: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            key = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = text.one_line(element.get("content") or "")
            if key and content:
                found.setdefault(key.strip().lower(), content)
        return found

    @cached_property
    def structured(self) -> tuple[jsonld.Node, ...]:
        """Every JSON-LD object of the page, graphs and lists unfolded, in page order."""
        blocks = [element.text_content() for element in self.tree.iter("script") if "ld+json" in (element.get("type") or "")]
        return jsonld.read_blocks(blocks)

    @cached_property
    def base_url(self) -> str:
        """The address that relative links resolve against (the page's own, or its base element's)."""
        for element in self.tree.iter("base"):
            href = (element.get("href") or "").strip()
            if href:
                return absolute(self.url, href) or self.url
        return self.url

    @cached_property
    def head_title(self) -> str:
        """The text of the title element, on one line."""
        for element in self.tree.iter("title"):
            if (parent := element.getparent()) is not None and parent.tag != "svg":
                return text.one_line(element.text_content())
        return ""


def absolute(base: str, href: str) -> str | None:
    """Return `href` resolved against `base`, or None where it cannot be resolved."""
    try:
        return urljoin(base, href.strip())
    except ValueError:  # "http://[broken"
        return None


def guard(body: bytes) -> None:
    """Refuse, before anything is parsed, what would stop or fill the machine; raises Refused."""
    if len(body) > MAX_BYTES:
        raise Refused(Reason.TOO_LARGE, f"{len(body)} bytes")
    if body.count(b"<") > MAX_TAGS:
        raise Refused(Reason.TOO_COMPLEX, f"more than {MAX_TAGS} tags")
    if any(len(_QUOTED.sub(b"", tag).split()) > MAX_ATTRIBUTES for tag in _long_tags(body)):
        raise Refused(Reason.TOO_COMPLEX, f"a tag with more than {MAX_ATTRIBUTES} attributes")
    if body.count(0) > len(body) // 100 and not body.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<\x00" not in body[:400]:
        raise Refused(Reason.BAD_ENCODING, "more than 1 % NUL bytes")


def _long_tags(body: bytes) -> Iterator[bytes]:
    """Yield the start tags longer than LONG_TAG_BYTES; a quoted > may cut one short, which is on the safe side."""
    at = body.find(b"<")
    while at != -1:
        end = body.find(b">", at)
        stop = end if end != -1 else len(body)
        if stop - at > LONG_TAG_BYTES and body[at + 1 : at + 2].isalpha():
            yield body[at:stop]
        at = body.find(b"<", stop)

"""A fetched page: bytes in, text, tree, meta and JSON-LD out, each made once and only when asked for."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from kznews.extract import jsonld
from kznews.kazakh import charset, text
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

MAX_BYTES = 5 * 2**20
"""Common Crawl's limit for news pages; the largest real page at hand is 0.16 MB."""
MAX_TAGS = 100_000
"""The most tags a page may hold: 10 MB of tiny paragraphs took 780 MB and 7 s to parse and select (measured)."""
MAX_ATTRIBUTES = 1_000
"""The most attributes a tag may hold: they are parsed in quadratic time, 100,000 stopped a crawler for 17 s (measured)."""
MANY_ATTRIBUTES = 30
"""More than any real tag has; of tags with more a page may hold few: MAX_ATTRIBUTES_IN_ALL together."""
MAX_ATTRIBUTES_IN_ALL = 10_000
MAX_SCANS = 4
"""Tags inside attribute values are looked at as well; who makes that cost more than this many times the page is refused."""

# HTML 5's own rules, so that no quote or slash hides an attribute: a value in quotes or up to the next blank.
_NAME = rb"=?+[^\t\n\f\r />=]++"
_VALUE = rb"[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+"
_ATTRIBUTE = re.compile(rb"(?:%s(?:%s)?+|=)" % (_NAME, _VALUE))
_TAG = re.compile(  # no further than is needed to know that it holds too many
    rb"<[A-Za-z][^\t\n\f\r />]*+(?:[\t\n\f\r /]++|%s){0,%d}+" % (_ATTRIBUTE.pattern, 2 * MAX_ATTRIBUTES + 10)
)
_ABSOLUTE = re.compile(r"https?://[A-Za-z0-9.-]+/(?!.*/\.)[^\s\\]*$")
_TAG_START = re.compile(rb"<[A-Za-z]")


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
        encoded = markup.encode("utf-8", "replace")
        guard_attributes(encoded)
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        try:
            root = html.document_fromstring(encoded, parser=parser)
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
    href = href.strip()
    if _ABSOLUTE.match(href):  # what source pages hold thousands of; urljoin is slow
        return href
    try:
        return urljoin(base, href)
    except ValueError:  # "http://[broken"
        return None


def path_of(address: str) -> str | None:
    """Return the path of an address as a page prints it, or None where it cannot be read ("http://[broken")."""
    try:
        return urlsplit(address.strip()).path
    except ValueError:
        return None


def guard(body: bytes) -> None:
    """Refuse, before anything is parsed, what would stop or fill the machine; raises Refused."""
    if len(body) > MAX_BYTES:
        raise Refused(Reason.TOO_LARGE, f"{len(body)} bytes")
    if body.count(b"<") > MAX_TAGS:
        raise Refused(Reason.TOO_COMPLEX, f"more than {MAX_TAGS} tags")
    if body.count(0) > len(body) // 100 and not body.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<\x00" not in body[:400]:
        raise Refused(Reason.BAD_ENCODING, "more than 1 % NUL bytes")


def guard_attributes(markup: bytes) -> None:
    """Refuse a tag with more than MAX_ATTRIBUTES attributes, and many tags with many; raises Refused.

    `markup` is what the parser gets. Every place where a tag may begin is looked at, also inside comments, scripts and
    attribute values, so that nothing that merely looks like one can hide a tag.
    """
    scanned = in_all = 0
    for start in _TAG_START.finditer(markup):
        tag = _TAG.match(markup, start.start())
        length = len(tag[0]) if tag else 0
        scanned += length
        if length > 2 * MANY_ATTRIBUTES and tag:
            found = sum(1 for _ in islice(_ATTRIBUTE.finditer(tag[0]), MAX_ATTRIBUTES + 2)) - 1  # its name is one more
            in_all += found if found > MANY_ATTRIBUTES else 0
            if found > MAX_ATTRIBUTES:
                raise Refused(Reason.TOO_COMPLEX, f"a tag with more than {MAX_ATTRIBUTES} attributes")
        if in_all > MAX_ATTRIBUTES_IN_ALL:
            raise Refused(Reason.TOO_COMPLEX, f"more than {MAX_ATTRIBUTES_IN_ALL} attributes in long tags")
        if scanned > MAX_SCANS * len(markup):
            raise Refused(Reason.TOO_COMPLEX, "tags inside tags")

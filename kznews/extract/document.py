"""A fetched page: bytes in, text, tree, meta and JSON-LD out, each made once and only when asked for."""

from __future__ import annotations

import re
import unicodedata
from copy import copy
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import etree

from kznews.extract import jsonld, markup
from kznews.extract.copies import original, restored
from kznews.extract.entities import resolved
from kznews.extract.index import Index
from kznews.extract.lazy import lazy
from kznews.extract.own_elements import as_boxes
from kznews.extract.selecting import whole_text
from kznews.kazakh import charset, text
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as HtmlElement

_OF_HEAD = ("meta", "script", "style", "base", "title", "link")
_MARKS = (b"\xcc", b"\xcd")
"""How marks that combine with a letter begin in UTF-8: their letters are composed before anything is asked about words."""
_ABSOLUTE = re.compile(r"https?://[A-Za-z0-9.-]+/(?!.*/\.)[^\s\\]*$")


class Document:
    """One page; `url` is the address it came from, `address` the form under which it is known (default: `url`).

    A copy at an archive is read as the page that it is a copy of (`copies.py`). `header` is the charset that its Content-Type
    names, if any.
    """

    _head: list[HtmlElement]
    """The elements of the tree that belong into a head, wherever they stand."""
    _markup: bytes
    sight: Index | None = None
    """What is in sight of the page for the layouts of its portal (Folding.in_sight), once it is read; None where all is."""

    def __init__(self, body: bytes, url: str, *, address: str = "", header: str | None = None) -> None:
        self.body = restored(body)
        self.url = original(url)
        self.address = original(address) or self.url
        self.header = header

    @lazy
    def decoded(self) -> charset.Decoded:
        """The decoded page; raises Refused(BAD_ENCODING) where letters would be guessed."""
        try:
            return charset.decode(self.body, header=self.header)
        except charset.Undecodable as error:
            raise Refused(Reason.BAD_ENCODING, str(error)) from error

    @lazy
    def tree(self) -> HtmlElement:
        """The parsed page without comments; raises Refused for pages that are too large, complex, empty or undecodable."""
        short, emptied = self.shown or markup.without_code(self._decoded())
        root = _parsed(short)
        self._head = [*root.iter(*_OF_HEAD)]
        if sum(element.get(markup.EMPTIED) is not None for element in self._head) != emptied:
            short = self._decoded()
            root = _parsed(short)
            self._head = [*root.iter(*_OF_HEAD)]
        self._markup = short
        return root

    @property
    def markup(self) -> bytes:
        """The page as it was parsed: in UTF-8, and mostly without what its scripts say; raises Refused as `tree` does."""
        _ = self.tree  # which keeps it
        return self._markup

    @lazy
    def index(self) -> Index:
        """The page's elements by tag, class and attribute, for selectors; raises Refused as `tree` does."""
        return Index(self.tree)

    def shortened(self, shown: bytes, emptied: int) -> Document:
        """Return this page as if it had less markup, of which `emptied` elements have no code: its own tree, the same source."""
        short = Document(self.body, self.url, address=self.address, header=self.header)
        short.shown = short.emptied = shown, emptied
        return short

    def of(self, elements: list[HtmlElement]) -> Document:
        """Return this page as if it had only some of its elements, in page order; its tree is the same."""
        part = copy(self)
        part.index = Index(self.tree, elements)
        return part

    def _of_head(self, tag: str) -> Iterator[HtmlElement]:
        """Yield the elements of a tag that belongs into the head, wherever they stand."""
        _ = self.tree  # which makes the list
        return (element for element in self._head if element.tag == tag)

    @lazy
    def emptied(self) -> tuple[bytes, int]:
        """The page's bytes without its code (`markup.without_code`), whatever their encoding.

        Raises Refused for a page that is too large or has too many tags.
        """
        markup.guard(self.body)
        shown, emptied = markup.without_code(self.body)
        markup.guard_tags(shown)  # before anything looks at all of them
        return shown, emptied

    @lazy
    def shown(self) -> tuple[bytes, int] | None:
        """What is `emptied`, if that is UTF-8 as it stands, nearly always; else None.

        Where it is sound, the page's scripts, which are half of most pages, need not be decoded. Raises Refused as `emptied`
        does, and for letters that would be guessed.
        """
        shown = self.emptied[0]
        return self.emptied if b"<" in shown and (charset.is_sound(shown) or self._is_as_decoded()) else None

    @property
    def source(self) -> bytes:
        """The page as UTF-8 without NULs, but for scripts that are none; raises Refused as `tree` does."""
        return self._decoded() if self.shown is None else self.body

    def _decoded(self) -> bytes:
        """Return the page as UTF-8 without NULs; raises Refused for one that says nothing."""
        decoded = self.decoded
        if not decoded.text or decoded.text.isspace():
            raise Refused(Reason.EMPTY)
        if self._is_as_decoded():
            return self.body
        source = unicodedata.normalize("NFC", decoded.text).encode("utf-8", "replace").replace(b"\x00", b"")
        if not source or source.isspace():
            raise Refused(Reason.EMPTY)
        return source

    def _is_as_decoded(self) -> bool:
        """Return whether the page's bytes are those of its text in UTF-8, without NULs; raises Refused as `decoded` does."""
        decoded = self.decoded
        plain = decoded.encoding == "utf-8" and decoded.basis != "bom"
        return plain and not (decoded.repaired or decoded.replacements or any(mark in self.body for mark in (b"\0", *_MARKS)))

    @lazy
    def meta(self) -> Mapping[str, str]:
        """The meta tags: property, name or itemprop in lower case -> first content that is not empty."""
        found: dict[str, str] = {}
        for element in self._of_head("meta"):
            key = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = text.one_line(resolved(element.get("content") or ""))
            if key and content:
                found.setdefault(key.strip().lower(), content)
        return found

    @lazy
    def structured(self) -> tuple[jsonld.Node, ...]:
        """Every JSON-LD object of the page, graphs and lists unfolded, in page order."""
        blocks = [whole_text(element) for element in self._of_head("script") if "ld+json" in (element.get("type") or "")]
        return jsonld.read_blocks(blocks)

    @lazy
    def article(self) -> jsonld.Node:
        """What JSON-LD states of the article; of several objects the one with this page's address or headline. {} without any."""
        nodes = [node for node in self.structured if jsonld.is_article(node)]
        if len(nodes) < 2:  # noqa: PLR2004 - a page may describe other articles as well
            return nodes[0] if nodes else {}
        own, title = path_of(self.address), text.one_line(self.meta.get("og:title", "") or self.head_title)
        addressed = (node for node in nodes if own in map(path_of, jsonld.addresses(node)))
        headed = (node for node in nodes if (said := jsonld.string(node.get("headline"))) and said in title)
        return next(addressed, None) or next(headed, nodes[0])

    @lazy
    def base_url(self) -> str:
        """The address that relative links resolve against (the page's own, or its base element's)."""
        for element in self._of_head("base"):
            href = (element.get("href") or "").strip()
            if href:
                return absolute(self.url, href) or self.url
        return self.url

    @lazy
    def canonical(self) -> str:
        """The address that a link in the head says is the page's own, as it is written, or "" (RFC 6596)."""
        links = (link for link in self._of_head("link") if (link.get("rel") or "").lower() == "canonical")
        return next((href for link in links if (href := link.get("href")) is not None), "")

    @lazy
    def head_title(self) -> str:
        """The text of the title element, on one line."""
        for element in self._of_head("title"):
            if (parent := element.getparent()) is not None and parent.tag != "svg":
                return text.one_line(resolved(whole_text(element)))
        return ""


def _parsed(source: bytes) -> HtmlElement:
    markup.guard_tags(source)
    markup.guard_attributes(source)
    source = markup.without_early_end(source)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source, parser=parser)
    except etree.XMLSyntaxError as error:
        raise Refused(Reason.EMPTY, "no element in the page") from error
    if root is None:
        raise Refused(Reason.EMPTY, "no element in the page")
    as_boxes(root)
    return root


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


def shown_host(address: str) -> str:
    """Return the host of an address as a page prints it, without "www.", or "" where it names none. Never raises."""
    try:
        return (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

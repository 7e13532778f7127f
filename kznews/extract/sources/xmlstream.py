"""XML of strangers, read as a stream: never as a tree, without entities, DTDs, files or network (reliability H5, H6, P6)."""

from __future__ import annotations

import html.entities
import re
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from kznews.kazakh import charset
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element as Element

    from kznews.extract.sources.found import Harvest

MAX_BYTES = 50 * 2**20
"""The sitemap protocol's limit for a file, unpacked (sitemaps.org)."""
MAX_MENDED = 5 * 2**20
"""What is not well-formed is mended and read once more up to this size; no real feed is larger."""
CHUNK = 2**16
MAX_ELEMENTS = 750_000
"""A full sitemap with images, translations and news has about 15 elements for each of its 50,000 addresses."""
MAX_ENTRY = 5_000
"""Elements in one entry; a feed with whole articles as XHTML has a few hundred."""
HEAD = 4096
"""How far in front of a feed a server's messages reach."""

_BLANK = b" \t\r\n\x00"
_HTML = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html)\b")
_START = re.compile(r"<(?:\?xml|!DOCTYPE|rss|feed|rdf:RDF|urlset|sitemapindex)\b")
_DECLARATION = re.compile(r"<\?xml[^>]*\?>\s*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(?:(#\d{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);|(\w{2,31};)?)")
_END = re.compile(r"</(?:rss|feed|rdf:RDF|urlset|sitemapindex)\s*>")


def read_xml(body: bytes, what: str, names: frozenset[str], read: Callable[[Iterator[Element]], Harvest]) -> Harvest:
    """Return what `read` makes of the elements of `body`, gzipped or not.

    They are the root, when it begins, then, when they end, those whose local name is one of `names`. Each is gone once the
    next is asked for. Raises Refused(BAD_SOURCE) with one line for anything that is not well-formed XML, holds entities of
    its own, or is HTML; `what` names what it should be.
    """
    start = body[:HEAD].lstrip(_BLANK)
    if not start and not body.strip(_BLANK):
        raise Refused(Reason.BAD_SOURCE, f"{'a blank' if body else 'an empty'} answer in place of {what}")
    if _HTML.match(start):
        raise Refused(Reason.BAD_SOURCE, f"an HTML page in place of {what}")
    try:
        return read(_elements(_unpacked(body), names))
    except etree.XMLSyntaxError as error:
        fault = f"not {what}: {_line(error)}"
    if (mended := _mended(body)) is not None:
        try:
            return read(_elements(iter((mended,)), names))
        except etree.XMLSyntaxError:
            pass  # the first fault is the one to tell
    raise Refused(Reason.BAD_SOURCE, fault)


class _Stream:
    """Elements of a document that is fed in pieces; what is outside the entries is dropped at once."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        self.parser = etree.XMLPullParser(
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        self.root: Element | None = None
        self.inside = 0
        """Entries that are open: one may hold another of the same name."""
        self.size = 0
        self.count = 0

    def feed(self, part: bytes) -> Iterator[Element]:
        self.parser.feed(part)
        return self._read()

    def end(self) -> Iterator[Element]:
        self.parser.close()
        return self._read()

    def _read(self) -> Iterator[Element]:
        for event, element in self.parser.read_events():
            if not isinstance(element, etree._Element):  # noqa: SLF001 - lxml has no public name for it; events of other kinds
                continue
            if self.root is None:
                self.root = element
                _check_entities(element)
                yield element
            entry = local_name(element) in self.names
            if event == "start":
                self._count(entry=entry)
                continue
            self.inside -= entry
            if self.inside or element is self.root:
                continue
            if entry:
                yield element
            _forget(element)

    def _count(self, *, entry: bool) -> None:
        self.count += 1
        self.size = self.size + 1 if self.inside else 0
        self.inside += entry
        if self.count > MAX_ELEMENTS or self.size > MAX_ENTRY:
            raise Refused(Reason.BAD_SOURCE, "too many elements")


def _forget(element: Element) -> None:
    """Free an element that has been read, and all before it: the tree never grows."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


def _elements(chunks: Iterable[bytes], names: frozenset[str]) -> Iterator[Element]:
    stream, begun = _Stream(names), False
    for chunk in chunks:
        part = chunk if begun else _begun(chunk)
        begun = begun or bool(part)
        if begun:
            yield from stream.feed(part)
    if not begun:
        raise Refused(Reason.BAD_SOURCE, "nothing in the archive")
    yield from stream.end()


def _begun(chunk: bytes) -> bytes:
    """Return the beginning of a document without mark and blanks, which XML forbids in front of its declaration."""
    return chunk.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")


def _check_entities(root: Element) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:  # type: ignore[attr-defined]
        raise Refused(Reason.BAD_SOURCE, "declares entities of its own")


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; "" for what is no element (a reference, a comment)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace_of(element: Element) -> str:
    """Return the namespace of an element, "" if it has none."""
    return element.tag.rpartition("}")[0].lstrip("{") if isinstance(element.tag, str) else ""


def text_of(element: Element) -> str:
    """Return the text of an element and all within, without blanks around."""
    return "".join(map(str, element.itertext())).strip()


def _unpacked(body: bytes) -> Iterator[bytes]:
    """Yield a body in pieces, unpacked if it is gzipped; raises Refused for damage and for what does not end."""
    if not body.startswith(b"\x1f\x8b"):
        if len(body) > MAX_BYTES:
            raise Refused(Reason.BAD_SOURCE, f"more than {MAX_BYTES} bytes")
        yield from (body[at : at + CHUNK] for at in range(0, len(body), CHUNK))
        return
    size, at = 0, 0
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        while at < len(body) and not unpack.eof:
            part = unpack.decompress(unpack.unconsumed_tail or body[at : at + CHUNK], CHUNK)
            if not unpack.unconsumed_tail:
                at += CHUNK
            size += len(part)
            if size > MAX_BYTES:
                raise Refused(Reason.BAD_SOURCE, f"more than {MAX_BYTES} bytes when unpacked")
            yield part
    except zlib.error as error:
        raise Refused(Reason.BAD_SOURCE, f"a damaged archive: {error}") from error
    if not unpack.eof:
        raise Refused(Reason.BAD_SOURCE, "an archive that is cut short")


def _mended(body: bytes) -> bytes | None:
    """Return a body with what feeds most often get wrong put right, or None where that cannot be done."""
    whole = b"".join(_unpacked(body)) if body.startswith(b"\x1f\x8b") else body
    if len(whole) > MAX_MENDED:
        return None
    try:
        text = charset.decode(whole).text
    except charset.Undecodable:
        return None
    start = _START.search(text[:HEAD])
    if start is None:
        return None
    text = _ILLEGAL.sub("", _DECLARATION.sub("", text[start.start() :], count=1))
    ends = [end.end() for end in _END.finditer(text, max(len(text) - HEAD, 0))]
    parts = text[: ends[-1] if ends else len(text)].split("<![CDATA[")
    mended = [_AMPERSAND.sub(_reference, parts[0])]
    for part in parts[1:]:
        literal, closed, rest = part.partition("]]>")
        mended.append(literal + closed + _AMPERSAND.sub(_reference, rest))
    return "<![CDATA[".join(mended).encode("utf-8", "replace")


def _reference(match: re.Match[str]) -> str:
    known, name = match.groups()
    if known:
        return match[0]
    return html.entities.html5[name] if name in html.entities.html5 else "&amp;" + match[0][1:]


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]

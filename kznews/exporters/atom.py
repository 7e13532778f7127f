"""Atom (RFC 4287) of articles, removed ones as RFC 6721 says; texts carry their language and script (RFC 5646)."""

from __future__ import annotations

import re
import tempfile
import uuid
from datetime import UTC, datetime
from html import escape
from typing import IO, TYPE_CHECKING, Any, Self, cast

from lxml import etree
from scrapy.exporters import BaseItemExporter

from kznews import clock
from kznews.items import Change

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from kznews.items import Article

ATOM = "http://www.w3.org/2005/Atom"
DELETED = "http://purl.org/atompub/tombstones/1.0"
_DEFAULT: Any = {None: ATOM}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES = uuid.UUID("6f3f7c1c-8a0e-5b1d-9c55-0c0f6b7a6e77")
"""The name space of our ids: any UUID that never changes."""
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SUPPRESSED = {"kk": "Cyrl", "ru": "Cyrl", "en": "Latn"}
"""The script that a language's tag leaves out (Suppress-Script of the IANA registry)."""
_IN_MEMORY = 4 * 2**20  # bytes of entries; more go to a temporary file
_EPOCH = datetime.fromtimestamp(0, UTC)


def language_tag(language: str | None, script: str | None) -> str:
    """Return the BCP 47 tag of a text.

    >>> language_tag("kk", "Cyrl"), language_tag("kk", "Latn"), language_tag("kk", "Arab"), language_tag(None, None)
    ('kk', 'kk-Latn', 'kk-Arab', 'und')
    """
    tag = language or "und"
    return tag if not script or script == _SUPPRESSED.get(tag) else f"{tag}-{script}"


def entry_id(portal: str | None, article_id: str | None) -> str:
    """Return the id of a work: the same for ever, whatever becomes of its address, title and text."""
    return uuid.uuid5(_NAMES, f"{portal}:{article_id}").urn


def updated(article: Article) -> datetime:
    """Return when an entry changed last: by what the portal says, and if the store saw several texts, when it read this one."""
    said = [at for at in (article.modified_at, article.published_at) if at]
    if not said or (getattr(article, "versions", None) or 1) > 1:
        said.append(article.fetched_at or _EPOCH)
    return max(said)


class ArticleAtomExporter(BaseItemExporter):
    """Scrapy's exporter for `-O x.atom`. Entries wait beside, since the head says when the newest of them changed.

    `name` says what is collected in the feed; its id and title follow from it, and not from what is in it at a time.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler, file: IO[bytes], **kwargs: Any) -> Self:
        return cls(file, name=str(crawler.spidercls.name), **kwargs)

    def __init__(self, file: IO[bytes], *, name: str, **kwargs: Any) -> None:
        super().__init__(dont_fail=True, **kwargs)
        self._file = file
        self._name = name
        self._entries: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._updated: datetime | None = None

    def export_item(self, item: Any) -> None:
        article = cast("Article", item)
        at = updated(article)
        if getattr(article, "change", None) is Change.REMOVED:
            element = etree.Element(f"{{{DELETED}}}deleted-entry", nsmap={"at": DELETED})
            element.set("ref", entry_id(article.portal, article.article_id))
            element.set("when", clock.now().isoformat())
        else:
            element = _entry(article, at)
            self._updated = max(self._updated or at, at)
        self._entries.write(etree.tostring(element, encoding="utf-8") + b"\n")

    def finish_exporting(self) -> None:
        head, tail = self._frame().split(b"</feed>")
        self._file.write(head)
        self._entries.seek(0)
        while part := self._entries.read(2**16):
            self._file.write(part)
        self._file.write(b"</feed>" + tail)
        self._entries.close()

    def _frame(self) -> bytes:
        feed = etree.Element(f"{{{ATOM}}}feed", nsmap=_DEFAULT)
        _add(feed, "id", uuid.uuid5(_NAMES, f"feed {self._name}").urn)
        _add(feed, "title", f"kznews: {self._name}")
        _add(feed, "updated", (self._updated or clock.now()).isoformat())
        _add(_add(feed, "author"), "name", "kznews")
        _add(feed, "generator", "kznews")
        return etree.tostring(feed, xml_declaration=True, encoding="utf-8") + b"\n"


def _entry(article: Article, at: datetime) -> etree._Element:
    tag = language_tag(article.language, article.script)
    entry = etree.Element(f"{{{ATOM}}}entry", nsmap=_DEFAULT)
    entry.set(_LANG, tag)
    _add(entry, "id", entry_id(article.portal, article.article_id))
    _add(entry, "title", article.title or "", type="text")
    _add(entry, "updated", at.isoformat())
    if article.published_at:
        _add(entry, "published", article.published_at.isoformat())
    for name in article.authors or [article.portal or "kznews"]:
        _add(_add(entry, "author"), "name", name)
    if article.url:
        _add(entry, "link", rel="alternate", type="text/html", hreflang=tag, href=article.url)
    if article.image_url and article.image_url.startswith(("http://", "https://")):
        _add(entry, "link", rel="enclosure", type="image/*", href=article.image_url)
    for term in dict.fromkeys(filter(None, (article.section, *article.tags))):
        _add(entry, "category", term=term)
    if article.lead:
        _add(entry, "summary", article.lead, type="text")
    _add(entry, "content", _html(article, tag), type="html")
    return entry


def _html(article: Article, tag: str) -> str:
    """Return the text as HTML: nothing of it is markup, Arabic script runs from right to left."""
    direction = "rtl" if article.script == "Arab" else "ltr"
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.body)
    return f'<div lang="{escape(tag)}" dir="{direction}">{paragraphs}</div>'


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    for key, value in attributes.items():
        child.set(key, _FORBIDDEN.sub("\ufffd", value))
    if text:
        child.text = _FORBIDDEN.sub("\ufffd", text)
    return child

"""One answer in, what its page gives out: the same rules as in a run, without engine, clock, network or store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.http import Headers, HtmlResponse

from kznews.agenda import named
from kznews.archives.http import NotHttp, read_answer
from kznews.extract.links import canonical
from kznews.extract.sources.read import is_html, page_number, read_listing, read_source, source_at
from kznews.extract.sources.xmlstream import MAX_BYTES
from kznews.failures import reason_of_failure, refusal_of_status
from kznews.loaders import load_article
from kznews.logformatter import shorten
from kznews.network.coding import unpacked
from kznews.network.errors import TooLarge
from kznews.outcomes import Outcome, Reason, Refused
from kznews.pages import clock_beside, document_of, is_listing, leftovers
from kznews.pages import read_answer as read_document
from kznews.pipelines.dedupe import content_key
from kznews.pipelines.language import tag, unwanted
from kznews.pipelines.validate import fault
from kznews.portal import Feed, Sitemap
from kznews.savedarchives import cut_short
from kznews.store import PageRecord

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy.http import Response

    from kznews.archives.http import HttpAnswer
    from kznews.archives.records import Record
    from kznews.extract.sources.found import Found, Harvest
    from kznews.items import Article
    from kznews.portal import Portal, Source

MAX_BODY = 5 * 2**20
"""Bytes of a page when it is unpacked: what a run takes (setting DOWNLOAD_MAXSIZE)."""
_UNREAD = ("/robots.txt",)
"""Paths that are asked for and never read as a page."""


def is_page(url: str, status: int) -> bool:
    """Return whether an answer is one that is read: no robots.txt, no redirect, no word that a copy is still right."""
    return urlsplit(url).path not in _UNREAD and not 300 <= status < 400  # noqa: PLR2004 - the class of redirects


def read_record(record: Record, portal: Portal, *, layouts: bool = True, evidence: Found | None = None) -> PageRecord | None:
    """Return what a response record gives: an article, addresses, or a refusal with its reason; None where it is no page.

    `evidence` is what sources said of the address. Never raises: what our own code makes of a page it fails on is `parse_error`.
    """
    head = record.head
    if head.at is None or canonical(head.url, portal) is None:
        return None
    try:
        answer = read_answer(record.block)
    except NotHttp:
        return None
    if not is_page(head.url, answer.status):
        return None
    source = source_at(head.url, portal)
    limit = MAX_BYTES if isinstance(source, Feed | Sitemap) else MAX_BODY
    try:
        body = _whole(head.truncated, answer, limit)
    except Exception as error:  # noqa: BLE001 - each has its reason
        return _refused(_about(head.url, portal, head.at, source), Refused(*reason_of_failure(error)))
    kept = [(name, value) for name, value in answer.headers if name.lower() != "content-encoding"]
    return read_response(_response(head.url, answer.status, kept, body), portal, head.at, layouts=layouts, evidence=evidence)


def _whole(truncated: str, answer: HttpAnswer, limit: int) -> bytes:
    """Return the body without its coding; raises what its fetch would raise."""
    if truncated or answer.cut:
        raise cut_short(truncated)
    codings = [value for name, value in answer.headers if name.lower() == "content-encoding"]
    body = unpacked(answer.body, codings, limit)
    if len(body) > limit:
        raise TooLarge(f"more than {limit} bytes")
    return body


def _response(url: str, status: int, headers: list[tuple[str, str]], body: bytes) -> HtmlResponse:
    grouped: dict[str, list[bytes]] = {}
    for name, value in headers:
        grouped.setdefault(name.title(), []).append(value.encode("latin-1", "replace"))
    return HtmlResponse(url, status=status, headers=Headers(grouped), body=body)


def response_of(url: str, status: int | None, headers: tuple[tuple[str, str], ...], body: bytes) -> HtmlResponse:
    """Return the response that a kept page was read from."""
    return _response(url, status or 200, list(headers), body)


def read_response(
    response: Response, portal: Portal, at: datetime, *, layouts: bool = True, evidence: Found | None = None
) -> PageRecord:
    """Return what an answer gives whose codings are undone; `at` is when it came, aware. Never raises."""
    source = source_at(response.url, portal)
    about = _about(response.url, portal, at, source)
    about |= {"status": response.status}
    for name, header in (("etag", "ETag"), ("last_modified", "Last-Modified")):
        about[name] = (response.headers.get(header) or b"").decode("latin-1") or None
    try:
        return _read(response, portal, source, about, layouts=layouts, evidence=evidence)
    except Refused as refused:
        return _refused(about, refused)
    except Exception as error:  # noqa: BLE001 - a defect of ours is an outcome as well
        return _refused(about, Refused(Reason.PARSE_ERROR, repr(error)))


def _about(url: str, portal: Portal, at: datetime, source: Source | None) -> dict[str, Any]:
    known = canonical(url, portal) or url
    return {"portal": portal.name, "url": known, "fetched_at": at, "depth": None if source is None else 0}


def _refused(about: dict[str, Any], refused: Refused) -> PageRecord:
    return PageRecord(**about, outcome=Outcome.REFUSED, reason=refused.reason, detail=shorten(refused.detail))


def _read(
    response: Response, portal: Portal, source: Source | None, about: dict[str, Any], *, layouts: bool, evidence: Found | None
) -> PageRecord:
    if refusal := refusal_of_status(response):
        raise Refused(*refusal)
    if source is not None and not is_html(source):
        return _listed(about, read_source(response.body, source, portal, url=response.url), source, portal)
    document = document_of(response, about["url"])
    reading = read_document(document, response, portal, about["fetched_at"], layouts=layouts, evidence=evidence)
    about |= {"observations": reading.observations, "clock": clock_beside(reading, response, portal)}
    if is_listing(document, portal, source, reading):
        return _listed(about, read_listing(document, portal, source), source, portal)
    if reading.refusal:
        raise Refused(*reading.refusal)
    return _article(about, load_article(reading, about["fetched_at"]), portal)


def _listed(about: dict[str, Any], harvest: Harvest, source: Source | None, portal: Portal) -> PageRecord:
    number = 1 if source is None else page_number(about["url"], source, portal)
    links = tuple(map(named, harvest.found))
    return PageRecord(**about, outcome=Outcome.LISTED, links=links, number=number, detail=shorten(leftovers(harvest)))


def _article(about: dict[str, Any], article: Article, portal: Portal) -> PageRecord:
    if found := fault(article):
        raise Refused(*found)
    tag(article)
    if why := unwanted(article, portal.languages):
        raise Refused(Reason.FOREIGN_LANGUAGE, why)
    return PageRecord(**about, article=article, content_key=content_key(article))

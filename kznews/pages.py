"""What kind of page an answer is, and what is read of it: the same with the engine (spiders/base.py) and without (reextract)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from w3lib.encoding import http_content_type_encoding

from kznews.extract.dates.clock import beside
from kznews.extract.document import Document
from kznews.extract.links import article_id, article_links
from kznews.extract.page import read_page
from kznews.outcomes import Reason, Refused

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy.http import Response

    from kznews.extract.page import Reading
    from kznews.extract.sources.found import Found, Harvest
    from kznews.items import PageClock
    from kznews.portal import Portal, Source

MIN_UNKNOWN = 400
"""Characters of text that make a page an article although no pattern knows its address: a list has excerpts."""
_READABLE = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "")


def document_of(response: Response, url: str) -> Document:
    """Return the page of an answer, known under the canonical address `url`; raises Refused for what is no page."""
    said = (response.headers.get("Content-Type") or b"").decode("latin-1")
    kind = said.split(";")[0].strip().lower()
    if kind not in _READABLE:
        raise Refused(Reason.NOT_HTML, f"Content-Type {kind}")
    return Document(response.body, response.url, address=url, header=http_content_type_encoding(said))


def read_answer(
    document: Document, response: Response, portal: Portal, fetched_at: datetime, *, layouts: bool, evidence: Found | None
) -> Reading:
    """Return what is read of a page of whatever kind; raises Refused for bytes that cannot be parsed safely."""
    headers = {name.decode().lower(): b"".join(values).decode("latin-1") for name, values in response.headers.items()}
    return read_page(document, portal, fetched_at, headers=headers, layouts=layouts, evidence=evidence)


def is_listing(document: Document, portal: Portal, source: Source | None, reading: Reading) -> bool:
    """Return whether a page is read for its links.

    An address that no pattern knows is an article if it reads like one (a date, much text), else a list if it links to any.
    """
    if source is not None or article_id(document.address, portal):
        return source is not None
    if urlsplit(document.address).path == "/":
        return True
    article = reading.refusal is None and reading.values["published_at"] and sum(map(len, reading.values["body"])) >= MIN_UNKNOWN
    return not article and bool(article_links(document, portal))  # the links last: they are sought in the whole page


def leftovers(harvest: Harvest) -> str:
    """Return one line on the addresses of a source page that are not taken, the first of each reason with them; "" for none."""
    kinds = Counter(reason for reason, _ in harvest.rejected)
    first = dict(reversed(harvest.rejected))
    refused = [f"{count} {reason.value} ({first[reason]})" for reason, count in kinds.items()]
    return "; ".join((*harvest.notes, *refused))


def clock_beside(reading: Reading, response: Response, portal: Portal) -> PageClock:
    """Return the page's own clock, with its distance from the answer's Date header."""
    date = b"".join(response.headers.getlist("Date")).decode("latin-1")
    return beside(reading.values["page_clock_raw"], date, portal.timezone)

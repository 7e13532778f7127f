"""The extractors that kznews is compared with, each behind one function: HTML in, text, title and day out."""

from __future__ import annotations

import importlib
import logging
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from lxml import html
from lxml.cssselect import CSSSelector

from benchmarks.markdown import with_version
from kznews.extract.document import Document
from kznews.extract.page import read_page
from kznews.loaders import load_article
from kznews.outcomes import Refused
from kznews.pipelines.language import tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.corpora import Sample


@dataclass(frozen=True)
class Answer:
    """What a tool read; None for what it does not give at all, "" for what it did not find."""

    text: str | None = None
    title: str | None = None
    day: date | None = None
    dated: bool = False
    """Whether the tool looks for dates."""


MACHINE_BASES = ("jsonld", "meta", "time", "attribute", "state")
"""An instant of these is told by the portal's clock, wherever the publisher is."""


def _kznews(sample: Sample, *, layouts: bool) -> Answer:
    document = Document(sample.body, sample.url, address=sample.address, header=sample.header)
    try:
        reading = read_page(document, sample.portal, sample.fetched_at, layouts=layouts)
    except Refused:
        return Answer("", "", dated=True)
    article = load_article(reading, sample.fetched_at)
    tag(article)
    at = reading.values["published_at"]
    if at and sample.clock and reading.values["published_basis"] in MACHINE_BASES:  # else it is what the publisher's readers see
        at = at.astimezone(sample.clock)
    day = at.date() if at else None
    return Answer("\n".join((article.lead or "", *article.body)), article.title or "", day, dated=True)


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _trafilatura(sample: Sample) -> Answer:
    found = importlib.import_module("trafilatura").bare_extraction(sample.html, url=sample.url, with_metadata=True)
    return Answer(found.text or "", found.title or "", _day(found.date), dated=True) if found else Answer("", "", dated=True)


def _trafilatura_fast(sample: Sample) -> Answer:
    return Answer(importlib.import_module("trafilatura").extract(sample.html, fast=True, include_comments=False) or "")


def _newspaper(sample: Sample) -> Answer:
    found = importlib.import_module("newspaper").article(sample.url, input_html=sample.html)
    return Answer(found.text, found.title, _day(found.publish_date), dated=True)


def _news_please(sample: Sample) -> Answer:
    found = importlib.import_module("newsplease").NewsPlease.from_html(sample.html, url=sample.url)
    return Answer(found.maintext or "", found.title or "", _day(found.date_publish), dated=True)


def _readability(sample: Sample) -> Answer:
    found = importlib.import_module("readability").Document(sample.html)
    text = "\n".join(html.fromstring(found.summary(html_partial=True)).itertext())
    return Answer(text, found.short_title())


def _resiliparse(sample: Sample) -> Answer:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return Answer(extract(sample.html, main_content=True, links=False, alt_texts=False))


def _goose(sample: Sample) -> Answer:
    found = importlib.import_module("goose3").Goose({"enable_image_fetching": False}).extract(raw_html=sample.html)
    return Answer(found.cleaned_text, found.title, _day(found.publish_date), dated=True)


def _justext(sample: Sample) -> Answer:
    justext = importlib.import_module("justext")
    words = frozenset().union(*map(justext.get_stoplist, ("Kazakh", "Russian", "English", "German")))
    return Answer("\n".join(part.text for part in justext.justext(sample.body, words) if not part.is_boilerplate))


def _fundus(sample: Sample) -> Answer:
    """Return what fundus' helpers read, used as its parsers do: with our layouts' selectors, else in an article's usual box."""
    helpers = importlib.import_module("fundus.parser.utility")
    page = html.document_fromstring(sample.html)
    layout = next((layout for layout in sample.portal.layouts if layout.body and page.cssselect(layout.marker)), None)
    box = layout.body if layout is not None else "article, [itemprop=articleBody]"
    paragraphs = CSSSelector(", ".join(f"{part} p" for part in box.split(",")))
    body = helpers.extract_article_body_with_selector(page, paragraphs)
    text = "\n".join(paragraph for section in body.sections for paragraph in section.paragraphs)
    named = page.xpath("string(//meta[@property='og:title']/@content)")
    day = helpers.generic_date_parsing(page.xpath("string(//meta[@property='article:published_time']/@content)") or None)
    return Answer(text, named, _day(day), dated=True)


TOOLS: dict[str, tuple[str, Callable[[Sample], Answer]]] = {
    "kznews, layouts": ("kznews", lambda sample: _kznews(sample, layouts=True)),
    "kznews, general": ("kznews", lambda sample: _kznews(sample, layouts=False)),
    "trafilatura with metadata": ("trafilatura", _trafilatura),
    "trafilatura fast": ("trafilatura", _trafilatura_fast),
    "newspaper4k": ("newspaper4k", _newspaper),
    "news-please": ("news-please", _news_please),
    "readability-lxml": ("readability-lxml", _readability),
    "resiliparse": ("resiliparse", _resiliparse),
    "goose3": ("goose3", _goose),
    "jusText": ("justext", _justext),
    "fundus' helpers": ("fundus", _fundus),
}
"""Name -> package and reading. fundus by itself reads only the portals that it declares, none of them Kazakh."""


def lxml_parse(sample: Sample) -> object:
    return html.fromstring(sample.body)


def lexbor_parse(sample: Sample) -> object:
    return importlib.import_module("selectolax.lexbor").LexborHTMLParser(sample.body)


PARSES = {"bare lxml parse": ("lxml", lxml_parse), "bare Lexbor parse": ("selectolax", lexbor_parse)}


def installed(tools: dict[str, tuple[str, Callable[[Sample], Any]]]) -> dict[str, Callable[[Sample], Any]]:
    """Return the tools whose package is here, each under its name with the version."""
    logging.disable(logging.CRITICAL)  # they complain of pages that they cannot read
    found = {}
    for name, (package, work) in tools.items():
        if version := with_version(package):
            found[f"{name} {version.removeprefix(package)}".strip()] = work
    return found

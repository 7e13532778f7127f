"""Small pages around a small article, for tests of one rule: a header, a headline, a date, three paragraphs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kznews.extract.document import Document
from kznews.extract.page import read_page
from kznews.spiders.any import AnyPortal
from tests.support.engines.scripts import written

if TYPE_CHECKING:
    from kznews.extract.page import Reading
    from kznews.extract.sources.found import Found

FETCHED = datetime(2025, 11, 3, 9, 30, tzinfo=UTC)
URL = "https://derek.kz/zhanalyq/4711-kopir"
TITLE = "Ауыл көпірі жөндеуден кейін ашылды"
PARAGRAPHS = (
    "Өзен үстіндегі ескі көпір екі жыл бойы жабық тұрған еді, енді ол арқылы жүк көліктері де өте алады.",
    "Құрылысшылар тіректерін түгел ауыстырып, жиектеріне шам орнатқан, жаяу жүргіншілерге бөлек жол салынған.",
    "Тұрғындардың айтуынша, бұрын көрші ауылға жету үшін отыз шақырым айналып жүруге тура келетін.",
)


def article(title: str = TITLE, paragraphs: tuple[str, ...] = PARAGRAPHS, date: str = "2 қараша 2025, 14:20") -> str:
    shown = f'<div class="date">{date}</div>' if date else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<article><h1>{title}</h1>{shown}<div class="text">{text}</div></article>'


def page(before: str = "", after: str = "", *, main: str | None = None, head: str = "") -> str:
    """Return a page with markup before and after its article."""
    shown = article() if main is None else main
    return (
        f'<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head>'
        f"<body>{before}<main>{shown}</main>{after}</body></html>"
    )


def in_script(alphabet: str) -> str:
    """Return the article in another alphabet of tests.support.engines.scripts ("acute", "umlaut", "arabic")."""
    return article(written(TITLE, alphabet), tuple(written(text, alphabet) for text in PARAGRAPHS), date="02.11.2025 14:20")


def document(markup: str | bytes, url: str = URL, header: str | None = None) -> Document:
    return Document(markup if isinstance(markup, bytes) else markup.encode(), url, header=header)


def read(markup: str | bytes, url: str = URL, evidence: Found | None = None) -> Reading:
    return read_page(document(markup, url), AnyPortal.declared.at("derek.kz"), FETCHED, evidence=evidence)

"""Reads printed pages with the general strategies alone and compares field by field."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kznews.extract.document import Document
from kznews.extract.links import canonical
from kznews.extract.page import read_page
from kznews.loaders import load_article
from kznews.outcomes import Refused
from kznews.pipelines.language import tag
from kznews.spiders.any import AnyPortal
from tests.support.engines.core import FIELDS, Either, Page, Template, heads

if TYPE_CHECKING:
    from kznews.items import Article
    from tests.support.engines.models import Model

SAME_BODY = 0.98
WORD = re.compile(r"\w+")
BULLET = re.compile(r"^(?:[-–—•·*]\s+|\d+[.)]\s+)(?=\S)")
REFUSED = "refused: "


@dataclass(frozen=True)
class Score:
    """One field of one page."""

    template: str
    model: str
    field: str
    right: bool
    expected: Any
    actual: Any
    f1: float = 1.0

    @property
    def pair(self) -> str:
        return f"{'seed:' if self.model == 'seed' else ''}{self.template}-{self.field}"


def address(template: Template, page: Page) -> str:
    return f"https://{template.name}.example{page.path}"


@cache
def read(template: Template, model: Model) -> Article | str:
    """Return the article that the general strategies read, or why there is none."""
    page = template.page(model)
    url = address(template, page)
    portal = AnyPortal.declared.at(url.split("/")[2])
    document = Document(page.html.encode(), url, address=canonical(url, portal) or url, header="utf-8")
    try:
        reading = read_page(document, portal, model.fetched, layouts=False)
    except Refused as refused:
        return f"{REFUSED}{refused.reason}"
    if reading.refusal:
        return f"{REFUSED}{reading.refusal}"
    article = load_article(reading, model.fetched)
    tag(article)
    return article


def folded(text: str | None) -> str | None:
    return text if text is None else " ".join(text.replace("...", "…").split())


def actual(article: Article) -> dict[str, Any]:
    """Return an article in the terms of the expectations."""
    at, weather = article.published_at, article.weather
    return {
        "title": folded(article.title), "lead": folded(article.lead), "body": article.body, "paragraphs": article.body,
        "section": article.section, "authors": list(article.authors), "tags": list(article.tags), "views": article.views,
        "published": at and at.isoformat()[:16] + at.isoformat()[-6:], "precision": article.published_precision,
        "comments": article.comments, "image": article.image_url, "clock": folded(article.page_clock_raw),
        "dateline": folded(article.dateline), "language": article.language, "script": article.script,
        "weather": weather and (weather.city_key, None if weather.temperature is None else float(weather.temperature)),
        "rates": [(rate.currency, float(rate.value), rate.nominal, rate.side) for rate in article.exchange_rates],
    }  # fmt: skip


def shingles(texts: list[str]) -> Counter[tuple[str, ...]]:
    words = [word for text in texts for word in WORD.findall(text.casefold())]
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def body_f1(expected: list[str], found: list[str]) -> float:
    """Return F1 of the bodies' four-word shingles."""
    if not found:
        return 0.0
    want, have = shingles(expected), shingles(found)
    shared = (want & have).total()
    return 2 * shared / (want.total() + have.total())


def plain(texts: list[str], skip: list[str]) -> list[str]:
    """Return paragraphs without bullets and folded, subheadings left out: reading them or not is equally right."""
    lines = [folded(text) or "" for text in texts]
    return [BULLET.sub("", line) for line in lines if line not in skip]


def agree(name: str, expected: Any, found: Any, skip: list[str]) -> tuple[bool, float]:
    if name in ("body", "paragraphs"):
        want, have = plain(expected, skip), plain(found, skip)
        f1 = body_f1(want, have)
        return (f1 >= SAME_BODY if name == "body" else want == have), f1
    if isinstance(expected, Either | frozenset):
        return any(found == option for option in expected), 1.0
    return (folded(expected) == folded(found) if isinstance(expected, str) else expected == found), 1.0


@cache
def scores(template: Template, model: Model) -> tuple[Score, ...]:
    """Return the score of every field of one page."""
    expected = template.expected(model, template.page(model))
    article = read(template, model)
    found = {} if isinstance(article, str) else actual(article)
    out = []
    for name in FIELDS:
        if isinstance(article, str):
            out.append(Score(template.name, model.key, name, False, expected[name], article, 0.0))  # noqa: FBT003
            continue
        right, f1 = agree(name, expected[name], found[name], heads(model))
        out.append(Score(template.name, model.key, name, right, expected[name], found[name], f1))
    return tuple(out)

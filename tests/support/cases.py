"""The saved pages as test cases: what was fetched, and what a careful reader says is on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import get_project_settings
from scrapy.utils.serialize import ScrapyJSONEncoder
from w3lib.encoding import http_content_type_encoding

from kznews.clock import parse_instant
from kznews.extract.document import Document
from kznews.extract.links import canonical
from kznews.extract.page import read_page
from kznews.loaders import load_article
from kznews.outcomes import Reason, Refused
from kznews.pipelines.language import tag
from kznews.spiders.any import undeclared

if TYPE_CHECKING:
    from kznews.items import Article
    from kznews.portal import Portal

ROOT = Path(__file__).resolve().parents[2]
PORTALS = ROOT / "fixtures" / "portals"
LOADER = SpiderLoader.from_settings(get_project_settings())
SPIDERS = {name: LOADER.load(name) for name in LOADER.list()}
"""Every portal file, by name: a new one needs no registration here either."""


@dataclass(frozen=True)
class Case:
    """One folder of fixtures/portals/<portal>/."""

    folder: Path

    @property
    def name(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def meta(self) -> dict[str, Any]:
        return load(self.folder / "meta.json")

    @property
    def expected(self) -> dict[str, Any]:
        return load(self.folder / "expected.json") if (self.folder / "expected.json").exists() else {}

    @property
    def refusal(self) -> str | None:
        return load(self.folder / "refused.json")["reason"] if (self.folder / "refused.json").exists() else None

    @property
    def portal(self) -> Portal:
        declared = SPIDERS[self.folder.parent.name].declared
        if declared.name != "any":
            return declared
        return undeclared(self.meta["url"].split("/")[2])


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def cases() -> tuple[Case, ...]:
    """Every article case, in the order of its name."""
    return tuple(Case(meta.parent) for meta in sorted(PORTALS.glob("*/*/meta.json")))


def document_of(folder: Path, portal: Portal, meta: dict[str, Any]) -> Document:
    page = next(path for path in sorted(folder.iterdir()) if path.stem == "page")
    kind = meta.get("headers", {}).get("Content-Type", "")
    address = canonical(meta["url"], portal) or meta["url"]
    return Document(page.read_bytes(), meta["url"], address=address, header=http_content_type_encoding(kind))


@cache
def read(case: Case, *, layouts: bool = True) -> tuple[Article | None, Reason | None]:
    """Return the article of a case, or the reason why there is none, without the engine."""
    meta, portal = case.meta, case.portal
    fetched_at = parse_instant(meta["fetched_at"])
    try:
        reading = read_page(document_of(case.folder, portal, meta), portal, fetched_at, layouts=layouts)
    except Refused as refused:
        return None, refused.reason
    if reading.refusal:
        return None, reading.refusal[0]
    article = load_article(reading, fetched_at)
    tag(article)
    if article.language not in (*portal.languages, "und"):
        return None, Reason.FOREIGN_LANGUAGE
    return article, None


def exported(article: Article) -> dict[str, Any]:
    """Return an article as the JSON feed shows it."""
    return json.loads(ScrapyJSONEncoder(ensure_ascii=False).encode(ItemAdapter(article).asdict()))


def agrees(expected: Any, actual: Any) -> bool:
    """Return whether `actual` says what `expected` says; objects may hold more than is expected."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(agrees(value, actual.get(name)) for name, value in expected.items())
    if isinstance(expected, list):
        return isinstance(actual, list) and len(expected) == len(actual) and all(map(agrees, expected, actual))
    return expected == actual

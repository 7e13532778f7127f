"""A saved page as a test case: what was fetched, what a careful reader says is on it, and what our rules read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter
from scrapy.utils.serialize import ScrapyJSONEncoder
from w3lib.encoding import http_content_type_encoding

from kznews.clock import parse_instant
from kznews.extract.copies import original
from kznews.extract.document import Document
from kznews.extract.links import canonical
from kznews.extract.page import read_page
from kznews.loaders import load_article
from kznews.outcomes import Reason, Refused
from kznews.pipelines.language import tag
from kznews.spiderloader import UNDECLARED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kznews.items import Article
    from kznews.portal import Portal

SAVED = Path("fixtures/portals")
"""Where the project keeps its cases, seen from its own folder."""
UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""What a case raises whose files are missing, no JSON, or of another form than they should be."""


@dataclass(frozen=True)
class Case:
    """One folder `<portal>/<case>/`: page and meta.json, with expected.json or refused.json."""

    folder: Path

    @property
    def name(self) -> str:
        """Portal and case, as in "qamshy/qar-short"."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def meta(self) -> dict[str, Any]:
        """Where the page came from, or that of which it is a copy; raises OSError or ValueError if it cannot be read."""
        said = load_object(self.folder / "meta.json")
        return said | {"url": original(said["url"])} if isinstance(said.get("url"), str) else said

    @property
    def expected(self) -> dict[str, Any]:
        """Field -> value as the JSON feed shows it; {} for a case that is to be refused."""
        return load_object(self.folder / "expected.json") if (self.folder / "expected.json").exists() else {}

    @property
    def refusal(self) -> str | None:
        """The reason by which the page is to be refused, None for an article."""
        return str(load_object(self.folder / "refused.json")["reason"]) if (self.folder / "refused.json").exists() else None

    def portal(self, declared: Mapping[str, Portal]) -> Portal:
        """Return the portal that the page belongs to; raises KeyError for a folder without a portal file."""
        portal = declared[self.folder.parent.name]
        return portal.at(self.meta["url"].split("/")[2]) if portal.name == UNDECLARED else portal


def load_json(path: Path) -> Any:
    """Return what a JSON file holds; raises OSError, or ValueError that names case and file."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.parent.name}/{path.name} is no JSON: {error}") from error


def load_object(path: Path) -> dict[str, Any]:
    """Return what a JSON file holds, names with values; raises OSError, or ValueError or TypeError with case and file."""
    said = load_json(path)
    if not isinstance(said, dict):
        raise TypeError(f"{path.parent.name}/{path.name} holds no object of names and values")
    return said


def all_cases(saved: Path, portal: str = "*") -> tuple[Case, ...]:
    """Return the article cases below `saved`, of one portal or of all, in the order of their names."""
    return tuple(Case(meta.parent) for meta in sorted(saved.glob(f"{portal}/*/meta.json")))


def page_of(folder: Path) -> Path:
    """Return the saved page of a case; raises FileNotFoundError if there is none."""
    found = sorted(path for path in folder.iterdir() if path.stem == "page")
    if not found:
        raise FileNotFoundError(f"no saved page in {folder}")
    return found[0]


def document_of(folder: Path, portal: Portal, meta: Mapping[str, Any]) -> Document:
    """Return the saved page of a case as its portal's run would see it; raises OSError or Refused."""
    kind = meta.get("headers", {}).get("Content-Type", "")
    address = canonical(meta["url"], portal) or meta["url"]
    return Document(page_of(folder).read_bytes(), meta["url"], address=address, header=http_content_type_encoding(kind))


def read(case: Case, portal: Portal, *, layouts: bool = True) -> tuple[Article | None, Reason | None]:
    """Return the article of a case, or the reason why there is none, without the engine."""
    fetched_at = parse_instant(case.meta["fetched_at"])
    try:
        reading = read_page(document_of(case.folder, portal, case.meta), portal, fetched_at, layouts=layouts)
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
    return dict(json.loads(ScrapyJSONEncoder(ensure_ascii=False).encode(ItemAdapter(article).asdict())))


def agrees(expected: Any, actual: Any) -> bool:
    """Return whether `actual` says what `expected` says; objects may hold more than is expected.

    >>> agrees({"city": "Алматы"}, {"city": "Алматы", "raw": "Алматы +6"})
    True
    """
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(agrees(value, actual.get(name)) for name, value in expected.items())
    if isinstance(expected, list):
        return isinstance(actual, list) and len(expected) == len(actual) and all(map(agrees, expected, actual))
    return bool(expected == actual)

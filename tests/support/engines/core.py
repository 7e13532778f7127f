"""The frame of the instrument: templates register here, with what a careful reader finds on the pages they print."""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.support.engines import models
from tests.support.engines import templates as shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.engines.models import Model

FIELDS = [
    "title",
    "lead",
    "body",
    "paragraphs",
    "section",
    "authors",
    "published",
    "precision",
    "tags",
    "views",
    "comments",
    "image",
    "rates",
    "weather",
    "clock",
    "dateline",
    "language",
    "script",
]
TEMPLATES: dict[str, Template] = {}


class Either(tuple[Any, ...]):
    """Answers of which each is right."""

    __slots__ = ()


@dataclass(frozen=True)
class Page:
    """A printed page; `expect` overrides what `shows` promises, field by field."""

    html: str
    path: str = "/"
    expect: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Template:
    """One markup of one engine."""

    name: str
    write: Callable[[Model], Page]
    shows: frozenset[str]
    precision: str
    letters: str

    def models(self, *, every: bool = False) -> tuple[Model, ...]:
        """Return the models this template is printed with: four Cyrillic ones and one of another script, or every one."""
        others = [model for model in (*models.LATIN, *models.ARABIC) if model.script in self.letters]
        if every:
            return (*models.CYRILLIC, *others)
        start = zlib.crc32(self.name.encode())
        chosen = [models.CYRILLIC[(start + step) % len(models.CYRILLIC)] for step in (0, 2, 3, 5)]
        return (*chosen, *([others[start % len(others)]] if others else []))

    def page(self, model: Model) -> Page:
        return self.write(model)

    def expected(self, model: Model, page: Page) -> dict[str, Any]:
        """Return what a careful reader says of the page, in the terms of `scoring.actual`."""
        shown = {name: value for name, value in said(model, self.precision).items() if name in self.shows | ALWAYS}
        return NOTHING | shown | page.expect


ALWAYS = frozenset(("title", "body", "paragraphs", "language", "script"))
NOTHING = {
    "lead": None, "section": None, "authors": [], "published": None, "precision": None, "tags": [], "views": None,
    "comments": None, "image": None, "rates": [], "weather": None, "clock": None, "dateline": None,
}  # fmt: skip


def said(model: Model, precision: str) -> dict[str, Any]:
    """Return every value of a model as a page that shows it would be read."""
    at = model.published.replace(hour=0, minute=0) if precision == "day" else model.published
    return {
        "title": model.title, "lead": model.lead, "body": paragraphs(model), "paragraphs": paragraphs(model),
        "section": model.section, "authors": list(model.authors), "published": at.isoformat()[:16] + at.isoformat()[-6:],
        "precision": frozenset(("minute", "second")) if precision == "minute" else precision,
        "tags": list(model.tags), "views": model.views, "comments": model.comments,
        "image": None, "rates": rates(model), "weather": (model.city_key, float(model.degrees)), "clock": None,
        "dateline": None, "language": "kk", "script": model.script,
    }  # fmt: skip


def paragraphs(model: Model) -> list[str]:
    """Return the paragraphs that must be read; subheadings may be, and are not among them."""
    return [text for block in model.blocks if block.kind != "head" for text in (block.items or (block.text,))]


def heads(model: Model) -> list[str]:
    return [block.text for block in model.blocks if block.kind == "head"]


def rates(model: Model, codes: tuple[str, ...] = ()) -> list[tuple[str, float, int, str]]:
    """Return official rates in the model's order, or in that of `codes`."""
    values = {code: float(value) for code, value in model.rates}
    return [(code, values[code], 1, "official") for code in (codes or values) if code in values]


def cash(model: Model) -> list[tuple[str, float, int, str]]:
    return [
        (code, float(value), 1, side)
        for code, buy, sell in model.cash
        for side, value in (("buy", buy), ("sell", sell))
    ]  # fmt: skip


def template(
    name: str, shows: str, *, precision: str = "minute", letters: str = "Cyrl Latn Arab",
) -> Callable[[Callable[[Model], Page]], Callable[[Model], Page]]:  # fmt: skip
    """Register a template: the fields its pages show, how finely it tells the time, the scripts it is used in."""

    def register(write: Callable[[Model], Page]) -> Callable[[Model], Page]:
        assert name not in TEMPLATES, name
        fields = frozenset(shows.split())
        assert fields <= set(FIELDS), fields - set(FIELDS)
        extra = frozenset(("precision",)) if "published" in fields else frozenset()
        TEMPLATES[name] = Template(name, write, fields | extra, precision, letters)
        return write

    return register


@cache
def loaded() -> dict[str, Template]:
    """Return every template, after importing all modules that hold them."""
    for module in pkgutil.iter_modules(shelf.__path__):
        importlib.import_module(f"{shelf.__name__}.{module.name}")
    return TEMPLATES

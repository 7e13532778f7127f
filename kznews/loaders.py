"""From raw values to items: one table says which processors clean which field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from itemloaders import ItemLoader
from itemloaders.processors import Identity, TakeFirst

from kznews.clock import aware_utc
from kznews.items import Article
from kznews.kazakh.text import one_line, paragraphs
from kznews.processors import each_of, unique

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kznews.extract.page import Reading

Processor = Any  # itemloaders' processors are plain callables on lists


@dataclass(frozen=True, slots=True)
class Clean:
    """How a field is cleaned: `each` on every raw value, `whole` on the list of results."""

    each: Processor = field(default_factory=Identity)
    whole: Processor = field(default_factory=TakeFirst)


def _line() -> Clean:
    return Clean(each=each_of(one_line))


def _lines() -> Clean:
    return Clean(each=each_of(one_line), whole=unique)


PROCESSORS: dict[str, Clean] = {
    "portal": _line(),
    "article_id": _line(),
    "url": _line(),
    "title": _line(),
    "lead": _line(),
    "body": Clean(each=paragraphs, whole=Identity()),
    "section": _line(),
    "authors": _lines(),
    "tags": _lines(),
    "image_url": _line(),
    "source_name": _line(),
    "dateline": _line(),
    "published_at": Clean(),
    "published_raw": _line(),
    "published_precision": _line(),
    "published_basis": _line(),
    "modified_at": Clean(),
    "views": Clean(),
    "comments": Clean(),
    "language": _line(),
    "script": _line(),
    "weather": Clean(),
    "exchange_rates": Clean(whole=Identity()),
    "page_clock_raw": _line(),
    "fetched_at": Clean(each=each_of(aware_utc)),
    "layout": _line(),
    "story_id": _line(),
    "duplicate_of": _line(),
    "relation": _line(),
}
"""Article field -> its processors. A field that is not here cannot be loaded."""


class ArticleLoader(ItemLoader):
    """Fills an Article from raw values, field by field, through PROCESSORS."""

    default_item_class = Article

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what cleans each raw value of the field; raises KeyError for a field without an entry in the table."""
        return PROCESSORS[field_name].each  # type: ignore[no-any-return]

    def get_output_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what makes the field's value of the cleaned ones; raises KeyError likewise."""
        return PROCESSORS[field_name].whole  # type: ignore[no-any-return]

    def add_value(self, field_name: str | None, value: Any, *processors: Processor, **context: Any) -> Self:
        """Add to a field as ItemLoader does; a value for the table alone goes through it at once, in a tenth of the time."""
        if field_name is None or processors or context:
            return super().add_value(field_name, value, *processors, **context)
        if value is not None:
            self._values.setdefault(field_name, []).extend(PROCESSORS[field_name].each(value if _is_many(value) else [value]))
        return self

    def load_item(self) -> Article:
        """Return the item with the values collected: as ItemLoader does, without asking anew how an Article takes a value."""
        article: Article = self.item
        for name, values in self._values.items():
            if values and (value := PROCESSORS[name].whole(values)) is not None:
                setattr(article, name, value)
        return article


def _is_many(value: Any) -> bool:
    return isinstance(value, (list, tuple))


def load_article(reading: Reading, fetched_at: datetime) -> Article:
    """Return the Article of a reading; fields that the page does not give keep their defaults."""
    loader = ArticleLoader()  # makes the item itself: the defaults of one that it is given would be loaded as well
    for name, value in reading.values.items():
        if value not in (None, "", []):
            loader.add_value(name, value)
    loader.add_value("fetched_at", fetched_at)
    return loader.load_item()

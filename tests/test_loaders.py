"""The loader's short way to an Article is ItemLoader's own, whatever the values are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from itemloaders import ItemLoader
from itemloaders.processors import MapCompose

from kznews.items import Article, Weather
from kznews.kazakh.text import paragraphs
from kznews.loaders import PROCESSORS, ArticleLoader

NOW = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)
VALUES: dict[str, list[Any]] = {
    "title": [" Ауылда  жаңа\u00a0кітапхана ", "екінші", None, "", ["", " бірінші ", "екінші"], ("бірінші",), []],
    "tags": [["Ауыл", " Ауыл ", "\u200b", "Қоғам"], ("Ауыл",), "Ауыл", [], None],
    "body": [["бір  жол\n\n екінші", "\u00ad"], paragraphs(["бас\u00adты", ""]), "жол", [], None],
    "published_at": [NOW, None, [NOW]],
    "views": [0, 12, None, [None, 3]],
    "weather": [Weather(city="Алматы"), [], [Weather(city="Алматы"), Weather(city="Шымкент")]],
    "exchange_rates": [[], ["бір", "екі"]],
    "fetched_at": [NOW, None],
}


class Plain(ItemLoader):
    """ItemLoader with the same table and nothing of ours."""

    default_item_class = Article

    def get_input_processor(self, field_name: str) -> Any:
        return PROCESSORS[field_name].each

    def get_output_processor(self, field_name: str) -> Any:
        return PROCESSORS[field_name].whole


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in VALUES.items() for value in values])
def test_a_value_becomes_what_an_item_loader_makes_of_it(name: str, value: Any) -> None:
    ours, plain = ArticleLoader(), Plain()
    for loader in (ours, plain):
        loader.add_value(name, value)
        loader.add_value(name, value)
    assert ours.load_item() == plain.load_item()


def test_processors_and_dictionaries_are_those_of_an_item_loader() -> None:
    ours, plain = ArticleLoader(), Plain()
    for loader in (ours, plain):
        loader.add_value("title", ["АУЫЛ"], MapCompose(str.lower))
        loader.add_value("section", "бөлім: Қоғам", re="бөлім: (.+)")
        loader.add_value(None, {"views": 7, "tags": ["Ауыл"]})
    item = ours.load_item()
    assert item == plain.load_item()
    assert (item.title, item.section, item.views, item.tags) == ("ауыл", "Қоғам", 7, ["Ауыл"])


def test_a_field_that_no_row_of_the_table_names_cannot_be_loaded() -> None:
    with pytest.raises(KeyError):
        ArticleLoader().add_value("colour", "көк")

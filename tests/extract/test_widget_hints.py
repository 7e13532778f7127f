"""What widgets are told by quickly may never change what is read: on large pages, at a second sight, at the edges of hints."""

from __future__ import annotations

import random
from itertools import count

import pytest
from lxml import html

from kznews.extract.block import Block
from kznews.extract.rates import blocks as rate_blocks
from kznews.extract.rates.tokens import may_be_figures, tokens_of
from kznews.extract.weather.marks import has_sign, marks_of, may_be_bare
from kznews.extract.widgets import LARGEST, Sizes, is_small
from kznews.extract.zones import Zone
from tests.extract import test_rates, test_weather
from tests.support.small_pages import page, read

CARDS = "".join(
    f'<div class="more"><div class="card"><h4><a href="/n/{number}">Ауданда {number} мектеп жөнделіп, ашылды</a></h4>'
    "<p>Жөндеу жұмыстары жаз бойы жүріпті</p><p>Жаңа жиһаз да әкелінді</p>"
    f"<p>{number}</p><p>{1200 + number}</p><p>{4 * number}</p></div></div>"
    for number in range(30)
)
"""More counters, names and elements than are asked one by one."""


def block(markup: str) -> Block:
    element = html.fromstring(markup)
    nodes = [(text.strip(), text.getparent()) for text in element.xpath(".//text()") if text.strip()]
    atoms, owners = [text for text, _ in nodes], [owner for _, owner in nodes]
    return Block(element, Zone.HEADER, "".join(atoms), owners, atoms)


@pytest.mark.parametrize("widget", test_rates.EVERY, ids=lambda widget: widget.name)
def test_rates_are_the_same_on_a_page_of_many_cards(widget: test_rates.Widget) -> None:
    shown = page(widget.markup, CARDS)
    assert test_rates.shown(shown) == test_rates.shown(shown) == widget.says


@pytest.mark.parametrize("widget", test_weather.EVERY, ids=lambda widget: widget.name)
def test_weather_is_the_same_on_a_page_of_many_cards(widget: test_weather.Widget) -> None:
    shown = page(widget.markup, CARDS)
    assert test_weather.shown(shown) == test_weather.shown(shown) == widget.says


@pytest.mark.parametrize(
    ("markup", "figures"),
    [
        ("<p>512</p>", True),
        ("<p>сатып алу 512,3</p>", True),
        ("<p>arrow_drop_up 447</p>", True),
        ("<p>бағам: <b>447</b> 12:45</p>", True),
        ("<p>12 пікір</p>", False),
        ("<p>Кеше 512 адам келді</p>", False),
        ("<p>22.04.2018</p>", False),
        ("<p>12:45</p>", False),
    ],
)
def test_figures_without_a_currency_are_told_by_labels_alone(markup: str, figures: bool) -> None:  # noqa: FBT001
    shown = block(markup)
    assert may_be_figures(shown.atoms) is figures
    assert bool(tokens_of(shown)) is figures


@pytest.mark.parametrize(
    ("figure", "degrees"),
    [
        ("12", True),
        ("Бүгін 12", True),
        ("12,5", True),
        ("-5", True),
        ("+12", True),
        ("-5 ашық", True),
        ("12 c", True),
        ("0012", True),
        ("512", False),
        ("12:45", False),
        ("22 сәуір 2018", False),
        ("12 пікір", False),
    ],
)
def test_bare_degrees_are_told_by_their_size_and_place(figure: str, degrees: bool) -> None:  # noqa: FBT001
    shown = block(f'<div><span class="temp">{figure}</span></div>')
    assert not has_sign(shown)
    assert may_be_bare(shown) is degrees
    assert any(mark.kind == "degrees" for mark in marks_of(shown)) is degrees


def test_three_figures_are_enough_where_their_box_names_rates() -> None:
    assert test_rates.shown(page('<ul class="currency"><li>521</li><li>604</li><li>6</li></ul>')) == "USD 521, EUR 604, RUB 6"


def test_a_box_is_as_small_as_its_letters_whoever_asked_before() -> None:
    chance = random.Random(7)
    limits = (1, 5, 30, 60, 200, LARGEST)
    for _ in range(40):
        root = html.fromstring("<div></div>")
        boxes = [root]
        for number in range(chance.randint(1, 40)):
            box = html.fromstring(f"<p>{' ' * chance.randint(0, 3)}{'а' * chance.randint(0, 90)}</p>")
            box.tail = chance.choice((None, "\n", " ә "))
            chance.choice(boxes[-3:] if number % 2 else boxes).append(box)
            boxes.append(box)
        chance.shuffle(boxes)
        sizes = Sizes()
        for box in boxes:
            for limit in chance.sample(limits, len(limits)):
                assert sizes(box, limit) == is_small(box, limit)


def test_texts_that_say_nothing_are_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_blocks, "_MOST_SILENT", 50)
    monkeypatch.setattr(rate_blocks, "_SILENT", kept := set[str]())
    numbers = count()
    sizes = []
    for _ in range(12):
        items = "".join(f"<li>Бөлім {'а' * next(numbers)}</li>" for _ in range(10))
        read(page(f"<ul>{items}</ul>"))
        sizes.append(len(kept))
    assert max(sizes) <= 50 + 20, "one page more than the bound, at most"
    assert max(sizes) > 10, "texts are kept from page to page"

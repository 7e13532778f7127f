"""Furniture that is not entered (kznews/extract/folding.py): nothing that a page says may depend on it."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kznews.clock import parse_instant
from kznews.extract import furniture
from kznews.extract.blocks import Blocks
from kznews.extract.folding import Folding
from kznews.extract.furniture import MAX_ASKED, furniture_of
from kznews.extract.layouts import selectors_of
from kznews.extract.page import read_page
from kznews.extract.widgets import RATES as KURS
from kznews.kazakh.currency import foreign_currencies
from kznews.outcomes import Refused
from kznews.portal import Layout
from kznews.quality import cases as saved
from kznews.spiders.any import AnyPortal
from tests.support.cases import DECLARED, cases
from tests.support.small_pages import FETCHED, TITLE, article, document, page, read

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.zones import Zone
    from kznews.portal import Portal

CARDS = "".join(
    f"<li class='card'><a href='/n/{at}'>Қалада {at} жаңа мектеп ашылды, ата-аналар қуанышты</a>"
    f"<span>{at} қараша 2025, 14:35</span></li>"
    for at in range(40)
)
RATES = "<div class='box'><span>USD</span><b>531,2</b><span>EUR</span><b>567,4</b></div>"


def walked(markup: str) -> Blocks:
    found = document(markup)
    return Blocks(found.tree, folds=Folding(found, furniture_of(())))


@pytest.mark.parametrize("box", ["<aside>{}</aside>", "<div class='sidebar'>{}</div>", "<div class='related-news'>{}</div>"])
def test_a_list_of_cards_is_not_entered(box: str) -> None:
    blocks = walked(page(main=article() + box.format(CARDS)))
    assert blocks.folded
    assert not [block for block in blocks.all if "мектеп" in block.text]


@pytest.mark.parametrize(
    "widget",
    [
        pytest.param(RATES, id="two currencies"),
        pytest.param("<div class='kurs'>531,2 567,4 5,9</div>", id="a box that calls itself rates"),
        pytest.param("<span>Алматы</span> <b>-5°C</b>", id="degrees"),
        pytest.param("<span>Алматы</span> <b>+7 С</b>", id="a Cyrillic letter for degrees"),
        pytest.param("<i class='icon-usd'></i><b>531</b>", id="an icon by class"),
        pytest.param("<img alt='USD'><b>531</b>", id="an icon by alt text"),
    ],
)
def test_a_sidebar_with_a_widget_is_entered(widget: str) -> None:
    blocks = walked(page(main=f"{article()}<aside>{CARDS}<section>{widget}</section></aside>"))
    assert [block for block in blocks.all if "531" in block.text or "Алматы" in block.text]


def test_rates_are_read_from_a_sidebar_of_cards() -> None:
    reading = read(page(main=f"{article()}<aside>{CARDS}{RATES}</aside>"))
    assert [(rate.currency, str(rate.value)) for rate in reading.rates] == [("USD", "531.2"), ("EUR", "567.4")]


@pytest.mark.parametrize("box", ["<header>{}</header>", "<nav>{}</nav>"])
def test_a_header_with_a_figure_is_entered_for_its_clock(box: str) -> None:
    menu = "".join(f"<li>Бөлімнің атауы {chr(0x430 + at % 30)}</li>" for at in range(40))
    assert walked(page(main=box.format(menu) + article())).folded
    assert not walked(page(main=box.format(f"{menu}<p>26 қараша, 2025</p>") + article())).folded


def in_sight(markup: str, portal: Portal | None = None) -> str:
    """Return the tags in sight on a page, those of its cards as long as they are."""
    found = document(markup)
    seen = Folding(found, furniture_of(portal.layouts if portal else ())).in_sight(found.tree)
    return " ".join(str(element.tag) for element in (found.index.elements if seen is None else seen))


def test_cards_in_a_sidebar_are_out_of_sight() -> None:
    markup = page(main=f"{article()}<aside>{CARDS}</aside>")
    assert document(markup).index.tagged("li")
    assert " aside" in in_sight(markup)
    assert " li" not in in_sight(markup)


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param("<h1>Қалада жаңа мектеп ашылды</h1>", id="a headline"),
        pytest.param("<div class='breadcrumbs'><a href='/qogam/'>Қоғам</a></div>", id="crumbs"),
        pytest.param("<p itemprop='keywords'><a href='/k/1'>Мектеп</a></p>", id="tags"),
        pytest.param("<div class='kurs'>531,2 567,4 5,9</div>", id="a widget"),
    ],
)
def test_a_box_that_may_tell_of_the_article_stays_in_sight(beside: str) -> None:
    menu = "".join(f"<li>Бөлімнің атауы {chr(0x430 + at % 30)}</li>" for at in range(40))
    assert " li" not in in_sight(page(main=f"<nav>{menu}</nav>{article()}"))
    assert " li" in in_sight(page(main=f"<nav>{menu}{beside}</nav>{article()}"))


def test_what_a_layout_selects_stays_in_sight() -> None:
    portal = replace(AnyPortal.declared, layouts=(Layout(name="now", marker="body", section=".rubric-name > a"),))
    markup = page(main=f"{article()}<aside>{CARDS}<p class='rubric-name'><a href='/q/'>Қоғам</a></p></aside>")
    assert " li" not in in_sight(markup)
    assert " li" in in_sight(markup, portal)


SELECTORS = {
    "h1, h2": True,
    "li.card": True,
    ".side .card span": True,
    "aside span": True,
    "aside h4, .none": False,
    "li.card > b": False,
    "main p.none": False,
    ".side > aside > ul > li:first-child": True,
}


@pytest.mark.parametrize(("selector", "expected"), SELECTORS.items())
def test_what_a_layout_selects_is_found_out_of_sight_as_well(selector: str, *, expected: bool) -> None:
    layout = Layout(name="now", marker="body", section=selector, author=".unknown")
    portal = replace(AnyPortal.declared, layouts=(layout,))
    menu = "".join(f"<p>Бөлімнің атауы {chr(0x430 + at % 30)}</p>" for at in range(40))
    side = f"<div class='side'><aside><ul>{CARDS}</ul></aside></div>"
    found = document(page(main=f"<nav>{menu}</nav>{article()}{side}"))
    read_page(found, portal, FETCHED)
    assert found.sight is not None
    assert selectors_of(found, portal) == {"now/section": expected, "now/author": False}


def test_selectors_of_saved_pages_are_the_same_before_and_after_reading() -> None:
    sights = 0
    for case in cases():
        portal = case.portal(DECLARED)
        found, fresh = (saved.document_of(case.folder, portal, case.meta) for _ in range(2))
        with contextlib.suppress(Refused):
            read_page(found, portal, parse_instant(case.meta["fetched_at"]))
            sights += found.sight is not None
            assert selectors_of(found, portal) == selectors_of(fresh, portal), case.name
    assert sights > 4


def test_a_headline_that_stands_in_furniture_alone_is_found() -> None:
    headline = "Қалада жаңа мектеп ашылып, оған жүзден астам бала барды"
    markup = page(main=f"<aside><h2>{headline}</h2>{CARDS}</aside>{article(title='')}").replace(TITLE, headline)
    assert " h2" not in in_sight(markup)
    assert read(markup).values["title"] == headline


def test_boxes_in_boxes_are_asked_for_a_few_times_the_page() -> None:
    depth = 40
    found = document(page(main=article() + "<div class='sidebar'>" * depth + CARDS + RATES + "</div>" * depth))
    asked = 0

    class Counting(Folding):
        def __call__(self, element: HtmlElement, zone: Zone) -> bool:
            nonlocal asked
            asked += len("".join(element.itertext())) if self._left > 0 else 0
            return super().__call__(element, zone)

    Blocks(found.tree, folds=Counting(found, furniture_of(())))
    assert asked <= (MAX_ASKED + 1) * len(found.body)


def test_boxes_in_a_small_box_are_not_asked() -> None:
    asked: list[str] = []

    class Noting(Folding):
        def _is_plain(self, element: HtmlElement, zone: Zone) -> bool:
            asked.append(str(element.tag))
            return super()._is_plain(element, zone)

    menu = "<nav><ul class='menu'><li class='menu-item'><a href='/q/'>Қоғам</a></li></ul></nav>"
    found = document(page(main=f"<header>{menu}</header>{article()}<aside>{CARDS}</aside>"))
    folds = Noting(found, furniture_of(()))
    assert folds.in_sight(found.tree) is not None
    Blocks(found.tree, folds=folds)
    assert asked == ["header", "aside"]


@pytest.mark.parametrize("most", [0, furniture._MOST_DULL])
def test_texts_that_were_met_hide_no_widget(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(furniture, "_MOST_DULL", most)
    figures = "<b>12 маусым</b><b>531,2</b><b>567,4</b><b>5</b>"
    widgets = {"": True, "<i>USD</i><i>EUR</i>": False, "<i>°</i>": False, "<i>C</i>": False, "С": True}
    for _ in range(2):
        for widget, folded in widgets.items():
            shown = walked(page(main=f"{article()}<aside>{CARDS}<section>{figures}{widget}алты</section></aside>"))
            assert shown.folded is folded, widget


def test_the_tenge_and_one_currency_make_no_widget() -> None:
    assert foreign_currencies(["500 теңге", "12 000 ₸"]) == frozenset()
    assert foreign_currencies(["Доллар 531", "Евроның бағамы", "KZT"]) == {"USD", "EUR"}


@pytest.mark.parametrize("layouts", [True, False])
def test_every_saved_page_says_the_same_with_all_its_boxes_entered(monkeypatch: pytest.MonkeyPatch, *, layouts: bool) -> None:
    monkeypatch.setattr("kznews.extract.trimming.MIN_PAGE", 0)
    folded = [saved.read(case, case.portal(DECLARED), layouts=layouts) for case in cases()]
    monkeypatch.setattr("kznews.extract.page.trimmed", lambda *_: None)
    monkeypatch.setattr(Folding, "__call__", lambda *_: False)
    monkeypatch.setattr(Folding, "_rows_among", lambda *_: set())
    for case, before in zip(cases(), folded, strict=True):
        assert saved.read(case, case.portal(DECLARED), layouts=layouts) == before, case.name


def test_elements_beside_the_root_are_no_part_of_the_page() -> None:
    """The parser makes two roots of this markup, and only the first of them is the page's tree."""
    found = document("<html class='a'></html><dt class='kurs'>531</dt>")
    assert found.tree.getnext() is not None
    assert found.index.naming(KURS.words, KURS.stems) == frozenset()
    assert [element.tag for element in found.index.select("[class]")] == ["html"]

# ruff: noqa: E501
"""Headlines that the head puts in other words, and the way to a page that ends with its headline."""

from __future__ import annotations

from typing import Any

import pytest

from kznews.extract.headline.title import find_title
from tests.support.small_pages import PARAGRAPHS, TITLE, document, page, read
from tests.support.told import TEXT

SHOWN = "Айтыскер ақын Нұрлан Сейітов жас ақындарға арнап мектеп ашты"
STATED = "Ақын Нұрлан Сейітов балаларға арнап айтыс мектебін ашты"
HEAD = f'<meta property="og:title" content="{STATED}">'


def found(main: str, after: str = "", head: str = HEAD, title: str = STATED, url: str = "https://derek.kz/n/771") -> dict[str, Any]:
    whole = page('<h1 class="rub"><a href="/c/ruh">Руханият</a></h1>', after, main=main, head=head)
    return read(whole.replace(f"<title>{whole.partition('<title>')[2].partition('</title>')[0]}", f"<title>{title}"), url).values


@pytest.mark.parametrize(
    "line",
    [f"<div class='ov'>Дәстүр жалғасы</div><h3 class='hx'>{SHOWN}</h3>", f"<div class='q1'><span>{SHOWN}</span></div>", f"<p><b>{SHOWN}</b></p>"],
    ids=["a heading under a kicker", "a line in a span", "bold"],
)
def test_a_line_over_the_text_may_say_the_headline_in_other_words(line: str) -> None:
    assert found(f"<section>{line}<div class='b2'>{TEXT}</div></section>")["title"] == SHOWN


@pytest.mark.parametrize(
    "line",
    [
        f"<h3><a href='/n/7'>{SHOWN}</a></h3>",
        f"<div class='related'><h4>Тағы оқыңыз</h4><div>{SHOWN}</div></div>",
        "<h3>Шалқарда мектеп бітірушілердің кеші болып өтті</h3>",
        "<h3>Ақын мектебі</h3>",
    ],
    ids=["a link", "a list of others", "another event", "few words"],
)
def test_a_card_or_another_line_is_no_headline_in_other_words(line: str) -> None:
    assert found(f"<section>{line}<div class='b2'>{TEXT}</div></section>")["title"] == STATED


def test_what_stands_behind_the_text_s_beginning_is_no_headline_in_other_words() -> None:
    assert found(f"<section><div class='b2'><p>{PARAGRAPHS[0]}</p><h3>{SHOWN}</h3>{TEXT}</div></section>")["title"] == STATED


@pytest.mark.parametrize("way", ["<a href='/'>Дерек</a> › <a href='/r'>Руханият</a> › <span>{0}</span>", "<b><a href='/'>Дерек</a></b> <i>/</i> <span>{0}</span>"])
def test_the_way_to_the_page_shows_no_headline_where_another_line_does(way: str) -> None:
    def shown(line: str) -> str | None:
        main = f"<div class='x1'>{way.format(SHOWN)}</div><div class='x2'>{line}<div>2 қараша 2025</div><div class='b2'>{TEXT}</div></div>"
        whole = page(main=main)
        element = find_title(document(whole.replace(f"<title>{TITLE}", f"<title>{SHOWN} :: Дерек")), "").element
        return None if element is None else element.get("class")

    assert shown(f"<div class='x3'>{SHOWN}</div>") == "x3"
    assert shown("") is None, "a span of the way"


def test_the_way_to_the_page_shows_the_headline_where_nothing_else_does() -> None:
    main = f"<div class='x1'><a href='/'>Дерек</a> › <span>{SHOWN}</span></div><div class='b2'>{TEXT}</div>"
    assert found(main, head="", title=f"{SHOWN} :: Дерек")["title"] == SHOWN


@pytest.mark.parametrize(
    ("title", "shown"),
    [(f"Руханият: {SHOWN} / Түркі елі", SHOWN), ("Түркі елі", "Руханият"), ("Түркі елі / Түркі елі", "Руханият")],
    ids=["more than the home page's name", "nothing more", "that name twice"],
)
def test_the_title_element_may_be_of_the_page_where_the_meta_tags_are_of_the_home_page(title: str, shown: str) -> None:
    head = '<meta property="og:url" content="https://derek.kz/"><meta property="og:title" content="Түркі елі">'
    main = f"<div><h1>Руханият</h1><div class='hl'><span>{SHOWN}</span></div><div>2 қараша 2025</div><div class='b2'>{TEXT}</div></div>"
    assert found(main, head=head, title=title)["title"] == shown


def test_a_link_behind_the_text_that_says_what_the_head_says_is_no_headline_where_a_line_over_the_text_rewords_it() -> None:
    card = f"<div class='k7'><h4>Айдардағы</h4><div><a href='/n/5'>{STATED}</a></div></div>"

    def titled(line: str) -> object:
        return found(f"<div><h3>{line}</h3><div>2 қараша 2025</div><div class='b2'>{TEXT}</div></div>{card}")["title"]

    assert titled(SHOWN) == SHOWN
    assert titled("Шалқарда мектеп бітірушілердің кеші болып өтті") == STATED


def test_a_sentence_that_holds_the_name_of_an_office_is_no_headline_in_other_words() -> None:
    name = "Ауыл шаруашылығы басқармасының мекемесі"
    said = f"{name} бұйрығына сәйкес кезекті жиын 2007 жылғы 11 шілдеде сағат онда өтеді деп хабарланды"
    values = found(f"<div><div>{said}</div><div class='b2'>{TEXT}</div></div>", head=f'<meta property="og:title" content="{name}">', title=name)
    assert values["title"] == name


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Мақсат Төре. Қара домбыра (әңгіме) - Дерек", "Қара домбыра"), ("Қара домбыра: ескі күй туралы сөз - Дерек", "Қара домбыра: ескі күй туралы сөз")],
    ids=["who wrote what", "the name of a section"],
)
def test_the_only_heading_may_be_short_amid_what_the_head_says(title: str, shown: str) -> None:
    main = f"<div><h3>Мақсат Төре</h3><h1>Қара домбыра</h1><p>2 қараша 2025</p>{TEXT}</div>"
    whole = page(main=main).replace(f"<title>{TITLE}", f"<title>{title}")
    assert read(whole).values["title"] == shown

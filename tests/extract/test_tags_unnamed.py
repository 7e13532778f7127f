# ruff: noqa: E501
"""Tags that no box calls so: behind a label, in relative links, in rows of chips right behind the text."""

from __future__ import annotations

import pytest

from tests.support.small_pages import TITLE
from tests.support.told import TEXT, told, values

TAGS = ["көпір", "жол құрылысы"]


def linked(folder: str, kind: str = "", said: tuple[str, ...] = tuple(TAGS)) -> str:
    return "".join(f'<a{kind} href="{folder}{at}">{tag}</a>' for at, tag in enumerate(said))


def spans(kind: str, said: tuple[str, ...] = tuple(TAGS)) -> str:
    return "".join(f"<span{kind}>{tag}</span>" for tag in said)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("<p><b>Түйін сөздер:</b> көпір, жол құрылысы</p>", TAGS),
        ('<div class="nv-tags">Тегтер: көпір, жол құрылысы.</div>', TAGS),
        ("<p>Тақырып: көпір жөндеуі. Жолаушылар бұдан былай айналып жүрмейді, деп жазды редакция: рақмет.</p>", []),
        ('<div>Бөлім: <a href="/n/1">Қоғам</a> | Тегтер: <a href="/s/1/">көпір</a>, <a href="/s/2/">жол құрылысы</a> | Күні: 2.11.2025</div>', TAGS),
        ('<div><a href="tag/kopir">көпір</a><a href="tag/jol">жол құрылысы</a></div>', TAGS),
        ('<p class="tags"><span class="label">көпір</span> <span class="label">жол құрылысы</span></p>', TAGS),
        ('<div class="tags"><div class="x"><h4>Көп оқылған</h4></div><div class="x"><h4>Бейнелер</h4></div></div>', []),
    ],
    ids=["a list", "in a box", "a sentence", "amid a line", "relative", "parts without links", "headings"],
)
def test_a_label_or_a_name_announces_tags_without_links(line: str, tags: list[str]) -> None:
    assert told("", line)["tags"] == tags


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        (f'<div class="b4">{linked("/kk/t/")}</div>', TAGS),
        (f'<div class="b4">{linked("/s/")}</div>', TAGS),
        (f"<div>{spans(' class=q7')}</div>", TAGS),
        (f'<div><i class="icon"></i>{spans(" class=q7")}<time>2 қараша 2025</time></div>', TAGS),
        ('<div><a class="q">көпір</a><a class="q">жол құрылысы</a></div>', TAGS),
        ("<div><x-chip><span>көпір</span></x-chip><x-chip><span>жол құрылысы</span></x-chip></div>", TAGS),
        (f'<div class="b4">{linked("/")}</div>', []),
        (f'<div class="b4">{linked("/kk/")}</div>', []),
        (f'<div class="b4">{linked("/zhanalyq/")}</div>', []),
        (f'<div class="b4">{linked("/category/")}</div>', []),
        (f'<div class="share">{linked("/s/")}</div>', []),
        (f'<div class="b4">{linked("/s/", said=("Көпір ашылды деген хабар", "Жол"))}</div>', []),
        (f'<div class="b4">{linked("/s/", said=("Айгүл Серік", "Думан Әлі"))}</div>', []),
        (f'<div class="b4">Тағы бір сөз {linked("/s/")}</div>', []),
        (f"<div>{spans('')}</div>", []),
        ("<div><x-item><span>Көпір</span></x-item><x-item><span>жол құрылысы</span></x-item></div>", []),
        (f"<div>{spans(' class=q7', ('Қаралым', '12'))}</div>", []),
        (f"<div>{spans(' class=q7', ('Не білеміз?', 'Жауап бар.'))}</div>", []),
        (f'<footer>{spans(" class=q7")}</footer>', []),
    ],
    ids=[
        *("a folder t", "a folder of their own", "parts", "parts beside a date", "links to nothing", "chips", "pages at the root"),
        *("an edition's sections", "the article's folder", "sections", "shares", "headlines", "people", "a sentence"),
        *("no make of their own", "elements of another name", "counters", "sentences", "the page's foot"),
    ],
)  # fmt: skip
def test_a_row_of_chips_right_behind_the_text_is_its_tags(row: str, tags: list[str]) -> None:
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div>{row}</div>')["tags"] == tags


@pytest.mark.parametrize("said", [("Алдыңғы", "Келесі"), ("Предыдущая", "Следующая"), ("Алдыңғы", "Көпір", "Келесі")])
def test_links_to_the_articles_before_and_behind_are_no_tags(said: tuple[str, ...]) -> None:
    row = f'<div class="b4">{linked("/a/", said=said)}</div>'
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div>{row}</div>')["tags"] == []


def test_a_row_behind_other_parts_is_nobody_s() -> None:
    parts = "<p>Көпір туралы ойыңызды жазыңыз.</p>" * 5
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div>{parts}<div>{linked("/s/")}</div></div>')["tags"] == []


@pytest.mark.parametrize(("head", "tags"), [("{}<div class=k>{}</div>", TAGS), ("<p>{}</p></div><div class=mg-header><div class=k>{}</div>", [])])
def test_tags_in_the_box_of_the_headline_are_the_article_s_whatever_its_name(head: str, tags: list[str]) -> None:
    row = linked("/tag/").replace("</a><a", "</a>, <a")
    main = f'<div><div class="mg-header">{head.format(f"<h1>{TITLE}</h1>", f"2 қараша 2025 <span>{row}</span>")}</div>{TEXT}</div>'
    assert values(main)["tags"] == tags


@pytest.mark.parametrize(("folder", "said", "tags"), [("/topic/", TAGS, TAGS), ("/topics/", TAGS, TAGS), ("/topic/", TAGS[:1], []), ("/category/", TAGS, [])])
def test_topics_are_tags_where_there_are_several(folder: str, said: list[str], tags: list[str]) -> None:
    assert told("", f'<div class="tags">{linked(folder, said=tuple(said))}</div>')["tags"] == tags


def test_the_tags_of_the_article_that_is_loaded_behind_are_its_own() -> None:
    def tagged(said: str) -> str:
        return f'<div class="tags">{linked("/tag/", said=(said,))}</div>'

    behind = f"<main><h2>Көктемгі су тасқыны ерте басталды</h2>{TEXT}{tagged('тасқын')}</main>"
    assert told("", tagged("көпір") + f"</main>{behind}<main>")["tags"] == ["көпір"]
    assert told("", f"</main><main>{tagged('көпір')}")["tags"] == ["көпір"], "the only ones"


def test_a_row_of_tags_that_is_empty_is_not_what_stands_behind_it() -> None:
    assert told("", "<p>Тегтер:</p><div><span>Бөлісу</span><a href='#'><img src='/f.png'></a></div>")["tags"] == []
    assert told("", "<p>Тегтер:</p><div>көпір, жол құрылысы</div>")["tags"] == TAGS


def test_a_teaser_amid_the_text_has_no_tags_of_the_article() -> None:
    teaser = '<article><h2><a href="/n/702">Шәкіртақы қашан өседі</a></h2><a href="/n/702" rel="tag">Шәкіртақы қашан өседі</a></article>'
    own = '<div class="field-tags"><a href="/t/1">орман</a> <a href="/t/2">құм</a></div>'
    main = f"<article><h1>{TITLE}</h1><div>{TEXT}{teaser}</div>{own}</article>"
    assert (values(main)["tags"], values(main.replace(own, ""))["tags"]) == (["орман", "құм"], ["Шәкіртақы қашан өседі"])


def test_where_cards_have_tags_as_well_those_next_to_the_headline_are_the_article_s() -> None:
    def tags(*said: str) -> str:
        return f'<ul class="tags">{"".join(f"<li class=tag><a href=/{at}/>{tag}</a></li>" for at, tag in enumerate(said))}</ul>'

    cards = "".join(f"<div><a href=/n/{at}>Көрші ауылда да көпір салынбақ</a>{tags('балық', 'тары', 'арна')}</div>" for at in range(9))
    main = f"<div><div><h1>{TITLE}</h1><div>{TEXT}</div>{tags('орман', 'құм')}</div>{cards}</div>"
    assert values(main)["tags"] == ["орман", "құм"]
    assert values(main.replace(tags("орман", "құм"), ""))["tags"] == []


NOTE = '<div><p>Мәтін <a href="https://other.example/1">басқа тілден</a> тәржімаланды, түпнұсқасы сонда.</p></div>'
LIST = NOTE + '<{0} class="{1}"><h3 id="{1}">{2}</h3><ul><li><a href="/x/1">көпір</a></li><li><a href="/x/2">жол құрылысы</a></li></ul></{0}>'


@pytest.mark.parametrize(
    ("box", "name", "label", "tags"),
    [
        ("aside", "related", "Тақырыптар", TAGS),
        ("div", "z", "Кілт сөздер", TAGS),
        ("div", "z", "Мына жайттар", []),
    ],
)
def test_links_under_a_heading_that_is_a_label_are_tags(box: str, name: str, label: str, tags: list[str]) -> None:
    assert told("", LIST.format(box, name, label))["tags"] == tags
    more = LIST.format(box, name, label).replace("көпір", "Ауыл көпірінен алғашқы жүк көліктері өтті")
    assert told("", more)["tags"] == []


def test_the_form_of_an_address_alone_makes_no_tags() -> None:
    links = "<div><div><a href='/x/t/about'>Біз туралы жазылған</a> <a href='/y/t/team'>Байланыс орталығы</a></div></div>"
    assert told("", links)["tags"] == []


@pytest.mark.parametrize(("said", "tags"), [(("Біз туралы", "Байланыс"), []), (("Редакция", "жол құрылысы"), ["Редакция", "жол құрылысы"])])
def test_links_to_pages_about_the_portal_are_no_tags(said: tuple[str, ...], tags: list[str]) -> None:
    assert told("", f'<div>{linked("/x/t/", said=said)}</div>')["tags"] == tags

# ruff: noqa: E501
"""What pages of engines that nobody here had seen say of their headlines: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kznews.extract.headline.title import find_title
from tests.support.small_pages import TITLE, article, document, page, read
from tests.support.told import TEXT


def test_the_page_s_headline_is_not_the_section_s_name_that_the_head_alone_states() -> None:
    main = f'<div><h3>Білім</h3><span class="contentheading">{TITLE}</span><div class="b2">{TEXT}</div></div>'
    section = page(main=main).replace(f"<title>{TITLE}", "<title>Білім")
    assert read(section).values["title"] == TITLE
    assert read(section.replace("contentheading", "c3")).values["title"] == "Білім"


def test_a_heading_over_the_text_is_the_headline_where_the_head_names_the_portal_alone() -> None:
    beside = "<p>2 қараша 2025</p><p>|</p><p>Айгүл Серік</p><p>Бөлісу</p><p>Басу</p>"
    markup = page(main=f"<section><h2>{TITLE}</h2>{beside}{TEXT}<h1>Кім жауапты?</h1>{TEXT}</section>")
    assert read(markup.replace(f"<title>{TITLE}", "<title>Derek Today")).values["title"] == TITLE


def test_the_heading_marked_as_the_headline_is_it_where_the_head_names_the_section_alone() -> None:
    def under(headings: str) -> Any:
        markup = page(main=f"<div><div><h1>Ауыл өмірі</h1></div>{headings}{TEXT}</div>")
        return read(markup.replace(f"<title>{TITLE}", "<title>Ауыл өмірі - Derek")).values["title"]

    marked = f'<div><h2 itemprop="headline">{TITLE}</h2></div>'
    assert under(marked) == TITLE
    assert under(marked * 2) == "Ауыл өмірі", "one of them is a card's"
    assert under(f"<div><h2 itemprop='headline'><a href='/n/3'>{TITLE}</a></h2></div>") == "Ауыл өмірі"


def test_a_section_s_name_with_a_colon_is_none_of_the_headline_where_the_head_leaves_it_out() -> None:
    def titled(head: str) -> tuple[Any, Any]:
        markup = page(main=f"<div><font class='title'><b>Спорт: {TITLE}</b></font></div><div>{TEXT}</div>")
        found = read(markup.replace(f"<title>{TITLE}", f"<title>{head}")).values
        return found["title"], found["section"]

    assert titled(f"Derek порталы - {TITLE}") == (TITLE, "Спорт")
    assert titled(f"Derek порталы - Спорт: {TITLE}") == (f"Спорт: {TITLE}", "")


def test_a_headline_behind_a_section_s_name_may_have_a_dash() -> None:
    talk = "«Көпірді бүкіл ауыл болып салдық, енді жол керек» – шебер Ерлан Сматай"

    def titled(head: str) -> Any:
        markup = page(main=f"<div><font class='storytitle'><b>Сұхбат: {talk}</b></font></div><div>{TEXT}</div>")
        return read(markup.replace(f"<title>{TITLE}", f"<title>{head}")).values["title"]

    assert titled(f"Derek порталы - {talk}") == talk
    assert titled("Derek порталы - Сұхбат") == f"Сұхбат: {talk}"


def test_a_poem_may_have_a_short_headline_where_the_head_speaks_of_the_portal() -> None:
    head = '<meta property="og:url" content="https://derek.kz/"><meta property="og:title" content="Сөз өнері">'
    found = read(page(main=f"<div><h1>Қыстаудағы түн</h1><div>2 қараша 2025</div>{TEXT}</div>", head=head).replace(f"<title>{TITLE}", "<title>Сөз өнері"))
    assert (found.values["title"], found.refusal) == ("Қыстаудағы түн", None)


@pytest.mark.parametrize(("added", "title"), [(" <small>30.05.2025ж.</small>", TITLE), (" 2024/25", f"{TITLE} 2024/25")])
def test_a_date_in_a_headline_is_none_of_it(added: str, title: str) -> None:
    markup = page(main=f"<div><h1>{TITLE}{added}</h1><div>2 қараша 2025</div>{TEXT}</div>").replace(f"<title>{TITLE}", "<title>Derek")
    assert read(markup).values["title"] == title


@pytest.mark.parametrize(("name", "title"), [("eTitle", "Көктем хаты"), ("eText", "Мақалалар каталогы")])
def test_a_short_headline_that_calls_itself_title_is_it_before_a_longer_part_of_the_head(name: str, title: str) -> None:
    markup = page(main=f"<ul><li><a href='/publ'><span>Мақалалар каталогы</span></a></ul><div class='{name}'>Көктем хаты</div><div>{TEXT}</div>")
    assert read(markup.replace(f"<title>{TITLE}", "<title>Көктем хаты - Жыр - Мақалалар каталогы - Derek")).values["title"] == title


@pytest.mark.parametrize(("label", "found"), [("Осы бөлімнің басқа жазбалары:", False), ("Ауыл адамы жайлы жақсы сөз", True)])
def test_a_label_of_links_is_no_headline(label: str, found: bool) -> None:  # noqa: FBT001
    markup = page(main=f"<h2 class='itemTitle'>Тоқтар Мұқанов</h2><div>{TEXT}</div><span class='navTitle'>{label}</span>")
    assert (read(markup.replace(f"<title>{TITLE}", "<title>Тоқтар Мұқанов")).values["title"] == label) is found


@pytest.mark.parametrize(("name", "title"), [("eTitle", "Көктем хаты"), ("eText", "Сайтқа баға беріңіз")])
def test_a_line_over_a_short_headline_that_calls_itself_title_is_of_another_box(name: str, title: str) -> None:
    poll = "<div><div><b>Сайтқа баға беріңіз</b></div><div>Барлығы: 37</div></div>"
    markup = page(main=f"<h1>Қаламгер</h1>{poll}<div><div class='{name}'>Көктем хаты</div><div>{TEXT}</div></div>")
    assert read(markup.replace(f"<title>{TITLE}", "<title>Көктем хаты - Жыр - Қаламгер")).values["title"] == title


def test_the_largest_letters_of_a_page_without_headings_are_its_headline() -> None:
    stars = "Тоқты: бүгін ескі досыңыз қуанышты хабар әкеледі, кешке қарай үй шаруасына көңіл бөлгеніңіз жөн болар."

    def titled(size: str, *, other: str = "") -> Any:
        fonts = f"<font size=1><a href=/>Басты бет</a> &gt; Жаңалықтар</font><br><font size={size}><b>{TITLE}</b></font>{other}"
        markup = page(main=f"<table><tr><td><font size=2>Жаңалықтар</font><p>{stars}<td>{fonts}<br>02.11.2025<hr>{TEXT}</table>")
        return read(markup.replace(f"<title>{TITLE}", "<title>Дерек - жаңалықтар")).values["title"]

    assert titled("5") == TITLE
    assert titled('"+2"') == TITLE
    assert titled("5", other="<h3>Осы бөлімде</h3>") == TITLE
    assert titled("3") != TITLE, "letters as large as those of the text"
    assert titled("5", other="<font size=5>Көшеге жаңа жарық шамдары қойылды</font>") != TITLE, "one of several"
    assert titled("4", other="<font size=6><a href=/n/3>Көшеге жаңа жарық шамдары қойылды</a></font>") != TITLE, "a card in larger letters"
    assert titled("5", other="<h2>Көшеге жаңа жарық шамдары қойылды</h2>") != TITLE, "a page with headings"


@pytest.mark.parametrize(
    ("tag", "shown", "sure"),
    [
        pytest.param("h1", TITLE, True, id="the same"),
        pytest.param("h1", f"{TITLE} (видео)", True, id="a word more"),
        pytest.param("h1", TITLE.rpartition(" ")[0], True, id="a word less"),
        pytest.param("h1", " ".join(TITLE.split()[:3]), False, id="half of it"),
        pytest.param("h2", f"{TITLE} (видео)", False, id="a heading that may be a card's"),
    ],
)
def test_a_headline_that_is_nearly_what_the_head_says_is_not_looked_for_in_furniture(tag: str, shown: str, sure: bool) -> None:  # noqa: FBT001
    markup = page(main=f"<{tag}>{shown}</{tag}>{article('Тағы бір жаңалық').replace('h1', 'h3')}")
    found = find_title(document(markup), "")
    assert (found.text, found.sure) == (shown, sure)


def test_a_short_headline_behind_the_portal_s_name_is_no_name() -> None:
    lead = "<p><b><i>ауыл көпірінің жөнделуі және көлік жүргізушілерінің пікірі туралы бірер сөз</i></b></p>"
    main = f'<h1><a href="/">Derek</a></h1><div><h2>Көпір сөзі</h2>{lead}{TEXT}</div>'

    def titled(head: str) -> Any:
        return read(page(main=main).replace(f"<title>{TITLE}", f"<title>{head}")).values["title"]

    assert titled("Дерек апталығы » Blog Archive » Көпір сөзі") == "Көпір сөзі"
    assert titled("Дерек апталығы » Көпір сөзі") != "Көпір сөзі", "it may be a section's name"

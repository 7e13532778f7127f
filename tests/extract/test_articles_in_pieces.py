"""What is said of an article in pieces: a day and its month in two cells, labels over values, several who sign together."""

from __future__ import annotations

import pytest

from tests.support.engines.scripts import written
from tests.support.small_pages import PARAGRAPHS, TITLE, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values

OTHER = "Думан Әлі"


@pytest.mark.parametrize(
    ("cells", "at"),
    [
        ("<td>27</td><td><span>мамыр</span><br><span>2025</span></td>", "2025-05-27 00:00"),
        ("<td>27</td><td>оқырман 2025 хат жазды</td>", "None"),
        ("<td>27</td><td>мамыр 2025 жылдан бері көпірге арналған отыз сегізінші хабарлама</td>", "None"),
    ],
    ids=["month and year", "words", "a sentence"],
)
def test_a_day_may_have_its_month_in_the_next_cell(cells: str, at: str) -> None:
    row = f"<table><tr>{cells}<td><h1>{TITLE}</h1></td></tr></table>"
    assert day(values(f'<div>{row}<div class="b2">{TEXT}</div></div>')) == at


@pytest.mark.parametrize(("label", "views"), [("Оқылған саны:", 638), ("Бет саны:", None)])
def test_a_counter_may_have_its_figure_in_the_next_cell_behind_the_article(label: str, views: int | None) -> None:
    row = f"<table><tr><td>{label}</td><td><span>638</span></td><td><a href='/p/7'>Басып шығару</a></td></tr></table>"
    assert values(f'<table><tr><td><h1>{TITLE}</h1><div class="b2">{TEXT}</div></td></tr></table>{row}')["views"] == views


def column(label: str, value: str) -> str:
    return f'<div class="c1"><div class="n1">{label}</div><div class="v1">{value}</div></div>'


def test_labels_over_values_in_columns_are_no_text() -> None:
    lead = "<div>Отыз жыл бойы өзен бойындағы өткелде тұрған өткелшінің күнделігін бірге парақтап шықтық.</div>"
    dates = column("Жарияланды", "12 қазан 2025") + column("Жаңартылды", "13 қазан 2025")
    row = column("Мәтін", AUTHOR) + column("Фото", OTHER) + dates
    text = "".join(f"<div><div>{said}</div></div>" for said in PARAGRAPHS)
    found = values(f"<div><h1>{TITLE}</h1></div>{lead}<div>{row}</div>{text}")
    assert found["authors"] == [AUTHOR]
    assert found["body"][-3:] == list(PARAGRAPHS)
    assert not {AUTHOR, OTHER, "Жаңартылды"} & set(found["body"])


@pytest.mark.parametrize("row", [column("Мәтін", AUTHOR), column("Мәтін", "Көне жазба") + column("Фото", "Музей қорынан алынды")])
def test_one_pair_or_other_values_are_left_as_they_are(row: str) -> None:
    text = "".join(f"<div><div>{said}</div></div>" for said in PARAGRAPHS)
    body = values(f"<div><h1>{TITLE}</h1></div><div><div>{PARAGRAPHS[0]}</div></div><div>{row}</div>{text}")["body"]
    assert row.split("</div>")[-3].rpartition(">")[2] in body


@pytest.mark.parametrize(
    ("second", "authors"),
    [("Думан ӘЛІБЕК,", ["Айгүл СЕРІК", "Думан ӘЛІБЕК"]), ("Думан ӘЛІБЕК", ["Айгүл СЕРІК"]), ("тарихи мұра,", ["Айгүл СЕРІК"])],
    ids=["a name with a comma", "without one", "no name"],
)
def test_each_name_over_a_calling_in_one_paragraph_signs(second: str, authors: list[str]) -> None:
    lines = f"<b>Айгүл СЕРІК,</b><br />\n<em>тарихшы,</em><br />\n<b>{second}</b><br />\n<em>тиынтанушы</em>"
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}<p style="text-align:right">{lines}</p></div></div>')
    assert found["authors"] == authors


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ('<p align="right">Аудан әкімдігі.</p><p align="right">Аудандық ардагерлер кеңесі.</p>', []),
        ('<p align="right">Бір топ әріптестері</p>', []),
        ("<p>Аудандық ардагерлер кеңесі.</p>", ["Аудандық ардагерлер кеңесі."]),
        ('<p align="right">Ақ көпірдің алдындағы кеш</p>', ["Ақ көпірдің алдындағы кеш"]),
        ('<p align="right"><a href="/k">Аудандық ардагерлер кеңесі</a></p>', []),
    ],
    ids=["bodies", "a group", "not at an edge", "other words", "a link"],
)
def test_bodies_that_sign_at_the_edge_are_no_text(line: str, left: list[str]) -> None:
    body = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{line}</div></div>')["body"]
    assert [said for said in body if said not in PARAGRAPHS] == left


def test_where_all_paragraphs_stand_at_the_edge_a_body_is_text() -> None:
    text = "".join(f'<p align="left">{said}</p>' for said in (*PARAGRAPHS, "Аудандық ардагерлер кеңесі."))
    assert values(f'<div><h1>{TITLE}</h1><div class="b2">{text}</div></div>')["body"][-1] == "Аудандық ардагерлер кеңесі."


NAMES = [written(AUTHOR, "arabic"), "الماس تولەگەن"]


def boxes(said: list[str], name: str) -> str:
    return f'<div class="{name}">' + "".join(f'<div class="i1">{one}</div>' for one in said) + "</div>"


def test_two_names_in_arabic_letters_in_the_author_s_box_are_authors_and_no_tags() -> None:
    found = told("", boxes(NAMES, "aut"))
    assert (found["authors"], found["tags"]) == (NAMES, [])


@pytest.mark.parametrize("second", ["بارلىق جازبالارى", "مادەنيەت تىلشىسى"], ids=["all articles", "a post"])
def test_what_else_such_a_box_says_is_no_author(second: str) -> None:
    assert told("", boxes([NAMES[0], second], "aut"))["authors"] == NAMES[:1]


def test_such_a_row_in_another_box_is_of_tags() -> None:
    found = told("", boxes(["سۋ تاسقىنى", "الماس تولەگەن"], "b8"))
    assert (found["authors"], found["tags"]) == ([], ["سۋ تاسقىنى", "الماس تولەگەن"])


@pytest.mark.parametrize(
    ("name", "marked", "tags"),
    [("entry-meta", "tag", ["Сауран", "керуен жолы"]), ("entry-meta", "category", []), ("b9", "tag", [])],
    ids=["about the article", "sections", "a paragraph"],
)
def test_tags_may_be_told_in_a_sentence_about_the_article(name: str, marked: str, tags: list[str]) -> None:
    links = f'<a href="/?t=s" rel="{marked}">Сауран</a>, <a href="/?t=k" rel="{marked}">керуен жолы</a>'
    line = f'<div class="{name}">Бұл жазба журналдың сайтында {links} тегтерімен белгіленді. Сілтемені бетбелгіге қосыңыз.</div>'
    assert values(f'<article><h1>{TITLE}</h1><div class="b2">{TEXT}</div>{line}</article>')["tags"] == tags


@pytest.mark.parametrize(
    ("sign", "home", "section"),
    [(":", "/kk/Default.aspx", "Қоғамдық өмір"), (" ", "/kk/Default.aspx", ""), (":", "/kk/About.aspx", "")],
    ids=["colons", "no sign", "another page"],
)
def test_crumbs_may_have_colons_between_and_the_root_of_an_edition_by_its_file(sign: str, home: str, section: str) -> None:
    links = f'<span><a href="{home}">Басты бет</a></span><span> {sign} </span><a href="/kk/Life.aspx">Қоғамдық өмір</a>'
    line = f'<div class="b1">{links}<span> {sign} </span><span>Жаңалық</span></div>'
    assert told("", over=line)["section"] == section


@pytest.mark.parametrize(
    ("sub", "title"),
    [
        ("Оқырмандардан келген сұрақтарға көпір салушы жауап береді.", "Сауалға жауап: көпір, жол және өткел"),
        ("Көпір қашан ашылады?", None),
    ],
    ids=["a sentence", "a question"],
)
def test_a_heading_right_over_a_sentence_that_is_one_is_the_headline(sub: str, title: str | None) -> None:
    first = f"<p><b>Гүлсара, Арқалық: Көпірден жүк көлігі өте ме?</b></p>{TEXT}"
    main = f'<div class="n1"><h2>Сауалға жауап: көпір, жол және өткел</h2><h3>{sub}</h3>{first}</div>'
    markup = page(main=main).replace(f"<title>{TITLE}</title>", "<title>Жол торабы: Сұрақ-жауап</title>")
    shown = read(markup).values["title"]
    assert (shown == title) if title else (shown != "Сауалға жауап: көпір, жол және өткел")


def in_rows(*rows: str, before: str = "", after: str = "", name: str = "row") -> list[str]:
    built = "".join(f'<div class="{name}"><div class="t-text">{row}</div></div>' for row in rows)
    date = '<div class="date">2 қараша 2025, 14:20</div>'
    markup = f"<html><head><title>{TITLE}</title></head><body>{before}<h1>{TITLE}</h1>{date}{built}{after}</body></html>"
    return list(filter(None, read(markup).values["body"]))


ROWS = tuple(f"<p>{text}</p>" for text in PARAGRAPHS)


def test_rows_of_a_builder_right_in_the_page_are_one_text() -> None:
    assert in_rows(*ROWS) == list(PARAGRAPHS)
    assert in_rows(ROWS[0], "<h2>Жол ашық</h2>", '<img src="/a.jpg">', *ROWS[1:]) == [PARAGRAPHS[0], "Жол ашық", *PARAGRAPHS[1:]]
    menu = '<div class="row"><a href="/qogam">Қоғам</a> <a href="/sport">Спорт</a></div>'
    about = f'<div class="row"><p>{PARAGRAPHS[0]} Бұл сайттың өзі туралы.</p></div>'
    foot = f'{menu}{about}<div class="foot">Derek.kz редакциясы</div>'
    assert in_rows(*ROWS, before=menu, after=foot) == list(PARAGRAPHS)


def test_other_rows_right_in_the_page_are_not() -> None:
    assert len(in_rows(*ROWS[:2])) == 1, "two rows"
    assert len(in_rows(*ROWS, name='x" data-n="1')) == len(ROWS)
    comment = '<div class="row"><p>3 қараша 2025, 10:12</p><p>Көпірден күн сайын өтемін, жөндеу сапалы жасалған екен.</p></div>'
    assert in_rows(*ROWS, after=comment * 3) == list(PARAGRAPHS)
    heads = [f'<h3><a href="/n/{at}">Өзен бойында {at} үй су астында қалды</a></h3>' for at in range(3)]
    assert len(in_rows(*(head + row for head, row in zip(heads, ROWS, strict=True)))) < len(ROWS)
    signed = [f"{row}<a href='/n/{at}'>Толығырақ</a>" for at, row in enumerate(ROWS)]
    assert len(in_rows(*signed)) < len(ROWS)

"""Registers and records: pages of rows with dates, of entries without linked headlines, of a person."""

from __future__ import annotations

import pytest

from kznews.outcomes import Reason
from tests.support.small_pages import PARAGRAPHS, TITLE, URL, page, read

SITE = "Дала ауданы Қауымдастығының Кеңесі"
AT = "https://derek.kz/kk-KZ/otinishter"


def rows(count: int, date: str = "{at}.10.2025") -> str:
    cells = (
        f"<tr><td>{at}</td><td>Мұратұлы Сейіт, Оразқызы Гүлмайра</td><td>{date.format(at=at)}, №4-{at} хат</td>"
        f"<td>Ауылдағы {at} құдықты тазалау және жаңа сорғы орнату туралы</td></tr>"
        for at in range(10, 10 + count)
    )
    return f"<table><tr><th>№</th><th>Кім жолдады</th><th>Қашан</th><th>Не туралы</th></tr>{''.join(cells)}</table>"


def papers(count: int) -> str:
    links = (
        f'<li><a href="/storage/{at}.pdf">Ауыл жолдарын жөндеу туралы {at} отырыстың қорытындысы мен ұсыныстары</a>'
        f"<span>{at}.09.2025</span></li>"
        for at in range(10, 10 + count)
    )
    return f"<ul>{''.join(links)}</ul>"


def titled(name: str, text: str) -> str:
    main = f"<h1>{name}</h1><div>{text}</div>"
    return page(main=main).replace(f"<title>{TITLE}</title>", f"<title>{name} - {SITE}</title>")


@pytest.mark.parametrize("register", [rows(8), papers(8)], ids=["table", "list"])
def test_rows_with_dates_under_the_name_of_a_section_are_a_register(register: str) -> None:
    assert read(titled("Кеңес өтініштері", register), AT).refusal == (Reason.NOT_ARTICLE, "a list of links")


@pytest.mark.parametrize(
    "text",
    [
        rows(8, date="сәрсенбі"),
        rows(2) + "".join(f"<p>{text}</p>" for text in PARAGRAPHS),
        f"<div>1 қараша 2025, 10:00</div>{rows(8)}",
    ],
    ids=["without dates", "under a text", "an article's date"],
)
def test_a_table_that_is_none_is_an_article(text: str) -> None:
    assert read(titled("Құдықтар тізімі", text), AT).refusal is None


def test_a_table_under_a_stated_headline_is_an_article() -> None:
    name = "Дала ауданында қай құдық қашан тазаланады"
    assert read(titled(name, rows(8)), AT).refusal is None


def events(count: int, *, linked: bool = True) -> str:
    more = '<a href="/kk-KZ/events/{at}">Толығырақ</a>' if linked else ""
    cards = (
        f'<div class="event"><span class="event-title">Ауылдық округтер жұмыс тобының отырысы өтеді</span>'
        f"<span>{at}.10.2025 10:00</span>{more.format(at=at)}</div>"
        for at in range(10, 10 + count)
    )
    return f'<section>{"".join(cards)}</section>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}'


@pytest.mark.parametrize(("count", "linked", "refused"), [(4, True, True), (1, True, False), (4, False, False)])
def test_the_title_of_one_of_several_cards_is_no_headline(count: int, *, linked: bool, refused: bool) -> None:
    markup = page(main=events(count, linked=linked)).replace(f"<title>{TITLE}</title>", f"<title>Хабарлар - {SITE}</title>")
    assert (read(markup, URL).refusal is not None) == refused


BIOGRAPHY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
FORM = "<p><b>Туған күні:</b> 4.02.1970</p><p><b>Туған жері:</b> Дала ауданы, Сайлы ауылы</p><p><b>Білімі:</b> жоғары</p>"


@pytest.mark.parametrize(
    ("heading", "name", "text", "date", "refused"),
    [
        ("Өмірбаяны", "Сейіт Мұратұлы", BIOGRAPHY, "", True),
        ("Кеңес мүшесі", "Сейіт Мұратұлы", FORM + BIOGRAPHY, "", True),
        ("Кеңес мүшесі", "Сейіт Мұратұлы", BIOGRAPHY, "", False),
        ("Өмірбаяны", "Сейіт Мұратұлы", BIOGRAPHY, "2 қараша 2025, 14:20", False),
        ("Өмірбаяны", "Сейіт Мұратұлы қоғам ісіне қалай келді", BIOGRAPHY, "", False),
    ],
)
def test_a_record_of_a_person_is_no_story(heading: str, name: str, text: str, date: str, *, refused: bool) -> None:
    main = f'<h1>{heading}</h1><div class="name">{name}</div><div>{date}</div><div>{text}</div>'
    markup = page(main=main).replace(f"<title>{TITLE}</title>", f"<title>{name} - {SITE}</title>")
    expected = (Reason.NOT_ARTICLE, "a record of a person") if refused else None
    assert read(markup).refusal == expected


FOOTER = f"<footer><h2>{SITE}</h2><p>© 2025</p></footer>"


def test_a_heading_at_the_foot_is_the_portal_s_name() -> None:
    markup = page(main=f"<h1>Жаңалық</h1><div>Көктем</div>{BIOGRAPHY}", after=FOOTER)
    reading = read(markup.replace(f"<title>{TITLE}</title>", f"<title>Көктем - {SITE}</title>"))
    assert reading.values["title"] == "Көктем"


def test_a_headline_in_the_footer_of_an_article_is_one() -> None:
    main = f"<article><footer><h2>{TITLE}</h2></footer>{BIOGRAPHY}</article>"
    assert read(page(main=main)).values["title"] == TITLE

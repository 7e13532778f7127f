# ruff: noqa: E501
"""A name over a headline, in forms that unknown engines gave; and lines beside it that date an article or say what is none of it."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values

ARABIC = "مارات سەيداحمەت"


@pytest.mark.parametrize(
    ("over", "found"),
    [
        (f"<span>{AUTHOR}</span>", [AUTHOR]),
        ("<div>С. Әбдірахман</div>", ["С. Әбдірахман"]),
        (f"<span>{ARABIC}</span>", [ARABIC]),
        (f'<a href="/avtor/12">{AUTHOR}</a>', [AUTHOR]),
        (f'<a href="/tag/12">{AUTHOR}</a>', []),  # whom the page is about
        ("<span>Ауыл Тынысы</span>", []),  # a section in capitals
        ("<span>Қызылорда</span>", []),
        (f"<span>{AUTHOR}</span><div>Дина Қасым</div>", []),
    ],
)
def test_one_name_alone_over_a_headline_is_its_author(over: str, found: list[str]) -> None:
    assert told("", over=f"<div>{over}</div>")["authors"] == found


def test_whom_headline_or_text_names_is_not_the_author() -> None:
    more = TEXT + "<p>Айгүл Серікқызының айтуынша, көпірдің екінші кезеңі келер жылы басталады деп күтіліп отыр.</p>"
    assert values(f'<div><span>{AUTHOR}</span><h1>{TITLE}</h1><div class="b2">{more}</div></div>')["authors"] == []
    assert values(f'<div><span>{AUTHOR}</span><h1>Серікқызы көпір ашты</h1><div class="b2">{TEXT}</div></div>')["authors"] == []


@pytest.mark.parametrize(("alt", "found"), [(AUTHOR, [AUTHOR]), ("Көпірдің жаңа тіректері", [])])
def test_a_name_over_its_post_is_told_by_the_picture_that_is_called_so(alt: str, found: list[str]) -> None:
    over = f'<div><img src="/u/9.png" alt="{alt}"><div><a href="/u/aigul">{AUTHOR}</a><span>педагог, ғылым кандидаты</span></div></div>'
    assert told("", over=over)["authors"] == found


@pytest.mark.parametrize(("name", "found"), [("art-by", ["Айгүл"]), ("sort-by", [])])
def test_a_box_called_by_holds_who_wrote(name: str, found: list[str]) -> None:
    assert told(f'<div class="{name}">Айгүл</div>')["authors"] == found


@pytest.mark.parametrize(("behind", "found"), [("12.03.1941 – 13.11.2023", []), ("1941–2023", []), ("12.03.2025", [AUTHOR])])
def test_who_lived_from_a_day_to_a_day_is_no_author(behind: str, found: list[str]) -> None:
    assert told(f"<div>{AUTHOR}<br>{behind}</div>")["authors"] == found


def test_how_long_ago_an_article_was_changed_does_not_date_it() -> None:
    row = "<div><span>12 минут бұрын жаңартылды</span> <span>3 сағат бұрын жарияланды</span> <span>15 420</span></div>"
    found = values(f'<div><h1>{TITLE}</h1>{row}<div class="b2">{TEXT}</div></div>')
    assert (day(found), found["body"]) == ("2025-11-03 11:30", list(PARAGRAPHS))
    sentence = "<p>Көпір арқылы алғашқы көлік осыдан 3 сағат бұрын өткенін құрылысшылар растап, қуанып тұр.</p>"
    kept = values(f'<div><h1>{TITLE}</h1><div class="b2">{sentence}{TEXT}</div></div>')
    assert len(kept["body"]) + bool(kept["lead"]) == len(PARAGRAPHS) + 1


@pytest.mark.parametrize(("link", "found"), [("Автордың барлық жазбалары (14)", "2025-10-09"), ("Мектеп ауласында алма бағы егілді", "")])
def test_an_author_s_box_that_leads_to_all_articles_is_no_card(link: str, found: str) -> None:
    box = f'<div class="avt9"><div>Гүлнұр Мақсатқызы</div><div class="avt9__date">9 қаз. 2025 ж.</div><a href="/a/7">{link}</a></div>'
    shown = read(page(main=f'<h1>{TITLE}</h1><div class="b2">{TEXT}</div>{box}')).values["published_at"]
    assert str(shown or "")[:10] == found


def test_who_put_a_text_on_the_site_dates_it_and_not_the_day_of_the_event() -> None:
    over = '<div class="ev-date"><span>25</span><span>қараша</span><span>2025</span><span>18:00</span></div>'
    foot = "<div>Сайтқа қойылды: 16.10.2025 &nbsp;|&nbsp; Өзгертілді: 20.10.2025 &nbsp;|&nbsp; Көрді: 77</div>"
    found = told("", foot, over=over)
    assert (day(found)[:10], found["views"]) == ("2025-10-16", 77)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("<p>Хабарламаның мазмұнына жариялаушы жауапты.</p>", 0),
        ("<p>Жарнама мазмұны үшін жарнама беруші жауап береді.</p>", 0),
        ("<p>Оқулықтың мазмұнына министрлік жауапты болатыны айтылды.</p>", 1),
        ("<p>Жарнама. «Мысал Банк» АҚ. Лицензия № 1.2.33, 03.02.2020 ж.</p>", 0),
        ("<p>Жарнама. Бұл сөзді ауылдағылар жаман көреді, өйткені одан бір рет алданған.</p>", 1),
        ("<a href='https://bank.example/i'>Өтінім қалдыру</a>", 0),
        ("<div><i>Қатысты материал:</i> <a href='/n/2'>Өзен сағасында не болып жатыр?</a></div>", 0),
    ],
)
def test_what_is_said_of_advertisements_and_to_customers_is_no_text(line: str, left: int) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}{line}</div></div>')
    assert len(found["body"]) + bool(found["lead"]) - len(PARAGRAPHS) == left


def test_a_paragraph_behind_the_text_is_no_lead() -> None:
    note = "<p>Мәтін баспасөз қызметі таратқан хабарламадан қысқартылып алынды.</p>"
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{TEXT}</div>{note}</div>')
    assert not found["lead"]


@pytest.mark.parametrize(("label", "found"), [("#Экология", "Экология"), ("Экология", "Экология")])
def test_a_section_stands_without_the_sign_of_a_tag(label: str, found: str) -> None:
    assert told("", over=f'<div><a href="/rubric/eko">{label}</a></div>')["section"] == found

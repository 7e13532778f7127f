# ruff: noqa: E501
"""Texts that hardly look like any: lists of results, surveys made of links, bare text behind its date and counters."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE
from tests.support.told import TEXT, day, values

RESULTS = "".join(f"<li>{at} кг: 1. Ерасыл Тоқтаров (Мұғалжар), 2. Нұрболат Қайырғали (Шалқар), 3. Бекарыс Еділов (Темір)</li>" for at in (52, 57, 62, 68))
TEAMS = "<h4>Командалық есеп</h4><ul><li>Ақтөбе қаласы — 94 ұпай</li><li>Хромтау ауданы — 71 ұпай</li></ul>"


@pytest.mark.parametrize("box", ['<div class="entry-content">', '<div class="b2">'])
def test_a_list_is_not_all_of_a_text_that_a_sentence_opens(box: str) -> None:
    opening = "Ақтөбеде екі күнге созылған қазақ күресінен облыс біріншілігі аяқталды."
    main = f"<article><h1>{TITLE}</h1><div>2 қараша 2025, 14:20</div>{box}<p>{opening}</p><h4>Жеңімпаздар</h4><ol>{RESULTS}</ol>{TEAMS}</div></article>"
    found = values(main)
    assert (found["lead"] or "", len(found["body"])) == ("", 9)
    assert (found["body"][1], found["body"][-1]) == ("Жеңімпаздар", "Хромтау ауданы — 71 ұпай")


SURVEY = "<p>Жұмада <a href='/p/1'>мектеп формасының бағасын салыстырдық</a>, <a href='/p/2'>базардағы сатушылармен сөйлестік</a> және <a href='/p/3'>ата-аналардың пікірін жинадық</a>{}</p>"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (SURVEY.format(" деп жаздық."), 1),
        (SURVEY.format("."), 1),
        ("<p><a href='/p/1'>Мектеп формасының бағасын салыстырдық</a> <a href='/p/2'>Базардағы сатушылармен сөйлестік</a></p>", 0),
        ("<p>Оқыңыз: <a href='/p/1'>Мектеп формасының бағасын салыстырдық</a>, <a href='/p/2'>Базардағы сатушылармен сөйлестік</a>.</p>", 0),
    ],
    ids=["words behind", "a stop behind", "headlines", "a label"],
)
def test_a_sentence_of_links_with_words_of_its_own_is_text(line: str, left: int) -> None:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    found = values(f'<div><h1>{TITLE}</h1><div>2 қараша 2025</div><div class="b2">{first}{line}{"".join(others)}</div></div>')
    assert len(found["body"]) + bool(found["lead"]) - len(PARAGRAPHS) == left


BARE = "Асуда көктайғақ пен көрінудің нашарлауына байланысты көлік қозғалысы кешке дейін уақытша шектелді."


@pytest.mark.parametrize(
    ("between", "views"),
    [("", None), ('<span class="cnt"><i class="eye"></i> 312</span>', 312), ('<br><span class="cnt">312 рет қаралды</span><br>', 312)],
    ids=["a date", "an eye", "lines"],
)
def test_counters_may_stand_between_a_date_and_bare_text(between: str, views: int | None) -> None:
    more = " ".join(PARAGRAPHS)
    main = f'<div class="news-detail"><h3>{TITLE}</h3><span class="news-date-time">02.11.2025 14:20</span> {between} {BARE} {more}<div></div></div>'
    found = values(main)
    assert (day(found), found["views"], found["body"]) == ("2025-11-02 14:20", views, [f"{BARE} {more}"])


def test_a_date_that_a_sentence_holds_stands_in_it() -> None:
    text = f'<span class="date">2025 жылғы 2 қарашада</span> ашылған көпір туралы {BARE.lower()}'
    found = values(f'<div><h1>{TITLE}</h1><div class="b2"><p>{text}</p>{TEXT}</div></div>')
    assert (found["lead"] or found["body"][0]).startswith("2025 жылғы 2 қарашада ашылған")

# ruff: noqa: E501
"""What pages of engines that nobody here had seen say of when they were published: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read
from tests.support.told import AUTHOR, TEXT, day, told, values


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ('<div><a href="/2025/11/02/">Кеше, 18:45</a> <a href="/q">Қоғам</a> 512</div>', "2025-11-02 18:45"),
        ('<div><a href="/n/7">Көктемгі су тасқыны ерте басталды</a> <a href="/n/7">1 қараша 2025</a></div>', "None"),
        ('<div><a href="/n/7"><div>Көктемгі су тасқыны ерте басталды</div><div>1 қараша 2025</div></a></div>', "None"),
    ],
    ids=["date and section are links", "a card", "a card that is one link"],
)
def test_a_dateline_may_be_links_and_a_card_is_none(line: str, at: str) -> None:
    assert day(told(line)) == at


@pytest.mark.parametrize("edited", ["отредактировал: admin - 20-10-2025, 09:15", "Өңделді: 20.10.2025", "Edited by admin - 20.10.2025"])
def test_when_a_page_was_edited_is_not_when_it_was_published(edited: str) -> None:
    line = "<p>19-10-2025, 18:07</p>"
    assert day(told(line, f"<p>{edited}</p>")) == day(told(line)) == "2025-10-19 18:07"


def test_the_day_of_a_paper_right_over_the_headline_is_the_article_s() -> None:
    number = "<table><tr><td><b>№ 31 (8764)</b> 24 қазан 2025 жыл, жұма <a href='/r'>Осы нөмірде</a> » <a href='/r/3'>Тағдыр</a></td></tr></table>"
    found = values(f"{number}<div><div><h1>{TITLE}</h1>{TEXT}</div></div>")
    assert (day(found), found["section"]) == ("2025-10-24 00:00", "Тағдыр")
    away = values(f"{number}<div>Ауа райы</div><div>Байланыс</div><div><div><h1>{TITLE}</h1>{TEXT}</div></div>")
    assert day(away) == "None", "the same further above may be of the paper that is on sale"


@pytest.mark.parametrize(("said", "hour"), [("6:05 p.m.", "18:05"), ("6:05 a.m.", "06:05"), ("6:05 PM", "18:05")])
def test_hours_of_twelve_may_be_written_with_full_stops(said: str, hour: str) -> None:
    found = told(f"<div>March 12, 2025, {said}</div>")
    assert (day(found), found["published_raw"]) == (f"2025-03-12 {hour}", f"March 12, 2025, {said}")


def test_a_dateline_behind_the_lead_is_no_text_and_a_chronicle_s_days_are() -> None:
    dated = [f"<p>{PARAGRAPHS[0]}</p>", "<p>26.09.2025<br>Фото мен мәтін: Данияр Мұсаев</p>", *(f"<p>{text}</p>" for text in PARAGRAPHS[1:])]
    found = values(f'<div><h1>{TITLE}</h1><div class="b2">{"".join(dated)}</div></div>')
    assert (day(found), found["authors"]) == ("2025-09-26 00:00", ["Данияр Мұсаев"])
    assert list(found["body"]) == list(PARAGRAPHS)
    again = [*dated[:3], "<p>27.09.2025<br>Мәтін: Данияр Мұсаев</p>", *dated[3:]]
    assert len(values(f'<div><h1>{TITLE}</h1><div class="b2">{"".join(again)}</div></div>')["body"]) > len(PARAGRAPHS)


@pytest.mark.parametrize("card", ["<div>{name}</div><div>{date}</div>", "<div>{date}</div><div>{name}</div>"])
def test_a_name_alone_behind_the_lead_is_the_authors_where_the_date_is_beside_it(card: str) -> None:
    def read_with(said: str) -> dict[str, Any]:
        box = f'<div class="k1">{said}</div>'
        texts = f"<div><div>{PARAGRAPHS[0]}</div></div>{box}{''.join(f'<div><div>{text}</div></div>' for text in PARAGRAPHS[1:])}"
        return values(f'<div><h1>{TITLE}</h1><div class="b2">{texts}</div></div>')

    found = read_with(card.format(name="Данияр Мұсаев", date="26 қыркүйек 2025"))
    assert (day(found), found["authors"]) == ("2025-09-26 00:00", ["Данияр Мұсаев"])
    assert list(found["body"]) == list(PARAGRAPHS)
    assert "Данияр Мұсаев" in read_with("<div>Данияр Мұсаев</div><div>Ауылдағы жөндеушілердің бастығы.</div>")["body"]


def test_a_line_that_calls_itself_a_title_behind_the_text_heads_something_else() -> None:
    def read_behind(line: str) -> dict[str, Any]:
        card = "<div class='c1'><a href='/p/1'>Өзенде мұз ерте бұзылды, сең әлі жүріп жатыр</a></div>"
        found: dict[str, Any] = read(page(main=article().replace("</p></div>", f"</p>{line}</div>") + card)).values
        return found

    assert read_behind('<div class="t-title t-title_xs">Көршілес ауылдардан</div>')["body"] == list(PARAGRAPHS)
    assert read_behind("<div>Ауыл – елдің тірегі</div>")["body"][-1] == "Ауыл – елдің тірегі"


def test_a_time_with_an_offset_of_its_own_is_an_instant_and_one_with_none_may_be_local() -> None:
    def stated(offset: str) -> str:
        return day(values(article(date="2 қараша 2025"), head=f'<meta property="article:published_time" content="2025-11-02T15:22:40{offset}">'))

    assert stated("+08:00") == "2025-11-02 12:22"
    assert stated("+00:00") == "2025-11-02 00:00"


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("бөлім <a href='/c/7'>Мәдениет</a> сағат <a href='/n/7'>16:05</a>", "2025-10-31 16:05"),
        ("бөлім <a href='/c/7'>Мәдениет</a> 16:05", "2025-10-31 00:00"),
    ],
    ids=["an hour in so many words", "a figure"],
)
def test_the_hour_of_a_day_over_the_headline_may_stand_in_the_line_below_it(said: str, at: str) -> None:
    assert day(told(f"<div class='byline'>Жариялаған: Admin {said}</div>", over="<h3>Жұма, 31. қазан 2025</h3>")) == at


def test_an_hour_beside_another_day_is_not_the_article_s() -> None:
    line = "<div class='meta'>Келесі жиын: дүйсенбі, 30 қараша 2025 жыл, сағат 16:05</div>"
    assert day(told(line, over="<h3>Жұма, 31. қазан 2025</h3>")) == "2025-10-31 00:00"


def test_a_line_that_says_who_published_is_believed_before_the_day_of_a_widget() -> None:
    beside = "".join(f"<p>{said}</p>" for said in ("Валюта бағамы", "1 доллар", "449.83", "1 еуро", "483.9", "1 рубль", "6.14"))

    def dated(opening: str) -> str:
        line = f"<h6>{opening} {AUTHOR} 12 наурыз 2019, 20:30 <a href='/c/4'>Мерей</a></h6>"
        return day(told(f"{beside}<p>ҰБ, 03.11.2025</p>{line}"))

    assert dated("Жариялаған:") == "2019-03-12 20:30"
    assert dated("Сұхбаттасқан:") == "2025-11-03 00:00"


def test_the_hour_beside_the_headline_is_that_of_a_day_under_the_text() -> None:
    def dated(before: str, within: str = "") -> str:
        return day(values(f"{before}<div><div class='t'>{within}<h1>{TITLE}</h1></div>{TEXT}<div>Санат: Футбол | Күні: 31.10.2025 | Рейтинг: 0</div></div>"))

    assert dated("", "<div style='float:right'>21:14</div>") == "2025-10-31 21:14"
    assert dated("<div>21:14</div>") == "2025-10-31 00:00", "a clock over the article's box"


def test_a_clock_in_the_line_of_the_date_is_not_the_date() -> None:
    line = "<div>{} 31 қазан 2025, 17:10</div>"
    assert day(values(f"{line.format('дүйсенбі, 3 қараша 2025 | 14:30:11')}{article(date='')}")) == "2025-10-31 17:10"


def test_of_several_days_the_one_of_publication_is_said() -> None:
    listed = [("Создано", 12), ("Обновлено", 15), ("Опубликовано", 14)]
    lines = "".join(f'<dd class="d">{label} {number} октября 2025</dd>' for label, number in listed)
    assert day(told(f"<dl>{lines}</dl>")) == "2025-10-14 00:00"
    assert day(told(f"<dl>{lines.replace('Опубликовано', 'Түзетілген')}</dl>")) == "2025-10-12 00:00"


@pytest.mark.parametrize(("labels", "at"), [("Дереккөз: Derek желісі Автор: Айгүл Серікқызы Уақыты:", "2025-10-26 15:01"), ("Ауылға келген мейман осы көпірді алғаш рет", "None")])
def test_a_long_line_of_labels_has_the_date(labels: str, at: str) -> None:
    assert day(told(f"<div>{labels} 2025.10.26 15:01 Осы көпірдің бойында тұрғандар санағы мен жолаушылар: екі жүз</div>")) == at


def test_the_day_of_tomorrow_s_paper_is_not_years_ago() -> None:
    paper = "<p>№ 121 (20415), сәрсенбі, 5 қараша</p>"
    head = '<meta property="article:published_time" content="2025-11-03">'
    assert day(values(f"<div><h1>{TITLE}</h1>{paper}<div>{TEXT}</div></div>", head)) == "2025-11-03 00:00"
    today = paper.replace("сәрсенбі, 5", "дүйсенбі, 3")
    assert day(values(f"<div><h1>{TITLE}</h1>{today}<div>{TEXT}</div></div>", head.replace("11-03", "11-01"))) == "2025-11-03 00:00"


def test_a_time_is_believed_that_one_date_states_in_utc_and_another_by_the_portal_s_clock() -> None:
    def at(*times: str) -> Any:
        stated = "".join(f'<meta property="article:published_time" content="{time}">' for time in times[:1])
        beside = "".join(f'<time class="entry-date" datetime="{time}"></time>' for time in times[1:])
        return read(page(head=stated, main=article(date=f"2.11.2025 {beside}"))).values["published_at"].isoformat()

    assert at("2025-11-02T05:15:36+00:00", "2025-11-02T10:15:36+00:00") == "2025-11-02T10:15:36+05:00"
    assert at("2025-11-02T10:15:36+00:00", "2025-11-02T05:15:36+00:00") == "2025-11-02T10:15:36+05:00"
    assert at("2025-11-02T05:15:36+00:00", "2025-11-02T09:15:36+00:00") == "2025-11-02T00:00:00+05:00", "an hour less apart"
    assert at("2025-11-02T10:15:36+00:00", "2025-11-02T10:15:36+00:00") == "2025-11-02T00:00:00+05:00", "the same twice"
    assert at("2025-11-01T20:15:36+00:00", "2025-11-02T01:15:36+00:00") == "2025-11-02T01:15:36+05:00", "of the day that is shown"
    assert at("2025-11-02T20:15:36+00:00", "2025-11-03T01:15:36+00:00") == "2025-11-02T00:00:00+05:00", "of another day"


BARE = "<br><br>".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("opening", "at"),
    [
        ('<span class="news-date-time">02.11.2025 14:20</span> ', "2025-11-02 14:20"),
        ("<time>2 қараша 2025</time> ", "2025-11-02 00:00"),
        ("<span class='k'>02.11.2025 14:20</span> ", None),
        ("<span class='news-date-time'>Көпір қайта ашылған 02.11.2025</span> ", None),
        ("<b class='date'>2 қараша күні кешке</b> ", None),
    ],
    ids=["Bitrix", "a time", "no name of a date", "a date in a sentence", "a day of the text"],
)
def test_a_date_in_its_own_element_before_bare_text_is_no_part_of_it(opening: str, at: str | None) -> None:
    found = values(f'<div><h1>{TITLE}</h1><div class="news-detail"><img src="/k.jpg" alt="">{opening}{BARE}</div></div>')
    texts = [text for text in (found["lead"], *found["body"]) if text]
    assert (texts == list(PARAGRAPHS)) is (at is not None)
    if at is not None:
        assert day(found) == at


def test_a_line_about_the_article_keeps_its_date() -> None:
    line = '<div class="i"><span class="date">02.11.2025 14:20</span> | Көлік пен жол | 512</div>'
    assert (day(told(line)), told(line)["section"]) == ("2025-11-02 14:20", "Көлік пен жол")

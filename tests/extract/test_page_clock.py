"""The page's own clock beside the server's: by how much it is ahead, never a date of anything."""

from __future__ import annotations

import pytest

from kznews.extract.dates.clock import beside
from tests.support.small_pages import page, read

DAY = 86_400
SEED = "24 Сәуір, 19:46:32"


@pytest.mark.parametrize(
    ("raw", "served", "offset"),
    [
        (SEED, "Tue, 24 Apr 2018 13:46:31 GMT", 1),
        (SEED, "Sat, 21 Apr 2018 13:46:32 GMT", 3 * DAY),
        ("24 Сәуір 2018, 19:46", "Sun, 24 Apr 2022 13:46:00 GMT", -1461 * DAY),
        ("13:46:15", "Tue, 24 Apr 2018 07:46:10 GMT", 5),
        ("23:59:50", "Tue, 24 Apr 2018 18:00:10 GMT", -20),
        ("00:00:10", "Tue, 24 Apr 2018 17:59:50 GMT", 20),
        ("31 желтоқсан, 23:59", "Mon, 31 Dec 2018 18:05:00 GMT", -360),
        ("1 қаңтар", "Mon, 31 Dec 2018 17:05:00 GMT", DAY),
        ("Сенбі, 23 Қараша 2024", "Sat, 23 Nov 2024 06:00:00 GMT", 0),
        ("Сенбі, 23 Қараша 2024", "Tue, 26 Nov 2024 06:00:00 GMT", -3 * DAY),
        ("جۇما, 29 ناۋرىز 2024", "Fri, 29 Mar 2024 06:00:00 GMT", 0),
        ("Jwma, 18 Qazan 2019", "Fri, 18 Oct 2019 06:00:00 GMT", 0),
        ("Понедельник , 7 июля 2025", "Mon, 07 Jul 2025 06:00:00 GMT", 0),
        (SEED, "", None),
        (SEED, "yesterday", None),
        ("сағат", "Tue, 24 Apr 2018 13:46:31 GMT", None),
    ],
)
def test_how_far_a_clock_is_ahead_of_the_response(raw: str, served: str, offset: int | None) -> None:
    found = beside(raw, served, "Asia/Almaty")
    assert (found.raw, found.offset) == (raw, offset)


@pytest.mark.parametrize("raw", ["", None])
def test_a_page_without_a_clock(raw: str | None) -> None:
    assert beside(raw, "Tue, 24 Apr 2018 13:46:31 GMT", "Asia/Almaty") == ("", None)


def test_a_clock_in_the_header_is_neither_weather_nor_rate_nor_the_article_s_date() -> None:
    reading = read(page(f'<header><div class="clock">{SEED}</div><div>Алматы</div></header>'))
    assert reading.values["page_clock_raw"] == SEED
    assert reading.observations == ()
    assert reading.values["published_at"].isoformat() == "2025-11-02T14:20:00+05:00"


def card(time: str, title: str) -> str:
    return f'<div class="item"><div class="time">{time}</div><div><a href="/x">{title}</a></div></div>'


@pytest.mark.parametrize(
    "header",
    [
        '<header><div class="song">Ән</div><div class="time">3:45</div></header>',
        f"<header>{card('14:20', 'Су қоймасының деңгейі екі есе артты')}{card('14:02', 'Жаңа көпір салынып жатыр')}</header>",
        f"<header>{card('14:20', 'Су қоймасының деңгейі екі есе артты')}</header>",
        f"<div>{card('3 қараша 2025', 'Су қоймасының деңгейі екі есе артты')}</div>",
    ],
    ids=["a song's length", "the times of a list", "the time of a card", "the day of a card"],
)
def test_times_of_songs_and_of_headlines_are_no_clock(header: str) -> None:
    assert read(page(header)).values["page_clock_raw"] is None


@pytest.mark.parametrize("moment", ["3 қараша 2025", "14:20"])
@pytest.mark.parametrize(("name", "is_clock"), [("top", True), ("kurs-valyut", False)])
def test_the_day_or_time_of_the_rates_is_no_clock(moment: str, name: str, is_clock: bool) -> None:  # noqa: FBT001
    header = f'<header><div class="{name}"><div class="now">{moment}</div><p>USD 521.5</p></div></header>'
    assert read(page(header)).values["page_clock_raw"] == (moment if is_clock else None)


def test_a_clock_stands_beside_a_menu_and_twice() -> None:
    clock = '<div class="clock">14:20</div>'
    header = f'<header>{clock}<a href="/">Бет</a>{clock}<a href="/a">Саясат</a> <a href="/b">Экономика мен қаржы</a></header>'
    assert read(page(header)).values["page_clock_raw"] == "14:20"

"""The page's own clock beside the server's: by how much it is ahead, never a date of anything."""

from __future__ import annotations

import pytest

from kznews.extract.clock import beside
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

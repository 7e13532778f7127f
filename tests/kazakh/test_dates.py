"""Displayed dates in all forms that portals use, and what is no date."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.dates import DateFault, DateReading, NoDate, Precision, find_dates, read_clock_list, read_date
from tests.support.growth import grows_linearly
from tests.support.shared import shared_json, shared_lines
from tests.support.transliterate import ALPHABETS, old_font, transliterate

NOW = datetime.fromisoformat("2025-11-22T12:00:00+05:00")
MONTH_NAMES = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
MONTHS = MONTH_NAMES.split()

# Form and wall time; a wall time ends where the precision does.
DISPLAYED = """
21 Сәуір, 2018 | 2018-04-21
9 Қараша, 2016 | 2016-11-09
21 Сәуір 2018, Аймақтар | 2018-04-21
21 Сәуір, 2018 Аймақтар | 2018-04-21
Қоғам • 04 Ақпан, 2020 | 2020-02-04
Билік 11131 0 пікір 31 Шілде, 2014 сағат 15:35 | 2014-07-31T15:35
46 - сөз 4834 5 пікір 22 Қаңтар, 2020 сағат 12:00 | 2020-01-22T12:00
Kórkem Aldabergenova 16 naý. 2026 10:33 | 2026-03-16T10:33
04 Қараша 2021 1443 0 | 2021-11-04
10:18, 25 Қараша 2025 | GMT +5 | 2025-11-25T10:18
14:55, 11 Qyrkúıek 2023 | 2023-09-11T14:55
9 Qarasha, 2016 saghat 13:26 | 2016-11-09T13:26
31 Tamız, 2012 sağat 11:16 | 2012-08-31T11:16
12 ءساۋىر, 2011 ساعات 03:16 | 2011-04-12T03:16
02 اقپان، 2023 | 2023-02-02
٢١ ءساۋىر 2018 | 2018-04-21
Сенбі, 20 қыркүйек, 2014 жыл | 2014-09-20
Beısenbі, 17 qańtar, 2019 jyl | 2019-01-17
№68 /10225/ сәрсенбі, 27 тамыз 2014 жыл | 2014-08-27
Жұма, 11 Мамыр , 2018 13:38 | 2018-05-11T13:38
15:15  13 Мамыр, 2018 | 2018-05-13T15:15
2019 ж. 21 желтоқсан | 2019-12-21
2018 жылғы 21 сәуірде | 2018-04-21
2018 жылдың 21 сәуірінде | 2018-04-21
2018-жылғы 21-сәуір | 2018-04-21
2018-shi jyldyń 9 qańtarynan | 2018-01-09
2013 jylǵy 20 jeltoqsan | 2013-12-20
2018 جىلعى 31 ناۋرىز | 2018-03-31
2018 жылғы сәуірдің 21-і | 2018-04-21
2018 жылғы қараша айының 21-і | 2018-11-21
2025 - جىلى 4 - ايدىڭ 27 - كۇنى | 2025-04-27
5 қыркүйек 2023 ж. 14:05 | 2023-09-05T14:05
3 Шілде 2020 ж. сағ. 12:30 | 2020-07-03T12:30
29 қазан 2023, сағат 17.33 | 2023-10-29T17:33
«12» қаңтар 2018 ж. | 2018-01-12
1‑қыркүйек 2020 | 2020-09-01
Сәуір 21, 2018 | 2018-04-21
April 21, 2018 7:46 pm | 2018-04-21T19:46
Наурыз 5, 2024 6:20 кешке | 2024-03-05T18:20
5 наурыз 2024, кешкі 6:20 | 2024-03-05T18:20
Naýryz 5, 2024 6:20 keshke | 2024-03-05T18:20
ناۋرىز 5, 2024 6:20 كەشكە | 2024-03-05T18:20
5 наурыз 2024, таңғы 9:05 | 2024-03-05T09:05
5 наурыз 2024, 12:10 таңғы | 2024-03-05T00:10
5 марта 2024, 6:20 вечера | 2024-03-05T18:20
5 наурыз 2024, 18:20 кешке | 2024-03-05T18:20
5 наурыз 2024, таңғы сағат 7:30 | 2024-03-05T07:30
5 наурыз 2024, кешкі сағат 7.30 | 2024-03-05T19:30
5 наурыз 2024, күндізгі сағат 2:30 | 2024-03-05T14:30
5 наурыз 2024, түскі 12:30 | 2024-03-05T12:30
5 наурыз 2024, түскі 11:30 | 2024-03-05T11:30
5 наурыз 2024, түнгі 12:30 | 2024-03-05T00:30
5 наурыз 2024, түнгі 1:30 | 2024-03-05T01:30
5 наурыз 2024, túngi saǵat 11:30 | 2024-03-05T23:30
(5 наурыз 2024) 18:20 | 2024-03-05T18:20
20:24, 23 мая 2020 г. | 2020-05-23T20:24
12 мая 2024 в 10:30 | 2024-05-12T10:30
Пятница , 4 июля 2025 | 2025-07-04
12 сен 2019 | 2019-09-12
12 мам. 2024 | 2024-05-12
5 Zheltoksan 2020 | 2020-12-05
12 акпан 2024 | 2024-02-12
3 шiлде 2020 | 2020-07-03
5 ќыркїйек 2009 | 2009-09-05
21 Sa'yir 2018 | 2018-04-21
29.06.2021 | 2021-06-29
03.04.2023 | 2023-04-03
21.03.2014ж. 20:00 | 2014-03-21T20:00
23.02.2022, 16:15 | 2022-02-23T16:15
24.02.2023 | 23:51 | 2023-02-24T23:51
19:21 04.10.2023 | 2023-10-04T19:21
27-01-2020 | 2020-01-27
22-03-2024, 11:43 Думан Кенжеғали | 2024-03-22T11:43
15/03/2018 15:52 | 2018-03-15T15:52
13.05.18 | 2018-05-13
2019.08.16 15:01 | 2019-08-16T15:01
2018/04/21 10:11 | 2018-04-21T10:11
2018-03-21 14:34:00 | 2018-03-21T14:34:00
2020年10月01日 | 2020-10-01
日期:2020年10月01日 | 2020-10-01
Datasy: 28.10.2019 | 2019-10-28
21 сәуір 2018 (19:46) | 2018-04-21T19:46
07 Қар '24 | 2024-11-07
7 қараша ’24, 14:20 | 2024-11-07T14:20
Қар 7, '24 | 2024-11-07
07.11.'24 | 2024-11-07
07 / Қар / '24 | 2024-11-07
"""

YEARLESS = """
24 Сәуір, 19:46:32 | 2025-04-24T19:46:32
05 ақпан, 14:15 | 2025-02-05T14:15
АСТАНА, 3 тамыз — агенттік. | 2025-08-03
28 Желтоқсан, 12:50 | 2024-12-28T12:50
22 қараша | 2025-11-22
23 қараша | 2024-11-23
29 ақпан | 2024-02-29
Воскресенье, 6 октября | 2024-10-06
29-наурыз | 2025-03-29
12 сәуірдегі | 2025-04-12
Сәуірдің (15-іне) | 2025-04-15
maýsymnyń 10-da | 2025-06-10
8 – ايدىڭ 16 – كۇنى | 2025-08-16
осы жылдың 1-інші шілдесінен | 2025-07-01
Биылғы жылдың 24 желтоқсаны күні | 2025-12-24
Биылғы 24 желтоқсан | 2025-12-24
Биыл 24 желтоқсанда | 2025-12-24
بيىلعى 24 جەلتوقسان | 2025-12-24
осы жылғы 24 желтоқсан | 2025-12-24
осы 24 желтоқсан | 2024-12-24
17/03 17:51 | 2025-03-17T17:51
28 naýryz kúni saǵat 10:00-den bastap | 2025-03-28T10:00
Қараша 5, 14:20 | 2025-11-05T14:20
14:20, қараша 5 | 2025-11-05T14:20
Қараша 5 – 14:20 | 2025-11-05T14:20
Nov 5, 14:20 | 2025-11-05T14:20
قاراشا 5، 14:20 | 2025-11-05T14:20
Сәрсенбі, қараша 5 | 2025-11-05
Qarasha 5, sársenbi | 2025-11-05
05.11, 14:20 | 2025-11-05T14:20
05.11. 14:20 | 2025-11-05T14:20
05.11 / 14:20 | 2025-11-05T14:20
14:20 | 05.11 | 2025-11-05T14:20
"""

RELATIVE = """
3 сағат бұрын | 2025-11-22T09:00 | hour
15 минут бұрын | 2025-11-22T11:45 | minute
2 сағат 15 минут бұрын | 2025-11-22T09:45 | minute
бір сағат бұрын | 2025-11-22T11:00 | hour
он бес минут бұрын | 2025-11-22T11:45 | minute
жиырма минут бұрын | 2025-11-22T11:40 | minute
он екі сағат бұрын | 2025-11-22T00:00 | hour
2 сағат қырық бес минут бұрын | 2025-11-22T09:15 | minute
on bes mınýt buryn | 2025-11-22T11:45 | minute
posted on 3 hours ago | 2025-11-22T09:00 | hour
2 күн бұрын | 2025-11-20T12:00 | day
2 күн бұрын, 19:30 | 2025-11-20T19:30 | minute
1 апта бұрын, 19:30 | 2025-11-15T12:00 | coarse
1 апта бұрын | 2025-11-15T12:00 | coarse
1 ай бұрын | 2025-10-22T12:00 | coarse
2 жыл бұрын | 2023-11-22T12:00 | coarse
2 saǵat buryn | 2025-11-22T10:00 | hour
3 كۇن بۇرىن | 2025-11-19T12:00 | day
5 минут назад | 2025-11-22T11:55 | minute
час назад | 2025-11-22T11:00 | hour
2 hours ago | 2025-11-22T10:00 | hour
кеше 10:15 | 2025-11-21T10:15 | minute
Бүгін сағат 09:30 | 2025-11-22T09:30 | minute
бүгін, таңғы сағат 9:05 | 2025-11-22T09:05 | minute
кеше, кешкі сағат 7:30 | 2025-11-21T19:30 | minute
кеше, түнгі сағат 11:30 | 2025-11-21T23:30 | minute
Búgin, 09:15 | 2025-11-22T09:15 | minute
بۇگىن 09:15 | 2025-11-22T09:15 | minute
Вчера в 18:20 | 2025-11-21T18:20 | minute
ертең 10:00 | 2025-11-23T10:00 | minute
Кеше | 2025-11-21T00:00 | day
бұрнағы күні | 2025-11-20T00:00 | day
11:41 | 2025-11-22T11:41 | minute
12:41 | 2025-11-21T12:41 | minute
13:46:15 | 2025-11-21T13:46:15 | second
"""

NO_DATES = """
5 мамандық бойынша
12 қазандық іске қосылды
4 тамызғы
12 мамырбек
11131
2018
қараша 2018
2018 жылғы
1326-сы, яғни 49%
0:00 0:02:44 0:00
0:00
12:60
25:10
8 (7112) 50-12-05
87011234567
v1.10.25
1.2.18
25.50
192.168.1.10
12.345.678
3 500-ге
USD 468.56
5 қаз
5 қар жауды
2 май
20 ұн
17/03
2018-2020
Бағдарлама-2050
бірнеше секунд бұрын
24 сағат бойы
24 мин
күні кеше
Бүгін қалада көрме ашылды
10 жыл бұрын жоғалған кітап табылып, мұражайға берілді
Жұмыс күндері, сағат 09:00-ден 18:30-ға дейін
Жарияланды: 400
Күні: , 33 рет оқылды
жұма
19-ыншы жылғы 1-інші сәуірдегі дерек
өткен жылғы 5 мамыр
""".strip().splitlines()


def rows(table: str) -> list[list[str]]:
    return [
        [part.strip() for part in line.rsplit(" | ", table.strip().splitlines()[0].count(" | "))]
        for line in table.strip().splitlines()
    ]


def wall(reading: DateReading | NoDate) -> str:
    assert isinstance(reading, DateReading), reading
    return reading.value.replace(tzinfo=None).isoformat()


@pytest.mark.parametrize(("text", "expected"), rows(DISPLAYED))
def test_a_full_date_is_read_without_knowing_now(text: str, expected: str):
    reading = read_date(text)
    assert wall(reading).startswith(expected)
    assert isinstance(reading, DateReading)
    assert reading.has_year
    assert {0: Precision.DAY, 1: Precision.MINUTE, 2: Precision.SECOND}[expected.count(":")] == reading.precision
    assert text[reading.start : reading.end] == reading.raw


@pytest.mark.parametrize(("text", "expected"), rows(YEARLESS))
def test_a_date_without_a_year_is_the_most_recent_one_and_says_so(text: str, expected: str):
    reading = read_date(text, now=NOW)
    assert wall(reading).startswith(expected)
    assert isinstance(reading, DateReading)
    assert (reading.has_year, reading.basis) == (False, "text; year from now")
    assert read_date(text) == NoDate(DateFault.NEEDS_NOW)


@pytest.mark.parametrize(("text", "expected", "precision"), rows(RELATIVE))
def test_a_relative_date_is_counted_from_now(text: str, expected: str, precision: str):
    reading = read_date(text, now=NOW)
    assert wall(reading).startswith(expected)
    assert isinstance(reading, DateReading)
    assert reading.precision == precision
    assert read_date(text) == NoDate(DateFault.NEEDS_NOW)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("5 наурыз 2024, 9:05 Кешке жаңбыр жауады", 9),
        ("5 наурыз 2024, 9:05 Кешке", 9),
        ("5 наурыз 2024, 9:05 кешке дейін", 9),
        ("5 наурыз 2024, 20:05 таңғы", 20),
        ("5 наурыз 2024, түнгі 20:05", 20),
        ("5 наурыз 2024, 9:05 кешке", 21),
    ],
    ids=["a headline", "a word in capitals", "a sentence", "no such hour", "no hour of the night", "an evening"],
)
def test_the_part_of_the_day_is_no_other_word(text: str, hour: int):
    reading = read_date(text)
    assert isinstance(reading, DateReading)
    assert reading.value.hour == hour


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_stays_none(text: str):
    assert read_date(text, now=NOW) == NoDate(DateFault.NO_DATE)


@pytest.mark.parametrize("text", ["31 ақпан 2020", "32 қаңтар 2019", "08.27.2014", "2020-13-01", "31 сәуір", "30.02.2020"])
def test_a_day_that_no_calendar_has_is_named_impossible(text: str):
    assert read_date(text, now=NOW) == NoDate(DateFault.IMPOSSIBLE)


def test_a_range_of_days_is_not_one_date():
    assert read_date("28-30 қарашаға", now=NOW) == NoDate(DateFault.RANGE)


@pytest.mark.parametrize("alphabet", [*ALPHABETS, "old font"])
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_in_every_alphabet(month: int, alphabet: str):
    name = MONTHS[month - 1]
    written = old_font(transliterate(name, "arabic")) if alphabet == "old font" else transliterate(name, alphabet)
    assert wall(read_date(f"07 {written.title()}, 2019")).startswith(f"2019-{month:02}-07")


@pytest.mark.parametrize("ending", ["да", "дың", "ға", "дан", "дағы", "ы", "ында", "ынан", "ның", "нан", "мен", "ымен"])
@pytest.mark.parametrize("month", [1, 2, 3, 5, 6, 8, 10, 12])
def test_case_endings_stay_dates(month: int, ending: str):
    for alphabet in ("latin 2018", "latin 2017", "arabic"):
        word = transliterate(MONTHS[month - 1] + ending, alphabet)
        assert wall(read_date(f"2019 жылғы 7 {word}")).startswith(f"2019-{month:02}-07")
    assert wall(read_date(f"2019 жылғы 7 {MONTHS[month - 1]}{ending}")).startswith(f"2019-{month:02}-07")


def test_numeric_dates_are_day_first_for_every_day_of_a_year():
    for number in range(365):
        day = datetime.fromisoformat("2023-01-01") + timedelta(days=number)
        for form in ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y.%m.%d", "%Y-%m-%d"):
            assert wall(read_date(day.strftime(form))) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "instant", "basis"),
    [
        ("2018-04-21T19:46:32+06:00", "2018-04-21T13:46:32+00:00", "iso"),
        ("2021-09-01 16:45:29Z", "2021-09-01T16:45:29+00:00", "iso"),
        ("2025-11-25T10:18:22.123+0500", "2025-11-25T05:18:22+00:00", "iso"),
        ("Fri, 11 May 2018 07:38:46 +0000", "2018-05-11T07:38:46+00:00", "rfc 2822"),
        ("Fri, 11 May 2018 07:38:46 GMT", "2018-05-11T07:38:46+00:00", "rfc 2822"),
        ("16 Mar 2026 14:05 GMT", "2026-03-16T14:05:00+00:00", "rfc 2822"),
        ("Mon, 16 Mar 2026 14:05 +0500", "2026-03-16T09:05:00+00:00", "rfc 2822"),
        ("2026-03-16 14:05 UTC", "2026-03-16T14:05:00+00:00", "iso"),
        ("2018-03-21 14:34:00", "2018-03-21T08:34:00+00:00", "iso"),
        ("20 қазан 2025, 10:00", "2025-10-20T05:00:00+00:00", "text"),
    ],
)
def test_an_offset_counts_only_where_a_machine_wrote_it(text: str, instant: str, basis: str):
    reading = read_date(text)
    assert isinstance(reading, DateReading)
    assert (reading.value, reading.basis, reading.raw) == (datetime.fromisoformat(instant), basis, text)


@pytest.mark.parametrize(
    "text",
    ["13:05, 16 Тамыз 2011 | GMT +5", "16 Тамыз 2011 13:05 | GMT +5", "16 Тамыз 2011 13:05 GMT +5", "16.08.2011 13:05 (UTC+5)"],
)
def test_the_offset_that_a_template_prints_is_not_believed(text: str):
    reading = read_date(text)
    assert isinstance(reading, DateReading)
    assert reading.value.utcoffset() == timedelta(hours=6)
    assert reading.raw == text


def test_the_zone_of_the_portal_is_used():
    reading = read_date("21 Сәуір 2018 19:46", zone="Asia/Aqtau")
    assert isinstance(reading, DateReading)
    assert reading.value.utcoffset() == timedelta(hours=5)


def test_the_hour_that_happened_twice_is_flagged():
    doubled, plain = read_date("29 ақпан 2024 23:30"), read_date("1 наурыз 2024 00:30")
    assert isinstance(doubled, DateReading)
    assert isinstance(plain, DateReading)
    assert (doubled.ambiguous, plain.ambiguous) == (True, False)


def test_a_year_from_the_address_serves_a_text_without_one():
    reading = read_date("АСТАНА, 3 тамыз — агенттік.", year=2018)
    assert isinstance(reading, DateReading)
    assert (reading.value.year, reading.basis, reading.has_year) == (2018, "text; year given", False)
    assert read_date("29 ақпан", year=2019) == NoDate(DateFault.IMPOSSIBLE)


def test_now_may_be_naive_or_in_another_zone():
    readings = [
        read_date("кеше 10:15", now=now) for now in (NOW, NOW.replace(tzinfo=None), NOW.astimezone(ZoneInfo("Asia/Tokyo")))
    ]
    assert len({wall(reading) for reading in readings}) == 1


def test_yesterday_is_the_portals_yesterday():
    late = datetime.fromisoformat("2025-11-21T20:30:00+00:00")
    assert wall(read_date("кеше 10:15", now=late)).startswith("2025-11-21")


def test_hours_ago_are_hours_also_over_a_change_of_clocks():
    now = datetime.fromisoformat("2024-03-01T00:30:00+05:00")
    reading = read_date("2 сағат бұрын", now=now)
    assert isinstance(reading, DateReading)
    assert now - reading.value == timedelta(hours=2)


def test_the_pages_clock_loses_against_a_date_with_a_time():
    line = "Дүйсенбі, 25 Қараша 2024 Билік 115 0 пікір 31 Шілде, 2014 сағат 15:35"
    assert wall(read_date(line)) == "2014-07-31T15:35:00"


def test_of_two_like_dates_the_first_is_meant():
    assert wall(read_date("Жарияланды: 05.10.2018 11:40 | Жаңартылды: 06.10.2018 10:00")) == "2018-10-05T11:40:00"


def test_every_date_of_a_line_is_found_where_it_stands():
    line = "Сейсенбі, 5 мамыр 2020 Автор 21 Сәуір, 2018 сағат 10:00 Аймақтар 12.03.2019"
    found = find_dates(line)
    assert [reading.raw for reading in found] == ["Сейсенбі, 5 мамыр 2020", "21 Сәуір, 2018 сағат 10:00", "12.03.2019"]
    assert all(line[reading.start : reading.end] == reading.raw for reading in found)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("21 Сәуір, 2018 Аймақтар", "Аймақтар"),
        ("Билік 11131 0 пікір 31 Шілде, 2014 сағат 15:35", "Билік 11131 0 пікір"),
        ("Kórkem Aldabergenova 16 naý. 2026 10:33", "Kórkem Aldabergenova"),
        ("10:18, 25 Қараша 2025 | GMT +5", ""),
        ("АСТАНА, 3 тамыз.", "АСТАНА,."),
        ("\u200e21\u00a0Сәуір,\u00a02018\u200f Әлем", "\u200e\u200f Әлем"),
    ],
)
def test_the_date_can_be_cut_out_of_a_dateline(line: str, rest: str):
    (found,) = find_dates(line, now=NOW)
    assert " ".join((line[: found.start].rstrip() + line[found.end :]).split(" ")).strip(" ") == rest


def test_a_longer_text_is_refused_but_blanks_do_not_count():
    assert read_date("21 Сәуір, 2018 " + "сөз " * 40) == NoDate(DateFault.TOO_LONG)
    assert wall(read_date("21 Сәуір,\n" + " " * 300 + "\n2018")).startswith("2018-04-21")


def test_only_the_beginning_of_a_long_text_is_searched_and_no_date_is_cut():
    filler = "сөз " * 245
    assert find_dates(filler + "21 Сәуір, 2018 " + filler, now=NOW) == ()
    assert len(find_dates("21 Сәуір, 2018 " + filler * 3, now=NOW)) == 1


def test_a_list_of_times_runs_over_midnight():
    readings = read_clock_list(["11:18", "9:05", "00:04", "жарнама", "23:57", "23:58"], NOW)
    assert [isinstance(reading, NoDate) for reading in readings] == [False, False, False, True, False, False]
    days = [reading.value.day for reading in readings if isinstance(reading, DateReading)]
    assert days == [22, 22, 22, 21, 20]


def test_a_list_that_begins_later_than_now_begins_yesterday():
    (reading,) = read_clock_list(["23:10"], NOW)
    assert wall(reading) == "2025-11-21T23:10:00"
    assert isinstance(reading, DateReading)
    assert not reading.has_date


def test_every_shared_case_is_read_as_expected_and_none_is_invented():
    shared = shared_json("date-cases.json")
    now = datetime.fromisoformat(shared["now"])
    for case in shared["cases"]:
        reading = read_date(case["text"], now=now)
        if case["expect"] is None:
            assert isinstance(reading, NoDate), case
        else:
            assert wall(reading).startswith(case["expect"]), case


def test_every_displayed_date_of_the_rendered_pages_is_read():
    pages = [page for page in shared_lines("rendered-pages.jsonl") if page["published_raw"] and page["published_iso"]]
    assert pages
    for page in pages:
        year = int(page["published_iso"][:4]) if page["url_date"] else None
        reading = read_date(page["published_raw"], year=year)
        assert wall(reading).startswith(page["published_iso"]), page["published_raw"]


PIECES_OF_DATES = (
    "21 7 2018 1999 31 сәуір Сәуір, қараша naýryz ءساۋىر ж. жылғы сағат бұрын кеше бүгін күні айдың 12:41 10:33:22 . , - – / "
    ": | ( ) + Z T GMT +0500 сенбі жұма, 13.05.18 2018-04-21 мин 9999 апта ай жыл рет « » 年 月 日 ٢١ pm \ud800 \x00 \u200f"
)
PIECES = st.sampled_from(PIECES_OF_DATES.split(" "))


@settings(max_examples=2000, deadline=None)
@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)), st.booleans()
)
def test_reading_never_raises_and_readings_are_what_they_say(text: str, knows_now: bool):  # noqa: FBT001
    now = NOW if knows_now else None
    for reading in find_dates(text, now=now):
        assert text[reading.start : reading.end] == reading.raw != ""
        assert reading.value.tzinfo is not None
    result = read_date(text, now=now)
    assert isinstance(result, DateReading) or DateFault(result.reason)
    assert read_date(text, now=now) == result


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "21 сәуір ",
        "21.",
        "а",
        "а'",
        "-",
        " ",
        "2018",
        "2018 жыл ",
        "кеше",
        "12:",
        "\u0301",
        "1 сағат ",
        "сәуірдің ",
        "年",
        '"1"',
    ],
)
def test_finding_takes_time_in_proportion_to_the_text(unit: str):
    assert grows_linearly(lambda text: find_dates(text, now=NOW), unit)
    assert grows_linearly(lambda text: read_date(text, now=NOW), unit)

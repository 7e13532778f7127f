"""Where a date ends: ranges, feasts and slogans, numbers of issues, years that are stated elsewhere or by half."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kznews.kazakh import date_grammar
from kznews.kazakh.date_grammar import tokenize
from kznews.kazakh.dates import DateFault, DateReading, NoDate, read_date

NOW = datetime.fromisoformat("2025-11-22T12:00:00+05:00")  # a Saturday


def day_of(text: str, now: datetime = NOW) -> str:
    """Return the day that is read, or the reason why none is."""
    reading = read_date(text, now=now)
    return reading.reason if isinstance(reading, NoDate) else reading.value.date().isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "5-7 қаңтар 2024",
        "5–7 қаңтарда",
        "2024 жылғы 5-7 қаңтар аралығында",
        "5 қаңтар – 7 қаңтар 2024",
        "28 қаңтар - 2 ақпан 2024",
        "28 қаңтардан 2 ақпанға дейін",
        "28-қаңтардан бастап 2-ақпанға дейін",
        "2024 жылдың 28 қаңтары мен 2 ақпаны",
        "5 және 6 қаңтар 2024",
        "5-і және 6 қаңтар",
        "5, 6 қаңтар 2024",
        "с 5 по 7 января 2024",
        "5 и 6 января 2024",
        "28 января – 2 февраля 2024 года",
        "5 qańtar men 7 qańtar",
        "28 قاڭتار – 2 اقپان 2024",
    ],
)
def test_several_days_are_a_range_and_not_one_of_them(text: str):
    assert day_of(text) == DateFault.RANGE


def test_two_whole_dates_are_no_range():
    assert day_of("Жарияланды 05.01.2024 – жаңартылды 07.01.2024") == "2024-01-05"
    assert day_of("5 қаңтар 2024 – 7 қаңтар 2024") == "2024-01-05"


@pytest.mark.parametrize(
    "text",
    [
        "8 наурыз мерекесі құтты болсын",
        "1 мамыр – Бірлік күні",
        "22 наурыз — ұлыстың ұлы күні",
        "30 тамыз – Конституция күні",
        "16 желтоқсан алаңы",
        "5 қаңтар даңғылы",
        "9 мая праздник",
        "8 naýryz merekesi",
        "3 қазан нан",
        "17 жасар қыз 5 қаңтар оқиғасын айтты",
        "№5 қаңтар 2024",
        "№ 5 (қаңтар) 2024",
        "5 қаңтар 24",
        "5 қаңтар '4",
        "Қаңтар '24",
        "Қараша 25",
        "Қараша 25 000 адам",
        "Қараша 2:1 есебімен",
        "Сәрсенбі, қараша 5 адам",
        "Маусым 5, 3-серия",
        "5.11, 14:20",
        "Баға 12.11",
        "5 қаңтар 24 жыл бұрын",
        "1 қаңтардағы жағдай бойынша 2024 жыл",
        "2024 жылғы есеп. 5 қаңтар",
        "5 қаңтар, Алматы, 2024",
        "1-сыныпқа 5 мамырға дейін",
        "2,5 сағат бұрын",
        "2-3 күн бұрын",
        "екі-үш күн бұрын",
        "бес – он минут бұрын",
        "он-он бес минут бұрын",
        "жүз елу жыл бұрын",
        "мың бес жыл бұрын",
        "5 мың бұрын",
        "5 қаңтар жиырма адам",
        "5 қаңтар түнгі ұрыс",
        "өткен жұма",
        "өткен жұма, 10:00",
        "өткен аптада",
        "келесі дүйсенбі",
        "жаңа ғана",
        "только что",
        "5 қаңтар жарты жыл",
        "Бүгін 4.50",
        "12:30 - 13:00",
        "05,01,2024",
        "05-01-24",
        "5.1.24",
        "01.2024",
        "10 қазақ",
        "100 маусымдық жұмысшы",
        "5 сәуірбек",
        "5 наурызкөже",
        "12 ноябрьский",
    ],
)
def test_what_is_almost_a_date_is_none(text: str):
    assert day_of(text) == DateFault.NO_DATE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 қаңтар 24 ж.", "2024-01-05"),
        ("5 қаңтар 24ж. 12:30", "2024-01-05"),
        ("5 января 24 г.", "2024-01-05"),
        ("қаңтардың 5-і, 2024 жыл", "2024-01-05"),
        ("5-қаңтар күні, 2024 жыл", "2024-01-05"),
        ("Қаңтардың 5-і 2024", "2024-01-05"),
        ("2024 жылғы қаңтардың 5 күні", "2024-01-05"),
        ("05.01.2024/12:30", "2024-01-05"),
        ("2024-жыл 1-ай 5-күн", "2024-01-05"),
        ("2024-جىل 1-اي 5-كۇن", "2024-01-05"),
        ("к 5 январю 2024", "2024-01-05"),
        ("перед 5 мартом 2024", "2024-03-05"),
        ("5 қаңтарымен 2024", "2024-01-05"),
        ("№123 5 қаңтар 2024", "2024-01-05"),
        ("№ 2 (1234), 5 қаңтар, 2024 жыл", "2024-01-05"),
        ("2023 жыл. 5 қаңтар 2024", "2024-01-05"),
    ],
)
def test_a_year_is_taken_from_where_it_stands(text: str, day: str):
    assert day_of(text) == day
    assert isinstance(read_date(text), DateReading)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("№12 (5 қаңтар 2024)", "5 қаңтар 2024"),
        ("№12 (05.01.2024)", "05.01.2024"),
        ("№12 (5 қаңтар, жұма, 2024)", "5 қаңтар, жұма, 2024"),
        ("Газет 5 қаңтар (2024)", "5 қаңтар (2024)"),
        ("5 қаңтар (жұма) 2024", "5 қаңтар (жұма) 2024"),
        ("5 қаңтар (2024 ж.) № 3", "5 қаңтар (2024 ж.)"),
        ("5 қаңтар 2024 (10:05)", "5 қаңтар 2024 (10:05)"),
    ],
)
def test_a_bracket_belongs_to_a_date_that_opens_it(text: str, raw: str):
    reading = read_date(text)
    assert isinstance(reading, DateReading)
    assert reading.raw == raw == text[reading.start : reading.end]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 қаңтар, жұма", "2024-01-05"),
        ("5 қаңтар жұма күні", "2024-01-05"),
        ("5 қаңтар (жұма), 10:00", "2024-01-05"),
        ("жұма, 5 қаңтар", "2024-01-05"),
        ("пятница, 5 января", "2024-01-05"),
        ("5 қаңтар", "2025-01-05"),
        ("23 қараша, жексенбі", "2025-11-23"),
        ("АСТАНА, 3 тамыз — агенттік.", "2025-08-03"),
        ("Қоғам • 5 қаңтар", "2025-01-05"),
        ("5 қаңтар | Қоғам", "2025-01-05"),
    ],
)
def test_a_weekday_decides_between_years(text: str, day: str):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        ("2026-01-01T00:10:00", "31 желтоқсан, 23:50", "2025-12-31T23:50"),
        ("2026-01-01T00:10:00", "1 қаңтар, 00:05", "2026-01-01T00:05"),
        ("2025-12-31T23:59:00", "1 қаңтар, 00:05", "2025-01-01T00:05"),
        ("2026-01-02T09:00:00", "кеше 23:50", "2026-01-01T23:50"),
        ("2026-01-01T00:10:00", "кеше, 23:50", "2025-12-31T23:50"),
        ("2026-01-01T00:10:00", "15 минут бұрын", "2025-12-31T23:55"),
        ("2026-01-01T00:10:00", "23:50", "2025-12-31T23:50"),
        ("2024-03-01T00:10:00", "кеше 23:30", "2024-02-29T23:30"),
        ("2024-03-01T10:00:00", "1 күн бұрын", "2024-02-29T10:00"),
        ("2025-03-01T10:00:00", "29 ақпан, 10:00", "2024-02-29T10:00"),
        ("2025-03-31T10:00:00", "1 ай бұрын", "2025-02-28T10:00"),
    ],
)
def test_midnight_month_year_and_leap_day_are_crossed(now: str, text: str, moment: str):
    reading = read_date(text, now=datetime.fromisoformat(now))
    assert isinstance(reading, DateReading)
    assert reading.value.replace(tzinfo=None).isoformat().startswith(moment)


@pytest.mark.parametrize("now", [datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)])
@pytest.mark.parametrize("text", ["ертең 10:00", "кеше", "9999 жыл бұрын", "23:59", "5 қаңтар, жұма", "3 сағат бұрын"])
def test_the_ends_of_the_calendar_are_survived(text: str, now: datetime):
    for zone in ("Asia/Almaty", "America/New_York", "UTC"):
        assert isinstance(read_date(text, now=now, zone=zone), NoDate | DateReading)


@pytest.mark.parametrize("year", [-1, 0, 10_000, 10**12])
def test_a_year_that_no_calendar_has_is_impossible(year: int):
    assert read_date("5 қаңтар", year=year) == NoDate(DateFault.IMPOSSIBLE)


def test_a_word_that_is_read_by_the_words_around_it_is_read_so_each_time():
    """Old Arabic fonts print ә as أ, modern ones а: "қараша" is a month in the latter alone."""
    for _ in range(2):
        assert tokenize("قأراشا").codes == "M"
        assert tokenize("قأراشا مةكتةث").codes == "o o"


def test_tokens_are_learnt_once_and_their_number_is_bounded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(date_grammar, "_MOST_KNOWN", 10)
    texts = [f"{number} қараша 2025, №{number + 100}" for number in range(1, 31)]
    first = [tokenize(text) for text in texts]
    assert len(date_grammar._KNOWN) <= 10 + 12  # what one text adds
    assert [tokenize(text) for text in texts] == first
    assert {tokens.codes for tokens in first} == {"d M Y, #n"}

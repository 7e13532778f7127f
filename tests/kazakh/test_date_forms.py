"""Variations of the displayed forms: templates, separators, weekdays, scripts, digits, blanks and look-alikes."""

from __future__ import annotations

import os
import random
from datetime import date, datetime

import pytest

from kznews.kazakh.dates import DateFault, DateReading, NoDate, read_date
from tests.support.transliterate import ALPHABETS, transliterate

NOW = datetime.fromisoformat("2025-11-22T12:00:00+05:00")
MONTHS = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"]
RUSSIAN = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"]
RUSSIAN_WEEKDAYS = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
ENGLISH_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

VARIATIONS = """
25.08.2022 at 16:20 = 2022-08-25T16:20
Posted on 25.08.2022 = 2022-08-25
Posted on 3.11.2021 at 09:05 by admin = 2021-11-03T09:05
Posted on August 25, 2022 = 2022-08-25
Posted on 14 Маусым, 2023 by redaktor = 2023-06-14
Published on 7th August 2019 = 2019-08-07
October 3rd, 2017 = 2017-10-03
Published: 07 Aug 2019 10:15 = 2019-08-07T10:15
Опубликовано admin в 24.11.2025 - 20:15 = 2025-11-24T20:15
Опубликовано Пн, 24/11/2025 - 20:15 пользователем admin = 2025-11-24T20:15
Дата публикации: 07.08.2019 – 10:15 = 2019-08-07T10:15
Добавлено: 9 янв 2020, 23:59 = 2020-01-09T23:59
Жарияланған күні: 30.12.2016 08:00 = 2016-12-30T08:00
Жаңартылған уақыты: 01.02.2021 10:15 = 2021-02-01T10:15
7 Тамыз, 2019 - 10:15 = 2019-08-07T10:15
17 Ақпан, 2022 — 07:45 = 2022-02-17T07:45
7 Тамыз, 2019 / 10:15 = 2019-08-07T10:15
7 Тамыз, 2019 @ 10:15 = 2019-08-07T10:15
7 Тамыз, 2019; 10:15 = 2019-08-07T10:15
7 Тамыз, 2019 10:15 = 2019-08-07T10:15
10:15 / 07.08.2019 = 2019-08-07T10:15
00:05 / 31.12.2020 = 2020-12-31T00:05
10:15 - 07.08.2019 = 2019-08-07T10:15
10:15 | 7 тамыз 2019 = 2019-08-07T10:15
07.08.2019 в 10:15 = 2019-08-07T10:15
7 августа 2019, 3:30 дня = 2019-08-07T15:30
7 августа 2019, 12:30 ночи = 2019-08-07T00:30
7 тамыз 2019, 3:30 күн = 2019-08-07T03:30
07.08.2019, в 10:15 = 2019-08-07T10:15
28.02.2024 г. в 18:30 = 2024-02-28T18:30
07 тамыз 2019 ж., 10:15 = 2019-08-07T10:15
07 тамыз 2019ж. 10:15 = 2019-08-07T10:15
1 қаңтар 2023 жыл, сағат 00:01 = 2023-01-01T00:01
2019-08-07 | 10:15 = 2019-08-07T10:15
2019-08-07 - 10:15 = 2019-08-07T10:15
2019.08.07 / 10:15 = 2019-08-07T10:15
2019 жыл, 7 тамыз, 10:15 = 2019-08-07T10:15
2016 жылғы 29 ақпан, 12:00 = 2016-02-29T12:00
2019 j. 11 qarasha = 2019-11-11
2019 jyldyn' 31 qazany = 2019-10-31
16 nay'. 2019 10:33 = 2019-03-16T10:33
16 Qan’. 2019 = 2019-01-16
2019 jylg'y qazannyn’ 31-i = 2019-10-31
2019-08-07T10:15:32.123456 = 2019-08-07T10:15:32
2019-08-07 10:15:32.5 = 2019-08-07T10:15:32
Wednesday, 7 August 2019 10:15 = 2019-08-07T10:15
Wed, 7 Aug 2019 = 2019-08-07
среда, 7 августа 2019, 10:15 = 2019-08-07T10:15
Среда, 07 Август 2019 10:15 = 2019-08-07T10:15
среда, 07.08.2019 10:15 = 2019-08-07T10:15
07 Август 2019 (среда) 10:15 = 2019-08-07T10:15
7 августа 2019 года, среда = 2019-08-07
07.08.2019 (сәрсенбі) 10:15 = 2019-08-07T10:15
7 тамыз, сәрсенбі, 2019 = 2019-08-07
7 тамыз (сәрсенбі) 2019 ж. 10:15 = 2019-08-07T10:15
Бс, 7 қараша 2024 = 2024-11-07
7 Тамыз (2019), 10:15 = 2019-08-07T10:15
(07.08.2019 10:15) = 2019-08-07T10:15
[07.08.2019] = 2019-08-07
07.08.2019. 10:15 = 2019-08-07T10:15
07 . 08 . 2019 = 2019-08-07
7.8.2019 = 2019-08-07
07.08.19 10:15 = 2019-08-07T10:15
07/08/2019 10:15 PM = 2019-08-07T22:15
7-ші тамыз 2019 = 2019-08-07
7Тамыз2019 = 2019-08-07
18 Мамыр, 201815:52 = 2018-05-18T15:52
18.05.201815:52 = 2018-05-18T15:52
2018-05-1815:52 = 2018-05-18T15:52
21\u00a0Сәуір,\u00a02018\u00a0-\u00a010:15 = 2018-04-21T10:15
21\u2009сәуір\u202f2018 = 2018-04-21
\u200e21 Сәуір, 2018\u200f = 2018-04-21
٠٧.٠٨.٢٠١٩ = 2019-08-07
٠٧ تامىز، ٢٠١٩ ساعات ١٠:١٥ = 2019-08-07T10:15
۷ تامىز ۲۰۱۹ = 2019-08-07
2019 جىلعى 7 تامىز، 10:15 = 2019-08-07T10:15
جۇما، 11 قاڭتار 2019 = 2019-01-11
7 Taмыз, 2019 = 2019-08-07
3 Қaзaн, 2019 10:15 = 2019-10-03T10:15
21 CƏУIР, 2018 = 2018-04-21
5 Қыpкүйeк 2023 ж. = 2023-09-05
7 tamız 2019 j. 10:15 = 2019-08-07T10:15
Sársenbi, 7 tamyz, 2019 - 10:15 = 2019-08-07T10:15
9 Qazan 2020, saǵat 17.05 = 2020-10-09T17:05
30 Jeltoqsan, 2025 · 08:30 = 2025-12-30T08:30
15 Mawsım, 2021 | 10:00 = 2021-06-15T10:00
2 Qırküyek 2022 (09:09) = 2022-09-02T09:09
07.08.2019 | 10.15 = 2019-08-07T10:15
7 тамыз 2019, 10.15 | 87 = 2019-08-07T10:15
07.08.2019 | 4.50 = 2019-08-07
07.08.2019 | 10.15 млн = 2019-08-07
07.08.2019 – 05.12 = 2019-08-07
Күні: 07-08-19 = 2019-08-07
Jarııalanǵan ýaqyty: 07-08-19, 10:15 = 2019-08-07T10:15
07-08-19 10:15 = 2019-08-07T10:15
Тел.: 07-08-19, 09:00–18:00 = no_date
(7172) 07-08-19 10:15 = no_date
Цех 07-08-19 = no_date
2019 ж. 6 XII = 2019-12-06
2019 жылғы 6.XII, 10:05 = 2019-12-06T10:05
6.XII.2019 = 2019-12-06
6 I 2019 ж. = 2019-01-06
XXI ғасыр, 6.IX.2019 ж. = 2019-09-06
2019 ж. VI тоқсан = no_date
2019 ж. 6 xii = no_date
6.XII = no_date
6 XIII 2019 = no_date
"""

RELATIVE = """
3 мин. бұрын = 2025-11-22T11:57
1 час. назад = 2025-11-22T11:00
an hour ago = 2025-11-22T11:00
a day ago = 2025-11-21T12:00
yesterday at 10:15 = 2025-11-21T10:15
Сегодня, в 10:15 = 2025-11-22T10:15
10:15, бүгін = 2025-11-22T10:15
Кеше | 10:15 = 2025-11-21T10:15
Кеше, 10.15 = 2025-11-21T10:15
Жарты сағат бұрын = 2025-11-22T11:30
bir jarym saǵat buryn = 2025-11-22T10:30
жарты жыл бұрын = 2025-05-22
полчаса назад = 2025-11-22T11:30
час и 5 минут назад = 2025-11-22T10:55
полтора часа назад = 2025-11-22T10:30
2 сағат, 15 минут бұрын = 2025-11-22T09:45
2 saǵat jáne 15 mınýt buryn = 2025-11-22T09:45
1 жыл 2 ай 3 күн бұрын = 2024-09-19
5 минут, 2 сағат бұрын = 2025-11-22T10:00
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(text, expected) for text, _, expected in (line.rpartition(" = ") for line in table.strip().splitlines())]


def shown(reading: DateReading | NoDate) -> str:
    """Return the wall time as far as the reading's precision goes, or the reason."""
    if isinstance(reading, NoDate):
        return reading.reason
    return reading.value.replace(tzinfo=None).isoformat()[: {"day": 10, "minute": 16, "second": 19}[reading.precision]]


@pytest.mark.parametrize(("text", "expected"), rows(VARIATIONS))
def test_a_variation_is_read_to_the_minute_and_without_now(text: str, expected: str):
    assert shown(read_date(text)) == expected


@pytest.mark.parametrize(("text", "expected"), rows(RELATIVE))
def test_a_relative_variation_is_counted_from_now(text: str, expected: str):
    reading = read_date(text, now=NOW)
    assert isinstance(reading, DateReading)
    assert reading.value.replace(tzinfo=None).isoformat().startswith(expected)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2019-08-07T10:15:32.123456Z", "2019-08-07T10:15:32+00:00"),
        ("2019-08-07T10:15:32.1234567Z", "2019-08-07T10:15:32+00:00"),
        ("2019-08-07T10:15Z", "2019-08-07T10:15:00+00:00"),
        ("2019-08-07T10:15:32.5+05:30", "2019-08-07T04:45:32+00:00"),
        ("2019-08-07 10:15:32+06", "2019-08-07T04:15:32+00:00"),
        ("2019-08-07 10:15:32 +0600", "2019-08-07T04:15:32+00:00"),
    ],
)
def test_a_stamp_with_fractions_keeps_its_own_offset(text: str, instant: str):
    reading = read_date(text, zone="Asia/Aqtau")
    assert isinstance(reading, DateReading)
    assert (reading.value, reading.raw) == (datetime.fromisoformat(instant), text)


@pytest.mark.parametrize("text", ["Wed, 08/07/2019 - 10:15", "Submitted by admin on Mon, 11/24/2025 - 20:15", "08/15/2019"])
def test_a_month_that_comes_first_is_never_read_as_a_day(text: str):
    assert read_date(text, now=NOW) == NoDate(DateFault.IMPOSSIBLE)


def test_a_weekday_that_fits_neither_order_changes_nothing():
    assert shown(read_date("Сенбі, 07/08/2019")) == "2019-08-07"


# What a template may put together; every combination has one right answer.
BODIES = [
    "{d} {M}, {Y}",
    "{dd} {M} {Y}",
    "{d} {M} {Y} {ж}",
    "{Y} {жылғы} {d} {M}",
    "{Y} {ж} {d} {M}",
    "{d}-{M} {Y}",
    "{dd}.{mm}.{Y}",
    "{d}.{m}.{Y}",
    "{dd}/{mm}/{Y}",
    "{dd}-{mm}-{Y}",
    "{Y}-{mm}-{dd}",
    "{Y}.{mm}.{dd}",
    "{M} {d}, {Y}",
    "{dd}.{mm}.{yy}",
    "{Y}/{mm}/{dd}",
    "{d} {M}, {W}, {Y}",
    "{d} {M} ({Y})",
    "«{dd}» {M} {Y}",
    "{dd}.{mm}.{Y}{ж}",
    "{dd}{M}, {Y}",
]
TIMES = (
    "",
    " {t}",
    ", {t}",
    " - {t}",
    " – {t}",
    " / {t}",
    " | {t}",
    " • {t}",
    " {H} {t}",
    ", {H} {t}",
    " ({t})",
    "  {ts}",
    "{t}",
)
LEADS = ("", "{t} ", "{t}, ", "{t} | ", "{t} / ", "{t} - ", "{H} {t}, ")
BEFORE = ("", "{W}, ", "{W} ", "{W}: ", "Жарияланды: ", "Опубликовано ", "Posted on ", "Қоғам • ", "12 пікір ", "\u200e", "1234 ")
AFTER = (
    "",
    " Қоғам",
    " 1234",
    " | GMT +5",
    " 0 пікір",
    ".",
    " by admin",
    "\u200f",
    " (өзгертілді)",
    " рет оқылды 55",
    " г. Алматы",
)
FORMS = int(os.environ.get("KZNEWS_FUZZ", "2000"))


def words(language: str, day: date, case: str) -> dict[str, str]:
    if language in {"russian", "english"}:
        russian = language == "russian"
        month = (RUSSIAN if russian else ENGLISH)[day.month - 1]
        weekday = (RUSSIAN_WEEKDAYS if russian else ENGLISH_WEEKDAYS)[day.isoweekday() - 1]
        return {"M": month, "W": weekday, "H": "в" if russian else "at", "ж": "г.", "жылғы": "г."}
    names = {"M": MONTHS[day.month - 1], "W": WEEKDAYS[day.isoweekday() - 1], "H": "сағат", "ж": "ж.", "жылғы": "жылғы"}
    if language != "cyrillic":
        names = {name: transliterate(word, language) for name, word in names.items()}
    changed = {name: getattr(names[name], case)() for name in ("M", "W")}
    # A capital İ or I out of i, ı is a question of locale that no template gets right.
    return names | (changed if case != "upper" or not set("iı") & set(names["M"] + names["W"]) else {})


def form_of(chance: random.Random) -> str:
    body = chance.choice(BODIES)
    lead = chance.choice(LEADS)
    time = "" if lead else chance.choice(TIMES)
    before = "" if "{W}" in body or lead else chance.choice(BEFORE)
    return before + lead + body + time + chance.choice(AFTER)


def disguised(text: str, chance: random.Random) -> str:
    changes = (" \u00a0", "0123456789 ٠١٢٣٤٥٦٧٨٩", "іаә iaə", "")
    change = chance.choice(changes)
    if change == changes[0]:
        return text.replace(" ", "\u00a0")
    shown_as, meant = change.split(" ") if change else ("", "")
    return text.translate(str.maketrans(shown_as, meant))


def test_every_combination_of_a_template_is_read_right():
    chance = random.Random(20251122)
    for _ in range(FORMS):
        day = date(chance.randint(2004, 2026), chance.randint(1, 12), chance.randint(1, 28))
        clock = f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}"
        form = form_of(chance)
        # English has no year word.
        language = chance.choice(["cyrillic", "russian", *ALPHABETS] + ["english"] * ("ж" not in form))
        numbers = {"d": day.day, "dd": f"{day.day:02}", "m": day.month, "mm": f"{day.month:02}", "Y": day.year}
        names = words(language, day, chance.choice(["lower", "title", "upper"]))
        written = form.format(**numbers, yy=f"{day.year % 100:02}", t=clock, ts=f"{clock}:07", **names)
        expected = day.isoformat() + ("T" + clock if "{t" in form else "") + (":07" if "{ts}" in form else "")
        text = disguised(written, chance) if language == "cyrillic" else written
        assert shown(read_date(text, now=NOW)) == expected, ascii(text) + " " + text

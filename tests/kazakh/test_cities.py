"""One key for every name of a city."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.cities import CITIES, cities_in, find_city, find_shortened
from tests.support.growth import grows_linearly
from tests.support.transliterate import transliterate


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Алматы", "almaty"),
        ("АЛМАТЫ", "almaty"),
        ("Almaty", "almaty"),
        ("الماتى", "almaty"),
        ("Алма-Ата", "almaty"),
        ("Алматы қ.", "almaty"),
        ("г. Алматы", "almaty"),
        ("Алматы қаласы", "almaty"),
        ("Алматы:", "almaty"),
        ("استانا:", "astana"),
        ("Нұр-Сұлтан", "astana"),
        ("Nur-Sultan", "astana"),
        ("Нур-Султан (Астана)", "astana"),
        ("Ақмола", "astana"),
        ("Целиноград", "astana"),
        ("Шевченко", "aqtau"),
        ("Гурьев", "atyrau"),
        ("Cемей", "semey"),
        ("Семипалатинск", "semey"),
        ("Усть-Каменогорск", "oskemen"),
        ("О\u0301skemen", "oskemen"),
        ("Қапшағай", "qonaev"),
        ("Конаев", "qonaev"),
        ("Қонаев", "qonaev"),
        ("Уральск", "oral"),
        ("Кустанай", "qostanay"),
        ("Petropavlovsk", "petropavl"),
        ("Джамбул", "taraz"),
        ("Чимкент", "shymkent"),
        ("Кзыл-Орда", "qyzylorda"),
        ("Туркестан", "turkistan"),
        ("Шарбақты", "sharbaqty"),
        ("Щербакты ауылы", "sharbaqty"),
        ("شارباقتى", "sharbaqty"),
        ("Чилик", "shelek"),
    ],
)
def test_a_name_gives_its_key(text: str, key: str):
    city = find_city(text)
    assert city is not None
    assert city.key == key


@pytest.mark.parametrize(
    "text", ["Киев", "Мәскеу", "", "қала", "Астана мен Алматы", "Алматы облысы", "Алматыда жаңбыр жауды", "22°", "\ud800"]
)
def test_other_places_and_sentences_are_no_city(text: str):
    assert find_city(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [("Н.Сұлтан", "astana"), ("Н. Сұлтан", "astana"), ("N-Sultan", "astana"), ("У-Каменогорск", "oskemen"), ("Т.Қорған", None),
     ("Т.Курган", "taldyqorghan"), ("А.Ата", None), ("А.Орал", None), ("Н Сұлтан", None), ("Н.Сұлтанов", None), ("Астана", None),
     ("", None), ("\ud800.Сұлтан", None)],
)  # fmt: skip
def test_a_name_of_two_parts_may_be_shortened_where_one_city_is_meant(text: str, key: str | None):
    city = find_shortened(text)
    assert (city and city.key) == key
    assert key is None or find_city(text) is None


@pytest.mark.parametrize("alphabet", ["latin 2017", "latin 2018", "latin 2021", "qazaqparat", "gh/sh", "arabic"])
def test_every_kazakh_name_is_known_in_every_alphabet(alphabet: str):
    for city in CITIES:
        assert find_city(transliterate(city.kk, alphabet)) == city, city.kk


def test_every_listed_name_leads_to_its_own_city():
    assert [(city.key, name) for city in CITIES for name in (city.kk, *city.names) if find_city(name) != city] == []


def test_keys_are_plain_unique_and_many():
    keys = [city.key for city in CITIES]
    assert len(set(keys)) == len(keys) >= 40
    assert all(key.isascii() and key == key.lower() for key in keys)


def test_cities_of_a_line_come_in_order_and_once():
    line = "Астанада және Шымкентте, Алматыға, Түркістаннан, Усть-Каменогорск, Астана, Киев, Абай-33"
    assert [city.key for city in cities_in(line)] == ["astana", "shymkent", "almaty", "turkistan", "oskemen", "abay"]


@pytest.mark.parametrize(
    "line",
    [
        "Алматы облысы", "Абай ауданы", "есік ашық қалды", "алға қарай", "айқай-шу көп", "Шарбақты ауданы", "жаңақалада құлан",
        "Ауа райы жақсы",
    ],
)  # fmt: skip
def test_regions_and_everyday_words_are_no_cities(line: str):
    assert cities_in(line) == ()


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("Темір жол бойында", []),
        ("Алға, Қазақстан!", []),
        ("Бүгін суық. Есік жабық", []),
        ("Жиында «Алға Қазақстан» атты ән айтылды", []),
        ("Абай Алматыда болды", ["almaty"]),
        ("Темір ауданы, Ақтөбе", ["aqtobe"]),
        ("Пойыз Темір бекетіне келді", ["temir"]),
        ("Темір қаласындағы мектеп", ["temir"]),
        ("Есік қ. тұрғындары", ["esik"]),
        ("қ. Есік тұрғындары", ["esik"]),
        ("Есік", ["esik"]),
        ("Оралда", ["oral"]),
        ("Оралда көрме ашылды", ["oral"]),
        ("Абайдың өлеңі", []),
        ("Абай мен Пушкин", []),
        ("Орал және Ақтау", ["oral", "aqtau"]),
        ("Орал мен Ақтау", ["oral", "aqtau"]),
        ("Алға +5 ашық", ["alga"]),
        ("Орал, Ақтау, Саран", ["oral", "aqtau", "saran"]),
        ("Алматы жолы жабық", ["almaty"]),
        ("есік ашық, Есік жабық", ["esik"]),
    ],
)
def test_a_word_that_begins_a_sentence_is_a_city_only_where_more_says_so(line: str, keys: list[str]):
    assert [city.key for city in cities_in(line)] == keys


@settings(max_examples=1000, deadline=None)
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["Алматы", "қ", "Нұр", "-", "Сұлтан", " ", "да", "ь", "\ud800", "(", "'"])).map("".join),
    )
)
def test_no_text_makes_it_raise(text: str):
    find_city(text)
    cities_in(text)


@pytest.mark.parametrize("unit", ["Алматы ", "а", "а ", "ь ", "Нұр-"])
def test_finding_takes_time_in_proportion_to_the_text(unit: str):
    assert grows_linearly(cities_in, unit)
    assert grows_linearly(find_city, unit)

"""Currencies by code, sign and name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.currency import ISO_CODES, Nominal, find_all, find_currency, read_nominal
from tests.support.growth import grows_linearly
from tests.support.transliterate import transliterate


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("USD", "USD"),
        ("usd", "USD"),
        ("USD322.72", "USD"),
        ("RUB:", "RUB"),
        ("ЕUR", "EUR"),
        ("RUR", "RUB"),
        ("$ 450.1", "USD"),
        ("€416", "EUR"),
        ("₽", "RUB"),
        ("¥", "CNY"),
        ("元", "CNY"),
        ("100 ₸", "KZT"),
        ("АҚШ доллары", "USD"),
        ("АҚШ долларының бағамы", "USD"),
        ("доллар США", "USD"),
        ("Австралия доллары", "AUD"),
        ("Армения драмы", "AMD"),
        ("Швеция кронасы", "SEK"),
        ("Дания кронасы", "DKK"),
        ("Үндістан рупиясы", "INR"),
        ("австралийский доллар", "AUD"),
        ("Аустралия доллары", "AUD"),
        ("Australian Dollar", "AUD"),
        ("Hong Kong Dollar", "HKD"),
        ("US Dollar", "USD"),
        ("100 Yen", "JPY"),
        ("Swiss Franc", "CHF"),
        ("еуроға", "EUR"),
        ("евро", "EUR"),
        ("ресей рублінің", "RUB"),
        ("рублей", "RUB"),
        ("БЕЛАРУС РУБЛІ", "BYN"),
        ("491,59 теңге", "KZT"),
        ("тенге", "KZT"),
        ("500 тг", "KZT"),
        ("қытай юанінің", "CNY"),
        ("юаней", "CNY"),
        ("фунт стерлингов", "GBP"),
        ("түрік лирасы", "TRY"),
        ("қырғыз сомы", "KGS"),
        ("өзбек сомы", "UZS"),
        ("швед кронасы", "SEK"),
        ("корей вонасы", "KRW"),
        ("100 иен", "JPY"),
        ("100 ЖАПОН ЙЕНІ", "JPY"),
        ("ОАР РЭНДІ", "ZAR"),
        ("кувейт динары", "KWD"),
        ("سوم: 5.29", "KGS"),
        ("Лира 12.5", "TRY"),
        ("Лира Рубль", "TRY"),
        ("Лира (Түркия)", "TRY"),
        ("Лира Түркия", "TRY"),
        ("Манат Түрікменстан", "TMT"),
    ],
)
def test_a_currency_is_named(text: str, code: str):
    assert find_currency(text) == code


@pytest.mark.parametrize("alphabet", ["latin 2017", "latin 2018", "latin 2021", "qazaqparat", "arabic"])
@pytest.mark.parametrize(
    ("name", "code"), [("доллары", "USD"), ("теңгеге", "KZT"), ("юанінің", "CNY"), ("еуро", "EUR"), ("рублін", "RUB")]
)
def test_names_are_known_in_every_alphabet(name: str, code: str, alphabet: str):
    assert find_currency(transliterate(name, alphabet)) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ең көп",
        "сомасы",
        "крона",
        "Динара",
        "батты",
        "бата",
        "драма",
        "try again",
        "TOP 10",
        "Тараз",
        "кроссовка",
        "Реал клубы",
        "Лира Қожахметова",
        "Манат Әбілов",
        "Лира атты топ",
        "Мальта лирасы",
    ],
)
def test_words_that_look_like_a_currency_are_none(text: str):
    assert find_currency(text) is None


def test_all_currencies_of_a_header_are_found_in_order():
    line = "• USD 468.56 • EUR 497.56 • RUB 7.3 • CNY 67.18"
    found = find_all(line)
    assert [code for *_, code in found] == ["USD", "EUR", "RUB", "CNY"]
    assert [line[start:end] for start, end, _ in found] == ["USD", "EUR", "RUB", "CNY"]


@pytest.mark.parametrize(
    ("text", "nominal"),
    [
        ("100 иен", Nominal(100, "JPY")),
        ("1 АҚШ ДОЛЛАРЫ USD / KZT 444.32", Nominal(1, "USD")),
        ("1000 ИРАН РИАЛЫ IRR / KZT 10.6", Nominal(1000, "IRR")),
        ("100 ОҢТҮСТІК КОРЕЙ ВОНЫ KRW", Nominal(100, "KRW")),
        ("100 ӨЗБЕК СОМЫ UZS", Nominal(100, "UZS")),
        ("USD", Nominal(1, "USD")),
        ("468.56 USD", None),
        ("теңдік", None),
    ],
)
def test_the_nominal_is_the_number_before_the_name(text: str, nominal: Nominal | None):
    assert read_nominal(text) == nominal


def test_every_code_finds_itself():
    assert [find_currency(f"1 {code} =") for code in ISO_CODES] == list(ISO_CODES)


@settings(max_examples=1000, deadline=None)
@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(["доллар", "$", "сом", "USD", "ы", " ", "100", "\ud800", "'", "元"])).map("".join)
    )
)
def test_no_text_makes_it_raise(text: str):
    read_nominal(text)
    assert all(code in ISO_CODES and 0 <= start < end <= len(text) for start, end, code in find_all(text))


@pytest.mark.parametrize("unit", ["доллар", "доллар ", "$", "a'", "сом ", "USD"])
def test_finding_takes_time_in_proportion_to_the_text(unit: str):
    assert grows_linearly(find_all, unit)

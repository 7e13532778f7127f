"""Numbers, scaled numbers and temperatures as portals print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kznews.kazakh.numbers import find_numbers, read_number, read_scaled, read_temperature
from tests.support.growth import grows_linearly


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("468.56", "468.56"),
        ("7.3", "7.3"),
        ("481,29", "481.29"),
        (" 480 ", "480"),
        ("1 234,5", "1234.5"),
        ("1\u202f234\u00a0567.5", "1234567.5"),
        ("12\u2009345", "12345"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567,8", "1234567.8"),
        ("1.234.567", "1234567"),
        ("−5", "-5"),
        ("–0,20", "-0.20"),
        ("-0.02", "-0.02"),
        ("+0.17", "0.17"),
        ("٢١٫٥", "21.5"),
        ("1,234", "1.234"),
    ],
)
def test_one_number_is_read(text: str, value: str):
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "5-10",
        "493,4–495,8",
        "12 34",
        "1,2,3",
        "5 теңге",
        "USD 5",
        "1e5",
        "1'234",
        "½",
        "१२",
        "--5",
        "1" * 30,
        "5" * 500,
        "\ud800",
    ],
)
def test_what_is_not_exactly_one_number_is_none(text: str):
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("33 млрд", "33000000000"),
        ("2 мың", "2000"),
        ("1,5 млн.", "1500000"),
        ("2 myń", "2000"),
        ("2 مىڭ", "2000"),
        ("3 тысячи", "3000"),
        ("-4 трлн", "-4000000000000"),
        ("1,2 млн-ға", "1200000"),
        ("3 миллионға", "3000000"),
        ("17", "17"),
    ],
)
def test_a_scale_word_multiplies(text: str, value: str):
    assert read_scaled(text) == Decimal(value)


@pytest.mark.parametrize("text", ["2 мың теңге", "5 адам", "мың", "", "2 мың 763"])
def test_an_unknown_word_after_a_number_gives_nothing(text: str):
    assert read_scaled(text) is None


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("+35°", "35"),
        ("0℃", "0"),
        ("-11 🌨", "-11"),
        ("🌨 -11", "-11"),
        ("17.3°", "17.3"),
        ("19°C", "19"),
        ("22°С", "22"),
        ("−5 °C", "-5"),
        ("–12°", "-12"),
        ("-0.1 C", "-0.1"),
        ("4.3 C", "4.3"),
        ("• +1°", "1"),
        ("-12,5º", "-12.5"),
    ],
)
def test_a_temperature_is_read(text: str, degrees: str):
    assert read_temperature(text) == Decimal(degrees)


@pytest.mark.parametrize(
    "text",
    [
        "Абай-33°С",
        "Cемей22°С",
        "+6°..+8°",
        "-1°.. +1°",
        "+14…+16 градус",
        "1-3°",
        "-10°/-5°",
        "35",
        "Алматы +5°",
        "10%",
        "99°",
        "—5°",
        "",
        "°",
    ],
)
def test_ranges_glued_values_and_bare_numbers_are_no_temperature(text: str):
    assert read_temperature(text) is None


def test_every_number_of_a_line_is_found_with_its_sign():
    line = "$ 367.06  € 416.17, Абай-33°С 5–10 (-0,02) (–0,20) USD322.72 қаржы 1 437 №5"
    found = find_numbers(line)
    assert [str(value) for *_, value in found] == ["367.06", "416.17", "33", "5", "10", "-0.02", "-0.20", "322.72", "1437", "5"]
    assert line[found[5][0] : found[5][1]] == "-0,02"


def test_ordinary_blanks_need_not_group():
    assert [int(value) for *_, value in find_numbers("441 480 5 1\u00a0234", blanks_group=False)] == [441, 480, 5, 1234]


@settings(max_examples=1500, deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("0123456789.,- \u00a0−–+°CСa%мың٣\x00"))))
def test_no_text_makes_them_raise(text: str):
    read_number(text)
    read_scaled(text)
    read_temperature(text)
    for start, end, value in find_numbers(text):
        assert 0 <= start < end <= len(text)
        assert value.is_finite()


@pytest.mark.parametrize("unit", ["1", "1 ", "1 234 ", "1,234,", "1.234.", "-", "--1", " ", "a1", "1,"])
def test_finding_takes_time_in_proportion_to_the_text(unit: str):
    assert grows_linearly(find_numbers, unit)
    assert grows_linearly(read_number, unit)
    assert grows_linearly(read_temperature, unit)

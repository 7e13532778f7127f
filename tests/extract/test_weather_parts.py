# ruff: noqa: E501
"""Temperatures whose parts stand in elements of their own, lines that say the sign in words, and figures that only day and night tell."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def top(markup: str) -> str:
    return f'<header><div class="bar">{markup}</div></header>'


def apart(city: str, sign: str, *figure: str, name: str = "mark") -> str:
    """Return a city and a figure with its sign, its digits and its degree in elements of their own."""
    digits = "".join(f'<span class="cel">{part}</span>' for part in figure)
    return f'<a href="/w">{city} <span class="{name}">{sign}</span>{digits}<sup>o</sup>C</a> '


PARTS = [
    pytest.param(apart("Тараз", "–", "3", ",5") + apart("Шу", "+", "0"), "taraz -3.5, shu 0", id="a dash where another has a plus"),
    pytest.param(apart("Тараз", "-", "3") + apart("Шымкент", "−", "1"), "taraz -3, shymkent -1", id="a hyphen where another has a minus"),
    pytest.param(apart("Тараз", "+", "3", ".5"), "taraz 3.5", id="decimals alone"),
    pytest.param(apart("Тараз", "–", "3"), "", id="a dash that may divide"),
    pytest.param(apart("Тараз", "–", "3", name="line") + apart("Шымкент", "+", "1"), "", id="a dash of another name"),
    pytest.param("Тараз <b>+3°</b><i>,5</i>", "taraz 3", id="what begins like decimals behind a whole figure"),
]  # fmt: skip
LINES = [
    pytest.param("<i>AQI <b>94</b> қалыпты</i> <i>Ылғалдылық 71%</i> <i>Орал <b>минус 9</b>, жел 3 м/с, сезіледі минус 13</i>", "oral -9", id="minus in a long line"),
    pytest.param("<i>Ылғалдылық 71%</i> <i>Орал <b>плюс 9</b></i> <i>Батысында жаңбыр жауып тұр, жел 3 м/с</i>", "oral 9", id="plus in a long line"),
    pytest.param("<i>Ылғалдылық 71%</i> <i>Орал <b>минус 9</b> ұпаймен соңғы орында қалып қойды</i> <i>жел 3 м/с</i>", "", id="minus in what says something else"),
    pytest.param("<i>AQI <b>94</b> қалыпты</i> <i>Ылғалдылық 71%</i> <i>Ертең Орал <b>минус 9</b>, жел 3 м/с</i>", "", id="tomorrow's in a long line"),
]  # fmt: skip
CLOCKS = [
    pytest.param("<i>03.11.2025, дүйсенбі</i><i>Тараз</i><b>-3</b><sup>o</sup>C <i>жел 6 м/с</i>", "taraz -3", id="a weekday behind a day with its year"),
    pytest.param("дүйсенбі, 03.11.2025 Тараз -3°C", "taraz -3", id="a weekday before it"),
    pytest.param("<i>04.11, сейсенбі</i><i>Тараз</i><b>-3</b><sup>o</sup>C", "", id="a day that a forecast may have"),
    pytest.param("Ертең 04.11.2025, сейсенбі Тараз -3°C", "", id="a word for another day before it"),
]  # fmt: skip
DAYS = [
    pytest.param("Тараз<br>күндіз <b>+3</b><br>түнде <b>-2</b>", "taraz 3", id="day and night of a city"),
    pytest.param("Тараз<br>күндіз <b>+3</b><br>түнде <b>-2</b><br>Шу<br>күндіз <b>+5</b><br>түнде <b>-1</b>", "taraz 3, shu 5", id="day and night of two"),
    pytest.param("Тараз<br>түнде <b>-2</b><br>күндіз <b>+3</b>", "taraz 3", id="the night first"),
    pytest.param("Тараз<br>күндіз <b>+3</b>", "", id="the day alone"),
    pytest.param("Тараз<br>жеңіс <b>+3</b><br>жеңіліс <b>-2</b>", "", id="other words"),
    pytest.param("Тараз<br>күндіз <b>+3</b> пойыз<br>түнде <b>-2</b> пойыз", "", id="what is counted by day and night"),
    pytest.param("Кезекші<br>күндіз <b>+3</b><br>түнде <b>-2</b>", "", id="no city"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "says"), [*PARTS, *LINES, *CLOCKS, *DAYS])
def test_a_line_over_the_page_shows(markup: str, says: str) -> None:
    assert shown(top(markup)) == says


@pytest.mark.parametrize("frost", ["5 gradýs aıaz", "5 gradus ayaz", "5 grady's ai'az", "5° aiaz", "5 gradws swıq", "5 گرادۋس اياز", "mïnws 5", "miynus 5°"])
def test_frost_is_told_in_every_alphabet(frost: str) -> None:
    assert shown(top(f"Almaty: {frost}")) == "almaty -5"


@pytest.mark.parametrize(("said", "expected"), [("°5-", "almaty -5"), ("°5+", "almaty 5"), ("5-°", "almaty -5"), ("°5-7", "")])
def test_degree_and_sign_stand_on_the_other_side_in_arabic_script(said: str, expected: str) -> None:
    assert shown(top(f"الماتى {said}")) == expected


@pytest.mark.parametrize("warm", ["5 gradýs jyly", "5 gradws ıstıq", "plıýs 5 gradýs", "5 گرادۋس جىلى"])
def test_what_is_told_to_be_warm_has_no_minus(warm: str) -> None:
    assert shown(top(f"Almaty: {warm}")) == "almaty 5"


TICKER = "<marquee>Газетке жазылу жүріп жатыр, пошта бөлімшелерінде асығыңыз</marquee>"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Семей: -8° USD 451.7 EUR 490.1 RUB 4.95", [("Семей", "-8")]),
        ("Семей: -8° доллар 451,7 еуро 490,1", [("Семей", "-8")]),
        ("Семей: -8° ертең USD 451.7", []),
        ("Семей USD 451.7 -8°", []),
    ],
)
def test_rates_behind_a_temperature_in_its_text_take_nothing_from_it(said: str, shown: list[tuple[str, str]]) -> None:
    markup = f"<table><tr><td><font size=1>{said}</font>{TICKER}</td></tr></table>"
    found = read(page(before=markup)).values["weather"]
    assert [(weather.city, str(weather.temperature)) for weather in found] == shown

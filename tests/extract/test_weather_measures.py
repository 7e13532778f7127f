"""Bare figures and figures under names: wind, humidity, the quality of the air, extremes and what is felt are no temperature."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def box(text: str, name: str = "weather") -> str:
    return f'<div class="{name}"><b>Алматы</b> {text}</div>'


def named(name: str, figure: str) -> str:
    return f'<span class="{name}">{figure}</span>'


TEMP = named("weather-temp", "12")
OTHERS = [
    pytest.param("<b>42</b> AQI · PM2.5 <b>52</b> мкг/м³", id="the quality of the air"),
    pytest.param("<i>AQI</i> 42", id="AQI before"),
    pytest.param("42 <i>AQI</i>", id="AQI behind"),
    pytest.param("<i>Ауа сапасы</i> 42", id="the quality of the air in words"),
    pytest.param("PM2.5 PM10", id="the size of dust"),
    pytest.param(f"{named('weather-dust', 'PM10')} <b>33</b>", id="the size of dust in an element named weather"),
    pytest.param(f"{named('weather-speed', '5')} м/с", id="the speed of the wind"),
    pytest.param(f"<i>жел</i> {named('weather-speed', '5')}", id="wind before"),
    pytest.param(named("weather-wind", "5"), id="wind by its name"),
    pytest.param(named("weather-humidity", "45"), id="humidity by its name"),
    pytest.param(f"{named('weather-moist', '45')}%", id="per cent behind the element"),
    pytest.param("UV 5", id="rays of the sun"),
    pytest.param("№12", id="a number"),
    pytest.param("A12", id="a road"),
    pytest.param(named("temp-min", "5"), id="the lowest by name"),
    pytest.param(named("temp-max", "+12°"), id="the highest by name"),
    pytest.param(named("weather-wind", "12°"), id="from where the wind blows"),
    pytest.param(named("w-night", "-5°"), id="the night by name"),
]  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_what_else_is_measured_is_no_temperature(text: str) -> None:
    assert shown(box(text)) == shown(f"<header>{box(text)}</header>") == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEMP, id="alone"),
        pytest.param(f"{TEMP} ашық", id="with the sky"),
        pytest.param(f"{TEMP} <i>AQI 42</i>", id="before the quality of the air"),
        pytest.param(f"<i>AQI</i> 42 {TEMP}", id="behind the quality of the air"),
        pytest.param(f"{named('weather-wind', '5')} {TEMP}", id="behind the wind"),
        pytest.param(f"{named('w-feels', '5°')} {named('w-temp', '12°')}", id="behind what is felt"),
        pytest.param(f"{named('w-feel', 'сезілуі 5°')} {named('w-temp', '12°')}", id="behind what is felt in a word as well"),
        pytest.param(f"{named('temp-min', '5')} {named('temp-max', '12')}", id="the highest behind the lowest"),
        pytest.param(f"{named('temp-max', '+12°')} {named('temp-min', '+5°')}", id="the highest before the lowest"),
        pytest.param(named("temp max-w-xs min-h-0", "12°"), id="beside names of sizes"),
        pytest.param("12", id="in the box itself"),
    ],
)
def test_the_temperature_beside_it_is_read(text: str) -> None:
    assert shown(box(text)) == "almaty 12"


def test_nothing_but_a_figure_is_a_temperature() -> None:
    found = read(page('<div class="auasapasy"><i class="dot"></i> Алматы <b>142</b> AQI · PM2.5 <b>52</b> мкг/м³</div>'))
    assert found.weather == []


LABELS = [
    pytest.param("<i>Түн: +2°</i> <i>Күн: +12°</i>", "almaty 12", id="day and night as nouns"),
    pytest.param("<i>Tún: +2°</i> <i>Kún: +12°</i>", "almaty 12", id="day and night as nouns in Latin letters"),
    pytest.param("<i>Күн ашық</i> <i>+12°</i>", "almaty 12", id="the sun"),
    pytest.param("<i>Бүгін, сенбі +9°</i>", "almaty 9", id="today with its weekday"),
    pytest.param("<i>Сенбі +9°</i>", "", id="a weekday"),
    pytest.param("<i>↑ +7°</i> <i>↓ −2°</i>", "", id="extremes behind arrows"),
    pytest.param("<i>↑ +7°</i>", "almaty 7", id="one arrow"),
    pytest.param("<i>жел: 27°</i>", "", id="from where the wind blows in words"),
    pytest.param("<i>жел: 5 м/с, +7°</i>", "almaty 7", id="behind the wind with its measure"),
    pytest.param("<i>09:00 +7°</i> <i>15:00 +12°</i>", "", id="hours"),
    pytest.param("<i>09:00</i> <b>+7°</b> <i>15:00</i> <b>+12°</b>", "", id="hours in elements of their own"),
    pytest.param("+7° <i>09:00 жаңартылды</i>", "almaty 7", id="when it was brought up to date"),
    pytest.param("<i>түсте +12°</i>", "", id="noon"),
    pytest.param("<i>өткен аптада +7°</i>", "", id="last week"),
    pytest.param("<i>норма +7°</i>", "", id="what is usual"),
    pytest.param("<i>ертеңге +7°</i>", "", id="for tomorrow"),
    pytest.param("<i>бүрсігүні +7°</i>", "", id="the day after tomorrow"),
    pytest.param("+7° <b>Астана</b>", "", id="between two cities"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), LABELS)
def test_what_is_beside_a_figure_says_of_when_it_is(text: str, says: str) -> None:
    assert shown(f'<div class="top"><b>Алматы</b> {text}</div>') == says

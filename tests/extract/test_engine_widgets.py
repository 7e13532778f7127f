# ruff: noqa: E501
"""What pages of engines that nobody here had seen say of rates and weather beside them: rule by rule, each beside a page on which it does nothing."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read


@pytest.mark.parametrize(
    ("widget", "shown"),
    [
        ("<ul><li><a href='#'><b>Қызылорда</b> <i>+31<sup>o</sup>C</i></a></li><li><b>Арал</b><i>+29<sup>o</sup>C</i></li></ul>", {"qyzylorda": 31, "aral": 29}),
        ("<ul><li><a href='#'><b>Қызылорда</b> <i>+31<sup>x</sup></i></a></li></ul>", {}),
        ("<div>Доллар <b>348,40</b> · Еуро <b>379,58</b> · Рубль <b>4,64</b> | Ақсай: −11°, Орал: −9°</div>", {"aqsay": -11, "oral": -9}),
        ("<div>Доллар <b>348,40</b> · Еуро <b>379,58</b> · Рубль <b>4,64</b> | Ақсай: −11°, −9°</div>", {}),
    ],
    ids=["raised letters in a link", "no sign of degrees", "cities behind rates", "two figures for one city"],
)
def test_temperatures_stand_in_lines_of_many_kinds(widget: str, shown: dict[str, int]) -> None:
    found = read(page(f"<div class='top'>{widget}</div>")).weather
    assert {weather.city_key: weather.temperature for weather in found} == shown


def test_icons_of_currencies_tell_behind_a_menu_of_cities_as_well() -> None:
    icons = "".join(f'<span><i class="fa fa-{code}"></i> {value} <small>-1.27</small></span>' for code, value in (("usd", 314.06), ("eur", 334.82)))
    menu = "<select><option selected>Алматы</option><option>Астана</option></select>"

    def shown(line: str) -> dict[str, float]:
        return {rate.currency: float(rate.value) for rate in read(page(f"<div class='top'>{line}</div>")).rates}

    assert shown(f"<span>{menu} <b></b>&deg;C</span> {icons}") == {"USD": 314.06, "EUR": 334.82}
    assert shown(f"<span>{menu} <b></b>&deg;C</span> {icons.replace('fa-usd', '').replace('fa-eur', '')}") == {}


def test_rates_may_stand_in_a_menu() -> None:
    def shown(*options: str) -> list[str]:
        menu = "".join(f"<option>{option}</option>" for option in options)
        return [f"{rate.currency} {rate.value}" for rate in read(page(f"<div><select>{menu}</select></div>")).rates]

    assert shown("USD – 424.34", "EUR – 501.06", "KGS – 5") == ["USD 424.34", "EUR 501.06", "KGS 5"]
    assert shown("USD – 424.34") == []
    assert shown("USD – 1", "EUR – 2", "KGS – 3") == []


def test_what_is_felt_beside_a_chosen_city_is_not_its_temperature() -> None:
    menu = '<div class="pogoda"><select><option selected>Семей</option><option>Аягөз</option></select> {}</div>'
    for said, felt in (("-3° Сезілуі -7°", "semey -3"), ("Сезілуі -7°", "")):
        assert ", ".join(f"{one.city_key} {one.temperature}" for one in read(page(menu.format(said))).weather) == felt


PANEL = '<div class="panel"><div class="panel-heading">Валюта бағамы</div><ul>{}</ul></div>'
KURS = '<table class="kurs"><tr><th></th><th>АҚШ доллары</th><th>Еуро</th></tr><tr><td>ҰБ бағамы</td><td>447.96<td>494.78</tr><tr><td>{}</td><td>{}<td>{}</tr></table>'


@pytest.mark.parametrize(
    ("widget", "rates"),
    [
        (PANEL.format("<li><span>447,96</span>1 USD</li><li><span>494,78</span>1 EUR</li>"), ["447.96", "494.78"]),
        (PANEL.format("<li><span>447,96</span>1 USD</li><li><span>49,47</span>10 KGS</li>"), ["447.96", "49.47"]),
        (KURS.format("өзгеріс", "+0.08", "-0.41"), ["447.96", "494.78"]),
        ("<div class='rates'><div><b>USD</b>447,96</div><div><b>EUR</b>494,78</div><div><b>Brent</b>68,12</div><div><b>KASE</b>6 204,5</div></div>", ["447.96", "494.78"]),
        (KURS.format("Бірінші банк", "448.08", "495.2"), []),
    ],
)
def test_units_may_stand_behind_their_figure_and_changes_below(widget: str, rates: list[str]) -> None:
    assert [str(rate.value) for rate in read(page(after=widget)).rates] == rates


def test_a_day_and_an_hour_beside_rates_are_no_figures() -> None:
    news = "<h5><a href='/n/1'>Көпір ашылды</a></h5><div>10.09 / 12:30</div><h5><a href='/n/2'>Жол жөнделді</a></h5><div>09.09 / 19:40</div>"
    assert [str(rate.value) for rate in read(page(after=f"<div>{PANEL.format('<li>USD 447,96</li><li>EUR 494,78</li>')}{news}</div>")).rates] == ["447.96", "494.78"]
    assert len(read(page(after=f"<div>{PANEL.format('<li>USD 447,96</li><li>EUR 10.09</li>')}</div>")).rates) < 2, "a price is none for a day"


@pytest.mark.parametrize(
    ("widget", "shown"),
    [
        ("<div><button>Астана</button><svg></svg><span>−6°</span></div>", {"Астана": -6}),
        ("<div><button>Іздеу</button><span>−6°</span></div>", {}),
        ("<div><button>Астана</button><button>Алматы</button><span>−6°</span></div>", {}),
        ("<div><p>Астана</p><b>+17</b></div><div><p>Алматы</p><b>+22</b></div>", {}),
    ],
)
def test_a_city_may_stand_in_a_button_and_figures_with_a_sign_alone_may_be_of_the_sick(widget: str, shown: dict[str, int]) -> None:
    assert {it.city: it.temperature for it in read(page(before=f"<header>{widget}</header>")).weather} == shown

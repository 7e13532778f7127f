# ruff: noqa: E501
"""Temperatures that a template shows until somebody fills it are none; nought degrees beside other figures are real."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def box(inside: str, *, around: str = "") -> str:
    return f'<div class="top"><div class="w"{around}>{inside}</div></div>'


REAL_RATES = "<ul><li>USD 449.80</li><li>EUR 489.15</li><li>RUB 4.93</li></ul>"
NO_RATES = "<ul><li>USD 0.00</li><li>EUR 0.00</li><li>RUB 0.00</li></ul>"
CITY = "<span>Тараз</span> "
ZERO = f"{CITY}<span>0°</span>"


@pytest.mark.parametrize("figure", ["00°C", "+00°", "00 °C", "-00°", "00.0°", "000°"])
@pytest.mark.parametrize("between", [": ", " ", "</span> <span>", "</div><div>"])
def test_two_noughts_are_no_temperature(figure: str, between: str) -> None:
    assert shown(f'<div class="weather"><div><span>Тараз{between}{figure}</span></div></div>') == ""


def test_two_noughts_keep_their_place_among_other_figures() -> None:
    assert shown('<div class="weather"><div>Тараз</div><div>00°</div><div>+7°</div></div>') == ""
    assert shown('<div class="weather"><p>Тараз 00°</p><p>Орал -3°</p></div>') == "oral -3"
    assert shown('<div class="weather"><p>Тараз 0°</p><p>Орал -3°</p></div>') == "taraz 0, oral -3"


AMP = '<amp-list width="auto" height="24" src="/w.json"><template type="amp-mustache"><p>{{{{city}}}} {{{{t}}}}°C</p></template><div {0}>{1}</div></amp-list>'


@pytest.mark.parametrize("attribute", ["placeholder", "fallback"])
@pytest.mark.parametrize("said", ["Тараз: 0°C", "Тараз: +5°C", "<span>Тараз</span> <b>+5°C</b>", "<p>Тараз</p><p>+5°C</p>", "Тараз: бұлтты, +5°C, жел 3 м/с"])
def test_what_amp_shows_while_it_loads_is_none(attribute: str, said: str) -> None:
    assert shown(AMP.format(attribute, said)) == ""
    assert shown(f"<div><div data-{attribute}='1'>{said}</div></div>").startswith("taraz")


@pytest.mark.parametrize(
    "empty",
    [
        pytest.param(box(f"{ZERO} <small>ылғалдылық <i>0</i>%, жел <i>0</i> м/с</small>"), id="wind and humidity in elements"),
        pytest.param(box("<p>Тараз</p><p>0°</p><p>Жел: 0 м/с</p><p>Жауын: 0 мм</p>"), id="wind and rain in blocks"),
        pytest.param(box("<p>Тараз</p><p>0°</p><p>Ылғалдылық: 0%</p>"), id="humidity"),
        pytest.param(box("<p>Тараз</p><p>0°</p><p>Қысым: 0 мм</p>"), id="pressure"),
        pytest.param(box("Тараз 0°C, ылғалдылық 0%, жел 0 м/с"), id="one text"),
        pytest.param(box(f"{ZERO} <small>{{{{ weather.wind }}}} м/с</small>"), id="mustache"),
        pytest.param(box(f"{ZERO} <small>${{wind}} м/с</small>"), id="template literal"),
        pytest.param(box(f"{ZERO} <small>жел NaN м/с</small>"), id="not a number"),
        pytest.param(box(f"{ZERO} <small>ылғалдылық --%</small>"), id="dashes for the humidity"),
        pytest.param(box(f'<img :src="weather.icon" alt=""> {ZERO}'), id="an image that Vue binds"),
        pytest.param(box(f'<img src="{{{{ icon }}}}" alt=""> {ZERO}'), id="mustache in an attribute"),
        pytest.param(box(f'<img src="/img/w/.png" alt=""> {ZERO}'), id="an image without a name"),
        pytest.param(box(f'<img src="https://openweathermap.org/img/wn/@2x.png"> {ZERO}'), id="an image with nothing but a size"),
        pytest.param(box(f'<img src="" alt=""> {ZERO}'), id="an image without an address"),
        pytest.param(box(f'<img src="/w/undefined.svg" alt=""> {ZERO}'), id="an image of something undefined"),
        pytest.param(box(ZERO, around=' aria-busy="true"'), id="busy"),
        pytest.param(box(ZERO, around=' hx-get="/w" hx-trigger="load"'), id="htmx"),
        pytest.param(box(ZERO, around=' wire:init="ask"'), id="Livewire"),
        pytest.param(f'<turbo-frame id="w" src="/w"><div>{ZERO}</div></turbo-frame>', id="Turbo"),
        pytest.param('<div class="flex animate-pulse">' + ZERO + "</div>", id="Tailwind's skeleton"),
        pytest.param('<div class="top"><div class="skeleton">' + ZERO + "</div></div>", id="a skeleton"),
        pytest.param('<div class="top"><div class="w is-loading">' + ZERO + "</div></div>", id="loading"),
        pytest.param(box(f"{ZERO} <small>Жүктелуде…</small>"), id="loading in words"),
        pytest.param(box("<span>Ауа райы: Тараз 0°</span> <span>ылғалдылық 0%</span> <span>жел 0 м/с</span>"), id="a line"),
    ],
)
def test_a_nought_in_a_widget_that_nothing_has_filled_is_none(empty: str) -> None:
    assert shown(empty) == shown(f"{empty}{REAL_RATES}") == ""


@pytest.mark.parametrize(
    "real",
    [
        pytest.param(box(f"{ZERO} <small>ылғалдылық <i>93</i>%, жел <i>0</i> м/с</small>"), id="calm"),
        pytest.param(box("<p>Тараз</p><p>0°</p><p>Жел: 0 м/с</p>"), id="wind alone is nought"),
        pytest.param(box("<p>Тараз</p><p>0°</p><p>Ылғалдылық: 70%</p><p>Жауын: 0 мм</p>"), id="dry"),
        pytest.param(box("Тараз 0°C, ылғалдылық 80%, жел 0 м/с"), id="one text"),
        pytest.param(box(ZERO), id="nothing else"),
        pytest.param(box(f'<img src="/w/3.svg" data-src="/w/4.svg" alt="қар"> {ZERO}'), id="a lazy image"),
        pytest.param(box(f'<img src="" data-src="/w/4.svg" alt="қар"> {ZERO}'), id="an image that waits"),
        pytest.param(box(f'<img src="https://openweathermap.org/img/wn/10d@2x.png"> {ZERO}'), id="an image with a name"),
        pytest.param('<div class="w loaded">' + ZERO + "</div>", id="loaded"),
        pytest.param(box(ZERO, around=' aria-busy="false"'), id="no longer busy"),
        pytest.param(box(ZERO, around=' hx-get="/w" hx-trigger="click"'), id="htmx, when asked"),
        pytest.param(f'<turbo-frame id="w"><div>{ZERO}</div></turbo-frame>', id="a frame that is filled"),
        pytest.param(f"{box(ZERO)}<div><p>Пікірлер ({{{{ total }}}})</p></div>", id="marks of a template elsewhere"),
        pytest.param(f"{box(ZERO)}<div class='loading'></div>", id="something else is loading"),
    ],
)
def test_nought_degrees_may_be_real(real: str) -> None:
    assert shown(real) == shown(f"{real}{REAL_RATES}") == "taraz 0"


@pytest.mark.parametrize(
    ("rates", "says"),
    [
        (NO_RATES, ""),
        (REAL_RATES, "taraz 0"),
        ("<table><tr><td>USD</td><td>0.00</td></tr><tr><td>EUR</td><td>0.00</td></tr></table>", ""),
        ("<table><tr><td>USD</td><td>0</td></tr><tr><td>EUR</td><td>0</td></tr></table>", ""),
        ("<div>$ 0.00 € 0.00 ₽ 0.00</div>", ""),
        ("<ul><li>USD —</li><li>EUR —</li></ul>", ""),
        ("<table><tr><td>USD</td><td>-</td></tr><tr><td>EUR</td><td>--</td></tr></table>", ""),
        ("<ul><li>USD — 449.80</li><li>EUR — 489.15</li><li>RUB —</li></ul>", "taraz 0"),
        ("<ul><li>USD 449.80 <i>0.00</i></li><li>EUR 489.15 <i>0.00</i></li></ul>", "taraz 0"),
        ("<ul><li>USD 0.00</li></ul>", "taraz 0"),
        ("<ul><li>Пікір 0</li><li>Дауыс 0.0</li></ul>", "taraz 0"),
        ("<p>100 USD</p><p>10 EUR</p>", "taraz 0"),
    ],
    ids=["noughts", "real", "a table", "whole noughts", "a line", "dashes", "dashes in cells", "one dash", "no change", "one currency", "counters", "sums"],
)
def test_nought_degrees_beside_rates_of_nought_are_none(rates: str, says: str) -> None:
    assert shown(f"{box(ZERO)}{rates}") == says
    assert shown(f"{box(CITY + '<span>-4°</span>')}{rates}") == "taraz -4"


def test_one_city_twice_may_have_nought_degrees() -> None:
    assert shown(box(ZERO) + box(ZERO)) == "taraz 0"
    assert shown(box("<p>Тараз 0°</p><p>Орал 0°</p>")) == ""

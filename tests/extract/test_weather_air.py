# ruff: noqa: E501
"""Which of several temperatures is the air's, and whose it is where a city is shortened or stands in a menu's button (docs/observations.md)."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def top(*texts: str) -> str:
    return f'<div class="top">{"".join(f"<span>{text}</span>" for text in texts)}</div>'


def lines(*texts: str) -> str:
    return f'<div class="weather">{"".join(f"<div>{text}</div>" for text in texts)}</div>'


def fields(*texts: str) -> str:
    return f'<div class="box"><b>Балқаш</b><br>{"<br>".join(texts)}</div>'


AIR = [
    pytest.param(lines("Тараз", "сезілуі -14°C", "-9°C"), "taraz -9", id="what it feels like before the air's"),
    pytest.param(top("Тараз", "сезілуі −14°C", "−9°C", "AQI 156"), "taraz -9", id="what it feels like before the air's in one block"),
    pytest.param(lines("تاراز", "سەزىلۋى -14°", "-9°"), "taraz -9", id="what it feels like before the air's in Arabic letters"),
    pytest.param(lines("Тараз", "Ощущается как -14°", "Сейчас -9°"), "taraz -9", id="what it feels like before the air's in Russian"),
    pytest.param(lines("Тараз", "сезілуі -14°", "-9°", "Шу", "сезілуі -7°", "-4°"), "taraz -9, shu -4", id="what it feels like before the air's of two cities"),
    pytest.param(lines("Тараз", "сезілуі -14°", "түнде -9°"), "", id="what it feels like before the night's"),
    pytest.param(lines("Тараз", "сезілуі -14°", "ертең -9°"), "", id="what it feels like before tomorrow's"),
    pytest.param(lines("Тараз", "сезілетін: -14°"), "", id="what it feels like alone"),
    pytest.param(lines("-9°", "сезілуі -14°", "Тараз"), "taraz -9", id="what it feels like between the air's and the city"),
    pytest.param(lines("-9°", "ертең -14°", "Тараз"), "", id="tomorrow's between the air's and the city"),
    pytest.param(lines("Тараз", "-14° сезіледі"), "", id="a figure that a word behind it calls felt"),
    pytest.param(lines("Тараз", "-9° сезілуі <b>-14°</b>"), "taraz -9", id="a felt figure in an element of its own behind its word"),
    pytest.param(lines("Ақтау", "теңіз суы +24°C", "ауа +33°C"), "aqtau 33", id="the water's before the air's"),
    pytest.param('<div class="top">Ақтау · теңіз суы +24°C · ауа +33°C · толқын 0,5 м</div>', "aqtau 33", id="the water's before the air's in one line"),
    pytest.param(lines("Ақтау", "су +24°", "күндіз +33°", "түнде +21°"), "aqtau 33", id="the water's before the day's and the night's"),
    pytest.param(lines("Орал", "топырақ +12°", "ауа температурасы +15°"), "oral 15", id="the soil's before the air's"),
    pytest.param(lines("Ақтау", "теңіз суы +24°", "+26°"), "", id="two figures of the water"),
    pytest.param(lines("Ақтау", "теңіз суы +24°", "түнде +21°"), "", id="the water's before the night's"),
    pytest.param(lines("Ақтау", "теңіз суы +24°", "ертең ауа +33°"), "", id="the water's before the air's of tomorrow"),
    pytest.param(lines("Ақтау", "теңіз суы +24°"), "", id="the water's alone"),
    pytest.param(lines("Тараз", "RealFeel -14°", "-9°"), "taraz -9", id="what it feels like under a brand's name"),
    pytest.param(lines("Тараз", "шық нүктесі +6°"), "", id="the dew point alone"),
    pytest.param(lines("Тараз", "точка росы +6°", "ауа +15°"), "taraz 15", id="the dew point before the air's"),
    pytest.param(lines("Тараз", "+15°", "точка росы +6°"), "taraz 15", id="the dew point behind the air's"),
    pytest.param(lines("+15°", "шық нүктесі +6°", "Тараз"), "taraz 15", id="the dew point between the air's and the city"),
    pytest.param(fields("Түнде: +9°", "Күндіз: +22°", "Су: +17°", "Жел: 6 м/с"), "balqash 22", id="fields by line breaks"),
    pytest.param(fields("Түнде +9°", "Күндіз +22°", "Жел 6 м/с"), "balqash 22", id="fields without colons"),
    pytest.param(fields("Түнде: +9°", "Су: +17°", "Жел: 6 м/с"), "", id="fields without the day's"),
    pytest.param(fields("Түнде аяз -30°", "болып, жел күшейеді"), "", id="a sentence by line breaks"),
    pytest.param(fields("Түнде аяз <b>-30°</b> күндіз <b>-20°</b> болып тұр"), "", id="a sentence with bold figures"),
]  # fmt: skip

SHORTENED = [
    pytest.param(top("Н.Сұлтан: –12º"), "astana -12", id="a city shortened by a point"),
    pytest.param(top("Н. Сұлтан", "–12º"), "astana -12", id="a city shortened by a point and a blank"),
    pytest.param(top("Н.Сұлтан: –12º", "AQI 87", "💧 81%"), "astana -12", id="a city shortened by a point beside other words"),
    pytest.param(top("У-Каменогорск", "-12°"), "oskemen -12", id="a city shortened by a hyphen"),
    pytest.param(top("N.Sultan", "-12 C"), "astana -12", id="a city shortened in Latin letters"),
    pytest.param(top("А.Ата", "-12°"), "", id="what may be short for two cities"),
    pytest.param(top("А.Орал", "-12°"), "", id="a letter before a city's whole name"),
    pytest.param(top("Н.Сұлтанов", "-12°"), "", id="a letter before another name"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "says"), [*AIR, *SHORTENED])
def test_a_widget_shows_the_air_of_its_city(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize(("city", "said"), [("Н.Сұлтан", "Н.Сұлтан"), ("Қазір Н.Сұлтан", "Н.Сұлтан")])
def test_a_shortened_city_is_kept_as_shown(city: str, said: str) -> None:
    (weather,) = read(page(top(f"{city}: -12°"))).weather
    assert (weather.city, weather.city_key) == (said, "astana")


@pytest.mark.parametrize(
    ("shows", "says"),
    [
        ("<span>-24°</span><span>Сезілетін: -31°</span>", "petropavl -24, almaty -4, taraz -9"),
        ("<span>Сезілетін: -31°</span><span>-24°</span>", "petropavl -24, almaty -4, taraz -9"),
        ("<span>Сезілетін: -31°</span>", "almaty -4, taraz -9"),
        ("<span>-24°</span><span>-31°</span>", "almaty -4, taraz -9"),
    ],
    ids=["felt behind", "felt before", "felt alone", "two figures"],
)
def test_the_figure_beside_the_button_of_a_menu_is_that_of_its_city(shows: str, says: str) -> None:
    items = "".join(
        f'<li><a href="?c={city}">{city} <b>{degrees}°</b></a></li>' for city, degrees in (("Алматы", "-4"), ("Тараз", "-9"))
    )
    assert shown(f'<div class="top"><button>Петропавл</button>{shows}<ul>{items}</ul></div>') == says


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("<span>Қостанай <b>17</b>°C</span>", "17"),
        ("<span>Қостанай <b>-17</b><sup>°C</sup></span>", "-17"),
        ("<span>Қостанай</span> <b>17</b><i>℃</i>", "17"),
        ("<span>Қостанай</span> <b>17</b><i>м/с</i>", None),
    ],
)
def test_the_sign_of_the_degree_may_stand_behind_the_element_of_its_figure(shown: str, said: str | None) -> None:
    found = read(page(before=f"<div><span>сенбі, 18 мамыр</span> {shown} <span>USD 442.1 EUR 480.2 RUB 4.9</span></div>"))
    assert [str(one.temperature) for one in found.weather] == ([said] if said else [])
    assert len(found.rates) == 3


@pytest.mark.parametrize(
    ("label", "says"),
    [("Су температурасы", ""), ("Теңіз суы", ""), ("Сезілетін температура", ""), ("Ауа температурасы", "aqtau 24"), ("Толқын биіктігі", "aqtau 24")],
)
def test_the_label_over_a_city_with_its_figure_says_whose_temperature_it_is(label: str, says: str) -> None:
    assert shown(f'<div class="sea"><dl><dt>{label}</dt><dd>Ақтау: +24°</dd></dl></div>') == says


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        ("<div>Жезқазған</div><div><span>–</span><span>17</span><span>°</span></div>", "jezqazghan -17"),
        ("<div><span>Жезқазған</span><span>–</span><span>17</span><span>°</span></div>", ""),
        ("<div>Атырау: <b>+9</b></div><div>• USD: <b>541.02</b></div><div>• EUR: <b>628.66</b></div>", "atyrau 9"),
        ("<div>Атырау: <b>+9</b></div><div>• USD: <b>541</b></div><div>• EUR: <b>628</b></div>", ""),
    ],
    ids=["a dash that opens a block", "a dash that may divide", "beside rates with dots", "beside prices"],
)
def test_a_sign_of_its_own_and_a_figure_beside_rates(markup: str, says: str) -> None:
    assert shown(f'<div class="top">{markup}</div>') == says

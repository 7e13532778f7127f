# ruff: noqa: E501
"""Figures whose elements say to whoever points at them what they are, and cities behind a title of the weather."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


@pytest.mark.parametrize(
    ("figures", "says"),
    [
        ('<b>17°</b> <i title="түнде">9°</i>', "aqtau 17"),
        ('<b>17°</b> <i aria-label="Ночью">9°</i>', "aqtau 17"),
        ('<b title="күндіз">17°</b> <i title="түнде">9°</i>', "aqtau 17"),
        ('<i title="Түнгі температура">9°</i> <b title="Күндізгі температура">17°</b>', "aqtau 17"),
        ('<i title="Сезіледі">14°</i> <b>17°</b>', "aqtau 17"),
        ('<b>17°</b> <i title="Судың температурасы: теңіз">21°</i>', "aqtau 17"),
        ('<b>17°</b> <span title="Ертең"><i>9°</i></span>', "aqtau 17"),
        ('<b>17°</b> <i title="9 пікір: түнде">9°</i>', ""),
        ('<b>17°</b> <i title="Ауа райы">9°</i>', ""),
        ('<b>17°</b> <i title="бұлтты">9°</i>', ""),
        ('<b title="түнде">9°</b>', ""),
        ('<span title="Ертең"><b>9°</b></span>', ""),
        ('<b title="Қазір">17°</b>', "aqtau 17"),
        ('<span title="Түнде 9°, таңертең 12°"><b>17°</b></span>', "aqtau 17"),
    ],
)
def test_a_title_says_what_a_figure_is(figures: str, says: str) -> None:
    assert shown(f'<header><div class="bar"><a href="/">Шағала<span>.news</span></a> <a href="/w"><span>Ақтау</span> {figures}</a></div></header>') == says
    assert says in (said := shown(f'<header><div class="bar"><a href="/">Шағала<span>.news</span></a> <span>Ақтау</span> {figures}</div></header>'))
    assert said in {says, "aqtau 17"}


def test_a_title_of_city_and_figure_is_that_of_a_card_of_more() -> None:
    assert shown('<div class="bar"><a href="/w" title="Ертеңгі болжам">Ақтау +17°</a></div>') == "aqtau 17"
    assert shown('<div class="bar"><span>Ақтау</span> <a href="/w" title="Ертеңгі болжам">+17°</a></div>') == ""


def test_a_title_says_that_a_bare_figure_is_no_temperature() -> None:
    bare = '<div class="weather"><span>Ақтау</span> <b title="{}">65</b></div>'
    assert shown(bare.format("Ылғалдылық").replace("65", "45")) == shown(bare.format("Желдің жылдамдығы").replace("65", "4")) == ""
    assert shown(bare.format("Температура").replace("65", "4")) == "aqtau 4"


NOW = "<div><span>Қазір</span> <b>+6°</b> <i>жаңбыр</i></div><ul><li><i>12:00</i> +8°</li><li><i>15:00</i> +9°</li><li><i>18:00</i> +5°</li></ul>"


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Ауа райы, Ақтау", "aqtau 6"),
        ("Погода, Актау", "aqtau 6"),
        ("Бүгін, Ақтау", "aqtau 6"),
        ("Ауа райы: Ақтау", "aqtau 6"),
        ("Ақтаудағы ауа райы", "aqtau 6"),
        ("Ақтау қаласындағы ауа райы", "aqtau 6"),
        ("Ауа райы – Ақтау", "aqtau 6"),
        ("Ақтау – ауа райы", "aqtau 6"),
        ("Ақтаудағы жаңалық", ""),
        ("Ақтау – жаңалық", ""),
        ("Болжам, Ақтау", ""),
        ("Ауа райы, Ақтау, Орал", ""),
        ("Жаңалық, Ақтау", ""),
    ],
)
def test_the_city_may_stand_behind_a_title_and_a_comma(title: str, says: str) -> None:
    assert shown(f'<aside><div class="card"><h3>{title}</h3>{NOW}</div></aside>') == says


def test_a_title_and_a_comma_may_stand_in_the_line_itself() -> None:
    assert shown('<div class="bar"><p>Ауа райы, Ақтау: +6°</p></div>') == "aqtau 6"
    assert shown('<div class="bar"><p>Жазғы ауа райы, Ақтау: +6°</p></div>') == ""


@pytest.mark.parametrize(
    ("heading", "city"),
    [
        ("Тараз қаласындағы ауа райы", "Тараз"),
        ("Шымкентте ауа райы", "Шымкент"),
        ("Погода в городе Тараз", "Тараз"),
    ],
)
def test_only_the_name_of_the_city_is_kept(heading: str, city: str) -> None:
    (weather,) = read(page(f'<aside><div class="card"><h3>{heading}</h3>{NOW}</div></aside>')).weather
    assert weather.city == city


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ('title="Тараз: +5°, ашық"', "taraz 5"),
        ('aria-label="Ауа райы: Тараз, 5 градус, ашық"', "taraz 5"),
        ('title="Тараз, ашық, +5 °C"', "taraz 5"),
        ('title="Тараз: +9°, ашық"', ""),
        ('title="Тараз: ертең +5°"', ""),
        ('title="Тараз +5°, Орал +5°"', ""),
        ('title="Мәскеу: +5°, ашық"', ""),
        ('title="Таразда 5 адам марапатталды"', ""),
    ],
)
def test_an_attribute_may_say_the_city_with_the_figure_that_is_shown(said: str, says: str) -> None:
    assert shown(f'<header><div class="b"><a href="/w" {said}><i class="ic"></i> <b>+5°</b></a></div></header>') == says
    assert shown(f'<header><div class="b"><a href="/w"><img src="/w/1.png" {said.replace("title", "alt")}> <b>+5°</b></a></div></header>') == says


@pytest.mark.parametrize(
    ("now", "says"),
    [("<b>+6°</b> <i>қазір</i>", "aqtau 6"), ("<b>+6°</b> <i>сейчас</i>", "aqtau 6"), ("<b>+6°</b> <i>кеше</i>", ""), ("<b>+6°</b> <i>түнде</i>", "")],
)
def test_a_word_for_now_may_stand_behind_its_figure(now: str, says: str) -> None:
    assert shown(f"<aside><div><h3>Ақтау</h3><div>{now}</div><ul><li>12:00 +8°</li><li>15:00 +9°</li></ul></div></aside>") == says


@pytest.mark.parametrize(
    ("head", "now", "says"),
    [
        ("Ақтау", "<div>+6°</div><div>Ашық · Сезілетін +3° · Жел 2 м/с</div>", "aqtau 6"),
        ("Ақтау", "<div>Жаңартылды 11:40</div><div>+6°</div>", "aqtau 6"),
        ("Ақтау", "<div>Жаңартылды 11:40</div><div>Ертең +6°</div>", ""),
        ("Ақтау", "<div>3 қараша</div><div>Келесі 4 қараша</div><div>+6°</div>", ""),
        ("Ақтау жаңалықтары", "<div>+6°</div>", ""),
        ("Ақтау", "", ""),
    ],
)
def test_a_figure_before_those_of_hours_is_now_s(head: str, now: str, says: str) -> None:
    assert shown(f"<aside><div><h3>{head}</h3>{now}<ul><li>12:00 +8°</li><li>15:00 +9°</li></ul></div></aside>") == says


SUN_AND_MOON = [
    ("☀ {}", "🌙 {}"),
    ("<i>☀️</i> {}", "<i>☾</i> {}"),
    ('<i class="icon-sun"></i> {}', '<i class="icon-moon"></i> {}'),
    ('<i class="fa fa-sun"></i> <b>{}</b>', '<i class="fa fa-moon"></i> <b>{}</b>'),
    ('<img src="/w/day.svg" alt=""> {}', '<img src="/w/night.svg?2" alt=""> {}'),
    ('<img src="/w/1.svg" alt="күндіз"> <b>{}</b>', '<img src="/w/2.svg" alt="түнде"> <b>{}</b>'),
]


@pytest.mark.parametrize(("sun", "moon"), SUN_AND_MOON)
def test_a_sun_and_a_moon_tell_the_days_figure_from_the_nights(sun: str, moon: str) -> None:
    day, night = sun.format("+17°"), moon.format("+9°")
    for figures in (f"{day} {night}", f"{night} {day}", f"<span>{night}</span> <span>{day}</span>"):
        assert shown(f'<header><div class="h"><span>Тараз</span> {figures}</div></header>') == "taraz 17"
    assert shown(f'<header><div class="h"><p>Тараз</p><p>{night}</p><p>{day}</p></div></header>') == "taraz 17"


@pytest.mark.parametrize(("sun", "moon"), SUN_AND_MOON[:-1])
def test_a_sun_or_a_moon_alone_is_the_sky(sun: str, moon: str) -> None:
    assert shown(f'<header><div class="h"><span>Тараз</span> {moon.format("+9°")}</div></header>') == "taraz 9"
    lists = f"<li>Тараз {sun.format('+17°')}</li><li>Орал {moon.format('+9°')}</li>"
    assert shown(f'<header><ul class="h">{lists}</ul></header>') == "taraz 17, oral 9"
    assert shown(f'<header><div class="h">{lists.replace("li>", "span>")}</div></header>') == "taraz 17, oral 9"

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
        ("Ақтаудағы ауа райы", ""),
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

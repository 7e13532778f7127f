# ruff: noqa: E501
"""Words between a city and a figure that say when or where it was measured: none of them is a word for the sky of this hour."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read

FORMS = (
    '<aside><div class="box"><p>Алматы</p><p>{} <b>+5°</b></p></div></aside>',
    '<aside><div class="box"><p>Алматы</p><p>{}</p><p>+5°</p></div></aside>',
    '<header><div class="box"><span>Алматы</span> <i>{}</i> <b>+5°</b></div></header>',
    '<header><div class="box"><p>Алматы, {}: +5°</p></div></header>',
)
TIMES = (
    "таңғы", "таңертеңгі", "кешкі", "кешкісін", "вечер", "утро", "tonight", "evening", "ночь", "жұмада", "дүйсенбіге", "в субботу",
    "демалыс күндері", "апта соңында", "келесі аптада", "на неделе", "выходные", "екі сағаттан кейін", "через час",
)  # fmt: skip
PLACES = ("тауда", "көлде", "өзенде", "облыста", "солтүстігінде", "оңтүстікте", "кей жерлерде", "суда", "Каспий", "сауна", "құбыла")
KINDS = ("максимальная", "минималды", "ең төменгі", "климат", "сезілу")


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


@pytest.mark.parametrize("word", [*TIMES, *PLACES, *KINDS])
def test_a_figure_of_another_time_place_or_kind_is_none(word: str) -> None:
    assert [shown(form.format(word)) for form in FORMS] == [""] * len(FORMS)


@pytest.mark.parametrize("word", ["бұлтты", "ала бұлтты", "қар", "жаңбырлы", "ясно", "облачно", "иногда дождь", "sunny", "тұман", "қазір", "шағын тұманды"])
def test_a_figure_behind_a_word_for_the_sky_is_one(word: str) -> None:
    assert [shown(form.format(word)) for form in FORMS] == ["almaty 5"] * len(FORMS)


@pytest.mark.parametrize("label", ["Қазіргі уақытта", "Погода", "Бүгінде", "Осы сәтте"])
def test_what_ends_as_a_word_for_a_place_may_be_a_time(label: str) -> None:
    assert shown(f'<aside><div class="box"><p>Алматы</p><p>{label}</p><p>+5°</p></div></aside>') == "almaty 5"


def test_the_figure_of_the_water_stands_beside_that_of_the_air() -> None:
    assert shown('<header><div class="box"><span>Ақтау</span> <i>Каспий</i> <b>+21°</b> <i>ауа</i> <b>+33°</b></div></header>') == "aqtau 33"
    assert shown('<header><div class="box"><span>Ақтау</span> <b>+33°</b> <i>теңізде</i> <b>+21°</b></div></header>') == "aqtau 33"


def test_day_and_night_are_told_as_nouns_as_well() -> None:
    assert shown('<header><div class="box"><span>Ақтау</span> <i>ночь</i> <b>+21°</b> <i>день</i> <b>+33°</b></div></header>') == "aqtau 33"


def test_a_slogan_before_the_city_says_nothing_of_its_figure() -> None:
    assert shown('<header><div class="box"><i>Елде оқылады</i> <span>Ақтау</span> <b>+33°</b></div></header>') == "aqtau 33"

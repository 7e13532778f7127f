# ruff: noqa: E501
"""Slides, panes and tabs of which one is shown; lines with a temperature before its city, or with the sky before a comma."""

from __future__ import annotations

from time import process_time

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def slides(*rows: str, tag: str = "div") -> str:
    """Return a row of boxes, each given as "class|attributes|city|degrees"."""
    boxes = (row.split("|") for row in rows)
    made = (f'<{tag} class="{names}" {said}><span>{city}</span> <span>{degrees}°</span></{tag}>' for names, said, city, degrees in boxes)
    return f'<div class="w"><div class="track">{"".join(made)}</div></div>'


SLIDES = [
    pytest.param(slides('slick-slide|aria-hidden="true"|Орал|+1', 'slick-slide slick-active|aria-hidden="false"|Ақтау|+4', 'slick-slide|aria-hidden="true"|Тараз|+9'), "aqtau 4", id="slick"),
    pytest.param(slides('q|aria-hidden="true"|Орал|+1', 'q|aria-hidden="false"|Ақтау|+4'), "aqtau 4", id="the attribute alone"),
    pytest.param(slides("carousel-item||Орал|+1", "carousel-item active||Ақтау|+4"), "aqtau 4", id="Bootstrap"),
    pytest.param(slides("owl-item cloned||Орал|+1", "owl-item active||Ақтау|+4", "owl-item active||Тараз|+9"), "aqtau 4, taraz 9", id="two are shown"),
    pytest.param(slides("tab-pane||Орал|+1", "tab-pane active||Ақтау|+4"), "aqtau 4", id="panes"),
    pytest.param(slides('q|aria-hidden="true"|Орал|+1', "q||Ақтау|+4"), "oral 1, aqtau 4", id="hidden from readers of screens, none said to be shown"),
    pytest.param(slides("slide||Орал|+1", "slide||Ақтау|+4"), "oral 1, aqtau 4", id="slides without a mark"),
    pytest.param(slides("city||Орал|+1", "city active||Ақтау|+4"), "oral 1, aqtau 4", id="a list with one of it chosen"),
    pytest.param(slides("swiper-slide||Орал|+1", "current||Ақтау|+4"), "oral 1, aqtau 4", id="another box is marked"),
]


@pytest.mark.parametrize(("markup", "says"), SLIDES)
def test_of_slides_the_one_that_is_shown_counts(markup: str, says: str) -> None:
    assert shown(markup) == says


def test_many_slides_are_read_in_time() -> None:
    markup = slides(*['slide|aria-hidden="true"|Орал|+1'] * 3000)
    start = process_time()
    assert shown(markup) == "oral 1"
    assert process_time() - start < 2


def tabs(chosen: str, figure: str) -> str:
    cities = "".join(f'<li class="{"is-active" if city == chosen else ""}">{city}</li>' for city in ("Орал", "Ақтау", "Тараз", "Шу"))
    return f'<div class="b"><ul>{cities}</ul><div class="pane">{figure}</div></div>'


TABS = [
    pytest.param(tabs("Тараз", "<span>+6°</span> аздап бұлтты, жел 9 м/с, ылғалдылық 47 %, қысым 716 мм"), "taraz 6", id="sky, wind and more behind"),
    pytest.param(tabs("Тараз", "<span>+6°</span> аздап бұлтты"), "taraz 6", id="the sky behind"),
    pytest.param(tabs("", "<span>+6°</span> аздап бұлтты"), "", id="no city chosen"),
    pytest.param(tabs("Тараз", "<span>+6°</span> түнде"), "", id="the night's"),
    pytest.param(tabs("Тараз", "<span>+6°</span> сезіледі"), "", id="what is felt"),
    pytest.param(tabs("Тараз", "<span>+6°</span> ертең"), "", id="tomorrow's"),
    pytest.param("<p>Тараз: +6° жел мен қар, жол жабық, мектеп те жабық</p>", "", id="an excerpt"),
]


@pytest.mark.parametrize(("markup", "says"), TABS)
def test_the_figure_under_tabs_is_the_chosen_citys(markup: str, says: str) -> None:
    assert shown(markup) == says


LINES = [
    ("−7°, Орал. Күннің шығуы 8:27, батуы 17:04, ұзақтығы 8 сағ 37 мин", "oral -7"),
    ("−7°, Орал, жел 5 м/с", "oral -7"),
    ("−7°, Орал −9°, жел 5 м/с", ""),
    ("−7°, Орал, −9°, жел 5 м/с", ""),
    ("Ертең −7°, Орал, жел 5 м/с", ""),
    ("Сезілуі −7°, Орал. Күннің шығуы 8:27", ""),
    ("−7°, Мәскеу, Орал", ""),
    ("−7°…−9°, Орал. Күннің шығуы 8:27", ""),
    ("−7°, Орал. Мектептер жабылды, сабақ үйде өтеді, автобус жүрмейді", ""),
    ("Орал: қар аралас бұлтты, −17 °C<br>Жел солтүстіктен, 8 м/с<br>Ертең: −20 °C", "oral -17"),
    ("Орал: қар аралас бұлтты, −17 °C<br>Тараз: ашық күн, −3 °C<br>Жел солтүстіктен, 8 м/с", "oral -17, taraz -3"),
    ("Ертең<br>Орал: қар аралас бұлтты, −17 °C<br>Жел солтүстіктен, 8 м/с, қысым 760 мм", ""),
    ("Орал: түнде қар, −17 °C<br>Жел солтүстіктен, 8 м/с, ылғалдылық 40%, қысым 760 мм", ""),
    ("Орал: ашық, −17…−20 °C<br>Жел солтүстіктен, 8 м/с, ылғалдылық 40%, қысым 760 мм", ""),
    ("Орал: қар, жел 8 м/с, қысым 760 мм<br>Ертең: −20 °C, бұлтты күн болады", ""),
]


@pytest.mark.parametrize(("text", "says"), LINES)
def test_lines_of_a_city_its_sky_and_its_figure(text: str, says: str) -> None:
    assert shown(f'<div class="now"><p>{text}</p></div>') == says


def test_a_box_for_small_screens_measures_nothing() -> None:
    assert shown('<div class="visible-xs">Ақтау +4 | USD 512,3 | 09:41</div>') == "aqtau 4"
    assert shown('<div class="weather">Ақтау <span class="visibility">4°</span></div>') == ""

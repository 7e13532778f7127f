# ruff: noqa: E501
"""Cities in one list and temperatures in another, menus, ranges, signs in words: whose a figure is must be certain."""

from __future__ import annotations

from time import process_time

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def lists(cities: str, figures: str, *, tag: str = "li", holder: str = "ul") -> str:
    """Return two lists side by side; a star behind a text marks it as the chosen one."""
    shown_as = [
        "".join(f'<{tag}{" class=active" if text.endswith("*") else ""}>{text.rstrip("*")}</{tag}>' for text in texts.split("|"))
        for texts in (cities, figures)
    ]
    return f'<div class="weather">{"".join(f"<{holder}>{items}</{holder}>" for items in shown_as)}</div>'


def table(*rows: str) -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    return f'<table class="weather">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'


def menu(*options: str, chosen: int = -1) -> str:
    items = "".join(f'<option{" selected" if at == chosen else ""}>{text}</option>' for at, text in enumerate(options))
    return f'<div class="top"><select name="city">{items}</select></div>'


def line(text: str) -> str:
    return f'<div class="top">{text}</div>'


LISTS = [
    pytest.param(lists("Тараз|Шу|Қаратау", "+31°|+27°|+36°"), "taraz 31, shu 27, qaratau 36", id="three and three"),
    pytest.param(lists("+31°|+27°|+36°", "Тараз|Шу|Қаратау"), "taraz 31, shu 27, qaratau 36", id="figures over cities"),
    pytest.param(line("<span>Тараз</span> <span>Шу</span> <span>Орал</span> <b>+1°</b> <b>-2°</b> <b>0°</b>"), "taraz 1, shu -2, oral 0", id="in one line"),
    pytest.param(table("Тараз|Шу", "+31°|+27°"), "taraz 31, shu 27", id="rows of a table"),
    pytest.param(table("|Тараз|Шу", "Күндіз|+31°|+27°", "Түнде|+17°|+12°"), "taraz 31, shu 27", id="the day's row"),
    pytest.param(table("|Тараз|Шу", "Түнде|+17°|+12°", "Күндіз|+31°|+27°"), "taraz 31, shu 27", id="the day's row behind the night's"),
    pytest.param(table("|Тараз|Шу", "Қазір|+31°|+27°", "Ертең|+17°|+12°"), "taraz 31, shu 27", id="now's row before tomorrow's"),
    pytest.param(lists("Тараз|Шу*", "+31°"), "shu 31", id="the chosen city"),
    pytest.param(lists("Тараз*|Шу|Қаратау", "Күндіз +31°|Түнде +19°"), "taraz 31", id="the chosen city by day and by night"),
    pytest.param("<table><tr><td>Тараз<br>Шу<br>Орал</td><td>+1°<br>-2°<br>0°</td></tr></table>", "taraz 1, shu -2, oral 0", id="lines of two cells"),
    pytest.param(lists("Тараз|Шу*", "+31°|+27°*"), "shu 27", id="chosen in both"),
]  # fmt: skip

UNTOLD = [
    pytest.param(lists("Тараз|Шу", "+31°|+27°"), id="two may be day and night"),
    pytest.param(lists("Тараз*|Шу|Қаратау", "+31°|+27°|+36°"), id="three parts of the day of a chosen city"),
    pytest.param(lists("Тараз|Шу|Қаратау", "+31°|+27°"), id="a figure missing"),
    pytest.param(lists("Тараз|Шу", "+31°|+27°|+36°"), id="a city missing"),
    pytest.param(lists("Тараз|Мәскеу|Шу", "+31°|+27°|+36°"), id="a city abroad"),
    pytest.param(lists("Тараз|Шу|Қаратау", "+31°"), id="a figure under three cities"),
    pytest.param(lists("Тараз|Шу", "+31°"), id="a figure under two cities"),
    pytest.param(line('<a href="/t">Тараз</a> <a href="/s">Шу</a> <b>+31°</b>'), id="a figure behind two links"),
    pytest.param("<table><tr><td>Тараз<br>Шу</td><td>+1°<br>-2°</td></tr></table>", id="two lines of two cells"),
    pytest.param(line("<div>Тараз Шу Орал</div><div>+1° -2° 0°</div>"), id="texts without lines"),
    pytest.param(lists("Тараз|Шу", "Күндіз +31°|Түнде +19°"), id="day and night under two cities"),
    pytest.param(lists("Тараз|Шу|Қаратау", "+31°|+27°|+36°", tag="a", holder="div"), id="a menu of links"),
    pytest.param(lists("Тараз|Шу|Қаратау", "Дс +31°|Сс +27°|Ср +36°"), id="days of the week"),
    pytest.param(table("Тараз|Шу", "+31°|+27°", "+17°|+12°"), id="two rows"),
    pytest.param(table("|Тараз|Шу", "Ертең|+31°|+27°"), id="tomorrow's row"),
    pytest.param(line("<span>Тараз</span> <span>Шу</span> <span>Орал</span> <b>+31</b> <b>+27</b> <b>+36</b>").replace("top", "covid"), id="cases in cities"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "says"), LISTS)
def test_each_city_has_the_figure_at_its_place(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize("markup", UNTOLD)
def test_no_city_gets_a_figure_that_may_be_anothers(markup: str) -> None:
    assert shown(markup) == ""


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        pytest.param(menu("Шу −14°", "Тараз −9°"), "shu -14", id="the first"),
        pytest.param(menu("Шу −14°", "Тараз −9°", chosen=1), "taraz -9", id="the marked one"),
        pytest.param(menu("Ташкент +14°", "Тараз −9°"), "", id="a city abroad"),
        pytest.param(menu("Қаланы таңдаңыз", "Тараз −9°"), "", id="none yet"),
        pytest.param(menu("Шу −14…−9°", "Тараз −9°"), "", id="a range"),
        pytest.param(f'<div style="display:none">{menu("Шу −14°", "Тараз −9°")}</div>', "", id="hidden"),
    ],
)
def test_a_menu_shows_one_of_its_choices(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        pytest.param(line("Тараз: күндіз <b>+9°</b>, түнде <b>-1°</b><br>Қаратау: күндіз <b>+12°</b>, түнде <b>+2°</b>"), "taraz 9, qaratau 12", id="by line breaks"),
        pytest.param(line("Тараз: түнде -1°, күндіз +9°<br>Қаратау: түнде +2°, күндіз +12°"), "taraz 9, qaratau 12", id="the night first"),
        pytest.param(line("تاراز: كۇندىز <b>+9°</b>، تۇندە <b>-1°</b><br>قاراتاۋ: كۇندىز <b>+12°</b>، تۇندە <b>+2°</b>"), "taraz 9, qaratau 12", id="in Arabic letters"),
        pytest.param(line("<span>Тараз</span> <span>+3° / түнде</span> <span>+12° / күндіз</span>"), "taraz 12", id="words behind their figures"),
        pytest.param(line("Тараз +12° күндіз, +3° түнде"), "taraz 12", id="words behind their figures in one text"),
        pytest.param(line("Тараз +9°, түнде -1°, күндіз +12°"), "taraz 9", id="now's before both"),
        pytest.param(line("Тараз: түнде <b>-1°</b><br>Қаратау: түнде <b>+2°</b>, ал таңертең жылырақ"), "", id="the nights alone"),
    ],
)  # fmt: skip
def test_the_day_counts_for_each_city(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Тараз <b>минус&nbsp;7</b>", "taraz -7", id="minus in a word"),
        pytest.param("<b>Тараз</b> <b>минус 7</b> <b>Шу</b> <b>минус 5</b>", "taraz -7, shu -5", id="two cities"),
        pytest.param("Тараз: минус 7", "taraz -7", id="in one text"),
        pytest.param("تاراز <b>مينۋس 7</b>", "taraz -7", id="minus in Arabic letters"),
        pytest.param("Тараз <b>плюс 7</b>", "taraz 7", id="plus in a word"),
        pytest.param("Тараз <b>-7 град.</b>", "taraz -7", id="the degree shortened"),
        pytest.param("Тараз: аяз 7°", "taraz -7", id="frost before its figure"),
        pytest.param("Тараз: жылы 7°", "taraz 7", id="warmth before its figure"),
        pytest.param("Тараз <b>минус 7-9</b>", "", id="a range"),
        pytest.param("Тараз минус 2 ойыншы", "", id="a team without two players"),
    ],
)
def test_a_sign_may_be_a_word(text: str, says: str) -> None:
    assert shown(line(text)) == says


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(line("<span>Тараз</span> <b>−3</b>…<b>+2 °C</b>"), id="in one line"),
        pytest.param(line("<span>Тараз</span> <b>−3°</b> ... <b>+2°</b>"), id="by three points"),
        pytest.param("<div class=weather><div>Тараз</div><div>+2°</div><div>…</div><div>+5°</div></div>", id="in boxes"),
        pytest.param("<div class=weather><div>Тараз</div><div>+2°-тан</div><div>+5°-қа дейін</div></div>", id="by endings"),
    ],
)
def test_neither_end_of_a_range_is_the_temperature(markup: str) -> None:
    assert shown(markup) == ""
    assert shown(markup.replace("-тан", "").replace("…", "").replace("...", "")) != ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("<b>Сенбі</b> <b>Тараз</b> <b>17</b>°C <b>USD</b>", "taraz 17", id="in a line"),
        pytest.param("<span>Тараз</span> <b>17</b><i>°C</i> <span>Шу</span> <b>5</b><i>°C</i>", "taraz 17, shu 5", id="two cities"),
        pytest.param("<b>Тараз</b> <b>17</b>…<b>19</b><i>°C</i>", "", id="a range"),
        pytest.param("<b>Тараз</b> <b>17-19</b><i>°C</i>", "", id="a range in one text"),
        pytest.param("<b>Тараз</b> <b>2025</b><i>°C</i>", "", id="a year"),
    ],
)
def test_the_sign_of_the_degree_may_stand_apart(text: str, says: str) -> None:
    assert shown(line(text)) == says


def test_a_long_line_of_cities() -> None:
    cities = "Тараз +1°, Шу −3°, Орал +5°, Ақтау +7°, Семей −3°, Павлодар +2°"
    assert shown(line(cities)) == "taraz 1, shu -3, oral 5, aqtau 7, semey -3, pavlodar 2"
    assert shown(line(f"Ертең {cities}")) == ""
    assert shown(line(f"{cities} болады деп күтіледі")) == ""


def test_a_page_of_long_lines_is_read_in_time() -> None:
    lines = f"<p>{'Тараз +3°, Шу +5°, ' * 15}</p>" * 3000
    begin = process_time()
    read(page(lines))
    assert process_time() - begin < 2  # twenty lines are read; all of them take eight seconds


def test_the_usual_name_of_a_weather_box_makes_signed_figures_degrees() -> None:
    cities = '<ul class="{}"><li>Тараз <b>−3</b></li><li>Шу <b>−6</b></li></ul>'
    assert shown(cities.format("top-wx")) == "taraz -3, shu -6"
    assert shown(cities.format("top-wxyz")) == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("3 қараша, дүйсенбі. Тараз +12°C", "taraz 12", id="the day with its weekday"),
        pytest.param("Жамбыл облысы, Шу: +12°C", "shu 12", id="the region"),
        pytest.param("Сейсенбі. Тараз +12°C", "", id="a weekday alone"),
        pytest.param("4 қараша, сейсенбі. Ертең Тараз +12°C", "", id="tomorrow"),
        pytest.param("Жамбыл облысы: +12°C", "", id="a region alone"),
    ],
)
def test_what_may_stand_before_the_city(text: str, says: str) -> None:
    assert shown(line(text)) == says


def test_the_raw_text_ends_with_the_figure() -> None:
    raw = [weather.raw for weather in read(page(line("Тараз +1°, Шу −3°, Орал +5°, Ақтау +7°, Семей −3°, Павлодар +2°"))).weather]
    assert raw == ["+1°", "−3°", "+5°", "+7°", "−3°", "+2°"]


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        pytest.param(table("Қала|Бүгін|Ертең", "Тараз|+9°|+11°", "Шу|+3°|+5°"), "taraz 9, shu 3", id="today, tomorrow"),
        pytest.param(table("Қала|Ертең|Бүгін", "Тараз|+9°|+11°", "Шу|+3°|+5°"), "taraz 11, shu 5", id="tomorrow, today"),
        pytest.param(table("Қала|Кеше|Бүгін", "Тараз|+9°|+11°", "Шу|+3°|+5°"), "taraz 11, shu 5", id="yesterday, today"),
        pytest.param(table("|Түнде|Күндіз", "Тараз|+1°|+11°", "Шу|-3°|+5°"), "taraz 11, shu 5", id="night, day"),
        pytest.param(table("|Түнде", "Тараз|+1°", "Шу|-3°"), "", id="night"),
        pytest.param(table("|Мин|Макс", "Тараз|+1°|+11°", "Шу|-3°|+5°"), "", id="extremes"),
        pytest.param(table("|Дс|Сс", "Тараз|+1°|+11°", "Шу|-3°|+5°"), "", id="days of the week"),
        pytest.param(table("|03.11|04.11", "Тараз|+1°|+11°", "Шу|-3°|+5°"), "", id="days"),
        pytest.param(table("Қала|Температура|Жел", "Тараз|+1°|3 м/с", "Шу|-3°|5 м/с"), "taraz 1, shu -3", id="temperature, wind"),
    ],
)
def test_the_head_of_a_column_says_when_its_figures_are_so(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Тараз \u201111°C", "taraz -11", id="a hyphen that does not break"),
        pytest.param("Тараз \uff0d11°C", "taraz -11", id="a wide hyphen"),
        pytest.param("Тараз: \u201411°C", "", id="a long dash that may be a minus"),
        pytest.param("Тараз \u2014 <b>+11°C</b>", "taraz 11", id="a long dash between"),
        pytest.param("Тараз 52°F / 11°C", "taraz 11", id="Fahrenheit before"),
        pytest.param("Тараз 52°F", "", id="Fahrenheit alone"),
        pytest.param("Тараз 42,9° с.е. 51° ш.б.", "", id="a place on the map"),
        pytest.param("Тараз 11° с", "taraz 11", id="a small letter"),
    ],
)
def test_signs_scales_and_places(text: str, says: str) -> None:
    assert shown(line(text)) == says


def test_the_raw_text_is_the_figures_own_line() -> None:
    markup = "<table><tr><td>Тараз<br>Шу<br>Орал</td><td>+1°<br>-2°<br>0°</td></tr></table>"
    assert [weather.raw for weather in read(page(markup)).weather] == ["+1°", "-2°", "0°"]


CHOICES = "".join(f"<li>{city}</li>" for city in ("Астана", "Ақтау", "Орал", "Тараз"))
NOW = "<div><b>+6°</b><small>сезілуі +2°</small><small>жел 7 м/с</small></div>"


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        pytest.param(f"<button>Ақтау</button><ul>{CHOICES}</ul>{NOW}", "aqtau 6", id="a button says it"),
        pytest.param(f"<b>Ақтау</b><ul>{CHOICES}</ul>{NOW}", "aqtau 6", id="it stands before the list"),
        pytest.param(f"<b>Семей</b><ul>{CHOICES}</ul>{NOW}", "", id="none of the list"),
        pytest.param(f"<button>Қала</button><ul>{CHOICES}</ul>{NOW}", "", id="none yet"),
        pytest.param(f"<b>Ақтау</b><ul>{CHOICES}</ul><ul><li>+6°</li><li>+9°</li><li>+8°</li><li>+7°</li></ul>", "", id="a figure for each"),
        pytest.param(f"<button>Ақтау</button><ul>{CHOICES.replace('Орал', 'Ақтау')}</ul>{NOW}", "", id="twice in the list"),
    ],
)  # fmt: skip
def test_of_a_visible_menu_of_cities_the_choice_has_the_figure(markup: str, says: str) -> None:
    assert shown(f'<div class="tp">{markup}</div>') == says


@pytest.mark.parametrize(
    ("chosen", "shows", "says"),
    [
        (" selected", "−6<!-- --> °C", "oral -6"),
        (" selected", "күндіз −6 °C", ""),
        ("", "−6<!-- --> °C", "astana -6"),
    ],
    ids=["a choice", "the day's", "the first"],
)
def test_a_label_holds_a_menu_of_cities_and_the_figure_of_the_choice(chosen: str, shows: str, says: str) -> None:
    menu = f"<select><option>Астана</option><option{chosen}>Орал</option></select>"
    felt = "<span>сезілуі −11 °C</span>"
    assert shown(f"<label><span>Қаланы таңдаңыз</span>{menu}<span>{shows}</span>{felt}</label>") == says

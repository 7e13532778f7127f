# ruff: noqa: E501
"""Lines that say the weather in clauses or place by place, and today's row of a table of days."""

from __future__ import annotations

from time import process_time

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(page(markup)).weather)


def line(text: str) -> str:
    return f'<div class="now"><p>{text}</p></div>'


def masthead(text: str) -> str:
    return f"<header><p>{text}</p></header>"


def days(*rows: str, head: str = "Күн|Күндіз|Түнде", title: str = "Астананың ауа райы") -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    heads = "".join(f"<th>{cell}</th>" for cell in head.split("|"))
    return f'<div class="panel"><div>{title}</div><table><tr>{heads}</tr>{"".join(f"<tr>{row}</tr>" for row in cells)}</table></div>'


CLAUSES = [
    pytest.param(line("🌤 Орал қаласында −3°, сезілуі −8°, жел 2 м/с, ылғалдылық 71% · 🌙 түнде −11°"), "oral -3", id="felt, wind, humidity, the night"),
    pytest.param(line("Taraz: búgin +11&deg;, jel 3 m/s, ylǵaldylyq 54%. Erteń &minus;1&deg;&hellip;+6&deg;"), "taraz 11", id="tomorrow's range in another sentence"),
    pytest.param(line("تارازدا −3°، جەل 2 م/س"), "taraz -3", id="in Arabic letters"),
    pytest.param(line("Сейчас в Таразе +3 °C, ветер 2 м/с, влажность 80%"), "taraz 3", id="in Russian"),
    pytest.param(line("Таразда −3°, Оралда −8°, жел 2 м/с"), "taraz -3, oral -8", id="two cities"),
    pytest.param(line("20 қаңтар, сейсенбі, Таразда −3°, жел 2 м/с"), "taraz -3", id="the day before"),
    pytest.param(line("Тараз: +13 °C ашық, Шу: +9 °C бұлтты, Астана: -1 °C қар, Орал: -3 °C қар"), "taraz 13, shu 9, astana -1, oral -3", id="the sky behind"),
    pytest.param(line("Таразда −8°, Мәскеуде −3°, жел 2 м/с"), "taraz -8", id="a city abroad behind"),
    pytest.param(masthead("Қош келдіңіз, оқырман! Бүгін 6 ақпан, сәрсенбі. Таразда қазір минус 7 градус, желдің жылдамдығы секундына 6 метр. Шу мен Мерке жақта минус 10 градус."), "taraz -7", id="a greeting in a masthead"),
    pytest.param(masthead("Сәлем! Таразда қазір −3°, Оралда −8°."), "taraz -3, oral -8", id="a second city in a masthead"),
    pytest.param(masthead("Sálem! Tarazda qazir mınýs 3 gradýs, jel 5 m/s."), "taraz -3", id="a greeting in Latin letters"),
    pytest.param(masthead("سالەم! تارازدا قازىر مينۋس 3 گرادۋس."), "taraz -3", id="a greeting in Arabic letters"),
    pytest.param(line("Таразда 27–28 қараша −3°, жел 2 м/с"), "", id="two days"),
    pytest.param(line("Қош келдіңіз, оқырман! Таразда қазір минус 7 градус, жел 6 м/с."), "", id="a greeting elsewhere"),
    pytest.param(masthead("Қош келдіңіз, оқырман! Таразда бүгін минус 7 градус, жел 6 м/с."), "", id="a greeting without a word for now"),
    pytest.param(masthead("Таразда қазір минус 30 градус, мектептер жабылды"), "", id="news in a masthead"),
    pytest.param(line("Таразда қазір −30°, көктайғақ, жол жабық"), "", id="an excerpt"),
    pytest.param(line('<a href="/1">Таразда −3°, жел 2 м/с</a>'), "", id="a link"),
    pytest.param(line("Ертең Таразда −3°, жел 2 м/с"), "", id="tomorrow"),
    pytest.param(line("Таразда түнде −3°, жел 2 м/с"), "", id="the night"),
    pytest.param(line("Таразда −3°, жел 2 м/с болады деп күтіледі"), "", id="expected behind"),
    pytest.param(line("Таразда −3°, −8°, жел 2 м/с"), "", id="two figures for one city"),
    pytest.param(line("Таразда −3°, жел 2 м/с. Ертең қар болады."), "taraz -3", id="what is expected in another sentence"),
    pytest.param(line("Таразда −3° болады, жел 2 м/с"), "", id="expected"),
    pytest.param(line("Таразда −3°-қа дейін, жел 2 м/с"), "", id="an edge"),
    pytest.param(line("Таразда −3°…−5°, жел 2 м/с"), "", id="a range"),
    pytest.param(line("Мәскеуде −3°, Таразда −8°, жел 2 м/с"), "", id="a city abroad before"),
    pytest.param(line("Жамбыл облысында −8°, жел 2 м/с"), "", id="a region"),
    pytest.param(line("1969 жылы Атбасарда −57°, жел 2 м/с"), "", id="another year"),
    pytest.param(line("Сенбі, Таразда −3°, жел 2 м/с"), "", id="a weekday alone"),
    pytest.param(line("Таразда сезілуі −8°, жел 2 м/с"), "", id="what is felt alone"),
    pytest.param("<div><h4>Ертең</h4><p>Таразда −3°, жел 2 м/с</p></div>", "", id="under tomorrow"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "says"), CLAUSES)
def test_a_line_says_the_weather_in_clauses(markup: str, says: str) -> None:
    assert shown(markup) == says


PLACES = "Тараз: +13 °C &nbsp; Шу: +15 °C &nbsp; Алматы: +9 °C &nbsp; {}"
ALL = "taraz 13, shu 15, almaty 9"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(PLACES.format("Қордай асуы: 0...+3 °C, тұман"), ALL, id="a pass with a range"),
        pytest.param(PLACES.format("Ташкент: +17 °C"), ALL, id="a city abroad"),
        pytest.param("Тараз: +13 °C Мәскеу: +15 °C Алматы: +9 °C Ташкент: +17 °C, бұлтты", "taraz 13, almaty 9", id="cities abroad between"),
        pytest.param("Тараз: +13 °C Ертең: +15 °C Мәскеу: +9 °C Ташкент: +17 °C, бұлтты", "", id="tomorrow"),
        pytest.param("+13 °C Тараз +15 °C Шу +9 °C Алматы -1 °C Қордай асуы +5 °C Орал +2 °C Мойынқұм", "", id="figures first"),
        pytest.param("Таразда Аяз -30 °C Шу маңында -31 °C Қордай жақта -29 °C деп тұр қазір", "", id="a sentence"),
        pytest.param("Тараз +13 °C дейін Шу +9 °C дейін Алматы -1 °C дейін Мерке +17 °C дейін", "", id="edges"),
    ],
)
def test_a_line_of_places_may_hold_others(text: str, says: str) -> None:
    assert shown(f"<div>{text}</div>") == says


ROWS = ("Бүгін, 27.01|−12°|−19°", "Ср, 28.01|−15°|−23°", "Бс, 29.01|−9°|−14°")
DAYS = [
    pytest.param(days(*ROWS), "astana -12", id="dates"),
    pytest.param(days("Кеше, 26.01|−10°|−17°", *ROWS), "astana -12", id="yesterday before"),
    pytest.param(days("Бүгін|−19°|−12°", "Ертең|−23°|−15°", head="Күн|Түнде|Күндіз", title="Астана"), "astana -12", id="the night first"),
    pytest.param(days("بۇگىن|−12°|−19°", "ەرتەڭ|−15°|−23°", head="كۇن|كۇندىز|تۇندە", title="استانا"), "astana -12", id="in Arabic letters"),
    pytest.param(days("Búgin|−12°|−19°", "Erteń|−15°|−23°", head="Kún|Kúndiz|Túnde", title="Astana"), "astana -12", id="in Latin letters"),
    pytest.param("<div><h4>Орал</h4><ul><li>Бүгін, 27.01 −12°</li><li>Ср, 28.01 −15°</li></ul><h4>Семей</h4><ul><li>Бүгін, 27.01 −2°</li><li>Ср, 28.01 −5°</li></ul></div>", "oral -12, semey -2", id="lists of two cities"),
    pytest.param("<div><h4>Орал</h4><ul><li>Бүгін, 27.01: күндіз −12°, түнде −19°</li><li>Ср, 28.01: күндіз −15°, түнде −20°</li></ul></div>", "oral -12", id="a list with day and night"),
    pytest.param("<div><div>Орал</div><div><div>Қазір</div><div>−12°</div></div><div><div>12:00</div><div>−15°</div></div><div><div>15:00</div><div>−9°</div></div></div>", "oral -12", id="now before hours"),
    pytest.param(days(*ROWS[1:]), "", id="no today"),
    pytest.param(days(*ROWS, head="||"), "", id="two figures without a word"),
    pytest.param(days("Бүгін|−19°|−12°", "Ертең|−25°|−15°", head="Күн|Мин|Макс"), "", id="extremes"),
    pytest.param(days("Бүгін|−12…−19°", "Ертең|−15…−17°", head="Күн|Ауа"), "", id="ranges"),
    pytest.param(days(*ROWS, title="Мәскеу"), "", id="a city abroad"),
    pytest.param(days(*ROWS, title="Ақмола облысының ауа райы"), "", id="a region"),
    pytest.param(days(*ROWS, title="Астана: ауа райы болжамы"), "", id="a forecast"),
    pytest.param(days(*ROWS, title="Астананың намаз уақыты"), "", id="a title of something else"),
    pytest.param("<div><ul><li>Бүгін, 27.01 −12°</li><li>Ср, 28.01 −15°</li></ul><h4>Орал</h4></div>", "", id="a city below"),
    pytest.param("<div><h4>Ақтау</h4><ul><li>Бүгін, 27.01 теңіз +12°</li><li>Ср, 28.01 теңіз +11°</li></ul></div>", "", id="the water's"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "says"), DAYS)
def test_todays_row_of_days_under_a_city(markup: str, says: str) -> None:
    assert shown(markup) == says


ITEMS = '<ul hidden><li data-city="Атырау">Атырау</li><li data-city="Орал">Орал</li></ul>'
FIGURES = '<span title="Қар аралас жаңбыр">3&#8451;</span><span>сезілуі &minus;5&#8451;</span>'


@pytest.mark.parametrize(
    ("button", "says"),
    [
        pytest.param("<button aria-label='Қаланы таңдау'>Ақтау <svg></svg></button>", "aqtau 3", id="a city"),
        pytest.param("<button>Қаланы таңдау</button>", "", id="none yet"),
        pytest.param("<button>Киев</button>", "", id="a city abroad"),
        pytest.param("<button hidden>Ақтау</button>", "", id="a hidden one"),
    ],
)
def test_the_items_of_a_menu_are_not_what_its_button_shows(button: str, says: str) -> None:
    assert shown(f'<div class="tp">{button}{ITEMS}{FIGURES}</div>') == says


def test_the_title_of_an_icon_says_that_a_figure_is_degrees() -> None:
    box = '<div id="hd"><i title="{}"></i><em>Павлодар</em><b>-17</b></div>'
    assert shown(box.format("Павлодар: бұлтты, -17°C, жел 4 м/с")) == "pavlodar -17"
    assert shown(box.format("Бұлтты")) == ""


@pytest.mark.parametrize("said", ["Таразда +18°", "Тараздың ауа райы: +18°", "Taraz­da +18°"])
def test_a_city_is_kept_without_its_ending(said: str) -> None:
    (weather,) = read(page(line(said))).weather
    assert (weather.city_key, weather.city) == ("taraz", said.replace("­", "")[:5])


def test_of_thousands_of_figures_the_first_are_looked_at() -> None:
    begin = process_time()
    assert shown(f"<p>Тараз −3°</p>{'<p>минус 5</p>' * 5000}<p>Орал +3°</p>") == "taraz -3"
    assert shown(f"<p>Тараз −3°</p>{'<p>минус 5</p>' * 200}<p>Орал +3°</p>") == "taraz -3, oral 3"
    assert process_time() - begin < 2


def test_many_lines_of_clauses_are_read_in_time() -> None:
    lines = "<p>Таразда −3°, жел 2 м/с, ылғалдылық 71%. Шуда минус 5 градус</p>" * 4000
    begin = process_time()
    read(page(lines))
    assert process_time() - begin < 2  # twenty of them are read


def columns(heads: str, *rows: str, title: str = "Тараз") -> str:
    head = "".join(f"<th>{cell}</th>" for cell in heads.split("|"))
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    return f'<div><h4>{title}</h4><table><tr>{head}</tr>{"".join(f"<tr>{row}</tr>" for row in cells)}</table></div>'


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        pytest.param(columns("Бүгін|Ертең|Бүрсігүні", "+6°|+8°|+4°"), "taraz 6", id="three days"),
        pytest.param(columns("Кеше|Бүгін|Ертең", "+6°|+8°|+4°"), "taraz 8", id="yesterday first"),
        pytest.param(columns("|Бүгін|Ертең", "Күндіз|+6°|+8°", "Түнде|+1°|+2°"), "taraz 6", id="rows of day and night"),
        pytest.param(columns("|Бүгін|Ертең", "Мин|+6°|+8°", "Макс|+1°|+2°"), "", id="rows of extremes"),
        pytest.param(columns("Бүгін|Ертең", "+6°|+8°", "+1°|+2°"), "", id="two rows without a name"),
        pytest.param(columns("Бүгін|Ертең", "+6…+8°|+8…+10°"), "", id="ranges"),
        pytest.param(columns("Бүгін|Ертең", "+6°|+8°", title="Мәскеу"), "", id="a city abroad"),
        pytest.param(columns("Ертең|Бүрсігүні", "+6°|+8°"), "", id="no today"),
    ],
)
def test_the_column_of_today_under_a_city(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize(("title", "says"), [("Ауа райы:", "shymkent 27, taraz 29"), ("Ойын:", ""), ("Погода:", "shymkent 27, taraz 29")])
def test_a_title_in_the_line_itself_makes_signed_figures_degrees(title: str, says: str) -> None:
    line = f"<td>24.09.2011 | {title} <b>Шымкент</b> <font>+27</font>, <b>Тараз</b> <font>+29</font> | 1 $ = 147.84 1 € = 199.51</td>"
    assert shown(f"<table><tr>{line}</tr></table>") == says
    assert shown(f"<table><tr>{line.replace('+', '')}</tr></table>") == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Орал: +26 °C, жел СБ 4 м/с", "oral 26"),
        ("Орал: +26 °C, жел ЖБ 4 м/с", "oral 26"),
        ("Орал: сб +26 °C", ""),
        ("Орал: +26 °C, Самарқан", "oral 26"),
    ],
    ids=["the northwest's wind", "another wind", "Saturday's figure", "another place behind"],
)
def test_the_wind_behind_a_figure_is_no_day(text: str, says: str) -> None:
    rates = "<div><span>$ 447.80</span><span>€ 485.91</span><span>₽ 4.94</span></div>"
    assert shown(f"<div><span>Сейсенбі, 21 мамыр</span><span>{text}</span>{rates}</div>") == says

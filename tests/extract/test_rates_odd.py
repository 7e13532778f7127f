# ruff: noqa: E501
"""Widgets in which a rate, its name or its side stands in an odd place, and what looks like them (docs/observations.md)."""

from __future__ import annotations

import pytest

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

SIGNED = "<p>Шынар Қуанышбек</p>"
PANEL = "<dl><dt>1 доллар</dt><dd>319.62 тг</dd><dt>10 рубль</dt><dd>55.40 тг</dd></dl>"
MARQUEE = (
    "<marquee>Ұлттық банктің 27.04.2010 күнгі ресми бағамы:&nbsp; <b>АҚШ доллары</b> – 146,68 теңге{0}<b>еуро</b> – 195,91 теңге{0}"
    "<b>фунт стерлинг</b> – 226,48 теңге{0}Магнит өрісі: 3 балл{0}Редакция телефоны: 54-21-36, 54-21-37, кез келген күні</marquee>"
)
DATED = (
    "<ul><li>dollar 449,46<small>{0}</small></li><li>eýro 487,66<small>{0}</small></li><li>rýbl 5,83<small>{0}</small></li></ul>"
)
FLAGS = (
    '<ul><li><i class="{0}-us"></i><b>463.00</b><b>466.50</b></li><li><i class="{0}-eu"></i><b>489.00</b><b>494.00</b></li></ul>'
)


def shown(markup: str) -> str:
    found = [(rate.currency, rate.value, rate.nominal, rate.side) for rate in read(markup).rates]
    return ", ".join(
        " ".join([code, str(value), *([f"/{nominal}"] if nominal > 1 else []), *([side] if side != "official" else [])])
        for code, value, nominal, side in found
    )


def rows(*texts: str) -> str:
    parts = ("".join(f"<span>{part}</span>" for part in text.split("|")) for text in texts)
    return f'<div class="top">{"".join(f"<div>{part}</div>" for part in parts)}</div>'


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        pytest.param(rows("1 доллар = |427.89 ₸", "10 юань = |670.50 ₸", "100 ¥ = |390.41 ₸"), "USD 427.89, CNY 670.50 /10, JPY 390.41 /100", id="the yen by its hundred"),
        pytest.param(rows("🇺🇸 |427.89 ₸", "🇯🇵|¥ |3.90 ₸"), "USD 427.89, JPY 3.90", id="the yen by its flag"),
        pytest.param(rows("$ |427.89 ₸", "¥ |67.05 ₸"), "USD 427.89, CNY 67.05", id="the yuan by its sign"),
        pytest.param(rows("505,73 ₸ |USD |−1,08", "592,41 ₸ |EUR |+0,66"), "USD 505.73, EUR 592.41", id="figures before names, changes behind"),
        pytest.param(rows("505,73 ₸ |USD |−1,08", "592,41 ₸ |EUR"), "USD 505.73, EUR 592.41", id="a change behind one name alone"),
        pytest.param("<ul><li>Ертең +5…+7</li></ul>" + rows("USD |505,73", "EUR |592,41"), "USD 505.73, EUR 592.41", id="tomorrow's weather above"),
        pytest.param(rows("1 доллар |519 теңге 60 тиын", "1 еуро |603 теңге 5 тиын"), "USD 519.60, EUR 603.05", id="tiyn in words"),
        pytest.param(rows("دوللار |519 تەڭگە 60 تيىن", "ەۋرو |603 تەڭگە 12 تيىن"), "USD 519.60, EUR 603.12", id="tiyn in Arabic script"),
        pytest.param(rows("1 dollar |519 ten'ge 60 ti'yn", "1 ey'ro |603 tengge 12 tiyyn"), "USD 519.60, EUR 603.12", id="tiyn in Latin"),
        pytest.param(rows("10 Resei' ry'bli |64.10", "1 ey'ro |603.12"), "RUB 64.10 /10, EUR 603.12", id="units before apostrophes"),
        pytest.param(rows("1 доллар |519 теңге 60 адам", "1 еуро |603 теңге 5 адам"), "", id="people behind tenge"),
        pytest.param(rows("USD ١ ٥١١٫٣٥", "JPY ١٠٠ ٣٣٨٫١"), "USD 511.35, JPY 338.1 /100", id="units in Arabic digits"),
        pytest.param(rows("USD |519.60", "EUR |603.12", "AMD |10", "JPY |100"), "USD 519.60, EUR 603.12", id="units without a rate"),
        pytest.param(rows("USD |519.60", "TRY |10"), "USD 519.60, TRY 10", id="ten tenge for a lira"),
        pytest.param("<p>Ертең</p>" + rows("USD |505,73", "EUR |592,41"), "", id="tomorrow above"),
        pytest.param('<p><i class="fa-dollar-sign"></i> 388.41 <i class="fa-yen-sign"></i> 55.43</p>', "USD 388.41, CNY 55.43", id="the yuan by the icon of the yen"),
        pytest.param('<p><i class="fa-dollar-sign"></i> 388.41 <i class="fa-yen-sign"></i> 3.58</p>', "", id="the yen by its icon"),
        pytest.param(DATED.format("30.03"), "USD 449.46, EUR 487.66, RUB 5.83", id="a day behind each"),
        pytest.param(DATED.format("41.03"), "USD 449.46, EUR 487.66", id="no day behind each"),
        pytest.param(MARQUEE.format(";&nbsp; "), "USD 146.68, EUR 195.91, GBP 226.48", id="a sentence with wide gaps"),
        pytest.param(MARQUEE.format("; "), "", id="a sentence"),
        pytest.param(FLAGS.format("fl fl"), "USD 463.00 buy, USD 466.50 sell, EUR 489.00 buy, EUR 494.00 sell", id="flags by a short name"),
        pytest.param(FLAGS.format("col col"), "", id="columns"),
    ],
)  # fmt: skip
def test_a_widget_says(markup: str, says: str) -> None:
    head = "<p>Сатып алу / Сату</p>" if "<ul><li><i" in markup else ""
    heads = f"<div>{head.replace(' / ', '</p><p>')}{markup}</div>"
    assert shown(page(heads)) == says


@pytest.mark.parametrize(
    ("heads", "says"),
    [
        (
            "ҰБ ресми|Банк алады|Банк сатады",
            "USD 498.51, USD 496.2 buy, USD 500.9 sell, EUR 522.84, EUR 520.0 buy, EUR 527.5 sell",
        ),
        ("Кеше|Бүгін алады|Ертең", ""),
    ],
    ids=["official, buying, selling", "three days"],
)
def test_heads_of_three_columns(heads: str, says: str) -> None:
    head = "".join(f"<th>{name}</th>" for name in ("", *heads.split("|")))
    lines = "".join(
        f"<tr><th>{code}</th>{''.join(f'<td>{value}</td>' for value in values.split())}</tr>"
        for code, values in (("USD", "498.51 496.2 500.9"), ("EUR", "522.84 520.0 527.5"))
    )
    assert shown(page(f"<section><table><tr>{head}</tr>{lines}</table></section>")) == says


@pytest.mark.parametrize(
    ("behind", "says"),
    [
        (f'<div class="panel"><div>Бүгінгі бағам</div><div>{PANEL}</div></div>', "USD 319.62, RUB 55.40 /10"),
        (PANEL, ""),
        (f'<div class="panel">{PANEL}</div><p>{PARAGRAPHS[0][::-1]}</p>', ""),
    ],
    ids=["a panel behind the text", "a list of the text", "amid the text"],
)
def test_a_panel_behind_the_text_in_its_box_is_the_page_s(behind: str, says: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert shown(page(main=f'<div class="col"><h1>{TITLE}</h1>{text}{SIGNED}{behind}</div>')) == says


PICTURES = "".join(f'<img src="/i/{code}.gif" alt=""> {{}}<br>' for code in ("usd", "eur", "rur"))
WEATHER = '<img src="/i/w/4.gif" alt=""> {} <b>{}</b><br>'
OF_2011 = ("151.42", "207.83", "4.95")


@pytest.mark.parametrize(
    ("city", "figure", "figures", "says"),
    [
        pytest.param("Семей", "+31", OF_2011, "USD 151.42, EUR 207.83, RUB 4.95", id="a signed figure"),
        pytest.param("Семей:", "−7", OF_2011, "USD 151.42, EUR 207.83, RUB 4.95", id="a minus and a colon"),
        pytest.param("Ауа райы: Семей", "31 °C", OF_2011, "USD 151.42, EUR 207.83, RUB 4.95", id="a sign of degrees and a title"),
        pytest.param("Семей", "31", OF_2011, "", id="a figure without a sign"),
        pytest.param("Билет", "+31", OF_2011, "", id="another word"),
        pytest.param("Семей", "+31 күн", OF_2011, "", id="days"),
        pytest.param("Семей", "+31", ("24.90", "22.40", "2190"), "", id="what one thing costs"),
        pytest.param("Семей", "+31", ("4118.2", "3590.6", "1.6"), "", id="figures of gold"),
        pytest.param("Семей", "+3", ("2", "1", "0"), "", id="scores"),
    ],
)
def test_a_city_with_its_temperature_stands_beside_pictures_of_currencies(
    city: str, figure: str, figures: tuple[str, ...], says: str
) -> None:
    weather, rates = WEATHER.format(city, figure), PICTURES.format(*figures)
    assert shown(page(f'<div class="inf">{weather}{rates}</div>')) == says
    assert shown(page(f'<div class="inf">{rates}{weather}</div>')) == says


def test_a_city_with_its_temperature_is_no_currency_s() -> None:
    assert shown(page(f'<div class="inf">{WEATHER.format("Семей", "+31")}Құбыр диаметрі <i>151.42</i> <i>207.83</i> мм</div>')) == ""
    assert shown(page('<div class="inf">Семей <b>+31</b> <i>151.42</i> <i>207.83</i> <i>4.95</i></div>')) == ""

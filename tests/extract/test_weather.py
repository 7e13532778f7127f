# ruff: noqa: E501
"""Temperatures around an article: a city of Kazakhstan and its degrees, or nothing (formats.md section 3, portals.md section 24)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from tests.support.small_pages import PARAGRAPHS, article, in_script, page, read


@dataclass(frozen=True)
class Widget:
    """A header and what it says, one city a part: "almaty 35"."""

    name: str
    markup: str
    says: str = ""


def shown(markup: str) -> str:
    return ", ".join(f"{weather.city_key} {weather.temperature}" for weather in read(markup).weather)


def top(*texts: str, name: str = "top") -> str:
    return f'<div class="{name}">{"".join(f"<span>{text}</span>" for text in texts)}</div>'


def lines(*texts: str, name: str = "weather") -> str:
    return f'<div class="{name}">{"".join(f"<div>{text}</div>" for text in texts)}</div>'


def bullets(*texts: str) -> str:
    return f'<header><ul class="cities">{"".join(f"<li>{text}</li>" for text in texts)}</ul></header>'


FIFTEEN = (
    "Астана",
    "Алматы",
    "Шымкент",
    "Ақтау",
    "Ақтөбе",
    "Атырау",
    "Қарағанды",
    "Қызылорда",
    "Көкшетау",
    "Қостанай",
    "Орал",
    "Өскемен",
    "Павлодар",
    "Петропавл",
    "Тараз",
)
KEYS = (
    "astana",
    "almaty",
    "shymkent",
    "aqtau",
    "aqtobe",
    "atyrau",
    "qaraghandy",
    "qyzylorda",
    "kokshetau",
    "qostanay",
    "oral",
    "oskemen",
    "pavlodar",
    "petropavl",
    "taraz",
)

ONE_CITY = [
    Widget("city, then degrees", top("Алматы", "+35°"), "almaty 35"),
    Widget("city, then degrees in blocks", lines("Алматы", "+35°"), "almaty 35"),
    Widget("city, then degrees in blocks that name nothing", lines("Алматы", "+35°", name="top"), "almaty 35"),
    Widget("degrees, then city", top("-0.1 C", "Алматы"), "almaty -0.1"),
    Widget("degrees, then city in blocks", lines("-0.1 C", "Алматы"), "almaty -0.1"),
    Widget("one text with a sign of the sky", lines("Астана, -11 🌨"), "astana -11"),
    Widget("one text without a plus", lines("Семей, 9 🌨"), "semey 9"),
    Widget("one text with degrees", top("Алматы +35°"), "almaty 35"),
    Widget("one text with a colon", top("Шымкент: +21°C"), "shymkent 21"),
    Widget("one text with a dash between blanks", top("Тараз – +18°"), "taraz 18"),
    Widget("a decimal point", top("Алматы", "17.3°"), "almaty 17.3"),
    Widget("a decimal comma", top("Алматы", "17,3°"), "almaty 17.3"),
    Widget("Cyrillic С", top("Алматы", "22°С"), "almaty 22"),
    Widget("Cyrillic С without a degree sign", top("Алматы", "-5 С"), "almaty -5"),
    Widget("the one-letter degree", top("Алматы", "19℃"), "almaty 19"),
    Widget("the ordinal sign for the degree", top("Алматы", "19ºC"), "almaty 19"),
    Widget("an entity for the degree", top("Алматы", "19&deg;C"), "almaty 19"),
    Widget("a letter raised for the degree", '<div class="weather"><span>Алматы</span> <b>19<sup>o</sup></b></div>', "almaty 19"),
    Widget("a true minus", top("Алматы", "\u22125°"), "almaty -5"),
    Widget("an en dash as minus", top("Алматы", "–5°"), "almaty -5"),
    Widget("a real zero", top("Алматы", "0°"), "almaty 0"),
    Widget("the Russian name", top("Усть-Каменогорск", "+3°"), "oskemen 3"),
    Widget("the English name", top("Nur-Sultan", "-24 C"), "astana -24"),
    Widget("two names in one", top("Нур-Султан (Астана)", "-24°"), "astana -24"),
    Widget("a city with қ.", top("Алматы қ.", "+7°"), "almaty 7"),
    Widget("a city with г.", top("г. Алматы", "+7°"), "almaty 7"),
    Widget("capitals", top("АЛМАТЫ", "+7°"), "almaty 7"),
    Widget("the acute alphabet", top("Qaraǵandy", "+7°"), "qaraghandy 7"),
    Widget("the umlaut alphabet", top("Qaraǧandy", "+7°"), "qaraghandy 7"),
    Widget("the Arabic script", top("قاراعاندى", "+7°"), "qaraghandy 7"),
    Widget("a look-alike first letter", top("Cемей", "22°С"), "semey 22"),
    Widget("glued, plus sign", top("Алматы+35°"), "almaty 35"),
    Widget("glued, no sign, look-alike first letter", top("Cемей22°С"), "semey 22"),
    Widget("a Russian description between", lines("Өскемен", "ясно", "-12°"), "oskemen -12"),
    Widget("a Kazakh description between", lines("Өскемен", "бұлтты", "+4°"), "oskemen 4"),
    Widget("humidity behind", lines("Алматы", "+35°", "65%"), "almaty 35"),
    Widget("humidity before", lines("Алматы", "65%", "+35°"), "almaty 35"),
    Widget("wind and pressure behind", lines("Алматы", "+35°", "5 м/с", "720 мм"), "almaty 35"),
    Widget("wind and pressure in one text", lines("Алматы", "+35°", "Жел: 5 м/с, қысым: 720 мм"), "almaty 35"),
    Widget("what it feels like behind", lines("Алматы", "+35°", "сезіледі: +38°"), "almaty 35"),
    Widget("a clock before", lines("14:20", "Алматы", "+35°"), "almaty 35"),
    Widget("a clock behind", lines("Алматы", "+35°", "14:20"), "almaty 35"),
    Widget("a day before", lines("3 қараша, дүйсенбі", "Алматы", "+5°"), "almaty 5"),
    Widget("rates behind", lines("Алматы", "+5°", "USD 521.5", "EUR 604.1"), "almaty 5"),
    Widget(
        "an image between",
        '<div class="weather"><span>Алматы</span><img src="/s.png" alt="ясно"><span>+5°</span></div>',
        "almaty 5",
    ),
    Widget("a list's link", '<div class="top"><a href="/weather">Алматы <b>+5°</b></a></div>', "almaty 5"),
    Widget(
        "no sign and no degree in a box that says weather",
        '<div class="weather">Алматы <span class="temp">12</span></div>',
        "almaty 12",
    ),
]

BESIDE = [
    Widget("the city in the locative", lines("Алматыда +18°"), "almaty 18"),
    Widget("now, in the locative", lines("Қазір Алматыда +18°C"), "almaty 18"),
    Widget("a label before the city", lines("Погода в Алматы: +18°C", name="top"), "almaty 18"),
    Widget("a label behind the city", lines("Алматы ауа райы +18°C", name="top"), "almaty 18"),
    Widget("a letter for the temperature behind the city", lines("Алматы t: +18°C"), "almaty 18"),
    Widget("a bare figure in an inline element that calls itself so", '<div class="top"><i class="wi wi-day-sunny"></i> <span class="temp">+18</span> <span class="city">Алматы</span></div>', "almaty 18"),
    Widget("a bare figure in an inline element of another name", '<div class="top"><span class="place">+18</span> <span class="city">Алматы</span></div>'),
    Widget("the country behind the city", lines("Алматы (Қазақстан) +18°C"), "almaty 18"),
    Widget("the city chosen in a menu", '<div class="weather"><select><option>Астана</option><option selected>Атырау</option></select> <b>+16°</b></div>', "atyrau 16"),
    Widget("a menu with two chosen", '<div class="weather"><select><option selected>Астана</option></select><select><option selected>Атырау</option></select> <b>+16°</b></div>'),
    Widget("a region chosen in a menu", '<div class="weather"><select><option selected>Алматы облысы</option></select> <b>+16°</b></div>'),
    Widget("a hyphen between a colon and the figure", lines("Тараз: - 15 °C")),
    Widget("a hyphen before the figure in an element of its own", top("Тараз", "- 15 °C", name="weather")),
    Widget("three cities before one figure", '<div class="top"><ul><li>Астана</li><li>Алматы</li><li>Шымкент</li></ul><div>+15°C</div></div>'),
]

MONEY = "<span>USD 521.5</span> <span>EUR 604.1</span> <span>RUB 6.4</span> <span>CNY 73.2</span> <span>GBP 689.1</span>"
ROW = ("Астана -3°", "Алматы +8°", "Шымкент +12°", "Қарағанды -5°", "Ақтөбе -1°", "Тараз +10°", "Павлодар -6°")
LINES = [
    Widget("a title that says so", "<div><b>Ауа райы</b> Павлодар: <span>-29</span></div>", "pavlodar -29"),
    Widget("a clock without a year before the city", f'<div class="line">{MONEY} <i>Дүйсенбі, 3 қараша</i> <b>Алматы</b> <i>+8 °C</i></div>', "almaty 8"),
    Widget("days before the city", f'<div class="line">{MONEY} <i>Дүйсенбі, 3 қараша</i> <i>Сейсенбі, 4 қараша</i> <b>Алматы</b> <i>+8 °C</i></div>'),
    Widget("a row of cities in one line", top(*ROW), "astana -3, almaty 8, shymkent 12, qaraghandy -5, aqtobe -1, taraz 10, pavlodar -6"),
    Widget("a city and its figure behind rates", f'<div class="line">{MONEY} <span>Алматы +8 °C</span></div>', "almaty 8"),
    Widget("a city beside its figure behind rates", f'<div class="line">{MONEY} | <b>Алматы</b> <i>+8 °C</i> | Дүйсенбі, 3 қараша 2025</div>', "almaty 8"),
    Widget("a figure of two in a line", f'<div class="line">{MONEY} <b>Алматы</b> <i>+8 °C</i> <i>+2 °C</i></div>'),
    Widget("tomorrow in a line", f'<div class="line">{MONEY} <span>Ертең</span> <b>Алматы</b> <i>+8 °C</i></div>'),
    Widget("a sentence with bold words", '<div class="line">Синоптиктердің айтуынша, бүгін түстен кейін <b>Алматыда</b> <b>+18°C</b> болып, кешке қарай жел күшейеді</div>'),
]

CITIES = [
    Widget("three cities, degrees first", top("-24 C", "Nur-Sultan", "-0.1 C", "Almaty", "4.3 C", "Shymkent"), "astana -24, almaty -0.1, shymkent 4.3"),
    Widget("three cities, degrees first, in blocks", lines("-24 C", "Nur-Sultan", "-0.1 C", "Almaty", "4.3 C", "Shymkent"), "astana -24, almaty -0.1, shymkent 4.3"),
    Widget("three cities, city first, in blocks", lines("Астана", "-24°", "Алматы", "-1°", "Шымкент", "+4°"), "astana -24, almaty -1, shymkent 4"),
    Widget("three cities in boxes", "".join(lines(city, degrees) for city, degrees in (("Астана", "-24°"), ("Алматы", "-1°"), ("Шымкент", "+4°"))), "astana -24, almaty -1, shymkent 4"),
    Widget("three cities in one line", top("Астана -24° Алматы -1° Шымкент +4°"), "astana -24, almaty -1, shymkent 4"),
    Widget("fifteen bullets", bullets(*(f"{city} / +{at}°" for at, city in enumerate(FIFTEEN, 1))), ", ".join(f"{key} {at}" for at, key in enumerate(KEYS, 1))),
    Widget("fifteen bullets with spans", bullets(*(f"<span>{city}</span><b>+{at}°</b>" for at, city in enumerate(FIFTEEN, 1))), ", ".join(f"{key} {at}" for at, key in enumerate(KEYS, 1))),
    Widget("a city without degrees among others", bullets("Астана", "Алматы -1°", "Шымкент +4°"), "almaty -1, shymkent 4"),
    Widget("a city abroad among others", bullets("Мәскеу -7°", "Алматы -1°"), "almaty -1"),
    Widget("two cities, the first without degrees, in blocks", lines("Астана", "", "Алматы", "-1°"), "almaty -1"),
    Widget("today and the next days", lines("Алматы", "+5°", "+7°", "+9°"), "almaty 5"),
    Widget("cities between slashes", top("Астана -24° / Алматы -1° / Шымкент +4°"), "astana -24, almaty -1, shymkent 4"),
    Widget("cities between dashes", top("Астана -24° – Алматы -1°"), "astana -24, almaty -1"),
    Widget("cities with their skies", lines("Астана", "ясно", "-24°", "Алматы", "снег", "-1°"), "astana -24, almaty -1"),
    Widget("desktop and mobile copies", top("Алматы", "+35°") + top("Алматы", "+35°", name="mobile"), "almaty 35"),
]  # fmt: skip

IN_WORDS = [
    Widget("the degree as a word", lines("Алматы", "12 градус"), "almaty 12"),
    Widget("the degree as a word behind its figure", lines("Алматы", "<b>12</b> градус"), "almaty 12"),
    Widget("warm in words", top("Шымкент: 12 градус жылы"), "shymkent 12"),
    Widget("cold in words", top("Астана: 12 градус суық"), "astana -12"),
    Widget("frost in words behind a sign", lines("Астана", "12° аяз"), "astana -12"),
    Widget("frost in words behind a minus", lines("Астана", "-12° аяз"), "astana -12"),
    Widget("a minus in words", lines("Астана", "минус 12°"), "astana -12"),
    Widget("a plus in words", lines("Астана", "плюс 3 градус"), "astana 3"),
    Widget("degrees in Latin letters", lines("Almaty", "12 gradus"), "almaty 12"),
    Widget("degrees in Arabic letters", lines("الماتى", "12 گرادۋس"), "almaty 12"),
    Widget("a range in words", lines("Астана", "12-15 градус")),
    Widget("an edge in words", lines("Астана", "30 градусқа дейін")),
    Widget("a night in words", lines("Астана", "түнде 12 градус аяз")),
    Widget("words on the weather", '<div><a href="/1">Алматыда 12 градус аяз болады</a></div>'),
    Widget("degrees of a drink", lines("Сусын", "40 градус")),
]  # fmt: skip

SILENT = [
    Widget("the city in an image's alt text", '<div class="top"><img src="/s.svg" alt="Алматы"><span>+12°</span></div>', "almaty 12"),
    Widget("the city in a link's title", '<div class="top"><a href="/w" title="Алматы ауа райы"><span>+12°</span></a></div>', "almaty 12"),
    Widget("the city in a label", '<div class="top" aria-label="Погода в Алматы"><i></i><span>-3°C</span></div>', "almaty -3"),
    Widget("the city in an attribute", '<div class="top" data-city="Алматы"><div><i></i></div><div>+12°</div></div>', "almaty 12"),
    Widget("the city in a choice of a box without name", '<div class="top"><select><option>Астана</option><option selected>Алматы</option></select><span>+12°</span></div>', "almaty 12"),
    Widget("rows with a city each", '<div class="top"><p title="Алматы">+12°</p><p title="Астана">-3°</p></div>', "almaty 12, astana -3"),
    Widget("two cities in attributes around one figure", '<div class="top"><img alt="Алматы" src="/a.svg"><img alt="Астана" src="/b.svg"><span>+12°</span></div>'),
    Widget("a city abroad in an attribute", '<div class="top" title="Мәскеу"><span>+12°</span></div>'),
    Widget("a region in an attribute", '<div class="top" title="Алматы облысы"><span>+12°</span></div>'),
    Widget("the night's figure", '<div class="top" title="Алматы"><span>түнде</span> <span>+12°</span></div>'),
    Widget("a card whose picture shows a city", '<div class="card"><a href="/1"><img alt="Алматы" src="/a.jpg"><h3>Бүгін аяз -30° болады, дейді мамандар</h3></a></div>'),
]  # fmt: skip

NOTHING = [
    Widget("a hidden placeholder", '<div class="weather" style="display:none"><span>Алматы</span><span>0℃</span></div>'),
    Widget("degrees without a city", top("-11°C")),
    Widget("degrees in a weather box without a city", lines("+35°")),
    Widget("a city without degrees", top("استانا:")),
    Widget("a city with an empty figure", lines("Алматы", "°")),
    Widget("a city with a dash", lines("Алматы", "--°")),
    Widget("the demo city", lines("Киев", "+17°")),
    Widget("a city abroad", lines("Мәскеу", "+17°")),
    Widget("a hyphen that may divide", top("Абай-33°С")),
    Widget("hyphens that may divide", top("Cемей22°С", "Абай-33°С", "Курчатов-4°С"), "semey 22"),
    Widget("a range of day and night", lines("Астана", "+6°..+8°", "-1°..+1°")),
    Widget("a range with a dash", lines("Астана", "-5-7°")),
    Widget("a range in words", top("Астана", "түнде -5…-7°")),
    Widget("too hot", lines("Алматы", "+99°")),
    Widget("too cold", lines("Алматы", "-88°")),
    Widget("humidity alone", lines("Алматы", "65%")),
    Widget("wind alone", lines("Алматы", "5 м/с")),
    Widget("pressure alone", lines("Алматы", "720 мм")),
    Widget("a clock alone", lines("Алматы", "14:20")),
    Widget("a menu of cities", '<nav><ul><li><a href="/astana">Астана</a></li><li><a href="/almaty">Алматы</a></li></ul></nav>'),
    Widget("a select of regions and degrees of nobody", '<div class="weather"><select><option>Астана</option><option>Алматы</option></select><span>+7°</span></div>'),
    Widget("a teaser about frost", '<div><a href="/1">Алматыда –25 градусқа дейін аяз болады</a></div>'),
    Widget("a teaser about heat", '<div><a href="/1">Шымкентте +40°C ыстық</a></div>'),
    Widget("a teaser that ends with degrees", '<div><a href="/1">Астанада түнде -30°</a></div>'),
    Widget("a teaser beside a menu of cities", '<div><a href="/astana">Астана</a><a href="/1">Бүгін аяз -30° болады</a></div>'),
    Widget("a city abroad before its figure, one of ours without", lines("Мәскеу", "-7°", "Алматы")),
    Widget("a city abroad in one text with ours", top("Мәскеу -7° Алматы")),
    Widget("a city of ours without figure, then one abroad", lines("Астана", "Мәскеу", "-7°", "Алматы", "-1°"), "almaty -1"),
    Widget("a figure between two cities", lines("Астана", "-7°", "Алматы")),
    Widget("a city between two figures", lines("-7°", "Алматы", "-1°")),
    Widget("wind in a box that says weather", '<div class="weather">Алматы 5 м/с</div>'),
    Widget("humidity in a box that says weather", '<div class="weather">Алматы 65%</div>'),
    Widget("a coordinate", top("Алматы", "43°15′ с.е.")),
    Widget("noughts for every city", lines("Алматы: +0°C", "Астана: +0°C")),
    Widget("an age", lines("Алматы", "12+")),
    Widget("a channel", lines("Алматы", "31 арна", name="channels")),
]  # fmt: skip

DAYS = [
    Widget("day and night in one text", lines("Алматы: күндіз +31°, түнде +18°"), "almaty 31"),
    Widget("day and night behind a line break", "<div><h4>Ауа райы</h4><p>Алматы<br>күндіз 31°, түнде 18°</p></div>", "almaty 31"),
    Widget("day and night in Arabic letters", "<div><p>الماتى<br>كۇندىز 31°، تۇندە 18°</p></div>", "almaty 31"),
    Widget("day and night in elements behind a date", "<div><span>Тараз</span>, 9 мамыр: күндіз <b>+24°C</b>, түнде <b>+11°C</b></div>", "taraz 24"),
    Widget("night before day", lines("Алматы", "түнде -5°", "күндіз +3°"), "almaty 3"),
    Widget("day and night in Russian", lines("Алматы", "днём +3°", "ночью -5°"), "almaty 3"),
    Widget("day and night of two cities", lines("Алматы күндіз +3° түнде -5°", "Астана күндіз -3° түнде -8°"), "almaty 3, astana -3"),
    Widget("day and night beside a city that no text shows", '<div class="top" title="Алматы"><p>күндіз +12° түнде +4°</p></div>', "almaty 12"),
    Widget("day and night of tomorrow", lines("Ертең", "Алматы", "күндіз +3°", "түнде -5°")),
    Widget("the day of tomorrow", lines("Алматы", "ертең күндіз +3°", "түнде -5°")),
    Widget("day and night of days of the week", lines("Алматы", "дс күндіз +3° түнде -5°", "сс күндіз +4° түнде -6°")),
    Widget("four parts of the day", lines("Алматы", "таңертең +3°", "күндіз +6°", "кешке +1°", "түнде -5°")),
    Widget("the day alone", lines("Алматы", "күндіз +3°")),
    Widget("ranges of day and night", lines("Алматы", "күндіз +3..+5°", "түнде -5..-7°")),
    Widget("day and night without a city", lines("күндіз +3°", "түнде -5°")),
    Widget("a teaser of day and night", '<div><a href="/1">Алматыда күндіз +30°, түнде +15° болады</a></div>'),
]  # fmt: skip

MINUS = [
    Widget("a minus and a blank behind a picture", '<div class="top"><span>Тараз</span><img src="/w/3.svg" alt="қар"><span>- 15 °C</span></div>', "taraz -15"),
    Widget("a minus and a blank behind the sign of a font", '<div class="top"><span>Тараз</span> <span><i class="wi"></i> – 15 °C</span></div>', "taraz -15"),
    Widget("a hyphen behind a picture and a name", '<div class="top"><img src="/w/3.svg" alt="қар"><span>Тараз</span><span>- 15 °C</span></div>'),
    Widget("a hyphen behind a picture with a text", '<div class="top"><span>Тараз</span><i>қар</i><span>- 15 °C</span></div>'),
    Widget("a hyphen behind a name in one text", '<div class="top"><span><img src="/w/3.svg"> Тараз - 15 °C</span></div>'),
    Widget("wind and humidity before the city", '<div class="top"><span>ылғалдылық 71%</span><span>жел 9 м/с</span><span>Тараз</span><img src="/w/3.svg" alt="қар"><span>- 15 °C</span></div>', "taraz -15"),
    Widget("a city of Xinjiang", top("قۇلجا 21°", "ءۇرىمجى 18°"), "ghulja 21, urimji 18"),
]  # fmt: skip

def titled(*items: str, title: str = "Ауа райы", more: str = "") -> str:
    return f"<div><h4>{title}</h4>{more}<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul></div>"


AROUND = [
    Widget("bare figures with signs under a title", titled("Алматы <i>+5</i>", "Астана <i>-8</i>"), "almaty 5, astana -8"),
    Widget("a table under a title", '<table><tr><th colspan="3">Ауа райы</th></tr><tr><td>Алматы</td><td>ашық</td><td>+5</td></tr><tr><td>Астана</td><td>қар</td><td>-8</td></tr></table>', "almaty 5, astana -8"),
    Widget("bare figures without signs under a title", titled("Алматы <i>5</i>", "Астана <i>8</i>")),
    Widget("bare figures under another title", titled("Алматы <i>+5</i>", "Астана <i>-8</i>", title="Турнир")),
    Widget("another title between", titled("Алматы <i>+5</i>", "Астана <i>-8</i>", more="<p>Дерек жоқ</p><h4>Турнир</h4>")),
    Widget("a dash between the city and its sky", lines("Орал — бұлтты, +2 °C"), "oral 2"),
    Widget("a dash between two cities", lines("Орал — Семей, +2 °C")),
    Widget("a comma between two cities", lines("Орал, Семей +2 °C")),
    Widget("a sentence behind a dash", lines("Орал — көктем ерте келген өлкеде, +2 °C")),
    Widget("a true minus in an element of its own", top("Павлодар", "\u2212", "11°C"), "pavlodar -11"),
    Widget("a true minus that ends a text of its own", '<div class="top"><span>Павлодар</span> <b>\u2212</b><b>11</b><sup>°C</sup></div>', "pavlodar -11"),
    Widget("a hyphen in an element of its own", top("Павлодар", "-", "11°C")),
    Widget("a plus in an element of its own", '<div class="top"><span>Павлодар</span> <b>+</b><b>11</b><sup>°C</sup></div>', "pavlodar 11"),
    Widget("a colon between the city and its sky", lines("Орал: қар, -2 °C"), "oral -2"),
    Widget("a colon in a link", '<div><a href="/weather">Орал: ашық, +2 °C</a></div>', "oral 2"),
    Widget("a headline with a colon", '<div><a href="/1">Орал: қалың тұман, -12°C</a></div>'),
    Widget("tomorrow behind a comma", lines("Орал, ертең +2°C")),
    Widget("tomorrow behind a colon", lines("Орал: ертең +2°C")),
    Widget("wind between", lines("Орал", "Жел: 3 м/с", "5°C"), "oral 5"),
    Widget("a day of the week between", lines("Орал", "сс", "5°C")),
    Widget("the ring for the degree", top("Орал", "+5˚"), "oral 5"),
    Widget("two noughts", lines("Орал", "+00°C")),
    Widget("a link with a label before the figure", '<div><a href="/weather">Орал ауа райы</a> <span>+5°C</span></div>', "oral 5"),
    Widget("signs with blanks in a list", lines("Орал: - 5 °C", "Семей: + 3 °C"), "oral -5, semey 3"),
    Widget("signs with blanks by line breaks", '<div class="top">Орал: - 5 °C<br>Семей: + 3 °C</div>', "oral -5, semey 3"),
    Widget("a hyphen with a blank beside a plus without one", lines("Орал - 5 °C", "Семей +3 °C"), "semey 3"),
    Widget("two cities under tomorrow", lines("Ертеңгі ауа райы", "Орал +5°", "Семей +3°")),
    Widget("two cities under today", lines("Ертеңгі ауа райы", "Орал +5°", "Бүгін", "Орал +3°"), "oral 3"),
    Widget("an earthquake", lines("Семей, 4.1 магнитуда, 43.2°")),
    Widget("an icon of the weather's font", '<div class="top"><ul><li>1</li></ul><span><i class="wi wi-snow"></i> Орал -14</span></div>', "oral -14"),
    Widget("an icon of another font", '<div class="top"><ul><li>1</li></ul><span><i class="fa fa-map"></i> Орал -14</span></div>'),
    Widget("a clock between in one text", lines("Орал 14:20 +5°C"), "oral 5"),
    Widget("a day between in one text", lines("Орал 20.11.2025 +5°C"), "oral 5"),
    Widget("a clock and a day before", lines("20 қараша, Орал: +5°C"), "oral 5"),
    Widget("two hours in one text", lines("Орал 09:00 +5°C 12:00 +9°C")),
    Widget("two days in one text", lines("Орал 20.11.2025 +5°C 21.11.2025 +9°C")),
    Widget("a day of the week before", lines("Дүйсенбі, Орал: +5°C")),
    Widget("pressure and humidity behind in one text", lines("Орал +5°C, 695 мм, 78%"), "oral 5"),
    Widget("pressure before in one text", lines("Орал 695 мм, +5°C"), "oral 5"),
    Widget("pressure alone in one text", lines("Орал 695 мм, 5 м/с, 78%")),
    Widget("what is expected", lines("Астана, аяз -30° болады")),
    Widget("what is expected without a sky", lines("Астана -30° күтіледі")),
]  # fmt: skip

EVERY = [*AROUND, *DAYS, *MINUS, *ONE_CITY, *BESIDE, *IN_WORDS, *SILENT, *LINES, *CITIES, *NOTHING]


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in EVERY])
def test_a_header_shows(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
def test_weather_stands_around_articles_in_every_script(alphabet: str) -> None:
    assert shown(page(lines("Алматы", "+35°"), main=in_script(alphabet))) == "almaty 35"


@pytest.mark.parametrize(
    "text",
    [
        "Алматы қаласында күндіз ауа температурасы +14…+16 градус, түнде +28°C-қа дейін жылиды, деп күтеді синоптиктер.",
        "Астана: –25°C, Алматы: +3°C, Шымкент: +8°C – ертеңгі күннің болжамы осындай, дейді мамандар өз мәлімдемесінде.",
    ],
)
def test_weather_in_the_text_is_not_the_page_s(text: str) -> None:
    assert shown(page(main=article(paragraphs=(*PARAGRAPHS, text)))) == ""


def test_weather_in_comments_is_not_the_page_s() -> None:
    assert shown(page(after='<div class="comments"><p>Алматы</p><p>+35°</p></div>')) == ""


@pytest.mark.parametrize("place", ["aside", "footer"])
def test_weather_may_stand_behind_the_article(place: str) -> None:
    assert shown(page(after=f"<{place}><div><span>Алматы</span><span>+35°</span></div></{place}>")) == "almaty 35"


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        ('<img src="/icons/weather.png" alt="">', "almaty 13"),
        ('<img src="/i/3.png" alt="Weather">', "almaty 13"),
        ('<img src="/i/template.png" alt="">', ""),
        ("", ""),
    ],
)
def test_a_picture_of_the_weather_says_that_a_figure_with_a_sign_is_degrees(picture: str, says: str) -> None:
    assert shown(page(f"<div><div>{picture}Алматы: <b>+13</b></div></div>")) == says
    assert shown(page(f"<div><div>{picture}Алматы: <b>13 жаңалық</b></div></div>")) == ""


@pytest.mark.parametrize("shows", ["🌡 Семей: -6°C", "Қазір Семей -6°C", "Семей ауа райы: -6°C", "• Семей -6°C"])
def test_the_name_of_the_city_is_all_that_is_kept(shows: str) -> None:
    (weather,) = read(page(f'<div class="top"><div>{shows}</div></div>')).weather
    assert (weather.city, weather.temperature) == ("Семей", -6)


def test_the_value_is_exact_and_its_text_is_kept() -> None:
    (weather,) = read(page(top("Алматы", "+17.30°"))).weather
    assert (weather.city, weather.temperature, weather.raw) == ("Алматы", Decimal("17.30"), "+17.30°")


@pytest.mark.parametrize(("label", "says"), [("Ауа райы:", "taraz -2, shu 1"), ("Awa rayı:", "taraz -2, shu 1"), ("Пайдаланушы:", "shu 1")])
def test_a_label_may_stand_before_the_first_city_of_a_line(label: str, says: str) -> None:
    assert shown(page(f"<div>{label} Тараз: <b>-2</b> Шу: <b>+1</b> (°C)</div>")) == says
    (first, *_) = read(page("<div>Ауа райы: Тараз: <b>-2</b> Шу: <b>+1</b> (°C)</div>")).weather
    assert first.city == "Тараз"


def test_a_district_shows_the_weather_of_its_centre() -> None:
    line = '<div class="info">{}: <b>&minus;9 &deg;C</b>, жел 5 м/с, қысым 754 мм</div>'
    assert shown(page(line.format("Шарбақты"))) == "sharbaqty -9"
    assert shown(page(line.format("Киев"))) == shown(page(line.format("Ауа райы жақсы"))) == ""


@pytest.mark.parametrize(("figure", "says"), [('<span id="tmp">0</span>', ""), ("<span>0</span>", "qyzylorda 0"), ('<span id="tmp">-7</span>', "qyzylorda -7"), ('<span class="v js-temp">0</span>', ""), ('<span x-text="t">0</span>', ""), ('<span class="njs-t">0</span>', "qyzylorda 0")])
def test_a_nought_in_an_element_that_a_script_fills_is_a_placeholder(figure: str, says: str) -> None:
    assert shown(page(f"<div><div>Ауа райы</div><div>Қызылорда {figure}&deg;C</div></div>")) == says


@pytest.mark.parametrize("figure", ["0°", "0 °C", "+0°C", "0℃", "0.0°"])
def test_nought_degrees_in_an_element_that_a_script_fills_are_a_placeholder(figure: str) -> None:
    assert shown(page(f'<div class="wb"><span>Алматы</span> <span id="w-t">{figure}</span></div>')) == ""
    assert shown(page(f'<div class="wb"><span>Алматы</span> <span>{figure}</span></div>')).partition(".")[0] == "almaty 0"
    assert shown(page(f'<div class="wb" id="w"><span>Алматы</span> <span>{figure}</span></div>')).partition(".")[0] == "almaty 0"


@pytest.mark.parametrize(
    ("button", "says"),
    [
        ("<button><span>Астана</span> <span>+24 °C</span></button>", "astana 24, almaty 29, aqtau 22"),
        ("<button><span>Астана</span></button>", "almaty 29, aqtau 22"),
        ("<button><span>Киев</span> <span>+24 °C</span></button>", "almaty 29, aqtau 22"),
        ("<button>Астана Ертең +24 °C</button>", "almaty 29, aqtau 22"),
        ("<button hidden><span>Астана</span> <span>+24 °C</span></button>", "almaty 29, aqtau 22"),
    ],
    ids=["shown", "without degrees", "elsewhere", "tomorrow", "hidden"],
)
def test_the_button_of_a_menu_of_cities_shows_the_chosen_one(button: str, says: str) -> None:
    items = "".join(f'<li><a href="#">{city} <span>{degrees} °C</span></a></li>' for city, degrees in (("Алматы", "+29"), ("Ақтау", "+22")))
    assert shown(page(f'<div class="weather-module"><div>{button}<ul>{items}</ul></div></div>')) == says

# ruff: noqa: E501
"""The layouts of formats.md sections 2 and 3 and portals.md section 24, host by host: read exactly, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.support.small_pages import page, read


@dataclass(frozen=True)
class Layout:
    """A header and what it says: "USD 468.56" or "almaty 35", one figure a part; "" for nothing that can be told."""

    name: str
    markup: str
    says: str = ""


def boxes(*texts: str, name: str = "top") -> str:
    return f'<div class="{name}">{"".join(f"<div>{text}</div>" for text in texts)}</div>'


def spans(*texts: str, name: str = "top") -> str:
    return f'<div class="{name}">{"".join(f"<span>{text}</span>" for text in texts)}</div>'


def line(text: str, name: str = "top") -> str:
    return f'<div class="{name}">{text}</div>'


def bullets(*texts: str) -> str:
    return f"<header><ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul></header>"


def table(*rows: str, name: str = "exchange") -> str:
    first, *rest = (row.split("|") for row in rows)
    head = "".join(f"<th>{cell}</th>" for cell in first)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rest)
    return f'<div class="{name}"><table><tr>{head}</tr>{body}</table></div>'


RATES = [
    Layout("qamshy 2018: bullets", bullets("USD 468.56", "EUR 497.56", "RUB 7.3", "CNY 67.18"), "USD 468.56, EUR 497.56, RUB 7.3, CNY 67.18"),
    Layout("egemen AMP: the rouble first, values on the next line", bullets("RUB:<br>6.68", "USD:<br>520.93", "EUR:<br>609.07"), "RUB 6.68, USD 520.93, EUR 609.07"),
    Layout("el.kz: a bare triple", boxes("441.12", "465.6", "5.82", name="currency"), "USD 441.12, EUR 465.6, RUB 5.82"),
    Layout("018.kz: a bare triple on one line", line("441.58 480 4.86", "kurs"), "USD 441.58, EUR 480, RUB 4.86"),
    Layout("a bare triple by line breaks", line("441.12<br>465.6<br>5.82", "kurs"), "USD 441.12, EUR 465.6, RUB 5.82"),
    Layout("a bare triple in a box that says nothing", boxes("441.12", "465.6", "5.82")),
    Layout("a bare triple in another order", boxes("5.82", "441.12", "465.6", name="currency")),
    Layout("astanatv.kz: signs", line("$479.05 €534.57 ₽5.17"), "USD 479.05, EUR 534.57, RUB 5.17"),
    Layout("taldyk.info: signs apart", line("$ 367.06&nbsp; € 416.17&nbsp; ₽ 5.56"), "USD 367.06, EUR 416.17, RUB 5.56"),
    Layout("ustinka.kz: two signs lost, deltas", boxes("$", "498.51", "+0.17", "522.84", "+3.12", "¥", "68.81", "+0.02", "4.81", "-0.04"), "USD 498.51, CNY 68.81"),
    Layout("ustinka.kz: two signs lost, a delta missing", boxes("$", "498.51", "522.84", "+3.12", "¥", "68.81", "4.81", "-0.04"), "USD 498.51, CNY 68.81"),
    Layout("ustinka.kz: on one line", line("$ 498.51 +0.17 522.84 +3.12 ¥ 68.81 +0.02 4.81 -0.04"), "USD 498.51, CNY 68.81"),
    Layout("deltas for one of three", bullets("USD 498.51", "EUR 522.84 -3.12", "RUB 4.81"), "USD 498.51, EUR 522.84, RUB 4.81"),
    Layout("old.baq.kz: an icon's text between", line("USD 384.53 BAQ.kz - Қазақстан жаңалықтары EUR 432.02 BAQ.kz - Қазақстан жаңалықтары RUB 5.9"), "USD 384.53, EUR 432.02, RUB 5.9"),
    Layout("nationalbank.kz: names, codes and nominals", table("Валюта|Бағам", "1 АҚШ ДОЛЛАРЫ USD / KZT|444.32", "100 ӨЗБЕК СОМЫ UZS / KZT|3.5", "1000 ИРАН РИАЛЫ IRR / KZT|10.6"), "USD 444.32, UZS 3.5, IRR 10.6"),
    Layout("glued in three texts", bullets("USD322.72", "EUR398.3", "RUB5.21"), "USD 322.72, EUR 398.3, RUB 5.21"),
    Layout("glued with blanks between", line("USD322.72 EUR398.3 RUB5.21"), "USD 322.72, EUR 398.3, RUB 5.21"),
    Layout("glued altogether", line("USD322.72EUR398.3RUB5.21"), "USD 322.72, EUR 398.3, RUB 5.21"),
    Layout("colons", line("USD: 473.29 EUR: 510.2"), "USD 473.29, EUR 510.2"),
    Layout("small codes in one text", line("usd 468.56 eur 497.56 rub 7.3"), "USD 468.56, EUR 497.56, RUB 7.3"),
    Layout("small codes that are words as well", line("try 12.4 all 5.2")),
    Layout("stan.kz: buy and sell by class", "".join(f'<div class="row"><i class="curr">{code}</i><i class="buy">{buy}</i><i class="sell">{sell}</i></div>' for code, buy, sell in (("USD", "327", "329.5"), ("EUR", "370", "374"))), "USD 327 buy, USD 329.5 sell, EUR 370 buy, EUR 374 sell"),
    Layout("buy and sell by words", table("Валюта|Сатып алу|Сату", "USD|472|475.2", "EUR|508|513"), "USD 472 buy, USD 475.2 sell, EUR 508 buy, EUR 513 sell"),
    Layout("buy over sell by words, as shown", table("Валюта|Покупка|Продажа", "USD|475.2|472", "EUR|513|508"), "USD 475.2 buy, USD 472 sell, EUR 513 buy, EUR 508 sell"),
    Layout("two columns without a word", table("Валюта||", "USD|472|475.2", "EUR|508|513")),
    Layout("yesterday and today", table("Валюта|Кеше|Бүгін", "USD|472|475.2", "EUR|508|513"), "USD 475.2, EUR 513"),
    Layout("yesterday and today in Russian", table("Валюта|Вчера|Сегодня", "USD|472|475.2", "EUR|508|513"), "USD 475.2, EUR 513"),
    Layout("yesterday and today beside each figure", bullets("USD кеше 472 бүгін 475.2", "EUR кеше 508 бүгін 513"), "USD 475.2, EUR 513"),
    Layout("today and yesterday beside each figure", bullets("USD: бүгін 472, кеше 470", "EUR: бүгін 508, кеше 507"), "USD 472, EUR 508"),
    Layout("yesterday and today parted by a slash", boxes("Кеше / бүгін", "USD 472 / 475.2", "EUR 508 / 513", name="kurs"), "USD 475.2, EUR 513"),
    Layout("two days by date", table("Валюта|23.04.2024|24.04.2024", "USD|472|475.2", "EUR|508|513")),
    Layout("two days, one over the other", boxes("2 қараша", "USD 519", "EUR 600", "3 қараша", "USD 524", "EUR 608", name="kurs")),
    Layout("yesterday over today", boxes("Кеше", "USD 519", "EUR 600", "Бүгін", "USD 524", "EUR 608", name="kurs")),
    Layout("a year ago", boxes("Бір жыл бұрын", "USD 519", "EUR 600", name="kurs")),
    Layout("how long ago it was brought up to date", boxes("5 минут бұрын жаңарды", "USD 519", "EUR 600", name="kurs"), "USD 519, EUR 600"),
    Layout("yesterday's alone", boxes("Кешегі бағам", "USD 519", "EUR 600", name="kurs")),
    Layout("the official rate among the bank's own", table("Валюта|Ресми|Сатып алу|Сату", "USD|498.51|497|499", "EUR|522|520|524"), "USD 498.51, USD 497 buy, USD 499 sell, EUR 522, EUR 520 buy, EUR 524 sell"),
    Layout("banks under a currency", boxes("USD", "Halyk", "497", "499", "Kaspi", "496", "500", name="exchange")),
    Layout("banks under a row of currencies", table("Банк|USD|EUR|RUB", "Halyk|497|520|5.1", "Kaspi|496|521|5.2")),
    Layout("one figure under two currencies", table("USD|EUR", "497")),
    Layout("one row under a row of currencies", table("USD|EUR|RUB", "479.05|534.57|5.17"), "USD 479.05, EUR 534.57, RUB 5.17"),
    Layout("one currency with two figures", spans("USD", "472", "475", name="currency")),
    Layout("changes before the rates", bullets("USD ▲0.50 498.51", "EUR ▲0.55 522.84")),
    Layout("units behind the code", table("Валюта|Бірлік|Бағам", "USD|1|444.32", "UZS|100|3.5", "JPY|10|29.1"), "USD 444.32, UZS 3.5, JPY 29.1"),
    Layout("units in brackets", bullets("KRW (100) 36.1", "USD 521.5"), "KRW 36.1, USD 521.5"),
    Layout("units with a sign", bullets("IRR x1000 11.2", "USD 521.5"), "IRR 11.2, USD 521.5"),
    Layout("prices in dollars and euros", boxes("Жазылу: $5", "€4")),
    Layout("sums of money", spans("$10", "€10")),
    Layout("a rate in reverse", bullets("1 KZT = 0.0019 USD", "1 KZT = 0.0016 EUR")),
    Layout("the lowest and the highest of the day", table("Валюта|Ең төмен|Ең жоғары", "USD|519|524", "EUR|600|608")),
    Layout("tomorrow's rates", boxes("Ертеңгі бағам", "USD 521.5", "EUR 604.1", name="kurs")),
    Layout("an analyst's forecast", boxes("Сарапшы болжамы: доллар 600", "еуро 700")),
    Layout("an analyst's forecast in a box that says currency", line("<p>Сарапшы болжамы: доллар 600</p>", "currency")),
    Layout("a forecast under its label", boxes("Болжам", "USD 600", "EUR 700", name="kurs")),
    Layout("a forecast in Russian", boxes("Прогноз: доллар 600", "евро 700")),
    Layout("a headline about a level", line('<a href="/1">Доллар 600 теңгеден асады</a>', "currency")),
    Layout("a question about a level", boxes("Доллар 600-ге жете ме?", "Еуро 700")),
    Layout("a commodity and a coin", bullets("Brent 64.2", "BTC 67000")),
    Layout("signed figures are no rates", bullets("USD +468.56", "EUR -497.56")),
    Layout("a comma and a true minus", bullets("USD 468,56 \u22120,20", "EUR 497,56 +0,11"), "USD 468.56, EUR 497.56"),
    Layout("100 yen", bullets("100 иен 289,4", "1 АҚШ доллары 444,32"), "JPY 289.4, USD 444.32"),
]  # fmt: skip

WEATHER = [
    Layout("qamshy: city, then degrees", boxes("Алматы", "+35°"), "almaty 35"),
    Layout("qazweek: value, then city", spans("-0.1 C", "Алматы"), "almaty -0.1"),
    Layout("uakytnews: three cities, value first", line("-24 C Nur-Sultan -0.1 C Almaty 4.3 C Shymkent"), "astana -24, almaty -0.1, shymkent 4.3"),
    Layout("uakytnews: three cities in boxes", boxes("-24 C", "Nur-Sultan", "-0.1 C", "Almaty", "4.3 C", "Shymkent"), "astana -24, almaty -0.1, shymkent 4.3"),
    Layout("ustinka: a Russian sky between", boxes("Өскемен", "малооблачно", "+22°", name="weather"), "oskemen 22"),
    Layout("ustinka: bullets with Russian names", bullets("Алматы / +1°", "Петропавловск / -3°", "Туркестан / +5°"), "almaty 1, petropavl -3, turkistan 5"),
    Layout("018.kz: glued, a hyphen that may divide", spans("Cемей22°С", "Абай-33°С", "Курчатов-4°С"), "semey 22"),
    Layout("018.kz: on one line", line("Cемей22°С Абай-33°С Курчатов-4°С"), "semey 22"),
    Layout("018.kz: the hyphen alone", line("Абай-33°С")),
    Layout("taldyk: value only", line("-11°C", "weather")),
    Layout("old.baq.kz: a city without a value", line("استانا:", "weather")),
    Layout("a range of day and night", boxes("Астана", "+6°..+8° -1°.. +1°", name="weather")),
    Layout("qamshy 2018: U+2103", spans("Алматы", "19℃"), "almaty 19"),
    Layout("qamshy 2021: a sign of the sky", line("Астана, -11 🌨", "forecast"), "astana -11"),
    Layout("a sign of the sky in an element of its own", spans("Астана", "-11 🌨"), "astana -11"),
    Layout("elorda: a raised o and C", '<div class="top"><span>Астана</span> <b>-10<sup>o</sup>C</b></div>', "astana -10"),
    Layout("a raised o", '<div class="weather"><span>Алматы</span> <b>19<sup>o</sup></b></div>', "almaty 19"),
    Layout("a raised nought and C", '<div class="weather"><span>Алматы</span> <b>19<sup>0</sup>C</b></div>', "almaty 19"),
    Layout("an o and C on the line", line("Алматы +7 oC"), "almaty 7"),
    Layout("degrees Fahrenheit", line("Алматы 95°F")),
    Layout("tomorrow", boxes("Алматы", "Ертең", "+7°", name="weather")),
    Layout("tomorrow over the city", boxes("Ертең", "Алматы", "+7°", name="weather")),
    Layout("tomorrow over a city in one text", boxes("Ертең", "Алматы +7°", name="weather")),
    Layout("today and tomorrow", boxes("Алматы", "Бүгін +5°", "Ертең +7°", name="weather"), "almaty 5"),
    Layout("the days of the week", boxes("Алматы", "дс +5°", "сс +7°", "ср +9°", name="weather")),
    Layout("dates", boxes("Алматы", "25.04 +5°", "26.04 +7°", name="weather")),
    Layout("night and day", boxes("Алматы", "Түнде -5°", "Күндіз +3°", name="weather"), "almaty 3"),
    Layout("a forecast by its label", boxes("Алматы ауа райы болжамы", "+7°", name="weather")),
    Layout("what it feels like alone", boxes("Алматы", "Сезіледі +38°", name="weather")),
    Layout("the water of the sea", boxes("Ақтау", "теңіз +18°", name="weather")),
    Layout("prose about degrees", boxes("Алматыда күндіз +28°C-қа дейін", name="weather")),
    Layout("prose with a range", boxes("Астана", "–25…–27 градусқа дейін", name="weather")),
    Layout("prose about frost", boxes("Көкшетау", "1-3 градус үсік", name="weather")),
    Layout("a list of cities and a value elsewhere", bullets("Астана", "Алматы", "Шымкент") + line("+7°", "weather")),
    Layout("a select of regions", "<select><option>Астана</option><option selected>Алматы</option></select>" + line("+7°", "weather")),
    Layout("the day's highest and lowest", boxes("Алматы", "макс +9°", "мин -1°", name="weather")),
    Layout("a record", boxes("Алматы", "рекорд +38°", name="weather")),
    Layout("yesterday", boxes("Алматы", "кеше +5°", name="weather")),
    Layout("days of the week in full", boxes("Алматы", "дүйсенбі +5°", "сейсенбі +7°", name="weather")),
    Layout("days by their month", boxes("Алматы", "25 сәуір +5°", "26 сәуір +7°", name="weather")),
    Layout("hour by hour", boxes("Алматы", "09:00", "+5°", "12:00", "+9°", name="weather")),
    Layout("the soil", boxes("Алматы", "топырақ +18°", name="weather")),
    Layout("a hyphen between blanks", line("Абай - 33°С")),
    Layout("a minus behind a blank", line("Абай -33°С"), "abay -33"),
    Layout("regions", bullets("Алматы облысы +5°", "Абай облысы +7°")),
    Layout("cities abroad among ours", bullets("Мәскеу -7°", "Ташкент +9°", "Алматы -1°"), "almaty -1"),
    Layout("the page's own clock", boxes("24 Сәуір, 19:46:32", "Алматы", name="top")),
]  # fmt: skip


@pytest.mark.parametrize("layout", [pytest.param(one, id=one.name) for one in RATES])
def test_rates_are_exact_or_empty(layout: Layout) -> None:
    rates = read(page(layout.markup)).rates
    assert (
        ", ".join(f"{one.currency} {one.value}{'' if one.side == 'official' else f' {one.side}'}" for one in rates) == layout.says
    )


@pytest.mark.parametrize("layout", [pytest.param(one, id=one.name) for one in WEATHER])
def test_weather_is_exact_or_empty(layout: Layout) -> None:
    assert ", ".join(f"{one.city_key} {one.temperature}" for one in read(page(layout.markup)).weather) == layout.says


@pytest.mark.parametrize("layout", [pytest.param(one, id=one.name) for one in RATES if one.says])
def test_a_forecast_over_any_of_them_leaves_nothing(layout: Layout) -> None:
    """The negative control of the guard: the same markup under a label of what somebody expects."""
    top, rest = layout.markup.split(">", 1)
    assert read(page(f"{top}><div>Сарапшы болжамы</div>{rest}")).rates == []

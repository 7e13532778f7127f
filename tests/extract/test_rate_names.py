# ruff: noqa: E501
"""Currencies that only titles, icons of a sheet or texts for screen readers name; tables with a rate missing; lists behind a button."""

from __future__ import annotations

import pytest

from tests.extract.test_rates import Widget, div, shown, table, ul
from tests.support.small_pages import page

TWO = "USD 524.27, EUR 553.68"
NAMES = [
    Widget("full names in titles", ul('<i title="АҚШ доллары"></i>524,27', '<i title="Еуро"></i>553,68', '<i title="Фунт стерлинг"></i>664,10', '<i title="Швейцар франкі"></i>601,2'), f"{TWO}, GBP 664.10, CHF 601.2"),
    Widget("a name of four words in a title", ul('<i title="АҚШ доллары"></i>524,27', '<i title="Біріккен Араб Әмірліктерінің дирхамы"></i>142,7'), "USD 524.27, AED 142.7"),
    Widget("titles that say more", ul('<i title="АҚШ доллары"></i>524,27', '<a title="Еуро аймағы кеңейді">12,5</a>', '<a title="Сарапшы: неге арзандады доллар">13,5</a>')),
    Widget("texts that are only read out", ul('<span class="sr-only">АҚШ доллары</span> 524,27<small>+1,25</small>', '<span class="visually-hidden">Еуро</span><b>553,68</b>'), "USD 524.27 (1.25), EUR 553.68"),
    Widget("what is read out beside a change", ul('USD 524,27 <span class="sr-only">өсті</span><i>+1,25</i>', 'EUR 553,68 <span class="sr-only">төмендеді</span><i>-0,90</i>'), "USD 524.27 (1.25), EUR 553.68 (-0.90)"),
    Widget("names that nobody sees or hears", ul('<span style="display:none">USD</span><b>524,27</b>', '<span style="display:none">EUR</span><b>553,68</b>')),
    Widget("icons of a sheet", ul('<svg><use xlink:href="#i-usd"></use></svg> 524,27', '<svg><use href="/s.svg#icon-eur"></use></svg><b>553,68</b>'), TWO),
    Widget("flags of a sheet", ul('<svg><use href="/flags.svg#us"></use></svg> 524,27', '<svg><use href="/flags.svg#eu"></use></svg> 553,68'), TWO),
    Widget("icons of a sheet that are no flags", ul('<svg><use href="/icons.svg#us"></use></svg> 524,27', '<svg><use href="/icons.svg#eu"></use></svg> 553,68')),
    Widget("arrows of a sheet", ul('USD <svg><use href="#up"></use></svg> 524,27', 'EUR <svg><use href="#down"></use></svg> 553,68'), TWO),
    Widget("titles of drawings", ul("<svg><title>Доллар</title><path/></svg> 524,27", "<svg><title>Еуро</title><path/></svg> 553,68"), TWO),
    Widget("languages under flags of a sheet", div('<svg><use href="/flags.svg#us"></use></svg><a href="/en">EN</a> <svg><use href="/flags.svg#ru"></use></svg><a href="/ru">RU</a> <b>7172 55-55</b>')),
    Widget("icons of a sheet before noughts", ul('<svg><use href="#i-usd"></use></svg> 0', '<svg><use href="#i-eur"></use></svg> 0')),
]  # fmt: skip

HEADS = "Валюта|Сатып алу|Сату|ҚР ҰБ"
FULL = "USD 339 buy, USD 343 sell, USD 341.18"
MISSING = [
    Widget("no official rate", table("USD|339|343|341,18", "EUR|362,50|370|—", head=HEADS), f"{FULL}, EUR 362.50 buy, EUR 370 sell"),
    Widget("nothing bought", table("USD|339|343|341,18", "EUR||370|365,1", head=HEADS), f"{FULL}, EUR 370 sell, EUR 365.1"),
    Widget("one of three", table("USD|339|343|341,18", "EUR|||365,1", "RUB|5,12||", head=HEADS), f"{FULL}, EUR 365.1, RUB 5.12 buy"),
    Widget("a cell missing", table("USD|339|343|341,18", "CNY|49|51|50,3", "EUR|362,50|370", head=HEADS), f"{FULL}, CNY 49 buy, CNY 51 sell, CNY 50.3"),
    Widget("a title over the heads", '<table><tr><th colspan="4">Халық банкі</th></tr><tr><th></th><th>Алу</th><th>Сату</th><th>Ресми</th></tr><tr><td>USD</td><td>339</td><td>343</td><td>341,18</td></tr><tr><td>EUR</td><td>362</td><td>-</td><td>365</td></tr></table>', f"{FULL}, EUR 362 buy, EUR 365"),
    Widget("one of two sides", table("USD|339|343", "EUR||370", "RUB|5,12|", head="Валюта|Сатып алу|Сату"), "USD 339 buy, USD 343 sell, EUR 370 sell, RUB 5.12 buy"),
    Widget("heads over two columns each", '<table><tr><th>Валюта</th><th colspan="2">Сату</th></tr><tr><td>USD</td><td>339</td><td>+1</td></tr><tr><td>EUR</td><td>370</td><td>+2</td></tr></table>', "USD 339 sell (1), EUR 370 sell (2)"),
]  # fmt: skip

LIST = "<ul><li>EUR <b>505,31</b></li><li>RUB <b>5,81</b></li></ul>"
OPENED = [
    Widget("the first one on the button", div(f"<button>USD 425,67 <svg></svg></button>{LIST}"), "USD 425.67, EUR 505.31, RUB 5.81"),
    Widget("a list that the button hides", div(f"<button>USD 425,67</button>{LIST.replace('<ul', '<ul hidden')}")),
    Widget("a figure that is no rate on the button", div(f"<button>USD 12</button>{LIST}"), "EUR 505.31, RUB 5.81"),
    Widget("a price on the button", div(f"<button>Жазылу: $5</button>{LIST}"), "EUR 505.31, RUB 5.81"),
    Widget("a button elsewhere", div(f"<p><button>USD 425,67</button></p>{LIST}"), "EUR 505.31, RUB 5.81"),
    Widget("a button with a currency of the list", div(f"<button>EUR 505,31</button>{LIST}"), "EUR 505.31, RUB 5.81"),
]  # fmt: skip

PAIRS = [
    Widget("a pair of others before names of others", table("USD/KZT|146,91|+0,05", "EUR/KZT|180,22|+0,66", "GBP/USD|1,4771|+0,0032", "РТС|1 385,40|+1,25", "Brent|75,96|-0,48"), "USD 146.91 (0.05), EUR 180.22 (0.66)"),
    Widget("an index before pairs with one of others among them", ul("KASE 6 204,5 +0,3%", "USD/KZT 447,96 −1,20", "EUR/KZT 494,78 −2,05", "EUR/USD 1,1045 −0,0007"), "USD 447.96 (-1.20), EUR 494.78 (-2.05)"),
    Widget("figures before pairs with one of others among them", ul("447,96 USD", "494,78 EUR", "1,1045 EUR/USD"), "USD 447.96, EUR 494.78"),
    Widget("a pair of others first", table("EUR/USD|1,4771|+0,0032", "Brent|75,96|-0,48", "USD/KZT|146,91|+0,05", "EUR/KZT|180,22|+0,66"), "USD 146.91 (0.05), EUR 180.22 (0.66)"),
    Widget("two figures behind a pair", table("USD/EUR|146,91|180,22"), "USD 146.91, EUR 180.22"),
    Widget("a row of changes below the rates", div("<p>USD 147,58</p><p>EUR 191,44</p><p>+0,15 −1,25</p>"), "USD 147.58, EUR 191.44"),
    Widget("changes below each rate", div("<p>USD 147,58</p><p>+0,15</p><p>EUR 191,44</p><p>−1,25</p>"), "USD 147.58 (0.15), EUR 191.44 (-1.25)"),
]  # fmt: skip

def line(text: str) -> str:
    return div(f"<p>{text}</p>")


RATED = "USD 521.5, EUR 604.1"
TIMES = [
    Widget("today's in a sentence", line("Бүгінгі ресми бағам: доллар – 521,5 теңге, еуро – 604,1 теңге."), RATED),
    Widget("tomorrow's in a sentence", line("Ертеңгі ресми бағам: доллар – 521,5 теңге, еуро – 604,1 теңге.")),
    Widget("for tomorrow", line("Ертеңге: доллар – 521,5 теңге, еуро – 604,1 теңге.")),
    Widget("tomorrow's in Latin letters", line("Erteńgi baǵam: dollar – 521,5 teńge, eýro – 604,1 teńge.")),
    Widget("tomorrow's in Arabic letters", line("ەرتەڭگى باعام: دوللار – 521,5 تەڭگە، ەۋرو – 604,1 تەڭگە.")),
    Widget("a forecast in a sentence", line("Сарапшы болжамы бойынша доллар – 521,5 теңге, еуро – 604,1 теңге.")),
    Widget("yesterday's in a sentence", line("Кешегі бағам: доллар – 521,5 теңге, еуро – 604,1 теңге.")),
    Widget("today's before tomorrow's", line("Бүгін: USD 521,5 EUR 604,1. Ертең: USD 522,5 EUR 605,1"), RATED),
    Widget("tomorrow's before today's", line("Ертең: USD 522,5 EUR 605,1. Бүгін: USD 521,5 EUR 604,1")),
    Widget("another year's", line("2015 жылғы бағам: USD 185,2 EUR 204,1")),
    Widget("another year's under a label", div("<p>2015 жылғы бағам</p><p>USD 185,2</p><p>EUR 204,1</p>")),
    Widget("a year over another label", div("<p>2024 жылдың қорытындысы</p><p>Валюта бағамы</p><p>USD 521,5</p><p>EUR 604,1</p>"), RATED),
    Widget("a day before the year", div("<p>09.05.2025 жылғы бағам</p><p>USD 521,5</p><p>EUR 604,1</p>"), RATED),
    Widget("a day and its month before the year", line("27 қараша 2025 жылғы бағам: USD 521,5 EUR 604,1"), RATED),
    Widget("the day with its year", line("2025 жылғы 3 қараша: USD 521,5 EUR 604,1"), RATED),
    Widget("a year ago", line("Бір жыл бұрын USD 485,2 EUR 504,1")),
    Widget("two days in one line", line("27.11 USD 521,5 EUR 604,1 28.11 USD 522,5 EUR 605,1")),
    Widget("one day in one line", line("27.11 USD 521,5 EUR 604,1"), RATED),
    Widget("figures that may be days", line("USD 521,5 TRY 12.05 UAH 12.11"), "USD 521.5, TRY 12.05, UAH 12.11"),
    Widget("a question", line("Доллар неге 521,5 теңге, еуро неге 604,1 теңге?")),
]  # fmt: skip

EVERY = [*TIMES, *NAMES, *MISSING, *OPENED, *PAIRS]


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in EVERY])
def test_a_header_shows(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says

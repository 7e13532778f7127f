# ruff: noqa: E501
"""Rates under a row of currencies, decimals apart from their figures, and a city's temperature in one text with rates."""

from __future__ import annotations

import pytest

from tests.extract.test_rates import Widget, div, shown, table
from tests.support.small_pages import page

SIDES = "EUR 500.20 buy, USD 474.50 buy, EUR 506.80 sell, USD 478.90 sell"
BOUGHT, SOLD = "Сатып алу|500,20|474,50", "Сату|506,80|478,90"

TABLES = [
    Widget("one row buys and one sells", table(BOUGHT, SOLD, head="|EUR|USD"), SIDES),
    Widget("one row sells and one buys", table(SOLD, BOUGHT, head="|EUR|USD"), "EUR 506.80 sell, USD 478.90 sell, EUR 500.20 buy, USD 474.50 buy"),
    Widget("rows without a word", table("|500,20|474,50", "|506,80|478,90", head="|EUR|USD")),
    Widget("two rows that buy", table(BOUGHT, "Сатып алу|506,80|478,90", head="|EUR|USD")),
    Widget("two banks", table("Көпір банкі|500,20|474,50", "Арна банкі|506,80|478,90", head="|EUR|USD")),
    Widget("two banks that both buy and sell", table("Көпір банкі сатып алу, сату|500,20|474,50", "Арна банкі сатып алу, сату|506,80|478,90", head="|EUR|USD")),
    Widget("a row that is too far from the other", table(BOUGHT, "Сату|806,80|878,90", head="|EUR|USD")),
    Widget("a row with an empty cell", table(BOUGHT, "Сату|506,80|", head="|EUR|USD")),
    Widget("three rows", table(BOUGHT, SOLD, "Сату|507|479", head="|EUR|USD")),
    Widget("rows without boxes of their own", div("<b>EUR</b> <b>USD</b> <i>сатып алу</i> <b>500,20</b> <b>474,50</b> <i>сату</i> <b>506,80</b> <b>478,90</b>")),
    Widget("rows of sums", table("Сатып алу|20|35", "Сату|21|36", head="|EUR|USD")),
]  # fmt: skip

WHOLE = "USD 119.83, EUR 151.42, RUB 4.38"
DECIMALS = [
    Widget("a blank behind the comma", table("USD|119,83", "EUR|151, 42", "RUB|4, 38"), WHOLE),
    Widget("a blank before the comma", table("USD|119 ,83", "EUR|151 ,42", "RUB|4 ,38"), WHOLE),
    Widget("blanks in one line", div("USD 119, 83 EUR 151, 42 RUB 4,38"), WHOLE),
    Widget("a blank behind the point", table("USD|119. 83", "EUR|151. 42", "RUB|4.38"), WHOLE),
    Widget("decimals in an element of their own", div("<p>USD <b>119,</b><i>83</i></p><p>EUR <b>151,</b><i>42</i></p><p>RUB <b>4,</b><i>38</i></p>"), WHOLE),
    Widget("raised decimals", div("<p>USD <b>119</b><sup>83</sup></p><p>EUR <b>151</b><sup>42</sup></p><p>RUB 4.38</p>"), WHOLE),
    Widget("small decimals", div("<p>USD <b>119</b><small>83</small></p><p>EUR 151<small>42</small></p><p>RUB 4.38</p>"), WHOLE),
    Widget("a small figure behind a blank", div("<p>USD <b>447</b> <small>12</small></p><p>EUR 519 <small>15</small></p>"), "USD 447, EUR 519"),
    Widget("commas between currencies", div("USD 447, EUR 519, RUB 5"), "USD 447, EUR 519, RUB 5"),
    Widget("a comma between buying and selling", div("<p>сатып алу, сату</p><p>USD 447, 450</p><p>EUR 519, 525</p>"), "USD 447 buy, USD 450 sell, EUR 519 buy, EUR 525 sell"),
    Widget("a comma before a change in per cent", div("<p>USD 447, 12%</p><p>EUR 519, 15%</p>"), "USD 447, EUR 519"),
    Widget("a number before a currency", div("<p>1. 447 USD</p><p>2. 519 EUR</p>"), "USD 447, EUR 519"),
    Widget("a note's raised figure", div("<p>USD 447<sup>1</sup></p><p>EUR 519<sup>2</sup></p>"), "USD 447, EUR 519"),
]  # fmt: skip

RATED = "USD 447.5, EUR 519.2, RUB 5.11"
BESIDE = [
    Widget("a city behind", div("USD 447.5 EUR 519.2 RUB 5.11 Қызылорда: +21°"), RATED),
    Widget("a city behind the last text", div("<b>USD</b> 447.5 <b>EUR</b> 519.2 <b>RUB</b> 5.11 Қызылорда: +21°"), RATED),
    Widget("a city before", div("Қызылорда +21 °C, USD 447.5, EUR 519.2, RUB 5.11"), RATED),
    Widget("a figure before its city", div("+21 °C Қызылорда USD 447.5, EUR 519.2, RUB 5.11"), RATED),
    Widget("a label before the city", div("USD 447.5 EUR 519.2 RUB 5.11 Ауа райы: Қызылорда +21°"), RATED),
    Widget("two cities", div("USD 447.5 EUR 519.2 RUB 5.11 Қызылорда +21° Орал +18°"), RATED),
    Widget("a place that is no city", div("USD 447.5 EUR 519.2 RUB 5.11 Аязды маңы: -21°")),
    Widget("no place", div("USD 447.5 EUR 519.2 RUB 5.11 +21°")),
    Widget("a teaser of frost and money", div('<a href="/1">Алматы -30°, доллар 521 теңге болды</a>')),
]  # fmt: skip

PAIRS = [
    Widget("units glued to signs", div("1$ - 521,30 тг, 1€ - 604,12 тг, 1₽ - 6,41 тг"), "USD 521.30, EUR 604.12, RUB 6.41"),
    Widget("prices of one", div("<p>Қалам 1$</p><p>Дәптер 1€</p>")),
    Widget("pairs with the tenge in one word", div("<b>USDKZT</b> 521.30 <b>EURKZT</b> 604.12"), "USD 521.30, EUR 604.12"),
    Widget("pairs of others", div("<b>EURUSD</b> 1.15 <b>USDRUB</b> 81.30")),
    Widget("rates as somebody expects them", div("<p>Доллар 521 болады</p><p>Еуро 604 болады</p>", "kurs")),
]  # fmt: skip


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in (*TABLES, *DECIMALS, *BESIDE, *PAIRS)])
def test_a_header_shows(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says

# ruff: noqa: E501
"""Shares, changes, prices and what the tenge costs among the rates of a ticker or a table: none of them is a rate."""

from __future__ import annotations

import pytest

from tests.extract.test_rates import Widget, div, shown, table, ul
from tests.support.small_pages import page

THREE = "USD 517.25, EUR 599.4, RUB 6.38"

SHARES = [
    Widget("per cent before the change", ul("<b>Доллар</b><i>517,25</i><u>%-0,32</u>", "<b>Еуро</b><i>599,4</i><u>%0,18</u>", "<b>Рубль</b><i>6,38</i><u>%0,00</u>"), THREE),
    Widget("per cent before the change in one text", ul("USD 517,25 %+0,32", "EUR 599,4 %0,18", "RUB 6,38 (%\u22120,4)"), THREE),
    Widget("per cent behind the change, glued to the next code", div("USD 517.25 0.32%EUR 599.4 0.18%RUB 6.38 0.4%"), THREE),
    Widget("per cent in a text of its own", ul("USD <b>517.25</b> <i>0.32</i><u>%</u>", "EUR <b>599.4</b> <i>0.18</i><u>%</u>", "RUB 6.38"), THREE),
    Widget("nothing but per cent before figures", ul("USD %0,32", "EUR %0,18")),
    Widget("per cent apart from the figure behind it", ul("<b>USD</b><i>517,25</i><u>% 0,32</u>", "<b>EUR</b><i>599,4</i><u>% 0,18</u>")),
    Widget("per cent of a bank between codes", div("USD 14% EUR %9 RUB 6,38%")),
]  # fmt: skip

SIDED = "USD 515.10 buy, USD 519.60 sell, EUR 596.00 buy, EUR 603.50 sell, KGS 5.85 buy, KGS 6.02 sell"
CHANGED = [
    Widget("an arrow and the change behind both sides", ul("USD 515.10/519.60 ▲ 0.70", "EUR 596.00/603.50 ▼ 1.15", "KGS 5.85/6.02 ▲ 0.05"), SIDED),
    Widget("a column of changes", table("USD|515.10|519.60|0.70", "EUR|596.00|603.50|1.15", "KGS|5.85|6.02|0.05", head="|Сатып алады|Сатады|Өзгеріс"), SIDED),
    Widget("a change behind each side", table("USD|515.10 <i>0.70</i>|519.60 <i>0.60</i>", "EUR|596.00 <i>1.15</i>|603.50 <i>1.20</i>", head="|Покупают|Продают"), SIDED.partition(", KGS")[0]),
    Widget("changes in boxes of their own behind both sides", div("".join(f"<div><b>{code}</b><div>{pair}</div><div>▲{change}</div></div>" for code, pair, change in (("USD", "515.10 / 519.60", "0.70"), ("EUR", "596.00 / 603.50", "1.15"), ("KGS", "5.85 / 6.02", "0.05")))), SIDED),
    Widget("both sides in one box under a word for them, the change in another", div("<p>Сатып алу, сату</p>" + "".join(f"<div><b>{code}</b><div><i>{buy}</i><i>{sell}</i></div><div>{change}</div></div>" for code, buy, sell, change in (("USD", "515.10", "519.60", "0.70"), ("EUR", "596.00", "603.50", "1.15"), ("KGS", "5.85", "6.02", "0.05")))), SIDED),
    Widget("verbs that need each other", table("USD|515.10|519.60", "EUR|596.00|603.50", "KGS|5.85|6.02", head="|Аламыз|Сатамыз"), SIDED),
    Widget("a verb alone says something else", div("<p>Тұрғындар көмек ала алады</p>") + table("USD|517.25", "EUR|599.4", "RUB|6.38"), THREE),
    Widget("both sides and the change in a list", "<dl><dt>USD</dt><dd>515.10 / 519.60 <i>0.70</i></dd><dt>EUR</dt><dd>596.00 / 603.50 <i>1.15</i></dd><dt>KGS</dt><dd>5.85 / 6.02 <i>0.05</i></dd></dl>", SIDED),
    Widget("two figures and a change without a word", ul("USD 515.10 519.60 0.70", "EUR 596.00 603.50 1.15")),
    Widget("three figures of one size", ul("USD 515.10/519.60 518", "EUR 596.00/603.50 601")),
    Widget("changes and a coin behind", div("<b>₽</b> 6.38 <i>↑0.05</i> <b>$</b> 517.25 <i>↓1.90</i> <b>€</b> 599.4 <i>↓0.74</i> <b>₿</b> 103 540"), "RUB 6.38, USD 517.25, EUR 599.4"),
    Widget("figures of two currencies in the rows of cities", table("Орал|517,25|519,4|6,38", "Ақтау|516,9|520|6,41", head="Қала|USD алу|USD сату|RUB сату", name="rates") + "<p>теңге доллар</p>"),
    Widget("the words of one side", table("USD|515.10|0.70", "EUR|596.00|1.15", head="|Сатады|Өзгеріс"), "USD 515.10 sell, EUR 596.00 sell"),
]  # fmt: skip

PRICED = [
    Widget("a coin in dollars", ul("USD/KZT 517.25", "EUR/KZT 599.4", "RUB/KZT 6.38", "BTC/USD 91,250", "ETH/USD 3 105"), THREE),
    Widget("a coin in dollars, name and figure apart", ul(*(f"<b>{name}</b><i>{figure}</i><u>{change}</u>" for name, figure, change in (("BTC/USD", "91,250", "−140"), ("USD/KZT", "517.25", "+1"), ("EUR/KZT", "599.4", "-2"), ("RUB/KZT", "6.38", "+0.1")))), "USD 517.25 (1), EUR 599.4 (-2), RUB 6.38 (0.1)"),
    Widget("a coin in tenge", table("USD/KZT|517.25", "EUR/KZT|599.4", "USDT/KZT|519", "RUB/KZT|6.38"), THREE),
    Widget("gold and oil in dollars in rows", table("XAU / USD|4102.5", "Brent/USD|64.2", "USD|517.25", "EUR|599.4", "RUB|6.38"), THREE),
    Widget("pairs first in a table", table("XAU/USD|4102.5", "XAG/USD|48.3", "USD/KZT|517.25", "EUR/KZT|599.4", "RUB/KZT|6.38"), THREE),
    Widget("an index with a figure in its name behind a pair", table("USD|517.25", "EUR|599.4", "RUB|6.38", "EUR/USD|1.1587", "S&amp;P 500|6 812"), THREE),
    Widget("the parts of the pair in elements of their own", ul("USD 517.25", "<b>LTC</b>/<i>USD</i> 102.4", "EUR 599.4", "RUB 6.38"), THREE),
    Widget("a line with all of them", div("USD/KZT 517.25 Алтын/USD 4102 EUR/KZT 599.4 RUB/KZT 6.38"), THREE),
    Widget("nothing but coins", ul("ETH/USD 3105.2", "ETH/EUR 2680.4", "LTC/RUB 8100")),
    Widget("coins in dollars and euros by other signs", ul("ETH→USD 3105", "ETH→EUR 2680")),
    Widget("coins in dollars and euros in brackets", ul("ETH ($) 3 105", "ETH (€) 2 680")),
    Widget("coins in dollars and euros by a hyphen", ul("ETH-USD 3105", "ETH-EUR 3010", "USD 517.25", "EUR 599.4", "RUB 6.38"), THREE),
    Widget("one thing in dollars and euros", ul("Жазылу: $3 105", "Жазылу: €2 680")),
    Widget("metals in dollars, a sum in euros", div("Алтын $4102.5 Күміс $548.3 Мыс $512.5 €3500.5")),
    Widget("pairs in roubles behind their figures", ul("81.2 USD/RUB", "94.1 EUR/RUB")),
    Widget("a pair in dollars behind its figure", ul("517.25 USD", "599.4 EUR", "1.1587 EUR/USD", "6.38 RUB"), THREE),
    Widget("two figures before two currencies", div("<p>517.25 / 599.4</p><p>USD/EUR</p>", "kurs"), "USD 517.25, EUR 599.4"),
    Widget("prices before signs without the dollar", ul("12.50 ₽", "20.15 ¥")),
    Widget("rates before signs without the dollar in a box that says so", ul("599.4 €", "6.38 ₽", name="kurs"), "EUR 599.4, RUB 6.38"),
    Widget("rates before codes without the dollar", ul("599.4 EUR", "6.38 RUB"), "EUR 599.4, RUB 6.38"),
    Widget("a code behind the name of a currency in brackets", ul("Доллар (USD) 517.25", "Еуро (EUR) 599.4", "Рубль (RUB) 6.38"), THREE),
    Widget("names of currencies before the tenge", ul("Доллар/теңге 517.25", "Еуро/теңге 599.4", "Ресей рублі/KZT 6.38"), THREE),
    Widget("slashes between currencies", div("USD 517.25/EUR 599.4/RUB 6.38"), THREE),
    Widget("a slash behind a word", div("Бүгін / USD 517.25 / EUR 599.4 / RUB 6.38"), THREE),
    Widget("a label before a slash", ul("Бағам/USD 517.25", "Бағам/EUR 599.4", "Бағам/RUB 6.38"), THREE),
]  # fmt: skip

OFFICE = table("USD|515.10|519.60", "EUR|596.00|603.50", "KGS|5.85|6.02", head="|Алу|Сату")
OF_TENGE = [
    Widget("what a sum of tenge is", div(f"{OFFICE}<p>1000 ₸ = 158.7 ₽</p>"), SIDED),
    Widget("what a sum of tenge is, and the rate of the tenge", div(f"{OFFICE}<p>Кері: 1000 теңге = 158.7 рубль <i>KZT/RUB 0.1587</i></p>"), SIDED),
    Widget("a sum of tenge in several currencies", div(f"{OFFICE}<p>100 ₸ = 15.7 ₽, 0.19 $</p>"), SIDED),
    Widget("signs before figures", div(f"{OFFICE}<p>₸1000 ≈ $1.93</p>"), SIDED),
    Widget("nothing but sums of tenge", ul("1000 ₸ = 158.7 ₽", "1000 ₸ = 13.9 ¥", name="kurs")),
    Widget("nothing but rates of the tenge", ul("KZT/RUB 0.1587", "KZT/KRW 2.81", "KZT/UZS 23.4", name="kurs")),
    Widget("the tenge first in pairs of its own rates", ul("KZT/USD 517.25", "KZT/EUR 599.4", "KZT/RUB 6.38"), THREE),
    Widget("what units are in tenge", ul("1 USD = 517.25 ₸", "1 EUR = 599.4 ₸", "1 RUB = 6.38 ₸"), THREE),
    Widget("an equals sign behind tenge of the rate before", div("USD 517.25 ₸ EUR 599.4 ₸ RUB = 6.38 ₸"), THREE),
]  # fmt: skip

SLASHES = [
    Widget("both sides in a cell", table("USD|515.10 / 519.60", "EUR|596.00 / 603.50", "KGS|5.85 / 6.02"), SIDED),
    Widget("two banks in cells", table("USD|515.10 / 519.60|514 / 520", "EUR|596.00 / 603.50|595 / 604")),
    Widget("the lowest and the highest in a cell", table("USD|515.10 / 519.60", "EUR|596.00 / 603.50", head="|Мин / макс")),
    Widget("the opening and the closing one", div("<p>Ашылу / жабылу</p><p>USD 515.10 / 519.60</p><p>EUR 596.00 / 603.50</p>")),
    Widget("words about something else", div("<p>Баға жоғары, ауа температурасы төмен</p><p>USD 515.10 / 519.60</p><p>EUR 596.00 / 603.50</p>"), SIDED.partition(", KGS")[0]),
    Widget("two days over both figures", div("<p>02.11 / 03.11</p><p>USD 515.10 / 519.60</p><p>EUR 596.00 / 603.50</p>")),
    Widget("the last day of a month and the first of another", div("<p>31.10 - 01.11</p><p>USD 515.10 / 519.60</p><p>EUR 596.00 / 603.50</p>")),
    Widget("both sides that look like days", ul("USD 515.10 / 519.60", "EUR 596.00 / 603.50", "TRY 12.10 / 12.12"), f"{SIDED.partition(', KGS')[0]}, TRY 12.10 buy, TRY 12.12 sell"),
    Widget("official rates before both sides under one head", div("<p>ҚР ҰБ: USD 517,25</p><p>EUR 599,4</p><p>RUB 6,38</p><p>Айырбас (сатып алу/сату): USD 515,10/519,60</p><p>EUR 596/603</p>"), f"{THREE}, USD 515.10 buy, USD 519.60 sell, EUR 596 buy, EUR 603 sell"),
    Widget("selling first under one head", div("<p>ҚРҰБ: USD 517,25</p><p>EUR 599,4</p><p>Айырбас (сату / сатып алу): USD 519,60/515,10</p><p>EUR 603/596</p>"), "USD 517.25, EUR 599.4, USD 519.60 sell, USD 515.10 buy, EUR 603 sell, EUR 596 buy"),
    Widget("two currencies with their two figures", div("<p>USD/EUR</p><p>517.25 / 599.4</p>"), "USD 517.25, EUR 599.4"),
    Widget("two currencies and two figures behind another", ul("RUB 6.38", "USD/EUR 517.25/599.4", name="kurs"), "RUB 6.38"),
    Widget("a pair of others with both of its sides", ul("USD 517.25", "EUR/USD 1.1587/1.1592", "EUR 599.4", "RUB 6.38"), THREE),
]  # fmt: skip

EVERY = (*SLASHES, *SHARES, *CHANGED, *PRICED, *OF_TENGE)


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in EVERY])
def test_a_ticker_shows(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says

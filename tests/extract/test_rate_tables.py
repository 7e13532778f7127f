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

THREE = "USD 521.30, USD 519 buy, USD 524 sell, EUR 604.12, EUR 600 buy, EUR 608 sell"
OFFICIAL = [
    Widget("official, bought and sold", table("USD|521.30|519|524", "EUR|604.12|600|608", head="Валюта|ҰБ бағамы|Сатып алу|Сату"), THREE),
    Widget("official in the last column", table("USD|519|524|521.30", "EUR|600|608|604", head="|Алу|Сату|Ресми"), "USD 519 buy, USD 524 sell, USD 521.30, EUR 600 buy, EUR 608 sell, EUR 604"),
    Widget("a currency that lacks one of the three", table("USD|521.30|519|524", "EUR|604.12|600|608", "RUB|6.4|6.6", head="Валюта|ҰБ бағамы|Сатып алу|Сату"), THREE),
    Widget("three columns of which one has no head", table("USD|521.30|519|524", "EUR|604.12|600|608", head="Валюта||Сатып алу|Сату")),
    Widget("four columns", table("USD|521.30|519|524|522", "EUR|604.12|600|608|605", head="Валюта|ҰБ бағамы|Сатып алу|Сату|Биржа")),
    Widget("one figure each behind pairs", div("<p>алу / сату</p><p>USD 519 / 524</p><p>EUR 600 / 608</p><p>USD 498 EUR 531</p>"), "USD 519 buy, USD 524 sell, EUR 600 buy, EUR 608 sell"),
    Widget("two columns under the bank's name", div("<p>Ұлттық банк</p>") + table("USD|519|524", "EUR|600|608", head="Валюта|Сатып алу|Сату"), "USD 519 buy, USD 524 sell, EUR 600 buy, EUR 608 sell"),
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
    Widget("the comma between two elements", div("<p>USD <b>119</b>,<i>83</i></p><p>EUR <b>151</b><u>,</u><i>42</i></p><p>RUB 4,38</p>"), WHOLE),
    Widget("a comma between two elements with whole figures", div("<p>Сатып алу, сату</p><p>USD <b>447</b>, <b>450</b></p><p>EUR <b>519</b>, <b>525</b></p>"), "USD 447 buy, USD 450 sell, EUR 519 buy, EUR 525 sell"),
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

MARKED = "USD 512.37, EUR 598.04, RUB 6.52"
MARKS = [
    Widget("an apostrophe before decimals", div("<p>USD 512'37</p><p>EUR 598'04</p><p>RUB 6'52</p>"), MARKED),
    Widget("other raised marks before decimals", div("<p>USD 512’37</p><p>EUR 598′04</p><p>RUB 6`52</p>"), MARKED),
    Widget("an apostrophe between groups", div("<p>USD 512.37</p><p>KWD 1'702.4</p>"), "USD 512.37, KWD 1702.4"),
    Widget("an apostrophe behind nought", div("<p>USD 512.37</p><p>UZS 0'042</p>"), "USD 512.37, UZS 0.042"),
    Widget("figures in marks", div("<p>USD '512.37'</p><p>EUR '598.04'</p>"), "USD 512.37, EUR 598.04"),
    Widget("a hyphen that may stand before decimals", div("<p>USD 512-37</p><p>EUR 598-04</p><p>RUB 6-52</p>")),
    Widget("other signs that may stand before decimals", div("<p>USD 512:37</p><p>EUR 598;04</p><p>GBP 684_15</p>")),
    Widget("an apostrophe before decimals in an element of their own", div("<p>USD 512'<sup>37</sup></p><p>EUR 598'<small>04</small></p><p>RUB 6'52</p>"), MARKED),
    Widget("commas of another script before decimals", div("<p>USD 512،37</p><p>EUR 598‚04</p><p>RUB 6،52</p>"), MARKED),
    Widget("a comma of another script between figures", div("<p>USD 512، EUR 598، RUB 6</p>"), "USD 512, EUR 598, RUB 6"),
    Widget("a day between", div("<p>USD 512.37</p><p>12/11</p><p>EUR 598.04</p>"), "USD 512.37, EUR 598.04"),
    Widget("a hyphen between buying and selling", div("<p>Сатып алу - сату</p><p>CNY 94-98</p><p>RUB 12-14</p>"), "CNY 94 buy, CNY 98 sell, RUB 12 buy, RUB 14 sell"),
]  # fmt: skip

SIDED = "USD 531.10 buy, USD 534.20 sell, EUR 622.00 buy, EUR 627.40 sell"
TENGE = [
    Widget("columns of tenge that buy and sell", table("USD|531,10 ₸|534,20 ₸", "EUR|622,00 ₸|627,40 ₸", head="|Сатып алу|Сату"), SIDED),
    Widget("columns of tenge in words", table("USD|531,10 теңге|534,20 теңге", "EUR|622,00 теңге|627,40 теңге", head="|Покупка|Продажа"), SIDED),
    Widget("the tenge's sign before two figures", table("USD|₸531.10|₸534.20", "EUR|₸622.00|₸627.40", head="|Сатып алу|Сату"), SIDED),
    Widget("English words over columns", table("USD|531.10|534.20", "EUR|622.00|627.40", head="|Buy|Sell"), SIDED),
    Widget("verbs over columns", table("USD|531.10|534.20", "EUR|622.00|627.40", head="|Сатып аламыз|Сатамыз"), SIDED),
    Widget("one English word over columns", table("USD|531.10|534.20", "EUR|622.00|627.40", head="|Buy now|")),
    Widget("a flood's name over one column", table("USD|531.10", "EUR|622.00", head="Сел|Бағамы"), "USD 531.10, EUR 622.00"),
    Widget("two columns of tenge without a word", table("USD|531,10 ₸|534,20 ₸", "EUR|622,00 ₸|627,40 ₸", head="||")),
    Widget("a figure without tenge behind one with it", table("USD|531,10 ₸|17", "EUR|622,00 ₸|18", head="|Бағамы|Банк саны"), "USD 531.10, EUR 622.00"),
]  # fmt: skip

CROSSED = "USD 508.3, EUR 591.6, RUB 6.35"
CROSS = [
    Widget("a pair of others between", table("USD|508.3", "EUR/USD|1.1639", "EUR|591.6", "USD / RUB|80.05", "RUB|6.35"), CROSSED),
    Widget("a pair of others behind with its change", div("USD 508.3 EUR 591.6 RUB 6.35 EUR/USD 1.1639 (+0.0012)"), CROSSED),
    Widget("a pair of others before", table("EUR/USD|1.1639", "USD|508.3", "EUR|591.6", "RUB|6.35"), CROSSED),
    Widget("units before a pair of others", div("USD 508.3 EUR 591.6 100 JPY/USD 0.64 RUB 6.35"), CROSSED),
    Widget("nothing but pairs of others", table("EUR/USD|1.1639", "GBP/USD|1.3412", name="kurs")),
    Widget("a pair in the menu of a converter", "<select><option>USD 508.3</option><option>EUR/USD 1.1639</option><option>EUR 591.6</option></select>", "USD 508.3, EUR 591.6"),
    Widget("rates in roubles", div("<p>1 USD = 81.2 RUB</p><p>1 EUR = 94.1 RUB</p>")),
    Widget("signs before and codes behind", div("<p>$ 508.3 USD</p><p>€ 591.6 EUR</p><p>₽ 6.35 RUB</p>"), CROSSED),
    Widget("one rate in dollars among those in tenge", div("<p>1 USD = 508.3 KZT</p><p>1 EUR = 591.6 KZT</p><p>1 EUR = 1.16 USD</p><p>1 RUB = 6.35 KZT</p>"), CROSSED),
    Widget("pairs with the tenge", table("USD/KZT|508.3", "EUR/KZT|591.6", "RUB/KZT|6.35"), CROSSED),
    Widget("two currencies with their two figures", div("<p>USD/EUR</p><p>508.3 / 591.6</p>"), "USD 508.3, EUR 591.6"),
    Widget("three currencies with their three figures", div("USD/EUR/RUB 508.3/591.6/6.35"), CROSSED),
    Widget("a pair behind its figure", div("508.3 USD 591.6 EUR 1.1639 EUR/USD 6.35 RUB"), CROSSED),
]  # fmt: skip


TWO = "USD 508.3, EUR 591.6"
PRICES = [
    Widget("a price in dollars behind", div("<p>USD 508.3</p><p>EUR 591.6</p><p>BTC $91 250</p>"), TWO),
    Widget("a price in dollars before", div("<p>Brent $61.8</p><p>USD 508.3</p><p>EUR 591.6</p>"), TWO),
    Widget("a price in dollars among signs", div("<p>Алтын $ 4118</p><p>$ 508.3</p><p>€ 591.6</p>"), TWO),
    Widget("names of one bank before signs", div("<p>Арна $ 508.3</p><p>Арна € 591.6</p>"), TWO),
    Widget("a label before signs", div("<p>Курс $ 508.3</p><p>Курс € 591.6</p>"), TWO),
    Widget("a name before a code", div("<p>Арна USD 508.3</p><p>Арна EUR 591.6</p><p>USD 507</p>"), TWO),
    Widget("units with a word in brackets", div("<p>USD 508.3</p><p>JPY (за 100) 331.5</p><p>UZS (100 бірлік) 4.2</p>"), "USD 508.3, JPY 331.5 /100, UZS 4.2 /100"),
    Widget("a change of one before the next code", div("USD 508.3 +1 EUR 591.6 +10 RUB 6.35"), "USD 508.3 (1), EUR 591.6 (10), RUB 6.35"),
    Widget("a change of one in brackets", div("<p>USD 508.3 (+1)</p><p>EUR 591.6 (-1)</p>"), "USD 508.3 (1), EUR 591.6 (-1)"),
]  # fmt: skip


def panes(first: str, second: str, tabs: str = "") -> str:
    rows = [f"<p>USD <b>{dollar}</b></p><p>EUR <b>{euro}</b></p>" for dollar, euro in (("531.10", "622.00"), ("534.20", "627.40"))]
    return div(f"{tabs}<div><div {first}>{rows[0]}</div><div {second}>{rows[1]}</div></div>")


TABS = '<ul><li><a href="#t1">Сатып алу</a></li><li><a href="#t2">Сату</a></li></ul>'
BY_PANE = "USD 531.10 buy, EUR 622.00 buy, USD 534.20 sell, EUR 627.40 sell"
PANES = [
    Widget("panes that call themselves buy and sell", panes('id="buy"', 'id="sell"', TABS), BY_PANE),
    Widget("panes by their classes without a word", panes('class="pane buy"', 'class="pane sell"'), BY_PANE),
    Widget("panes that tabs open", panes('id="t1"', 'id="t2"', TABS), BY_PANE),
    Widget("panes that buttons open", panes('id="t1"', 'id="t2"', '<button data-target="#t1">Сатып алу</button><button data-target="#t2">Сату</button>'), BY_PANE),
    Widget("a hidden pane", panes('id="t1"', 'id="t2" style="display:none"', TABS), BY_PANE),
    Widget("tabs that open something else", panes('id="p1"', 'id="p2"', TABS), "USD 531.10, EUR 622.00"),
    Widget("tabs of two banks", panes('id="t1"', 'id="t2"', TABS.replace("Сатып алу", "Көпір банкі").replace("Сату", "Арна банкі")), "USD 531.10, EUR 622.00"),
    Widget("one pane that is named after buying", panes('class="buy"', 'class="more"'), "USD 531.10, EUR 622.00"),
]  # fmt: skip

FLAGS = [
    Widget("a picture's title", table('<img src="/i/us.png" title="АҚШ доллары">|508.3', '<img src="/i/2.png" alt="" title="Еуро">|591.6', '<img src="/i/3.png" title="Ресей рублі">|6.35'), CROSSED),
    Widget("a picture's title that says more", table('<img src="/i/us.png" title="АҚШ доллары">|508.3', '<img src="/i/2.png" title="Еуро аймағының жаңалықтары">|591.6'), ""),
    Widget("pictures that are loaded later", table('<img data-lazy-src="/flags/us.png" src="data:image/gif;base64,R0">|508.3', '<img data-lazy-src="/flags/eu.png" src="data:image/gif;base64,R0">|591.6'), TWO),
    Widget("English names", div("US Dollar 508.3 KZT Euro 591.6 KZT 100 Yen 331.5 KZT Swiss Franc 640.2 KZT"), "USD 508.3, EUR 591.6, JPY 331.5 /100, CHF 640.2"),
    Widget("dollars of other countries in English", div("Australian Dollar 331.2 KZT US Dollar 508.3 KZT Hong Kong Dollar 65.1 KZT"), "AUD 331.2, USD 508.3, HKD 65.1"),
]  # fmt: skip


def under_headings(head: str, *, tag: str = "h4") -> str:
    dollar, euro = (table(cash, card, head=head) for cash, card in (("Касса|520|525", "Карта|519|526"), ("Касса|600|608", "Карта|599|609")))
    return div(f"<h3>Көпір банкі</h3><{tag}>USD</{tag}>{dollar}<{tag}>EUR</{tag}>{euro}", "rates")


BY_CURRENCY = "USD 520 buy, USD 525 sell, EUR 600 buy, EUR 608 sell"
HEADED = [
    Widget("a table under the heading of each currency", under_headings("|Сатып алу|Сату"), BY_CURRENCY),
    Widget("cells in place of heads", under_headings("|Сатып алу|Сату").replace("<th>", "<td>").replace("</th>", "</td>"), ""),
    Widget("a figure over its currency", div("<div><b>508.3</b><h5>USD</h5></div><div><b>591.6</b><h5>EUR</h5></div>"), TWO),
]
EVERY = (*TABLES, *OFFICIAL, *DECIMALS, *BESIDE, *PAIRS, *MARKS, *TENGE, *CROSS, *PRICES, *PANES, *FLAGS, *HEADED)


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in EVERY])
def test_a_header_shows(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says


@pytest.mark.parametrize(
    ("box", "shows"),
    [
        ("<amp-sidebar id='sb' layout='nodisplay'>{}</amp-sidebar>", ""),
        ("<amp-lightbox id='lb' layout='nodisplay'>{}</amp-lightbox>", ""),
        ("<dialog>{}</dialog>", ""),
        ("<dialog open>{}</dialog>", RATED),
        ("<aside>{}</aside>", RATED),
    ],
)
def test_nobody_sees_what_is_yet_to_be_opened(box: str, shows: str) -> None:
    assert shown(page(box.format(div("USD 447.5 EUR 519.2 RUB 5.11")))) == shows

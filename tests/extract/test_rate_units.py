# ruff: noqa: E501
"""How many units a rate is for: a nominal is never taken for the rate, whatever words stand beside it."""

from __future__ import annotations

import pytest

from tests.extract.test_rates import Widget, div, shown, spans, table, ul
from tests.support.small_pages import page

TWO = "USD 524.27, EUR 553.68"
USD, EUR = "USD 524,27", "EUR 553,68"


def slides(*rows: str) -> str:
    return div("".join(f'<div class="slide">{spans(*row.split("|"))}</div>' for row in rows))


KNOWN = [
    Widget("names in Arabic script", slides("USD|1 اقش دوللارى|524,27|+0,4", "KGS|10 قىرعىز سومى|59,9|+0,1", "UZS|100 وزبەك سۋمى|4,31|-0,02"), "USD 524.27 (0.4), KGS 59.9 /10 (0.1), UZS 4.31 /100 (-0.02)"),
    Widget("names in Latin script", slides("USD|1 AQSh dollary|524,27", "KGS|10 qyrǵyz somy|59,9", "UZS|100 ózbek sýmy|4,31", "JPY|100 japon ıenasy|352,1"), "USD 524.27, KGS 59.9 /10, UZS 4.31 /100, JPY 352.1 /100"),
]  # fmt: skip
UNKNOWN = [
    Widget("a name of several currencies", slides("USD|1 доллар|524,27|+0,4", "KRW|100 вон|37,1|+0,2", "AMD|10 драм|13,8|-0,1"), "USD 524.27 (0.4), KRW 37.1 /100 (0.2), AMD 13.8 /10 (-0.1)"),
    Widget("a word that is no name", slides("USD|524,27", "UZS|100 дана|4,31"), "USD 524.27, UZS 4.31 /100"),
    Widget("all in one text", ul(USD, "KRW 100 вон 37,1 (+0,2)", EUR), "USD 524.27, KRW 37.1 /100 (0.2), EUR 553.68"),
    Widget("cells of their own", table("USD|1 доллар|524,27", "KRW|100 вон|37,1", "IRR|1000 риал|12,4"), "USD 524.27, KRW 37.1 /100, IRR 12.4 /1000"),
    Widget("before the code", ul("<i>100 вон</i><b>KRW</b> 37,1", f"<i>1 доллар</i>{USD}", f"<i>1 еуро</i>{EUR}"), f"KRW 37.1 /100, {TWO}"),
    Widget("before the code in a cell", table("100 вон|KRW|37,1", "1 доллар|USD|524,27", "1 еуро|EUR|553,68"), f"KRW 37.1 /100, {TWO}"),
    Widget("before a code in brackets", ul("100 вон (KRW) 37,1", f"1 доллар ({USD[:3]}) 524,27", "1 еуро (EUR) 553,68"), f"KRW 37.1 /100, {TWO}"),
    Widget("a count of something else before the dollar", div(f"<p>10 минут</p><p>{USD}</p><p>{EUR}</p>"), TWO),
    Widget("a day before the first code", div("<p>10 қараша</p><p>KGS</p><p>5,99</p><p>USD</p><p>524,27</p>"), "KGS 5.99, USD 524.27"),
]  # fmt: skip
BARE = [
    Widget("too much for a change", ul(USD, "AMD 10 13,8", EUR), "USD 524.27, AMD 13.8 /10, EUR 553.68"),
    Widget("one unit of one currency", table("USD|524,27", "KGS|1|5,99", "EUR|553,68"), "USD 524.27, KGS 5.99, EUR 553.68"),
    Widget("units or a rate with its change", table("USD|524,27|0,4", "AED|100|0,5", "EUR|553,68|0,3"), TWO),
    Widget("a rate with a signed change", table("USD|524,27|+0,4", "AED|100|+0,5", "EUR|553,68|-0,3"), "USD 524.27 (0.4), AED 100 (0.5), EUR 553.68 (-0.3)"),
    Widget("beside two sides", table("USD|524,27|528", "KRW|100|37,1|38,2", "EUR|553,68|560", head="Валюта|Алу|Сату"), "USD 524.27 buy, USD 528 sell, KRW 37.1 /100 buy, KRW 38.2 /100 sell, EUR 553.68 buy, EUR 560 sell"),
    Widget("round sides", table("USD|524|528", "CNY|100|102", head="Валюта|Алу|Сату"), "USD 524 buy, USD 528 sell, CNY 100 buy, CNY 102 sell"),
    Widget("an equation", ul("USD 1 = 524,27 ₸", "KRW 100 = 37,1 ₸"), "USD 524.27, KRW 37.1 /100"),
    Widget("a figure elsewhere", div("<div>USD 524,27</div><div>EUR 553,68</div><div>KGS 10</div><div>345</div>"), TWO),
    Widget("sums alone", ul("USD 100", "EUR 100")),
    Widget("one unit alone", ul(USD, "KGS 1", EUR), TWO),
]  # fmt: skip
GROUPED = [
    Widget("more than any currency is worth", ul(USD, "JPY 100 352,1", EUR), "USD 524.27, JPY 352.1 /100, EUR 553.68"),
    Widget("one unit of each", ul("USD 1 524,27", "EUR 1 553,68", "RUB 1 6,45"), "USD 524.27, EUR 553.68, RUB 6.45"),
    Widget("thousands", ul("USD 1 124,27", "EUR 1 253,68", "RUB 14,45"), "USD 1124.27, EUR 1253.68, RUB 14.45"),
    Widget("more than any currency is worth, and no nominal", ul(USD, "JPY 27 352,1", EUR), TWO),
]  # fmt: skip

EVERY = [*KNOWN, *UNKNOWN, *BARE, *GROUPED]


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in EVERY])
def test_a_nominal_is_no_rate(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says

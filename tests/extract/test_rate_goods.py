# ruff: noqa: E501
"""Gold, oil and the like among rates: what they cost is no currency's, and takes no rate away; the day in the head of a table."""

from __future__ import annotations

import pytest

from tests.extract.test_rates import Widget, div, shown, table, ul
from tests.support.small_pages import page

TWO = "USD 524.27, EUR 553.68"
SIDES = "USD 521 buy, USD 526 sell, EUR 550 buy, EUR 556 sell, RUB 5.6 buy, RUB 5.8 sell"
ROWS = ("USD|521|526", "EUR|550|556", "RUB|5,6|5,8")
HEAD = "22.11|Сатып алу|Сату"


def typed(*lines: str) -> str:
    return div(f"<h4>Бағам</h4><div>{'<br>'.join(lines)}</div>")


TYPED = ("$ 524,27 ↑", "€ 553,68 ↓")
GOODS = [
    Widget("gold by the gram", typed(*TYPED, "Алтын 18 103 тг/гр"), TWO),
    Widget("silver before them", typed("Күміс 395 тг/гр", *TYPED), TWO),
    Widget("silver between them", typed(TYPED[0], "Күміс 395 тг/гр", TYPED[1]), TWO),
    Widget("oil in dollars", typed(*TYPED, "Мұнай 64,2 $/барр."), TWO),
    Widget("petrol and bread", typed(*TYPED, "АИ-92 195 тг/л", "Нан 160 теңге"), TWO),
    Widget("one rate beside gold", typed("$ 524,27", "Алтын 18 103 тг/гр")),
    Widget("a sentence about one of them", typed(*TYPED, "Доллар 530 теңгеге дейін өседі")),
    Widget("a price with what became of it", typed(*TYPED, "Жазылым 999 $ болды")),
]  # fmt: skip
TABLES = [
    Widget("oil and gold below a head with a day", table(*ROWS, "Brent|74,23 $", "Алтын, 1 гр|42 310|43 904", head=HEAD), SIDES),
    Widget("silver below oil", table(*ROWS, "Brent|74,23 $", "Күміс, 1 гр|395|402", head="Валюта|Сатып алу|Сату"), SIDES),
    Widget("oil at the end", table(*ROWS, "Brent|74,23 $", head=HEAD), SIDES),
    Widget("oil between rates", table("USD|524,27", "Brent|74,23 $", "EUR|553,68", head="22.11|Бағам"), TWO),
    Widget("a sign of money that is a rate's name", ul("<b>Бүгін</b>", "<b>524,27</b> $", "<b>553,68</b> €"), TWO),
    Widget("figures before their names, one like a day", ul("<p>12.11</p><p>UAH</p>", "<p>524,27</p><p>USD</p>"), "UAH 12.11, USD 524.27"),
    Widget("oil and gold alone", table("Brent|74,23 $", "Алтын|2 650 $", head=HEAD)),
]  # fmt: skip


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in (*GOODS, *TABLES)])
def test_a_header_shows(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says

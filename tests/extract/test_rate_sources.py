# ruff: noqa: E501
"""Rates of several sources in one widget: banks side by side in a table, panes of which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.test_rates import Widget, div, shown, spans, table
from tests.support.small_pages import page

if TYPE_CHECKING:
    from collections.abc import Sequence

BUY_SELL = "<th>сатып алу</th><th>сату</th>"
QUOTED = (("USD", "474,50", "478,90", "475,10", "478,20"), ("EUR", "500,20", "506,80", "501,00", "506,10"))
FIRST = "USD 474.50 buy, USD 478.90 sell, EUR 500.20 buy, EUR 506.80 sell"


def banks(first: str, second: str, asked: str = BUY_SELL * 2, quoted: Sequence[Sequence[str]] = QUOTED) -> str:
    """Return a table with a head of two rows: names, each over two columns, and what these are."""
    names = f'<th rowspan="2">Валюта</th><th colspan="2">{first}</th><th colspan="2">{second}</th>'
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in quoted)
    return f"<table><tr>{names}</tr><tr>{asked}</tr>{rows}</table>"


BANKS = [
    Widget("two banks", banks("Көпір банкі", "Арна банкі"), FIRST),
    Widget("two banks that sell first", banks("Көпір банкі", "Арна банкі", "<th>сату</th><th>сатып алу</th>" * 2, [("USD", "478,90", "474,50", "478,20", "475,10"), ("EUR", "506,80", "500,20", "506,10", "501,00")]), "USD 478.90 sell, USD 474.50 buy, EUR 506.80 sell, EUR 500.20 buy"),
    Widget("the first bank lacks a currency", banks("Көпір банкі", "Арна банкі", quoted=[*QUOTED, ("RUB", "—", "—", "4,95", "5,25")]), FIRST),
    Widget("the second bank lacks a currency", banks("Көпір банкі", "Арна банкі", quoted=[*QUOTED, ("RUB", "4,95", "5,25", "—", "—")]), f"{FIRST}, RUB 4.95 buy, RUB 5.25 sell"),
    Widget("two days", banks("Кеше", "Бүгін")),
    Widget("two dates", banks("12.11.2025", "13.11.2025")),
    Widget("two cities", banks("Орал", "Атырау")),
    Widget("heads without a name", banks("", "")),
    Widget("columns that no word tells apart", banks("Көпір банкі", "Арна банкі", "<th>1</th><th>2</th>" * 2)),
    Widget("one side and something else", banks("Көпір банкі", "Арна банкі", "<th>сату</th><th>өзгерісі</th>" * 2)),
]  # fmt: skip

OFFICIAL, HEAD = "USD 476.80, EUR 503.15", "|алу|сату"
OWN, EXCHANGE = table("USD|476,80", "EUR|503,15"), table("USD|474,50|478,90", "EUR|500,20|506,80", head=HEAD)
OTHER = table("USD|471,50|473,90", "EUR|498,20|502,80", head=HEAD)
FAR = "<p>Толық кесте осында</p><p>Дереккөз туралы</p><p>Мұрағат беті</p>"
"""Parts two runs."""
LINKS = '<p><a href="#k1">{}</a> <a href="#k2">{}</a></p>'


def panes(one: str, other: str, first: str = "tab cur", second: str = "tab", links: str = LINKS) -> str:
    tabs = links.format("Ұлттық банк", "Айырбас орны")
    return div(f'{tabs}<div id="k1" class="{first}">{one}</div><div id="k2" class="{second}">{other}</div>', "kurs")


SIDES = LINKS.format("Сатып алу", "Сату")
PANES = [
    Widget("the National Bank's pane is open", panes(OWN, EXCHANGE), OFFICIAL),
    Widget("the other pane is open", panes(OWN, EXCHANGE, "tab", "tab active"), FIRST),
    Widget("the second of two banks is open", panes(OTHER, EXCHANGE, "tab-pane fade", "tab-pane fade show active"), FIRST),
    Widget("panes of the two sides", panes(spans("USD 476,80", "EUR 503,15"), spans("USD 478,90", "EUR 506,80"), links=SIDES), "USD 476.80 buy, EUR 503.15 buy, USD 478.90 sell, EUR 506.80 sell"),
    Widget("a currency in each pane", panes(table("USD|474,50|478,90", head=HEAD), table("EUR|500,20|506,80", head=HEAD)), FIRST),
    Widget("a pane that has more currencies", panes(OWN, EXCHANGE.replace("</table>", "<tr><td>CNY</td><td>65,1</td><td>67,4</td></tr></table>")), f"{OFFICIAL}, {FIRST}, CNY 65.1 buy, CNY 67.4 sell"),
    Widget("the open pane has no rates", panes("<p>Ауа райы</p>", EXCHANGE), FIRST),
    Widget("the other pane is open behind other lines", panes(OWN + FAR, EXCHANGE, "tab", "tab active"), FIRST),
    Widget("the National Bank's pane is open before other lines", panes(OWN + FAR, EXCHANGE), OFFICIAL),
    Widget("the open pane behind other lines has fewer currencies", panes(OWN + FAR, table("USD|474,50|478,90", head=HEAD), "tab", "tab active"), OFFICIAL),
    Widget("no pane is marked", panes(OWN, EXCHANGE, "tab", "tab"), f"{OFFICIAL}, {FIRST}"),
    Widget("both are marked", panes(OWN, EXCHANGE, "tab cur", "tab cur"), f"{OFFICIAL}, {FIRST}"),
    Widget("boxes of other names", panes(OWN, EXCHANGE, "bank active", "desk"), f"{OFFICIAL}, {FIRST}"),
]  # fmt: skip


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in (*BANKS, *PANES)])
def test_of_several_sources_one_counts(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says

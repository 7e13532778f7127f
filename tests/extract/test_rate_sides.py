# ruff: noqa: E501
"""Sides and currencies that the markup says: panes of tabs, attributes of panes and of custom elements."""

from __future__ import annotations

import pytest

from tests.extract.test_rates import Widget, div, shown, table
from tests.support.small_pages import page

BOUGHT, SOLD = ("USD 452.10", "EUR 489.30", "RUB 5.61"), ("USD 455.40", "EUR 494.80", "RUB 5.79")
BOTH = ", ".join([*(f"{said} buy" for said in BOUGHT), *(f"{said} sell" for said in SOLD)])
ONE = ", ".join(BOUGHT)
ONE_SIDE = ", ".join(f"{said} buy" for said in BOUGHT)
TABS = '<div role="tablist"><button role="tab">Сатып алу</button><button role="tab">Сату</button></div>'
LINKED = '<p><a href="#k1">Сатып алу</a><a href="#k2">Сату</a></p>'


def pane(said: tuple[str, ...], marks: str) -> str:
    return f"<div {marks}>{''.join(f'<span>{rate}</span> ' for rate in said)}</div>"


def panes(one: str, other: str, tabs: str = TABS, sold: tuple[str, ...] = SOLD) -> str:
    return div(f"{tabs}{pane(BOUGHT, one)}{pane(sold, other)}")


PANES = [
    Widget("an attribute of each pane", panes('data-side="buy"', 'data-side="sell"'), BOTH),
    Widget("an attribute of each pane without tabs", panes('data-type="buy"', 'data-type="sale"', tabs=""), BOTH),
    Widget("an attribute of one pane", panes('data-side="buy"', 'data-side="bank"', tabs=""), ONE),
    Widget("panes by their role", panes('role="tabpanel"', 'role="tabpanel"'), BOTH),
    Widget("panes by their class", panes('class="fx__pane"', 'class="fx__pane off"'), BOTH),
    Widget("boxes that nothing calls panes", panes('class="line"', 'class="line"'), ONE),
    Widget("three panes", panes('role="tabpanel"', 'role="tabpanel"') .replace("</div></div>", '</div><div role="tabpanel">Қала</div></div>'), ONE),
    Widget("panels of which one names both sides", div(pane(BOUGHT, 'class="panel"') + pane(("Сатып алу", "Сату", "Жаңа курс"), 'class="panel"')), ONE),
    Widget("panels of which one is official", div(TABS + pane(("Ресми курс", *BOUGHT), 'class="panel"') + pane(("Банк", *SOLD), 'class="panel"'))),
    Widget("panels of another make", div(TABS + pane(BOUGHT, 'class="panel"') + pane(("Қала", "Ауыл"), 'class="panel"')), ONE),
    Widget("panes of two banks", panes('role="tabpanel"', 'role="tabpanel"', TABS.replace("Сатып алу", "Көпір банкі").replace("Сату", "Арна банкі")), ONE),
    Widget("panes of two cities", panes('role="tabpanel"', 'role="tabpanel"', TABS.replace("Сатып алу", "Орал").replace("Сату", "Атырау")), ONE),
]  # fmt: skip

HIDDEN = [
    Widget("a hidden pane that a tab opens", panes('id="k1"', 'id="k2" hidden', LINKED), BOTH),
    Widget("a hidden pane by its class", panes('class="tab-pane"', 'class="tab-pane hide"'), BOTH),
    Widget("a hidden pane that is named after selling", panes('class="buy"', 'class="sell" style="display:none"', tabs=""), BOTH),
    Widget("a hidden box that no tab opens", panes('id="k1"', 'id="k3" hidden', LINKED), ONE_SIDE),
    Widget("a hidden pane of another year", panes('id="k1"', 'id="k2" hidden', LINKED, ("USD 185.40", "EUR 254.80", "RUB 5.79")), ONE_SIDE),
    Widget("a hidden pane with the same figures", panes('id="k1"', 'id="k2" hidden', LINKED, BOUGHT), ONE_SIDE),
    Widget("a hidden pane that sells for less", panes('id="k1"', 'id="k2" hidden', LINKED, ("USD 450.40", "EUR 487.80", "RUB 5.5")), ONE_SIDE),
    Widget("a hidden pane of other currencies", panes('id="k1"', 'id="k2" hidden', LINKED, ("USD 455.40", "EUR 494.80", "CNY 63.2")), ONE_SIDE),
    Widget("a hidden pane of noughts", panes('id="k1"', 'id="k2" hidden', LINKED, ("USD 0", "EUR 0", "RUB 0")), ONE_SIDE),
    Widget("a hidden pane beside official rates", panes('id="k0"', 'id="k2" hidden', LINKED), ONE),
    Widget("nothing but hidden panes", panes('id="k1" hidden', 'id="k2" hidden', LINKED)),
]  # fmt: skip


def own(*rates: str, tag: str = "fx-rate", other: str = "") -> str:
    """Return custom elements, of "USD buy 452.10" one with these attributes and this text."""
    parts = (rate.split() for rate in rates)
    return "".join(f'<{tag} currency="{code}" side="{side}"{other}>{value}</{tag}>\n' for code, side, value in parts)


OWN = [
    Widget("side and currency of custom elements", f"<fx-board>{own('USD buy 452.10', 'USD sell 455.40', 'EUR buy 489.30', 'EUR sell 494.80')}</fx-board>", "USD 452.10 buy, USD 455.40 sell, EUR 489.30 buy, EUR 494.80 sell"),
    Widget("one side after the other", f"<fx-board>{own('USD buy 452.10', 'EUR buy 489.30', 'RUB buy 5.61', 'USD sell 455.40', 'EUR sell 494.80', 'RUB sell 5.79')}</fx-board>", BOTH),
    Widget("figures in an element of their own", f"<fx-board>{own('USD buy <b>452.10</b>', 'EUR buy <b>489.30</b>', 'USD sell <b>455.40</b>', 'EUR sell <b>494.80</b>')}</fx-board>", "USD 452.10 buy, EUR 489.30 buy, USD 455.40 sell, EUR 494.80 sell"),
    Widget("a code alone", '<fx-board><fx-rate code="USD">452.10</fx-rate> <fx-rate code="EUR">489.30</fx-rate></fx-board>', "USD 452.10, EUR 489.30"),
    Widget("one side alone", f"<fx-board>{own('USD buy 452.10', 'EUR buy 489.30')}</fx-board>", "USD 452.10, EUR 489.30"),
    Widget("two figures of one side", f"<fx-board>{own('USD buy 452.10', 'USD buy 452.40', 'EUR buy 489.30', 'EUR buy 489.90')}</fx-board>"),
    Widget("what things cost", own("USD sale 24.90", "EUR sale 22.50", tag="item-price")),
    Widget("what one thing costs in several moneys", own("KZT sale 11990", "USD sale 24.90", "RUB sale 2190", tag="item-price")),
    Widget("codes of other things", "<odds-line><odd-cell code='P1'>452.10</odd-cell> <odd-cell code='X'>489.30</odd-cell></odds-line>"),
    Widget("coins", own("BTC buy 452.10", "ETH buy 489.30")),
    Widget("weights", "<lift-row><lift-cell code='KG'>152.5</lift-cell> <lift-cell code='KG'>187.5</lift-cell></lift-row>"),
    Widget("classes of single figures", table('USD|<b class="buy">452.10</b>', 'EUR|<b class="buy">489.30</b>', 'USD|<b class="sell">455.40</b>', 'EUR|<b class="sell">494.80</b>'), "USD 452.10 buy, EUR 489.30 buy, USD 455.40 sell, EUR 494.80 sell"),
    Widget("a class of one side", table('USD|<b class="sale">452.10</b>', 'EUR|<b class="sale">489.30</b>'), "USD 452.10, EUR 489.30"),
]  # fmt: skip


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in (*PANES, *HIDDEN, *OWN)])
def test_markup_says_the_side(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says


def test_attributes_name_currencies_on_a_large_page_as_well() -> None:
    many = "".join(f"<div class='c{number}'><p>{number}</p></div>" for number in range(400))
    assert shown(page(OWN[0].markup, many)) == OWN[0].says

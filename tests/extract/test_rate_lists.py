# ruff: noqa: E501
"""Currencies and figures in lists side by side, copies for small screens, rates that are struck out, prices in dollars."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read


def shown(markup: str) -> str:
    return ", ".join(
        f"{rate.currency} {rate.value}{'' if rate.side == 'official' else f' {rate.side}'}" for rate in read(page(markup)).rates
    )


def lists(*columns: str, names: tuple[str, ...] = ()) -> str:
    """Return lists side by side, each with the class at its place in `names`."""
    named = [*(f' class="{name}"' for name in names), *[""] * len(columns)]
    items = ["".join(f"<li>{text}</li>" for text in column.split("|")) for column in columns]
    return f'<div class="fx">{"".join(f"<ul{name}>{column}</ul>" for name, column in zip(named, items, strict=False))}</div>'


def line(text: str) -> str:
    return f'<div class="top">{text}</div>'


def table(*rows: str) -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


BOTH = "USD 519.6 buy, EUR 609 buy, USD 522.4 sell, EUR 614 sell"
LISTS = [
    pytest.param(lists("Сатып алу|519.6|609", "&nbsp;|USD|EUR", "Сату|522.4|614"), BOTH, id="names between"),
    pytest.param('<div class="top"><i>+31</i><i>+27</i></div>' + lists("Сатып алу|519.6|609", "&nbsp;|USD|EUR", "Сату|522.4|614"), BOTH, id="temperatures before"),
    pytest.param(lists("Сатып алу|519.6|609", "Сату|522.4|614", "USD|EUR"), BOTH, id="names behind"),
    pytest.param(lists("USD|EUR", "519.6|609", "522.4|614", names=("code", "buy", "sell")), BOTH, id="sides by the names of the lists"),
    pytest.param(lists("USD|EUR", "Ұлттық банк|520.6|611", "Сатып алу|519.6|609", "Сату|522.4|614"), f"USD 520.6, EUR 611, {BOTH}", id="with the official ones"),
    pytest.param(lists("519.6|609", "USD|EUR"), "USD 519.6, EUR 609", id="figures before names"),
    pytest.param(lists("519.6|609", "USD|EUR", "+0.4|-1.2"), "USD 519.6, EUR 609", id="figures before names, changes behind"),
    pytest.param(lists("1 USD|100 KGS", "519.6|606.5"), "USD 519.6, KGS 606.5", id="units before names"),
    pytest.param(lists("519.6|609", "USD|EUR", "522.4|614"), "", id="two figures without a word, names between"),
    pytest.param(lists("USD|EUR", "519.6|609", "522.4|614"), "", id="two figures without a word"),
    pytest.param(lists("Halyk|519.6|609", "USD|EUR", "Kaspi|522.4|614"), "", id="two banks"),
    pytest.param(lists("Кеше|519.6|609", "USD|EUR", "Бүгін|522.4|614"), "", id="two days"),
    pytest.param(lists("609|519.6|7.1", "USD|EUR"), "", id="a figure too many"),
]  # fmt: skip

SIDED = table("|Сатып алу|Сату", "USD|519.6|522.4", "EUR|609|614")
SIDED_SAYS = "USD 519.6 buy, USD 522.4 sell, EUR 609 buy, EUR 614 sell"
SMALL = line("<span>USD 519.6</span><span>EUR 609</span>")
APART = "".join(f"<p>{text}</p>" for text in ("Басты бет", "Редакция", "Байланыс", "Жарнама"))
COPIES = [
    pytest.param(SMALL + SIDED, SIDED_SAYS, id="right before"),
    pytest.param(SMALL + APART + SIDED, SIDED_SAYS, id="before"),
    pytest.param(SIDED + APART + SMALL, SIDED_SAYS, id="behind"),
    pytest.param(SMALL.replace("519.6", "520.1") + APART + SIDED, "USD 520.1, EUR 609", id="other figures"),
    pytest.param(SMALL, "USD 519.6, EUR 609", id="alone"),
]

PAST = [
    pytest.param("USD <s>517</s> 519.6 EUR <s>611</s> 609", "USD 519.6, EUR 609", id="struck out"),
    pytest.param("USD <del><i>517</i></del> 519.6 EUR <del><i>611</i></del> <ins>609</ins>", "USD 519.6, EUR 609", id="deleted, in an element more"),
    pytest.param("USD 519.6 <strike>517</strike> EUR 609 <strike>611</strike>", "USD 519.6, EUR 609", id="struck out behind"),
    pytest.param('USD <i class="old">517</i> 519.6 EUR <i class="old">611</i> 609', "USD 519.6, EUR 609", id="named as old"),
    pytest.param('USD <i style="text-decoration: line-through">517</i> 519.6 EUR <i style="text-decoration: line-through">611</i> 609', "USD 519.6, EUR 609", id="struck out by style"),
    pytest.param("<s>USD 517</s> <s>EUR 611</s>", "", id="all of them"),
    pytest.param('<b class="prev">USD 519.6</b> <b class="next">EUR 609</b>', "USD 519.6, EUR 609", id="slides before and behind"),
    pytest.param("USD <i>517</i> 519.6 EUR <i>611</i> 609", "", id="two figures without a word"),
]  # fmt: skip

PRICES = [
    pytest.param("ДОЛЛАР – <b>519,6</b>; ЕУРО – <b>609</b>; BITCOIN – <b>$91 204</b>; АЛТЫН (1 гр.) – <b>73 900</b>", "USD 519.6, EUR 609", id="the price of a coin"),
    pytest.param("ДОЛЛАР – 519,6; ЕУРО – 609; BITCOIN – $91 204", "USD 519.6, EUR 609", id="the price of a coin in one text"),
    pytest.param("<b>$ 519,6</b> <b>€ 609</b> <b>BTC</b> <b>$91 204</b>", "USD 519.6, EUR 609", id="the price of a coin behind signs"),
    pytest.param("<b>Brent $64,2</b> <b>$ 519,6</b> <b>€ 609</b>", "USD 519.6, EUR 609", id="the price of oil before"),
    pytest.param("<b>USD</b> 519,6 <b>EUR</b> 609 <b>RUB</b> 6,4 <b>Алтын</b> 4 102 $", "USD 519.6, EUR 609, RUB 6.4", id="the price of gold before its sign"),
    pytest.param("<b>$ 519,6</b> <b>€ 609</b>", "USD 519.6, EUR 609", id="no price"),
    pytest.param("<b>Halyk</b> <b>$ 519,6</b> <b>€ 609</b>", "USD 519.6, EUR 609", id="a name, and no other dollar"),
    pytest.param("<b>BTC $91 204</b> <b>Brent $64,2</b>", "", id="nothing but prices"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "says"), LISTS)
def test_figures_in_a_list_of_their_own(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize(("markup", "says"), COPIES)
def test_a_copy_with_one_side_is_no_official_rate(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize(("text", "says"), PAST)
def test_a_rate_that_was_replaced_is_none(text: str, says: str) -> None:
    assert shown(line(text)) == says


@pytest.mark.parametrize(("text", "says"), PRICES)
def test_what_something_costs_in_dollars_is_no_rate(text: str, says: str) -> None:
    assert shown(line(text)) == says


def test_a_flag_names_all_the_figures_of_its_row() -> None:
    row = '<div><img src="/flags/{}.svg" alt="{}"><i>Сатып алу</i> {} <i>Сату</i> {}</div>'
    rows = row.format("us", "USD", 519.6, 522.4) + row.format("eu", "EUR", 609, 614)
    assert shown(line(rows)) == SIDED_SAYS
    assert shown(line(rows.replace("Сатып алу", "Halyk").replace("Сату", "Kaspi"))) == ""


def test_the_raw_text_is_without_the_rate_that_was_replaced() -> None:
    rates = read(page(lists("1 USD<s>517.10</s><b>519.60</b>", "1 EUR<s>611.00</s><b>609.20</b>"))).rates
    assert [rate.raw for rate in rates] == ["USD 519.60", "EUR 609.20"]


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        pytest.param(("Сатып алу", "USD 519.6", "EUR 609", "Сату", "USD 522.4", "EUR 614"), BOTH, id="buying, selling"),
        pytest.param(
            ("Сату", "USD 522.4", "EUR 614", "Сатып алу", "USD 519.6", "EUR 609"),
            "USD 522.4 sell, EUR 614 sell, USD 519.6 buy, EUR 609 buy",
            id="selling, buying",
        ),
        pytest.param(("Сатып алу", "USD 519.6", "EUR 609", "Сату", "USD 722.4", "EUR 614"), "", id="figures of something else"),
        pytest.param(("Сатып алу", "USD 519.6", "EUR 609", "RUB 6.4", "Сату", "USD 522.4", "EUR 614"), "USD 519.6 buy, EUR 609 buy, RUB 6.4 buy, USD 522.4 sell, EUR 614 sell", id="one currency is not sold"),
        pytest.param(("KASE", "USD 519.6", "EUR 609", "Банктер", "USD 522.4", "EUR 614"), "USD 519.6, EUR 609", id="two sources"),
    ],
)
def test_a_heading_says_the_side_of_what_stands_below(texts: tuple[str, ...], says: str) -> None:
    assert shown(f'<div class="kurs">{"".join(f"<div>{text}</div>" for text in texts)}</div>') == says


@pytest.mark.parametrize("markup", ["<b>{}</b> USD 121,2 EUR 134,3", "<div>{}</div><div>USD 121,2</div><div>EUR 134,3</div>"])
def test_rates_in_roubles_are_none(markup: str) -> None:
    assert shown(line(markup.format("ЦБ РФ"))) == shown(line(markup.format("Ресей Орталық банкі"))) == ""
    assert shown(line(markup.format("Банк"))) == "USD 121.2, EUR 134.3"

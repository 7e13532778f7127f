# ruff: noqa: E501
"""Widgets of one page that belong together: the National Bank's rates beside a bank's, slides that are copies of others."""

from __future__ import annotations

import pytest

from tests.extract.test_rates import Widget, div, shown, table
from tests.support.small_pages import page

ARTICLE = "<!-- article -->"
"""Stands for the article between what a page shows before and behind it."""
OFFICIAL = "USD 521.4, EUR 603.15, RUB 6.44"
SIDED = "USD 518.2 buy, USD 524.8 sell, EUR 598 buy, EUR 608.5 sell, RUB 6.3 buy, RUB 6.6 sell"
LINE = div("<span>{}</span> <b>$</b> 521.4 <b>€</b> 603.15 <b>₽</b> 6.44", "bar")
HEAD = "Валюта|Сатып алады|Сатады"
BANK = '<section class="card"><h3>Көпір банкі</h3>' + table("USD|518.2|524.8", "EUR|598|608.5", "RUB|6.3|6.6", head=HEAD) + "</section>"
OTHER_BANK = BANK.replace("Көпір", "Арна").replace("524.8", "525.1")
FAR = BANK.replace("518.2", "368.2").replace("524.8", "374.8").replace("598", "428").replace("608.5", "436.5")

BANKS = [
    Widget("the bank's line above a table", LINE.format("ҚРҰБ:") + ARTICLE + BANK, f"{OFFICIAL}, {SIDED}"),
    Widget("the bank's line below a table", BANK + ARTICLE + LINE.format("Ұлттық банк:"), f"{SIDED}, {OFFICIAL}"),
    *(Widget(f"the bank's line named {name}", LINE.format(f"{name}:") + ARTICLE + BANK, f"{OFFICIAL}, {SIDED}") for name in ("ҚР Ұлттық Банкі", "Ұлттық Банктің бағамы", "Курс Нацбанка", "НБРК")),
    Widget("a table of more currencies", LINE.format("Ресми бағам:") + ARTICLE + BANK.replace("</table>", "<tr><td>CNY</td><td>72</td><td>75</td></tr></table>"), f"{OFFICIAL}, {SIDED}, CNY 72 buy, CNY 75 sell"),
    Widget("the table twice, for two screens", LINE.format("НБ РК:") + BANK + ARTICLE + BANK, f"{OFFICIAL}, {SIDED}"),
    Widget("a line that is nobody's", LINE.format("Бүгін:") + ARTICLE + BANK, OFFICIAL),
    Widget("a line that buys", LINE.format("Сатып алу:") + ARTICLE + BANK, "USD 521.4 buy, EUR 603.15 buy, RUB 6.44 buy"),
    Widget("tables of two banks", LINE.format("ҚРҰБ:") + ARTICLE + BANK + OTHER_BANK, OFFICIAL),
    Widget("tables of two banks and nothing official", BANK + OTHER_BANK + ARTICLE, SIDED),
    Widget("a table of another year", LINE.format("ҚРҰБ:") + ARTICLE + FAR, OFFICIAL),
    Widget("one currency in common", div("<p>Ұлттық банк: USD 521.4, CNY 73.3</p>") + ARTICLE + BANK, SIDED),
    Widget("a table without words", LINE.format("ҚРҰБ:") + ARTICLE + BANK.replace("Сатып алады", "").replace("Сатады", ""), OFFICIAL),
    Widget("a table of what somebody expects", LINE.format("ҚРҰБ:") + ARTICLE + BANK.replace("Көпір банкі", "Сарапшы болжамы"), OFFICIAL),
]  # fmt: skip


def slides(*texts: str, copy: str) -> str:
    """Return slides with copies of the last one before and of the first one behind."""
    own = "".join(f'<div class="slide">{text}</div>' for text in texts)
    before, behind = (f'<div class="slide {copy}">{text}</div>' for text in (texts[-1], texts[0]))
    return div(f"{before}{own}{behind}", "track")


ROW = ("<b>USD</b> 521.4", "<b>EUR</b> 603.15", "<b>RUB</b> 6.44")
CLONES = [
    *(Widget(f"copies named {name}", slides(*ROW, copy=name), OFFICIAL) for name in ("cloned", "slick-cloned", "splide__slide--clone", "swiper-slide-duplicate")),
    Widget("copies that nothing names", slides(*ROW, copy="item"), "RUB 6.44, USD 521.4, EUR 603.15"),
    Widget("nothing but what is named a copy", '<div class="bar-clone">' + slides(*ROW, copy="item") + "</div>", "RUB 6.44, USD 521.4, EUR 603.15"),
    Widget("a currency that only a copy has", '<div class="track"><p class="cloned">RUB 6.44</p><p>USD 521.4</p><p>EUR 603.15</p><p class="cloned">USD 521.4</p></div>', "RUB 6.44, USD 521.4, EUR 603.15"),
]  # fmt: skip


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in BANKS])
def test_official_rates_stay_beside_those_of_one_bank(widget: Widget) -> None:
    before, _, behind = widget.markup.partition(ARTICLE)
    assert shown(page(before, behind)) == widget.says


@pytest.mark.parametrize("widget", [pytest.param(widget, id=widget.name) for widget in CLONES])
def test_the_first_slide_that_is_no_copy_comes_first(widget: Widget) -> None:
    assert shown(page(widget.markup)) == widget.says

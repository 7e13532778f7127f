# ruff: noqa: E501
"""Widgets in long sidebars and menus, whose boxes are entered only where something in them may be one."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read

CARDS = "".join(
    f'<div class="card"><a href="/n/{number}">Ауданда жаңа мектеп салынып, оқушыларын қабылдады {number}</a><span>0{number % 9 + 1}.11</span></div>'
    for number in range(30)
)
MENU = "".join(f'<li><a href="/c/{number}">Бөлім атауы {number}</a></li>' for number in range(40))
THREE = "USD 524.27, EUR 553.68, RUB 5.22"


def items(*texts: str) -> str:
    return f'<ul class="b">{"".join(f"<li>{text}</li>" for text in texts)}</ul>'


WIDGETS = [
    pytest.param('<div class="b"><p>Тараз: 12 градус</p></div>', "taraz 12", id="the degree as a word"),
    pytest.param('<div class="b"><p>Тараз: минус 12</p></div>', "taraz -12", id="the sign as a word"),
    pytest.param('<div class="b"><p>تاراز: 12 گرادۋس</p></div>', "taraz 12", id="the degree as a word in Arabic letters"),
    pytest.param('<div class="b"><p>Таразда −3°, жел 2 м/с, ылғалдылық 71%</p></div>', "taraz -3", id="clauses"),
    pytest.param('<p class="b">🇺🇸 524,27 🇪🇺 553,68 🇷🇺 5,22</p>', THREE, id="flags drawn as letters"),
    pytest.param('<p class="b">💵 524,27 💶 553,68 🇷🇺 5,22</p>', THREE, id="banknotes"),
    pytest.param('<p class="b">💶 524,27 💷 553,68</p>', "", id="prices without a dollar"),
    pytest.param('<p class="b">💵 Жалақы 524,27 мың 💶 Несие 553,68 мың</p>', "", id="sums"),
    pytest.param(items('<img src="/flags/us.svg"> 524,27', '<img src="/flags/eu.svg"> 553,68', '<img src="/flags/ru.svg"> 5,22'), THREE, id="pictures of flags"),
    pytest.param(items('<i title="АҚШ доллары"></i> 524,27', '<i title="Еуро"></i> 553,68', '<i title="Ресей рублі"></i> 5,22'), THREE, id="titles"),
    pytest.param(items('<svg><use href="#i-usd"></use></svg> 524,27', '<svg><use href="#i-eur"></use></svg> 553,68', '<svg><use href="#i-rub"></use></svg> 5,22'), THREE, id="icons of a sheet"),
    pytest.param(items('<b class="sr-only">АҚШ доллары</b> 524,27', '<b class="sr-only">Еуро</b> 553,68', '<b class="sr-only">Ресей рублі</b> 5,22'), THREE, id="texts that are only read out"),
    pytest.param(items("524,27", "553,68", "5,22"), "", id="figures of nothing"),
    pytest.param(items("24.05", "25.05", "26.05"), "", id="days"),
]  # fmt: skip


@pytest.mark.parametrize(("widget", "says"), WIDGETS)
@pytest.mark.parametrize("box", ["<aside>{}{}</aside>", "<nav><ul>{}</ul>{}</nav>", "<header><ul>{}</ul>{}</header>"])
def test_a_widget_is_found_among_cards_and_menus(widget: str, says: str, box: str) -> None:
    for _ in range(2):  # what was met before is known
        found = read(page("", box.format(CARDS if "aside" in box else MENU, widget)))
        shown = [f"{one.city_key} {one.temperature}" for one in found.weather] + [f"{one.currency} {one.value}" for one in found.rates]
        assert ", ".join(shown) == says

# ruff: noqa: E501
"""Rates in a menu of the header that a button called so opens; what else is hidden says nothing."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read

FIRST, SECOND = (("USD", "523,0", "529,5"), ("EUR", "538,0", "548,0")), (("USD", "522,5", "530,0"), ("EUR", "537,2", "549,1"))
BOTH = "USD 523.0 buy, USD 529.5 sell, EUR 538.0 buy, EUR 548.0 sell"


def shown(markup: str) -> str:
    rates = read(page(markup)).rates
    return ", ".join(f"{rate.currency} {rate.value}{'' if rate.side == 'official' else f' {rate.side}'}" for rate in rates)


def bank(name: str, rows: tuple[tuple[str, ...], ...]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<div><p>{name}</p><table><tr><th></th><th>Алу</th><th>Сату</th></tr>{cells}</table></div>"


def menu(*boxes: str, opener: str = "<button>Валюта бағамы ▾</button>", box: str = '<div style="display: none">') -> str:
    return f"<div class='bar'><div>{opener}{box}{''.join(boxes)}</div></div></div>"


OPENED = [
    pytest.param(menu(bank("«Арқа»", FIRST)), BOTH, id="a bank"),
    pytest.param(menu(bank("«Арқа»", FIRST), bank("«Нұр»", SECOND)), BOTH, id="the first of two banks"),
    pytest.param(menu("<p>USD 523,1</p><p>EUR 604,2</p>", opener='<a href="#">Валюта</a>', box='<div class="hidden">'), "USD 523.1, EUR 604.2", id="official ones behind a link"),
    pytest.param(f"<p>USD 520,4 | EUR 601,3</p>{menu(bank('«Арқа»', FIRST))}", "USD 520.4, EUR 601.3", id="beside what is shown"),
]
CLOSED = [
    pytest.param(menu("<p>USD 0,00</p><p>EUR 0,00</p>"), id="noughts"),
    pytest.param(menu(bank("«Арқа»", FIRST), opener='<button aria-label="Мәзір">≡</button>'), id="a drawer"),
    pytest.param(menu(bank("«Арқа»", FIRST), opener="<button>Жарнама</button>"), id="a button of another name"),
    pytest.param(f"<div hidden>{menu(bank('«Арқа»', FIRST))}</div>", id="a button that is hidden as well"),
    pytest.param(f"<article><h2>Басқа</h2>{menu(bank('«Арқа»', FIRST))}</article>", id="in an article"),
]


@pytest.mark.parametrize(("markup", "says"), OPENED)
def test_a_button_called_so_opens_rates(markup: str, says: str) -> None:
    assert shown(markup) == says


@pytest.mark.parametrize("markup", CLOSED)
def test_what_else_is_hidden_says_nothing(markup: str) -> None:
    assert shown(markup) == ""

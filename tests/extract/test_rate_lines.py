# ruff: noqa: E501
"""Long lines of rates: a ticker's, and one in which wide gaps part the rates from what else a masthead says."""

from __future__ import annotations

from time import process_time

import pytest

from tests.extract.test_rates import said
from tests.support.small_pages import page, read

ROW = [("USD", "517.25", "+1.87"), ("EUR", "599.40", "-0.92"), ("RUB", "6.38", "+0.02"), ("CNY", "72.81", "+0.27"), ("GBP", "681.20", "+1.14"),
       ("KGS", "5.94", "+0.01"), ("TRY", "12.30", "-0.11"), ("AED", "140.80", "+0.42"), ("CHF", "642.70", "-0.38")]  # fmt: skip
SAYS = ", ".join(f"{code} {value} ({change.removeprefix('+')})" for code, value, change in ROW)
OTHERS = [("Brent", "64.12", "-0.41"), ("BTC", "91 250", "-2 140"), ("Алтын", "4102.50", "+12.30")]


def bar(markup: str) -> str:
    return page(f'<div class="bar"><div>{markup}</div></div>')


def items(shape: str, rows: list[tuple[str, str, str]]) -> list[str]:
    return [shape.format(code, value, change, f"{change[0]}{len(change)}.15%") for code, value, change in rows]


@pytest.mark.parametrize(
    ("shape", "between"),
    [
        ("<span><b>{}</b> {} <i>{} ({})</i></span>", " "),
        ('<a href="/kurs"><b>{}</b> {} <i>{} ({})</i></a>', " "),
        ("{} {} {} ({})", " "),
        ("{} {} {} ({})", " | "),
        ("{} {} {} ({})", " &nbsp;&bull;&nbsp; "),
        ("{} {} {} ({})", "&nbsp;&nbsp;&nbsp;"),
        ("<b>{}</b> {} {} ({})", " &nbsp; &nbsp; "),
    ],
)
def test_a_ticker_may_be_one_long_line(shape: str, between: str) -> None:
    for row in (ROW, ROW + OTHERS):
        assert ", ".join(map(said, read(bar(between.join(items(shape, row)))).rates)) == SAYS


WEATHER = "Семей: &ndash;12&deg; &nbsp; Аягөз: &ndash;14&deg;"
PAPER = "Газетімізге жазылу индексі &ndash; 65127, жарты жылға 3 150 тг. &nbsp;&nbsp; Жарнама бөлімі: 51&ndash;17&ndash;42"
NAMED = "Ұлттық банк: доллар &ndash; 517,25 тг., еуро &ndash; 599,40 тг., рубль &ndash; 6,38 тг., 100 иен &ndash; 336,10 тг."
GAP = " &nbsp;&nbsp;&nbsp; "


@pytest.mark.parametrize("gap", ["&nbsp;&nbsp;", "&emsp;&emsp;"])
def test_wide_gaps_part_items_with_one_currency_each(gap: str) -> None:
    items = ("Бүгін дүйсенбі, 3 қараша 2025 жыл", "Доллар 517,25", "Еуро 599,40", "Рубль 6,38", "Орал -3°С", f"{PAPER.replace('&nbsp;', '')}. Зейнеткерлерге жеңілдік бар")
    found = read(page(f"<marquee>{gap.join(items)}</marquee>"))
    assert ", ".join(map(said, found.rates)) == "USD 517.25, EUR 599.40, RUB 6.38"
    assert [(it.city, str(it.temperature)) for it in found.weather] == [("Орал", "-3")]


@pytest.mark.parametrize("tag", ["marquee", "div", "p"])
def test_wide_gaps_part_the_rates_from_what_else_a_line_says(tag: str) -> None:
    line = f"<{tag}><b>03.11.2025</b> &nbsp;&nbsp; {WEATHER}{GAP}{NAMED}{GAP}{PAPER}</{tag}>"
    found = read(page(f"<div>{line}</div>"))
    assert ", ".join(map(said, found.rates)) == "USD 517.25, EUR 599.40, RUB 6.38, JPY 336.10 /100"
    assert [(it.city, str(it.temperature)) for it in found.weather] == [("Семей", "-12"), ("Аягөз", "-14")]


LONG = "Сарапшылардың бағалауынша, аптаның соңына қарай ұлттық валюта тұрақталып, сұраныс пен ұсыныс теңеседі, ал экспортшылар түсімін сатуды жалғастырады"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"{WEATHER} {NAMED} {PAPER} {LONG}".replace("&nbsp;", ""), id="no gap"),
        pytest.param(f"{LONG}. Доллар &ndash; 517,25 тг., еуро &ndash; 599,40 тг.", id="a text with two figures"),
        pytest.param(f"Бүгін таңертең Ұлттық банк келесі бағамды белгіледі: {' '.join(items('{} {} {}', ROW))} {' '.join(items('{} {} {}', OTHERS))}", id="a sentence before"),
        pytest.param(" ".join(f"{name} ${figure} {change}" for name, figure, change in OTHERS * 4), id="nothing but prices"),
        pytest.param(" ".join(f"{name} {figure}" for name, figure in (("БРК", "14.25"), ("АЕК", "3932.00"), ("Инфляция", "12.60%"), ("KASE", "7104.62")) * 5), id="nothing but indexes"),
        pytest.param(" ".join(f"Ұн {at}.50 кг $ {at}.10 € {at}.30" for at in range(1, 14)), id="prices of goods"),
    ],
)  # fmt: skip
def test_other_long_lines_say_no_rates(line: str) -> None:
    assert read(bar(line)).rates == []


def of_days(between: str, name: str = "{:02}.11") -> str:
    return between.join(f"{name.format(day, 'АБВГДЕЖЗИ'[day - 1])} USD {510 + day}.5 EUR {590 + day}.4" for day in range(1, 10))


@pytest.mark.parametrize(
    ("line", "shows"),
    [
        pytest.param(of_days(" "), "", id="days"),
        pytest.param(of_days(" ", "{:02}:00"), "", id="hours"),
        pytest.param(of_days(" | "), "", id="days between bars"),
        pytest.param(of_days(" &nbsp;&nbsp; "), "", id="days between gaps"),
        pytest.param(of_days(" | ", "Көпір-{1}"), "", id="offices between bars"),
        pytest.param("USD 517.25 | EUR 599.40 | Арна USD 518.5 | EUR 601", "", id="two banks in a short line"),
        pytest.param("USD 517.25 | EUR 599.40 | USD 517.25 | EUR 599.40", "USD 517.25, EUR 599.40", id="the same twice"),
        pytest.param("USD 517.25 | EUR 599.40 | RUB 6.38 | 🛢 64,11 $ | ₿ 91 350 $", "USD 517.25, EUR 599.40, RUB 6.38", id="prices behind"),
    ],
)  # fmt: skip
def test_a_line_of_several_days_or_banks_says_no_rate(line: str, shows: str) -> None:
    assert ", ".join(map(said, read(bar(line)).rates)) == shows


def test_a_long_line_may_stand_in_a_folded_sidebar() -> None:
    line = f"<marquee>{' '.join(items('{} {} {}', ROW))}</marquee>"
    menu = "".join(f'<li><a href="/{at}">Айдар {at}</a></li>' for at in range(40))
    assert ", ".join(map(said, read(page(after=f'<div class="sidebar"><ul>{menu}</ul><div>{line}</div></div>')).rates)) == SAYS


@pytest.mark.parametrize("between", [" ", " &nbsp;&nbsp; ", " | "])
def test_many_long_lines_take_no_time(between: str) -> None:
    lines = f"<div>{between.join(items('{} {} {} ({})', ROW + OTHERS))}</div>{'<p>Басқа</p>' * 3}" * 1500
    begin = process_time()
    read(page(lines))
    assert process_time() - begin < 2  # the first lines are read

# ruff: noqa: E501
"""Lines of a masthead that say several things side by side (kznews/extract/strips.py)."""

from __future__ import annotations

import pytest

from tests.support.small_pages import page, read

RATES = [("USD", "427.6"), ("EUR", "458.3"), ("RUB", "7.02")]
SIDES = [("USD", "427.6"), ("USD", "429"), ("EUR", "458.3"), ("EUR", "460")]
CITY = [("Петропавл", "19")]


@pytest.mark.parametrize(
    ("line", "rates", "weather"),
    [
        ("8 маусым 2022 · Петропавл +19°C · USD 427.6 · EUR 458.3 · RUB 7.02", RATES, CITY),
        ("Петропавл +19°C • USD 427.6 • EUR 458.3 • RUB 7.02 • 8 маусым", RATES, CITY),
        ("USD 427.6 | EUR 458.3 | RUB 7.02 | Петропавл +19°C", RATES, CITY),
        ("8 маусым 2022 | <b>Петропавл</b> <i>+19°</i> | USD <b>427.6</b> EUR <b>458.3</b> RUB <b>7.02</b>", RATES, CITY),
        ("Петропавл +19 | <i class='icon-usd'></i> 427.6 <i class='icon-eur'></i> 458.3 <i class='icon-rub'></i> 7.02", RATES, []),
        ("Петропавл +19°C · USD 427.6 / 429 · EUR 458.3 / 460", SIDES, CITY),
        ("<b>USD</b> <i>427.6</i> | <i>429</i> · <b>EUR</b> <i>458.3</i> | <i>460</i>", [], []),
        ("8 маусым 2022 · Петропавлда +19°C болады · USD 427.6 теңге тұрады · EUR 458.3 теңгеге түсті", [], []),
        ("Ертең Петропавл +19°C · Кеше USD 427.6", [], []),
    ],
)
def test_each_part_of_a_line_is_read_by_itself(line: str, rates: list[tuple[str, str]], weather: list[tuple[str, str]]) -> None:
    found = read(page(before=f'<header><a class="brand">Дерек</a><div class="meta-h">{line}</div></header>'))
    assert [(rate.currency, str(rate.value)) for rate in found.rates] == rates
    assert [(it.city, str(it.temperature)) for it in found.weather] == weather


@pytest.mark.parametrize(
    ("line", "rates", "weather"),
    [
        ("Ақтау +4 | USD 512,3 | 03.11.2025 | 09:41 <span>|</span> № 116 (20 841) | 18+", [("USD", "512.3")], [("Ақтау", "4")]),
        ("Ақтау −4 · USD 512,3 · 09:41", [("USD", "512.3")], [("Ақтау", "-4")]),
        ("Ақтау +35 | Орал +20 | 03.11.2025", [], []),  # cases
        ("Ақтау +3 | Орал +2 | $100", [], []),  # goals and a prize
        ("Ақтау +4 | USD +0,9 | 09:41", [], []),  # by how much it changed
        ("Ақтау +4 | USD 0,9% | 09:41", [], []),
        ("Ертең Ақтау +4 | USD 512,3", [], []),
        ("Ақтау түнде +4 | USD 512,3", [], []),
        ("Мәскеу +4 | USD 512,3", [], []),
        ("USD 512,3 | 03.11.2025", [], []),
        ("Ақтау +4 | Қайыпқа USD 512,3 жиналды", [], []),
    ],
)
def test_a_city_and_one_rate_say_of_each_other_what_they_are(
    line: str, rates: list[tuple[str, str]], weather: list[tuple[str, str]]
) -> None:
    found = read(page(before=f'<div class="stripe"><div>{line}</div></div>'))
    assert [(rate.currency, str(rate.value)) for rate in found.rates] == rates
    assert [(it.city, str(it.temperature)) for it in found.weather] == weather


@pytest.mark.parametrize(
    ("line", "rates"),
    [
        ("<a href='/'>Дерек</a><span><b>$</b>479,26</span><div>Ақтау <b>+14°</b> <small>түнде +8°</small></div>", [("USD", "479.26")]),
        ("<span>Ақтау +14°C</span><span>$ 479,26</span>", [("USD", "479.26")]),
        ("<span>$ 479,26</span><div>Анталья <b>+24°</b></div>", []),  # a journey
        ("<span>$ 49,26</span><div>Ақтау <b>+14°</b></div>", []),
        ("<span>$ 479</span><div>Ақтау <b>+14°</b></div>", []),
        ("<span>Сыйлық $ 479,26</span><div>Ақтау <b>+14°</b></div>", []),
        ("<span>$ 479,26</span><div>Ақтау +14</div>", []),  # goals and a prize
        ("<span>$ 479,26</span><div>Ақтау +14°, Орал +9°</div>", []),
        ("<span>$ 479,26</span><span>Билет</span><div>Ақтау <b>+14°</b></div>", []),
        ("<span>$ 479,26</span><div>Ертең Ақтау +14°</div>", []),
    ],
)
def test_one_rate_right_beside_the_degrees_of_a_city_is_one(line: str, rates: list[tuple[str, str]]) -> None:
    found = read(page(before=f'<div class="k-top">{line}</div>'))
    assert [(rate.currency, str(rate.value)) for rate in found.rates] == rates


@pytest.mark.parametrize(
    ("line", "weather"),
    [
        ("<span>Ақтау: +14</span><span>$ 479.26</span><span>€ 528.14</span>", [("Ақтау", "14")]),
        ("<span>Ақтау</span> <span>−14</span> <span>USD 479.26</span>", [("Ақтау", "-14")]),
        ("<p>$ 479.26</p><p>€ 528.14</p><p>Ақтау: +14</p>", [("Ақтау", "14")]),
        ("<ul><li>Ақтау <b>+14</b></li><li>USD <b>479.26</b></li><li>EUR <b>528.14</b></li></ul>", [("Ақтау", "14")]),
        ("Ақтау +14 / USD 479.26 / EUR 528.14", [("Ақтау", "14")]),
        ("Ақтау +14 / Орал +9 / $100", []),
        ("Ақтау 14 / USD 479.26 / EUR 528.14", []),
        ("<span>Ақтау: 14</span><span>$ 479.26</span><span>€ 528.14</span>", []),  # without a sign
        ("<span>Ақтау: +14</span><span>Орал: +9</span>", []),  # cases
        ("<span>Ақтау: +14</span><span>Біреуі $ 479.26 тапты</span>", []),
        ("<span>Ақтау: +14</span><span>$ 479</span>", []),  # a prize
        ("<span>Мәскеу: +14</span><span>$ 479.26</span><span>€ 528.14</span>", []),
        ("<span>Ертең Ақтау: +14</span><span>$ 479.26</span><span>€ 528.14</span>", []),
        ("<ul><li>Ақтау <b>+14</b></li><li>Орал <b>+9</b></li></ul><ul><li>USD <b>479.26</b></li><li>EUR <b>528.14</b></li></ul>", []),
    ],
)
def test_a_signed_figure_beside_rates_in_elements_of_their_own_is_a_temperature(line: str, weather: list[tuple[str, str]]) -> None:
    found = read(page(before=f'<div class="stripe"><div>{line}</div></div>'))
    assert [(it.city, str(it.temperature)) for it in found.weather] == weather

"""Numbers, currencies, cities and other scripts, written down before the code was asked (cases/values.tsv)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kznews.kazakh.cities import cities_in, find_city
from kznews.kazakh.currency import find_all, read_nominal
from kznews.kazakh.numbers import find_numbers, read_number, read_scaled, read_temperature
from kznews.kazakh.translit import from_latin_2018, to_arabic, to_latin_2021
from tests.kazakh.cases import rows

if TYPE_CHECKING:
    from collections.abc import Callable


def number(value: object) -> str:
    return "none" if value is None else f"{value:f}"


def nominal(text: str) -> str:
    found = read_nominal(text)
    return f"{found.units} {found.code}" if found else "none"


def city(text: str) -> str:
    found = find_city(text)
    return found.key if found else "none"


ASKED: dict[str, Callable[[str], str]] = {
    "number": lambda text: number(read_number(text)),
    "scaled": lambda text: number(read_scaled(text)),
    "temperature": lambda text: number(read_temperature(text)),
    "numbers": lambda text: " ".join(number(value) for _, _, value in find_numbers(text)),
    "currency": lambda text: " ".join(code for _, _, code in find_all(text)) or "none",
    "nominal": nominal,
    "city": city,
    "cities": lambda text: " ".join(found.key for found in cities_in(text)),
    "latin": to_latin_2021,
    "arabic": to_arabic,
    "cyrillic": from_latin_2018,
}


@pytest.mark.parametrize(("asked", "text", "answer"), rows("values"))
def test_value(asked: str, text: str, answer: str) -> None:
    found = ASKED[asked](text)
    if asked in {"number", "scaled", "temperature"} and "none" not in {found, answer}:
        assert float(found) == float(answer)
    else:
        assert found == answer

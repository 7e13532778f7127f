"""Four forms that are filled in anew every day: alike in nearly every word, and different news."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.support.news_texts import WORDS, News

if TYPE_CHECKING:
    from collections.abc import Callable

_CITIES_WITH_RATES = 6


def _day(rng: random.Random) -> str:
    return f"{rng.randint(2015, 2025)} жылғы {rng.randint(1, 28)} {rng.choice(WORDS['months'])}"


def _rate(rng: random.Random, low: float, high: float) -> str:
    return f"{rng.uniform(low, high):.2f}".replace(".", ",")


def _rates(rng: random.Random) -> dict[str, Any]:
    line = WORDS["forms"]["rates"]["line"]
    cities = WORDS["cities"][:_CITIES_WITH_RATES]
    lines = (line.format(city=city, buy=_rate(rng, 320, 530), sell=_rate(rng, 320, 530)) for city in cities)
    spans = {"usd": (320, 530), "eur": (380, 600), "rub": (4, 8), "cny": (48, 75)}
    return {"lines": " ".join(lines), **{name: _rate(rng, *span) for name, span in spans.items()}}


def _weather(rng: random.Random) -> dict[str, Any]:
    lines = []
    for city in WORDS["cities"]:
        low, calm = rng.randint(-30, 25), rng.randint(3, 15)
        line = WORDS["forms"]["weather"]["line"]
        lines.append(line.format(city=city, low=low, high=low + 3, calm=calm, wind=calm + 5))
    return {"lines": " ".join(lines)}


def _accident(rng: random.Random) -> dict[str, Any]:
    spans = {"hour": (0, 23), "minute": (10, 59), "km": (20, 900), "people": (2, 6), "age": (19, 70), "others": (1, 5)}
    return {name: rng.randint(*span) for name, span in {**spans, "year": (10, 300)}.items()}


def _appointment(rng: random.Random) -> dict[str, Any]:
    born = rng.randint(1960, 1992)
    office, before = rng.sample(WORDS["offices"], 2)
    return {
        "name": rng.choice(WORDS["names"]),
        "surname": rng.choice(WORDS["surnames"]),
        "office": office,
        "before": before,
        "born": born,
        "school": rng.choice(WORDS["schools"]),
        "school_year": born + 22,
        "academy_year": born + rng.randint(25, 34),
        "since": rng.randint(2008, 2023),
        "children": rng.randint(1, 5),
    }


FORMS: dict[str, Callable[[random.Random], dict[str, Any]]] = {
    "rates": _rates,
    "weather": _weather,
    "accident": _accident,
    "appointment": _appointment,
}


@cache
def form(kind: str, number: int) -> News:
    """Return the news `number` of a form."""
    rng = random.Random(f"{kind} {number}")
    filled = {"day": _day(rng), **FORMS[kind](rng)}
    shape = WORDS["forms"][kind]
    return News(shape["title"].format(**filled), tuple(paragraph.format(**filled) for paragraph in shape["paragraphs"]))

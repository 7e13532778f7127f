"""A second set of news, kept apart from the first (news_texts.py): other subjects, patterns of sentences, lengths and forms.

Nothing of it was looked at when the limits of the guard were chosen; it was written to judge them.
"""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.news_texts import News

if TYPE_CHECKING:
    from collections.abc import Callable

LEXICON = json.loads(Path(__file__).with_name("more_news.json").read_text(encoding="utf-8"))
"""What the texts are made of."""
SURNAMES = (*LEXICON["surnames"], *(f"{name}ұлы" for name in LEXICON["names"]))
"""A person of its own for each notice of a form: a first name alone that differs may be a corrected one."""
SHORTEST, LONGEST = 500, 6000
"""Characters of a text: a note of an agency and a long article."""
FEWEST = 4
"""Paragraphs of a text, so that one that is cut off is no third of it."""


def _pick(rng: random.Random, kind: str) -> str:
    return str(rng.choice(LEXICON[kind]))


def _filled(rng: random.Random, pattern: str) -> str:
    """Return a pattern with every {kind} replaced by a word of that kind, {n} and {year} by numbers."""
    while "{" in pattern:
        start, end = pattern.index("{"), pattern.index("}")
        kind = pattern[start + 1 : end]
        if kind == "n":
            word = str(rng.choice((rng.randint(2, 99), rng.randint(100, 2_000), f"{rng.randint(1, 40)},{rng.randint(1, 9)}")))
        elif kind == "year":
            word = str(rng.randint(1991, 2035))
        else:
            word = _pick(rng, kind)
        pattern = pattern[:start] + word + pattern[end + 1 :]
    return pattern[0].upper() + pattern[1:]


def line(rng: random.Random) -> str:
    """Return a sentence of one of the patterns."""
    return _filled(rng, _pick(rng, "patterns"))


@cache
def article(number: int) -> News:
    """Return the text `number`: short ones and long ones, in paragraphs of one to four sentences."""
    rng = random.Random(f"article {number}")
    length = rng.choice((rng.randint(SHORTEST, 1_000), rng.randint(1_000, 2_500), rng.randint(2_500, LONGEST)))
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < length or len(paragraphs) < FEWEST:
        paragraphs.append(" ".join(line(rng) for _ in range(rng.choice((1, 1, 2, 3, 4) if length > SHORTEST * 3 else (1, 1, 2)))))
    return News(_filled(rng, _pick(rng, "titles")), tuple(paragraphs))


def _number(rng: random.Random, low: float, high: float, places: int = 2) -> str:
    return f"{rng.uniform(low, high):.{places}f}".replace(".", ",")


def _rates(rng: random.Random) -> dict[str, Any]:
    usd = rng.uniform(420, 540)
    return {
        "usd": _number(rng, usd, usd + 1),
        "eur": _number(rng, usd * 1.05, usd * 1.17),
        "rub": _number(rng, 4.5, 6.9),
        "cny": _number(rng, 60, 76),
        "volume": _number(rng, 90, 420, 1),
        "change": _number(rng, 0.05, 4.9),
        "brent": _number(rng, 58, 96),
        "base": rng.choice(("14,25", "15,25", "16,5", "18")),
    }


def _weather(rng: random.Random) -> dict[str, Any]:
    cities = rng.sample(LEXICON["cities"], 8)
    rows = []
    for city in cities:
        low = rng.randint(-28, 18)
        sky, wind = _pick(rng, "sky"), rng.randint(3, 14)
        rows.append(f"{city} – {sky}, түнде {low}, күндіз {low + rng.randint(3, 9)} градус, желдің екпіні секундына {wind} метр.")
    return {"rows": " ".join(rows)}


def _accident(rng: random.Random) -> dict[str, Any]:
    one, other = rng.sample(LEXICON["cars"], 2)
    return {"one": one, "other": other, "km": rng.randint(12, 990), "age": rng.randint(19, 74), "hurt": rng.randint(2, 9)}


def _appointment(rng: random.Random) -> dict[str, Any]:
    born = rng.randint(1962, 1993)
    post, before = rng.sample(LEXICON["posts"], 2)
    return {"post": post, "born": born, "studied": born + 22, "since": rng.randint(2009, 2023), "was": before}


def _match(rng: random.Random) -> dict[str, Any]:
    home, guest = rng.sample(LEXICON["clubs"], 2)
    goals = [rng.randint(0, 4), rng.randint(0, 3)]
    scorers = ", ".join(f"{_pick(rng, 'surnames')} ({rng.randint(2, 92)}-минут)" for _ in range(max(1, sum(goals))))
    points = rng.randint(20, 60)
    return {
        "home": home,
        "guest": guest,
        "score": f"{goals[0]}:{goals[1]}",
        "scorers": scorers,
        "round": rng.randint(2, 26),
        "fans": rng.randint(900, 23_000),
        "points": points,
        "place": rng.randint(1, 14),
    }


def _death(rng: random.Random) -> dict[str, Any]:
    age = rng.randint(58, 97)
    born = 2025 - age
    return {"age": age, "born": born, "trade": _pick(rng, "trades"), "school": _pick(rng, "schools"), "since": born + 25}


def _verdict(rng: random.Random) -> dict[str, Any]:
    return {
        "crime": _pick(rng, "crimes"),
        "article": rng.randint(99, 451),
        "part": rng.randint(1, 4),
        "years": rng.randint(2, 17),
        "age": rng.randint(19, 66),
        "sum": rng.randint(2, 950),
    }


def _quake(rng: random.Random) -> dict[str, Any]:
    return {
        "hour": f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}",
        "far": rng.randint(40, 900),
        "side": _pick(rng, "sides"),
        "land": _pick(rng, "lands"),
        "magnitude": _number(rng, 3.1, 6.4, 1),
        "class": _number(rng, 8, 14, 1),
        "depth": rng.choice((5, 10, 15, 20, 25, 30, 40)),
        "lat": _number(rng, 39, 47),
        "lon": _number(rng, 66, 84),
    }


def _fire(rng: random.Random) -> dict[str, Any]:
    hour = rng.randint(0, 22)
    return {
        "what": _pick(rng, "buildings"),
        "area": rng.randint(20, 1800),
        "call": f"{hour:02d}:{rng.randint(10, 59)}",
        "out": f"{hour + 1:02d}:{rng.randint(10, 59)}",
        "men": rng.randint(8, 90),
        "engines": rng.randint(2, 20),
        "saved": rng.randint(2, 60),
    }


def _condolence(rng: random.Random) -> dict[str, Any]:
    return {"trade": _pick(rng, "trades")}


def _champion(rng: random.Random) -> dict[str, Any]:
    return {"sport": _pick(rng, "sports"), "cup": _pick(rng, "cups"), "rival": f"{_pick(rng, 'names')} {_pick(rng, 'surnames')}"}


def _outage(rng: random.Random) -> dict[str, Any]:
    return {"streets": ", ".join(rng.sample(LEXICON["streets"], 4))}


FORMS: dict[str, Callable[[random.Random], dict[str, Any]]] = {
    "rates": _rates,
    "weather": _weather,
    "accident": _accident,
    "appointment": _appointment,
    "match": _match,
    "death": _death,
    "verdict": _verdict,
    "quake": _quake,
    "fire": _fire,
    "condolence": _condolence,
    "champion": _champion,
    "outage": _outage,
}


@cache
def notice(kind: str, number: int) -> News:
    """Return the notice `number` of a form: every day, person and place is another."""
    rng = random.Random(f"notice {kind} {number}")
    common = {
        "day": f"{rng.randint(1, 28)} {_pick(rng, 'months')}",
        "city": _pick(rng, "cities"),
        "name": _pick(rng, "names"),
        "surname": SURNAMES[number % len(SURNAMES)],
        "region": _pick(rng, "regions"),
        "speaker": f"{_pick(rng, 'names')} {_pick(rng, 'surnames')}",
    }
    filled = {**common, **FORMS[kind](rng)}
    shape = LEXICON["forms"][kind]
    return News(shape["title"].format(**filled), tuple(one.format(**filled) for one in shape["paragraphs"]))

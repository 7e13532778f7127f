"""Words as often as in news: made-up ones, drawn by Zipf's law."""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

SYLLABLES = ("қа", "ла", "мек", "теп", "ба", "ра", "сы", "ту", "жо", "лы", "дай", "рын", "кө", "мір", "шы", "ғыс")
STEMS = 40_000


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Return words, the commonest first, and their weights, added up."""
    chance = random.Random(1)
    words = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(STEMS)})
    chance.shuffle(words)
    return words, list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

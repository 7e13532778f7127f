"""News of our own making: Kazakh sentences put together at random, so that two texts share words and phrases, but no news."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support.cases import cases

LENGTH = 2000
"""Characters of a text, about what a portal's article has."""

WORDS = json.loads(Path(__file__).with_name("news_words.json").read_text(encoding="utf-8"))
"""What the texts are made of."""


@dataclass(frozen=True)
class News:
    """A piece of news."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """What a signature is made of."""
        return (self.title, *self.paragraphs)


@cache
def fixture_sentences() -> tuple[str, ...]:
    """Return the Cyrillic paragraphs of the saved pages, each once."""
    found = (case.expected for case in cases() if case.expected)
    paragraphs = [paragraph for article in found for paragraph in article.get("body") or () if article.get("script") == "Cyrl"]
    return tuple(dict.fromkeys(paragraph for paragraph in paragraphs if len(paragraph) > 60))


def sentence(rng: random.Random) -> str:
    """Return a sentence that nobody has written before."""
    who, does, why, how, place, other, did = (
        rng.choice(WORDS[name]) for name in ("who", "does", "why", "how", "places", "who", "does")
    )
    person = f"{rng.choice(WORDS['names'])} {rng.choice(WORDS['surnames'])}"
    thing = " ".join(rng.sample(WORDS["what"], 2))
    made = rng.choice(
        (
            f"{place} {how} {who} {does}, {why}",
            f"{how} {place} {who} {does}",
            f"{person} {thing} жанында болған жиында {why} деді",
            f"{who} {how} {does}, ал {person} {thing} туралы баяндады",
            f"«{why}, сондықтан {who} {does}», – деді {person}",
            f"{thing} маңында {how} {place} {other} {did}",
            f"{person} айтқандай, {place} {thing} {rng.randint(2, 900)} адамға арналған, {why}",
            f"{how} {rng.randint(3, 99)} пайызға өскен {thing} жайлы {who} хабарлады",
        )
    )
    return made[0].upper() + made[1:] + "."


@cache
def news(number: int) -> News:
    """Return the text `number`: a title and paragraphs of two or three sentences, some of them from the saved pages."""
    rng = random.Random(f"news {number}")
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < LENGTH:
        if rng.random() < 0.1:
            paragraphs.append(rng.choice(fixture_sentences()))
        else:
            paragraphs.append(" ".join(sentence(rng) for _ in range(rng.choice((2, 3)))))
    return News(sentence(rng).rstrip("."), tuple(paragraphs))

"""What becomes of a text on its way to another portal: fourteen kinds of edits (the reference's own, kazakh.md section 5)."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from kznews.kazakh.letters import CYRILLIC_TO_LATIN
from tests.support.news_texts import WORDS, News, news, sentence
from tests.support.transliterate import transliterate

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[^\W\d_]+")


def _replaced(part: float) -> Callable[[News, random.Random], News]:
    """Return an edit that puts other words in the place of a part of all words."""

    def edit(text: News, rng: random.Random) -> News:
        others = [word for _ in range(40) for word in sentence(rng).split()]
        words = [paragraph.split(" ") for paragraph in text.paragraphs]
        places = [(row, column) for row, line in enumerate(words) for column in range(len(line))]
        for row, column in rng.sample(places, round(part * len(places))):
            words[row][column] = rng.choice(others)
        return News(text.title, tuple(" ".join(line) for line in words))

    return edit


def _title(text: News, rng: random.Random) -> News:
    return News(sentence(rng), text.paragraphs)


def _cut(text: News, rng: random.Random) -> News:
    return News(text.title, text.paragraphs[1:])


def _boilerplate(text: News, rng: random.Random) -> News:
    return News(text.title, (*text.paragraphs, WORDS["boilerplate"]))


def _endings(text: News, rng: random.Random) -> News:
    def other(match: re.Match[str]) -> str:
        word = match.group()
        return word + rng.choice(WORDS["endings"]) if len(word) > 6 and rng.random() < 0.3 else word

    return News(text.title, tuple(_WORD.sub(other, paragraph) for paragraph in text.paragraphs))


def _shuffle(text: News, rng: random.Random) -> News:
    sentences = [one for paragraph in text.paragraphs for one in re.split(r"(?<=[.!?]) ", paragraph)]
    rng.shuffle(sentences)
    return News(text.title, tuple(sentences))


def _half(text: News, rng: random.Random) -> News:
    return News(text.title, text.paragraphs[: (len(text.paragraphs) + 1) // 2])


def _lookalikes(text: News, rng: random.Random) -> News:
    def mixed(match: re.Match[str]) -> str:
        letters = (CYRILLIC_TO_LATIN.get(letter, letter) if rng.random() < 0.3 else letter for letter in match.group())
        return "".join(letters)

    return News(_WORD.sub(mixed, text.title), tuple(_WORD.sub(mixed, paragraph) for paragraph in text.paragraphs))


def _script(alphabet: str) -> Callable[[News, random.Random], News]:
    def edit(text: News, rng: random.Random) -> News:
        return News(transliterate(text.title, alphabet), tuple(transliterate(line, alphabet) for line in text.paragraphs))

    return edit


EDITS: dict[str, Callable[[News, random.Random], News]] = {
    "title": _title,
    "cut": _cut,
    "boilerplate": _boilerplate,
    "words 5 %": _replaced(0.05),
    "words 10 %": _replaced(0.10),
    "words 20 %": _replaced(0.20),
    "endings": _endings,
    "shuffle": _shuffle,
    "half": _half,
    "look-alikes": _lookalikes,
    "latin 2018": _script("latin 2018"),
    "latin 2021": _script("latin 2021"),
    "qazaqparat": _script("qazaqparat"),
    "arabic": _script("arabic"),
}
WHOLE = ("title", "cut", "boilerplate", "words 5 %", "endings", "shuffle", "look-alikes", *list(EDITS)[-4:])
"""Edits after which no copy may be missed."""


def edited(number: int, edit: str) -> News:
    """Return the copy of the news `number` after an edit."""
    return change(news(number), edit, seed=number)


def change(text: News, edit: str, *, seed: int) -> News:
    """Return a copy of a text after an edit; the same seed gives the same copy."""
    return EDITS[edit](text, random.Random(f"{edit} {seed}"))

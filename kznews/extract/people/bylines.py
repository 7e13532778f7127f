"""A byline in a sentence: who wrote the article, and perhaps when ("Бұл мақаланы Айгүл Серікқызы 19 маусымда жазды")."""

from __future__ import annotations

from kznews.extract.people.names import divided, may_be_name
from kznews.extract.phrases import key
from kznews.extract.texts import LEAP_YEAR, has_digit
from kznews.kazakh.dates import find_dates

MAX_SENTENCE = 160
"""Letters of a sentence with three authors and a date."""
_WROTE = frozenset(
    map(key, ("жазды", "жазған", "дайындады", "дайындаған", "әзірледі", "әзірлеген", "аударды", "аударған"))
)  # fmt: skip
_ARTICLES = tuple(
    map(key, ("мақала", "материал", "баған", "сұхбат", "очерк", "эссе", "репортаж", "сараптама", "шолу", "мәтін", "жазба"))
)  # fmt: skip
"""What an article is called, before the ending of the object."""
_OBJECT = tuple(map(key, ("ны", "ні", "ды", "ді", "ты", "ті")))
_THIS = frozenset(map(key, ("бұл", "осы")))


def writers(sentence: str) -> list[str]:
    """Return whom a sentence that says of the article who wrote it names, in order; [] for any other. Never raises."""
    words = sentence.strip(" .۔!").split() if len(sentence) <= MAX_SENTENCE else []
    if len(words) < 4 or key(words[-1]) not in _WROTE:  # noqa: PLR2004 - what was written, a name of two words, and the verb
        return []
    named = words[1:-1] if key(words[0]) in _THIS else words[:-1]
    if not _is_article(key(named[0])):
        return []
    people = divided(_without_dates(" ".join(named[1:])))
    return people if people and all(map(may_be_name, people)) else []


def _is_article(word: str) -> bool:
    return word.startswith(_ARTICLES) and word.endswith(_OBJECT)


def _without_dates(said: str) -> str:
    for reading in find_dates(said, year=LEAP_YEAR) if has_digit(said) else ():
        said = said.replace(reading.raw, " ")
    return said

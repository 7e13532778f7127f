"""Lines that say who made a picture or whence it is, as editors word them in a sentence ("Сурет ашық дереккөзден алынды")."""

from __future__ import annotations

import re
from typing import Final

from kznews.extract.wordings import either
from kznews.kazakh.fold import fold

MAX_CREDIT: Final = 80
"""Letters of such a line; what is longer says more."""
MAX_WORDS: Final = 8
_MOST_NAMES: Final = 3
"""Words of a name and a title before it."""
_MAKING_WORDS, _STILL_WORDS = 5, 4
"""Words of a line that ends with who made a picture, and of one about a frame of a film."""

_PICTURES: Final = re.compile(
    f"(?:{either('фото', 'сурет', 'фотосурет', 'видео', 'бейнежазба', 'коллаж', 'инфографика', 'иллюстрация', 'скриншот')})"
    f"(?:{either('тер', 'ер', 'лар', 'лер')})?(?:{either('ты', 'ды', 'ны', 'ы')})?"
)
"""Alone, in the plural, as an object; a skeleton has each doubled letter once."""
_MADE: Final = frozenset(map(fold, ("түсірген", "жасаған", "салған", "дайындаған", "әзірлеген")))
_TAKEN: Final = frozenset(map(fold, ("алынды", "алынған", "алынып отыр")))
_FROM: Final = tuple(sorted({fold(ending) for ending in ("дан", "ден", "тан", "тен", "нан", "нен")}))
_SOURCES: Final = frozenset(
    map(fold, ("автордан", "ғаламтордан", "интернеттен", "дереккөзден", "желіден", "мұрағаттан", "мұрағатынан", "архивтен",
               "архивінен", "қордан", "қорынан", "парақшасынан", "сайтынан", "қызметінен"))
)  # fmt: skip
_FILMS: Final = tuple(map(fold, ("видео", "бейне")))
_STILLS: Final = frozenset(map(fold, ("скриншот", "скриншоты", "скрин", "кадр", "кадры", "көрініс")))
_GENITIVE: Final = tuple(sorted({fold(ending) for ending in ("ның", "нің", "дың", "дің", "тың", "тің")}))
_HIS: Final = frozenset(map(fold, ("фотосы", "фотолары", "суреті", "суреттері", "фотосуреті", "фотосуреттері", "коллажы")))


def says_who_made_picture(said: str, line: str) -> bool:
    """Return whether a short line says who made a picture or whence it is. Never raises.

    `said` is its skeleton without signs (`phrases.key`).
    """
    words = said.split()
    if len(line) > MAX_CREDIT or not 1 < len(words) <= MAX_WORDS:
        return False
    if words[0].startswith(_FILMS) and words[-1] in _STILLS and len(words) <= _STILL_WORDS:
        return True  # "Видеодан скриншот"
    if _PICTURES.fullmatch(words[0]):
        return _names_source(words) or _names_maker(words, line)
    owned = words[-1] in _HIS and len(words) == _MOST_NAMES and words[1].endswith(_GENITIVE)
    return owned and line[0] != line[0].lower() and _are_capitalised(line.split()[:2])  # "Азамат Серіктің фотосы"


def _names_source(words: list[str]) -> bool:
    """Return whether the words behind a picture's end with where it is from ("Фото жеке мұрағаттан", "... алынды")."""
    return words[-1] in _SOURCES or (words[-1] in _TAKEN and words[-2].endswith(_FROM))


def _names_maker(words: list[str], line: str) -> bool:
    """Return whether the words behind a picture's name who made it ("Суреттерді түсірген Б. Ораз", "Суретті автор түсірген")."""
    if words[-1] in _MADE:
        return len(words) <= _MAKING_WORDS
    return words[1] in _MADE and len(words) - 2 <= _MOST_NAMES and _are_capitalised(line.split()[2:])


def _are_capitalised(words: list[str]) -> bool:
    """Return whether each word begins with a capital, or with a letter of a script without them."""
    opening = [next(filter(str.isalpha, word), "") for word in words]
    return bool("".join(opening)) and all(letter == letter.upper() for letter in opening)

"""Day and night in a weather widget: of two temperatures that are named so, the day's is the one it shows first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.widgets import is_expected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.weather_marks import Mark

_DAY, _NIGHT = (
    frozenset(map(key, words.split()))
    for words in ("күндіз күндізгі днем днём day", "түнде түнгі ночью night")
)  # fmt: skip
_OTHER_WORDS = (
    "таңертең кешке утром вечером "
    "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі понедельник вторник среда четверг пятница суббота воскресенье "
    "кеше вчера yesterday макс мин максимум минимум max min жоғары төмен рекорд орташа среднее average "
    "сезіледі сезілуі ощущается feels су суы теңіз вода воды море water sea топырақ почва "
    "магнитуда тереңдігі ендік бойлық магнитудой глубина широта долгота"
)
_OTHER = frozenset(map(key, _OTHER_WORDS.split()))
_SHORT_DAYS = frozenset(("дс", "сс", "ср", "бс", "жм", "сб", "жс", "пн", "вт", "чт", "пт", "вс"))
"""Days of the week in two letters, as they are written: the skeleton of "сс" is one letter, as that of a second in "м/с"."""
_SAID = re.compile(r"[^\W\d_]+")
PARTS = _DAY | _NIGHT
"""Words for day and night, as skeletons."""


def is_other(said: str) -> bool:
    """Return whether a word says that the figure behind it is another one than the air's of this hour.

    It is of a part of the day or another day, extreme, expected, felt, of the water.
    """
    return _is_of_another(said) or not PARTS.isdisjoint(key(said).split())


def _is_of_another(said: str) -> bool:
    short = not _SHORT_DAYS.isdisjoint(_SAID.findall(said.lower()))
    return short or is_expected(said) or not _OTHER.isdisjoint(key(said).split())


def by_day(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without the night's temperature and without the word for the day, where the two stand side by side.

    As they are where only one of the two is named, where other parts of the day stand between or where a figure is missing.
    """
    named = [(at, part) for at, mark in enumerate(marks) if mark.kind == "word" and (part := _part_of(mark.said))]
    pairs = list(zip(named[::2], named[1::2], strict=False))
    if not pairs or len(named) % 2:
        return list(marks)
    silent: set[int] = set()
    for (first, part), (second, other) in pairs:
        if part == other or [mark.kind for mark in marks[first : first + 4]] != ["word", "degrees"] * 2 or second != first + 2:
            return list(marks)
        night = first if part == "night" else second
        silent |= {first, second, night + 1}
    return [mark for at, mark in enumerate(marks) if at not in silent]


def _part_of(said: str) -> str:
    """Return "day" or "night" for a text that names one of them, and nothing by which a figure is another one; else ""."""
    words = frozenset(key(said).split())
    day, night = not words.isdisjoint(_DAY), not words.isdisjoint(_NIGHT)
    if day == night or _is_of_another(said):
        return ""
    return "day" if day else "night"

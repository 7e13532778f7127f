"""What else than the temperature of the air weather widgets show figures of: words for it, units, names of elements."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.phrases import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.weather.marks import Mark

_WORDS = (
    "жел желдің ветер wind ылғал ылғалдылық ылғалдылығы влажность humidity қысым қысымы давление pressure гпа мкг километр метр "
    "сапа сапасы качество quality aqi pm индекс индексі index uv уф радиация радиациясы бұлттылық облачность пайыз балл "
    "көріну видимость visibility жауын осадки толқын толқыны волна шаң пыль"
)
_MEASURES = frozenset(map(key, _WORDS.split()))
_UNITS = re.compile(r"(?i)(?<!\w)(?:[мm]/[сs]|к?м/сағ|к?м/ч|km/h|мм|mm|мб|мкг)(?!\w)")
_NAMES = {
    "feels": "feels?|felt", "day": "max(?! v?[wh](?![a-z]))|high", "night": "min(?! v?[wh](?![a-z]))|low|night|tunde",
    "tomorrow": "tomorrow|erten|zavtra", "water": "water|sea", "dew": "dew",
    "wind": r"wind|veter|humid\w*|vlazhnost|pressure|davlenie|aqi|pm|uv|precip\w*|visibility",
}  # fmt: skip
"""What a figure is -> the names by which its own element says so; "max-w-xs" is a width."""
_NAMED = [(word, re.compile(rf"(?<![a-z])(?:{names})(?![a-z])")) for word, names in _NAMES.items()]


def is_measure(said: str) -> bool:
    """Return whether a text names something else that weather widgets show figures of: wind, humidity, the quality of the air."""
    return not _MEASURES.isdisjoint(key(said).split()) or _UNITS.search(said) is not None


@lru_cache(maxsize=1024)  # a run repeats its widgets
def named_as_other(names: str) -> str:
    """Return a word for what the class of a figure's element says that it is but the air's of this hour; "" if nothing.

    The highest of the day is called the day's, the lowest the night's.
    """
    return next((word for word, pattern in _NAMED if pattern.search(names)), "")


def without_measures(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without bare figures beside a word for something else that is measured: "AQI 42", "5 м/с", "жел 5"."""
    if not any(mark.bare for mark in marks):
        return list(marks)
    measures = [mark.kind == "word" and is_measure(mark.said) for mark in marks]
    units = [measure and mark.last for measure, mark in zip(measures, marks, strict=True)]  # "AQI 42" has a figure of its own
    near = zip(marks, [False, *measures], [*units[1:], False], strict=False)
    return [mark for mark, before, behind in near if not (mark.bare and (before or behind))]

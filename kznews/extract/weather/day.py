"""Which of the temperatures of a weather widget is the air's: of day and night the day's, none that is felt or of the water."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.texts import has_digit
from kznews.extract.widgets import is_expected
from kznews.kazakh.dates import DateReading, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kznews.extract.weather.marks import Mark

_DAY, _NIGHT = (
    frozenset(map(key, words.split()))
    for words in ("күндіз күндізгі днем днём day", "түнде түнгі түні түнге ночью night")
)  # fmt: skip
_ALONE = {key("күн"): "day", key("түн"): "night"}
"""Labels that say a part of the day where no word stands beside: "күн ашық" is of the sun."""
_NOW = frozenset(map(key, ("қазір", "сейчас", "now")))
_TODAY = _NOW | frozenset(map(key, ("бүгін", "сегодня", "today")))
_WEEKDAYS = (
    "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
    "понедельник вторник среда четверг пятница суббота воскресенье",
)
_OTHER_WORDS = (
    "таңертең түсте түстен кешке утром вечером өткен прошлой прошлом прошлый былтыр норма нормасы климаттық "
    "кеше вчера yesterday макс мин максимум минимум max min жоғары төмен рекорд орташа среднее average "
    "магнитуда тереңдігі ендік бойлық магнитудой глубина широта долгота"
)
_FELT, _WATER, _AIR = (
    frozenset(map(key, words.split()))
    for words in (
        "сезіледі сезілуі сезілетін ощущается ощущению ощущениям feels realfeel",
        "су суы теңіз вода воды море water sea топырақ почва шық росы dew",
        "ауа воздух воздуха air",
    )
)
_FELT_OR_WATER = _FELT | _WATER
_OTHER = frozenset(map(key, _OTHER_WORDS.split())) | _FELT_OR_WATER
_DAYS = frozenset(map(key, " ".join(_WEEKDAYS).split()))
_SHORT_WEEKDAYS = ("дс сс ср бс жм сб жс", "дс сс ср бс жм сн жк", "пн вт ср чт пт сб вс")
_SHORT_DAYS = frozenset(" ".join(_SHORT_WEEKDAYS).split())
"""Days of the week in two letters, as they are written: the skeleton of "сс" is one letter, as that of a second in "м/с"."""
_NUMERIC = re.compile(r"(?<![\d.,/])(?P<day>\d\d?)[./](?P<month>0\d|1[0-2])(?:[./](?P<year>\d{4}|\d\d))?(?![.,/]?\d)")
MAX_DATE = 30
"""Letters of a date with its weekday."""
_SAID = re.compile(r"[^\W\d_]+")
_LIMITS = frozenset(
    map(key, ["дейін", "шамасында", "жуық", "астам", "асады", "төмен", "кем", "до", "около", "более", "ниже", "upto"])
)
UP, DOWN = frozenset("↑⬆⇧"), frozenset("↓⬇⇩")
"""Arrows: where both stand there, the highest and the lowest temperature are behind them."""
UP_TO = frozenset(("…", "..", "..."))
"""What stands between the lowest and the highest temperature of a range."""
PARTS = _DAY | _NIGHT
"""Words for day and night, as skeletons."""
_AIR_OR_PART = _AIR | PARTS


def is_other(said: str) -> bool:
    """Return whether a word says that the figure behind it is another one than the air's of this hour.

    It is of a part of the day or another day, extreme, expected, felt, of the water.
    """
    return _is_of_another(said) or not PARTS.isdisjoint(key(said).split()) or key(said) in _ALONE


def says_today(said: str) -> bool:
    """Return whether a text names this day or this hour: "Бүгін, сенбі", "қазір"."""
    return not _TODAY.isdisjoint(key(said).split())


def says_now(said: str) -> bool:
    """Return whether a text is a word for this hour: "қазір"."""
    return said != "" and key(said) in _NOW


@lru_cache(maxsize=1024)  # a page repeats its labels
def names_day(said: str, day: date | None) -> bool:
    """Return whether a short text is a date and names this day: "21.11, жм", "21 қараша", "Жм, 21 қар", "жұма 21"."""
    if day is None or len(said) > MAX_DATE or not has_digit(said):
        return False
    if (match := _NUMERIC.search(said)) is not None:
        return (int(match["day"]), int(match["month"])) == (day.day, day.month) and match["year"] in _years(day)
    dated = (read_date(text, year=day.year) for text in (said, f"{said.rstrip(' .')} {day.year}"))
    found = next((reading for reading in dated if isinstance(reading, DateReading)), None)
    if found is not None:
        return found.value.date() == day
    words = _SAID.findall(said.lower())
    return re.findall(r"\d+", said) == [str(day.day)] and len(words) == 1 and words[0] in _weekday(day)


def names_weekday(said: str, day: date | None) -> bool:
    """Return whether a text is nothing but the name of this day of the week, in full or shortened: "Жм"."""
    return day is not None and said.rstrip(".,:").lower() in _weekday(day)


def _years(day: date) -> tuple[str | None, ...]:
    return None, str(day.year), str(day.year % 100)


def _weekday(day: date) -> tuple[str, ...]:
    """Return the names of a day of the week, in full and shortened."""
    return tuple(names.split()[day.weekday()] for names in (*_WEEKDAYS, *_SHORT_WEEKDAYS))


def _is_of_another(said: str) -> bool:
    words = key(said).split()
    if is_expected(said) or not _OTHER.isdisjoint(words):
        return True
    weekday = not _DAYS.isdisjoint(words) or not _SHORT_DAYS.isdisjoint(_SAID.findall(said.lower()))
    return weekday and _TODAY.isdisjoint(words)


def is_limit(said: str) -> bool:
    """Return whether a text says that a figure is an edge or about right: "дейін", "жуық"."""
    return not _LIMITS.isdisjoint(key(said).split())


def is_felt_or_water(said: str) -> bool:
    """Return whether a word says that the one figure behind it is felt, or of the water, the soil or the dew point."""
    return not _FELT_OR_WATER.isdisjoint(key(said).split())


def of_air(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without the figures of what is felt or of the water, where words tell them from the air's.

    Widgets show them in any order: "сезілуі −14°, −9°", "теңіз суы +24°, ауа +33°", "-9° сезіледі". A bare figure behind the
    water's may be that of another water.
    """
    silent: set[int] = set()
    for at, mark in enumerate(marks):
        if mark.kind != "word" or not is_felt_or_water(mark.said):
            continue
        before, figure, then = (marks[near] if 0 <= near < len(marks) else None for near in (at - 1, at + 1, at + 2))
        felt = not _FELT.isdisjoint(key(mark.said).split())
        if figure is not None and figure.kind == "degrees":
            if then is not None and (_says_air(then) or (felt and then.kind == "degrees")):
                silent |= {at, at + 1}
        elif felt and before is not None and before.kind == "degrees" and not before.last:
            silent |= {at - 1, at}
    return [mark for at, mark in enumerate(marks) if at not in silent] if silent else list(marks)


def _says_air(mark: Mark) -> bool:
    """Return whether a word is one for the air of now, or for a part of the day, which no water has."""
    words = key(mark.said).split()
    return mark.kind == "word" and not _AIR_OR_PART.isdisjoint(words) and not _is_of_another(mark.said)


def by_day(marks: Sequence[Mark]) -> list[Mark]:
    """Return the air's marks (`of_air`) without the night's figure and the word for the day, where the two stand side by side.

    All of the air's where only one of the two is named, where other parts of the day stand between or where a figure is missing.
    A sun and a moon before figures name them as well.
    """
    marks = of_air(marks)
    if {"day", "night"} <= {mark.part for mark in marks}:
        told = _of_named(list(_with_words(marks)))
        if len(told) < len(marks):
            return told
    return _of_named(marks)


def _with_words(marks: Sequence[Mark]) -> Iterator[Mark]:
    for mark in marks:
        if mark.part:
            yield replace(mark, kind="word", said="түнде" if mark.part == "night" else "күндіз", degrees=None)
        yield mark


def _of_named(marks: list[Mark]) -> list[Mark]:
    named = [(at, part) for at, mark in enumerate(marks) if mark.kind == "word" and (part := part_of(mark.said))]
    pairs = list(zip(named[::2], named[1::2], strict=False))
    if not pairs or len(named) % 2:
        return marks
    kinds = [mark.kind for mark in marks]
    behind = all(_are_behind(kinds, first) for (first, _), _ in pairs)
    silent: set[int] = set()
    for (first, part), (second, other) in pairs:
        before = kinds[first : first + 4] == ["word", "degrees"] * 2
        if part == other or second != first + 2 or not (before or behind):
            return marks
        night = first if part == "night" else second
        silent |= {first, second, night - 1 if behind else night + 1}
    return [mark for at, mark in enumerate(marks) if at not in silent]


def _are_behind(kinds: Sequence[str], first: int) -> bool:
    """Return whether two words stand behind a figure each, and no further figure beside: "+3° түнде, +12° күндіз"."""
    before, *four, then = ["", "", *kinds, ""][first : first + 6]
    return four == ["degrees", "word"] * 2 and "degrees" not in (before, then)


def without_ranges(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without the figures before and behind dots, or behind two arrows: neither extreme is the temperature."""
    said = {mark.said for mark in marks}
    arrows = UP | DOWN if not UP.isdisjoint(said) and not DOWN.isdisjoint(said) else frozenset[str]()
    kinds = ["", *("to" if mark.said in UP_TO else "arrow" if mark.said in arrows else mark.kind for mark in marks), ""]
    if "to" not in kinds and not arrows:
        return list(marks)
    near = zip(kinds, kinds[1:], kinds[2:], strict=False)
    extreme = {at for at, (one, kind, then) in enumerate(near) if kind == "degrees" and ("to" in (one, then) or one == "arrow")}
    return [mark for at, mark in enumerate(marks) if at not in extreme and mark.said not in UP_TO]


def part_of(said: str) -> str:
    """Return "day" or "night" for a text that names one of them, and nothing by which a figure is another one; else ""."""
    if alone := _ALONE.get(key(said)):
        return alone
    words = frozenset(key(said).split())
    day, night = not words.isdisjoint(_DAY), not words.isdisjoint(_NIGHT)
    if day == night or _is_of_another(said):
        return ""
    return "day" if day else "night"

"""Words of weather widgets that say when and where a figure was measured: now, by day, yesterday, in the water, on a mountain."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.texts import has_digit
from kznews.extract.widgets import is_expected
from kznews.kazakh.dates import DateReading, read_date

if TYPE_CHECKING:
    from datetime import date

_DAY, _NIGHT = (
    frozenset(map(key, words.split()))
    for words in ("күндіз күндізгі днем днём день day", "түнде түнгі түні түнге ночью ночь night")
)  # fmt: skip
_ALONE = {key("күн"): "day", key("түн"): "night"}
"""Labels that say a part of the day where no word stands beside: "күн ашық" is of the sun."""
_NOW = frozenset(map(key, ("қазір", "сейчас", "now")))
_TODAY = _NOW | frozenset(map(key, ("бүгін", "сегодня", "today")))
_WEEKDAYS = (
    "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
    "понедельник вторник среда четверг пятница суббота воскресенье",
)
_INFLECTED_DAYS = (
    "дүйсенбіде сейсенбіде сәрсенбіде бейсенбіде жұмада сенбіде жексенбіде среду пятницу субботу "
    "дүйсенбіге сейсенбіге сәрсенбіге бейсенбіге жұмаға сенбіге жексенбіге"
)
_OTHER_WORDS = (
    "таңертең таңертеңгі таңғы таңға түсте түстен кешке кешкі кешкісін утром утро утра вечером вечер вечера вечеру "
    "tonight morning afternoon evening ертеңгісін кейін соң через келесі аптада аптасы апта демалыс неделе неделя неделю "
    "выходные өткен прошлой прошлом прошлый былтыр кеше вчера yesterday норма нормасы климат климаттық рекорд орташа среднее "
    "average макс мин максимум минимум max min high low жоғары жоғарғы төмен төменгі максимал максималды минимал минималды "
    "максимальная минимальная пик магнитуда тереңдігі ендік бойлық магнитудой глубина широта долгота "
    "құбыла қыбла қибла монша сауна бассейн кондиционер"
)
_HERE = frozenset(map(key, ["погода", "иногда", "уақытта", "сәтте", "кезде", "бүгінде", "шағында", "мезетте"]))
"""Words that end as those for a place do."""
_PLACE_ENDINGS = ("da", "de", "ta", "te")
_SHORTEST_PLACE = 4
_FELT, _WATER, _AIR = (
    frozenset(map(key, words.split()))
    for words in (
        "сезіледі сезілуі сезілу сезілуде сезілетін ощущается ощущению ощущениям feels realfeel",
        "су суы теңіз теңізі көл көлі өзен өзені каспий вода воды море озеро озере water sea lake топырақ почва шық росы dew",
        "ауа воздух воздуха air",
    )
)
_FELT_OR_WATER = _FELT | _WATER
_OTHER = frozenset(map(key, _OTHER_WORDS.split())) | _FELT_OR_WATER
_DAYS = frozenset(map(key, " ".join((*_WEEKDAYS, _INFLECTED_DAYS)).split()))
_SHORT_WEEKDAYS = ("дс сс ср бс жм сб жс", "дс сс ср бс жм сн жк", "пн вт ср чт пт сб вс")
_SHORT_DAYS = frozenset(" ".join(_SHORT_WEEKDAYS).split())
"""Days of the week in two letters, as they are written: the skeleton of "сс" is one letter, as that of a second in "м/с"."""
_WIND = frozenset(map(key, ("жел", "желдің", "ветер", "wind")))
"""Words before a side of the sky, which may look like a day: "жел СБ" is the northwest's, no Saturday's."""
_NUMERIC = re.compile(r"(?<![\d.,/])(?P<day>\d\d?)[./](?P<month>0\d|1[0-2])(?:[./](?P<year>\d{4}|\d\d))?(?![.,/]?\d)")
MAX_DATE = 30
"""Letters of a date with its weekday."""
_SAID = re.compile(r"[^\W\d_]+")
_LIMITS = frozenset(
    map(key, ["дейін", "шамасында", "жуық", "астам", "асады", "төмен", "кем", "до", "около", "более", "ниже", "upto"])
)
PARTS = _DAY | _NIGHT
"""Words for day and night, as skeletons."""


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


def opens_with_weekday(said: str) -> bool:
    """Return whether a text begins with the name of any day of the week, in full or shortened: "Бейсенбі", "Жм, 21 қар"."""
    first = next(iter(_SAID.findall(said[:MAX_DATE].lower())), "")
    return first in _SHORT_DAYS or key(first) in _DAYS


def _years(day: date) -> tuple[str | None, ...]:
    return None, str(day.year), str(day.year % 100)


def _weekday(day: date) -> tuple[str, ...]:
    """Return the names of a day of the week, in full and shortened."""
    return tuple(names.split()[day.weekday()] for names in (*_WEEKDAYS, *_SHORT_WEEKDAYS))


def _is_of_another(said: str) -> bool:
    words = key(said).split()
    if is_expected(said) or not _OTHER.isdisjoint(words):
        return True
    short = _WIND.isdisjoint(words) and not _SHORT_DAYS.isdisjoint(_SAID.findall(said.lower()))
    weekday = short or not _DAYS.isdisjoint(words)
    return weekday and _TODAY.isdisjoint(words)


def is_limit(said: str) -> bool:
    """Return whether a text says that a figure is an edge or about right: "дейін", "жуық"."""
    return not _LIMITS.isdisjoint(key(said).split())


def is_elsewhere(said: str) -> bool:
    """Return whether a text ends with a word for where something is, as no word for the sky does: "тауда", "облыста"."""
    last = key(said).rpartition(" ")[2]
    return len(last) >= _SHORTEST_PLACE and last.endswith(_PLACE_ENDINGS) and last not in _HERE


def is_felt(said: str) -> bool:
    """Return whether a word says that a figure is felt."""
    return not _FELT.isdisjoint(key(said).split())


def names_air(said: str) -> bool:
    """Return whether a word is one for the air of now, or for a part of the day, which no water has."""
    words = key(said).split()
    return not (_AIR.isdisjoint(words) and PARTS.isdisjoint(words)) and not _is_of_another(said)


def is_felt_or_water(said: str) -> bool:
    """Return whether a word says that the one figure behind it is felt, or of the water, the soil or the dew point."""
    return not _FELT_OR_WATER.isdisjoint(key(said).split())


def part_of(said: str) -> str:
    """Return "day" or "night" for a text that names one of them, and nothing by which a figure is another one; else ""."""
    if alone := _ALONE.get(key(said)):
        return alone
    words = frozenset(key(said).split())
    day, night = not words.isdisjoint(_DAY), not words.isdisjoint(_NIGHT)
    if day == night or _is_of_another(said):
        return ""
    return "day" if day else "night"

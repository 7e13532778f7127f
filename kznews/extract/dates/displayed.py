"""What a displayed text says of the day of publication, read as a date."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.dates.changes import is_change
from kznews.extract.dates.published import Published
from kznews.extract.phrases import key
from kznews.extract.texts import has_digit, is_date
from kznews.extract.widgets import WEEKDAYS
from kznews.kazakh.dates import Basis, Precision, find_dates
from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from datetime import datetime

    from kznews.extract.block import Block
    from kznews.extract.dates.published import Moment
    from kznews.kazakh.dates import DateReading

MAX_META_LINE = 400
"""A line that names itself meta may be a sentence ("posted on ... filed under ...")."""
MAX_DATELINE = 160
"""A dateline with section, author and counters fits; a paragraph does not."""
AFTER_TITLE = 12
"""Blocks below the headline in which a dateline may stand: share buttons and a lead may come between."""
CLOCK_ERROR = timedelta(minutes=10)
"""How far a page's clock is from the moment of the fetch, at most: servers and caches are late."""
_CHANGES = "жаңарт өзгерт өзгері өзгеру өңде толықтыр обновл измен отредакт updated modified edited"
_CHANGED = rf"(?<!\w)(?:{'|'.join(fold(_CHANGES).split())})\w*"
_CHANGE_LABEL = re.compile(
    rf"{_CHANGED}(?:\s+(?:{'|'.join(fold('күні уақыты енгізілген').split())})){{0,2}}"
    r"(?:\s*:?\s*|\s*(?::|by)\s*[\w.-]+\s*[-,]\s*)$"
)
"""What stands right before the time of a change: a word for it ("өзгерген күні: "), who made it ("отредактировал: admin - ")."""
_EVENTS = "басталу басталатын аяқталу аяқталатын өтетін өткізілетін туған қайтыс начало окончани родил"
_EVENT_LABEL = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(fold(_EVENTS).split())})\w*(?:\s+\w+){{0,3}}|{fold('соңғы мерзім')}\w*|{fold('срок')})\s*:$"
)
"""A label of a day on which something begins, is held or ends ("Өтетін күні:", "Соңғы мерзім:")."""
_CHANGED_BEHIND = re.compile(rf"\s*\(?\s*{_CHANGED}\s*(?:$|[)\]|·•;,.])")
"""What ends a line with the time of a change, or a part of one, as in a sentence: "2 сағат бұрын жаңартылды"."""
_ENDS_CHANGED = re.compile(rf"\d.*\s{_CHANGED}\s*$")
MAX_CHANGE_LABEL = 60
"""Letters around a date in which such words stand."""
_HOURS, _MINUTES = re.compile(r"(?<![\d.,:])(?:[01]?\d|2[0-3])\s*$"), re.compile(r"[0-5]\d")
_DOTTED_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
HOUR_BEHIND = 2
"""Texts of a line with a date and its hour alone."""
_DATE_WORDS = re.compile(
    r"(?<![a-z])(?:\w*date|\w*time|publi\w*|posted|created|kun|uakyt|meta|info|dateline|atribut\w*)(?![a-z])"
)


def displayed(said: str, moment: Moment, basis: str, block: Block | None) -> Published | None:
    """Return the day, and the time if it is there, that a text says, with its basis; None for no date but that of a change."""
    year = moment.url_year
    found_dates = find_dates(said, now=moment.now, zone=moment.zone, year=year)
    readings = [found for found in found_dates if found.has_date and not _is_of_another(found, said)]
    if not readings:
        return None
    dated = [found for found in readings if found.has_year] or readings
    best = next((found for found in dated if len(dated) == 1 or not is_at(found.value, moment)), dated[0])  # none is the clock's
    value = best.value
    if best.basis is Basis.RELATIVE:
        basis += f"; {best.basis}"
        if best.precision is Precision.DAY:  # "two days ago" names no hour
            value = value.replace(hour=0, minute=0, second=0, fold=0)
    elif not best.has_year:
        basis += "; year from url" if year else f"; {best.basis}"
    return Published(value, best.raw, best.precision.value, basis, block)


def _is_of_another(found: DateReading, said: str) -> bool:
    """Return whether words right before a date or right behind it say that something was changed then, or that it is held."""
    before = said[max(0, found.start - MAX_CHANGE_LABEL) : found.start].strip()
    behind = said[found.end : found.end + MAX_CHANGE_LABEL]
    if before and (_CHANGE_LABEL.search(label := fold(before)) or _EVENT_LABEL.search(label)):
        return True
    first = behind.lstrip(" (").partition(" ")[0]
    return first[:1].isalpha() and not first.istitle() and _CHANGED_BEHIND.match(fold(behind)) is not None


def is_at(value: datetime, moment: Moment) -> bool:
    """Return whether a time is that of the fetch, as a clock shows it."""
    return abs(value - moment.now) <= CLOCK_ERROR


def without_changes(block: Block) -> list[str]:
    """Return a block's texts without what its markup calls the time of the last change.

    An hour is one with its minutes that are set small and high behind it ("<b>08</b><sup>30</sup>") or behind a colon of its own,
    or with a full stop between where it has an element of its own behind the date ("<i>17 IV</i> <i>11.25</i>").
    """
    parts = [(atom, owner) for atom, owner in zip(block.atoms, block.owners, strict=True) if not is_change(owner)]
    if block.has_parts:
        parts = [(atom, owner) for atom, owner in parts if not (has_digit(atom) and _tells_change(atom))]
    said = [atom for atom, _ in parts]
    for at, (atom, owner) in enumerate(parts):
        if at and owner.tag == "sup" and _MINUTES.fullmatch(atom) and _HOURS.search(said[at - 1]):
            said[at - 1 : at + 1] = [f"{said[at - 1].rstrip()}:{atom}", ""]
        elif at > 1 and parts[at - 1][0].strip() == ":" and _MINUTES.fullmatch(atom) and _HOURS.search(said[at - 2]):
            said[at - 2 : at + 1] = [f"{said[at - 2].rstrip()}:{atom}", "", ""]
        elif at and len(parts) == HOUR_BEHIND and _DOTTED_HOUR.fullmatch(atom.strip()) and is_date(said[at - 1]):
            said[at] = atom.replace(".", ":")
    return list(filter(None, said))


def _tells_change(atom: str) -> bool:
    """Return whether a text that fills its element ends with a word for a change ("12 минут бұрын жаңартылды")."""
    if len(atom) > MAX_CHANGE_LABEL or not atom.rstrip()[-1:].isalpha():  # dates end with a figure
        return False
    return _ENDS_CHANGED.search(fold(atom)) is not None


@lru_cache(maxsize=2048)  # a run repeats its pages' names
def names_date(words: str) -> bool:
    """Return whether an element's names say that it holds a date or a line about the article."""
    return _DATE_WORDS.search(words) is not None


def opens_with_weekday(found: Published) -> bool:
    """Return whether a date begins with the name of a weekday."""
    return key(found.raw.replace(",", " ").replace("،", " ").split()[0]) in WEEKDAYS

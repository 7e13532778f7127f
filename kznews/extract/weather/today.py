"""Today's row of a table or list of days under the name of a city: "Астананың ауа райы | Бүгін, 27.01 | −12° | −19°".

A word says which it is, or the day of the fetch.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.selecting import short_text
from kznews.extract.texts import has_digit
from kznews.extract.weather.day import by_day, without_ranges
from kznews.extract.weather.lists import under_heads
from kznews.extract.weather.measures import is_measure
from kznews.extract.weather.places import MAX_BOX
from kznews.extract.weather.words import is_elsewhere, is_other, names_day, names_weekday, part_of, says_now, says_today
from kznews.extract.widgets import CELLS, DEGREES, MAX_WIDGET_TEXT, common_box, head_over, is_dated, is_expected, stands_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.weather.marks import Mark
    from kznews.extract.weather.row import Row

_DAYS = ("table", "tbody", "ul", "ol", "dl", "body", "html")
MAX_CELLS = 8
"""Blocks of one day."""
MAX_ABOVE = 12
"""Blocks between a city and the first day: the heads of the columns, the days before."""


def of_today(row: Row, at: int) -> tuple[Mark, Mark] | None:
    """Return the city over the days and the one temperature of the day that a block with a figure stands in, if that is today.

    Of the day's and the night's it is the day's. None where it cannot be told, as for another day.
    """
    element = row.blocks[at].element
    day, label = _day_around(element, row)
    if day is None:
        return _under_today(row, at) if element.tag in CELLS else None
    inside = [index for index in range(max(0, at - MAX_CELLS), at + MAX_CELLS) if _stands_in(row, index, day)]
    marks = [mark for index in inside if not is_measure(row.blocks[index].spaced) for mark in row.marks(index)]
    marks = [mark for mark in marks if mark.kind != "word" or mark.said not in label or DEGREES.search(label)]
    return _told(row, inside[0], day, under_heads(marks, row.blocks))


def _under_today(row: Row, at: int) -> tuple[Mark, Mark] | None:
    """Return the same for a cell under the head "Бүгін", in the day's row or in the one row of figures."""
    cell = row.blocks[at].element
    said, line = head_over(cell), cell.getparent()
    if line is None or not said or is_expected(said):
        return None
    opens = names_weekday(said, row.today) and _is_first(cell)
    if not (opens or says_today(said) or names_day(said, row.today)):
        return None
    name = short_text(line[0], MAX_WIDGET_TEXT)
    beside = [short_text(other, MAX_BOX) for other in (line.getprevious(), line.getnext()) if other is not None]
    alone = not any(map(DEGREES.search, beside))
    of_day = part_of(name) == "day" if name and not has_digit(name) else alone
    first = next(index for index in range(max(0, at - MAX_CELLS), at + 1) if _stands_in(row, index, line))
    return _told(row, first, line, row.marks(at)) if of_day else None


def _told(row: Row, first: int, day: HtmlElement, marks: Sequence[Mark]) -> tuple[Mark, Mark] | None:
    shown = without_ranges(by_day(marks))
    figures = [mark for mark in shown if mark.kind == "degrees"]
    words = [mark.said for mark in shown if mark.kind == "word"]
    if len(figures) != 1 or len(figures) + len(words) < len(shown) or any(is_other(said) or is_elsewhere(said) for said in words):
        return None
    city = _city_over(row, first, day)
    return None if city is None else (city, figures[0])


def _stands_in(row: Row, index: int, box: HtmlElement) -> bool:
    return index < len(row.blocks) and stands_in(row.blocks[index].element, box)


def _day_around(element: HtmlElement, row: Row) -> tuple[HtmlElement | None, str]:
    """Return the smallest box around an element that begins with a name of today, and that; None if it tells of several days.

    One that ends with "қазір" does as well.
    """
    for box in (element, *islice(element.iterancestors(), 2)):
        if box.tag in _DAYS:
            break
        label = next((" ".join(text.split()) for text in map(str, box.itertext()) if text.strip()), "")
        first = names_weekday(label, row.today) and _is_first(box)
        if first or _names_today(label.partition(" ")[0]) or names_day(label, row.today):
            return (box, label) if short_text(box, MAX_WIDGET_TEXT) else (None, "")
        if says_now(short_text(box, MAX_WIDGET_TEXT).rpartition(" ")[2]):
            return box, ""
    return None, ""


def _is_first(box: HtmlElement) -> bool:
    """Return whether no figure stands in the boxes beside and before a day's: of eight days the last has the first one's name."""
    before = islice(box.itersiblings(preceding=True), MAX_CELLS)
    return not any(DEGREES.search(short_text(other, MAX_BOX)) for other in before)


_names_today = lru_cache(maxsize=1024)(says_today)  # a page repeats its labels


def _city_over(row: Row, first: int, day: HtmlElement) -> Mark | None:
    """Return the city that is named last before a day, in the same small box and in no heading of a forecast."""
    for index in range(first - 1, max(-1, first - 1 - MAX_ABOVE), -1):
        box = common_box(row.blocks[index].element, day)
        if box is None or box.tag in ("body", "html") or not row.is_small(box, MAX_BOX):
            return None
        marks = row.marks(index)
        if any(mark.kind == "city" for mark in marks):
            plain = len(marks) == 1 and not is_expected(row.blocks[index].spaced)
            return marks[0] if plain else None
        if any(mark.kind == "degrees" for mark in marks) and not _is_of_day(row, index):
            return None
    return None


def _is_of_day(row: Row, index: int) -> bool:
    """Return whether a block with a figure is a part of a row that begins with a day."""
    line = next((box for box in islice(row.blocks[index].element.iterancestors(), 2) if box.tag in ("tr", "li")), None)
    said = "" if line is None else short_text(line, MAX_WIDGET_TEXT)
    return is_dated(said) or is_other(said)

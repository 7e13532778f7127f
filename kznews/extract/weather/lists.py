"""Cities in one list and their temperatures in another: rows of a table, lists side by side, tabs with one city chosen."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.weather.day import UP_TO
from kznews.extract.weather.places import MAX_PLACE, place_of
from kznews.extract.weather.words import is_elsewhere, is_felt_or_water, is_limit, is_other, part_of
from kznews.extract.widgets import CELLS, head_over, is_dated
from kznews.extract.zones import words_of
from kznews.items import Weather

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.weather.marks import Mark

CHOSEN = frozenset(("active", "act", "current", "selected", "chosen", "checked", "on"))
"""Words by which markup names the one of several that is shown."""
MIN_LIST = 3
"""Two bare figures under two cities may be the day's and the night's of one of them."""
_LINE = re.compile(rf"(?:[cp]dw?){{{MIN_LIST},}}(?:pw?)?")
"""Cities or other places, the figure behind each, the sky."""
_CHOOSING = ("a", "button", "label", "option")


def are_lists(marks: Sequence[Mark]) -> bool:
    """Return whether several cities stand before or behind all the temperatures among marks."""
    groups = [list(same) for _, same in groupby((mark for mark in marks if mark.kind != "word"), key=lambda mark: mark.kind)]
    if len(groups) != 2:  # noqa: PLR2004 - cities and temperatures
        return False
    cities, figures = sorted(groups, key=lambda group: group[0].kind)
    return len({city.city for city in cities}) > 1 and not (len(figures) == 1 and any(map(_is_before_nothing, cities)))


def from_lists(marks: Sequence[Mark]) -> list[Weather]:
    """Return the temperatures of cities in a list of their own (`are_lists`), as far as it is certain whose each is; else [].

    Where a city is marked as chosen its figure is the only one, or is marked as well. Else there are as many figures as cities:
    in a row of a table below theirs, or three and more in elements of one kind.
    """
    cities = [mark for mark in marks if mark.kind == "city"]
    figures = _of_now([mark for mark in marks if mark.kind != "city"])
    chosen, shown = _chosen(cities), _chosen(figures)
    if len(chosen) == 1 and (len(figures) == 1 or (shown == chosen and len(figures) == len(cities))):
        return _pairs([cities[chosen[0]]], [figures[0 if len(figures) == 1 else shown[0]]])
    if chosen or shown or len(cities) != len(figures) or not (_is_row(cities) and _is_row(figures)):
        return []
    if any(element.tag in _CHOOSING for city in cities for element in _near(city)):
        return []  # a menu, whose figures are those of one city
    owners = [mark.owner for mark in (*cities, *figures) if mark.owner is not None]
    in_table = len(set(owners)) == len(cities) + len(figures) and all(owner.tag in CELLS for owner in owners)
    return _pairs(cities, figures) if in_table or len(cities) >= MIN_LIST else []


def without_menu(marks: Sequence[Mark], box: HtmlElement) -> list[Mark]:
    """Return the marks of a box with the choice alone of a menu of cities that stands before all figures; any others as they are.

    The choice is the city that a button says, or the one before the list, which names it again.
    """
    heads = list(takewhile(lambda mark: mark.kind != "degrees", marks))
    cities = [mark for mark in heads if mark.kind == "city"]
    figures = sum(1 for mark in marks if mark.kind == "degrees")
    if len(cities) < MIN_LIST or figures >= len(cities) - 1:
        return list(marks)
    said = {place.key for button in box.iter("button") if (place := place_of(short_text(button, MAX_PLACE)))}
    items = cities if said else cities[1:]
    choice = [city for city in items if city.city in (said or {cities[0].city})]
    if len(choice) != 1 or not _is_row(items):
        return list(marks)
    words = [mark for mark in heads if mark.kind == "word"]
    return [*words, replace(choice[0], at=cities[-1].at), *marks[len(heads) :]]


def of_places(marks: Sequence[Mark]) -> list[Weather]:
    """Return the temperatures of a line of places, each before its figure; [] for fewer than MIN_LIST or another order.

    Some of them need not be cities: a pass, a capital abroad; the last may have a range, which is none. Behind a figure may
    stand what the sky is like, in small letters.
    """
    if not _LINE.fullmatch("".join(map(_kind_in_line, marks))):
        return []
    known = [at for at, mark in enumerate(marks) if mark.kind == "city"]
    return _pairs([marks[at] for at in known], [marks[at + 1] for at in known])


def _kind_in_line(mark: Mark) -> str:
    if mark.kind != "word":
        return "d" if mark.kind == "degrees" else "c" if mark.alone else "x"
    other = is_other(mark.said) or is_elsewhere(mark.said) or is_limit(mark.said) or mark.said in UP_TO
    return "x" if other else "p" if mark.said[:1].isupper() else "w"


def _is_before_nothing(city: Mark) -> bool:
    """Return whether an empty element stands behind a city's: the place of its own figure."""
    if city.owner is None or (behind := city.owner.getnext()) is None:
        return False
    return behind.tag == city.owner.tag and not spaced_text(behind)


def _of_now(marks: Sequence[Mark]) -> list[Mark]:
    """Return the figures that stand before all words, or those behind the word for the day where a row of the night's follows.

    None where other words stand among them; behind a single figure may stand what the sky is like.
    """
    rows = [(kind, list(same)) for kind, same in groupby(marks, key=lambda mark: mark.kind)]
    kinds = [kind for kind, _ in rows]
    words = [mark.said for mark in marks if mark.kind == "word"]
    if kinds == ["degrees", "word"] and len(rows[0][1]) == 1:
        return [] if any(part_of(said) == "night" or is_felt_or_water(said) for said in words) else rows[0][1]
    if kinds[0] == "degrees" and all(map(is_other, words)):
        return rows[0][1]
    parts = [part_of(same[0].said) if len(same) == 1 else "" for kind, same in rows if kind == "word"]
    if kinds == ["word", "degrees"] * 2 and sorted(parts) == ["day", "night"]:
        return rows[1 if parts[0] == "day" else 3][1]
    return []


def _pairs(cities: Sequence[Mark], figures: Sequence[Mark]) -> list[Weather]:
    return list(map(observed, cities, figures))


def observed(city: Mark, figure: Mark) -> Weather:
    """Return the observation that a city's name and its figure make."""
    return Weather(city=city.said, city_key=city.city, temperature=figure.degrees, raw=figure.said)


def _near(mark: Mark) -> list[HtmlElement]:
    """Return the element that a mark stands in, and the one around it."""
    owner = mark.owner
    return [] if owner is None else [owner, *([] if (holder := owner.getparent()) is None else [holder])]


def _chosen(marks: Sequence[Mark]) -> list[int]:
    """Return the places of the marks whose element is named as the chosen one; [] where all are."""
    found = [at for at, mark in enumerate(marks) if any(map(_is_chosen, _near(mark)))]
    return found if len(found) < len(marks) else []


def _is_chosen(element: HtmlElement) -> bool:
    return element.get("aria-selected") == "true" or not CHOSEN.isdisjoint(words_of(element).split())


def _is_row(marks: Sequence[Mark]) -> bool:
    """Return whether marks stand alone in elements of one kind, side by side or each in one of such, or on lines of one."""
    owners = [mark.owner for mark in marks if mark.owner is not None]
    if len(owners) == len(marks) and len(set(owners)) == 1:
        return sum(1 for _ in owners[0].iterchildren("br")) >= len(marks) - 1
    if len(set(owners)) != len(marks) or len({owner.tag for owner in owners}) > 1:
        return False
    holders = [owner.getparent() for owner in owners]
    if len(set(holders)) == 1:
        return True
    above = {holder.getparent() for holder in holders if holder is not None}
    return len(set(holders)) == len(marks) and len(above) == 1


def under_heads(marks: Sequence[Mark], blocks: Sequence[Block]) -> list[Mark]:
    """Return the marks of a table's rows without the figures that the heads of their columns call another time's or an extreme.

    Figures under "күндіз" and "түнде" get these words before them.
    """
    found: list[Mark] = []
    for mark in marks:
        said = head_over(mark.owner if mark.owner is not None else blocks[mark.at].element) if mark.kind == "degrees" else ""
        if not (is_other(said) or is_dated(said)):
            found.append(mark)
        elif part_of(said):
            found += [replace(mark, kind="word", said=said, last=False), mark]
    return found

"""Attributes that say the weather to whoever points at a figure or listens: "Ауа райы: Тараз, 5 градус, ашық"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.texts import has_digit
from kznews.extract.weather.marks import marks_in
from kznews.extract.weather.places import AROUND, MAX_BOX
from kznews.extract.weather.words import is_other
from kznews.extract.widgets import MAX_WIDGET_TEXT
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.weather.marks import Mark
    from kznews.extract.widgets import Sizes

MAX_PARTS = 40
"""Elements of a small box whose attributes are looked at."""
_SAYING = ("title", "aria-label", "alt")


def city_said_with(figure: Mark, element: HtmlElement, is_small: Sizes) -> Mark | None:
    """Return the one city that an attribute in the closest small boxes around an element says with the same figure, or None."""
    for box in islice((element, *element.iterancestors()), AROUND):
        if box.tag in ("body", "html") or not is_small(box, MAX_BOX):
            break
        for part in islice(box.iter(), MAX_PARTS):
            for said in filter(None, map(part.get, _SAYING)):
                if len(said) <= MAX_WIDGET_TEXT and has_digit(said) and (city := _city_in(one_line(said), figure)):
                    return city
    return None


def _city_in(said: str, figure: Mark) -> Mark | None:
    marks = marks_in(said, None)
    cities, figures = ([mark for mark in marks if mark.kind == kind] for kind in ("city", "degrees"))
    if len(cities) != 1 or len(figures) != 1 or figures[0].degrees != figure.degrees:
        return None
    other = any(mark.kind == "word" and is_other(mark.said) for mark in marks)
    return None if other or not cities[0].alone else cities[0]

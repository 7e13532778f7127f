"""The city that a weather widget is about: in words, or in what no text says (a menu's choice, an image's alt text)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.selecting import short_text
from kznews.extract.widgets import MAX_WIDGET_TEXT
from kznews.extract.zones import is_hidden
from kznews.kazakh.cities import cities_in, find_city, find_shortened
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.widgets import Sizes
    from kznews.kazakh.cities import City

MAX_BOX = MAX_WIDGET_TEXT * 8
"""A box with city, sky, degrees, wind and humidity for a few cities holds less text."""
AROUND = 3
"""A figure's own element and the boxes around it that may say what it is about."""
MAX_PLACE = 40
"""Letters of an attribute that says a city and little else ("Погода в Усть-Каменогорске")."""
_BESIDE_CITY = frozenset(
    key(
        "ауа райы погода в во weather in қазір сейчас бүгін сегодня now қазақстан казахстан kz t "
        "қаласындағы қаласының қаласында бойынша городе"
    ).split()
)
"""Words that stand around a city's name in a widget's label ("Погода в Алматы", "Алматы қаласындағы ауа райы")."""
_SIGNS_AROUND = re.compile(r"^[^\w(«]+|[^\w).»]+$")
_ITEMS = ("li", "a")
_LOCATIVE, _GENITIVE, _OF_THERE = ("da", "de", "ta", "te"), ("nin", "din", "tin"), ("dagi", "degi", "tagi", "tegi")
_PREPOSITIONAL, _IN = ("e",), frozenset(("в", "во", "В", "Во"))
_LONGEST_ENDING = 4
_SAYING = ("alt", "title", "aria-label", "data-city", "data-title", "data-name")


@dataclass(frozen=True, slots=True)
class Place:
    """A city as it is named."""

    said: str
    key: str
    alone: bool = True
    """Whether it stands there without an ending ("Алматыда")."""


def silent_city(element: HtmlElement, is_small: Sizes) -> Place | None:
    """Return the one city that the closest small box around an element names without showing it as a text, or None.

    `is_small` knows the boxes of the page. The choice of a menu counts, the button that opens one, and what images, boxes and
    links say in attributes.
    """
    for box in islice((element, *element.iterancestors()), AROUND):
        if box.tag in ("body", "html") or not is_small(box, MAX_BOX):
            break
        found = list(_named_in(box))
        places = {place.key: place for place, chosen in found if chosen} or {place.key: place for place, _ in found}
        if places:
            return next(iter(places.values())) if len(places) == 1 else None
    return None


def _named_in(box: HtmlElement) -> Iterator[tuple[Place, bool]]:
    """Yield the cities that a box names, and whether each is the choice of a menu, whose items name others in attributes."""
    unseen: set[HtmlElement] = set()
    opens = False
    """Whether a button stands before that may open a menu."""
    for node in box.iter():
        if node.getparent() in unseen or (node is not box and isinstance(node.tag, str) and is_hidden(node)):
            unseen.add(node)
            continue
        chosen = [short_text(node, MAX_PLACE)] if node.tag == "button" or node.get("selected") is not None else []
        opens = opens or (node.tag == "button" and any(chosen))
        silent = node.tag == "option" or (opens and node.tag in _ITEMS)
        said = [] if silent else [value for name in _SAYING if (value := node.get(name)) and len(value) <= MAX_PLACE]
        for text in (*chosen, *said):
            if place := place_of(one_line(text)):
                yield place, text in chosen


@lru_cache(maxsize=4096)
def place_of(text: str) -> Place | None:
    """Return the city that a short text names (`known_city`), without signs and labels around its name; None for any other."""
    if (city := known_city(text)) is None:
        return None
    said = text if is_name(text) else " ".join(word for word in text.split() if key(word) not in _BESIDE_CITY)
    said = _SIGNS_AROUND.sub("", said)
    alone = is_name(said)
    return Place(said if alone else _without_ending(said, city), city.key, alone)


def _without_ending(said: str, city: City) -> str:
    """Return a city's name without the ending that says "in" or "of": "Алматыда", "Астананың"; the text itself if it has none."""
    shorter = (said[:-size] for size in range(1, _LONGEST_ENDING + 1))
    named = [name for name in shorter if (found := find_city(name)) and found.key == city.key]
    return next((name for name in named if name[-1:] != name[-2:-1]), said)  # skeletons have no letter twice: "Шымкентт"


def is_name(text: str) -> bool:
    """Return whether a text is the name of a city, in full or shortened, without any other word or ending."""
    return (find_city(text) or find_shortened(text)) is not None


@lru_cache(maxsize=4096)  # a run repeats its widgets
def known_city(place: str) -> City | None:
    """Return the city that a short text names, alone or with words that stand around one in a widget; None for any other."""
    if city := find_city(place) or find_shortened(place):
        return city
    said = [word for word in place.split() if any(map(str.isalnum, word))]
    words = [word for word in said if key(word) not in _BESIDE_CITY]
    labelled = len(words) < len(said)
    endings = (*_LOCATIVE, *((*_GENITIVE, *_OF_THERE) if labelled else ()), *(_PREPOSITIONAL if _IN & frozenset(said) else ()))
    if len(words) == 1 and key(words[0]).endswith(endings):
        return next(iter(cities_in(words[0])), None)  # "Алматыда +18°", "Астананың ауа райы", "Погода в Астане"
    rest = " ".join(words)
    return find_city(rest) or find_shortened(rest) if len(words) < len(place.split()) else None

"""The weather in a page's furniture: an observation of the fetch, never of the article.

A temperature counts with a city of Kazakhstan beside it. Hidden blocks, demo cities and empty figures are placeholders and
give nothing (portals.md section 24).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.selecting import select, spaced_text, text_nodes
from kznews.extract.widgets import DEGREES, MAX_WIDGET_TEXT, OUTSIDE, words_around
from kznews.extract.zones import words_of
from kznews.items import Weather
from kznews.kazakh.cities import find_city
from kznews.kazakh.numbers import find_numbers, read_temperature
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from lxml.html import HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document

MAX_CITIES = 20
"""Regional centres are 20; a longer list is no widget."""
MAXDEGREES = 60
"""No place in Kazakhstan is colder or hotter (reliability rule W2)."""
NEAR = 3
"""Blocks between a city and its temperature."""
_WEATHER_WORDS = re.compile(r"weather|forecast|temper|temp|pogoda|meteo|aua|wdt")
_NUMBER_START = re.compile(r"[+\-−–]?\d")


def read_weather(document: Document, furniture: Sequence[Block], selector: str) -> list[Weather]:
    """Return the temperatures a page shows outside its article with a city of Kazakhstan, each once; [] if none."""
    found: list[Weather] = []
    for element in select(document.tree, selector):
        found += _pairs([(" ".join(text.split()), text.getparent()) for text in text_nodes(element) if text.strip()])
    if not found:
        found = list(_weather_nearby(furniture))
    return list({(weather.city_key, weather.raw): weather for weather in reversed(found)}.values())[::-1][:MAX_CITIES]


def _weather_nearby(furniture: Sequence[Block]) -> Iterator[Weather]:
    """Yield pairs of city and temperature from blocks that stand together."""
    for at, block in enumerate(furniture):
        said = block.spaced
        if len(said) > MAX_WIDGET_TEXT or not any(map(str.isdigit, said)) or block.zone in OUTSIDE:
            continue
        if not DEGREES.search(said) and not _WEATHER_WORDS.search(words_around(block)):
            continue
        own = list(_pairs(list(zip(block.atoms, block.owners, strict=True)))) or list(_pairs([(said, None)]))
        if own:
            yield from own
        elif (temperature := read_temperature(said)) and (city := _city_near(furniture, at)):
            yield Weather(city=city[0], city_key=city[1], temperature=temperature, raw=one_line(said))


def _city_near(furniture: Sequence[Block], at: int) -> tuple[str, str] | None:
    """Return the city as shown and its key, of the nearest short block that names a place; a place abroad ends the search."""
    for distance in range(1, NEAR + 1):
        for other in (at - distance, at + distance):
            if not 0 <= other < len(furniture) or not _share_widget(furniture[at], furniture[other]):
                continue
            for atom in furniture[other].atoms:
                if city := find_city(atom):
                    return one_line(atom), city.key
    return None


def _share_widget(block: Block, other: Block) -> bool:
    """Return whether two blocks stand in one small box of the page."""
    mine = {block.element, *list(block.element.iterancestors())[:3]}
    for node in (other.element, *list(other.element.iterancestors())[:3]):
        if node in mine and node.tag not in ("body", "html"):
            return sum(len(part) for part in node.itertext()) <= MAX_WIDGET_TEXT * 8
    return False


def _pairs(atoms: Sequence[tuple[str, HtmlElement | None]]) -> Iterator[Weather]:
    """Yield city and temperature from the texts of one widget, in either order or in one text."""
    city: tuple[str, str] | None = None
    waiting: tuple[str, Decimal] | None = None
    for atom, owner in atoms:
        for said in _pieces(atom):
            place = said.split(",")[0].strip()
            if found := find_city(place):
                city = (one_line(place), found.key)
            elif (temperature := _degrees(said, owner)) is not None:
                waiting = (_shown(atom, owner), temperature)
            if city and waiting:
                yield Weather(city=city[0], city_key=city[1], temperature=waiting[1], raw=waiting[0])
                city = waiting = None


def _degrees(said: str, owner: HtmlElement | None) -> Decimal | None:
    """Return a temperature; a bare figure is one only in an element that calls itself weather ("Семей, 9 🌨")."""
    found = read_temperature(said)
    if found is not None or owner is None or not _WEATHER_WORDS.search(words_of(owner)):
        return found
    figures = find_numbers(said)
    bare = len(figures) == 1 and not any(map(str.isalnum, said[: figures[0][0]] + said[figures[0][1] :]))
    return figures[0][2] if bare and abs(figures[0][2]) <= MAXDEGREES else None


def _shown(atom: str, owner: HtmlElement | None) -> str:
    """Return the text of the element that holds a figure, if it is short; else the text node."""
    whole = spaced_text(owner) if owner is not None else atom
    return one_line(whole if len(whole) <= MAX_WIDGET_TEXT // 2 else atom)


def _pieces(atom: str) -> list[str]:
    """Return the parts of "Астана, -11 🌨" or "Алматы +35°": the place and the figure."""
    match = _NUMBER_START.search(atom)
    if not match:
        return [atom]
    before, after = atom[: match.start()].strip(" ,:;|·•"), atom[match.start() :].strip()
    glued = match.start() > 0 and atom[match.start() - 1].isalpha() and not atom[match.start()].isdigit()
    return [piece for piece in (before, after) if piece] if not glued else [atom]

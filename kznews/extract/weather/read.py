"""The weather in a page's furniture: an observation of the fetch, never of the article.

A temperature counts with a city of `kznews.kazakh.cities` beside it; of day and night the day's. Hidden blocks, demo cities
and empty figures are placeholders and give nothing (portals.md section 24).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import dropwhile, islice, starmap, takewhile
from typing import TYPE_CHECKING

from kznews.extract.selecting import short_text, text_nodes
from kznews.extract.texts import has_digit
from kznews.extract.weather.awaiting import shows_noughts
from kznews.extract.weather.day import UP_TO, by_day, without_ranges
from kznews.extract.weather.degree_words import says_degrees
from kznews.extract.weather.lists import are_lists, from_lists, observed, of_places, under_heads, without_menu
from kznews.extract.weather.marks import (
    SKY,
    Mark,
    marks_in,
)
from kznews.extract.weather.measures import is_measure, without_measures
from kznews.extract.weather.places import MAX_BOX, silent_city
from kznews.extract.weather.row import MAX_CITIES, Row, showing
from kznews.extract.weather.sentences import in_sentences, says_in_clauses
from kznews.extract.weather.slides import is_turned_away
from kznews.extract.weather.spoken import city_said_with
from kznews.extract.weather.texts import texts_of, with_degrees
from kznews.extract.weather.today import of_today
from kznews.extract.weather.words import is_elsewhere, is_felt_or_water, is_other
from kznews.extract.widgets import (
    DEGREES,
    MAX_BLOCKS,
    MAX_WIDGET_TEXT,
    OUTSIDE,
    is_dated,
    is_expected,
)
from kznews.kazakh.currency import find_currency
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence
    from datetime import date

    from lxml import etree
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document
    from kznews.items import Weather

MAX_LINES = 20
"""A header has a line or two; to read one takes as long as a hundred blocks."""
NEAR = 3
"""Blocks between a city and its temperature, at most."""
_ROWS = ("tr", "tbody", "table")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DEGREE_SIGNS = ("°", "º", "˚", "℃")
_BEFORE_C = "|".join(rf"(?<={before}[CС])" for before in (r"\d", r"\d\s", r"[oо0]", r"[oо0]\s"))
SIGNS = re.compile(rf"[°º˚℃CС{SKY.pattern[1:]}(?:(?<![CС])|(?:{_BEFORE_C})(?!\w))")
"""What may stand beside the figure of a temperature, as one set of letters first: that is searched fast."""
SIGN_LIKE = re.compile(rf"[°º˚℃CС{SKY.pattern[1:]}(?:(?<![CС])|(?!\w))")
"""What may be one of the SIGNS, whatever stands before it."""


def read_weather(document: Document, furniture: Sequence[Block], selector: str, today: date | None = None) -> list[Weather]:
    """Return the temperatures a page shows outside its article with a city beside each, each once; [] if none.

    `today` is the day of the fetch: of a table of days its row counts.
    """
    found: list[Weather] = []
    for element in document.index.select(selector):
        nodes = [(" ".join(text.split()), text.getparent()) for text in text_nodes(element) if text.strip() and _chosen(text)]
        found += _paired([mark for atom, owner in nodes for mark in marks_in(atom, owner)])
    if not found:
        found = [*_in_menus(document), *_on_buttons(document), *_weather_nearby(furniture[:MAX_BLOCKS], document, today)]
    found = [weather for weather in found if weather.temperature is not None]
    if found and not any(weather.temperature for weather in found):  # nought everywhere: perhaps no service has answered
        several = len({weather.city_key for weather in found}) > 1
        found = [] if several or shows_noughts(furniture[:MAX_BLOCKS]) else found
    return list({(weather.city_key, weather.temperature): weather for weather in reversed(found)}.values())[::-1][:MAX_CITIES]


def _chosen(text: etree._ElementUnicodeResult) -> bool:
    """Return whether a text is shown: of the options of a select, the chosen one or else the first."""
    option = text.getparent()
    if option is None or option.tag != "option" or (menu := option.getparent()) is None:
        return True
    return option is _shown_in(menu)


def _in_menus(document: Document) -> Iterator[Weather]:
    """Yield what menus show whose choices say a city and its temperature each: the chosen one, or else the first."""
    for menu in document.index.tagged("select"):
        shown = _shown_in(menu)
        said = short_text(shown, MAX_WIDGET_TEXT) if shown is not None else ""
        if DEGREES.search(said) and _is_seen(menu, document):
            yield from _paired(marks_in(one_line(said), None))


def _is_seen(element: HtmlElement, document: Document) -> bool:
    return document.index.hidden.isdisjoint((element, *element.iterancestors()))


def _shown_in(menu: HtmlElement) -> HtmlElement | None:
    """Return the choice that a menu shows: the one that is marked, or else the first; None for a menu without any."""
    first = next(menu.iter("option"), None)
    return next((option for option in menu.iter("option") if option.get("selected") is not None), first)


def _on_buttons(document: Document) -> Iterator[Weather]:
    """Yield what buttons and labels with a menu of cities say: the city that is chosen, and its temperature."""
    shown = [button for button in document.index.tagged("button") if DEGREES.search(short_text(button, MAX_WIDGET_TEXT))]
    shown += [label for label in document.index.tagged("label") if DEGREES.search(short_text(label, MAX_BOX))]
    for control in shown:
        if _is_seen(control, document):
            texts = ((said, control) for text in text_nodes(control) if _chosen(text) and (said := one_line(text)))
            yield from _paired([mark for said, _ in with_degrees(texts) for mark in marks_in(said, None)])


def _weather_nearby(blocks: Sequence[Block], document: Document, today: date | None) -> Iterator[Weather]:
    """Yield city and temperature from single blocks, and from blocks that stand together in a small box."""
    row = Row(blocks, today)
    figured = [(at, block) for at, block in enumerate(blocks) if len(block.text) <= MAX_BOX and has_digit(block.text)]
    figured = [(at, block) for at, block in figured if block.zone not in OUTSIDE]
    shown = showing(row, figured, document)
    lined = list(islice(((at, block) for at, block in figured if _is_line(block)), MAX_LINES))
    away = {at for at in {*shown, *(at for at, _ in lined)} if is_turned_away(blocks[at].element)}
    shown = [at for at in shown if at not in away]
    lined = [(at, block) for at, block in lined if at not in away]
    lines = {at: pairs for at, block in lined if (pairs := row.told(at, _in_line(block, apart=row.apart)))}
    own = {at: pairs for at in shown if (pairs := _told(row.marks(at)))}
    own |= _in_sentences(row, figured, {*own, *lines, *away})
    own |= {at: [] for at in _expected(row, own)}
    dull: dict[HtmlElement, bool] = {}
    for at in sorted({*shown, *lines, *own}):
        if at in own or at in lines:
            yield from own.get(at, lines.get(at, ()))
        elif row.shows(at, "degrees"):
            box, inside = row.box(at, own)
            if box is not None and box not in dull:
                pairs = list(_in_box(row, box, inside))
                dull[box] = not pairs
                yield from pairs
            if box is None or dull[box]:
                of_day = of_today(row, at)
                yield from (observed(*of_day),) if of_day else _without_text(row, at) if box is None else ()


def _in_box(row: Row, box: HtmlElement, inside: Sequence[int]) -> Iterator[Weather]:
    """Yield what the blocks in a box say of the cities in it; nothing where they tell day by day, or hour by hour alone."""
    now = _before_hours(row, inside)
    if now is not None:
        marks = [replace(mark, at=index) for index in now for mark in row.marks(index)]
        marks = without_menu(under_heads(marks, row.blocks) if box.tag in _ROWS else marks, box)
        yield from _told(marks)


def _before_hours(row: Row, inside: Sequence[int]) -> Sequence[int] | None:
    """Return the blocks before those that say an hour and its temperature each.

    None where others are dated as well, where a word tells of another time, or where the city is not all that its block says.
    """
    dated = [index for index in inside if is_dated(row.blocks[index].spaced)]
    if len(dated) <= 1:
        return inside
    hours = [index for index in dated if row.shows(index, "degrees")]
    if len(hours) <= 1 or len(dated) > len(hours) + 1:
        return None
    now = [index for index in inside if index < hours[0]]
    marks = [(mark, row.blocks[index].text) for index in now for mark in row.marks(index)]
    if any(mark.kind == "word" and is_other(mark.said) and not is_felt_or_water(mark.said) for mark, _ in marks):
        return None
    return now if all(mark.said == text for mark, text in marks if mark.kind == "city") else None


def _without_text(row: Row, at: int) -> Iterator[Weather]:
    """Yield the temperature of a block whose city no text says."""
    element = row.blocks[at].element
    now = list(takewhile(lambda mark: not (mark.kind == "word" and is_other(mark.said)), by_day(row.marks(at))))
    figures = [mark for mark in now if mark.kind != "word"]
    if len(figures) != 1:
        return
    if city := silent_city(element, row.is_small):
        yield from _paired([Mark("city", city.said, city=city.key), *now])
    elif place := city_said_with(figures[0], element, row.is_small):
        yield from _paired([place, *now])


def _in_sentences(row: Row, figured: Iterable[tuple[int, Block]], known: Container[int]) -> dict[int, list[Weather]]:
    """Return what lines that say the weather in clauses tell, by the places of their blocks; not of those in `known`."""
    lines = ((at, block) for at, block in figured if at not in known and says_in_clauses(block))
    said = ((at, starmap(observed, in_sentences(block))) for at, block in islice(lines, MAX_LINES))
    return {at: pairs for at, found in said if (pairs := row.told(at, found))}


def _expected(row: Row, own: Iterable[int]) -> set[int]:
    """Return those of some blocks with city and temperature that stand, one below the other, under a heading like "Ертең".

    Or under the label of another temperature, that of the sea: "Су температурасы".
    """
    below: set[int] = set()
    for at in sorted(own):
        if at and (at - 1 in below or _is_heading(over := row.marks(at - 1)) or _is_heading(over, is_felt_or_water)):
            below.add(at)
    return below


def _is_line(block: Block) -> bool:
    """Return whether a block is a line of many texts, or a long one, with degrees by sign or in words: rates, weather, cities."""
    several = block.has_parts or len(block.text) > MAX_WIDGET_TEXT
    return several and (any(sign in block.text for sign in _DEGREE_SIGNS) or says_degrees(block.spaced, block.atoms))


def _in_line(block: Block, *, apart: bool) -> Iterator[Weather]:
    """Yield the temperatures of a line with their city in the same text or the one before, as far as it tells of now."""
    shown = list(with_degrees(texts_of(block, apart=apart)))
    atoms, texts = [atom for atom, _ in shown], _without_measures([marks_in(atom, owner) for atom, owner in shown])
    if (whole := _in_whole(texts)) is not None:
        yield from whole
        return
    texts = list(map(_before_rates, texts))
    kinds = [["degrees" if mark.said in UP_TO else mark.kind for mark in marks] for marks in texts]  # a range is as two figures
    clocks = [is_dated(atom) and "degrees" not in kind for atom, kind in zip(atoms, kinds, strict=True)]
    for index, told in enumerate(texts):
        if _YEAR.search(atoms[index]) or (clocks[index] and sum(clocks) == 1):
            continue  # the clock, whose weekday is today's
        if any(mark.kind == "word" and is_other(mark.said) for mark in told):
            return
        measured = kinds[index] == ["city", "degrees", "word"] and is_measure(told[-1].said)  # "Орал: +26 °C, жел 4 м/с"
        marks, kind = (told[:-1], kinds[index][:-1]) if measured else (told, kinds[index])
        more = [*kinds[index + 1 : index + 3], [], []]
        alone = len(kind) > 1 and kind == ["city", "degrees"] * (len(kind) // 2)
        apart = kind == ["city"] and more[0] == ["degrees"]
        if (alone and more[0] != ["degrees"]) or (apart and more[1] != ["degrees"]):
            pair = marks if alone else [*marks, *texts[index + 1]]
            yield from _paired(pair if all(mark.alone for mark in pair if mark.kind == "city") else [])


def _in_whole(texts: Sequence[Sequence[Mark]]) -> list[Weather] | None:
    """Return what a line says by its whole order; None where its texts must be read one by one."""
    said = [mark for marks in texts for mark in marks]
    if len(days := by_day(said)) < len(said):  # each of them by day and by night
        named = list(dropwhile(_is_plain_word, days))  # a portal's name may stand first
        if [mark.kind for mark in named] == ["city", "degrees"] * (len(named) // 2):
            return list(_paired(named))
    if are_lists(said):
        return from_lists(said)
    if [mark.kind for mark in said if mark.kind != "word"] == ["city", "degrees", "city"]:
        return []  # whose it is cannot be told
    return next(filter(None, map(of_places, texts)), None)


def _before_rates(marks: list[Mark]) -> list[Mark]:
    """Return the marks of a text that tells degrees without the currencies behind them ("Семей: -8° USD 451.7 EUR 490.1")."""
    end = len(marks)
    while end > 1 and (word := marks[end - 1]).kind == "word" and find_currency(word.said) and not is_other(word.said):
        end -= 1
    return marks[:end] if marks[end - 1 : end] and marks[end - 1].kind == "degrees" else marks


def _is_plain_word(mark: Mark) -> bool:
    return mark.kind == "word" and not (is_other(mark.said) or is_expected(mark.said))


def _without_measures(texts: Sequence[Sequence[Mark]]) -> list[list[Mark]]:
    kept = {id(mark) for mark in without_measures([mark for marks in texts for mark in marks])}
    return [[mark for mark in marks if id(mark) in kept] for marks in texts]


def _told(marks: Sequence[Mark]) -> list[Weather]:
    """Return what the marks of a box say: each city with its temperature, one by one or in two lists."""
    return from_lists(marks) if are_lists(marks) else list(_paired(marks))


def _paired(marks: Sequence[Mark]) -> Iterator[Weather]:
    """Yield each city with its temperature: all cities before their figures, or all behind; nothing where it may be either."""
    marks = without_ranges(by_day(marks))
    known = [mark for mark in marks if mark.kind != "word"]
    if not known or known[0].kind == known[-1].kind or _opens_with_a_place(marks) or are_lists(marks):
        return
    if _is_heading(marks[: marks.index(known[0])]):
        return
    backwards = known[0].kind == "degrees"
    found = list(_neighbours(_backwards(marks) if backwards else marks))
    plain = any(not between for _, _, between in found)
    for city, mark, between in found[::-1] if backwards else found:
        if not (between and plain):  # "Астана | Мәскеу | -7° | Алматы | -1°"
            yield observed(city, mark)


def _backwards(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks from the last to the first, without figures that the word before them says to be another time's or thing's.

    A word for another time stays: further figures may be its as well.
    """
    kept: list[Mark] = []
    for mark in marks:
        word = kept[-1] if kept and kept[-1].kind == "word" and mark.kind == "degrees" else None
        if word is None or not is_other(word.said):
            kept.append(mark)
        elif is_felt_or_water(word.said):
            kept.pop()
    return kept[::-1]


def _neighbours(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark, bool]]:
    """Yield each city, the temperature that follows it nearby, and whether a word stands between."""
    city: Mark | None = None
    between = False
    for mark in marks:
        if mark.kind == "city":
            city, between = mark, False
        elif mark.kind == "word":
            city, between = (None if is_other(mark.said) or is_elsewhere(mark.said) else city), True
        elif city is not None:
            if abs(mark.at - city.at) <= NEAR:
                yield city, mark, between
            city = None


def _is_heading(marks: Sequence[Mark], says: Callable[[str], bool] = is_expected) -> bool:
    """Return whether marks are nothing but words of which one says what follows: "Ертең", "Ауа райы болжамы"."""
    return all(mark.kind == "word" for mark in marks) and any(says(mark.said) for mark in marks)


def _opens_with_a_place(marks: Sequence[Mark]) -> bool:
    """Return whether a name that is no city of ours stands before the first figure ("Киев +17° Алматы")."""
    if len(marks) < 2 or (marks[0].kind, marks[1].kind) != ("word", "degrees"):  # noqa: PLR2004
        return False
    return marks[0].said[:1].isupper() or not marks[0].said[:1].islower()

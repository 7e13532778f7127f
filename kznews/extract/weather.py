"""The weather in a page's furniture: an observation of the fetch, never of the article.

A temperature counts with a city of Kazakhstan beside it. Hidden blocks, demo cities and empty figures are placeholders and
give nothing (portals.md section 24).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract.degree_words import as_said, says_degrees, with_signs
from kznews.extract.phrases import key
from kznews.extract.selecting import short_text, spaced_text, text_nodes
from kznews.extract.texts import has_digit
from kznews.extract.weather_places import MAX_BOX, known_city, silent_city
from kznews.extract.widgets import (
    DEGREES,
    MAX_BLOCKS,
    MAX_WIDGET_TEXT,
    OUTSIDE,
    WEATHER,
    is_dated,
    is_expected,
    is_small,
    stands_in,
)
from kznews.extract.zones import words_of
from kznews.items import Weather
from kznews.kazakh.cities import find_city
from kznews.kazakh.numbers import find_numbers, read_temperature
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from decimal import Decimal

    from lxml import etree
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document

MAX_CITIES = 20
"""Regional centres are 20; a longer list is no widget."""
COLDEST, HOTTEST = -60, 55
"""No place in Kazakhstan is colder or hotter (reliability rule W2)."""
NEAR = 3
"""Blocks between a city and its temperature, at most."""
KNOWN = 4096
"""Texts whose meaning is kept: a run repeats its widgets and menus; each has at most 60 letters, so some 3 MB."""
MAX_SKY = 4
"""Words that say what the sky is like ("малооблачно, небольшой снег"), at most."""

_LETTER = "[^\\W\\d_º]"
_FIGURE = re.compile(rf"[+\-−–]?\d(?:(?!{_LETTER}).|(?<=[°º˚\s\d])[CСcс](?!{_LETTER}))*")
_SIGNED = re.compile(r"[+\-−–]\d\d?(?!\w)")
_SKY = re.compile("[\u2600-\u26c8\U0001f300-\U0001f32b]")
_LABELS = frozenset(map(key, ("ауа райы", "погода", "weather", "бүгін", "қазір", "сейчас", "сегодня", "температура")))
_TITLES = frozenset(map(key, ("ауа райы", "погода", "weather")))
_OTHER_WORDS = (
    "түнде күндіз таңертең кешке ночью днем днём утром вечером night day дс сс бс жм сб жс пн вт чт пт вс "
    "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі понедельник вторник среда четверг пятница суббота воскресенье "
    "кеше вчера yesterday макс мин максимум минимум max min жоғары төмен рекорд орташа среднее average "
    "сезіледі сезілуі ощущается feels су суы теңіз вода воды море water sea топырақ почва"
)
_NOT_THE_AIR_NOW = frozenset(map(key, _OTHER_WORDS.split()))
"""Words between a city and a figure that is another one: of a part of the day or another day, extreme, felt, of the water."""
_DIVIDED = re.compile(r"(?:^|[\w:)]\s+|:)[-−–]\s+$")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DEGREE_SIGNS = ("°", "º", "℃")
_RAISED = re.compile("[oоº°0]")
_LETTER_FOR_DEGREE = re.compile(r"(?<=\d)\s?[oо]\s?(?=[CС]\b)")
_BEFORE_C = "|".join(rf"(?<={before}[CС])" for before in (r"\d", r"\d\s", r"[oо0]", r"[oо0]\s"))
SIGNS = re.compile(rf"[°º℃CС{_SKY.pattern[1:]}(?:(?<![CС])|(?:{_BEFORE_C})(?!\w))")
"""What may stand beside the figure of a temperature, as one set of letters first: that is searched fast."""
SIGN_LIKE = re.compile(rf"[°º℃CС{_SKY.pattern[1:]}(?:(?<![CС])|(?!\w))")
"""What may be one of the SIGNS, whatever stands before it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A city, a temperature or another word in a widget."""

    kind: str
    """"city", "degrees", "word"; "figure" for a bare one, which is a temperature where its element calls itself weather."""
    said: str
    city: str = ""
    alone: bool = False
    """Whether a city is named without a word or an ending beside it."""
    degrees: Decimal | None = None
    last: bool = False
    """Whether a figure ends its text: then its element says how it is shown."""
    at: int = 0
    """The place of its block among the others."""


def read_weather(document: Document, furniture: Sequence[Block], selector: str) -> list[Weather]:
    """Return the temperatures a page shows outside its article with a city of Kazakhstan, each once; [] if none."""
    found: list[Weather] = []
    for element in document.index.select(selector):
        nodes = [(" ".join(text.split()), text.getparent()) for text in text_nodes(element) if text.strip() and _chosen(text)]
        found += _paired([mark for atom, owner in nodes for mark in _marks(atom, owner)])
    if not found:
        found = [*_on_buttons(document), *_weather_nearby(furniture[:MAX_BLOCKS], document)]
    if len(found) > 1 and not any(weather.temperature for weather in found):
        return []  # nought everywhere: no service has answered
    return list({(weather.city_key, weather.temperature): weather for weather in reversed(found)}.values())[::-1][:MAX_CITIES]


def _chosen(text: etree._ElementUnicodeResult) -> bool:
    """Return whether a text is shown: of the options of a select, the chosen one or else the first."""
    option = text.getparent()
    if option is None or option.tag != "option" or (menu := option.getparent()) is None:
        return True
    options = list(menu.iter("option"))
    return option is next((other for other in options if other.get("selected") is not None), options[0])


def _on_buttons(document: Document) -> Iterator[Weather]:
    """Yield what buttons that open a menu of cities say: the city that is chosen, and its temperature."""
    shown = [button for button in document.index.tagged("button") if DEGREES.search(short_text(button, MAX_WIDGET_TEXT))]
    for button in shown:
        if document.index.hidden.isdisjoint((button, *button.iterancestors())):
            yield from _paired([mark for text in text_nodes(button) for mark in _marks(one_line(text), None)])


class _Row:
    """The blocks of a page's furniture; what each shows is read once, and only where it is asked."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._marks: dict[int, list[Mark]] = {}

    def marks(self, at: int) -> list[Mark]:
        """Return what a block shows; [] for one that is longer than a widget's."""
        if at not in self._marks:
            self._marks[at] = _marks_of(self.blocks[at]) if len(self.blocks[at].spaced) <= MAX_WIDGET_TEXT else []
        return self._marks[at]

    def shows(self, at: int, kind: str) -> bool:
        """Return whether a block shows anything of a kind."""
        return any(mark.kind == kind for mark in self.marks(at))

    def box(self, at: int, own: Container[int]) -> tuple[HtmlElement | None, list[int]]:
        """Return the smallest box around a block that also holds a city, and the blocks in it; (None, []) if that is no widget.

        Blocks in `own` have a city of their own.
        """
        first, end = at, at + 1
        element = self.blocks[at].element
        for box in (element, *islice(element.iterancestors(), 3)):
            if box.tag in ("body", "html") or not is_small(box, MAX_BOX):
                break
            while first > max(0, at - MAX_CITIES) and stands_in(self.blocks[first - 1].element, box):
                first -= 1
            while end < min(len(self.blocks), at + MAX_CITIES) and stands_in(self.blocks[end].element, box):
                end += 1
            inside = [index for index in range(first, end) if index not in own and self.may_belong(index)]
            if any(self.shows(index, "city") for index in inside):
                return box, inside
        return None, []

    def may_belong(self, at: int) -> bool:
        """Return whether a block is as short as a widget's and stands where one may be."""
        return len(self.blocks[at].spaced) <= MAX_WIDGET_TEXT and self.blocks[at].zone not in OUTSIDE


def _weather_nearby(blocks: Sequence[Block], document: Document) -> Iterator[Weather]:
    """Yield city and temperature from single blocks, and from blocks that stand together in a small box."""
    row = _Row(blocks)
    showing = _showing(row, document)
    lines = {at: pairs for at, block in enumerate(blocks) if _is_line(block) and (pairs := list(_in_line(block)))}
    own = {at: pairs for at in showing if (pairs := list(_paired(row.marks(at))))}
    own |= {at: [] for at in own if at and _is_heading(row.marks(at - 1))}
    seen: set[HtmlElement] = set()
    for at in sorted({*showing, *lines}):
        if at in own or at in lines:
            yield from own.get(at, lines.get(at, ()))
        elif row.shows(at, "degrees"):
            box, inside = row.box(at, own)
            if box is not None and box not in seen:
                seen.add(box)
                if sum(is_dated(blocks[index].spaced) for index in inside) > 1:
                    continue  # hour by hour, or day by day
                yield from _paired([replace(mark, at=index) for index in inside for mark in row.marks(index)])
            elif box is None and (city := silent_city(blocks[at].element)):
                now = list(takewhile(lambda mark: not (mark.kind == "word" and _is_other(mark.said)), row.marks(at)))
                figures = [mark for mark in now if mark.kind != "word"]
                place = Mark("city", city.said, city=city.key)
                yield from _paired([place, *now] if len(figures) == 1 else [])


def _showing(row: _Row, document: Document) -> list[int]:
    """Return the places of the blocks that may show a temperature, if one of them does: most pages have only signs like it."""
    figures = {
        block: at
        for at, block in enumerate(row.blocks)
        if len(block.text) <= MAX_WIDGET_TEXT and has_digit(block.text) and row.may_belong(at)
    }
    showing = [block for block in figures if _shows(block)]
    silent = list(figures.keys() - showing)
    showing += WEATHER.around(silent, document.index, inner=True)
    showing += [block for block in silent if _SIGNED.search(block.spaced) and _shows_weather(block.element)]
    places = sorted({figures[block] for block in showing})
    return places if any(row.shows(at, "degrees") for at in places) else []


def _is_line(block: Block) -> bool:
    """Return whether a block is a line of many texts with a sign of degrees: rates and weather, or a row of cities."""
    if not block.has_parts or len(block.text) > MAX_BOX or block.zone in OUTSIDE:
        return False
    return any(sign in block.text for sign in _DEGREE_SIGNS)


def _in_line(block: Block) -> Iterator[Weather]:
    """Yield the temperatures of a line with their city in the same text or the one before, as far as it tells of now."""
    texts = [_marks(atom, owner) for atom, owner in _parts(block)]
    kinds = [[mark.kind for mark in marks] for marks in texts]
    clocks = [is_dated(atom) and "degrees" not in kind for atom, kind in zip(block.atoms, kinds, strict=True)]
    for index, marks in enumerate(texts):
        if _YEAR.search(block.atoms[index]) or (clocks[index] and sum(clocks) == 1):
            continue  # the clock, whose weekday is today's
        if any(mark.kind == "word" and _is_other(mark.said) for mark in marks):
            return
        more = [*kinds[index + 1 : index + 3], [], []]
        alone = len(kinds[index]) > 1 and kinds[index] == ["city", "degrees"] * (len(kinds[index]) // 2)
        apart = kinds[index] == ["city"] and more[0] == ["degrees"]
        if (alone and more[0] != ["degrees"]) or (apart and more[1] != ["degrees"]):
            pair = marks if alone else [*marks, *texts[index + 1]]
            yield from _paired(pair if all(mark.alone for mark in pair if mark.kind == "city") else [])


def _shows(block: Block) -> bool:
    """Return whether a short text has a sign of degrees or of the sky, or a raised letter for one."""
    return _has_sign(block.spaced) or _is_raised_in(block)


@lru_cache(maxsize=KNOWN)
def _has_sign(said: str) -> bool:
    return any(pattern.search(said) for pattern in (DEGREES, _LETTER_FOR_DEGREE, _SKY)) or says_degrees(said)


def _is_raised_in(block: Block) -> bool:
    """Return whether a text in a block is raised for the sign of the degree."""
    return block.has_parts and any(_is_raised(atom, owner) for atom, owner in _parts(block))


def _is_raised(atom: str, owner: HtmlElement) -> bool:
    """Return whether a text is a letter or a nought that is raised for the sign of the degree."""
    return owner.tag == "sup" and _RAISED.fullmatch(atom) is not None


def _parts(block: Block) -> Iterator[tuple[str, HtmlElement]]:
    return zip(block.atoms, block.owners, strict=True)


def _paired(marks: Sequence[Mark]) -> Iterator[Weather]:
    """Yield each city with its temperature: all cities before their figures, or all behind; nothing where it may be either."""
    known = [mark for mark in marks if mark.kind != "word"]
    if not known or known[0].kind == known[-1].kind or _opens_with_a_place(marks):
        return
    kinds = [mark.kind for mark in known]
    if kinds.count("degrees") == 1 and kinds.count("city") > 2:  # noqa: PLR2004
        return  # a choice of cities: which one is shown cannot be told
    if _is_heading(marks[: marks.index(known[0])]):
        return
    backwards = known[0].kind == "degrees"
    found = list(_neighbours(marks[::-1] if backwards else marks))
    plain = any(not between for _, _, between in found)
    for city, mark, between in found[::-1] if backwards else found:
        if not (between and plain):  # "Астана | Мәскеу | -7° | Алматы | -1°"
            yield Weather(city=city.said, city_key=city.city, temperature=mark.degrees, raw=mark.said)


def _neighbours(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark, bool]]:
    """Yield each city, the temperature that follows it nearby, and whether a word stands between."""
    city: Mark | None = None
    between = False
    for mark in marks:
        if mark.kind == "city":
            city, between = mark, False
        elif mark.kind == "word":
            city, between = (None if _is_other(mark.said) else city), True
        elif city is not None:
            if abs(mark.at - city.at) <= NEAR:
                yield city, mark, between
            city = None


def _is_other(said: str) -> bool:
    """Return whether a word says that the figure behind it is not the air's of this hour."""
    return is_expected(said) or not _NOT_THE_AIR_NOW.isdisjoint(key(said).split())


def _is_heading(marks: Sequence[Mark]) -> bool:
    """Return whether marks are nothing but words and say that what follows is expected: "Ертең", "Ауа райы болжамы"."""
    return all(mark.kind == "word" for mark in marks) and any(is_expected(mark.said) for mark in marks)


def _opens_with_a_place(marks: Sequence[Mark]) -> bool:
    """Return whether a name that is no city of ours stands before the first figure ("Киев +17° Алматы")."""
    if len(marks) < 2 or (marks[0].kind, marks[1].kind) != ("word", "degrees"):  # noqa: PLR2004
        return False
    return marks[0].said[:1].isupper() or not marks[0].said[:1].islower()


def _marks_of(block: Block) -> list[Mark]:
    """Return what a block shows: text node by text node, or as one text where a figure's parts are apart ("-0.1<i>C</i>")."""
    if "0" in block.atoms and _awaits_script(block):
        return []
    nodes = [mark for atom, owner in _parts(block) for mark in _marks(atom, owner)]
    figures = sum(mark.kind == "degrees" for mark in nodes) if has_digit(block.text) else -1  # most have none
    alone = figures == 1 and all(mark.kind != "city" for mark in nodes)
    if alone or figures == 0 or (figures > 0 and _is_raised_in(block)):
        whole = _marks(_with_degree_signs(block), None)
        nodes = whole if any(mark.kind == "degrees" for mark in whole) else nodes
    return [] if _is_prose(nodes, linked=block.link_share > 0.5) else nodes  # noqa: PLR2004


def _awaits_script(block: Block) -> bool:
    """Return whether a nought is all that stands in an element with an id: what a script has not filled yet."""
    return any(atom == "0" and owner.get("id") and spaced_text(owner) == "0" for atom, owner in _parts(block))


def _with_degree_signs(block: Block) -> str:
    """Return a block's text with the sign of the degree where a letter or a nought is raised, or stands before the C, for it."""
    parts = ["°" if _is_raised(atom, owner) else f" {atom}" for atom, owner in _parts(block)]
    return _LETTER_FOR_DEGREE.sub("°", "".join(parts).strip()) if "°" in parts else _LETTER_FOR_DEGREE.sub("°", block.spaced)


def _is_prose(marks: Sequence[Mark], *, linked: bool) -> bool:
    """Return whether a text says something about the weather ("Бүгін аяз -30° болады") instead of showing a temperature."""
    kinds = [mark.kind for mark in marks]
    words = sum(len(mark.said.split()) for mark in marks if mark.kind == "word")
    if (words or linked) and any(mark.kind == "city" and not mark.alone for mark in marks):
        return True  # "Шымкентте +40°C ыстық"
    around = kinds[:1] == kinds[-1:] == ["word"] and "city" not in kinds
    return "degrees" in kinds and (words > MAX_SKY or (bool(words) and around) or (linked and words > 1))


def _marks(atom: str, owner: HtmlElement | None) -> list[Mark]:
    """Return the cities, temperatures and other words of "Астана, -11 🌨", "Алматы +35° Шымкент +38°", "ясно"."""
    marks = _known_marks(atom) if len(atom) <= MAX_WIDGET_TEXT else _marks_in(atom)
    if any(mark.kind == "figure" for mark in marks):
        weather = owner is not None and _calls_itself_weather(owner)
        marks = tuple(replace(mark, kind="degrees") if weather else mark for mark in marks if weather or mark.kind != "figure")
    return [replace(mark, said=_shown(atom, owner)) if mark.last else mark for mark in marks]


def _marks_in(said: str) -> tuple[Mark, ...]:
    """Return what a text shows, whatever element it stands in."""
    found: list[Mark] = []
    end, atom = 0, with_signs(said)
    for match in _FIGURE.finditer(atom):
        if match.start() and atom[match.start() - 1].isalpha() and match[0][0] in "-–":
            return tuple(found)  # "Абай-33°С": a minus or a mark between
        if _DIVIDED.search(atom[: match.start()]) and match[0][0].isdigit():
            return tuple(found)  # "Абай - 33°С" likewise
        found += _words(atom[end : match.start()])
        end = match.end()
        kind, degrees = _degrees(match[0].rstrip(" ,:;|·•/–-"), atom[match.start() :])
        if degrees is not None and COLDEST <= degrees <= HOTTEST:
            raw, last = as_said(said, one_line(match[0])), end == len(atom)
            found.append(Mark(kind, raw, degrees=degrees, last=last))
    return (*found, *_words(atom[end:]))


_known_marks = lru_cache(maxsize=KNOWN)(_marks_in)


def _words(text: str) -> list[Mark]:
    said = text.strip(" ,:;|·•/–-")
    label, colon, named = said.partition(":")
    said = named.strip() if colon and key(label) in _LABELS else said  # "Ауа райы: Тараз"
    place = one_line(said.split(",")[0])
    if city := known_city(place):
        return [Mark("city", place, city=city.key, alone=find_city(place) is not None)]
    return [Mark("word", said)] if any(map(str.isalpha, said)) and key(said) not in _LABELS else []


def _degrees(said: str, rest: str) -> tuple[str, Decimal | None]:
    """Return a temperature as "degrees"; a bare figure as "figure", or as "degrees" beside a sign of the sky."""
    if "%" in said:
        return "", None
    if (found := read_temperature(said)) is not None:
        return "degrees", found
    figures = find_numbers(rest)
    bare = len(figures) == 1 and not figures[0][0] and not any(map(str.isalnum, rest[figures[0][1] :]))
    return "degrees" if _SKY.search(rest) else "figure", figures[0][2] if bare else None


def _calls_itself_weather(owner: HtmlElement) -> bool:
    """Return whether the element of a figure names the weather, or a picture of the weather stands in the same small box."""
    if WEATHER.words.search(words_of(owner)):
        return True
    return any(box is not None and _shows_weather(box) for box in (owner, owner.getparent()))


def _shows_weather(box: HtmlElement) -> bool:
    """Return whether a child of a box is a picture whose name or alt text says weather (kazinform, 2022), or says so itself."""
    if any(WEATHER.words.search(f"{picture.get('src')} {picture.get('alt')}".lower()) for picture in box.iterchildren("img")):
        return True
    return any(key(child.text or "") in _TITLES for child in box.iterchildren("b", "span", "strong"))


def _shown(atom: str, owner: HtmlElement | None) -> str:
    """Return the text of the element that holds a figure, if it is short; else the text node."""
    whole = spaced_text(owner) if owner is not None else atom
    return one_line(whole if len(whole) <= MAX_WIDGET_TEXT // 2 else atom)

"""What the short texts of a weather widget show: cities, temperatures and other words, in page order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.weather.day import DOWN, UP, UP_TO
from kznews.extract.weather.degree_words import as_said, says_degrees, with_signs
from kznews.extract.weather.hints import called_other, calls_itself_weather
from kznews.extract.weather.measures import is_measure, without_measures
from kznews.extract.weather.pictures import is_behind_picture, part_by_picture, signs_in_words
from kznews.extract.weather.places import place_of
from kznews.extract.weather.texts import ALONE, MEASURED, as_read, tells_days, texts_of, with_degrees
from kznews.extract.weather.words import PARTS, is_elsewhere, is_other
from kznews.extract.widgets import DEGREES, MAX_WIDGET_TEXT, MONTHS, WEEKDAYS, is_dated, is_expected
from kznews.kazakh.cities import cities_in
from kznews.kazakh.numbers import find_numbers, read_temperature
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

COLDEST, HOTTEST = -60, 55
"""No place in Kazakhstan is colder or hotter (reliability rule W2)."""
KNOWN = 4096
"""Texts whose meaning is kept: a run repeats its widgets and menus; each has at most 60 letters, so some 3 MB."""
MAX_SKY = 4
"""Words that say what the sky is like ("малооблачно, небольшой снег"), at most."""
MAX_LABEL = 3
"""Words of the label of wind, humidity and the like ("Жел солтүстіктен"), at most."""
MIN_FIELDS = 2
"""Texts of a label and a figure that no sentence is broken into."""

_LETTER = "[^\\W\\d_º]"
_FIGURE = re.compile(rf"[+\-−–]?\d(?:(?!{_LETTER}).|(?<=[°º˚\s\d])[CСcс](?!{_LETTER}))*")
_SIGN_LIKE = re.compile(rf"[+\-−–]\d|˚|\d\s{{0,2}}[CСcс](?!{_LETTER})")
_ENDS_BARE = re.compile(rf"(?s:.*{_LETTER})?(?:(?!{_LETTER})\D)*0*\d{{1,2}}(?:[.,]\d{{1,20}})?[\W_]*")
"""One figure of a temperature's size behind the last letter, and nothing behind it."""
SKY = re.compile("[\u2600-\u26c8\U0001f300-\U0001f32b]")
"""The signs of sun, clouds and rain."""
_AT_SKY = re.compile(r"(?:\s[—–-]|:)\s(?=(?:[^\W\d_]+\s?){1,3},?$)")
"""A dash or a colon between a city and at most three words on the sky ("Орал — бұлтты, +2 °C")."""
_AT_LABEL = re.compile(r"(.{3,12}?)(?:,|\s[—–-])\s*(\S.*)")
"""A comma or a dash behind the title of a widget."""
_LABELS = frozenset(map(key, ("ауа райы", "погода", "weather", "бүгін", "қазір", "сейчас", "сегодня", "температура")))
_BESIDE = " ,:;|·•/–-\u060c\u061b"
"""Signs between a city and its figure; the last two are comma and semicolon in Arabic script."""
_REGION = tuple(map(key, ("облыс", "област", "аудан", "район")))
_DIVIDED = re.compile(r"(?:^|[\w:)]\s+|:)[-−–]\s+$")
_BY_BLANK = re.compile(r"[-−–] +(?=\d)")
"""A minus with a blank behind it."""
_BEFORE_OTHERS = re.compile(r"[^\W\d_]\Z|[№#]\s?\Z")
"""What a figure without a sign of its own stands behind that is a name's or a number's."""
_DASH = re.compile(r"[\u2014\u2015](?=\d)")
_FAHRENHEIT = re.compile(r"F\b")
_TWO_NOUGHTS = re.compile(r"[+\-−–]?0{2,}(?!\d)")
"""No service writes nought degrees so: a template does, to show how wide a figure is."""
_RAISED = re.compile("[oоº°0]")
_LETTER_FOR_DEGREE = re.compile(r"(?<=\d)\s?[oо]\s?(?=[CС]\b)")


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
    """None for a figure that is a placeholder: it keeps its place among the others."""
    last: bool = False
    """Whether a figure or a word ends its text: then the figure's element says how it is shown."""
    bare: bool = False
    """Whether nothing but the name of its element says that a figure is degrees."""
    at: int = 0
    """The place of its block among the others."""
    part: str = ""
    """"day" or "night" for a figure behind a picture of the sun or the moon."""
    owner: HtmlElement | None = None
    """The element that its text stands in, where it was read from one."""


def has_sign(block: Block) -> bool:
    """Return whether a short text has a sign of degrees or of the sky, or a raised letter for one."""
    return _says_sign(block.spaced) or _is_raised_in(block)


@lru_cache(maxsize=KNOWN)
def _says_sign(said: str) -> bool:
    return any(pattern.search(said) for pattern in (DEGREES, _LETTER_FOR_DEGREE, SKY)) or says_degrees(said)


def may_be_bare(block: Block) -> bool:
    """Return whether a short text without a sign of degrees may show some: quickly told, never False where it does."""
    return any(map(_ends_bare, block.atoms)) or _SIGN_LIKE.search(block.spaced) is not None


@lru_cache(maxsize=KNOWN)
def _ends_bare(atom: str) -> bool:
    return not atom[-1:].isalpha() and _ENDS_BARE.fullmatch(atom) is not None


def _is_raised_in(block: Block) -> bool:
    """Return whether a text in a block is raised for the sign of the degree."""
    return block.has_parts and any(_is_raised(atom, owner) for atom, owner in texts_of(block))


def _is_raised(atom: str, owner: HtmlElement) -> bool:
    """Return whether a text is a letter or a nought that is raised for the sign of the degree."""
    return owner.tag == "sup" and _RAISED.fullmatch(atom) is not None


def marks_of(block: Block, *, weather: bool = False, apart: bool = False) -> list[Mark]:
    """Return what a block shows: text node by text node, or as one text where a figure's parts are apart ("-0.1<i>C</i>").

    With `weather` the box around it says that bare figures are degrees; `apart` is that of `texts_of`.
    """
    texts = with_degrees(texts_of(block, apart=apart))
    nodes = without_measures([mark for atom, owner in texts for mark in marks_in(atom, owner, weather=weather)])
    figures = sum(mark.kind == "degrees" for mark in nodes) if has_digit(block.text) else -1  # most have none
    alone = figures == 1 and all(mark.kind != "city" for mark in nodes)
    if alone or (figures == 0 and not any(map(_is_measured, block.owners))) or (figures > 0 and _is_raised_in(block)):
        whole = [replace(mark, owner=block.element) for mark in marks_in(_with_degree_signs(block, apart=apart), None)]
        figure = next((mark for mark in nodes if mark.kind == "degrees" and mark.owner is not None), None)
        whole = whole if figure is None else _as_in(whole, figure)
        nodes = whole if any(mark.kind == "degrees" for mark in whole) else nodes
    if figures > 1 and _tells_hours(block):
        return []
    prose = _is_prose(nodes, linked=block.link_share > 0.5)  # noqa: PLR2004
    return [] if prose or (_is_among_words(nodes) and not _is_of_fields(block)) else nodes


def _tells_hours(block: Block) -> bool:
    """Return whether two or more texts of a block are an hour or a day with its figure, or stand before it: "09:00 +5°"."""
    kinds = [(is_dated(atom), {mark.kind for mark in marks_in(atom, owner)}) for atom, owner in texts_of(block)]
    behind = zip(kinds, [*kinds[1:], (False, set())], strict=True)
    return sum(dated and ("degrees" in own or "degrees" in then) for (dated, own), (_, then) in behind) > 1


def _is_among_words(marks: Sequence[Mark]) -> bool:
    """Return whether a text without a city begins and ends with words, and has a temperature."""
    kinds = [mark.kind for mark in marks]
    return kinds[:1] == kinds[-1:] == ["word"] and "city" not in kinds and "degrees" in kinds


def _is_of_fields(block: Block) -> bool:
    """Return whether two or more texts of a block are a label and its temperature: "Түнде: +9°<br>Күндіз: +22°<br>Жел: 6 м/с"."""
    if block.link_share or len(block.atoms) < MIN_FIELDS:
        return False
    kinds = [[mark.kind for mark in marks_in(atom, owner)] for atom, owner in texts_of(block)]
    return kinds.count(["word", "degrees"]) >= MIN_FIELDS


def _with_degree_signs(block: Block, *, apart: bool) -> str:
    """Return a block's text with the sign of the degree where a letter or a nought is raised, or stands before the C, for it."""
    parts = ["°" if _is_raised(atom, owner) else f" {atom}" for atom, owner in texts_of(block, apart=apart)]
    whole = "".join(parts).strip() if apart or "°" in parts or not ALONE.isdisjoint(block.atoms) else block.spaced
    return _LETTER_FOR_DEGREE.sub("°", whole)


def _is_prose(marks: Sequence[Mark], *, linked: bool) -> bool:
    """Return whether a text says something about the weather ("Бүгін аяз -30° болады") instead of showing a temperature."""
    kinds = [mark.kind for mark in marks]
    words = sum(_count(mark.said) for mark in marks if mark.kind == "word")
    if (words or linked) and any(mark.kind == "city" and not mark.alone for mark in marks):
        return True  # "Шымкентте +40°C ыстық"
    if "degrees" in kinds and any(is_expected(mark.said) for mark in marks[len(kinds) - kinds[::-1].index("degrees") :]):
        return True  # "Астана, аяз -30° болады"
    return "degrees" in kinds and (words > MAX_SKY or (linked and words > 1))


def _count(said: str) -> int:
    """Return how many words there are in a text without those of a few that name a measure: "аздап бұлтты, жел"."""
    parts = [part.split() for part in said.split(",")]
    return sum(len(part) for part in parts if len(part) > MAX_LABEL or not is_measure(" ".join(part)))


def marks_in(atom: str, owner: HtmlElement | None, *, weather: bool = False) -> list[Mark]:
    """Return the cities, temperatures and other words of "Астана, -11 🌨", "Алматы +35° Шымкент +38°", "ясно"."""
    if owner is not None and (minus := _BY_BLANK.match(atom)) and is_behind_picture(atom, owner):
        atom = f"-{atom[minus.end() :]}"
    marks = _known(atom) if len(atom) <= MAX_WIDGET_TEXT else _read(atom)
    if any(mark.kind == "figure" for mark in marks):
        weather = weather or (owner is not None and calls_itself_weather(owner))
        marks = tuple(_as_degrees(mark) for mark in marks) if weather else tuple(mark for mark in marks if mark.kind != "figure")
    said = [_shown(mark, atom, owner) for mark in marks]
    if owner is None:
        return [mark if shown == mark.said else replace(mark, said=shown) for mark, shown in zip(marks, said, strict=True)]
    part = part_by_picture(atom, owner) if marks and marks[0].kind == "degrees" else ""
    shown = [replace(mark, owner=owner, said=text) for mark, text in zip(marks, said, strict=True)]
    return _with_name([replace(shown[0], part=part), *shown[1:]] if part else shown, owner)


def _with_name(marks: list[Mark], owner: HtmlElement) -> list[Mark]:
    """Return marks with the word for what the figures' element names them as before the first, and without measured others."""
    at = next((at for at, mark in enumerate(marks) if mark.kind == "degrees"), -1)
    alone = at >= 0 and all(mark.kind != "city" for mark in marks)
    if at < 0 or not (other := called_other(owner, pointed_at=alone)) or (at and is_other(marks[at - 1].said)):
        return marks  # nearly all
    if is_measure(other):
        return [mark for mark in marks if mark.kind != "degrees"]
    return [*marks[:at], Mark("word", other, owner=owner), *marks[at:]]


def _as_in(whole: list[Mark], figure: Mark) -> list[Mark]:
    """Return the marks of a block as one text with what the element of its figure and the picture before it say."""
    whole = [replace(mark, part=figure.part) if mark.kind == "degrees" else mark for mark in whole] if figure.part else whole
    return whole if figure.owner is None else _with_name(whole, figure.owner)


def _is_measured(owner: HtmlElement) -> bool:
    return is_measure(called_other(owner))


def _as_degrees(mark: Mark) -> Mark:
    return replace(mark, kind="degrees", bare=True) if mark.kind == "figure" else mark


def _read(said: str) -> tuple[Mark, ...]:
    """Return what a text shows, whatever element it stands in."""
    found: list[Mark] = []
    end, atom = 0, with_signs(as_read(signs_in_words(said)))
    if _DASH.search(atom) or tells_days(atom):
        return ()  # "Тараз: —11°C": a minus or a dash
    for match in _FIGURE.finditer(atom):
        if match.start() and atom[match.start() - 1].isalpha() and match[0][0] in "-–":
            return tuple(found)  # "Абай-33°С": a minus or a mark between
        if _DIVIDED.search(atom[: match.start()]) and match[0][0].isdigit():
            return tuple(found)  # "Абай - 33°С" likewise
        label, end = atom[end : match.start()], match.end()
        found += _words(label)
        if _FAHRENHEIT.match(atom, end):
            end += 1
            continue
        if _is_of_another(label) or (match[0][-1] in "-–" and atom[end : end + 1].islower()):
            continue  # "жел: 270°", "+2°-тан"
        kind, degrees = _degrees(match[0].rstrip(_BESIDE), atom, match.start())
        if degrees is not None and COLDEST <= degrees <= HOTTEST:
            raw, last = as_said(said, one_line(match[0]).rstrip(_BESIDE)), end == len(atom)
            found.append(Mark(kind, raw, degrees=None if _TWO_NOUGHTS.match(match[0]) else degrees, last=last))
    return (*found, *(replace(mark, last=mark.kind == "word") for mark in _words(atom[end:])))


def _is_of_another(label: str) -> bool:
    """Return whether the words right before a figure are for something else that is measured, and no measure of it between."""
    return is_measure(label) and not label.rstrip(_BESIDE).endswith(MEASURED.strip())


_known = lru_cache(maxsize=KNOWN)(_read)


def _words(text: str) -> list[Mark]:
    said = text.replace(MEASURED, " ").strip(_BESIDE)
    if said in UP_TO or said in UP or said in DOWN:
        return [Mark("word", said)]
    place, _, part = said.rpartition(" ")
    if place and key(part) in PARTS:
        return [*_words(place), Mark("word", part)]  # "Алматы: күндіз +3°, түнде -5°"
    said = _behind_label(said)
    divided = _AT_SKY.split(said, maxsplit=1)
    first, _, rest = said.partition(",") if len(divided) == 1 else (divided[0], "", divided[1])
    if rest and not MONTHS.isdisjoint(key(first).split()) and len(first.split()) == 1:
        first, _, rest = _behind_weekday(rest.strip()).partition(",")  # "20 қараша, Алматы: +5°C"
    elif rest and key(first).rpartition(" ")[2].startswith(_REGION):
        first, _, rest = rest.strip().partition(",")  # "Батыс Қазақстан облысы, Орал"
    place = one_line(first)
    rest = "" if key(rest) in _LABELS else rest  # "Тараз – ауа райы"
    if (city := place_of(place)) and not (rest and cities_in(rest)):
        found = Mark("city", city.said, city=city.key, alone=city.alone)
        beside = rest and (len(divided) > 1 or is_other(rest) or is_elsewhere(rest))  # "Алматы, ертең +7°"
        return [found, Mark("word", rest.strip())] if beside else [found]
    return [Mark("word", said)] if any(map(str.isalpha, said)) and key(said) not in _LABELS else []


def _behind_label(said: str) -> str:
    """Return a text without a widget's title at its beginning: "Ауа райы: Тараз"; before a comma or a dash if a city follows."""
    label, colon, named = said.partition(":")
    if colon and key(label) in _LABELS:
        return named.strip()
    parts = _AT_LABEL.match(said)
    return parts[2] if parts and key(parts[1]) in _LABELS and place_of(one_line(parts[2])) else said


def _behind_weekday(said: str) -> str:
    """Return a text without the weekday that it begins with: "дүйсенбі. Орал"."""
    day, _, rest = said.partition(" ")
    return rest if rest and key(day.rstrip(".,")) in WEEKDAYS else said


def _degrees(said: str, atom: str, at: int) -> tuple[str, Decimal | None]:
    """Return a temperature at a place in a text as "degrees"; a bare figure as "figure", or "degrees" beside a sky."""
    if "%" in said:
        return "", None
    if (found := read_temperature(said)) is not None:
        return "degrees", found
    rest = atom[at:]
    figures = find_numbers(rest)
    bare = len(figures) == 1 and not figures[0][0] and not any(map(str.isalnum, rest[figures[0][1] :]))
    if SKY.search(rest):
        return "degrees", figures[0][2] if bare else None
    named = said[0].isdigit() and _BEFORE_OTHERS.search(atom, 0, at) is not None  # "PM2.5", "№12"
    return "figure", figures[0][2] if bare and not named else None


def _shown(mark: Mark, atom: str, owner: HtmlElement | None) -> str:
    """Return the text of the element that a figure ends, if short; else the text node, or of a long one the figure alone."""
    if not mark.last or mark.kind == "word":
        return mark.said
    whole = spaced_text(owner) if owner is not None else atom
    others = sum(map(str.isdigit, whole)) > sum(map(str.isdigit, atom))
    said = whole if len(atom) <= len(whole) <= MAX_WIDGET_TEXT // 2 and not others else atom
    return one_line(said) if len(said) <= MAX_WIDGET_TEXT else mark.said

"""Lines that say a city's weather in clauses, among wind, humidity, a greeting, tomorrow's: "Алматыда қазір −3°, жел 2 м/с"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.texts import has_digit
from kznews.extract.weather.day import UP_TO
from kznews.extract.weather.degree_words import says_degrees
from kznews.extract.weather.marks import marks_in
from kznews.extract.weather.measures import is_measure
from kznews.extract.weather.texts import texts_of, with_degrees
from kznews.extract.weather.words import is_elsewhere, is_felt_or_water, is_limit, is_other
from kznews.extract.widgets import DEGREES, WEEKDAYS, is_dated, is_expected
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block
    from kznews.extract.weather.marks import Mark

MAX_CLAUSES = 24
"""A line with city, sky, wind, humidity, pressure, sunrise and the next days has fewer."""
PAIR = 2
"""Clauses of a temperature and its city."""
_ENDS = re.compile(r"(?<=[^\s.])[.!?]\s+")
_BETWEEN = re.compile(r"(?<=[^\s.])(?:[.!?;,\u060c\u061b]|\s[—–|])\s+")
_LASTS = re.compile(r"\d\s?(?:сағ|ч|h)\w{0,3}\.?\s\d{1,2}\s?(?:мин|min)")
"""How long the day is ("ұзақтығы 8 сағ 37 мин")."""
_NOW = frozenset(map(key, ("қазір", "қәзір", "сейчас", "now")))
_STATED = (["city", "degrees"], ["city", "word", "degrees"], ["city", "degrees", "word"])


def says_in_clauses(block: Block) -> bool:
    """Return whether a text may say temperatures in several clauses: quickly told, never False where it does."""
    said = block.spaced
    return not block.links and _BETWEEN.search(said) is not None and (DEGREES.search(said) is not None or says_degrees(said))


def in_sentences(block: Block) -> list[tuple[Mark, Mark]]:
    """Return cities and temperatures that the clauses of a line or of a few sentences say, as far as they tell of now.

    What else stands there must be of the weather or the day. In a masthead a greeting may come first, where a word says "now".
    [] for a text with a temperature that is nobody's before the first of a city, or that is expected.
    """
    clauses = _clauses_of(_lines_of(block))
    shown = [(clause, marks_in(clause, None)) for clause in clauses] if len(clauses) <= MAX_CLAUSES else []
    shown = _with_city_behind(shown)
    if any(_ends_expected(marks) for _, marks in shown):
        return []
    found: list[tuple[Mark, Mark]] = []
    greets = dated = False
    for clause, marks in shown:
        if _is_of_another_time(clause, marks):
            break
        stated = _stated(marks)
        if stated and not (greets and not found and (block.zone is not Zone.HEADER or _NOW.isdisjoint(key(clause).split()))):
            found.append(stated)
        elif stated or _is_loose(marks) or (found and not _is_beside(clause, marks, dated=dated)):
            return []
        else:
            greets = greets or not _is_beside(clause, marks, dated=dated)
        dated = is_dated(clause)
    return found


def _with_city_behind(shown: list[tuple[str, list[Mark]]]) -> list[tuple[str, list[Mark]]]:
    """Return clauses with the first two as one, if they are a temperature and a city and nothing else: "−7°, Семей"."""
    if len(shown) < PAIR or not _is_loose(shown[0][1]) or [mark.kind for mark in shown[1][1]] != ["city"]:
        return shown
    (figure, degrees), (name, cities) = shown[:PAIR]
    return [(f"{name} {figure}", [*cities, *degrees]), *shown[PAIR:]] if cities[0].alone else shown


def _lines_of(block: Block) -> list[str]:
    """Return the text of a block, or each of its texts where all stand on lines of their own."""
    atoms = [atom for atom, _ in with_degrees(texts_of(block))]
    lines = len(set(block.owners)) == 1 and sum(1 for _ in block.element.iterchildren("br")) >= len(atoms) - 1
    return atoms if lines else [" ".join(atoms)]


def _clauses_of(lines: Sequence[str]) -> list[str]:
    """Return the clauses of a text's lines up to the first sentence that ends with a word like "күтіледі".

    What the sky is like may stand before a comma: "Ақтөбе: қар аралас бұлтты, −17 °C".
    """
    found: list[str] = []
    for sentence in (sentence for line in lines for sentence in _ENDS.split(line)):
        if is_expected(" ".join(sentence.split()[-1:])):
            break
        if [mark.kind for mark in marks_in(sentence, None)] == _STATED[1]:
            found.append(sentence)
            continue
        found += [clause for clause in _BETWEEN.split(sentence) if any(map(str.isalnum, clause))]
    return found


def _is_of_another_time(clause: str, marks: Sequence[Mark]) -> bool:
    """Return whether a clause is of what is expected, or says a temperature of another time or place, or a range.

    Such a clause ends what is said of now.
    """
    words = _words_in(marks)
    if is_felt_or_water(words):
        return False
    figured = any(mark.kind == "degrees" for mark in marks)
    return (
        is_expected(clause)
        or any(mark in clause for mark in UP_TO)
        or (figured and (is_other(words) or not (_stated(marks) or _is_loose(marks))))
    )


def _is_loose(marks: Sequence[Mark]) -> bool:
    """Return whether a clause is a temperature alone: another one of the same city."""
    return [mark.kind for mark in marks] == ["degrees"]


def _words_in(marks: Sequence[Mark]) -> str:
    return " ".join(mark.said for mark in marks if mark.kind == "word")


def _ends_expected(marks: Sequence[Mark]) -> bool:
    """Return whether a clause says behind its temperature that it is expected: "Алматыда +5° болады"."""
    kinds = [mark.kind for mark in marks]
    behind = marks[len(kinds) - kinds[::-1].index("degrees") :] if "degrees" in kinds else ()
    return any(is_expected(mark.said) for mark in behind)


def _stated(marks: Sequence[Mark]) -> tuple[Mark, Mark] | None:
    """Return city and temperature of a clause that says nothing else but, beside a city's plain name, what the sky is like."""
    if [mark.kind for mark in marks] not in _STATED or is_felt_or_water(_words_in(marks)):
        return None
    words = [mark.said for mark in marks if mark.kind == "word"]
    plain = not words or marks[0].alone
    sky = plain and all(said[:1].islower() and not (is_limit(said) or is_elsewhere(said)) for said in words)
    return next(((marks[0], mark) for mark in marks if mark.kind == "degrees"), None) if sky else None


def _is_beside(clause: str, marks: Sequence[Mark], *, dated: bool) -> bool:
    """Return whether a clause is of the wind, the air and the like, or of the day and the hour.

    A weekday stands behind its day (`dated`): alone it may be that of a forecast.
    """
    if is_measure(clause) or is_felt_or_water(_words_in(marks)) or (has_digit(clause) and not any(map(str.isalpha, clause))):
        return True
    return is_dated(clause) or _LASTS.search(clause) is not None or (dated and WEEKDAYS.issuperset(key(clause).split()))

"""Which of the temperatures of a weather widget is the air's: of day and night the day's, none that is felt or of the water."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kznews.extract.weather.words import is_felt, is_felt_or_water, names_air, part_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kznews.extract.weather.marks import Mark

UP, DOWN = frozenset("↑⬆⇧"), frozenset("↓⬇⇩")
"""Arrows: where both stand there, the highest and the lowest temperature are behind them."""
UP_TO = frozenset(("…", "..", "..."))
"""What stands between the lowest and the highest temperature of a range."""


def of_air(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without the figures of what is felt or of the water, where words tell them from the air's.

    Widgets show them in any order: "сезілуі −14°, −9°", "теңіз суы +24°, ауа +33°", "-9° сезіледі". A bare figure behind the
    water's may be that of another water.
    """
    silent: set[int] = set()
    for at, mark in enumerate(marks):
        if mark.kind != "word" or not is_felt_or_water(mark.said):
            continue
        before, figure, then = (marks[near] if 0 <= near < len(marks) else None for near in (at - 1, at + 1, at + 2))
        felt = is_felt(mark.said)
        if figure is not None and figure.kind == "degrees":
            if then is not None and (_says_air(then) or (felt and then.kind == "degrees")):
                silent |= {at, at + 1}
        elif felt and before is not None and before.kind == "degrees" and not before.last:
            silent |= {at - 1, at}
    return [mark for at, mark in enumerate(marks) if at not in silent] if silent else list(marks)


def _says_air(mark: Mark) -> bool:
    return mark.kind == "word" and names_air(mark.said)


def by_day(marks: Sequence[Mark]) -> list[Mark]:
    """Return the air's marks (`of_air`) without the night's figure and the word for the day, where the two stand side by side.

    All of the air's where only one of the two is named, where other parts of the day stand between or where a figure is missing.
    A sun and a moon before figures name them as well.
    """
    marks = of_air(marks)
    if {"day", "night"} <= {mark.part for mark in marks}:
        told = _of_named(list(_with_words(marks)))
        if len(told) < len(marks):
            return told
    return _of_named(marks)


def tells_by_day(marks: Sequence[Mark]) -> bool:
    """Return whether marks are nothing but cities with a figure of the day and one of the night each, in words: a forecast."""
    told = by_day(marks)
    kinds = [mark.kind for mark in told]
    return len(told) < len(marks) and len(kinds) > 1 and kinds == ["city", "degrees"] * (len(kinds) // 2)


def _with_words(marks: Sequence[Mark]) -> Iterator[Mark]:
    for mark in marks:
        if mark.part:
            yield replace(mark, kind="word", said="түнде" if mark.part == "night" else "күндіз", degrees=None)
        yield mark


def _of_named(marks: list[Mark]) -> list[Mark]:
    named = [(at, part) for at, mark in enumerate(marks) if mark.kind == "word" and (part := part_of(mark.said))]
    pairs = list(zip(named[::2], named[1::2], strict=False))
    if not pairs or len(named) % 2:
        return marks
    kinds = [mark.kind for mark in marks]
    behind = all(_are_behind(kinds, first) for (first, _), _ in pairs)
    silent: set[int] = set()
    for (first, part), (second, other) in pairs:
        before = kinds[first : first + 4] == ["word", "degrees"] * 2
        if part == other or second != first + 2 or not (before or behind):
            return marks
        night = first if part == "night" else second
        silent |= {first, second, night - 1 if behind else night + 1}
    return [mark for at, mark in enumerate(marks) if at not in silent]


def _are_behind(kinds: Sequence[str], first: int) -> bool:
    """Return whether two words stand behind a figure each, and no further figure beside: "+3° түнде, +12° күндіз"."""
    before, *four, then = ["", "", *kinds, ""][first : first + 6]
    return four == ["degrees", "word"] * 2 and "degrees" not in (before, then)


def without_ranges(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without the figures before and behind dots, or behind two arrows: neither extreme is the temperature."""
    said = {mark.said for mark in marks}
    arrows = UP | DOWN if not UP.isdisjoint(said) and not DOWN.isdisjoint(said) else frozenset[str]()
    kinds = ["", *("to" if mark.said in UP_TO else "arrow" if mark.said in arrows else mark.kind for mark in marks), ""]
    if "to" not in kinds and not arrows:
        return list(marks)
    near = zip(kinds, kinds[1:], kinds[2:], strict=False)
    extreme = {at for at, (one, kind, then) in enumerate(near) if kind == "degrees" and ("to" in (one, then) or one == "arrow")}
    return [mark for at, mark in enumerate(marks) if at not in extreme and mark.said not in UP_TO]

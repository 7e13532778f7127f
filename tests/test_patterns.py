"""Regular expressions mean the same on every Python, and none may try a text in exponentially many ways.

Before Python 3.11.5 possessive groups that may try several ways went wrong.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from re import _constants, _parser  # type: ignore[attr-defined]  # the only reader of patterns that there is
from typing import TYPE_CHECKING, Any

import pytest

import kznews
from tests.support.ambiguity import is_exponential

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = {_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY, _constants.AT}
SURE = {
    "kznews.extract.body.inserts._COUNTS_NOTHING": "no label begins with a unit: a look ahead",
    "kznews.extract.markup._TAG": "nothing stands behind the loop, so nothing is tried again",
    "kznews.extract.sources.xmlstream._HTML": "no comment holds its end: a look ahead",
    "kznews.extract.weather.marks._FIGURE": "one of the two takes letters, the other none: looks ahead",
}
"""Patterns that are called exponential for what their looks ahead and possessive parts rule out, and what does."""
POSSESSIVE = {_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP}


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield the patterns that stand in modules, by the names of both."""
    for found in pkgutil.walk_packages(kznews.__path__, "kznews."):
        if found.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            for at, pattern in enumerate(held(value)):
                yield f"{found.name}.{name}" + (f"[{at}]" if at else ""), pattern


def held(value: Any) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns that a name holds: itself, a method of one, those in its tuples and tables."""
    pattern = value if isinstance(value, re.Pattern) else getattr(value, "__self__", None)
    if isinstance(pattern, re.Pattern):
        yield pattern
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from held(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from held(one)


def parts(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield operations and arguments of a parsed pattern, those of its groups among them."""
    if isinstance(node, _parser.SubPattern):
        for operation, argument in node:
            yield operation, argument
            yield from parts(argument)
    elif isinstance(node, (tuple, list)):
        for one in node:
            yield from parts(one)


def tries_several_ways(pattern: re.Pattern[Any]) -> bool:
    """Return whether a pattern repeats a group possessively in which something is tried again."""
    parsed = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    inner = (argument for operation, argument in parts(parsed) if operation in POSSESSIVE)
    allowed = PLAIN | POSSESSIVE | {_constants.SUBPATTERN}
    return any(operation not in allowed for argument in inner for operation, _ in parts(argument))


def test_no_group_that_may_try_several_ways_is_repeated_possessively() -> None:
    found = dict(patterns())
    assert len(found) > 200
    assert [name for name, pattern in found.items() if tries_several_ways(pattern)] == []


@pytest.mark.parametrize("pattern", ["(?:a|bc)*+", "(?:ab?)++", "(?:-(?!->)x)*+", "(?>a*)b"])
def test_such_groups_are_seen(pattern: str) -> None:
    assert tries_several_ways(re.compile(pattern))
    assert not tries_several_ways(re.compile(r"(?:[.,]\d++)?+[^-]*+(?:a|b)*"))


def test_no_pattern_may_try_a_text_in_exponentially_many_ways() -> None:
    assert {name for name, pattern in patterns() if is_exponential(pattern)} == SURE.keys()


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        (r"(?:a+)*b", "many"),
        (r"(?:a|ab|b)*c", "many"),
        (r"^(?:#\S+\s*)+$", "many"),
        (r"^(?:#+[^\s#]+\s*)+$", "few"),
        (r"[a-z]+(?:[«»]+[a-z]*)*(?![^ ])", "many"),
        (r"[a-z]+(?:[«»]+[a-z]+)*[«»]*(?![^ ])", "few"),
        (r"(?:\w+ ?){1,30}-", "many"),
        (r"(?:\w+ ?){1,3}-", "few"),
        (r"(?:a++)*b", "few"),
        (r"a*a*a*b", "few"),
    ],
)
def test_such_patterns_are_seen(pattern: str, ways: str) -> None:
    assert is_exponential(re.compile(pattern)) is (ways == "many")

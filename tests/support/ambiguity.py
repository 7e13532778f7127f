"""Patterns that may read one text in exponentially many ways (Weideman and others, "Analyzing Matching Time Behavior", 2016)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from re import _constants, _parser  # type: ignore[attr-defined]  # the only reader of patterns that there is
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

MANY = 8
"""A repetition of more is taken for one without end, one of fewer for two at most: 2 to the power of 8 is nothing yet."""
_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT}
_BRANCHING = {_constants.BRANCH, _constants.GROUPREF_EXISTS}
_TAKING_NOTHING = {_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT, _constants.GROUPREF}
_FIRM = {_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP}
_SPARE = "aяқ1 \n\t-_.,:;#<>/\"'=«»ا\u00a0Z&%!?()[]{}@+*|\\$^~`№…–"
"""Characters that are tried besides those which a pattern names."""


@dataclass
class _Part:
    """A part of a pattern: where it may begin and end, each by the number of ways, and whether it may be empty."""

    empty: int = 0
    first: dict[int, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)


@dataclass
class _Automaton:
    """What may stand at each position of a pattern, and which positions follow it, by the number of ways."""

    takes: list[frozenset[str]] = field(default_factory=list)
    follow: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))

    def place(self, taken: frozenset[str]) -> _Part:
        self.takes.append(taken)
        at = len(self.takes) - 1
        return _Part(0, {at: 1}, {at: 1})

    def join(self, one: _Part, other: _Part) -> _Part:
        self._link(one, other)
        first, last = dict(one.first), dict(other.last)
        for at, ways in other.first.items() if one.empty else ():
            first[at] = first.get(at, 0) + ways * one.empty
        for at, ways in one.last.items() if other.empty else ():
            last[at] = last.get(at, 0) + ways * other.empty
        return _Part(min(one.empty * other.empty, 2), first, last)

    def loop(self, part: _Part) -> _Part:
        self._link(part, part)
        return part

    def _link(self, one: _Part, other: _Part) -> None:
        for end, ways in one.last.items():
            for start, more in other.first.items():
                self.follow[end][start] = min(self.follow[end][start] + ways * more, 2)


def is_exponential(pattern: re.Pattern[Any]) -> bool:
    """Return whether a text repeated n times may be read by a loop of the pattern in 2 to the power of n ways.

    Looks ahead and behind are taken for granted, so a pattern may be called so that a look makes sure of; what is repeated
    possessively gives nothing back, and is one way.
    """
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    alphabet = frozenset(_SPARE) | frozenset(_named(parsed))
    automaton = _Automaton()
    _build(parsed, automaton, sorted(alphabet), pattern.flags)
    return any(_reads_in_two_ways(automaton, component) for component in _loops(automaton))


def _named(node: Any) -> Iterable[str]:
    for operation, argument in node if isinstance(node, _parser.SubPattern) else ():
        if operation in (_constants.LITERAL, _constants.NOT_LITERAL):
            yield from (chr(argument), chr(argument).swapcase()[:1])
        elif operation is _constants.IN:
            for kind, value in argument:
                if kind is _constants.LITERAL:
                    yield chr(value)
                elif kind is _constants.RANGE:
                    yield from map(chr, value)
        else:
            yield from _named_below(argument)


def _named_below(argument: Any) -> Iterable[str]:
    if isinstance(argument, _parser.SubPattern):
        yield from _named(argument)
    elif isinstance(argument, (tuple, list)):
        for one in argument:
            yield from _named_below(one)


def _build(node: Any, automaton: _Automaton, alphabet: list[str], flags: int) -> _Part:
    whole = _Part(1)
    for operation, argument in node:
        whole = automaton.join(whole, _part(operation, argument, automaton, alphabet, flags))
    return whole


def _part(operation: Any, argument: Any, automaton: _Automaton, alphabet: list[str], flags: int) -> _Part:
    if operation in _REPEATS:
        return _repeated(argument, automaton, alphabet, flags)
    if operation in _FIRM:
        inner = argument[2] if isinstance(argument, tuple) else argument
        return _firm(inner, operation, automaton, alphabet, flags)
    if operation is _constants.SUBPATTERN:
        return _build(argument[-1], automaton, alphabet, flags)
    if operation in _BRANCHING:
        branches = argument[1] if operation is _constants.BRANCH else argument[1:]
        return _one_of([_build(branch, automaton, alphabet, flags) for branch in branches if branch is not None])
    if operation in _TAKING_NOTHING:
        return _Part(1)
    return automaton.place(_taken(operation, argument, alphabet, flags))


def _repeated(argument: Any, automaton: _Automaton, alphabet: list[str], flags: int) -> _Part:
    least, most, inner = argument
    once = _build(inner, automaton, alphabet, flags)
    if most is _constants.MAXREPEAT or most > MANY:
        once = automaton.loop(once)
    elif most > 1:
        once = automaton.join(once, _build(inner, automaton, alphabet, flags))
    return _Part(once.empty if least else 1, once.first, once.last)


def _firm(inner: Any, operation: Any, automaton: _Automaton, alphabet: list[str], flags: int) -> _Part:
    """Return what is read in one way only: a place that takes whatever may begin it, and repeats as one."""
    apart = _Automaton()
    part = _build(inner, apart, alphabet, flags)
    begins = frozenset().union(*(apart.takes[at] for at in part.first))
    once = automaton.place(begins)
    return _Part(1, once.first, once.last) if operation is _constants.POSSESSIVE_REPEAT or part.empty else once


def _one_of(parts: list[_Part]) -> _Part:
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for part in parts:
        first.update(part.first)
        last.update(part.last)
    return _Part(min(sum(part.empty for part in parts), 2), first, last)


def _taken(operation: Any, argument: Any, alphabet: list[str], flags: int) -> frozenset[str]:
    """Return which characters of the alphabet a single place takes, as a pattern of this place alone says."""
    from re import _compiler  # type: ignore[attr-defined]

    state = _parser.State()
    state.flags = flags
    state.str = ""
    single = _compiler.compile(_parser.SubPattern(state, [(operation, argument)]), flags)
    as_bytes = not flags & _constants.SRE_FLAG_UNICODE
    return frozenset(sign for sign in alphabet if _takes(single, sign, as_bytes=as_bytes))


def _takes(single: Any, sign: str, *, as_bytes: bool) -> bool:
    if not as_bytes:
        return single.fullmatch(sign) is not None
    return sign < "\u0100" and single.fullmatch(sign.encode("latin-1")) is not None


def _loops(automaton: _Automaton) -> list[set[int]]:
    """Return the sets of positions that are reached from each other."""
    reached = {at: _reached(at, automaton) for at in range(len(automaton.takes))}
    loops, seen = [], set()
    for at, behind in reached.items():
        if at in seen or at not in behind:
            continue
        loop = {other for other in behind if at in reached[other]}
        seen |= loop
        loops.append(loop)
    return loops


def _reached(start: int, automaton: _Automaton) -> set[int]:
    reached: set[int] = set()
    open_ones = [start]
    while open_ones:
        for at in automaton.follow.get(open_ones.pop(), ()):
            if at not in reached:
                reached.add(at)
                open_ones.append(at)
    return reached


def _reads_in_two_ways(automaton: _Automaton, loop: set[int]) -> bool:
    """Return whether two paths from one position of a loop back to it read the same characters."""
    if any(ways > 1 and automaton.takes[at] for end in loop for at, ways in automaton.follow[end].items() if at in loop):
        return True
    steps: dict[tuple[int, int], set[tuple[int, int]]] = {}

    def followers(pair: tuple[int, int]) -> set[tuple[int, int]]:
        if pair not in steps:
            one, other = ([at for at in automaton.follow[end] if at in loop] for end in pair)
            steps[pair] = {(a, b) for a in one for b in other if automaton.takes[a] & automaton.takes[b]}
        return steps[pair]

    return any(_parts_and_meets(at, followers) for at in loop)


def _parts_and_meets(start: int, followers: Any) -> bool:
    """Return whether from (start, start) a pair of two positions is reached from which (start, start) is reached again."""
    forth: set[tuple[int, int]] = set()
    back: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    open_ones = [(start, start)]
    while open_ones:
        pair = open_ones.pop()
        for behind in followers(pair):
            back[behind].add(pair)
            if behind not in forth:
                forth.add(behind)
                open_ones.append(behind)
    home, open_ones = set(), [(start, start)]
    while open_ones:
        for before in back[open_ones.pop()]:
            if before not in home:
                home.add(before)
                open_ones.append(before)
    return any(one != other for one, other in home & forth)

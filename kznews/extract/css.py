"""CSS selectors that are answered from an index of the page instead of by asking every element.

An XPath query looks at every element, up to a third of the time of a parse; a page is asked a dozen of them. Selectors of type,
class, id and attribute with descendants and children, which is nearly all that portal files say, take the elements of one class
or tag from the index and look at their ancestors. Every other selector goes through XPath.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cssselect import parse
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, Negation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cssselect.parser import Tree
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.index import Index

_BLANKS = re.compile(r"[ \t\r\n]+")  # what XPath's normalize-space divides at


@lru_cache(maxsize=8192)
def tokens(names: str) -> frozenset[str]:
    """Return the names in a class attribute."""
    return frozenset(_BLANKS.split(names.strip(" \t\r\n")))


NAMING = ("class", "id", "itemprop")
"""The attributes by which an element is named."""
_COMMON = ("class", "href", "src", "content")
"""Attributes that many elements have; asking for those with another one costs less than asking every element of a tag."""
OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "exists": lambda _actual, _value: True,
    "=": lambda actual, value: actual == value,
    "~=": lambda actual, value: value in tokens(actual),
    "^=": lambda actual, value: actual.startswith(value),
    "$=": lambda actual, value: actual.endswith(value),
    "*=": lambda actual, value: value in actual,
}
"""What a selector may ask of an attribute: whether what it says holds for the value asked for."""


@dataclass(frozen=True, slots=True)
class _Condition:
    """One attribute and what it must be; classes are the operator "~=" on the attribute class."""

    attribute: str
    operator: str
    value: str

    def holds(self, element: HtmlElement) -> bool:
        actual = element.get(self.attribute)
        return actual is not None and OPERATORS[self.operator](actual, self.value)


@dataclass(frozen=True, slots=True)
class _Compound:
    """A selector without combinators: "a.link[href]:not(.more)"."""

    tag: str | None
    conditions: tuple[_Condition, ...]
    never: tuple[_Compound, ...] = ()

    def matches(self, element: HtmlElement) -> bool:
        if self.tag is not None and element.tag != self.tag:
            return False
        for condition in self.conditions:  # plain loops: most of what a selector costs is here
            if not condition.holds(element):
                return False
        return not self.never or not any(other.matches(element) for other in self.never)

    @property
    def named(self) -> tuple[str, ...]:
        conditions = [condition for condition in self.conditions if condition.attribute in NAMING]
        return tuple((f" {it.value} " if it.operator in ("=", "~=") else it.value).lower() for it in conditions)

    def candidates(self, index: Index) -> Iterable[HtmlElement]:
        """Return the elements that may match, in page order: none, those with a rare attribute, of the tag, of the class."""
        for condition in self.conditions:
            if condition.attribute in NAMING and condition.value.lower() not in index.names:
                return ()
        rare = next((condition for condition in self.conditions if condition.attribute not in _COMMON), None)
        if self.tag is not None:
            tagged = index.tagged(self.tag)
            if rare is None:
                return tagged
            name, part = rare.attribute, rare.value  # whatever the operator, what is asked for is a part of what is said
            return [element for element in tagged if (said := element.get(name)) is not None and part in said]
        if rare is not None:
            return index.with_attribute(rare.attribute)
        if named := next((condition for condition in self.conditions if condition.attribute == "class"), None):
            return index.of_class(named.operator, named.value)
        return index.with_attribute(self.conditions[0].attribute) if self.conditions else index.elements


@dataclass(frozen=True, slots=True)
class Chain:
    """Compounds from right to left, each with what stands between it and the one before: " " or ">"."""

    subject: _Compound
    holders: tuple[tuple[str, _Compound], ...]

    def found(self, index: Index) -> Iterator[HtmlElement]:
        """Yield the elements that match, in page order."""
        for element in self.subject.candidates(index):
            if self.subject.matches(element) and self._held(element, 0):
                yield element

    def _held(self, element: HtmlElement, at: int) -> bool:
        if at == len(self.holders):
            return True
        combinator, compound = self.holders[at]
        ancestors = element.iterancestors()
        if combinator == ">":
            parent = next(ancestors, None)
            return parent is not None and compound.matches(parent) and self._held(parent, at + 1)
        return any(compound.matches(holder) and self._held(holder, at + 1) for holder in ancestors)


class _Unsupported(Exception):  # noqa: N818 - a signal, caught below
    """The selector needs XPath."""


@lru_cache(maxsize=4096)  # every selector of every portal, with room to spare
def chains_of(selector: str) -> tuple[Chain, ...] | None:
    """Return the alternatives of a selector, or None if it needs XPath; raises cssselect.SelectorError."""
    try:
        return tuple(_chain(alternative.parsed_tree) for alternative in parse(selector) if _plain(alternative.pseudo_element))
    except _Unsupported:
        return None


def _plain(pseudo_element: object) -> bool:
    if pseudo_element is not None:
        raise _Unsupported
    return True


def _chain(tree: Tree) -> Chain:
    holders: list[tuple[str, _Compound]] = []
    subject: _Compound | None = None
    combinator = ""
    while True:
        last = tree.subselector if isinstance(tree, CombinedSelector) else tree
        compound = _compound(last)
        if subject is None:
            subject = compound
        else:
            holders.append((combinator, compound))
        if not isinstance(tree, CombinedSelector):
            return Chain(subject, tuple(holders))
        combinator, tree = tree.combinator, tree.selector
        if combinator not in (" ", ">"):
            raise _Unsupported


def _compound(tree: Tree) -> _Compound:
    conditions: list[_Condition] = []
    never: list[_Compound] = []
    while not isinstance(tree, Element):
        if isinstance(tree, Class):
            conditions.append(_Condition("class", "~=", tree.class_name))
        elif isinstance(tree, Hash):
            conditions.append(_Condition("id", "=", tree.id))
        elif isinstance(tree, Attrib):
            conditions.append(_attribute(tree))
        elif isinstance(tree, Negation):
            never.append(_compound(tree.subselector))
        else:
            raise _Unsupported
        tree = tree.selector
    if tree.namespace:
        raise _Unsupported
    return _Compound(tree.element.lower() if tree.element else None, tuple(reversed(conditions)), tuple(never))


def _attribute(tree: Attrib) -> _Condition:
    value = (tree.value.value if tree.value is not None else "") or ""
    blank = not value or (tree.operator == "~=" and _BLANKS.search(value))
    if tree.operator not in OPERATORS or tree.namespace or (blank and tree.operator not in ("exists", "=")):
        raise _Unsupported
    return _Condition(tree.attrib.lower(), tree.operator, value)


@lru_cache(maxsize=4096)
def names_in(selector: str) -> frozenset[tuple[str, ...]]:
    """Return what the names in a box must hold, in small letters, before any of a selector's alternatives may match in it.

    For each alternative: the values that its last part with a class, id or itemprop asks for, those of whole names with a blank
    on both sides. Raises cssselect.SelectorError.
    """
    found = set()
    for chain in chains_of(selector) or ():
        asked = (compound.named for compound in (chain.subject, *(holder for _, holder in chain.holders)))
        found.add(next(filter(None, asked), ()))
    return frozenset(found - {()})


def needs_whole_page(selector: str) -> bool:
    """Return whether a selector is one for XPath, which asks every element of a page. Raises cssselect.SelectorError."""
    return chains_of(selector) is None


@lru_cache(maxsize=4096)
def tells_by_name(selector: str) -> bool:
    """Return whether `names_in` speaks of the very elements that a selector finds, and so of every box that holds one.

    Raises cssselect.SelectorError.
    """
    chains = chains_of(selector)
    return chains is None or all(chain.subject.named for chain in chains)  # XPath asks the whole page

"""CSS selectors that are answered from an index of the page instead of by asking every element.

An XPath query looks at every element, a third of the time of a parse; a page is asked a dozen of them. Selectors of type, class,
id and attribute with descendants and children, which is nearly all that portal files say, take the elements of one class or
tag from the index and look at their ancestors. Every other selector goes through XPath.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from cssselect import parse
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, Negation
from lxml import etree

from kznews.extract.selecting import compiled
from kznews.extract.zones import hides_by_style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cssselect.parser import Tree
    from lxml.etree import _Element as HtmlElement

_BLANKS = re.compile(r"[ \t\r\n]+")  # what XPath's normalize-space divides at


@lru_cache(maxsize=8192)
def tokens(names: str) -> frozenset[str]:
    """Return the names in a class attribute."""
    return frozenset(_BLANKS.split(names.strip(" \t\r\n")))


_NAMING = ("class", "id", "itemprop")
_NAMES = etree.XPath("|".join(f"//@{name}" for name in _NAMING), smart_strings=False)
_STYLES = etree.XPath("//@style", smart_strings=False)
_HIDDEN = etree.XPath("boolean(//@hidden)")
_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "exists": lambda _actual, _value: True,
    "=": lambda actual, value: actual == value,
    "~=": lambda actual, value: value in tokens(actual),
    "^=": lambda actual, value: actual.startswith(value),
    "$=": lambda actual, value: actual.endswith(value),
    "*=": lambda actual, value: value in actual,
}


@dataclass(frozen=True, slots=True)
class _Condition:
    """One attribute and what it must be; classes are the operator "~=" on the attribute class."""

    attribute: str
    operator: str
    value: str

    def holds(self, element: HtmlElement) -> bool:
        actual = element.get(self.attribute)
        return actual is not None and _OPERATORS[self.operator](actual, self.value)


@dataclass(frozen=True, slots=True)
class _Compound:
    """A selector without combinators: "a.link[href]:not(.more)"."""

    tag: str | None
    conditions: tuple[_Condition, ...]
    never: tuple[_Compound, ...] = ()

    def matches(self, element: HtmlElement) -> bool:
        return (
            (self.tag is None or element.tag == self.tag)
            and all(condition.holds(element) for condition in self.conditions)
            and not any(other.matches(element) for other in self.never)
        )

    def candidates(self, index: Index) -> Iterable[HtmlElement]:
        """Return the elements that may match: of the tag, else with the first attribute that is named."""
        if self.tag is not None:
            return index.root.iter(self.tag)
        condition = self.conditions[0] if self.conditions else None
        if condition is None:
            return index.root.iter()
        if condition.attribute in _NAMING and condition.value.lower() not in index.names:
            return ()
        if condition.attribute == "class":
            return index.of_class(condition.operator, condition.value)
        return index.with_attribute(condition.attribute)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Compounds from right to left, each with what stands between it and the one before: " " or ">"."""

    subject: _Compound
    holders: tuple[tuple[str, _Compound], ...]

    def found(self, index: Index) -> Iterator[HtmlElement]:
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
def _chains(selector: str) -> tuple[_Chain, ...] | None:
    """Return the alternatives of a selector, or None if it needs XPath; raises cssselect.SelectorError."""
    try:
        return tuple(_chain(alternative.parsed_tree) for alternative in parse(selector) if _plain(alternative.pseudo_element))
    except _Unsupported:
        return None


def _plain(pseudo_element: object) -> bool:
    if pseudo_element is not None:
        raise _Unsupported
    return True


def _chain(tree: Tree) -> _Chain:
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
            return _Chain(subject, tuple(holders))
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
    if tree.operator not in _OPERATORS or tree.namespace or (blank and tree.operator not in ("exists", "=")):
        raise _Unsupported
    return _Condition(tree.attrib.lower(), tree.operator, value)


class Index:
    """The elements of a page by class and attribute, and the names that they have."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._by_attribute: dict[str, list[HtmlElement]] = {}

    @cached_property
    def names(self) -> str:
        """Every class, id and itemprop of the page in small letters, each once: what is not in it names no element."""
        return " ".join(set(_strings(_NAMES, self.root))).lower()

    @cached_property
    def hides_by_attribute(self) -> bool:
        """Whether any element of the page is hidden by its style or by the attribute of that name."""
        return bool(_HIDDEN(self.root)) or any(map(hides_by_style, set(_strings(_STYLES, self.root))))

    @cached_property
    def by_class(self) -> dict[str, list[tuple[int, HtmlElement]]]:
        """Each class attribute as it is written -> the elements that have it, with their place in the page."""
        found: dict[str, list[tuple[int, HtmlElement]]] = {}
        for place, element in enumerate(self.root.iter()):
            names = element.get("class")
            if names:
                if names in found:
                    found[names].append((place, element))
                else:
                    found[names] = [(place, element)]
        return found

    def of_class(self, operator: str, value: str) -> list[HtmlElement]:
        """Return the elements whose class attribute is as a condition says, in page order."""
        holds = _OPERATORS[operator]
        lists = [elements for names, elements in self.by_class.items() if holds(names, value)]
        if len(lists) > 1:
            return [element for _, element in sorted((pair for pairs in lists for pair in pairs), key=_place)]
        return [element for pairs in lists for _, element in pairs]

    def with_attribute(self, name: str) -> list[HtmlElement]:
        """Return the elements that have an attribute, in page order."""
        if name not in self._by_attribute:
            found = _having(name)(self.root)
            self._by_attribute[name] = cast("list[HtmlElement]", found)  # the expression yields elements alone
        return self._by_attribute[name]

    def select(self, selector: str) -> list[HtmlElement]:
        """Return the elements that match `selector`, in page order; an empty selector matches nothing."""
        if not selector:
            return []
        chains = _chains(selector)
        if chains is None:
            matched = compiled(selector)(self.root)
            return [element for element in matched if etree.iselement(element)] if isinstance(matched, list) else []
        if len(chains) == 1:
            return list(chains[0].found(self))
        lists = [elements for chain in chains if (elements := list(chain.found(self)))]
        if len(lists) < 2:  # noqa: PLR2004 - nothing to be merged
            return lists[0] if lists else []
        any_of = {element for elements in lists for element in elements}
        return [element for element in self.root.iter() if element in any_of]

    def first(self, selector: str) -> HtmlElement | None:
        """Return the first element that matches `selector`, or None."""
        found = self.select(selector)
        return found[0] if found else None


def _place(pair: tuple[int, HtmlElement]) -> int:
    return pair[0]


def _strings(query: etree.XPath, root: HtmlElement) -> list[str]:
    return cast("list[str]", query(root))  # attributes alone


@lru_cache(maxsize=256)
def _having(name: str) -> etree.XPath:
    return etree.XPath(f"//*[@{name}]")

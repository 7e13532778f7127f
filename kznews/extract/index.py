"""An index of a page's elements: by tag, class and attribute, by the words in their names, by CSS selectors (`css.py`)."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from kznews.extract.css import NAMING, OPERATORS, chains_of
from kznews.extract.lazy import lazy
from kznews.extract.selecting import compiled
from kznews.extract.zones import CLOSED_TAGS, hides_by_attribute, hides_by_class, is_closed, split_words

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from lxml.etree import _Element as HtmlElement

FEW = 150
"""So many elements say their attributes in the time of the queries that a page is asked."""
_WITHIN = "descendant-or-self::*"  # broken markup leaves elements beside the root, which "//" would find as well
_BETWEEN = "\x00"  # stands in no attribute
_PLAIN_NAMES: defaultdict[re.Pattern[str], set[str]] = defaultdict(set)
"""Names without any of some words, as they were met: a portal names its elements alike on page after page."""
_MOST_NAMES = 20_000
"""Some 2 MB for each vocabulary, the names of a hundred portals."""


def holding(stems: Sequence[str], names: list[str]) -> set[str]:
    """Return the names that have one of some stems in them, in small letters or capitals; all are first asked at once."""
    lowered = _BETWEEN.join(names).lower()
    near = [stem for stem in stems if stem in lowered]
    said = list(zip(names, lowered.split(_BETWEEN), strict=True)) if near else []
    return {name for stem in near for name, small in said if stem in small}


class Index:
    """The elements of a page by tag, class and attribute, and the names that they have.

    All elements are asked for once and held: lxml makes an object of each that somebody looks at, and every further walk over
    the tree would cost a tenth of a parse.
    """

    def __init__(self, root: HtmlElement, elements: list[HtmlElement] | None = None) -> None:
        """Take a page's root and those of its elements that are indexed, in page order: all, if none are given."""
        self.root = root
        self.elements: list[HtmlElement] = list(root.iter()) if elements is None else elements
        """In page order."""
        self._whole, self._by_query = elements is None, len(self.elements) > FEW
        self._by_attribute: dict[str, list[HtmlElement]] = {}
        self._naming: dict[re.Pattern[str], frozenset[HtmlElement]] = {}

    @lazy
    def _by_tag(self) -> dict[str, list[HtmlElement]]:
        found: defaultdict[str, list[HtmlElement]] = defaultdict(list)
        for element in self.elements:
            found[element.tag].append(element)
        return found

    def tagged(self, *tags: str) -> list[HtmlElement]:
        """Return the elements with one of `tags`, in page order."""
        if len(tags) == 1:
            return self._by_tag.get(tags[0], [])
        return [element for element in self.elements if element.tag in tags]

    @lazy
    def by_class(self) -> dict[str, list[int]]:
        """Each class attribute as it is written -> the places of its elements."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        if self._by_query:
            for place, names in enumerate([element.get("class") for element in self.elements]):
                if names is not None:
                    found[names].append(place)
        else:
            for place, names in self._attributes["class"].items():
                found[names].append(place)
        return found

    @lazy
    def _attributes(self) -> defaultdict[str, dict[int, str]]:
        """Each attribute -> the places of the elements that have it, with what it says there.

        For a few elements, which are asked for all of theirs in the time of three questions.
        """
        found: defaultdict[str, dict[int, str]] = defaultdict(dict)
        for place, element in enumerate(self.elements):
            for name, value in element.items():
                found[name][place] = value  # type: ignore[index,assignment]  # strings, of a page that was parsed
        return found

    @lazy
    def _names(self) -> frozenset[str]:
        """Every class, id and itemprop of the page as it is written."""
        return frozenset(self.by_class).union(*map(self._values, NAMING[1:]))

    @lazy
    def names(self) -> str:
        """Every class, id and itemprop of the page in small letters, each once: what is not in it names no element."""
        return _BETWEEN.join(self._names).lower()

    def _values(self, name: str) -> set[str]:
        """Return what an attribute says wherever it stands."""
        if not self._by_query:
            return set(self._attributes[name].values())
        if self._whole:
            return set(cast("list[str]", _plain_values(name)(self.root)))
        return {element.get(name, "") for element in self.with_attribute(name)}

    @lazy
    def hidden(self) -> frozenset[HtmlElement]:
        """The elements that their own markup hides: by tag, by class, by style or by the attribute of that name."""
        marked = (*self.with_attribute("style"), *self.with_attribute("hidden"))
        may_close = (*self.with_attribute("role"), *(element for tag in CLOSED_TAGS for element in self.tagged(tag)))
        hidden = self._with_classes(filter(hides_by_class, self.by_class))
        return frozenset((*hidden, *filter(hides_by_attribute, marked), *filter(is_closed, may_close)))

    def _with_classes(self, names: Iterable[str]) -> list[HtmlElement]:
        """Return the elements with one of these class attributes as they are written, in page order."""
        return [self.elements[place] for place in sorted([place for form in names for place in self.by_class[form]])]

    def of_class(self, operator: str, value: str) -> list[HtmlElement]:
        """Return the elements whose class attribute is as a condition says, in page order."""
        holds = OPERATORS[operator]
        return self._with_classes(names for names in self.by_class if holds(names, value))

    def with_attribute(self, name: str) -> list[HtmlElement]:
        """Return the elements that have an attribute, in page order."""
        if name not in self._by_attribute:
            self._by_attribute[name] = self._having(name)
        return self._by_attribute[name]

    def _having(self, name: str) -> list[HtmlElement]:
        if not self._by_query:
            return [self.elements[place] for place in self._attributes[name]]
        if self._whole:
            return [value.getparent() for value in cast("list[Any]", _smart_values(name)(self.root))]  # each knows its element
        return [element for element in self.elements if element.get(name) is not None]

    def said_in(self, names: Callable[[str], bool]) -> list[str] | None:
        """Return what the attributes with such names say; None where more than a few elements would have to say theirs."""
        if self._by_query:
            return None
        return [value for name, said in self._attributes.items() if names(name) for value in said.values()]

    def naming(self, words: re.Pattern[str], stems: Sequence[str]) -> frozenset[HtmlElement]:
        """Return the elements that have one of `words` in class, id or itemprop; each of them holds one of `stems`."""
        if words not in self._naming:
            plain = _PLAIN_NAMES[words]
            new = self._names - plain
            telling = {name for name in holding(stems, list(new)) if words.search(split_words(name))}
            if len(plain) > _MOST_NAMES:
                plain.clear()
            plain |= new - telling
            others = [element for name in telling for element in self._by_other_name.get(name, ())] if telling else []
            self._naming[words] = frozenset((*self._with_classes(telling & self.by_class.keys()), *others))
        return self._naming[words]

    @lazy
    def _by_other_name(self) -> dict[str, list[HtmlElement]]:
        """Each id and itemprop -> the elements that have it."""
        found: dict[str, list[HtmlElement]] = {}
        for attribute in NAMING[1:]:
            for element in self.with_attribute(attribute):
                found.setdefault(element.get(attribute) or "", []).append(element)
        return found

    @lazy
    def hrefs(self) -> str:
        """Every address that a link of the page names, as it is written, one a line."""
        return "\n".join(filter(None, [link.get("href") for link in self.tagged("a")]))

    @lazy
    def alts(self) -> list[str]:
        """The alt text of every image, in page order."""
        return [alt for image in self.tagged("img") if (alt := image.get("alt")) is not None]

    def select(self, selector: str) -> list[HtmlElement]:
        """Return the elements that match `selector`, in page order; an empty selector matches nothing."""
        if not selector:
            return []
        chains = chains_of(selector)
        if chains is None:
            matched = compiled(selector)(self.root)
            return [element for element in matched if etree.iselement(element)] if isinstance(matched, list) else []
        if len(chains) == 1:
            return list(chains[0].found(self))
        lists = [elements for chain in chains if (elements := list(chain.found(self)))]
        if len(lists) < 2:  # noqa: PLR2004 - nothing to be merged
            return lists[0] if lists else []
        any_of = {element for elements in lists for element in elements}
        return [element for element in self.elements if element in any_of]

    def first(self, selector: str) -> HtmlElement | None:
        """Return the first element that matches `selector`, or None."""
        chains = chains_of(selector) if selector else ()
        if chains is not None and len(chains) == 1:  # nearly all: it is asked for no further
            return next(chains[0].found(self), None)
        found = self.select(selector)
        return found[0] if found else None


@lru_cache(maxsize=256)
def _smart_values(name: str) -> etree.XPath:
    """Return a query for an attribute wherever it stands: half the time of asking each element.

    "*[@name]" takes three times as long, "@name/.." time that grows with the square.
    """
    return etree.XPath(f"{_WITHIN}/@{name}")


@lru_cache(maxsize=256)
def _plain_values(name: str) -> etree.XPath:
    return etree.XPath(f"{_WITHIN}/@{name}", smart_strings=False)

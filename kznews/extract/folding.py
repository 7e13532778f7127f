"""Which furniture need not be entered: menus, sidebars and lists that cannot hold a clock, a rate or a temperature.

Most of a page's elements stand in such boxes, and visiting one from Python costs as much as parsing it. What a box says is
asked in one query instead, and only a box with a short text that may belong to a widget is walked like the article itself.
Long rows of headlines of other articles are furniture as well, whatever names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from kznews.extract.css import NAMING
from kznews.extract.furniture import MAX_ASKED, MIN_SIZE, WITH_CLOCK, Furniture, is_in_widget
from kznews.extract.lazy import lazy
from kznews.extract.rows import MIN_ROW, SAMPLED, rest_of_row, rows_among, some_of
from kznews.extract.selecting import part_texts, whole_text
from kznews.extract.texts import has_digit
from kznews.extract.walk import FOLDABLE, own_zone
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document

_NAMES = tuple(etree.XPath(f"descendant-or-self::*/@{name}", smart_strings=False) for name in NAMING)
_ALTS = etree.XPath("descendant::img/@alt", smart_strings=False)


class Folding:
    """Tells for the boxes of one page whether they may be left out of its walk."""

    def __init__(self, document: Document, furniture: Furniture) -> None:
        """Take a page and what tells of its boxes what they say."""
        self._root, self._furniture = document.tree, furniture
        self._left = MAX_ASKED * len(document.body)
        self._known: dict[HtmlElement, bool] = {}
        self.zones: dict[HtmlElement, Zone | None] = {}
        """What `in_sight` found an element to name itself, for the walk."""
        self.rows: set[HtmlElement] = set()
        """What `in_sight` found to be members of rows that need not be entered."""
        self.probes: set[HtmlElement] = set()
        """The members of such rows that are entered: where one is the article's text, so may the others be."""
        self._small: set[HtmlElement] = set()
        self._asked_for: set[HtmlElement] = set()

    def __call__(self, element: HtmlElement, zone: Zone) -> bool:
        """Return whether a box in a zone of furniture holds no widget and, in a header or a menu, no clock."""
        if element not in self._known:
            self._known[element] = self._left > 0 and self._is_plain(element, zone)
        return self._known[element]

    def in_sight(self, root: HtmlElement) -> list[HtmlElement] | None:
        """Return the elements of a page without what stands in folded boxes, in page order; None where nothing is folded.

        A box stays in sight if it may hold what belongs to the article: a headline, tags, crumbs, what a layout selects.
        """
        seen = [root]
        see, zones, known, small = seen.append, self.zones, self._known, self._small
        folded = False

        def visit(holder: HtmlElement, in_small: bool) -> None:  # noqa: FBT001
            nonlocal folded
            children = list(holder)
            out_of_sight = () if in_small or len(children) < MIN_ROW else self._rows_among(children)
            for element in children:
                if out_of_sight and element in out_of_sight:
                    folded = True
                    continue
                see(element)
                if len(element):
                    zones[element] = zone = own_zone(element)
                    if zone is None or zone not in FOLDABLE:
                        visit(element, in_small)
                    elif in_small:
                        known[element] = False
                        visit(element, in_small)
                    elif self(element, zone) and element not in self._asked_for:
                        folded = True
                    else:
                        visit(element, element in small)

        visit(root, False)  # noqa: FBT003 - no deeper than the parser's own cap
        visit = None  # type: ignore[assignment]  # it holds itself, and so the whole page, until the collector of garbage comes
        return seen if folded else None

    def _rows_among(self, children: list[HtmlElement]) -> set[HtmlElement]:
        """Note which children are lists that need not be entered; return those that may go out of sight as well."""
        out_of_sight: set[HtmlElement] = set()
        for row in rows_among(children):
            rest = rest_of_row(row, self._left)
            self._left -= rest.asked
            if sum(map(len, rest.texts)) < MIN_SIZE:
                continue
            said = self._said_in(*some_of(rest.members, SAMPLED))
            if not is_in_widget(row[0]) and self._furniture.shows_nothing(rest.texts, said):
                self.rows.update(rest.members)
                self.probes.update(row[: len(row) - len(rest.members)])
                if not self._asks_for(rest.members, said):
                    out_of_sight.update(rest.members)
        return out_of_sight

    def _is_plain(self, element: HtmlElement, zone: Zone) -> bool:
        text = whole_text(element)  # a fifth of the time of asking for its parts, and most boxes are small
        self._left -= len(text)
        if len(text) < MIN_SIZE:
            self._small.add(element)
            return False
        if zone in WITH_CLOCK and has_digit(text):
            return False
        if zone is Zone.ASIDE and next(element.iter("dl"), None) is not None:  # facts about the article
            return False
        parts = part_texts(element)
        if self._furniture.holds_story(parts):
            return False
        said = self._said_in(element)
        if is_in_widget(element) or not self._furniture.shows_nothing(parts, said):
            return False
        if self._asks_for((element,), said):
            self._asked_for.add(element)
        return True

    def _said_in(self, *boxes: HtmlElement) -> frozenset[str]:
        """Return which of the words that tell something stand in boxes: in their names, in the texts of their pictures."""
        names = set().union(*[_strings(query, box) for box in boxes for query in _NAMES])
        return self._furniture.said_in(names, (alt for box in boxes for alt in _strings(_ALTS, box)))

    def _asks_for(self, boxes: Iterable[HtmlElement], said: frozenset[str]) -> bool:
        """Return whether boxes may hold what belongs to the article: crumbs, tags, a headline, what a layout selects."""
        return self._furniture.asks_for(said) or not self._over_headings.isdisjoint(boxes)

    @lazy
    def _over_headings(self) -> frozenset[HtmlElement]:
        """The headings that may be the article's, and all that holds one."""
        return frozenset(node for heading in self._root.iter("h1") for node in (heading, *heading.iterancestors()))


def _strings(query: etree.XPath, element: HtmlElement) -> list[str]:
    return cast("list[str]", query(element))  # attributes alone



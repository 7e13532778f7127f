"""What the markup itself says of the side of rates: classes and attributes that name buying or selling, tabs and their panes."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from kznews.extract.zones import split_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

TABS = ("a", "button", "label", "li")
MAX_BESIDE = 20
"""Elements beside a pane that are looked at: the tabs, the other pane, a few buttons."""
MAX_PARTS = 200
"""Elements of a pane by which its make is known."""
PAIR = 2
"""Panes of a widget that buys in one and sells in the other."""

_BUY_STEMS, _SELL_STEMS = ("buy", "satyp", "purchase", "pokupka"), ("sell", "sale", "satu", "prodazha")
_BUY, _SELL = (re.compile(rf"(?<![a-z])(?:{'|'.join(stems)})(?![a-z])") for stems in (_BUY_STEMS, _SELL_STEMS))
_SAYING = ("side", "data-side", "data-type", "data-kind", "data-op", "data-operation", "data-direction")
"""Attributes of a figure's element or of a pane that say a side and nothing else, those of custom elements without "data-"."""
_NAMING = ("class", "id", "itemprop", "rel", *_SAYING)
_IS_NAMING = " or ".join(f"name()='{name}'" for name in _NAMING)
_NAMES = etree.XPath(f"descendant-or-self::*/@*[{_IS_NAMING}]", smart_strings=False)
_OPENING = ("href", "data-target", "data-bs-target", "data-tab", "aria-controls")
"""Attributes in which a tab says which pane it opens."""
_PANES = frozenset(("pane", "panes", "tabpane", "tabpanel", "panel"))
"""Words by which markup names a box that a tab opens."""


def names_in_order(box: HtmlElement) -> tuple[str, str] | None:
    """Return the sides in the order in which classes and attributes in a box name them; None without both."""
    lowered = "\n".join(cast("list[str]", _NAMES(box))).lower()
    both = all(any(stem in lowered for stem in stems) for stems in (_BUY_STEMS, _SELL_STEMS))  # quickly told
    names = " ".join(map(_names_of, _elements(box))) if both else ""
    buy, sell = _BUY.search(names), _SELL.search(names)
    if buy is None or sell is None:
        return None
    return ("buy", "sell") if buy.start() < sell.start() else ("sell", "buy")


def _elements(box: HtmlElement) -> Iterator[HtmlElement]:
    return (part for part in box.iter() if isinstance(part.tag, str))


def _names_of(element: HtmlElement) -> str:
    """Return the words in an element's class and id, and what an attribute for the side says."""
    said = [split_words(value) for name in _SAYING if (value := element.get(name))]
    return " ".join((words_of(element), *said))


def one_side(element: HtmlElement) -> str:
    """Return the side that an element names itself after, by class, id or attribute: "buy" or "sell"; "" for none or both."""
    names = _names_of(element)
    buy, sell = _BUY.search(names), _SELL.search(names)
    return "" if bool(buy) is bool(sell) else "buy" if buy else "sell"


def opened_by(tab: HtmlElement) -> str:
    """Return the id of the pane that a tab opens, or ""."""
    said = [value for name in _OPENING if (value := tab.get(name))]
    return next((value.removeprefix("#") for value in said if value[0] == "#" or "/" not in value), "")


def side_of_pane(pane: HtmlElement) -> str:
    """Return the side that an element names itself after, if one beside it is named after the other; else ""."""
    side = one_side(pane)
    if not side:
        return ""
    beside = (element for element in (pane.getprevious(), pane.getnext()) if element is not None and isinstance(element.tag, str))
    return side if any(one_side(element) not in ("", side) for element in beside) else ""


def both_panes(pane: HtmlElement) -> list[HtmlElement]:
    """Return an element and the one beside it, in page order, if they are two panes of one make; [] for any other.

    A pane calls itself so by its role or by its class.
    """
    if not _is_pane(pane):
        return []
    before = [other for other in islice(pane.itersiblings(preceding=True), MAX_BESIDE) if _is_pane(other)]
    behind = [other for other in islice(pane.itersiblings(), MAX_BESIDE) if _is_pane(other)]
    panes = [*before, pane, *behind]
    return panes if len(panes) == PAIR and _make_of(panes[0]) == _make_of(panes[1]) else []


def _make_of(pane: HtmlElement) -> list[str]:
    return [part.tag for part in islice(_elements(pane), MAX_PARTS)]


def _is_pane(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    return element.get("role") == "tabpanel" or not _PANES.isdisjoint(words_of(element).split())

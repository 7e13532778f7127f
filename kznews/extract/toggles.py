"""The rest of a text that a page hides until its reader asks for it: "read on" opens it, and it is text all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.phrases import MAX_LABEL, READ_ON, key
from kznews.extract.selecting import short_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as HtmlElement

_BOXES = frozenset(("div", "section", "article", "span"))
"""What may hold the rest of a text."""
_OPENERS = frozenset(("button", "a", "div", "p", "span", "label"))


def read_on(hidden: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """Return those of the hidden elements that a button right beside them opens for whoever reads on. Never raises."""
    return frozenset(element for element in hidden if element.tag in _BOXES and len(element) and _is_opened(element))


def _is_opened(box: HtmlElement) -> bool:
    beside = (node for node in (box.getprevious(), box.getnext()) if node is not None and node.tag in _OPENERS)
    return any((said := short_text(node, MAX_LABEL)) != "" and key(said) in READ_ON for node in beside)

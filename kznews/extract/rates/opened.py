"""The box of rates that a button called so opens right behind it: a menu of the header that is closed when a page comes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.blocks import Blocks
from kznews.extract.phrases import key
from kznews.extract.selecting import short_text
from kznews.extract.widgets import LARGEST, is_small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_NAME = 30
"""Letters of what such a button says."""
MAX_OPENED = 3
"""Boxes that are looked at: a header for wide screens, one for small ones."""
_NAMES = frozenset(
    map(key, ("валюта", "валюталар", "валюта бағамы", "валюта бағамдары", "валюталар бағамы", "валюта курсы", "айырбас бағамы",
              "бағам", "бағамдар", "валюты", "курс валют", "курсы валют", "обмен валют", "currency", "exchange rates"))
)  # fmt: skip
_BOXES = frozenset(("div", "section", "ul", "ol", "table", "menu"))
_OF_ARTICLE = frozenset(("main", "article"))


def opened_blocks(document: Document) -> Iterator[list[Block]]:
    """Yield the blocks of hidden boxes right behind a button or link in sight that is called after rates, outside the article.

    Never raises.
    """
    if not (hidden := document.index.hidden):
        return
    behind = ((opener, opener.getnext()) for opener in document.index.tagged("button", "a"))
    closed = ((opener, box) for opener, box in behind if box is not None and box in hidden)
    opened = (box for opener, box in closed if _is_named(opener) and _may_be_menu(box, hidden))
    for box in islice(opened, MAX_OPENED):
        yield Blocks(box, hidden=hidden - {box}).all


def _is_named(opener: HtmlElement) -> bool:
    return key(short_text(opener, MAX_NAME)) in _NAMES


def _may_be_menu(box: HtmlElement, hidden: frozenset[HtmlElement]) -> bool:
    """Return whether a small box stands in nothing else that is hidden, and not in an article."""
    holders = list(box.iterancestors())
    in_sight = hidden.isdisjoint(holders) and all(node.tag not in _OF_ARTICLE for node in holders)
    return box.tag in _BOXES and in_sight and is_small(box, LARGEST)

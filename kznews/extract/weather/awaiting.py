"""Figures that a script has yet to fill: nought degrees in an element that it finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.selecting import spaced_text
from kznews.extract.weather.texts import texts_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

_NOUGHT = re.compile(r"[+\-−–]?0{1,2}(?:[.,]0)?\s?(?:[°º˚℃]\s?[CС]?|[CС])?")
_FINDING = ("id", "x-text", "v-text", "ng-bind", "data-bind")


def awaits_script(block: Block) -> bool:
    """Return whether nought degrees are all that stands in an element which a script finds by its id, class or attribute.

    Nothing has filled it yet. Two noughts ("+00") are no figure that anybody shows.
    """
    if "0" not in block.spaced:
        return False
    noughts = [(atom, owner) for atom, owner in texts_of(block) if _NOUGHT.fullmatch(atom)]
    awaiting = [(atom, owner) for atom, owner in noughts if "00" in atom or _is_found_by_script(owner)]
    return any(spaced_text(owner) == atom for atom, owner in awaiting)


def _is_found_by_script(owner: HtmlElement) -> bool:
    return any(owner.get(name) for name in _FINDING) or " js-" in f" {owner.get('class')}"

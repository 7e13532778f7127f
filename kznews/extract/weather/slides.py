"""Slides and panes of which a page shows one at a time: what the others say is not shown."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.weather.lists import CHOSEN
from kznews.extract.widgets import NEAR
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

MAX_SLIDES = 40
"""Twenty regional centres, each with a copy; on each side of a slide so many are asked."""
_SLIDES = frozenset(("slide", "carousel", "swiper", "owl", "pane", "tabpane"))
"""Words by which markup names one of several boxes that take turns (Bootstrap, slick, Swiper, Owl); no list of links has one."""


def is_turned_away(element: HtmlElement) -> bool:
    """Return whether an element stands in a slide or pane beside another one that the markup marks as the one that is shown.

    The mark is aria-hidden="false", or a word like "active" where the boxes call themselves slides.
    """
    return any(map(_is_behind_another, islice((element, *element.iterancestors()), NEAR)))


def _is_behind_another(box: HtmlElement) -> bool:
    names = words_of(box).split()
    hidden = box.get("aria-hidden") == "true"
    slide = not _SLIDES.isdisjoint(names) and CHOSEN.isdisjoint(names)
    if not hidden and not slide:
        return False
    beside = (*islice(box.itersiblings(), MAX_SLIDES), *islice(box.itersiblings(preceding=True), MAX_SLIDES))
    others = [other for other in beside if other.tag == box.tag]
    if hidden and any(other.get("aria-hidden") == "false" for other in others):
        return True
    return slide and any(_is_shown_slide(other) for other in others)


def _is_shown_slide(box: HtmlElement) -> bool:
    names = words_of(box).split()
    return not _SLIDES.isdisjoint(names) and not CHOSEN.isdisjoint(names)

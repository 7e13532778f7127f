"""Figures that nobody has measured: what a page shows until a script or a service has filled its widgets.

A placeholder is never nothing but itself (portals.md section 24): its element is one that a script finds, the wind and the
humidity beside it are noughts as well, marks of a template stand there. Nought degrees without any of these are real.
"""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.selecting import spaced_text
from kznews.extract.weather.places import MAX_BOX
from kznews.extract.weather.texts import texts_of
from kznews.extract.widgets import LONGEST_BLOCK, MIN_CURRENCIES
from kznews.extract.zones import words_of
from kznews.kazakh.currency import foreign_currencies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.widgets import Sizes

MAX_PARTS = 80
"""Elements of a small box that are looked at."""
AROUND = 3
"""Boxes around a figure that belong to its widget."""
MIN_NOUGHTS = 3
"""Figures of a box that are all noughts if it is empty: the wind may rest while it is nought degrees."""
_NOUGHT = re.compile(r"[+\-−–]?0{1,2}(?:[.,]0)?\s?(?:[°º˚℃]\s?[CС]?|[CС])?")
_FINDING = ("id", "x-text", "v-text", "ng-bind", "data-bind")
_IN_PLACE = ("placeholder", "fallback")
"""Attributes of what AMP shows before a list is loaded, and where it is not."""
_BINDING = re.compile(r"(?:v-bind)?:(?:src|alt|title|text)$|v-(?:text|html|cloak)$|x-(?:text|html)$|ng-(?:bind|src|cloak)")
"""Names of attributes that a script turns into what is shown; one that a server has filled has none left."""
_TEMPLATE = re.compile(r"\{\{|\}\}|\{%|<%|\$\{|(?<!\w)(?:NaN|undefined|null)(?!\w)|--(?=\s?[°%])")
"""Marks of a template that nothing has filled, and what stands there after one was filled with nothing."""
_NAMELESS = re.compile(r"#?|.*/@?(?:\dx|undefined|null)?\.(?:png|svg|gif|jpe?g|webp)")
"""Addresses of pictures that a template has given no name: "/img/w/.png", "wn/@2x.png"."""
_LAZY = ("data-src", "data-lazy-src", "data-original", "srcset", "data-srcset")
_FIGURE = re.compile(r"(?<![^\W_])\d+(?:[.,:]\d+)*")
_LOADING = frozenset(("loading", "loader", "preloader", "skeleton", "placeholder", "shimmer", "spinner", "pulse"))
"""Names of what is not there yet; the last one is Tailwind's."""
_LOADING_WORDS, _NEVER_NOUGHT = (
    frozenset(map(key, words.split()))
    for words in (
        "жүктелуде жүктеліп жүктелмеді жүктелмеген загрузка загружается loading",
        "ылғал ылғалдылық ылғалдылығы влажность humidity қысым қысымы давление pressure",
    )
)
"""Words of what is not there yet; labels of what is nowhere nought."""
_DECIMAL = re.compile(r"(?<![\d.,:])\d{1,4}[.,]\d{1,4}(?![\d.,:])")
_ONE_NOUGHT = re.compile(r"(?<![\d.,:])0(?:[.,]0+)?(?![\d.,:%])|(?:^|(?<=[\s:=])|(?<=[A-Z$€₽]))[-–—…]{1,3}\s*$")
"""A rate that is none: nought, or a dash that ends its text."""


def is_filler(block: Block, degrees: Sequence[Decimal | None], is_small: Sizes) -> bool:
    """Return whether the figures of a block, as `degrees`, are those of a template; `is_small` knows the boxes of the page.

    They are in what AMP shows while it loads; or one is a nought that a script is to replace (`awaits_script`); or all are
    noughts in a small box that shows nothing else, has marks of a template or says that it is loading.
    """
    known = [figure for figure in degrees if figure is not None]
    if not known:
        return False
    boxes = [block.element, *islice(block.element.iterancestors(), AROUND)]
    if any(name in box.attrib for box in boxes for name in _IN_PLACE):
        return True
    if all(known):
        return False
    return awaits_script(block) or (not any(known) and any(map(_is_empty, _small(boxes, is_small))))


def awaits_script(block: Block) -> bool:
    """Return whether nought degrees are all that stands in an element which a script finds by its id, class or attribute."""
    awaiting = (owner for atom, owner in texts_of(block) if _NOUGHT.fullmatch(atom) and _is_found_by_script(owner))
    return any(_NOUGHT.fullmatch(spaced_text(owner)) for owner in awaiting)


def _is_found_by_script(owner: HtmlElement) -> bool:
    return any(owner.get(name) for name in _FINDING) or " js-" in f" {owner.get('class')}"


def _small(boxes: Sequence[HtmlElement], is_small: Sizes) -> Iterator[HtmlElement]:
    for box in boxes:
        if box.tag in ("body", "html") or not is_small(box, MAX_BOX):
            return
        yield box


def _is_empty(box: HtmlElement) -> bool:
    """Return whether a small box with nought degrees is one that nothing has filled."""
    if box.get("aria-busy") == "true" or _loads_later(box) or not _LOADING.isdisjoint(words_of(box).split()):
        return True
    parts = list(islice(box.iter(), MAX_PARTS))
    if any(map(_is_bound, parts)) or any(map(_is_nameless, parts)):
        return True
    said = " ".join(_texts_in(parts))
    if _TEMPLATE.search(said):
        return True
    words = key(said).split()
    if not _LOADING_WORDS.isdisjoint(words) or any(one in _NEVER_NOUGHT and then == "0" for one, then in pairwise(words)):
        return True
    figures = _FIGURE.findall(said)
    return len(figures) >= MIN_NOUGHTS and not any(map(_counts, figures))


def _loads_later(box: HtmlElement) -> bool:
    """Return whether a script puts something else into a box as soon as the page is shown: htmx, Livewire, Turbo.

    Elements that hold texts and have an address are such ones.
    """
    if box.get("src") is not None:
        return True
    return "load" in (box.get("hx-trigger") or "").split() or box.get("wire:init") is not None


def _is_bound(part: HtmlElement) -> bool:
    return any(_BINDING.match(str(name)) or "{{" in str(value) for name, value in part.items())


def _is_nameless(part: HtmlElement) -> bool:
    address = part.get("src")
    if part.tag != "img" or address is None or any(map(part.get, _LAZY)):
        return False
    return _NAMELESS.fullmatch(address.strip()) is not None


def _texts_in(parts: Sequence[HtmlElement]) -> Iterator[str]:
    for part in parts:
        if isinstance(part.tag, str) and part.tag not in ("script", "style"):
            yield part.text or ""
        if part is not parts[0]:
            yield part.tail or ""


def _counts(figure: str) -> bool:
    return not set(figure).isdisjoint("123456789")


def shows_noughts(blocks: Sequence[Block]) -> bool:
    """Return whether two currencies have nought as their rate and none has another: no service has answered this page."""
    noughts = 0
    for before, block in zip(chain((None,), blocks), blocks, strict=False):
        text = block.text
        if len(text) > LONGEST_BLOCK or not (_DECIMAL.search(text) or _ONE_NOUGHT.search(text)):
            continue
        label = before.text if before is not None and len(before.text) <= LONGEST_BLOCK else ""
        if not foreign_currencies((label, text)):
            continue
        if any(map(_counts, _DECIMAL.findall(text))):
            return False
        noughts += len(_ONE_NOUGHT.findall(text))
    return noughts >= MIN_CURRENCIES

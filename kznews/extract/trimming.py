"""Furniture cut out of a page's markup before it is parsed: a box that says nothing to a collector need not become elements.

Folding leaves such boxes out of the walk, but to parse and to free them costs more than all the article does. A box is cut where
its markup is in order: its tags are nested and closed, so that a parser ends it where it seems to end, whatever stands around it.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache, partial
from itertools import compress
from typing import TYPE_CHECKING, cast

from lxml import etree

from kznews.extract.css import NAMING
from kznews.extract.furniture import MAX_ASKED, MIN_SIZE, WITH_CLOCK, is_in_widget
from kznews.extract.markup import EMPTIED
from kznews.extract.nesting import boxes_in, is_in_order
from kznews.extract.texts import has_digit
from kznews.extract.walk import FOLDABLE, own_zone
from kznews.extract.zones import TAG_ZONES, Zone, zone_of_words
from kznews.kazakh.charset import is_sound

if TYPE_CHECKING:

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document
    from kznews.extract.furniture import Furniture

MIN_PAGE = 16_000
"""Bytes of a page whose boxes are looked for in less time than it takes to parse them; real pages have ten times as many."""
CUT = "kznews-cut"
"""The attribute of a box that was cut."""
_CUT = b" " + CUT.encode() + b">"
_HOLDERS = frozenset(("div", "nav", "aside", "footer", "header", "section", "article", "main", "body", "html"))
"""No end tag is without its start where only these stand around a box whose tags are in order: none of them is ended early."""
_TEXTS = re.compile(r">\s*+([^<]++)")


def _saying(*names: str) -> re.Pattern[str]:
    """Return a pattern of what attributes say whose names end so; by the "=" it is found in half the time of by the names."""
    return re.compile(rf"""=(?:{"|".join(f"(?<={name}=)" for name in names)})\s*+("[^"]*"|'[^']*'|[^\s>]++)""")


_NAMES, _CLASS_AND_ID, _ALTS = _saying(*NAMING), _saying(*NAMING[:2]), _saying("alt")
_CUT_BOXES = etree.XPath(f"descendant-or-self::*[@{CUT}]")


def trimmed(document: Document, furniture: Furniture) -> Document | None:
    """Return a page as if its furniture were empty; None where nothing is cut, or where a parser sees a cut box otherwise.

    Boxes stay that may hold a clock, a rate, a temperature, a headline, or what `furniture` is asked for. Raises Refused as the
    page's tree does.
    """
    if len(document.body) < MIN_PAGE or furniture.asked_whole:
        return None
    markup, emptied = document.emptied
    parts, cut = _without_boxes(markup, furniture)
    if not cut:
        return None
    left = b"".join(parts)
    if not is_sound(left) and document.shown is None:
        return None
    short = document.shortened(left, emptied - sum(_emptied_in(box) for _, box in cut))
    boxes = cast("list[HtmlElement]", _CUT_BOXES(short.tree))
    doubted = [not _is_furniture(box) for box in boxes] if len(boxes) == len(cut) else [True] * len(cut)
    for tag, box in compress(cut, doubted):  # parsed in vain, but on the next page of the portal
        furniture.doubt(tag, box)
    return None if any(doubted) else short


def _is_furniture(box: HtmlElement) -> bool:
    """Return whether a box that was cut is one in the tree that folding would look into, and ends where it did before."""
    if len(box) or box.text or own_zone(box) not in FOLDABLE or is_in_widget(box):
        return False
    return box.tag == "div" or _HOLDERS.issuperset(node.tag for node in box.iterancestors())


def _without_boxes(markup: bytes, furniture: Furniture) -> tuple[list[bytes], list[tuple[bytes, bytes]]]:
    """Return what is left of a page's markup, in parts, and what was cut between them: start tags and what stood behind."""
    parts, cut = list[bytes](), list[tuple[bytes, bytes]]()
    kept, left = 0, MAX_ASKED * len(markup)
    for start, inside, end, met in boxes_in(markup, _furniture_of_tag, furniture.met):
        if end - inside <= MIN_SIZE or start < kept or left <= 0:
            continue
        left -= end - inside
        tag, box = markup[start:inside], met or markup[inside:end]
        if met or furniture.known(tag, box, partial(_is_plain, box, tag, furniture)):
            parts += markup[kept : inside - 1], _CUT
            cut.append((tag, box))
            kept = end
    return [*parts, markup[kept:]], cut


@lru_cache(maxsize=64)  # of a page; each box holds some kB
def _emptied_in(box: bytes) -> int:
    """Return how many elements in a box had their code taken out."""
    return box.count(EMPTIED.encode())


@lru_cache(maxsize=8192)  # a page repeats its tags; a run repeats its pages
def _furniture_of_tag(tag: bytes) -> Zone | None:
    """Return the zone that the start tag of a box names, if it is one of furniture."""
    said = tag.decode("utf-8", "replace")
    names = " ".join(_values(said, _CLASS_AND_ID))
    zone = (zone_of_words(names) if names else None) or TAG_ZONES.get(said[1:-1].split(maxsplit=1)[0])
    return zone if zone in FOLDABLE else None


def _is_plain(box: bytes, tag: bytes, furniture: Furniture) -> bool:
    """Return whether what stands in a box is UTF-8, in order, and says nothing to a collector."""
    try:
        inside = box.decode()
    except UnicodeDecodeError:
        return False
    zone = _furniture_of_tag(tag)
    texts = _TEXTS.findall(f">{inside}")
    if "&" in inside:
        texts = [html.unescape(text) if "&" in text else text for text in texts]
    if sum(map(len, texts)) < MIN_SIZE or (zone in WITH_CLOCK and has_digit("".join(texts))) or furniture.holds_story(texts):
        return False
    if not is_in_order(box, tag):
        return False
    said = furniture.said_in(_values(f"{tag.decode()}{inside}", _NAMES), _values(inside, _ALTS))
    return furniture.shows_nothing(texts, said) and not furniture.asks_for(said)


def _values(markup: str, saying: re.Pattern[str]) -> set[str]:
    """Return what attributes say in a piece of markup, those with a longer name ("data-id") among them."""
    said = {value.strip("\"'") for value in set(saying.findall(markup))}
    return {html.unescape(value) for value in said} if "&" in "".join(said) else said

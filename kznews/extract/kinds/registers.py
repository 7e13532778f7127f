"""Registers: bills, requests, papers, events, each in a row of a table, an item of a list or a card without a linked headline."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from kznews.extract.block import HEADINGS
from kznews.extract.phrases import READ_ON, key
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import holds_date, is_date
from kznews.extract.walk import DOCUMENTS
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

_T = TypeVar("_T")
ROWS = frozenset(("tr", "li"))
_NO_CARDS = frozenset(("p", "td", "th", "table", "tbody", "body", "html", *HEADINGS))
MIN_ROWS = 4
"""So many rows are a register; notices of an event have two or three items."""
AROUND = 5
"""The elements around a text of which one may be its row or its card."""
IN_ROWS = 0.8
"""Of a register's letters, and of its rows that have a date: what stands over it and a row without a date are the rest."""
SAMPLED = 24
"""Rows that are read, and a fourth of the texts that are asked for theirs: all are of one make."""
LONGEST = 1_000
"""Letters of a row; what is longer is a part of an article that an old engine laid out in a table."""
MIN_CUT = 2
"""Texts that are cut off, at least."""
LINKED = 0.7
"""Of a block that is little else than its link, as a headline in a list is."""
MAX_LINKED = 0.34
"""Of the texts of an article that are bare links, at most: sources stand under it."""
_MORE = READ_ON | set(
    map(key, ("толығымен", "толығырақ", "толық", "әрі қарай", "жалғасы", "оқу", "подробнее", "далее", "полностью", "more"))
)  # fmt: skip
MAX_MORE = 20
"""What a link under an excerpt says, and how long that is with its dots and arrows."""


def _row_of(block: Block) -> HtmlElement | None:
    """Return the row of a table or the item of a list that a text stands in, or None."""
    return next((node for node in _around(block) if node.tag in ROWS), None)


def rows_around(blocks: Iterable[Block]) -> set[HtmlElement]:
    """Return the rows of tables and the items of lists that texts stand in. Never raises."""
    return {row for block in blocks if (row := _row_of(block)) is not None}


def _around(block: Block) -> Iterator[HtmlElement]:
    return islice(chain((block.element,), block.element.iterancestors()), AROUND)


def rows_of_register(blocks: Sequence[Block]) -> set[HtmlElement]:
    """Return the rows of one kind in which nearly all of some texts stand, if nearly all show the date of a day or a paper.

    Rows of several lists (one for each month, say) count together if there is no text between. Empty for what is no register.
    Never raises.
    """
    if len(blocks) < MIN_ROWS:
        return set()
    few = _spread(blocks, 4 * SAMPLED)
    letters = sum(len(block.text) for block in few)
    if _row_of(few[-1]) is not None:
        rows = list(dict.fromkeys(row for block in blocks if (row := _row_of(block)) is not None))
        inside = sum(len(block.text) for block in few if _row_of(block) is not None)
        return set(rows) if _are_dated(rows, inside, letters) else set()
    found = (alike for alike in _boxes_alike(few) if _are_cards(alike, few, letters))
    return set(next(found, ()))


def _boxes_alike(blocks: Sequence[Block]) -> Iterator[list[HtmlElement]]:
    """Yield the boxes of one kind among which that of the text in the middle is, the inner ones first.

    Those with a class may stand in several groups, others stand side by side.
    """
    quarter = len(blocks) // 4
    outer = set(blocks[quarter].element.iterancestors()).intersection(blocks[-1 - quarter].element.iterancestors())
    for box in _around(blocks[len(blocks) // 2]):
        if box in outer:  # holds half of all texts: there are no four of its kind
            return
        if box.tag in _NO_CARDS:
            continue
        kind = box.tag, box.get("class")
        named = (node for block in blocks for node in _around(block) if (node.tag, node.get("class")) == kind)
        alike = list(dict.fromkeys(named)) if kind[1] else list(_alike(box))
        if len(alike) >= MIN_ROWS:
            yield alike


def _are_cards(alike: list[HtmlElement], blocks: Sequence[Block], letters: int) -> bool:
    boxes = set(alike)
    inside = sum(len(block.text) for block in blocks if not boxes.isdisjoint(_around(block)))
    few = _spread(alike)
    return _are_dated(alike, inside, letters) and sum(map(_shows_date, few)) >= IN_ROWS * len(few)


def _are_dated(rows: list[HtmlElement], inside: int, letters: int) -> bool:
    """Return whether rows hold nearly all `letters` (`inside`), and dates."""
    if len(rows) < MIN_ROWS or inside < IN_ROWS * letters:
        return False
    few = _spread(rows)
    if not all(is_small(row, LONGEST) for row in few):
        return False
    return sum(_offers_paper(row) or holds_date(spaced_text(row)) for row in few) >= IN_ROWS * len(few)


def _shows_date(box: HtmlElement) -> bool:
    """Return whether a date stands apart in a box, as it does on a card (one in a sentence does not), or a link to a paper."""
    return _offers_paper(box) or any(is_date(said) for text in box.itertext() if (said := str(text).strip()))


def _offers_paper(box: HtmlElement) -> bool:
    return any((link.get("href") or "").lower().endswith(DOCUMENTS) for link in box.iter("a"))


def _spread(rows: Sequence[_T], most: int = SAMPLED) -> Sequence[_T]:
    return rows[:: max(1, len(rows) // most)]


def _alike(box: HtmlElement) -> Iterator[HtmlElement]:
    holder, classes = box.getparent(), box.get("class")
    beside = () if holder is None else holder
    return (other for other in beside if other.tag == box.tag and other.get("class") == classes)  # lxml looks for no odd tag


def is_title_of_card(shown: HtmlElement) -> bool:
    """Return whether an element that is no heading stands in one of several boxes of one kind, each with one like it.

    Each has a link or a date as well. The first of them is no headline, though it may call itself a title. Never raises.
    """
    if shown.tag in HEADINGS or not shown.get("class"):
        return False
    for box in islice(shown.iterancestors(), AROUND - 1):
        alike = list(islice(_alike(box), MIN_ROWS))
        if len(alike) == MIN_ROWS and all(_is_card(other, shown) for other in alike):
            return True
    return False


def _is_card(box: HtmlElement, shown: HtmlElement) -> bool:
    titled = any((other.tag, other.get("class")) == (shown.tag, shown.get("class")) for other in box.iter())
    return titled and is_small(box, LONGEST) and (any(link.get("href") for link in box.iter("a")) or _shows_date(box))


def are_cut_off(blocks: Sequence[Block], text: Sequence[int]) -> bool:
    """Return whether nearly all texts, those at the places `text`, end with a link to the rest or stand before one.

    Never raises.
    """
    if len(text) < MIN_CUT or not (_leads_on(blocks, text[0]) or _leads_on(blocks, text[1])):  # nearly all pages
        return False
    texts = [at for at in text if blocks[at].zone is not Zone.META]  # who wrote each, and when, may stand between
    cut = sum(_leads_on(blocks, at) for at in texts)
    return cut >= max(MIN_CUT, IN_ROWS * len(texts))


def _leads_on(blocks: Sequence[Block], at: int) -> bool:
    behind = [block for block in blocks[at + 1 : at + 2] if block.link_share > LINKED]
    return any(is_link_to_rest(block.links[-1]) for block in (blocks[at], *behind) if block.links)


def is_link_to_rest(link: HtmlElement) -> bool:
    """Return whether a link says that it leads to the rest of a text ("Толығырақ »"). Never raises."""
    said = spaced_text(link)
    return len(said) <= MAX_MORE and key(said) in _MORE


def are_links(blocks: Sequence[Block]) -> bool:
    """Return whether many of some texts are nothing but a link, as in a directory of sites. Never raises."""
    linked = sum(block.link_share > LINKED for block in blocks)
    return linked >= MIN_ROWS and linked > MAX_LINKED * len(blocks)

"""The pane of a widget that a tab has yet to show: what is sold, behind what is bought, or the other way round."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.block import Block
from kznews.extract.rates.figures import code_first
from kznews.extract.rates.labels import CLOSE
from kznews.extract.rates.runs import without_cross_pairs
from kznews.extract.rates.sides import MAX_BESIDE
from kznews.extract.rates.texts import is_spread
from kznews.extract.rates.tokens import tokens_of
from kznews.extract.selecting import glued_text, text_nodes
from kznews.extract.widgets import LONGEST_BLOCK, MIN_CURRENCIES
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document
    from kznews.extract.rates.clusters import Cluster
    from kznews.extract.rates.labels import Surroundings
    from kznews.items import ExchangeRate

MAX_ROW = LONGEST_BLOCK * 10
"""What a layout calls the row of one currency, or a pane, says less, whatever hints and captions it holds."""
_OTHER = {"buy": "sell", "sell": "buy"}


def read_box(element: HtmlElement, around: Surroundings) -> list[ExchangeRate]:
    """Return the rates that a small box says, each currency before its figures, whether the page shows the box or not."""
    said = glued_text(element)
    if len(said) > MAX_ROW:
        return []
    nodes = [(" ".join(text.split()), text.getparent()) for text in text_nodes(element) if text.strip()]
    owners = [element if owner is None else owner for _, owner in nodes]
    block = Block(element, Zone.HEADER, said, owners, [text for text, _ in nodes])
    return code_first(without_cross_pairs(tokens_of(block)), around)


def in_hidden_pane(
    document: Document, shown: Sequence[ExchangeRate], clusters: Sequence[Cluster], around: Surroundings
) -> list[ExchangeRate]:
    """Return the other side of rates that are all bought or all sold, out of a hidden pane beside theirs; [] if there is none.

    What is hidden may be a placeholder: its tab or its name must say the other side, and each currency that is shown, no other,
    must be bought there for less than it is sold for.
    """
    sides = {rate.side for rate in shown}
    if len(shown) < MIN_CURRENCIES or len(sides) > 1 or not sides <= _OTHER.keys():
        return []
    wanted = [(rate.currency, rate.nominal, _OTHER[rate.side]) for rate in shown]
    block = next((cluster.block for cluster in clusters if set(map(_told, shown)) <= set(map(_told, cluster.rates))), None)
    for pane in _hidden_beside(block.element, document) if block is not None else ():
        found = read_box(pane, around)
        if [(rate.currency, rate.nominal, rate.side) for rate in found] == wanted and _are_sides(shown, found):
            return found
    return []


def _told(rate: ExchangeRate) -> tuple[str, str, str]:
    return rate.currency, rate.side, str(rate.value)


def _hidden_beside(element: HtmlElement, document: Document) -> Iterator[HtmlElement]:
    """Yield the hidden elements beside an element or a box that closely holds it, of one kind with that."""
    for box in (element, *islice(element.iterancestors(), CLOSE - 1)):
        if box.tag in ("body", "html"):
            return
        beside = (*islice(box.itersiblings(), MAX_BESIDE), *islice(box.itersiblings(preceding=True), MAX_BESIDE))
        yield from (other for other in beside if other.tag == box.tag and other in document.index.hidden)


def _are_sides(shown: Sequence[ExchangeRate], hidden: Sequence[ExchangeRate]) -> bool:
    pairs = zip(shown, hidden, strict=True)
    prices = [(one.value, other.value) if one.side == "buy" else (other.value, one.value) for one, other in pairs]
    return all(is_spread(bought, sold) for bought, sold in prices) and any(bought != sold for bought, sold in prices)

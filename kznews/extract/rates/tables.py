"""Rates under a row of currencies, bought in one row and sold in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.rates.runs import heads_of
from kznews.extract.widgets import common_box, stands_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.rates.labels import Surroundings
    from kznews.extract.rates.tokens import Token

SIDES = (frozenset(("buy", "sell")), frozenset(("buy", "sell", "official")))
"""What the rows of such a table may be, one each."""


def sided_columns(run: Sequence[Token], around: Surroundings) -> list[tuple[Token, Token, str]]:
    """Return currency, figure and side of a table with rows of figures under or beside a row of currencies, as shown; else [].

    The words beside the figures, or the names of their rows, must say which of them buys, which sells and, of three, which is
    official: two banks are not told apart by their names.
    """
    table = heads_of(run)
    if table is None or any(token.kind != "number" for token in table[1]):
        return []
    codes, figures = table
    rows = [figures[at : at + len(codes)] for at in range(0, len(figures), len(codes))]
    boxes = [_box_of(row, [token for other in rows if other is not row for token in other]) for row in rows[: len(SIDES) + 1]]
    sides = [around.side_of(box) for box in boxes if box is not None]
    if len(figures) != len(sides) * len(codes) or len(set(sides)) != len(sides) or frozenset(sides) not in SIDES:
        return []
    return [
        (code, figure, side) for side, row in zip(sides, rows, strict=True) for code, figure in zip(codes, row, strict=True)
    ]


def _box_of(row: Sequence[Token], others: Sequence[Token]) -> HtmlElement | None:
    """Return the smallest element that holds the figures of a row; None if figures of another row stand in it."""
    box: HtmlElement | None = row[0].owner
    for token in row[1:]:
        box = box if box is None else common_box(box, token.owner)
    return None if box is None or any(stands_in(token.owner, box) for token in others) else box

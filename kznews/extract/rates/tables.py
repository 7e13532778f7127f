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

ROWS = 2
"""One that buys and one that sells."""


def sided_columns(run: Sequence[Token], around: Surroundings) -> list[tuple[Token, Token, str]]:
    """Return currency, figure and side of a table with two rows of figures under a row of currencies, as shown; [] for any other.

    The words beside the figures must say which of them buys and which sells: two banks are not told apart by their names.
    """
    table = heads_of(run)
    if table is None or len(table[1]) != ROWS * len(table[0]) or any(token.kind != "number" for token in table[1]):
        return []
    codes, figures = table
    rows = figures[: len(codes)], figures[len(codes) :]
    boxes = [_box_of(row, other) for row, other in (rows, rows[::-1])]
    sides = [around.side_in(box) for box in boxes if box is not None]
    if set(sides) != {"buy", "sell"}:
        return []
    return [
        (code, figure, side) for side, row in zip(sides, rows, strict=True) for code, figure in zip(codes, row, strict=True)
    ]


def _box_of(row: Sequence[Token], other: Sequence[Token]) -> HtmlElement | None:
    """Return the smallest element that holds the figures of a row; None if figures of the other row stand in it."""
    box: HtmlElement | None = row[0].owner
    for token in row[1:]:
        box = box if box is None else common_box(box, token.owner)
    return None if box is None or any(stands_in(token.owner, box) for token in other) else box

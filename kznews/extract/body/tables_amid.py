"""Which tables of data belong to an article's text: those that stand amid it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from kznews.extract.body.acts import opens_with_act
from kznews.extract.body.tables import SEVERAL, DataTable, tables_in
from kznews.extract.texts import is_text
from kznews.extract.widgets import RATES, WEATHER
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks


def rows_amid(
    blocks: Blocks, containers: Sequence[HtmlElement], inside: Sequence[Block], kept: Sequence[Block]
) -> dict[Block, str]:
    """Return the blocks of the tables of data that stand amid an article's text, each with what it adds to that.

    Those of an act may have but one row: its day and number, who signed it. The first block of a row adds all of it, its cells
    joined by `texts.BETWEEN_CELLS`, the others "". `inside` are the blocks in the boxes of the text, `containers`, in page order;
    `kept` are those of them that are text, the tables aside.
    """
    least = 1 if opens_with_act(inside) else SEVERAL
    found = [(box, table) for box in containers for table in tables_in(box, blocks, least)]
    if not found:
        return {}
    amid = _Amid(blocks, inside, kept, [table for _, table in found])
    said: dict[Block, str] = {}
    shown: set[tuple[str, ...]] = set()
    for box, table in found:
        if not amid.holds(table, box):
            continue
        lines = tuple(row for row, _ in table.rows)
        for row, cells in table.rows:
            said |= dict.fromkeys(cells, "")
            said[cells[0]] = "" if lines in shown else row  # a copy for phones
        shown.add(lines)
    return said


class _Amid:
    """Tells which tables stand amid the text of one article."""

    def __init__(self, blocks: Blocks, inside: Sequence[Block], kept: Sequence[Block], tables: Sequence[DataTable]) -> None:
        self._spans = blocks.spans
        places = {block: at for at, block in enumerate(blocks.all)}
        cells = {cell for table in tables for _, row in table.rows for cell in row}
        text = cells.union(kept)
        self._inside = {places[block] for block in inside}
        self._dropped = [places[block] for block in inside if block not in text]
        self._running = [places[block] for block in kept if block not in cells and is_text(block) and not block.heading]

    def holds(self, table: DataTable, container: HtmlElement) -> bool:
        """Return whether a table inside a container stands between paragraphs, or right beside one in its innermost box.

        One that shows what widgets show does so between paragraphs alone, and where nothing around it calls itself a widget.
        """
        start, _ = table.span
        if start not in self._inside:
            return False
        at = bisect_left(self._running, start)
        before, behind = self._running[max(at - 1, 0) : at], self._running[at : at + 1]
        if before and behind:
            return not (table.like_widget and _is_named_widget(table.element, container))
        first, end = self._box_around(table, container)
        beside = [text for text in before + behind if first <= text < end]
        return not table.like_widget and any(not self._drops_between(text, start) for text in beside)

    def _box_around(self, table: DataTable, container: HtmlElement) -> tuple[int, int]:
        """Return the range of blocks of the smallest box around a table that holds anything else."""
        for box in takewhile(lambda box: box is not container, table.element.iterancestors()):
            if box.tag != "figure" and (span := self._spans.get(box, table.span)) != table.span:
                return span
        return self._spans.get(container, (0, 0))

    def _drops_between(self, one: int, other: int) -> bool:
        """Return whether anything between two blocks is no text."""
        first, last = sorted((one, other))
        return bisect_left(self._dropped, first) < bisect_left(self._dropped, last)


def _is_named_widget(element: HtmlElement, container: HtmlElement) -> bool:
    """Return whether a table, a part of it or a box around it inside a container calls itself rates or weather."""
    around = takewhile(lambda box: box is not container, element.iterancestors())
    words = map(words_of, chain(element.iter("*"), around))
    return any(vocabulary.words.search(said) for said in words for vocabulary in (RATES, WEATHER))

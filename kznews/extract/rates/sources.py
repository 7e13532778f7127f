"""Which of several sources of rates in one run counts: the first bank's columns in a table, the pane of a tab that is open."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kznews.extract.rates.labels import names_day
from kznews.extract.rates.sides import MAX_BESIDE
from kznews.extract.rates.tables import SIDES
from kznews.extract.rates.tokens import PAIR
from kznews.extract.selecting import short_text
from kznews.extract.widgets import CELLS, MAX_DEPTH, MAX_HEADS, MAX_WIDGET_TEXT, common_box, is_dated, is_expected, stands_in
from kznews.kazakh.cities import find_city

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.rates.clusters import Cluster
    from kznews.extract.rates.labels import Surroundings
    from kznews.extract.rates.tokens import Token

_OPEN = frozenset(("active", "current", "cur", "open", "opened", "selected", "show", "in"))
"""Classes by which a pane says that it is the one that shows; a style sheet hides those beside it."""


def of_one_source(run: Sequence[Token], around: Surroundings) -> list[Token]:
    """Return a run without what closed panes say beside the open one, and without the columns of other banks than the first."""
    return _of_first_bank(_without_closed_panes(run, around), around)


def _without_closed_panes(run: Sequence[Token], around: Surroundings) -> list[Token]:
    """Return a run without what closed panes say of currencies that the open one shows as well: of another bank, another city.

    Two panes may be the two sides of one source: one that names both is another source, or stands beside one.
    """
    named = [token for token in run if token.kind == "currency" and token.code != "KZT"]
    if len({token.code for token in named}) == len(named):
        return list(run)
    opened, closed = _panes_of(common_box(named[0].owner, named[-1].owner))
    if opened is None or not any(map(around.names_both, (opened, *closed))):
        return list(run)
    shown = {token.code for token in named if stands_in(token.owner, opened)}
    behind = {token for token in run if any(stands_in(token.owner, pane) for pane in closed)}
    others = {token.code for token in behind} - {"", "KZT"} - shown
    return list(run) if others else [token for token in run if token not in behind]


def without_clusters_behind(clusters: Sequence[Cluster], around: Surroundings) -> list[Cluster]:
    """Return clusters without those in closed panes beside the open one, as in a run (`of_one_source`)."""
    kept = list(clusters)
    for other in clusters[1:]:
        opened, closed = _panes_of(common_box(clusters[0].block.element, other.block.element))
        if opened is None or not any(map(around.names_both, (opened, *closed))):
            continue
        shown = {code for it in clusters if stands_in(it.block.element, opened) for code in _codes(it)}
        behind = [it for it in kept if any(stands_in(it.block.element, pane) for pane in closed)]
        kept = [it for it in kept if it not in behind or not _codes(it) <= shown]
    return kept


def _codes(cluster: Cluster) -> set[str]:
    return {rate.currency for rate in cluster.rates}


def _panes_of(box: HtmlElement | None) -> tuple[HtmlElement | None, list[HtmlElement]]:
    """Return the one child of a box that is marked as open, and those beside it that are called the same without the mark."""
    children = [] if box is None else [child for child in islice(box, MAX_BESIDE) if isinstance(child.tag, str)]
    classes = [frozenset((child.get("class") or "").lower().split()) for child in children]
    marked = [at for at, names in enumerate(classes) if not _OPEN.isdisjoint(names)]
    for opened in marked:
        name = classes[opened] - _OPEN
        called = (child for child, names in zip(children, classes, strict=True) if names == name)
        panes = [child for child in called if child.tag == children[opened].tag]
        alone = all(at == opened or classes[at] - _OPEN != name for at in marked)
        if name and panes and alone:
            return children[opened], panes
    return None, []


def _of_first_bank(run: Sequence[Token], around: Surroundings) -> list[Token]:
    """Return a run without the columns of other banks than the first, where a head names each over what it buys and sells for.

    A currency that the first bank lacks goes as well.
    """
    columns = _columns_of_banks(run, around)
    if not columns:
        return list(run)
    kept: list[Token] = []
    for part in _by_currency(run):
        figures = [token for token in part if token.kind == "number"]
        first = [token for token in figures if _column(token.owner, columns) in range(PAIR)]
        if len([token for token in first if token.raw[0].isdigit()]) == PAIR:
            kept += [token for token in part if token.kind != "number" or token in first]
    return kept


def _columns_of_banks(run: Sequence[Token], around: Surroundings) -> int:
    """Return how many columns the banks of a run's table have in all; 0 where it is no such table."""
    figures = next((part for part in _by_currency(run) if part[0].kind == "currency"), [])
    figures = [token for token in figures if token.kind == "number"]
    cell = _cell(figures[0].owner) if len(figures) >= 2 * PAIR else None
    table = next(cell.iterancestors("table"), None) if cell is not None else None
    rows = [] if table is None else [list(row.iterchildren(*CELLS)) for row in islice(table.iter("tr"), MAX_HEADS)]
    return next((found for banks, sides in pairwise(rows) if (found := _banks_over(banks, sides, around))), 0)


def _banks_over(banks: Sequence[HtmlElement], sides: Sequence[HtmlElement], around: Surroundings) -> int:
    """Return how many columns stand under heads that are each over a buying and a selling one; 0 for days and cities."""
    wide = [cell for cell in banks if cell.get("colspan") == str(PAIR)]
    names = [short_text(cell, MAX_WIDGET_TEXT) for cell in wide]
    if len(wide) < PAIR or len(banks) - len(wide) > 1 or not all(names):
        return 0
    if any(is_dated(name) or is_expected(name) or names_day(name) or find_city(name) for name in names):
        return 0
    said = [around.side_of(cell) for cell in sides[-PAIR * len(wide) :]]
    return len(said) if frozenset(said[:PAIR]) == SIDES[0] and said == said[:PAIR] * len(wide) else 0


def _column(figure: HtmlElement, columns: int) -> int:
    """Return the place of a figure's cell among the last columns of its row; -1 where it stands before them or in no row."""
    cell = _cell(figure)
    row = cell.getparent() if cell is not None else None
    if cell is None or row is None:
        return -1
    return sum(1 for _ in cell.itersiblings(*CELLS, preceding=True)) - sum(1 for _ in row.iterchildren(*CELLS)) + columns


def _cell(element: HtmlElement) -> HtmlElement | None:
    return next((node for node in (element, *islice(element.iterancestors(), MAX_DEPTH)) if node.tag in CELLS), None)


def _by_currency(run: Sequence[Token]) -> list[list[Token]]:
    """Return the run in parts that each begin with a currency; what stands before the first one is a part as well."""
    parts: list[list[Token]] = []
    for token in run:
        if not parts or (token.kind == "currency" and parts[-1][-1].kind == "number"):
            parts.append([])
        parts[-1].append(token)
    return parts

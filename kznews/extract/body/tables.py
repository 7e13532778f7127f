"""Tables of data, row by row: medals, timetables, budgets, standings.

Most tables of a page are none: old engines lay pages out in them, widgets and calendars stand in them, lists of links do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from kznews.extract.count_words import is_counter
from kznews.extract.labels import AUTHOR_LABELS, DATE_LABELS, MAX_LABEL, SECTION_LABELS, SOURCE_LABELS, TAG_LABELS
from kznews.extract.phrases import is_boilerplate, key
from kznews.extract.texts import BETWEEN_CELLS, FURNITURE, MIN_PARAGRAPH, is_text
from kznews.extract.weather.places import known_city
from kznews.extract.widgets import CELLS, DEGREES, MIN_CURRENCIES
from kznews.kazakh.currency import foreign_currencies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

SEVERAL = 2
"""Rows of several cells that a table has at least, and cells of such a row: what has fewer is a list or a box."""
MAX_CELL = 400
"""Letters of the longest cell, e.g. of all streets that will be without water; what is longer is a text."""
MAX_SENTENCE = 100
"""Letters of the longest cell that ends like a sentence; a longer one is a paragraph."""
MAX_NOTE = 300
"""Letters of a row of one cell: a heading inside the table, a note under it."""
MAX_LINKED = 0.3
"""Of a table's letters: in a list of other articles nearly all are."""
LINKED_CELLS, MAX_NAME = 3, 30
"""At most one cell in so many may be a link all the same, with so many letters: the names of clubs in a table of standings."""
MAX_FLAG = 48
"""Pixels of a picture that stands for a word: a flag, the emblem of a club."""
MAX_SPAN = 30
"""Columns that one cell is believed to span."""
MONTH = 28
"""Days that every calendar of a month shows."""
_FULL_STOPS = (".", "!", "?", "…", "؟", "۔")
"""What ends a sentence. Lists of streets end with a bracket or a semicolon as well."""
_FLAG = re.compile(r"flag|emblem|logo|icon|gerb", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d{1,4})(?:px)?\s*")
_ROWS = ("table", "thead", "tbody", "tfoot", "tr")
"""What cells stand in: the parser adds no row where an author wrote none."""
_RUNNING = frozenset(("p", "div", "section", "article", "blockquote", "h2", "h3", "h4", "ul", "ol"))
"""What the parser leaves right in a table that was never closed."""
_NO_DATA = ("table", "input", "textarea", "select", "button", "form", "iframe", "video", "audio", "object", "embed")
"""What stands in no table of data: boxes are laid out there, or something is asked."""
_OF_ARTICLE = AUTHOR_LABELS | (DATE_LABELS - {key("күні"), key("уақыты")}) | SECTION_LABELS | SOURCE_LABELS | TAG_LABELS
"""What a row says of the article it stands beside; "day" and "hour" head the columns of timetables as well."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of data, wherever on the page it stands."""

    element: HtmlElement
    span: tuple[int, int]
    """The range of its blocks on the page."""
    rows: list[tuple[str, list[Block]]]
    """What each row says, in order, and its blocks; the caption is the first, and the head adds nothing where it is repeated."""
    like_widget: bool
    """Whether it shows what widgets show: currencies, or cities with degrees."""


@dataclass(frozen=True, slots=True)
class _Cell:
    said: str
    blocks: list[Block]
    columns: int
    rows: int


def tables_in(container: HtmlElement, blocks: Blocks, least: int = SEVERAL) -> Iterator[DataTable]:
    """Yield the tables of data inside an element, in page order, with `least` rows of several cells at least.

    Of tables in tables only the innermost may be one.
    """
    for element in container.iterdescendants("table"):
        parts, span = _parts(element, blocks)
        asked = parts
        if (spilt := _spilling(element, blocks)) is not None:
            asked, span = parts[:-1], (span[0], spilt)
        shown = blocks.all[slice(*span)]
        if len(shown) < SEVERAL * least or not _may_hold_data(asked, shown):
            continue
        rows = [[_cell(cell, blocks, span[1]) for cell in row.iterchildren("td", "th")] for row in _rows(element, parts)]
        filled = [telling for row in rows if (telling := [cell for cell in row if cell.said])]
        if _is_data(filled, least):
            texts = [cell.said for row in filled for cell in row]
            yield DataTable(element, span, [*_captions(element, blocks), *_lines(rows)], _is_like_widget(texts))


def _parts(element: HtmlElement, blocks: Blocks) -> tuple[Sequence[HtmlElement], tuple[int, int]]:
    """Return a table's children and the range of their blocks, without what stands behind its rows for want of an end tag."""
    parts, (start, end) = list(element), blocks.spans.get(element, (0, 0))
    for at, part in enumerate(parts):
        if part.tag in _RUNNING and at and any(map(is_text, blocks.inside(part))):
            return parts[:at], (start, blocks.spans[part][0])
    return parts, (start, end)


def _spilling(table: HtmlElement, blocks: Blocks) -> int | None:
    """Return where the paragraphs begin that stand behind the bare words of a table's last cell, or None.

    That cell was never closed, if no cell before it holds a paragraph.
    """
    last: HtmlElement | None = table
    while last is not None and last.tag not in CELLS:
        last = next((child for child in last.iterchildren(*_ROWS, *CELLS, reversed=True)), None)
    if last is None or not (last.text or "").strip():
        return None
    start, _ = blocks.spans.get(table, (0, 0))
    at, end = next((blocks.spans.get(part, (0, 0)) for part in last.iterchildren(*_RUNNING)), (0, 0))
    closed = at == end or not is_text(blocks.all[at]) or any(map(is_text, blocks.all[start:at]))
    return None if closed else at


def _rows(element: HtmlElement, parts: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield what holds the cells of a table."""
    yield element
    for part in parts:
        yield from part.iter(*_ROWS)


def _may_hold_data(parts: Sequence[HtmlElement], shown: Sequence[Block]) -> bool:
    """Return whether a table is no furniture, hardly linked, and holds no other table, no field and no picture but flags."""
    if 2 * sum(block.zone in FURNITURE for block in shown) > len(shown):
        return False
    if _is_linked(shown):
        return False
    if any(next(part.iter(*_NO_DATA), None) is not None for part in parts):
        return False
    return all(_is_flag(picture) for part in parts for picture in part.iter("img"))


def _is_linked(shown: Sequence[Block]) -> bool:
    """Return whether blocks are links for a good part and more than a column of names is linked."""
    linked = [block for block in shown if block.linked]
    if sum(block.linked for block in linked) <= MAX_LINKED * sum(len(block.text) for block in shown):
        return False
    return LINKED_CELLS * len(linked) > len(shown) or any(len(block.text) > MAX_NAME for block in linked)


def _is_flag(picture: HtmlElement) -> bool:
    sizes = [int(match[1]) for name in ("width", "height") if (match := _PIXELS.fullmatch(picture.get(name) or ""))]
    if sizes:
        return max(sizes) <= MAX_FLAG
    return _FLAG.search(f"{picture.get('class') or ''} {picture.get('src') or ''}") is not None


def _cell(element: HtmlElement, blocks: Blocks, end: int) -> _Cell:
    """Return a cell without the next row, which the parser leaves in it where a tag of its letters was never closed."""
    first, last = blocks.spans.get(element, (0, 0))
    row = next(element.iterdescendants("tr"), None)
    behind = last if row is None else blocks.spans.get(row, (last, last))[0]
    inside = blocks.all[first : min(last, behind, end)]
    return _Cell(_said(inside), inside, _number(element, "colspan"), _number(element, "rowspan"))


def _said(inside: Sequence[Block]) -> str:
    return " ".join(" ".join(block.text for block in inside).split())


def _number(element: HtmlElement, name: str) -> int:
    """Return how many columns or rows a cell spans; 1 for what is no number."""
    said = (element.get(name) or "").strip()
    return min(max(int(said), 1), MAX_SPAN) if said.isascii() and said.isdigit() and len(said) < MAX_SPAN else 1


def _is_data(rows: Sequence[Sequence[_Cell]], least: int) -> bool:
    """Return whether rows of cells, those that say something, are data: short, in several rows of several."""
    several = [row for row in rows if len(row) >= SEVERAL]
    if len(several) < least or 2 * len(several) < len(rows):
        return False
    if any(len(row[0].said) > MAX_NOTE for row in rows if len(row) == 1):
        return False
    cells = [cell for row in several for cell in row]
    if median(len(cell.said) for cell in cells) >= MIN_PARAGRAPH or any(map(_is_paragraph, cells)):
        return False
    said = [[cell.said for cell in row] for row in several]
    return not (_tells_of_article(said) or _is_furniture(said) or _is_calendar([cell.said for cell in cells]))


def _is_paragraph(cell: _Cell) -> bool:
    sentences = (block.text for block in cell.blocks if len(block.text) > MAX_SENTENCE)
    return len(cell.said) > MAX_CELL or any(text.endswith(_FULL_STOPS) for text in sentences)


def _tells_of_article(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether rows say who wrote the article beside them, when, where it stands or how often it was read.

    A label without a colon may head a column of data: then half of the rows must say so.
    """
    pairs = [row for row in rows if len(row) == SEVERAL and key(row[0]) in _OF_ARTICLE]
    return 2 * len(pairs) >= len(rows) or any(map(_is_about_article, rows))


def _is_about_article(row: Sequence[str]) -> bool:
    labelled = [(name, cell) for cell in row for name, colon, _ in (cell.partition(":"),) if colon and len(name) <= MAX_LABEL]
    return is_counter(" ".join(row)) or any(key(name) in _OF_ARTICLE or is_counter(cell) for name, cell in labelled)


def _is_furniture(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether half of the rows with a word or more are what portals print under a text: where to subscribe, to join."""
    worded = [line for row in rows if any(map(str.isalpha, line := " ".join(row)))]
    return bool(worded) and 2 * sum(map(is_boilerplate, worded)) >= len(worded)


def _is_calendar(cells: Sequence[str]) -> bool:
    """Return whether the days of a month stand among cells, one after the other."""
    days = [int(cell) for cell in cells if len(cell) <= 2 and cell.isascii() and cell.isdigit()]  # noqa: PLR2004
    first = days.index(1) if 1 in days else 0
    return days[first : first + MONTH] == list(range(1, MONTH + 1))


def _is_like_widget(texts: Sequence[str]) -> bool:
    if len(foreign_currencies(texts)) >= MIN_CURRENCIES:
        return True
    return any(map(DEGREES.search, texts)) and any(known_city(text) is not None for text in texts)


def _captions(element: HtmlElement, blocks: Blocks) -> Iterator[tuple[str, list[Block]]]:
    for caption in element.iterchildren("caption"):
        if inside := blocks.inside(caption):
            yield _said(inside), inside


def _lines(rows: Sequence[Sequence[_Cell]]) -> Iterator[tuple[str, list[Block]]]:
    """Yield what rows say: an empty cell keeps the others in their columns, unless it is a row's last or its column is empty."""
    placed = list(_placed(rows))
    columns = sorted({column for line in placed for column, cell in line.items() if cell.said})
    head = ""
    for line in placed:
        cells = [line[column].said if column in line else "" for column in columns]
        said = BETWEEN_CELLS.join(cells[: max((at for at, cell in enumerate(cells, 1) if cell), default=0)])
        if said:
            yield "" if said == head else said, [block for cell in line.values() for block in cell.blocks]
            head = head or said


def _placed(rows: Sequence[Sequence[_Cell]]) -> Iterator[dict[int, _Cell]]:
    """Yield each row's cells by their columns, with room for what spans several columns and for what reaches down from above."""
    reaching: dict[int, int] = {}
    for row in rows:
        line: dict[int, _Cell] = {}
        taken = {column for column, left in reaching.items() if left}
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        at = 0
        for cell in row:
            while at in taken:
                at += 1
            line[at] = cell
            if cell.rows > 1:
                reaching |= dict.fromkeys(range(at, at + cell.columns), cell.rows - 1)
            at += cell.columns
        yield line

"""Which neighbouring short blocks of a page may be one rates widget, and the currencies and figures in them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.rates.icons import by_flag, has_icon, has_icons
from kznews.extract.rates.labels import LABEL_ABOVE, are_others, headings_over, name_days, tells_two_days
from kznews.extract.rates.prices import is_sum
from kznews.extract.rates.texts import plain
from kznews.extract.rates.tokens import (
    Token,
    as_anothers,
    currencies_in,
    may_be_figures,
    names_another,
    names_currency,
    tokens_of,
    without_labels,
)
from kznews.extract.rates.units import units_in
from kznews.extract.texts import has_digit
from kznews.extract.widgets import FEW, LARGEST, LONGEST_BLOCK, MAX_WIDGET_TEXT, RATES, Sizes, common_box, is_ticker
from kznews.kazakh.currency import telling_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_SILENT = 2
"""Blocks without currency and figure between two with, at most: captions, the texts of icons. Heads of columns count as none."""
_SILENT: set[str] = set()
"""Texts of short blocks that neither show figures nor name a currency, as they were met: a run repeats its menus and cards."""
_MOST_SILENT = 20_000
"""Some 5 MB: menus have twenty letters, headlines eighty."""
_BETWEEN = "\n"
"""Stands between the texts of one block, as in none of them."""
MAX_LINES = 8
"""Tickers on a page that are read in one line, at most."""
MIN_BARE = 3
"""Figures that are read without a currency: dollar, euro and rouble."""
_FIGURE = re.compile(r"\d+")
_Run = tuple[list[Token], bool, "dict[Block, str]"]
_HEAD = "th"
_LISTS = frozenset(("table", "thead", "tbody", "tr", "ul", "ol", "dl"))


def runs_in(furniture: list[Block], document: Document, is_small: Sizes) -> Iterator[_Run]:
    """Yield the tokens of each run of neighbouring short blocks with currencies and figures, and whether of several days.

    With them come the blocks below headings for buying and selling (`headings_over`).
    `is_small` knows the boxes of the page.
    """
    lines = set(filter(_opens_with_rates, islice((block for block in furniture if is_ticker(block.text)), MAX_LINES)))
    row = _Row(furniture, is_small, lines)
    for start, end in _promising(furniture, document, lines):
        done = start
        for at in range(start, end):
            if at >= done and has_digit(furniture[at].text) and row.tokens(at):
                first, done = row.reach(at, -1, done - 1), row.reach(at, 1, end) + 1
                named = next((near for near in range(first, done) if names_currency(row.tokens(near))), first)
                above = furniture[max(0, first - LABEL_ABOVE) : named]
                if are_others(above, furniture[named:done]):
                    continue
                days = name_days(furniture[near] for near in range(named, done) if not row.tokens(near))
                figured = {furniture[near] for near in range(first, done) if row.tokens(near)}
                days = days or any(map(tells_two_days, figured)) or _are_parts(figured, lines)
                headed = headings_over(furniture[max(0, first - LABEL_ABOVE) : done], figured)
                opens = max(0, first - 1) if not row.tokens(max(0, first - 1)) else first
                yield _own_tokens(furniture[opens:done], [*map(row.tokens, range(opens, done))]), days, headed


def _are_parts(figured: set[Block], lines: set[Block]) -> bool:
    """Return whether blocks with figures are parts of one element or a long line, where days, banks or cities may follow."""
    return len({block.element for block in figured}) < len(figured) or not figured.isdisjoint(lines)


def _opens_with_rates(line: Block) -> bool:
    """Return whether no more than a word that is no label stands before the first currency of a line: it is no sentence."""
    said = plain(line.spaced)
    places = currencies_in(said)
    return bool(places) and len(without_labels(said[: places[0][0]]).split()) <= 1


class _Row:
    """The blocks of a page's furniture, each read once."""

    def __init__(self, blocks: Sequence[Block], is_small: Sizes, lines: set[Block]) -> None:
        self._blocks, self._is_small, self._lines = blocks, is_small, lines
        self._tokens: dict[int, list[Token]] = {}

    def tokens(self, at: int) -> list[Token]:
        """Return the tokens of a block that is as short as a widget's."""
        if at not in self._tokens:
            self._tokens[at] = _widget_tokens(self._blocks[at], self._lines)
        return self._tokens[at]

    def reach(self, at: int, step: int, end: int) -> int:
        """Return the last block of the run that a block is in, in one direction; at most MAX_SILENT others come between two.

        It ends where only a part of the page holds the next figure as well: a counter, a telephone number.
        """
        last, silent = at, 0  # a caption or an icon's text may come between
        while silent <= MAX_SILENT and at + step != end:
            at += step
            if self.tokens(at) and not self._in_one_box(self._blocks[last].element, self._blocks[at].element):
                break
            last, silent = (at, 0) if self.tokens(at) else (last, silent + (self._blocks[at].element.tag != _HEAD))
        return last

    def _in_one_box(self, one: HtmlElement, other: HtmlElement) -> bool:
        """Return whether two elements stand in one table, list or small box, or side by side in a page without boxes."""
        box = common_box(one, other)
        if box is None or box.tag in ("body", "html"):
            return box is not None and all(box in (element, element.getparent()) for element in (one, other))
        return box.tag in _LISTS or self._is_small(box, LARGEST)


def _own_tokens(blocks: Sequence[Block], read: Sequence[list[Token]]) -> list[Token]:
    """Return the tokens of a run's blocks; figures behind the name of something that is no currency ("BTC") are marked.

    A text beside a code that counts something is its units, whatever it names: "KRW | 100 вон | 36,2".
    """
    run: list[Token] = []
    anothers = False
    for block, tokens, then in zip(blocks, read, [*read[1:], []], strict=True):
        if not tokens and (units := _units_beside(block, run, then)):
            run.append(units)
            continue
        named = (_ends_rated(run) and names_another(block)) if not tokens else all(token.kind == "other" for token in tokens)
        sum_of_another = anothers and is_sum(tokens, run)
        anothers = sum_of_another or (not names_currency(tokens) and (anothers or named))
        run += [as_anothers(token) for token in tokens if token.kind != "currency"] if anothers else tokens
    return run


def _units_beside(block: Block, before: Sequence[Token], behind: Sequence[Token]) -> Token | None:
    """Return what a text between the tokens of two others counts of the code before it, or else of the one right behind it."""
    if before and before[-1].kind == "currency":
        return units_in(block, before[-1], "units")
    return units_in(block, behind[0], "nominal") if behind and behind[0].kind == "currency" else None


def _ends_rated(run: list[Token]) -> bool:
    return bool(run) and run[-1].kind == "number"


def _promising(furniture: list[Block], document: Document, lines: set[Block]) -> Iterator[tuple[int, int]]:
    """Yield ranges of blocks that may hold a run: figures near each other, and what may be a currency among them.

    Reading a block takes long, and most pages have a hundred cards with a date and a counter. So a block is first asked
    what is quickly told, and never told wrongly: whether it has a figure, a word that may be a currency or the icon of one.
    """
    runs = [(run, [furniture[at] for at, figure, _ in run if figure]) for run in _neighbours(furniture, lines)]
    named = [any(hint and any(map(currencies_in, furniture[at].atoms)) for at, _, hint in run) for run, _ in runs]
    told = _told_by_markup([figures for (_, figures), by_text in zip(runs, named, strict=True) if not by_text], document)
    for (run, figures), by_text in zip(runs, named, strict=True):
        if figures and (by_text or not told.isdisjoint(figures)):
            yield run[0][0], run[-1][0] + 1


def _told_by_markup(runs: list[list[Block]], document: Document) -> set[Block]:
    """Return the blocks with figures, in runs that no text gives a currency, that names of boxes or icons say are rates."""
    blocks = [block for run in runs for block in run]
    bare = [block for run in runs if sum(len(_FIGURE.findall(block.spaced)) for block in run) >= MIN_BARE for block in run]
    told = set(RATES.around(bare, document.index))
    if len(blocks) > FEW:
        return told | set(filter(has_icon, blocks)) if has_icons(document) else told
    icons = set(filter(has_icon, blocks))  # asked first, as few
    return told | icons if icons and has_icons(document) else told


def _neighbours(furniture: list[Block], lines: set[Block]) -> Iterator[list[tuple[int, bool, bool]]]:
    """Yield the runs of short blocks with a figure or with what may be a currency: (index, the one, the other)."""
    run: list[tuple[int, bool, bool]] = []
    for telling in _telling(furniture, lines):
        if run and telling[0] - run[-1][0] > MAX_SILENT + 1:
            yield run
            run = []
        run.append(telling)
    if run:
        yield run


def _telling(furniture: list[Block], lines: set[Block]) -> list[tuple[int, bool, bool]]:
    """Return the places of short blocks with a figure or with what may be a currency, and which of the two they have."""
    short = [(at, block.atoms) for at, block in enumerate(furniture) if len(block.text) <= LONGEST_BLOCK or block in lines]
    heads = {at for at, _ in short if furniture[at].element.tag == _HEAD}
    new = [(at, atoms, said) for at, atoms in short if (said := _BETWEEN.join(atoms)) not in _SILENT or at in heads]
    words = telling_words([said for _, _, said in new])
    drawn = bool(by_flag("".join([said for _, _, said in new])))
    found: list[tuple[int, bool, bool]] = []
    if len(_SILENT) > _MOST_SILENT:
        _SILENT.clear()
    for at, atoms, said in new:
        hint = (bool(words) and not words.isdisjoint(said.split())) or (drawn and bool(by_flag(said)))
        figure = has_digit(said) is not None if hint else may_be_figures(atoms)
        if figure or hint or at in heads:
            found.append((at, figure, hint))
        else:
            _SILENT.add(said)
    return found


def _widget_tokens(block: Block, lines: set[Block]) -> list[Token]:
    """Return the tokens of a block that is as short as a widget's, or one of some `lines` of figures."""
    length = len(block.spaced)
    tokens = tokens_of(block) if length <= LONGEST_BLOCK or block in lines else []
    fits = tokens and length <= MAX_WIDGET_TEXT * max(1, sum(token.kind == "currency" for token in tokens))
    return tokens if fits else []

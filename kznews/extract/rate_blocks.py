"""Which neighbouring short blocks of a page may be one rates widget, and the currencies and figures in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.rate_icons import has_icon, has_icons
from kznews.extract.rate_labels import LABEL_ABOVE, are_others, name_days
from kznews.extract.rate_tokens import (
    Token,
    as_anothers,
    currencies_in,
    names_another,
    names_currency,
    tokens_of,
)
from kznews.extract.texts import has_digit
from kznews.extract.widgets import LONGEST_BLOCK, MAX_WIDGET_TEXT, RATES, is_around, is_small
from kznews.kazakh.currency import telling_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document

MAX_SILENT = 2
"""Blocks without currency and figure between two with, at most: captions, the texts of icons."""
MAX_BOX = MAX_WIDGET_TEXT * 40
"""A box with forty currencies holds so much text."""
_LISTS = frozenset(("table", "thead", "tbody", "tr", "ul", "ol", "dl"))


def runs_in(furniture: list[Block], document: Document) -> Iterator[tuple[list[Token], bool]]:
    """Yield the tokens of each run of neighbouring short blocks with currencies and figures, and whether days stand between."""
    for start, end in _promising(furniture, document):
        read: dict[int, list[Token]] = {}

        def tokens(at: int, read: dict[int, list[Token]] = read) -> list[Token]:
            if at not in read:
                read[at] = _widget_tokens(furniture[at])
            return read[at]

        done = start
        for at in range(start, end):
            if at >= done and has_digit(furniture[at].text) and tokens(at):
                first, done = _reach(tokens, furniture, at, -1, done - 1), _reach(tokens, furniture, at, 1, end) + 1
                named = next((near for near in range(first, done) if names_currency(tokens(near))), first)
                above = furniture[max(0, first - LABEL_ABOVE) : named]
                if are_others(above, furniture[named:done]):
                    continue
                days = name_days(furniture[near] for near in range(named, done) if not tokens(near))
                yield _own_tokens(furniture[first:done], map(tokens, range(first, done))), days


def _own_tokens(blocks: Sequence[Block], read: Iterable[list[Token]]) -> list[Token]:
    """Return the tokens of a run's blocks; figures behind the name of something that is no currency ("BTC") are marked."""
    run: list[Token] = []
    anothers = False
    for block, tokens in zip(blocks, read, strict=True):
        named = (_ends_rated(run) and names_another(block)) if not tokens else all(token.kind == "other" for token in tokens)
        anothers = not names_currency(tokens) and (anothers or named)
        run += map(as_anothers, tokens) if anothers else tokens
    return run


def _ends_rated(run: list[Token]) -> bool:
    return bool(run) and run[-1].kind == "number"


def _promising(furniture: list[Block], document: Document) -> Iterator[tuple[int, int]]:
    """Yield ranges of blocks that may hold a run: figures near each other, and what may be a currency among them.

    Reading a block takes long, and most pages have a hundred cards with a date and a counter. So a block is first asked
    what is quickly told, and never told wrongly: whether it has a figure, a word that may be a currency or the icon of one.
    """
    named = RATES.named(document.index)
    icons: bool | None = None  # asked where nothing else tells
    for run in _neighbours(furniture):
        with_figure = [at for at, figure, _ in run if figure]
        promising = bool(with_figure) and (
            any(hint and any(map(currencies_in, furniture[at].atoms)) for at, _, hint in run)
            or any(is_around(named, furniture[at].element) for at in with_figure)
        )
        if with_figure and not promising:
            icons = has_icons(document) if icons is None else icons
            promising = icons and any(has_icon(furniture[at]) for at in with_figure)
        if promising:
            yield run[0][0], run[-1][0] + 1


def _neighbours(furniture: list[Block]) -> Iterator[list[tuple[int, bool, bool]]]:
    """Yield the runs of short blocks with a figure or with what may be a currency: (index, the one, the other)."""
    run: list[tuple[int, bool, bool]] = []
    short = [(at, block.text, block.spaced) for at, block in enumerate(furniture) if len(block.text) <= LONGEST_BLOCK]
    telling = telling_words([said for _, _, said in short])
    for at, text, said in short:
        figure, hint = has_digit(text) is not None, bool(telling) and not telling.isdisjoint(said.split())
        if not (figure or hint):
            continue
        if run and at - run[-1][0] > MAX_SILENT + 1:
            yield run
            run = []
        run.append((at, figure, hint))
    if run:
        yield run


def _reach(tokens: Callable[[int], list[Token]], blocks: Sequence[Block], at: int, step: int, end: int) -> int:
    """Return the last block of the run that a block is in, in one direction; at most MAX_SILENT others come between two.

    It ends where only a part of the page holds the next figure as well: a counter, a telephone number.
    """
    last, silent = at, 0  # a caption or an icon's text may come between
    while silent <= MAX_SILENT and at + step != end:
        at += step
        if tokens(at) and not _in_one_box(blocks[last].element, blocks[at].element):
            break
        last, silent = (at, 0) if tokens(at) else (last, silent + 1)
    return last


def _in_one_box(one: HtmlElement, other: HtmlElement) -> bool:
    """Return whether two elements stand in one table, list or small box, or side by side in a page without boxes."""
    holders = {one, *one.iterancestors()}
    box = next((node for node in (other, *other.iterancestors()) if node in holders), None)
    if box is None or box.tag in ("body", "html"):
        return box is not None and all(box in (element, element.getparent()) for element in (one, other))
    return box.tag in _LISTS or is_small(box, MAX_BOX)


def _widget_tokens(block: Block) -> list[Token]:
    """Return the tokens of a block that is as short as a widget's."""
    length = len(block.spaced)
    tokens = tokens_of(block) if length <= LONGEST_BLOCK else []
    fits = tokens and length <= MAX_WIDGET_TEXT * max(1, sum(token.kind == "currency" for token in tokens))
    return tokens if fits else []

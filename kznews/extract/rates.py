"""The exchange rates in a page's furniture: observations of the fetch, never of the article.

A widget is a cluster of short texts outside the article's text. What is hidden, stands for a city outside Kazakhstan or
carries no figure is a placeholder and gives nothing (portals.md section 24).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from kznews.extract.blocks import Block
from kznews.extract.phrases import key
from kznews.extract.selecting import glued_text, select, spaced_text, text_nodes
from kznews.extract.widgets import DEGREES, MAX_WIDGET_TEXT, OUTSIDE, words_around
from kznews.extract.zones import Zone, words_of
from kznews.items import ExchangeRate
from kznews.kazakh.currency import find_all
from kznews.kazakh.numbers import find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from kznews.extract.document import Document

MIN_CURRENCIES = 2
"""One currency alone may be a headline ("$100 млн"); a widget shows at least two, or calls itself one."""
MAX_SPREAD = Decimal("1.2")
"""Nobody sells a currency for a fifth more than he buys it for."""
NOMINALS = (1, 10, 100, 1000)
"""Units that the National Bank quotes currencies for."""

_WIDGET_WORDS = re.compile(r"currenc|rate|exchange|valyuta|valuta|kurs|convert|bagam|course")
_BUY = re.compile(r"(?<![a-z])(?:buy|satyp|purchase|pokupka)(?![a-z])")
_SELL = re.compile(r"(?<![a-z])(?:sell|sale|satu|prodazha)(?![a-z])")
_BUYING, _SELLING, _TRADE = key("сатып алу"), key("сату"), (key("покупка"), key("продажа"))


@dataclass(frozen=True, slots=True)
class Token:
    """A currency or a figure in a widget, with the text it was read from and the block it stands in."""

    kind: str
    code: str
    number: Decimal | None
    raw: str
    block: Block
    owner: HtmlElement
    """The element that its text node stands in."""


def read_rates(document: Document, furniture: Sequence[Block], selector: str) -> list[ExchangeRate]:
    """Return the rates a page shows outside its article, each currency and side once, in page order; [] if none.

    `furniture` are the blocks outside the article; `selector` is the layout's, one element per currency, or "".
    """
    if selector:
        rows = [_row_rates(element) for element in select(document.tree, selector)]
        found = [rate for row in rows for rate in row]
        if found:
            return _once(found)
    clusters = list(_clusters([block for block in furniture if block.zone not in OUTSIDE]))
    best = max(clusters, key=lambda cluster: len({rate.currency for rate in cluster}), default=[])
    return _once(best)


def _once(rates: list[ExchangeRate]) -> list[ExchangeRate]:
    """Return the first rate of each currency and side: desktop and mobile headers repeat the block."""
    first: dict[tuple[str, str], ExchangeRate] = {}
    for rate in rates:
        first.setdefault((rate.currency, rate.side), rate)
    return list(first.values())


def _row_rates(element: HtmlElement) -> list[ExchangeRate]:
    """Return the rates of one currency's row: one figure, or a buying and a selling one."""
    nodes = [(" ".join(text.split()), text.getparent()) for text in text_nodes(element) if text.strip()]
    owners = [element if owner is None else owner for _, owner in nodes]
    block = Block(element, Zone.HEADER, glued_text(element), [text for text, _ in nodes], owners)
    rates = _code_first(list(_tokens(block)))
    return rates if len(rates) == 2 and rates[0].side != "official" else rates[:1]  # noqa: PLR2004


def _clusters(furniture: list[Block]) -> Iterator[list[ExchangeRate]]:
    """Yield runs of neighbouring short blocks that read as currency and figure alternately."""
    run: list[Token] = []
    silent = 0
    for block in furniture:
        tokens = list(_tokens(block)) if len(block.spaced) <= MAX_WIDGET_TEXT * 3 else []
        if tokens and len(block.spaced) <= MAX_WIDGET_TEXT * max(1, sum(token.kind == "currency" for token in tokens)):
            run.extend(tokens)
            silent = 0
            continue
        silent += 1
        if silent > 2 and run:  # noqa: PLR2004 - a caption or an icon's text may come between
            yield from _read_run(run)
            run = []
    yield from _read_run(run)


def _tokens(block: Block) -> Iterator[Token]:
    """Yield currencies and figures, text node by text node: "327" and "329.5" in two cells are two figures."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        if DEGREES.search(atom):
            continue
        marks: list[tuple[int, int, str, str, Decimal | None]] = [
            (start, end, "currency", code, None) for start, end, code in find_all(atom)
        ]
        marks += [(start, end, "number", "", value) for start, end, value in find_numbers(atom)]
        marks.sort(key=lambda mark: mark[:2])
        for (start, end, kind, code, value), following in zip(marks, [*marks[1:], None][: len(marks)], strict=True):
            if (
                kind == "number"
                and following
                and following[2] == "currency"
                and value in NOMINALS
                and atom[end : following[0]].isspace()
            ):
                kind = "nominal"  # noqa: PLW2901 - "100 ӨЗБЕК СОМЫ"
            yield Token(kind, code, value, atom[start:end], block, owner)


def _read_run(run: list[Token]) -> Iterator[list[ExchangeRate]]:
    """Yield the rates of a run of tokens: codes first, or figures first where a figure opens it and a code ends it."""
    if not run:
        return
    if run[0].kind == "number" and run[-1].kind != "currency":
        run = run[next((at for at, token in enumerate(run) if token.kind != "number"), 0) :]
        groups = [kind for kind, _ in groupby(token.kind for token in run if token.kind != "nominal")]
        if groups.count("number") < groups.count("currency"):
            return  # a figure before each code and one behind: which belongs to which cannot be told
    backwards = run[0].kind == "number"
    rates = _code_first(run[::-1] if backwards else run, reverse=backwards)
    named = any(_WIDGET_WORDS.search(words_around(token.block)) for token in run)
    if len({rate.currency for rate in rates}) >= MIN_CURRENCIES or (rates and named):
        yield _paired(rates)


def _paired(rates: list[ExchangeRate]) -> list[ExchangeRate]:
    """Return the rates with their sides: two figures for every currency, the second a little higher, are buy and sell."""
    groups = [list(group) for _, group in groupby(rates, key=lambda rate: rate.currency)]
    pairs = len(groups) >= MIN_CURRENCIES and all(len(group) == 2 and _is_spread(*group) for group in groups)  # noqa: PLR2004
    if pairs:
        for buy, sell in groups:
            buy.side, sell.side = "buy", "sell"
        return rates
    return [rate for group in groups for rate in (group if group[0].side != "official" else group[:1])]


def _is_spread(buy: ExchangeRate, sell: ExchangeRate) -> bool:
    return buy.value <= sell.value <= buy.value * MAX_SPREAD


def _code_first(run: list[Token], *, reverse: bool = False) -> list[ExchangeRate]:
    rates: list[ExchangeRate] = []
    nominal = 1
    at = 0
    while at < len(run):
        token = run[at]
        at += 1
        if token.kind == "nominal":
            nominal = int(token.number or 1)
        if token.kind != "currency" or token.code == "KZT":
            continue
        while at < len(run) and run[at].kind == "currency" and run[at].code in (token.code, "KZT"):
            at += 1  # "1 АҚШ ДОЛЛАРЫ | USD / KZT"
        figures = []
        while at < len(run) and run[at].kind == "number":
            figures.append(run[at])
            at += 1
        units = figures.pop() if len(figures) > 1 and at < len(run) and figures[-1].number in NOMINALS else None
        rates.extend(_figures_of(token, figures, nominal))
        nominal = int(units.number) if units and units.number else 1 if figures else nominal
    return rates[::-1] if reverse else rates


def _figures_of(token: Token, figures: list[Token], nominal: int) -> list[ExchangeRate]:
    plain = [figure for figure in figures if figure.number and figure.number > 0 and figure.raw[0].isdigit()]
    deltas = [figure for figure in figures if figure.raw[0] in "+-−–"]
    if not plain:
        return []
    named = len(plain) == 2 and _is_pair_near(token.block)  # noqa: PLR2004 - buy and sell
    sides = ("buy", "sell") if named else ("official", "official")
    return [
        ExchangeRate(
            currency=token.code,
            value=figure.number,
            nominal=nominal,
            side=side,
            change=deltas[0].number if deltas and side == "official" else None,
            raw=_raw(token, figure),
        )
        for side, figure in zip(sides, plain, strict=False)
        if figure.number is not None
    ]


def _raw(token: Token, figure: Token) -> str:
    """Return the text of the smallest element that holds code and figure, if it shows one currency; else the two alone."""
    holders = {figure.owner, *figure.owner.iterancestors()}
    box = next((node for node in (token.owner, *token.owner.iterancestors()) if node in holders), None)
    said = glued_text(box) if box is not None else ""
    alone = 0 < len(said) <= MAX_WIDGET_TEXT and len(find_all(said)) == 1 and not _is_pair_near(token.block)
    if alone:
        return said
    return (
        f"{token.raw}{figure.raw}"
        if token.block is figure.block and f"{token.raw}{figure.raw}" in said
        else f"{token.raw} {figure.raw}"
    )


def _is_pair_near(block: Block) -> bool:
    """Return whether the widget around a block says, in class names or in words, that it buys and sells."""
    holder = block.element
    for _ in range(4):
        words = " ".join(words_of(part) for part in holder.iter() if isinstance(part.tag, str))
        said = key(spaced_text(holder))
        if (
            (_BUY.search(words) and _SELL.search(words))
            or (_BUYING in said and _SELLING in said)
            or all(word in said for word in _TRADE)
        ):
            return True
        parent = holder.getparent()
        if parent is None or parent.tag in ("body", "html") or len(said) > MAX_WIDGET_TEXT * 8:
            return False
        holder = parent
    return False

"""The rates of one currency after another in a widget: which of the figures behind a code is which."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.rates.labels import (
    Surroundings,
    columns_near,
    head_side,
    own_side,
    says_range,
    side_near,
    sides_near,
    today_near,
)
from kznews.extract.rates.texts import is_spread
from kznews.extract.rates.tokens import NOMINALS, PAIR, Token
from kznews.extract.rates.units import DEAREST, MAX_CHANGE, are_units, may_be_units
from kznews.extract.selecting import glued_text
from kznews.extract.widgets import MAX_WIDGET_TEXT, Sizes, common_box
from kznews.items import ExchangeRate
from kznews.kazakh.currency import find_all

if TYPE_CHECKING:
    from collections.abc import Sequence



def code_first(run: list[Token], around: Surroundings, *, reverse: bool = False) -> list[ExchangeRate]:
    """Return the rates of a run in which each currency stands before its figures, as they are shown.

    With `reverse` the run was turned round, and its rates are turned back.
    """
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
        while at < len(run) and (run[at].kind in ("number", "other") or _is_unit(run, at)):
            figures += [run[at]] if run[at].kind != "currency" else []
            at += 1
        before_next = len(figures) > 1 and at < len(run) and figures[-1].raw[0].isdigit()  # "+1" is a change
        units = figures.pop() if before_next and figures[-1].number in NOMINALS else None
        rates.extend(_figures_of(token, figures, nominal, around))
        nominal = int(units.number) if units and units.number else 1 if figures else nominal
    return rates[::-1] if reverse else rates


def _is_unit(run: list[Token], at: int) -> bool:
    """Return whether a token is the tenge of two figures, each with its own: "536,50 ₸ | 539,00 ₸", "₸536 | ₸539"."""
    if run[at].code != "KZT":
        return False
    near = [token.kind == "number" or token.code for token in run[max(0, at - 2) : at + 3]]
    return near[1:] == [True, "KZT", True, "KZT"] or near[:4] == ["KZT", True, "KZT", True]


def _figures_of(token: Token, figures: list[Token], nominal: int, around: Surroundings) -> list[ExchangeRate]:
    if figures and not figures[0].number:
        return []  # "USD 0": a placeholder, and what follows is something else's
    nominal, plain = _without_units(token.code, figures, nominal)
    plain = _without_changes(token, plain)
    values = [figure.number or Decimal(0) for figure in plain]
    if (rates := _in_columns(token, plain, nominal, around)) is not None:
        return rates
    pair = len(plain) == PAIR
    if pair and plain[0].block is plain[1].block and values[0] < values[1] * MAX_CHANGE:
        return []  # a change before its rate; in a block of its own the second one is something else (a counter)
    near = sides_near(token.block, around)
    sides = near or _divided(plain) if pair else None
    if sides and not near and says_range(token.block, around):
        return []
    if pair and not near and (today := today_near(token.block, around)) is not None:
        plain, sides = plain[today : today + 1] if today >= 0 else [], None
    single = "official" if pair or not plain else _side_of(plain[0], around)
    changes = [] if sides else _changes(figures, plain)
    rates = [
        ExchangeRate(currency=token.code, value=figure.number, nominal=nominal, side=side, raw=raw)
        for side, figure in zip(sides or (single, "official"), plain, strict=False)
        if figure.number is not None and (raw := raw_of(token, figure, around.is_small, sided=near is not None))
    ]
    if sides:  # buy above sell is shown as it is; the series flags it
        return rates if is_spread(*sorted(rate.value for rate in rates)) else []
    for rate in rates:
        rate.change = next((change for change in changes if change is not None and abs(change) < rate.value * MAX_CHANGE), None)
    return rates


def _side_of(figure: Token, around: Surroundings) -> str:
    """Return the side of a currency's only figure by its column, its element or its pane; "official" where nothing says it."""
    named = head_side(figure.owner) or own_side(figure.owner, figure.block, around)
    return named or side_near(figure.block, around) or "official"


def _without_units(code: str, figures: Sequence[Token], nominal: int) -> tuple[int, list[Token]]:
    """Return how many units the figures behind a code are for, and those of them that may be rates.

    None may be where the first one is units or a rate, and nobody can say which.
    """
    plain = [it for it in figures if it.kind == "number" and it.number and it.number > 0 and it.raw[0].isdigit()]
    if may_be_units(code, plain):
        nominal, plain = (int(plain[0].raw), plain[1:]) if are_units(plain) else (nominal, [])
    return nominal, [it for it in plain if it.number is not None and it.number <= DEAREST * nominal]


def _without_changes(token: Token, plain: list[Token]) -> list[Token]:
    """Return the figures of a currency's row without those behind that are by how much it changed: "386.50 / 388.20 ▲ 0.70".

    They are far smaller, and only an arrow says whether it rose. All figures where neither one rate stays nor two of one size.
    """
    if len(plain) < PAIR or not (plain[0].block is plain[1].block or _are_in_one_row(token, plain)):
        return plain
    values = [figure.number or Decimal(0) for figure in plain]
    rates = [figure for figure, value in zip(plain, values, strict=True) if value >= values[0] * MAX_CHANGE]
    kept = sorted(figure.number or Decimal(0) for figure in rates)
    return rates if len(kept) == 1 or (len(kept) == PAIR and is_spread(*kept)) else plain


def _are_in_one_row(token: Token, figures: list[Token]) -> bool:
    boxes = (common_box(token.owner, figure.owner) for figure in figures)
    return all(box is not None and box.tag == "tr" for box in boxes)


def _changes(figures: list[Token], plain: list[Token]) -> list[Decimal | None]:
    """Return the figures with a sign beside a rate; [] for several in a block of their own, which is a row of all changes."""
    signed = [figure for figure in figures if figure.kind == "number" and figure.raw[0] in "+-−–"]
    several = len(signed) > 1 and signed[0].block is signed[1].block
    return [] if several and plain and signed[0].block is not plain[0].block else [figure.number for figure in signed]


def _in_columns(token: Token, plain: list[Token], nominal: int, around: Surroundings) -> list[ExchangeRate] | None:
    """Return what a currency has of the official, buying and selling rates where the widget has a head for each.

    One that lacks some ("—") has them by the heads over the cells of its figures. [] where it cannot be told which is which, as
    of the figures of several banks; None for a widget of other columns.
    """
    near = len(plain) > PAIR and any(
        is_spread(*sorted((plain[0].number or Decimal(0), it.number or Decimal(0)))) for it in plain[1:]
    )
    sides: Sequence[str] = columns_near(token.block, around) if plain else ()
    if not near and (len(plain) > PAIR or len(sides) <= PAIR):
        return None
    sides = sides if near else [head_side(figure.owner) for figure in plain]
    if len(sides) != len(plain) or not all(sides) or len(set(sides)) < len(sides):
        return []
    return [
        ExchangeRate(
            currency=token.code,
            value=figure.number,
            nominal=nominal,
            side=side,
            raw=raw_of(token, figure, around.is_small, sided=True),
        )
        for side, figure in zip(sides, plain, strict=True)
        if figure.number
    ]


def _divided(plain: Sequence[Token]) -> tuple[str, str] | None:
    """Return the sides of two figures that a slash divides; else None."""
    said = "".join(plain[0].block.spaced.split())
    divided = "/".join(figure.raw for figure in plain) in said and is_spread(*(figure.number or Decimal(0) for figure in plain))
    return ("buy", "sell") if divided else None


@lru_cache(maxsize=1024)  # a run repeats its widgets
def _currencies(said: str) -> int:
    return sum(code != "KZT" for _, _, code in find_all(said))


def raw_of(token: Token, figure: Token, is_small: Sizes, *, sided: bool) -> str:
    """Return the text of the smallest element that holds code and figure, if it shows one currency; else the two alone.

    `sided` says whether buying and selling are named: then it may show both.
    """
    box = common_box(token.owner, figure.owner)
    said = glued_text(box) if box is not None and is_small(box, MAX_WIDGET_TEXT * 2) else ""
    before, found, _ = said.partition(figure.raw)
    glued = found and before[-1:].isdigit()  # to another figure: "536.10538.14"
    alone = 0 < len(said) <= MAX_WIDGET_TEXT and not sided and not glued and _currencies(said) == 1
    if alone:
        return said
    return (
        f"{token.raw}{figure.raw}"
        if token.block is figure.block and f"{token.raw}{figure.raw}" in said
        else f"{token.raw} {figure.raw}"
    )

"""The order of currencies and figures in a rates widget: columns under heads, pairs, changes and days between them."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kznews.extract.rates.texts import is_spread
from kznews.extract.rates.tokens import PAIR
from kznews.extract.widgets import words_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.rates.tokens import Token


EQUATION = 4
"""Tokens of two figures with a currency each."""
_EQUALS = ("=", "\u2248")
_DEAR = frozenset((("KZT", "USD"), ("KZT", "EUR"), ("KZT", "GBP")))
"""Pairs whose figure is below one: no tenge was worth a dollar."""
_DAY = re.compile(r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])")
_YENS = ("\u00a5", "\uffe5")
HUNDRED = 100
"""Units that the yen is quoted for; the yuan is for one or ten."""
_CLONED = re.compile(r"(?<![a-z])(?:cloned?|duplicate)(?![a-z])")
"""What Owl, slick, Splide and Swiper call the slides that repeat others."""
CHANGES = ("+", "-", "\u2212", "\u2013")
"""What a figure opens with that says by how much a rate has changed."""


def with_yens(run: Sequence[Token]) -> list[Token]:
    """Return a run in which the sign of yuan and yen is the yen's where it stands for a hundred of it or behind its name."""
    kept = list(run)
    for at, token in enumerate(kept):
        if token.code == "CNY" and token.raw in _YENS:
            before = [near for near in kept[max(0, at - 2) : at] if near.kind in ("nominal", "currency")]
            hundred = bool(before) and before[-1].kind == "nominal" and before[-1].number == HUNDRED
            if hundred or any(near.code == "JPY" for near in before):
                kept[at] = token._replace(code="JPY")
    return kept


def without_days(run: list[Token]) -> list[Token]:
    """Return a run without the day behind every rate or in their table's head: "dollar 449,46 30.03", "22.11 | USD | 497"."""
    run = _without_day_over(run)
    days = [token for token in run if token.kind == "number" and _DAY.fullmatch(token.raw)]
    codes = {token.code for token in run if token.kind == "currency"} - {"KZT"}
    others = [token for token in run if token.kind == "number" and token not in days]
    if len(codes) < PAIR or len({day.raw for day in days}) != 1 or not len(days) == len(others) == len(codes):
        return run
    return [token for token in run if token not in days]


def _without_day_over(run: list[Token]) -> list[Token]:
    """Return a run without the day that is all of its first block, unless figures and currencies take turns up to its end."""
    if run[0].kind != "number" or run[1:2] == [] or run[1].kind != "currency" or not _DAY.fullmatch(run[0].block.spaced):
        return run
    turns = ["number", "currency"] * (len(run) // 2)
    return run if [token.kind for token in run] == turns else run[1:]


def without_changes_behind(run: list[Token]) -> list[Token]:
    """Return a run whose figures stand before the names without the change behind each name: "505,73 ₸ USD −1,08"."""
    if not run or run[0].kind != "number" or run[0].raw[0] in CHANGES or run[-1].raw[0] not in CHANGES:
        return run
    kinds = [
        "signed" if _is_change(token) else token.kind
        for token in run
        if token.kind not in ("nominal", "units") and token.code != "KZT"
    ]
    if kinds != ["number", "currency", "signed"] * (len(kinds) // 3):  # three tokens each
        return run
    return [token for token in run if not _is_change(token)]


def _is_change(token: Token) -> bool:
    return token.kind == "number" and token.raw[0] in CHANGES


def without_clones(run: Sequence[Token]) -> list[Token]:
    """Return a run without the slides that the markup names as copies, put around the others so that a row has no end."""
    codes = [token.code for token in run if token.kind == "currency" and token.code != "KZT"]
    if len(codes) == len(set(codes)):
        return list(run)
    blocks = {token.block for token in run}
    cloned = {block for block in blocks if _CLONED.search(words_around(block))}
    own = [token for token in run if token.block not in cloned]
    return own if {token.code for token in own} == {token.code for token in run} else list(run)


def without_cross_pairs(run: Sequence[Token]) -> list[Token]:
    """Return a run without pairs of currencies of which none is the tenge and with their figures as another's: "EUR/USD 1,16".

    Two figures behind a pair that is all of the run are those of each, more than two names in a row are heads. A run that a
    figure opens has its figures before the names. What the tenge costs goes as well: "1000 ₸ = 204.5 ₽", "KZT/RUB 0.2045".
    """
    run = _without_equations(run)
    if run and run[0].kind == "number":
        return _without_pairs_behind(run)
    kept: list[Token] = []
    at = 0
    while at < len(run):
        behind = _behind_cross_pair(run, at) if run[at].kind == "currency" else at
        if behind > at:
            kept = kept[:-1] if kept and kept[-1].kind == "nominal" else kept
            kept += [token._replace(kind="other") for token in run[at + 2 : behind]]
        else:
            kept.append(run[at])
        at = max(behind, at + 1)
    return kept


def _without_pairs_behind(run: list[Token]) -> list[Token]:
    """Return a run without pairs that stand behind their one figure: "81.2 USD/RUB"."""
    starts = [at for at in range(1, len(run) - 1) if run[at - 1].kind == "number" and _is_cross_pair(*run[at : at + 2])]
    starts = [at for at in starts if at == 1 or run[at - 2].kind == "currency"]
    starts = [at for at in starts if run[at + 2 : at + 3] == [] or run[at + 2].kind != "currency"]
    inside = {at for start in starts for at in range(start - 1, start + 2)}
    return [token for at, token in enumerate(run) if at not in inside]


def _is_cross_pair(one: Token, other: Token) -> bool:
    """Return whether two currencies of which none is the tenge stand side by side with a slash between."""
    if {one.kind, other.kind} != {"currency"} or "KZT" in (one.code, other.code) or one.code == other.code:
        return False
    return one.block is other.block and f"{one.raw}/{other.raw}" in "".join(one.block.spaced.split())


def _without_equations(run: Sequence[Token]) -> list[Token]:
    """Return a run without sums of tenge and what they are in other money: "1000 ₸ = 204.5 ₽, 1.93 $"."""
    sums = [at for at, token in enumerate(run) if token.code == "KZT" and _equals(token)]
    starts = (start for at in sums for start in (at - 1, at) if start >= 0 and _is_equation(run[start : start + EQUATION]))
    inside = {at for start in starts for at in range(start, _end_of_equation(run, start))}
    return [token for at, token in enumerate(run) if at not in inside]


def _end_of_equation(run: Sequence[Token], start: int) -> int:
    """Return where an equation ends that begins at a place of a run, with all figures that stand like the first one behind it."""
    at = start + EQUATION
    one = run[at - 2 : at]
    while [token.kind for token in run[at : at + 2]] == [token.kind for token in one]:
        if any(token.code == "KZT" or token.block is not one[0].block for token in run[at : at + 2]):
            break
        at += 2
    return at


def _equals(token: Token) -> bool:
    return any(sign in token.block.text for sign in _EQUALS)


def _is_equation(four: Sequence[Token]) -> bool:
    """Return whether two figures with their currencies, on both sides of an equals sign, say what a sum of tenge is."""
    sides = four[: EQUATION // 2], four[EQUATION // 2 :]
    codes = ["".join(token.code for token in side if token.kind == "currency") for side in sides]
    if codes[0] != "KZT" or codes[1] in ("", "KZT") or any(token.block is not four[0].block for token in four):
        return False
    said = "".join(four[0].block.spaced.split())
    one, other = ("".join("".join(token.raw for token in side).split()) for side in sides)
    return any(f"{one}{sign}{other}" in said for sign in _EQUALS)


def _behind_cross_pair(run: Sequence[Token], at: int) -> int:
    """Return where the figures end that stand behind a pair beginning at a place of a run; the place itself if there is none."""
    codes = [token.code for token in run[at : at + 2] if token.kind == "currency"]
    if len(set(codes)) == 1 or "KZT" in codes[1:] or (at and run[at - 1].kind == "currency"):
        return at
    if codes[0] == "KZT" and _are_the_other_way(run):
        return at
    one, other = run[at : at + 2]
    if one.block is not other.block or f"{one.raw}/{other.raw}" not in "".join(one.block.spaced.split()):
        return at
    end = at + 2
    while end < len(run) and run[end].kind in ("number", "units", "other"):
        end += 1
    figures = [token for token in run[at + 2 : end] if token.raw[:1] not in CHANGES]
    plain = [token for token in figures if token.kind != "other"] or figures  # those of something named behind the pair
    whole = end - at == len(run) and len(plain) > 1  # "USD/EUR 508.3/591.6" and nothing else
    own = [token for token in plain if token.block is plain[0].block]  # an index may stand behind ("S&P 500")
    return end if 1 <= len(own) <= PAIR and not whole else at


def _are_the_other_way(run: Sequence[Token]) -> bool:
    """Return whether pairs of a run name the tenge first and mean its price of the other: "KZT/USD 521.5"."""
    dear = (token.number for (money, of), token in zip(pairwise(run), run[2:], strict=False) if (money.code, of.code) in _DEAR)
    return any(number is not None and number > 1 for number in dear)


def are_in_other_money(run: Sequence[Token]) -> bool:
    """Return whether figures of a run have one currency behind them that is not the tenge: "1 USD = 81 RUB, 1 EUR = 94 RUB".

    In a run that a figure opens it is the figures' own.
    """
    if run[0].kind == "number":
        return False
    behind = [
        token.code
        for (figure, token), after in zip(pairwise(run), [*run[2:], None], strict=False)
        if figure.kind == "number" and token.code not in ("", "KZT") and token.block is figure.block
        if after is None or after.kind in ("nominal", "currency")
    ]
    return len(behind) > 1 and len(set(behind)) == 1


def heads_of(run: Sequence[Token]) -> tuple[list[Token], list[Token]] | None:
    """Return the currencies that a run opens with, one beside the other, and the figures below them; None for another order.

    A row of changes is none of the figures.
    """
    heads = [next(same) for _, same in groupby(run, key=lambda token: token.kind == "currency" and token.code)]
    heads = heads[: next((at for at, token in enumerate(heads) if token.kind != "currency"), len(heads))]
    rest = run[next((at for at, token in enumerate(run) if token.kind != "currency"), len(run)) :]
    codes = [token for token in heads if token.code != "KZT"]
    if len(codes) < 2 or any(token.kind == "currency" for token in rest):  # noqa: PLR2004 - one head is a code before its figure
        return None
    return codes, [token for token in rest if token.raw[:1] not in CHANGES]


def with_heads_before(run: Sequence[Token]) -> list[Token]:
    """Return a run with the figures that stand before a row or list of currencies behind it, if they are a row or list as well.

    They are as many as the currencies, or two rows, one of which may stand behind already: "519.6 609 | USD EUR | 522.4 614".
    """
    first = next((at for at, token in enumerate(run) if token.kind == "currency"), 0)
    end = next((at for at in range(first, len(run)) if run[at].kind != "currency"), len(run))
    heads, codes = run[first:end], {token.code for token in run[first:end]}
    before, behind = ([token for token in part if token.raw[:1] not in CHANGES] for part in (run[:first], run[end:]))
    figures = [*before, *behind]
    lists = len(codes) == len(heads) > 1 and "KZT" not in codes and all(_is_rate(token) for token in figures)
    if not before or not lists or len(before) % len(heads) or len(figures) not in (len(heads), 2 * len(heads)):
        return list(run)
    pairs = zip(figures, figures[len(heads) :], strict=False)
    agree = all(is_spread(*sorted((one.number or Decimal(0), other.number or Decimal(0)))) for one, other in pairs)
    return [*heads, *figures] if agree else list(run)


def _is_rate(token: Token) -> bool:
    return token.kind == "number" and bool(token.number)


def columns_of(run: Sequence[Token]) -> list[Token] | None:
    """Return a run with each currency before its figure: as it is, or out of one row of figures under a row of currencies.

    None for several rows under one head (banks, one below the other): which figure is the portal's cannot be told.
    """
    if (table := heads_of([token for token in run if token.kind != "nominal"])) is None:
        return list(run)
    codes, rest = table
    if len(codes) != len(rest):
        return None
    units = {token: unit for unit, token in pairwise(run) if unit.kind == "nominal"}
    return [token for code, figure in zip(codes, rest, strict=True) for token in (units.get(code), code, figure) if token]


def backwards(run: Sequence[Token]) -> list[Token]:
    """Return a run in which figures stand before their currencies from its end on, units before codes: "338.23 | 1 USD"."""
    turned = list(run[::-1])
    for at in range(1, len(turned)):
        if turned[at].kind == "nominal" and turned[at - 1].kind == "currency":
            turned[at - 1 : at + 1] = turned[at], turned[at - 1]
    return turned

"""What other things cost among the rates of a widget, in a sign of money: "Brent 83,7 $", "BTC $96 410"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kznews.extract.rates.tokens import PAIR, WORD, Token, as_anothers, without_labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

_SUM, _DIGITS = re.compile(r"[\d\s.,'\u2019]+$"), re.compile(r"\d+")
"""A sum that ends a text, as far as it stands before its sign of money; what parts a text into what is said between figures."""


def without_prices(run: Sequence[Token]) -> list[Token]:
    """Return a run in which what something else costs, by its name and a sign of money ("BTC $96 410"), is no currency's.

    Only a currency that is quoted elsewhere in the run, or beside several sums, can be told to be the money of such a price.
    """
    signs = [at for at, token in enumerate(run) if token.kind == "currency" and token.code != "KZT" and not token.raw.isalnum()]
    if not signs:
        return list(run)
    alone = Counter(token.block for token in run if token.kind == "currency" and token.code != "KZT")
    whole = {at for at in signs if alone[run[at].block] == 1 and (_is_price(run[at]) or _ends_sum(run, at))}
    priced = whole | {at for at in signs if _is_named_otherwise(run, at)}
    quoted = {token.code for at, token in enumerate(run) if token.kind == "currency" and at not in priced}
    quoted |= _of_several(run, priced)
    signs = [at for at in sorted(priced) if run[at].code in quoted]
    blocks = {run[at].block for at in signs if at in whole}
    sums = {_sum_at(run, at) for at in signs}
    kept = [(at, token) for at, token in enumerate(run) if at not in signs]
    kept = [(at, token) for at, token in kept if token.block not in blocks or token.kind == "number"]
    return [as_anothers(token) if at in sums or token.block in blocks else token for at, token in kept]


def _of_several(run: Sequence[Token], priced: Iterable[int]) -> set[str]:
    """Return the currencies in which different sums stand behind names: one bank has one rate."""
    sums: dict[str, set[Decimal | None]] = {}
    for at in priced:
        sums.setdefault(run[at].code, set()).add(run[place].number if (place := _sum_at(run, at)) >= 0 else None)
    return {code for code, known in sums.items() if len(known) > 1}


def _is_price(money: Token) -> bool:
    return bool(WORD.search(without_labels(money.block.spaced.partition(money.raw)[0])))


def _ends_sum(run: Sequence[Token], at: int) -> bool:
    """Return whether a sign stands behind the one figure of its block, in a run that a currency before its figure opens."""
    before, block = run[max(0, at - 1)], run[at].block
    alone = sum(token.block is block for token in run[max(0, at - 2) : at + 2]) == PAIR
    return run[0].kind == "currency" and before.kind == "number" and before.block is block and alone


def _is_named_otherwise(run: Sequence[Token], at: int) -> bool:
    """Return whether a name that is no currency's stands right before the sum of a sign of money, or in the text before."""
    money = run[at]
    texts = [(token.at, token.raw) for token in run[:at] if token.block is money.block]
    start = -1
    for _ in range(1 + texts.count((money.at, money.raw))):
        start = money.block.atoms[money.at].find(money.raw, start + 1)
    said = _SUM.sub("", money.block.atoms[money.at][: max(start, 0)])
    if not said and money.at and all(place != money.at - 1 for place, _ in texts):
        said = money.block.atoms[money.at - 1]
    return bool(WORD.search(without_labels(_DIGITS.split(said)[-1])))


def _sum_at(run: Sequence[Token], at: int) -> int:
    """Return the place of the figure that a sign of money stands beside."""
    near = [place for place in (at + 1, at - 1) if 0 <= place < len(run) and run[place].kind in ("number", "other")]
    money = run[at]
    return next((place for place in near if (run[place].block, run[place].at) == (money.block, money.at)), -1)


def is_sum(tokens: Sequence[Token], run: Iterable[Token]) -> bool:
    """Return whether a block is a figure and a sign of money that stands before with its rate: "Brent | 74,23 $"."""
    if [token.kind for token in tokens] != ["number", "currency"] or tokens[1].raw.isalnum():
        return False
    return tokens[1].code in {token.code for token in run}

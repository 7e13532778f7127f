"""How many units of a currency a rate is for, where no name of a currency stands behind the figure: a nominal is no rate."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.rates.texts import is_spread, plain
from kznews.extract.rates.tokens import BY_ONE, NOMINALS, PAIR, Token, currencies_in, without_labels
from kznews.extract.texts import has_digit
from kznews.extract.widgets import common_box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block

MAX_CHANGE = Decimal("0.2")
"""No currency moves by more in a day; a larger figure with a sign is something else (a telephone number)."""
DEAREST = 10_000
"""Tenge for a unit of any currency: the dearest is below two thousand."""
_BY_MANY = frozenset(("AMD", "HUF", "IRR", "JPY", "KRW", "MNT", "UZS", "VND"))
"""Currencies of which a unit is worth less than ten tenge, and which are quoted by ten or more of them."""
_COUNTED = frozenset(map(key, ("бірлік", "дана", "шт", "ед")))
"""Labels for what a nominal counts."""
_COUNT = re.compile(r"(10{1,3}) [^\W\d_]{2,}(?: [^\W\d_]{2,})?\.?")
_GROUPED = re.compile("([1\u0661\u06f1][0\u0660\u06f0]{0,2})[ \u00a0\u2007\u2009\u202f](\\d{3}(?:[.,\u066b]\\d{1,4})?)")
"""A nominal and a rate that look like one figure with a blank between its thousands: "100 352,1"."""


def counts_something(token: Token) -> bool:
    """Return whether a figure stands before the words that end its text, with no currency known among them: "100 вон"."""
    words = token.block.atoms[token.at].partition(token.raw)[2]
    if has_digit(words) or currencies_in(words):
        return False
    return not _COUNTED.isdisjoint(key(words).split()) or without_labels(words) != ""


def units_in(block: Block, currency: Token, kind: str) -> Token | None:
    """Return what a block that is nothing but a nominal and one or two words says of the currency beside it; None for others.

    The words may be a name that several currencies have: "KRW | 100 вон | 36,2".
    """
    counted = _COUNT.fullmatch(plain(block.spaced).strip()) if currency.code not in BY_ONE else None
    return Token(kind, "", Decimal(counted[1]), counted[1], block, block.owners[0]) if counted else None


def may_be_units(code: str, figures: Sequence[Token]) -> bool:
    """Return whether the first figure behind a code may be how many units the next one is for: the two are no two sides.

    One alone is, if no currency is worth so little ("KGS 1") or this one far less ("AMD 10").
    """
    if not figures or figures[0].number not in NOMINALS or not figures[0].raw.isdecimal():
        return False
    if len(figures) == 1:
        return figures[0].number == 1 or code in _BY_MANY
    return not is_spread(*sorted(figure.number or Decimal(0) for figure in figures[:PAIR]))


def are_units(figures: Sequence[Token]) -> bool:
    """Return whether a first figure that may be units is no rate with its change: "AMD 10 13,24", "100 вон | 36,2".

    The next one stands in its text or row, and is too much for a change or behind words that say what is counted.
    """
    if len(figures) < PAIR:
        return False
    first, rate = figures[:PAIR]
    box = common_box(first.owner, rate.owner)
    if first.block is not rate.block and (box is None or box.tag != "tr"):
        return False
    return counts_something(first) or (rate.number or 0) >= (first.number or 0) * MAX_CHANGE


def with_units_before(run: Sequence[Token]) -> list[Token]:
    """Return a run with the units that stand in cells of their own before every currency as such: "100 | JPY | 288.5".

    Before one of them where words say what is counted: "100 вон | KRW | 36,2".
    """
    starts = [at for at, token in enumerate(run) if token.kind == "currency" and (not at or run[at - 1].kind != "currency")]
    units = {at - 1 for at in starts if at and run[at - 1].kind == "number" and run[at - 1].number in NOMINALS}
    rated = all(at + 1 < len(run) and run[at + 1].kind != "nominal" for at in starts)
    if len(units) < 2 or len(units) < len(starts) or not rated or run[-1].kind == "currency":  # noqa: PLR2004 - one may be a figure
        units = {at for at in units if run[at + 1].code not in BY_ONE and counts_something(run[at])}
    return [token._replace(kind="nominal") if at in units else token for at, token in enumerate(run)]


def with_units(run: Sequence[Token]) -> list[Token]:
    """Return a run with the units that stand behind codes before them: "USD | 1 | 444.32", "KRW (100) 36.1".

    A figure is units if it says so, or if every currency of the run has one that may be, and a rate behind it.
    """
    parts = _parts(_with_groups_apart(run))
    figures = [[token for token in part if token.kind in ("number", "units")] for part in parts if part[0].kind == "currency"]
    all_have = len(figures) > 1 and all(len(part) > 1 and part[0].number in NOMINALS for part in figures)
    ordered: list[Token] = []
    for part in parts:
        at = next((at for at, token in enumerate(part) if token.kind in ("number", "units")), 0)
        if part[0].kind == "currency" and at and (part[at].kind == "units" or all_have):
            ordered += [part[at]._replace(kind="nominal"), *part[:at], *part[at + 1 :]]
        else:
            ordered += part
    return [token._replace(kind="number") if token.kind == "units" else token for token in ordered]


def _parts(run: Sequence[Token]) -> list[list[Token]]:
    """Return the run in parts that begin with a currency each; what stands before the first one is a part as well."""
    parts: list[list[Token]] = []
    for token in run:
        follows = parts and parts[-1][-1].kind == "currency" and token.kind == "currency"  # "1 АҚШ ДОЛЛАРЫ | USD / KZT"
        if not parts or (token.kind == "currency" and not follows):
            parts.append([token])
        else:
            parts[-1].append(token)
    return parts


def _with_groups_apart(run: Sequence[Token]) -> list[Token]:
    """Return a run in which units and rates that stand there as one figure are two: "JPY 100 352,1".

    They are where the figure is more than any currency is worth, or where each currency has such units, alone or so.
    """
    behind = [token for code, token in pairwise(run) if code.kind == "currency" and token.kind == "number"]
    codes = {token.code for token in run if token.kind == "currency"} - {"KZT"}
    opening = [_GROUPED.fullmatch(token.raw) is not None or _is_nominal(token) for token in behind]
    everywhere = len(behind) >= len(codes) > 1 and all(opening)
    kept: list[Token] = []
    for token in run:
        group = _GROUPED.fullmatch(token.raw) if token.kind == "number" else None
        if group is None or not (everywhere or (token.number or 0) > DEAREST):
            kept.append(token)
            continue
        kept.append(token._replace(kind="units", number=Decimal(group[1]), raw=group[1]))
        rate = Decimal(group[2].replace(",", ".").replace("\u066b", "."))
        kept.append(token._replace(number=rate, raw=group[2]))
    return kept


def _is_nominal(token: Token) -> bool:
    """Return whether a figure is units by its value and has nothing behind a mark ("10", not "10,0")."""
    return token.number in NOMINALS and token.raw.isdecimal()

"""How likely a count is, given earlier ones that differ among themselves more than mere chance would make them."""

from __future__ import annotations

from math import exp, lgamma, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Rate = tuple[int, int]
"""How many, of how many."""
LEAST_SPREAD = 0.003
"""Days differ at least so much, as the correlation of two pages of one day: a field depends on section, editor, template."""
MIN_GROUP = 5
"""Groups with fewer cases say nothing of how much days differ."""


def unlikely_low(now: Rate, before: Sequence[Rate]) -> float:
    """Return the probability of so few cases or fewer, by a beta-binomial law fitted to the earlier groups; 1.0 without any.

    The groups' own spread is in the law (by moments), so a field that only some days have does not surprise on a day without.
    """
    hits, cases = sum(rate[0] for rate in before), sum(rate[1] for rate in before)
    if not cases or not now[1]:
        return 1.0
    mean = (hits + 0.5) / (cases + 1)
    size = min(1 / spread(before, mean) - 1, cases + 1)
    return min(1.0, sum(exp(_log_beta_binomial(count, now[1], mean * size, (1 - mean) * size)) for count in range(now[0] + 1)))


def spread(groups: Sequence[Rate], mean: float) -> float:
    """Return how much groups differ beyond chance, as a correlation within them, from LEAST_SPREAD to a half."""
    large = [(hits / cases, cases) for hits, cases in groups if cases >= MIN_GROUP]
    if len(large) < 2 or not 0 < mean < 1:  # noqa: PLR2004 - one group does not differ
        return LEAST_SPREAD
    weight = sum(cases for _, cases in large)
    centre = sum(rate * cases for rate, cases in large) / weight
    between = sum(cases * (rate - centre) ** 2 for rate, cases in large) / weight
    by_chance = mean * (1 - mean) * len(large) / weight
    return min(0.5, max(LEAST_SPREAD, (between - by_chance) / (mean * (1 - mean))))


def _log_beta_binomial(count: int, cases: int, a: float, b: float) -> float:
    choose = lgamma(cases + 1) - lgamma(count + 1) - lgamma(cases - count + 1)
    return choose + _log_beta(count + a, cases - count + b) - _log_beta(a, b)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def middle(values: Sequence[float]) -> float:
    """Return the median of some values, at least one."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def ratio(one: float, other: float) -> float:
    """Return how many times the greater of two lengths is the smaller, at least 1."""
    return exp(abs(log(max(one, 1)) - log(max(other, 1))))

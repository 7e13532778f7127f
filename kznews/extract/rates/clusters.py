"""Which of the clusters of rates on a page belong together: two sides apart, copies, the National Bank's beside a bank's."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kznews.extract.rates.labels import names_national_bank
from kznews.extract.rates.texts import is_spread
from kznews.extract.widgets import MIN_CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from kznews.extract.block import Block
    from kznews.extract.rates.labels import Surroundings
    from kznews.items import ExchangeRate


class Cluster(NamedTuple):
    """The rates of a run of neighbouring blocks, and the first of these with a currency."""

    rates: list[ExchangeRate]
    block: Block


def together(best: list[ExchangeRate], clusters: Sequence[Cluster], around: Surroundings) -> list[ExchangeRate]:
    """Return the rates of the best cluster with those of others that have the other side or are the National Bank's.

    Those that only repeat a side of another cluster are copies, as in a header for small screens.
    """
    best = next((other.rates for other in clusters if other.rates is not best and _are_copies(best, other.rates)), best)
    found = _without_copies(best + _other_side(best, clusters))
    return _of_both_banks(found, clusters, around) or found


def once(rates: list[ExchangeRate]) -> list[ExchangeRate]:
    """Return the first rate of each currency and side: desktop and mobile headers repeat the block."""
    first: dict[tuple[str, str], ExchangeRate] = {}
    for rate in rates:
        first.setdefault((rate.currency, rate.side), rate)
    return list(first.values())


def are_sided(rates: list[ExchangeRate]) -> bool:
    """Return whether the rates of one currency are its buying and selling one, with or without the official one."""
    return {"buy", "sell"} <= {rate.side for rate in rates}


def _of_both_banks(found: list[ExchangeRate], clusters: Sequence[Cluster], around: Surroundings) -> list[ExchangeRate]:
    """Return the rates of a cluster that calls itself the National Bank's and of one bank that buys and sells, as shown.

    `found` are those of one of the two. [] where several banks are shown, or where the figures of the two do not agree.
    """
    sided = [cluster for cluster in clusters if _are_bought_and_sold(cluster.rates)]
    official = [cluster for cluster in clusters if all(rate.side == "official" for rate in cluster.rates)]
    if not sided or not official or any(_told(cluster.rates) != _told(sided[0].rates) for cluster in sided):
        return []
    bank = next((cluster for cluster in official if names_national_bank(cluster.block, around)), None)
    if bank is None or not _are_near(bank.rates, sided[0].rates):
        return []
    both = bank, sided[0]
    if all(_told(found) != _told(cluster.rates) for cluster in both):
        return []
    return [rate for cluster in sorted(both, key=clusters.index) for rate in cluster.rates]


def _told(rates: Iterable[ExchangeRate]) -> set[tuple[str, str, Decimal]]:
    return {(rate.currency, rate.side, rate.value) for rate in rates}


def _are_bought_and_sold(rates: Sequence[ExchangeRate]) -> bool:
    """Return whether all currencies of a cluster have both sides and no official rate."""
    shown = {(rate.currency, rate.side) for rate in rates}
    return shown == {(rate.currency, side) for rate in rates for side in ("buy", "sell")}


def _are_near(official: Iterable[ExchangeRate], sided: Iterable[ExchangeRate]) -> bool:
    """Return whether several currencies are bought and sold for about their official rates, and none for another."""
    known = {(rate.currency, rate.nominal): rate.value for rate in official}
    pairs = [sorted((known[at], rate.value)) for rate in sided if (at := (rate.currency, rate.nominal)) in known]
    return len(pairs) >= 2 * MIN_CURRENCIES and all(is_spread(*pair) for pair in pairs)


def _other_side(best: list[ExchangeRate], clusters: Sequence[Cluster]) -> list[ExchangeRate]:
    """Return the cluster that sells the same currencies as one that buys them, or the other way round; [] if there is none."""
    wanted = [(rate.currency, {"buy": "sell", "sell": "buy"}.get(rate.side)) for rate in best]
    rates = (cluster.rates for cluster in clusters)
    return next((other for other in rates if [(rate.currency, rate.side) for rate in other] == wanted), [])


def _are_copies(rates: list[ExchangeRate], others: list[ExchangeRate]) -> bool:
    """Return whether rates only repeat one of the two that others have for each of their currencies."""
    sided = _both_sides(others)
    return bool(rates) and all(rate.side == "official" and (rate.currency, rate.value) in sided for rate in rates)


def _without_copies(rates: list[ExchangeRate]) -> list[ExchangeRate]:
    """Return rates without those that stand alone and repeat one side of what is bought and sold elsewhere.

    A header for small screens has less room.
    """
    sided = _both_sides(rates)
    groups = [list(group) for _, group in groupby(rates, key=lambda rate: rate.currency)] if sided else [rates]
    return [rate for group in groups for rate in group if len(group) > 1 or (rate.currency, rate.value) not in sided]


def _both_sides(rates: list[ExchangeRate]) -> set[tuple[str, Decimal | None]]:
    """Return currency and value of the rates of which both sides stand together."""
    groups = [list(group) for _, group in groupby(rates, key=lambda rate: rate.currency)]
    return {(rate.currency, rate.value) for group in groups if are_sided(group) for rate in group}

"""Healthy runs of made-up portals: weekends, quiet days, days of one author, short news, a few refusals; nothing is broken."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from kznews.health.judge import Measured, judge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from kznews.health.judge import Alarm

MONDAY = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
KEPT = 20


@dataclass(frozen=True)
class Portal:
    """How a made-up portal behaves."""

    a_day: float
    """Articles of a working day."""
    weekend: float
    """Share of that on Saturday and Sunday."""
    runs_a_day: int
    rates: dict[str, tuple[float, float]]
    """Rate -> its mean, and how much days differ (as a correlation)."""
    letters: float
    """Median length."""
    uneven: float
    """Spread of the logarithm of lengths, within a day and between days."""

    @classmethod
    def any(cls, chance: Random) -> Portal:
        """Return one at random, from a village paper to an agency."""
        rates = {f"field:{name}": (chance.choice((0.02, 0.3, 0.6, 0.9, 1.0)), chance.uniform(0, 0.15)) for name in "abcdefgh"}
        rates |= {f"selector:x/{name}": (chance.choice((0.95, 0.995, 1.0)), chance.uniform(0, 0.02)) for name in "abcdefgh"}
        rates |= {f"refused:{name}": (chance.choice((0.0, 0.01, 0.05)), chance.uniform(0, 0.05)) for name in ("gone", "no_body")}
        rates |= {"layout": (chance.choice((0.9, 0.99, 1.0)), 0.02), "layout:x": (0.5, 0.05)}
        rates["time"] = (chance.choice((0.5, 1.0)), 0.05)
        rates |= {f"source:{name}": (chance.choice((0.99, 1.0)), 0.0) for name in "ab"}
        return cls(
            a_day=math.exp(chance.uniform(math.log(2), math.log(300))),
            weekend=chance.choice((0.1, 0.4, 1.0)),
            runs_a_day=chance.choice((1, 1, 2, 8)),
            rates=rates,
            letters=chance.uniform(600, 4000),
            uneven=chance.uniform(0.3, 0.9),
        )


def healthy_days(portal: Portal, days: int, chance: Random) -> Iterator[Measured]:
    """Yield the runs of some days."""
    for day in range(days):
        at = MONDAY + timedelta(days=day)
        busy = portal.a_day * (portal.weekend if at.weekday() >= 5 else 1.0) * chance.uniform(0.6, 1.4)
        means = {name: _of_day(mean, differ, chance) for name, (mean, differ) in portal.rates.items()}
        letters = portal.letters * math.exp(chance.gauss(0, portal.uneven / 4))
        for run in range(portal.runs_a_day):
            count = _poisson(busy / portal.runs_a_day, chance)
            yield Measured(at + timedelta(hours=24 * run / portal.runs_a_day), _figures(portal, count, means, letters, chance))


def _figures(portal: Portal, count: int, means: dict[str, float], letters: float, chance: Random) -> dict[str, Any]:
    cases = {"source": 1}
    rates = {}
    for name, mean in means.items():
        of = cases.get(name.partition(":")[0], count)
        if of:
            rates[name] = [sum(chance.random() < mean for _ in range(of)), of]
    ordered = sorted(round(letters * math.exp(chance.gauss(0, portal.uneven))) for _ in range(count))
    quartiles = [ordered[count * part // 4] for part in (1, 2, 3)] if count else []
    return {"articles": count, "rates": rates, "cases": {"refused": count}, "length": quartiles}


def _of_day(mean: float, differ: float, chance: Random) -> float:
    if not differ or mean in (0.0, 1.0):
        return mean
    size = 1 / differ - 1
    return chance.betavariate(mean * size, (1 - mean) * size)


def _poisson(mean: float, chance: Random) -> int:
    if mean > 50:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    product, count = chance.random(), 0
    while product > math.exp(-mean):
        product *= chance.random()
        count += 1
    return count


def alarms_of(runs: list[Measured]) -> list[tuple[int, Alarm]]:
    """Return the alarms of each run against those before it, as the store gives them: without an alarm, of 28 days."""
    sound: list[Measured] = []
    found = []
    for place, run in enumerate(runs):
        recent = [one for at, one in enumerate(sound) if len(sound) - at <= KEPT or run.at - one.at <= timedelta(days=28)]
        alarms = judge(run, recent)
        found += [(place, alarm) for alarm in alarms]
        if not alarms:
            sound.append(run)
    return found

"""What of a run is unlike the earlier runs of its portal (docs/health.md says the rules in words)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from kznews.health.chance import middle, ratio, unlikely_low
from kznews.kazakh.zones import DEFAULT_ZONE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from kznews.health.chance import Rate

DROP = 0.20
"""Reliability C7: a rate is lost when it falls more than 20 points under its median ..."""
DROP_YOUNG = 0.50
"""... or 50, of what was nearly always there, while few days are known and nobody can tell how much they differ."""
SURE = 1e-5
"""... and when chance makes so few in one of 100,000 cases: a run has some sixty rates, and 200 runs one false alarm at most."""
SLOW_DROP, SLOW_SURE = 0.08, 1e-7
"""Reliability C8: the same over the last three runs together finds one section, or one page in five."""
STEADY = 0.9
"""Only a rate that was nearly always there can be lost on one page in five."""
SLOW_RUNS = 3
MANY_DAYS = 5
"""Days (or, within few days, runs) from which on the spread between them is known."""
LONGER = 3.0
"""Reliability C7: the median length is off by this factor ..."""
MIN_LENGTHS = 8
"""... and stands on so many articles."""
MIN_RUNS, USUAL = 20, 8
"""Silence of a run is told if of so many runs the tenth with the fewest brought more than so many articles: e^-8 is 0.0003."""
_OFFICE = ZoneInfo(DEFAULT_ZONE)
"""In whose days portals work."""
REFUSED_FIELD = {"no_title": "title", "no_body": "body"}


@dataclass(frozen=True)
class Measured:
    """The figures of a run, as they are stored."""

    at: datetime
    figures: Mapping[str, Any]

    @cached_property
    def day(self) -> date:
        """The day on which it was, in Kazakhstan."""
        return self.at.astimezone(_OFFICE).date()

    def rate(self, name: str) -> Rate:
        """Return one rate; what was never counted in its kind is 0 of all its cases."""
        if found := self.figures.get("rates", {}).get(name):
            return found[0], found[1]
        kind, _, what = name.partition(":")
        return 0, self.figures.get("cases", {}).get(kind, 0) if what else 0


@dataclass(frozen=True)
class Alarm:
    """One thing that is unlike earlier runs."""

    field: str
    """The field of an article, or "layout", "source", "articles", or the reason of refusals."""
    name: str
    """The figure: the name of a rate (Figures), "length" or "articles"."""
    line: str
    """One line for people."""

    def as_json(self) -> dict[str, str]:
        """Return it as it is stored."""
        return asdict(self)


def judge(now: Measured, before: Sequence[Measured], *, counts: bool = True) -> list[Alarm]:
    """Return what of a run is unlike those `before`, the oldest first; `counts` says whether their number is a rhythm."""
    alarms = [*_rates(now, before), *_lengths(now, before)]
    if counts:
        alarms += _silence(now, before)
    return alarms


def _rates(now: Measured, before: Sequence[Measured]) -> list[Alarm]:
    names = {name for one in (now, *before) for name in one.figures.get("rates", {})}
    alarms = []
    for name in sorted(names):
        rises = name.startswith("refused:")
        found = _lost(name, [now], before, rises=rises) or _lost(name, [*before[-SLOW_RUNS + 1 :], now], before, rises=rises)
        if found and not (name.startswith("layout:") and _still_known(now, before)):
            alarms.append(found)
    return alarms


def _still_known(now: Measured, before: Sequence[Measured]) -> bool:
    """Return whether the portal file still knows the pages: then one of its layouts has only taken the place of another."""
    known = [hits / cases for hits, cases in (one.rate("layout") for one in before) if cases]
    hits, cases = now.rate("layout")
    return not cases or not known or hits / cases > middle(known) - SLOW_DROP


def _lost(name: str, window: Sequence[Measured], before: Sequence[Measured], *, rises: bool) -> Alarm | None:
    """Return the alarm for a rate that the last runs have lost (or of refusals, that has risen), or None."""
    slow = len(window) > 1
    earlier = before[: -len(window) + 1] if slow else before
    here = _sum([_turned(one.rate(name), rises=rises) for one in window])
    if not here[1] or (here[0] == here[1]):
        return None
    groups = _groups(name, earlier, rises=rises)
    if not groups:
        return None
    usual, young = middle([hits / cases for hits, cases in groups]), len(groups) < MANY_DAYS
    drop = SLOW_DROP if slow else DROP_YOUNG if young else DROP
    if usual - here[0] / here[1] <= drop or (slow and young) or ((slow or young) and usual < STEADY):
        return None
    if unlikely_low(here, groups) >= (SLOW_SURE if slow else SURE):
        return None
    known = _sum([_turned(rate, rises=rises) for rate in groups])
    return Alarm(_field(name), name, _line(name, _turned(here, rises=rises), known))


def _turned(rate: Rate, *, rises: bool) -> Rate:
    return (rate[1] - rate[0], rate[1]) if rises else rate


def _sum(rates: Sequence[Rate]) -> Rate:
    return sum(rate[0] for rate in rates), sum(rate[1] for rate in rates)


def _groups(name: str, runs: Sequence[Measured], *, rises: bool) -> list[Rate]:
    """Return a rate by day, or by run if the runs are of few days: a day is what differs from others, not an hour."""
    by_day: dict[Any, list[Rate]] = defaultdict(list)
    for one in runs:
        if (rate := one.rate(name))[1]:
            by_day[one.day].append(_turned(rate, rises=rises))
    if len(by_day) >= MANY_DAYS:
        return [_sum(rates) for rates in by_day.values()]
    return [rate for rates in by_day.values() for rate in rates]


def _field(name: str) -> str:
    kind, _, what = name.partition(":")
    if kind == "selector":
        return _OF_SELECTOR.get(what := what.rpartition("/")[2], what)
    if kind == "refused":
        return REFUSED_FIELD.get(what, what)
    return {"field": what, "source": "source", "layout": "layout"}.get(kind, "published_at")


_OF_SELECTOR = {
    "published": "published_at",
    "author": "authors",
    "rates": "exchange_rates",
    "clock": "page_clock_raw",
    "drop": "body",
}
"""Selector of a layout -> the field that it is for, where that has another name."""


def _line(name: str, here: Rate, known: Rate) -> str:
    kind, _, what = name.partition(":")
    layout, _, selector = what.rpartition("/")
    said = {
        "field": f"articles with {what}",
        "selector": f"pages on which the selector {selector} of the layout {layout} found something",
        "layout": f"pages on which {f'the layout {what}' if what else 'a layout of the portal file'} applied",
        "basis": f"dates read from {what}",
        "time": "dates with a time of day",
        "refused": f"pages refused as {what}",
        "source": f"answers of the source {what} that named addresses",
    }[kind]
    return f"{_field(name)}: {here[0]} of {here[1]} {said}; in earlier runs {known[0]} of {known[1]}"


def _lengths(now: Measured, before: Sequence[Measured]) -> list[Alarm]:
    """Return the alarm for articles that are much shorter or longer than before."""
    if now.figures.get("articles", 0) < MIN_LENGTHS or not now.figures.get("length"):
        return []
    known = [one.figures["length"] for one in before if one.figures.get("articles", 0) >= MIN_LENGTHS]
    if not known:
        return []
    here, usual = now.figures["length"][1], middle([length[1] for length in known])
    # A portal whose articles differ much from each other may well have a day of short ones.
    within = max(max(ratio(length[1], length[0]), ratio(length[2], length[1])) for length in known)
    apart = max(ratio(length[1], usual) for length in known)
    if ratio(here, usual) <= LONGER * max(1.0, apart / 1.5, within / 3):
        return []
    return [Alarm("body", "length", f"body: half of the articles have more than {here} letters; in earlier runs {usual:.0f}")]


def _silence(now: Measured, before: Sequence[Measured]) -> list[Alarm]:
    """Return the alarm for a run without any article, where there have always been many."""
    counts = sorted(one.figures.get("articles", 0) for one in before)
    if now.figures.get("articles", 0) or len(counts) < MIN_RUNS:
        return []
    few = counts[len(counts) // 10]
    times = [one.at for one in before[-MIN_RUNS:]]
    usual = (times[-1] - times[0]) / (len(times) - 1)
    if few <= USUAL or (now.at - times[-1]) < usual / 2:
        return []
    line = f"articles: none; of {len(counts)} earlier runs nine in ten read more than {few}"
    return [Alarm("articles", "articles", line)]

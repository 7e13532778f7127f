"""Series out of the store, judged: rates by portal beside the official line, temperatures by city.

Flags are computed here, at reading: they follow from what the store holds, whatever the order in which it was collected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from kznews.kazakh.zones import DEFAULT_ZONE
from kznews.series import rates, weather
from kznews.series.bands import CROSSES
from kznews.series.points import Point, point_of
from kznews.series.rates import OFFICIAL_HOLDS, OfficialLine

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import datetime

    from kznews.items import OfficialRate
    from kznews.store import Observation, Store

BEFORE: Final = timedelta(days=30)
"""How much of a series is read before its first day, to know since when a figure stands and what it was before."""
AFTER: Final = timedelta(days=3)
"""And after its last: a jump is confirmed by what follows."""


@dataclass(frozen=True)
class RateSeries:
    """The rates of one currency."""

    currency: str
    points: tuple[Point, ...]
    """By time, then portal and side."""
    official: tuple[OfficialRate, ...]
    """The bank's rates of the days, by day; () where none is in the store."""

    @property
    def portals(self) -> tuple[str, ...]:
        return tuple(sorted({point.portal for point in self.points}))

    def of(self, portal: str) -> tuple[Point, ...]:
        """Return the points of one portal, by time."""
        return tuple(point for point in self.points if point.portal == portal)


@dataclass(frozen=True)
class TemperatureSeries:
    """The temperatures of one city."""

    city: str
    """City key."""
    points: tuple[Point, ...]
    """By time, then portal."""

    @property
    def portals(self) -> tuple[str, ...]:
        return tuple(sorted({point.portal for point in self.points}))


def rate_series(
    store: Store,
    currency: str,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    portals: Collection[str] = (),
    zones: Mapping[str, str] | None = None,
) -> RateSeries:
    """Return the rates of a currency (ISO 4217 code) seen from `since` (included) to `until` (excluded), both aware.

    `portals` limits what is returned, not what it is compared with; `zones` gives the portals' zones by name. Raises
    StoreError as the store does.
    """
    keys = _judged_with(currency)
    found, official = _judged_rates(store, keys, since, until, zones)
    own = [point for point in found if point.key == currency]
    last = (until - timedelta.resolution).date() if until is not None else None
    shown = [
        rate
        for rate in official
        if rate.currency == currency
        and (since is None or rate.day >= since.date())
        and (last is None or rate.day <= last)
    ]
    return RateSeries(currency, _asked(own, since, until, portals), tuple(shown))


def temperature_series(
    store: Store,
    city: str,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    portals: Collection[str] = (),
    zones: Mapping[str, str] | None = None,
) -> TemperatureSeries:
    """Return the temperatures of a city (its key in kznews.kazakh.cities), as `rate_series` does."""
    found = _judged_temperatures(store, since, until, zones)
    return TemperatureSeries(city, _asked([point for point in found if point.key == city], since, until, portals))


def points_of_all(
    store: Store, kind: str, keys: Collection[str], *, since: datetime | None = None, until: datetime | None = None
) -> Iterator[Point]:
    """Yield the points of many currencies (`kind` is "rate") or cities ("weather") as their series have them.

    What is judged together is read and judged once, not once for each of them. Raises StoreError as the store does.
    """
    if kind == "rate":
        for together in {_judged_with(key) for key in keys}:
            yield from _among(keys, _judged_rates(store, together, since, until, None)[0], since, until)
    elif keys:
        yield from _among(keys, _judged_temperatures(store, since, until, None), since, until)


def _among(keys: Collection[str], points: list[Point], since: datetime | None, until: datetime | None) -> tuple[Point, ...]:
    return _asked([point for point in points if point.key in keys], since, until, ())


def _judged_with(currency: str) -> frozenset[str]:
    """Return the currencies whose figures are judged together with one's own: those that are compared with the dollar."""
    return frozenset(("USD", *CROSSES)) if currency in ("USD", *CROSSES) else frozenset((currency,))


def _judged_rates(
    store: Store, keys: Collection[str], since: datetime | None, until: datetime | None, zones: Mapping[str, str] | None
) -> tuple[list[Point], list[OfficialRate]]:
    """Return the rates of all currencies of `keys` with their flags, and the official ones that they were compared with."""
    official = store.official_rates(keys, since=(since - BEFORE - OFFICIAL_HOLDS).date() if since is not None else None)
    return rates.judged(_zoned(_around(store, "rate", keys, since, until), zones), OfficialLine(official)), official


def _judged_temperatures(
    store: Store, since: datetime | None, until: datetime | None, zones: Mapping[str, str] | None
) -> list[Point]:
    return weather.judged(_zoned(_around(store, "weather", None, since, until), zones))


def _around(
    store: Store, kind: str, keys: Iterable[str] | None, since: datetime | None, until: datetime | None
) -> list[Observation]:
    """Return the observations of all portals in a span and around it."""
    start = since - BEFORE if since is not None else None
    end = until + AFTER if until is not None else None
    return list(store.observations(kind=kind, keys=keys, since=start, until=end))


def _zoned(seen: Iterable[Observation], zones: Mapping[str, str] | None) -> list[Point]:
    """Return points by time, portal and value, in their portals' zones: in an order that follows from them alone."""
    found = []
    for one in seen:
        zone = ZoneInfo((zones or {}).get(one.portal, DEFAULT_ZONE))
        point = point_of(one)
        found.append(replace(point, at=point.at.astimezone(zone), last_seen=point.last_seen.astimezone(zone)))
    return sorted(found, key=lambda point: (point.at, point.portal, point.key, point.side, point.value))


def _asked(points: list[Point], since: datetime | None, until: datetime | None, portals: Collection[str]) -> tuple[Point, ...]:
    return tuple(
        point
        for point in points
        if (since is None or point.last_seen >= since)
        and (until is None or point.at < until)
        and (not portals or point.portal in portals)
    )

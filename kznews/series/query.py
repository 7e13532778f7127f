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
    from collections.abc import Collection, Iterable, Mapping
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
    keys = {currency, "USD", *CROSSES} if currency in ("USD", *CROSSES) else {currency}
    seen = _around(store, "rate", keys, since, until)
    official = store.official_rates(keys, since=(since - BEFORE - OFFICIAL_HOLDS).date() if since is not None else None)
    found = rates.judged(_zoned(seen, zones), OfficialLine(official))
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
    seen = _around(store, "weather", None, since, until)
    found = weather.judged(_zoned(seen, zones))
    return TemperatureSeries(city, _asked([point for point in found if point.key == city], since, until, portals))


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

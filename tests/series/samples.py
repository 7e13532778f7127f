"""Observations for the tests of series: short to write."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from kznews.items import ExchangeRate, OfficialRate, PageClock, Weather
from kznews.outcomes import Outcome
from kznews.series import rates as rates_rules
from kznews.series import weather as weather_rules
from kznews.series.points import point_of
from kznews.store import Observation, PageRecord

if TYPE_CHECKING:
    from kznews.series.points import Point

SEED = {"USD": "468.56", "EUR": "497.56", "RUB": "7.3", "CNY": "67.18"}
"""The header of the seed (kazakh.md section 7)."""
SEED_CLOCK = "24 Сәуір, 19:46:32"


def moment(said: str) -> datetime:
    """Return an instant of UTC: "2022-12-15" at noon, "2022-12-15 09:30" as said."""
    return datetime.fromisoformat(said if ":" in said else f"{said} 12:00").replace(tzinfo=UTC)


def rate(currency: str, value: str, when: str, portal: str = "q", *, side: str = "official", nominal: int = 1) -> Observation:
    shown = ExchangeRate(currency=currency, value=Decimal(value), side=side, nominal=nominal, raw=f"{currency} {value}")
    return seen("rate", currency, shown, when, portal)


def degrees(city: str, value: str, when: str, portal: str = "q") -> Observation:
    shown = Weather(city=city, city_key=city, temperature=Decimal(value), raw=f"{value}°")
    return seen("weather", city, shown, when, portal)


def seen(kind: str, key: str, shown: ExchangeRate | Weather, when: str, portal: str) -> Observation:
    at = moment(when)
    hour = at.replace(minute=0)
    return Observation(portal=portal, kind=kind, key=key, hour=hour, value=shown, first_seen=at, last_seen=at)


def widget(values: dict[str, str], when: str, portal: str = "q") -> list[Observation]:
    return [rate(currency, value, when, portal) for currency, value in values.items()]


def official(currency: str, **by_day: str) -> list[OfficialRate]:
    """Return official rates by day: `official("USD", d2022_12_15="468.6")`."""
    return [
        OfficialRate(day=date.fromisoformat(name[1:].replace("_", "-")), currency=currency, value=Decimal(value))
        for name, value in by_day.items()
    ]


def judged_rates(observations: list[Observation], bank: list[OfficialRate] | None = None) -> list[Point]:
    return rates_rules.judged([point_of(one) for one in observations], rates_rules.OfficialLine(bank or []))


def judged_weather(observations: list[Observation]) -> list[Point]:
    return weather_rules.judged([point_of(one) for one in observations])


def flags(points: list[Point]) -> list[str]:
    """Return each point's flags as one text, in the order of the points."""
    return [" ".join(point.named_flags) for point in points]


def on_days(first: str, count: int) -> list[str]:
    start = moment(first)
    return [(start + timedelta(days=day)).strftime("%Y-%m-%d %H:%M") for day in range(count)]


def record(
    figures: tuple[ExchangeRate | Weather | OfficialRate, ...], when: str, portal: str = "q", clock: PageClock | None = None
) -> PageRecord:
    at = moment(when)
    page = PageRecord(
        portal=portal, url=f"https://{portal}.kz/{when}", fetched_at=at, outcome=Outcome.LISTED, observations=figures
    )
    return replace(page, clock=clock) if clock else page

"""Rates and temperatures: one row per figure, portal and hour, however many pages show it; official rates, one per day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kznews.clock import aware_utc
from kznews.items import NO_CLOCK, ExchangeRate, OfficialRate
from kznews.store.failpoints import Point, reach
from kznews.store.statements import fix_rate, observe_figure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from kznews.items import PageClock, Weather


def observe(
    connection: Connection,
    portal: str,
    figures: Iterable[ExchangeRate | Weather | OfficialRate],
    seen_at: datetime,
    clock: PageClock = NO_CLOCK,
) -> None:
    """Write what a page of `portal` showed at `seen_at`, with the page's own clock beside it.

    A temperature without a figure or without a city, and a rate without a currency, is no observation. A figure that is not a
    finite Decimal is refused (RecordError, out of `Database.write`).
    """
    instant = aware_utc(seen_at)
    when = {"hour": instant.replace(minute=0, second=0, microsecond=0), "first_seen": instant, "last_seen": instant}
    common = {"portal": portal, **when, "page_clock": clock.raw, "clock_offset": clock.offset}
    given = list(figures)
    shown = [one for one in given if not isinstance(one, OfficialRate)]
    rows = [{**common, "raw": figure.raw, **what} for figure in shown if (what := _figure(figure))]
    fixed = [_fixed(portal, rate, instant) for rate in given if isinstance(rate, OfficialRate)]
    if rows:
        observe_figure(connection.dialect.name).run_many(connection, rows)
    if fixed:
        fix_rate(connection.dialect.name).run_many(connection, fixed)
    if rows or fixed:
        reach(Point.FIGURES_WRITTEN)


def _fixed(portal: str, rate: OfficialRate, read_at: datetime) -> dict[str, Any]:
    return {
        "portal": portal,
        "currency": rate.currency,
        "day": rate.day.isoformat(),
        "nominal": rate.nominal,
        "value": rate.value,
        "change": "" if rate.change is None else format(rate.change, "f"),
        "read_at": read_at,
    }


def _figure(figure: ExchangeRate | Weather) -> dict[str, Any] | None:
    if isinstance(figure, ExchangeRate):
        if not figure.currency:
            return None
        return {
            "kind": "rate",
            "key": figure.currency,
            "side": figure.side,
            "nominal": figure.nominal,
            "value": figure.value,
            "shown": figure.currency,
            "change": "" if figure.change is None else format(figure.change, "f"),
        }
    if figure.temperature is None or not (figure.city_key or figure.city):
        return None
    return {
        "kind": "weather",
        "key": figure.city_key or figure.city,
        "side": "",
        "nominal": 1,
        "value": figure.temperature,
        "shown": figure.city or "",
        "change": "",
    }

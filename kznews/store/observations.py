"""Rates and temperatures: one row per figure, portal and hour, however many pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kznews.clock import aware_utc
from kznews.items import ExchangeRate
from kznews.store.failpoints import Point, reach
from kznews.store.statements import observe_figure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from kznews.items import Weather


def observe(connection: Connection, portal: str, figures: Iterable[ExchangeRate | Weather], seen_at: datetime) -> None:
    """Write what a page of `portal` showed at `seen_at`; a temperature without a figure is no observation.

    A figure that is not a finite Decimal is refused (RecordError, out of `Database.write`).
    """
    instant = aware_utc(seen_at)
    when = {"hour": instant.replace(minute=0, second=0, microsecond=0), "first_seen": instant, "last_seen": instant}
    rows = [{"portal": portal, "raw": figure.raw, **when, **what} for figure in figures if (what := _figure(figure))]
    if rows:
        connection.execute(observe_figure(connection.dialect.name), rows)
        reach(Point.FIGURES_WRITTEN)


def _figure(figure: ExchangeRate | Weather) -> dict[str, Any] | None:
    if isinstance(figure, ExchangeRate):
        return {
            "kind": "rate",
            "key": figure.currency,
            "side": figure.side,
            "nominal": figure.nominal,
            "value": figure.value,
            "shown": figure.currency,
            "change": "" if figure.change is None else format(figure.change, "f"),
        }
    if figure.temperature is None:
        return None
    return {
        "kind": "weather",
        "key": figure.city_key or figure.city or "",
        "side": "",
        "nominal": 1,
        "value": figure.temperature,
        "shown": figure.city or "",
        "change": "",
    }

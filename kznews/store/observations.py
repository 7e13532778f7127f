"""Rates and temperatures: one row per figure, portal and hour, however many pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, tuple_

from kznews.clock import aware_utc
from kznews.items import ExchangeRate
from kznews.store.frontier import upsert
from kznews.store.schema import observations

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from kznews.items import Weather

_ADJECTIVES = ("shown", "change", "raw")
"""Columns that describe the first sighting; of several at one instant, the smallest."""


def observe(connection: Connection, portal: str, figures: Iterable[ExchangeRate | Weather], seen_at: datetime) -> None:
    """Write what a page of `portal` showed at `seen_at`; a temperature without a figure is no observation.

    Raises ValueError for a figure that is not a finite Decimal.
    """
    rows = [row for figure in figures if (row := _row(portal, figure, seen_at))]
    if not rows:
        return
    statement = upsert(connection, observations)
    old, new = observations.c, statement.excluded
    names = ("first_seen", *_ADJECTIVES)
    earlier = tuple_(*(new[name] for name in names)) < tuple_(*(old[name] for name in names))
    later = new.last_seen > old.last_seen
    values = {name: case((earlier, new[name]), else_=old[name]) for name in names}
    values["last_seen"] = case((later, new.last_seen), else_=old.last_seen)
    statement = statement.on_conflict_do_update(
        index_elements=list(observations.primary_key.columns),
        set_=values,
        where=earlier | later,
    )
    connection.execute(statement, rows)


def _row(portal: str, figure: ExchangeRate | Weather, seen_at: datetime) -> dict[str, Any] | None:
    instant = aware_utc(seen_at)
    row: dict[str, Any] = {
        "portal": portal,
        "hour": instant.replace(minute=0, second=0, microsecond=0),
        "first_seen": instant,
        "last_seen": instant,
        "raw": figure.raw,
    }
    if isinstance(figure, ExchangeRate):
        change = "" if figure.change is None else format(figure.change, "f")
        return {
            **row,
            "kind": "rate",
            "key": figure.currency,
            "side": figure.side,
            "nominal": figure.nominal,
            "value": figure.value,
            "shown": figure.currency,
            "change": change,
        }
    if figure.temperature is None:
        return None
    city = figure.city_key or figure.city or ""
    return {
        **row,
        "kind": "weather",
        "key": city,
        "side": "",
        "nominal": 1,
        "value": figure.temperature,
        "shown": figure.city or "",
        "change": "",
    }

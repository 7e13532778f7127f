"""The health of runs: what was measured of each, and which earlier ones a new one is compared with."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from kznews.store.failpoints import Point, reach
from kznews.store.records import Health
from kznews.store.schema import health

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection

SPAN = timedelta(days=28)
"""Four weeks, so that every day of the week is among them ..."""
RUNS = 20
"""... and so many runs at least, where they are rarer (reliability C7) ..."""
MOST = 700
"""... and at most: 28 days of an hourly timer."""


def keep_health(connection: Connection, found: Health) -> None:
    """Write what was measured of a run."""
    connection.execute(insert(health), vars(found))
    reach(Point.HEALTH_WRITTEN)


def comparable(connection: Connection, portal: str, kind: str, *, at: datetime) -> list[Health]:
    """Return the runs that a run of a portal is compared with, the oldest first: the last ones without an alarm.

    They are those of SPAN, at least RUNS and at most MOST, none older than what was accepted last (`accept`).
    """
    own = (health.c.portal == portal, health.c.kind == kind)
    begin = connection.execute(select(func.max(health.c.measured_at)).where(*own, health.c.accepted_at.is_not(None))).scalar()
    query = select(health).where(*own).order_by(health.c.measured_at.desc(), health.c.run.desc()).limit(MOST)
    if begin is not None:
        query = query.where(health.c.measured_at >= begin)
    rows = [Health(**row) for row in connection.execute(query).mappings()]
    sound = [row for row in rows if not row.alarms or row.accepted_at]
    return [row for place, row in enumerate(sound) if place < RUNS or at - row.measured_at <= SPAN][::-1]


def latest(connection: Connection, portal: str | None = None) -> list[Health]:
    """Return what was measured last of each portal (or of one), by name.

    Daily runs come first: of a replay it is only where there is none of them, of a back-fill where there is nothing else.
    """
    place = func.row_number().over(
        partition_by=health.c.portal,
        order_by=(health.c.kind != "daily", health.c.kind == "backfill", health.c.measured_at.desc(), health.c.run.desc()),
    )
    ranked = select(health.c.run, place.label("place")).subquery()
    query = select(health).join(ranked, ranked.c.run == health.c.run).where(ranked.c.place == 1).order_by(health.c.portal)
    if portal is not None:
        query = query.where(health.c.portal == portal)
    return [Health(**row) for row in connection.execute(query).mappings()]


def accept(connection: Connection, portal: str, *, at: datetime) -> int:
    """Take the last run of a portal for what is usual from now on, and return how many runs that concerns (0 or 1)."""
    runs = [found.run for found in latest(connection, portal)]
    connection.execute(update(health).where(health.c.run.in_(runs)).values(accepted_at=at))
    reach(Point.HEALTH_WRITTEN)
    return len(runs)

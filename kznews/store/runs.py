"""The runs: who collected what, when, and how it ended."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from kznews.clock import aware_utc
from kznews.store.failpoints import Point, reach
from kznews.store.schema import runs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection


ENDING = "runs"
"""Lock of transactions that give a run its place among those that have ended: they commit in the order of the places."""


def start_run(connection: Connection, portal: str, *, at: datetime, settings: Mapping[str, Any]) -> str:
    """Write the start of a run and return its id, which sorts by time: "20261130T120000Z-qamshy-1f9a3c2e".

    Earlier runs of the portal that have no end were killed: they have ended now. The caller holds ENDING.
    """
    killed = (runs.c.portal == portal, runs.c.finished_at.is_(None), runs.c.ended.is_(None))
    connection.execute(update(runs).where(*killed).values(ended=_next_place(connection)))
    run = f"{aware_utc(at):%Y%m%dT%H%M%SZ}-{portal}-{secrets.token_hex(4)}"
    row = {"id": run, "portal": portal, "started_at": at, "settings": dict(settings), "counts": {}}
    connection.execute(insert(runs), row)
    reach(Point.RUN_STARTED)
    return run


def finish_run(
    connection: Connection,
    run: str,
    *,
    at: datetime,
    finish_reason: str,
    counts: Mapping[str, int] | None = None,
) -> None:
    """Write the end of a run; raises LookupError for an id that no run has. The caller holds ENDING."""
    values: dict[str, Any] = {"finished_at": at, "finish_reason": finish_reason, "counts": dict(counts or {})}
    values["ended"] = _next_place(connection)
    if connection.execute(update(runs).where(runs.c.id == run).values(values)).rowcount != 1:
        raise LookupError(f"no run {run} in the store")
    reach(Point.RUN_FINISHED)


def keep_exit_codes(connection: Connection, codes: Mapping[str, int]) -> None:
    """Write the codes that runs ended with, by their ids: they are known when all feeds are written, after the end of a run."""
    for run, code in codes.items():
        connection.execute(update(runs).where(runs.c.id == run).values(exit_code=code))
    reach(Point.RUN_FINISHED)


def _next_place(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(runs.c.ended), 0))).scalar_one()) + 1


def last_ended(connection: Connection) -> str | None:
    """Return the id of the run that ended last, None if none has."""
    found = select(runs.c.id).where(runs.c.ended.is_not(None)).order_by(runs.c.ended.desc(), runs.c.id.desc()).limit(1)
    return connection.execute(found).scalar_one_or_none()


def last_runs(connection: Connection) -> dict[str, dict[str, Any]]:
    """Return the last run of each portal, as a mapping of its columns, by the portal's name."""
    place = func.row_number().over(partition_by=runs.c.portal, order_by=(runs.c.started_at.desc(), runs.c.id.desc()))
    ranked = select(runs.c.id, place.label("place")).subquery()
    query = select(runs).join(ranked, ranked.c.id == runs.c.id).where(ranked.c.place == 1).order_by(runs.c.portal)
    return {row["portal"]: dict(row) for row in connection.execute(query).mappings()}


def list_runs(connection: Connection, portal: str | None = None) -> list[dict[str, Any]]:
    """Return the runs as mappings of their columns, the oldest first; one that was killed has no `finished_at`."""
    query = select(runs).order_by(runs.c.started_at, runs.c.id)
    if portal is not None:
        query = query.where(runs.c.portal == portal)
    return [dict(row) for row in connection.execute(query).mappings()]

"""The runs: who collected what, when, and how it ended."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from kznews.clock import aware_utc
from kznews.store.failpoints import Point, reach
from kznews.store.schema import runs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection


def start_run(connection: Connection, portal: str, *, at: datetime, settings: Mapping[str, Any]) -> str:
    """Write the start of a run and return its id, which sorts by time: "20261130T120000Z-qamshy-1f9a3c2e"."""
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
    exit_code: int | None = None,
    counts: Mapping[str, int] | None = None,
) -> None:
    """Write the end of a run; raises LookupError for an id that no run has."""
    values = {"finished_at": at, "finish_reason": finish_reason, "exit_code": exit_code, "counts": dict(counts or {})}
    if connection.execute(update(runs).where(runs.c.id == run).values(values)).rowcount != 1:
        raise LookupError(f"no run {run} in the store")
    reach(Point.RUN_FINISHED)


def list_runs(connection: Connection, portal: str | None = None) -> list[dict[str, Any]]:
    """Return the runs as mappings of their columns, the oldest first; one that was killed has no `finished_at`."""
    query = select(runs).order_by(runs.c.started_at, runs.c.id)
    if portal is not None:
        query = query.where(runs.c.portal == portal)
    return [dict(row) for row in connection.execute(query).mappings()]

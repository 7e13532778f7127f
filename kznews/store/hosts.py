"""What hosts said to a crawler: their robots.txt, and for how long they want to be left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from kznews.outcomes import PageState, Reason
from kznews.politeness.copies import RobotsCopy
from kznews.store.failpoints import Point, reach
from kznews.store.schema import hosts, pages, robots
from kznews.store.statements import put_row

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection


def robots_copy(connection: Connection, origin: str) -> RobotsCopy | None:
    """Return what is known of the robots.txt of an origin ("https://qamshy.kz"), None if it was never asked for."""
    row = connection.execute(select(robots).where(robots.c.origin == origin)).mappings().one_or_none()
    return RobotsCopy(**row) if row else None


def keep_robots(connection: Connection, copy: RobotsCopy) -> None:
    """Write the copy of a robots.txt; where its text has changed, the pages that the old one forbade are due again."""
    old = robots_copy(connection, copy.origin)
    put_row(connection.dialect.name, robots).run(connection, copy.values)
    if copy.body is not None and (old is None or old.body != copy.body):
        forbidden = (pages.c.reason == Reason.ROBOTS, pages.c.url.startswith(f"{copy.origin}/", autoescape=True))
        connection.execute(update(pages).where(*forbidden), {"state": PageState.PENDING})
    reach(Point.HOST_WRITTEN)


def retry_at(connection: Connection, host: str) -> tuple[datetime, str] | None:
    """Return until when a host wants to be left alone, and the line that says why; None if it never asked."""
    row = connection.execute(select(hosts.c.retry_at, hosts.c.detail).where(hosts.c.host == host)).one_or_none()
    return (row.retry_at, row.detail) if row else None


def note_pause(connection: Connection, *, host: str, until: datetime, detail: str) -> None:
    """Write until when a host wants to be left alone; what it said last counts."""
    put_row(connection.dialect.name, hosts).run(connection, {"host": host, "retry_at": until, "detail": detail})
    reach(Point.HOST_WRITTEN)

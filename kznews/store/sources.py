"""The sources: when each one is due, how far it has been read, and which days of the archives are done."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from kznews.store.failpoints import Point, reach
from kznews.store.schema import days, pages, sources, walks
from kznews.store.statements import note_asked, note_day, note_walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Connection

    from kznews.store.records import SourceNote

QUIET_PER_WAIT = 30
"""A source that named nothing new for thirty days is asked once a day, for a day every 48 minutes, for an hour every two."""
LONGEST_WAIT = timedelta(days=1)
"""No source is asked more rarely: news that are a day old are still news, and the question costs one request."""


def note_source(connection: Connection, portal: str, note: SourceNote, *, asked_at: datetime) -> None:
    """Write what a page of a source says about the source."""
    dialect = connection.dialect.name
    if note.first and not note.span:
        new = asked_at if note.brought_new else None
        row = {"portal": portal, "url": note.url, "first_asked": asked_at, "asked_at": asked_at, "last_new": new}
        note_asked(dialect).run(connection, row)
    walk = {"portal": portal, "url": note.url, "span": note.span, "next_page": note.next_page}
    if note.next_page or (note.span and note.day is None):
        note_walk(dialect).run(connection, walk)
    else:
        here = (walks.c.portal == portal, walks.c.url == note.url, walks.c.span == note.span)
        connection.execute(delete(walks).where(*here))
    if note.day:
        note_day(dialect).run(connection, {"portal": portal, "day": note.day.isoformat(), "read_at": asked_at})
    reach(Point.SOURCE_NOTED)


def not_due(connection: Connection, portal: str, urls: Iterable[str], *, at: datetime) -> set[str]:
    """Return those of the sources `urls` that need not be asked at `at`: they have named nothing new for long."""
    query = select(sources).where(sources.c.portal == portal, sources.c.url.in_(list(urls)))
    return {row.url for row in connection.execute(query) if row.asked_at + wait(row) > at}


def wait(source: object) -> timedelta:
    """Return how long a source (a row with first_asked, asked_at and last_new) is left in peace after it was asked."""
    quiet: timedelta = source.asked_at - (source.last_new or source.first_asked)  # type: ignore[attr-defined]
    return min(quiet / QUIET_PER_WAIT, LONGEST_WAIT)


def walks_of(connection: Connection, portal: str, span: str) -> dict[str, int | None]:
    """Return, by source, the page at which the walk of a span goes on; None where it is over."""
    query = select(walks.c.url, walks.c.next_page).where(walks.c.portal == portal, walks.c.span == span)
    return {row.url: row.next_page for row in connection.execute(query)}


def days_done(connection: Connection, portal: str, first: date, last: date) -> set[date]:
    """Return the days from `first` to `last` whose archives have been read."""
    query = select(days.c.day).where(days.c.portal == portal, days.c.day.between(first.isoformat(), last.isoformat()))
    return {date.fromisoformat(day) for day in connection.execute(query).scalars()}


def waiting_for_backfill(connection: Connection, portal: str) -> int:
    """Return how many addresses that back-fills found have no outcome yet."""
    query = select(func.count()).where(pages.c.portal == portal, pages.c.state == "pending", pages.c.backfill == 1)
    return int(connection.execute(query).scalar_one())

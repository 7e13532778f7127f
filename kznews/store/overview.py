"""What the report asks the store: counts by portal and day, delays, coverage, outcomes, runs, figures (docs/report.md).

`since` (included) and `until` (excluded) are aware instants; None leaves that side open. Days are texts like "2026-03-16".
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Float, Text, case, cast, func, select, type_coerce

from kznews.store.localday import KAZAKHSTAN, local_date, local_day
from kznews.store.records import Health
from kznews.store.schema import articles, editions, failures, health, observations, official_rates, pages, runs
from kznews.store.views import current_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

COVERED = ("published_at", "lead", "section", "authors", "tags", "image_url", "views", "exchange_rates", "weather")
"""Fields of an article of which a page may show none; title and text have all articles."""
_LISTS = frozenset({"authors", "tags", "exchange_rates"})
_PRECISE = ("second", "minute")
_STREAM = {"yield_per": 1000}


@dataclass(frozen=True)
class Span:
    """From when to when; None is open."""

    since: datetime | None = None
    until: datetime | None = None

    def of(self, column: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        """Return the conditions that keep `column` within."""
        wanted = ((operator.ge, self.since), (operator.lt, self.until))
        return [compare(column, edge) for compare, edge in wanted if edge is not None]


class Extent(NamedTuple):
    """From when to when a store reaches; None where it holds nothing of the kind."""

    first: datetime | None = None
    """The first publication, or the first sighting of an address that has an outcome, if that is earlier."""
    last: datetime | None = None
    """The last time that it was fed: the newest fetch, or the newest sighting of an address that was refused without one."""
    fetched: datetime | None = None
    """The newest fetch, whatever it gave."""


@dataclass(frozen=True)
class Figure:
    """The mean of what a portal showed on a day for one key: tenge for one unit of a currency, or degrees Celsius."""

    portal: str
    key: str
    side: str
    day: str
    value: float


def totals(connection: Connection) -> dict[str, int]:
    """Return how many portals, articles, editions, versions, addresses and observations the store holds."""
    counted: dict[str, Any] = {
        "portals": select(func.count(articles.c.portal.distinct())),
        "articles": select(func.count()).select_from(articles).where(articles.c.duplicate_of.is_(None)),
        "editions": select(func.count()).select_from(editions),
        "versions": select(func.coalesce(func.sum(editions.c.versions), 0)),
        "addresses": select(func.count()).select_from(pages),
        "observations": select(func.count()).select_from(observations),
    }
    return {name: connection.execute(query).scalar_one() for name, query in counted.items()}


def extent(connection: Connection) -> Extent:
    """Return from when to when the store reaches; this reads every row of `pages` once.

    Texts and figures need not be asked: each came from a page, which was seen first no later and fetched last no earlier.
    """
    columns = pages.c
    seen = func.min(func.coalesce(columns.first_seen, columns.fetched_at))
    fed = func.max(func.coalesce(columns.fetched_at, columns.first_seen))
    query = select(seen, fed, func.max(columns.fetched_at)).where(columns.outcome.is_not(None))
    first, last, fetched = connection.execute(query).one()
    published = connection.execute(select(func.min(articles.c.published_at))).scalar_one()
    tried = connection.execute(select(func.max(failures.c.tried_at))).scalar_one()  # a page keeps what it gave before it failed
    return Extent(
        min(filter(None, (first, published)), default=None),
        max(filter(None, (last, tried)), default=None),
        max(filter(None, (fetched, tried)), default=None),
    )


def published_by_day(connection: Connection, span: Span) -> Iterator[tuple[str, str, int]]:
    """Yield (portal, day of publication on the portal's own clock, articles)."""
    columns = current_articles.c
    day = local_day(columns.published_at, columns.published_offset).label("day")
    query = select(columns.portal, day, func.count()).where(columns.published_at.is_not(None), *span.of(columns.published_at))
    yield from _rows(connection, query.group_by(columns.portal, day))


def delays(connection: Connection, span: Span) -> Iterator[tuple[str, float]]:
    """Yield (portal, seconds from the publication to the first fetch) of each article published within that says its minute."""
    columns = current_articles.c
    query = select(columns.portal, columns.published_at, columns.first_seen).where(
        columns.published_precision.in_(_PRECISE), *span.of(columns.published_at)
    )
    for portal, published, fetched in _rows(connection, query):
        yield portal, (fetched - published).total_seconds()


def coverage_by_day(connection: Connection, span: Span) -> Iterator[Mapping[str, Any]]:
    """Yield mappings of `portal`, `day` (of the fetch), `articles`, and for each field of COVERED how many of them have it."""
    columns = current_articles.c
    day = local_day(columns.read_at, KAZAKHSTAN).label("day")
    counts = [func.sum(case((_is_there(name), 1), else_=0)).label(name) for name in COVERED]
    query = select(columns.portal, day, func.count().label("articles"), *counts).where(*span.of(columns.read_at))
    for row in connection.execute(query.group_by(columns.portal, day), execution_options=_STREAM).mappings():
        yield dict(row)


def _is_there(name: str) -> ColumnElement[bool]:
    column = current_articles.c[name]
    return type_coerce(column, Text) != "[]" if name in _LISTS else column.is_not(None)


def outcomes_within(connection: Connection, span: Span) -> Iterator[tuple[str, str, str | None, int]]:
    """Yield (portal, outcome, reason, pages) of the pages whose outcome rests on a fetch within, or that had none."""
    columns = pages.c
    seen = func.coalesce(columns.fetched_at, columns.first_seen)
    query = select(columns.portal, columns.outcome, columns.reason, func.count()).where(
        columns.outcome.is_not(None), *span.of(seen)
    )
    yield from _rows(connection, query.group_by(columns.portal, columns.outcome, columns.reason))


def last_runs(connection: Connection) -> list[dict[str, Any]]:
    """Return each portal's last run as a mapping of its columns, by portal."""
    newest = select(func.max(runs.c.id)).group_by(runs.c.portal)  # an id begins with the time
    query = select(runs).where(runs.c.id.in_(newest)).order_by(runs.c.portal)
    return [dict(row) for row in connection.execute(query).mappings()]


def health_within(connection: Connection, span: Span) -> list[Health]:
    """Return what was measured of the runs within, the newest first."""
    query = select(health).where(*span.of(health.c.measured_at)).order_by(health.c.measured_at.desc(), health.c.run)
    return [Health(**row) for row in connection.execute(query).mappings()]


def newest_of_portals(connection: Connection) -> dict[str, tuple[int, datetime | None, datetime]]:
    """Return of each portal: its articles, when the newest was published, and when the newest came into the store."""
    columns = articles.c
    query = select(columns.portal, func.count(), func.max(columns.published_at), func.max(columns.first_seen))
    rows = _rows(connection, query.where(columns.duplicate_of.is_(None)).group_by(columns.portal))
    return {portal: (number, published, seen) for portal, number, published, seen in rows}


def figures_by_day(connection: Connection, kind: str, span: Span) -> Iterator[Figure]:
    """Yield what portals showed, a mean for each portal, key, side and day; `kind` is "rate" or "weather"."""
    columns = observations.c
    day = local_day(columns.first_seen, KAZAKHSTAN).label("day")
    mean = func.avg(cast(type_coerce(columns.value, Text), Float) / columns.nominal)
    query = select(columns.portal, columns.key, columns.side, day, mean).where(columns.kind == kind, *span.of(columns.first_seen))
    for row in _rows(connection, query.group_by(columns.portal, columns.key, columns.side, day)):
        yield Figure(*row)


def count_observations(connection: Connection, span: Span) -> int:
    """Return how many figures (by portal and hour) were seen within."""
    query = select(func.count()).select_from(observations).where(*span.of(observations.c.first_seen))
    return int(connection.execute(query).scalar_one())


def official_by_day(connection: Connection, currencies: Iterable[str], span: Span) -> Iterator[Figure]:
    """Yield what banks have fixed for some currencies, tenge for one unit, of the days within; the bank stands for the portal."""
    columns = official_rates.c
    query = select(columns.portal, columns.currency, columns.day, columns.value, columns.nominal)
    query = query.where(columns.currency.in_(list(currencies)))
    if span.since is not None:
        query = query.where(columns.day >= local_date(span.since).isoformat())
    if span.until is not None:
        query = query.where(columns.day <= local_date(span.until - timedelta.resolution).isoformat())
    for row in _rows(connection, query.order_by(columns.portal, columns.currency, columns.day)):
        yield Figure(row.portal, row.currency, "official", row.day, float(row.value / row.nominal))


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    yield from connection.execute(query, execution_options=_STREAM)

"""Reading the store: articles, versions, observations, and the counts of a summary."""

from __future__ import annotations

import operator
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from kznews.items import ExchangeRate, OfficialRate, PageClock, Weather
from kznews.store.codec import article_from
from kznews.store.records import Observation, StoredVersion
from kznews.store.schema import observations, official_rates, pages, texts
from kznews.store.statements import chunks
from kznews.store.views import STORY_COLUMNS, current_articles, versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from decimal import Decimal

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from kznews.items import Article

_STREAM = {"yield_per": 500}


def iter_articles(
    connection: Connection,
    portal: str | None = None,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    language: str | None = None,
    script: str | None = None,
) -> Iterator[Article]:
    """Yield each work once: the newest text of its main edition, ordered by portal, publication (undated last) and key.

    `since` (included) and `until` (excluded) are aware and compare with the publication; undated articles then stay out.
    """
    columns = current_articles.c
    query = select(current_articles)
    wanted: list[tuple[Any, Any, Any]] = [
        (operator.eq, columns.portal, portal),
        (operator.eq, columns.language, language),
        (operator.eq, columns.script, script),
        (operator.ge, columns.published_at, since),
        (operator.lt, columns.published_at, until),
    ]
    for compare, column, value in wanted:
        if value is not None:
            query = query.where(compare(column, value))
    query = query.order_by(columns.portal, columns.published_at.is_(None), columns.published_at, columns.key)
    for row in connection.execute(query, execution_options=_STREAM).mappings():
        article = article_from(dict(row))
        for name in STORY_COLUMNS:
            setattr(article, name, row[name])
        yield article


def published(connection: Connection, portal: str, urls: Iterable[str]) -> dict[str, datetime]:
    """Return when the articles at those of `urls` that are known and dated were published."""
    found: dict[str, datetime] = {}
    for chunk in chunks(urls):
        query = select(texts.c.url, func.max(texts.c.published_at).label("at")).where(
            texts.c.portal == portal, texts.c.url.in_(chunk), texts.c.published_at.is_not(None)
        )
        found |= {row.url: row.at for row in connection.execute(query.group_by(texts.c.url))}
    return found


def history(connection: Connection, portal: str, url: str) -> list[StoredVersion]:
    """Return the versions of the text at an address, number 1 first."""
    query = (
        select(versions.c.number, versions.c.seen_at, texts)
        .join(texts, and_(*(texts.c[name] == versions.c[name] for name in ("portal", "url", "digest"))))
        .where(versions.c.portal == portal, versions.c.url == url)
        .order_by(versions.c.number)
    )
    rows = connection.execute(query).mappings()
    return [StoredVersion(number=row["number"], seen_at=row["seen_at"], article=article_from(dict(row))) for row in rows]


def read_at(connection: Connection, portal: str, url: str, at: datetime) -> list[Article]:
    """Return the articles that were read from the capture of an address at an instant: none, or one of each set of rules."""
    query = select(texts).where(texts.c.portal == portal, texts.c.url == url, texts.c.read_at == at).order_by(texts.c.digest)
    return [article_from(dict(row)) for row in connection.execute(query).mappings()]


def portals_of(connection: Connection, url: str) -> list[str]:
    """Return the portals of which a page has that address, in alphabetical order."""
    query = select(pages.c.portal).where(pages.c.url == url).order_by(pages.c.portal)
    return list(connection.execute(query).scalars())


def iter_observations(
    connection: Connection,
    portal: str | None = None,
    kind: str | None = None,
    *,
    keys: Iterable[str] | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Iterator[Observation]:
    """Yield what portals showed, by portal, kind, key and hour; `kind` is "rate" or "weather".

    `keys` are currencies or cities; `since` (included) and `until` (excluded) are aware and compare with the hour.
    """
    columns = observations.c
    query = select(observations).order_by(*observations.primary_key.columns)
    if portal is not None:
        query = query.where(columns.portal == portal)
    if kind is not None:
        query = query.where(columns.kind == kind)
    if keys is not None:
        query = query.where(columns.key.in_(list(keys)))
    if since is not None:
        query = query.where(columns.hour >= since)
    if until is not None:
        query = query.where(columns.hour < until)
    for row in connection.execute(query, execution_options=_STREAM).mappings():
        clock = PageClock(row["page_clock"], row["clock_offset"])
        yield Observation(value=_figure(row), clock=clock, **{name: row[name] for name in _OBSERVED})


def official(
    connection: Connection, currencies: Iterable[str], *, since: date | None = None, until: date | None = None
) -> list[OfficialRate]:
    """Return the official rates of some currencies by currency and day; `since` and `until` are included.

    Of a day that two banks have fixed, the first in alphabetical order counts.
    """
    columns = official_rates.c
    query = select(official_rates).where(columns.currency.in_(list(currencies)))
    if since is not None:
        query = query.where(columns.day >= since.isoformat())
    if until is not None:
        query = query.where(columns.day <= until.isoformat())
    rows = connection.execute(query.order_by(columns.currency, columns.day, columns.portal)).mappings()
    found: dict[tuple[str, str], OfficialRate] = {}
    for row in rows:
        found.setdefault((row["currency"], row["day"]), _official(row))
    return list(found.values())


def _official(row: Any) -> OfficialRate:
    value: Decimal = row["value"]
    return OfficialRate(
        day=date.fromisoformat(row["day"]),
        currency=row["currency"],
        value=value,
        nominal=row["nominal"],
        change=type(value)(row["change"]) if row["change"] else None,
    )


_OBSERVED = ("portal", "kind", "key", "hour", "first_seen", "last_seen")


def _figure(row: Any) -> ExchangeRate | Weather:
    value: Decimal = row["value"]
    if row["kind"] == "weather":
        key = None if row["key"] == row["shown"] else row["key"]
        return Weather(city=row["shown"] or None, city_key=key, temperature=value, raw=row["raw"])
    change = type(value)(row["change"]) if row["change"] else None
    return ExchangeRate(
        currency=row["key"],
        value=value,
        nominal=row["nominal"],
        side=row["side"],
        change=change,
        raw=row["raw"],
    )


def count_outcomes(connection: Connection, portal: str | None = None) -> dict[str, dict[str, int]]:
    """Return the number of pages by portal and outcome; "pending" counts those that were never tried."""
    shown = func.coalesce(pages.c.outcome, "pending").label("name")
    return _count(connection, select(pages.c.portal, shown, func.count()).group_by(pages.c.portal, shown), portal)


def count_refusals(connection: Connection, portal: str | None = None) -> dict[str, dict[str, int]]:
    """Return the number of refused pages by portal and reason."""
    query = select(pages.c.portal, pages.c.reason, func.count()).where(pages.c.reason.is_not(None))
    return _count(connection, query.group_by(pages.c.portal, pages.c.reason), portal)


def count_articles(connection: Connection, portal: str | None = None) -> dict[str, int]:
    """Return the number of works by portal, duplicates excluded."""
    query = select(current_articles.c.portal, func.count()).group_by(current_articles.c.portal)
    if portal is not None:
        query = query.where(current_articles.c.portal == portal)
    return {row[0]: row[1] for row in connection.execute(query.order_by(current_articles.c.portal))}


def count_observations(connection: Connection, portal: str | None = None) -> dict[str, dict[str, int]]:
    """Return the number of observations by portal and kind."""
    query = select(observations.c.portal, observations.c.kind, func.count())
    query = query.group_by(observations.c.portal, observations.c.kind)
    if portal is not None:
        query = query.where(observations.c.portal == portal)
    return _nested(connection, query)


def _count(connection: Connection, query: Select[Any], portal: str | None) -> dict[str, dict[str, int]]:
    if portal is not None:
        query = query.where(pages.c.portal == portal)
    return _nested(connection, query)


def _nested(connection: Connection, query: Select[Any]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for portal, name, number in sorted(tuple(row) for row in connection.execute(query)):
        found[portal][name] = number
    return dict(found)


def page_row(connection: Connection, portal: str, url: str) -> Mapping[str, Any] | None:
    """Return the columns of one page, or None if the address is unknown."""
    query = select(pages).where(pages.c.portal == portal, pages.c.url == url)
    row = connection.execute(query).mappings().one_or_none()
    return None if row is None else dict(row)

"""The frontier: which addresses are known, and which wait for a fetch."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, or_, select

from kznews.outcomes import PageState, Reason
from kznews.store.failpoints import Point, reach
from kznews.store.looks import plan_looks
from kznews.store.records import Named, PendingPage
from kznews.store.schema import pages
from kznews.store.statements import chunks, discover_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection

PAGE_AGE = timedelta(hours=1)
"""By how much a further page of a listing is taken to be older than the one before; reading twenty of them takes minutes."""
_REASONS = {reason.value: reason for reason in Reason}
PENDING: ColumnElement[str] = literal_column("'pending'")  # spelt out, so that the partial index over pending pages is used


def discover(
    connection: Connection,
    portal: str,
    links: Iterable[str | Named],
    *,
    seen_at: datetime,
    found_on: str,
    depth: int | None = None,
    backfill: bool = False,
    number: int = 1,
) -> None:
    """Write `links` as pending pages of `portal`, the newest first; known ones keep their state.

    `number` counts the pages of a listing: what stands on the second one is older than what stands on the first, although it
    is seen later. Of a known page the earlier sighting, the shorter way and what sources say of it are kept, whatever came first.
    """
    named = {link.url: link for link in (Named(url=link) if isinstance(link, str) else link for link in links)}
    common = {"portal": portal, "state": PageState.PENDING, "first_seen": seen_at, "found_on": found_on, "depth": depth}
    common |= {"backfill": int(backfill)}
    as_of = seen_at - (number - 1) * PAGE_AGE
    rows = [common | _named_columns(link, as_of, place) for place, link in enumerate(reversed(named.values()))]
    if rows:
        discover_page(connection.dialect.name).run_many(connection, rows)
        reach(Point.LINKS_WRITTEN)
    for changed in chunks(link.url for link in named.values() if link.modified):
        plan_looks(connection, portal, changed)


def _named_columns(link: Named, as_of: datetime, place: int) -> dict[str, Any]:
    return {
        "url": link.url,
        "place": place,
        "news_at": link.published or as_of,
        "named_published": link.published,
        "named_modified": link.modified,
        "named_title": link.title,
        "named_basis": link.basis,
    }


def known_states(connection: Connection, portal: str, urls: Iterable[str]) -> dict[str, PageState]:
    """Return the state of each of `urls` that `portal` has in the store; unknown addresses are absent."""
    found: dict[str, PageState] = {}
    for chunk in chunks(urls):
        query = select(pages.c.url, pages.c.state).where(pages.c.portal == portal, pages.c.url.in_(chunk))
        found.update({row.url: PageState(row.state) for row in connection.execute(query)})
    return found


def known_before(connection: Connection, portal: str, urls: Iterable[str], *, at: datetime) -> set[str]:
    """Return those of `urls` that `portal` had before `at`."""
    return _those(connection, portal, urls, or_(pages.c.first_seen.is_(None), pages.c.first_seen < at))


def not_wanted(connection: Connection, portal: str, urls: Iterable[str], *, at: datetime) -> set[str]:
    """Return those of `urls` that need no fetch at `at`: they are settled, or wait for a later hour."""
    return _those(connection, portal, urls, or_(pages.c.state != PENDING, pages.c.next_due > at))


def _those(connection: Connection, portal: str, urls: Iterable[str], condition: ColumnElement[bool]) -> set[str]:
    """Return those of `urls` whose pages of `portal` meet a condition."""
    found: set[str] = set()
    for chunk in chunks(urls):
        query = select(pages.c.url).where(pages.c.portal == portal, pages.c.url.in_(chunk), condition)
        found.update(connection.execute(query).scalars())
    return found


def addresses_of(connection: Connection, portal: str, ids: Iterable[str]) -> dict[str, list[str]]:
    """Return the addresses of the pages that gave each of a portal's articles, by the article's id."""
    wanted = {f"{portal}:{one}": one for one in ids}
    found: dict[str, list[str]] = {}
    for chunk in chunks(wanted):
        query = select(pages.c.article_key, pages.c.url).where(pages.c.article_key.in_(chunk))
        for row in connection.execute(query):
            found.setdefault(wanted[row.article_key], []).append(row.url)
    return found


def pending(
    connection: Connection,
    portal: str,
    *,
    limit: int = 1000,
    after: str = "",
    at: datetime | None = None,
) -> list[PendingPage]:
    """Return up to `limit` pending pages of `portal` in the order of their addresses, from the one that follows `after`.

    With `at`, only those that are due by then.
    """
    columns = pages.c
    query = (
        select(
            columns.portal,
            columns.url,
            columns.first_seen,
            columns.found_on,
            columns.reason,
            columns.etag,
            columns.last_modified,
            columns.depth,
            columns.attempts,
            columns.next_due,
        )
        .where(columns.portal == portal, columns.state == PENDING, columns.url > after)
        .order_by(columns.url)
        .limit(limit)
    )
    if at is not None:
        query = query.where(or_(columns.next_due.is_(None), columns.next_due <= at))
    return [PendingPage(**{**row, "reason": _REASONS.get(row["reason"])}) for row in connection.execute(query).mappings()]

"""What a run fetches next, out of the store: the newest that wait, those that wait longest, and known articles whose look is due.

A run draws a few at a time, so that a million waiting addresses are never in memory together. Every question is answered by an
index in the order in which it is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from kznews.outcomes import Outcome, PageState
from kznews.store.frontier import PENDING
from kznews.store.looks import FULL_AFTER, FULL_EVERY
from kznews.store.records import DuePage, Named
from kznews.store.schema import pages

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection, RowMapping

_COLUMNS = select(
    pages.c.url,
    pages.c.state,
    pages.c.outcome,
    pages.c.etag,
    pages.c.last_modified,
    pages.c.fetched_at,
    pages.c.looks,
    pages.c.named_published,
    pages.c.named_modified,
    pages.c.named_title,
    pages.c.named_basis,
)


TURNS = ("newest", "newest", "oldest", "look")
"""Of four pages two are the newest that wait, one has waited longest, one is a known article: whatever bounds a run, none of the
three stands still. What one of them does not need goes to the others."""


def draw(connection: Connection, portal: str, *, at: datetime, limit: int, under_way: Collection[str]) -> list[DuePage]:
    """Return up to `limit` pages that a daily run fetches next, in their order; none of those that are `under_way`."""
    many = limit + len(under_way)
    asked = {"newest": newest, "oldest": oldest, "look": looks_due}
    queues = {name: iter(find(connection, portal, at=at, limit=many)) for name, find in asked.items()}
    drawn: dict[str, DuePage] = {}
    turns = list(TURNS)
    while turns and len(drawn) < limit:
        turn = turns.pop(0)
        page = next((page for page in queues[turn] if page.url not in drawn and page.url not in under_way), None)
        if page:
            drawn[page.url] = page
            turns.append(turn)
    return list(drawn.values())


def newest(connection: Connection, portal: str, *, at: datetime, limit: int, backfill: bool = False) -> list[DuePage]:
    """Return pages that wait and are due at `at`, the newest news first; those that only back-fills found with `backfill`."""
    order = (pages.c.news_at.desc(), pages.c.place.desc(), pages.c.url.desc())
    return _drawn(connection, _waiting(portal, at, backfill=backfill).order_by(*order).limit(limit))


def oldest(connection: Connection, portal: str, *, at: datetime, limit: int) -> list[DuePage]:
    """Return pages that wait and are due at `at`, those that wait longest first; those of back-fills left out."""
    return _drawn(connection, _waiting(portal, at, backfill=False).order_by(pages.c.first_seen, pages.c.url).limit(limit))


def looks_due(connection: Connection, portal: str, *, at: datetime, limit: int) -> list[DuePage]:
    """Return known articles that are to be looked at again by `at`, the most overdue first."""
    due = _COLUMNS.where(pages.c.portal == portal, pages.c.next_look <= at)
    rows = connection.execute(due.order_by(pages.c.next_look, pages.c.url).limit(limit)).mappings()
    return [_due(row, at, known=True) for row in rows]


def source_page(connection: Connection, portal: str, url: str, *, at: datetime) -> DuePage:
    """Return a source page with the validators of the reading that we have, if there is one."""
    row = connection.execute(_COLUMNS.where(pages.c.portal == portal, pages.c.url == url)).mappings().one_or_none()
    return _due(row, at, known=row["outcome"] == Outcome.LISTED) if row else DuePage(url=url, named=Named(url=url))


def _waiting(portal: str, at: datetime, *, backfill: bool) -> Select[Any]:
    return _COLUMNS.where(
        pages.c.portal == portal,
        pages.c.backfill == int(backfill),
        pages.c.state == PENDING,
        pages.c.first_seen.is_not(None),
        or_(pages.c.depth.is_(None), pages.c.depth != 0),  # a source that failed is asked when its turn comes
        or_(pages.c.next_due.is_(None), pages.c.next_due <= at),
    )


def _drawn(connection: Connection, query: Select[Any]) -> list[DuePage]:
    return [_due(row, None, known=False) for row in connection.execute(query).mappings()]


def _due(row: RowMapping, at: datetime | None, *, known: bool) -> DuePage:
    names = ("published", "modified", "title", "basis")
    named = Named(url=row["url"], **{name: row[f"named_{name}"] for name in names})
    confirms = known and row["state"] == PageState.DONE and not _in_full(row, at)
    validators = {name: row[name] if confirms else None for name in ("etag", "last_modified")}
    return DuePage(url=row["url"], named=named, known=known, **validators)


def _in_full(row: RowMapping, at: datetime | None) -> bool:
    """Return whether a copy is to be fetched anew although its server may confirm it."""
    if at is None or row["fetched_at"] is None or row["looks"] >= FULL_EVERY - 1:
        return True
    return bool(at - row["fetched_at"] > FULL_AFTER)

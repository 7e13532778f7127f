"""The row of one page: the reading that counts among all that were made of it.

Readings are ordered (`_rank`), and a page shows the greatest. So it does not matter in which order they arrive, nor how
often: what says something about the page beats what does not, a fetch beats none, and a later fetch an earlier one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kznews.outcomes import TRANSIENT, Outcome, PageState, Reason, state_after
from kznews.store.attempts import write_failure
from kznews.store.columns import instant_text
from kznews.store.failpoints import Point, reach
from kznews.store.records import UNFETCHED
from kznews.store.statements import INSERT_PAGE, PAGE, PAGES_WITH_ARTICLES, REDIRECTING, UPDATE_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from kznews.store.records import PageRecord

_SETTLED = {"attempts": 0, "next_due": None, "backfill": 0}
_OF_ARTICLE = frozenset({Outcome.STORED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.DUPLICATE})


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one record says about one address."""

    outcome: Outcome
    reason: Reason | None
    detail: str
    fetched_at: datetime | None
    redirects_to: str | None = None
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The columns of `pages` that this reading fills."""
        state = state_after(self.outcome, self.reason)
        return {**vars(self), "state": state, "looks": 0} | ({} if state is PageState.PENDING else _SETTLED)


def write_page(connection: Connection, record: PageRecord) -> None:
    """Write what `record` says about its address and the addresses that redirected to it, where it counts."""
    fetched_at = None if record.reason in UNFETCHED else record.fetched_at
    reading = Reading(
        outcome=record.outcome or Outcome.STORED,  # `restate` says which of its kin it is
        reason=record.reason,
        detail=record.detail,
        fetched_at=fetched_at,
        status=record.status,
        etag=record.etag,
        last_modified=record.last_modified,
    )
    _write_reading(connection, record.portal, record.url, reading, depth=record.depth)
    alias = Reading(
        outcome=Outcome.DUPLICATE if record.article else reading.outcome,
        reason=record.reason,
        detail=record.detail,
        fetched_at=fetched_at,
        redirects_to=record.url,
    )
    for address in dict.fromkeys(record.aliases):
        if address != record.url:
            _write_reading(connection, record.portal, address, alias)


def _write_reading(connection: Connection, portal: str, url: str, reading: Reading, *, depth: int | None = None) -> None:
    first_seen, found_on = reading.fetched_at, url if reading.fetched_at else None
    row = PAGE.row(connection, {"at_portal": portal, "at_url": url})
    if row is None:
        seen = {"first_seen": first_seen, "found_on": found_on, "depth": depth, "news_at": first_seen}
        INSERT_PAGE.run(connection, {"portal": portal, "url": url, **seen, **reading.values})
    elif values := _changes(row, url, reading, depth):
        UPDATE_PAGE.run(connection, {"at_portal": portal, "at_url": url, **values})
    reach(Point.PAGE_WRITTEN)
    if reading.fetched_at and reading.reason in TRANSIENT:
        write_failure(connection, portal, url, tried_at=reading.fetched_at, reason=reading.reason)


def _changes(row: Mapping[str, Any], url: str, reading: Reading, depth: int | None) -> dict[str, Any]:
    """Return the columns of a known page that a reading changes."""
    first_seen, found_on = reading.fetched_at, url if reading.fetched_at else None
    values: dict[str, Any] = {}
    if reading.outcome is Outcome.UNCHANGED and row["state"] == PageState.DONE:
        values = _not_modified(row, reading)
    elif _rank(reading.values) > _rank(row):
        values = reading.values
    if first_seen and (row["first_seen"] is None or (first_seen, found_on) < (row["first_seen"], row["found_on"])):
        values |= {"first_seen": first_seen, "found_on": found_on, "place": 0, "news_at": row["named_published"] or first_seen}
    if depth is not None and (row["depth"] is None or depth < row["depth"]):
        values |= {"depth": depth}
    return values


def _not_modified(row: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """Return the columns that a 304 answer changes: the page keeps its outcome, and was seen later."""
    if reading.fetched_at is None or (row["fetched_at"] and row["fetched_at"] >= reading.fetched_at):
        return {}
    names = ("fetched_at", "etag", "last_modified")
    return {name: value for name in names if (value := getattr(reading, name)) is not None} | {"looks": row["looks"] + 1}


def _rank(page: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the place of a reading, or of a row with its columns, in the total order of readings."""
    if page["outcome"] is None:
        return (0,)
    gives_article = page["outcome"] in _OF_ARTICLE and page["redirects_to"] is None
    return (
        1 if page["state"] == PageState.PENDING else 2,
        instant_text(page["fetched_at"]) if page["fetched_at"] else "",
        2 if gives_article else 1 if page["outcome"] == Outcome.LISTED else 0,
        "" if gives_article else str(page["outcome"]),  # which one of its kin follows from the whole store
        page["reason"] or "",
        page["detail"],
        page["redirects_to"] or "",
        page["status"] or 0,
        page["etag"] or "",
        page["last_modified"] or "",
    )


def restate(connection: Connection, portal: str, urls: Iterable[str]) -> None:
    """Recompute outcome and article of the pages at `urls` and of those that redirect there, from the articles as they are."""
    concerned = set(urls)
    concerned |= set(REDIRECTING.column(connection, {"at_portal": portal, "urls": sorted(concerned)}))
    for row in PAGES_WITH_ARTICLES.rows(connection, {"at_portal": portal, "urls": sorted(concerned)}):
        outcome, key = _derived(row)
        if (outcome, key) != (row["outcome"], row["article_key"]):
            here = {"at_portal": portal, "at_url": row["url"]}
            UPDATE_PAGE.run(connection, {**here, "outcome": outcome, "article_key": key})
            reach(Point.OUTCOMES_WRITTEN)


def _derived(row: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Return outcome and article of a page row that was joined with its edition, its article and its target's edition."""
    if row["outcome"] == Outcome.DUPLICATE and row["redirects_to"] is not None:
        return row["outcome"], row["there"]
    if row["own"] is None or row["outcome"] not in _OF_ARTICLE:
        return row["outcome"], row["own"]
    if row["duplicate_of"] is not None or row["main_url"] != row["url"]:
        return Outcome.DUPLICATE, row["own"]
    return (Outcome.UPDATED if row["versions"] > 1 else Outcome.STORED), row["own"]

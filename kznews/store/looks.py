"""When a known article is looked at again: soon after it appeared or changed, then more and more rarely, then no more.

The instant follows from what the store holds of the page: its sightings, the fetch that counts, what sources say of it and
the fetches that failed since. So it does not matter in which order that became known.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from kznews.outcomes import Outcome, PageState
from kznews.store.attempts import due_after
from kznews.store.failpoints import Point, reach
from kznews.store.statements import LOOKS, UPDATE_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Connection

LOOKS_AFTER = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7), timedelta(days=30))
"""How long after its last change an article is looked at. Most corrections come within hours, and an article that stood for a
month is history: five looks cost a portal of 100 articles a day a quarter of an hour a day at one request in two seconds."""
FULL_EVERY = 10
"""Of so many looks one is a full fetch: some servers keep an ETag while the page changes (reliability rule N13)."""
FULL_AFTER = timedelta(days=7)
"""A copy that was last seen longer ago is not confirmed but fetched in full, for the same reason: the last look of all."""
BELIEVED_AFTER = timedelta(hours=1)
"""How long after a fetch a newer date of change is believed; four times as long for each look that found nothing changed. Some
portals print the present hour as the date of every page."""
BELIEVED_AFTER_ALL = timedelta(days=30)
_STEPS = 5  # 4 ** 5 hours are more than BELIEVED_AFTER_ALL
_SCHEDULED = (PageState.DONE, PageState.REFUSED)


def plan_looks(connection: Connection, portal: str, urls: Iterable[str]) -> None:
    """Bring `next_look` of those pages up to date that are known articles, and take it from those that are not."""
    rows = LOOKS.rows(connection, {"at_portal": portal, "urls": list(urls)})
    due = [(row, next_look(row)) for row in rows]
    values = [{"at_portal": portal, "at_url": row["url"], "next_look": at} for row, at in due if at != row["next_look"]]
    for one in values:
        UPDATE_PAGE.run(connection, one)
    reach(Point.LOOK_PLANNED)


def next_look(row: dict[str, Any]) -> datetime | None:
    """Return when the page of a row of LOOKS is to be looked at again, None for never."""
    if row["versions"] is None or row["state"] not in _SCHEDULED or not row["fetched_at"]:
        return None
    if row["redirects_to"] or row["outcome"] == Outcome.DUPLICATE:  # the main edition is looked at
        return None
    seen = row["fetched_at"]
    changed = _changed_at(row)
    due = [changed + wait for wait in LOOKS_AFTER if changed + wait > seen][:1]
    if row["named_modified"] and row["named_modified"] > seen:
        due.append(max(row["named_modified"], seen + _belief(row["sighted"] - 1 + row["looks"])))
    if not due:
        return None
    return max(min(due), due_after(row["failed_at"], row["failed"])) if row["failed"] else min(due)


def _changed_at(row: dict[str, Any]) -> datetime:
    """Return when the newest text began to stand there: its publication, if that is known and it is the first one."""
    changed: datetime = row["changed_at"]
    if row["versions"] > 1 or row["published_at"] is None:
        return changed
    published: datetime = row["published_at"]
    if row["published_precision"] == "day":
        published += timedelta(days=1)
    return min(changed, published)


def _belief(in_vain: int) -> timedelta:
    wait: timedelta = BELIEVED_AFTER * 4 ** min(in_vain, _STEPS)
    return min(wait, BELIEVED_AFTER_ALL)

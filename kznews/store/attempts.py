"""Attempts that failed, and when a page that waits is due again.

Failures are rows of their own, so that counting them depends neither on their order nor on how often a record is read.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kznews.outcomes import PageState
from kznews.store.failpoints import Point, reach
from kznews.store.statements import FAILED, UPDATE_PAGE, note_failure

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from kznews.outcomes import Reason

FIRST_WAIT = timedelta(hours=1)
"""After one failure: most are over within minutes, and a run every hour or every day tries the page at its next start."""
LONGEST_WAIT = timedelta(days=7)
"""Reached at the ninth failure: a portal that was away for a month costs one request per page and week, and is noticed
within a week of its return. Nothing is given up for good."""
_DOUBLINGS = 8  # 2 ** 8 hours are more than the longest wait already; keeps the number small


def due_after(last: datetime, failures: int) -> datetime:
    """Return when a page that failed `failures` times, at `last` for the last time, is due again; the wait doubles each time.

    >>> from datetime import UTC
    >>> [str(due_after(datetime(2026, 1, 1, tzinfo=UTC), count))[:13] for count in (1, 2, 3, 8, 9, 99)]
    ['2026-01-01 01', '2026-01-01 02', '2026-01-01 04', '2026-01-06 08', '2026-01-08 00', '2026-01-08 00']
    """
    wait: timedelta = FIRST_WAIT * 2 ** min(max(failures, 1) - 1, _DOUBLINGS)
    return last + min(wait, LONGEST_WAIT)


def write_failure(connection: Connection, portal: str, url: str, *, tried_at: datetime, reason: Reason) -> None:
    """Write that a fetch of a known page failed, and when it is due again if it still waits."""
    here = {"at_portal": portal, "at_url": url}
    row = {"portal": portal, "url": url, "tried_at": tried_at, "reason": reason}
    note_failure(connection.dialect.name).run(connection, row)
    reach(Point.FAILURE_WRITTEN)
    [(state, attempts, last)] = FAILED.tuples(connection, here)
    if state == PageState.PENDING:
        UPDATE_PAGE.run(connection, {**here, "attempts": attempts, "next_due": due_after(last, attempts)})

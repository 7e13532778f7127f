"""Places where a test makes the program die: named, so that a kill test can say where, and one in every step that writes.

Nothing happens unless KZNEWS_FAILPOINT names one when the program starts: "commit_done" ends the process, as `kill -9` does,
when that place is reached for the first time, "commit_done:7" at the seventh time.
"""

from __future__ import annotations

import os
import signal
from enum import StrEnum

VARIABLE = "KZNEWS_FAILPOINT"


class Point(StrEnum):
    """Where the program can be made to die; what has been done by then."""

    TRANSACTION_BEGUN = "transaction_begun"
    LINKS_WRITTEN = "links_written"
    FIGURES_WRITTEN = "figures_written"
    PAGE_WRITTEN = "page_written"
    RAW_PAGE_WRITTEN = "raw_page_written"
    FAILURE_WRITTEN = "failure_written"
    TEXT_WRITTEN = "text_written"
    SIGHTING_WRITTEN = "sighting_written"
    EDITION_WRITTEN = "edition_written"
    ARTICLE_WRITTEN = "article_written"
    DUPLICATES_WRITTEN = "duplicates_written"
    SEARCH_WRITTEN = "search_written"
    SIGNATURE_WRITTEN = "signature_written"
    BANDS_WRITTEN = "bands_written"
    RELATIONS_WRITTEN = "relations_written"
    STORIES_WRITTEN = "stories_written"
    OUTCOMES_WRITTEN = "outcomes_written"
    LOOK_PLANNED = "look_planned"
    SOURCE_NOTED = "source_noted"
    EMPTY_DROPPED = "empty_dropped"
    CHANGE_NOTED = "change_noted"
    HEALTH_WRITTEN = "health_written"
    HOST_WRITTEN = "host_written"
    ARCHIVE_NOTED = "archive_noted"
    RUN_STARTED = "run_started"
    RUN_FINISHED = "run_finished"
    TABLES_CREATED = "tables_created"
    MIGRATION_STATEMENT = "migration_statement"
    BEFORE_COMMIT = "before_commit"
    COMMIT_DONE = "commit_done"
    BEFORE_ANSWER = "before_answer"
    STATEMENT = "statement"
    """After any statement that changes something."""
    LOCK_TAKEN = "lock_taken"
    PAGE_FETCHED = "page_fetched"
    PAGE_READ = "page_read"
    FEED_WRITTEN = "feed_written"
    """All of an export's lines are written; the file has not its name yet."""
    FEED_COMPLETE = "feed_complete"


class _Armed:
    point = ""
    left = 0


def arm(wanted: str) -> None:
    """Make the program die at `wanted` ("name" or "name:n"), or nowhere if it is empty; raises ValueError for no such point."""
    name, _, count = wanted.partition(":")
    _Armed.point = Point(name) if name else ""
    _Armed.left = int(count or 1)


def reach(point: Point) -> None:
    """End the process here, without any clean-up, if this is the point that was asked for."""
    if point != _Armed.point:
        return
    _Armed.left -= 1
    if _Armed.left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)


arm(os.environ.get(VARIABLE, ""))

"""One page, one transaction: everything that a record says, written together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.outcomes import Outcome
from kznews.store.articles import addresses_of, drop_empty, edition_of, has_twin, refresh, write_text
from kznews.store.changes import note_changes
from kznews.store.frontier import discover
from kznews.store.looks import plan_looks
from kznews.store.observations import observe
from kznews.store.pages import restate, write_page
from kznews.store.raw import keep
from kznews.store.records import Verdict
from kznews.store.sources import note_source
from kznews.store.statements import ARTICLE, KEYS_AT, PAGE
from kznews.store.stories import follow
from kznews.store.syndication import story_columns

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sqlalchemy.engine import Connection

    from kznews.store.articles import Written
    from kznews.store.records import PageRecord


def settle(connection: Connection, record: PageRecord) -> Verdict:
    """Write `record` in the caller's transaction and return what became of the page.

    Raises ValueError, or SQLAlchemyError, which `Database.write` translates.
    """
    portal = record.portal
    below = None if record.depth is None else record.depth + 1
    discover(
        connection,
        portal,
        record.links,
        seen_at=record.fetched_at,
        found_on=record.url,
        depth=below,
        backfill=record.backfill,
        number=record.number,
    )
    observe(connection, portal, record.observations, record.fetched_at, record.clock)
    write_page(connection, record)
    if record.answer:
        keep(connection, record, record.answer)
    before = edition_of(connection, portal, record.url)
    written = write_text(connection, record, record.article) if record.article else None
    keys = {written.article_key} if written else set()
    if before:
        keys.add(before["article_key"])
    if record.aliases:
        keys |= _keys_at(connection, record)
    touched = refresh(connection, portal, keys) if keys else set()
    concerned = {record.url, *record.aliases, *addresses_of(connection, touched)}
    restate(connection, portal, concerned)
    if keys:
        touched |= _follow(connection, record, written, keys)
        plan_looks(connection, portal, concerned)
    note_changes(connection, touched, record.run)
    if record.source:
        note_source(connection, portal, record.source, asked_at=record.fetched_at)
    if written is None:
        return _verdict_without_article(connection, record)
    return _verdict(connection, record, before, written)


def _follow(connection: Connection, record: PageRecord, written: Written | None, keys: set[str]) -> set[str]:
    """Bring the stories of the articles touched up to date, and delete those articles that have no address left.

    Returns the keys of the articles whose place in a story that may have changed.
    """
    touched = follow(connection, keys, {written.digest: record.sketch} if written and record.sketch else {})
    if len(keys) > 1:
        drop_empty(connection, keys)
    return touched


def _keys_at(connection: Connection, record: PageRecord) -> set[str]:
    """Return the keys of the articles of which an address redirects to the record's."""
    here = {"at_portal": record.portal, "urls": list(record.aliases)}
    return set(KEYS_AT.column(connection, here))


def _verdict_without_article(connection: Connection, record: PageRecord) -> Verdict:
    [row] = PAGE.rows(connection, {"at_portal": record.portal, "at_url": record.url})
    return Verdict(outcome=record.outcome or Outcome.REFUSED, reason=record.reason, article_key=row["article_key"])


def _verdict(connection: Connection, record: PageRecord, before: Mapping[str, Any] | None, written: Written) -> Verdict:
    """Say what happened now, which depends on what was there: the first of two editions was stored, the second a duplicate."""
    [article] = ARTICLE.rows(connection, {"at_key": written.article_key})
    if before is None:
        repeats = not written.new_article or has_twin(connection, article)
        outcome = Outcome.DUPLICATE if repeats else Outcome.STORED
    elif article["duplicate_of"] or article["main_url"] != record.url:
        outcome = Outcome.DUPLICATE
    else:
        outcome = Outcome.UNCHANGED if before["digest"] == written.newest else Outcome.UPDATED
    story = {} if outcome is Outcome.DUPLICATE else story_columns(connection, article["key"])
    original = article["duplicate_of"] or article["key"]
    return Verdict(outcome=outcome, article_key=original, version=written.version, story=story)

"""What a feed says of a work, and in which run that changed: the base of feeds that hold only what is new.

Times do not say it (a replay reads old captures), and no row of a work depends on the order in which pages came. So this is
kept apart, like the runs themselves, and is no part of what was collected.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, insert, select, update

from kznews.store.failpoints import Point, reach
from kznews.store.prepared import Prepared
from kznews.store.schema import articles, changes, editions, texts
from kznews.store.syndication import story_and_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Connection

BEFORE = "-"
"""Stands for every run before changes were noted (schema 3)."""

_EDITIONS = Prepared(  # whatever a feed may show of a work, in any of its scripts
    select(articles.c.main_url, articles.c.first_seen.label("work_first_seen"), editions.c.versions, texts)
    .add_columns(*story_and_whole(articles.c.key))
    .join(editions, editions.c.article_key == articles.c.key)
    .join(
        texts,
        and_(texts.c.portal == editions.c.portal, texts.c.url == editions.c.url, texts.c.digest == editions.c.digest),
    )
    .where(articles.c.key == bindparam("at_key"), articles.c.duplicate_of.is_(None))
    .order_by(editions.c.url)
)
_KNOWN = Prepared(select(changes).where(changes.c.article_key == bindparam("at_key")))
_INSERT = Prepared(insert(changes))
_UPDATE = Prepared(update(changes).where(changes.c.article_key == bindparam("at_key")))


def note_changes(connection: Connection, keys: Iterable[str], run: str) -> None:
    """Note for each of the articles `keys` whether `run` has changed what a feed says of it; "" stands for no run."""
    for key in sorted(keys):
        digest = _digest(connection, key)
        known = _KNOWN.row(connection, {"at_key": key})
        if known is None and digest:
            _INSERT.run(connection, {"article_key": key, "digest": digest, "appeared": run, "changed": run})
        elif known is not None and known["digest"] != digest:
            appeared = run if known["digest"] == "" else known["appeared"]
            _UPDATE.run(connection, {"at_key": key, "digest": digest, "appeared": appeared, "changed": run})
        reach(Point.CHANGE_NOTED)


def _digest(connection: Connection, key: str) -> str:
    """Return the SHA-256 of everything that a feed may say of a work; "" if it says nothing: it is gone, or a duplicate."""
    rows = [list(row) for row in _EDITIONS.tuples(connection, {"at_key": key})]
    return hashlib.sha256(json.dumps(rows, default=str).encode()).hexdigest() if rows else ""

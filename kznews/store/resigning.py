"""Signing anew what was signed by another scheme, or never: step by step, each a transaction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import func, or_, select

from kznews.store.changes import note_changes
from kznews.store.stories import follow
from kznews.store.story_schema import signatures
from kznews.stories.scheme import CURRENT

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

STEP: Final = 100
"""Articles of one transaction: a fifth of a second, for which a run that writes to the same store waits at most."""
_STALE = or_(signatures.c.scheme.is_(None), signatures.c.scheme != CURRENT.key)


def count_stale(connection: Connection) -> int:
    """Return how many articles are not signed by today's scheme, and so are compared with no new ones."""
    return connection.execute(select(func.count()).select_from(signatures).where(_STALE)).scalar_one()


def resign_step(connection: Connection, limit: int = STEP) -> int:
    """Sign up to `limit` of those articles anew and return their number: 0 when all are signed."""
    query = select(signatures.c.article_key).where(_STALE).order_by(signatures.c.article_key).limit(limit)
    keys = list(connection.execute(query).scalars())
    note_changes(connection, follow(connection, keys, {}), "")
    return len(keys)

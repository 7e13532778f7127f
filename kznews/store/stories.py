"""Signatures, relations and stories of articles, followed in the transaction that changes the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from kznews.store.clusters import follow_edges
from kznews.store.relating import place
from kznews.store.signing import due_signature, signed, write_attribution
from kznews.stories.scheme import CURRENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import Connection

    from kznews.stories.sketch import Sketch

_LOCK = "kznews stories"


def follow(connection: Connection, keys: Iterable[str], sketches: Mapping[str, Sketch]) -> set[str]:
    """Bring everything that stories know of the articles `keys` up to date; `sketches` are those of texts, by digest.

    Returns the keys of the articles, of any portal, of which a feed may say something else now.
    In PostgreSQL one transaction does so at a time, of whatever portal: two that wrote copies of one text at once would not
    see each other's.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(_LOCK))))
    return {touched for key in sorted(keys) for touched in follow_one(connection, key, sketches)}


def follow_one(connection: Connection, key: str, sketches: Mapping[str, Sketch]) -> set[str]:
    """Bring one article up to date, and return what `follow` returns."""
    old = signed(connection, key)
    new = due_signature(connection, key, known=[old] if old else [], given=sketches)
    if old is None and new is None:
        return set()
    if old and new and old.sketch and old.sketch.scheme == CURRENT.key and old.same_text(new) and old.moment == new.moment:
        if old.attribution != new.attribution:
            write_attribution(connection, key, new.attribution)
        return set()
    edges = place(connection, old, new)
    follow_edges(connection, key, edges, new=old is None)
    return edges.touched

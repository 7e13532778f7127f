"""Editions and articles once more, from the texts and sightings, to be compared with what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kznews.store.articles import article_values, edition_values, original_of
from kznews.store.codec import article_key
from kznews.store.schema import articles, editions
from kznews.store.statements import EDITIONS_OF, GROUP, SIGHTINGS, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection, RowMapping


def derived_faults(connection: Connection) -> Iterator[str]:
    """Yield one line for each edition and each article that differs from what follows from the texts."""
    for row in connection.execute(select(editions).order_by(*editions.primary_key.columns)).mappings().all():
        if wrong := _different(row, _edition(connection, row["portal"], row["url"])):
            yield f"edition: {row['portal']} {row['url']}: {wrong} is not what follows from its texts"
    for row in connection.execute(select(articles).order_by(articles.c.key)).mappings().all():
        if wrong := _different(row, _article(connection, row)):
            yield f"article: {row['key']}: {wrong} is not what follows from its editions"


def _edition(connection: Connection, portal: str, url: str) -> dict[str, Any]:
    here = {"at_portal": portal, "at_url": url}
    seen = [(seen_at, digest) for seen_at, digest in SIGHTINGS.tuples(connection, here)]
    if not seen:
        return {"digest": None}
    [newest] = TEXT.rows(connection, {**here, "at_digest": seen[-1][1]})
    return {**edition_values(newest, seen), "article_key": article_key(portal, newest["article_id"])}


def _article(connection: Connection, row: RowMapping) -> dict[str, Any]:
    values = article_values(connection, EDITIONS_OF.rows(connection, {"at_article_key": row["key"]}))
    if not values["content_key"]:
        return {**values, "duplicate_of": None}
    here = {"at_portal": row["portal"], "at_content_key": values["content_key"]}
    group = GROUP.rows(connection, here)
    original = original_of(group) if group else None
    return {**values, "duplicate_of": None if original == row["key"] else original}


def _different(row: RowMapping, due: dict[str, Any]) -> str:
    return ", ".join(name for name, value in due.items() if row[name] != value)

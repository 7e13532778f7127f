"""The two views that people read: `versions` and `current_articles`. They are made anew whenever the schema changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, MetaData, Table

from kznews.store.columns import Instant, Key
from kznews.store.schema import texts

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

# A version is a run of equal sightings. Numbers are counted, not stored: they cannot have gaps.
_VERSIONS = """
CREATE VIEW versions AS
SELECT s.portal, s.url,
       row_number() OVER (PARTITION BY s.portal, s.url ORDER BY s.seen_at, s.tie) AS number,
       s.seen_at, s.digest, t.title, t.lead, t.body, t.published_at, t.published_offset, t.section, t.authors, t.tags, t.script
FROM (SELECT portal, url, seen_at, tie, digest,
             lag(digest) OVER (PARTITION BY portal, url ORDER BY seen_at, tie) AS before
      FROM sightings) AS s
JOIN texts AS t ON t.portal = s.portal AND t.url = s.url AND t.digest = s.digest
WHERE s.before IS NULL OR s.before <> s.digest
"""

_CURRENT = """
CREATE VIEW current_articles AS
SELECT a.key, a.portal, a.article_id, a.main_url AS url, {texts}, e.versions, a.first_seen, e.last_seen,
       coalesce(s.story_id, a.key) AS story_id,
       CASE WHEN s.story_id <> a.key THEN s.story_id ELSE w.other_key END AS duplicate_of,
       CASE WHEN s.story_id <> a.key THEN 'same' ELSE w.relation END AS relation
FROM articles AS a
JOIN editions AS e ON e.portal = a.portal AND e.url = a.main_url
JOIN texts AS t ON t.portal = e.portal AND t.url = e.url AND t.digest = e.digest
LEFT JOIN story_articles AS s ON s.article_key = a.key
LEFT JOIN relations AS w ON w.article_key = a.key AND w.relation = 'part_of' AND w.other_key = (
    SELECT r.other_key FROM relations AS r WHERE r.article_key = a.key AND r.relation = 'part_of'
    ORDER BY r.score DESC, r.other_key LIMIT 1)
WHERE a.duplicate_of IS NULL
"""

_TEXT_COLUMNS = [column for column in texts.columns if column.name not in {"portal", "url", "article_id", "digest"}]

STORY_COLUMNS = ("story_id", "duplicate_of", "relation")
"""What an article is in a story (docs/duplicates.md)."""

_views = MetaData()

current_articles = Table(
    "current_articles",
    _views,
    Column("key", Key),
    Column("portal", Key),
    Column("article_id", Key),
    Column("url", Key),
    *(Column(column.name, column.type) for column in _TEXT_COLUMNS),
    Column("versions", Integer),
    Column("first_seen", Instant),
    Column("last_seen", Instant),
    *(Column(name, Key) for name in STORY_COLUMNS),
)

versions = Table(
    "versions",
    _views,
    Column("portal", Key),
    Column("url", Key),
    Column("number", Integer),
    Column("seen_at", Instant),
    Column("digest", Key),
)


def create_views(connection: Connection) -> None:
    """Create both views in the caller's transaction, in place of those of an older schema."""
    for name in ("current_articles", "versions"):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
    connection.exec_driver_sql(_VERSIONS)
    connection.exec_driver_sql(_CURRENT.format(texts=", ".join(f"t.{column.name}" for column in _TEXT_COLUMNS)))

"""The tables of the search index: derived, not part of a dump, made by the same statements in a new store and in an old one.

`search` holds the stems of each article, one row an article; its number begins with the minute of publication, so that the
newest come first without sorting. SQLite's FTS5 and PostgreSQL's own full text index it and follow it by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Column, MetaData, Table, Text

from kznews.store.columns import Key

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

search = Table(
    "search",
    MetaData(),
    Column("number", BigInteger, primary_key=True),
    Column("article_key", Key, nullable=False),
    Column("portal", Key, nullable=False),
    Column("source", Key, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# The values of a column that FTS5 is told to forget must be the ones that it was given.
_OLD = (
    "INSERT INTO search_words(search_words, rowid, portal, title, body)"
    " VALUES ('delete', old.number, old.portal, old.title, old.body);"
)
_NEW = "INSERT INTO search_words(rowid, portal, title, body) VALUES (new.number, new.portal, new.title, new.body);"

SEARCH_SQLITE: tuple[str, ...] = (
    (
        "CREATE TABLE search (number INTEGER PRIMARY KEY, article_key TEXT NOT NULL UNIQUE, portal TEXT NOT NULL,"
        " source TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT"
    ),
    (
        "CREATE VIRTUAL TABLE search_words USING fts5(portal, title, body, content='search', content_rowid='number',"
        " tokenize=\"ascii tokenchars '_-.'\")"
    ),
    f"CREATE TRIGGER search_inserted AFTER INSERT ON search BEGIN {_NEW} END",
    f"CREATE TRIGGER search_deleted AFTER DELETE ON search BEGIN {_OLD} END",
    f"CREATE TRIGGER search_updated AFTER UPDATE ON search BEGIN {_OLD} {_NEW} END",
)
SEARCH_POSTGRESQL: tuple[str, ...] = (
    (
        'CREATE TABLE search (number BIGINT PRIMARY KEY, article_key VARCHAR COLLATE "C" NOT NULL UNIQUE,'
        ' portal VARCHAR COLLATE "C" NOT NULL, source VARCHAR COLLATE "C" NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,'
        " words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || body)) STORED)"
    ),
    "CREATE INDEX search_words ON search USING gin (words)",
    "CREATE INDEX search_portal ON search (portal, number)",
)


def create_search(connection: Connection) -> None:
    """Create the tables of the index in the caller's transaction."""
    for statement in SEARCH_SQLITE if connection.dialect.name == "sqlite" else SEARCH_POSTGRESQL:
        connection.exec_driver_sql(statement)

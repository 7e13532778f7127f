"""A plugin of Datasette: questions ask for words as `scrapy search` does, and so find texts in every script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datasette.hookspecs import hookimpl

from kznews.kazakh import fold
from kznews.search import QueryError, read_query
from kznews.store.search import fts5_query

if TYPE_CHECKING:
    import sqlite3


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give a connection `kznews_fold(text)`, and `kznews_words(question)` for MATCH on the table search_words."""
    conn.create_function("kznews_fold", 1, lambda text: fold(text or ""), deterministic=True)
    conn.create_function("kznews_words", 1, _words, deterministic=True)


def _words(question: str | None) -> str:
    """Return what the index is asked; for a question without a word what nothing matches."""
    try:
        return fts5_query(read_query(question or ""))
    except QueryError:
        return '""'

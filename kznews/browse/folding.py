"""A plugin of Datasette: questions fold words as the store's own keys are folded, and so find texts in every script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datasette.hookspecs import hookimpl

from kznews.kazakh import fold

if TYPE_CHECKING:
    import sqlite3


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give a connection the function `kznews_fold(text)`."""
    conn.create_function("kznews_fold", 1, lambda text: fold(text or ""), deterministic=True)

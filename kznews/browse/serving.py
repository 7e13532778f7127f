"""Datasette over a SQLite store: on this machine only, and unable to write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from datasette.app import Datasette
from datasette.plugins import pm

from kznews.browse import folding

HOST: Final = "127.0.0.1"
SETTINGS: Final = {
    "sql_time_limit_ms": 10_000,  # a question over a million articles takes seconds
    "facet_time_limit_ms": 2_000,
    "num_sql_threads": 2,
    "default_page_size": 50,
    "max_returned_rows": 1_000,
    "allow_download": False,  # `scrapy backup` makes a copy that is whole; the file alone lacks what is in its log
}


def metadata(name: str) -> dict[str, Any]:
    """Return what is known of a store's tables, for a database called `name`."""
    told: dict[str, Any] = json.loads(Path(__file__).with_name("metadata.json").read_text(encoding="utf-8"))
    own = {key: told.pop(key) for key in ("tables", "queries")}
    return {**told, "databases": {name: own}}


def showing(path: Path) -> Datasette:
    """Return the Datasette that shows the store in a file, which is opened read only."""
    if not pm.has_plugin("kznews"):
        pm.register(folding, name="kznews")
    return Datasette([str(path)], metadata=metadata(path.stem), settings=SETTINGS)

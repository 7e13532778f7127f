"""The canonical text of a store: two stores hold the same if, and only if, their dumps are equal."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kznews.store.columns import instant_text
from kznews.store.schema import OF_THE_MOMENT, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection


def dump(connection: Connection) -> Iterator[str]:
    """Yield one line of JSON per row, [table, {column: value}], by table and key; equal on every database.

    What follows from the moment of a run, and not from the pages, is left out: runs, hosts, robots, sources, walks.
    """
    for table in sorted(metadata.tables.values(), key=lambda table: table.name):
        if table in OF_THE_MOMENT:
            continue
        query = select(table).order_by(*table.primary_key.columns)
        for row in connection.execute(query, execution_options={"yield_per": 500}).mappings():
            yield json.dumps([table.name, dict(row)], ensure_ascii=False, sort_keys=True, default=_text)


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"no text for {type(value).__name__}")

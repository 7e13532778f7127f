"""Series as files: CSV that is inert in a spreadsheet, and Parquet with exact decimals."""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING, Any, Final

from kznews.exporters.csv import cell, inert

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from kznews.series.points import Point

COLUMNS: Final = (
    "portal", "kind", "key", "side", "nominal", "value", "change", "at", "last_seen", "raw", "page_clock",
    "clock_offset", "flags",
)  # fmt: skip
"""`value` is as shown, for `nominal` units; `at` and `last_seen` are the first and last sighting within an hour."""
DIGITS: Final = 38
"""Of a Parquet decimal that every reader knows."""


def write_csv(points: Sequence[Point], file: IO[bytes]) -> None:
    """Write one row a point: times as ISO 8601 in the portal's zone, flags parted by "; ". Raises OSError."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for point in points:
        row = _row(point)
        row["flags"] = "; ".join(row["flags"])
        row |= {name: None if row[name] is None else format(row[name], "f") for name in ("value", "change")}
        table.writerow([inert(cell(row[name])) for name in COLUMNS])
    text.detach()


def write_parquet(points: Sequence[Point], file: IO[bytes]) -> None:
    """Write one row a point: exact decimals, instants in UTC with the zone beside them, flags as a list.

    Raises OSError, and ValueError for a figure of more digits than a Parquet decimal holds.
    """
    import pyarrow as pa  # noqa: PLC0415 - takes a third of a second, and a table at the terminal needs none of it
    from pyarrow import parquet  # noqa: PLC0415

    rows = [_row(point) | {"zone": str(point.at.tzinfo)} for point in points]
    exact = pa.decimal128(DIGITS, max((_scale(row[name]) for row in rows for name in ("value", "change")), default=0))
    instant = pa.timestamp("us", tz="UTC")
    types = dict.fromkeys((*COLUMNS, "zone"), pa.string())
    types |= {"value": exact, "change": exact, "at": instant, "last_seen": instant, "flags": pa.list_(pa.string())}
    types |= {"nominal": pa.int64(), "clock_offset": pa.int64()}
    try:
        table = pa.Table.from_pylist(rows, schema=pa.schema(list(types.items())))
    except pa.ArrowInvalid as error:
        raise ValueError(f"a figure has more digits than a Parquet decimal holds; CSV has room for it ({error})") from error
    parquet.write_table(table, file, compression="zstd")


WRITERS: Final[dict[str, Callable[[Sequence[Point], IO[bytes]], None]]] = {".csv": write_csv, ".parquet": write_parquet}
"""By the end of the file's name."""


def _row(point: Point) -> dict[str, Any]:
    shown = point.shown
    return {
        "portal": point.portal,
        "kind": "weather" if hasattr(shown, "temperature") else "rate",
        "key": point.key,
        "side": point.side,
        "nominal": getattr(shown, "nominal", 1),
        "value": getattr(shown, "value", point.value),
        "change": getattr(shown, "change", None),
        "at": point.at,
        "last_seen": point.last_seen,
        "raw": shown.raw,
        "page_clock": point.clock.raw,
        "clock_offset": point.clock.offset,
        "flags": list(point.named_flags),
    }


def _scale(value: Decimal | None) -> int:
    exponent = 0 if value is None else value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0

"""A log of one JSON object a line (setting LOG_JSON)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pythonjsonlogger.json import JsonFormatter

from kznews.logs import bounded, one_line

if TYPE_CHECKING:
    import logging

FIELDS = {"time": "asctime", "level": "levelname", "name": "name", "message": "message", "trace": "exc_info"}
"""Field of a JSON line -> what it is of the record; nothing else of a record leaves, whatever a library attaches to it."""


class JsonLines(JsonFormatter):
    """One JSON object a line, with FIELDS alone; times in UTC."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", json_ensure_ascii=False)

    def format(self, record: logging.LogRecord) -> str:
        return super().format(bounded(record))

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Return what is written of a record."""
        found = {name: log_data.get(key) for name, key in FIELDS.items()}
        found["portal"] = getattr(log_data.get("spider"), "name", None)
        return {name: one_line(str(value)) for name, value in found.items() if value not in (None, "")}

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802, ARG002 - logging's
        """Return the time of a record in ISO 8601."""
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")

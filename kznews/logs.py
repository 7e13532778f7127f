"""The log: one event, one line, bounded and without secrets; as text, or as one JSON object each (setting LOG_JSON)."""

from __future__ import annotations

import logging
import re
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.utils.log import TopLevelFormatter

from kznews.logformatter import MAX_FOREIGN, shorten
from kznews.overwriting import check_overwritable

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

MAX_FILE = 20 * 2**20
"""Bytes of a log file before it is set aside ..."""
MAX_FILES = 4
"""... and of how many that were: 100 MB together (reliability rule S5)."""
MAX_LINE = 8_000
"""Letters of a line: a traceback has some 2,000."""
_SECRET = re.compile(r"(?<=//)[^/\s@:]+:[^/\s@]+(?=@)")


def install(settings: BaseSettings) -> None:
    """Put our handler in the place of Scrapy's, before a command begins to log; raises OSError if its file cannot be written."""
    if not settings.getbool("LOG_ENABLED"):
        return
    name = settings.get("LOG_FILE")
    handler: logging.Handler = _file(str(name), settings) if name else logging.StreamHandler(sys.stderr)
    handler.setLevel(settings.get("LOG_LEVEL"))
    if settings.getbool("LOG_SHORT_NAMES"):
        handler.addFilter(TopLevelFormatter(["scrapy"]))
    shown = settings.get("LOG_FORMAT"), settings.get("LOG_DATEFORMAT")
    if settings.getbool("LOG_JSON"):
        from kznews.logjson import JsonLines  # noqa: PLC0415 - most runs do without it

        handler.setFormatter(JsonLines())
    elif name or not sys.stderr.isatty():
        handler.setFormatter(OneLine(*shown))
    else:
        handler.setFormatter(Bounded(*shown))
    logging.root.addHandler(handler)
    logging.root.setLevel(handler.level)
    # Scrapy's own handler would say it once more and, even if it says nothing, have every line made.
    settings.setdict({"LOG_ENABLED": False, "LOG_FILE": None, "LOG_INSTALL_ROOT_HANDLER": False}, "cmdline")


def quieten() -> None:
    """Let Scrapy make no line that is below the level of the log, now that it has set up its own: it has two for every page."""
    logging.getLogger("scrapy").setLevel(logging.NOTSET)


def stream_handlers() -> list[logging.StreamHandler[Any]]:
    """Return the handlers that write to standard error."""
    handlers = [one for one in logging.root.handlers if isinstance(one, logging.StreamHandler)]
    return [one for one in handlers if not isinstance(one, logging.FileHandler)]


def _file(name: str, settings: BaseSettings) -> logging.Handler:
    check_overwritable(Path(name))
    mode = "a" if settings.getbool("LOG_FILE_APPEND") else "w"
    return RotatingFileHandler(name, mode=mode, maxBytes=MAX_FILE, backupCount=MAX_FILES, encoding=settings.get("LOG_ENCODING"))


def bounded(record: logging.LogRecord) -> logging.LogRecord:
    """Return the record with every text that came from outside on one line, of MAX_FOREIGN letters at most."""
    copy = logging.makeLogRecord(record.__dict__)
    arguments: Any = record.args
    if isinstance(arguments, dict):
        copy.args = {name: _plain(value) for name, value in arguments.items()}
    elif arguments:
        copy.args = tuple(map(_plain, arguments))
    return copy


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else str(value)
    return shorten(text) if len(text) > MAX_FOREIGN or not text.isprintable() else text


def one_line(text: str) -> str:
    r"""Return a text as one printable line without passwords; line breaks are shown as \n.

    >>> one_line("a\n\x1b[31mb https://me:secret@q.kz/")
    'a\\n [31mb https://***@q.kz/'
    """
    line = "".join("\\n" if letter == "\n" else letter if letter.isprintable() else " " for letter in text)
    return _SECRET.sub("***", line if len(line) <= MAX_LINE else line[: MAX_LINE - 1] + "…")


class Bounded(logging.Formatter):
    """Text for a terminal, where a traceback has its lines."""

    def format(self, record: logging.LogRecord) -> str:
        return _SECRET.sub("***", super().format(bounded(record)))


class OneLine(logging.Formatter):
    """Text, a traceback included, on one line."""

    def format(self, record: logging.LogRecord) -> str:
        return one_line(super().format(bounded(record)))

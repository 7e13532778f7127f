"""Log lines: one event, one line, and no article texts in the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Response
    from scrapy.logformatter import LogFormatterResult
    from twisted.python.failure import Failure

MAX_FOREIGN = 500
"""Characters of any text from outside that one line may hold (reliability rule S5)."""


def shorten(text: object) -> str:
    r"""Return a foreign text as one printable line of at most MAX_FOREIGN characters.

    >>> shorten("a\nb\x1b[31m")
    'a b [31m'
    """
    line = " ".join("".join(character if character.isprintable() else " " for character in str(text)).split())
    return line if len(line) <= MAX_FOREIGN else line[: MAX_FOREIGN - 1] + "…"


class LineFormatter(LogFormatter):
    """Scrapy's messages without items in them."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        return _line(
            logging.DEBUG, "article %(url)s %(title)s", url=getattr(item, "url", response), title=getattr(item, "title", "")
        )

    def dropped(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        return _line(logging.INFO, "%(url)s %(why)s", url=getattr(item, "url", response), why=exception)

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        return _line(
            logging.ERROR, "%(url)s failed in a pipeline: %(why)s", url=getattr(item, "url", response), why=repr(exception)
        )


def _line(level: int, message: str, **values: object) -> LogFormatterResult:
    return {"level": level, "msg": message, "args": {name: shorten(value) for name, value in values.items()}}

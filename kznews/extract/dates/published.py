"""A publication time, where things stand on the page, and what dates are read against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from kznews.extract.block import Block
    from kznews.extract.sources.found import Found

AHEAD = timedelta(hours=24)
"""A publication further ahead of the fetch than this is implausible (reliability rule T5)."""
OPENING = 2
"""Pieces of the text that may stand before an article's date: a lead and a first paragraph. Cards stand behind more."""
URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication time: aware, in the portal's zone; what was shown; how much of it was said; where it was read."""

    value: datetime | None
    raw: str
    precision: str
    basis: str
    block: Block | None = None
    """The block that shows it, so that section and author beside it can be read."""
    behind: bool = False
    """Whether it stands behind the text or amid it, where cards of other articles show theirs."""
    clock: bool = False
    """Whether it names the day of the fetch above the article's box, as mastheads do."""
    instant: bool = False
    """Whether an engine states it that prints +00:00 for UTC alone."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand on the page: all blocks, the headline and its index (or -1), the indices of lead and body."""

    blocks: list[Block]
    title: str
    title_at: int
    text: frozenset[int]
    box: tuple[int, int] = (0, 0)
    """The range of blocks of the smallest box that holds headline and text; (0, 0) if that is the page."""

    @property
    def opening(self) -> int:
        """The index of the last piece of the text's opening."""
        return next(islice(sorted(self.text), OPENING - 1, None), max(self.text, default=len(self.blocks)))

    @property
    def amid(self) -> int:
        """The index of the block behind which all stands amid the text or after it, where cards of other articles are."""
        return next(islice(sorted(self.text), OPENING, None), max(self.text, default=len(self.blocks)))


@dataclass(frozen=True, slots=True)
class Moment:
    """What dates are read against: the fetch, the portal's zone, its first day, the page's address."""

    now: datetime
    zone: str
    earliest: datetime
    url: str
    evidence: Found | None = None
    """What the source that named the page says of it."""

    @property
    def url_year(self) -> int | None:
        """The year that the address names, if it names one as a date."""
        return _year_in(self.url)


@lru_cache(maxsize=64)  # asked for every line that may be a date
def _year_in(url: str) -> int | None:
    path = urlsplit(url).path
    match = URL_DATE.search(path) or _URL_YEAR.search(path)
    return int(match[1]) if match else None


def checked(found: Published, moment: Moment) -> Published:
    """Return a date without its value, and a word about that, where it is before the portal or after tomorrow."""
    if found.value is None or moment.earliest <= found.value <= moment.now + AHEAD:
        return found
    return Published(None, found.raw, found.precision, f"{found.basis}; implausible", found.block)

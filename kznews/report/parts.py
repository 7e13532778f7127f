"""What the page is made of: sections with charts and tables, in words of three languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from kznews.report.words import Words
from kznews.store.localday import ZONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

MOST_TABLE_ROWS: Final = 500
"""Rows of one table: a browser shows so many at once; the store has the others."""


@dataclass(frozen=True)
class Link:
    """Text that leads to an address, if that is one of the web; other schemes (javascript:, data:) stay text."""

    text: str
    url: str

    @property
    def leads(self) -> bool:
        """Whether the address may be followed."""
        try:
            parts = urlsplit(self.url)
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname)


Cell = str | int | float | Words | Link | datetime | None


@dataclass(frozen=True)
class Table:
    """Rows under heads; what is a number stands to the right."""

    caption: Words
    heads: Sequence[Words]
    rows: Sequence[Sequence[Cell]]
    is_open: bool = False
    """Shown at once; other tables are folded up beneath their chart."""

    @property
    def shown(self) -> Sequence[Sequence[Cell]]:
        """The rows on the page."""
        return self.rows[:MOST_TABLE_ROWS]


@dataclass(frozen=True)
class Drawing:
    """A chart with its name."""

    markup: Markup
    name: Words | None = None


@dataclass(frozen=True)
class Section:
    """One question and its answer."""

    key: str
    heading: Words
    text: Words
    drawings: Sequence[Drawing] = ()
    tables: Sequence[Table] = ()
    legend: Sequence[tuple[str, Words]] = ()
    """Colours (names of classes in the style) and what they stand for."""
    nothing: Words | None = None
    """What is said where there is no data, if that is good news."""
    grid: bool = False
    """Whether the drawings are small and stand side by side."""

    @property
    def has_nothing(self) -> bool:
        """Whether the store has no answer yet."""
        return not self.drawings and not any(table.rows for table in self.tables)


def local(at: datetime) -> str:
    """Return an instant as Kazakhstan's clocks show it: "2026-03-16 19:05"."""
    return f"{at.astimezone(ZONE):%Y-%m-%d %H:%M}"

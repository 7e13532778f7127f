"""What a report tells, read from the store once: numbers by portal and column, ready to be drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from heapq import nsmallest
from statistics import quantiles
from typing import TYPE_CHECKING, Any, Final

from kznews.store import overview
from kznews.store.overview import Span
from kznews.store.syndication import iter_stories, repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from kznews.report.judging import Flags
    from kznews.report.window import Window
    from kznews.store import Health
    from kznews.store.overview import Figure
    from kznews.store.syndication import Repeated, Story

MOST_STORIES: Final = 30
"""Stories that are told: so many can be read."""
Cells = dict[tuple[str, str], int]
"""Numbers by (portal, column)."""


@dataclass(frozen=True)
class Delay:
    """How many seconds after publication a portal's articles were fetched: a tenth before `low`, a tenth after `high`."""

    portal: str
    articles: int
    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Coverage:
    """How many articles showed each field, by portal and column of the fetch."""

    articles: Cells
    fields: dict[str, Cells]

    def share(self, name: str, portal: str, column: str) -> float | None:
        """Return the share of articles that show a field, 0 to 1; None where there is no article."""
        there = self.articles.get((portal, column), 0)
        return self.fields[name].get((portal, column), 0) / there if there else None

    def whole(self, name: str, portal: str) -> float | None:
        """Return the share over all columns."""
        there = sum(count for (of, _), count in self.articles.items() if of == portal)
        return sum(count for (of, _), count in self.fields[name].items() if of == portal) / there if there else None


@dataclass(frozen=True)
class Facts:
    """Everything on the page."""

    made_at: datetime
    window: Window
    long: Window | None
    """The whole time, if that is more than the window."""
    newest: datetime | None
    """The newest fetch."""
    totals: dict[str, int]
    published: Cells
    published_long: Cells
    delays: list[Delay]
    early: int
    """Articles that were fetched before the time that they name as their publication."""
    coverage: Coverage
    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    """Pages by portal: outcomes, for refusals the reason."""
    runs: list[dict[str, Any]] = field(default_factory=list)
    portals: dict[str, tuple[int, datetime | None, datetime]] = field(default_factory=dict)
    rates: list[Figure] = field(default_factory=list)
    weather: list[Figure] = field(default_factory=list)
    observations: int = 0
    """How many figures of an hour the window has."""
    flags: Flags = field(default_factory=dict)
    """What speaks against the figures of `rates` and `weather`."""
    stories: list[Story] = field(default_factory=list)
    """Those that several portals tell, the largest first, at most MOST_STORIES."""
    repeated: list[Repeated] = field(default_factory=list)
    health: list[Health] = field(default_factory=list)
    """What was measured of the runs since the window began, the newest first."""


def gather(
    connection: Connection, window: Window, long: Window | None, *, made_at: datetime, newest: datetime | None = None
) -> Facts:
    """Return what the store says of a window; `newest` is its newest fetch."""
    span = window.span
    delays, early = _delays(overview.delays(connection, span))
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for portal, outcome, reason, count in overview.outcomes_within(connection, span):
        outcomes[portal][reason or outcome] += count
    shown = list(overview.figures_by_day(connection, "rate", span))
    fixed = overview.official_by_day(connection, {figure.key for figure in shown}, span)
    return Facts(
        made_at=made_at,
        window=window,
        long=long,
        newest=newest,
        totals=overview.totals(connection),
        published=_cells(window, overview.published_by_day(connection, window.wide)),
        published_long=_cells(long, overview.published_by_day(connection, long.wide)) if long else {},
        delays=delays,
        early=early,
        coverage=_coverage(connection, window),
        outcomes=dict(outcomes),
        runs=overview.last_runs(connection),
        portals=overview.newest_of_portals(connection),
        observations=overview.count_observations(connection, span),
        rates=[*shown, *fixed],
        weather=list(overview.figures_by_day(connection, "weather", span)),
        stories=_largest(iter_stories(connection, since=span.since, until=span.until, portals=2)),
        repeated=repeated(connection, since=span.since, until=span.until),
        health=overview.health_within(connection, Span(span.since))  # pages may be older than the run that read them,
    )


def _largest(stories: Iterator[Story]) -> list[Story]:
    return nsmallest(MOST_STORIES, stories, key=lambda story: (-len(story.portals), -len(story.told), story.story_id))


def _cells(window: Window, rows: Iterable[tuple[str, str, int]]) -> Cells:
    cells: Counter[tuple[str, str]] = Counter()
    for portal, day, count in rows:
        if column := window.column_of(day):
            cells[portal, column] += count
    return dict(cells)


def _delays(rows: Iterator[tuple[str, float]]) -> tuple[list[Delay], int]:
    found: dict[str, list[float]] = defaultdict(list)
    early = 0
    for portal, seconds in rows:
        if seconds < 0:
            early += 1
        else:
            found[portal].append(seconds)
    return [Delay(portal, len(values), *_spread(values)) for portal, values in sorted(found.items())], early


def _spread(values: list[float]) -> tuple[float, float, float]:
    """Return the first tenth, the median and the last tenth."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    tenths = quantiles(values, n=10, method="inclusive")
    return tenths[0], tenths[4], tenths[8]


def _coverage(connection: Connection, window: Window) -> Coverage:
    articles: Counter[tuple[str, str]] = Counter()
    fields: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in overview.COVERED}
    for row in overview.coverage_by_day(connection, window.span):
        if column := window.column_of(row["day"]):
            articles[row["portal"], column] += row["articles"]
            for name, cells in fields.items():
                cells[row["portal"], column] += row[name]
    return Coverage(dict(articles), {name: dict(cells) for name, cells in fields.items()})

"""What speaks against the figures that portals showed: the flags of their series, by day (docs/observations.md)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kznews.series.query import points_of_all
from kznews.store.localday import local_date

if TYPE_CHECKING:
    from collections.abc import Collection

    from kznews.store import Store
    from kznews.store.overview import Figure, Span

MOST_JUDGED: Final = 200_000
"""Figures of a window that are judged, a kilobyte each: two months of 40 portals. Larger windows are shown without flags."""
Flags = dict[tuple[str, str, str, str], tuple[str, ...]]
"""Names of flags by portal, key, side and day."""


def flags_of(store: Store, kind: str, keys: Collection[str], span: Span) -> Flags:
    """Return the flags of the figures of some keys; `kind` is "rate" or "weather"."""
    found: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for point in points_of_all(store, kind, keys, since=span.since, until=span.until):
        if point.flags:
            found[point.portal, point.key, point.side, local_date(point.at).isoformat()] |= set(point.named_flags)
    return {place: tuple(sorted(names)) for place, names in found.items()}


def place_of(figure: Figure) -> tuple[str, str, str, str]:
    """Return the key of a figure in Flags."""
    return figure.portal, figure.key, figure.side, figure.day

"""What a source page gives: addresses with what the source says of them, further sources, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kznews.items import OfficialRate
    from kznews.outcomes import Reason
    from kznews.sourcekinds import Source


@dataclass(frozen=True, slots=True)
class Found:
    """One address with what its source says of it; the source's word is evidence, never an article's field by itself.

    Datetimes are aware; a date without a time is midnight, in the portal's zone where it names none.
    """

    url: str
    modified: datetime | None = None
    """When it changed last, by `lastmod` or `updated`: no evidence of publication."""
    published: datetime | None = None
    """When it was published, by `pubDate`, `published`, a news sitemap's `publication_date` or an API's own key."""
    title: str = ""
    basis: str = ""
    """The kind of source that says so: "feed", "sitemap", "api"; "" where it says nothing but the address."""


@dataclass(frozen=True, slots=True)
class Child:
    """A source that another one names: a sitemap of an index, a section of a tree."""

    source: Source
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a source page gives, in its order, each address once."""

    found: tuple[Found, ...] = ()
    children: tuple[Child, ...] = ()
    rejected: tuple[tuple[Reason, str], ...] = ()
    """Addresses that cannot be taken, shortened, each with its reason; those of other hosts only where a source should name
    none."""
    notes: tuple[str, ...] = ()
    """One line each on what was left out, e.g. "only the first 50000 addresses were read"."""
    rates: tuple[OfficialRate, ...] = ()
    """Official exchange rates, where the source gives those."""


def each_once(found: list[Found]) -> tuple[Found, ...]:
    """Return one Found for each address, in order of the first; what one of its mentions says is not lost."""
    kept: dict[str, Found] = {}
    for item in found:
        first = kept.get(item.url)
        kept[item.url] = item if first is None else _joined(first, item)
    return tuple(kept.values())


def _joined(first: Found, other: Found) -> Found:
    return replace(
        first,
        modified=first.modified or other.modified,
        published=first.published or other.published,
        title=first.title or other.title,
        basis=first.basis or other.basis,
    )

"""The items: Article, ExchangeRate, Weather; OfficialRate and PageClock, which go into the store alone.

Typed dataclasses that itemadapter and every Scrapy exporter handle. A value that was read stands beside the raw text it
was read from; figures are Decimal; a datetime without a zone cannot be set.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple


class _AwareOnly:
    """Refuses naive datetimes in any field, at construction and later."""

    def __setattr__(self, name: str, value: Any) -> None:
        if isinstance(value, datetime) and value.utcoffset() is None:
            message = f"{type(self).__name__}.{name}: a datetime without a zone: {value.isoformat()}"
            raise ValueError(message)
        object.__setattr__(self, name, value)  # super() costs a third more, thirty times an article


@dataclass(kw_only=True)
class ExchangeRate(_AwareOnly):
    """A rate shown by a portal at a fetch, of unknown age; never a property of the article."""

    currency: str
    """ISO 4217 code, e.g. "USD"."""
    value: Decimal
    """Tenge for `nominal` units of the currency, exactly as shown."""
    nominal: int = 1
    """Units that `value` pays for: 1, 10, 100 or 1000."""
    side: str = "official"
    """"official" (one figure), "buy" or "sell"."""
    change: Decimal | None = None
    """The change that the page shows beside the rate, in tenge, where it shows one as a figure."""
    raw: str = ""
    """The text it was read from, e.g. "USD 468.56"."""


@dataclass(kw_only=True)
class Weather(_AwareOnly):
    """A temperature shown by a portal at a fetch; never a property of the article."""

    city: str | None = None
    """The city as shown, e.g. "Алматы"."""
    city_key: str | None = None
    """Key of kznews.kazakh.cities, e.g. "almaty"."""
    temperature: Decimal | None = None
    """Degrees Celsius, exactly as shown."""
    raw: str = ""
    """The text the temperature was read from, e.g. "+35°"."""


@dataclass(frozen=True, kw_only=True)
class OfficialRate:
    """A rate that a bank has fixed for a day: what the rates of portals are compared with."""

    day: date
    """The day for which it holds, in the bank's zone."""
    currency: str
    """ISO 4217 code, e.g. "USD"."""
    value: Decimal
    """Tenge for `nominal` units of the currency, exactly as published."""
    nominal: int = 1
    """Units that `value` pays for: 1, 10, 100 or 1000."""
    change: Decimal | None = None
    """The change since the bank's rate before, in tenge for `nominal` units, where it is published."""


class PageClock(NamedTuple):
    """The clock in a page's masthead beside the server's own."""

    raw: str
    """As shown, e.g. "24 Сәуір, 19:46:32"; "" where the page shows none."""
    offset: int | None = None
    """Seconds by which it is ahead of the response's Date (whole days for a clock that shows no time); None if unknown."""


NO_CLOCK = PageClock("")


@dataclass(kw_only=True)
class Article(_AwareOnly):
    """One article, whatever its addresses and scripts (docs/article.md)."""

    portal: str | None = None
    """Name of the portal file, e.g. "qamshy"."""
    article_id: str | None = None
    """The portal's own id for the work, equal in all its scripts; the address's path (and query) where it has none."""
    url: str | None = None
    """Canonical address of the page that was read."""
    title: str | None = None
    """Headline, once, without the portal's suffix."""
    lead: str | None = None
    """Opening summary set apart from the body; None where the portal sets none apart."""
    body: list[str] = field(default_factory=list)
    """Paragraphs in order, without lead, boilerplate, captions, inserted links; each row of a table is one ("Алматы | 4 | 2")."""
    section: str | None = None
    """Section as shown, e.g. "Аймақтар"."""
    authors: list[str] = field(default_factory=list)
    """Names as shown, in order; a signature with initials or capitals as the page has the name elsewhere."""
    tags: list[str] = field(default_factory=list)
    """Tags as shown, in order."""
    image_url: str | None = None
    """Absolute address of the main image."""
    source_name: str | None = None
    """The outlet that the text itself names as its source, where it names one."""
    dateline: str | None = None
    """Agency dateline cut from the first paragraph, e.g. "АСТАНА. KAZINFORM"."""
    published_at: datetime | None = None
    """Publication time, aware, in the portal's zone; None rather than guessed."""
    published_raw: str | None = None
    """The text it was read from."""
    published_precision: str | None = None
    """"second", "minute", "hour", "day" or "coarse": how much of `published_at` was really said."""
    published_basis: str | None = None
    """Where it was read and what was added, e.g. "layout", "jsonld", "text; year from url"; "feed", "sitemap" or "api" where
    only the source of the address says it."""
    modified_at: datetime | None = None
    """Last change as the portal states it, aware."""
    views: int | None = None
    """Views as shown at the fetch."""
    comments: int | None = None
    """Number of comments as shown at the fetch."""
    language: str | None = None
    """BCP 47 code of the text's language ("kk", "ru", "und"), judged from the text alone."""
    script: str | None = None
    """ISO 15924 code of the text's script: "Cyrl", "Latn", "Arab"."""
    weather: Weather | None = None
    """The first temperature in the page's header; describes `fetched_at`."""
    exchange_rates: list[ExchangeRate] = field(default_factory=list)
    """The rates in the page's header; they describe `fetched_at`."""
    page_clock_raw: str | None = None
    """The masthead's clock as shown; never used as a date."""
    fetched_at: datetime | None = None
    """When the page was fetched, aware, UTC; in a replay, when it was captured."""
    layout: str | None = None
    """The layout whose selectors applied, or "general"."""
    story_id: str | None = None
    """Key ("portal:article_id") of the article that told the story first; its own key, if it did or nobody else tells it."""
    duplicate_of: str | None = None
    """Key of the earlier article that this one repeats, or of the longer one that it is a part of (docs/duplicates.md)."""
    relation: str | None = None
    """What it is to `duplicate_of`: "same" or "part_of"."""


class Change(StrEnum):
    """What has become of a work since a run, in a feed of what came later."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    """It is no work of its own any more: a duplicate of another one, or its address turned out to be another's."""


@dataclass(kw_only=True)
class StoredArticle(Article):
    """An article as the store holds it, with what only the store knows (docs/feeds.md)."""

    versions: int | None = None
    """How many versions of its text the store has."""
    first_seen: datetime | None = None
    """When the store first had it, in any of its scripts; aware, UTC."""
    change: Change | None = None
    """What has become of it since a run, in a feed of what came later; None in a whole feed."""

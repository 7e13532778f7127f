"""What goes into the store for one page, and what the store answers: plain values, no SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kznews.clock import aware_utc
from kznews.items import NO_CLOCK, Article, ExchangeRate, OfficialRate, PageClock, Weather
from kznews.outcomes import Outcome, PageState, Reason, state_after

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from kznews.stories import Sketch

Observed = ExchangeRate | Weather | OfficialRate

UNFETCHED = frozenset(
    {
        Reason.NOT_SAVED,
        Reason.ROBOTS,
        Reason.ROBOTS_UNREACHABLE,
        Reason.LEFT_ALONE,
        Reason.OFF_SITE,
        Reason.PRIVATE_ADDRESS,
    },
)
"""Refusals before any fetch. They carry no time: which page happened to lead there first must not show in the store."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """What a source says of an address; datetimes are aware. It is evidence, no field of an article."""

    url: str
    """Canonical address."""
    published: datetime | None = None
    modified: datetime | None = None
    title: str = ""
    basis: str = ""
    """The kind of source that says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceNote:
    """How far the reading of a source has come with a page of it."""

    url: str
    """Canonical address of the source's first page, by which it is known."""
    first: bool = True
    """Whether this is its first page."""
    brought_new: bool = False
    """Whether the page named an address that the portal's pages did not have."""
    span: str = ""
    """The days that a back-fill collects, "2018-01-01/2018-12-31"; "" for the news of a daily run."""
    next_page: int | None = None
    """Number of the page that is to be read next; None when the walk is over."""
    day: date | None = None
    """The day whose archive has been read to its end with this page."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a server sent for a page, as far as it is needed to read the page again."""

    address: str
    """The address that answered, as it was asked."""
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    """After transfer and content codings are undone."""
    place: tuple[str, int] | None = None
    """File and byte of the record of an archive that holds it; the store then keeps no copy of the body."""


@dataclass(frozen=True, kw_only=True)
class RawPage(Answer):
    """A kept page: an answer, and what it was the answer to."""

    portal: str
    url: str
    """Canonical address, the key of the page."""
    fetched_at: datetime
    """Aware, in UTC."""
    status: int | None


@dataclass(frozen=True, kw_only=True)
class PageRecord:
    """Everything that one page gave, written in one transaction.

    Either `article` is given, and the store finds out whether it is new, or `outcome` says what became of the page:
    LISTED, UNCHANGED (a 304 answer), DUPLICATE, or REFUSED with a `reason`. Raises ValueError for anything else.
    """

    portal: str
    url: str
    """Canonical address: with the portal, the key of the page."""
    fetched_at: datetime
    """When the page was fetched, aware; in a replay, when it was captured."""
    outcome: Outcome | None = None
    reason: Reason | None = None
    detail: str = ""
    """One line for people. It must follow from the page alone, not from what was crawled before it."""
    article: Article | None = None
    content_key: str = ""
    """Digest over the skeleton of title and body; equal keys in one portal are one article. "" compares with nothing."""
    sketch: Sketch | None = field(default=None, repr=False)
    """What the article is compared with others by, where that is known already; the store makes it otherwise."""
    observations: tuple[Observed, ...] = ()
    clock: PageClock = NO_CLOCK
    """The page's own clock."""
    links: tuple[str | Named, ...] = ()
    """Canonical addresses found on the page, the newest first, to be written as pending pages."""
    backfill: bool = False
    """Whether the page was read for a back-fill: its links then wait for back-fills, unless a daily run finds them too."""
    number: int = 1
    """Which page of a listing it is."""
    source: SourceNote | None = None
    """Given for a source page of a run on the network."""
    aliases: tuple[str, ...] = ()
    """Addresses that redirected to `url`."""
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    answer: Answer | None = None
    """What the page was read from, if that is to be kept."""
    depth: int | None = None
    """0 for a source; `links` are one deeper. None where nothing is known of the way to the page."""
    run: str = ""
    """Id of the run that read the page, "" outside any."""

    def __post_init__(self) -> None:
        aware_utc(self.fetched_at)
        if not self.portal or not self.url:
            raise ValueError(f"a page needs its portal and its address: {self.portal!r}, {self.url!r}")
        if self.article is not None:
            self._check_article(self.article)
        elif self.outcome in (None, Outcome.STORED, Outcome.UPDATED):
            raise ValueError(f"{self.url}: outcome {self.outcome} without an article")
        if (self.outcome is Outcome.REFUSED) != (self.reason is not None):
            raise ValueError(f"{self.url}: a refusal, and only a refusal, has a reason")

    def _check_article(self, article: Article) -> None:
        if self.outcome is not None:
            raise ValueError(f"{self.url}: with an article, the store decides the outcome")
        if not article.article_id:
            raise ValueError(f"{self.url}: an article without article_id")
        if article.portal != self.portal or article.url != self.url:
            raise ValueError(f"{self.url}: the article says {article.portal!r}, {article.url!r}")

    @property
    def state(self) -> PageState:
        """Where the page stands after this record alone."""
        return state_after(self.outcome, self.reason) if self.outcome else PageState.DONE


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of a page when its record was written."""

    outcome: Outcome
    reason: Reason | None = None
    article_key: str | None = None
    """ "portal:article_id" of the article that the page belongs to; of the original, where the content is a duplicate."""
    version: int | None = None
    """Number of the version, among those of this address, that holds the text of this record."""
    story: Mapping[str, str | None] = field(default_factory=dict)
    """`story_id`, `duplicate_of` and `relation` of an Article, as the store knows them now."""


@dataclass(frozen=True, kw_only=True)
class PendingPage:
    """An address that waits for a fetch."""

    portal: str
    url: str
    first_seen: datetime | None
    found_on: str | None
    reason: Reason | None
    """Why the last attempt left it pending; None if there was none."""
    etag: str | None = None
    last_modified: str | None = None
    depth: int | None = None
    attempts: int = 0
    """How many fetches failed so far."""
    next_due: datetime | None = None
    """When it is to be tried again; None for at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DuePage:
    """A page that is to be fetched now: one that waits, or a known article that is to be looked at again."""

    url: str
    named: Named
    """What sources said of it."""
    etag: str | None = None
    last_modified: str | None = None
    """Validators of the copy that we have; None where the page is to be fetched in full."""
    known: bool = False
    """Whether it is an article that we have."""


@dataclass(frozen=True, kw_only=True)
class StoredVersion:
    """One version of an article's text under one address."""

    number: int
    seen_at: datetime
    article: Article = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One figure of a portal's widgets in one hour (docs/store.md)."""

    portal: str
    kind: str
    """"rate" or "weather"."""
    key: str
    """ISO 4217 code, or city key (city as shown where it has no key)."""
    hour: datetime
    value: ExchangeRate | Weather
    first_seen: datetime
    last_seen: datetime
    clock: PageClock = NO_CLOCK
    """The page's own clock at `first_seen`."""


@dataclass(frozen=True, kw_only=True)
class Health:
    """What was measured of a run (docs/health.md)."""

    run: str
    portal: str
    kind: str
    """"daily", "backfill" or "replay": runs are compared with those of their kind."""
    measured_at: datetime
    figures: Mapping[str, Any]
    alarms: list[dict[str, str]]
    accepted_at: datetime | None = None
    """When somebody said that what these figures show is how the portal is from now on."""

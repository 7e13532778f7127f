"""The tables of the store (docs/store.md).

All keys are natural: what a store holds follows from the pages alone, never from the order in which they came.
Tables marked "derived" are recomputed from the others in the same transaction; they exist to be read fast.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from kznews.store.columns import Count, Exact, Instant, Json, Key

SCHEMA_VERSION = 4
"""Of what this file says; an older store is brought up to date when it is opened (migrations.py)."""
APPLICATION = "kznews"
APPLICATION_ID = 0x6B7A6E77
"""SQLite's mark for the owner of a file: "kznw"."""

NO_CHECKSUM = "no_checksum"
"""Mark, in `Table.info`, of an index in the form of a table: `scrapy verify` compares it with what it is an index of."""

metadata = MetaData()
_PENDING: Any = {"sqlite_where": text("state = 'pending'"), "postgresql_where": text("state = 'pending'")}

meta = Table(
    "meta",
    metadata,
    Column("key", Key, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

articles = Table(  # derived: one row per work
    "articles",
    metadata,
    Column("key", Key, primary_key=True),
    Column("portal", Key, nullable=False),
    Column("article_id", Key, nullable=False),
    Column("main_url", Key, nullable=False),
    Column("first_seen", Instant, nullable=False),
    Column("published_at", Instant),
    Column("content_key", Key, nullable=False, server_default=""),
    Column("duplicate_of", Key, ForeignKey("articles.key")),
    UniqueConstraint("portal", "article_id"),
    CheckConstraint("key = portal || ':' || article_id", name="key_is_natural"),
    CheckConstraint("duplicate_of <> key", name="not_its_own_duplicate"),
    Index("articles_content", "portal", "content_key"),
    Index("articles_published", "portal", "published_at", "key"),
    Index("articles_duplicates", "duplicate_of", sqlite_where=text("duplicate_of IS NOT NULL")),
    sqlite_strict=True,
)

pages = Table(  # one row per address that a portal's crawl has met; also the frontier
    "pages",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("state", Key, nullable=False),
    Column("outcome", Key),
    Column("reason", Key),
    Column("detail", Text, nullable=False, server_default=""),
    Column("redirects_to", Key),
    Column("article_key", Key, ForeignKey("articles.key")),
    Column("first_seen", Instant),
    Column("found_on", Key),
    Column("fetched_at", Instant),
    Column("status", Integer),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("depth", Integer),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("next_due", Instant),
    Column("news_at", Instant),
    Column("place", Integer, nullable=False, server_default=text("0")),
    Column("named_published", Instant),
    Column("named_modified", Instant),
    Column("named_title", Text, nullable=False, server_default=""),
    Column("named_basis", Key, nullable=False, server_default=""),
    Column("backfill", Integer, nullable=False, server_default=text("0")),
    Column("looks", Integer, nullable=False, server_default=text("0")),
    Column("next_look", Instant),
    CheckConstraint("next_due IS NULL OR state = 'pending'", name="only_pending_is_due"),
    CheckConstraint("state IN ('pending', 'done', 'refused', 'gone')", name="known_state"),
    CheckConstraint(
        "outcome IN ('stored', 'updated', 'unchanged', 'duplicate', 'listed', 'refused')",
        name="known_outcome",
    ),
    CheckConstraint("(reason IS NOT NULL) = (outcome IS NOT NULL AND outcome = 'refused')", name="refused_with_reason"),
    CheckConstraint("outcome IS NOT NULL OR state = 'pending'", name="silence_is_pending"),
    CheckConstraint("(outcome IS NOT NULL AND outcome <> 'refused') = (state = 'done')", name="done_is_not_refused"),
    Index(
        "pages_pending",
        "portal",
        "url",
        "next_due",  # so that a million pages that are not due are passed over without a look at their rows
        **_PENDING,
    ),
    Index("pages_newest", "portal", "backfill", "news_at", "place", "url", "next_due", **_PENDING),
    Index("pages_oldest", "portal", "backfill", "first_seen", "url", "next_due", **_PENDING),
    Index(
        "pages_looks",
        "portal",
        "next_look",
        "url",
        sqlite_where=text("next_look IS NOT NULL"),
        postgresql_where=text("next_look IS NOT NULL"),
    ),
    Index("pages_redirects", "portal", "redirects_to", sqlite_where=text("redirects_to IS NOT NULL")),
    Index("pages_article", "article_key"),
    Index("pages_outcome", "portal", "outcome", "reason"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

failures = Table(  # one row per fetch that failed and said nothing about the page
    "failures",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("tried_at", Instant, primary_key=True),
    Column("reason", Key, primary_key=True),
    ForeignKeyConstraint(["portal", "url"], ["pages.portal", "pages.url"]),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

texts = Table(  # one row per text that an address has ever shown, as it was first read
    "texts",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("digest", Key, primary_key=True),
    Column("article_id", Key, nullable=False),
    Column("read_at", Instant, nullable=False),
    Column("content_key", Key, nullable=False),
    Column("title", Text),
    Column("lead", Text),
    Column("body", Json, nullable=False),
    Column("section", Text),
    Column("authors", Json, nullable=False),
    Column("tags", Json, nullable=False),
    Column("image_url", Text),
    Column("source_name", Text),
    Column("dateline", Text),
    Column("published_at", Instant),
    Column("published_offset", Integer),
    Column("published_raw", Text),
    Column("published_precision", Text),
    Column("published_basis", Text),
    Column("modified_at", Instant),
    Column("modified_offset", Integer),
    Column("views", Count),
    Column("comments", Count),
    Column("language", Key),
    Column("script", Key),
    Column("weather", Json),
    Column("exchange_rates", Json, nullable=False),
    Column("page_clock_raw", Text),
    Column("layout", Text),
    ForeignKeyConstraint(["portal", "url"], ["pages.portal", "pages.url"]),
    CheckConstraint("length(digest) = 64", name="sha256"),
    CheckConstraint("(published_at IS NULL) = (published_offset IS NULL)", name="published_with_offset"),
    CheckConstraint("(modified_at IS NULL) = (modified_offset IS NULL)", name="modified_with_offset"),
    sqlite_strict=True,
)

sightings = Table(  # at which times an address showed which text; the versions follow from it
    "sightings",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("seen_at", Instant, primary_key=True),
    Column("tie", Integer, primary_key=True, autoincrement=False),
    Column("digest", Key, nullable=False),
    UniqueConstraint("portal", "url", "seen_at", "digest"),
    ForeignKeyConstraint(["portal", "url", "digest"], ["texts.portal", "texts.url", "texts.digest"]),
    CheckConstraint("tie >= 0", name="tie_counts"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

editions = Table(  # derived: one row per address of an article, with its newest text
    "editions",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("article_key", Key, ForeignKey("articles.key"), nullable=False),
    Column("script", Key),
    Column("digest", Key, nullable=False),
    Column("versions", Integer, nullable=False),
    Column("first_seen", Instant, nullable=False),
    Column("last_seen", Instant, nullable=False),
    ForeignKeyConstraint(["portal", "url"], ["pages.portal", "pages.url"]),
    ForeignKeyConstraint(["portal", "url", "digest"], ["texts.portal", "texts.url", "texts.digest"]),
    CheckConstraint("versions >= 1", name="has_a_text"),
    Index("editions_article", "article_key"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

observations = Table(  # one row per figure, portal and hour
    "observations",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("kind", Key, primary_key=True),
    Column("key", Key, primary_key=True),
    Column("side", Key, primary_key=True),
    Column("nominal", Count, primary_key=True, autoincrement=False),
    Column("hour", Instant, primary_key=True),
    Column("value", Exact, primary_key=True),
    Column("first_seen", Instant, nullable=False),
    Column("last_seen", Instant, nullable=False),
    Column("shown", Key, nullable=False),
    Column("change", Key, nullable=False),
    Column("raw", Key, nullable=False),
    Column("page_clock", Key, nullable=False, server_default=""),
    Column("clock_offset", Count),
    CheckConstraint("kind IN ('rate', 'weather')", name="known_kind"),
    CheckConstraint("nominal >= 1", name="pays_for_something"),
    CheckConstraint("first_seen <= last_seen", name="seen_in_order"),
    Index("observations_series", "kind", "key", "hour"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

official_rates = Table(  # one row per bank, day and currency, as it was read last
    "official_rates",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("currency", Key, primary_key=True),
    Column("day", Key, primary_key=True),
    Column("nominal", Count, nullable=False),
    Column("value", Exact, nullable=False),
    Column("change", Key, nullable=False),
    Column("read_at", Instant, nullable=False),
    CheckConstraint("nominal >= 1", name="pays_for_something"),
    CheckConstraint("length(day) = 10", name="iso_day"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

robots = Table(  # one row per origin: its robots.txt, as it was read last
    "robots",
    metadata,
    Column("origin", Key, primary_key=True),
    Column("asked_at", Instant, nullable=False),
    Column("status", Integer),
    Column("detail", Text, nullable=False, server_default=""),
    Column("body", Text),
    Column("read_at", Instant),
    Column("unreachable_since", Instant),
    CheckConstraint("(body IS NULL) = (read_at IS NULL)", name="body_with_time"),
    sqlite_strict=True,
)

hosts = Table(  # one row per host that has asked to be left alone
    "hosts",
    metadata,
    Column("host", Key, primary_key=True),
    Column("retry_at", Instant, nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
    sqlite_strict=True,
)

sources = Table(  # when each source was asked, and when it last named something new
    "sources",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("first_asked", Instant, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("last_new", Instant),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

walks = Table(  # how far a source of several pages has been read
    "walks",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("span", Key, primary_key=True),
    Column("next_page", Integer),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

days = Table(  # the days of which every archive has been read
    "days",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("day", Key, primary_key=True),
    Column("read_at", Instant, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

raw_bodies = Table(  # one row per body that any page ever had, if pages are kept
    "raw_bodies",
    metadata,
    Column("digest", Key, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("zstd", LargeBinary, nullable=False),
    CheckConstraint("length(digest) = 64", name="body_sha256"),
    sqlite_strict=True,
)

raw_pages = Table(  # one row per fetch that is kept
    "raw_pages",
    metadata,
    Column("portal", Key, primary_key=True),
    Column("url", Key, primary_key=True),
    Column("fetched_at", Instant, primary_key=True),
    Column("digest", Key, ForeignKey("raw_bodies.digest"), primary_key=True),
    Column("address", Text, nullable=False),
    Column("status", Integer),
    Column("headers", Json, nullable=False),
    ForeignKeyConstraint(["portal", "url"], ["pages.portal", "pages.url"]),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

runs = Table(  # when the program ran, and how it went
    "runs",
    metadata,
    Column("id", Key, primary_key=True),
    Column("portal", Key, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("finish_reason", Text),
    Column("exit_code", Integer),
    Column("settings", Json, nullable=False),
    Column("counts", Json, nullable=False),
    Column("ended", Integer),
    Index("runs_portal", "portal", "started_at"),
    sqlite_strict=True,
)

raw_places = Table(  # one row per body that lies in an archive in place of raw_bodies (setting ARCHIVE)
    "raw_places",
    metadata,
    Column("digest", Key, ForeignKey("raw_bodies.digest"), primary_key=True),
    Column("file", Text, nullable=False),
    Column("offset_", Count, nullable=False),
    sqlite_strict=True,
)

archived = Table(  # one row per address: the newest record of an archive that holds its answer in full
    "archived",
    metadata,
    Column("url", Key, primary_key=True),
    Column("seen_at", Instant, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("offset_", Count, nullable=False),
    sqlite_strict=True,
)

archives_read = Table(  # one row per archive that has been read again to its end
    "archives_read",
    metadata,
    Column("name", Key, primary_key=True),
    Column("stamp", Key, primary_key=True),
    Column("read_at", Instant, nullable=False),
    Column("counts", Json, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

changes = Table(  # in which runs what a feed says of a work appeared and changed last; it stays when the work is gone
    "changes",
    metadata,
    Column("article_key", Key, primary_key=True),
    Column("digest", Key),
    Column("appeared", Key, nullable=False),
    Column("changed", Key, nullable=False),
    Index("changes_changed", "changed"),
    sqlite_strict=True,
)

health = Table(  # one row per run that was measured: its figures, and what was unlike earlier runs
    "health",
    metadata,
    Column("run", Key, ForeignKey("runs.id"), primary_key=True),
    Column("portal", Key, nullable=False),
    Column("kind", Key, nullable=False),
    Column("measured_at", Instant, nullable=False),
    Column("figures", Json, nullable=False),
    Column("alarms", Json, nullable=False),
    Column("accepted_at", Instant),
    CheckConstraint("kind IN ('daily', 'backfill', 'replay')", name="known_kind_of_run"),
    Index("health_portal", "portal", "kind", "measured_at"),
    sqlite_strict=True,
)

OF_THE_MOMENT = (archived, archives_read, changes, health, hosts, raw_places, robots, runs, sources, walks)
"""Tables that say when the program ran, what servers said then, and where archives lie: no part of what was collected, and so
not of the dump."""

"""From the schema of an older kznews to today's, step by step, in plain SQL.

Every step runs in the transaction that opens the store, together with the new version number: a program that is killed in
between leaves the old schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update

from kznews.store.checksums import seal
from kznews.store.failpoints import Point, reach
from kznews.store.schema import SCHEMA_VERSION, meta
from kznews.store.search_schema import SEARCH_POSTGRESQL, SEARCH_SQLITE
from kznews.store.views import create_views

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_FRONTIER_SQLITE = (
    "ALTER TABLE pages ADD COLUMN depth INTEGER",
    "ALTER TABLE pages ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE pages ADD COLUMN next_due TEXT CONSTRAINT only_pending_is_due CHECK (next_due IS NULL OR state = 'pending')",
    "DROP INDEX pages_pending",
    "CREATE INDEX pages_pending ON pages (portal, url, next_due) WHERE state = 'pending'",
    (
        "CREATE TABLE failures (portal TEXT NOT NULL, url TEXT NOT NULL, tried_at TEXT NOT NULL, reason TEXT NOT NULL,"
        " PRIMARY KEY (portal, url, tried_at, reason), FOREIGN KEY(portal, url) REFERENCES pages (portal, url))"
        " WITHOUT ROWID, STRICT"
    ),
)
_FRONTIER_POSTGRESQL = (
    "ALTER TABLE pages ADD COLUMN depth INTEGER",
    "ALTER TABLE pages ADD COLUMN attempts INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE pages ADD COLUMN next_due TIMESTAMP WITH TIME ZONE",
    "ALTER TABLE pages ADD CONSTRAINT only_pending_is_due CHECK (next_due IS NULL OR state = 'pending')",
    "DROP INDEX pages_pending",
    "CREATE INDEX pages_pending ON pages (portal, url, next_due) WHERE state = 'pending'",
    (
        'CREATE TABLE failures (portal VARCHAR COLLATE "C" NOT NULL, url VARCHAR COLLATE "C" NOT NULL,'
        ' tried_at TIMESTAMP WITH TIME ZONE NOT NULL, reason VARCHAR COLLATE "C" NOT NULL,'
        " PRIMARY KEY (portal, url, tried_at, reason), FOREIGN KEY(portal, url) REFERENCES pages (portal, url))"
    ),
)

_RAW_SQLITE: tuple[str, ...] = (
    (
        "CREATE TABLE raw_bodies (digest TEXT NOT NULL, size INTEGER NOT NULL, zstd BLOB NOT NULL, PRIMARY KEY (digest),"
        " CONSTRAINT body_sha256 CHECK (length(digest) = 64)) STRICT"
    ),
    (
        "CREATE TABLE raw_pages (portal TEXT NOT NULL, url TEXT NOT NULL, fetched_at TEXT NOT NULL, digest TEXT NOT NULL,"
        " address TEXT NOT NULL, status INTEGER, headers TEXT NOT NULL, PRIMARY KEY (portal, url, fetched_at, digest),"
        " FOREIGN KEY(portal, url) REFERENCES pages (portal, url), FOREIGN KEY(digest) REFERENCES raw_bodies (digest))"
        " WITHOUT ROWID, STRICT"
    ),
)
_RAW_POSTGRESQL: tuple[str, ...] = (
    (
        'CREATE TABLE raw_bodies (digest VARCHAR COLLATE "C" NOT NULL, size INTEGER NOT NULL, zstd BYTEA NOT NULL,'
        " PRIMARY KEY (digest), CONSTRAINT body_sha256 CHECK (length(digest) = 64))"
    ),
    (
        'CREATE TABLE raw_pages (portal VARCHAR COLLATE "C" NOT NULL, url VARCHAR COLLATE "C" NOT NULL,'
        ' fetched_at TIMESTAMP WITH TIME ZONE NOT NULL, digest VARCHAR COLLATE "C" NOT NULL, address TEXT NOT NULL,'
        " status INTEGER, headers TEXT NOT NULL, PRIMARY KEY (portal, url, fetched_at, digest),"
        " FOREIGN KEY(portal, url) REFERENCES pages (portal, url), FOREIGN KEY(digest) REFERENCES raw_bodies (digest))"
    ),
)
_HOSTS_SQLITE: tuple[str, ...] = (
    (
        "CREATE TABLE robots (origin TEXT NOT NULL, asked_at TEXT NOT NULL, status INTEGER, detail TEXT DEFAULT '' NOT NULL,"
        " body TEXT, read_at TEXT, unreachable_since TEXT, PRIMARY KEY (origin),"
        " CONSTRAINT body_with_time CHECK ((body IS NULL) = (read_at IS NULL))) STRICT"
    ),
    (
        "CREATE TABLE hosts (host TEXT NOT NULL, retry_at TEXT NOT NULL, detail TEXT DEFAULT '' NOT NULL,"
        " PRIMARY KEY (host)) STRICT"
    ),
)
_HOSTS_POSTGRESQL: tuple[str, ...] = (
    (
        'CREATE TABLE robots (origin VARCHAR COLLATE "C" NOT NULL, asked_at TIMESTAMP WITH TIME ZONE NOT NULL, status INTEGER,'
        " detail TEXT DEFAULT '' NOT NULL, body TEXT, read_at TIMESTAMP WITH TIME ZONE,"
        " unreachable_since TIMESTAMP WITH TIME ZONE, PRIMARY KEY (origin),"
        " CONSTRAINT body_with_time CHECK ((body IS NULL) = (read_at IS NULL)))"
    ),
    (
        'CREATE TABLE hosts (host VARCHAR COLLATE "C" NOT NULL, retry_at TIMESTAMP WITH TIME ZONE NOT NULL,'
        " detail TEXT DEFAULT '' NOT NULL, PRIMARY KEY (host))"
    ),
)
_RUNS_INDEXES = (
    "UPDATE pages SET news_at = first_seen",
    "CREATE INDEX pages_newest ON pages (portal, backfill, news_at, place, url, next_due) WHERE state = 'pending'",
    "CREATE INDEX pages_oldest ON pages (portal, backfill, first_seen, url, next_due) WHERE state = 'pending'",
    "CREATE INDEX pages_looks ON pages (portal, next_look, url) WHERE next_look IS NOT NULL",
)
_RUNS_SQLITE: tuple[str, ...] = (
    "ALTER TABLE pages ADD COLUMN news_at TEXT",
    "ALTER TABLE pages ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE pages ADD COLUMN named_published TEXT",
    "ALTER TABLE pages ADD COLUMN named_modified TEXT",
    "ALTER TABLE pages ADD COLUMN named_title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE pages ADD COLUMN named_basis TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE pages ADD COLUMN backfill INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE pages ADD COLUMN looks INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE pages ADD COLUMN next_look TEXT",
    *_RUNS_INDEXES,
    (
        "CREATE TABLE sources (portal TEXT NOT NULL, url TEXT NOT NULL, first_asked TEXT NOT NULL, asked_at TEXT NOT NULL,"
        " last_new TEXT, PRIMARY KEY (portal, url)) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE walks (portal TEXT NOT NULL, url TEXT NOT NULL, span TEXT NOT NULL, next_page INTEGER,"
        " PRIMARY KEY (portal, url, span)) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE days (portal TEXT NOT NULL, day TEXT NOT NULL, read_at TEXT NOT NULL,"
        " PRIMARY KEY (portal, day)) WITHOUT ROWID, STRICT"
    ),
)
_RUNS_POSTGRESQL: tuple[str, ...] = (
    "ALTER TABLE pages ADD COLUMN news_at TIMESTAMP WITH TIME ZONE",
    "ALTER TABLE pages ADD COLUMN place INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE pages ADD COLUMN named_published TIMESTAMP WITH TIME ZONE",
    "ALTER TABLE pages ADD COLUMN named_modified TIMESTAMP WITH TIME ZONE",
    "ALTER TABLE pages ADD COLUMN named_title TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE pages ADD COLUMN named_basis VARCHAR COLLATE \"C\" DEFAULT '' NOT NULL",
    "ALTER TABLE pages ADD COLUMN backfill INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE pages ADD COLUMN looks INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE pages ADD COLUMN next_look TIMESTAMP WITH TIME ZONE",
    *_RUNS_INDEXES,
    (
        'CREATE TABLE sources (portal VARCHAR COLLATE "C" NOT NULL, url VARCHAR COLLATE "C" NOT NULL,'
        " first_asked TIMESTAMP WITH TIME ZONE NOT NULL, asked_at TIMESTAMP WITH TIME ZONE NOT NULL,"
        " last_new TIMESTAMP WITH TIME ZONE, PRIMARY KEY (portal, url))"
    ),
    (
        'CREATE TABLE walks (portal VARCHAR COLLATE "C" NOT NULL, url VARCHAR COLLATE "C" NOT NULL,'
        ' span VARCHAR COLLATE "C" NOT NULL, next_page INTEGER, PRIMARY KEY (portal, url, span))'
    ),
    (
        'CREATE TABLE days (portal VARCHAR COLLATE "C" NOT NULL, day VARCHAR COLLATE "C" NOT NULL,'
        " read_at TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (portal, day))"
    ),
)

_STORIES_INDEXES = (
    "CREATE INDEX signatures_ref ON signatures (ref)",
    "CREATE INDEX signatures_scheme ON signatures (scheme, article_key)",
    "CREATE INDEX relations_other ON relations (other_key)",
    "CREATE INDEX story_articles_story ON story_articles (story_id)",
)
_UNSIGNED = (  # of articles that wait for `scrapy resign`
    "INSERT INTO signatures (article_key, ref, moment, url, digest, size, signature, shingles, figures, figure_pairs,"
    " figure_slots, name_slots) SELECT key, 0, 0, main_url, '', 0, {empty}, {empty}, 0, {empty}, {empty}, {empty} FROM articles"
)
_STORIES_SQLITE: tuple[str, ...] = (
    (
        "CREATE TABLE schemes (key TEXT NOT NULL, engine TEXT NOT NULL, engine_version INTEGER NOT NULL,"
        " permutations INTEGER NOT NULL, seed INTEGER NOT NULL, shingle TEXT NOT NULL, fold_version INTEGER NOT NULL,"
        " sketch_version INTEGER NOT NULL, PRIMARY KEY (key)) STRICT"
    ),
    (
        "CREATE TABLE signatures (article_key TEXT NOT NULL, scheme TEXT, ref INTEGER NOT NULL, moment INTEGER NOT NULL,"
        " url TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, signature BLOB NOT NULL, shingles BLOB NOT NULL,"
        " figures INTEGER NOT NULL, figure_pairs BLOB NOT NULL, figure_slots BLOB NOT NULL, name_slots BLOB NOT NULL,"
        " attribution TEXT, PRIMARY KEY (article_key), FOREIGN KEY(article_key) REFERENCES articles (key),"
        " FOREIGN KEY(scheme) REFERENCES schemes (key)) STRICT"
    ),
    (
        "CREATE TABLE bands (band INTEGER NOT NULL, moment INTEGER NOT NULL, ref INTEGER NOT NULL,"
        " PRIMARY KEY (band, moment, ref)) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE relations (article_key TEXT NOT NULL, other_key TEXT NOT NULL, relation TEXT NOT NULL,"
        " score REAL NOT NULL, scheme TEXT NOT NULL, PRIMARY KEY (article_key, other_key),"
        " CONSTRAINT known_relation CHECK (relation IN ('same', 'same_form', 'part_of')),"
        " CONSTRAINT not_to_itself CHECK (article_key <> other_key), CONSTRAINT a_share CHECK (score > 0 AND score <= 1),"
        " FOREIGN KEY(article_key) REFERENCES articles (key), FOREIGN KEY(other_key) REFERENCES articles (key),"
        " FOREIGN KEY(scheme) REFERENCES schemes (key)) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE story_articles (article_key TEXT NOT NULL, story_id TEXT NOT NULL, score REAL, PRIMARY KEY (article_key),"
        " CONSTRAINT share_of_the_first CHECK (score IS NULL OR (score >= 0 AND score <= 1)),"
        " FOREIGN KEY(article_key) REFERENCES articles (key)) WITHOUT ROWID, STRICT"
    ),
    *_STORIES_INDEXES,
    _UNSIGNED.format(empty="x''"),
)
_STORIES_POSTGRESQL: tuple[str, ...] = (
    (
        'CREATE TABLE schemes (key VARCHAR COLLATE "C" NOT NULL, engine VARCHAR COLLATE "C" NOT NULL,'
        " engine_version INTEGER NOT NULL, permutations INTEGER NOT NULL, seed INTEGER NOT NULL,"
        ' shingle VARCHAR COLLATE "C" NOT NULL, fold_version INTEGER NOT NULL, sketch_version INTEGER NOT NULL,'
        " PRIMARY KEY (key))"
    ),
    (
        'CREATE TABLE signatures (article_key VARCHAR COLLATE "C" NOT NULL, scheme VARCHAR COLLATE "C", ref BIGINT NOT NULL,'
        ' moment BIGINT NOT NULL, url VARCHAR COLLATE "C" NOT NULL, digest VARCHAR COLLATE "C" NOT NULL, size INTEGER NOT NULL,'
        " signature BYTEA NOT NULL, shingles BYTEA NOT NULL, figures BIGINT NOT NULL, figure_pairs BYTEA NOT NULL,"
        " figure_slots BYTEA NOT NULL, name_slots BYTEA NOT NULL, attribution TEXT, PRIMARY KEY (article_key),"
        " FOREIGN KEY(article_key) REFERENCES articles (key), FOREIGN KEY(scheme) REFERENCES schemes (key))"
    ),
    (
        "CREATE TABLE bands (band BIGINT NOT NULL, moment BIGINT NOT NULL, ref BIGINT NOT NULL,"
        " PRIMARY KEY (band, moment, ref))"
    ),
    (
        'CREATE TABLE relations (article_key VARCHAR COLLATE "C" NOT NULL, other_key VARCHAR COLLATE "C" NOT NULL,'
        ' relation VARCHAR COLLATE "C" NOT NULL, score DOUBLE PRECISION NOT NULL, scheme VARCHAR COLLATE "C" NOT NULL,'
        " PRIMARY KEY (article_key, other_key),"
        " CONSTRAINT known_relation CHECK (relation IN ('same', 'same_form', 'part_of')),"
        " CONSTRAINT not_to_itself CHECK (article_key <> other_key), CONSTRAINT a_share CHECK (score > 0 AND score <= 1),"
        " FOREIGN KEY(article_key) REFERENCES articles (key), FOREIGN KEY(other_key) REFERENCES articles (key),"
        " FOREIGN KEY(scheme) REFERENCES schemes (key))"
    ),
    (
        'CREATE TABLE story_articles (article_key VARCHAR COLLATE "C" NOT NULL, story_id VARCHAR COLLATE "C" NOT NULL,'
        " score DOUBLE PRECISION, PRIMARY KEY (article_key),"
        " CONSTRAINT share_of_the_first CHECK (score IS NULL OR (score >= 0 AND score <= 1)),"
        " FOREIGN KEY(article_key) REFERENCES articles (key))"
    ),
    *_STORIES_INDEXES,
    _UNSIGNED.format(empty="''::bytea"),
)
_SERIES_INDEX = "CREATE INDEX observations_series ON observations (kind, key, hour)"
_SERIES_SQLITE: tuple[str, ...] = (
    "ALTER TABLE observations ADD COLUMN page_clock TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE observations ADD COLUMN clock_offset INTEGER",
    _SERIES_INDEX,
    (
        "CREATE TABLE official_rates (portal TEXT NOT NULL, currency TEXT NOT NULL, day TEXT NOT NULL, nominal INTEGER NOT NULL,"
        " value TEXT NOT NULL, change TEXT NOT NULL, read_at TEXT NOT NULL, PRIMARY KEY (portal, currency, day),"
        " CONSTRAINT pays_for_something CHECK (nominal >= 1), CONSTRAINT iso_day CHECK (length(day) = 10)) WITHOUT ROWID, STRICT"
    ),
)
_SERIES_POSTGRESQL: tuple[str, ...] = (
    "ALTER TABLE observations ADD COLUMN page_clock VARCHAR COLLATE \"C\" DEFAULT '' NOT NULL",
    "ALTER TABLE observations ADD COLUMN clock_offset BIGINT",
    _SERIES_INDEX,
    (
        'CREATE TABLE official_rates (portal VARCHAR COLLATE "C" NOT NULL, currency VARCHAR COLLATE "C" NOT NULL,'
        ' day VARCHAR COLLATE "C" NOT NULL, nominal BIGINT NOT NULL, value TEXT NOT NULL, change VARCHAR COLLATE "C" NOT NULL,'
        " read_at TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (portal, currency, day),"
        " CONSTRAINT pays_for_something CHECK (nominal >= 1), CONSTRAINT iso_day CHECK (length(day) = 10))"
    ),
)
_HEALTH_SQLITE: tuple[str, ...] = (
    "ALTER TABLE runs ADD COLUMN ended INTEGER",
    (
        "CREATE TABLE changes (article_key TEXT NOT NULL, digest TEXT, appeared TEXT NOT NULL, changed TEXT NOT NULL,"
        " PRIMARY KEY (article_key)) STRICT"
    ),
    "CREATE INDEX changes_changed ON changes (changed)",
    (
        "CREATE TABLE health (run TEXT NOT NULL, portal TEXT NOT NULL, kind TEXT NOT NULL, measured_at TEXT NOT NULL,"
        " figures TEXT NOT NULL, alarms TEXT NOT NULL, accepted_at TEXT, PRIMARY KEY (run),"
        " CONSTRAINT known_kind_of_run CHECK (kind IN ('daily', 'backfill', 'replay')),"
        " FOREIGN KEY(run) REFERENCES runs (id)) STRICT"
    ),
    "CREATE INDEX health_portal ON health (portal, kind, measured_at)",
    "INSERT INTO changes SELECT key, NULL, '-', '-' FROM articles WHERE duplicate_of IS NULL",
)
_HEALTH_POSTGRESQL: tuple[str, ...] = (
    "ALTER TABLE runs ADD COLUMN ended INTEGER",
    (
        'CREATE TABLE changes (article_key VARCHAR COLLATE "C" NOT NULL, digest VARCHAR COLLATE "C",'
        ' appeared VARCHAR COLLATE "C" NOT NULL, changed VARCHAR COLLATE "C" NOT NULL, PRIMARY KEY (article_key))'
    ),
    "CREATE INDEX changes_changed ON changes (changed)",
    (
        'CREATE TABLE health (run VARCHAR COLLATE "C" NOT NULL, portal VARCHAR COLLATE "C" NOT NULL,'
        ' kind VARCHAR COLLATE "C" NOT NULL, measured_at TIMESTAMP WITH TIME ZONE NOT NULL, figures TEXT NOT NULL,'
        " alarms TEXT NOT NULL, accepted_at TIMESTAMP WITH TIME ZONE, PRIMARY KEY (run),"
        " CONSTRAINT known_kind_of_run CHECK (kind IN ('daily', 'backfill', 'replay')),"
        " FOREIGN KEY(run) REFERENCES runs (id))"
    ),
    "CREATE INDEX health_portal ON health (portal, kind, measured_at)",
    "INSERT INTO changes SELECT key, NULL, '-', '-' FROM articles WHERE duplicate_of IS NULL",
)
_ARCHIVES_SQLITE: tuple[str, ...] = (
    (
        "CREATE TABLE raw_places (digest TEXT NOT NULL, file TEXT NOT NULL, offset_ INTEGER NOT NULL, PRIMARY KEY (digest),"
        " FOREIGN KEY(digest) REFERENCES raw_bodies (digest)) STRICT"
    ),
    (
        "CREATE TABLE archived (url TEXT NOT NULL, seen_at TEXT NOT NULL, record_id TEXT NOT NULL, digest TEXT NOT NULL,"
        " file TEXT NOT NULL, offset_ INTEGER NOT NULL, PRIMARY KEY (url)) STRICT"
    ),
    (
        "CREATE TABLE archives_read (name TEXT NOT NULL, stamp TEXT NOT NULL, read_at TEXT NOT NULL, counts TEXT NOT NULL,"
        " PRIMARY KEY (name, stamp)) WITHOUT ROWID, STRICT"
    ),
)
_ARCHIVES_POSTGRESQL: tuple[str, ...] = (
    (
        'CREATE TABLE raw_places (digest VARCHAR COLLATE "C" NOT NULL, file TEXT NOT NULL, offset_ BIGINT NOT NULL,'
        " PRIMARY KEY (digest), FOREIGN KEY(digest) REFERENCES raw_bodies (digest))"
    ),
    (
        'CREATE TABLE archived (url VARCHAR COLLATE "C" NOT NULL, seen_at TIMESTAMP WITH TIME ZONE NOT NULL,'
        " record_id TEXT NOT NULL, digest TEXT NOT NULL, file TEXT NOT NULL, offset_ BIGINT NOT NULL, PRIMARY KEY (url))"
    ),
    (
        'CREATE TABLE archives_read (name VARCHAR COLLATE "C" NOT NULL, stamp VARCHAR COLLATE "C" NOT NULL,'
        " read_at TIMESTAMP WITH TIME ZONE NOT NULL, counts TEXT NOT NULL, PRIMARY KEY (name, stamp))"
    ),
)

STEPS: dict[int, dict[str, tuple[str, ...]]] = {
    1: {"sqlite": _FRONTIER_SQLITE, "postgresql": _FRONTIER_POSTGRESQL},  # attempts, back-off and depth in the frontier
    2: {  # raw pages; what hosts asked for; sources, looks and days of a back-fill
        "sqlite": (*_RAW_SQLITE, *_HOSTS_SQLITE, *_RUNS_SQLITE),
        "postgresql": (*_RAW_POSTGRESQL, *_HOSTS_POSTGRESQL, *_RUNS_POSTGRESQL),
    },
    3: {  # signatures and stories; the search index; series; health of runs; archives
        "sqlite": (*_STORIES_SQLITE, *SEARCH_SQLITE, *_SERIES_SQLITE, *_HEALTH_SQLITE, *_ARCHIVES_SQLITE),
        "postgresql": (
            *_STORIES_POSTGRESQL,
            *SEARCH_POSTGRESQL,
            *_SERIES_POSTGRESQL,
            *_HEALTH_POSTGRESQL,
            *_ARCHIVES_POSTGRESQL,
        ),
    },
}
"""The statements that lead from each version to the next one, for each kind of database."""


def migrate(connection: Connection, version: int) -> None:
    """Bring a store of schema `version` up to date, in the caller's transaction; raises LookupError for an unknown version."""
    for step in range(version, SCHEMA_VERSION):
        for statement in STEPS[step][connection.dialect.name]:
            connection.exec_driver_sql(statement)
            reach(Point.MIGRATION_STATEMENT)
    create_views(connection)
    if connection.dialect.name == "sqlite":
        seal(connection)
    values = {"value": str(SCHEMA_VERSION)}
    connection.execute(update(meta).where(meta.c.key == "schema_version").values(values))

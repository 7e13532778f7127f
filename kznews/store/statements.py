"""Statements that every page needs, built once: building them costs more than running them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, Table, and_, bindparam, case, exists, func, insert, or_, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from kznews.store.prepared import Prepared
from kznews.store.schema import (
    articles,
    days,
    editions,
    failures,
    observations,
    official_rates,
    pages,
    raw_bodies,
    raw_pages,
    sightings,
    sources,
    texts,
    walks,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ScalarSelect, Select

K = TypeVar("K", int, str)
CHUNK = 500
"""Keys of one statement at most: below every database's limit of parameters."""
_UNKNOWN = -(2**62)
"""Below every number that a clock may be ahead by."""


def chunks(keys: Iterable[K]) -> Iterator[list[K]]:
    """Yield the keys, each once, as many at a time as a statement takes."""
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), CHUNK):
        yield wanted[start : start + CHUNK]


def _at(table: Table, *names: str) -> ColumnElement[bool]:
    """Return the condition that each column `name` equals the parameter `at_<name>`."""
    return and_(*(table.c[name] == bindparam(f"at_{name}") for name in names))


PAGE = Prepared(select(pages).where(_at(pages, "portal", "url")))
INSERT_PAGE = Prepared(insert(pages))
UPDATE_PAGE = Prepared(update(pages).where(_at(pages, "portal", "url")))

FAILED = Prepared(
    select(pages.c.state, func.count().label("attempts"), func.max(failures.c.tried_at).label("last"))
    .join(failures, and_(failures.c.portal == pages.c.portal, failures.c.url == pages.c.url))
    .where(_at(pages, "portal", "url"))
    .group_by(pages.c.state)
)

_newest = sightings.alias("newest")
_other = sightings.alias("other")
_after = and_(
    _other.c.portal == _newest.c.portal,
    _other.c.url == _newest.c.url,
    _other.c.digest != editions.c.digest,
    tuple_(_other.c.seen_at, _other.c.tie) > tuple_(_newest.c.seen_at, _newest.c.tie),
)
_in_newest_version = and_(
    _newest.c.portal == pages.c.portal,
    _newest.c.url == pages.c.url,
    _newest.c.digest == editions.c.digest,
    ~exists().where(_after).correlate(editions, _newest),
)
_failed_since = and_(
    failures.c.portal == pages.c.portal,
    failures.c.url == pages.c.url,
    failures.c.tried_at > pages.c.fetched_at,
)


def _of_page(query: Select[Any]) -> ScalarSelect[Any]:
    """Return a query about the page and the edition of the row of LOOKS that it stands in."""
    return query.correlate(pages, editions).scalar_subquery()


LOOKS = Prepared(
    select(pages.c.url, pages.c.state, pages.c.outcome, pages.c.redirects_to, pages.c.fetched_at, pages.c.named_modified)
    .add_columns(pages.c.looks, pages.c.next_look, editions.c.versions, texts.c.published_at, texts.c.published_precision)
    .add_columns(_of_page(select(func.count()).where(_in_newest_version)).label("sighted"))
    .add_columns(_of_page(select(func.min(_newest.c.seen_at)).where(_in_newest_version)).label("changed_at"))
    .add_columns(_of_page(select(func.count()).where(_failed_since)).label("failed"))
    .add_columns(_of_page(select(func.max(failures.c.tried_at)).where(_failed_since)).label("failed_at"))
    .outerjoin(editions, and_(editions.c.portal == pages.c.portal, editions.c.url == pages.c.url))
    .outerjoin(
        texts,
        and_(texts.c.portal == pages.c.portal, texts.c.url == pages.c.url, texts.c.digest == editions.c.digest),
    )
    .where(pages.c.portal == bindparam("at_portal"), pages.c.url.in_(bindparam("urls", expanding=True))),
    listed="urls",
)

TEXT = Prepared(select(texts).where(_at(texts, "portal", "url", "digest")))
INSERT_TEXT = Prepared(insert(texts))
UPDATE_TEXT = Prepared(update(texts).where(_at(texts, "portal", "url", "digest")))
TEXT_CONTENT = Prepared(select(texts.c.content_key, texts.c.published_at).where(_at(texts, "portal", "url", "digest")))

SIGHTINGS = Prepared(
    select(sightings.c.seen_at, sightings.c.digest)
    .where(_at(sightings, "portal", "url"))
    .order_by(sightings.c.seen_at, sightings.c.tie)
)
INSERT_SIGHTING = Prepared(insert(sightings))

EDITION = Prepared(select(editions).where(_at(editions, "portal", "url")))
EDITIONS_OF = Prepared(
    select(editions, pages.c.redirects_to)
    .join(pages, and_(pages.c.portal == editions.c.portal, pages.c.url == editions.c.url))
    .where(_at(editions, "article_key"))
)
URLS_OF = Prepared(select(editions.c.url).where(editions.c.article_key.in_(bindparam("keys", expanding=True))), listed="keys")
KEYS_AT = Prepared(
    select(editions.c.article_key).where(
        editions.c.portal == bindparam("at_portal"),
        editions.c.url.in_(bindparam("urls", expanding=True)),
    ),
    listed="urls",
)

ARTICLE = Prepared(select(articles).where(_at(articles, "key")))
INSERT_ARTICLE = Prepared(insert(articles))
UPDATE_ARTICLE = Prepared(update(articles).where(_at(articles, "key")))
GROUP = Prepared(
    select(articles.c.key, articles.c.published_at, articles.c.duplicate_of).where(_at(articles, "portal", "content_key"))
)

REDIRECTING = Prepared(
    select(pages.c.url).where(
        pages.c.portal == bindparam("at_portal"),
        pages.c.redirects_to.in_(bindparam("urls", expanding=True)),
    ),
    listed="urls",
)
_target = editions.alias("target")
PAGES_WITH_ARTICLES = Prepared(  # one condition: a second one, joined by OR, makes SQLite read every page of the portal
    select(pages.c.url, pages.c.outcome, pages.c.redirects_to, pages.c.article_key)
    .add_columns(editions.c.article_key.label("own"), editions.c.versions, _target.c.article_key.label("there"))
    .add_columns(articles.c.main_url, articles.c.duplicate_of)
    .outerjoin(editions, and_(editions.c.portal == pages.c.portal, editions.c.url == pages.c.url))
    .outerjoin(articles, articles.c.key == editions.c.article_key)
    .outerjoin(_target, and_(_target.c.portal == pages.c.portal, _target.c.url == pages.c.redirects_to))
    .where(pages.c.portal == bindparam("at_portal"), pages.c.url.in_(bindparam("urls", expanding=True)))
    .order_by(pages.c.url),
    listed="urls",
)


def _insert(dialect: str, table: Table) -> Any:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def discover_page(dialect: str) -> Prepared:
    """Return the INSERT of a pending page; a known one learns what the sighting adds to what is known of it.

    Each column takes the greater or the smaller of two values, so that the order of sightings does not matter.
    """
    statement = _insert(dialect, pages)
    old, new = pages.c, statement.excluded
    earlier = or_(
        old.first_seen.is_(None),
        new.first_seen < old.first_seen,
        and_(new.first_seen == old.first_seen, new.found_on < old.found_on),
        and_(new.first_seen == old.first_seen, new.found_on == old.found_on, new.place > old.place),
    )
    shallower = and_(new.depth.is_not(None), or_(old.depth.is_(None), new.depth < old.depth))
    same_day = new.named_published.is_not_distinct_from(old.named_published)
    better = or_(
        and_(new.named_published.is_not(None), or_(old.named_published.is_(None), new.named_published < old.named_published)),
        and_(same_day, tuple_(new.named_basis, new.named_title) > tuple_(old.named_basis, old.named_title)),
    )
    changed = and_(new.named_modified.is_not(None), or_(old.named_modified.is_(None), new.named_modified > old.named_modified))
    wanted = new.backfill < old.backfill
    groups = (
        (earlier, ("first_seen", "found_on", "place")),
        (shallower, ("depth",)),
        (better, ("named_published", "named_basis", "named_title")),
        (changed, ("named_modified",)),
        (wanted, ("backfill",)),
    )
    values: dict[str, Any] = {name: case((is_so, new[name]), else_=old[name]) for is_so, names in groups for name in names}
    values["news_at"] = func.coalesce(values["named_published"], case((earlier, new.news_at), else_=old.news_at))
    found = statement.on_conflict_do_update(
        index_elements=[pages.c.portal, pages.c.url],
        set_=values,
        where=or_(*(is_so for is_so, _ in groups)),
    )
    return Prepared(found)


@cache
def note_failure(dialect: str) -> Prepared:
    """Return the INSERT of a failed fetch; one that is known stays as it is."""
    return Prepared(_insert(dialect, failures).on_conflict_do_nothing())


@cache
def keep_body(dialect: str) -> Prepared:
    """Return the INSERT of a page's body; one that is known stays as it is."""
    return Prepared(_insert(dialect, raw_bodies).on_conflict_do_nothing())


@cache
def keep_page(dialect: str) -> Prepared:
    """Return the INSERT of a kept page; one that is known stays as it is."""
    return Prepared(_insert(dialect, raw_pages).on_conflict_do_nothing())


@cache
def observe_figure(dialect: str) -> Prepared:
    """Return the INSERT of an observation; a known one becomes wider in time, and is described by its earliest sighting."""
    statement = _insert(dialect, observations)
    old, new = observations.c, statement.excluded
    # Of several descriptions at one instant the smallest stands, so that the order of the pages does not matter.
    names = ("first_seen", "shown", "change", "raw", "page_clock", "clock_offset")
    earlier = _described(new, names) < _described(old, names)
    later = new.last_seen > old.last_seen
    values = {name: case((earlier, new[name]), else_=old[name]) for name in names}
    values["last_seen"] = case((later, new.last_seen), else_=old.last_seen)
    widened = statement.on_conflict_do_update(
        index_elements=list(observations.primary_key.columns),
        set_=values,
        where=earlier | later,
    )
    return Prepared(widened)


def _described(row: Any, names: tuple[str, ...]) -> Any:
    """Return a row's columns as a tuple that compares; an unknown offset comes first."""
    return tuple_(*(func.coalesce(row[name], _UNKNOWN) if name == "clock_offset" else row[name] for name in names))


@cache
def fix_rate(dialect: str) -> Prepared:
    """Return the INSERT of an official rate; of two readings of one day the later counts, of one instant the greater."""
    statement = _insert(dialect, official_rates)
    old, new = official_rates.c, statement.excluded
    names = ("read_at", "value", "nominal", "change")
    fixed = statement.on_conflict_do_update(
        index_elements=list(official_rates.primary_key.columns),
        set_={name: new[name] for name in names},
        where=tuple_(*(new[name] for name in names)) > tuple_(*(old[name] for name in names)),
    )
    return Prepared(fixed)


@cache
def put_row(dialect: str, table: Table) -> Prepared:
    """Return the INSERT of a whole row that replaces the one with its key."""
    statement = _insert(dialect, table)
    names = [column.name for column in table.columns if not column.primary_key]
    put = statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={name: statement.excluded[name] for name in names},
    )
    return Prepared(put)


@cache
def note_asked(dialect: str) -> Prepared:
    """Return the INSERT of a source; a known one was asked later, and named something new later at most."""
    statement = _insert(dialect, sources)
    old, new = sources.c, statement.excluded
    newer = and_(new.last_new.is_not(None), or_(old.last_new.is_(None), new.last_new > old.last_new))
    noted = statement.on_conflict_do_update(
        index_elements=["portal", "url"],
        set_={
            "first_asked": case((new.first_asked < old.first_asked, new.first_asked), else_=old.first_asked),
            "asked_at": case((new.asked_at > old.asked_at, new.asked_at), else_=old.asked_at),
            "last_new": case((newer, new.last_new), else_=old.last_new),
        },
    )
    return Prepared(noted)


@cache
def note_walk(dialect: str) -> Prepared:
    """Return the INSERT of a walk's next page, in place of the one that is known."""
    statement = _insert(dialect, walks)
    noted = statement.on_conflict_do_update(
        index_elements=["portal", "url", "span"], set_={"next_page": statement.excluded.next_page}
    )
    return Prepared(noted)


@cache
def note_day(dialect: str) -> Prepared:
    """Return the INSERT of a day that is done; one that is known stays as it is."""
    return Prepared(_insert(dialect, days).on_conflict_do_nothing())

"""Statements that every page needs, built once: building them costs more than running them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, case, func, insert, or_, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from kznews.store.schema import articles, editions, failures, observations, pages, sightings, texts

if TYPE_CHECKING:
    from sqlalchemy import Executable


def _at(table: Table, *names: str) -> ColumnElement[bool]:
    """Return the condition that each column `name` equals the parameter `at_<name>`."""
    return and_(*(table.c[name] == bindparam(f"at_{name}") for name in names))


PAGE = select(pages).where(_at(pages, "portal", "url"))
INSERT_PAGE = insert(pages)
UPDATE_PAGE = update(pages).where(_at(pages, "portal", "url"))

FAILED = (
    select(pages.c.state, func.count().label("attempts"), func.max(failures.c.tried_at).label("last"))
    .join(failures, and_(failures.c.portal == pages.c.portal, failures.c.url == pages.c.url))
    .where(_at(pages, "portal", "url"))
    .group_by(pages.c.state)
)

TEXT = select(texts).where(_at(texts, "portal", "url", "digest"))
INSERT_TEXT = insert(texts)
UPDATE_TEXT = update(texts).where(_at(texts, "portal", "url", "digest"))
TEXT_CONTENT = select(texts.c.content_key, texts.c.published_at).where(_at(texts, "portal", "url", "digest"))

SIGHTINGS = (
    select(sightings.c.seen_at, sightings.c.digest)
    .where(_at(sightings, "portal", "url"))
    .order_by(sightings.c.seen_at, sightings.c.tie)
)
INSERT_SIGHTING = insert(sightings)

EDITION = select(editions).where(_at(editions, "portal", "url"))
EDITIONS_OF = (
    select(editions, pages.c.redirects_to)
    .join(pages, and_(pages.c.portal == editions.c.portal, pages.c.url == editions.c.url))
    .where(_at(editions, "article_key"))
)
URLS_OF = select(editions.c.url).where(editions.c.article_key.in_(bindparam("keys", expanding=True)))
KEYS_AT = select(editions.c.article_key).where(
    editions.c.portal == bindparam("at_portal"),
    editions.c.url.in_(bindparam("urls", expanding=True)),
)

ARTICLE = select(articles).where(_at(articles, "key"))
INSERT_ARTICLE = insert(articles)
UPDATE_ARTICLE = update(articles).where(_at(articles, "key"))
GROUP = select(articles.c.key, articles.c.published_at, articles.c.duplicate_of).where(_at(articles, "portal", "content_key"))

REDIRECTING = select(pages.c.url).where(
    pages.c.portal == bindparam("at_portal"),
    pages.c.redirects_to.in_(bindparam("urls", expanding=True)),
)
_target = editions.alias("target")
PAGES_WITH_ARTICLES = (  # one condition: a second one, joined by OR, makes SQLite read every page of the portal
    select(pages.c.url, pages.c.outcome, pages.c.redirects_to, pages.c.article_key)
    .add_columns(editions.c.article_key.label("own"), editions.c.versions, _target.c.article_key.label("there"))
    .add_columns(articles.c.main_url, articles.c.duplicate_of)
    .outerjoin(editions, and_(editions.c.portal == pages.c.portal, editions.c.url == pages.c.url))
    .outerjoin(articles, articles.c.key == editions.c.article_key)
    .outerjoin(_target, and_(_target.c.portal == pages.c.portal, _target.c.url == pages.c.redirects_to))
    .where(pages.c.portal == bindparam("at_portal"), pages.c.url.in_(bindparam("urls", expanding=True)))
    .order_by(pages.c.url)
)


def _insert(dialect: str, table: Table) -> Any:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def discover_page(dialect: str) -> Executable:
    """Return the INSERT of a pending page; a known one learns of an earlier sighting or a shorter way to it at most."""
    statement = _insert(dialect, pages)
    old, new = pages.c, statement.excluded
    earlier = or_(
        pages.c.first_seen.is_(None),
        new.first_seen < pages.c.first_seen,
        and_(new.first_seen == pages.c.first_seen, new.found_on < pages.c.found_on),
    )
    shallower = and_(new.depth.is_not(None), or_(old.depth.is_(None), new.depth < old.depth))
    values: dict[str, Any] = {name: case((earlier, new[name]), else_=old[name]) for name in ("first_seen", "found_on")}
    values["depth"] = case((shallower, new.depth), else_=old.depth)
    found: Executable = statement.on_conflict_do_update(
        index_elements=[pages.c.portal, pages.c.url],
        set_=values,
        where=or_(earlier, shallower),
    )
    return found


@cache
def note_failure(dialect: str) -> Executable:
    """Return the INSERT of a failed fetch; one that is known stays as it is."""
    noted: Executable = _insert(dialect, failures).on_conflict_do_nothing()
    return noted


@cache
def observe_figure(dialect: str) -> Executable:
    """Return the INSERT of an observation; a known one becomes wider in time, and is described by its earliest sighting."""
    statement = _insert(dialect, observations)
    old, new = observations.c, statement.excluded
    # Of several descriptions at one instant the smallest stands, so that the order of the pages does not matter.
    names = ("first_seen", "shown", "change", "raw")
    earlier = tuple_(*(new[name] for name in names)) < tuple_(*(old[name] for name in names))
    later = new.last_seen > old.last_seen
    values = {name: case((earlier, new[name]), else_=old[name]) for name in names}
    values["last_seen"] = case((later, new.last_seen), else_=old.last_seen)
    widened: Executable = statement.on_conflict_do_update(
        index_elements=list(observations.primary_key.columns),
        set_=values,
        where=earlier | later,
    )
    return widened


@cache
def put_row(dialect: str, table: Table) -> Executable:
    """Return the INSERT of a whole row that replaces the one with its key."""
    statement = _insert(dialect, table)
    names = [column.name for column in table.columns if not column.primary_key]
    put: Executable = statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={name: statement.excluded[name] for name in names},
    )
    return put

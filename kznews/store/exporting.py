"""The works of a store as feeds show them: all that a selection takes, or what is new and changed since a run."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from kznews.items import Article, Change, StoredArticle
from kznews.store.codec import article_from
from kznews.store.errors import NoSuchRunError
from kznews.store.runs import last_ended
from kznews.store.schema import articles, changes, editions, pages, runs, sightings, texts
from kznews.store.statements import CHUNK
from kznews.store.story_schema import story_articles
from kznews.store.syndication import story_and_whole, story_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sqlalchemy import Select, Subquery
    from sqlalchemy.engine import Connection, RowMapping

_STREAM = {"yield_per": 500}
_EARLIEST, _LATEST = date(1000, 1, 1), date(9000, 1, 1)
"""Days outside of these are no portal's, and a margin around them may be none of a calendar."""
_MARGIN = timedelta(hours=26)
"""Around a day's midnight in UTC: twice it holds that day in every zone. Which day a portal showed is judged row by row."""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which works a feed holds; what is left empty takes all."""

    portals: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    """First and last day of publication, as the portal's own clock shows it; undated works are left out if one is given."""
    languages: tuple[str, ...] = ()
    script: str | None = None
    """ISO 15924 code: of each work the edition in that script, if it has one; else of each its main edition."""
    story: str | None = None
    """Id of a story: the works that tell it."""

    @property
    def name(self) -> str:
        """What a feed of these works is called; without its days, which go on while it stays the same feed."""
        of = ", ".join(sorted(self.portals)) or "all portals"
        return ", ".join(filter(None, (of, *sorted(self.languages), self.script, self.story)))

    def takes(self, article: Article) -> bool:
        """Return whether an article belongs into the feed."""
        day = article.published_at.date() if article.published_at else None
        return (
            (not self.portals or article.portal in self.portals)
            and (not self.languages or article.language in self.languages)
            and (self.script is None or article.script == self.script)
            and (self.story is None or article.story_id == self.story)
            and (self.since is None or (day is not None and day >= self.since))
            and (self.until is None or (day is not None and day <= self.until))
        )


@dataclass(frozen=True)
class Export:
    """The works of one state of the store."""

    works: Iterator[StoredArticle]
    run: str | None
    """The run that ended last in that state: what comes later is new or changed since it."""
    name: str = Selection().name
    """What a feed of them is called."""


def export(connection: Connection, selection: Selection, *, since_run: str | None = None) -> Export:
    """Return the works that `selection` takes, by portal, publication (undated last) and key.

    With `since_run` only what is new, changed or gone since that run had ended, by key (docs/feeds.md, "Increments"); raises
    NoSuchRunError for a run that the store does not know, that has not ended, or that ended before changes were noted.
    """
    if since_run is None:
        return Export(_all(connection, selection), last_ended(connection), selection.name)
    place = _place(connection, since_run)
    return Export(_since(connection, selection, place), last_ended(connection), selection.name)


def _all(connection: Connection, selection: Selection) -> Iterator[StoredArticle]:
    query = _works(selection).order_by(articles.c.portal, texts.c.published_at.is_(None), texts.c.published_at, articles.c.key)
    for row in connection.execute(query, execution_options=_STREAM).mappings():
        if selection.takes(work := _work(row)):
            yield work


def _works(selection: Selection, keys: Collection[str] | None = None) -> Select[Any]:
    """Return the query for works (all, or those with `keys`) with one edition each: of them a selection takes some."""
    query = (
        select(articles.c.key, articles.c.first_seen, editions.c.versions, texts, *story_and_whole(articles.c.key))
        .join(editions, and_(editions.c.article_key == articles.c.key, editions.c.portal == articles.c.portal))
        .join(
            texts,
            and_(texts.c.portal == editions.c.portal, texts.c.url == editions.c.url, texts.c.digest == editions.c.digest),
        )
        .where(articles.c.duplicate_of.is_(None))
    )
    if selection.story is not None:
        members = select(story_articles.c.article_key).where(story_articles.c.story_id == selection.story)
        query = query.where(or_(articles.c.key == selection.story, articles.c.key.in_(members)))
    if selection.script is None:
        query = query.where(editions.c.url == articles.c.main_url)
    else:
        best = _best_in(selection.script, keys)
        query = query.join(best, and_(best.c.portal == editions.c.portal, best.c.url == editions.c.url, best.c.place == 1))
    if keys is not None:
        query = query.where(articles.c.key.in_(keys))
    if selection.portals:
        query = query.where(articles.c.portal.in_(selection.portals))
    if selection.since:
        query = query.where(texts.c.published_at >= _midnight(max(selection.since, _EARLIEST)) - _MARGIN)
    if selection.until:
        query = query.where(texts.c.published_at < _midnight(min(selection.until, _LATEST)) + 2 * _MARGIN)
    return query


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _best_in(script: str, keys: Collection[str] | None) -> Subquery:
    """Return the editions in a script with their place among those of their work, by articles.main_edition_rank."""
    rank = func.row_number().over(
        partition_by=editions.c.article_key,
        order_by=(pages.c.redirects_to.is_not(None), func.length(editions.c.url), editions.c.url),
    )
    query = (
        select(editions.c.portal, editions.c.url, rank.label("place"))
        .join(pages, and_(pages.c.portal == editions.c.portal, pages.c.url == editions.c.url))
        .where(editions.c.script == script)
    )
    return (query if keys is None else query.where(editions.c.article_key.in_(keys))).subquery()


def _work(row: RowMapping, change: Change | None = None) -> StoredArticle:
    known = article_from(dict(row))
    values = {entry.name: getattr(known, entry.name) for entry in fields(Article)}
    values |= story_fields(row["key"], row["story"], row["whole"])
    return StoredArticle(**values, first_seen=row["first_seen"], versions=row["versions"], change=change)


def _place(connection: Connection, run: str) -> int:
    row = connection.execute(select(runs.c.ended, runs.c.finished_at).where(runs.c.id == run)).one_or_none()
    if row is None:
        raise NoSuchRunError(f"the store knows no run {run}")
    if row.ended is None:
        when = "ended before changes were noted" if row.finished_at else "has not ended"
        raise NoSuchRunError(f"the run {run} {when}: write a whole feed, it names the run to go on from")
    return int(row.ended)


def _since(connection: Connection, selection: Selection, place: int) -> Iterator[StoredArticle]:
    """Yield what was changed by other runs than those that had ended by then: by later ones, running ones, or no run.

    A feed of that time may have held whatever the last two wrote, so that a work that is none any more is named as removed
    whoever wrote it.
    """
    later = select(runs.c.id).where(or_(runs.c.ended.is_(None), runs.c.ended > place))
    names = {"", *connection.execute(later).scalars()}
    query = select(changes).where(or_(changes.c.changed == "", changes.c.changed.in_(later))).order_by(changes.c.article_key)
    if selection.portals:
        query = query.where(or_(*(changes.c.article_key.startswith(f"{name}:", autoescape=True) for name in selection.portals)))
    for part in connection.execute(query, execution_options=_STREAM).mappings().partitions(CHUNK):
        keys = [row["article_key"] for row in part]
        works = {row["key"]: row for row in connection.execute(_works(selection, keys)).mappings()}
        never_held = set() if selection.story else _read_once(connection, part)
        for row in part:
            key, change = row["article_key"], Change.NEW if row["appeared"] in names else Change.CHANGED
            if key in works and selection.takes(work := _work(works[key], change)):
                yield work
            elif key not in never_held:
                portal, _, article_id = key.partition(":")
                yield StoredArticle(portal=portal, article_id=article_id, change=Change.REMOVED)


def _read_once(connection: Connection, part: Iterable[RowMapping]) -> set[str]:
    """Return the keys of works that were read once, by a run: what a selection leaves out of them now it never took.

    What no run wrote may have been read again in place, and other works decide on the story of one.
    """
    keys = [row["article_key"] for row in part if row["appeared"] == row["changed"] != ""]
    query = (
        select(editions.c.article_key)
        .join(sightings, and_(sightings.c.portal == editions.c.portal, sightings.c.url == editions.c.url))
        .join(articles, articles.c.key == editions.c.article_key)
        .where(editions.c.article_key.in_(keys), articles.c.duplicate_of.is_(None))
        .group_by(editions.c.article_key)
        .having(func.count() == 1)
    )
    return set(connection.execute(query).scalars()) if keys else set()


def portal_names(connection: Connection) -> list[str]:
    """Return the portals of which there is an article, in alphabetical order."""
    return list(connection.execute(select(articles.c.portal).distinct().order_by(articles.c.portal)).scalars())


def has_story(connection: Connection, story: str) -> bool:
    """Return whether a work tells the story of that id, be it the only one."""
    return next(_all(connection, Selection(story=story)), None) is not None


def languages(connection: Connection) -> list[str]:
    """Return the languages of the texts of all articles, in alphabetical order."""
    query = select(texts.c.language).where(texts.c.language != "").distinct()
    return list(connection.execute(query.order_by(texts.c.language)).scalars())

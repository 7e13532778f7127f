"""Who published a story first, who repeated it, how much was changed, and whom the copies name: for feeds and the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import Float, and_, bindparam, cast, distinct, func, literal, select, union_all

from kznews.store.prepared import Prepared
from kznews.store.schema import articles, editions, texts
from kznews.store.story_schema import relations, signatures, story_articles
from kznews.stories.comparing import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection

_PART = relations.c.relation == Relation.PART_OF.value


def story_and_whole(key: ColumnElement[str]) -> tuple[Any, Any]:
    """Return, for a query, the story of the article with a key, and what it is a part of; `story_fields` reads them."""
    story = select(story_articles.c.story_id).where(story_articles.c.article_key == key)
    whole = select(relations.c.other_key).where(relations.c.article_key == key, _PART)
    whole = whole.order_by(relations.c.score.desc(), relations.c.other_key).limit(1)
    return story.scalar_subquery().label("story"), whole.scalar_subquery().label("whole")


def story_fields(key: str, story: str | None, whole: str | None) -> dict[str, str | None]:
    """Return story_id, duplicate_of and relation of an article, as the view `current_articles` has them."""
    if story not in (None, key):
        return {"story_id": story, "duplicate_of": story, "relation": Relation.SAME.value}
    return {"story_id": key, "duplicate_of": whole, "relation": whole and Relation.PART_OF.value}


_STORY_AND_WHOLE = Prepared(select(*story_and_whole(bindparam("at_key"))))


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """One article of a story."""

    article_key: str
    portal: str
    url: str
    """Address of its main edition."""
    title: str
    out_by: datetime
    """When it was certainly out, in UTC (kznews.stories.moments)."""
    relation: str
    """ "same", or "part_of" for a shortened copy."""
    changed: float | None
    """How much of it differs from what was published first, 0 to 1; None while the two are signed by different schemes."""
    attribution: str | None
    """The source that its text names, as written there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """News that several articles tell."""

    story_id: str
    """Key of the article that was out first."""
    told: tuple[Telling, ...]
    """Its articles, the first one first."""

    @property
    def first(self) -> Telling:
        """The article that was out first; a shortened copy never is."""
        return next(one for one in self.told if one.article_key == self.story_id)

    @property
    def repeats(self) -> tuple[Telling, ...]:
        """All the others."""
        return tuple(one for one in self.told if one.article_key != self.story_id)

    @property
    def portals(self) -> frozenset[str]:
        """The portals that tell it."""
        return frozenset(one.portal for one in self.told)


@dataclass(frozen=True, kw_only=True, slots=True)
class Repeated:
    """How often one portal repeated another one."""

    first: str
    portal: str
    stories: int


def story_columns(connection: Connection, key: str) -> dict[str, str | None]:
    """Return story_id, duplicate_of and relation of an article."""
    [(story, whole)] = _STORY_AND_WHOLE.tuples(connection, {"at_key": key})
    return story_fields(key, story, whole)


def iter_stories(
    connection: Connection,
    *,
    portal: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    portals: int = 1,
) -> Iterator[Story]:
    """Yield the stories that several articles tell, by their ids, from one state of the store.

    `since` (included) and `until` (excluded) are aware and compare with the first publication; `portal` takes part in the
    story, first or not; `portals` is how many must take part: 2 leaves out what one portal published twice.
    """
    query = _tellings(since, until)
    rows = connection.execute(query, execution_options={"yield_per": 500}).mappings()
    for story_id, group in groupby(rows, key=lambda row: row["story_id"]):
        told: dict[str, Telling] = {}
        for row in group:  # an article may be both; then it is the same
            if row["article_key"] not in told or row["relation"] == Relation.SAME:
                told[row["article_key"]] = _telling(row)
        story = Story(story_id=story_id, told=tuple(told.values()))
        if len(story.portals) >= portals and (portal is None or portal in story.portals):
            yield story


def repeated(connection: Connection, *, since: datetime | None = None, until: datetime | None = None) -> list[Repeated]:
    """Return how many stories each portal had first and each other one repeated, the most frequent pair first.

    The times are those of `iter_stories`.
    """
    all_told = _told().subquery("told")
    first, other = articles.alias("first_article"), articles.alias("other_article")
    stories = func.count(distinct(all_told.c.story_id))
    query = (
        select(first.c.portal.label("first"), other.c.portal, stories.label("stories"))
        .select_from(all_told)
        .join(first, first.c.key == all_told.c.story_id)
        .join(other, other.c.key == all_told.c.article_key)
        .join(signatures, signatures.c.article_key == first.c.key)
        .where(first.c.portal != other.c.portal, *_between(signatures.c.moment, since, until))
        .group_by(first.c.portal, other.c.portal)
        .order_by(stories.desc(), first.c.portal, other.c.portal)
    )
    return [Repeated(**row) for row in connection.execute(query).mappings()]


def _told() -> Any:
    """Return story_id, article_key, relation and score of every article that tells a story with others."""
    own = select(story_articles.c.story_id, story_articles.c.article_key, literal(Relation.SAME.value).label("relation"))
    whole = func.coalesce(story_articles.c.story_id, relations.c.other_key)
    to_story = relations.outerjoin(story_articles, story_articles.c.article_key == relations.c.other_key)
    parts = select(whole, relations.c.article_key, literal(Relation.PART_OF.value), func.max(relations.c.score))
    parts = parts.select_from(to_story).where(_PART).group_by(whole, relations.c.article_key)
    wholes = select(relations.c.other_key, relations.c.other_key, literal(Relation.SAME.value), cast(literal(1.0), Float))
    wholes = wholes.select_from(to_story).where(_PART, story_articles.c.article_key.is_(None)).distinct()
    return union_all(own.add_columns(story_articles.c.score), parts, wholes)


def _tellings(since: datetime | None, until: datetime | None) -> Any:
    told = _told().subquery("told")
    first = signatures.alias("first_signature")
    at = and_(editions.c.portal == articles.c.portal, editions.c.url == articles.c.main_url)
    text = and_(texts.c.portal == editions.c.portal, texts.c.url == editions.c.url, texts.c.digest == editions.c.digest)
    columns = (told.c.story_id, told.c.article_key, told.c.relation, told.c.score, articles.c.portal, articles.c.main_url)
    return (
        select(*columns, texts.c.title, signatures.c.moment, signatures.c.attribution)
        .select_from(told)
        .join(first, first.c.article_key == told.c.story_id)
        .join(signatures, signatures.c.article_key == told.c.article_key)
        .join(articles, articles.c.key == told.c.article_key)
        .join(editions, at)
        .join(texts, text)
        .where(*_between(first.c.moment, since, until))
        .order_by(told.c.story_id, told.c.article_key != told.c.story_id, signatures.c.moment, told.c.article_key)
    )


def _between(moment: ColumnElement[int], since: datetime | None, until: datetime | None) -> list[ColumnElement[bool]]:
    bounds = [] if since is None else [moment >= int(since.timestamp())]
    return bounds if until is None else [*bounds, moment < int(until.timestamp())]


def _telling(row: Any) -> Telling:
    return Telling(
        article_key=row["article_key"],
        portal=row["portal"],
        url=row["main_url"],
        title=row["title"] or "",
        out_by=datetime.fromtimestamp(row["moment"], UTC),
        relation=row["relation"],
        changed=None if row["score"] is None else round(1 - row["score"], 4),
        attribution=row["attribution"],
    )

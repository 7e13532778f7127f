"""Stories: the articles that are "the same" through any number of others, each known by the one that was out first.

Kept in step with the relations. A new article joins stories, which takes one statement per story; only when an article's text
or time changes is its story put together anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, select

from kznews.store.failpoints import Point, reach
from kznews.store.prepared import Prepared
from kznews.store.signing import signed_many
from kznews.store.statements import chunks, put_row
from kznews.store.story_schema import relations, story_articles
from kznews.stories.comparing import Relation, similarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.engine import Connection

    from kznews.store.relating import Edges, Pair
    from kznews.store.signing import Signed

_STORY_OF = Prepared(
    select(story_articles).where(story_articles.c.article_key.in_(bindparam("keys", expanding=True))), listed="keys"
)
_MEMBERS = Prepared(
    select(story_articles).where(story_articles.c.story_id.in_(bindparam("stories", expanding=True))), listed="stories"
)
_EDGES = Prepared(
    select(relations.c.article_key, relations.c.other_key).where(
        and_(relations.c.relation == Relation.SAME, relations.c.article_key.in_(bindparam("keys", expanding=True)))
    ),
    listed="keys",
)


def follow_edges(connection: Connection, key: str, edges: Edges, *, new: bool) -> None:
    """Bring the stories up to date after a step for the article `key`; `new` says that it was in no relation before."""
    went = {pair for pair in edges.went if not _held_together(pair, key, edges.came)} if new else edges.went
    if not new or went:
        touched = {key, *(end for pair in edges.came | edges.went for end in pair)}
        together = touched | _members(connection, set(_stories_of(connection, touched).values()))
        edges.touched |= together
        _regroup(connection, together)
    else:
        for group in components({end for pair in edges.came for end in pair}, edges.came):
            edges.touched |= _join(connection, set(group))
    reach(Point.STORIES_WRITTEN)


def components(keys: Iterable[str], pairs: Iterable[Pair]) -> Iterator[list[str]]:
    """Yield the groups of keys that pairs connect; every key is in one."""
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in pairs:
        parent[root(one)] = root(other)
    groups: dict[str, list[str]] = {}
    for key in parent:
        groups.setdefault(root(key), []).append(key)
    yield from groups.values()


def due_rows(group: list[Signed]) -> list[dict[str, Any]]:
    """Return the rows of `story_articles` for the articles of one story: none for a single one."""
    if len(group) == 1:
        return []
    first = min(group, key=lambda one: one.place)
    return [_row(one, first) for one in group]


def _row(one: Signed, first: Signed) -> dict[str, Any]:
    """Return the row of an article; its score is the similarity to what was out first, None if they do not compare."""
    score = None
    if one.sketch and first.sketch and one.sketch.scheme == first.sketch.scheme:
        score = similarity(one.sketch, first.sketch)
    return {"article_key": one.article_key, "story_id": first.article_key, "score": score}


def _held_together(pair: Pair, key: str, came: set[Pair]) -> bool:
    """Return whether two articles that no longer are neighbours are both related to the one that came between them."""
    return all((end, key) in came or (key, end) in came for end in pair)


def _join(connection: Connection, ends: set[str]) -> set[str]:
    """Put articles that are the same, and the stories that they belong to, into one story, and return who moved."""
    known = _stories_of(connection, ends)
    firsts = {known.get(end, end) for end in ends}
    first = min(signed_many(connection, keys=firsts), key=lambda one: one.place)
    moving = _members(connection, firsts - {first.article_key}) | (ends - known.keys())
    rows = [_row(one, first) for one in signed_many(connection, keys=moving)]
    if rows:
        put_row(connection.dialect.name, story_articles).run_many(connection, rows)
        reach(Point.STORIES_WRITTEN)
    return moving


def _regroup(connection: Connection, keys: Iterable[str]) -> None:
    """Put together anew the stories of some articles, which nothing connects with any others."""
    signed = {one.article_key: one for one in signed_many(connection, keys=keys)}
    pairs = [(row["article_key"], row["other_key"]) for row in _chunked(connection, _EDGES, "keys", signed)]
    rows = [row for group in components(signed, pairs) for row in due_rows([signed[key] for key in group])]
    _delete(connection, set(keys) - {row["article_key"] for row in rows})
    if rows:
        put_row(connection.dialect.name, story_articles).run_many(connection, rows)
        reach(Point.STORIES_WRITTEN)


def _delete(connection: Connection, keys: Iterable[str]) -> None:
    for chunk in chunks(sorted(keys)):
        connection.execute(delete(story_articles).where(story_articles.c.article_key.in_(chunk)))
        reach(Point.STORIES_WRITTEN)


def _stories_of(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    return {row["article_key"]: row["story_id"] for row in _chunked(connection, _STORY_OF, "keys", keys)}


def _members(connection: Connection, stories: Iterable[str]) -> set[str]:
    return {row["article_key"] for row in _chunked(connection, _MEMBERS, "stories", stories)}


def _chunked(connection: Connection, query: Prepared, name: str, values: Iterable[str]) -> Iterator[Any]:
    for chunk in chunks(sorted(values)):
        yield from query.rows(connection, {name: chunk})

"""The relations of an article to others, written when its signature comes, changes or goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, or_, select

from kznews.store.failpoints import Point, reach
from kznews.store.neighbours import around, drop_bands, near, parted, put_bands, straddling
from kznews.store.prepared import Prepared
from kznews.store.signing import signed_many, write_signature
from kznews.store.statements import put_row
from kznews.store.story_schema import relations, signatures
from kznews.stories.comparing import Relation, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from sqlalchemy.engine import Connection

    from kznews.store.signing import Signed

Pair = tuple[str, str]


@dataclass
class Edges:
    """What a step changed in the relation `same`, by the keys of both articles."""

    came: set[Pair] = field(default_factory=set)
    went: set[Pair] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    """Keys of articles of which a feed may say something else now."""


def place(connection: Connection, old: Signed | None, new: Signed | None) -> Edges:
    """Put an article's signature `new` into the place of `old` (None: there is none), with its relations to all others.

    Who stands between two others in a crowded band, or no longer does, also changes whether these are compared.
    """
    edges = Edges()
    pairs: set[tuple[int, int]] = set()
    if old:
        pairs |= set(straddling(around(connection, old)))
        drop_bands(connection, old)
        _drop_relations(connection, old, new, edges)
    write_signature(connection, (new or old).article_key, new)  # type: ignore[union-attr] # one of them is given
    candidates: set[int] = set()
    told: tuple[int, ...] = ()
    if new:
        found = around(connection, new)
        pairs |= set(straddling(found)) if old else parted(found)
        told = () if old else new.bands  # `parted` has asked these
        candidates = {ref for sides in found for side in sides for ref in side}
        put_bands(connection, new)
    known = _by_ref(signed_many(connection, refs=candidates | {ref for pair in pairs for ref in pair}))
    if new:
        _relate(connection, new, (one for ref in sorted(candidates) for one in known.get(ref, ())), edges)
    for ref, other in sorted(pairs):
        for one in known.get(ref, ()):
            for another in known.get(other, ()):
                _reconsider(connection, one, another, edges, closer=old is not None, told=told)
    reach(Point.RELATIONS_WRITTEN)
    return edges


def due_relation(one: Signed, other: Signed) -> dict[str, Any] | None:
    """Return the row of `relations` for two articles that are compared, or None.

    The later one stands to the earlier one, a part to what it is a part of.
    """
    if not one.sketch or not other.sketch or one.sketch.scheme != other.sketch.scheme:
        return None
    later, earlier = sorted((one, other), key=lambda signed: signed.place, reverse=True)
    assert later.sketch is not None and earlier.sketch is not None  # noqa: S101, PT018 - asked above
    finding = compare(later.sketch, earlier.sketch)
    if finding is None:
        return None
    keys = (earlier.article_key, later.article_key) if finding.reverse else (later.article_key, earlier.article_key)
    row = {"article_key": keys[0], "other_key": keys[1], "relation": finding.relation.value}
    return row | {"score": finding.score, "scheme": one.sketch.scheme}


_DROP_PAIR = Prepared(
    delete(relations)
    .where(
        or_(
            and_(relations.c.article_key == bindparam("one"), relations.c.other_key == bindparam("other")),
            and_(relations.c.article_key == bindparam("other"), relations.c.other_key == bindparam("one")),
        )
    )
    .returning(relations.c.article_key, relations.c.other_key, relations.c.relation)
)


def _relate(connection: Connection, new: Signed, others: Iterable[Signed], edges: Edges) -> None:
    rows = [row for other in others if (row := due_relation(new, other))]
    if rows:
        put_row(connection.dialect.name, relations).run_many(connection, rows)
        reach(Point.RELATIONS_WRITTEN)
    for row in rows:
        _note(row, edges.came, edges)


def _reconsider(
    connection: Connection, one: Signed, other: Signed, edges: Edges, *, closer: bool, told: tuple[int, ...]
) -> None:
    """Write or delete the relation of two articles between which another one came or went.

    `closer`: one may have gone. `told` are bands in which they are known not to be near.
    """
    if not one.sketch or not other.sketch or one.sketch.scheme != other.sketch.scheme:
        return
    if not near(connection, one, other, beside=told):
        pair = {"one": one.article_key, "other": other.article_key}
        for row in _DROP_PAIR.rows(connection, pair):
            reach(Point.RELATIONS_WRITTEN)
            _note(row, edges.went, edges)
    elif closer and (due := due_relation(one, other)):
        put_row(connection.dialect.name, relations).run(connection, due)
        reach(Point.RELATIONS_WRITTEN)
        _note(due, edges.came, edges)


def _note(row: Mapping[str, Any], changed: set[Pair], edges: Edges) -> None:
    """Note that a relation came or went: `same` changes stories, which `follow_edges` looks at, and a part is told by itself."""
    if row["relation"] == Relation.SAME:
        changed.add((row["article_key"], row["other_key"]))
    if row["relation"] == Relation.PART_OF:
        edges.touched.add(row["article_key"])


def _drop_relations(connection: Connection, old: Signed, new: Signed | None, edges: Edges) -> None:
    """Delete the relations of an article; of one that is only signed anew, those to articles that have been signed anew.

    A relation found by an older scheme holds until both its articles are signed by the new one.
    """
    key = old.article_key
    gone = delete(relations).where(or_(relations.c.article_key == key, relations.c.other_key == key))
    if new and new.sketch and old.sketch and old.sketch.scheme != new.sketch.scheme and old.same_text(new):
        other = or_(
            and_(signatures.c.article_key == relations.c.article_key, relations.c.other_key == key),
            and_(signatures.c.article_key == relations.c.other_key, relations.c.article_key == key),
        )
        kept = select(1).where(other, signatures.c.scheme == relations.c.scheme).correlate(relations).exists()
        gone = gone.where(~kept)
    gone_rows = gone.returning(relations.c.article_key, relations.c.other_key, relations.c.relation)
    rows = [dict(row) for row in connection.execute(gone_rows).mappings()]
    reach(Point.RELATIONS_WRITTEN)
    for row in rows:
        _note(row, edges.went, edges)


def _by_ref(found: Iterable[Signed]) -> dict[int, list[Signed]]:
    known: dict[int, list[Signed]] = {}
    for one in found:
        known.setdefault(one.ref, []).append(one)
    return known

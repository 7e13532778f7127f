"""Signatures, bands, relations and stories once more, from texts and articles, to be compared with what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, or_, select

from kznews.store.clusters import components, due_rows
from kznews.store.codec import article_from, content_digest
from kznews.store.neighbours import around
from kznews.store.relating import due_relation
from kznews.store.schema import articles, editions
from kznews.store.signing import due_signature, signed, signed_many
from kznews.store.statements import TEXT
from kznews.store.story_schema import bands, relations, signatures, story_articles
from kznews.stories.comparing import Relation
from kznews.stories.scheme import CURRENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from kznews.store.signing import Signed


def story_faults(connection: Connection) -> Iterator[str]:
    """Yield one line for each signature, relation and story that is not what follows from the texts.

    Articles that wait for `scrapy resign` are no fault; they are in no relation to others but those that an older scheme found.
    """
    yield from _missing(connection)
    keys = connection.execute(select(signatures.c.article_key).order_by(signatures.c.article_key)).scalars().all()
    for key in keys:
        one = signed(connection, key)
        if one and one.sketch:
            yield from _band_faults(connection, one)
        if one and one.sketch and one.sketch.scheme == CURRENT.key:
            yield from _signature_faults(connection, one)
            yield from _relation_faults(connection, one)
    yield from _story_faults(connection)


def _missing(connection: Connection) -> Iterator[str]:
    """Yield the articles without a signature, and whether the index holds anything that is no article's."""
    has_text = exists().where(editions.c.article_key == articles.c.key)
    unsigned = ~exists().where(signatures.c.article_key == articles.c.key)
    for key in connection.execute(select(articles.c.key).where(has_text, unsigned).order_by(articles.c.key)).scalars():
        yield f"signature: {key}: is missing"
    known = exists().where(and_(signatures.c.ref == bands.c.ref, signatures.c.moment == bands.c.moment))
    if strays := connection.execute(select(func.count()).select_from(bands).where(~known)).scalar_one():
        yield f"bands: {strays} are those of no signature"


def _signature_faults(connection: Connection, one: Signed) -> Iterator[str]:
    if _is_whole(connection, one) and due_signature(connection, one.article_key, known=(), given={}) != one:
        yield f"signature: {one.article_key}: is not what follows from its text"


def _band_faults(connection: Connection, one: Signed) -> Iterator[str]:
    query = select(bands.c.band).where(bands.c.ref == one.ref, bands.c.moment == one.moment, bands.c.band.in_(one.bands))
    if set(connection.execute(query).scalars()) != set(one.bands):
        yield f"bands: {one.article_key}: are not those of its signature"


def _is_whole(connection: Connection, one: Signed) -> bool:
    """Return whether the signed text is what was stored; one that is damaged is a fault of its own, and says nothing."""
    here = {"at_portal": one.article_key.partition(":")[0], "at_url": one.url, "at_digest": one.digest}
    text = TEXT.row(connection, here)
    return text is None or content_digest(article_from(text)) == one.digest


def _relation_faults(connection: Connection, one: Signed) -> Iterator[str]:
    """Yield what differs in the relations of an article to those that it is compared with."""
    refs = {ref for sides in around(connection, one) for side in sides for ref in side}
    others = signed_many(connection, refs=refs)
    due = {_pair(row): row for other in others if other != one and (row := due_relation(one, other))}
    here = or_(relations.c.article_key == one.article_key, relations.c.other_key == one.article_key)
    stored = select(relations).where(here, relations.c.scheme == CURRENT.key)
    found = {_pair(row): dict(row) for row in connection.execute(stored).mappings()}
    for pair in sorted(due.keys() | found.keys()):
        if pair[0] == one.article_key and due.get(pair) != found.get(pair):  # each once, with the article that it is a row of
            yield f"relation: {pair[0]} {pair[1]}: is not what follows from their texts"


def _story_faults(connection: Connection) -> Iterator[str]:
    """Yield the articles whose story is not the one that the relations make."""
    query = select(relations.c.article_key, relations.c.other_key).where(relations.c.relation == Relation.SAME)
    pairs = [(row.article_key, row.other_key) for row in connection.execute(query)]
    due: dict[str, Any] = {}
    for group in components({key for pair in pairs for key in pair}, pairs):
        due |= {row["article_key"]: row for row in due_rows(signed_many(connection, keys=group))}
    found = {row["article_key"]: dict(row) for row in connection.execute(select(story_articles)).mappings()}
    for key in sorted(due.keys() | found.keys()):
        if due.get(key) != found.get(key):
            yield f"story: {key}: is not what follows from the relations"


def _pair(row: Any) -> tuple[str, str]:
    return row["article_key"], row["other_key"]

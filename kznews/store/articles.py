"""Texts, editions and articles: what an address shows, and which work it belongs to.

Stored facts are the texts and the sightings. Editions and articles are recomputed from them, in the same transaction.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, insert, select, update

from kznews.store.codec import article_key, text_row
from kznews.store.frontier import upsert
from kznews.store.schema import articles, editions, pages, sightings, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Connection, RowMapping

    from kznews.items import Article
    from kznews.store.records import PageRecord

SCRIPT_ORDER = ("Cyrl", "Latn", "Arab")


def main_edition_rank(script: str | None, url: str, *, redirects: bool) -> tuple[Any, ...]:
    """Return the sort key of an edition: the smallest is the main one.

    An address that still answers comes before one that redirects, then the script (Cyrillic, Latin, Arabic, others),
    then the shorter address, then the alphabet.
    """
    place = SCRIPT_ORDER.index(script) if script in SCRIPT_ORDER else len(SCRIPT_ORDER)
    return (redirects, place, len(url), url)


def edition_of(connection: Connection, portal: str, url: str) -> RowMapping | None:
    """Return the row of `editions` for an address, or None."""
    query = select(editions).where(editions.c.portal == portal, editions.c.url == url)
    return connection.execute(query).mappings().one_or_none()


def write_text(connection: Connection, record: PageRecord, article: Article) -> int:
    """Write the text and its sighting, bring the edition up to date, and return the number of the version that holds it."""
    row = text_row(record, article)
    _keep_text(connection, row)
    seen = _seen(connection, row)
    if (row["read_at"], row["digest"]) not in [(one.seen_at, one.digest) for one in seen]:
        tie = sum(one.seen_at == row["read_at"] for one in seen)
        sighting = {"portal": row["portal"], "url": row["url"], "seen_at": row["read_at"], "tie": tie, "digest": row["digest"]}
        connection.execute(insert(sightings), sighting)
        seen = _seen(connection, row)
    chain = [list(run) for _, run in groupby(seen, key=lambda one: one.digest)]
    _keep_edition(connection, row, newest=seen[-1].digest, versions=len(chain), span=(seen[0].seen_at, seen[-1].seen_at))
    return next(
        number
        for number, run in enumerate(chain, start=1)
        if any((one.seen_at, one.digest) == (row["read_at"], row["digest"]) for one in run)
    )


def _keep_text(connection: Connection, row: dict[str, Any]) -> None:
    """Keep the earliest reading of a text; a capture that is read again gives the reading that counts."""
    here = and_(texts.c.portal == row["portal"], texts.c.url == row["url"], texts.c.digest == row["digest"])
    known = connection.execute(select(texts).where(here)).mappings().one_or_none()
    if known is None:
        connection.execute(insert(texts), row)
    elif row["read_at"] <= known["read_at"] and any(known[name] != value for name, value in row.items()):
        connection.execute(update(texts).where(here).values(row))


def _seen(connection: Connection, row: dict[str, Any]) -> list[Any]:
    query = select(sightings.c.seen_at, sightings.c.tie, sightings.c.digest).where(
        sightings.c.portal == row["portal"],
        sightings.c.url == row["url"],
    )
    return list(connection.execute(query.order_by(sightings.c.seen_at, sightings.c.tie)))


def _keep_edition(connection: Connection, row: dict[str, Any], *, newest: str, versions: int, span: tuple[Any, Any]) -> None:
    here = and_(texts.c.portal == row["portal"], texts.c.url == row["url"], texts.c.digest == newest)
    current = connection.execute(select(texts.c.article_id, texts.c.script).where(here)).one()
    key = article_key(row["portal"], current.article_id)
    values = {
        "article_key": key,
        "script": current.script,
        "digest": newest,
        "versions": versions,
        "first_seen": span[0],
        "last_seen": span[1],
    }
    # `refresh` fills in the rest; the row must exist for the edition to point to.
    stub = {
        "key": key,
        "portal": row["portal"],
        "article_id": current.article_id,
        "main_url": row["url"],
        "first_seen": span[0],
        "content_key": "",
    }
    connection.execute(upsert(connection, articles).on_conflict_do_nothing(), stub)
    statement = upsert(connection, editions).on_conflict_do_update(index_elements=["portal", "url"], set_=values)
    connection.execute(statement, {"portal": row["portal"], "url": row["url"], **values})


def refresh(connection: Connection, portal: str, keys: Iterable[str]) -> list[str]:
    """Recompute the articles `keys` from their editions and the originals of their groups.

    Returns the addresses of all articles touched; articles without an edition are left for `drop_empty`.
    """
    touched = set(keys)
    groups: set[str] = set()
    for key in sorted(touched):
        groups |= _refresh_one(connection, key)
    for content_key in sorted(groups - {""}):
        touched |= _regroup(connection, portal, content_key)
    query = select(editions.c.url).where(editions.c.article_key.in_(sorted(touched)))
    return list(connection.execute(query).scalars())


def _refresh_one(connection: Connection, key: str) -> set[str]:
    """Recompute one article and return the content keys, old and new, whose groups that concerns."""
    old = connection.execute(select(articles).where(articles.c.key == key)).mappings().one()
    query = (
        select(editions, pages.c.redirects_to)
        .join(pages, and_(pages.c.portal == editions.c.portal, pages.c.url == editions.c.url))
        .where(editions.c.article_key == key)
    )
    own = connection.execute(query).all()
    if not own:
        new: dict[str, Any] = {"content_key": "", "duplicate_of": None}
    else:
        main = min(own, key=lambda one: main_edition_rank(one.script, one.url, redirects=one.redirects_to is not None))
        here = and_(texts.c.portal == main.portal, texts.c.url == main.url, texts.c.digest == main.digest)
        text = connection.execute(select(texts.c.content_key, texts.c.published_at).where(here)).one()
        new = {"main_url": main.url, "first_seen": min(one.first_seen for one in own), **text._mapping}  # noqa: SLF001
        if not new["content_key"]:
            new["duplicate_of"] = None
    if any(old[name] != value for name, value in new.items()):
        connection.execute(update(articles).where(articles.c.key == key).values(new))
    return {old["content_key"], new["content_key"]}


def _regroup(connection: Connection, portal: str, content_key: str) -> set[str]:
    """Point the articles of one content to their original, and return the keys of those that changed.

    The original is the one published first (those without a date last), then the smallest key.
    """
    query = select(articles.c.key, articles.c.published_at, articles.c.duplicate_of).where(
        articles.c.portal == portal,
        articles.c.content_key == content_key,
    )
    group = connection.execute(query).all()
    if not group:
        return set()
    original = min(group, key=lambda one: (one.published_at is None, one.published_at or 0, one.key)).key
    changed = set()
    for one in group:
        due = None if one.key == original else original
        if one.duplicate_of != due:
            connection.execute(update(articles).where(articles.c.key == one.key).values(duplicate_of=due))
            changed.add(one.key)
    return changed


def has_twin(connection: Connection, key: str) -> bool:
    """Return whether another article of the same portal has the same content."""
    twin = articles.alias("twin")
    same = and_(articles.c.portal == twin.c.portal, articles.c.content_key == twin.c.content_key)
    query = select(twin.c.key).join(articles, same)
    query = query.where(articles.c.key == key, twin.c.key != key, twin.c.content_key != "").limit(1)
    return connection.execute(query).first() is not None


def drop_empty(connection: Connection, keys: Iterable[str]) -> None:
    """Delete those articles of `keys` that have no edition left, because their address turned out to be another's."""
    has_edition = select(editions.c.url).where(editions.c.article_key == articles.c.key).exists()
    connection.execute(delete(articles).where(articles.c.key.in_(sorted(keys)), ~has_edition))

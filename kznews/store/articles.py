"""Texts, editions and articles: what an address shows, and which work it belongs to.

Stored facts are the texts and the sightings. Editions and articles are recomputed from them, in the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from kznews.clock import aware_utc
from kznews.store.codec import article_key, text_row
from kznews.store.failpoints import Point, reach
from kznews.store.schema import articles, editions
from kznews.store.search import index_article
from kznews.store.statements import (
    ARTICLE,
    EDITION,
    EDITIONS_OF,
    GROUP,
    INSERT_ARTICLE,
    INSERT_SIGHTING,
    INSERT_TEXT,
    SIGHTINGS,
    TEXT,
    TEXT_CONTENT,
    UPDATE_ARTICLE,
    UPDATE_TEXT,
    URLS_OF,
    put_row,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    return connection.execute(EDITION, {"at_portal": portal, "at_url": url}).mappings().one_or_none()


@dataclass(frozen=True)
class Written:
    """What `write_text` did."""

    version: int
    """Number of the version that holds the text."""
    article_key: str
    """The article of the newest text, which is the edition's."""
    newest: str
    """Digest of the newest text."""
    digest: str
    """Digest of the text that was written."""
    new_article: bool


def write_text(connection: Connection, record: PageRecord, article: Article) -> Written:
    """Write the text and its sighting, and bring the edition up to date."""
    row = text_row(record, article)
    here = {"at_portal": record.portal, "at_url": record.url}
    kept = _keep_text(connection, row, here)
    sighting = (aware_utc(record.fetched_at), row["digest"])
    seen = [(one.seen_at, one.digest) for one in connection.execute(SIGHTINGS, here)]
    if sighting not in seen:
        # Two texts of one instant contradict each other; then, and only then, the order of arrival counts.
        tie = sum(seen_at == sighting[0] for seen_at, _ in seen)
        values = {"portal": record.portal, "url": record.url, "seen_at": sighting[0], "tie": tie, "digest": sighting[1]}
        connection.execute(INSERT_SIGHTING, values)
        reach(Point.SIGHTING_WRITTEN)
        seen = sorted([*seen, sighting], key=lambda one: one[0])
    newest = kept if seen[-1][1] == row["digest"] else _newest_text(connection, here, seen[-1][1])
    edition = edition_values(newest, seen)
    key, new_article = _keep_edition(connection, edition, newest["article_id"])
    version = next(number for number, run in enumerate(_versions(seen), start=1) if sighting in run)
    return Written(version, key, edition["digest"], row["digest"], new_article)


def edition_values(newest: Mapping[str, Any] | RowMapping, seen: list[tuple[Any, str]]) -> dict[str, Any]:
    """Return the columns of an edition, but for its article: from its newest text and its sightings (time, digest), in order."""
    edition = {name: newest[name] for name in ("portal", "url", "script", "digest")}
    return edition | {"versions": len(_versions(seen)), "first_seen": seen[0][0], "last_seen": seen[-1][0]}


def _versions(seen: list[tuple[Any, str]]) -> list[list[tuple[Any, str]]]:
    """Return the runs of equal sightings."""
    return [list(run) for _, run in groupby(seen, key=lambda one: one[1])]


def _keep_text(connection: Connection, row: dict[str, Any], here: dict[str, str]) -> Mapping[str, Any] | RowMapping:
    """Keep the earliest reading of a text, and return it; a capture that is read again gives the reading that counts."""
    here = {**here, "at_digest": row["digest"]}
    known = connection.execute(TEXT, here).mappings().one_or_none()
    if known is None:
        connection.execute(INSERT_TEXT, row)
        reach(Point.TEXT_WRITTEN)
        return row
    if row["read_at"] > known["read_at"]:
        return known
    if any(known[name] != value for name, value in row.items()):
        connection.execute(UPDATE_TEXT, {**here, **row})
    return row


def _newest_text(connection: Connection, here: dict[str, str], digest: str) -> RowMapping:
    return connection.execute(TEXT, {**here, "at_digest": digest}).mappings().one()


def _keep_edition(connection: Connection, edition: dict[str, Any], article_id: str) -> tuple[str, bool]:
    """Write the edition, and return the key of its article and whether that is new."""
    key = article_key(edition["portal"], article_id)
    new = connection.execute(ARTICLE, {"at_key": key}).first() is None
    if new:
        # `refresh` fills in the rest; the row must exist for the edition to point to.
        stub = {"key": key, "portal": edition["portal"], "article_id": article_id}
        connection.execute(INSERT_ARTICLE, {**stub, "main_url": edition["url"], "first_seen": edition["first_seen"]})
    connection.execute(put_row(connection.dialect.name, editions), {**edition, "article_key": key})
    reach(Point.EDITION_WRITTEN)
    return key, new


def refresh(connection: Connection, portal: str, keys: Iterable[str]) -> set[str]:
    """Recompute the articles `keys` from their editions and the originals of their groups.

    Returns the keys of all articles touched; articles without an edition are left for `drop_empty`.
    """
    touched = set(keys)
    groups: set[str] = set()
    for key in sorted(touched):
        groups |= _refresh_one(connection, key)
    for key in sorted(touched):
        index_article(connection, key)
    for content_key in sorted(groups - {""}):
        touched |= _regroup(connection, portal, content_key)
    return touched


def addresses_of(connection: Connection, keys: Iterable[str]) -> list[str]:
    """Return the addresses of the editions of the articles `keys`."""
    return list(connection.execute(URLS_OF, {"keys": sorted(keys)}).scalars())


def _refresh_one(connection: Connection, key: str) -> set[str]:
    """Recompute one article and return the content keys, old and new, whose groups that concerns."""
    old = connection.execute(ARTICLE, {"at_key": key}).mappings().one()
    new = article_values(connection, key)
    if not new["content_key"]:
        new["duplicate_of"] = None
    if any(old[name] != value for name, value in new.items()):
        connection.execute(UPDATE_ARTICLE, {"at_key": key, **new})
        reach(Point.ARTICLE_WRITTEN)
    return {old["content_key"], new["content_key"]}


def article_values(connection: Connection, key: str) -> dict[str, Any]:
    """Return the columns of an article that follow from its editions."""
    own = connection.execute(EDITIONS_OF, {"at_article_key": key}).all()
    if not own:
        return {"content_key": ""}
    main = min(own, key=lambda one: main_edition_rank(one.script, one.url, redirects=one.redirects_to is not None))
    here = {"at_portal": main.portal, "at_url": main.url, "at_digest": main.digest}
    text = connection.execute(TEXT_CONTENT, here).one()
    new = {"content_key": text.content_key, "published_at": text.published_at}
    return new | {"main_url": main.url, "first_seen": min(one.first_seen for one in own)}


def _regroup(connection: Connection, portal: str, content_key: str) -> set[str]:
    """Point the articles of one content to their original, and return the keys of those that changed."""
    group = connection.execute(GROUP, {"at_portal": portal, "at_content_key": content_key}).all()
    if not group:
        return set()
    original = original_of(group)
    changed = set()
    for one in group:
        due = None if one.key == original else original
        if one.duplicate_of != due:
            connection.execute(UPDATE_ARTICLE, {"at_key": one.key, "duplicate_of": due})
            reach(Point.DUPLICATES_WRITTEN)
            changed.add(one.key)
    return changed


def original_of(group: Iterable[Any]) -> str:
    """Return the key of the original among articles of one content: published first (without a date last), then by key."""
    key: str = min(group, key=lambda one: (one.published_at is None, one.published_at or 0, one.key)).key
    return key


def has_twin(connection: Connection, article: RowMapping) -> bool:
    """Return whether another article of the same portal has the same content."""
    if not article["content_key"]:
        return False
    here = {"at_portal": article["portal"], "at_content_key": article["content_key"]}
    return len(connection.execute(GROUP, here).all()) > 1


def drop_empty(connection: Connection, keys: Iterable[str]) -> None:
    """Delete those articles of `keys` that have no edition left, because their address turned out to be another's."""
    has_edition = select(editions.c.url).where(editions.c.article_key == articles.c.key).exists()
    connection.execute(delete(articles).where(articles.c.key.in_(sorted(keys)), ~has_edition))
    reach(Point.EMPTY_DROPPED)

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
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.engine import Connection

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


def edition_of(connection: Connection, portal: str, url: str) -> Mapping[str, Any] | None:
    """Return the row of `editions` for an address, or None."""
    return EDITION.row(connection, {"at_portal": portal, "at_url": url})


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
    seen = [(seen_at, digest) for seen_at, digest in SIGHTINGS.tuples(connection, here)]
    if sighting not in seen:
        # Two texts of one instant contradict each other; then, and only then, the order of arrival counts.
        tie = sum(seen_at == sighting[0] for seen_at, _ in seen)
        values = {"portal": record.portal, "url": record.url, "seen_at": sighting[0], "tie": tie, "digest": sighting[1]}
        INSERT_SIGHTING.run(connection, values)
        reach(Point.SIGHTING_WRITTEN)
        seen = sorted([*seen, sighting], key=lambda one: one[0])
    newest = kept if seen[-1][1] == row["digest"] else _newest_text(connection, here, seen[-1][1])
    edition = edition_values(newest, seen)
    key, new_article = _keep_edition(connection, edition, newest)
    version = next(number for number, run in enumerate(_versions(seen), start=1) if sighting in run)
    return Written(version, key, edition["digest"], row["digest"], new_article)


def edition_values(newest: Mapping[str, Any], seen: list[tuple[Any, str]]) -> dict[str, Any]:
    """Return the columns of an edition, but for its article: from its newest text and its sightings (time, digest), in order."""
    edition = {name: newest[name] for name in ("portal", "url", "script", "digest")}
    return edition | {"versions": len(_versions(seen)), "first_seen": seen[0][0], "last_seen": seen[-1][0]}


def _versions(seen: list[tuple[Any, str]]) -> list[list[tuple[Any, str]]]:
    """Return the runs of equal sightings."""
    return [list(run) for _, run in groupby(seen, key=lambda one: one[1])]


def _keep_text(connection: Connection, row: dict[str, Any], here: dict[str, str]) -> Mapping[str, Any]:
    """Keep the earliest reading of a text, and return it; a capture that is read again gives the reading that counts."""
    here = {**here, "at_digest": row["digest"]}
    known = TEXT.row(connection, here)
    if known is None:
        INSERT_TEXT.run(connection, row)
        reach(Point.TEXT_WRITTEN)
        return row
    if row["read_at"] > known["read_at"]:
        return known
    if any(known[name] != value for name, value in row.items()):
        UPDATE_TEXT.run(connection, {**here, **row})
    return row


def _newest_text(connection: Connection, here: dict[str, str], digest: str) -> Mapping[str, Any]:
    [text] = TEXT.rows(connection, {**here, "at_digest": digest})
    return text


def _keep_edition(connection: Connection, edition: dict[str, Any], newest: Mapping[str, Any]) -> tuple[str, bool]:
    """Write the edition, and return the key of its article and whether that is new."""
    key = article_key(edition["portal"], newest["article_id"])
    new = ARTICLE.row(connection, {"at_key": key}) is None
    if new:
        # The row must exist for the edition to point to; with this edition alone it is what `refresh` makes of it.
        own = {"key": key, "portal": edition["portal"], "main_url": edition["url"], "first_seen": edition["first_seen"]}
        INSERT_ARTICLE.run(connection, own | {name: newest[name] for name in ("article_id", "content_key", "published_at")})
    put_row(connection.dialect.name, editions).run(connection, {**edition, "article_key": key})
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
    for content_key in sorted(groups - {""}):
        touched |= _regroup(connection, portal, content_key)
    return touched


def addresses_of(connection: Connection, keys: Iterable[str]) -> list[str]:
    """Return the addresses of the editions of the articles `keys`."""
    return URLS_OF.column(connection, {"keys": sorted(keys)})


def _refresh_one(connection: Connection, key: str) -> set[str]:
    """Recompute one article and return the content keys, old and new, whose groups that concerns."""
    [old] = ARTICLE.rows(connection, {"at_key": key})
    own = EDITIONS_OF.rows(connection, {"at_article_key": key})
    new = article_values(connection, own)
    if not new["content_key"]:
        new["duplicate_of"] = None
    if any(old[name] != value for name, value in new.items()):
        UPDATE_ARTICLE.run(connection, {"at_key": key, **new})
        reach(Point.ARTICLE_WRITTEN)
    index_article(connection, {**old, **new}, own)
    return {old["content_key"], new["content_key"]}


def article_values(connection: Connection, own: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the columns of an article that follow from its editions, rows of EDITIONS_OF."""
    if not own:
        return {"content_key": ""}
    main = min(own, key=lambda one: main_edition_rank(one["script"], one["url"], redirects=one["redirects_to"] is not None))
    here = {"at_portal": main["portal"], "at_url": main["url"], "at_digest": main["digest"]}
    [new] = TEXT_CONTENT.rows(connection, here)
    return new | {"main_url": main["url"], "first_seen": min(one["first_seen"] for one in own)}


def _regroup(connection: Connection, portal: str, content_key: str) -> set[str]:
    """Point the articles of one content to their original, and return the keys of those that changed."""
    group = GROUP.rows(connection, {"at_portal": portal, "at_content_key": content_key})
    if not group:
        return set()
    original = original_of(group)
    changed = set()
    for one in group:
        due = None if one["key"] == original else original
        if one["duplicate_of"] != due:
            UPDATE_ARTICLE.run(connection, {"at_key": one["key"], "duplicate_of": due})
            reach(Point.DUPLICATES_WRITTEN)
            changed.add(one["key"])
    return changed


def original_of(group: Iterable[Any]) -> str:
    """Return the key of the original among articles of one content: published first (without a date last), then by key."""
    key: str = min(group, key=lambda one: (one["published_at"] is None, one["published_at"] or 0, one["key"]))["key"]
    return key


def has_twin(connection: Connection, article: Mapping[str, Any]) -> bool:
    """Return whether another article of the same portal has the same content."""
    if not article["content_key"]:
        return False
    here = {"at_portal": article["portal"], "at_content_key": article["content_key"]}
    return len(GROUP.rows(connection, here)) > 1


def drop_empty(connection: Connection, keys: Iterable[str]) -> None:
    """Delete those articles of `keys` that have no edition left, because their address turned out to be another's."""
    has_edition = select(editions.c.url).where(editions.c.article_key == articles.c.key).exists()
    connection.execute(delete(articles).where(articles.c.key.in_(sorted(keys)), ~has_edition))
    reach(Point.EMPTY_DROPPED)

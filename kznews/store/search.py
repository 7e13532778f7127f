"""The search index: what is written beside an article, and what answers a question (docs/search.md).

The index follows from the articles' editions and their newest texts alone. It is written in the transaction of the article; in
a store that is older than the index, `index_missing` brings it up to date by steps.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from kznews.kazakh.stems import SEARCH_VERSION, stems_by_line
from kznews.store.failpoints import Point, reach
from kznews.store.prepared import Prepared
from kznews.store.schema import articles, texts
from kznews.store.search_schema import search
from kznews.store.statements import ARTICLE, EDITIONS_OF
from kznews.store.views import current_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection, RowMapping

    from kznews.search import Term

STEP = 500
"""How many articles `index_missing` takes in one transaction: about a second."""
_HASH_BITS = 35
_MOST_BODY = 300_000  # characters: PostgreSQL takes a megabyte of words and places, and no article is a tenth of that
_SECONDS = 60
_MOST_MINUTES = 2 ** (63 - _HASH_BITS) - 1  # to the year 2480; what claims to be later or before 1459 stands at the edge
_TEXT = Prepared(
    select(texts.c.title, texts.c.lead, texts.c.body).where(
        texts.c.portal == bindparam("at_portal"), texts.c.url == bindparam("at_url"), texts.c.digest == bindparam("at_digest")
    )
)
_FOUND = Prepared(select(search.c.number, search.c.source).where(search.c.article_key == bindparam("at_key")))
_TAKEN = Prepared(select(search.c.number).where(search.c.number == bindparam("at_number")))
_DROP = Prepared(delete(search).where(search.c.article_key == bindparam("at_key")))
_INSERT = Prepared(insert(search))


def index_article(connection: Connection, article: Mapping[str, Any], own: Sequence[Mapping[str, Any]]) -> None:
    """Bring the row of one article with its editions up to date, or drop it where it has none; in the caller's transaction."""
    key = article["key"]
    before = _FOUND.row(connection, {"at_key": key})
    if own and before and (before["source"], before["number"]) in [(_source(own), _number(article, salt)) for salt in (0, 1, 2)]:
        return
    if before:
        _DROP.run(connection, {"at_key": key})
    if own:
        row = _row(connection, article, own)
        salt = 0  # two articles of one minute share a number once in thousands of millions
        while _TAKEN.row(connection, {"at_number": row["number"]}):
            salt += 1
            row["number"] = _number(article, salt)
        _INSERT.run(connection, row)
    reach(Point.SEARCH_WRITTEN)


def _source(own: Sequence[Mapping[str, Any]]) -> str:
    """Return what a row follows from: the newest text of every edition, and the version of the stems."""
    said = "\n".join(sorted(f"{edition['url']} {edition['digest']}" for edition in own))
    return f"{SEARCH_VERSION}:{sha256(said.encode()).hexdigest()}"


def _number(article: Mapping[str, Any], salt: int = 0) -> int:
    at: datetime = article["published_at"] or article["first_seen"]
    digest = sha256(f"{article['key']}{'' if not salt else f' {salt}'}".encode()).digest()
    return _first_of(at) | int.from_bytes(digest[:8]) >> (64 - _HASH_BITS)


def _first_of(at: datetime) -> int:
    """Return the smallest number of an article of that minute."""
    minutes = int(at.timestamp()) // _SECONDS
    kept: int = max(-_MOST_MINUTES - 1, min(minutes, _MOST_MINUTES))
    return kept << _HASH_BITS


def _row(connection: Connection, article: Mapping[str, Any], own: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the row of an article: the stems of all its editions, a line that two of them share once."""
    titles: dict[str, None] = {}
    lines: dict[str, None] = {}
    for edition in sorted(own, key=lambda one: str(one["url"])):
        here = {"at_portal": edition["portal"], "at_url": edition["url"], "at_digest": edition["digest"]}
        [(title, lead, body)] = _TEXT.tuples(connection, here)
        headline = (title or "").replace("\n", " ")
        stems = stems_by_line([headline, *"\n".join([lead or "", *body]).split("\n")])
        titles[" ".join(stems[0])] = None
        lines |= dict.fromkeys(map(" ".join, stems[1:]))
    return {
        "number": _number(article),
        "article_key": article["key"],
        "portal": article["portal"],
        "source": _source(own),
        "title": " ".join(filter(None, titles))[:_MOST_BODY],
        "body": " ".join(filter(None, lines))[:_MOST_BODY],
    }


def missing(connection: Connection) -> int:
    """Return how many articles are not in the index, or in one of another version."""
    return int(connection.execute(select(func.count()).select_from(_missing().subquery())).scalar_one())


def index_missing(connection: Connection) -> int:
    """Index at most STEP articles that are not in the index, in the caller's transaction, and return how many."""
    keys = connection.execute(_missing().order_by(articles.c.key).limit(STEP)).scalars().all()
    for key in keys:
        article, own = ARTICLE.row(connection, {"at_key": key}), EDITIONS_OF.rows(connection, {"at_article_key": key})
        if article:
            index_article(connection, article, own)
    return len(keys)


def _missing() -> Any:
    current = search.c.source.like(f"{SEARCH_VERSION}:%")
    return (
        select(articles.c.key)
        .select_from(articles.outerjoin(search, search.c.article_key == articles.c.key))
        .where(search.c.article_key.is_(None) | ~current)
    )


def find(
    connection: Connection,
    terms: Sequence[Term],
    *,
    portal: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int = 10,
) -> list[RowMapping]:
    """Return the newest articles in which all terms occur, each once, as rows of `current_articles`, newest first.

    `since` (included) and `until` (excluded) are aware; an article without a date counts from when it was first seen. What is
    a duplicate of another article of its portal is left out, and so is what the index does not hold yet.
    """
    dialect = connection.dialect.name
    values: dict[str, Any] = {"query": fts5_query(terms, portal) if dialect == "sqlite" else _tsquery(terms)}
    where = ["search_words MATCH :query" if dialect == "sqlite" else "s.words @@ CAST(:query AS tsquery)"]
    number = "w.rowid" if dialect == "sqlite" else "s.number"
    for name, sign, at in (("since", ">=", since), ("until", "<", until)):
        if at is not None:
            where.append(f"{number} {sign} :{name}")
            values[name] = _first_of(at)
    if portal and dialect != "sqlite":
        where.append("s.portal = :portal")
        values["portal"] = portal
    tables = "search_words AS w CROSS JOIN search AS s ON s.number = w.rowid" if dialect == "sqlite" else "search AS s"
    join = "CROSS JOIN" if dialect == "sqlite" else "JOIN"  # SQLite keeps that order of the tables: the index comes first
    query = text(
        f"SELECT a.key FROM {tables} {join} articles AS a ON a.key = s.article_key AND a.duplicate_of IS NULL"  # noqa: S608 - our own names
        f" WHERE {' AND '.join(where)} ORDER BY {number} DESC LIMIT :most"
    )
    keys = connection.execute(query, {**values, "most": limit}).scalars().all()
    rows = connection.execute(select(current_articles).where(current_articles.c.key.in_(keys))).mappings()
    found = {row["key"]: row for row in rows}
    return [found[key] for key in keys if key in found]


def fts5_query(terms: Sequence[Term], portal: str | None = None) -> str:
    """Return what SQLite's table `search_words` is asked for all terms, of one portal or of all."""

    def part(term: Term) -> str:
        ways = [f'"{" ".join(words)}"{" *" if prefix else ""}' for words, prefix in term.readings]
        return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"

    wanted = " AND ".join(part(term) for term in terms if term.wanted)
    asked = f"({{title body}} : ({wanted}))"
    if portal:
        quoted = portal.replace('"', '""')
        asked = f'(portal : "{quoted}" AND {asked})'
    for term in terms:
        if not term.wanted:
            asked = f"({asked} NOT {{title body}} : {part(term)})"
    return asked


def _tsquery(terms: Sequence[Term]) -> str:
    def part(term: Term) -> str:
        ways = [" <-> ".join([f"'{word}'" for word in words]) + (":*" if prefix else "") for words, prefix in term.readings]
        return f"{'' if term.wanted else '!'}({' | '.join(f'({way})' for way in ways)})"

    return " & ".join(map(part, terms))


def word_faults(connection: Connection) -> Iterator[str]:
    """Yield a line if SQLite's index of words is not that of the rows; the question is an INSERT and needs the right to write."""
    if connection.dialect.name == "sqlite":
        try:
            connection.exec_driver_sql("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")
        except DBAPIError as error:
            yield f"search: the index of words is not that of the articles: {error.orig}"


def search_faults(connection: Connection) -> Iterator[str]:
    """Yield one line for each row of the index that is not what follows from its article; a row that is missing is no fault."""
    for row in connection.execute(select(search).order_by(search.c.article_key)).mappings().all():
        if not row["source"].startswith(f"{SEARCH_VERSION}:"):
            continue
        article = ARTICLE.row(connection, {"at_key": row["article_key"]})
        own = EDITIONS_OF.rows(connection, {"at_article_key": row["article_key"]})
        if article is None or not own:
            yield f"search: {row['article_key']}: the article is not there"
            continue
        due = _row(connection, article, own)
        wrong = [name for name in ("portal", "source", "title", "body") if row[name] != due[name]]
        if row["number"] not in {_number(article, salt) for salt in (0, 1, 2)}:
            wrong.append("number")
        if wrong:
            yield f"search: {row['article_key']}: {', '.join(wrong)} is not what follows from its editions"

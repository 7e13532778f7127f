"""Whether a store is what it should be: its file, every row against its checksum, texts and kept pages against their digests."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from kznews.store.checksums import differing
from kznews.store.codec import article_from, content_digest
from kznews.store.derived import derived_faults
from kznews.store.raw import IN_ARCHIVE, body_of
from kznews.store.schema import raw_bodies, raw_places, texts
from kznews.store.search import search_faults
from kznews.store.statements import TEXT
from kznews.store.story_faults import story_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy.engine import Connection

    from kznews.store.raw import BodyOf

_READ = ("title", "lead", "section", "source_name", "dateline")
_LISTS = ("body", "authors", "tags")
_ALLOWED = "\n\t"


def verify(connection: Connection, archive: BodyOf | None = None) -> Iterator[str]:
    """Yield one line per fault of the store, none for a sound one.

    Bodies that lie in an archive are looked at if `archive` returns what lies at a file and byte of it.
    A PostgreSQL server looks after its own files and keys; there texts and kept pages are checked.
    """
    checks: list[Callable[[Connection], Iterator[str]]] = [_text_faults, partial(_raw_faults, archive=archive)]
    checks += [derived_faults, story_faults]
    if connection.dialect.name == "sqlite":
        checks = [_file_faults, differing, *checks]
    faults = 0
    for check in checks:
        for fault in _faults_of(check, connection):
            faults += 1
            yield fault
    if not faults:  # what is wrong with a text is said once; the index follows from the texts
        yield from _faults_of(search_faults, connection)


def _faults_of(check: Callable[[Connection], Iterator[str]], connection: Connection) -> Iterator[str]:
    try:
        yield from check(connection)
    except (SQLAlchemyError, ValueError, TypeError, ArithmeticError) as error:  # of a store that is badly damaged
        yield f"file: cannot be read to its end: {' '.join(str(getattr(error, 'orig', None) or error).split())}"


def _file_faults(connection: Connection) -> Iterator[str]:
    """Yield what SQLite finds wrong with its file, its constraints and the keys of the rows."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if said != "ok":
            yield f"file: {' '.join(str(said).split())}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield f"key: a row of {row[0]} points to one of {row[2]} that is not there"


def _text_faults(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with each text: its digest, and what no text may hold."""
    keys = select(texts.c.portal, texts.c.url, texts.c.digest).order_by(*texts.primary_key.columns)
    for portal, url, digest in connection.execute(keys).all():
        here = {"at_portal": portal, "at_url": url, "at_digest": digest}
        yield from (f"text: {portal} {url} {digest[:12]}: {fault}" for fault in _faults(connection, here))


def _raw_faults(connection: Connection, archive: BodyOf | None) -> Iterator[str]:
    """Yield one line for each kept body that is not what was kept."""
    body = select(raw_bodies, raw_places.c.file, raw_places.c.offset_).outerjoin(
        raw_places, raw_places.c.digest == raw_bodies.c.digest
    )
    for digest in connection.execute(select(raw_bodies.c.digest).order_by(raw_bodies.c.digest)).scalars().all():
        try:
            row = connection.execute(body.where(raw_bodies.c.digest == digest)).mappings().one()
            if archive or bytes(row["zstd"]) != IN_ARCHIVE:
                body_of(row, archive)
        except (SQLAlchemyError, OSError, ValueError, TypeError) as error:
            yield f"raw page: {digest[:12]}: {error}"


def _faults(connection: Connection, here: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with one text."""
    try:
        [row] = TEXT.rows(connection, here)
        found = content_digest(article_from(row))
    except (SQLAlchemyError, ValueError, TypeError, ArithmeticError) as error:
        yield f"cannot be read: {' '.join(str(getattr(error, 'orig', None) or error).split())}"
        return
    if found != here["at_digest"]:
        yield "is not what was stored: its digest differs"
    yield from _rules(row)


def _rules(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the fields that hold what no stored text may hold: other forms than NFC, control characters."""
    for name in (*_READ, *_LISTS):
        value = row[name]
        for part in value if name in _LISTS else (value or "",):
            if not unicodedata.is_normalized("NFC", part):
                yield f"{name} is not in NFC"
            if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in _ALLOWED for letter in part):
                yield f"{name} holds a control character"

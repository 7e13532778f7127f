"""What is known of archives: which record holds an address's answer in full, and which archives were read again to their end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kznews.store.failpoints import Point, reach
from kznews.store.schema import archived, archives_read
from kznews.store.statements import put_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedAnswer:
    """A record of an archive that holds what an address answered, in full."""

    url: str
    """As it was asked for."""
    seen_at: datetime
    """Aware; the record's WARC-Date."""
    record_id: str
    digest: str
    """Of its payload, with the name of the algorithm ("sha1:...")."""
    file: str
    """Name of the file in the folder of archives."""
    offset: int
    """Byte at which the record begins."""


def archived_answer(connection: Connection, url: str) -> ArchivedAnswer | None:
    """Return the newest full record of an address, or None."""
    row = connection.execute(select(archived).where(archived.c.url == url)).mappings().one_or_none()
    if row is None:
        return None
    values = {name: value for name, value in row.items() if name != "offset_"}
    return ArchivedAnswer(**values, offset=row["offset_"])


def note_archived(connection: Connection, answer: ArchivedAnswer) -> None:
    """Write which record holds an address's answer; the last one counts."""
    row = {name: getattr(answer, name) for name in ("url", "seen_at", "record_id", "digest", "file")}
    put_row(connection.dialect.name, archived).run(connection, row | {"offset_": answer.offset})
    reach(Point.ARCHIVE_NOTED)


def archive_read(connection: Connection, name: str, stamp: str) -> Mapping[str, Any] | None:
    """Return the counts of an archive that was read again to its end, or None."""
    query = select(archives_read.c.counts).where(archives_read.c.name == name, archives_read.c.stamp == stamp)
    found: Mapping[str, Any] | None = connection.execute(query).scalar_one_or_none()
    return found


def note_archive_read(connection: Connection, name: str, stamp: str, *, at: datetime, counts: Mapping[str, Any]) -> None:
    """Write that an archive was read again to its end; `stamp` tells its content and the rules by which it was read."""
    row = {"name": name, "stamp": stamp, "read_at": at, "counts": dict(counts)}
    put_row(connection.dialect.name, archives_read).run(connection, row)
    reach(Point.ARCHIVE_NOTED)

"""Pages as their servers sent them, kept to be read again with tomorrow's rules (setting KEEP_PAGES)."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

from sqlalchemy import select

from kznews.clock import aware_utc
from kznews.store.failpoints import Point, reach
from kznews.store.records import Answer, RawPage
from kznews.store.schema import raw_bodies, raw_pages, raw_places
from kznews.store.statements import keep_body, keep_page, put_row

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.engine import Connection, RowMapping

    from kznews.store.records import PageRecord

    BodyOf = Callable[[str, int], bytes]

IN_ARCHIVE = b""
"""In place of a packed body that lies in an archive (raw_places says where); an empty body has 9 bytes when it is packed."""
_LEVEL = 9
"""Of zstd: a page of 100 kB becomes a sixth in two milliseconds; higher levels gain a hundredth and take ten times as long."""


def keep(connection: Connection, record: PageRecord, answer: Answer) -> None:
    """Write the answer that a record was read from; a body that is there already is not written again."""
    digest = hashlib.sha256(answer.body).hexdigest()
    packed = IN_ARCHIVE if answer.place else zstd.compress(answer.body, _LEVEL)
    keep_body(connection.dialect.name).run(connection, {"digest": digest, "size": len(answer.body), "zstd": packed})
    if answer.place:
        file, offset = answer.place
        place = {"digest": digest, "file": file, "offset_": offset}
        put_row(connection.dialect.name, raw_places).run(connection, place)
    page = {"portal": record.portal, "url": record.url, "fetched_at": record.fetched_at, "digest": digest}
    page |= {"address": answer.address, "status": record.status, "headers": [list(pair) for pair in answer.headers]}
    keep_page(connection.dialect.name).run(connection, page)
    reach(Point.RAW_PAGE_WRITTEN)


def iter_raw_pages(
    connection: Connection, portal: str | None = None, url: str | None = None, *, archive: BodyOf | None = None
) -> Iterator[RawPage]:
    """Yield the kept pages by portal, address and time, each as it was.

    `archive` returns the body that lies at a place of an archive. Raises ValueError for a body that is damaged or out of reach.
    """
    query = (
        select(raw_pages, raw_bodies.c.zstd, raw_places.c.file, raw_places.c.offset_)
        .join(raw_bodies, raw_bodies.c.digest == raw_pages.c.digest)
        .outerjoin(raw_places, raw_places.c.digest == raw_pages.c.digest)
        .order_by(*raw_pages.primary_key.columns)
    )
    if portal is not None:
        query = query.where(raw_pages.c.portal == portal)
    if url is not None:
        query = query.where(raw_pages.c.url == url)
    for row in connection.execute(query, execution_options={"yield_per": 20}).mappings():
        yield _raw_page(row, archive)


def unpacked(compressed: bytes, digest: str) -> bytes:
    """Return a kept body; raises ValueError if it is not the one with that digest."""
    try:
        body: bytes = zstd.decompress(bytes(compressed))
    except zstd.ZstdError as error:
        raise ValueError(f"cannot be unpacked: {error}") from error
    if hashlib.sha256(body).hexdigest() != digest:
        raise ValueError("is not what was stored: its digest differs")
    return body


def body_of(row: RowMapping, archive: BodyOf | None) -> bytes:
    """Return the body of a row with digest, zstd, file and offset_; raises ValueError if it is damaged or out of reach."""
    if bytes(row["zstd"]) != IN_ARCHIVE:
        return unpacked(row["zstd"], row["digest"])
    if archive is None or row["file"] is None:
        raise ValueError("lies in an archive: the setting ARCHIVE must name its folder")
    body = archive(row["file"], row["offset_"])
    if hashlib.sha256(body).hexdigest() != row["digest"]:
        raise ValueError(f"is not what was stored: its digest differs ({row['file']}, byte {row['offset_']})")
    return body


def _raw_page(row: RowMapping, archive: BodyOf | None) -> RawPage:
    return RawPage(
        portal=row["portal"],
        url=row["url"],
        fetched_at=aware_utc(row["fetched_at"]),
        status=row["status"],
        address=row["address"],
        headers=tuple((name, value) for name, value in row["headers"]),
        body=body_of(row, archive),
    )

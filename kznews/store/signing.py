"""The signature of each article: what its main edition's newest text is compared by, kept up to date with the article."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, delete, insert, select, update

from kznews.store.failpoints import Point, reach
from kznews.store.prepared import Prepared
from kznews.store.schema import articles, editions, texts
from kznews.store.statements import chunks, put_row
from kznews.store.story_schema import schemes, signatures
from kznews.stories.attribution import attribution
from kznews.stories.moments import out_by
from kznews.stories.scheme import CURRENT
from kznews.stories.sketch import Sketch, sketch_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import Connection

_SKETCH: Final = tuple(part.name for part in fields(Sketch))

_TEXT_OF = Prepared(
    select(articles.c.key, articles.c.main_url, articles.c.first_seen, editions.c.digest)
    .add_columns(texts.c.title, texts.c.lead, texts.c.body, texts.c.source_name, texts.c.dateline)
    .add_columns(texts.c.published_at, texts.c.published_precision)
    .join(editions, and_(editions.c.portal == articles.c.portal, editions.c.url == articles.c.main_url))
    .join(texts, and_(texts.c.portal == editions.c.portal, texts.c.url == editions.c.url, texts.c.digest == editions.c.digest))
    .where(articles.c.key == bindparam("at_key"), editions.c.article_key == articles.c.key)
)
_SIGNED = Prepared(select(signatures).where(signatures.c.article_key == bindparam("at_key")))
_BY_REF = Prepared(select(signatures).where(signatures.c.ref.in_(bindparam("refs", expanding=True))), listed="refs")
_BY_KEY = Prepared(select(signatures).where(signatures.c.article_key.in_(bindparam("keys", expanding=True))), listed="keys")


@dataclass(frozen=True)
class Signed:
    """An article with its signature."""

    article_key: str
    ref: int
    """A number of 63 bits that follows from the key and stands for it in the index of bands."""
    moment: int
    """Seconds since 1970 by which it was out (moments.out_by)."""
    url: str
    digest: str
    """Address and digest of the text that is signed."""
    attribution: str | None
    sketch: Sketch | None = field(repr=False)
    """None if it has not been signed yet."""

    @property
    def place(self) -> tuple[int, str]:
        """What articles of a story are ordered by: who was out first."""
        return self.moment, self.article_key

    @cached_property
    def bands(self) -> tuple[int, ...]:
        """The numbers under which it stands in the index."""
        return self.sketch.bands() if self.sketch else ()

    def same_text(self, other: Signed) -> bool:
        """Return whether both are signatures of one text, by whatever scheme."""
        return (self.url, self.digest) == (other.url, other.digest)


def ref_of(article_key: str) -> int:
    """Return the number that stands for an article in the index; two keys may share one, which costs a comparison."""
    return int.from_bytes(hashlib.sha256(article_key.encode()).digest()[:8], "big") >> 1


def signed(connection: Connection, key: str) -> Signed | None:
    """Return the signature that is stored for an article."""
    row = _SIGNED.row(connection, {"at_key": key})
    return _signed(row) if row else None


def signed_many(connection: Connection, *, refs: Iterable[int] = (), keys: Iterable[str] = ()) -> list[Signed]:
    """Return the stored signatures of articles, by their numbers or their keys."""
    found: list[Signed] = []
    for chunk in chunks(sorted(refs)):
        found += map(_signed, _BY_REF.rows(connection, {"refs": chunk}))
    for some in chunks(sorted(keys)):
        found += map(_signed, _BY_KEY.rows(connection, {"keys": some}))
    return found


def due_signature(connection: Connection, key: str, *, known: Iterable[Signed], given: Mapping[str, Sketch]) -> Signed | None:
    """Return what an article's signature is to be, or None if it has no text.

    A sketch is taken from `known` signatures of the same text, or from `given` ones (by the text's digest), or made.
    """
    row = _TEXT_OF.row(connection, {"at_key": key})
    if row is None:
        return None
    here = (row["main_url"], row["digest"])
    of_text = (one.sketch for one in known if (one.url, one.digest) == here)
    usable = (sketch for sketch in (*of_text, given.get(row["digest"])) if sketch and sketch.scheme == CURRENT.key)
    sketch = next(usable, None) or sketch_of((row["title"] or "", row["lead"] or "", *row["body"]))
    named = attribution(row["body"], source_name=row["source_name"], dateline=row["dateline"])
    out = out_by(row["published_at"], row["published_precision"], row["first_seen"])
    return Signed(key, ref_of(key), int(out.timestamp()), *here, named, sketch)


def write_signature(connection: Connection, key: str, new: Signed | None) -> None:
    """Put the signature of an article in the place of what is stored for it; None deletes it."""
    if new is None:
        connection.execute(delete(signatures).where(signatures.c.article_key == key))
        reach(Point.SIGNATURE_WRITTEN)
        return
    _write_scheme(connection)
    assert new.sketch is not None  # noqa: S101 - only what is signed is written
    row = {name: getattr(new, name) for name in ("article_key", "ref", "moment", "url", "digest", "attribution")}
    put_row(connection.dialect.name, signatures).run(connection, row | {name: getattr(new.sketch, name) for name in _SKETCH})
    reach(Point.SIGNATURE_WRITTEN)


def write_attribution(connection: Connection, key: str, named: str | None) -> None:
    """Put another name in the place of the source that an article's text names."""
    connection.execute(update(signatures).where(signatures.c.article_key == key).values(attribution=named))
    reach(Point.SIGNATURE_WRITTEN)


def _write_scheme(connection: Connection) -> None:
    """Write what today's signatures are made by, if it is not known."""
    if not _SCHEME.tuples(connection, {"at_key": CURRENT.key}):
        connection.execute(insert(schemes), {"key": CURRENT.key, **asdict(CURRENT)})
        reach(Point.SIGNATURE_WRITTEN)


_SCHEME = Prepared(select(schemes.c.key).where(schemes.c.key == bindparam("at_key")))


def _signed(row: Mapping[str, Any]) -> Signed:
    sketch = Sketch(**{name: row[name] for name in _SKETCH}) if row["scheme"] else None
    return Signed(row["article_key"], row["ref"], row["moment"], row["url"], row["digest"], row["attribution"], sketch)

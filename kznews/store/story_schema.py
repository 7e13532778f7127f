"""The tables of signatures and stories (docs/store.md). All are derived: they follow from texts, editions and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import REAL, BigInteger, CheckConstraint, Column, Double, ForeignKey, Index, Integer, LargeBinary, Table, Text

from kznews.store.columns import Count, Key
from kznews.store.schema import NO_CHECKSUM, metadata

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

_Score: TypeEngine[float] = REAL().with_variant(Double(), "postgresql")
_Big = BigInteger().with_variant(Integer(), "sqlite")

schemes = Table(  # what signatures were made by
    "schemes",
    metadata,
    Column("key", Key, primary_key=True),
    Column("engine", Key, nullable=False),
    Column("engine_version", Integer, nullable=False),
    Column("permutations", Integer, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("shingle", Key, nullable=False),
    Column("fold_version", Integer, nullable=False),
    Column("sketch_version", Integer, nullable=False),
    sqlite_strict=True,
)

signatures = Table(  # one row per article: what its text is compared by
    "signatures",
    metadata,
    Column("article_key", Key, ForeignKey("articles.key"), primary_key=True),
    Column("scheme", Key, ForeignKey("schemes.key")),
    Column("ref", _Big, nullable=False),
    Column("moment", _Big, nullable=False),
    Column("url", Key, nullable=False),
    Column("digest", Key, nullable=False),
    Column("size", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("shingles", LargeBinary, nullable=False),
    Column("figures", Count, nullable=False),
    Column("figure_pairs", LargeBinary, nullable=False),
    Column("figure_slots", LargeBinary, nullable=False),
    Column("name_slots", LargeBinary, nullable=False),
    Column("attribution", Text),
    Index("signatures_ref", "ref"),
    Index("signatures_scheme", "scheme", "article_key"),
    sqlite_strict=True,
)

bands = Table(  # which signatures have a run of values in common: an index, and no more
    "bands",
    metadata,
    Column("band", _Big, primary_key=True, autoincrement=False),
    Column("moment", _Big, primary_key=True, autoincrement=False),
    Column("ref", _Big, primary_key=True, autoincrement=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
    info={NO_CHECKSUM: True},
)

relations = Table(  # what an article is to an earlier one
    "relations",
    metadata,
    Column("article_key", Key, ForeignKey("articles.key"), primary_key=True),
    Column("other_key", Key, ForeignKey("articles.key"), primary_key=True),
    Column("relation", Key, nullable=False),
    Column("score", _Score, nullable=False),
    Column("scheme", Key, ForeignKey("schemes.key"), nullable=False),
    CheckConstraint("relation IN ('same', 'same_form', 'part_of')", name="known_relation"),
    CheckConstraint("article_key <> other_key", name="not_to_itself"),
    CheckConstraint("score > 0 AND score <= 1", name="a_share"),
    Index("relations_other", "other_key"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

story_articles = Table(  # one row per article of a story that several articles tell
    "story_articles",
    metadata,
    Column("article_key", Key, ForeignKey("articles.key"), primary_key=True),
    Column("story_id", Key, nullable=False),
    Column("score", _Score),
    CheckConstraint("score IS NULL OR (score >= 0 AND score <= 1)", name="share_of_the_first"),
    Index("story_articles_story", "story_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

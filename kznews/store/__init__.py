"""The store: the only package that speaks SQL (docs/store.md)."""

from kznews.store.backup import copy_store, restore_store
from kznews.store.database import Database, file_of, is_missing
from kznews.store.errors import CopyError, KeptError, NoSuchRunError, RecordError, StoreError, shown
from kznews.store.exporting import Export, Selection
from kznews.store.hosts import keep_robots, note_pause
from kznews.store.lock import RunLock, hold_run
from kznews.store.reader import StoreReader
from kznews.store.records import (
    Answer,
    DuePage,
    Health,
    Named,
    Observation,
    PageRecord,
    PendingPage,
    RawPage,
    SourceNote,
    StoredVersion,
    Verdict,
)
from kznews.store.sources import note_source
from kznews.store.store import Store
from kznews.store.syndication import Repeated, Story, Telling
from kznews.store.writer import StoreWriter

__all__ = [
    "Answer",
    "CopyError",
    "Database",
    "DuePage",
    "Export",
    "Health",
    "KeptError",
    "Named",
    "NoSuchRunError",
    "Observation",
    "PageRecord",
    "PendingPage",
    "RawPage",
    "RecordError",
    "Repeated",
    "RunLock",
    "Selection",
    "SourceNote",
    "Store",
    "StoreError",
    "StoreReader",
    "StoreWriter",
    "StoredVersion",
    "Story",
    "Telling",
    "Verdict",
    "copy_store",
    "file_of",
    "hold_run",
    "is_missing",
    "keep_robots",
    "note_pause",
    "note_source",
    "restore_store",
    "shown",
]

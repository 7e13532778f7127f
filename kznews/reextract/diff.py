"""What today's rules would change in stored articles, by portal and field; nothing is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from kznews.extract.links import canonical
from kznews.items import Article
from kznews.logformatter import shorten
from kznews.outcomes import Reason
from kznews.reextract.page import is_page, read_record, read_response, response_of
from kznews.reextract.sinks import evidence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kznews.archives.records import Record
    from kznews.reextract.hosts import Hosts
    from kznews.store import PageRecord, RawPage, Store

EXAMPLES = 3
"""Pages that are shown of each portal and change."""
LOST, NEW = "lost", "new"
"""Beside the names of fields: an article that would be none any more, and one that would be one."""
COMPARED = tuple(entry.name for entry in fields(Article) if entry.name != "fetched_at")


@dataclass
class Changes:
    """The changes of one portal and field."""

    count: int = 0
    examples: list[str] = field(default_factory=list)
    """One line each: address, what is stored, what would be."""

    def add(self, line: str) -> None:
        """Count a page that changes."""
        self.count += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(line)


@dataclass
class Comparison:
    """Stored articles beside what today's rules read of the same captures."""

    store: Store
    layouts: bool = True
    changes: dict[tuple[str, str], Changes] = field(default_factory=dict)
    """By portal and field."""
    compared: Counter[str] = field(default_factory=Counter)
    """Articles that stand beside one that is stored, by portal."""
    apart: Counter[str] = field(default_factory=Counter)
    """Captures that gave no stored text: the same text was read from another one before, or the store does not know them."""
    defects: int = 0
    """Pages on which our own code failed."""

    def records(self, records: Iterable[Record], hosts: Hosts) -> None:
        """Compare what archives hold."""
        for record in records:
            portal = hosts.portal(record.head.url)
            if portal is None or record.head.kind == "revisit":
                continue
            before = self._page(portal.name, record.head.url, hosts)
            page = read_record(record, portal, layouts=self.layouts, evidence=evidence_of(before))
            if page is not None:
                self._beside(page, self._page(portal.name, page.url, hosts))

    def raw_pages(self, pages: Iterable[RawPage], hosts: Hosts) -> None:
        """Compare what the store has kept (setting KEEP_PAGES)."""
        for kept in pages:
            portal = hosts.portal(kept.address)
            if portal is None or not is_page(kept.address, kept.status or 200):
                continue
            row = self.store.page(kept.portal, kept.url)
            response = response_of(kept.address, kept.status, kept.headers, kept.body)
            page = read_response(response, portal, kept.fetched_at, layouts=self.layouts, evidence=evidence_of(row))
            self._beside(page, row)

    def _page(self, portal: str, url: str, hosts: Hosts) -> Mapping[str, Any] | None:
        found = hosts.portal(url)
        return self.store.page(portal, (canonical(url, found) if found else None) or url)

    def _beside(self, page: PageRecord, row: Mapping[str, Any] | None) -> None:
        self.defects += page.reason is Reason.PARSE_ERROR
        stored = self.store.read_at(page.portal, page.url, page.fetched_at)
        if not stored:
            if page.article and row is not None and row["fetched_at"] == page.fetched_at and row["outcome"] == "refused":
                self._add(page, NEW, f"was refused: {row['reason']}")
            else:
                self.apart[page.portal] += 1
            return
        self.compared[page.portal] += 1
        if page.article is None:
            self._add(page, LOST, f"{page.reason or page.outcome}: {page.detail}")
            return
        if any(_differing(one, page.article) == [] for one in stored):
            return
        for name, old, new in _differing(stored[-1], page.article):
            self._add(page, name, f"{_shown(old)} -> {_shown(new)}")

    def _add(self, page: PageRecord, name: str, said: str) -> None:
        self.changes.setdefault((page.portal, name), Changes()).add(f"{page.url}: {said}")

    def lines(self) -> Iterator[str]:
        """Yield what would change, portal by portal: the number of articles of each field, and examples below."""
        order = {name: at for at, name in enumerate((LOST, NEW, *COMPARED))}
        for portal in sorted({*self.compared, *self.apart, *(owner for owner, _ in self.changes)}):
            yield f"{portal}: {self.compared[portal]} articles compared, {self.apart[portal]} captures gave no stored text"
            mine = [(order[name], name, what) for (owner, name), what in self.changes.items() if owner == portal]
            for _, name, what in sorted(mine, key=lambda one: one[0]):
                yield f"  {name}: {what.count}"
                yield from (f"    {line}" for line in what.examples)


def _differing(stored: Article, read: Article) -> list[tuple[str, Any, Any]]:
    pairs = ((name, getattr(stored, name), getattr(read, name)) for name in COMPARED)
    return [(name, old, new) for name, old, new in pairs if old != new]


def _shown(value: Any) -> str:
    """Return a value in a few words."""
    if isinstance(value, list):
        return f"[{len(value)}] {shorten(str(value[0]))}" if value else "[]"
    return shorten(str(value)) or "''"

"""Traps: how much a run spends on addresses without end, by what they gave so far (reliability.md U4, U5).

Links of articles are never followed, so a trap can only grow out of source pages: an endless pager, a calendar, filters,
sessions in the path. Two rules bound them. Pages of one shape that give nothing, TRAP_AFTER in a row or twice as many in all if
that is half of them, are asked for no further in this run. And an edition of an article is known under DRESSES addresses at
most, whatever further ones its sources name.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qsl, urlsplit

from scrapy.exceptions import IgnoreRequest

from kznews.extract.links import article_id
from kznews.extract.urlforms import LANGUAGES, shape_of
from kznews.outcomes import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scrapy.settings import BaseSettings

    from kznews.extract.sources.found import Found, Harvest
    from kznews.portal import Portal
    from kznews.store import Verdict

DRESSES = 2
"""An address, and the one that a new headline or a rebuilt site gives it (U5: the frontier at most doubles)."""
MOST_SHAPES, MOST_EDITIONS = 1_000, 20_000
"""What is remembered in a run, the latest first; a few megabytes."""

_NOTHING = frozenset(
    {Reason.SOFT_404, Reason.NOT_ARTICLE, Reason.NO_TITLE, Reason.NO_BODY, Reason.EMPTY},
)
"""Refusals of pages that hold no text of their own. Other reasons say nothing about the address; a 404 is an honest answer."""


class Trapped(IgnoreRequest):
    """Raised for a page of a shape that has given nothing for too long."""


@dataclass(slots=True)
class _Count:
    """What the pages of a shape gave in this run."""

    row: int = 0
    """How many gave nothing since the last one with a text."""
    nothing: int = 0
    texts: int = 0

    def add(self, *, nothing: bool) -> None:
        self.row = self.row + 1 if nothing else 0
        self.nothing += nothing
        self.texts += not nothing

    def is_trap(self, after: int, *, own: bool) -> bool:
        """Return whether no more of the shape is to be asked for; only an address's `own` shape is judged by its sum."""
        return self.row >= after or (own and self.nothing >= max(2 * after, self.texts))


@dataclass(slots=True)
class Traps:
    """What a run has learnt of the shapes of addresses, and the addresses of each edition that it has met."""

    after: int
    """Pages of one shape that may give nothing, in a row; 0 for any number."""
    counts: OrderedDict[str, _Count] = field(default_factory=OrderedDict)
    """By shape, the latest last."""
    editions: OrderedDict[str, set[str]] = field(default_factory=OrderedDict)

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Return what a run begins with; a replay reads all that is saved and knows no traps."""
        return cls(0 if settings.get("REPLAY") else settings.getint("TRAP_AFTER"))

    def saw(self, url: str, portal: Portal, verdict: Verdict) -> str | None:
        """Note what a page gave; return the shape that is now a trap, if it has become one."""
        if not (nothing := self._gave_nothing(url, portal, verdict)) and not _gave_text(verdict):
            return None
        found = None
        for own, shape in _shapes(url):
            count = self.counts.pop(shape, None) or _Count()
            before = count.is_trap(self.after, own=own)
            count.add(nothing=nothing)
            self.counts[shape] = count
            found = shape if not before and count.is_trap(self.after, own=own) else found
        while len(self.counts) > MOST_SHAPES:
            self.counts.popitem(last=False)
        return found

    def holds(self, url: str) -> str | None:
        """Return the shape by which an address belongs to a trap, or None."""
        if not self.after:
            return None
        known = ((shape, own, self.counts.get(shape)) for own, shape in _shapes(url))
        return next((shape for shape, own, count in known if count and count.is_trap(self.after, own=own)), None)

    def hold_all(self, found: Iterable[Found]) -> bool:
        """Return whether everything that a source page names belongs to traps."""
        return all(self.holds(item.url) for item in found)

    def without_dresses(self, harvest: Harvest, portal: Portal, known: Mapping[str, Iterable[str]]) -> Harvest:
        """Return a harvest without further addresses of editions that have DRESSES already; they are among its rejected.

        `known` holds the addresses that the store has of each article, by its id.
        """
        kept: list[Found] = []
        dresses: list[tuple[Reason, str]] = []
        stored: dict[str, set[str]] = defaultdict(set)
        for addresses in known.values():
            for address in addresses:
                stored[edition_of(address, portal)].add(address)
        for item in harvest.found:
            edition = edition_of(item.url, portal)
            worn = self.editions.pop(edition, set()) | stored[edition]
            self.editions[edition] = worn
            if item.url not in worn and len(worn) >= DRESSES:
                dresses.append((Reason.TRAP, item.url))
                continue
            worn.add(item.url)
            kept.append(item)
        while len(self.editions) > MOST_EDITIONS:
            self.editions.popitem(last=False)
        return replace(harvest, found=tuple(kept), rejected=(*harvest.rejected, *dresses)) if dresses else harvest

    @staticmethod
    def _gave_nothing(url: str, portal: Portal, verdict: Verdict) -> bool:
        """Return whether a page holds no text, or only another article's; an edition of its own article is neither."""
        if verdict.outcome is Outcome.DUPLICATE:
            return verdict.article_key != f"{portal.name}:{article_id(url, portal)}"
        return verdict.reason in _NOTHING


def edition_of(url: str, portal: Portal) -> str:
    """Return what the addresses of one article in one script share: host, language and the article's id.

    Languages stand in the path or in a parameter (portals.md sections 1, 3, 9, 16).
    """
    parts = urlsplit(url)
    said = [segment for segment in parts.path.split("/") if segment in LANGUAGES]
    said += [value for name, value in parse_qsl(parts.query) if name in ("ln", "lang", "hl")]
    return " ".join((parts.netloc, *said, article_id(url, portal) or url))


def _shapes(url: str) -> tuple[tuple[bool, str], tuple[bool, str]]:
    """Return the two shapes by which an address is counted: its own (True), and host with number of segments."""
    parts = urlsplit(url)
    return (True, shape_of(url)), (False, f"{parts.netloc}: {parts.path.count('/')} segments")


def _gave_text(verdict: Verdict) -> bool:
    return verdict.outcome in (Outcome.STORED, Outcome.UPDATED, Outcome.UNCHANGED) or verdict.reason is Reason.FOREIGN_LANGUAGE

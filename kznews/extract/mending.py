"""A page with end tags too many or too few, mended in its markup, where a text's box ends early or furniture holds the text.

What is printed into a text (an advert, a widget) may bring end tags of its own, and then the text's box ends there. A reader sees
nothing of it; in the tree the rest of the text stands anywhere behind. Two facts tell such a place: the page has more end tags
than start tags, and a paragraph stands higher in the nesting than the one before it, by as many boxes as end tags are too many.
Where end tags are missing, a box of shares, tags or adverts may hold what stands behind it: the text of the article.
A page whose tags are as many as they should be is not looked at.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from kznews.extract import phrases
from kznews.extract.texts import MAX_LINK_SHARE, MIN_PARAGRAPH, SWALLOWING, ends_sentence
from kznews.extract.zones import TAG_ZONES, Zone, hides_by_class, zone_of_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kznews.extract.document import Document

MIN_HELD = 2
"""Paragraphs side by side in a box that is furniture by its name: its end tag is missing. One may be a caption or a card's."""
LOOKS = 2
"""How often a page is looked at: one may have end tags too many, and lack others, which shows once the first are out."""
_DIV = "div"
_COUNTED_DIVS = etree.XPath("count(descendant-or-self::div)")
_TAG = re.compile(
    rb"""<!--(?:.*?-->|.*)|<(/?)([A-Za-z][A-Za-z0-9]*)((?:[\t\n\f\r /][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*){0,30})?)>""",
    re.DOTALL,
)
"""A comment, or a tag: whether it is an end tag, its name, its attributes."""
_NAMES = re.compile(r"""(?<![\w-])(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BOXES = frozenset((_DIV, "section", "article", "main", "table", "tbody", "tr", "td", "center"))
"""What the end tags of an advert may close."""
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "nobr", "noindex",
     "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "u", "var", "wbr")
)  # fmt: skip
"""What stands in a line of text and does not divide it."""
_AMID = frozenset((None, Zone.ADVERT, Zone.ASIDE, Zone.RELATED, Zone.CAPTION))
"""What may stand amid a text; shares, tags, comments and what is said of the article are before it or behind it."""
_COLUMN = frozenset((None, Zone.ADVERT, Zone.ASIDE))
"""What a box may call itself into which a text runs on: an advert's, or the next column."""


@dataclass(frozen=True, slots=True)
class _Tag:
    """The tag of a box."""

    start: int
    end: int
    name: str
    closing: bool
    zone: Zone | None
    depth: int
    """How many divs are around it."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph of running text."""

    opens: int
    """Where its tag begins, or the text itself if it has none of its own."""
    start: int
    end: int
    kind: str
    """The tag that it stands in, with all that this says; "" where it is a line of several."""
    depth: int
    """How many divs are around it, but for one of its own."""
    holder: _Tag | None
    """The outermost box of furniture around it that begins behind the headline."""


@dataclass(frozen=True, slots=True)
class _Break:
    """Where the nesting falls between two paragraphs of a text."""

    drop: int
    tags: tuple[_Tag, ...]
    """The tags between the two that are not paired."""
    plain: bool
    """Whether both paragraphs are of a kind, and no new box begins before the second."""


_Edit = tuple[int, int, bytes]
"""Where markup begins and ends that is to be replaced, and by what."""


def mended(document: Document, seen: Document | None = None) -> Document | None:
    """Return a page as if its text's box were closed where the text ends; None where nothing shows that it is not.

    `seen` is the page without boxes that are in order, which is asked in less time. Raises Refused as the page's tree does.
    """
    shown = (asked := seen or document).emptied[0]
    ends = shown.count(b"</div")
    if ends and ends == _COUNTED_DIVS(asked.tree):  # in a fifth of the time that it takes to count start tags
        return None
    if ends == (boxes := shown.count(b"<div")) and (boxes or shown.count(b"</DIV") == shown.count(b"<DIV")):
        return None
    if seen is not None and not _edits(seen):
        return None
    for _ in range(LOOKS):
        if (better := _mended(document)) is None:
            break
        document, shown = better, b""
    return None if shown else document


def _mended(document: Document) -> Document | None:
    edits, markup = _edits(document), document.markup
    if not edits:
        return None
    edits.sort()
    kept = zip([0, *(end for _, end, _ in edits)], [*edits, (len(markup), 0, b"")], strict=True)
    return document.shortened(b"".join(markup[start:end] + said for start, (end, _, said) in kept), document.emptied[1])


def _edits(document: Document) -> list[_Edit]:
    page = _Page(document.markup, document.head_title)
    return _too_many(page) if page.depth < 0 else _too_few(page)


def _too_many(page: _Page) -> list[_Edit]:
    """Return the end tags that close a text's box too early, to be taken out.

    Those of all places where the nesting falls, or of one, if it falls by as much as there are end tags too many. Where none
    does, a page has other faults as well; then the first counts at which the text goes on in paragraphs of a kind.
    """
    breaks = page.breaks()
    if sum(found.drop for found in breaks) != -page.depth:
        plain = [found for found in breaks if found.plain]
        exact = [found for found in breaks if found.drop == -page.depth]
        breaks = ([found for found in exact if found.plain] or exact or plain)[:1]
    return [(tag.start, tag.end, b"") for found in breaks for tag in found.tags]


def _too_few(page: _Page) -> list[_Edit]:
    """Return the end tags that are missing before a text in boxes that call themselves furniture.

    A box loses its names where it does not show where it was to end: if it holds the headline as well, or most of the texts in
    further boxes.
    """
    edits, left = list[_Edit](), page.depth
    for holder, texts in page.held():
        count = texts[0].depth - holder.depth
        if 0 < count <= left and any(page.are_neighbours(one, other) for one, other in pairwise(texts)):
            edits.append((texts[0].opens, texts[0].opens, b"</div>" * count))
            left -= count
        elif count > left > 0 and len(texts) > max(MIN_HELD, page.count / 2):
            edits.append((holder.start, holder.end, b"<div>"))
    if left > 0 and page.over_text is not None:
        edits.append((page.over_text.start, page.over_text.end, b"<div>"))
    return edits


class _Page:
    """The boxes and the running text behind the headline of a page, as its markup writes them."""

    def __init__(self, markup: bytes, title: str) -> None:
        self.depth = 0
        """Divs that were not closed, less than 0 where end tags are too many."""
        self.over_text: _Tag | None = None
        """The outermost box of furniture around the headline and the text behind it."""
        self._tags: list[_Tag] = []
        self._texts: list[_Text] = []
        self._headed: int | None = None
        """How many texts there are before the headline."""
        self._ends: list[int] = []
        """Where a text cannot go on: at a headline, at fields to fill in, where a list of other articles begins."""
        self._heads: list[tuple[int, int]] = []
        """Where a linked heading ends, and how many divs are around it."""
        self._title = phrases.key(title)
        self._around: list[_Tag | None] = []
        """For each div that is open the outermost box of furniture that it is or stands in, behind the headline alone."""
        self._within = 0
        """How many of these were open at the headline."""
        self._over: _Tag | None = None
        self._parts: list[str] = []
        self._linked = self._begun = self._opened = 0
        self._own, self._link = "", False
        at = 0
        for tag in _TAG.finditer(markup):
            if tag.start() > at:
                self._say(markup[at : tag.start()], at)
            at = tag.end()
            if tag[2] is not None:
                self._take(tag)
        self._close(len(markup))

    def _say(self, said: bytes, at: int) -> None:
        text = said.decode("utf-8", "replace")
        if not text.isspace():
            self._begun = self._begun if self._parts else at
            self._linked += len(text) if self._link else 0
            self._parts.append(text)

    def _take(self, tag: re.Match[bytes]) -> None:
        """Note a tag."""
        name, closing = tag[2].decode("ascii").lower(), bool(tag[1])
        if name == "a":
            self._link = not closing
        if name in _INLINE:
            return
        self._close(tag.start(), alone=closing)
        if name in _BOXES or name in TAG_ZONES:
            self._take_box(tag, name, closing=closing)
        if name in ("h1", "textarea", "form", "select") and not closing:
            self._end(tag.start(), headline=name == "h1")
        self._own = "" if closing or name == "br" else "p" if name == "p" else tag[0].decode("utf-8", "replace")
        self._opened = tag.start()

    def _take_box(self, tag: re.Match[bytes], name: str, *, closing: bool) -> None:
        """Note the tag of a box."""
        zone = None
        if not closing:
            names = " ".join("".join(found) for found in _NAMES.findall(tag[3].decode("utf-8", "replace")))
            hidden = Zone.ADVERT if names and hides_by_class(names) else None  # a message that a script shows is no text
            zone = hidden or (zone_of_words(names) if names else None) or TAG_ZONES.get(name)
        box = _Tag(*tag.span(), name, closing, zone, self.depth)
        self._tags.append(box)
        if name != _DIV:
            return
        self.depth += -1 if closing else 1
        if not closing:
            self._around.append(self._holder() or (box if zone in SWALLOWING else None))
        elif self._around:
            self._around.pop()
            self._within = min(self._within, len(self._around))

    def _holder(self) -> _Tag | None:
        return self._around[-1] if len(self._around) > self._within else None

    def _end(self, at: int, *, headline: bool) -> None:
        """Note where a text cannot go on, at the headline for one."""
        self._ends.append(at)
        if headline and self._headed in (None, len(self._texts)):
            self._headed = len(self._texts)
            self._over = self._holder() or (self._around[-1] if self._around else None)
            self._within = len(self._around)

    def _close(self, end: int, *, alone: bool = False) -> None:
        """End a line of text; `alone` before an end tag."""
        if not self._parts:
            return
        text = " ".join(html.unescape("".join(self._parts)).split())
        own, linked = self._own, self._linked
        self._parts, self._linked, self._own = [], 0, ""
        if own[1:2].lower() == "h" and linked > MAX_LINK_SHARE * len(text):
            self._heads.append((end, self.depth))
        if own != "p" and not alone:
            own = ""  # the first of several lines
        if len(text) <= phrases.MAX_LABEL and any(phrases.is_label(text, said) for said in (phrases.RELATED, phrases.COMMENTS)):
            self._end(self._begun, headline=False)
        if len(text) >= MIN_PARAGRAPH and ends_sentence(text) and linked <= MAX_LINK_SHARE * len(text):
            in_own = own[1:4].lower() == _DIV
            self._texts.append(
                _Text(self._opened if own else self._begun, self._begun, end, own, self.depth - in_own, self._holder())
            )
            if self._over is not None and self._around[: self._within][-1:] == [self._over]:
                self.over_text = self._over
        elif len(text) >= MIN_PARAGRAPH // 2 and self._title and phrases.key(text) in self._title:
            self._end(self._begun, headline=True)

    @property
    def count(self) -> int:
        """The number of texts behind the headline."""
        return len(self._behind())

    def _behind(self) -> list[_Text]:
        """Return the texts behind the headline."""
        return self._texts[self._headed or 0 :]

    def held(self) -> list[tuple[_Tag, list[_Text]]]:
        """Return the boxes of furniture behind the headline, each with the texts that stand in it one behind the other."""
        groups = ((holder, list(texts)) for holder, texts in groupby(self._behind(), key=lambda text: text.holder))
        return [(holder, texts) for holder, texts in groups if holder is not None and len(texts) >= MIN_HELD]

    def are_neighbours(self, one: _Text, other: _Text) -> bool:
        """Return whether two texts stand in one box, the second under no headline of another article."""
        if self._ends_between(one, other):
            return False
        return not any(_unpaired(self._between(one, other)))

    def _ends_between(self, one: _Text, other: _Text) -> bool:
        """Return whether something between two texts opens what belongs to no text, or another article."""
        if bisect_left(self._ends, one.end) < bisect_left(self._ends, other.start):
            return True
        heads = self._heads[bisect_left(self._heads, (one.end, 0)) : bisect_left(self._heads, (other.start, 0))]
        return any(depth == other.depth for _, depth in heads)

    def _between(self, one: _Text, other: _Text) -> list[_Tag]:
        """Return the tags of boxes between two texts, those of their own left out."""
        at = bisect_left(self._tags, one.end, key=lambda tag: tag.start)
        inside = self._tags[at : bisect_left(self._tags, other.start, lo=at, key=lambda tag: tag.start)]
        return inside[one.kind.startswith("<div") : len(inside) - other.kind.startswith("<div")]

    def breaks(self) -> list[_Break]:
        """Return the places between two paragraphs of a text at which the nesting falls."""
        found = list[_Break]()
        for one, other in pairwise(self._behind()):
            if other.depth >= one.depth or one.holder is not None or self._ends_between(one, other):
                continue
            if (place := _break_of(self._between(one, other), alike=one.kind == other.kind)) is not None:
                found.append(place)
        return found


def _break_of(between: Sequence[_Tag], *, alike: bool) -> _Break | None:
    """Return the break that tags between two paragraphs make; None where something between them is not amid a text."""
    closed, opened = _unpaired(between)
    new = [tag for tag in opened if tag.name == _DIV]
    if not _AMID.issuperset(tag.zone for tag in between) or not _COLUMN.issuperset(tag.zone for tag in new):
        return None
    if any(tag.name not in _BOXES for tag in closed):
        return None  # the first is no text but of a caption, of a menu
    drop = sum(tag.name == _DIV for tag in closed) - len(new)
    tags = sorted((*closed, *new), key=lambda tag: tag.start)
    return _Break(drop, tuple(tags), alike and not new) if drop > 0 else None


def _unpaired(tags: Iterable[_Tag]) -> tuple[list[_Tag], list[_Tag]]:
    """Return the end tags and the start tags among some that have no partner there."""
    closed, opened = list[_Tag](), list[_Tag]()
    names = Counter[str]()  # of those that are open: to look for one that is none of them takes long
    for tag in tags:
        if not tag.closing:
            opened.append(tag)
            names[tag.name] += 1
        elif names[tag.name]:
            while (inner := opened.pop()).name != tag.name:
                names[inner.name] -= 1
            names[tag.name] -= 1
        else:
            closed.append(tag)
    return closed, opened

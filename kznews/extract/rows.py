"""Which rows of siblings are other articles or comments: cards, links and dated texts that stand in no box with a telling name.

A row is what stands side by side in one tag and with one first class. It lists other articles where each of its members has a
linked headline and beside it at most an excerpt: what the readers of text leave out (`container.is_teaser`, `texts.LINK_ONLY`).
Tags, crumbs, a table of contents, an insert and most lists inside of articles are too few, too short or no links to elsewhere.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kznews.extract.blocks import blocks_in
from kznews.extract.selecting import glued_text, part_texts, spaced_text, whole_text
from kznews.extract.texts import LEAP_YEAR, LINK_ONLY, MAX_LINK_SHARE, MIN_PARAGRAPH, has_digit, holds_date
from kznews.extract.twins import LONGEST
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MIN_ROW = 8
"""Members of a row, at least."""
LEFT, MIN_HEADLINES = 8, 16
"""Headlines of a list that are read like any text, and those that it has at least: inserts and related articles have fewer."""
SAMPLED = 32
"""Members of a longer row that are read closely, from its beginning to its end; of the others it is enough to be like them."""
MUCH_LONGER = 2
"""No card of a list is so many times as long as the longest of those."""
LOOKED_AT = 8
"""Members of a list that are read block by block, from its beginning to its end, to tell it from sentences with links."""
MIN_HEADLINE = 20
"""Letters of a linked headline; names, tags, sections and hours are shorter."""
MAX_EXCERPT = 300
"""A longer text is no excerpt in a card: the names of its box may be doubted (container.doubted_text)."""
MAX_REST = 0.2
"""Of a list's letters that stand in no link: hours, counters."""
_HINTS = ("USD", "usd", "$", "оллар", "ollar", "دوللار", "°", "º", "℃")
"""What stands in a widget, wherever in a text: none with rates lacks the dollar, and hardly any with the weather the sign."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_ROW_TAGS = frozenset(("div", "li", "article", "section", "figure", "a", "ul", "ol", "h2", "h3", "h4", "h5"))
"""What lists are made of. Paragraphs and cells are what texts and tables are made of."""


def rows_among(children: Sequence[HtmlElement]) -> Iterator[list[HtmlElement]]:
    """Yield the rows among the children of an element: siblings of one tag and first class without text between them."""
    for (tag, _), same in groupby(children, key=_kind):
        if tag in _ROW_TAGS and len(row := list(same)) >= MIN_ROW and not any(map(_is_followed_by_text, row[:-1])):
            yield row


def _kind(element: HtmlElement) -> tuple[str, str]:
    """Return tag and first class without its number: engines count cards ("post-17 post") and tell odd from even ones."""
    first, _, _ = (element.get("class") or "").partition(" ")
    return element.tag, first.rstrip("0123456789")


def _is_followed_by_text(element: HtmlElement) -> bool:
    return element.tail is not None and not element.tail.isspace()


def some_of(row: Sequence[HtmlElement], most: int) -> Sequence[HtmlElement]:
    """Return the members of a row, or `most` of them from its beginning to its end."""
    last = len(row) - 1
    return row if last < most else [row[at * last // (most - 1)] for at in range(most)]


class Rest(NamedTuple):
    """What stands behind the beginning of a row that lists other articles or comments; nothing of any other row."""

    members: Sequence[HtmlElement]
    texts: list[str]
    """The texts that may belong to a widget, without white space around them: those of the members that were read closely."""
    asked: int
    """Letters that were looked at to know it."""


def rest_of_row(row: Sequence[HtmlElement], most: int) -> Rest:
    """Return what need not be read of a row, for which at most about so many letters are looked at.

    What stands before and behind a row must not come near to each other, so its beginning is read like any text.
    """
    asked = 0
    for kind in (_List, _Comments):
        look = kind(set(some_of(row, LOOKED_AT)), most - asked)
        if rest := look.rest_of(row):
            return Rest(rest, look.texts, asked + look.asked)
        asked += look.asked
    return Rest((), [], asked)


class _List:
    """What was seen so far of a row that may list other articles."""

    left, least = LEFT, MIN_HEADLINES

    def __init__(self, looked_at: set[HtmlElement], most: int) -> None:
        """Take the members that are read block by block, and how many letters may be looked at."""
        self._looked_at, self._most = looked_at, most
        self._longest = 0
        self.texts: list[str] = []
        self.found = 0
        """Headlines."""
        self.asked = 0

    def rest_of(self, row: Sequence[HtmlElement]) -> Sequence[HtmlElement]:
        """Return what stands behind the beginning of a row, if it is one of this kind and long enough; else nothing."""
        first = 0
        if all(map(self.may_be, some_of(row, 3))):
            while first < len(row) and self.found < self.left and self._fits(row[first]):
                first += 1
        rest = row[first:]
        if self.found < self.left or not rest:
            return ()
        self.texts.clear()
        sampled = some_of(rest, SAMPLED)
        known = set(sampled)
        others = [member for member in rest if member not in known]
        fits = all(map(self._fits, sampled)) and all(map(self._fits, self._unlike(others)))
        return rest if fits and self.found >= self.least else ()

    def _fits(self, member: HtmlElement) -> bool:
        """Read a member; return whether it is as this kind of row has them, or says nothing."""
        if self.asked > self._most:
            return False
        raw = part_texts(member)
        length = sum(map(len, raw))
        self.asked += length
        self._longest = max(self._longest, length)
        parts = list(filter(None, map(str.strip, raw)))
        self.texts += parts
        return not parts or self.holds(member, parts, closely=member in self._looked_at)

    def _unlike(self, members: Sequence[HtmlElement]) -> list[HtmlElement]:
        """Return the members that are not like those which fit: much longer, without what tells, with what a widget may show."""
        texts = list(map(whole_text, members))
        self.asked += sum(map(len, texts))
        joined = "\n".join(texts)
        hints = [hint for hint in _HINTS if hint in joined]
        unlike = [
            member
            for member, text in zip(members, texts, strict=True)
            if len(text) > MUCH_LONGER * self._longest or not self.may_be(member, text) or any(hint in text for hint in hints)
        ]
        self.found += len(members) - len(unlike)
        return unlike

    def may_be(self, member: HtmlElement, text: str = "") -> bool:
        """Return whether a member may be one of this kind, as far as is quickly told; `text` is what it says, if known."""
        return next(member.iter("a"), None) is not None if text else _leads_elsewhere(member)

    def holds(self, member: HtmlElement, parts: list[str], *, closely: bool) -> bool:
        """Return whether a member with some texts is one of this kind, and count it."""
        linked = _linked_texts(member)
        headlines = sum([len(text) >= MIN_HEADLINE for text in linked])
        self.found += headlines
        return _is_listed(parts, linked, headlines, member if closely else None)


class _Comments(_List):
    """What was seen so far of a row whose members are a text and a date each (`twins.texts_in_twins`), without headlines.

    A chronicle looks alike: where the beginning of such a row is the article's text, all of it is (`Folding.probes`).
    """

    left, least = 2 * LEFT, 2 * MIN_HEADLINES

    def may_be(self, member: HtmlElement, text: str = "") -> bool:
        return has_digit(text or whole_text(member)) is not None and next(member.iter(*_HEADINGS), None) is None

    def holds(self, member: HtmlElement, parts: list[str], *, closely: bool) -> bool:
        self.found += 1
        short = " | ".join([text for text in parts if len(text) < MIN_PARAGRAPH])
        length = sum(map(len, parts))
        if not len(short) + MIN_PARAGRAPH <= length <= LONGEST or has_digit(short) is None or not self.may_be(member, short):
            return False
        if any(len(text) >= MIN_HEADLINE for text in _linked_texts(member)):
            return False
        return not closely or holds_date(short)


def _leads_elsewhere(member: HtmlElement) -> bool:
    """Return whether a member of a row holds links, none of them to a place on the same page."""
    link = None
    for link in member.iter("a"):
        if link.get("href", "#").startswith("#"):
            return False
    return link is not None


def _linked_texts(member: HtmlElement) -> list[str]:
    """Return what each link says, without white space around it."""
    texts = [glued_text(link) if len(link) else link.text or "" for link in member.iter("a")]
    return list(filter(None, map(str.strip, texts)))


def _is_listed(parts: list[str], linked: list[str], headlines: int, member: HtmlElement | None) -> bool:
    """Return whether texts are headlines, those in links, with an excerpt behind each at most, or with short texts alone.

    `member` is what holds them, if that is to be looked at closely.
    """
    letters, total = sum(map(len, linked)), sum(map(len, parts))
    if 2 * sum([len(text) for text in linked if len(text) >= MIN_HEADLINE]) < letters or not headlines:
        return False
    if total - letters <= MAX_REST * total:
        return True
    excerpts = [text for text in parts if len(text) >= MIN_PARAGRAPH and text not in linked]
    if not excerpts:
        fits = 2 * letters >= total
    else:
        fits = linked[0].startswith(parts[0]) and len(excerpts) <= headlines and max(map(len, excerpts)) <= MAX_EXCERPT
    return fits and (member is None or _is_list(blocks_in(member)))


def _is_list(blocks: Sequence[Block]) -> bool:
    """Return whether blocks read as headlines, each a link and nothing else, and never two longer texts behind one."""
    headed = False
    for block in blocks:
        if _is_headline(block):
            headed = True
        elif block.linked >= MIN_HEADLINE:
            return False  # a sentence with a link in it
        elif len(block.text) >= MIN_PARAGRAPH:
            if not headed:
                return False
            headed = False
    return True


def _is_headline(block: Block) -> bool:
    """Return whether a block is a link and nothing else, or a link with its date."""
    if block.link_share >= LINK_ONLY or block.link_share <= MAX_LINK_SHARE:
        return block.link_share >= LINK_ONLY
    rest = block.spaced
    for link in block.links:
        rest = rest.replace(spaced_text(link), "|")
    return len(rest) < MIN_PARAGRAPH and has_digit(rest) is not None and bool(find_dates(rest, year=LEAP_YEAR))

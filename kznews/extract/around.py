"""What stands around an article on its page: beside the headline, over it, under the text, between the two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract.blocks import with_labels
from kznews.extract.count_words import counts_comments, is_counter
from kznews.extract.labels import DATE_LABELS, MAX_LABEL, begins_with_author
from kznews.extract.phrases import key
from kznews.extract.section.names import MAX_SECTION, says_where
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks
    from kznews.extract.dates.published import Places

MAX_CRUMBS = 5
"""Links of a line that shows the way to a page."""
PAIR = 2
"""Words of a count that says only how often."""
BESIDE = 10
"""Blocks around the headline in which section, author and counters stand."""
MAX_COMMENT_HEAD = 120
"""Letters of the line that opens the comments."""
MAX_CELL = 80
"""Letters of a cell before the headline's with its day or its picture's name; a column of the page has more."""
_BEFORE_DATE = re.compile(r"\s*[:(\d]")
_ABOUT = frozenset((Zone.META, Zone.TAGS))
_MENUS = frozenset((Zone.NAV, Zone.HEADER))
_NO_BOXES = frozenset(("tr", "tbody", "font", "b", "strong"))
_OF_PAGE = _MENUS | {Zone.ASIDE}


def article_box(container: HtmlElement | None, title: HtmlElement | None) -> HtmlElement | None:
    """Return the smallest box that holds headline and text, or None if that is the page."""
    if container is None or title is None:
        return None
    holders = set(title.iterancestors())
    box = next((node for node in (container, *container.iterancestors()) if node in holders), None)
    return None if box is None or box.tag in ("body", "html") else box


def foot_of_article(blocks: Blocks, last: int) -> list[Block]:
    """Return what calls itself a footer right under a text, the block `last` its end, and is the article's own. Never raises.

    It stands in a box with the text and without the page's head, menus and columns, and the page goes on behind it.
    """
    following = islice(blocks.all, last + 1, last + 1 + BESIDE) if last >= 0 else ()
    foot = list(takewhile(lambda block: block.zone is Zone.FOOTER, following))
    behind = blocks.all[last + 1 + len(foot) : last + 2 + len(foot)]
    if not foot or not behind or behind[0].zone is Zone.FOOTER:
        return []
    around = set(blocks.all[last].element.iterancestors())
    box = next((node for node in foot[0].element.iterancestors() if node in around), None)
    if box is None or box.tag in ("body", "main", "html"):
        return []
    return [] if any(block.zone in _OF_PAGE for block in blocks.inside(box)) else foot


def _tells_author(before: Sequence[Block], block: Block) -> bool:
    """Return whether a line begins with the word for an author, or stands behind one that says no more."""
    if begins_with_author(block):
        return True
    return any(len(label.text) <= MAX_LABEL and begins_with_author(label) for label in before[-1:])


def _is_about(block: Block) -> bool:
    """Return whether a block says something of an article by its name, counts its readers, or says when it was changed."""
    return block.zone in _ABOUT or is_counter(block.spaced) or _says_change(block.text)


def _says_change(line: str) -> bool:
    """Return whether a line begins with the label of a date ("Соңғы жаңарту (20 қазан 2009)")."""
    return len(line) <= MAX_SECTION * 2 and key(_BEFORE_DATE.split(line, maxsplit=1)[0]) in DATE_LABELS


@dataclass(frozen=True, slots=True)
class Around:
    """Where headline and text stand on a page, to be asked for what is near them."""

    blocks: Blocks
    title: HtmlElement | None
    """The element that shows the headline."""
    container: HtmlElement | None
    """The box of the text."""
    places: Places

    def near(self, dated: Block | None) -> list[Block]:
        """Return the blocks around the headline and under the text, which hold section, author, tags and counters.

        So do lines about the article right behind its box or behind buttons to share it, but for links to its tags, which may
        look as those to a section.
        `dated` is the block that shows the date, which comes first.
        """
        at, text, blocks = max(self.places.title_at, 0), self.places.text, self.blocks.all
        end = min(self._end_of_article(), len(blocks))
        before = list(islice((blocks[index] for index in range(at - 1, -1, -1) if index not in text), BESIDE))[::-1]
        after = list(islice((blocks[index] for index in range(at + 1, end) if index not in text), 2 * BESIDE))
        following = with_labels(blocks[end : end + BESIDE])
        behind = takewhile(lambda block: block.zone is Zone.SHARE or _is_about(block), following)
        about = [block for block in behind if block.zone is not Zone.SHARE]
        after += [block for at, block in enumerate(about) if not block.links or _tells_author(about[:at], block)]
        first = [] if dated is None else [dated]
        before = [block for block in self._way() if block not in before] + before
        return [*first, *with_labels([block for block in before + after if block is not dated])]

    def counting_shares(self) -> list[Block]:
        """Return the rows of buttons to share right behind the article that count its readers as well: "Telegram 217 рет оқылды".

        "12 рет" alone may say how many shared it.
        """
        end = self._end_of_article()
        behind = takewhile(lambda block: block.zone is Zone.SHARE or _is_about(block), self.blocks.all[end : end + BESIDE])
        rows = (block for block in behind if block.zone is Zone.SHARE and has_digit(block.text))
        return [block for block in rows if any(len(atom.split()) > PAIR and is_counter(atom) for atom in block.atoms)]

    def _way(self) -> list[Block]:
        """Return the line over the headline that says where its reader is ("Сіз осындасыз: ..."), however far over it."""
        over = islice(self.blocks.all, max(self.places.title_at, 0))
        lines = (block for block in over if 0 < len(block.links) <= MAX_CRUMBS and ":" in block.text[:MAX_LABEL])
        return list(islice((block for block in lines if says_where(block.text)), 1))

    def behind_opening(self) -> frozenset[Block]:
        """Return the blocks amid the text and after it."""
        return frozenset(self.blocks.all[self.places.amid + 1 :])

    def below(self, leads: int) -> list[Block]:
        """Return the blocks between the headline and the text behind so many leads."""
        at, blocks = self.places.title_at, self.blocks.all
        end = next(islice(sorted(index for index in self.places.text if index > at), leads, None), at) if at >= 0 else at
        return [blocks[index] for index in range(at + 1, min(end, at + 1 + 2 * BESIDE)) if index not in self.places.text]

    def above(self) -> list[Block]:
        """Return the blocks over the headline in its own box, or in the next larger one that has any and is not the page.

        Where these are but a date, the line over that counts, if a menu says the same.
        """
        kicker = self._kicker()
        for at, box in enumerate(islice(self._boxes(), 3)):
            if box.tag in ("body", "main", "html"):
                break
            start, _ = self.blocks.spans.get(box, (self.places.title_at, self.places.title_at))
            if start < self.places.title_at:
                above = self.blocks.all[start : self.places.title_at]
                if all(has_digit(block.text) and all(has_digit(spaced_text(link)) for link in block.links) for block in above):
                    break  # a date, a clock
                # A heading of a larger box is another part's, unless a menu leads there as well or it looks as the headline does.
                return [it for it in above if not (at and it.heading) or it is kicker or self._is_told_in_menu(it)]
        return [kicker] if kicker is not None else self._line_of_menu()

    def _boxes(self) -> Iterator[HtmlElement]:
        """Yield the boxes around the headline up to a cell with a column before it; rows and letters of a kind are no boxes."""
        for box in self.title.iterancestors() if self.title is not None else ():
            if box.tag not in _NO_BOXES:
                yield box
            if box.tag == "td" and not all(is_small(cell, MAX_CELL) for cell in box.itersiblings("td", preceding=True)):
                return

    def _kicker(self) -> Block | None:
        """Return the short heading right over the headline that has its class and another rank: page builders set both alike."""
        line = self.blocks.all[self.places.title_at - 1] if self.places.title_at > 0 else None
        if line is None or self.title is None or not line.heading or line.links or len(line.text) > MAX_SECTION:
            return None
        alike = bool(self.title.get("class")) and line.element.get("class") == self.title.get("class")
        return line if alike and line.element.tag != self.title.tag and not has_digit(line.text) else None

    def _is_told_in_menu(self, heading: Block) -> bool:
        """Return whether a heading is a link as one in a list over it: the section's name over its article."""
        if len(heading.links) != 1 or len(heading.text) > MAX_SECTION or heading.linked < len(heading.text):
            return False
        address = heading.links[0].get("href")
        over = self.blocks.all[: self.places.title_at]
        return any(block is not heading and block.text == heading.text and block.links[0].get("href") == address
                   for block in over if len(block.links) == 1)

    def _line_of_menu(self) -> list[Block]:
        """Return the line over the headline or its date, if a menu or a link before it says the same, and it is no menu's end.

        A line that is a link has to lead where the menu does.
        """
        at = self.places.title_at
        while at > 1 and has_digit(self.blocks.all[at - 1].text) and len(self.blocks.all[at - 1].text) <= MAX_SECTION:
            at -= 1
        before, line = self.blocks.all[at - 2 : at] if at > 1 else (None, None)
        if before is None or line is None or len(line.text) > MAX_SECTION:
            return []
        if len(line.links) > 1 or 0 < line.linked < len(line.text):
            return []
        address = line.links[0].get("href") if line.links else None
        shown = (*self.blocks.all[:at], *(block for block in self.blocks.all[at:] if block.zone in _MENUS))
        menus = [block for block in shown if block.links and line.text in block.text]
        links = (link for block in menus if block is not line for link in block.links)
        named = any(spaced_text(link) == line.text and address in (None, link.get("href")) for link in links)
        apart = before.element.getparent() is not line.element.getparent() or before.element.tag != line.element.tag
        alone = before.zone in _MENUS or apart
        return [line] if named and alone else []

    def comment_heads(self) -> list[Block]:
        """Return the short blocks that open the comments ("Пікірлер (2)")."""
        heads = [block for block in self.blocks.all if block.zone is Zone.COMMENTS and len(block.text) <= MAX_COMMENT_HEAD]
        named = [block for block in heads if any(map(str.isalpha, block.text))][:2]
        for block in self.blocks.all[self.places.title_at + 1 :]:
            last = block.text[-1:]
            if (last == ")" or last.isdecimal()) and counts_comments(block.spaced):  # few blocks end so
                return [*named, block]
        return named

    def picture_boxes(self) -> list[HtmlElement]:
        """Return the boxes that may hold the main image, the nearest first."""
        container = self.container
        near = [] if container is None else [container, *list(container.iterancestors())[:2]]
        whole = article_box(self.container, self.title)
        boxes = [box for box in (*near, whole) if box is not None and box.tag not in ("body", "html")]
        return boxes or ([] if container is None or container.tag != "body" else self._between())

    def above_text(self) -> list[HtmlElement]:
        """Return the elements that stand between the headline and the box of the text."""
        container, title = self.container, self.title
        if container is None or title is None:
            return []
        holders = {container, *container.iterancestors()}
        outside = takewhile(lambda node: node not in holders, (title, *title.iterancestors()))
        return [node for up in outside for node in takewhile(lambda node: node not in holders, up.itersiblings())]

    def _between(self) -> list[HtmlElement]:
        """Return the elements of a page without boxes that stand between headline and end of the text."""
        last = max(self.places.text, default=-1)
        if self.title is None or not 0 <= self.places.title_at < last:
            return []
        end = self.blocks.all[last].element
        following = takewhile(lambda node: node is not end, self.title.itersiblings())
        up = [node for node in self.title.iterancestors() if node.tag not in ("body", "html")]
        top = up[-1] if up else self.title
        return [*following, *takewhile(lambda node: node is not end, top.itersiblings())]

    def _end_of_article(self) -> int:
        """Return the index where the article's box ends; a few blocks behind the text, if it has none."""
        last = max(self.places.text, default=self.places.title_at) + 1
        box = article_box(self.container, self.title)
        return last + 2 if box is None else max(self.blocks.spans.get(box, (0, last))[1], last)

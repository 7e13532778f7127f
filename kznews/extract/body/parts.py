"""Lines that head the parts of a text and would be furniture by themselves: days of a programme, hours, days, numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.meta_lines import holds_year
from kznews.extract.texts import has_digit, is_date, is_running

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_HEAD = 40
"""Letters of such a line; a day with its weekday and an hour is shorter."""
MIN_HEADS = 2
"""Lines of one make, at least: a single one may say when the article was published."""
_HOURS, _DAYS, _NUMBERS = "hours", "days", "numbers"
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[–—-]\s?\d{1,2}[:.]\d{2})?\.?")
_NUMBER = re.compile(r"№?\s?\d{1,3}[.)]?")
MAX_ENTRY = 3
"""Elements of a box with one entry of a chronicle: its hour, a mark, what happened."""


def days_of_programme(blocks: list[Block]) -> set[Block]:
    """Return the bold lines that are a day without its year, where there are several: they head the parts of a programme."""
    bold = (block for block in blocks if block.all_bold and not block.linked and has_digit(block.text))
    days = {block for block in bold if is_date(block.text) and not holds_year(block.text)}
    return days if len(days) > 1 else set()


def heads_of_chronicle(blocks: list[Block]) -> set[Block]:
    """Return the hours, days or numbers that stand alone in lines of one make, where two or more each head a paragraph.

    The paragraph stands right behind, in the same box or in that of the line; an hour may open a box of its own with its
    paragraph, one of several alike. They do not all say the same, as datelines of an old import do. So do
    days and hours one behind the other, where a line with a colon announces them. Never raises.
    """
    fit = [(at, make) for at, block in enumerate(blocks) if (make := _make_of(block)) is not None]
    if len(fit) < MIN_HEADS:
        return set()
    said: defaultdict[Hashable, set[str]] = defaultdict(set)
    for at, make in fit:
        if _heads_paragraph(blocks, at):
            said[make].add(blocks[at].text)
    return {blocks[at] for at, make in fit if len(said[make]) >= MIN_HEADS} | _announced(blocks, fit)


def _make_of(block: Block) -> Hashable:
    """Return what a line with a day, an hour or a number alone has in common with others of its make; None for any other."""
    line = block.text
    if len(line) > MAX_HEAD or block.linked or not has_digit(line):
        return None
    kind = _HOURS if _HOUR.fullmatch(line) else _NUMBERS if _NUMBER.fullmatch(line) else _DAYS if is_date(line) else None
    element = block.element
    box = _box_of_entries(element) if kind == _HOURS else element.getparent()
    return kind and (kind, box, element.tag, element.get("class"), block.all_bold)


def _box_of_entries(hour: HtmlElement) -> Hashable:
    """Return what holds an hour, or what is common to such boxes where that is small and nothing else in it looks like it."""
    entry = hour.getparent()
    if entry is None or not 1 < len(entry) <= MAX_ENTRY or entry[0] is not hour:
        return entry
    look = hour.tag, hour.get("class")
    if any((other.tag, other.get("class")) == look for other in islice(entry, 1, None)):
        return entry
    return entry.getparent(), entry.tag, entry.get("class")


def _heads_paragraph(blocks: list[Block], at: int) -> bool:
    """Return whether running text stands right behind a line, in the same box or in that of the line."""
    if at + 1 == len(blocks):
        return False
    behind, element = blocks[at + 1], blocks[at].element
    return is_running(behind) and behind.element.getparent() in (element, element.getparent())


def _announced(blocks: list[Block], fit: list[tuple[int, Hashable]]) -> set[Block]:
    """Return the days and hours of one make that stand right behind each other, the first behind a line with a colon."""
    makes = dict(fit)
    found: set[Block] = set()
    for at, make in fit:
        opens = at > 0 and blocks[at - 1].text.endswith(":") and makes.get(at + 1) == make
        if (opens and not _NUMBER.fullmatch(blocks[at].text)) or (makes.get(at - 1) == make and blocks[at - 1] in found):
            found.add(blocks[at])
    return found

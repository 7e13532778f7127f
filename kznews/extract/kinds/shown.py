"""What was found on a page, and whether its headline is surely one: the head states it, its date stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kznews.extract.block import HEADINGS
from kznews.extract.phrases import ends_as_list, key
from kznews.extract.section.names import MAX_SECTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks
    from kznews.extract.dates.published import Published
    from kznews.extract.document import Document
    from kznews.portal import Portal

MIN_TEXT = 200
"""A page with less text than this is an article only if it also shows a date (reliability rule C5)."""
BESIDE_DATE = 3
"""Blocks between an article's headline and its date, at most: section, author."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was found on a page."""

    document: Document
    portal: Portal
    blocks: Blocks
    title: str
    title_element: HtmlElement | None
    title_at: int
    """The index of the block that shows the headline, or -1."""
    published: Published | None
    text: Sequence[int]
    """The indices of the blocks of lead and text, in page order."""
    unfolded: Callable[[], list[Block]]
    """Returns every block of the page, those of folded furniture as well."""
    claims: Sequence[str]
    """What the head says the title is."""


def states_headline(shown: Shown) -> bool:
    """Return whether a heading shows what the head says the page is, in more words than a section's name has. Never raises."""
    return shown.title_element is not None and shown.title_element.tag in HEADINGS and is_claimed(shown)


def is_claimed(shown: Shown) -> bool:
    """Return whether the head says what the headline says, in more words than a section's name has. Never raises."""
    if len(shown.title.split()) <= MAX_SECTION_WORDS or ends_as_list(shown.title):
        return False
    return any(key(shown.title) in key(claim) for claim in shown.claims)


def dated_headline(shown: Shown) -> bool:
    """Return whether the date stands right beside the headline, as an article's does and a list's does not. Never raises."""
    block = shown.published.block if shown.published else None
    return block is not None and shown.title_at >= 0 and abs(shown.blocks.all.index(block) - shown.title_at) <= BESIDE_DATE


def shows_date(published: Published | None) -> bool:
    """Return whether a page itself shows when it was published: in the head every engine dates all its pages. Never raises."""
    return published is not None and published.basis not in ("jsonld", "meta", "url")

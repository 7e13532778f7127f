"""Lists that go on: cards of articles with a date each behind a text about their subject, and links to further pages behind."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.kinds.registers import LINKED
from kznews.extract.selecting import short_text
from kznews.extract.texts import FURNITURE, has_digit, holds_date
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block

MIN_CARDS = 4
"""Cards of a list, at least."""
BESIDE = 3
"""Blocks of a card behind its headline among which its date stands."""
MIN_PAGES = 2
"""Links to pages by their numbers."""
MAX_MARK = 12
"""Letters of a link that leads to the next page ("»", "Келесі бет")."""
_PAGER = FURNITURE - {Zone.NAV}


def is_paged_list(blocks: Sequence[Block], last: int) -> bool:
    """Return whether behind the block `last` stand dated cards and, right behind one of them, links to further pages."""
    pager = next((at for at in range(last + 1, len(blocks)) if _leads_on(blocks[at])), 0)  # hardly a page has one
    cards = [at for at in range(last + 1, pager) if _heads_card(blocks, at)] if pager else []
    return len(cards) >= MIN_CARDS and pager - cards[-1] < 2 * BESIDE


def _heads_card(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if not block.heading or block.zone in FURNITURE or block.link_share <= LINKED:
        return False
    return any(not other.heading and holds_date(other.spaced) for other in islice(blocks, at + 1, at + 1 + BESIDE))


def _leads_on(block: Block) -> bool:
    """Return whether a line is links to pages by their numbers, and perhaps to the next one."""
    if len(block.links) < MIN_PAGES or block.zone in _PAGER or has_digit(block.text) is None:
        return False
    said = [short_text(link, MAX_MARK) for link in block.links]
    return all(said) and sum(map(str.isdecimal, said)) >= MIN_PAGES

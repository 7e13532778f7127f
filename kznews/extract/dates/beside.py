"""What stands in one block with the displayed date: section, author and counters of an article often do."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.dates.changes import is_change
from kznews.extract.surroundings import is_button
from kznews.extract.texts import LEAP_YEAR, has_digit
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.dates.published import Published

_PART = re.compile(r"\s*\|\s*")


def texts_beside(published: Published | None) -> list[str]:
    """Return the texts beside the displayed date but for that of the last change and what buttons say; [] without a date.

    Never raises.
    """
    if published is None or published.block is None:
        return []
    rest, raw = " | ".join(_said(published.block)), published.raw
    for part in (raw,) if raw in rest else raw.split():  # words of a second date must not lose theirs
        rest = rest.replace(part, "|", 1)
    return list(map(without_dates, _PART.split(rest)))


def without_dates(said: str) -> str:
    """Return a text without the dates in it: of the last change, of the paper. Never raises."""
    for reading in find_dates(said, year=LEAP_YEAR) if has_digit(said) else ():
        said = said.replace(reading.raw, " ") if reading.has_date else said
    return said.strip()


def _said(block: Block) -> list[str]:
    buttons = {link for link in block.links if is_button(link)}
    parts = zip(block.atoms, block.owners, strict=True)
    return [atom for atom, owner in parts if not (is_change(owner) or (buttons and _stands_in(owner, buttons)))]


def _stands_in(owner: HtmlElement, buttons: set[HtmlElement]) -> bool:
    return owner in buttons or not buttons.isdisjoint(islice(owner.iterancestors(), 2))

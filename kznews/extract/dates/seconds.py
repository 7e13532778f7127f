"""The seconds of a displayed minute, where the element that shows it states them: `<time datetime>`, RDFa's `content`."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.kazakh.dates import DateReading, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.dates.published import Moment, Published

MAX_STATED = 64
"""Letters of a date in an attribute."""


def with_own_seconds(shown: Published, moment: Moment) -> Published:
    """Return a displayed minute with the seconds that its own element states of that very minute; any other date as it is.

    What the head states, or another element, is another statement and adds nothing to a minute. Never raises.
    """
    if shown.precision != "minute" or shown.value is None or shown.block is None:
        return shown
    for _, said in stated_by_own(shown.block, shown.raw):
        reading = read_date(said[:MAX_STATED], now=moment.now, zone=moment.zone)
        if not isinstance(reading, DateReading) or reading.precision.value != "second":
            continue
        value = reading.value.astimezone(shown.value.tzinfo).replace(microsecond=0)
        if value.second and value.replace(second=0) == shown.value:
            return replace(shown, value=value, precision="second", basis=f"{shown.basis}; seconds from its element")
    return shown


def stated_by_own(block: Block, date: str) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements within a block that hold a displayed date, each with what it states of it. Never raises."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        if date not in atom:
            continue
        for node in (*takewhile(lambda node: node is not block.element, (owner, *owner.iterancestors())), block.element):
            if (said := node.get("datetime") or node.get("content") or "")[:4].isdecimal():
                yield node, said

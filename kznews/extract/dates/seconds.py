"""What the element that shows a date states more exactly: `<time datetime>`, RDFa's `content`, the title of "3 days ago"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.extract.dates.published import checked
from kznews.extract.texts import ONLY_DATE
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


def with_own_time(shown: Published, moment: Moment) -> Published:
    """Return what the title of the element that shows a word like "3 күн бұрын" states; any other date as it is.

    Scripts that count so keep the time there (jQuery timeago, moment.js), and readers see it under the mouse. A title with
    other words than a date is none. Never raises.
    """
    if "relative" not in shown.basis or shown.block is None:
        return shown
    for node in _holders(shown.block, shown.raw):
        said = (node.get("title") or "").strip()
        dated = "0" <= said[:1] <= "9" and len(said) <= MAX_STATED
        reading = read_date(said, now=moment.now, zone=moment.zone) if dated else None
        if isinstance(reading, DateReading) and reading.has_year and len(reading.raw) >= ONLY_DATE * len(said):
            value = reading.value.astimezone(moment.now.tzinfo)
            basis = f"{shown.basis}; time from its element"
            found = checked(replace(shown, value=value, precision=reading.precision.value, basis=basis), moment)
            return found if found.value else shown
    return shown


def stated_by_own(block: Block, date: str) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements within a block that hold a displayed date, each with what it states of it. Never raises."""
    for node in _holders(block, date):
        if (said := node.get("datetime") or node.get("content") or "")[:4].isdecimal():
            yield node, said


def _holders(block: Block, date: str) -> Iterator[HtmlElement]:
    """Yield the elements that hold a displayed date, within its block and with it, the innermost first."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        if date in atom:
            yield from takewhile(lambda node: node is not block.element, (owner, *owner.iterancestors()))
            yield block.element

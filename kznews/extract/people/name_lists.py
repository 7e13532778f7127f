"""Names at the end of a text that do not sign it: lists of winners or members, and whose words are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.block import ITEMS
from kznews.extract.labels import AUTHOR_LABELS, CREW_LABELS
from kznews.extract.people.callings import is_office
from kznews.extract.people.names import is_person
from kznews.extract.people.regards import is_regards
from kznews.extract.people.signed_people import AROUND
from kznews.extract.phrases import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MIN_TEXT = 2
"""Paragraphs before a quotation, at least."""
FEWEST = 2
"""Names of the shortest list."""


def is_list_of_names(last: Sequence[Block], before: Block) -> bool:
    """Return whether the last lines of a text are a list of names, and no signature. Never raises.

    What stands right before them announces them, or several of them are each nothing but a name, or a name and a place, without
    the comma of those who sign together. Labels of authors and regards announce no list.
    """
    lines = [line.strip() for block in last for line in block.text.split("\n")]
    named = [at for at, line in enumerate(lines) if _is_alone(line)]
    if not named:
        return False
    over = lines[named[0] - 1] if named[0] else before.text.strip()
    if over.endswith(":") and not _announces_signers(over):
        return True
    run = next((place for place, at in enumerate(named) if at != named[0] + place), len(named))
    return run >= FEWEST or (len(named) >= FEWEST and any(block.element.tag in ITEMS for block in last))


def _is_alone(line: str) -> bool:
    """Return whether a line is a name, or one with a place, and no comma behind it."""
    name, comma, behind = line.partition(",")
    return is_person(name.strip(AROUND)) and (not comma or (bool(behind.strip()) and is_office(behind)))


def _announces_signers(line: str) -> bool:
    label = key(line.rpartition("\n")[2])
    return label in AUTHOR_LABELS | CREW_LABELS or is_regards(line)


def is_quoted(kept: Sequence[Block]) -> bool:
    """Return whether the last line stands in a quotation with what is quoted: it says whose words these are.

    Never raises.
    """
    if len(kept) <= MIN_TEXT:
        return False
    last = kept[-1].element
    quote = last if last.tag == "blockquote" else next(last.iterancestors("blockquote"), None)
    return quote is not None and _holds(quote, kept[-2]) and not _holds(quote, kept[0])


def _holds(box: HtmlElement, block: Block) -> bool:
    return block.element is box or box in block.element.iterancestors()

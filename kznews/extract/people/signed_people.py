"""People whom a text's first or last lines name with what each is or did, in one line or in boxes of their own."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.block import ITEMS
from kznews.extract.emphasis import is_at_edge, is_in_italics
from kznews.extract.people.callings import (
    bearers_in,
    has_degree,
    is_known_calling,
    is_of_press,
    is_office,
    people_in_line,
    who_wrote,
)
from kznews.extract.people.joint_signers import joint_signers
from kznews.extract.people.names import is_shortened, name_behind_label, people_in
from kznews.extract.texts import is_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block
    from kznews.extract.people.callings import Bearer

MIN_KEPT = 2
"""Paragraphs before a signature, at least."""
MAX_SIGNATURE = 160
"""Letters of a signature in several lines: a name, a paper's correspondent, a region."""
AROUND = " ,.،()（）"
"""What stands around a signature."""
_BETWEEN_PARTS = re.compile(r"\n|(?<=\w{3})\.(?:\s+|$)")
"""What stands between the parts of a signature: line ends and full stops behind words."""


def people_over(kept: Sequence[Block]) -> list[Bearer]:
    """Return whom the line over a text names with what each is, if it names several or somebody of the press; else []."""
    people = people_in_line(kept[0]) if len(kept) > 1 and not kept[0].heading else []
    return people if len(people) > 1 or is_of_press(people) else []


def people_under_lead(kept: Sequence[Block]) -> list[Bearer]:
    """Return whom the second line of a text names, if that is several of whom one is of the press; else []."""
    people = people_in_line(kept[1]) if len(kept) > MIN_KEPT and not kept[1].heading and is_text(kept[0]) else []
    return people if len(people) > 1 and is_of_press(people) else []


def people_at_end(kept: Sequence[Block], *, alone: bool) -> tuple[list[str], int]:
    """Return who wrote of the people whom the last lines name ("Айгүл Серік, Ерлан Сапар (фото)"), and how many lines do.

    A single line does so where it stands `alone`; several names as papers sign are told without callings.
    """
    signers, count = joint_signers(kept[MIN_KEPT:])
    if count:
        return signers, count
    if rows := _boxes_of_people(kept):
        return who_wrote([one for row in rows for one in row]), len(rows)
    signed = _signed_in(kept[-1], kept[-2]) if alone else []
    return signed, int(bool(signed))


def _boxes_of_people(kept: Sequence[Block]) -> list[list[Bearer]]:
    """Return whom the last boxes of a text name with their parts in the article, name and post in elements of their own each."""
    boxes = takewhile(lambda block: block.has_parts and not (block.heading or block.links), reversed(kept[MIN_KEPT:]))
    return list(takewhile(is_of_press, map(people_in_line, boxes)))[::-1]


def _signed_in(last: Block, before: Block) -> list[str]:
    """Return who signs in a last line, or []."""
    line = last.text
    if not 0 < len(line) <= MAX_SIGNATURE or last.heading or last.links or last.element.tag in ITEMS:
        return []
    people = bearers_in(part for part in _BETWEEN_PARTS.split(line.strip()) if not phrases.is_boilerplate(part))
    if not people:
        signed = people_in(line.strip(AROUND))
        return signed if len(signed) > 1 and all(map(is_shortened, signed)) else []
    apart = last.all_bold or is_at_edge(last.element) or is_in_italics(last)
    told = all(has_degree(one) or is_office(one) or (apart and is_known_calling(one)) for _, said in people for one in said)
    sure = is_of_press(people) or (told and is_text(before))
    return [name_behind_label(name) or name for name in who_wrote(people)] if sure else []

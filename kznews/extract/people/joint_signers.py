"""Several who sign one text together, each name over what its bearer is: congratulations and open letters end so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.block import ITEMS
from kznews.extract.emphasis import is_at_edge, is_in_italics
from kznews.extract.people.callings import who_wrote
from kznews.extract.people.names import MAX_NAME, has_initials, looks_like_name
from kznews.extract.people.regards import is_regards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block
    from kznews.extract.people.callings import Bearer

MAX_PARAGRAPH = 600
"""Letters of a paragraph in which six people sign."""
MAX_PARAGRAPHS = 8
"""Paragraphs of so many people, one each."""
MAX_POST = 80
"""Letters of a line with a post ("облыстық ардагерлер кеңесінің төрағасы")."""
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";")


def joint_signers(kept: Sequence[Block]) -> tuple[list[str], int]:
    """Return who sign together in the last paragraphs, in one or in one each, and how many of these do; ([], 0) for a single one.

    Each name ends its line with a comma, and a line with what its bearer is follows. The paragraphs are set apart by their
    edge or letters; a list of winners is not. Never raises.
    """
    people: list[Bearer] = []
    count = 0
    for block in reversed(kept[-MAX_PARAGRAPHS:]):
        if not (found := _signers_in(block)):
            break
        people = [*found, *people]
        count += 1
    if len(people) < 2:  # noqa: PLR2004 - one is told by a known calling
        return [], 0
    opened = count < len(kept) and is_regards(kept[-count - 1].text)
    return who_wrote(people), count + opened


def _signers_in(block: Block) -> list[Bearer]:
    """Return the people of whom a paragraph consists, each with a post; [] where it says anything else but regards over them."""
    text = block.text
    if ",\n" not in text or len(text) > MAX_PARAGRAPH or block.links or block.element.tag in ITEMS:  # nearly all
        return []
    lines = text.split("\n")
    people = _with_posts(lines[is_regards(lines[0]) :])
    apart = bool(people) and (block.all_bold or is_at_edge(block.element) or is_in_italics(block))
    return people if apart else []


def _with_posts(lines: Sequence[str]) -> list[Bearer]:
    """Return the names that lines with a comma are, each with the lines below it, or [] where any line is something else."""
    found: list[tuple[str, list[str]]] = []
    for line in map(str.strip, lines):
        if line.endswith(",") and _names_somebody(line.rstrip(" ,")):
            found.append((line.rstrip(" ,"), []))
        elif found and _may_be_post(line):
            found[-1][1].append(line.rstrip(" ,."))
        else:
            return []
    return [(name, tuple(posts)) for name, posts in found] if all(posts for _, posts in found) else []


def _names_somebody(said: str) -> bool:
    return len(said) <= MAX_NAME and (looks_like_name(said) or has_initials(said))


def _may_be_post(line: str) -> bool:
    """Return whether a line may say what somebody is: no name, no sentence, and no place or result in a contest."""
    if not line or len(line) > MAX_POST or line[0].isdigit() or line.endswith(_SENTENCE_ENDS):
        return False
    return any(map(str.isalpha, line)) and not _names_somebody(line.rstrip(","))

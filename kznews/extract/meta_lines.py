"""Which short lines say of an article when, who or how often, and are no text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.count_words import is_counter
from kznews.extract.labels import MAX_LABEL, SECTION_LABELS, begins_with_author, counts_labels
from kznews.extract.people.bylines import writers
from kznews.extract.people.names import has_capitals, is_author_s, is_role, looks_like_name, name_in
from kznews.extract.people.posts import names_post
from kznews.extract.texts import LEAP_YEAR, MIN_PARAGRAPH, ends_sentence, has_digit, is_date, is_text
from kznews.kazakh.dates import Basis, find_dates
from kznews.kazakh.fold import fold
from kznews.kazakh.person_names import is_phrase

if TYPE_CHECKING:
    from kznews.extract.block import Block

MIN_DATED = 0.2
"""Of a dateline; with section, views and author the date is still a fifth of it."""
MIN_AGO = 0.5
"""Of a line that says how long ago: sentences say so too."""
MAX_AGO = 80
"""Letters of such a line with an author, a section and how long a text takes to read."""
_OF_AUTHOR = phrases.key("автордың ")
"""How labels begin that announce what an author is ("Автордың лауазымы")."""
_ANY_DAY = datetime(LEAP_YEAR, 7, 1, tzinfo=UTC)
_FROM_NOW = frozenset((Basis.RELATIVE, Basis.DAY_FROM_NOW))
_DONE = frozenset(
    map(phrases.key, ("жарияланды", "жарияланған", "шықты", "жарық көрді", "жаңартылды", "жаңартылған", "өзгертілді"))
)
_ISSUE = re.compile(r"[\s,.|·•–-]*№\s*\d{1,4}(?:\s?[-–/]\s?\d{1,4})?(?:\s*\(\d{1,6}\))?[\s.]*$")
"""The number of a paper behind its date ("23 қазан 2013 жыл. № 43 (2711)")."""
_READING_TIME = re.compile(r"(?:\boku\S* )?(?:uak\S+ )?\d+ min\S*(?: oku\S*)?")
"""How long a text takes to read, as a skeleton ("Оқуға 3 мин", "3 минут оқу")."""


def is_meta(block: Block) -> bool:
    """Return whether a short block says when, who or how often, and is no text."""
    said = block.spaced
    if len(said) > phrases.MAX_LINE:
        return False
    if is_text(block):
        labelled = begins_with_author(block) or counts_labels(said) > 1
        told = (labelled and _says_when(said)) or _dates_issue(said) or bool(writers(said))
        return told or _is_in_parts(block) or _is_mostly_dates(said)
    if _says_when(said) or _is_byline(name_in(said)) or _counts_readers(block) or is_role(said):
        return True
    if _says_in_a_part_how_long_ago(block) or _names_author_in_parts(block) or any(map(is_author_s, block.links)):
        return True
    label, colon, _ = said.partition(":")
    if colon and len(label) <= MAX_LABEL and not SECTION_LABELS.isdisjoint((words := phrases.key(label), words.split(" ")[-1])):
        return True
    return counts_labels(said) > 1


def _is_in_parts(block: Block) -> bool:
    """Return whether a line that ends with a count in brackets has a date as a part, and nothing as long as a sentence."""
    if block.text[-1:] != ")" or not block.has_parts or any(len(part) >= MIN_PARAGRAPH for part in block.atoms):
        return False
    return block.atoms[-1][-2:-1].isdigit() and any(map(is_date, block.atoms))


def _is_mostly_dates(line: str) -> bool:
    """Return whether half of a line that ends with a bracket or more is dates ("01.11.2025 10:00 (жаңартылған 02.11.2025)")."""
    if not (line.endswith(")") and has_digit(line)):
        return False
    return 2 * sum(len(reading.raw) for reading in find_dates(line, year=LEAP_YEAR)) >= len(line)


def _dates_issue(line: str) -> bool:
    """Return whether a line is a date and the number of a paper."""
    return "№" in line and is_date(_ISSUE.sub("", line))


def _is_byline(said: str) -> bool:
    """Return whether words with capitals are somebody's name or a paper's; a phrase all in capitals heads a text."""
    return looks_like_name(said) or (has_capitals(said) and is_phrase(said) and not (said.isupper() or names_post(said)))


def _names_author_in_parts(block: Block) -> bool:
    """Return whether a line says who wrote it or what that is, the label with a comma in an element of its own (the BBC)."""
    label = block.atoms[0].rstrip() if block.has_parts else ""
    if not label.endswith(","):
        return False
    told = begins_with_author(block) and looks_like_name(block.text[len(label) :].strip(" ,"))
    return told or (phrases.key(label).startswith(_OF_AUTHOR) and len(label) <= MAX_LABEL)


def _says_in_a_part_how_long_ago(block: Block) -> bool:
    """Return whether an element of its own in a short line says how long ago ("Айбек Нұр", "2 сағат бұрын", "3 мин оқу")."""
    if not block.has_parts or len(block.text) > MAX_AGO or not has_digit(block.text) or ends_sentence(block.text):
        return False
    readings = ((atom, reading) for atom in block.atoms for reading in find_dates(atom, now=_ANY_DAY, year=LEAP_YEAR))
    return any(reading.basis is Basis.RELATIVE and _says_but(reading.raw, atom.strip()) for atom, reading in readings)


def _says_but(raw: str, atom: str) -> bool:
    """Return whether a text says when, and at most that something was published or changed then ("2 сағат бұрын жарияланды")."""
    behind = atom.removeprefix(raw)
    return not behind or (behind != atom and phrases.key(behind) in _DONE)


def holds_year(line: str) -> bool:
    """Return whether a line holds a date with its year. Never raises."""
    return any(reading.has_year for reading in find_dates(line, year=LEAP_YEAR))


def _counts_readers(block: Block) -> bool:
    """Return whether a line is a counter, but for links that may stand before it: to print it, to go back."""
    if is_counter(block.spaced):
        return True
    if not block.links or not has_digit(block.spaced):
        return False
    links = set(block.links)
    parts = zip(block.atoms, block.owners, strict=True)
    return is_counter(" ".join(said for said, owner in parts if links.isdisjoint((owner, *islice(owner.iterancestors(), 2)))))


def _says_when(line: str) -> bool:
    """Return whether a line is a dateline, or half of it or more says how long ago ("2 сағат бұрын Айбек Нұр")."""
    if not has_digit(line):
        return False
    readings = find_dates(line, now=_ANY_DAY, year=LEAP_YEAR)
    length = len(_READING_TIME.sub("", fold(line))) if readings else 0
    return any(len(reading.raw) >= (MIN_AGO if reading.basis in _FROM_NOW else MIN_DATED) * length for reading in readings)

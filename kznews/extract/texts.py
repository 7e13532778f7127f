"""Which blocks are running text, and which open a list of other articles."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.selecting import short_text
from kznews.extract.zones import Zone
from kznews.kazakh.dates import find_dates
from kznews.kazakh.fold import fold

if TYPE_CHECKING:
    from kznews.extract.block import Block

MIN_PARAGRAPH = 40
"""Shorter blocks (labels, menu items) do not tell where the text is."""
LINK_ONLY = 0.8
"""A paragraph that is a link from end to end is an inserted "also read"."""
MAX_LINK_SHARE = 0.5
"""A block with more links than this is a list of links."""
FURNITURE = frozenset(
    (
        Zone.NAV,
        Zone.FOOTER,
        Zone.ASIDE,
        Zone.RELATED,
        Zone.SHARE,
        Zone.COMMENTS,
        Zone.ADVERT,
        Zone.TAGS,
        Zone.CAPTION,
        Zone.HEADER,
    ),
)
SWALLOWING = FURNITURE - {Zone.COMMENTS, Zone.FOOTER}
"""What may hold a text because its end tag is missing; comments and footers are texts as well."""
LEAP_YEAR = 2024
"""Any year in which every day exists: only whether a text is a date is asked."""
BETWEEN_CELLS = " | "
"""Joins what the cells of a table's row say."""
_COUNTED = re.compile(rf"(?:{fold('пікір')}|{fold('талқылау')}) \d{{1,5}}|\d{{1,5}} {fold('пікір')}")
"""How many opinions readers have: the word alone may be the name of a section."""
_HEADS_COMMENTS = re.compile(r"(?:no |\d{1,5} )?comments?(?: ?\(\d{0,5}\))?:?", re.IGNORECASE)
"""A heading of an English template; a line that is none counts or links them beside the date."""
MAX_ABOUT = 160
"""Letters of a box that says of an article when, who and how often."""
_ANY_DAY = datetime(LEAP_YEAR, 7, 1, tzinfo=UTC)
ONLY_DATE = 0.8
"""Of a line; a weekday or a mark may stand beside the date."""
ASCII_IN_CODE = 0.9
"""Of the signs of code; a text that explains some says that in Kazakh."""
has_digit = re.compile(r"\d").search
"""What is true of a text with a figure in it."""
_CALLS = re.compile(
    r"\bfunction\b\s*\w*\s*\(|=>\s*\{|\b(?:var|let|const)\s+\w+\s*=|\.push\(|\bdocument\.write|[\])}]\s*\)\s*;|\}\s*\)\s*\("
)
"""What scripts say and no sentence does."""
MIN_CALLS = 2
_DECLARATION = r"[\w-]+\s*:[^{};]{1,200}"
_RULES = re.compile(rf"(?:[^{{}}]{{1,200}}\{{\s*(?:{_DECLARATION};\s*)*(?:{_DECLARATION})?\}})+")
"""A style sheet (CSS)."""
_ENDS = frozenset('.!?…»”"):;؟۔')


@lru_cache(maxsize=2048)  # rows and cards are asked again, and their dates stand on page after page
def holds_date(text: str) -> bool:
    """Return whether a text holds the date of a day; an hour alone is none."""
    return has_digit(text) is not None and any(reading.has_date for reading in find_dates(text, year=LEAP_YEAR))


def opens_list(block: Block) -> bool:
    """Return whether a block is the heading of a list of other articles, as portals word it."""
    if len(block.text) > phrases.MAX_LABEL:
        return False
    return phrases.is_label(block.text, phrases.RELATED) or (block.all_bold and phrases.names_list(block.text))


def opens_comments(block: Block) -> bool:
    """Return whether a block is the heading of the comments; in a line about the article it counts them ("Пікір жоқ")."""
    if block.zone is Zone.META or len(block.text) > phrases.MAX_LABEL:
        return False
    if block.all_bold and has_digit(block.text) and _COUNTED.fullmatch(phrases.key(block.text)):
        return True
    if block.heading and _HEADS_COMMENTS.fullmatch(block.text):
        return True
    return phrases.is_label(block.text, phrases.COMMENTS) and not _stands_behind_date(block)


def _stands_behind_date(block: Block) -> bool:
    """Return whether a date stands before a short line in a small box: in comments the dates stand behind their heading."""
    box = block.element.getparent()
    said = "" if block.heading or box is None else short_text(box, MAX_ABOUT)
    before = said.partition(block.text)[0]
    return has_digit(before) is not None and bool(find_dates(before, now=_ANY_DAY, year=LEAP_YEAR))


def before_date(said: str, *, dated: bool = False) -> str:
    """Return what stands before the first date in a text, with `dated` one with its year; all of it where nothing does."""
    readings = (find_dates(said) if dated else find_dates(said, now=_ANY_DAY, year=LEAP_YEAR)) if has_digit(said) else ()
    start = next((reading.start for reading in readings), 0)
    return said[:start].rstrip() or said


@lru_cache(maxsize=2048)
def is_date(line: str) -> bool:
    """Return whether a line is a date and nothing else; a weekday or a mark may stand beside it."""
    if len(line) > phrases.MAX_LABEL or not has_digit(line):
        return False
    return any(len(reading.raw) >= ONLY_DATE * len(line) for reading in find_dates(line, year=LEAP_YEAR))


def is_text(block: Block) -> bool:
    """Return whether a block is long enough for a paragraph and ends like a sentence."""
    return len(block.text) >= MIN_PARAGRAPH and ends_sentence(block.text)


def is_running(block: Block) -> bool:
    """Return whether a block is a paragraph without a link: a text, or so long that only its full stop is missing."""
    return not block.linked and (is_text(block) or len(block.text) >= 2 * MIN_PARAGRAPH)


def is_code(text: str) -> bool:
    """Return whether a text is code of a script or a style sheet, printed because its tag is missing, and no example of any."""
    if not ("{" in text or (")" in text and ");" in text)) or sum(map(str.isascii, text)) < ASCII_IN_CODE * len(text):
        return False
    return len(_CALLS.findall(text)) >= MIN_CALLS or _RULES.fullmatch(text.rstrip()) is not None


def ends_sentence(text: str) -> bool:
    """Return whether a text ends with a sign that ends a sentence."""
    return text.rstrip()[-1:] in _ENDS  # a pattern would try every sign of a paragraph

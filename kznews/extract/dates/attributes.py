"""The date that an attribute beside the headline states where a script writes what readers see."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.dates.published import Places
    from kznews.extract.document import Document

AROUND = 3
"""Boxes around the headline in which its date may stand: its line, the article's head, the article."""
MAX_SHOWN = 20
"""Letters that such an element shows until the script has run ("Жүктелуде...")."""
_MARKS = (b"data-", b"datetime=")
"""One of these stands in every page with such an attribute."""
_NAMED = re.compile(
    r"data-(?:\w+-)?(?:date|time|datetime|timestamp|ts|published?(?:-\w+)?|pub-?date|created(?:-\w+)?|unix|moment)"
)
_CHANGED = re.compile(r"updat|modif|expire|end|event|birth")
_STAMP = re.compile(r"1\d{9}(?:\d{3})?|(?:19|20)\d\d-\d\d-\d\d.{0,30}|\d\d\.\d\d\.(?:19|20)\d\d.{0,20}")
"""A Unix time since 2001 in seconds or milliseconds, or a day with or without an hour."""


def dates_beside(document: Document, places: Places) -> list[str]:
    """Return what attributes say near the headline, nearest box first, where the element shows no date itself; [] if nothing."""
    if places.title_at < 0 or not any(mark in document.markup for mark in _MARKS):
        return []
    title = places.blocks[places.title_at].element
    inside = {places.blocks[at].element for at in places.text}
    for box in islice(title.iterancestors(), AROUND):
        if box.tag in ("body", "html"):
            break
        if found := list(_said_in(box, title, inside)):
            return found
    return []


def _said_in(box: HtmlElement, title: HtmlElement, text: set[HtmlElement]) -> Iterator[str]:
    """Yield what elements in a box say up to the article's second paragraph, whether before or behind the headline."""
    seen = 0
    for node in box.iter():
        seen += node in text
        if seen > 1:
            return
        if node is title or node.tag == "time" or not (said := _date_of(node)):  # time elements are asked elsewhere
            continue
        if not _CHANGED.search(words_of(node)) and next(node.iterancestors("blockquote"), None) is None:
            yield said


def _date_of(node: HtmlElement) -> str:
    """Return the date that an element's attributes state, where it shows none and is no card with a headline; else ""."""
    said = [str(value).strip() for name, value in node.items() if name == "datetime" or _NAMED.fullmatch(str(name))]
    stamps = [value for value in said if _STAMP.fullmatch(value)]
    shown = spaced_text(node) if stamps else ""
    return stamps[0] if stamps and len(shown) <= MAX_SHOWN and has_digit(shown) is None else ""

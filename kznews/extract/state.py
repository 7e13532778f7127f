"""The article in the data that a page hands to its own script: pages of Next.js, Nuxt and the like may show it only there.

Nobody's names for the fields are known. The article is the object that holds the page's title beside a long text.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from kznews.extract import jsonld
from kznews.extract.phrases import key
from kznews.extract.state_fields import authors_in, counts_in, published_in, resolved, section_in, words_in
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_OBJECTS = 20_000
"""A home page's state holds some thousand objects."""
MIN_TEXT = 200
"""Letters of a text without tags, at least."""
MAX_LEAD = 900
"""A lead is a paragraph."""
MAX_TITLE = 400
"""A longer value is no title."""
_START = re.compile(rb"<script\b[^<>]{0,400}>", re.IGNORECASE)
_DATA = re.compile(rb"\btype\s*=\s*[\"']?application/json", re.IGNORECASE)
_ASSIGNED = re.compile(rb"\s*(?:window|self)\s*(?:\.\s*[\w$]+|\[\s*[\"'][\w$]+[\"']\s*\])\s*=\s*(?=\{)")
_LEADS = frozenset(
    ("lead", "short", "description", "excerpt", "announce", "anons", "summary", "subtitle", "intro", "teaser", "preview")
)


@dataclass(slots=True)
class Stated:
    """What a page's state says of its article."""

    lead: str = ""
    paragraphs: list[str] = field(default_factory=list)
    published: str = ""
    """As state_fields.published_in."""
    section: str = ""
    authors: list[str] = field(default_factory=list)
    views: int | None = None
    comments: int | None = None


def stated_article(page: bytes, title: str) -> Stated | None:
    """Return the article of that title in the state of a page's source, which is UTF-8, or None. Never raises."""
    said = key(title)
    if not said:
        return None
    for block in _blocks(page):
        if not _may_say(block, title):  # parsing takes as long as all else that is read of a page
            continue
        data = jsonld.parse(block)
        flat = data if isinstance(data, list) else None
        for values in islice(_objects(data), MAX_OBJECTS):
            if any(_says(value, said) for value in values.values()) and (found := _article(values, said)) is not None:
                found.published, found.section = published_in(values, flat), section_in(values, flat)
                found.authors, (found.views, found.comments) = authors_in(values, flat), counts_in(values)
                return found
    return None


def _may_say(block: str, title: str) -> bool:
    """Return whether the longest word of a title stands in some JSON, as it is or escaped: both come from one source."""
    word = max(re.findall(r"\w+", title), key=len, default="")
    lowered = block.lower()
    forms = {json.dumps(said)[1:-1].lower() for said in (word, word.lower(), word.upper())}
    return any(form in lowered for form in (word.lower(), *forms))


def _says(value: Any, title: str) -> bool:
    return isinstance(value, str) and 0 < len(value) <= MAX_TITLE and key(value) == title


def _blocks(page: bytes) -> Iterator[str]:
    """Yield the data of a page's scripts: blocks of JSON, and objects that are assigned to a name of the window."""
    end = 0
    while (start := _START.search(page, end)) is not None and (end := page.find(b"</script", start.end())) >= 0:
        data = start if _DATA.search(start[0]) else _ASSIGNED.match(page, start.end(), end)
        if data is not None:
            yield page[data.end() : end].decode("utf-8", "replace")


def _objects(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every object of some data, outer ones first; of a flat list (Nuxt 3) with what its numbers stand for."""
    flat = data if isinstance(data, list) else None
    queue: deque[Any] = deque((data,))
    while queue:
        value = queue.popleft()
        if isinstance(value, dict):  # what JSON holds; to ask for any Mapping takes ten times as long
            yield {str(name): resolved(part, flat) for name, part in value.items()} if flat else value
            queue.extend([part for part in value.values() if isinstance(part, (dict, list))])
        elif isinstance(value, list):
            queue.extend([part for part in value if isinstance(part, (dict, list))])


def _article(values: Mapping[str, Any], title: str) -> Stated | None:
    """Return the longest text among the values of an object as paragraphs, and the value that names itself a lead."""
    texts = [(name, _written(value)) for name, value in values.items() if isinstance(value, str)]
    texts += [(name, _nested(value)) for name, value in values.items() if isinstance(value, Mapping | list)]
    longest = max((lines for _, lines in texts), key=lambda lines: sum(map(len, lines)), default=[])
    if sum(map(len, longest)) < MIN_TEXT:
        return None
    short = (lines for name, lines in texts if lines is not longest and _names_lead(name))
    lead = next((one_line(" ".join(lines)) for lines in short if 0 < sum(map(len, lines)) <= MAX_LEAD), "")
    body = [line for line in longest if key(line) not in (title, key(lead))]
    return Stated(lead, body)


def _written(value: str) -> list[str]:
    """Return the paragraphs of a text, which may be an editor's blocks written as JSON once more (EditorJS)."""
    blocks = jsonld.parse(value) if value.startswith(("{", "[")) and value.endswith(("}", "]")) else None
    return _nested(blocks) if blocks else jsonld.lines(value)


def _names_lead(name: str) -> bool:
    return not _LEADS.isdisjoint(words_in(name))


def _nested(value: Any, depth: int = 0) -> list[str]:
    """Return the texts of an editor's blocks ({"type": "paragraph", "data": {"text": ...}}), in order."""
    if depth > jsonld.MAX_NAMING + 2:
        return []
    if isinstance(value, Mapping):
        if isinstance(value.get("title"), str) and depth:
            return []  # another article
        named = (value.get(name) for name in ("text", "html", "content", "value", "data", "children", "blocks", "items"))
        return [line for part in named if part for line in _nested(part, depth + 1)]
    if isinstance(value, list):
        return [line for part in value for line in _nested(part, depth + 1)]
    return jsonld.lines(value) if isinstance(value, str) else []

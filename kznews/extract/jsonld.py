"""JSON-LD as portals really print it: several objects, graphs, HTML escapes, control characters, comments around it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kznews.extract.texts import BETWEEN_CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Node = Mapping[str, Any]

ARTICLE_TYPES = frozenset(("BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report"))
"""schema.org's kinds of articles whose names do not end in "Article"; portals make up others that do ("SportsArticle")."""
MAX_CHARS = 1_000_000
"""A block above this is no description of an article."""
MAX_DEPTH = 64
"""Deeper nesting ends in a RecursionError (measured at 100,000 brackets)."""
MAX_DIGITS = 100
"""Longer numbers take time that grows with the square; from 4,300 on they raise ValueError in Python's int."""

_OPENING = re.compile(r"<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?")
_CLOSING = re.compile(r"(?:-->|(?:(?://|/\*)\s{0,9})?\]\]>(?:\s{0,9}\*/)?|;)$")
MAX_CLOSING = 32
"""No end of a comment or of CDATA is longer."""
_BLANKS = " \t\r\n\f\v\x00\u00a0\ufeff\u200b"
_TRAILING_COMMA = re.compile(r"(\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"?)|,(?=\s*[}\]])", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x1f]")
_TEXT = re.compile(r"\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"?", re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/caption)\b[^<>]{0,200}>", re.IGNORECASE | re.ASCII)
_CELLS = re.compile(r"</t[dh]>\s{0,99}(?=<t[dh]\b)", re.IGNORECASE | re.ASCII)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
MAX_NAMING = 4
"""A name within a name within a name: deeper is no name."""


def read_blocks(blocks: Sequence[str]) -> tuple[Node, ...]:
    """Return every object of the JSON-LD blocks, lists and @graph unfolded; unreadable blocks give nothing. Never raises."""
    return tuple(node for block in blocks for node in _unfold(parse(block)))


def addresses(node: Node) -> list[str]:
    """Return the addresses of the page that an object says it is about."""
    said = (node.get("mainEntityOfPage"), node.get("url"), node.get("@id"))
    parts = (part.get("@id") if isinstance(part, Mapping) else part for part in said)
    return [part for part in parts if isinstance(part, str)]


def is_article(node: Node) -> bool:
    """Return whether the object's @type is an article's."""
    kinds = node.get("@type")
    return any(map(_is_kind_of_article, kinds if isinstance(kinds, list) else [kinds]))


def _is_kind_of_article(kind: object) -> bool:
    return isinstance(kind, str) and (kind.endswith("Article") or kind in ARTICLE_TYPES)


def string(value: Any) -> str:
    """Return a text value with HTML entities resolved (portals escape them inside JSON as well), or ""."""
    for _ in range(MAX_NAMING):
        if isinstance(value, list):
            value = next((part for part in value if part), "")
        elif isinstance(value, dict):
            value = value.get("name") or value.get("url") or value.get("@value") or ""
    return html.unescape(html.unescape(value)).strip() if isinstance(value, str) else ""


def paragraphs(node: Node) -> list[str]:
    """Return the paragraphs of an article's `articleBody`, without tags, whether it is text or HTML, escaped once more or not."""
    return lines(string(node.get("articleBody")))


def lines(text: str) -> list[str]:
    """Return the paragraphs of a text that may be HTML, escaped once more or not, without tags. Never raises.

    A row of a table is one, its cells joined by `texts.BETWEEN_CELLS`.
    """
    said = _CELLS.sub(BETWEEN_CELLS, html.unescape(html.unescape(text)))
    plain = _TAG.sub("", _BREAK.sub("\n", said))
    return [line for part in plain.splitlines() if (line := " ".join(part.split()))]


def names(value: Any) -> list[str]:
    """Return the names of a person or a list of them; a portal that signs its own news is no author."""
    parts = [part for part in (value if isinstance(value, list) else [value]) if not _is_organization(part)]
    return [name for name in map(string, parts) if name]


def referred(value: Any, nodes: Sequence[Node]) -> Any:
    """Return a person or a list of them; for one that is but an @id (plugins of WordPress) the object that has it."""
    parts = value if isinstance(value, list) else [value]
    if not any(map(_is_reference, parts)):
        return value
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    return [known.get(part["@id"], part) if _is_reference(part) else part for part in parts]


def _is_reference(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name")


def _is_organization(value: Any) -> bool:
    return isinstance(value, dict) and "Organization" in str(value.get("@type"))


def parse(block: str) -> Any:
    """Return the data of a block of JSON, with what portals do to it undone, or None for what cannot be read. Never raises."""
    if len(block) > MAX_CHARS:
        return None
    for candidate in _candidates(_unwrapped(block.strip(_BLANKS))):
        if _is_deep(candidate):
            continue
        try:
            return json.loads(candidate, parse_constant=lambda _: None, parse_int=_integer)
        except ValueError:
            continue
    return None


def _unwrapped(block: str) -> str:
    """Return a block without comments and CDATA around it: a state's block is long, so only its two ends are looked at."""
    opening = _OPENING.match(block)
    start = opening.end() if opening else 0
    closing = _CLOSING.search(block, max(start, len(block) - MAX_CLOSING))
    return block[start : closing.start() if closing else None].strip(_BLANKS)


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise ValueError("a number too long")
    return int(digits)


def _candidates(block: str) -> Iterator[str]:
    """Yield a block as it stands, and with what portals do to it undone step by step."""
    yield block
    plain = _CONTROLS.sub(" ", block)
    yield plain
    yield _TRAILING_COMMA.sub(r"\1", plain)
    if "&" in plain and not _TEXT.search(plain):  # escaped as a whole
        yield html.unescape(plain)
        yield html.unescape(html.unescape(plain))


def _is_deep(block: str) -> bool:
    """Return whether brackets outside texts are nested too deep; few brackets cannot be."""
    if block.count("{") + block.count("[") <= MAX_DEPTH:
        return False
    level = deepest = 0
    for bracket in _BRACKET.findall(_TEXT.sub("", block)):
        level += 1 if bracket in "{[" else -1
        deepest = max(deepest, level)
    return deepest > MAX_DEPTH


def _unfold(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        for part in value:
            yield from _unfold(part)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if isinstance(value.get(key), (list, dict)):
                yield from _unfold(value[key])

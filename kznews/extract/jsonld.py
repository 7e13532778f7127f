"""JSON-LD as portals really print it: several objects, graphs, HTML escapes, control characters, comments around it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Node = Mapping[str, Any]

ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "Report", "AnalysisNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle"},
)
MAX_CHARS = 1_000_000
"""A block above this is no description of an article."""
MAX_DEPTH = 64
"""Deeper nesting ends in a RecursionError (measured at 100,000 brackets)."""
MAX_DIGITS = 100
"""Longer numbers raise ValueError in Python's int."""

_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_CONTROLS = re.compile(r"[\x00-\x1f]")
_BRACKET = re.compile(r"[\[\]{}]")
_LONG_NUMBER = re.compile(rf"\d{{{MAX_DIGITS},}}")


def read_blocks(blocks: Sequence[str]) -> tuple[Node, ...]:
    """Return every object of the JSON-LD blocks, lists and @graph unfolded; unreadable blocks give nothing. Never raises."""
    return tuple(node for block in blocks for node in _unfold(_parse(block), 0))


def article_node(nodes: Sequence[Node]) -> Node | None:
    """Return the first object that describes an article, or None."""
    return next((node for node in nodes if is_article(node)), None)


def is_article(node: Node) -> bool:
    """Return whether the object's @type is one of schema.org's articles."""
    kinds = node.get("@type")
    return any(kind in ARTICLE_TYPES for kind in ([kinds] if isinstance(kinds, str) else kinds or []) if isinstance(kind, str))


def string(value: Any) -> str:
    """Return a text value with HTML entities resolved (portals escape them inside JSON as well), or ""."""
    if isinstance(value, list):
        value = next((part for part in value if part), "")
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("url") or value.get("@value") or ""
    if not isinstance(value, str):
        return ""
    return html.unescape(html.unescape(value)).strip()


def names(value: Any) -> list[str]:
    """Return the names of a person or a list of them; a portal that signs its own news is no author."""
    parts = [part for part in (value if isinstance(value, list) else [value]) if not _is_organization(part)]
    return [name for name in map(string, parts) if name]


def _is_organization(value: Any) -> bool:
    return isinstance(value, Mapping) and "Organization" in str(value.get("@type"))


def _parse(block: str) -> Any:
    if len(block) > MAX_CHARS or _depth(block) > MAX_DEPTH or _LONG_NUMBER.search(block):
        return None
    stripped = _WRAPPING.sub("", block.strip())
    for candidate in (stripped, _CONTROLS.sub(" ", stripped), _TRAILING_COMMA.sub("", _CONTROLS.sub(" ", stripped))):
        try:
            return json.loads(candidate, parse_constant=lambda _: None)
        except ValueError:
            continue
    return None


def _depth(block: str) -> int:
    level = deepest = 0
    for bracket in _BRACKET.findall(block):
        level += 1 if bracket in "{[" else -1
        deepest = max(deepest, level)
    return deepest


def _unfold(value: Any, level: int) -> Iterator[Node]:
    if isinstance(value, list):
        for part in value:
            yield from _unfold(part, level + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if isinstance(value.get(key), (list, Mapping)):
                yield from _unfold(value[key], level + 1)

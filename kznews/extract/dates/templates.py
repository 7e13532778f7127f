"""Whether a page's structured data tell of another article: bought themes bring those of their demonstration along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract import jsonld
from kznews.extract.document import path_of
from kznews.extract.phrases import key

if TYPE_CHECKING:
    from kznews.extract.document import Document

_SHORT, _STEM = 3, 5
"""Letters of the shortest word that tells anything, and those of a word that hardly any ending changes."""


def tells_of_another(document: Document, title: str) -> bool:
    """Return whether the article of the JSON-LD has a headline without any word of this page's, and another address or none.

    `title` is the headline that the page shows; without one nothing is known. A headline in other words, or in another script,
    has some in common. Never raises.
    """
    node = document.article
    said = _words(jsonld.string(node.get("headline"))) if title and node.get("headline") else frozenset()
    if not said or path_of(document.address) in map(path_of, jsonld.addresses(node)):
        return False
    own = (title, document.meta.get("og:title", ""), document.head_title)
    return all(said.isdisjoint(_words(line)) for line in own)


def _words(line: str) -> frozenset[str]:
    """Return the stems of a line's words."""
    return frozenset(word[:_STEM] for word in key(line).split() if len(word) >= _SHORT)

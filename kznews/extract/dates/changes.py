"""Which elements say when an article was changed last: that is not when it was published."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_CHANGED = re.compile(r"updated|modified")
_PUBLISHED = re.compile(r"published|(?:post|entry|news|article) ?date|created")


def is_change(owner: HtmlElement) -> bool:
    """Return whether an element calls itself the time of the last change."""
    return _names_change(words_of(owner))


@lru_cache(maxsize=2048)  # asked of every element of every line near a headline
def _names_change(words: str) -> bool:
    return bool(_CHANGED.search(words)) and not _PUBLISHED.search(words)

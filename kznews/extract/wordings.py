"""Parts of patterns that search skeletons."""

from __future__ import annotations

from kznews.kazakh.fold import fold


def either(*words: str) -> str:
    """Return a part of a pattern that matches the skeleton of any of the words, the longest first. Never raises."""
    return "|".join(sorted({fold(word) for word in words}, key=len, reverse=True))

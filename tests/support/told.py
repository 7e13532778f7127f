"""What is read of an article with a line under its headline: for tests of rules that pages of unknown engines have asked for."""

from __future__ import annotations

from typing import Any

from tests.support.small_pages import PARAGRAPHS, TITLE, page, read

TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
AUTHOR = "Айгүл Серікқызы"


def values(main: str, head: str = "", after: str = "") -> dict[str, Any]:
    return read(page(main=main, head=head, after=after)).values


def told(line: str, behind: str = "", *, over: str = "") -> dict[str, Any]:
    """Return what is read of an article with a line under its headline, and markup over that and behind the text."""
    return values(f'<div>{over}<h1>{TITLE}</h1>{line}<div class="b2">{TEXT}</div>{behind}</div>')


def day(found: dict[str, Any]) -> str:
    return str(found["published_at"])[:16]

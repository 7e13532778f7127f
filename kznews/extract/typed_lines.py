"""Lines of a text that is shown as it was typed (<pre>, white-space: pre-line): empty lines divide it into paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_KEEPS_LINES = re.compile(r"white-?space(?:: ?|-)(?:pre|break-spaces)")
"""What a style, or a class of Tailwind, says of such an element."""
WRAPPED, PARAGRAPH = 45, 100
"""Letters of a line on the average: verses are shorter than the first, typewriters' lines than the second, paragraphs longer."""


def keeps_lines(element: HtmlElement) -> bool:
    """Return whether an element shows the line ends of its text. Never raises."""
    if element.tag == "pre":
        return True
    return any(_KEEPS_LINES.search(said) for said in (element.get("style") or "", element.get("class") or ""))


def lines_in(text: str) -> list[str]:
    """Return the lines of a typed text with "" between those that are shown apart: one for a new line, two for a paragraph.

    Lines that end because the paper does are joined. Never raises.
    """
    groups = [[line.strip() for line in group.splitlines() if line.strip()] for group in re.split(r"\n\s*\n", text)]
    lines = [line for group in groups for line in group]
    mean = sum(map(len, lines)) / max(len(lines), 1)
    if WRAPPED <= mean < PARAGRAPH:
        groups = [[" ".join(group)] for group in groups]
    elif mean >= PARAGRAPH:
        groups = [[line] for line in lines]
    shown: list[str] = []
    for group in filter(None, groups):
        shown += ["", ""] if shown else []
        for at, line in enumerate(group):
            shown += ["", line] if at else [line]
    return shown

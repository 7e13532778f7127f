"""What the readers of section, authors and tags share: which blocks stand beside an article, and the pieces of a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

NOT_NEAR = frozenset((Zone.HEADER, Zone.NAV, Zone.CRUMBS, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.COMMENTS, Zone.TAGS))
"""Where nothing is said of the article itself."""
SECTION_PATH = re.compile(
    r"/(?:category|categories|rubric|rubrics|section|sections|part|cat|topics?|rubrika|bolim|razdel|news-category)/"
    r"|[?&](?:cat|category|cat_?id|new_topic|rubric|rubrika|razdel|section)="
)
"""What addresses of sections hold."""
HOME = re.compile(r"/?(?:(?:kz|kk|kaz|qaz|ru|rus|en|tt|lt|la|lat|ar|latyn|tote)(?:[-_][a-z]{2})?/?)?", re.IGNORECASE)
"""The path of a portal's root or of one of its editions'."""
_BUTTON = re.compile(
    r"^(?:mailto|tel|javascript|whatsapp|viber|tg):|(?<![a-z])(?:print(?:able|er|version)?|sendmail|mailto|feedback|pdf)(?![a-z])"
    r"|(?:twitter|x)\.com/(?:share|intent)|facebook\.com/share|//t\.me/share|vk\.com/share|//wa\.me/|connect\.ok\.ru",
    re.IGNORECASE,
)
"""Addresses of links that do something with an article: print, send, share it. Those of sections have no such word."""
_BETWEEN = re.compile(r"((?<!\d)(?<![^\W\d_][-–])\d[\d:. ]*|[|•·]|\s/\s)")
"""A figure, but no part of a word ("Жолдау-2025"), and signs."""
EDGES = " \t|•·,;:–—-/»«>"
"""What stands around a name and does not belong to it."""


def pieces(rest: Sequence[str]) -> list[str]:
    """Return the parts of a dateline's texts between figures, bars and bullets; what announces a figure is none."""
    parts = (part for text in rest for part, figure in _divided(text) if not (figure and part.rstrip().endswith(":")))
    return [piece for part in parts if (piece := without_edges(part))]


def without_edges(said: str, edges: str = EDGES) -> str:
    """Return a text without the signs around it, but with a quotation mark that belongs to one inside it. Never raises."""
    inner = said.strip(edges)
    opened = inner.count("«") - inner.count("»")
    if opened == 1 and f"{inner}»" in said:
        return f"{inner}»"
    return f"«{inner}" if opened == -1 and f"«{inner}" in said else inner


def _divided(text: str) -> list[tuple[str, str]]:
    """Return each part of a text with the sign or figure behind it."""
    found = [*_BETWEEN.split(text), ""]
    return list(zip(found[::2], found[1::2], strict=True))


def is_button(link: HtmlElement) -> bool:
    """Return whether a link does something with an article instead of leading elsewhere: prints it, sends it. Never raises."""
    return _BUTTON.search(link.get("href") or "") is not None

"""Cards of other articles: small boxes with a linked headline."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.block import HEADINGS
from kznews.extract.phrases import ends_as_list, key
from kznews.extract.selecting import glued_text
from kznews.extract.widgets import is_small

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_CARD = 400
"""Letters of a card: section, headline, excerpt and date."""
MIN_HEADLINE = 20
"""A link of so many letters is a headline; menus, sections and tags are shorter."""
AROUND = 3
"""The boxes around a date of which one may be its card."""
_COUNT = re.compile(r"\s*\(\d+\)\s*$")


def stands_in_card(block: Block, title: str) -> bool:
    """Return whether a block stands in a small box with a linked headline, or an article of its own, that is not `title`."""
    return is_in_card(block.element, title)


def is_in_card(element: HtmlElement, title: str) -> bool:
    """Return the same of an element, that of a date which no block shows."""
    for at, box in enumerate(islice((element, *element.iterancestors()), AROUND)):
        if box.tag in ("body", "html", "main") or not is_small(box, MAX_CARD):
            return False
        if box.tag == "article":
            return title not in glued_text(box)
        if at == AROUND - 1:
            return False
        links = [said for link in box.iter("a") if len(said := glued_text(link)) >= MIN_HEADLINE and not _leads_to_list(said)]
        headlines = set(map(key, links))
        if len(headlines) > 2:  # noqa: PLR2004 - a ticker, a list; the picture of a card may say something else than its title
            return False
        if headlines and key(title) not in headlines:
            return True
    return False


def _leads_to_list(said: str) -> bool:
    """Return whether a link says that it leads to articles, a count behind it or not ("Автордың барлық жазбалары (14)")."""
    return ends_as_list(_COUNT.sub("", said))


def stands_in_pictured_card(block: Block, title: str) -> bool:
    """Return whether a block stands in a small box with a heading, not `title`, and a link that holds nothing but a picture.

    So cards look of which the picture alone is a link, or a link without a word that is laid over all; mastheads do as well.
    """
    for box in islice((block.element, *block.element.iterancestors()), AROUND - 1):
        if box.tag in ("body", "html", "main") or not is_small(box, MAX_CARD):
            return False
        if any(next(link.iter("img", "svg"), None) is not None and not glued_text(link) for link in box.iter("a")):
            said = (glued_text(heading) for heading in box.iter(*HEADINGS))
            return any(len(headline) >= MIN_HEADLINE and key(headline) != key(title) for headline in said)
    return False


def stands_in_linked_card(block: Block, title: str) -> bool:
    """Return whether a block stands in a link with a headline, or in a small box with a heading that is one, not `title`.

    Unlike a link of that length the heading tells a card from what stands under an article: tags, an author.
    """
    link = next(block.element.iterancestors("a"), None)
    if link is not None and is_small(link, MAX_CARD) and len(said := glued_text(link)) >= len(block.text) + MIN_HEADLINE:
        return key(title) not in key(said)
    for box in islice(block.element.iterancestors(), AROUND - 1):
        if box.tag in ("body", "html", "main") or not is_small(box, MAX_CARD):
            return False
        linked = (glued_text(it) for it in box.iter(*HEADINGS) if _is_linked(it))
        if headlines := {key(said) for said in linked if len(said) >= MIN_HEADLINE}:
            return len(headlines) == 1 and key(title) not in headlines
    return False


def _is_linked(heading: HtmlElement) -> bool:
    """Return whether a heading is a link, or all that it says stands in one."""
    if next(heading.iterancestors("a"), None) is not None:
        return True
    link = next(heading.iter("a"), None)
    return link is not None and glued_text(link) == glued_text(heading)

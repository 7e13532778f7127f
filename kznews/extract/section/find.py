"""The section of an article: shown beside its headline, stated by the head, or the last crumb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract import jsonld
from kznews.extract.document import path_of
from kznews.extract.people.authors import without_site
from kznews.extract.phrases import key
from kznews.extract.section.actions import leads_off
from kznews.extract.section.beside import (
    behind_way,
    filed_under,
    from_above,
    from_menu,
    from_rest,
    listed_beside,
    said_by_links,
    sections_in,
    told_over,
)
from kznews.extract.section.crumbs import last_crumbs
from kznews.extract.section.names import ALL_NEWS, MAX_SECTION, is_home, is_section, narrower, trimmed
from kznews.extract.section.shown import called_sections
from kznews.extract.section.ways_home import from_way_home
from kznews.extract.selecting import spaced_text
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_CRUMBS = 2
"""Links of a row without signs that are crumbs, whatever stands elsewhere: the way home and a section."""
_OF_PAGE = frozenset(("body", "html"))
_DIVIDES = re.compile(r"\s*(?:::|[-–—/|»›>•·])\s")
"""What stands between a section and the headline in one line."""


def find_section(  # noqa: PLR0917
    document: Document,
    near: Sequence[Block],
    rest: Sequence[str],
    above: Sequence[Block],
    heading: HtmlElement | None,
    selector: str,
) -> str:
    """Return the section as shown, or "".

    `near` are the blocks around the headline, `rest` the texts beside the date, `above` the blocks right over the headline,
    `heading` the element that shows it.
    """
    if (element := document.index.first(selector)) is not None:
        return trimmed(spaced_text(element))
    rest = [said for said in rest if trimmed(said) not in off] if (off := leads_off(near, document)) else rest
    headline = one_line(spaced_text(heading)) if heading is not None else ""
    shown = called_sections(near, document, headline)
    if len(set(shown)) > 1:
        shown = called_sections(behind_way(near), document, headline)
    if shown and len(set(shown)) == 1:
        return shown[0]
    stated = next(iter(without_site([_stated(document)], document)), "")
    if shown:
        first = next((said for said in sections_in(rest) if said in shown), "")
        return first or (stated if stated in shown else narrower(_next_to(heading, near, document, headline) or shown))
    if stated and key(stated) not in ALL_NEWS:
        return stated
    trail = next(last_crumbs(document, headline), "") or from_way_home(near, headline, max_plain=MAX_CRUMBS)
    trail = trail or next(iter(said_by_links(sections_in(rest, told=True), document)), "")
    trail = trail or from_way_home(near, headline, max_plain=MAX_CRUMBS + 1)
    headed = _from_heading(heading, document.head_title)
    if trail or stated:
        beside = (*said_by_links(sections_in(rest), document), from_above(above)) if key(trail) in {"", *ALL_NEWS} else ()
        return narrower(list(filter(None, (trail, stated, headed, *beside))))
    over = next((said for said in without_site([from_above(above)], document) if said not in off), "")
    first = headed or _from_folder(over, above, rest, document) or from_rest(rest, document, above)
    shown_beside = first or over or listed_beside(near, document) or filed_under(near)
    return shown_beside or told_over(above, document) or from_menu(document)


def _from_folder(over: str, above: Sequence[Block], rest: Sequence[str], document: Document) -> str:
    """Return what the link over the headline says, if it leads to a folder that the page stands in; or "".

    Beside the date stands another section where a link says that as well; else whence the article is.
    """
    if not over or key(over) in ALL_NEWS or not any(sections_in(rest)):
        return ""
    own = path_of(document.address) or ""
    links = (link for block in above for link in block.links if over in spaced_text(link))
    paths = ((path_of(link.get("href") or "") or "").rstrip("/") for link in links)
    holds = any(path and own.startswith(f"{path}/") for path in paths)
    return over if holds and not said_by_links(sections_in(rest), document) else ""


def _next_to(heading: HtmlElement | None, near: Sequence[Block], document: Document, headline: str) -> list[str]:
    """Return the sections in the smallest box around the headline that has a narrower one than all news; or [].

    A menu over that may call its items sections as well.
    """
    for box in heading.iterancestors() if heading is not None else ():
        if box.tag in _OF_PAGE:
            break
        said = called_sections([it for it in near if it.element is box or box in it.element.iterancestors()], document, headline)
        if key(narrower(said)) not in {"", *ALL_NEWS}:
            return said
    return []


def _stated(document: Document) -> str:
    """Return the section that microdata, JSON-LD or a meta tag states, or ""."""
    marked = document.index.first("[itemprop=articleSection]")
    said = one_line(spaced_text(marked) or marked.get("content") or "") if marked is not None else ""
    node = document.article
    said = said or jsonld.string(node.get("articleSection")) or document.meta.get("article:section", "")
    return trimmed(said or document.meta.get("articlesection", ""))


def _from_heading(heading: HtmlElement | None, title: str) -> str:
    """Return the one link that the headline's own line begins with, a mark behind it ("Спорт :: Headline"), or "".

    Or the name with a colon before it, where the page's own `title` is without that (PHP-Nuke: "Спорт: Headline").
    """
    if heading is None:
        return ""
    name, colon, behind = spaced_text(heading).partition(": ")
    if colon and name[-1:].isalpha() and len(name) <= MAX_SECTION and behind in title and f"{name}:" not in title:
        return name if is_section(name) else ""
    inside = [link for link in heading.iterchildren("a") if (link.tail or "").strip()]
    before = inside or list(heading.itersiblings("a", preceding=True))
    if len(before) == 2 and is_home(before[1]):  # noqa: PLR2004 - DLE's page for printers: home, a section, the headline
        del before[1]
    if len(before) != 1 or not _DIVIDES.match(before[0].tail or "") or is_home(before[0]):
        return ""
    said = trimmed(spaced_text(before[0]))
    return said if 0 < len(said) <= MAX_SECTION and is_section(said) else ""

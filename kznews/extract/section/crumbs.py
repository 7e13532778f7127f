"""The section that crumbs show, by the structured data or by a box that calls itself so."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from kznews.extract import jsonld
from kznews.extract.block import HEADINGS
from kznews.extract.document import path_of
from kznews.extract.phrases import key
from kznews.extract.section.crumb_ends import end_of_box, end_without_address, says_headline
from kznews.extract.section.names import BETWEEN_CRUMBS, HOME_NAMES, MAX_SECTION, is_crumb, is_home, is_section, trimmed
from kznews.extract.selecting import short_text, spaced_text
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document

MAX_CRUMB_LINKS = 10
"""Links of what calls itself crumbs, at most."""


def last_crumbs(document: Document, headline: str) -> Iterator[str]:
    """Yield of each box of crumbs the last one that is neither home nor the article itself. Never raises."""
    own = path_of(document.address)
    stated = [
        (jsonld.string(node.get("name") or node.get("item")), path_of(_address_of(node.get("item"))))
        for node in document.structured
        if node.get("@type") == "ListItem"
    ]
    not_sections = HOME_NAMES | {key(document.meta.get("og:title", ""))}
    names = [name for name, path in stated if path not in ("", "/", own) and is_crumb(name) and key(name) not in not_sections]
    yield from (name for name in names[-1:] if 0 < len(name) <= MAX_SECTION)
    named = document.index.select("[class*=crumb], [class*=Crumb], [id*=crumb], [class*=speedbar], [class*=pathway]")
    labelled = (nav for nav in document.index.tagged("nav") if "readcrumb" in (nav.get("aria-label") or ""))
    for holder in _rows_of(named) or labelled:
        links = list(islice(holder.iter("a"), MAX_CRUMB_LINKS + 1))
        if len(links) > MAX_CRUMB_LINKS:  # it was not closed
            continue
        names = [one_line(spaced_text(link)) for link in links if not (is_home(link) or _says_title(link, document))]
        names = [name for name in names if key(name) not in HOME_NAMES]  # the way home may be a file's name
        end = (end_of_box(holder, headline) or end_without_address(links, headline)) if names else ""
        if end and key(end) not in not_sections:
            names.append(end)
        names = names or _leading_nowhere(holder, links, headline) or _unlinked(holder, links, headline)
        yield from (name for name in names[-1:] if 0 < len(name) <= MAX_SECTION)


def _rows_of(named: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return what calls itself crumbs; where that is the sign between two (Tilda), the list or the box around them."""
    rows = [node for node in named if len(short_text(node, 1)) != 1]
    if rows or not named:
        return rows
    around = named[0].iterancestors("ul", "ol", "nav", "div")
    return list(islice((box for box in around if len(box) > 1 and next(box.iter("a"), None) is not None), 1))


def _says_title(link: HtmlElement, document: Document) -> bool:
    """Return whether a link without an address of its own says what the page's title begins with: the article."""
    return link.get("href") == "#" and document.head_title.startswith(one_line(spaced_text(link)))


def _address_of(item: object) -> str:
    """Return the address of a breadcrumb's item, which is one or an object with one, or ""."""
    address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    return address.strip() if isinstance(address, str) else ""


def _leading_nowhere(holder: HtmlElement, links: Sequence[HtmlElement], headline: str) -> list[str]:
    """Return the crumbs whose links have no address, the way home left out.

    The last of several is left out where it is the article, the last of one in any case.
    """
    names = [one_line(spaced_text(link)) for link in links if link.get("href") is None]
    names = [name for name in names if key(name) not in HOME_NAMES]
    said = one_line(spaced_text(holder))
    before = [name for name in names if is_section(name) and not said.endswith(name)]
    end = end_without_address(links, headline) if len(names) > 1 else ""
    return [*before, end] if end else before


def _unlinked(holder: HtmlElement, links: Sequence[HtmlElement], headline: str) -> list[str]:
    """Return the one crumb behind home that is no link, where it is a section's name and not a headline."""
    rest = spaced_text(holder)
    for said in map(spaced_text, chain(links, holder.iter(*HEADINGS))):
        rest = rest.replace(said, "", 1)
    parts = [part for part in map(trimmed, BETWEEN_CRUMBS.split(rest)) if part]
    named = [part for part in parts if is_section(part) and key(part) not in HOME_NAMES and not says_headline(part, headline)]
    return named[-1:] if len(parts) == 1 or len(named) > 0 else []

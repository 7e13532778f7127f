"""What kind of page an answer is, where it is not the article that its address promises."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract.css import tokens
from kznews.extract.document import absolute, path_of
from kznews.extract.surroundings import HOME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.document import Document

_LIST_PATH = re.compile(
    r"/(?:[a-z]{2,5}(?:[-_][a-z]{2})?/)?(?:(?:tags?|teg|tegter|authors?|avtor|avtorlar"
    r"|journalists?|zh?urnalist(?:t?er)?|columnists?|kolumnist(?:t?er)?|search|izdeu)(?:\.php)?(?:/[^/]+)?"
    r"|(?:archive|arhiv|muragat)(?:\.php)?|taxonomy/term/\d+)/?(?:page/\d+/?)?",
    re.IGNORECASE,
)
"""No portal at hand has articles there, and Drupal's terms are sections and tags.

Of an archive only the page itself is a list ("/archives/1204" is an article of WordPress).
"""
_SEARCHING = re.compile(r"(?:^|&)\w+=(?:[a-z]+[/_])?search(?:&|$)")
"""What engines say in the query of a search: "do=search" (DLE), "option=com_search" (Joomla), "route=news/search" (OpenCart)."""
_HOME_FILE = re.compile(r"/(?:(?:index|default)(?:\.[a-z]{3,5})?|home)/?$", re.IGNORECASE)
MIN_CARDS = 3
"""Linked headings beside the first that make a list."""


def is_list_address(address: str) -> bool:
    """Return whether an address says that it is one of a tag, an author, a search or the archive: what stands there is a list."""
    parts = urlsplit(address)
    if _LIST_PATH.fullmatch(parts.path) or _SEARCHING.search(parts.query):
        return True
    return parts.path in ("", "/") and parts.query.startswith(("s=", "q="))


def is_home_page(document: Document) -> bool:
    """Return whether a page stands at the root of its host or of an edition, be it called "index.php" there."""
    parts = urlsplit(document.address)
    return HOME.fullmatch(_HOME_FILE.sub("/", parts.path)) is not None and not parts.query


def is_home_elsewhere(document: Document) -> bool:
    """Return whether a page says that it is the home page, at an address that is not the home page's (el.kz, 2018)."""
    return not _claimed_paths(document).isdisjoint(("", "/")) and urlsplit(document.address).path not in ("", "/")


def _claimed_paths(document: Document) -> set[str | None]:
    """Return the paths of the addresses that a page says are its own."""
    claims = (document.meta.get("og:url", ""), document.canonical)
    return {path_of(claimed) for claim in claims if claim and (claimed := absolute(document.base_url, claim))}


def is_headline_of_card(document: Document, shown: HtmlElement, headings: Iterable[HtmlElement]) -> bool:
    """Return whether a headline is a link to another page, as are those of more cards like its own: a list.

    `headings` are the linked headings of the page. Alike are those whose boxes have one class, or are items of one list.
    """
    link = next(chain(shown.iter("a"), shown.iterancestors("a")), None)
    box = shown.getparent()
    if link is None or box is None:
        return False
    boxes = [heading.getparent() for heading in headings if heading is not shown]
    if is_home_page(document) and len(boxes) >= MIN_CARDS:
        return True  # a home page: what stands on top is a link, be it the portal's name
    if other_page(document, link) is None:
        return False
    return sum(other is not None and _are_alike(box, other) for other in boxes) >= MIN_CARDS


def other_page(document: Document, link: HtmlElement) -> str | None:
    """Return the path of the page that a link leads to, if that is neither this page nor the one that it says it is."""
    path = path_of(absolute(document.base_url, link.get("href") or "") or "")
    return None if path in (None, "", path_of(document.address), *_claimed_paths(document)) else path


def _are_alike(box: HtmlElement, other: HtmlElement) -> bool:
    if classes := box.get("class"):
        return tokens(other.get("class") or "") <= tokens(classes)  # the first may be "first", "active" or "sticky" as well
    return box.tag == other.tag == "li" and other.getparent() is box.getparent()

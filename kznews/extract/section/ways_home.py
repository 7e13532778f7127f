"""The section at the end of a line that begins with a link home: crumbs by any other name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kznews.extract.document import path_of
from kznews.extract.phrases import key
from kznews.extract.section.crumb_ends import end_of_line, end_of_way_home
from kznews.extract.section.names import ALL_NEWS, HERE, HOME_NAMES, MAX_SECTION, MAX_SECTION_WORDS, is_crumb, is_home, trimmed
from kznews.extract.selecting import spaced_text
from kznews.extract.surroundings import HOME, NOT_NEAR, is_button
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

_ALL = key("барлық") + " "
"""How a link begins that leads back to a list ("← Барлық очерк")."""
_WAY = re.compile(r"\s(?:[>»›→]|::)\s")
_BETWEEN = re.compile(r"\s(?:[/>»›→–—-]|::?)\s")
_HOME_FILE = re.compile(rf"{HOME.pattern}(?:index|default)\.\w{{3,4}}", re.IGNORECASE)
"""The root of a portal or of one of its editions, named by its file."""
_ARROW = re.compile(r"\s[→»›>]\s")
"""What shows a way even in what calls itself a menu ("navigation string": Bitrix)."""


def from_way_home(near: Sequence[Block], headline: str, *, max_plain: int) -> str:
    """Return the last of the few links in a line that begins with one to the home page: crumbs by any other name.

    A menu may begin so as well; each link of crumbs leads deeper than the one before it, or signs stand between them. Other rows
    have `max_plain` links at most. Never raises.
    """
    for block in sorted(near, key=lambda block: not _leads_deeper(block.links)):
        links = [link for link in block.links if spaced_text(link)]  # ASP.NET skips its own crumbs by empty ones
        near_crumbs = block.zone not in NOT_NEAR - {Zone.CRUMBS} and (len(links) <= max_plain or _shows_way(block, links))
        near_crumbs |= block.zone is Zone.NAV and _ARROW.search(block.spaced) is not None
        if 1 < len(links) <= MAX_SECTION_WORDS and near_crumbs and _opens_trail(block, links[0]):
            names = [trimmed(spaced_text(link)) for link in links[1:] if not (is_home(link) or is_button(link) or _stays(link))]
            names = [name for name in names if key(name) in ALL_NEWS or not key(name).startswith(_ALL)]
            if names and 0 < len(names[-1]) <= MAX_SECTION and is_crumb(names[-1]):
                return (key(names[-1]) in ALL_NEWS and end_of_line(block, headline)) or names[-1]
        if near_crumbs and len(links) == 1 and is_home(links[0]) and (end := end_of_way_home(block, headline)):
            return end
        opens = len(links) == 1 and block.zone not in NOT_NEAR and block.element.tag == "li" and is_home(links[0])
        if opens and (named := _from_listed_trail(block, near)):
            return named
    return ""


def _opens_trail(block: Block, link: HtmlElement) -> bool:
    """Return whether a link that opens a line leads home, be it to a file's name where signs of a way stand between the links.

    Where the line says that it is the way to the page, its words are enough.
    """
    if is_home(link):
        return True
    if key(block.text[:MAX_SECTION]).startswith(HERE):
        return key(spaced_text(link)) in HOME_NAMES
    address = link.get("href") or ""
    path = path_of(address)
    if path is None or not _HOME_FILE.fullmatch(path):
        return False
    named = "?" not in address and key(spaced_text(link)) in HOME_NAMES
    return (_BETWEEN if named else _WAY).search(block.spaced) is not None


def _stays(link: HtmlElement) -> bool:
    """Return whether a link leads to another part of its own page ("Жоғары")."""
    address = link.get("href") or ""
    return address.startswith("#") and len(address) > 1


def _shows_way(block: Block, links: Sequence[HtmlElement]) -> bool:
    """Return whether links show a way: one leads deeper than the other, or signs stand between them, or their box says so."""
    return block.zone is Zone.CRUMBS or _leads_deeper(links) or _BETWEEN.search(block.spaced) is not None


def _leads_deeper(links: Sequence[HtmlElement]) -> bool:
    """Return whether there are three links or more, each to a folder within that of the one before it."""
    if not 2 < len(links) <= MAX_SECTION_WORDS:  # noqa: PLR2004 - two may be a menu's
        return False
    paths = [(path_of(link.get("href") or "") or "").rstrip("/") + "/" for link in links]
    return all(within != holding and within.startswith(holding) for holding, within in pairwise(paths))


def _from_listed_trail(home: Block, near: Sequence[Block]) -> str:
    """Return the last linked item of a short list that begins with one to the home page and ends with what is open: crumbs."""
    box = home.element.getparent()
    items = [block for block in near if block.element.getparent() is box and any(map(str.isalnum, block.text))]
    if not 1 < len(items) <= MAX_SECTION_WORDS or (items[-1].links and box is not None and box.tag != "ol"):
        return ""
    names = [trimmed(block.text) for block in items[1:] if block.links and not is_home(block.links[0])]
    return names[-1] if names and 0 < len(names[-1]) <= MAX_SECTION and is_crumb(names[-1]) else ""

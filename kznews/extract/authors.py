"""Who wrote an article, as the page shows it: beside the headline, behind the text, in the head."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from kznews.extract import jsonld
from kznews.extract.bylines import writers
from kznews.extract.counters import is_counter
from kznews.extract.labels import AUTHOR_LABELS, values_behind
from kznews.extract.names import (
    MAX_NAME,
    is_reporter,
    is_role,
    looks_like_name,
    may_be_name,
    name_behind_label,
    name_in,
    people_in,
)
from kznews.extract.phrases import key
from kznews.extract.selecting import spaced_text, text_nodes
from kznews.extract.surroundings import EDGES, NOT_NEAR, pieces
from kznews.extract.texts import has_digit, is_date, is_text
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, words_of
from kznews.kazakh.cities import find_city

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block
    from kznews.extract.document import Document

MAX_BYLINE = 120
"""A line with an author, an office and a date fits."""
MAX_PEOPLE = 40
"""Authors that lines may be about: a page that names thousands is not compared with itself."""
MAX_ITALICS = 4
"""Boxes up from a name, itself included, that may set it in italics."""
_AUTHOR_WORDS = re.compile(r"auth?or(?!i[sz])|avtor(?!iz)|byline|name auth|(?<![a-z])user ?name(?![a-z])")
_PORTRAIT = re.compile(r"/(?:users?|avatars?|authors?|profiles?)(?:[/.]|[_-]?\d)", re.IGNORECASE)
_PICTURES = ("img", "amp-img")
_AUTHOR_PATH = re.compile(r"/(?:authors?|avtor\w*|users?)/")
_META_NAMES = (
    *("article:author", "author", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dcterms.creator"),
)
"""What meta tags call an author: Open Graph, HTML, services that measure readers, Dublin Core."""


def find_authors(
    document: Document, near: Sequence[Block], rest: Sequence[str], selector: str, behind: Collection[Block] = ()
) -> list[str]:
    """Return the authors as shown, each once, in order; what is no name (an office, a paper) is left out.

    `near` are the blocks around the headline, `rest` the texts beside the date. Those of `near` that are in `behind` stand behind
    the text and are asked where the others name nobody: cards of other articles there name who wrote those.
    """
    if not selector and (named := _in_sentence([block for block in near if block not in behind])):
        return named
    site = key(document.meta.get("og:site_name", ""))
    for said in _said(document, near, rest, selector, behind):
        names = [name for line in said for name in map(name_in, people_in(name_in(line) or line))]
        if names := _each_once([name for name in names if name and not _is_site(name, site, document.head_title)]):
            return names
    return []


def _in_sentence(near: Sequence[Block]) -> list[str]:
    """Return whom the first sentence about the article names that says who wrote it, or []."""
    return next((named for block in near if is_text(block) and (named := writers(block.spaced))), [])


def _is_site(name: str, site: str, title: str) -> bool:
    """Return whether a name is the site's: what it calls itself, or what is no person's name and ends the page's title."""
    return key(name) == site or (not looks_like_name(name) and key(title).endswith(f" {key(name)}"))


def _said(
    document: Document, near: Sequence[Block], rest: Sequence[str], selector: str, behind: Collection[Block]
) -> Iterator[list[str]]:
    """Yield what may name the authors, the surest first: the layout, the page, its structured data, the dateline, the head."""
    if selector:
        selected = [spaced_text(element) for element in document.index.select(selector)]
        yield from [selected] if selected else ([said] for said in _of_meta(document.meta))
        return
    for blocks in ([block for block in near if block not in behind], [block for block in near if block in behind]):
        yield list(_shown_authors(blocks))
        yield list(_boxed_authors(blocks))
        yield _named_by_role(blocks)
    yield jsonld.names(jsonld.referred((jsonld.article_node(document.structured) or {}).get("author"), document.structured))
    yield [name for piece in pieces(rest) for name in people_in(piece) if looks_like_name(name_in(name))]
    yield _listed_beside(near)
    yield _beside_counters([block for block in near if block not in behind])
    yield _in_italics([block for block in near if block not in behind])
    yield from ([said] for said in _of_meta(document.meta))


def _of_meta(meta: Mapping[str, str]) -> Iterator[str]:
    """Yield what meta tags say of the author; messengers show a card's label and value ("Жазған": "Айгүл Серік")."""
    yield from (meta[name] for name in _META_NAMES if name in meta)
    if key(meta.get("twitter:label1", "")) in AUTHOR_LABELS:
        yield meta.get("twitter:data1", "")


def _each_once(names: list[str]) -> list[str]:
    """Return names without repeats and without what else a box that calls itself the author's says.

    That is what he is or wrote, and lines about him ("Айгүл Серіктің барлық мақалалары").
    """
    names = list(dict.fromkeys(names))
    if not any(map(looks_like_name, names)):
        return names
    shown = [name for name in names if _is_capitalised(name)]
    people = [name for name in shown if " " in name][:MAX_PEOPLE]
    return [name for name in shown if not any(person != name and person in name for person in people)]


def _is_capitalised(name: str) -> bool:
    """Return whether a line begins and ends with a capital, as names do ("Хуан де ла Крус") and what is beside them does not.

    In a script without capitals only the whole is asked.
    """
    words = name.split()
    return looks_like_name(name) or (words[0][:1].isupper() and words[-1][:1].isupper() and not name.endswith("."))


def signed_behind(behind: Sequence[Block]) -> list[str]:
    """Return the name that signs an article below its text, as newspapers print it ("Айгүл СЕРІК," and the paper's name)."""
    lines = [block.text.split("\n")[0] for block in behind if block.zone not in NOT_NEAR]
    names = [(line.strip(EDGES), line.rstrip().endswith(",")) for line in map(_without_place, lines)]
    people = [(name, more, name.split()) for name, more in names if looks_like_name(name)]
    signed = [name for name, more, words in people if not words[0].isupper() and (more or words[-1].isupper())]
    return signed[:1] or _beside_portrait(behind)


def _without_place(line: str) -> str:
    """Return a signature without the city behind its comma ("Айгүл Серікқызы, Алматы")."""
    name, comma, place = line.partition(",")
    return f"{name}," if comma and len(line) <= MAX_NAME and find_city(place) is not None else line


def _named_by_role(near: Sequence[Block]) -> list[str]:
    """Return the name that stands right over a line with a post ("Мәди Алтай", "тілші")."""
    lines = [line for block in near for line in block.text.split("\n")]
    return [name for name, role in pairwise(lines) if looks_like_name(name) and is_role(role)][:1]


def _listed_beside(near: Sequence[Block]) -> list[str]:
    """Return the name that stands in one small box with the first of the blocks, where that is the date."""
    dated = bool(near) and has_digit(near[0].text) is not None
    box = near[0].element.getparent() if dated else None
    if box is None or box.tag in ("body", "html") or not is_small(box, MAX_BYLINE):
        return []
    fit = (block for block in near if block.zone not in NOT_NEAR and (block.element.tag == "li" or not block.links))
    items = [block.text for block in fit if block.element.getparent() is box]
    return [said for said in items if looks_like_name(said) and find_city(said) is None][:1]


def _beside_counters(near: Sequence[Block]) -> list[str]:
    """Return the one name in a line about the article whose other texts count or date it, in parts of their own."""
    for block in near:
        if block.zone in NOT_NEAR or not block.has_parts or block.links or len(block.text) > MAX_BYLINE:
            continue
        others = [atom for atom in block.atoms if not looks_like_name(atom)]
        if len(others) == len(block.atoms) - 1 and others and all(map(_counts, others)):
            return [atom for atom in block.atoms if atom not in others]
    return []


def _counts(said: str) -> bool:
    return is_counter(said) or is_date(said) or not any(map(str.isalpha, said))


def _beside_portrait(behind: Sequence[Block]) -> list[str]:
    """Return the name beside a picture that calls itself the author's (`<img src="img/user.jpg"> <span>Айгүл Серік</span>`)."""
    for block in behind:
        if block.zone in NOT_NEAR or not may_be_name(block.text):
            continue
        named = block.element.iterchildren(*_PICTURES) if looks_like_name(block.text) else ()
        before = block.element.getprevious()
        if any(map(_is_portrait, chain(named, (before,) if before is not None and before.tag in _PICTURES else ()))):
            return [block.text]
    return []


def _is_portrait(picture: HtmlElement) -> bool:
    return _PORTRAIT.search(picture.get("src") or "") is not None


def reporter_beside(blocks: Sequence[Block]) -> list[str]:
    """Return the name over a reporter's post in a side column ("Мәди Алтай", "тілші"), if there is just one on the page."""
    said = [atom for block in blocks if block.zone is Zone.ASIDE and len(block.text) <= MAX_BYLINE for atom in block.atoms]
    found = [name for name, role in pairwise(said) if looks_like_name(name) and is_reporter(role)]
    return found if len(found) == 1 else []


def _in_italics(near: Sequence[Block]) -> list[str]:
    """Return the name that stands alone in italics by the headline of an article without pictures: else it may be who is seen."""
    for block in near:
        fit = block.zone not in NOT_NEAR and looks_like_name(block.text) and find_city(block.text) is None
        if fit and all(_is_italic(owner, block.element) for owner in block.owners):
            box = block.element.getparent()
            return [] if box is not None and next(box.iter("img"), None) is not None else [block.text]
    return []


def _is_italic(owner: HtmlElement, top: HtmlElement) -> bool:
    """Return whether a text in `owner` is set in italics by it or by what holds it inside `top`."""
    for node in islice((owner, *owner.iterancestors()), MAX_ITALICS):
        if node.tag in ("i", "em"):
            return True
        if node is top:
            return False
    return False


def _shown_authors(near: Sequence[Block]) -> Iterator[str]:
    """Yield what stands in elements that call themselves author, the innermost of them, and in lines that begin "Автор:".

    In a caption they name who made the picture.
    """
    for block in near:
        if len(block.text) > MAX_BYLINE or block.zone in NOT_NEAR or block.zone is Zone.CAPTION:
            continue
        named = [node for node in block.element.iter() if isinstance(node.tag, str) and _names_author(node)]
        outer = {ancestor for node in named for ancestor in node.iterancestors()}
        yield from (said for node in named if node not in outer and (said := _said_by(node)) and len(said) <= MAX_NAME)
        yield from values_behind(block, AUTHOR_LABELS)
        if (name := name_behind_label(block.text)):
            yield name


def _boxed_authors(near: Sequence[Block]) -> Iterator[str]:
    """Yield the names that stand as blocks of their own in a box that calls itself the author's."""
    for block in near:
        box = block.element.getparent()
        if block.zone not in NOT_NEAR and box is not None and may_be_name(block.text) and _names_author(box):
            name, *rest = block.atoms
            yield name if rest and looks_like_name(name) and is_role(" ".join(rest)) else block.text


def _said_by(node: HtmlElement) -> str:
    """Return an author element's text; its first text node, where only that is a name and a paper or a place follows."""
    nodes = [" ".join(text.split()) for text in text_nodes(node) if text.strip()]
    whole = " ".join(nodes)
    if len(nodes) > 1 and len(people_in(nodes[0])) > 1:
        return nodes[0]
    return nodes[0] if len(nodes) > 1 and looks_like_name(nodes[0]) and not looks_like_name(name_in(whole)) else whole


def _names_author(node: HtmlElement) -> bool:
    return _says_author(words_of(node)) or (node.tag == "a" and _AUTHOR_PATH.search(node.get("href") or "") is not None)


@lru_cache(maxsize=2048)
def _says_author(words: str) -> bool:
    return _AUTHOR_WORDS.search(words) is not None

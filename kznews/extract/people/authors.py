"""Who wrote an article, as the page shows it: beside the headline, behind the text, in the head."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.labels import (
    AUTHOR_LABELS,
    EDITOR_LABELS,
    HOST_LABELS,
    MAX_LABEL,
    TEXT_LABELS,
    TRANSLATOR_LABELS,
    begins_with_author,
    values_behind,
)
from kznews.extract.people.bylines import writers
from kznews.extract.people.callings import authors_in, called_in, is_known_calling
from kznews.extract.people.credits import credits_of
from kznews.extract.people.names import (
    MAX_NAME,
    abbreviates,
    has_no_case,
    is_author_s,
    is_role,
    is_short_for,
    is_shortened,
    is_surely_person,
    leads_to_author,
    looks_like_name,
    may_be_name,
    name_in,
    names_behind_label,
    people_in,
    without_bracket,
)
from kznews.extract.people.signing_lines import without_office
from kznews.extract.people.unlabelled import (
    MAX_BYLINE,
    alone_below,
    beside_counters,
    beside_icon,
    listed_beside,
    named_by_role,
    with_callings,
)
from kznews.extract.phrases import key, names_list
from kznews.extract.selecting import spaced_text, text_nodes
from kznews.extract.surroundings import NOT_NEAR, pieces
from kznews.extract.texts import before_date, is_text
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, words_of
from kznews.kazakh.text import seen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_PEOPLE = 40
"""Authors that lines may be about: a page that names thousands is not compared with itself."""
MAX_INITIAL = 4
"""Letters of the longest initial with its full stop ("Дж.")."""
AROUND = 3
"""Boxes around a name that may call themselves the author's (Drupal: field, items, item)."""
_WRITERS = AUTHOR_LABELS - HOST_LABELS
_ALL = key("барлық")
_DIVIDED = re.compile(r"\s[·|•/]\s")
_AUTHOR_WORDS = re.compile(
    r"auth?or(?!i[sz])|(?<![a-z])writer(?![a-z])|avtor(?!iz)|byl(?:ine)?(?![a-z])|name auth|(?<![a-z])user ?name(?![a-z])"
    r"|(?<![a-z])(?:art(?:icle)?|post(?:ed)?|written|story|news|entry) by(?![a-z])"
)
_SHORT_FOR_AUTHOR = re.compile(r"(?<![a-z])au(?![a-z])")
_SHORT_CLASS = re.compile(r"avt?\d?|aut|fio\d?")
"""What a box of nothing else is called: "avtor", "author", or "FIO" for a whole name. Themes begin other names so ("av-menu")."""
_META_NAMES = (
    *("article:author", "author", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dcterms.creator"),
)
"""What meta tags call an author: Open Graph, HTML, services that measure readers, Dublin Core."""


def find_authors(  # noqa: PLR0917
    document: Document,
    near: Sequence[Block],
    rest: Sequence[str],
    selector: str,
    behind: Collection[Block] = (),
    below: Sequence[Block] = (),
) -> list[str]:
    """Return the authors as shown, each once, in order; what is no name (an office, a paper) is left out.

    `near` are the blocks around the headline, `rest` the texts beside the date. Those of `near` that are in `behind` stand behind
    the text and are asked where the others name nobody: cards of other articles there name who wrote those. `below` stand
    between headline and text.
    """
    if not selector and (named := _in_sentence([block for block in near if block not in behind])):
        return named
    for said in _said(document, near, rest, selector, behind, below):
        found = (without_bracket(name) for line in map(seen, said) for name in authors_in(name_in(line) or line))
        names = list(filter(None, map(name_in, found)))
        if names := _each_once(without_site(names, document)):
            return _without_paper(names, document.head_title)
    return []


def _without_paper(names: list[str], title: str) -> list[str]:
    """Return several names without the one that looks like a person's and ends the page's title: the paper beside its author."""
    ending = key(title) if len(names) > 1 else ""
    return [name for name in names if not ending.endswith(f" {key(name)}")] or names


def _in_sentence(near: Sequence[Block]) -> list[str]:
    """Return whom the first sentence about the article names that says who wrote it, or []."""
    return next((named for block in near if is_text(block) and (named := writers(block.spaced))), [])


def without_site(names: list[str], document: Document) -> list[str]:
    """Return the names without what the site is called."""
    site = _names_of_site(document) if any(names) else frozenset()
    return [name for name in names if not _is_site(name, site, document.head_title)]


def written_out(signed: str, shown: Collection[str]) -> str:
    """Return the name of a signature as the page shows it elsewhere, in full and in small letters, if it does. Never raises."""
    whole = (name for name in shown if looks_like_name(name) and not is_shortened(name))
    return next((name for name in whole if is_short_for(signed, name)), signed)


def _names_of_site(document: Document) -> frozenset[str]:
    """Return the skeletons, without blanks, of what the site is called by itself and by its host, and of the engine's name."""
    publisher = document.article.get("publisher")
    hosts = (urlsplit(document.address).hostname or "").split(".")
    engine = document.meta.get("generator", "")  # themes print it as the author too
    said = (document.meta.get("og:site_name", ""), jsonld.string(publisher), *hosts, engine, engine.partition(" ")[0])
    return frozenset(_squeezed(name) for name in said if name)


def _squeezed(name: str) -> str:
    return key(name).replace(" ", "")


def _is_site(name: str, site: Collection[str], title: str) -> bool:
    """Return whether a name is the site's: what it calls itself, or what is no person's name and ends the page's title."""
    return _squeezed(name) in site or (not looks_like_name(name) and f" {key(title)}".endswith(f" {key(name)}"))


def _said(  # noqa: PLR0917
    document: Document,
    near: Sequence[Block],
    rest: Sequence[str],
    selector: str,
    behind: Collection[Block],
    below: Sequence[Block],
) -> Iterator[list[str]]:
    """Yield what may name the authors, the surest first: the layout, the page, its structured data, the dateline, the head."""
    if selector:
        selected = [spaced_text(element) for element in document.index.select(selector)]
        yield from [selected] if selected else ([said] for said in _of_meta(document.meta))
        return
    before = [block for block in near if block not in behind]
    for blocks in (before, [block for block in near if block in behind]):
        yield list(_shown_authors(blocks))
        if blocks is before:
            yield with_callings(below, press=True)
        yield list(_boxed_authors(blocks))
        yield named_by_role(blocks)
    yield jsonld.names(jsonld.referred(document.article.get("author"), document.structured))
    yield list(_in_dateline(rest))
    yield listed_beside(near)
    yield beside_counters(before)
    yield alone_below(below)
    yield with_callings(below, press=False, title=document.head_title)
    over = [block for block in before if block.zone not in NOT_NEAR]
    yield [said for block in over for said in _announced(block, HOST_LABELS)]
    yield [said for block in over for said in _announced(block, TRANSLATOR_LABELS)]
    announced = [piece.partition(":") for piece in pieces(rest)]
    yield [said for label, _, said in announced if key(label) in EDITOR_LABELS]
    yield from ([said] for said in _of_meta(document.meta))


def _in_dateline(rest: Sequence[str]) -> Iterator[str]:
    """Yield the people among the texts beside the date; what one is may stand behind the name ("Дина Қасым, қаржы шолушысы")."""
    for piece in pieces(rest):
        people = [name for name in people_in(piece) if is_surely_person(name_in(name))] or called_in(piece)
        placed = without_office(piece)
        yield from people or ([placed] if is_surely_person(placed) else names_behind_label(piece))


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
        return list(filter(_is_capitalised, names)) or names
    shown = [name for name in names if _is_capitalised(name)]
    people = [name for name in shown if " " in name][:MAX_PEOPLE]
    return [name for name in shown if not any(person != name and person in name for person in people)]


def _is_capitalised(name: str) -> bool:
    """Return whether a line begins and ends with a capital, as names do ("Хуан де ла Крус") and what is beside them does not.

    In a script without capitals two words do that say neither what somebody is nor where all articles are.
    """
    words = name.split()
    if looks_like_name(name) or (words[0][:1].isupper() and words[-1][:1].isupper() and not name.endswith(".")):
        return True
    plain = len(words) == 2 and all(map(has_no_case, words))  # noqa: PLR2004
    return plain and not (is_known_calling(name) or names_list(name) or key(words[0]) == _ALL)


def _shown_authors(near: Sequence[Block]) -> Iterator[str]:
    """Yield what stands in elements that call themselves author, the innermost of them, and in lines that begin "Автор:".

    In a caption they name who made the picture, but for who wrote the text.
    """
    for block in near:
        if len(block.text) > MAX_BYLINE or block.zone in NOT_NEAR:
            continue
        if block.zone is Zone.CAPTION:
            yield from _announced(block, TEXT_LABELS)
            continue
        named = [node for node in _parts(block) if names_author(node)]
        outer = {ancestor for node in named for ancestor in node.iterancestors()}
        inner = [node for node in named if node not in outer]
        yield from (said for node in inner if (said := _said_by(node)) and len(said) <= MAX_NAME)
        yield from (name for node in inner if node.tag == "a" for name in _further(node))
        yield from _names_in_links(block) or _announced(block, _WRITERS)
        yield from names_behind_label(block.text, _WRITERS)
        yield from (name for atom in block.atoms[1:] if atom[:1] == "." for name in names_behind_label(atom[1:], _WRITERS))
        if not block.has_parts and "," in block.text:
            yield from (said for label, said in credits_of(block.text) if ":" not in block.text and key(label) in _WRITERS)
        if not named:
            yield from beside_icon(block)


def _parts(block: Block) -> list[HtmlElement]:
    """Return a block's element and those in it that hold its text: boxes that stand in it as well are other blocks."""
    parts = dict.fromkeys((block.element,))
    for owner in block.owners:
        parts.update(dict.fromkeys(takewhile(lambda node: node is not block.element, (owner, *owner.iterancestors()))))
    return list(parts)


def _names_in_links(block: Block) -> list[str]:
    """Return the names in the several links behind an author's label that say nothing else ("Авторы: <a>…</a> <a>…</a>")."""
    links = [link for link in block.links if not (link.get("href") or "").startswith("#")]  # "No Comments"
    if len(links) < 2 or not begins_with_author(block):  # noqa: PLR2004 - one is read as any name
        return []
    said = list(map(spaced_text, links))
    return said if all(map(looks_like_name, said)) else []


def _further(link: HtmlElement) -> Iterator[str]:
    """Yield the names in links behind an author's and a comma: of two authors an engine may mark the first alone."""
    while (link.tail or "").strip() == "," and (following := link.getnext()) is not None and following.tag == "a":
        link = following
        if looks_like_name(said := spaced_text(link)):
            yield said


def _announced(block: Block, labels: frozenset[str]) -> Iterator[str]:
    """Yield the values of labels, each without what a dot or a bar sets apart behind it ("Мәтін: Айгүл Серік · Сурет: ...")."""
    for value in values_behind(block, labels):
        name = before_date(_DIVIDED.split(value, maxsplit=1)[0]).strip(" ,،")
        yield name[:-1] if name.endswith(".") and len(name.split()[-1]) > MAX_INITIAL else name


def _boxed_authors(near: Sequence[Block]) -> Iterator[str]:
    """Yield the names that stand as blocks of their own in a box that calls itself the author's."""
    for block in near:
        if block.zone in NOT_NEAR:
            continue
        name, *rest = block.atoms if block.has_parts else (block.text,)
        apart = bool(rest) and looks_like_name(name) and block.owners[0] is not block.element
        if (apart or may_be_name(block.text)) and _is_in_author_s_box(block):
            yield name if apart or (rest and looks_like_name(name) and is_role(" ".join(rest))) else block.text


def _is_in_author_s_box(block: Block) -> bool:
    """Return whether the box around a block calls itself the author's, or one of the next that hold nothing else.

    So does a block's own by a word that may be another's ("au"); a small one around several names may have no other.
    """
    if _SHORT_FOR_AUTHOR.search(words_of(block.element)) or _SHORT_CLASS.fullmatch(block.element.get("class") or ""):
        return True
    for at, box in enumerate(islice(block.element.iterancestors(), AROUND)):
        if not at and _SHORT_CLASS.fullmatch(box.get("class") or "") and is_small(box, MAX_BYLINE):
            return True
        if at and not is_small(box, len(block.text) + MAX_LABEL):
            return False
        if names_author(box):
            return True
    return False


def _said_by(node: HtmlElement) -> str:
    """Return an author element's text; its first text node, where only that is a name and a paper or a place follows.

    Where microdata say which of its parts is the name, those.
    """
    told = [spaced_text(part) for part in node.iter() if part.get("itemprop") == "name" and part is not node]
    if any(told):
        return ", ".join(filter(None, told))
    nodes = [" ".join(text.split()) for text in text_nodes(node) if text.strip()]
    nodes = nodes[1:] if len(nodes) > 1 and abbreviates(nodes[0], nodes[1]) else nodes
    whole = " ".join(nodes)
    people = [said for said in nodes if looks_like_name(said)]
    if 1 < len(people) == len(nodes) - (nodes[0] not in people):
        return ", ".join(people)
    if len(nodes) > 1 and len(people_in(nodes[0])) > 1:
        return nodes[0]
    return nodes[0] if len(nodes) > 1 and looks_like_name(nodes[0]) and not looks_like_name(name_in(whole)) else whole


def names_author(node: HtmlElement) -> bool:
    """Return whether an element calls itself the author's, or is a link to that (HTML: `rel="author"`). Never raises."""
    return (node.tag == "a" and (leads_to_author(node) or is_author_s(node))) or _says_author(words_of(node))


@lru_cache(maxsize=2048)
def _says_author(words: str) -> bool:
    return _AUTHOR_WORDS.search(words) is not None

"""The section of an article: shown beside its headline, stated by the head, or the last crumb."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from kznews.extract import jsonld
from kznews.extract.block import HEADINGS
from kznews.extract.document import path_of
from kznews.extract.labels import MAX_LABEL, SECTION_LABELS, values_behind
from kznews.extract.people.authors import without_site
from kznews.extract.people.names import looks_like_name
from kznews.extract.people.unlabelled import behind_folder
from kznews.extract.phrases import ALSO_READ, RELATED, is_label, key, names_network
from kznews.extract.section.beside import (
    MAX_LINE,
    behind_way,
    filed_under,
    from_above,
    from_menu,
    from_rest,
    heads_form,
    is_of_menu,
    listed_beside,
    said_by_links,
    sections_in,
    told_over,
)
from kznews.extract.section.crumb_ends import end_of_box, end_of_line, end_of_way_home, end_without_address, says_headline
from kznews.extract.section.names import (
    ALL_NEWS,
    BETWEEN_CRUMBS,
    HERE,
    HOME_NAMES,
    MAX_SECTION,
    MAX_SECTION_WORDS,
    is_crumb,
    is_home,
    is_section,
    narrower,
    trimmed,
)
from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.surroundings import NOT_NEAR, SECTION_PATH, is_button
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, words_of
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document


_SECTION_WORDS = re.compile(
    r"(?<![a-z])(?:categor\w*|article ?section|(?<!elementor )(?<!et pb )(?<!vc )(?<!brxe )section"
    r"|rubri\w*|cat links|cat(?! (?:item|list))|bolim|speciality)(?![a-z])"
)
"""Page builders (Elementor, Divi, WPBakery, Bricks) call every part of a page a section."""
_LABELLED = re.compile(r"^(?:бөлімі?|айдары?|рубрика|санаты?|категория|bólim\w*)\s*:\s*(\S.{1,38})$")
_WAY = re.compile(r"\s(?:[>»›→]|::)\s")
_BETWEEN = re.compile(r"\s(?:[/>»›→–—-]|::)\s")
MAX_CRUMBS = 2
"""Links of a row without signs that are crumbs, whatever stands elsewhere: the way home and a section."""
MAX_CRUMB_LINKS = 10
"""Links of what calls itself crumbs, at most."""
_HOME_FILE = re.compile(r"/?(?:index|default)\.\w{3,4}", re.IGNORECASE)
"""The root of a portal, named by its file."""
_DIVIDES = re.compile(r"\s*(?:::|[-–—/|»›>•·])\s")
"""What stands between a section and the headline in one line."""
_ARROW = re.compile(r"\s[→»›>]\s")
"""What shows a way even in what calls itself a menu ("navigation string": Bitrix)."""
_PREPOSED = frozenset(("posted in", "filed under", "in"))
"""What stands before a section's name in its own box."""


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
    shown = _fit_sections(near, document)
    if len(set(shown)) > 1:
        shown = _fit_sections(behind_way(near), document)
    if shown and len(set(shown)) == 1:
        return shown[0]
    stated = next(iter(without_site([_stated(document)], document)), "")
    if shown:
        first = next((said for said in sections_in(rest) if said in shown), "")
        return first or (stated if stated in shown else narrower(shown))
    if stated and key(stated) not in ALL_NEWS:
        return stated
    headline = one_line(spaced_text(heading)) if heading is not None else ""
    trail = next(_crumbs(document, headline), "") or _from_trail(near, headline, max_plain=MAX_CRUMBS)
    trail = trail or next(iter(said_by_links(sections_in(rest), document)), "")
    trail = trail or _from_trail(near, headline, max_plain=MAX_CRUMBS + 1)
    headed = _from_heading(heading, document.head_title)
    if trail or stated:
        beside = (*said_by_links(sections_in(rest), document), from_above(above)) if key(trail) in {"", *ALL_NEWS} else ()
        return narrower(list(filter(None, (trail, stated, headed, *beside))))
    over = next(iter(without_site([from_above(above)], document)), "")
    shown_beside = headed or from_rest(rest, document, above) or over or listed_beside(near, document) or filed_under(near)
    return shown_beside or told_over(above, document) or from_menu(document)


def _fit_sections(near: Sequence[Block], document: Document) -> list[str]:
    """Return the texts near the headline that call themselves sections and may be one."""
    shown = [said for said in _shown_sections(near) if 0 < len(said) <= MAX_SECTION and not looks_like_name(said)]
    return without_site([said for said in shown if not (is_label(said, ALSO_READ) or names_network(said))], document)


def _stated(document: Document) -> str:
    """Return the section that microdata, JSON-LD or a meta tag states, or ""."""
    marked = document.index.first("[itemprop=articleSection]")
    said = one_line(spaced_text(marked) or marked.get("content") or "") if marked is not None else ""
    node = document.article
    said = said or jsonld.string(node.get("articleSection")) or document.meta.get("article:section", "")
    return trimmed(said or document.meta.get("articlesection", ""))


def _shown_sections(near: Sequence[Block]) -> Iterator[str]:
    """Yield the section as links, labels and boxes near the headline show it, outside the menus.

    Lines that open with a section's label come first, then links.
    """
    yield from chain.from_iterable(map(_announced, filter(_opens_with_label, near)))
    for block in near:
        if block.zone not in NOT_NEAR - {Zone.TAGS}:
            yield from _linked_sections(block)
    for at, block in enumerate(near):
        if block.zone in NOT_NEAR:
            continue
        if said := _labelled(block, near[at + 1 : at + 2]):
            yield trimmed(said)
        elif _is_section_box(block.element) and 0 < len(said := trimmed(block.text)) <= MAX_SECTION:
            yield from (said,) if is_section(said) and not (is_label(said, RELATED) or heads_form(block.element)) else ()
        elif not block.heading:
            yield from _boxed_in_line(block)
            yield from _behind_folder(block)


def _opens_with_label(block: Block) -> bool:
    opening = block.atoms[0]
    return len(opening) <= MAX_LABEL and block.zone not in NOT_NEAR and key(opening.rstrip(": ")) in SECTION_LABELS


def _announced(block: Block) -> Iterator[str]:
    return map(trimmed, values_behind(block, SECTION_LABELS))


def _boxed_in_line(block: Block) -> Iterator[str]:
    """Yield the parts of a line that stand in elements which call themselves a section."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        named = owner is not block.element and _names_section(words_of(owner)) and 0 < len(said := trimmed(atom)) <= MAX_SECTION
        if named and said[0].isupper() and is_section(said) and not (is_label(said, RELATED) or key(said) in _PREPOSED):
            yield said


def _behind_folder(block: Block) -> Iterator[str]:
    said = behind_folder(block) if len(block.text) <= MAX_LINE and len(block.element) else ""
    if said and is_section(said := trimmed(said)) and is_small(block.element, MAX_LINE):
        yield said


def _labelled(block: Block, following: Sequence[Block]) -> str:
    """Return what a section's label in a block announces, in the same text, the next one or the block that follows, or ""."""
    if following and len(block.text) <= MAX_LABEL and key(block.text) in SECTION_LABELS:
        return following[0].text[: MAX_SECTION + 1]
    for line in block.text.split("\n") if "\n" in block.text else (block.spaced,):
        if label := _LABELLED.match(line.lower()):
            return line[label.start(1) :]
    return next(values_behind(block, SECTION_LABELS), "")


def _linked_sections(block: Block) -> Iterator[str]:
    menu = len(block.links) > MAX_SECTION_WORDS or is_of_menu(block.element)  # nobody files an article under five sections
    for link in block.links:
        if _calls_itself_section(link) or (not menu and SECTION_PATH.search(link.get("href") or "")):
            said = trimmed(spaced_text(link))
            if 0 < len(said) <= MAX_SECTION and not is_home(link):
                yield said


def _calls_itself_section(link: HtmlElement) -> bool:
    parent = link.getparent()
    return _names_section(words_of(link)) or (parent is not None and _is_section_box(parent))


def _is_section_box(element: HtmlElement) -> bool:
    """Return whether an element calls itself a section and holds little: whole columns are a "content-section" as well."""
    return _names_section(words_of(element)) and is_small(element, 2 * MAX_SECTION)


@lru_cache(maxsize=2048)  # a run repeats its pages' names
def _names_section(words: str) -> bool:
    return _SECTION_WORDS.search(words) is not None


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


def _crumbs(document: Document, headline: str) -> Iterator[str]:
    """Yield the last breadcrumb that is neither home nor the article itself."""
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
        names = names or _leading_nowhere(holder, links) or _unlinked(holder, links, headline)
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


def _leading_nowhere(holder: HtmlElement, links: Sequence[HtmlElement]) -> list[str]:
    """Return the crumbs whose links have no address, the page's own at the end and the way home left out."""
    names = [one_line(spaced_text(link)) for link in links if link.get("href") is None]
    said = one_line(spaced_text(holder))
    return [name for name in names if is_section(name) and key(name) not in HOME_NAMES and not said.endswith(name)]


def _unlinked(holder: HtmlElement, links: Sequence[HtmlElement], headline: str) -> list[str]:
    """Return the one crumb behind home that is no link, where it is a section's name and not a headline."""
    rest = spaced_text(holder)
    for said in map(spaced_text, chain(links, holder.iter(*HEADINGS))):
        rest = rest.replace(said, "", 1)
    parts = [part for part in map(trimmed, BETWEEN_CRUMBS.split(rest)) if part]
    named = [part for part in parts if is_section(part) and key(part) not in HOME_NAMES and not says_headline(part, headline)]
    return named[-1:] if len(parts) == 1 or len(named) > 0 else []


def _from_trail(near: Sequence[Block], headline: str, *, max_plain: int) -> str:
    """Return the last of the few links in a line that begins with one to the home page: crumbs by any other name.

    A menu may begin so as well; each link of crumbs leads deeper than the one before it, or signs stand between them. Other rows
    have `max_plain` links at most.
    """
    for block in sorted(near, key=lambda block: not _leads_deeper(block.links)):
        links = [link for link in block.links if spaced_text(link)]  # ASP.NET skips its own crumbs by empty ones
        near_crumbs = block.zone not in NOT_NEAR - {Zone.CRUMBS} and (len(links) <= max_plain or _shows_way(block, links))
        near_crumbs |= block.zone is Zone.NAV and _ARROW.search(block.spaced) is not None
        if 1 < len(links) <= MAX_SECTION_WORDS and near_crumbs and _opens_trail(block, links[0]):
            names = [trimmed(spaced_text(link)) for link in links[1:] if not (is_home(link) or is_button(link) or _stays(link))]
            if names and 0 < len(names[-1]) <= MAX_SECTION and is_crumb(names[-1]):
                return (key(names[-1]) in ALL_NEWS and end_of_line(block, headline)) or names[-1]
        if near_crumbs and len(links) == 1 and is_home(links[0]) and (end := end_of_way_home(block, headline)):
            return end
        opens = len(links) == 1 and block.zone not in NOT_NEAR and block.element.tag == "li" and is_home(links[0])
        if opens and (named := _from_listed_trail(block, near)):
            return named
    return ""


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

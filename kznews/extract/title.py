"""The headline: the heading on the page that the page's own head agrees with."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.blocks import HEADINGS
from kznews.extract.document import path_of
from kznews.extract.pagekind import is_home_elsewhere
from kznews.extract.phrases import RELATED, is_label, key, keys
from kznews.extract.zones import Zone, is_hidden, zone_of
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block, Blocks
    from kznews.extract.document import Document

_SUFFIX = re.compile(r"\s+(?:[|»·•]|::|//?|[-–—])\s+|\s*\|\s*")
_NAME_BEFORE = re.compile(r"\w+(?: \w+){0,2}:\s+")
"""A portal's or a section's name with a colon, before the headline (e107: "Әулиеата жаршысы: ...", PHP-Nuke: "Спорт: ...")."""
_MARKS = " :|/»·•-–—"
"""What stands between the link to a section and the headline in one heading."""
_ADDED_BEFORE = re.compile(r"[^\w]*(?:\d[\d\s.:,/|-]*|\w+(?: \w+)?:\s+)?[^\w]*")
"""An hour, a date in figures or a section's name with a colon: all that may stand before a title in its heading."""
_DATED = re.compile(r"(?<=\w[\s»”!?.])\s*\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\s?(?:ж\.?|г\.?)?(?:\s+\d\d:\d\d)?$")
"""A date in figures at a heading's end, which templates set there in small letters."""
_DASH = re.compile(r"[–—][^–—]*$")
MAX_NAME_WORDS = 3
"""Names of portals are this short, headlines are longer."""
MIN_KEY = 8
"""Shorter skeletons match by chance."""
OVER_TEXT = 4
"""Blocks between a headline and the text (date, lead, picture) on a page without headings."""
HEADING_OVER_TEXT = 8
"""The same for a heading: author and buttons may stand in blocks of their own."""
MAX_LINKED = 0.3
"""Running text has links in it; a list of links is mostly links."""
MIN_TEXT_BLOCK = 80
"""A block of this length is text, not a teaser."""
MAX_TITLE = 400
"""The longest headline on the pages at hand has 190 characters."""
NEAR_CRUMB = 4
"""Elements from a crumb up to the box that is named after crumbs: its own, an item, a list, the box."""
MAX_MARKS = 6
"""Marks of division in what a head says: section, portal and date behind a headline with dashes have fewer."""
MAX_NODE = 4 * MAX_TITLE
"""A heading holds at most this many characters, those of its icons and white space included."""
MANY_HEADINGS = 12
"""More than these are the headlines of cards."""
_ANY_TEXT = frozenset(("b", "strong", "font", "td", "h4", "center", "span", "p", "div"))
_PLACEHOLDERS = frozenset(
    map(key, ("404", "Жаңалықтар", "Новости", "Басты бет", "Главная", "Home", "Untitled", "None", "Без названия",
              "Басып шығару нұсқасы", "Басып шығару", "Версия для печати", "Печать", "Print"))
)  # fmt: skip


def heading_text(element: HtmlElement) -> str:
    """Return the text of a heading on one line; line breaks and inner blocks become spaces."""
    parts: list[str] = []
    for node in element.iter():
        if node is not element and node.tag in ("br", "div", "p", "span"):
            parts.append(" " if node.tag != "span" else "")
        if node.tag not in ("script", "style", "svg", "sup"):
            parts.append(node.text or "")
        if node is not element:
            parts.append(node.tail or "")
    return one_line("".join(parts))


class Headline(NamedTuple):
    """What a page's headline is."""

    text: str
    """On one line, "" if the page has none."""
    element: HtmlElement | None
    """What shows it, if anything does."""
    sure: bool = False
    """Whether the layout says so, or the page's head in so many words: nothing else on the page could be it."""


def find_title(document: Document, selector: str) -> Headline:
    """Return the headline of a page."""
    chosen = document.index.first(selector)
    if chosen is not None and (text := heading_text(chosen)):
        return Headline(text, chosen, sure=True)
    claims = _believed(document)
    parts = _parts(claims, document)
    best, sure = _agreed(document, claims, parts)
    if best is not None and not sure and best.tag != "h1" and not _is_opening(_closest(best, parts), claims):
        only = _only_heading(document)  # the head puts it in other words; what the page shares with it is a section's name
        best = best if only is None or only in best.iterancestors() else only
    if best is not None and len(claims) < 2 and len(words := heading_text(best).split()) <= MAX_NAME_WORDS:  # noqa: PLR2004
        marked = _marked_title(document)  # the name of a section is all that the head says
        best = marked if marked is not None else (named_title(document) if len(words) == 1 else None) or best
    if best is not None:
        own, whole = own_text(best).lstrip(_MARKS), _DATED.sub("", heading_text(best)).rstrip()
        return Headline(own if key(own) in parts else _without_additions(whole, claims), best, sure)
    found = _unclaimed(document, claims)
    if found is not None:
        return Headline(_DATED.sub("", _without_additions(heading_text(found), claims)).rstrip(), found)
    return Headline(without_suffix(claims[0], document) if claims else "", None)


def _believed(document: Document) -> list[str]:
    """Return what the head says the title is; nothing where it speaks of the portal's home page instead of this one."""
    if is_home_elsewhere(document):
        return []
    return [claim for claim in claimed_titles(document) if not is_placeholder(claim, document)]


def _unclaimed(document: Document, claims: list[str]) -> HtmlElement | None:
    """Return the heading that is the headline though nothing in the head says so, or None."""
    lone = _lone_heading(document)
    if lone is not None and not is_placeholder(heading_text(lone), document):
        return lone
    found = named_title(document)
    if found is None and not claims:
        found = _only_subheading(document)
        found = _short_heading(document) if found is None else found
    return found


def _without_additions(shown: str, claims: list[str]) -> str:
    """Return a heading's text without what it holds beside the title that the head states: an hour, a count, a section."""
    pieces = {piece for claim in claims for piece in _runs(claim) if piece in shown and len(key(piece)) >= MIN_KEY}
    for piece in sorted(pieces, key=len, reverse=True):
        before, found, after = shown.partition(piece)
        if found and _ADDED_BEFORE.fullmatch(before) and not any(map(str.isalpha, after)):
            start = len(before) if any(map(str.isalnum, before)) else 0
            return shown[start : len(before + piece) if any(map(str.isdigit, after)) else None].strip()
    return shown


def _runs(claim: str) -> Iterator[str]:
    """Yield what stands between any two marks of a claim, its beginning and its end among them: a headline may have dashes."""
    marks = list(islice(_SUFFIX.finditer(claim), MAX_MARKS))
    ends = [*(mark.start() for mark in marks), len(claim)]
    for start in (0, *(mark.end() for mark in marks)):
        yield from (claim[start:end] for end in ends if end > start)


def title_over_text(blocks: Blocks) -> Block | None:
    """Return the emphasised line right over the first long paragraph: the headline of a page without headings, or None."""
    text_at = next((at for at, block in enumerate(blocks.all) if is_paragraph(block)), 0)
    for at in range(text_at - 1, max(0, text_at - HEADING_OVER_TEXT) - 1, -1):
        block = blocks.all[at]
        if (block.heading or text_at - at <= OVER_TEXT) and (
            MIN_KEY <= len(block.text) <= MAX_TITLE
            and block.all_bold
            and len(block.text.split()) >= MAX_NAME_WORDS
            and not block.links
        ):
            return block
    return None


def is_paragraph(block: Block) -> bool:
    """Return whether a block is running text: long, hardly linked, not bold from end to end."""
    return len(block.text) >= MIN_TEXT_BLOCK and block.link_share < MAX_LINKED and not block.all_bold


def claimed_titles(document: Document) -> list[str]:
    """Return what the head says the title is: JSON-LD, meta tags, title element; most exact first."""
    return [*stated_titles(document), *([document.head_title] if document.head_title else [])]


def stated_titles(document: Document) -> list[str]:
    """Return what JSON-LD and meta tags say the title is; the portal's own name is no title."""
    node = jsonld.article_node(document.structured)
    headline = jsonld.string(node.get("headline") or node.get("name")) if node else ""
    claims = (headline, document.meta.get("og:title", ""), document.meta.get("twitter:title", ""))
    return [line for line in map(one_line, claims) if line and not is_placeholder(line, document)]


def is_placeholder(title: str, document: Document) -> bool:
    """Return whether a title says nothing: the portal's own name, "404", "News"."""
    said = key(title)
    return not said or said in _PLACEHOLDERS or said == key(document.meta.get("og:site_name", ""))


def _names_of_site(document: Document) -> tuple[str, str, str]:
    """Return the skeletons of the portal's names: what the head says it is called, its host ("BAQ.kz")."""
    host = (urlsplit(document.address).hostname or "").removeprefix("www.")
    whole, name = ("".join(key(part).split()) for part in (host, host.rpartition(".")[0]))
    return key(document.meta.get("og:site_name", "")), whole, name


def _names_site(said: str, names: tuple[str, str, str]) -> bool:
    """Return whether a skeleton is one of the portal's names; those of its host may be written with blanks."""
    return said == names[0] or "".join(said.split()) in names[1:]


def is_said_with_site(title: str, document: Document, site: str) -> bool:
    """Return whether the title element is the title and then the portal's name (`site`, or what the head or the host says).

    A word for what the portal is may stand beside its host's name.
    """
    said, _, name = (key(piece) for piece in _SUFFIX.sub("\n", document.head_title).strip().rpartition("\n"))
    names = _names_of_site(document)
    with_kind = any(word in names[1:] for word in name.split())  # "Derek порталы"
    return bool(said) and said == key(title) and (name == key(site) or with_kind or _names_site(name, names))


def _parts(claims: list[str], document: Document) -> set[str]:
    """Return the skeletons of the parts of claims that may be a headline: the portal's name beside others is none."""
    pieces = (whole for claim in claims for piece in _SUFFIX.split(claim) for whole in _with_and_without_name(piece))
    found = {said for piece in pieces if len(said := key(piece)) >= MIN_KEY}
    names = _names_of_site(document)
    return {said for said in found if not _names_site(said, names)} or found


def _with_and_without_name(piece: str) -> list[str]:
    """Return a text, and what stands in it behind a name of a few words with a colon."""
    named = _NAME_BEFORE.match(piece)
    return [piece, piece[named.end() :]] if named else [piece]


def without_suffix(title: str, document: Document) -> str:
    """Return the title without the portal's name behind a bar or hyphen; behind a dash only if that name is known."""
    title = title.rstrip(" |")
    pieces = _SUFFIX.split(title)
    named = _names_site(key(pieces[-1]), _names_of_site(document))
    short = len(key(pieces[-1]).split()) <= MAX_NAME_WORDS and not _DASH.search(title)
    if len(pieces) > 1 and (named or short):
        return title[: title.rfind(pieces[-1])].rstrip(" |»·•:/-–—")
    return title


def _agreed(document: Document, claims: list[str], parts: set[str]) -> tuple[HtmlElement | None, bool]:
    """Return the heading that says what the head claims: a whole claim or the longest part of one, else what comes next to it.

    With it whether it says the one or the other. A claim often holds the portal's name as well.
    """
    whole = [said for said in map(key, claims) if len(said) >= MIN_KEY]
    longest = max(map(len, parts), default=0)
    opening = _openings(claims)
    best: tuple[str, HtmlElement] | None = None
    for element in _headings(document, [*whole, *sorted(parts, key=lambda part: (len(part), part))[-1:]], claims):
        if best is not None and best[1].tag == "h1" and element.tag in _ANY_TEXT and best[0] in opening:
            return best[1], True  # a short headline; what is longer is the portal's name, somewhere in the text
        said = _closest(element, parts)
        if said in whole or (said in parts and len(said) == longest):
            return element, True
        if (
            len(said) >= MIN_KEY
            and (said in parts or any(_nearly(said, claim) for claim in whole))
            and (best is None or len(said) > len(best[0]))
        ):
            best = (said, element)
    return (best[1] if best else None), False


def _openings(claims: list[str]) -> set[str]:
    """Return the skeletons of what the claims begin with: a headline, before the names of section and portal."""
    return {key(_SUFFIX.split(claim)[0]) for claim in claims}


def _is_opening(said: str, claims: list[str]) -> bool:
    """Return whether a skeleton is what a claim begins with, behind a portal's name or without one."""
    return any(said == key(piece) for claim in claims for piece in _with_and_without_name(_SUFFIX.split(claim)[0]))


def _closest(element: HtmlElement, parts: set[str]) -> str:
    """Return the skeleton of what a heading says: of what is claimed of it, its own text or that behind a section's name."""
    own = key(own_text(element))
    if own in parts:
        return own
    said = [key(piece) for piece in _with_and_without_name(heading_text(element))]
    return next((piece for piece in said if piece in parts), said[0])


def own_text(element: HtmlElement) -> str:
    """Return the text of an element without that of boxes inside it."""
    return one_line("".join((element.text or "", *(child.tail or "" for child in element))))


def _nearly(said: str, claim: str) -> bool:
    """Return whether one holds the other and is most of it: titles are cut in the head, names of sites added."""
    short, long = sorted((said, claim), key=len)
    return short in long and len(short) >= 0.4 * len(long)


def _headings(document: Document, claims: list[str], stated: list[str]) -> Iterator[HtmlElement]:
    """Yield elements that may show the headline, most likely kinds first; never what the markup hides.

    Where there are many, only those with a text that a claim holds, or that holds one, are looked at.
    """
    yield from filter(_may_show, document.index.tagged("h1"))
    yield from filter(_may_show, document.index.select("[itemprop=headline], [itemprop~=name]"))
    heads = document.index.tagged("h2", "h3")
    few = len(heads) <= MANY_HEADINGS
    if few:
        yield from filter(_may_show, heads)
    if found := _saying(document, claims, stated):
        saying = [element for element in document.index.elements if element in found]
        if not few:
            yield from (element for element in saying if element.tag in ("h2", "h3") and _may_show(element))
        yield from (element for element in saying if _calls_itself_title(element) and _may_show(element))
        yield from (element for element in saying if element.tag in _ANY_TEXT and _may_show(element) and not _is_crumb(element))


def _calls_itself_title(element: HtmlElement) -> bool:
    names = element.get("class") or ""
    return any(word in names for word in ("title", "Title", "headline", "zagolovok")) or "title" in (element.get("id") or "")


def _saying(document: Document, claims: list[str], stated: list[str]) -> set[HtmlElement]:
    """Return the elements with, in or before a text node whose skeleton is part of a claim or has one as its part.

    `claims` are skeletons, `stated` the same as they are written: skeletons cost a hundred times as much as a search, so they
    are made of all nodes only where no node has words of a claim as it is written (a page in another alphabet than its head).
    """
    said_by = ((text, element) for element in document.index.elements for text in (element.text, element.tail))
    held = [(text, element) for text, element in said_by if text and not text.isspace()]  # most are what stands between tags
    texts = [text for text, _ in held]
    near = _sharing(texts, {" ".join(claim.lower().split()) for claim in stated})
    near = near or [at for at, text in enumerate(texts) if len(text) <= MAX_NODE]
    saying: set[HtmlElement] = set()
    for at, said in zip(near, keys([texts[at] for at in near]), strict=True):
        if said and any(said in claim or claim in said for claim in claims):
            element: HtmlElement | None = held[at][1]
            while element is not None and element not in saying:
                saying.add(element)
                element = element.getparent()
    return saying


def _sharing(texts: list[str], written: set[str]) -> list[int]:
    """Return the places of the texts that have a beginning or an end in common with a claim, wherever it stands in the longer."""
    claims = "\n".join(written)
    lines = [_squeezed(lowered) for lowered in "\x00".join(texts).lower().split("\x00")]  # one call for all
    found = {at for at, said in enumerate(lines) if said and (said[:MIN_KEY] in claims or said[-MIN_KEY:] in claims)}
    whole, ends = "\x00".join(lines), list(accumulate(len(said) + 1 for said in lines))
    for mark in {mark for claim in written for mark in (claim[:MIN_KEY], claim[-MIN_KEY:])}:
        place = whole.find(mark)  # few lines hold one, and asking each line would be most of the work
        while place >= 0:
            found.add(at := bisect_right(ends, place))
            place = whole.find(mark, ends[at])
    return sorted(found)


def _squeezed(text: str) -> str:
    """Return a text with single blanks, or "" for one that is longer than a heading."""
    said = text.strip()
    if len(said) > MAX_NODE:
        return ""
    return " ".join(said.split()) if "\n" in said or "  " in said or "\t" in said else said


def _may_show(element: HtmlElement) -> bool:
    size = 0
    for part in element.itertext():
        size += len(part)
        if size > MAX_NODE:  # a box may hold the whole page
            return False
    return size > 0 and element.tag != "title" and _shown(element) and not _is_logo(element)


def _is_crumb(element: HtmlElement) -> bool:
    """Return whether an element is or stands in the way to the page, which ends with the headline as plain text (Joomla 1.5)."""
    return any(zone_of(node) is Zone.CRUMBS for node in islice((element, *element.iterancestors()), NEAR_CRUMB))


def _shown(element: HtmlElement) -> bool:
    return not any(is_hidden(node) for node in (element, *element.iterancestors()) if node.tag not in ("body", "html"))


def named_title(document: Document) -> HtmlElement | None:
    """Return the first element that calls itself title in class or id, reads like a headline and is no link, or None."""
    for element in document.index.select("[class*=itle], [id*=itle], [class*=zagolovok], [class*=contentheading]"):
        if _linked(element):  # the titles of cards, told before they are read
            continue
        words = heading_text(element).split()
        if len(words) > MAX_NAME_WORDS and len(" ".join(words)) <= MAX_TITLE // 2 and _shown(element):
            return element
    return None


def _marked_title(document: Document) -> HtmlElement | None:
    """Return the one heading that its markup calls the headline, that is long enough for one and no link, or None."""
    marked = [it for it in document.index.select("[itemprop~=headline]") if it.tag in HEADINGS and _shown(it) and not _linked(it)]
    return marked[0] if len(marked) == 1 and len(heading_text(marked[0]).split()) > MAX_NAME_WORDS else None


def _linked(element: HtmlElement) -> bool:
    return next(element.iter("a"), None) is not None or any(node.tag == "a" for node in element.iterancestors())


def _is_logo(element: HtmlElement) -> bool:
    """Return whether all that an element shows is a link to the home page."""
    links = [*element.iter("a"), *(node for node in element.iterancestors() if node.tag == "a")]
    return len(links) == 1 and path_of(href := links[0].get("href", "-")) in ("", "/") and "?" not in href


def _only_subheading(document: Document) -> HtmlElement | None:
    """Return the one h2 or h3 of a page that is a headline by its length and no link: versions for print have no h1."""
    shown = [it for it in document.index.tagged("h2", "h3") if _shown(it) and len(heading_text(it).split()) >= MAX_NAME_WORDS]
    only = shown[0] if len(shown) == 1 and not _linked(shown[0]) else None
    return None if only is None or is_label(heading_text(only), RELATED) else only


def _lone_heading(document: Document) -> HtmlElement | None:
    """Return the longest h1 that is a headline by its length, where the head names no title that is shown."""
    return max(_headlines(document), key=lambda element: len(heading_text(element)), default=None)


def _only_heading(document: Document) -> HtmlElement | None:
    """Return the h1 that is a headline by its length, if the page shows just one."""
    fit = _headlines(document)
    return fit[0] if len(fit) == 1 else None


def _short_heading(document: Document) -> HtmlElement | None:
    """Return the one h1 that is neither logo nor link, however short: what a poem is called."""
    shown = [it for it in document.index.tagged("h1") if _shown(it) and not _linked(it) and heading_text(it)]
    return shown[0] if len(shown) == 1 and not is_placeholder(heading_text(shown[0]), document) else None


def _headlines(document: Document) -> list[HtmlElement]:
    shown = [element for element in document.index.tagged("h1") if _shown(element) and not _is_logo(element)]
    return [element for element in shown if len(heading_text(element).split()) >= MAX_NAME_WORDS]

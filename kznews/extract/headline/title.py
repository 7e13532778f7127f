"""The headline: the heading on the page that the page's own head agrees with."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kznews.extract.emphasis import bold_classes, is_emphasised
from kznews.extract.headline.claims import (
    MARKS,
    MAX_NAME_WORDS,
    MIN_KEY,
    adds_kind,
    believed,
    first_part,
    is_name_with_kind,
    is_opening,
    is_placeholder,
    openings,
    parts_of,
    stated_titles,
    with_and_without_name,
    without_additions,
    without_name,
    without_suffix,
)
from kznews.extract.headline.headings import (
    MAX_NODE,
    MAX_TITLE,
    calls_itself_title,
    ends_way,
    heading_text,
    is_crumb,
    largest_font,
    lone_heading,
    marked_title,
    may_show,
    named_title,
    names_issue,
    names_site,
    only_heading,
    only_subheading,
    own_text,
    short_heading,
    stands_in_footer,
)
from kznews.extract.kinds.service_pages import is_site_title
from kznews.extract.people.names import looks_like_name
from kznews.extract.phrases import key, keys
from kznews.extract.selecting import spaced_text
from kznews.extract.texts import has_digit, holds_date, is_date
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks
    from kznews.extract.document import Document

_DATED = re.compile(r"(?<=\w[\s»”!?.])\s*\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\s?(?:ж\.?|г\.?)?(?:\s+\d\d:\d\d)?$")
"""A date in figures at a heading's end, which templates set there in small letters."""
_SENTENCES = re.compile(r"[.!?…] [^\W\d_a-zа-яәіңғүұқөһё].*[.!?…]$")
"""What several sentences have, as a lead is and no headline."""
OVER_TEXT = 4
"""Blocks between a headline and the text (date, lead, picture) on a page without headings."""
HEADING_OVER_TEXT = 8
"""The same for a heading: author and buttons may stand in blocks of their own."""
MAX_LINKED = 0.3
"""Running text has links in it; a list of links is mostly links."""
MIN_TEXT_BLOCK = 80
"""A block of this length is text, not a teaser."""
MOST = 0.75
"""The share of a title that is nearly all of it: a word was left out for social media, or added."""
MANY_HEADINGS = 12
"""More than these are the headlines of cards."""
_ANY_TEXT = frozenset(("b", "strong", "font", "td", "dt", "h4", "center", "span", "p", "div"))


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
    claims = believed(document)
    parts = parts_of(claims, document)
    best, sure = _agreed(document, claims, parts)
    if best is not None and stands_in_footer(best, document):
        claims = without_name(claims, _closest(best, parts))
        best, sure = _agreed(document, claims, parts := parts_of(claims, document))
        best = None if best is not None and stands_in_footer(best, document) else best
    if best is not None and not sure and best.tag != "h1" and not is_opening(_closest(best, parts), claims):
        only = only_heading(document)  # the head puts it in other words; what the page shares with it is a section's name
        best = best if only is None or only in best.iterancestors() else only
    if best is not None and len(claims) < 2 and len(words := heading_text(best).split()) <= MAX_NAME_WORDS:  # noqa: PLR2004
        marked = _marked(document, short=len(words) == 1 or adds_kind(" ".join(words), claims))
        best = best if marked is None else marked  # the name of a section or of the paper is all that the head says
    if best is not None and names_site(best) and (other := _beside_name_of_site(document, best)) is not None:
        return Headline(heading_text(other), other)
    if best is not None:
        own, whole = own_text(best).lstrip(MARKS), _DATED.sub("", heading_text(best)).rstrip()
        return Headline(own if key(own) in parts else without_additions(whole, claims), best, sure)
    claims = [claim for claim in claims if not is_site_title(claim)]
    found = _unclaimed(document, [claim for claim in claims if not is_name_with_kind(claim, document)])
    if found is not None:
        return Headline(_DATED.sub("", without_additions(heading_text(found), claims)).rstrip(), found)
    return Headline(without_suffix(claims[0], document) if claims else "", None)


def _marked(document: Document, *, short: bool) -> HtmlElement | None:
    """Return the heading that its markup calls the headline; instead of a `short` one also what calls itself so or is largest."""
    marked = marked_title(document)
    if marked is None and short:
        marked = named_title(document)
        marked = largest_font(document) if marked is None else marked
    return marked


def _unclaimed(document: Document, claims: list[str]) -> HtmlElement | None:
    """Return the heading that is the headline though nothing in the head says so, or None."""
    lone = lone_heading(document)
    if lone is not None and not is_placeholder(heading_text(lone), document):
        return lone
    found = named_title(document)
    found = largest_font(document) if found is None else found
    if found is None and not claims:
        found = only_subheading(document)
        found = short_heading(document) if found is None else found
    if found is None and claims:
        short = short_heading(document)
        short = largest_font(document, short=True) if short is None else short
        found = short if short is not None and _stands_amid(heading_text(short), claims) else None
    return found


def _stands_amid(said: str, claims: list[str]) -> bool:
    """Return whether a claim begins with other words around what a heading says: who wrote it, what it is ("... (әңгіме)")."""
    name = key(said)
    first = [first_part(claim) for claim in claims if not claim.startswith(f"{said}:")]
    return len(name) >= MIN_KEY and any(f" {name} " in f" {key(part)} " and key(part) != name for part in first)


def _beside_name_of_site(document: Document, named: HtmlElement) -> HtmlElement | None:
    """Return the headline of a page whose title element is the portal's name, as `named` shows it; None if it has no other."""
    said = key(heading_text(named))
    return None if any(said in key(claim) for claim in stated_titles(document)) else _unclaimed(document, [])


def title_over_text(blocks: Blocks, markup: bytes, *, shown: bool) -> Block | None:
    """Return the emphasised line right over the first long paragraph: the headline of a page without headings, or None.

    Where no headline is `shown`, a line in a cell of its own right over the text is enough. `markup` tells the page's styles.
    """
    text_at = next((at for at, block in enumerate(blocks.all) if is_paragraph(block) and not _is_of_masthead(block)), 0)
    over = range(text_at - 1, max(0, text_at - HEADING_OVER_TEXT) - 1, -1)
    near = [at for at in over if (blocks.all[at].heading or text_at - at <= OVER_TEXT) and _may_be_headline(blocks.all[at])]
    bold = bold_classes(markup) if near and not blocks.all[near[0]].all_bold else frozenset()
    for at, above in zip(near, [*near[1:], -1], strict=False):
        block = blocks.all[at]
        if is_emphasised(block, bold) or (not shown and at == text_at - 1 and _is_alone_in_cell(block)):
            leads = above == at - 1 and _SENTENCES.search(block.text) and is_emphasised(blocks.all[above], bold)
            return blocks.all[above] if leads else block
    return None


def _may_be_headline(block: Block) -> bool:
    long = MIN_KEY <= len(block.text) <= MAX_TITLE and len(block.text.split()) >= MAX_NAME_WORDS
    return long and not (block.links or is_date(block.text))


def is_paragraph(block: Block) -> bool:
    """Return whether a block is running text: long, hardly linked, not bold from end to end, no list of numbers."""
    long = len(block.text) >= MIN_TEXT_BLOCK and block.link_share < MAX_LINKED and not block.all_bold
    return long and not ("\n" in block.text and all(map(has_digit, block.text.split("\n"))))


def _is_alone_in_cell(block: Block) -> bool:
    """Return whether a line without a figure, which is no sentence, is all the text of a table's cell."""
    cell = block.element
    alone = cell.tag == "td" and block.text.split() == spaced_text(cell).split()
    return alone and not has_digit(block.text) and block.text[-1] not in ".:;,…"


def _is_of_masthead(block: Block) -> bool:
    """Return whether a long block is of the masthead by its name or number, or a line about the day (a date, the weather)."""
    named = block.zone in (Zone.HEADER, Zone.NAV) or names_issue(block.text)
    return named or (block.zone is Zone.META and holds_date(block.spaced))


def _agreed(document: Document, claims: list[str], parts: set[str]) -> tuple[HtmlElement | None, bool]:
    """Return the heading that says what the head claims: a whole claim or the longest part of one, else what comes next to it.

    With it whether it says the one or the other, or is an h1 that says most of a claim: nothing else does so better. A claim
    often holds the portal's name as well.
    """
    whole = [said for said in map(key, claims) if len(said) >= MIN_KEY]
    longest = max(map(len, parts), default=0)
    opening = openings(claims)
    best: tuple[str, HtmlElement] | None = None
    for element in _headings(document, [*whole, *sorted(parts, key=lambda part: (len(part), part))[-1:]], claims):
        if best is not None and element.tag in _ANY_TEXT and best[0] in opening and _is_headed(best[1]):
            return best[1], True  # a short headline; what is longer is the name of the portal or of its catalogue, in a menu
        said = _closest(element, parts)
        if said in whole or (said in parts and len(said) == longest):
            return element, True
        if (
            len(said) >= MIN_KEY
            and (said in parts or (any(_nearly(said, claim) for claim in whole) and not looks_like_name(heading_text(element))))
            and (best is None or len(said) > len(best[0]))
        ):
            best = (said, element)
    if best is None:
        return None, False
    return best[1], best[1].tag == "h1" and any(_nearly(best[0], claim, MOST) for claim in whole)


def _is_headed(element: HtmlElement) -> bool:
    return element.tag == "h1" or calls_itself_title(element)


def _closest(element: HtmlElement, parts: set[str]) -> str:
    """Return the skeleton of what a heading says: of what is claimed of it, its own text or that behind a section's name."""
    own = key(own_text(element))
    if own in parts:
        return own
    said = [key(piece) for piece in with_and_without_name(heading_text(element))]
    return next((piece for piece in said if piece in parts), said[0])


def _nearly(said: str, claim: str, share: float = 0.4) -> bool:
    """Return whether one holds the other and is such a share of it: titles are cut in the head, names of sites added."""
    short, long = sorted((said, claim), key=len)
    return short in long and len(short) >= share * len(long)


def _headings(document: Document, claims: list[str], stated: list[str]) -> Iterator[HtmlElement]:
    """Yield elements that may show the headline, most likely kinds first; never what the markup hides.

    Where there are many, only those with a text that a claim holds, or that holds one, are looked at.
    """
    yield from filter(may_show, document.index.tagged("h1"))
    yield from filter(may_show, document.index.select("[itemprop=headline], [itemprop~=name]"))
    heads = document.index.tagged("h2", "h3")
    few = len(heads) <= MANY_HEADINGS
    if few:
        yield from filter(may_show, heads)
    if found := _saying(document, claims, stated):
        saying = [element for element in document.index.elements if element in found]
        if not few:
            yield from (element for element in saying if element.tag in ("h2", "h3") and may_show(element))
        yield from (element for element in saying if calls_itself_title(element) and may_show(element))
        others = [element for element in saying if element.tag in _ANY_TEXT and may_show(element) and not is_crumb(element)]
        last = set(filter(ends_way, others))  # the way to the page, under any name
        yield from (element for element in others if element not in last)
        yield from (element for element in others if element in last)


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

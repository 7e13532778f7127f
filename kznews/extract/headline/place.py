"""Where the blocks of a page show its headline, and whether another line of them is a better one. Pure."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from kznews.extract.block import HEADINGS
from kznews.extract.headline.claims import (
    MAX_NAME_WORDS,
    claimed_titles,
    in_other_words,
    is_name_with_kind,
    is_said_with_site,
    stated_titles,
)
from kznews.extract.headline.headings import MAX_TITLE, calls_itself_title, heading_text, named_title
from kznews.extract.headline.over_text import heading_of_text, short_line_over_text
from kznews.extract.headline.title import OVER_TEXT, title_over_text
from kznews.extract.meta_lines import holds_year
from kznews.extract.phrases import key
from kznews.extract.texts import FURNITURE, ends_sentence, holds_date, is_text
from kznews.extract.zones import words_of
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks
    from kznews.extract.document import Document

REWORDED = 40
"""Blocks over the first paragraph among which the headline stands: pictures, authors and counters may come between."""
SAME_WORDS = 0.5
"""The share of words by which a line says a headline in other words."""


class Placed(NamedTuple):
    """A headline, the element that shows it if one does, and the index of its block, -1 where there is none."""

    text: str
    element: HtmlElement | None
    at: int


def placed(text: str, element: HtmlElement | None, blocks: Blocks) -> Placed:
    """Return a headline with the index of the first block that shows it. Never raises."""
    for holder in (element, *element.iterancestors()) if element is not None else ():
        start, end = blocks.spans.get(holder, (0, 0))
        if end > start:
            said = [block.text for block in blocks.all[start:end]]
            whole = (at for at, line in enumerate(said) if text in one_line(line))  # the first is near the beginning
            part = (at for at, line in enumerate(said) if one_line(line) in text)
            return Placed(text, element, start + next(chain(whole, part), 0))
    return Placed(text, element, -1)


def surest(headline: Placed, document: Document, blocks: Blocks, site: str) -> Placed:
    """Return the headline, or the line that is a better one: see `_reworded` and `_emphasised`. Never raises.

    A short one may be the portal's name, `site`, unless that follows it in the title element.
    """
    line = _reworded(headline, document, blocks)
    if line is not None:
        return placed(one_line(line.text), line.element, blocks)
    return _emphasised(headline, document, blocks, site)


def over_dateline(blocks: Blocks, first: int) -> Placed | None:
    """Return the line over the date that stands right over the text, the block `first`; None where none may be a headline.

    Asked of a page on which nothing else is one: its head says the portal's name alone. Never raises.
    """
    if first < 2:  # noqa: PLR2004 - a line and its date
        return None
    line, dateline = blocks.all[first - 2 : first]
    dated = not dateline.links and len(dateline.text) <= MAX_TITLE and holds_date(dateline.spaced)
    if dated and _may_reword(line) and line.element is not dateline.element and not ends_sentence(line.text):
        return placed(one_line(line.text), line.element, blocks)
    return None


def right_over_text(text: str, blocks: Blocks, first: int) -> Placed | None:
    """Return the heading over the text, the block `first`, that says a headline of few letters; None if a link stands between.

    Asked where nothing was found to show the headline: a word may be the name of a section, but cards follow that. Never raises.
    """
    for block in reversed(blocks.all[max(0, first - OVER_TEXT) : first]):
        if block.links:
            return None
        if block.heading and block.zone not in FURNITURE and one_line(block.text) == text:
            return placed(text, block.element, blocks)
    return None


def _emphasised(headline: Placed, document: Document, blocks: Blocks, site: str) -> Placed:
    """Return the headline, or an emphasised line over the text where no heading shows it and only the title element claims it."""
    text, shown, _ = headline
    stated = any(key(text) in key(claim) for claim in stated_titles(document) if not is_name_with_kind(claim, document))
    named = shown is not None and (shown.tag in HEADINGS or "title" in words_of(shown) or calls_itself_title(shown))
    surely = (stated and named) or ((stated or named) and len(text.split()) > MAX_NAME_WORDS)
    if surely or (named and is_said_with_site(text, document, site)):
        return headline
    found = title_over_text(blocks, document.source, shown=shown is not None)
    names = len(text.split()) <= MAX_NAME_WORDS or is_name_with_kind(text, document)
    heads = heading_of_text(blocks, headline.at, found) if names and (found is None or not found.heading) else None
    if names and shown is None and found is None and heads is None:
        heads = short_line_over_text(blocks, untitled=not text)
    if heads is not None and not (named and _heads_box_of(shown, heads)):
        return placed(one_line(heads.text), heads.element, blocks)
    if found is not None:
        at = blocks.all.index(found)
        if (at == headline.at and _shows(found, text)) or _stays_beside(headline, found, at, blocks, named=named):
            return headline
        return Placed(one_line(found.text.split("\n")[-1]), found.element, at)
    if (other := named_title(document)) is not None and key(text) not in key(heading_text(other)):
        return placed(heading_text(other), other, blocks)
    return headline


def _shows(found: Block, text: str) -> bool:
    """Return whether a line of a block is the headline, or one of several words with a label at its edge ("ЖЕДЕЛ")."""
    lines = list(map(one_line, found.text.split("\n")))
    return text in lines or (len(text.split()) > MAX_NAME_WORDS and any(text in line for line in lines))


def _heads_box_of(shown: HtmlElement | None, other: Block) -> bool:
    """Return whether a headline stands in a box around another heading, and not in the masthead: that is its subheading."""
    box = None if shown is None or shown is other.element else shown.getparent()
    return box is not None and box.tag not in ("body", "html", "main") and box in islice(other.element.iterancestors(), 3)


def _reworded(headline: Placed, document: Document, blocks: Blocks) -> Block | None:
    """Return the line over the first paragraph that says best, in other words, what the head says; None if none says most of it.

    Asked where nothing shows the headline, or but a link behind the text. Headings before other lines; never a link, nor what
    stands in a card or a list of other articles.
    """
    shown = blocks.all[headline.at] if headline.element is not None and headline.at >= 0 else None
    if (headline.element is not None and (shown is None or not shown.linked)) or not (claims := claimed_titles(document)):
        return None
    texts = [(at, block.element.tag) for at, block in enumerate(blocks.all) if block.zone not in FURNITURE and is_text(block)]
    text_at = next((at for at, tag in texts if tag == "p"), texts[0][0] if texts else 0)
    if shown is not None and headline.at < text_at:
        return None
    over = [block for block in blocks.all[max(0, text_at - REWORDED) : text_at] if _may_reword(block)]
    shares = {block: share for block in over if (share := in_other_words(block.text, claims)) >= SAME_WORDS}
    return max(shares, key=lambda block: (block.heading, shares[block]), default=None)


def _may_reword(block: Block) -> bool:
    words = len(block.text.split())
    return words > MAX_NAME_WORDS and len(block.text) <= MAX_TITLE and not block.links and block.zone not in FURNITURE


def _stays_beside(headline: Placed, found: Block, at: int, blocks: Blocks, *, named: bool) -> bool:
    """Return whether the headline stays in spite of an emphasised line near the text, the block `at`.

    That is the lead of one right over it which is as bold, or a sentence; or it stands over one of more words than a name has,
    or over one that calls itself title (`named`): a portal's name would be on top. So would be one of few words, with no date
    behind.
    """
    if at < headline.at and (len(headline.text.split()) > MAX_NAME_WORDS or (named and headline.at - at <= OVER_TEXT)):
        return True
    shown = blocks.all[headline.at] if headline.at >= 0 else None
    between = blocks.all[headline.at + 1 : at][:OVER_TEXT] if found.text.endswith(".") else ()
    dated = any(holds_year(block.spaced) for block in between)
    long = dated or len(headline.text.split()) > MAX_NAME_WORDS
    own = shown is not None and (shown.all_bold or ends_sentence(found.text))
    return own and long and 0 < at - headline.at <= OVER_TEXT

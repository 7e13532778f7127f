"""Which pages list articles: by address, headline, cards, rows, or links that are more than their text."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kznews.extract.block import HEADINGS
from kznews.extract.cards import stands_in_card
from kznews.extract.document import path_of
from kznews.extract.kinds import paged, pagekind
from kznews.extract.kinds.in_place import LONG_TEXT
from kznews.extract.kinds.registers import (
    LINKED,
    are_cut_off,
    are_links,
    is_link_to_rest,
    is_title_of_card,
    rows_around,
    rows_of_register,
)
from kznews.extract.kinds.shown import BESIDE_DATE, MIN_TEXT, dated_headline, is_claimed, states_headline
from kznews.extract.labels import MAX_LABEL
from kznews.extract.links import article_id
from kznews.extract.section.names import MAX_SECTION_WORDS, is_home
from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.texts import FURNITURE, is_date
from kznews.extract.twins import MIN_TWINS, texts_in_twins
from kznews.extract.zones import Zone, zone_of

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.kinds.shown import Shown

MIN_CARD, MIN_CARDS = 20, 4
"""A headline in a list has at least this many letters; this many of them make a page a list."""
MAX_COVERED = 400
"""Letters of a card with headline, excerpt and date, at most."""
_MENUS = frozenset((Zone.NAV, Zone.HEADER))
_AROUND = _MENUS | {Zone.FOOTER}
AROUND = 4
"""Boxes around a link of which one calls itself a menu."""
BEHIND = 3
"""Blocks behind the text of a large card in which the link to its page stands."""
MIN_ROW = 3
"""Paragraphs that follow each other without a card or a picture's caption between: no list's excerpts do."""
MIN_OTHER_DATES = 2
"""Dates like that of the page: an article may show one more, of the article before."""


def lists_articles(shown: Shown, text: str) -> bool:
    """Return whether the page is a list of links to articles and holds little text beside. Never raises."""
    if _opens_as_list(shown) or (not states_headline(shown) and _shows_others(shown)):
        return True
    home = pagekind.is_home_page(shown.document)  # its top story may come with a text and a date
    if not home and len(text) >= MIN_TEXT and (shown.published is not None or states_headline(shown)):
        return False
    # An excerpt: one of many, at an address that is no article's.
    addressed = article_id(shown.document.address, shown.portal) is not None
    excerpt = len(text) < MIN_TEXT and not addressed
    excerpt = excerpt or (home and not states_headline(shown))  # however long those of its cards are together
    if not (excerpt or home) and shown.published is not None and (text.strip() or dated_headline(shown)):
        return False
    if not home and _is_headed(shown, len(text), addressed=addressed):  # whatever stands beside
        return False

    def lists(blocks: list[Block]) -> bool:
        return _are_listed(blocks, shown.title, -1 if excerpt else len(text))

    if lists(shown.blocks.all) or not shown.blocks.folded:
        return lists(shown.blocks.all)
    return lists(shown.unfolded())


def _shows_others(shown: Shown) -> bool:
    """Return whether the page is made of cards or entries, or is a home page with links laid over cards."""
    if _is_made_of_cards(shown) or _is_register(shown):
        return True
    return pagekind.is_home_page(shown.document) and sum(map(_covers, shown.document.index.tagged("a"))) >= MIN_CARDS


def _covers(link: HtmlElement) -> bool:
    """Return whether a link without a text is laid over a card: it says in an attribute what that is about, or the card does."""
    if short_text(link, MIN_CARD):
        return False
    box = None if len(link) else link.getparent()  # that around a picture may hold anything
    said = link.get("title") or link.get("aria-label") or ("" if box is None else short_text(box, MAX_COVERED))
    return len(said) >= MIN_CARD


def _is_headed(shown: Shown, length: int, *, addressed: bool) -> bool:
    """Return whether a long text begins right under a headline that is no link: a heading, or a line over a row of paragraphs.

    Such a row may be shorter at an article's address: pages without headings are made by hand, and so are their lists.
    """
    element, first = shown.title_element, next(iter(shown.text), -1)
    if element is None or shown.title_at < 0 or not 0 < first - shown.title_at <= BESIDE_DATE:
        return False
    if shown.blocks.all[shown.title_at].linked:
        return False
    if element.tag in HEADINGS:
        return length >= LONG_TEXT
    row = len(shown.text) >= MIN_ROW and shown.text[-1] - first == len(shown.text) - 1
    return row and length >= (LONG_TEXT // 2 if addressed else LONG_TEXT)


def _opens_as_list(shown: Shown) -> bool:
    """Return whether the page is a list by its address, by a headline that is a day or a link, or by whose date it shows."""
    if pagekind.is_list_address(shown.document.address) or is_date(shown.title):
        return True
    if (headline := _linked_headline(shown)) is not None:
        linked = [block.element for block in shown.blocks.all if block.heading and block.link_share > LINKED]
        if pagekind.is_headline_of_card(shown.document, headline, linked):
            return True
        if _leads_on_to_its_page(shown, headline):
            return True
    if _opens_with_large_card(shown):
        return True
    goes_on = shown.published is None and paged.is_paged_list(shown.blocks.all, max([shown.title_at, *shown.text]))
    return (goes_on or _dates_a_card(shown) or _is_open_in_menu(shown)) and not states_headline(shown)


def _leads_on_to_its_page(shown: Shown, headline: HtmlElement) -> bool:
    """Return whether the headline leads to another page, and so does a link to read on right behind the text: a large card."""
    link = next(headline.iter("a"), None)
    page = None if link is None else pagekind.other_page(shown.document, link)
    if page is None:
        return False
    last = shown.text[-1] if shown.text else max(shown.title_at, 0)
    behind = (link for block in shown.blocks.all[last:][:BEHIND] for link in block.links if is_link_to_rest(link))
    return any(pagekind.other_page(shown.document, link) == page for link in behind)


def _opens_with_large_card(shown: Shown) -> bool:
    """Return whether the text is that of a large card under the name of a section: no date of the page stands over it."""
    if shown.title_at < 0 or not shown.text or states_headline(shown):
        return False
    blocks, first = shown.blocks.all, shown.title_at + 1
    at = next((at for at in range(first, min(shown.text[0], first + BESIDE_DATE)) if _is_linked_heading(blocks[at])), 0)
    over = blocks[max(shown.title_at - BESIDE_DATE, 0) : at]
    if not at or (shown.published is not None and shown.published.block in over):
        return False
    return _leads_on_to_its_page(shown, blocks[at].element)


def _is_open_in_menu(shown: Shown) -> bool:
    """Return whether a link of a menu says what the headline says and leads to this very page, which has cards: a section.

    An article that is told in a menu has its date beside its headline.
    """
    own = path_of(shown.document.address)
    if not 0 < len(shown.title.split()) <= MAX_SECTION_WORDS or own in (None, "", "/"):
        return False
    if shown.title_at >= 0 and dated_headline(shown):
        return False
    told = own.strip("/")
    here = (link for link in shown.document.tree.iter("a") if told in (href := link.get("href") or "") and path_of(href) == own)
    if not any(short_text(link, MAX_LABEL) == shown.title and _is_in_navigation(link) for link in here):
        return False
    cards = (block for block in shown.blocks.all if block.zone not in _AROUND and block.links)
    return sum(len(spaced_text(block.links[0])) >= MIN_CARD for block in cards) >= MIN_CARDS


def _is_in_navigation(link: HtmlElement) -> bool:
    return any(zone_of(node) is Zone.NAV for node in islice(link.iterancestors(), AROUND))


def _is_made_of_cards(shown: Shown) -> bool:
    """Return whether each text stands in a box of its own, all of one kind, with a date or a link beside, and no other date."""
    if len(shown.text) < MIN_TWINS or any(after - before == 1 for before, after in pairwise(shown.text)):
        return False  # most articles: one paragraph follows the other
    block = shown.published.block if shown.published else None
    if shown.published is not None and (block is None or not stands_in_card(block, shown.title)):
        return False
    return len(texts_in_twins([shown.blocks.all[at] for at in shown.text])) == len(shown.text)


def _is_register(shown: Shown) -> bool:
    """Return whether the page is a register, or its headline is an entry's, and no date but an entry's stands beside it."""
    if shown.title_element is not None and not is_claimed(shown) and is_title_of_card(shown.title_element):
        return True
    text = [shown.blocks.all[at] for at in shown.text]
    rows = rows_of_register(text)
    if not (rows or are_links(text) or are_cut_off(shown.blocks.all, shown.text)):
        return False
    rows = rows or rows_around(text)
    block = shown.published.block if shown.published else None
    return block is None or not dated_headline(shown) or not rows.isdisjoint((block.element, *block.element.iterancestors()))


def _dates_a_card(shown: Shown) -> bool:
    """Return whether the date is that of a card, which stands over it and under the headline; or cards are all that is shown."""
    blocks = shown.blocks.all
    block = shown.published.block if shown.published else None
    at = blocks.index(block) if block is not None else 0
    over = blocks[max(shown.title_at + 1, at - BESIDE_DATE) : at]
    card = next(filter(_is_linked_heading, over), None)
    opens = card is not None and _opens_many_cards(card, blocks[at:])
    if shown.title_element is None:  # what the head says stands nowhere; the date is the masthead's, if there is one
        first = next(filter(_is_linked_heading, blocks), None)
        return opens or _is_card_of_many(first, blocks) or _is_date_of_many(shown)
    return opens or _is_card_of_many(card, blocks[at:])


def _opens_many_cards(first: Block, blocks: list[Block]) -> bool:
    """Return whether the first card of a list is larger than the others: its heading is of a higher order than all of theirs."""
    if len(first.text) < MIN_CARD or any(map(is_home, first.links)):
        return False
    below = [(block.element.tag, block.element.get("class")) for block in blocks if _is_linked_heading(block)]
    kind, count = Counter(below).most_common(1)[0] if below else (("", None), 0)
    return count >= pagekind.MIN_CARDS and kind[0] > first.element.tag


def _is_date_of_many(shown: Shown) -> bool:
    """Return whether the date over a short text is one of several that look alike: each is that of a card."""
    block = shown.published.block if shown.published else None
    if block is None or sum(len(shown.blocks.all[at].text) for at in shown.text) >= MIN_TEXT:
        return False
    kind = block.element.tag, block.element.get("class")
    alike = (other for other in shown.blocks.all if (other.element.tag, other.element.get("class")) == kind)
    return sum(is_date(other.text) for other in alike if other is not block) >= MIN_OTHER_DATES


def _is_card_of_many(card: Block | None, blocks: list[Block]) -> bool:
    """Return whether there are more linked headings like one among some blocks."""
    if card is None:
        return False
    kind = card.element.tag, card.element.get("class")
    alike = (other for other in blocks if _is_linked_heading(other) and other is not card)
    return sum((other.element.tag, other.element.get("class")) == kind for other in alike) >= pagekind.MIN_CARDS


def _is_linked_heading(block: Block) -> bool:
    return block.heading and block.link_share > LINKED and block.zone not in FURNITURE


def _are_listed(blocks: list[Block], title: str, least: int) -> bool:
    """Return whether some blocks list articles in more than `least` letters, or under the name of a page of the menu."""
    cards = [block for block in blocks if block.links and len(block.text) >= MIN_CARD and block.link_share > LINKED]
    linked = sum(len(block.text) for block in cards if block.zone not in _AROUND)
    if len(cards) >= MIN_CARDS and linked > least:
        return True
    return sum(block.heading for block in cards) >= MIN_CARDS and _is_in_menu(title, blocks)


def _is_in_menu(title: str, blocks: list[Block]) -> bool:
    """Return whether a link of a menu says what the headline says: a section or a programme lists what is in it."""
    if len(title.split()) > MAX_SECTION_WORDS:
        return False
    menus = (block for block in blocks if block.zone in _MENUS and block.links and title in block.text)
    return any(spaced_text(link) == title for block in menus for link in block.links)


def _linked_headline(shown: Shown) -> HtmlElement | None:
    """Return the element of the headline, or of a linked heading right behind it that says the same: the first of a list."""
    if shown.title_element is None or shown.title_at < 0:
        return shown.title_element
    behind = shown.blocks.all[shown.title_at + 1 : shown.title_at + 1 + BESIDE_DATE]
    again = (block for block in behind if block.heading and block.text == shown.title)
    return next((block.element for block in again if block.link_share > LINKED), shown.title_element)

"""What keeps a page from being an article, told by what was found on it: no text, no headline, a list, the portal itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kznews.extract import galleries, paged, pagekind, service_pages
from kznews.extract.block import HEADINGS
from kznews.extract.cards import stands_in_card
from kznews.extract.document import path_of
from kznews.extract.labels import MAX_LABEL
from kznews.extract.links import article_id
from kznews.extract.names import looks_like_name
from kznews.extract.phrases import ends_as_list, key
from kznews.extract.registers import (
    LINKED,
    are_cut_off,
    are_links,
    is_link_to_rest,
    is_title_of_card,
    rows_around,
    rows_of_register,
)
from kznews.extract.section_names import MAX_SECTION_WORDS
from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.texts import FURNITURE, is_date, opens_list
from kznews.extract.title_claims import first_part, is_placeholder
from kznews.extract.twins import MIN_TWINS, texts_in_twins
from kznews.extract.zones import Zone, zone_of
from kznews.outcomes import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks
    from kznews.extract.dates.published import Published
    from kznews.extract.document import Document
    from kznews.portal import Portal

MIN_TEXT = 200
"""A page with less text than this is an article only if it also shows a date (reliability rule C5)."""
MIN_DATED_TEXT = 40
"""Lead and body of the shortest news seen: one sentence."""
MIN_CARD, MIN_CARDS = 20, 4
"""A headline in a list has at least this many letters; this many of them make a page a list."""
_MENUS = frozenset((Zone.NAV, Zone.HEADER))
_AROUND = _MENUS | {Zone.FOOTER}
AROUND = 4
"""Boxes around a link of which one calls itself a menu."""
BEHIND = 3
"""Blocks behind an opening of a text in which a wall says who may read on."""
MIN_OTHER_DATES = 2
"""Dates like that of the page: an article may show one more, of the article before."""
RECORD = 20
"""Lines of a text that are asked whether they fill in a form."""
BESIDE_DATE = 3
"""Blocks between an article's headline and its date, at most: section, author."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was found on a page."""

    document: Document
    portal: Portal
    blocks: Blocks
    title: str
    title_element: HtmlElement | None
    title_at: int
    """The index of the block that shows the headline, or -1."""
    published: Published | None
    text: Sequence[int]
    """The indices of the blocks of lead and text, in page order."""
    unfolded: Callable[[], list[Block]]
    """Returns every block of the page, those of folded furniture as well."""
    claims: Sequence[str]
    """What the head says the title is."""


def fault_of(shown: Shown, text: str) -> tuple[Reason, str] | None:
    """Return what keeps the page from being an article: no text at all, no headline, too little text."""
    if not (shown.blocks.all or text.strip()):
        return Reason.EMPTY, "the page shows no text"
    if _lists_articles(shown, text):
        if article_id(shown.document.address, shown.portal) is not None and pagekind.is_home_elsewhere(shown.document):
            return Reason.SOFT_404, "the home page at an article's address"
        return Reason.NOT_ARTICLE, "a list of links"
    if (about := _about(shown)) is not None:
        return Reason.NOT_ARTICLE, about
    if not shown.title or is_placeholder(shown.title, shown.document):
        return Reason.NO_TITLE, "no headline"
    return _lacks(shown, text)


def _about(shown: Shown) -> str | None:
    """Return what page that is no story the page is, or None."""
    if _is_about_portal(shown):
        return "a page about the portal"
    if galleries.is_gallery([shown.blocks.all[at] for at in shown.text]):
        return "a gallery of pictures"
    return "a record of a person" if _is_record(shown) else None


def _is_about_portal(shown: Shown) -> bool:
    """Return whether the page is one about the portal by its address or its title; a poem may be called so, and has its day."""
    named = (shown.title, *map(first_part, shown.claims))
    if service_pages.is_service_address(shown.document.address) or any(map(service_pages.states_rules, named)):
        return True
    if service_pages.is_archive(shown.title) and not _dated_headline(shown):
        return True
    if _shows_date(shown.published):
        return False
    if service_pages.offers_work(shown.title) or service_pages.is_board_of_rates(shown.title, shown.document):
        return True
    return any(map(service_pages.is_about_portal, (shown.title, *shown.claims)))


def _is_record(shown: Shown) -> bool:
    """Return whether a page without a date is the record of a person whose name it has as its title: no story."""
    if _shows_date(shown.published) or not any(map(looks_like_name, (shown.title, first_part(shown.document.head_title)))):
        return False
    headings = (block.text for block in shown.blocks.all if block.heading)
    return service_pages.is_record(headings, (shown.blocks.all[at].text for at in shown.text[:RECORD]))


def _shows_date(published: Published | None) -> bool:
    """Return whether a page itself shows when it was published: in the head every engine dates all its pages."""
    return published is not None and published.basis not in ("jsonld", "meta")


def _lacks(shown: Shown, text: str) -> tuple[Reason, str] | None:
    """Return what an article has and a page with a title does not: a text, be it under a message that there is none."""
    plain = (block.text for block in shown.blocks.all if block.zone not in FURNITURE)
    if shown.title_at < 0 and shown.published is None and pagekind.says_gone(plain):
        return Reason.SOFT_404, "a line says that the article was not found"
    if shown.published is None and pagekind.asks_for_consent(shown.title, shown.document):
        return Reason.CONSENT, "the page asks for consent to cookies"
    end = shown.text[-1] + 1 if shown.text else 0
    behind = [block for block in shown.blocks.all[end:][:BEHIND] if block.zone is not Zone.FOOTER]
    if len(text) < pagekind.LONG_TEXT and pagekind.asks_to_subscribe(block.text for block in behind):
        return Reason.LOGIN, "the rest of the text is for subscribers"
    size = 0 if _is_no_text(shown, text) else len(text.strip())
    return (Reason.NO_BODY, f"{size} characters of text") if size < (MIN_DATED_TEXT if shown.published else MIN_TEXT) else None


def _is_no_text(shown: Shown, text: str) -> bool:
    """Return whether all that was read as text is the way to the page, a list of others, or a short text what forms ask."""
    blocks = [shown.blocks.all[at] for at in shown.text]
    if not blocks or blocks[0].zone is Zone.CRUMBS:
        return bool(blocks) and all(block.zone is Zone.CRUMBS for block in blocks)
    over = shown.blocks.all[max(shown.title_at + 1, shown.text[0] - BESIDE_DATE) : shown.text[0]]
    if (any(map(opens_list, over)) and rows_of_register(blocks)) or galleries.tells_of_others(blocks, shown.document):
        return True
    short = len(text) < MIN_TEXT and not _dated_headline(shown)
    return short and all(service_pages.is_asked(block.element) for block in blocks)


def _lists_articles(shown: Shown, text: str) -> bool:
    """Return whether the page is a list of links to articles and holds little text beside."""
    if _opens_as_list(shown) or (not _states_headline(shown) and _shows_others(shown)):
        return True
    home = pagekind.is_home(shown.document)  # its top story may come with a text and a date
    if not home and len(text) >= MIN_TEXT and (shown.published is not None or _states_headline(shown)):
        return False
    # An excerpt: one of many, at an address that is no article's.
    excerpt = len(text) < MIN_TEXT and article_id(shown.document.address, shown.portal) is None
    excerpt = excerpt or (home and not _states_headline(shown))  # however long those of its cards are together
    if not (excerpt or home) and shown.published is not None and (text.strip() or _dated_headline(shown)):
        return False
    if not home and len(text) >= pagekind.LONG_TEXT and _is_headed(shown):  # whatever stands beside
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
    return pagekind.is_home(shown.document) and sum(map(_covers, shown.document.index.tagged("a"))) >= MIN_CARDS


def _covers(link: HtmlElement) -> bool:
    """Return whether an empty link says in an attribute what the card is about over which it is laid."""
    said = link.get("title") or link.get("aria-label") or ""
    return len(said) >= MIN_CARD and not short_text(link, MIN_CARD)


def _is_headed(shown: Shown) -> bool:
    """Return whether the text begins right under a heading that is no link."""
    element, first = shown.title_element, next(iter(shown.text), -1)
    headed = element is not None and element.tag in HEADINGS and 0 < first - shown.title_at <= BESIDE_DATE
    return headed and shown.title_at >= 0 and not shown.blocks.all[shown.title_at].linked


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
    goes_on = shown.published is None and paged.is_paged_list(shown.blocks.all, max([shown.title_at, *shown.text]))
    return (goes_on or _dates_a_card(shown) or _is_open_in_menu(shown)) and not _states_headline(shown)


def _leads_on_to_its_page(shown: Shown, headline: HtmlElement) -> bool:
    """Return whether the headline leads to another page, and so does a link to read on right behind the text: a large card."""
    link = next(headline.iter("a"), None)
    page = None if link is None else pagekind.other_page(shown.document, link)
    if page is None:
        return False
    last = shown.text[-1] if shown.text else max(shown.title_at, 0)
    behind = (link for block in shown.blocks.all[last:][:BEHIND] for link in block.links if is_link_to_rest(link))
    return any(pagekind.other_page(shown.document, link) == page for link in behind)


def _is_open_in_menu(shown: Shown) -> bool:
    """Return whether a link of a menu says what the headline says and leads to this very page, which has cards: a section.

    An article that is told in a menu has its date beside its headline.
    """
    own = path_of(shown.document.address)
    if not 0 < len(shown.title.split()) <= MAX_SECTION_WORDS or own in (None, "", "/"):
        return False
    if shown.title_at >= 0 and _dated_headline(shown):
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
    if shown.title_element is not None and not _is_claimed(shown) and is_title_of_card(shown.title_element):
        return True
    text = [shown.blocks.all[at] for at in shown.text]
    rows = rows_of_register(text)
    if not (rows or are_links(text) or are_cut_off(shown.blocks.all, shown.text)):
        return False
    rows = rows or rows_around(text)
    block = shown.published.block if shown.published else None
    return block is None or not _dated_headline(shown) or not rows.isdisjoint((block.element, *block.element.iterancestors()))


def _dates_a_card(shown: Shown) -> bool:
    """Return whether the date is that of a card, which stands over it and under the headline; or cards are all that is shown."""
    blocks = shown.blocks.all
    if shown.title_element is None:  # what the head says stands nowhere; the date is the masthead's, if there is one
        return _is_card_of_many(next(filter(_is_linked_heading, blocks), None), blocks) or _is_date_of_many(shown)
    block = shown.published.block if shown.published else None
    at = blocks.index(block) if block is not None else 0
    over = blocks[max(shown.title_at + 1, at - BESIDE_DATE) : at]
    card = next(filter(_is_linked_heading, over), None)
    return _is_card_of_many(card, blocks[at:]) or (card is not None and _opens_many_cards(card, blocks[at:]))


def _opens_many_cards(first: Block, blocks: list[Block]) -> bool:
    """Return whether the first card of a list is larger than the others: its heading is of a higher order than all of theirs."""
    if len(first.text) < MIN_CARD:
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


def _states_headline(shown: Shown) -> bool:
    """Return whether a heading shows what the head says the page is, in more words than a section's name has."""
    return shown.title_element is not None and shown.title_element.tag in HEADINGS and _is_claimed(shown)


def _is_claimed(shown: Shown) -> bool:
    """Return whether the head says what the headline says, in more words than a section's name has."""
    if len(shown.title.split()) <= MAX_SECTION_WORDS or ends_as_list(shown.title):
        return False
    return any(key(shown.title) in key(claim) for claim in shown.claims)


def _dated_headline(shown: Shown) -> bool:
    """Return whether the date stands right beside the headline, as an article's does and a list's does not."""
    block = shown.published.block if shown.published else None
    return block is not None and abs(shown.blocks.all.index(block) - shown.title_at) <= BESIDE_DATE

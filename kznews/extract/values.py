"""What the fields of an article are, once its headline, text and date are found on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from kznews.extract.chips import tags_behind
from kznews.extract.counters import count_on_button, counters_beside, read_count
from kznews.extract.dates.beside import texts_beside
from kznews.extract.dates.clock import clock_of_layout, page_clock
from kznews.extract.dates.machine import modified_at
from kznews.extract.images import find_image
from kznews.extract.links import article_id
from kznews.extract.people.agency import reporters_in, split_agency
from kznews.extract.people.authors import find_authors, without_site, written_out
from kznews.extract.people.names import has_capitals, is_name, is_shortened
from kznews.extract.people.unlabelled import alone_over, before_headline, portrayed, reporter_beside, signed_behind
from kznews.extract.section.beside import said_by_links
from kznews.extract.section.find import find_section
from kznews.extract.section.names import trimmed
from kznews.extract.section.shown import called_sections
from kznews.extract.selecting import spaced_text
from kznews.extract.tags import announced_tags, find_tags
from kznews.kazakh.person_names import has_given_name
from kznews.kazakh.text import Paragraphs

if TYPE_CHECKING:
    from kznews.extract.article_page import ArticlePage
    from kznews.extract.block import Block
    from kznews.items import ExchangeRate, Weather

BEHIND = 6
"""Blocks right behind the text in which it may be signed and its tags may stand, outside the article's box as well."""


def values_of(page: ArticlePage, rates: list[ExchangeRate], weather: list[Weather]) -> dict[str, Any]:
    """Return the raw value of every field that a page gives, with the rates and temperatures that were read from it."""
    document, layout, published = page.document, page.layout, page.published
    dated = published.block if published else None
    near = [*page.around.near(dated), *page.facts]
    behind = page.blocks.all[max(page.places.text, default=-1) + 1 :][:BEHIND]
    rest = texts_beside(page.published)
    counting = [*near, *page.around.counting_shares(), *page.around.comment_heads()]
    views, comments = counters_beside(counting, dated, rest, page.blocks)
    if (counter := document.index.first(layout.views)) is not None:
        views = read_count(spaced_text(counter))
    comments = count_on_button(document.index.tagged("button")) if comments is None else comments
    agency, opening = split_agency(page.body.paragraphs[0]) if page.body.paragraphs else ("", "")
    agency_of_lead, lead = split_agency(page.body.lead)
    above = page.around.above()
    authors = _authors(page, near, _not_filed(rest, near, page), above, behind) or reporters_in(agency_of_lead or agency)
    rest = [said for said in rest if said not in authors]
    section = find_section(document, near, rest, above, page.title_element, layout.section)
    return {
        "portal": page.portal.name,
        "article_id": article_id(document.address, page.portal) or _path_of(document.address),
        "url": document.address,
        "title": page.title,
        "lead": lead,
        "body": Paragraphs([opening, *page.body.paragraphs[1:]]) if opening else [""],
        "dateline": agency_of_lead or agency,
        "section": (section or page.in_state().section).removeprefix("#"),
        "authors": authors or list(filter(is_name, page.in_state().authors)),
        "tags": find_tags(document, layout.tags, page.title_element) or announced_tags([*near, *behind]) or _chips(page, authors),
        "image_url": find_image(document, page.around.picture_boxes(), page.around.above_text()),
        "source_name": page.body.source_name,
        "published_at": published.value if published else None,
        "published_raw": published.raw if published else None,
        "published_precision": published.precision if published else None,
        "published_basis": published.basis if published else None,
        "modified_at": modified_at(document, page.moment, published),
        "views": page.in_state().views if views is None else views,
        "comments": page.in_state().comments if comments is None else comments,
        "weather": weather[:1],
        "exchange_rates": rates,
        "page_clock_raw": _clock(page),
        "layout": layout.name,
    }


def _authors(page: ArticlePage, near: list[Block], rest: list[str], above: list[Block], behind: list[Block]) -> list[str]:
    """Return who signs the text, as the page has the name elsewhere, else whom the page tells of as the author."""
    signed = without_site(page.body.authors, page.document)
    sure = page.body.surely_signed
    if signed and sure and not any(map(is_shortened, signed)):
        return signed
    opening, below = page.around.behind_opening(), page.around.below(int(bool(page.body.lead)))
    shown = [] if page.layout.author or (signed and sure) else portrayed(above)
    shown = shown or before_headline(near, page.title, page.document.head_title)
    shown = shown or find_authors(page.document, near, rest, page.layout.author, opening, below)
    if signed and (sure or not shown):
        return [written_out(name, shown) for name in signed]
    shown = shown or signed_behind(behind[:2]) or page.body.told_of
    return shown or alone_over(above, page.title, page.body.paragraphs) or reporter_beside(page.blocks.all)


def _not_filed(rest: list[str], near: list[Block], page: ArticlePage) -> list[str]:
    """Return what stands beside the date without names of sections in capitals: what markup, an address or a menu calls one."""
    doubted = [said for said in map(trimmed, rest) if has_capitals(said) and not has_given_name(said)]
    if not doubted:  # nearly all pages
        return rest
    called = {*called_sections(near, page.document, page.title), *said_by_links(doubted, page.document)}
    return [said for said in rest if trimmed(said) not in called]


def _path_of(address: str) -> str:
    """Return what an address says behind its host, percent codes resolved: the id of an article that has no other."""
    path, query = (unquote(part) for part in urlsplit(address)[2:4])
    return f"{path}?{query}" if query else path.strip("/") or "/"


def _chips(page: ArticlePage, authors: list[str]) -> list[str]:
    """Return the tags in a row behind the last paragraph; that of the authors is none."""
    at = max(page.places.text, default=None)
    said = [] if at is None else tags_behind(page.blocks.all[at].element, page.document.address)
    return [] if set(said) <= set(authors) else said


def _clock(page: ArticlePage) -> str | None:
    if page.layout.clock:
        return clock_of_layout(page.document, page.layout.clock)
    return page_clock(page.places, page.published, page.moment)

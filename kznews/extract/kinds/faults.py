"""What keeps a page from being an article, told by what was found on it: no text, no headline, a list, the portal itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kznews.extract.headline.claims import first_part, is_placeholder
from kznews.extract.kinds import boards, forecasts, galleries, in_place, pagekind, service_pages, vacancies
from kznews.extract.kinds.listed import lists_articles
from kznews.extract.kinds.registers import rows_of_register
from kznews.extract.kinds.shown import BESIDE_DATE, MIN_TEXT, dated_headline, shows_date
from kznews.extract.links import article_id
from kznews.extract.people.names import looks_like_name
from kznews.extract.texts import FURNITURE, is_text, opens_list
from kznews.extract.zones import Zone
from kznews.outcomes import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block
    from kznews.extract.kinds.shown import Shown

MIN_DATED_TEXT = 40
"""Lead and body of the shortest news seen: one sentence."""
BEHIND = 3
"""Blocks behind an opening of a text in which a wall says who may read on."""
RECORD = 20
"""Lines of a text that are asked whether they fill in a form."""


def fault_of(shown: Shown, text: str) -> tuple[Reason, str] | None:
    """Return what keeps the page from being an article: no text at all, no headline, too little text."""
    if not (shown.blocks.all or text.strip()):
        return Reason.EMPTY, "the page shows no text"
    if (listed := _listed(shown, text)) is not None:
        return listed
    if (about := _about(shown)) is not None:
        return Reason.NOT_ARTICLE, about
    if not shown.title or is_placeholder(shown.title, shown.document):
        return Reason.NO_TITLE, "no headline"
    return _lacks(shown, text)


def _listed(shown: Shown, text: str) -> tuple[Reason, str] | None:
    """Return what a page is that lists articles, or the home page whose first line says that what was asked for is not there."""
    elsewhere = pagekind.is_home_elsewhere(shown.document)
    if elsewhere and in_place.says_gone(block.text for block in shown.blocks.all[: max(shown.title_at, 0)]):
        return Reason.SOFT_404, "the home page in place of an article that was not found"
    if not lists_articles(shown, text):
        return None
    if elsewhere and article_id(shown.document.address, shown.portal) is not None:
        return Reason.SOFT_404, "the home page at an article's address"
    return Reason.NOT_ARTICLE, "a list of links"


def _about(shown: Shown) -> str | None:
    """Return what page that is no story the page is, or None."""
    if _is_about_portal(shown):
        return "a page about the portal"
    if galleries.is_gallery([shown.blocks.all[at] for at in shown.text]):
        return "a gallery of pictures"
    if forecasts.is_forecast(shown):
        return "a forecast of days"
    if service_pages.is_poll(shown.blocks.all[at].text for at in shown.text):
        return "a poll"
    if vacancies.is_notice(shown):
        return "a notice of vacant posts"
    return "a record of a person" if _is_record(shown) else None


def _is_about_portal(shown: Shown) -> bool:
    """Return whether the page is one about the portal by its address or its title; a poem may be called so, and has its day."""
    named, dated = (shown.title, *map(first_part, shown.claims)), dated_headline(shown)
    rules = any(service_pages.states_rules(title, dated=dated) for title in named)
    if rules or service_pages.is_service_address(shown.document.address):
        return True
    if service_pages.is_issue(shown.title) or service_pages.is_schedule(shown.title, (block.text for block in shown.blocks.all)):
        return True
    if (not dated and service_pages.is_archive(shown.title)) or boards.is_board_of_rates(shown, undated=not dated):
        return True
    if shows_date(shown.published):
        return False
    wanted = vacancies.offers_work(shown.title) or vacancies.seeks_own(shown.title)
    about = service_pages.speaks_of_host(shown.title, shown.document.address)
    return wanted or about or any(map(service_pages.is_about_portal, (shown.title, *shown.claims)))


def _is_record(shown: Shown) -> bool:
    """Return whether a page without a date is the record of a person whose name it has as its title: no story."""
    if shows_date(shown.published) or not any(map(looks_like_name, (shown.title, first_part(shown.document.head_title)))):
        return False
    headings = (block.text for block in shown.blocks.all if block.heading)
    return service_pages.is_record(headings, (shown.blocks.all[at].text for at in shown.text[:RECORD]))


def _lacks(shown: Shown, text: str) -> tuple[Reason, str] | None:
    """Return what an article has and a page with a title does not: a text, be it under a message that there is none."""
    plain = (block.text for block in shown.blocks.all if block.zone not in FURNITURE)
    if shown.title_at < 0 and shown.published is None and in_place.says_gone(plain):
        return Reason.SOFT_404, "a line says that the article was not found"
    if not shows_date(shown.published) and in_place.asks_for_consent(shown.title, shown.document):
        return Reason.CONSENT, "the page asks for consent to cookies"
    if len(text) < in_place.LONG_TEXT and in_place.asks_to_subscribe(block.text for block in _beside_text(shown)):
        return Reason.LOGIN, "the rest of the text is for subscribers"
    size = 0 if _is_no_text(shown, text) else len(text.strip())
    return (Reason.NO_BODY, f"{size} characters of text") if size < (MIN_DATED_TEXT if shown.published else MIN_TEXT) else None


def _beside_text(shown: Shown) -> list[Block]:
    """Return where a wall says who may read on: right behind the opening of a text, and in headings amid it."""
    end = shown.text[-1] + 1 if shown.text else 0
    behind = [block for block in shown.blocks.all[end:][:BEHIND] if block.zone is not Zone.FOOTER]
    return behind + _headings_of_no_part([shown.blocks.all[at] for at in shown.text])


def _headings_of_no_part(text: Sequence[Block]) -> list[Block]:
    """Return the headings in a text but for those over a part of it: a wall's has no paragraphs like the others behind it.

    A part's stands with its first paragraph beside those before it, and is not the only one.
    """
    headings = [at for at, block in enumerate(text) if block.heading]
    parts = {at for at in headings if 0 < at < len(text) - 1 and len(headings) > 1 and _looks_like_any(text[at + 1], text[:at])}
    return [text[at] for at in headings if at not in parts]


def _looks_like_any(paragraph: Block, before: Sequence[Block]) -> bool:
    look = _look_of(paragraph)
    return is_text(paragraph) and not (paragraph.heading or paragraph.links) and any(_look_of(block) == look for block in before)


def _look_of(block: Block) -> tuple[object, ...]:
    return block.element.getparent(), block.element.tag, block.element.get("class")


def _is_no_text(shown: Shown, text: str) -> bool:
    """Return whether all that was read as text is the way to the page, a list of others, or a short text what forms ask."""
    blocks = [shown.blocks.all[at] for at in shown.text]
    if not blocks or blocks[0].zone is Zone.CRUMBS:
        return bool(blocks) and all(block.zone is Zone.CRUMBS for block in blocks)
    over = shown.blocks.all[max(shown.title_at + 1, shown.text[0] - BESIDE_DATE) : shown.text[0]]
    if (any(map(opens_list, over)) and rows_of_register(blocks)) or galleries.tells_of_others(blocks, shown.document):
        return True
    short = len(text) < MIN_TEXT and not dated_headline(shown)
    return short and all(service_pages.is_asked(block.element) for block in blocks)

"""The article's text: which of the lines in its box the article's author wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.body.acts import number_of_act
from kznews.extract.body.calls import without_calls
from kznews.extract.body.captions import is_caption, without_captions
from kznews.extract.body.container import is_teaser
from kznews.extract.body.inserts import without_inserts, without_labels_of_links
from kznews.extract.body.lead import find_lead
from kznews.extract.body.matches import without_match_card
from kznews.extract.body.parts import days_of_programme, heads_of_chronicle
from kznews.extract.body.pull_quotes import without_pull_quotes
from kznews.extract.body.summaries import without_summaries
from kznews.extract.body.tables_amid import rows_amid
from kznews.extract.damaged import MAX_CARD
from kznews.extract.emphasis import with_drawn_initials
from kznews.extract.facts import facts_in_boxes
from kznews.extract.labels import MAX_LABEL, announces_tags
from kznews.extract.meta_lines import holds_year, is_meta
from kznews.extract.people.biographies import without_biographies
from kznews.extract.people.callings import announces_speech, people_in_line
from kznews.extract.people.credits import credits_of
from kznews.extract.people.names import has_capitals, looks_like_name, name_in, people_in
from kznews.extract.people.signatures import take_signatures
from kznews.extract.selecting import short_text
from kznews.extract.texts import FURNITURE, LINK_ONLY, MAX_ABOUT, has_digit, is_code, is_date, is_text
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, words_of, zone_of
from kznews.kazakh.text import Paragraphs, clean, paragraphs

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

MAX_META = 400
"""Lines about the article ("posted on ... filed under ...") are shorter."""
NEAR = 3
"""Boxes around a line of which one is about the article."""
_HEADS = re.compile(r"(?<![a-z])(?:title|heading|headline)(?![a-z])")
"""What a line calls itself that heads what follows."""
_BUTTON = re.compile(r"(?<![a-z])(?:btn|button)(?![a-z])")
"""What a link calls itself that does something, or leads where an editor set a block for it (Squarespace)."""
_CODE = frozenset(("pre", "code"))
"""What code stands in that is shown on purpose."""
_BOXES = frozenset(("div", "aside", "section"))


@dataclass(slots=True)
class Body:
    """The text of an article."""

    lead: str = ""
    paragraphs: Paragraphs = field(default_factory=Paragraphs)
    blocks: list[Block] = field(default_factory=list)
    """The blocks of the container, the dropped ones included: what is not furniture of the page."""
    kept: list[Block] = field(default_factory=list)
    """The blocks whose text became lead or paragraphs."""
    container: HtmlElement | None = None
    authors: list[str] = field(default_factory=list)
    surely_signed: bool = True
    """Whether a signature names these authors, and not two words with capitals that may be anything."""
    told_of: list[str] = field(default_factory=list)
    """Whom boxes amid the text or under it tell of as the author."""
    source_name: str = ""


def read_body(  # noqa: PLR0917
    blocks: Blocks, containers: Sequence[HtmlElement], title: str, title_at: int, lead_selected: HtmlElement | None, markup: bytes
) -> Body:
    """Return the text inside `containers`: paragraphs without headline, captions, labels, inserted links and furniture.

    Of a table of data amid it each row is a paragraph, its cells joined by `texts.BETWEEN_CELLS`; none is lead or signature.
    `markup` tells the page's styles.
    """
    body = Body()
    for container in containers:
        body.container = body.container if body.container is not None else container
        body.blocks.extend(blocks.inside(container))
    body.blocks = _behind(body.blocks, blocks.all[title_at] if title_at >= 0 else None)
    kept, rows, body.told_of = _written(body.blocks, blocks, containers, title)
    named = take_signatures(kept, body.blocks, body.container)
    body.authors, body.source_name = named.authors, named.source_name
    body.surely_signed = named.sure
    body.told_of += named.others
    lead = find_lead(blocks, kept, body.container, title_at, lead_selected, _is_byline, markup)
    lead = None if lead in rows or (lead is not None and announces_speech(lead.text)) else lead
    body.kept = [*kept, *rows, lead] if lead is not None else [*kept, *rows]
    if lead is not None:
        body.lead = phrases.without_tags(clean(lead.text)).replace("\n", " ")
        kept = [block for block in kept if block is not lead]
        again = phrases.places_of(phrases.key(body.lead), [block.text for block in kept])
        kept = [block for at, block in enumerate(kept) if at not in again]
    texts = _with_rows(kept, rows | with_drawn_initials(kept), body.blocks)
    body.paragraphs = paragraphs(map(phrases.without_tags, texts)) if any("<" in text for text in texts) else texts
    return body


def boxes_behind(body: Body) -> list[Block]:
    """Return the blocks behind the last paragraph that stand in boxes of their own: a page's widgets in the box of the text.

    What stands in that box itself may belong to the text: a table, a list.
    """
    kept = set(body.kept)
    behind = list(takewhile(lambda block: block not in kept, reversed(body.blocks)))
    container = body.container
    if container is None or not kept:
        return []
    return [block for block in reversed(behind) if _is_boxed(block.element, container)]


def _is_boxed(element: HtmlElement, container: HtmlElement) -> bool:
    """Return whether the outermost box around an element, or itself, within the text's is one that anything may stand in."""
    outer = element
    while (holder := outer.getparent()) is not None and holder is not container:
        outer = holder
    return outer is not element and outer.tag in _BOXES


def _written(
    inside: list[Block], blocks: Blocks, containers: Sequence[HtmlElement], title: str
) -> tuple[list[Block], dict[Block, str], list[str]]:
    """Return which of the blocks inside `containers` the author wrote, apart from them the rows of tables amid these; the author.

    The last are the names in boxes that tell of the author.
    """
    container, title_key = next(iter(containers), None), phrases.key(title)
    own = without_summaries([block for block in inside if not _is_aside(block)], blocks, container)
    facts = facts_in_boxes(own)
    own = _without_cards([block for block in own if block not in facts] if facts else own, blocks, container)
    own = without_calls(without_captions(own, container), blocks, container)
    own, told = without_biographies(own, inside, blocks, container)
    kept = without_inserts(own, title_key)
    rows = number_of_act(own) | rows_amid(blocks, containers, inside, kept)
    if rows:  # nothing in them is a label, a date or a counter of the article
        left = set(without_inserts([block for block in own if block not in rows], title_key))
        kept = [block for block in inside if block in left or block in rows]
    kept = _without_meta(without_labels_of_links(kept, blocks, container), rows)
    kept = [block for block in kept if block not in rows]
    return without_pull_quotes(without_match_card(kept), container, title), rows, told


def _with_rows(kept: list[Block], rows: dict[Block, str], inside: list[Block]) -> Paragraphs:
    """Return the paragraphs of blocks, with the rows of tables in their places."""
    if not rows:
        return paragraphs((block.text for block in kept), printable=all(block.printable for block in kept))
    left = set(kept)
    return paragraphs(rows.get(block, block.text) for block in inside if block in left or block in rows)


def _without_cards(inside: list[Block], blocks: Blocks, container: HtmlElement | None) -> list[Block]:
    """Return the blocks without cards of other articles that stand in the text's box, where text is left: excerpts, dates."""
    excerpts = {block for block in inside if is_text(block) and is_teaser(block, blocks, container)}
    if not excerpts:
        return inside
    boxes = {box for block in excerpts if (box := block.element.getparent()) is not None and box is not container}
    beside = {block for box in boxes if len(lines := blocks.inside(box)) <= MAX_CARD for block in lines if not is_text(block)}
    left = [block for block in inside if block not in excerpts and block not in beside]
    return left if any(map(is_text, left)) else inside


def _behind(inside: list[Block], headline: Block | None) -> list[Block]:
    """Return the blocks that follow the headline, where it stands in the same box as the text; else all.

    All as well where most of the text is before it: then it is a subheading that says what the page's head says.
    """
    at = next((at for at, block in enumerate(inside) if block is headline), -1)
    before, behind = inside[: at + 1], inside[at + 1 :]
    return inside if (said := _running(before)) and said > _running(behind) else behind


def _running(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if not block.linked and is_text(block))


def _without_meta(kept: list[Block], rows: Container[Block]) -> list[Block]:
    """Return the blocks without dateline, byline and counters before the text and after its last paragraph or table."""
    start = next((at for at, block in enumerate(kept) if is_text(block) and not (block.heading or is_meta(block))), 0)
    heads = heads_of_chronicle(kept)
    dated = _dateline_behind(kept, start, rows) or _byline_behind(kept, start)
    if dated is not None and dated not in heads:
        kept = [block for block in kept if block is not dated]
    end = next((at for at in range(len(kept), 0, -1) if kept[at - 1] in rows or is_text(kept[at - 1])), len(kept))
    head = [block for block in kept[:start] if block in heads or (block.link_share < LINK_ONLY and not is_meta(block))]
    if len(head) == 1 and len(people_in(head[0].text)) > 1:  # several lines of names are a list
        head = []
    behind = [block for block in kept[end:] if not announces_tags(block)]
    heads |= days_of_programme(behind)
    named = [block for block in behind if block in heads or not is_meta(block) or _is_called(block)]
    tail = [block for block in named if block.link_share < LINK_ONLY]  # tags, a way back to the list
    while tail and (tail[-1].heading or _HEADS.search(words_of(tail[-1].element))):  # of a list that is none of the text
        tail.pop()
    return [*head, *kept[start:end], *tail]


def _is_called(block: Block) -> bool:
    """Return whether a line behind a text is a name, or in a list words in capitals: titles of films and books."""
    name = name_in(block.text)
    return looks_like_name(name) or (block.element.tag == "li" and has_capitals(name))


def _is_byline(block: Block) -> bool:
    """Return whether a line says when, how often or who: also who is what, or who did what ("Рая Кенжеғали, мұғалім")."""
    return is_meta(block) or bool(people_in_line(block)) or bool(credits_of(block.text))


def _dateline_behind(kept: list[Block], start: int, rows: Container[Block]) -> Block | None:
    """Return the dateline that stands behind a lead, if there is one in the text: a chronicle has many, and without the year."""
    if start + 2 >= len(kept) or kept[start + 1] in rows or not _is_dateline(kept[start + 1]):
        return None
    return None if any(_is_dateline(block) for block in kept[start + 2 :] if block not in rows) else kept[start + 1]


def _byline_behind(kept: list[Block], start: int) -> Block | None:
    """Return the name alone behind a lead, with the date right over or under it, if there is one."""
    if start + 2 >= len(kept) or not looks_like_name((block := kept[start + 1]).text):
        return None
    beside = (block.element.getnext(), block.element.getprevious())
    return block if any(node is not None and is_date(short_text(node, phrases.MAX_LABEL)) for node in beside) else None


def _is_button(block: Block) -> bool:
    """Return whether a short block is nothing but a link that calls itself a button."""
    if not block.linked or len(block.text) > MAX_LABEL or len(block.links) != 1 or block.link_share < LINK_ONLY:
        return False
    return _BUTTON.search(words_of(block.links[0])) is not None


def _is_dateline(block: Block) -> bool:
    return has_digit(block.text) is not None and is_meta(block) and holds_year(block.spaced)


def _is_of_byline(block: Block) -> bool:
    """Return whether a short line of a list stands in a small box about the article: who wrote it, what he is."""
    if len(block.text) > phrases.MAX_LABEL or block.element.tag != "li" or is_text(block):
        return False
    box = next((node for node in islice(block.element.iterancestors(), NEAR) if zone_of(node) is Zone.META), None)
    return box is not None and is_small(box, MAX_ABOUT)


def _is_aside(block: Block) -> bool:
    """Return whether a block inside the text's box names itself furniture, or is code that lost its tag.

    A long one is text in spite of a name like "info".
    """
    if block.zone in FURNITURE or (len(block.text) <= MAX_META and zone_of(block.element) is Zone.META) or _is_button(block):
        return True
    if block.zone is Zone.META and _is_of_byline(block):
        return True
    if is_code(block.text) and _CODE.isdisjoint((block.element.tag, block.owners[0].tag)):
        return True
    if len(block.text) > phrases.MAX_LINE:
        return False
    return is_caption(block)

"""What editors and templates insert into a text: links to other articles, labels, forms, boxes of furniture."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.asking import asks, asks_to_read, stands_between_paragraphs
from kznews.extract.blocks import box_around
from kznews.extract.body.ends import ends_text, last_text, opens_others
from kznews.extract.body.opinions import is_opinion
from kznews.extract.body.parts import days_of_programme, heads_of_chronicle
from kznews.extract.body.verses import verses
from kznews.extract.count_words import is_counter
from kznews.extract.meta_lines import is_meta
from kznews.extract.selecting import short_text
from kznews.extract.telling import DASHES
from kznews.extract.texts import (
    LEAP_YEAR,
    LINK_ONLY,
    MAX_LINK_SHARE,
    MIN_PARAGRAPH,
    ends_sentence,
    has_digit,
    holds_date,
    is_date,
    is_text,
)
from kznews.extract.widgets import CELLS, is_small
from kznews.kazakh.dates import find_dates

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

MIN_REPEATED = 3
"""Links that say the same in one text, at least, for them to be buttons."""
NEAR_VERSES = 12
"""Lines of a poem among which there are enough verses to know it by."""
MAX_LISTED = 40
"""Pieces of text in a box with a list of other articles that are looked at."""
MIN_FURNITURE = 2
"""Lines of furniture that make their box one; a single one may be a credit above a list."""
MAX_ASKING = 2
"""Lines in which a form asks for something; what holds more is a text with a form in it."""
MAX_FORM = 400
"""Letters of a form with its heading and what it promises."""
MAX_PARTS = 60
"""Elements of such a form, at most."""
TABLE_OF_FIGURES = 3
"""At least one cell in so many is a figure; in a table of words that are said of things few are."""
_OF_LIST = ("div", "ul", "ol", "p", "section", "article")
_FIELDS = frozenset(("input", "textarea", "select", "label"))
_UNIT = r"(?:г|гр|мг|ккал|мин|g|mg|kcal|kkal|%|گ|مين)(?!\w)"
_COUNTS_NOTHING = re.compile(
    rf"(?:(?!{_UNIT})[^\W\d_][^\d:.!?]{{0,30}}:\s*[0٠۰](?:[.,][0٠۰]++)?(?:\s*{_UNIT})?[\s,;|·•/]*+){{2,}}"
)
"""Labels each with nothing behind it ("Калория: 0 Май: 0"): a template's values that nobody filled in."""
_PAIR = r"\d{1,3}\s?[:–-]\s?\d{1,3}"
_SCORES = re.compile(rf"\(?{_PAIR}(?:\s?[,;]\s?{_PAIR})+\)?[.;]?")
"""What each part of a game ended with ("25:21, 19:25, 15:9"): figures alone, and text all the same."""
_OPEN_SCORES = frozenset("(0123456789")
MIN_HEADLINE_WORDS = 3
"""A link of so many words is the headline of another article."""
MAX_OF_CARD = 3
"""Lines of a card under its picture: section, date, headline."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
MAX_EDITOR = 80
"""A line that names a page's editor is shorter."""


def without_inserts(blocks: list[Block], title_key: str) -> list[Block]:
    """Return the blocks without labels, the links that follow them, repeated headlines and boilerplate."""
    kept: list[Block] = []
    skipping, box = False, None
    if posts := _quoted_posts(blocks):
        blocks = [block for block in blocks if posts.isdisjoint((block.element, *block.element.iterancestors("blockquote")))]
    blocks = _without_repeated_links(_without_opinions(blocks))
    heads = days_of_programme(blocks) | heads_of_chronicle(blocks)
    last = last_text(blocks)
    for at, block in enumerate(blocks):
        if len(block.text) <= phrases.MAX_LABEL:
            if ends_text(blocks, at, kept, last):
                break
            if _opens_links(blocks, at, kept):
                skipping, box = True, _box_of_list(block.element)
                continue
        if skipping and (
            block.link_share > MAX_LINK_SHARE
            or (block.all_bold and not (_heads_text(blocks, at) or _stands_in_text(block, kept, box)))
            or _is_furniture(block, title_key)
            or is_meta(block)
        ):
            continue
        skipping = False
        if block in heads or not _is_furniture(block, title_key) or _is_first_verse(blocks, at, title_key):
            kept.append(block)
    return _without_boxes(blocks, _without_empty_labels(blocks, kept))


def _opens_links(blocks: list[Block], at: int, kept: list[Block]) -> bool:
    """Return whether a line is a label of links to other articles, which stand behind it, and heads no part of the text."""
    block = blocks[at]
    if phrases.is_label(block.text, phrases.ALSO_READ) or asks_to_read(block.text):
        return True
    return opens_others(blocks, at, kept)


def _without_repeated_links(blocks: list[Block]) -> list[Block]:
    """Return the blocks without short links that say the same over and over: under each entry of a chronicle stands a button."""
    links = [block for block in blocks if block.linked and len(block.text) <= phrases.MAX_LABEL and block.link_share > LINK_ONLY]
    counts = Counter(block.text for block in links)
    buttons = {block for block in links if counts[block.text] >= MIN_REPEATED}
    return [block for block in blocks if block not in buttons] if buttons else blocks


def _without_opinions(blocks: list[Block]) -> list[Block]:
    """Return the blocks before what the first reader says under the text, if nothing but more of that follows."""
    at = next((at for at, block in enumerate(blocks) if is_opinion(block)), -1)
    if at < 0 or not any(map(is_text, blocks[:at])):
        return blocks
    return blocks if last_text([block for block in blocks[at:] if not is_opinion(block)]) >= 0 else blocks[:at]


def _quoted_posts(blocks: list[Block]) -> set[HtmlElement]:
    """Return the quotations that end with the account whose post they are ("— Nature KZ (@naturekz) June 9, 2024")."""
    spoken = (block for block in blocks if block.text[:1] in DASHES)
    signed = (block for block in spoken if len(block.text) <= phrases.MAX_LINE and "(@" in block.text)
    around = (node for block in signed for node in (block.element, *block.element.iterancestors("blockquote")))
    return {node for node in around if node.tag == "blockquote"}


def without_labels_of_links(kept: list[Block], blocks: Blocks, container: HtmlElement | None) -> list[Block]:
    """Return the blocks without the labels of boxes below `container` that hold nothing else but links or furniture."""
    short = (block for block in kept if len(block.text) <= phrases.MAX_LABEL)
    labels = [it for it in short if asks(it.text) or (it.all_bold and (it.heading or not ends_sentence(it.text)))]
    inside = set(kept) if labels else set()
    for label in labels:
        start, end = box_around(label, blocks, container)
        others = [block for block in blocks.all[start : min(end, start + MAX_LISTED)] if block is not label]
        furniture = (block.link_share > LINK_ONLY or phrases.is_boilerplate(block.text) for block in others)
        if inside.isdisjoint(others) and any(furniture):
            inside.discard(label)
    return [block for block in kept if block in inside] if labels else kept


def _heads_text(blocks: list[Block], at: int) -> bool:
    """Return whether a heading that is no link stands right over running text: behind inserted links the article goes on."""
    if not blocks[at].heading or blocks[at].linked or at + 1 == len(blocks):
        return False
    behind = blocks[at + 1]
    return is_text(behind) and not behind.linked and not behind.all_bold and len(behind.text) > 2 * MIN_PARAGRAPH


def _box_of_list(label: HtmlElement) -> HtmlElement | None:
    """Return the box of the list that a label opens: it may stand bare in that."""
    return label if next(label.iterchildren(*_OF_LIST), None) is not None else label.getparent()


def _stands_in_text(line: Block, kept: list[Block], box: HtmlElement | None) -> bool:
    """Return whether a heading stands in what holds the last paragraph before a list of others, behind that list's `box`.

    Or a sentence in bold: a question of an interview.
    """
    around = line.element.getparent()
    if not kept or not (line.heading or ends_sentence(line.text)) or line.linked or around is None or around is box:
        return False
    return around in kept[-1].element.iterancestors()


def _without_empty_labels(blocks: list[Block], kept: list[Block]) -> list[Block]:
    """Return `kept` without labels and headings of which only links to other articles, which are left out, stood under them.

    Another one or nothing follows: text that follows may be what a heading is for.
    """
    short = (block for block in kept if len(block.text) <= phrases.MAX_LABEL)
    labels = {block for block in short if block.text.endswith((":", "?")) or (block.all_bold and not ends_sentence(block.text))}
    if not labels:
        return kept
    inside = set(kept)
    empty: set[Block] = set()
    label: Block | None = None
    links = 0
    for block in (*blocks, None):
        if block is not None and block not in inside:
            links += block.link_share > LINK_ONLY
            continue
        if label is not None and links and (block is None or _is_of_same_rank(block, label)):
            empty.add(label)
        label, links = (block if block in labels else None), 0
    return [block for block in kept if block not in empty] if empty else kept


def _is_of_same_rank(block: Block, label: Block) -> bool:
    """Return whether a block is a label as well, or a heading that is not one of a part of what another heads."""
    return block.all_bold and not (block.heading and label.heading and block.element.tag > label.element.tag)


def _without_boxes(blocks: list[Block], kept: list[Block]) -> list[Block]:
    """Return `kept` without the odd lines of boxes that hold furniture and no text ("Join us", "All news is here", "Join")."""
    inside = set(kept)
    parents = [block.element.getparent() for block in blocks]
    holders = set(parents)
    boxes: defaultdict[HtmlElement | None, list[Block]] = defaultdict(list)
    for block, parent in zip(blocks, parents, strict=True):
        boxes[block.element if block.element in holders else parent].append(block)
    for box, lines in boxes.items():
        left = [line for line in lines if line in inside]
        odd = len(lines) - len(left) >= MIN_FURNITURE and all(len(line.text) < MIN_PARAGRAPH for line in left)
        carded = len(left) == 1 and len(lines) <= MAX_OF_CARD and _is_dated_card(box, left[0])
        asked = 0 < len(left) <= MAX_ASKING and box is not None and box.tag != "body" and _has_field(box)
        if odd or asked or carded:
            inside.difference_update(left)
    for cells in _tables(blocks).values():
        left = [cell for cell in cells if cell in inside]
        figures = len(cells) - len(left)
        odd = figures >= MIN_FURNITURE and len(cells) <= TABLE_OF_FIGURES * figures
        if odd and all(len(cell.text) < MIN_PARAGRAPH for cell in left):
            inside.difference_update(left)  # names beside figures that are left out say nothing
    return [block for block in kept if block in inside]


def _is_dated_card(box: HtmlElement | None, line: Block) -> bool:
    """Return whether a heading in a box stands with a date and little else under a picture that leads to another page."""
    if not line.heading or box is None or not _links_picture(box):
        return False
    before, _, behind = short_text(box, MAX_FORM).partition(line.text)
    return any(map(holds_date, (before, behind))) and len(before) + len(behind) <= phrases.MAX_LABEL


def _links_picture(box: HtmlElement) -> bool:
    """Return whether a box, or the one around it, begins with a picture that leads to another page, without a word."""
    around = [node for node in (box, box.getparent()) if node is not None]
    first = next((child for node in around for child in islice(node, 1) if child.tag == "a"), None)
    if first is None or first.get("href") is None or any(map(str.strip, map(str, first.itertext()))):
        return False
    return next(first.iter("img"), None) is not None and not (first.get("href") or "").lower().endswith(_PICTURES)


def _tables(blocks: list[Block]) -> dict[HtmlElement, list[Block]]:
    """Return the tables whose cells are among blocks, each with them."""
    found: defaultdict[HtmlElement, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.element.tag in CELLS and (table := next(block.element.iterancestors("table"), None)) is not None:
            found[table].append(block)
    return found


def _is_first_verse(blocks: list[Block], at: int, title_key: str) -> bool:
    """Return whether a line says what the title says and opens a poem that is called by its first line: verses like it follow."""
    block, behind = blocks[at], blocks[at + 1 : at + NEAR_VERSES]
    if block.heading or block.bold or not behind or phrases.key(block.text) != title_key:
        return False
    look = block.element.tag, block.element.get("class")
    alike = behind[0].text != block.text and (behind[0].element.tag, behind[0].element.get("class")) == look
    return alike and 0 in verses([block, *behind], 0)


def _is_furniture(block: Block, title_key: str) -> bool:
    line = block.text
    long = len(line) > phrases.MAX_LINE and not block.linked and "\n" not in line
    if long or (line[:1] in _OPEN_SCORES and _SCORES.fullmatch(line)):
        return False  # all else is asked of short lines and of links
    if (
        phrases.is_boilerplate(" ".join(line.split("\n")))
        or all(map(_is_furniture_line, line.split("\n")))
        or (len(line) <= phrases.MAX_LINE and phrases.key(line) == title_key)
        or (len(line) <= MAX_EDITOR and phrases.begins_with_label(line, phrases.EDITORS))
    ):
        return True
    if len(line) <= phrases.MAX_LINE and ((block.links and _announces_more(block)) or _has_field(block.element)):
        return True
    if (
        block.link_share > MAX_LINK_SHARE
        and len(line) <= phrases.MAX_LINE
        and has_digit(line)
        and find_dates(block.spaced, year=LEAP_YEAR)
    ):
        return True  # a card: headline and date
    if block.link_share < LINK_ONLY or _is_linked_sentence(block):
        return False
    named = len(line) > MIN_PARAGRAPH // 2 or (len(block.links) == 1 and len(line.split()) >= MIN_HEADLINE_WORDS)
    return (named and len(block.links) <= len(line) // 20 + 1) or stands_between_paragraphs(block.element)


def _is_linked_sentence(block: Block) -> bool:
    """Return whether a sentence of links begins and ends with words of its own, as a survey of the week does."""
    if len(block.links) < 2 or not block.has_parts or not ends_sentence(block.text):  # noqa: PLR2004 - one is a headline
        return False
    ends = (block.owners[0], block.owners[-1])
    own = all(set(block.links).isdisjoint((owner, *islice(owner.iterancestors(), 2))) for owner in ends)
    return own and block.atoms[0].strip()[-1:].isalpha()


def _announces_more(block: Block) -> bool:
    """Return whether a line begins with a label of another article, with a colon or as a text of its own.

    Behind a colon the link fills the line, or few words stand beside it: a sentence may say whence something is known.
    Or with that of a list of others, whose links fill the line ("Осы айдардан: ..., ..."), or one that asks to read the headline
    which is all that follows it.
    """
    if phrases.begins_with_label(block.text, phrases.ALSO_READ):
        said = block.text.replace("：", ":").partition(":")[2]
        return block.linked >= MAX_LINK_SHARE * len(said) or len(said) - block.linked < MIN_PARAGRAPH
    if not block.has_parts:
        return False
    label, *behind = block.atoms
    listed = block.link_share > MAX_LINK_SHARE and phrases.is_label(label, phrases.RELATED)
    asked = len(behind) == 1 and len(behind[0]) <= block.linked and len(behind[0].split()) >= MIN_HEADLINE_WORDS
    return listed or phrases.is_label(label, phrases.ALSO_READ) or (asked and asks_to_read(label))


def _has_field(box: HtmlElement) -> bool:
    """Return whether a field of a form stands right in a box that holds little else: a poll's, a subscription's.

    A label is one where it names a field or holds one: editors say with it what the text beside is (Substack).
    """
    near = islice(box, MAX_PARTS)  # thousands of lines may stand in one box, and each asks for it
    return any(child.tag in _FIELDS and _is_field(child) for child in near) and is_small(box, MAX_FORM)


def _is_field(element: HtmlElement) -> bool:
    if element.tag == "label":
        return element.get("for") is not None or next(element.iter("input", "textarea", "select"), None) is not None
    return element.get("type") != "hidden"


def _is_furniture_line(line: str) -> bool:
    if phrases.is_boilerplate(line) or is_counter(line) or is_date(line) or phrases.names_network(line):
        return True
    return _COUNTS_NOTHING.fullmatch(line) is not None

"""The article's text: which of the lines in its box the article's author wrote."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.container import is_teaser
from kznews.extract.counters import is_counter
from kznews.extract.labels import AUTHOR_LABELS, CREW_LABELS, MAX_LABEL, SOURCE_LABELS, begins_with_author
from kznews.extract.lead import find_lead
from kznews.extract.names import has_no_case, is_role, looks_like_name, name_in, people_in
from kznews.extract.texts import FURNITURE, MAX_LINK_SHARE, MIN_PARAGRAPH, has_digit, is_text, opens_list
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, zone_of
from kznews.kazakh.dates import Basis, find_dates
from kznews.kazakh.fold import fold
from kznews.kazakh.text import Paragraphs, clean, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.blocks import Block, Blocks

LINK_ONLY = 0.8
"""A paragraph that is a link from end to end is an inserted "also read"."""
MIN_FURNITURE = 2
"""Lines of furniture that make their box one; a single one may be a credit above a list."""
MAX_ASKING = 2
"""Lines in which a form asks for something; what holds more is a text with a form in it."""
MAX_FORM = 400
"""Letters of a form with its heading and what it promises."""
TABLE_OF_FIGURES = 3
"""At least one cell in so many is a figure; in a table of words that are said of things few are."""
_CELLS = frozenset(("td", "th"))
_FIELDS = frozenset(("input", "textarea", "select", "label"))
LEAP_YEAR = 2024
"""Any year in which every day exists: only whether a text is a date is asked."""
_ANY_DAY = datetime(LEAP_YEAR, 7, 1, tzinfo=UTC)
ONLY_DATE = 0.8
"""Of a line; a weekday or a mark may stand beside the date."""
MIN_DATED = 0.2
"""Of a dateline; with section, views and author the date is still a fifth of it."""
MIN_AGO = 0.5
"""Of a line that says how long ago: sentences say so too."""
_FROM_NOW = frozenset((Basis.RELATIVE, Basis.DAY_FROM_NOW))
MAX_META = 400
"""Lines about the article ("posted on ... filed under ...") are shorter."""
MIN_PULLED = 25
"""Letters of the shortest pull quote; shorter ones are names of papers and words in quotes."""
_QUOTES = '«»“”„"'
MAX_ABOUT = 400
"""Letters that a box says of an author beside the name."""
MAX_PARTS = 12
"""Elements of a box with a picture and its caption, at most."""
MAX_AUTHOR = 80
"""A line with a name, a paper and a place fits."""

MAX_PLACE = 4
"""Words of a place's name with what kind of place it is ("Шығыс Қазақстан облысы")."""

_PLACES = frozenset(map(phrases.key, ("облысы", "ауданы", "қаласы", "ауылы", "округі")))
_ITEMS = frozenset(("li", "td", "th", "dt", "dd"))
_SURNAME_ENDS = ("ۇلى", "قىزى", "وۆ", "وۆا", "ەۆ", "ەۆا", "يەۆ", "يەۆا")
_ENDS_SENTENCE = re.compile(r"[.!?…;؟۔]\s*$")
_AUTHOR_LINE = re.compile(r"^(?:автор(?:ы|лары)?|мәтін авторы|дайындаған|әзірлеген|avtor\w*|اۆتور\w*)\s*[:–—-]\s*(\S.{2,60})$")
_SOURCE_LINE = re.compile(r"^(?:источник|дерек\s?көз\w*|ақпарат көзі|derekk[oó]z\w*|كەلۋ قاينارى)\s*[:–—-]?\s*(\S.{1,60})$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?){1,2}[^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?")
"""A name with initials ("Б.Кенжин")."""
_READING_TIME = re.compile(r"(?:\boku\S* )?(?:uak\S+ )?\d+ min\S*(?: oku\S*)?")
"""How long a text takes to read, as a skeleton ("Оқуға 3 мин", "3 минут оқу")."""
_PAPER = re.compile(r"^[\"“„«](?!\s)[^\"“”«».!?…]{2,30}[\"”»]$")
"""A name in quotes, alone under the text, is the paper's ("The Qazaq Times")."""


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
    source_name: str = ""


def read_body(
    blocks: Blocks, containers: Iterable[HtmlElement], title: str, title_at: int, lead_selected: HtmlElement | None
) -> Body:
    """Return the text inside `containers`: paragraphs without headline, captions, labels, inserted links and furniture."""
    body = Body()
    for container in containers:
        body.container = body.container if body.container is not None else container
        body.blocks.extend(blocks.inside(container))
    body.blocks = _behind(body.blocks, blocks.all[title_at] if title_at >= 0 else None)
    own = _without_cards([block for block in body.blocks if not _is_aside(block)], blocks, body.container)
    kept = _without_inserts(own, phrases.key(title))
    kept = _without_pull_quotes(_without_meta(kept))
    _take_signatures(kept, body)
    lead = find_lead(blocks, kept, body.container, title_at, lead_selected, _is_meta)
    body.kept = [*kept, lead] if lead is not None else list(kept)
    if lead is not None:
        body.lead = phrases.without_tags(clean(lead.text)).replace("\n", " ")
        kept = [block for block in kept if block is not lead]
        again = phrases.places_of(phrases.key(body.lead), [block.text for block in kept])
        kept = [block for at, block in enumerate(kept) if at not in again]
    texts = paragraphs((block.text for block in kept), printable=all(block.printable for block in kept))
    body.paragraphs = paragraphs(map(phrases.without_tags, texts)) if any("<" in text for text in texts) else texts
    return body


def _without_cards(inside: list[Block], blocks: Blocks, container: HtmlElement | None) -> list[Block]:
    """Return the blocks without the excerpts in cards of other articles that stand in the text's box, where text is left."""
    left = [block for block in inside if not (is_text(block) and is_teaser(block, blocks, container))]
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


def _without_pull_quotes(kept: list[Block]) -> list[Block]:
    """Return the blocks without quotations that repeat, word by word, what a longer paragraph says: pull quotes."""
    pulled = [block for block in kept if MIN_PULLED <= len(block.text) <= MAX_META and _is_quoted(block)]
    if not pulled:
        return kept
    said = "\n".join(block.text for block in kept if block not in pulled)
    return [block for block in kept if block not in pulled or block.text.strip(_QUOTES + " .…") not in said]


def _is_quoted(block: Block) -> bool:
    """Return whether a block is quoted from end to end and no subheading, which may quote the text under it."""
    return block.text[0] in _QUOTES and block.text[-1] in _QUOTES and not block.all_bold


def _without_meta(kept: list[Block]) -> list[Block]:
    """Return the blocks without dateline, byline and counters before the first and after the last paragraph."""
    start = next((at for at, block in enumerate(kept) if is_text(block) and not (block.heading or _is_meta(block))), 0)
    end = next((at for at in range(len(kept), 0, -1) if is_text(kept[at - 1])), len(kept))
    head = [block for block in kept[:start] if block.link_share < LINK_ONLY and not _is_meta(block)]
    named = [block for block in kept[end:] if not _is_meta(block) or looks_like_name(name_in(block.text))]
    tail = [block for block in named if block.link_share < LINK_ONLY]  # tags, a way back to the list
    while tail and tail[-1].heading:  # of a list that is none of the text
        tail.pop()
    return [*head, *kept[start:end], *tail]


def _is_meta(block: Block) -> bool:
    """Return whether a short block says when, who or how often, and is no text."""
    said = block.spaced
    if len(said) > phrases.MAX_LINE:
        return False
    if is_text(block):
        return begins_with_author(block) and _says_when(said)
    return _says_when(said) or looks_like_name(name_in(said)) or is_counter(said) or is_role(said)


def _says_when(line: str) -> bool:
    """Return whether a line is a dateline, or half of it or more says how long ago ("2 сағат бұрын Айбек Нұр")."""
    if not has_digit(line):
        return False
    readings = find_dates(line, now=_ANY_DAY, year=LEAP_YEAR)
    length = len(_READING_TIME.sub("", fold(line))) if readings else 0
    return any(len(reading.raw) >= (MIN_AGO if reading.basis in _FROM_NOW else MIN_DATED) * length for reading in readings)


def _signs(block: Block) -> bool:
    """Return whether a line signs the text in Arabic script, where no capitals tell a name.

    It is bold and ends with a comma, or is bold or ends as surnames do and stands in a script without capitals.
    """
    words = block.text.strip(" ,.،").split()
    if len(words) not in (2, 3):
        return False
    if block.all_bold and block.text.endswith((",", "،")):
        return True
    return all(map(has_no_case, words)) and (block.all_bold or words[-1].endswith(_SURNAME_ENDS))


def _is_aside(block: Block) -> bool:
    """Return whether a block inside the text's box names itself furniture; a long one is text in spite of a name like "info"."""
    if block.zone in FURNITURE or (len(block.text) <= MAX_META and zone_of(block.element) is Zone.META):
        return True
    return len(block.text) <= phrases.MAX_LINE and (_is_caption(block) or _credits_picture(block))


def _credits_picture(block: Block) -> bool:
    """Return whether a block holds a picture, and its last words say who took it ("Аққыр ауылы. Фото: жеке мұрағат")."""
    if all(node.tag != "img" for node in islice(block.element.iter(), MAX_PARTS)):
        return False
    endings = (block.text[match.end() :] for match in re.finditer(r"\. ", block.text))
    short = [ending for ending in endings if len(ending) <= phrases.MAX_LABEL]
    return any(phrases.key(ending).startswith(phrases.CREDIT_WORDS) and phrases.is_boilerplate(ending) for ending in short)


def _is_caption(block: Block) -> bool:
    """Return whether all text of a block stands in an inline element that calls itself a caption (`<span class="img-desc">`)."""
    owners = block.owners
    outer = takewhile(lambda node: node is not block.element, (owners[0], *owners[0].iterancestors())) if owners else ()
    box = next((node for node in outer if zone_of(node) is Zone.CAPTION), None)
    return box is not None and all(owner is box or box in owner.iterancestors() for owner in owners)


def _without_inserts(blocks: list[Block], title_key: str) -> list[Block]:
    """Return the blocks without labels, the links that follow them, repeated headlines and boilerplate."""
    kept: list[Block] = []
    skipping = False
    for at, block in enumerate(blocks):
        if len(block.text) <= phrases.MAX_LABEL:
            if _ends_text(block, blocks[at + 1 :]) and any(map(is_text, kept)):
                break
            if opens_list(block) or phrases.is_label(block.text, phrases.ALSO_READ):
                skipping = True
                continue
        if skipping and (
            block.link_share > MAX_LINK_SHARE
            or (block.all_bold and not _heads_text(blocks, at))
            or _is_furniture(block, title_key)
            or _is_meta(block)
        ):
            continue
        skipping = False
        if not _is_furniture(block, title_key):
            kept.append(block)
    return _without_boxes(blocks, kept)


def _heads_text(blocks: list[Block], at: int) -> bool:
    """Return whether a heading that is no link stands right over running text: behind inserted links the article goes on."""
    if not blocks[at].heading or blocks[at].linked or at + 1 == len(blocks):
        return False
    behind = blocks[at + 1]
    return is_text(behind) and not behind.linked and not behind.all_bold and len(behind.text) > 2 * MIN_PARAGRAPH


def _ends_text(block: Block, behind: list[Block]) -> bool:
    """Return whether comments or a list of other articles open with a block, and no text comes behind that list."""
    return phrases.is_label(block.text, phrases.COMMENTS) or (opens_list(block) and not _text_follows(behind))


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
        asked = 0 < len(left) <= MAX_ASKING and box is not None and box.tag != "body" and _has_field(box)
        if odd or asked:
            inside.difference_update(left)
    for cells in _tables(blocks).values():
        left = [cell for cell in cells if cell in inside]
        figures = len(cells) - len(left)
        odd = figures >= MIN_FURNITURE and len(cells) <= TABLE_OF_FIGURES * figures
        if odd and all(len(cell.text) < MIN_PARAGRAPH for cell in left):
            inside.difference_update(left)  # names beside figures that are left out say nothing
    return [block for block in kept if block in inside]


def _tables(blocks: list[Block]) -> dict[HtmlElement, list[Block]]:
    """Return the tables whose cells are among blocks, each with them."""
    found: defaultdict[HtmlElement, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.element.tag in _CELLS and (table := next(block.element.iterancestors("table"), None)) is not None:
            found[table].append(block)
    return found


def _is_furniture(block: Block, title_key: str) -> bool:
    line = block.text
    if len(line) > phrases.MAX_LINE and not block.linked and "\n" not in line:
        return False  # all else is asked of short lines and of links
    if (
        phrases.is_boilerplate(" ".join(line.split("\n")))
        or all(map(_is_furniture_line, line.split("\n")))
        or (len(line) <= phrases.MAX_LINE and phrases.key(line) == title_key)
        or (len(line) <= MAX_AUTHOR and phrases.begins_with_label(line, phrases.EDITORS))
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
    return block.link_share >= LINK_ONLY and len(line) > MIN_PARAGRAPH // 2 and len(block.links) <= len(line) // 20 + 1


def _announces_more(block: Block) -> bool:
    """Return whether a line begins with a label of another article, with a colon or as a text of its own."""
    return phrases.begins_with_label(block.text, phrases.ALSO_READ) or (
        block.has_parts and phrases.is_label(block.atoms[0], phrases.ALSO_READ)
    )


def _has_field(box: HtmlElement) -> bool:
    """Return whether a field of a form stands right in a box that holds little else: a poll's, a subscription's.

    A label is one where it names a field or holds one: editors say with it what the text beside is (Substack).
    """
    return any(child.tag in _FIELDS and _is_field(child) for child in box) and is_small(box, MAX_FORM)


def _is_field(element: HtmlElement) -> bool:
    if element.tag == "label":
        return element.get("for") is not None or next(element.iter("input", "textarea", "select"), None) is not None
    return element.get("type") != "hidden"


def _is_furniture_line(line: str) -> bool:
    return phrases.is_boilerplate(line) or is_counter(line) or _is_date(line)


def _is_date(line: str) -> bool:
    """Return whether a line is a date and nothing else: old imports print a second dateline among the paragraphs."""
    if len(line) > phrases.MAX_LABEL or not has_digit(line):
        return False
    return any(len(reading.raw) >= ONLY_DATE * len(line) for reading in find_dates(line, year=LEAP_YEAR))


def _text_follows(blocks: list[Block]) -> bool:
    """Return whether real paragraphs come after a label in mid-body (adyrna.kz prints such a list between paragraphs)."""
    texts = [block for block in blocks if is_text(block) and block.link_share < 0.2 and len(block.text) > 3 * MIN_PARAGRAPH]  # noqa: PLR2004
    return len(texts) > 1


def _take_signatures(kept: list[Block], body: Body) -> None:
    """Move lines that name an author or a source from the end (or the beginning) of the text to where they belong."""
    for block in [*kept[:2], *kept[-3:]]:
        line = block.text.strip()
        if len(line) > MAX_AUTHOR or block not in kept:
            continue
        if match := _AUTHOR_LINE.match(line.lower()):
            body.authors += people_in(line[match.start(1) :].strip(" .,"))
            kept.remove(block)
            _drop_box_about(block, kept, body)
    for block in [block for block in kept[: min(2, len(kept) - 1)] if _is_credit(block.text)]:
        _take_credit(block.text, body)
        kept.remove(block)
    _take_credits(kept, body)
    if len(kept) > 1 and (_PAPER.match(kept[-1].text.strip()) or _says_where(kept[-1], kept[-2])):
        kept.pop()
    _take_name_at_end(kept, body)
    for block in body.blocks:
        if len(block.text) <= MAX_AUTHOR and (match := _SOURCE_LINE.match(block.text.lower())):
            body.source_name = body.source_name or block.text[match.start(1) :].strip(" .,")


def _take_credits(kept: list[Block], body: Body) -> None:
    """Take the last lines that say who wrote, filmed or translated it and whence it is ("Мәтін: ...", "Оператор: ...")."""
    while len(kept) > 1 and all(map(_is_credit, lines := kept[-1].text.split("\n"))):
        for line in lines:
            _take_credit(line, body)
        kept.pop()


def _take_credit(line: str, body: Body) -> None:
    label, _, value = line.partition(":")
    if phrases.key(label) in AUTHOR_LABELS:
        body.authors.append(value.strip(" .,"))
    elif phrases.key(label) in SOURCE_LABELS:
        body.source_name = body.source_name or value.strip(' .,«»"“”')


def _is_credit(line: str) -> bool:
    """Return whether a line is a label of those who made a text, and a name behind its colon; or of its source."""
    label, colon, value = line.partition(":")
    if not colon or len(line) > MAX_AUTHOR or len(label) > MAX_LABEL or not value.strip():
        return False
    if phrases.key(label) in SOURCE_LABELS:
        return _ENDS_SENTENCE.search(value) is None
    named = looks_like_name(value.strip(" .,")) or _INITIALS.fullmatch(value.strip(" ,")) is not None
    return named and phrases.key(label) in AUTHOR_LABELS | CREW_LABELS


def _says_where(last: Block, before: Block) -> bool:
    """Return whether a bold line under a sentence is the place from which a newspaper's author writes, and nothing else."""
    if len(last.text) > MAX_AUTHOR or not last.all_bold or last.heading or last.element.tag in _ITEMS:
        return False
    parts = [words for part in re.split(r"[,\n]", last.text) if (words := part.split())]
    places = all(len(words) <= MAX_PLACE and phrases.key(words[-1]) in _PLACES for words in parts)
    return bool(parts) and places and _ENDS_SENTENCE.search(before.text) is not None


def _drop_box_about(author: Block, kept: list[Block], body: Body) -> None:
    """Drop what else the author's own small box says of the author, where it opens with the name."""
    box = author.element
    lines = [block for block in kept if block.element is not box and box in block.element.iterancestors()]
    if box is not body.container and sum(len(line.text) for line in lines) <= MAX_ABOUT:
        kept[:] = [block for block in kept if block not in lines]


def _take_name_at_end(kept: list[Block], body: Body) -> None:
    """Take a name that stands alone under the text, with or without a paper and a place behind it, as the author."""
    start = len(kept)
    while start > 2 and len(kept[start - 1].text) <= MAX_AUTHOR and not _ENDS_SENTENCE.search(kept[start - 1].text):  # noqa: PLR2004
        start -= 1
    for at in range(start, len(kept)):
        name = kept[at].text.split("\n")[0].strip(" ,.")
        if looks_like_name(name) or _signs(kept[at]):
            if not kept[at].heading:  # a heading opens a list ("Most Read Today") or a box about the author
                body.authors.append(name.strip("،"))
            del kept[at:]
            return

"""The article's text: where it stands on the page, and which of its lines the article's author wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.blocks import Zone, words_of, zone_of
from kznews.extract.counters import is_counter
from kznews.extract.names import looks_like_name, name_in
from kznews.kazakh.dates import find_dates
from kznews.kazakh.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from kznews.extract.blocks import Block, Blocks

MIN_PARAGRAPH = 40
"""Shorter blocks (labels, menu items) do not tell where the text is."""
MAX_LINK_SHARE = 0.5
"""A block with more links than this is a list of links."""
LINK_ONLY = 0.8
"""A paragraph that is a link from end to end is an inserted "also read"."""
NEAR_TITLE = 10
"""Blocks between headline and text: date, author, counters, lead, picture."""
MIN_SHARED = 2
"""Paragraphs that must share a box before the one outside it is a lead."""
MIN_LEAD = 25
"""The shortest lead is a short sentence."""
MAX_LEAD = 900
"""A lead is a paragraph, not a chapter."""
FAIR_PART = 0.25
"""Of the page's text; the least that an article beside six teasers held on the pages at hand is 0.3."""
LEAP_YEAR = 2024
"""Any year in which every day exists: only whether a text is a date is asked."""
MIN_DATED = 0.2
"""Of a dateline; with section, views and author the date is still a fifth of it."""
MAX_CARD = 4
"""Blocks of a card in a list: headline, excerpt, date, section."""
LINKED = 0.7
"""A headline that is a link is little else."""
MAX_META = 400
"""Lines about the article ("posted on ... filed under ...") are shorter."""
MAX_AUTHOR = 80
"""A line with a name, a paper and a place fits."""

_FURNITURE = frozenset(
    (
        Zone.NAV,
        Zone.FOOTER,
        Zone.ASIDE,
        Zone.RELATED,
        Zone.SHARE,
        Zone.COMMENTS,
        Zone.ADVERT,
        Zone.TAGS,
        Zone.CAPTION,
        Zone.HEADER,
    ),
)
_LEAD_WORDS = re.compile(
    r"(?<![a-z])(?:lead|lede|excerpt|summary|intro|introtext|announce|anons|anounce|subtitle|sub title|short|standfirst|preview"
    r"|description|descr?|dek)(?![a-z])",
)
_BODY_WORDS = re.compile(r"(?<![a-z])(?:article body|entry content|post content|name body|full|fulltext)(?![a-z])")
_WITH = re.compile(r"(?<![a-z])with [a-z]+")  # Drupal: "text-with-summary"
_SENTENCE_END = re.compile(r"[.!?…»”\"):;؟۔]\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?…;؟۔]\s*$")
_AUTHOR_LINE = re.compile(r"^(?:автор(?:ы|лары)?|мәтін авторы|дайындаған|әзірлеген|avtor\w*|اۆتور\w*)\s*[:–—-]\s*(\S.{2,60})$")
_SOURCE_LINE = re.compile(r"^(?:источник|дерек\s?көз\w*|ақпарат көзі|derekk[oó]z\w*|كەلۋ قاينارى)\s*[:–—-]?\s*(\S.{1,60})$")


@dataclass(slots=True)
class Body:
    """The text of an article."""

    lead: str = ""
    paragraphs: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    """The blocks of the container, the dropped ones included: what is not furniture of the page."""
    kept: list[Block] = field(default_factory=list)
    """The blocks whose text became lead or paragraphs."""
    container: HtmlElement | None = None
    authors: list[str] = field(default_factory=list)
    source_name: str = ""


def find_container(blocks: Blocks, title_at: int, title: HtmlElement | None) -> HtmlElement | None:
    """Return the block-level element that holds the article's text, or None if the page has no paragraph.

    Every paragraph votes for its parent and, half as much, for its grandparent; paragraphs before the headline count little.
    Only the box around the headline votes, if it holds a fair part of the page's text: lists beside an article may be longer.
    """
    votes: dict[HtmlElement, float] = {}
    voters = [(at, weight) for at, weight in _weights(blocks, title_at) if weight]
    start, end = _home(blocks, voters, title)
    for at, weight in voters:
        if start <= at < end:
            for element, share in _holders(blocks.all[at].element, blocks):
                votes[element] = votes.get(element, 0.0) + weight * share
    return _grown(max(votes, key=lambda element: votes[element]), votes) if votes else None


def _weights(blocks: Blocks, title_at: int) -> Iterator[tuple[int, float]]:
    """Yield each block's index and how much it counts as running text."""
    listing = text_seen = False
    for at, block in enumerate(blocks.all):
        length = len(block.text)
        listing = text_seen and (listing or _opens_list(block) or phrases.is_label(block.text, phrases.COMMENTS))
        if listing or length < MIN_PARAGRAPH or block.link_share > MAX_LINK_SHARE or block.zone in _FURNITURE or at == title_at:
            continue
        if not _is_teaser(block, blocks):
            text_seen = text_seen or at > title_at
            yield at, min(length, 1000) * (0.2 if at < title_at else 1.0) * (1.0 if _SENTENCE_END.search(block.text) else 0.5)


def _home(blocks: Blocks, voters: list[tuple[int, float]], title: HtmlElement | None) -> tuple[int, int]:
    """Return the range of blocks of the smallest box around the headline that holds a fair part of the text, else of the page."""
    total = sum(weight for _, weight in voters)
    for box in title.iterancestors() if title is not None else ():
        start, end = blocks.spans.get(box, (0, 0))
        inside = [weight for at, weight in voters if start <= at < end]
        if sum(inside) >= FAIR_PART * total and (len(inside) > 1 or sum(inside) >= 2 * FAIR_PART * total):
            return start, end
    return 0, len(blocks.all)


def _opens_list(block: Block) -> bool:
    """Return whether a block is the heading of a list of other articles, as portals word it."""
    return phrases.is_label(block.text, phrases.RELATED) or (block.all_bold and phrases.names_list(block.text))


def _is_teaser(block: Block, blocks: Blocks) -> bool:
    """Return whether a text stands under a linked headline in a small box: a card of another article."""
    holder = block.element
    for _ in range(2):
        start, end = blocks.spans.get(holder, (0, 0))
        card = blocks.all[start:end]
        if len(card) > MAX_CARD or sum(len(other.text) >= MIN_PARAGRAPH and other.link_share < LINKED for other in card) > 1:
            return False
        if card and card[0].link_share > LINKED and card[0] is not block:
            return True
        parent = holder.getparent()
        if parent is None or parent.tag in ("body", "html", "main"):
            return False
        holder = parent
    return False


def read_body(
    blocks: Blocks, containers: Iterable[HtmlElement], title: str, title_at: int, lead_selected: HtmlElement | None
) -> Body:
    """Return the text inside `containers`: paragraphs without headline, captions, labels, inserted links and furniture."""
    body = Body()
    for container in containers:
        body.container = body.container if body.container is not None else container
        body.blocks.extend(blocks.inside(container))
    body.blocks = _behind(body.blocks, blocks.all[title_at] if title_at >= 0 else None)
    kept = _without_inserts([block for block in body.blocks if not _is_aside(block)], phrases.key(title))
    kept = _without_meta(kept)
    _take_signatures(kept, body)
    lead = _lead(blocks, kept, body.container, title_at, lead_selected)
    body.kept = [*kept, lead] if lead is not None else list(kept)
    if lead is not None:
        body.lead = clean(lead.text).replace("\n", " ")
        said = phrases.key(body.lead)
        kept = [block for block in kept if block is not lead and phrases.key(block.text) != said]
    body.paragraphs = [paragraph for block in kept if (paragraph := clean(block.text).strip())]
    return body


def _behind(inside: list[Block], headline: Block | None) -> list[Block]:
    """Return the blocks that follow the headline, where it stands in the same box as the text; else all."""
    at = next((at for at, block in enumerate(inside) if block is headline), -1)
    return inside[at + 1 :]


def _without_meta(kept: list[Block]) -> list[Block]:
    """Return the blocks without dateline, byline and counters before the first and after the last paragraph."""
    start = next((at for at, block in enumerate(kept) if _is_text(block) and not block.heading), 0)
    end = next((at for at in range(len(kept), 0, -1) if _is_text(kept[at - 1])), len(kept))
    head = [block for block in kept[:start] if not _is_meta(block)]
    tail = [block for block in kept[end:] if not _is_meta(block) or looks_like_name(name_in(block.text))]
    return [*head, *kept[start:end], *tail]


def _is_meta(block: Block) -> bool:
    """Return whether a short block says when, who or how often, and is no text."""
    said = block.spaced
    if len(said) > phrases.MAX_LINE or _is_text(block):
        return False
    dated = any(len(reading.raw) >= MIN_DATED * len(said) for reading in find_dates(said, year=LEAP_YEAR))
    return dated or looks_like_name(name_in(said)) or is_counter(said)


def _is_aside(block: Block) -> bool:
    """Return whether a block inside the text's box names itself furniture; a long block is text in spite of a name like "info"."""
    return block.zone in _FURNITURE or (len(block.text) <= MAX_META and zone_of(block.element) is Zone.META)


def _holders(element: HtmlElement, blocks: Blocks) -> list[tuple[HtmlElement, float]]:
    """Return the elements that a paragraph votes for: what holds it, and what holds that."""
    start, end = blocks.spans.get(element, (0, 0))
    if element.tag in ("p", "blockquote", "li", "h2", "h3", "h4", "pre", "dd") or end - start == 1:
        element = element.getparent() if element.getparent() is not None else element
    shares = []
    for share in (1.0, 0.5, 0.25):
        if element is None or element.tag == "html":
            break
        shares.append((element, share))
        element = element.getparent()
    return shares


def _grown(element: HtmlElement, votes: dict[HtmlElement, float]) -> HtmlElement:
    """Return the element, or the ancestor that holds much more text: a body that is divided over several boxes."""
    best = element
    for ancestor in element.iterancestors():
        if ancestor.tag in ("body", "html"):
            break
        if votes.get(ancestor, 0.0) > 0.75 * votes[best]:  # it only gets half of what its children hold
            best = ancestor
    return best


def _without_inserts(blocks: list[Block], title_key: str) -> list[Block]:
    """Return the blocks without labels, the links that follow them, repeated headlines and boilerplate."""
    kept: list[Block] = []
    skipping = False
    for at, block in enumerate(blocks):
        line = block.text
        if phrases.is_label(line, phrases.COMMENTS) and any(map(_is_text, kept)):
            break
        if _opens_list(block):
            if not _text_follows(blocks[at + 1 :]) and any(map(_is_text, kept)):
                break
            skipping = True
            continue
        if phrases.is_label(line, phrases.ALSO_READ):
            skipping = True
            continue
        if skipping and (block.link_share > MAX_LINK_SHARE or not _is_text(block)):
            continue
        skipping = False
        if not _is_furniture(block, title_key):
            kept.append(block)
    return kept


def _is_furniture(block: Block, title_key: str) -> bool:
    line = block.text
    if phrases.is_boilerplate(" ".join(line.split("\n"))) or all(map(_is_furniture_line, line.split("\n"))) or (len(line) <= phrases.MAX_LINE and phrases.key(line) == title_key):
        return True
    if len(line) <= phrases.MAX_LINE and phrases.begins_with_label(line, phrases.ALSO_READ) and block.links:
        return True
    if block.link_share > MAX_LINK_SHARE and len(line) <= phrases.MAX_LINE and find_dates(block.spaced, year=LEAP_YEAR):
        return True  # a card: headline and date
    return block.link_share >= LINK_ONLY and len(line) > MIN_PARAGRAPH // 2 and len(block.links) <= len(line) // 20 + 1


def _is_furniture_line(line: str) -> bool:
    return phrases.is_boilerplate(line) or is_counter(line)


def _is_text(block: Block) -> bool:
    return len(block.text) >= MIN_PARAGRAPH and bool(_SENTENCE_END.search(block.text))


def _text_follows(blocks: list[Block]) -> bool:
    """Return whether real paragraphs come after a label in mid-body (adyrna.kz prints such a list between paragraphs)."""
    texts = [block for block in blocks if _is_text(block) and block.link_share < 0.2 and len(block.text) > 3 * MIN_PARAGRAPH]  # noqa: PLR2004
    return len(texts) > 1


def _take_signatures(kept: list[Block], body: Body) -> None:
    """Move lines that name an author or a source from the end (or the beginning) of the text to where they belong."""
    for block in [*kept[:2], *kept[-3:]]:
        line = block.text.strip()
        if len(line) > MAX_AUTHOR or block not in kept:
            continue
        if match := _AUTHOR_LINE.match(line.lower()):
            body.authors.append(line[match.start(1) :].strip(" .,"))
            kept.remove(block)
    _take_name_at_end(kept, body)
    for block in body.blocks:
        if len(block.text) <= MAX_AUTHOR and (match := _SOURCE_LINE.match(block.text.lower())):
            body.source_name = body.source_name or block.text[match.start(1) :].strip(" .,")


def _take_name_at_end(kept: list[Block], body: Body) -> None:
    """Take a name that stands alone under the text, with or without a paper and a place behind it, as the author."""
    start = len(kept)
    while start > 2 and len(kept[start - 1].text) <= MAX_AUTHOR and not _ENDS_SENTENCE.search(kept[start - 1].text):  # noqa: PLR2004
        start -= 1
    for at in range(start, len(kept)):
        name = kept[at].text.split("\n")[0].strip(" ,.")
        if looks_like_name(name):
            body.authors.append(name)
            del kept[at:]
            return


def _lead(blocks: Blocks, kept: list[Block], body_box: HtmlElement | None, title_at: int, selected: HtmlElement | None) -> Block | None:
    """Return the block that is set apart as the lead, or None.

    It is what the layout says; else a block between headline and body that calls itself a lead; else a first paragraph
    that is bold from end to end (or a heading), with more text after it.
    """
    if selected is not None:
        inside = [block for block in blocks.all if block.element is selected or selected in block.element.iterancestors()]
        inside = inside or [block for block in kept if any(selected is node for node in block.element.iter())]
        if inside:
            return inside[0]
    if called := _called_lead(blocks, kept, title_at) or _bold_before(blocks, kept, title_at):
        return called
    if _set_apart(kept, body_box):
        return kept[0]
    if (between := _between(blocks, kept, body_box, title_at)) is not None:
        return between
    if len(kept) > 1 and kept[0].all_bold and MIN_LEAD <= len(kept[0].text) <= MAX_LEAD:
        return kept[0]
    return None


def _between(blocks: Blocks, kept: list[Block], box: HtmlElement | None, title_at: int) -> Block | None:
    """Return the one paragraph between headline and the text's box, if there is just one."""
    start = blocks.spans.get(box, (0, 0))[0] if box is not None else 0
    if title_at < 0 or not title_at < start <= title_at + NEAR_TITLE or len(kept) < MIN_SHARED:
        return None
    texts = [block for block in blocks.all[title_at + 1 : start] if _is_text(block) and block.zone not in _FURNITURE]
    return texts[0] if len(texts) == 1 and len(texts[0].text) <= MAX_LEAD and not texts[0].link_share else None


def _set_apart(kept: list[Block], box: HtmlElement | None) -> bool:
    """Return whether the first paragraph stands alone while all others share a box inside the text's box."""
    if box is None or len(kept) < MIN_SHARED + 1 or not MIN_LEAD <= len(kept[0].text) <= MAX_LEAD or not _is_text(kept[0]):
        return False
    boxes = [_child_of(box, block.element) for block in kept]
    return boxes[1] is not None and boxes[0] is not boxes[1] and all(other is boxes[1] for other in boxes[1:])


def _child_of(box: HtmlElement, element: HtmlElement) -> HtmlElement | None:
    """Return the child of `box` that holds `element`, or None if that is no element of its own."""
    node = element
    while (parent := node.getparent()) is not None:
        if parent is box:
            return node
        node = parent
    return None


def _called_lead(blocks: Blocks, kept: list[Block], title_at: int) -> Block | None:
    start = max(title_at + 1, 0)
    stop = next((at for at, block in enumerate(blocks.all) if kept and block is kept[0]), start) + 1
    for block in blocks.all[start:stop]:
        if not MIN_LEAD <= len(block.text) <= MAX_LEAD or block.zone in _FURNITURE or block.link_share > MAX_LINK_SHARE:
            continue
        holders = [block.element, *([block.element.getparent()] if block.element.getparent() is not None else [])]
        if any(_names_lead(holder) for holder in holders) and len(kept) > (block in kept):
            return block
    return None


def _bold_before(blocks: Blocks, kept: list[Block], title_at: int) -> Block | None:
    """Return a bold sentence between headline and text that stands outside the text's own box."""
    first = next((at for at, block in enumerate(blocks.all) if kept and block is kept[0]), 0)
    for block in blocks.all[title_at + 1 : first] if title_at >= 0 else []:
        fit = MIN_LEAD <= len(block.text) <= MAX_LEAD and block.zone not in _FURNITURE and not block.links
        if fit and block.all_bold and _SENTENCE_END.search(block.text):
            return block
    return None


def _names_lead(element: HtmlElement) -> bool:
    words = _WITH.sub(" ", words_of(element))
    return bool(_LEAD_WORDS.search(words) and not _BODY_WORDS.search(words)) and len("".join(element.itertext())) <= MAX_LEAD

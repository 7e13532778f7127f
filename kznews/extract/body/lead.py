"""The lead: the opening summary that a page sets apart from the text."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kznews.extract.asking import is_alone_of_its_class, speaks
from kznews.extract.block import HEADINGS
from kznews.extract.body.acts import names_act
from kznews.extract.body.openings import LAID_OUT, MAX_LEAD, MIN_LEAD, MIN_SHARED, opens_alone
from kznews.extract.body.summaries import labels_summary
from kznews.extract.emphasis import has_initial
from kznews.extract.phrases import is_boilerplate
from kznews.extract.selecting import whole_text
from kznews.extract.telling import DASHES
from kznews.extract.texts import FURNITURE, MAX_LINK_SHARE, ends_sentence, is_text
from kznews.extract.zones import Zone, words_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

NEAR_TITLE = 10
"""Blocks between headline and text: date, author, counters, lead, picture."""
NEAR_TEXT = 20
"""Blocks behind a headline among which a paragraph of its own box stands."""
MIN_WORDS = 5
"""Words of the shortest line under a headline that is no label."""
NEAR_BOX = 3
"""Boxes around a headline in which its subheading may stand (XOOPS: span, div, the article's)."""
LONGER = 3
"""A lead that is a heading is so many times as long as the subheadings of its make."""
MOST_IN_LEAD = 3
"""Blocks of a box that is a lead: paragraphs, a caption."""
_LEAD_WORDS = re.compile(
    r"(?<![a-z])(?:lead|lede|excerpt|summary|abstract|intro|introtext|announce|anons|anounce|subtitle|sub title|short|standfirst"
    r"|preview|description|descr?|desk|dek|deck|teaser|sub ?(?:heading|headline|line)|sub$)(?![a-z])",
)
_TEASER = re.compile(r"(?<![a-z])teaser(?![a-z])")
_BODY_WORDS = re.compile(r"(?<![a-z])(?:article body|entry content|post content|name body|full|fulltext)(?![a-z])")
_LARGE = re.compile(r"font-size:\s*(?:large|x-large|larger)")
_LARGE_CLASS = re.compile(
    r"(?<![\w:-])(?:\w+:)?(?:text-(?:lg|\d?xl)|(?:has-)?(?:medium|(?:x+-)?large|huge)-font-size|fs-[1-5])(?![\w-])"
)
"""Classes that make letters larger: of Tailwind, WordPress, Bootstrap."""
_BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
_WITH = re.compile(r"(?<![a-z])with [a-z]+")  # Drupal: "text-with-summary"


def find_lead(  # noqa: PLR0917
    blocks: Blocks,
    kept: list[Block],
    body_box: HtmlElement | None,
    title_at: int,
    selected: HtmlElement | None,
    is_meta: Callable[[Block], bool],
    markup: bytes,
) -> Block | None:
    """Return the block that is set apart as the lead, or None.

    It is what the layout says; else a block between headline and body that calls itself a lead, or the heading right under the
    headline, or a paragraph in the headline's own box; else a first paragraph that is bold from end to end (or a heading), in
    large letters as no other, of a class as no other, or set apart as `opens_alone` says, with more text after it. What `is_meta`
    says is a dateline, a byline or a counter is none, nor is what an act is called. `markup` tells the page's styles.
    """
    if selected is not None:
        inside = [block for block in blocks.all if block.element is selected or selected in block.element.iterancestors()]
        inside = inside or [block for block in kept if any(selected is node for node in block.element.iter())]
        if inside:
            return inside[0]
    called = _called_lead(blocks, kept, title_at, is_meta) or _heading_below(blocks, kept, title_at, is_meta)
    called = called or _bold_before(blocks, kept, title_at) or _beside_headline(blocks, kept, body_box, title_at, is_meta)
    if called and not (called in kept and names_act(called.text)):
        return called
    if opens_alone(kept, body_box):
        return kept[0]
    if (between := _between(blocks, kept, body_box, title_at)) is not None and not is_meta(between):
        return between
    if (
        len(kept) > 1
        and (_is_bold(kept[0]) or _emptied_heading(kept[0].element) is not None or _is_alone_large(kept)
             or _has_own_class(kept[0], markup))
        and MIN_LEAD <= len(kept[0].text) <= MAX_LEAD
        and not (_is_first_question(kept) or _is_subheading(kept) or names_act(kept[0].text))
    ):
        return kept[0]
    return None


def _is_first_question(kept: list[Block]) -> bool:
    """Return whether the first paragraph opens an interview: who is asked answers, or another question is set as it is."""
    first, second = kept[:2]
    if first.text[0] in DASHES and second.text[0] in DASHES:
        return True
    return first.text.endswith("?") and any(block.text.endswith("?") and _is_bold(block) for block in kept[1:])


def _is_subheading(kept: list[Block]) -> bool:
    """Return whether a text begins with a heading that is no sentence, and others of its make and length stand further on."""
    first = kept[0]
    if not first.heading or ends_sentence(first.text):
        return False
    make = first.element.tag, first.element.getparent()
    others = (block for block in kept[1:] if block.heading and (block.element.tag, block.element.getparent()) == make)
    return any(len(first.text) <= LONGER * len(block.text) for block in others)


def _beside_headline(
    blocks: Blocks, kept: list[Block], box: HtmlElement | None, title_at: int, is_meta: Callable[[Block], bool]
) -> Block | None:
    """Return the first paragraph behind the headline in the headline's own box, where the text has a box of its own.

    It is a sentence, or stands right under the headline and has more words than a label.
    """
    if title_at < 0 or len(kept) < MIN_SHARED:
        return None
    title = blocks.all[title_at].element
    if title.tag not in HEADINGS or box is None or box in title.iterancestors():
        return None
    below = {node: node.getprevious() is title for node in title.itersiblings("p")}
    behind = blocks.all[title_at + 1 : title_at + 1 + NEAR_TEXT]
    near = (block for block in takewhile(lambda block: block is not kept[0], behind) if block.element in below)
    fit = [block for block in near if MIN_LEAD <= len(block.text) <= MAX_LEAD and not block.links and block.zone not in FURNITURE]
    said = [block for block in fit if is_text(block) or (below[block.element] and _has_words(block.text))]
    said = [block for block in said if not (is_boilerplate(block.text) or is_meta(block) or speaks(block.text))]
    return said[0] if said else None


def _has_words(line: str) -> bool:
    """Return whether a line has more words than a label, and most of them no names: a byline has several with their posts."""
    words = line.split()
    return len(words) >= MIN_WORDS and 2 * sum(word[0].isupper() for word in words) <= len(words)


def _is_bold(block: Block) -> bool:
    """Return whether a block is bold from end to end, by its markup or its own style."""
    return block.all_bold or _BOLD_STYLE.search(block.element.get("style") or "") is not None


def _is_alone_large(kept: list[Block]) -> bool:
    """Return whether the first paragraph, and not the next one, is in large letters from end to end."""
    return _is_large(kept[0]) and not _is_large(next((block for block in kept[1:] if is_text(block)), kept[1]))


def _has_own_class(first: Block, markup: bytes) -> bool:
    """Return whether the first paragraph alone has a class, none of an editor's, and is a sentence that asks for nothing.

    Nor one that sets an initial.
    """
    if not is_text(first) or not is_alone_of_its_class(first.element):
        return False
    return LAID_OUT.search(words_of(first.element)) is None and not (speaks(first.text) or has_initial(first.element, markup))


def _is_large(block: Block) -> bool:
    if _LARGE_CLASS.search(block.element.get("class") or ""):
        return True
    return all(owner.tag == "big" or _LARGE.search(owner.get("style") or "") for owner in block.owners)


def _between(blocks: Blocks, kept: list[Block], box: HtmlElement | None, title_at: int) -> Block | None:
    """Return the one paragraph between headline and the text's box, if there is just one."""
    start = blocks.spans.get(box, (0, 0))[0] if box is not None else 0
    if title_at < 0 or not title_at < start <= title_at + NEAR_TITLE or len(kept) < MIN_SHARED:
        return None
    between = [block for block in blocks.all[title_at + 1 : start] if block.zone not in FURNITURE]
    if any(map(labels_summary, between)):
        return None
    texts = [block for block in between if is_text(block) and not is_boilerplate(block.text)]
    return texts[0] if len(texts) == 1 and len(texts[0].text) <= MAX_LEAD and not texts[0].link_share else None


def _called_lead(
    blocks: Blocks, kept: list[Block], title_at: int, is_meta: Callable[[Block], bool]
) -> Block | None:
    start = max(title_at + 1, 0)
    first = next((block for block in kept if not _names_meta(block)), None)
    stop = next((at for at, block in enumerate(blocks.all) if block is first), start) + 1
    for block in blocks.all[start:stop]:
        if not MIN_LEAD <= len(block.text) <= MAX_LEAD or block.link_share > MAX_LINK_SHARE or is_boilerplate(block.text):
            continue
        if block.zone in FURNITURE and (block.links or not _is_teaser(block.element)):
            continue
        named = _names_lead(block.element) or _stands_in_lead(block.element.getparent(), blocks, kept)
        if named and len(kept) > (block in kept) and not is_meta(block) and not _names_meta(block):
            return block
    return None


def _names_meta(block: Block) -> bool:
    """Return whether a line that is no sentence calls itself date or author ("intro__author"), in whatever language it is."""
    return not ends_sentence(block.text) and zone_of(block.element) is Zone.META


def _stands_in_lead(box: HtmlElement | None, blocks: Blocks, kept: list[Block]) -> bool:
    """Return whether a box calls itself a lead and holds no more than one has: the whole text may be called a description."""
    start, end = blocks.spans.get(box, (0, 0)) if box is not None else (0, 0)
    if box is None or end - start > MOST_IN_LEAD or not _names_lead(box):
        return False
    return not set(kept).issubset(blocks.all[start:end])


def _heading_below(blocks: Blocks, kept: list[Block], title_at: int, is_meta: Callable[[Block], bool]) -> Block | None:
    """Return the heading of a lower order right under the headline that is long enough for a lead, or None.

    It stands in the headline's box, or in one of the next larger ones.
    """
    if not 0 <= title_at < len(blocks.all) - 1:
        return None
    title, block = blocks.all[title_at : title_at + 2]
    fit = block.heading and not block.links and MIN_LEAD <= len(block.text) <= MAX_LEAD
    around = set(islice(title.element.iterancestors(), NEAR_BOX))
    below = fit and block.element.tag > title.element.tag and block.element.getparent() in around
    if below and kept and block is kept[0] and _is_subheading(kept):
        return None
    again = title.text in block.text or block.element.get("itemprop") == "headline"  # the headline as another part shows it
    return block if below and not again and not is_meta(block) else None


def _bold_before(blocks: Blocks, kept: list[Block], title_at: int) -> Block | None:
    """Return a bold sentence between headline and text that stands outside the text's own box."""
    first = next((at for at, block in enumerate(blocks.all) if kept and block is kept[0]), 0)
    for block in blocks.all[title_at + 1 : first] if title_at >= 0 else []:
        fit = MIN_LEAD <= len(block.text) <= MAX_LEAD and block.zone not in FURNITURE and not block.links
        fit = fit and block.text != blocks.all[title_at].text  # the headline over again
        if fit and block.all_bold and ends_sentence(block.text):
            return block
    return None


def _names_lead(element: HtmlElement) -> bool:
    heading = _emptied_heading(element)
    heading = _emptied_paragraph(element) if heading is None else heading
    words = _WITH.sub(" ", words_of(element if heading is None else heading))
    return bool(_LEAD_WORDS.search(words) and not _BODY_WORDS.search(words)) and len(whole_text(element)) <= MAX_LEAD


def _is_teaser(element: HtmlElement) -> bool:
    """Return whether an element, or what holds it, calls itself a teaser: a card's text, or the lead over an article's."""
    holders = islice((element, *element.iterancestors()), 3)
    return any(_TEASER.search(words_of(holder)) for holder in holders)


def _emptied_heading(element: HtmlElement) -> HtmlElement | None:
    """Return the empty heading right before an element: the parser ends "<h2><p>...</p></h2>" at the paragraph."""
    before = element.getprevious()
    if before is None or before.tag not in HEADINGS or whole_text(before).strip():
        return None
    return before


def _emptied_paragraph(element: HtmlElement) -> HtmlElement | None:
    """Return the empty paragraph right before a box without a name: the parser ends "<p><div>...</div></p>" at the box.

    Where a template has an empty place for a lead, the text behind it stands on a line, or in a box with a name, of its own.
    """
    before = element.getprevious()
    if element.tag != "div" or len(element.attrib) or before is None or before.tag != "p" or before.tail:
        return None
    return before if len(before) == 0 and not before.text else None

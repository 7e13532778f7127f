"""Who signs a text, in its first lines or its last ones, and where it says it is from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.block import ITEMS
from kznews.extract.labels import AUTHOR_LABELS, HOST_LABELS, SOURCE_LABELS
from kznews.extract.people.callings import authors_in, is_office, is_paper, is_place, who_wrote
from kznews.extract.people.credits import ENDS_SENTENCE, announces_people, credits_of
from kznews.extract.people.name_lists import is_list_of_names, is_quoted
from kznews.extract.people.names import (
    has_capitals,
    is_called_office,
    is_name,
    is_person,
    looks_like_name,
    name_behind_label,
    name_in,
    people_in,
)
from kznews.extract.people.posts import holder_in, names_post
from kznews.extract.people.press_offices import is_body_at_edge, is_press_office
from kznews.extract.people.regards import is_regards, without_regards
from kznews.extract.people.signed_people import AROUND, MIN_KEPT, people_at_end, people_over, people_under_lead
from kznews.extract.people.signing_lines import (
    MAX_AUTHOR,
    before_calling,
    initials_in,
    is_signed,
    may_sign,
    name_with_place,
    names_below,
    names_in_same,
    names_somebody,
    over_post,
    signs,
    tells_of,
    without_office,
)
from kznews.extract.people.source_lines import is_outlet, source_of
from kznews.extract.telling import tells_news
from kznews.extract.texts import is_text
from kznews.kazakh.fold import fold
from kznews.kazakh.person_names import has_given_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_ABOUT = 400
"""Letters that a box says of an author beside the name."""
_AUTHOR_LINE = re.compile(r"^(?:автор(?:ы|лары)?|мәтін авторы|дайындаған|әзірлеген|avtor\w*|اۆتور\w*)\s*[:–—-]\s*(\S[^:]{2,60})$")
_MAY_STATE_SOURCE = tuple(map(fold, ("дере", "ақпа", "исто", "келу")))
_OPENING = 8
"""Letters in which such a beginning stands."""
_SOURCES = rf"{fold('источник')}|(?:{fold('дереккөз')}|{fold('дерек көз')})\w*|{fold('ақпарат көзі')}|{fold('келу қайнары')}"
_SOURCE_LINE = re.compile(rf"({_SOURCES})\s*([:-])?\s*\S.{{1,60}}$")
"""A label of a source, as a skeleton, with a mark or without, and what stands behind it."""
_MARK = re.compile(r"\s*[:–—-]\s*")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]\s?\S")
MIN_SIGNED = 3
"""Paragraphs before the first footnote, at least: a list of sources is the text otherwise."""
_DASHES = ("–", "—", "-")
NEAR_END = 3
"""Last lines of which one may say who else had a hand in the text."""
MAX_SIGNED = 40
"""Lines of the longest signature: a text may end with thousands of short ones."""


@dataclass(slots=True)
class Credits:
    """Whom and what the lines around a text name."""

    authors: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Who presented it: the author where nobody else is named."""
    source_name: str = ""
    sure: bool = True
    """Whether more than two words with capitals tells that the author is one."""


def take_signatures(kept: list[Block], inside: Sequence[Block], container: HtmlElement | None) -> Credits:
    """Take lines that name an author or a source from the end (or the beginning) of the text; return what they name.

    `kept` loses them; `inside` is all that stands in the text's box, `container`.
    """
    named = Credits()
    notes = _footnotes(kept)
    del kept[len(kept) - len(notes) :]
    _take_all(kept, named, container, {line: label for label, line in pairwise(inside) if announces_people(label.text)})
    kept.extend(notes)
    named.authors = [name_in(said) or said for said in named.authors]  # without what somebody did: asked, wrote
    named.source_name = named.source_name or next(filter(None, map(_stated_source, inside)), "")
    return named


def _stated_source(block: Block) -> str:
    """Return the source that a line names behind a label and a mark, or without one by an outlet's name; "" for a sentence."""
    line = block.text
    if len(line) > MAX_AUTHOR or not fold(line[:_OPENING]).startswith(_MAY_STATE_SOURCE):
        return ""
    if (match := _SOURCE_LINE.match(fold(line))) is None:
        return ""
    parts = _MARK.split(line, maxsplit=1) if match[2] else line.split(maxsplit=match[1].count(" ") + 1)
    source = parts[-1].strip(" .,") if len(parts) > 1 else ""  # a label may be glued to its source
    if match[2] == ":":
        return source
    named = match[2] or is_outlet(source) or all(word[:1].isupper() for word in source.split())
    return source if named and not tells_news(phrases.key(line), line) else ""


def _footnotes(kept: Sequence[Block]) -> list[Block]:
    """Return the footnotes at the end of a text: a signature stands before them."""
    start = len(kept)
    while start > MIN_SIGNED and _FOOTNOTE.match(kept[start - 1].text):
        start -= 1
    return list(kept[start:])


def _take_all(kept: list[Block], named: Credits, container: HtmlElement | None, labels: Mapping[Block, Block]) -> None:
    for block in [*kept[:2], *kept[-3:]]:
        line = block.text.strip()
        if len(line) > MAX_AUTHOR or block not in kept:
            continue
        if match := _AUTHOR_LINE.match(line.lower()):
            label, said = line[: match.start(1)], line[match.start(1) :]
            names = authors_in(said.strip(" .,"))
            if not all(map(is_person, names)) and _is_turn(label, said, kept):
                continue
            if _is_amid(block, kept):  # of a book that the text is about?
                named.others += filter(is_person, names)
                continue
            named.authors += filter(is_name, names)
            kept.remove(block)
            _drop_box_about(block, kept, container)
    _take_opening(kept, named)
    _take_credits(kept, named, labels)
    _take_crew_amid(kept, named)
    if len(kept) > 1 and (is_paper(kept[-1].text.strip(AROUND)) or _says_where(kept[-1], kept[-2])):
        kept.pop()
    while len(kept) > MIN_KEPT and is_body_at_edge(kept[-1], kept[0]):
        kept.pop()
    _take_name_at_end(kept, named)


def _is_turn(label: str, said: str, kept: Sequence[Block]) -> bool:
    """Return whether an author's label opens what is said in a talk: a sentence follows, or the label comes again."""
    spoken = ENDS_SENTENCE.search(said) is not None or said[0] in _DASHES
    return spoken or sum(block.text.startswith(label) for block in kept) > 1


def _is_amid(block: Block, kept: Sequence[Block]) -> bool:
    """Return whether a block has text before it and, outside its own box, behind it."""
    at = kept.index(block)
    behind = (other for other in kept[at + 1 :] if block.element not in other.element.iterancestors())
    return at >= MIN_KEPT and any(map(is_text, behind))


def _take_opening(kept: list[Block], named: Credits) -> None:
    """Take a name with a place or a calling over the text, and what of its first two lines names who made it."""
    if len(kept) > 1 and (name := name_with_place(kept[0]) or before_calling(kept[0].text)):
        named.authors.append(name)
        del kept[0]
    elif people := people_over(kept):
        named.authors += who_wrote(people)
        del kept[0]
    elif people := people_under_lead(kept):
        named.authors += who_wrote(people)
        del kept[1]
    for block, said in [(block, credits_of(block.text)) for block in kept[: min(2, len(kept) - 1)]]:
        for label, value in said:
            _take_credit(label, value, named)
        if said:
            kept.remove(block)


def _take_credits(kept: list[Block], named: Credits, labels: Mapping[Block, Block]) -> None:
    """Take the last lines that say who wrote, filmed or translated it and whence it is ("Мәтін: ...", "Оператор: ...").

    `labels` are the lines that are nothing but a label, by those that stand right behind them.
    """
    while len(kept) > 1:
        over = labels.get(kept[-1])
        said = credits_of(kept[-1].text if over is None else f"{over.text} {kept[-1].text}")
        if said and len(kept) > MIN_KEPT and kept[-2] is over:
            del kept[-2]
        source = None if said or kept[-1].element.tag in ITEMS else source_of(kept[-1].text)
        if not said and source is None:
            return
        for label, value in said:
            _take_credit(label, value, named)
        named.source_name = named.source_name or source or ""
        kept.pop()


def _take_crew_amid(kept: list[Block], named: Credits) -> None:
    """Take lines of credits that stand over the last line or two of a signature: over a paper, a place, who wrote the text.

    An office or a place under them goes with them.
    """
    near = [block for block in kept[max(_start_of_signature(kept), len(kept) - NEAR_END) :] if block.element.tag not in ITEMS]
    made = [(block, said) for block in near[:-1] if (said := credits_of(block.text))]
    if not made or not all(_closes(block.text) for block in near if block not in {block for block, _ in made}):
        return
    for block, said in made:
        for label, value in said:
            _take_credit(label, value, named)
        kept.remove(block)
    if is_office(kept[-1].text) or is_called_office(kept[-1].text):
        kept.pop()


def _closes(line: str) -> bool:
    """Return whether a line is a person, a paper, an office or a place, as the last ones of a signature are."""
    said = line.strip(AROUND)
    return is_paper(said) or is_office(line) or is_called_office(said) or is_person(said) or is_signed(said)


def _take_credit(label: str, value: str, named: Credits) -> None:
    said = phrases.key(label)
    if said in HOST_LABELS:
        named.others += people_in(value.strip(" .,"))
    elif said in AUTHOR_LABELS:
        named.authors += authors_in(value.strip(" .,"))
    elif said in SOURCE_LABELS:
        named.source_name = named.source_name or value.strip(' .,«»"“”')


def _says_where(last: Block, before: Block) -> bool:
    """Return whether a line under a sentence is the place from which a newspaper's author writes, and nothing else.

    It is bold, or in a box of its own below paragraphs.
    """
    apart = last.all_bold or (before.element.tag == "p" and last.element.tag == "div")
    if len(last.text) > MAX_AUTHOR or not apart or last.heading or last.links or last.element.tag in ITEMS:
        return False
    parts = [words for part in re.split(r"[,\n]", last.text) if (words := part.split())]
    return bool(parts) and all(is_place(" ".join(it)) for it in parts) and ENDS_SENTENCE.search(before.text) is not None


def _drop_box_about(author: Block, kept: list[Block], container: HtmlElement | None) -> None:
    """Drop what else the author's own small box says of the author, where it opens with the name."""
    box = author.element
    lines = [block for block in kept if block.element is not box and box in block.element.iterancestors()]
    if box is not container and sum(len(line.text) for line in lines) <= MAX_ABOUT:
        kept[:] = [block for block in kept if block not in lines]


def _take_name_at_end(kept: list[Block], named: Credits) -> None:
    """Take a name that stands alone under the text, with or without a paper and a place behind it, as the author."""
    signed, count = people_at_end(kept, alone=len(kept) > MIN_KEPT and not may_sign(kept[-2].text))
    if count:
        named.authors += signed
        del kept[-count:]
        return
    start = _start_of_signature(kept)
    if start < len(kept) and (is_quoted(kept) or is_list_of_names(kept[start:], kept[start - 1])):
        return
    for at in range(start, len(kept)):
        lines = kept[at].text.split("\n")
        posts = sum(1 for _ in takewhile(names_post, lines[:-1]))
        opens = posts or (len(lines) > 1 and (phrases.key(lines[0]) in AUTHOR_LABELS or is_regards(lines[0])))
        line = without_regards(lines[opens]).strip(" ,.:()（）-–—")
        below = lines[opens + 1 : opens + 2] or [block.text for block in kept[at + 1 : at + 2]]
        told = name_behind_label(line) or without_office(line) or over_post(line, below)
        told = told or _holder(line, lines[posts - 1] if posts else kept[at - 1].text)
        if at == start == len(kept) - 1 and not _is_item(kept[at]):
            whole = lines[0] if all(map(credits_of, lines[1:])) else kept[at].text  # who drew the pictures stands below
            told = told or initials_in(whole) or before_calling(whole) or name_with_place(kept[at])
        name = told or name_in(line) or line
        comma = len(lines) > opens + 1 and lines[opens].rstrip().endswith(",") and names_somebody(name)  # over a paper
        if told or comma or looks_like_name(name) or is_signed(name) or signs(kept[at], kept[at - 1]):
            named.sure = bool(told or named.authors) or is_signed(name) or has_given_name(name) or not has_capitals(name)
            if not kept[at].heading:  # a heading opens a list ("Most Read Today") or a box about the author
                more = names_below(lines[opens:]) or names_in_same(kept[at:])
                _take_signer(name, line, named)
                named.authors += more
            first = next((over for over in range(at, start, -1) if not names_post(kept[over - 1].text)), start)
            del kept[first - is_regards(kept[first - 1].text) :]
            return
    if len(kept) - 1 <= start and len(kept) > 1 and is_press_office(kept[-1], alone=start < len(kept)):
        kept.pop()


def _take_signer(name: str, line: str, named: Credits) -> None:
    """Take the name in a line as the author's; in one of credits ("Аударған Ерлан Сапар") it is whose that line says."""
    credited = credits_of(line) if name == line else []
    for label, value in credited:
        _take_credit(label, value, named)
    if not credited:
        named.authors.append(name_behind_label(name) or name.strip("،"))


def _is_item(block: Block) -> bool:
    """Return whether a line is one of a list, as the winners of a race are; a cell that is all of its row is a layout's."""
    element = block.element
    row = element.getparent() if element.tag == "td" else None
    return element.tag in ITEMS and not (row is not None and len(row) == 1)


def _holder(line: str, above: str) -> str:
    """Return who holds the post that a line begins with or that stands right above it, or ""."""
    under = names_post(above) and ENDS_SENTENCE.search(above) is None
    name = holder_in(line) or (line if under else "")
    return name if is_person(name) else ""


def _start_of_signature(kept: Sequence[Block]) -> int:
    """Return the index of the first of the last blocks that may all be parts of a signature."""
    start = len(kept)
    if start > MIN_SIGNED and tells_of(kept[-1], kept[-2]):
        start -= 1
    while start > max(2, len(kept) - MAX_SIGNED) and may_sign(kept[start - 1].text):
        start -= 1
    return start

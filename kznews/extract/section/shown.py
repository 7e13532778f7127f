"""Sections that lines near the headline call so: by a label, by their address, by the name of their box."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from kznews.extract.cards import stands_in_linked_card
from kznews.extract.labels import MAX_LABEL, SECTION_LABELS, values_behind
from kznews.extract.people.authors import without_site
from kznews.extract.people.unlabelled import behind_folder
from kznews.extract.phrases import ALSO_READ, RELATED, is_label, key, names_network
from kznews.extract.section.beside import MAX_LINE, heads_form, is_of_menu
from kznews.extract.section.names import MAX_SECTION, MAX_SECTION_WORDS, is_home, is_of_person, is_told_section, trimmed
from kznews.extract.selecting import spaced_text
from kznews.extract.surroundings import NOT_NEAR, SECTION_PATH
from kznews.extract.texts import before_date
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

_SECTION_WORDS = re.compile(
    r"(?<![a-z])(?:categor\w*|article ?section|(?<!elementor )(?<!et pb )(?<!vc )(?<!brxe )(?<!\bt )section"
    r"|rubri\w*|cat links|cat(?! (?:item|list))|bolim|speciality)(?![a-z])"
)
"""Page builders (Elementor, Divi, WPBakery, Bricks, Tilda) call every part of a page a section."""
_LABELLED = re.compile(r"^(?:бөлімі?|айдары?|рубрика|санаты?|категория|bólim\w*)\s*:\s*(\S.{1,38})$")
_COUNTED = "рет|мин|пікір|қарал|оқыл|көріл|просм|комм|ret|m[iı]n|pikir|qaral|oqyl|k[oóö]ril|رەت|مين|پىكىر|قارال|وقىل"
_COUNTER = re.compile(rf"(?i)\s+(?:[^\s:]{{2,20}}\s?:\s?\d|\d[\d\s]{{0,9}}\s(?:{_COUNTED}))")
"""A figure with what it counts, before or behind ("145 рет оқылды", "Пікір: 3")."""
_PREPOSED = frozenset(("posted in", "filed under", "in"))
"""What stands before a section's name in its own box."""


def called_sections(near: Sequence[Block], document: Document, headline: str) -> list[str]:
    """Return the texts near the headline that call themselves sections and may be one, in the order of trust. Never raises.

    In a card they are another article's, whose headline is not `headline`.
    """
    shown = [said for said in _shown_sections(near, headline) if 0 < len(said) <= MAX_SECTION and not is_of_person(said)]
    return without_site([said for said in shown if not (is_label(said, ALSO_READ) or names_network(said))], document)


def _shown_sections(near: Sequence[Block], headline: str) -> Iterator[str]:
    """Yield the section as links, labels and boxes near the headline show it, outside the menus.

    Lines that open with a section's label come first, then links.
    """
    yield from chain.from_iterable(map(_announced, filter(_opens_with_label, near)))
    for block in near:
        if block.zone not in NOT_NEAR - {Zone.TAGS}:
            yield from _outside_cards(_linked_sections(block), block, headline)
    for at, block in enumerate(near):
        if block.zone in NOT_NEAR:
            continue
        yield from _outside_cards(_called_in(block, near[at + 1 : at + 2]), block, headline)


def _called_in(block: Block, following: Sequence[Block]) -> Iterator[str]:
    """Yield what a block or a part of it calls a section."""
    if said := _name_in(_labelled(block, following)):
        yield trimmed(said)
    elif _is_section_box(block.element) and 0 < len(said := trimmed(block.text)) <= MAX_SECTION:
        yield from (said,) if is_told_section(said) and not (is_label(said, RELATED) or heads_form(block.element)) else ()
    elif not block.heading:
        yield from _boxed_in_line(block)
        yield from _behind_folder(block)


def _outside_cards(said: Iterable[str], block: Block, headline: str) -> list[str]:
    """Return the sections in a block, or [] if that stands in a card."""
    found = list(said)
    return [] if found and headline and stands_in_linked_card(block, headline) else found


def _opens_with_label(block: Block) -> bool:
    opening = block.atoms[0]
    return len(opening) <= MAX_LABEL and block.zone not in NOT_NEAR and key(opening.rstrip(": ")) in SECTION_LABELS


def _announced(block: Block) -> Iterator[str]:
    return map(trimmed, map(_name_in, values_behind(block, SECTION_LABELS)))


def _name_in(value: str) -> str:
    """Return the section at the beginning of what its label announces: a date, counters and a full stop stand behind it."""
    return _COUNTER.split(before_date(value), maxsplit=1)[0].removesuffix(".")


def _boxed_in_line(block: Block) -> Iterator[str]:
    """Yield the parts of a line that stand in elements which call themselves a section."""
    for atom, owner in zip(block.atoms, block.owners, strict=True):
        named = owner is not block.element and _names_section(words_of(owner)) and 0 < len(said := trimmed(atom)) <= MAX_SECTION
        if named and said[0].isupper() and is_told_section(said) and not (is_label(said, RELATED) or key(said) in _PREPOSED):
            yield said


def _behind_folder(block: Block) -> Iterator[str]:
    said = behind_folder(block) if len(block.text) <= MAX_LINE and len(block.element) else ""
    if said and is_told_section(said := trimmed(said)) and is_small(block.element, MAX_LINE):
        yield said


def _labelled(block: Block, following: Sequence[Block]) -> str:
    """Return what a section's label in a block announces, in the same text, the next one or the block that follows, or ""."""
    if following and len(block.text) <= MAX_LABEL and key(block.text) in SECTION_LABELS:
        return following[0].text[: MAX_SECTION + 1]
    for line in block.text.split("\n") if "\n" in block.text else (block.spaced,):
        if (label := _LABELLED.match(line.lower())) and ":" not in label[1]:
            return line[label.start(1) :]
    return next(values_behind(block, SECTION_LABELS), "")


def _linked_sections(block: Block) -> Iterator[str]:
    menu = len(block.links) > MAX_SECTION_WORDS or is_of_menu(block.element)  # nobody files an article under five sections
    for link in block.links:
        if _calls_itself_section(link) or (not menu and SECTION_PATH.search(link.get("href") or "")):
            said = trimmed(spaced_text(link))
            if 0 < len(said) <= MAX_SECTION and not is_home(link):
                yield said


def _calls_itself_section(link: HtmlElement) -> bool:
    parent = link.getparent()
    return _names_section(words_of(link)) or (parent is not None and _is_section_box(parent))


def _is_section_box(element: HtmlElement) -> bool:
    """Return whether an element calls itself a section and holds little: whole columns are a "content-section" as well."""
    return _names_section(words_of(element)) and is_small(element, 2 * MAX_SECTION)


@lru_cache(maxsize=2048)  # a run repeats its pages' names
def _names_section(words: str) -> bool:
    return _SECTION_WORDS.search(words) is not None

"""What a side column or a list of credits says of the article: labels and values ("Күні", "Автор", "Оқылды")."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kznews.extract.block import Block
from kznews.extract.blocks import with_labels
from kznews.extract.labels import AUTHOR_LABELS, DATE_LABELS, MAX_LABEL, SECTION_LABELS, TAG_LABELS, names_maker
from kznews.extract.people.names import may_be_name, people_in
from kznews.extract.phrases import key
from kznews.extract.texts import is_date, is_text
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

MIN_LABELS = 2
"""Labels of an article's date, author, section or tags that make a list one about it."""
PAIR = 2
"""A label and its value."""
_BESIDE = frozenset((Zone.ASIDE, Zone.CAPTION))
"""A list of credits calls itself as lines under pictures do."""
_LABELS = AUTHOR_LABELS | DATE_LABELS | SECTION_LABELS | TAG_LABELS


def facts_beside(blocks: Sequence[Block]) -> list[Block]:
    """Return the values of a list in a side column or of credits that is about the article, each with its label before it.

    [] if there is none. A page with several such lists has them of several articles.
    """
    pairs = [(label, value) for label, value in pairwise(blocks) if _is_term(label) and value.element.tag == "dd"]
    lists: dict[object, list[tuple[Block, Block]]] = {}
    for label, value in pairs:
        lists.setdefault(next(label.element.iterancestors("dl"), None), []).append((label, value))
    about = [found for found in lists.values() if sum(key(label.text) in _LABELS for label, _ in found) >= MIN_LABELS]
    return [_joined(label, value) for label, value in about[0]] if len(about) == 1 else []


def _is_term(block: Block) -> bool:
    return block.element.tag == "dt" and block.zone in _BESIDE and len(block.text) <= MAX_LABEL


def _joined(label: Block, value: Block) -> Block:
    name = Block(label.element, Zone.META, f"{label.text.rstrip(' :')}:", label.element)
    joined = with_labels([name, value])[0]
    joined.zone = Zone.META
    return joined


def facts_in_boxes(blocks: Sequence[Block]) -> set[Block]:
    """Return the labels of an article's date and makers with their values, each pair alone in a box, over the second paragraph.

    So page builders set them in columns beside each other ("Мәтін" over a name, "Жарияланды" over a day). One pair alone may be
    said of something else. Never raises.
    """
    found: list[Block] = []
    paragraphs = 0
    for label, value in pairwise(blocks):
        if is_text(label) and (paragraphs := paragraphs + 1) > 1:
            break
        if len(label.text) <= MAX_LABEL and _fill_box(label.element, value.element) and _is_fact(label.text, value.text):
            found += (label, value)
    return set(found) if len(found) > PAIR else set()


def _fill_box(label: HtmlElement, value: HtmlElement) -> bool:
    """Return whether two elements stand in one box that holds nothing else."""
    return label.getnext() is value and label.getprevious() is None and value.getnext() is None


def _is_fact(label: str, value: str) -> bool:
    if names_maker(label):
        return all(map(may_be_name, people_in(value)))
    return key(label) in DATE_LABELS and is_date(value)

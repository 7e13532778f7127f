"""What a machine sums up of an article, in a box over its text ("Қысқаша: ЖИ дайындады")."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from kznews.extract.body.boxes import BOXES
from kznews.extract.phrases import MAX_LABEL, key
from kznews.extract.texts import is_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

MAX_SUMMARY, MAX_LINES = 1200, 12
"""Letters and lines of a summary with its label and what is said of its errors."""
_HINT = re.compile(r"(?<!\w)(?:ЖИ|ИИ|AI|GPT|ChatGPT|[Жж]асанды|[Нн]ейро\w+|[Ии]скусственн\w+|[Jj]asandy)(?!\w)")
"""A machine is called so: most lines name none."""
_MACHINES = "жи ии ai gpt chatgpt жасанды нейрожелі нейросеть нейросети искусственный искусственного"
_MADE = (
    "қысқаша түйін түйіні түйіндеме мазмұны мазмұндама дайындады дайындаған әзірледі әзірлеген "
    "қысқартты жасады қорытты summary tldr кратко пересказ подготовил подготовлено"
)
_MACHINE_WORDS, _MADE_WORDS = (frozenset(map(key, words.split())) for words in (_MACHINES, _MADE))


def without_summaries(inside: list[Block], blocks: Blocks, container: HtmlElement | None) -> list[Block]:
    """Return the blocks without those in a box over the first paragraph that calls itself a machine's summary. Never raises."""
    if container is None:
        return inside
    over = takewhile(lambda block: not (is_text(block) and block.element.tag == "p"), inside)
    label = next((block for block in over if labels_summary(block)), None)
    box = _box_of(label, blocks, container) if label is not None else None
    if box is None:
        return inside
    summed = set(blocks.inside(box))
    left = [block for block in inside if block not in summed]
    return left if any(map(is_text, left)) else inside


def labels_summary(block: Block) -> bool:
    """Return whether a short line says that a machine sums up what follows. Never raises."""
    if len(block.text) > MAX_LABEL or _HINT.search(block.text) is None:
        return False
    words = set(key(block.spaced).split())
    return not (words.isdisjoint(_MACHINE_WORDS) or words.isdisjoint(_MADE_WORDS))


def _box_of(label: Block, blocks: Blocks, container: HtmlElement) -> HtmlElement | None:
    """Return the box below the container that holds a label and what follows it; None where that is more than a summary."""
    boxes = takewhile(lambda node: node is not container, (label.element, *label.element.iterancestors()))
    box = next((node for node in boxes if node.tag in (*BOXES, "details") and len(blocks.inside(node)) > 1), None)
    return box if box is not None and _is_small(blocks.inside(box)) else None


def _is_small(lines: Sequence[Block]) -> bool:
    return len(lines) <= MAX_LINES and sum(len(line.text) for line in lines) <= MAX_SUMMARY

"""A text in parts that stand right in the page: builders set each paragraph in a row of its own, with no box around them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.body.container import is_teaser
from kznews.extract.damaged import MIN_GOING_ON, child_of, ends_article
from kznews.extract.texts import is_text
from kznews.extract.zones import Zone

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.blocks import Blocks

_BOXES = frozenset(("div", "section"))
NEAR = 40
"""Blocks behind the headline among which the text begins."""


def parts_in_page(box: HtmlElement, title: HtmlElement | None, blocks: Blocks, title_at: int) -> list[HtmlElement]:
    """Return the boxes of one tag and class right in the page's body that hold a text behind its headline.

    `box` is one of them or in one, or is the body. Three of them or more hold running text; what opens another article, a list or
    the comments, or leads there, ends them. An empty list for any other page, and where text stands between them in the body.
    """
    page = box if box.tag == "body" else next(box.iterancestors("body"), None)
    if page is None or title is None or title_at < 0:
        return []
    top = child_of((page,), title)
    first = next(filter(_is_running, islice(blocks.all, title_at + 1, title_at + 1 + NEAR)), None)
    kind = child_of((page,), first.element if box is page and first is not None else box)
    if kind is top or kind.tag not in _BOXES or kind.get("class") is None:  # nearly all pages
        return []
    parts, others = _alike(kind, top, blocks)
    texts = sum(any(map(_is_running, blocks.inside(part))) for part in parts)
    return parts if texts >= MIN_GOING_ON and kind in parts and not (others and box is page) else []


def _alike(kind: HtmlElement, top: HtmlElement, blocks: Blocks) -> tuple[list[HtmlElement], int]:
    """Return the boxes behind `top` of the tag and class of `kind`, from the first to the last with running text in it.

    With them how many others between these hold some.
    """
    parts: list[HtmlElement] = []
    held = others = between = 0
    for part in top.itersiblings():
        inside = blocks.inside(part)
        said = any(map(_is_running, inside))
        if part.tag != kind.tag or part.get("class") != kind.get("class"):
            between += bool(parts) and said
        elif parts or said:
            if any(_ends_parts(block, blocks) for block in inside):
                break
            parts.append(part)
            if said:
                held, others = len(parts), between
    return parts[:held], others


def _is_running(block: Block) -> bool:
    return block.zone is Zone.CONTENT and is_text(block)


def _ends_parts(block: Block, blocks: Blocks) -> bool:
    """Return whether a block opens something else than a part of this text, or leads to it."""
    leads = block.linked > 0 and not is_text(block)
    return block.zone is Zone.COMMENTS or leads or ends_article(block) or is_teaser(block, blocks)

"""Lines of a masthead that say several things side by side: "8 маусым 2022 · Петропавл +19°C · USD 427.6 · EUR 458.3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.block import Block
from kznews.extract.texts import has_digit
from kznews.extract.widgets import LONGEST_BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as HtmlElement

    _Part = list[tuple[str, HtmlElement]]
    """Texts with the elements they stand in."""

_BETWEEN = re.compile(r"\s*[|·•∙]\s*")


def divided(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, one of several things between bars or dots as one block for each; all of them stand in its element."""
    for block in blocks:
        text = block.text
        if ("|" in text or "·" in text or "•" in text or "∙" in text) and len(text) <= LONGEST_BLOCK and has_digit(text):
            yield from _parts_of(block)
        else:
            yield block


def _parts_of(block: Block) -> Iterator[Block]:
    parts = [part for part in _divided(zip(block.atoms, block.owners, strict=True)) if part]
    if len(parts) == 1:
        yield block
        return
    for part in parts:
        atoms, owners = [atom for atom, _ in part], [owner for _, owner in part]
        linked = [(atom, link) for atom, owner in part if (link := _link_around(owner, block.links)) is not None]
        links = list(dict.fromkeys(link for _, link in linked))
        yield Block(block.element, block.zone, " ".join(atoms), owners, atoms, links, sum(len(atom) for atom, _ in linked))


def _link_around(owner: HtmlElement, links: Iterable[HtmlElement]) -> HtmlElement | None:
    return next((link for link in links if link is owner or link in owner.iterancestors()), None)


def _divided(texts: Iterable[tuple[str, HtmlElement]]) -> list[_Part]:
    """Return texts in parts; a bar or a dot may stand in a text or be one."""
    parts: list[_Part] = [[]]
    for atom, owner in texts:
        for at, piece in enumerate(_BETWEEN.split(atom)):
            parts += [[]] if at else []
            parts[-1] += [(piece, owner)] if piece else []
    return parts

"""Lines of a masthead that say several things side by side: "8 маусым 2022 · Петропавл +19°C · USD 427.6 · EUR 458.3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.block import Block
from kznews.extract.selecting import short_text, text_nodes
from kznews.extract.texts import has_digit
from kznews.extract.widgets import (
    LONGEST_BLOCK,
    LONGEST_LINE,
    MAX_WIDGET_TEXT,
    MIN_CURRENCIES,
    decimals_in,
    is_small,
    is_ticker,
)
from kznews.kazakh.currency import find_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as HtmlElement

    _Part = list[tuple[str, HtmlElement]]
    """Texts with the elements they stand in."""

MAX_LINES = 40
"""Long lines with figures on a page that are looked at, at most: excerpts of cards may be among them."""
_BETWEEN = re.compile(r"\s*[|·•∙]\s*")
_GAP = re.compile(r"\s*[\u00a0\u2002\u2003](?:\s*[\u00a0\u2002\u2003]|\s)\s*")
"""Spaces that are written to part things, a plain one behind them: white space alone is shown as one."""
_RATE = re.compile(r"[\s:=—–•·-]*\d{1,4}[.,]\d{1,4}(?:\s?[/–-]\s?\d{1,4}[.,]\d{1,4})?\s*₸?")
"""The rest of a text that is nothing but a currency and its rate, with decimals as no price of something else has."""


def divided(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, one of several things between bars or dots as one block for each; all of them stand in its element.

    A line that is longer than a widget's block is divided at wide gaps, or at bars if it is a line of figures; of many
    the first ones.
    """
    lines = 0
    for block in blocks:
        text = block.text
        if ("|" in text or "·" in text or "•" in text or "∙" in text) and len(text) <= LONGEST_BLOCK and has_digit(text):
            yield from _parts_of(block, _at_bars(block))
        elif LONGEST_BLOCK < len(text) <= LONGEST_LINE and lines < MAX_LINES and decimals_in(text) >= MIN_CURRENCIES:
            lines += 1
            yield from _parts_of(block, _of_line(block))
        else:
            yield block


def parts_beside(block: Block) -> list[str]:
    """Return the other parts of the line that a block is one part of (`divided`); [] for a block that is none."""
    said = short_text(block.element, LONGEST_BLOCK)
    parts = [part for part in _BETWEEN.split(said) if part] if said else []
    return [part for part in parts if part != block.text] if len(parts) > 1 and block.text in parts else []


def shows_rate(part: str) -> bool:
    """Return whether a part of a line is one currency with its rate and nothing else: "USD 470,2"."""
    found = [place for place in find_all(part) if place[2] != "KZT"] if len(part) <= MAX_WIDGET_TEXT else []
    return len(found) == 1 and _RATE.fullmatch(f"{part[: found[0][0]]}{part[found[0][1] :]}") is not None


def _parts_of(block: Block, divided: list[_Part]) -> Iterator[Block]:
    parts = [part for part in divided if part]
    if len(parts) <= 1:
        yield block
        return
    for part in parts:
        atoms, owners = [atom for atom, _ in part], [owner for _, owner in part]
        linked = [(atom, link) for atom, owner in part if (link := _link_around(owner, block.links)) is not None]
        links = list(dict.fromkeys(link for _, link in linked))
        yield Block(block.element, block.zone, " ".join(atoms), owners, atoms, links, sum(len(atom) for atom, _ in linked))


def _link_around(owner: HtmlElement, links: Iterable[HtmlElement]) -> HtmlElement | None:
    return next((link for link in links if link is owner or link in owner.iterancestors()), None)


def _at_bars(block: Block) -> list[_Part]:
    return _divided(zip(block.atoms, block.owners, strict=True))


def _of_line(block: Block) -> list[_Part]:
    """Return a long line in parts; [] where no part would be a widget's."""
    parts = _divided(_with_gaps(block))
    said = (" ".join(atom for atom, _ in part) for part in parts)
    if any(len(text) <= LONGEST_BLOCK and decimals_in(text) for text in said):
        return parts
    return _at_bars(block) if is_ticker(block.text) else []


def _with_gaps(block: Block) -> list[tuple[str, HtmlElement]]:
    """Return the texts of a block with a bar in place of each wide gap; [] where the element holds more than a line."""
    if not is_small(block.element, LONGEST_LINE):
        return []
    found: list[tuple[str, HtmlElement]] = []
    atoms = list(zip(block.atoms, block.owners, strict=True))[::-1]
    for node in text_nodes(block.element):
        said = " ".join(node.split())
        if not said or (atoms and said == atoms[-1][0]):
            owner = atoms.pop()[1] if said else block.element
            found.append((" ".join(_GAP.sub(" | ", node).split()), owner))
    return [] if atoms else found


def _divided(texts: Iterable[tuple[str, HtmlElement]]) -> list[_Part]:
    """Return texts in parts; a bar or a dot may stand in a text or be one."""
    parts: list[_Part] = [[]]
    for atom, owner in texts:
        for at, piece in enumerate(_BETWEEN.split(atom)):
            parts += [[]] if at else []
            parts[-1] += [(piece, owner)] if piece else []
    return parts

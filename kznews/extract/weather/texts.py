"""The texts of a block that may show the weather, with the signs that stand apart from their figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

_SIGNS = ("+", "\u2212")
ALONE = frozenset((*_SIGNS, "-", "–"))
"""Signs that may stand in elements of their own before a figure."""
_DEGREES_ALONE = frozenset(f"{sign}{letter}" for sign in "°º˚" for letter in ("", "C", "С", " C", " С")) | {"℃"}
"""Signs that may stand in elements of their own behind a figure."""
_BEHIND = _DEGREES_ALONE | {"%"}
_PLUS_APART, _MINUS_APART = re.compile(r"(?:^|[\s:])\+ \d"), re.compile(r"(?<![^\s:])[-−–] (?=\d)")


def texts_of(block: Block, *, apart: bool = False) -> Iterator[tuple[str, HtmlElement]]:
    """Return a block's text nodes, each with the element it stands in; a sign in an element of its own is part of the next.

    There a plus and a true minus are signs, while a hyphen or a dash may also divide: it keeps a blank, as one in a text.
    With `apart` signs have blanks behind them on this page, so that a hyphen before a figure is one.
    """
    atoms = [_MINUS_APART.sub("-", atom) for atom in block.atoms] if apart else block.atoms
    if not ALONE.isdisjoint(atoms):
        signs = [f"{atom}{'' if atom in _SIGNS else ' '}" if atom in ALONE else "" for atom in ("", *atoms[:-1])]
        atoms = ["" if atom in ALONE else f"{sign}{atom}" for sign, atom in zip(signs, atoms, strict=True)]
    return zip(atoms, block.owners, strict=True)


def with_degrees(texts: Iterable[tuple[str, HtmlElement]]) -> Iterator[tuple[str, HtmlElement]]:
    """Yield texts with the sign of the degree, or of per cent, that stands in an element of its own behind its figure."""
    held: tuple[str, HtmlElement] | None = None
    for atom, owner in texts:
        if held is not None and atom in _BEHIND and held[0][-1:].isdigit():
            yield f"{held[0]}{atom}", held[1]
            held = None
            continue
        if held is not None:
            yield held
        held = atom, owner
    if held is not None:
        yield held


def stands_apart(block: Block) -> bool:
    """Return whether a plus in a text has a blank behind it: "Алматы: + 3 °C"; nobody divides a name from a figure by one."""
    return "+ " in block.spaced and any(map(_PLUS_APART.search, block.atoms))

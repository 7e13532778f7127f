"""How a line is set apart from the text around it: in small letters, in italics, in the middle, at the edge."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

_ITALICS = frozenset(("i", "em"))
_SMALL = re.compile(r"font-size:\s*(?:x-small|small(?:er)?|[6-9](?:\.\d+)?pt|(?:[89]|1[0-2])(?:\.\d+)?px)")
_CENTRED = re.compile(r"text-align:\s*center")
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)|font:[^;]*\bbold\b")
_LARGE = re.compile(r"font-size:\s*(?:x{0,2}-?large|larger|(?:1[5-9]|[2-9]\d)px|1[3-9]pt|2\dpt|1\.[2-9]\d?r?em|1[2-9]\d%)")
_LARGE_FONT = re.compile(r"[4-7]|\+[1-4]")
_LARGE_TAGS = frozenset(("b", "strong", "big", "u"))
_STYLES = re.compile(rb"<(?:style|STYLE)[^>]*>([^<]{1,100000})")
_CLASS = re.compile(r"(?:[a-z]\w*)?\.([\w-]+)", re.IGNORECASE)
_AT_EDGE = re.compile(r"text-align:\s*(?:right|left|end)")

_FLOATS = re.compile(r"(?<![\w-])float:\s*(?:left|right)")
_FLOAT_CLASS = re.compile(r"(?<![\w-])(?:align-?(?:left|right)|(?:float|pull)-(?:left|right|start|end))(?![\w-])")
"""Classes by which a text flows around an element: of WordPress and Drupal, of Bootstrap."""


def is_floated(element: HtmlElement) -> bool:
    """Return whether a text flows around an element by its attributes, its style or a known class."""
    if element.get("align") in ("left", "right") or _has_style(_FLOATS, element):
        return True
    return _FLOAT_CLASS.search(element.get("class") or "") is not None


def is_set_apart(block: Block) -> bool:
    """Return whether a line stands in the middle, or in italics or in small letters from end to end."""
    return is_centred(block.element) or is_small_print(block) or is_in_italics(block)


def is_small_print(block: Block) -> bool:
    """Return whether all text of a block is in small letters by its markup."""
    return all(map(_says_small, block.owners))


def is_in_italics(block: Block) -> bool:
    """Return whether all text of a block is in italics by its markup."""
    return all(any(node.tag in _ITALICS for node in _inside(block, owner)) for owner in block.owners)


def is_centred(element: HtmlElement) -> bool:
    """Return whether an element itself stands in the middle."""
    return element.tag == "center" or element.get("align") == "center" or _has_style(_CENTRED, element)


def is_at_edge(element: HtmlElement) -> bool:
    """Return whether an element itself says at which edge its lines stand, as signatures do and paragraphs hardly ever."""
    return element.get("align") in ("right", "left") or _has_style(_AT_EDGE, element)


def has_initial(element: HtmlElement, markup: bytes) -> bool:
    """Return whether the styles in a page's own markup set the first letter of an element's class apart, as books do.

    Never raises.
    """
    names = b"|".join(re.escape(name.encode()) for name in (element.get("class") or "").split())
    if not names or b":first-letter" not in markup:
        return False
    return re.search(rb"\.(?:%s)(?![\w-])[^{},<]{0,40}:first-letter" % names, markup) is not None


def bold_classes(markup: bytes) -> frozenset[str]:
    """Return the classes whose elements the styles in a page's own markup set in bold letters. Never raises."""
    found: set[str] = set()
    for styles in _STYLES.finditer(markup):
        for rule in styles[1].split(b"}"):
            if b"font" not in rule:  # nearly all; a sheet may have thousands
                continue
            selectors, _, declared = rule.decode("latin-1").rpartition("{")
            if _BOLD.search(declared):
                last = (words[-1] for one in selectors.rpartition("{")[2].split(",") if (words := one.split()))
                found.update(match[1] for selector in last if (match := _CLASS.fullmatch(selector)))
    return frozenset(found)


def is_emphasised(block: Block, bold: frozenset[str]) -> bool:
    """Return whether all text of a line is bold, underlined or in large letters; `bold` are classes that set it so."""
    around = ((*_inside(block, owner), block.element) for owner in block.owners)
    return block.all_bold or all(any(_stands_out(node, bold) for node in nodes) for nodes in around)


def _stands_out(node: HtmlElement, bold: frozenset[str]) -> bool:
    if node.tag in _LARGE_TAGS or (node.tag == "font" and _LARGE_FONT.fullmatch(node.get("size") or "")):
        return True
    return not bold.isdisjoint((node.get("class") or "").split()) or _has_style(_BOLD, node) or _has_style(_LARGE, node)


def _has_style(style: re.Pattern[str], element: HtmlElement) -> bool:
    return style.search(element.get("style") or "") is not None


def _says_small(owner: HtmlElement) -> bool:
    return owner.tag == "small" or owner.get("size") == "1" or _has_style(_SMALL, owner)


def _inside(block: Block, owner: HtmlElement) -> list[HtmlElement]:
    """Return the element of a text and those around it inside its block."""
    return list(takewhile(lambda node: node is not block.element, (owner, *owner.iterancestors())))


def with_drawn_initials(kept: Sequence[Block]) -> dict[Block, str]:
    """Return the paragraphs whose first letter is a picture of it (`<img alt="Б">ір кездері`), each with its whole text."""
    small = (block for block in kept if block.text[:1].islower())
    return {block: letter + block.text for block in small if (letter := _drawn_letter(block.element))}


def _drawn_letter(element: HtmlElement) -> str:
    picture = next(iter(element), None)
    if picture is None or picture.tag != "img" or (element.text or "").strip() or not (picture.tail or "")[:1].islower():
        return ""
    said = (picture.get("alt") or "").strip()
    return said if len(said) == 1 and said.isupper() else ""

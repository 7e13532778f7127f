"""What stands behind the last link of crumbs: the headline, a word for any article, or the narrower section."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.phrases import key
from kznews.extract.section.names import BETWEEN_CRUMBS, is_section, trimmed
from kznews.extract.selecting import spaced_text, text_nodes
from kznews.extract.texts import has_digit
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MIN_SHORTENED = 8
"""Letters of a headline's beginning that crumbs show for the whole."""
STEM = 5
"""Letters of a word without its ending, at most."""
AROUND = 3
"""Boxes up from a text of crumbs to its link."""
_ANY_ARTICLE = frozenset(
    map(key, ("мәтін", "толық мәтін", "толығырақ", "мақала", "жаңалық", "материал", "оқу", "қарау", "жазба", "хабар", "новость",
              "статья", "подробнее", "просмотр", "страница", "бет", "news", "article", "post", "detail"))
)  # fmt: skip
"""What crumbs call whatever article stands there."""


def end_of_box(box: HtmlElement, headline: str) -> str:
    """Return the section that a box of crumbs shows behind its last link, or "". Never raises."""
    nodes = [(str(node), node.getparent()) for node in text_nodes(box) if node.strip()]
    return _end_of([(said, parent is not None and _is_linked(parent)) for said, parent in nodes], headline)


def end_of_line(block: Block, headline: str) -> str:
    """Return the section that a line with links shows behind its last one, or "". Never raises."""
    return _end_of([(said, _is_linked(owner)) for said, owner in zip(block.atoms, block.owners, strict=True)], headline)


def end_of_way_home(block: Block, headline: str) -> str:
    """Return the section between the way home and the headline that a line ends with, or "". Never raises."""
    return end_of_line(block, headline) if says_headline(block.atoms[-1], headline) else ""


def end_without_address(links: Sequence[HtmlElement], headline: str) -> str:
    """Return the section that the last of some crumbs says, a link without address as scripts leave it; or "". Never raises."""
    if not links or links[-1].get("href") is not None or not headline:
        return ""
    said = one_line(spaced_text(links[-1]))
    return said if is_section(said) and not says_headline(said, headline) and key(said) not in _ANY_ARTICLE else ""


def says_headline(said: str, headline: str) -> bool:
    """Return whether crumbs end with the headline, whole, its beginning or several of its words. Never raises."""
    whole, part = key(headline), key(said)
    if not whole:
        return False
    if part == whole or (len(part) >= MIN_SHORTENED and whole.startswith(part)) or part.startswith(whole):
        return bool(part)
    words = part.split()
    return len(words) > 1 and all(f" {word[:STEM]}" in f" {whole}" for word in words)


def _is_linked(node: HtmlElement) -> bool:
    return any(holder.tag == "a" for holder in islice((node, *node.iterancestors()), AROUND))


def _end_of(texts: Sequence[tuple[str, bool]], headline: str) -> str:
    last = max((at for at, (_, linked) in enumerate(texts) if linked), default=-1)
    if last < 0 or not headline:
        return ""
    behind = [trimmed(part) for said, _ in texts[last + 1 :] for part in BETWEEN_CRUMBS.split(f" {said} ")]
    left = [part for part in behind if part and not says_headline(part, headline)]
    fit = len(left) == 1 and is_section(left[0]) and key(left[0]) not in _ANY_ARTICLE and not has_digit(left[0])
    return left[0] if fit and left[0][0].upper() == left[0][0] else ""

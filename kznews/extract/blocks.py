"""A page as a reader meets it: blocks of text in page order, each with what its markup says about it.

What surrounds an article (menus, sidebars, share buttons, comments, related lists) is known by its zone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kznews.extract.block import Block
from kznews.extract.labels import names_maker
from kznews.extract.people.names import may_be_name, people_in
from kznews.extract.walk import walk
from kznews.extract.zones import OPEN_TAGS, hides_by_class, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.walk import Folds

MAX_LABEL = 24
"""A label before a value ("Жарияланған күні:") is shorter."""
MAX_VALUES = 200
"""Letters of the values behind one term."""
MAX_DEPTH = 250
"""lxml drops what is nested deeper than its own cap near 256; whoever comes close to it is refused."""
_TOO_DEEP = etree.XPath("boolean(/" + "/".join("*" * (MAX_DEPTH + 2)) + ")")


class Blocks:
    """The blocks of a page and the range of blocks that each block-level element holds."""

    def __init__(
        self,
        root: HtmlElement,
        *,
        keep: frozenset[HtmlElement] = frozenset(),
        drop: frozenset[HtmlElement] = frozenset(),
        hidden: frozenset[HtmlElement] | None = None,
        no_links: frozenset[HtmlElement] = frozenset(),
        folds: Folds | None = None,
    ) -> None:
        """Walk `root`; `keep` (title, body and what holds them) is never taken for furniture, `drop` is left out.

        So are `hidden` elements (None: they are looked for), but for those kept; `no_links` are links that are taken for none;
        `folds` says which furniture is not entered, by its element and zone. A page too deep is not walked.
        """
        self.all: list[Block] = []
        self.spans: dict[HtmlElement, tuple[int, int]] = {}
        self.teasers: dict[Block, bool] = {}
        """What is known of a block: whether it stands in a card of another article (`container.is_teaser`)."""
        self.headline: Block | None = None
        """The block that shows the page's headline, once that is known."""
        self.folded = False
        """Whether anything was not entered."""
        self.too_deep = bool(_TOO_DEEP(root))
        if not self.too_deep:
            kept = frozenset(ancestor for element in keep for ancestor in (element, *element.iterancestors()))
            out = filter(is_hidden, root.iter()) if hidden is None else hidden
            self.folded = walk(root, self.all, self.spans, kept, drop, _left_out(out, kept), folds, no_links)

    def inside(self, element: HtmlElement) -> list[Block]:
        """Return the blocks inside a block-level element, in page order."""
        start, end = self.spans.get(element, (0, 0))
        return self.all[start:end]


def box_around(block: Block, blocks: Blocks, container: HtmlElement | None) -> tuple[int, int]:
    """Return the range of blocks of the box that a block opens or stands in; an empty one if that holds `container` or is it."""
    for box in (block.element, *block.element.iterancestors()):
        if box is container:
            break
        start, end = blocks.spans.get(box, (0, 0))
        if end - start > 1:
            return start, end
    return 0, 0


def blocks_in(element: HtmlElement) -> list[Block]:
    """Return the blocks inside one element, as if it were a page by itself."""
    blocks: list[Block] = []
    hidden = (node for node in element.iter() if (names := node.get("class")) and hides_by_class(names))
    walk(element, blocks, {}, frozenset(), frozenset(), _left_out(hidden, frozenset()))
    return blocks


def _left_out(hidden: Iterable[HtmlElement], keep: frozenset[HtmlElement]) -> frozenset[HtmlElement]:
    """Return the hidden elements that are left out: neither what is kept nor a page's own box, which a script shows."""
    return frozenset(element for element in hidden if element not in keep and element.tag not in OPEN_TAGS)


def with_labels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with each label that stands alone ("Авторы:"), and each term of a list, joined to the block behind it.

    Linked values that follow a term with a colon are joined to it as well: tags are several.
    """
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and (_announces(last, block) or _goes_on(last, block)):
            atoms, owners = [*last.atoms, *block.atoms], [*last.owners, *block.owners]
            text, links, linked = f"{last.text} {block.text}", [*last.links, *block.links], last.linked + block.linked
            joined[-1] = Block(block.element, block.zone, text, owners, atoms, links, linked, block.bold)
        else:
            joined.append(block)
    return joined


def _announces(label: Block, block: Block) -> bool:
    if len(label.text) > MAX_LABEL or label.links:
        return False
    if label.text.endswith(":"):
        return True
    if label.element.getnext() is not block.element:
        return False
    if label.element.tag == "dt":
        return True
    first = label.element.getprevious() is None and block.element.tag == label.element.tag
    return first and names_maker(label.text) and all(map(may_be_name, people_in(block.text)))  # a row of a crew's table


def _goes_on(last: Block, block: Block) -> bool:
    """Return whether a block is the next linked value of a term with a colon that was joined to its first one."""
    if block.element.tag != "dd" or not (block.links and last.links) or last.element is not block.element.getprevious():
        return False
    return last.has_parts and last.atoms[0].endswith(":") and len(last.text) <= MAX_VALUES

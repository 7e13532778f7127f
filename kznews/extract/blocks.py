"""A page as a reader meets it: blocks of text in page order, each with what its markup says about it.

One walk over the tree. A block is the text between two block-level boundaries; what surrounds an article (menus, sidebars,
share buttons, comments, related lists) is known by its zone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kznews.extract.zones import OPEN_TAGS, Zone, is_hidden, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

BLOCK_TAGS = frozenset(
    [
        "amp-sidebar",
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ],
)
_SILENT_TAGS = frozenset(
    [
        "applet",
        "audio",
        "button",
        "canvas",
        "datalist",
        "embed",
        "head",
        "iframe",
        "input",
        "label",
        "map",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ],
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MAX_LABEL = 24
"""A label before a value ("Жарияланған күні:") is shorter."""
MAX_DEPTH = 250
"""lxml drops what is nested deeper than its own cap near 256; whoever comes close to it is refused."""


@dataclass(slots=True, eq=False)  # two blocks with one text are two blocks
class Block:
    """The text between two block-level boundaries."""

    element: HtmlElement
    """The innermost block-level element around it."""
    zone: Zone
    text: str = ""
    """As read: inline elements joined without a space, white space folded, a single <br> as a line end."""
    atoms: list[str] = field(default_factory=list)
    """Its text nodes, white space folded."""
    owners: list[HtmlElement] = field(default_factory=list)
    """The element that each text node stands in."""
    linked: int = 0
    """Letters of it that stand inside links."""
    bold: int = 0
    """Letters of it that stand inside strong or b."""
    links: list[HtmlElement] = field(default_factory=list)

    @property
    def spaced(self) -> str:
        """The text nodes joined by spaces, as furniture is shown."""
        return " ".join(self.atoms)

    @property
    def link_share(self) -> float:
        """The part of the text that is links, 0 to 1."""
        return self.linked / max(len(self.text), 1)

    @property
    def heading(self) -> bool:
        """Whether it stands in h1 to h6."""
        return self.element.tag in HEADINGS

    @property
    def all_bold(self) -> bool:
        """Whether the whole text is bold (or a heading)."""
        return self.heading or self.bold >= len("".join(self.text.split())) * 0.9


def with_labels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with each label that stands alone ("Авторы:") joined to the block that follows it."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and last.text.endswith(":") and len(last.text) <= MAX_LABEL and not last.links:
            atoms, owners = [*last.atoms, *block.atoms], [*last.owners, *block.owners]
            joined[-1] = replace(block, text=f"{last.text} {block.text}", atoms=atoms, owners=owners)
        else:
            joined.append(block)
    return joined


@dataclass(slots=True, frozen=True)
class _Part:
    """A text node (or a line end) with the link and the emphasis it stands in."""

    text: str
    link: HtmlElement | None
    bold: bool
    owner: HtmlElement | None = None


_LINE_END = _Part("\n", None, bold=False)


class Blocks:
    """The blocks of a page and the range of blocks that each block-level element holds."""

    def __init__(
        self,
        root: HtmlElement,
        *,
        keep: frozenset[HtmlElement] = frozenset(),
        drop: frozenset[HtmlElement] = frozenset(),
    ) -> None:
        """Walk `root`; `keep` (title, body and what holds them) is never taken for furniture, `drop` is left out."""
        self.all: list[Block] = []
        self.spans: dict[HtmlElement, tuple[int, int]] = {}
        self.too_deep = False
        self._keep = {ancestor for element in keep for ancestor in (element, *element.iterancestors())}
        self._drop = drop
        self._parts: list[_Part] = []
        self._said = False
        self._link: HtmlElement | None = None
        self._bold = 0
        self._visit(root, root, Zone.CONTENT, 0)

    def inside(self, element: HtmlElement) -> list[Block]:
        """Return the blocks inside a block-level element, in page order."""
        start, end = self.spans.get(element, (0, 0))
        return self.all[start:end]

    def _visit(self, element: HtmlElement, block: HtmlElement, zone: Zone, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT_TAGS or element in self._drop:
            return
        if depth > MAX_DEPTH:
            self.too_deep = True
        elif tag == "br":
            self._parts.append(_LINE_END)
        elif element in self._keep or tag in OPEN_TAGS or not is_hidden(element):
            if tag in BLOCK_TAGS:
                self._visit_block(element, tag, block, zone, depth)
            else:
                self._visit_inline(element, tag, block, zone, depth)

    def _visit_block(self, element: HtmlElement, tag: str, block: HtmlElement, zone: Zone, depth: int) -> None:
        self._close(block, zone)
        start = len(self.all)
        own = self._zone(element, tag, zone)
        self._children(element, element, own, depth)
        self._close(element, own)
        self.spans[element] = (start, len(self.all))

    def _visit_inline(self, element: HtmlElement, tag: str, block: HtmlElement, zone: Zone, depth: int) -> None:
        outer_link = self._link
        emphasis = tag in ("b", "strong")
        if tag == "a":
            self._link = element
        self._bold += emphasis
        self._children(element, block, zone, depth)
        self._bold -= emphasis
        self._link = outer_link

    def _children(self, element: HtmlElement, block: HtmlElement, zone: Zone, depth: int) -> None:
        self._add(element.text, element)
        for child in element:
            self._visit(child, block, zone, depth + 1)
            self._add(child.tail, element)

    def _add(self, text: str | None, owner: HtmlElement) -> None:
        if text:
            self._said = self._said or not text.isspace()
            self._parts.append(_Part(text, self._link, self._bold > 0, owner))

    def _close(self, element: HtmlElement, zone: Zone) -> None:
        """End the open block; an empty line (two <br>) divides it into paragraphs."""
        parts, self._parts = self._parts, []
        if not self._said:
            return
        self._said = False
        for group in _split_at_empty_lines(parts):
            if block := _block(element, zone, group):
                self.all.append(block)

    def _zone(self, element: HtmlElement, tag: str, outer: Zone) -> Zone:
        if element in self._keep:
            return Zone.CONTENT
        if tag in OPEN_TAGS:
            return outer
        return zone_of(element) or outer


def _split_at_empty_lines(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Yield paragraphs: lines up to an empty one, or up to a line that is bold where its neighbour is not (a headline)."""
    group: list[_Part] = []
    for line in _lines(parts):
        said = [part for part in line if not part.text.isspace()]
        if not said or (group and _all_bold(group) != _all_bold(said)):
            yield group
            group = []
        if said:
            group += [_LINE_END, *line] if group else line
    yield group


def _lines(parts: list[_Part]) -> Iterator[list[_Part]]:
    line: list[_Part] = []
    for part in parts:
        if part is _LINE_END:
            yield line
            line = []
        else:
            line.append(part)
    yield line


def _all_bold(parts: list[_Part]) -> bool:
    return all(part.bold for part in parts if not part.text.isspace())


def _block(element: HtmlElement, zone: Zone, parts: list[_Part]) -> Block | None:
    joined = "".join(part.text if part is _LINE_END else part.text.replace("\n", " ") for part in parts)
    text = "\n".join(line for line in (" ".join(line.split()) for line in joined.split("\n")) if line)
    if not text:
        return None
    block = Block(element, zone, text)
    for part in parts:
        if not (folded := " ".join(part.text.split())):
            continue
        block.atoms.append(folded)
        block.owners.append(element if part.owner is None else part.owner)
        if part.link is not None:
            block.linked += len(folded)
            if part.link not in block.links:
                block.links.append(part.link)
        if part.bold:
            block.bold += len(folded.replace(" ", ""))
    return block

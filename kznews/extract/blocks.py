"""A page as a reader meets it: blocks of text in page order, each with what its markup says about it.

One walk over the tree. A block is the text between two block-level boundaries; what surrounds an article (menus, sidebars,
share buttons, comments, related lists) is known by its zone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kznews.extract.zones import OPEN_TAGS, TAG_ZONES, Zone, is_hidden, zone_of, zone_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

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


_KINDS = dict.fromkeys(BLOCK_TAGS, "block") | dict.fromkeys(_SILENT_TAGS, "silent")
_KINDS |= {"a": "link", "b": "bold", "strong": "bold", "br": "br"}
_TOO_DEEP = etree.XPath("boolean(/" + "/".join("*" * (MAX_DEPTH + 2)) + ")")
_ALL_BOLD = 0.9

_Part = tuple[str, "HtmlElement | None", bool, "HtmlElement | None"]
"""A text node, the link it stands in, whether it is bold, and the element that holds it."""
_LINE_END: _Part = ("\n", None, False, None)


class Block:
    """The text between two block-level boundaries; two blocks with one text are two blocks."""

    __slots__ = ("atoms", "bold", "element", "linked", "links", "owners", "text", "zone")

    def __init__(
        self,
        element: HtmlElement,
        zone: Zone,
        text: str = "",
        atoms: list[str] | None = None,
        owners: list[HtmlElement] | None = None,
        linked: int = 0,
        bold: int = 0,
        links: list[HtmlElement] | None = None,
    ) -> None:
        self.element = element
        """The innermost block-level element around it."""
        self.zone = zone
        self.text = text
        """As read: inline elements joined without a space, white space folded, a single <br> as a line end."""
        self.atoms: list[str] = [] if atoms is None else atoms
        """Its text nodes, white space folded."""
        self.owners: list[HtmlElement] = [] if owners is None else owners
        """The element that each text node stands in."""
        self.linked = linked
        """Letters of it that stand inside links."""
        self.bold = bold
        """Letters of it that stand inside strong or b."""
        self.links: list[HtmlElement] = [] if links is None else links

    @property
    def spaced(self) -> str:
        """The text nodes joined by spaces, as furniture is shown."""
        return self.text if len(self.atoms) == 1 else " ".join(self.atoms)

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
        return self.element.tag in HEADINGS or self.bold >= len("".join(self.text.split())) * _ALL_BOLD


def with_labels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with each label that stands alone ("Авторы:") joined to the block that follows it."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and last.text.endswith(":") and len(last.text) <= MAX_LABEL and not last.links:
            atoms, owners = [*last.atoms, *block.atoms], [*last.owners, *block.owners]
            text = f"{last.text} {block.text}"
            joined[-1] = Block(block.element, block.zone, text, atoms, owners, block.linked, block.bold, block.links)
        else:
            joined.append(block)
    return joined


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
        self.too_deep = bool(_TOO_DEEP(root))
        self._keep = {ancestor for element in keep for ancestor in (element, *element.iterancestors())}
        self._drop = drop
        self._walk(root)

    def inside(self, element: HtmlElement) -> list[Block]:
        """Return the blocks inside a block-level element, in page order."""
        start, end = self.spans.get(element, (0, 0))
        return self.all[start:end]

    def _walk(self, root: HtmlElement) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop with local variables: half of all time
        """Visit every element once, in page order, when it begins and when it ends."""
        keep, drop, spans = self._keep, self._drop, self.spans
        walk = etree.iterwalk(root, events=("start", "end"))
        parts: list[_Part] = []  # of the open block; empty until it says something
        link: HtmlElement | None = None
        block, zone, bold = root, Zone.CONTENT, 0
        outer: list[tuple[HtmlElement, Zone, int]] = []
        outer_links: list[HtmlElement | None] = []
        skipped = False
        for event, element in walk:
            kind = _KINDS.get(element.tag)
            if event == "start":
                if (
                    kind == "silent"
                    or element in drop
                    or (kind != "br" and element not in keep and element.tag not in OPEN_TAGS and is_hidden(element))
                ):
                    walk.skip_subtree()
                    skipped = True
                    continue
                if kind == "block":
                    if parts:
                        self._close(block, zone, parts)
                        parts = []
                    outer.append((block, zone, len(self.all)))
                    block, zone = element, self._zone(element, zone)
                elif kind == "link":
                    outer_links.append(link)
                    link = element
                elif kind == "bold":
                    bold += 1
                elif kind == "br" and parts:
                    parts.append(_LINE_END)
                text, owner = element.text, element
            else:
                if skipped:
                    skipped = False
                elif kind == "block":
                    if parts:
                        self._close(block, zone, parts)
                        parts = []
                    block, zone, start = outer.pop()
                    spans[element] = (start, len(self.all))
                elif kind == "link":
                    link = outer_links.pop()
                elif kind == "bold":
                    bold -= 1
                text, owner = element.tail, None
            if text and (parts or not text.isspace()):
                parts.append((text, link, bold > 0, element.getparent() if owner is None else owner))

    def _close(self, element: HtmlElement, zone: Zone, parts: list[_Part]) -> None:
        """End the open block; an empty line (two <br>) divides it into paragraphs."""
        if len(parts) == 1:
            [(said, link, bold, owner)] = parts
            text = " ".join(said.split())
            self.all.append(
                Block(
                    element,
                    zone,
                    text,
                    [text],
                    [element if owner is None else owner],
                    len(text) if link is not None else 0,
                    len(text.replace(" ", "")) if bold else 0,
                    [] if link is None else [link],
                )
            )
        elif _LINE_END not in parts:
            self.all.append(_block(element, zone, parts, " ".join("".join([part[0] for part in parts]).split())))
        else:
            for group in _split_at_empty_lines(parts):
                joined = "".join(part[0] if part is _LINE_END else part[0].replace("\n", " ") for part in group)
                if text := "\n".join(line for line in (" ".join(line.split()) for line in joined.split("\n")) if line):
                    self.all.append(_block(element, zone, group, text))

    def _zone(self, element: HtmlElement, outer: Zone) -> Zone:
        tag = element.tag
        if element in self._keep:
            return Zone.CONTENT
        if tag in OPEN_TAGS:
            return outer
        if tag in ("header", "footer"):
            return zone_of(element) or outer
        classes, name = element.get("class"), element.get("id")
        named = zone_of_words(f"{classes or ''} {name or ''}") if classes or name else None
        return named or TAG_ZONES.get(tag) or outer


def _block(element: HtmlElement, zone: Zone, parts: list[_Part], text: str) -> Block:
    block = Block(element, zone, text)
    links: dict[HtmlElement, None] = {}
    for said, link, bold, owner in parts:
        if not (folded := " ".join(said.split())):
            continue
        block.atoms.append(folded)
        block.owners.append(element if owner is None else owner)
        if link is not None:
            block.linked += len(folded)
            links[link] = None
        if bold:
            block.bold += len(folded.replace(" ", ""))
    block.links = list(links)
    return block


def _split_at_empty_lines(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Yield paragraphs: lines up to an empty one, or up to a line that is bold where its neighbour is not (a headline)."""
    group: list[_Part] = []
    for line in _lines(parts):
        said = [part for part in line if not part[0].isspace()]
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
    return all(part[2] for part in parts if not part[0].isspace())

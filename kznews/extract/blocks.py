"""A page as a reader meets it: blocks of text in page order, each with what its markup says about it.

One walk over the tree. A block is the text between two block-level boundaries; what surrounds an article (menus, sidebars,
share buttons, comments, related lists) is known by its zone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from lxml import etree

from kznews.extract.entities import resolved
from kznews.extract.typed_lines import keeps_lines, lines_in
from kznews.extract.zones import (
    OPEN_TAGS,
    TAG_ZONES,
    Zone,
    hides_by_class,
    is_hidden,
    zone_of,
    zone_of_words,
)
from kznews.kazakh.text import is_plain, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    class Folds(Protocol):
        """Tells which furniture is not entered."""

        zones: dict[HtmlElement, Zone | None]
        """What is known of the zones that elements name themselves."""
        rows: set[HtmlElement]
        """Elements that are not entered, whatever their zone."""

        def __call__(self, element: HtmlElement, zone: Zone) -> bool: ...


BLOCK_TAGS = frozenset(
    ("address", "amp-sidebar", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
     "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
     "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
     "thead", "tr", "ul")
)  # fmt: skip
_SILENT_TAGS = frozenset(
    ("applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "label", "map", "noscript",
     "object", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video")
)  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ITEMS = frozenset(("li", "dt", "dd", "td", "th"))
"""Parts of lists and tables."""
IMAGES = ("img", "amp-img")
MAX_LABEL = 24
"""A label before a value ("Жарияланған күні:") is shorter."""
MAX_VALUES = 200
"""Letters of the values behind one term."""
MIN_INDENTED = 60
"""Letters of an indented line that is a paragraph, not a verse."""
_INDENTS = frozenset(("\xa0\xa0", "\u2003\u2003", "\u3000\u3000"))
MAX_DEPTH = 250
"""lxml drops what is nested deeper than its own cap near 256; whoever comes close to it is refused."""


_SILENT, _BR, _BLOCK, _NAMED, _LINK, _BOLD = range(6)
_KINDS = dict.fromkeys(BLOCK_TAGS, _BLOCK) | dict.fromkeys(BLOCK_TAGS & (OPEN_TAGS | TAG_ZONES.keys()), _NAMED)
_KINDS |= dict.fromkeys(_SILENT_TAGS, _SILENT) | {"a": _LINK, "b": _BOLD, "strong": _BOLD, "br": _BR}
_TOO_DEEP = etree.XPath("boolean(/" + "/".join("*" * (MAX_DEPTH + 2)) + ")")
_ALL_BOLD = 0.9

DOCUMENTS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".rtf", ".zip", ".rar")
"""What files are called that notices and reports come with."""
_LISTING = frozenset(("li", "p", "td"))
"""What documents are listed in; one that stands alone in a box is a button to load it."""
_LONGEST_ENDING = max(map(len, DOCUMENTS))

FOLDABLE = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.ADVERT))
"""Zones that hold nothing of an article; most of a page's elements stand in them."""

_Part = tuple[str, "HtmlElement | None", bool, "HtmlElement | None"]
"""A text node, the link it stands in, whether it is bold, and the element that holds it."""
_LINE_END: _Part = ("\n", None, False, None)


class Block:
    """The text between two block-level boundaries; two blocks with one text are two blocks.

    Nearly all are one text node in one element: such a block holds no lists, or the collector of garbage would have four
    times as much to look at.
    """

    __slots__ = ("_atoms", "_links", "_owners", "bold", "element", "linked", "printable", "text", "zone")

    def __init__(  # noqa: PLR0917
        self,
        element: HtmlElement,
        zone: Zone,
        text: str,
        owners: HtmlElement | list[HtmlElement],
        atoms: list[str] | None = None,
        links: HtmlElement | list[HtmlElement] | None = None,
        linked: int = 0,
        bold: int = 0,
        printable: bool = False,  # noqa: FBT001, FBT002 - a call by name takes longer
    ) -> None:
        self.element = element
        """The innermost block-level element around it."""
        self.zone = zone
        self.text = text
        """As read: inline elements joined without a space, white space folded, a single <br> as a line end."""
        self.linked = linked
        """Letters of it that stand inside links."""
        self.bold = bold
        """Letters of it that stand inside strong or b."""
        self.printable = printable
        """Whether all signs of the text but line ends are known to be printable: they need not be looked at again."""
        self._atoms = atoms
        self._owners = owners
        self._links = links

    @property
    def atoms(self) -> list[str]:
        """Its text nodes, white space folded."""
        return [self.text] if self._atoms is None else self._atoms

    @property
    def owners(self) -> list[HtmlElement]:
        """The element that each text node stands in."""
        owners = self._owners
        return owners if isinstance(owners, list) else [owners]

    @property
    def links(self) -> list[HtmlElement]:
        """The links in it, each once."""
        links = self._links
        return [] if links is None else links if isinstance(links, list) else [links]

    @property
    def has_parts(self) -> bool:
        """Whether it may have more than one text node."""
        return self._atoms is not None

    @property
    def spaced(self) -> str:
        """The text nodes joined by spaces, as furniture is shown."""
        atoms = self._atoms
        return self.text if atoms is None else " ".join(atoms)

    @property
    def link_share(self) -> float:
        """The part of the text that is links, 0 to 1."""
        return self.linked / max(len(self.text), 1) if self.linked else 0.0

    @property
    def heading(self) -> bool:
        """Whether it stands in h1 to h6."""
        return self.element.tag in HEADINGS

    @property
    def all_bold(self) -> bool:
        """Whether the whole text is bold (or a heading)."""
        if self.element.tag in HEADINGS:
            return True
        return (self.bold > 0 or not self.text) and self.bold >= len("".join(self.text.split())) * _ALL_BOLD


def _lists_document(link: HtmlElement, block: HtmlElement, parts: Sequence[_Part]) -> bool:
    """Return whether a link leads to a document from a list or a line: it is a part of the article, not a way to another."""
    if not (link.get("href") or "")[-_LONGEST_ENDING:].lower().endswith(DOCUMENTS):
        return False
    return block.tag in _LISTING or (bool(parts) and parts[-1][1] is None)


def own_zone(element: HtmlElement) -> Zone | None:
    """Return the zone that a block-level element itself names, as the walk takes it; None for any other element."""
    kind = _KINDS.get(element.tag)
    if kind == _BLOCK:
        names, name = element.get("class"), element.get("id")
        return zone_of_words(f"{names or ''} {name or ''}") if names or name else None
    return zone_of(element) if kind == _NAMED and element.tag not in OPEN_TAGS else None


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
    return label.text.endswith(":") or (label.element.tag == "dt" and label.element.getnext() is block.element)


def _goes_on(last: Block, block: Block) -> bool:
    """Return whether a block is the next linked value of a term with a colon that was joined to its first one."""
    if block.element.tag != "dd" or not (block.links and last.links) or last.element is not block.element.getprevious():
        return False
    return last.has_parts and last.atoms[0].endswith(":") and len(last.text) <= MAX_VALUES


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
            self.folded = _walk(root, self.all, self.spans, kept, drop, _left_out(out, kept), folds, no_links)

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
    _walk(element, blocks, {}, frozenset(), frozenset(), _left_out(hidden, frozenset()))
    return blocks


def _left_out(hidden: Iterable[HtmlElement], keep: frozenset[HtmlElement]) -> frozenset[HtmlElement]:
    """Return the hidden elements that are left out: neither what is kept nor a page's own box, which a script shows."""
    return frozenset(element for element in hidden if element not in keep and element.tag not in OPEN_TAGS)


def _walk(  # noqa: C901, PLR0917 - one closure over local names: half of all the work, every attribute and call shows
    root: HtmlElement,
    blocks: list[Block],
    spans: dict[HtmlElement, tuple[int, int]],
    keep: frozenset[HtmlElement],
    drop: frozenset[HtmlElement],
    hidden: frozenset[HtmlElement],
    folds: Folds | None = None,
    no_links: frozenset[HtmlElement] = frozenset(),
) -> bool:
    """Fill `blocks` and `spans` in one walk over a page; return whether any furniture was folded."""
    folded = False
    parts: list[_Part] = []  # what the open block says so far; empty until it says something
    kinds = _KINDS.get
    zones, rows = (folds.zones, folds.rows) if folds is not None else ({}, frozenset())

    def visit(element: HtmlElement, block: HtmlElement, zone: Zone, link: HtmlElement | None, bold: bool) -> None:  # noqa: C901, FBT001, PLR0912
        """Read what is inside `element`, which stands in `block`, in `link` if that is given, and in a zone."""
        nonlocal folded
        text = element.text
        if text and (parts or not text.isspace()):
            parts.append((text, link, bold, element))
        if not len(element):  # to ask for no children takes longer than all else that a leaf is asked
            return
        for child in element:
            kind = kinds(child.tag)
            if (kind == _SILENT and child not in keep) or (drop and child in drop):
                pass
            elif rows and child in rows and child not in keep:
                if parts:
                    _close(blocks, block, zone, parts)
                spans[child] = (len(blocks), len(blocks))
                folded = True
            elif kind == _BR:
                if parts:
                    parts.append(_LINE_END)
            elif hidden and child in hidden:
                pass
            elif kind is None:
                if len(child) or child.text:
                    visit(child, block, zone, link, bold)
            elif kind >= _LINK:
                leads = kind == _LINK and child not in no_links and not _lists_document(child, block, parts)
                visit(child, block, zone, child if leads else link, bold or kind == _BOLD)
            else:
                if parts:
                    _close(blocks, block, zone, parts)
                start = len(blocks)
                own = Zone.CONTENT if child in keep else zones[child] if child in zones else own_zone(child)
                if own is not None and folds is not None and own in FOLDABLE and folds(child, own):
                    folded = True
                else:
                    visit(child, child, own or zone, link, bold)
                    if parts:
                        _close(blocks, child, own or zone, parts)
                spans[child] = (start, len(blocks))
            text = child.tail
            if text and (parts or not text.isspace()):
                parts.append((text, link, bold, element))

    visit(root, root, Zone.CONTENT, None, False)  # noqa: FBT003
    if parts:
        _close(blocks, root, Zone.CONTENT, parts)
    visit = None  # type: ignore[assignment]  # it holds itself, and so the whole page, until the collector of garbage comes
    return folded


def _close(blocks: list[Block], element: HtmlElement, zone: Zone, parts: list[_Part]) -> None:
    """End the open block; an empty line (two <br>) divides it into paragraphs."""
    if len(parts) == 1:
        _close_one(blocks, element, zone, parts)
    elif _LINE_END not in parts:
        if text := seen(resolved("".join([part[0] for part in parts]))):
            blocks.append(_block(element, zone, parts, text))
    else:
        for group in _split_at_empty_lines(parts):
            joined = resolved("".join(part[0] if part is _LINE_END else part[0].replace("\n", " ") for part in group))
            if text := "\n".join(filter(None, map(seen, joined.split("\n")))):
                blocks.append(_block(element, zone, group, text))
    parts.clear()


def _close_one(blocks: list[Block], element: HtmlElement, zone: Zone, parts: list[_Part]) -> None:
    """End the open block of a single text, as nearly all are."""
    said, link, bold, owner = parts[0]
    text = resolved(said).strip()
    if not (printable := is_plain(text)):
        if "\n" in text and keeps_lines(element):
            parts[:] = [(line, link, bold, owner) if line else _LINE_END for line in lines_in(text)]
            _close(blocks, element, zone, parts)
            return
        text = seen(text)
        printable = text.isprintable()
    if text:
        linked = 0 if link is None else len(text)
        weight = len(text.replace(" ", "")) if bold else 0
        blocks.append(Block(element, zone, text, element if owner is None else owner, None, link, linked, weight, printable))


def _block(element: HtmlElement, zone: Zone, parts: list[_Part], text: str) -> Block:
    atoms: list[str] = []
    owners: list[HtmlElement] = []
    links: dict[HtmlElement, None] = {}
    linked = weight = 0
    for said, link, bold, owner in parts:
        if not (folded := seen(resolved(said))):
            continue
        atoms.append(folded)
        owners.append(element if owner is None else owner)
        if link is not None:
            linked += len(folded)
            links[link] = None
        if bold:
            weight += len(folded.replace(" ", ""))
    printable = text.replace("\n", "").isprintable()
    return Block(element, zone, text, owners, atoms, list(links) or None, linked, weight, printable)


def _split_at_empty_lines(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Yield paragraphs: lines up to an empty or indented one, or to one that is bold where its neighbour is not (a headline)."""
    group: list[_Part] = []
    for line in _lines(parts):
        said = [part for part in line if not part[0].isspace()]
        if not said or (group and (_all_bold(group) != _all_bold(said) or _is_indented(line))):
            yield group
            group = []
        if said:
            group += [_LINE_END, *line] if group else line
    yield group


def _is_indented(line: list[_Part]) -> bool:
    """Return whether a long line begins with blanks that are shown: typewriters' paragraphs; verses are shorter."""
    text = "".join([part[0] for part in line]).lstrip(" \t\r\n")
    return len(text) >= MIN_INDENTED and text[:2] in _INDENTS


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

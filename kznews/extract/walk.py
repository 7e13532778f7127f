"""One walk over a tree, in page order: its blocks, and the range of blocks that each block-level element holds."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol

from kznews.extract.block import HEADINGS, Block
from kznews.extract.entities import resolved
from kznews.extract.texts import is_date
from kznews.extract.typed_lines import keeps_lines, lines_in
from kznews.extract.zones import OPEN_TAGS, TAG_ZONES, Zone, words_of, zone_of, zone_of_words
from kznews.kazakh.text import is_plain, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
MIN_INDENTED = 60
"""Letters of an indented line that is a paragraph, not a verse."""
_INDENTS = frozenset(("\xa0\xa0", "\u2003\u2003", "\u3000\u3000"))
_SILENT, _BR, _BLOCK, _NAMED, _LINK, _BOLD = range(6)
_KINDS = dict.fromkeys(BLOCK_TAGS, _BLOCK) | dict.fromkeys(BLOCK_TAGS & (OPEN_TAGS | TAG_ZONES.keys()), _NAMED)
_KINDS["section"] = _NAMED  # by its label
_KINDS |= dict.fromkeys(_SILENT_TAGS, _SILENT) | {"a": _LINK, "b": _BOLD, "strong": _BOLD, "br": _BR}

DOCUMENTS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".rtf", ".zip", ".rar")
"""What files are called that notices and reports come with."""
_LISTING = frozenset(("li", "p", "td"))
"""What documents are listed in; one that stands alone in a box is a button to load it."""
_LONGEST_ENDING = max(map(len, DOCUMENTS))

FOLDABLE = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.RELATED, Zone.ADVERT))
"""Zones that hold nothing of an article; most of a page's elements stand in them."""

MIN_PARAGRAPHS, MIN_SENTENCE = 2, 80
"""Paragraphs of a box that calls itself a caption and is a text, and letters that each begins with: one tells of a picture."""
NEAR = 8
"""Elements of such a box that are looked at, and in each of them."""
MAX_BESIDE_DATE = 6
"""Counters, and blanks between them, that may stand between a date and the text behind it."""
MAX_DATE = 40
"""Letters of a date with its hour and what is around them in the markup."""
_DATE = re.compile(r"(?<![a-z])(?:date|time|published|posted)(?![a-z])")
_RIGHTS = re.compile(r"credit|rights?(?![a-z])")
"""What names a box that says in many words whose a page or a picture is."""

_Part = tuple[str, "HtmlElement | None", bool, "HtmlElement | None"]
"""A text node, the link it stands in, whether it is bold, and the element that holds it."""
_LINE_END: _Part = ("\n", None, False, None)


def own_zone(element: HtmlElement) -> Zone | None:
    """Return the zone that a block-level element itself names, as the walk takes it; None for any other element."""
    kind = _KINDS.get(element.tag)
    if kind == _BLOCK:
        names, name = element.get("class"), element.get("id")
        zone = zone_of_words(f"{names or ''} {name or ''}") if names or name else None
    else:
        zone = zone_of(element) if kind == _NAMED and element.tag not in OPEN_TAGS else None
    if zone is Zone.HEADER and element.tag in HEADINGS:  # "text__header2" heads a part of the text
        return None
    return None if zone is Zone.CAPTION and element.tag != "figcaption" and _holds_text(element) else zone


def _holds_text(box: HtmlElement) -> bool:
    """Return whether a box holds several paragraphs of a text: a picture stands beside them ("image-text"), or between."""
    if _RIGHTS.search(words_of(box)):
        return False
    near = chain.from_iterable((child, *islice(child, NEAR)) for child in islice(box, NEAR))
    said = ((node.text or "").strip() for node in near if node.tag == "p")
    return len(list(islice((text for text in said if len(text) >= MIN_SENTENCE), MIN_PARAGRAPHS))) == MIN_PARAGRAPHS


def _lists_document(link: HtmlElement, block: HtmlElement, parts: Sequence[_Part]) -> bool:
    """Return whether a link leads to a document from a list or a line: it is a part of the article, not a way to another."""
    if not (link.get("href") or "")[-_LONGEST_ENDING:].lower().endswith(DOCUMENTS):
        return False
    return block.tag in _LISTING or (bool(parts) and parts[-1][1] is None)


def walk(  # noqa: C901, PLR0917 - one closure over local names: half of all the work, every attribute and call shows
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
    """End the open block; an empty line (two <br>) divides it into paragraphs, a date before bare text stands apart."""
    if len(parts) > 1 and (end := _opens_with_date(element, parts)):
        rest = parts[end:]
        del parts[end:]
        _close(blocks, element, zone, parts)
        parts[:] = rest
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


def _opens_with_date(element: HtmlElement, parts: Sequence[_Part]) -> int:
    """Return how many parts stand before running text in the block itself, if the first calls itself a date and says one; else 0.

    So Bitrix prints an article (`<span class="news-date-time">20.07.2023 17:20</span> text`); counters may stand between.
    """
    said, link, _, owner = parts[0]
    if owner is None or owner is element or link is not None or len(said) > MAX_DATE:
        return 0
    if not (owner.tag == "time" or _DATE.search(words_of(owner)) is not None):
        return 0
    end = next((at for at, part in enumerate(parts[1 : MAX_BESIDE_DATE + 1], 1) if not _stands_beside_date(element, part)), 0)
    behind = parts[end][0].strip() if end and parts[end][3] is element else ""
    return end if len(behind) >= MIN_SENTENCE and not behind[0].islower() and is_date(" ".join(said.split())) else 0


def _stands_beside_date(element: HtmlElement, part: _Part) -> bool:
    """Return whether a part is a blank, or short and in an element of its own."""
    said, link, _, owner = part
    return said.isspace() or (owner is not None and owner is not element and link is None and len(said) <= MAX_DATE)


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
    bold = False  # as the lines of a group are, all of them or none
    for line in _lines(parts):
        said = [part for part in line if not part[0].isspace()]
        is_bold = all(part[2] for part in said)
        if not said or (group and (bold != is_bold or _is_indented(line))):
            yield group
            group = []
        if said:
            bold = is_bold
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


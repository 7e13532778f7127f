"""The currency that no text says: a flag, an icon's class, an image's alt text or address, an attribute of a row."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from kznews.extract.selecting import short_text, spaced_text, text_nodes
from kznews.extract.widgets import ICON_CODES, ICONS, MAX_WIDGET_TEXT, Vocabulary, is_small
from kznews.extract.zones import split_words, words_of
from kznews.kazakh.currency import find_all, find_currency, may_name_currency

if TYPE_CHECKING:
    from lxml import etree
    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_ALT = 12
"""An icon's alt text names the currency and nothing else."""
MAX_NAME = 40
"""Letters of a currency's full name with its country ("Біріккен Араб Әмірліктерінің дирхамы")."""
MAX_COUNTRY = 3
"""Words that say whose a currency is, before its name."""
ROW = 3
"""The boxes around a figure that may be its currency's row: cell, row, the row's own box."""
MAX_ROW = MAX_WIDGET_TEXT * 2
"""A row with buying, selling and a change holds less text."""
FLAGS = {
    "us": "USD", "usa": "USD", "eu": "EUR", "eur": "EUR", "euro": "EUR", "ru": "RUB", "rus": "RUB", "russia": "RUB",
    "cn": "CNY", "chn": "CNY", "china": "CNY", "gb": "GBP", "uk": "GBP", "kg": "KGS", "uz": "UZS", "tr": "TRY", "jp": "JPY",
}  # fmt: skip
"""What a flag's class or file says -> the currency of its country."""
_DRAWN = {
    "".join(chr(ord(letter) - ord("a") + 0x1F1E6) for letter in country): code
    for country, code in FLAGS.items()
    if len(country) == 2  # noqa: PLR2004 - ISO 3166 codes, which flags are drawn by
} | {"💵": "USD", "💶": "EUR", "💷": "GBP"}
_drawn_flags = re.compile("|".join(_DRAWN)).finditer
"""The flags of FLAGS as emoji, which are two letters of their own alphabet ("🇺🇸"), and banknotes with a sign, in a text.

That of the yen is left out: it stands for the yuan as well.
"""
_FLAG_WORDS = frozenset(("flag", "flags", "fi", "fl", "flg"))
_SAYING = frozenset(("title", "aria-label"))
_OWN = frozenset(("currency", "code"))
"""Attributes of custom elements ("<fx-rate currency="USD">487.3</fx-rate>")."""
_UNSEEN = frozenset(("sr-only", "visually-hidden", "screen-reader-text"))
"""Classes of what only those hear to whom a page is read out: it names what an icon shows."""
_LINKED_TO = ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href")
_ENDINGS = (".svg", ".png", ".webp", ".gif", ".jpg", ".jpeg", ".avif")
MAX_FILE = 300
"""An address of a flag is shorter; pictures that stand in their address take megabytes."""
_CODES = frozenset(("USD", "EUR", "RUB", "usd", "eur", "rub"))
_DOLLAR = "оллар"
MAX_SAID = 21
"""The first letters of an attribute, among which the name of the dollar stands."""
_ONE_CODE = rb"=[\"']?(?:%s)[\"'\s>]" % "|".join(sorted(_CODES)).encode()
_CODE, _DOLLARS = re.compile(_ONE_CODE), re.compile(_DOLLAR.encode())
_NAMED_SO = rb"\s(?:data-[\w-]{1,20}|title|aria-label|currency|code)"
_SAID = re.compile(rb"%s(?:%s|=[\"'][^\"'<>]{0,32}%s)" % (_NAMED_SO, _ONE_CODE, _DOLLAR.encode()))
"""An attribute of a row or of an icon that says nothing but the code, or names the dollar, which no widget lacks."""
_BEFORE = 64
"""Bytes from the beginning of such an attribute to the code or to the name of the dollar, at most."""
_FILES = ("flag", "fi-us", "fl-us", "flg-us", "usd", "USD", "dollar")
"""One of these is part of the class or of the file of a picture that stands for the dollar."""
_FLAGS = Vocabulary(re.compile(r"(?<!\S)(?:flags?|fi|fl|flg)(?!\S)"), ("fl", "fi"))


def by_flag(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, code) of the currencies whose flags or banknotes stand in a text as emoji."""
    return tuple((flag.start(), flag.end(), _DRAWN[flag[0]]) for flag in _drawn_flags(text))


def has_icons(document: Document) -> bool:
    """Return whether an element of a page names a currency by its class, its picture or another attribute."""
    index = document.index
    if ICONS.named(index) or any(len(alt) <= MAX_ALT and may_name_currency(alt) for alt in index.alts):
        return True
    if _is_said(document):
        return True
    if any(map(_by_use, index.tagged("use"))) or any(map(_unseen, index.hidden)) or any(map(_by_title, index.tagged("svg"))):
        return True
    images = index.tagged("img")
    files = (_file_of(image)[:MAX_FILE] for image in images)
    named = "\n".join((index.names, *files))
    return any(part in named for part in _FILES) and any(map(_named_by, chain(images, _FLAGS.named(index))))


def _is_said(document: Document) -> bool:
    """Return whether an attribute of a page that may be a row's or an icon's says a code or names the dollar.

    To search a page for two words takes a tenth of its parse: where few elements are in sight their attributes are looked at.
    """
    said = document.index.said_in(_may_say)
    if said is not None:
        return not _CODES.isdisjoint(said) or any(_DOLLAR in value[:MAX_SAID] for value in said)
    markup = document.markup
    codes = (match.start() for match in _CODE.finditer(markup))
    dollars = (match.start() for match in _DOLLARS.finditer(markup))
    return any(_SAID.search(markup, max(0, at - _BEFORE), at + MAX_ALT) for at in chain(codes, dollars))


def _may_say(name: str) -> bool:
    """Return whether an attribute's name is one by which a row or an icon says what it stands for."""
    return name in _SAYING or name in _OWN or name.startswith("data-")


def has_icon(block: Block) -> bool:
    """Return whether an element in a block, its row, or the element before it, names a currency."""
    element = block.element
    if any(_by_attributes(part) or _unseen(part) or _by_drawing(part) for part in element.iter()):
        return True
    before = element.getprevious()
    return bool((before is not None and _named_by(before)) or _of_row(element))


def icons_beside(block: Block) -> list[str]:
    """Return the currency that an icon or an attribute beside each text node of a block names, "" where there is none."""
    silent = [""] * len(block.atoms)
    if not has_icon(block):
        return silent
    nodes = _nodes_of(block)
    if not nodes or len(nodes) != len(block.atoms):
        return silent
    icons = [_icon_beside(node, block.element) for node in nodes]
    icons[0] = icons[0] or _of_row(block.element)
    last = ""
    for at, icon in enumerate(icons):
        icons[at] = icon if icon != last else ""  # a box names all it holds
        last = icon or last
    return icons


def _nodes_of(block: Block) -> list[etree._ElementUnicodeResult]:
    """Return the text nodes that a block shows, as far as they are found in its element: a menu's choices are not shown."""
    atoms = iter(block.atoms)
    atom = next(atoms, None)
    found: list[etree._ElementUnicodeResult] = []
    for node in text_nodes(block.element):
        if atom is not None and " ".join(node.split()) == atom:
            found.append(node)
            atom = next(atoms, None)
    return found


def _icon_beside(node: etree._ElementUnicodeResult, top: HtmlElement) -> str:
    """Return the currency that the element before a text node, or one that holds it within `top`, names, or ""."""
    holder = node.getparent()
    if holder is not None and node.is_tail:
        return "" if _shows(holder) else _named_by(holder)
    while holder is not None:
        before = holder.getprevious()
        silent = before is not None and not _shows(before) and not (before.tail or "").strip()
        if code := _named_by(holder) or (_named_by(before) if silent and before is not None else ""):
            return code
        holder = None if holder is top else holder.getparent()
    return ""


def _of_row(element: HtmlElement) -> str:
    """Return the currency that a row names whose first text an element is, or ""."""
    rows = list(islice(element.iterancestors(), ROW))
    codes = list(map(_by_attributes, rows))
    for row, code in zip(rows, codes, strict=True) if any(codes) else ():  # few are named at all
        if row.tag in ("body", "html") or (row.text or "").strip():
            break
        if any(spaced_text(before) or (before.tail or "").strip() for before in element.itersiblings(preceding=True)):
            break
        if not is_small(row, MAX_ROW):
            break
        if code:
            return code
        element = row
    return ""


def _named_by(element: HtmlElement) -> str:
    """Return the currency that an element's attributes or the picture in it name, or ""."""
    if code := _by_attributes(element) or _unseen(element):
        return code
    return next((code for drawing in element.iter("img", "svg", "use") if (code := _by_drawing(drawing))), "")


def _shows(element: HtmlElement) -> bool:
    """Return whether an element shows a text; what an icon is called, or is read out in its place, is none."""
    return element.tag != "svg" and bool(spaced_text(element)) and not _is_unseen(element)


def _is_unseen(element: HtmlElement) -> bool:
    return not _UNSEEN.isdisjoint((element.get("class") or "").split())


def _unseen(element: HtmlElement) -> str:
    """Return the currency that the text of an element names which is only read out, or ""."""
    return _named_alone(short_text(element, MAX_NAME)) if _is_unseen(element) else ""


def _by_drawing(element: HtmlElement) -> str:
    """Return the currency that a picture, or an icon drawn in place or taken from a sheet of them, names, or ""."""
    if element.tag == "img":
        return _by_picture(element)
    return _by_title(element) if element.tag == "svg" else _by_use(element) if element.tag == "use" else ""


def _by_title(drawing: HtmlElement) -> str:
    title = next(drawing.iterchildren("title"), None)
    return "" if title is None else _named_alone(short_text(title, MAX_NAME))


def _by_use(drawing: HtmlElement) -> str:
    """Return the currency that an icon of a sheet names: "#icon-usd", "/flags.svg#us"."""
    address = next((said for name in _LINKED_TO if (said := drawing.get(name))), "")
    return _by_fragment(address) if len(address) <= MAX_FILE else ""


@lru_cache(maxsize=4096)
def _by_fragment(address: str) -> str:
    path, _, name = address.partition("#")
    words = split_words(name).split()
    sheet = split_words(path.rpartition("/")[2].rpartition(".")[0]).split()
    return next((ICON_CODES[word] for word in words if word in ICON_CODES), "") or _flag([*sheet, *words])


def _by_attributes(element: HtmlElement) -> str:
    items = element.items()
    if not items or (items[0][0] == "class" and len(items) == 1):  # nearly all
        return _icon(split_words(items[0][1])) if items else ""
    if code := _icon(words_of(element)):
        return code
    said = [value for name, value in items if len(value) <= MAX_ALT and _may_say(str(name))]
    if code := next((code for value in said if (code := _said_by(value))), ""):
        return code
    names = [value for name, value in items if MAX_ALT < len(value) <= MAX_NAME and name in _SAYING]
    return next((code for value in names if (code := _named_alone(value))), "")


def _file_of(image: HtmlElement) -> str:
    """Return the address of a picture, as far as it is loaded later the one that it will have."""
    return image.get("data-src") or image.get("data-lazy-src") or image.get("src") or ""


def _by_picture(image: HtmlElement) -> str:
    words, address = (image.get("alt") or "", image.get("title") or ""), _file_of(image)
    by_words = next((code for said in words if 0 < len(said) <= MAX_ALT and (code := _named_in(said))), "")
    by_words = by_words or next((code for said in words if MAX_ALT < len(said) <= MAX_NAME and (code := _named_alone(said))), "")
    return by_words or (_by_file(address) if len(address) <= MAX_FILE else "")


@lru_cache(maxsize=4096)  # a page repeats its icons; a run repeats its pages
def _icon(words: str) -> str:
    said = words.split()
    code = next((ICON_CODES[word] for word in said if word in ICON_CODES), "")
    return code or _flag(said)


def _flag(words: list[str]) -> str:
    if _FLAG_WORDS.isdisjoint(words):
        return ""
    return next((FLAGS[word] for word in words if word in FLAGS), "")


@lru_cache(maxsize=4096)
def _by_file(address: str) -> str:
    """Return the currency that a picture's file names, by its code or as the flag of a country ("/flags/us.svg")."""
    path = address.partition("?")[0].partition("#")[0]
    if not path.endswith(_ENDINGS):
        return ""
    folder, name = ["", *(split_words(part) for part in path.rpartition(".")[0].split("/"))][-2:]
    words = name.split()
    return next((ICON_CODES[word] for word in words if word in ICON_CODES), "") or _flag([*folder.split(), *words])


@lru_cache(maxsize=4096)
def _said_by(value: str) -> str:
    """Return the currency that the value of an attribute is; small letters are one only where no language has such a word."""
    if value.islower() and value.isascii():
        return ICON_CODES.get(value, "")
    return _named_in(value)


@lru_cache(maxsize=4096)
def _named_in(said: str) -> str:
    return find_currency(said) or ""


@lru_cache(maxsize=4096)
def _named_alone(said: str) -> str:
    """Return the currency whose name, or whose country's with it, is all that a text says: "Фунт стерлинг", "Кувейт динары"."""
    found = find_all(said)
    if len({code for _, _, code in found}) != 1 or said[found[-1][1] :].strip():
        return ""
    before = said[: found[0][0]].split()
    return found[0][2] if len(before) <= MAX_COUNTRY and all(map(str.isalpha, before)) else ""

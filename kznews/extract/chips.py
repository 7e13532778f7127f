"""Rows of tags right behind a text that neither a name nor a label tells: nothing but short words of one make, side by side."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from kznews.extract.block import HEADINGS
from kznews.extract.count_words import is_counter, is_counter_label
from kznews.extract.document import path_of
from kznews.extract.kinds.service_pages import is_about_portal
from kznews.extract.labels import TAG_LABELS
from kznews.extract.people.names import has_capitals
from kznews.extract.phrases import is_boilerplate, key, names_list, names_network
from kznews.extract.section.names import is_section
from kznews.extract.selecting import part_texts, spaced_text
from kznews.extract.surroundings import HOME, SECTION_PATH
from kznews.extract.widgets import is_small
from kznews.extract.zones import OPEN_TAGS, Zone, words_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

MAX_ROW = 300
"""Letters of a row of tags."""
MAX_WORDS, MAX_CHIP = 3, 40
"""Words and letters of one: a headline has more."""
MIN_CHIPS, MAX_CHIPS = 2, 15
LEVELS, SIBLINGS = 4, 4
"""Boxes up from the last paragraph behind which a row may stand, and elements behind each that are looked at."""
_TAG_BOX = re.compile(r"(?<![a-z])(?:tgs?|tags?|hash ?tags?|keywords?|kw|metki)(?![a-z])")
_CHIP = re.compile(r"-(?:chip|tag|badge|keyword)$")
"""What custom elements for tags are called (Angular Material's mat-chip, Ionic's ion-chip, Shoelace's sl-tag)."""
_LANGUAGE = frozenset(("lang", "language", "locale", "hl", "l"))
"""Parameters that choose a language."""
_STEPS = frozenset(
    map(key, ("алдыңғы", "келесі", "кейінгі", "артқа", "алға", "предыдущая", "предыдущий", "следующая", "следующий",
              "назад", "вперед", "previous", "prev", "next"))
)  # fmt: skip
"""What links say that lead to the article before or behind."""
_SENTENCE = frozenset(",.!?:;…、。")
_NOT_TAGS = frozenset((Zone.SHARE, Zone.RELATED, Zone.COMMENTS, Zone.FOOTER, Zone.HEADER, Zone.ADVERT, Zone.CRUMBS, Zone.CAPTION))


def tags_behind(last: HtmlElement, address: str) -> list[str]:
    """Return the tags in the first row of chips behind `last`, the element of the last paragraph of an article; or []."""
    own = _folder(address)
    query = address.partition("?")[2]
    return next((said for box in _following(last) if (said := _linked(box, own, query) or unlinked_chips(box))), [])


def _following(last: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the small elements behind an element and behind what holds it, up to the article's box."""
    for box in islice((last, *last.iterancestors()), LEVELS):
        if box.tag in OPEN_TAGS:
            return
        for node in islice(box.itersiblings(), SIBLINGS):
            zone = zone_of(node) if isinstance(node.tag, str) else Zone.SHARE
            if zone not in _NOT_TAGS and (zone is not Zone.NAV or _is_part(node)) and is_small(node, MAX_ROW):
                yield node


def _is_part(nav: HtmlElement) -> bool:
    """Return whether a nav element is a part of an article by its place, and calls itself no menu."""
    return nav.tag == "nav" and "nav" not in words_of(nav) and next(nav.iterancestors("article"), None) is not None


def _linked(box: HtmlElement, own: str, query: str) -> list[str]:
    """Return what a row of links to one folder says that is neither a section's nor the article's own; or [].

    `own` and `query` are the folder and the query of the article's address.
    """
    links = [link for link in box.iter("a") if spaced_text(link)]
    if not MIN_CHIPS <= len(links) <= MAX_CHIPS or not _is_nothing_but(box, links):
        return []
    folders = {_folder(link.get("href") or "") for link in links}
    if len(folders) != 1 or SECTION_PATH.search(links[0].get("href") or ""):
        return []
    folder = folders.pop()
    if folder and folder != own and not HOME.fullmatch(folder):
        return _tags(links)
    apart = _ask_one_list(links, query) or (not folder and (_are_of_one_make(links) or _leads_nowhere(box, links)))
    return _tags(links) if apart else []


def _folder(address: str) -> str:
    """Return the path of the folder of what an address names, with a slash at its end; "" where that is the root."""
    folder = (path_of(address) or "").rstrip("/").rpartition("/")[0]
    return f"/{folder.lstrip('/')}/" if folder else ""


def unlinked_chips(box: HtmlElement) -> list[str]:
    """Return what a row of elements of one make says beside which only figures stand; or []. Never raises."""
    if len(box) < MIN_CHIPS or box.find(".//a") is not None:
        return []
    kinds = Counter((node.tag, node.get("class")) for node in box if isinstance(node.tag, str) and spaced_text(node))
    kind, count = kinds.most_common(1)[0] if kinds else (("", None), 0)
    made = bool(kind[1]) or _CHIP.search(kind[0]) is not None
    if not (made or (kind[0] == "span" and box.get("class"))) or not MIN_CHIPS <= count <= MAX_CHIPS:
        return []
    chips = [node for node in box if (node.tag, node.get("class")) == kind]
    if any(node.tag in HEADINGS for chip in chips for node in chip.iter()):
        return []
    others = [said for node in box if node not in chips and (said := spaced_text(node))]
    if not all(any(map(str.isdigit, said)) for said in others) or not _is_nothing_but(box, list(box)):
        return []
    return _tags(chips) if made or all(map(_is_keyword, map(spaced_text, chips))) else []


def _is_keyword(said: str) -> bool:
    """Return whether a text without a name of its own is in small letters, as keywords are and buttons and names are not."""
    return said.islower() and is_section(said)


def _are_of_one_make(nodes: Sequence[HtmlElement]) -> bool:
    """Return whether all elements have the same name of a class, and lead nowhere."""
    return _have_one_class(nodes) and nodes[0].get("href") is None


def _have_one_class(nodes: Sequence[HtmlElement]) -> bool:
    return bool(nodes[0].get("class")) and len({node.get("class") for node in nodes}) == 1


def _ask_one_list(links: Sequence[HtmlElement], query: str) -> bool:
    """Return whether links of one class lead to one page, which one parameter tells what to list (`/?t=1`, `/?t=2`).

    A parameter of the article's own `query` names articles ("?p=12"); one of languages is a menu's.
    """
    asked = {_asked_in(link.get("href") or "") for link in links} if _have_one_class(links) else {None}
    name = (asked.pop() or ("", ""))[1] if len(asked) == 1 else ""
    return bool(name) and name not in _LANGUAGE and not f"&{query}".count(f"&{name}=")


def _asked_in(address: str) -> tuple[str, str] | None:
    """Return the page to which an address with one parameter leads, and the parameter's name; None for other addresses."""
    page, _, asked = address.partition("?")
    name, equals, value = asked.partition("=")
    return (page, name) if equals and value and "&" not in value and path_of(address) is not None else None


def _leads_nowhere(box: HtmlElement, links: Sequence[HtmlElement]) -> bool:
    """Return whether links without class and address, or with a template's, stand in a box that calls itself tags in short."""
    plain = all(link.get("href") in (None, "#") and not link.get("class") for link in links)
    return plain and _TAG_BOX.search(words_of(box)) is not None


def _is_nothing_but(box: HtmlElement, parts: Sequence[HtmlElement]) -> bool:
    """Return whether what a box says outside of some parts is at most a label of tags and signs between them."""
    said = key(" ".join(part_texts(box)))
    inside = key(" ".join(map(spaced_text, parts)))
    rest = said.removesuffix(inside).strip()
    return said.endswith(inside) and (not rest or rest in TAG_LABELS)


def _tags(chips: Sequence[HtmlElement]) -> list[str]:
    said = [spaced_text(chip).lstrip("#").strip() for chip in chips]
    if any(map(names_network, said)) or sum(map(is_about_portal, said)) > 1:  # buttons to share, a menu
        return []
    if not _STEPS.isdisjoint(map(key, said)):
        return []
    return list(dict.fromkeys(said)) if all(map(_may_be_tag, said)) and not all(map(has_capitals, said)) else []


def _may_be_tag(said: str) -> bool:
    fit = 0 < len(said) <= MAX_CHIP and len(said.split()) <= MAX_WORDS and said[0].isalpha() and _SENTENCE.isdisjoint(said)
    return fit and not (names_list(said) or is_boilerplate(said) or is_counter(said) or is_counter_label(said))

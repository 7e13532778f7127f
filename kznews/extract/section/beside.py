"""Sections that stand beside an article without a name or a crumb: by its date, over its headline, marked in a menu."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from kznews.extract.channels import names_account
from kznews.extract.count_words import denies_comments, is_counter_label
from kznews.extract.document import path_of, shown_host
from kznews.extract.labels import AUTHOR_LABELS, SECTION_LABELS
from kznews.extract.people.authors import names_author, without_site
from kznews.extract.people.callings import called_in
from kznews.extract.people.names import has_capitals, is_person, name_in, names_behind_label, people_in
from kznews.extract.people.signing_lines import without_office
from kznews.extract.phrases import READ_ON, RELATED, is_label, key
from kznews.extract.section.actions import names_action
from kznews.extract.section.names import (
    ALL_NEWS,
    BETWEEN_CRUMBS,
    HOME_NAMES,
    MAX_SECTION,
    MAX_SECTION_WORDS,
    is_called_as_label,
    is_home,
    is_section,
    is_told_section,
    narrower,
    trimmed,
)
from kznews.extract.selecting import short_text, spaced_text
from kznews.extract.surroundings import NOT_NEAR, is_button, pieces
from kznews.extract.texts import has_digit, is_date
from kznews.extract.widgets import WEEKDAYS, is_small
from kznews.extract.zones import Zone, words_of, zone_of
from kznews.kazakh.cities import find_city

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_LINE = 120
"""Letters of a line or a small list with an article's date, section, author and counters."""
MAX_PREPOSITION = 3
"""Letters of what stands between author and date in other languages ("on")."""
MIN_NAME = 4
"""Letters of a name that touches another in its line: what is shorter may be letters of a word in a style of their own."""
MAX_FORM = 250
"""Letters of a form to subscribe or to write to the editors; ASP.NET has the whole page in one."""
MIN_MENU = 3
"""Links of the smallest menu that may mark one."""
AROUND = 4
"""Boxes up from an item of which one calls itself a menu."""
_CURRENT = re.compile(r"(?<!\S)(?:current-(?:menu|post)-(?:item|parent|ancestor)|current active|active current)(?!\S)")
_ZONE_OF_TIME = re.compile(
    r"\(?(?:[PMCE][SD]?T|[ACEW]?E[SD]?T|BST|MSK|МСК|GMT|UTC|ALMT|AQTT|QYZT|ORAT"
    r"|(?:Астана|Алматы|Нұр-Сұлтан|Қазақстан|Мәскеу|Гринвич|жергілікті) уақыты?(?:мен)?)\)?",
    re.IGNORECASE,
)
"""What stands behind an hour and says where it is that ("10:30 AM PT", "14:20 (Астана уақыты)"); "Намаз уақыты" is a section."""
_DASH = re.compile(r"\s+[-–—]\s+")
_POSTED = frozenset(map(key, ("жіберді", "жариялады", "қосты", "орналастырды", "жүктеді", "енгізді", "жазды")))
"""How a line ends that says whose login stored an article ("gazeta жіберді")."""
_MARKED = re.compile(r"(?<![a-z])(?:active|selected|current)(?![a-z])")
_MARKS = ("active", "selected", "current")
"""One of these is in what a menu calls the item that is open."""


def from_rest(rest: Sequence[str], document: Document, above: Sequence[Block]) -> str:
    """Return the section in what a dateline holds beside its date: the piece that a link of the page says, or the only one.

    Of several that no link says, the line over the headline decides, else the first counts. The portal's name beside one is none.
    """
    said = sections_in(rest)
    said = without_site(said, document) or said
    if len(said) < 2:  # noqa: PLR2004 - nothing to choose from
        return next(iter(said), "")
    return narrower(said_by_links(said, document)) or from_above(above) or narrower(said)


def sections_in(rest: Sequence[str], *, told: bool = False) -> list[str]:
    """Return the pieces of what a dateline holds beside its date that are neither a name nor a label.

    Words in capitals that may be a name are among them where something else has `told` that they are none.

    A text that opens with a comma or a stop says more of what stands before it: what an author is, whose a dateline is.
    """
    labels = ["", *rest]  # what a label announces is something else, unless it announces sections
    counts = (*rest[1:], "")
    said = ((label, text) for label, text, count in zip(labels, rest, counts, strict=False) if not _is_counted(text, count))
    pairs = ((label, text) for label, text in said if not text.startswith((",", "،", ".")))
    values = [text for label, text in pairs if not (_is_label(text) or _announces(label) or _is_dateline(text))]
    parts = map(trimmed, chain.from_iterable(map(BETWEEN_CRUMBS.split, pieces(values))))
    return [said for said in map(_without_half_bracket, parts) if (told and is_called_as_label(said)) or _fits(said, told=told)]


def _without_half_bracket(said: str) -> str:
    """Return a text without the half of a bracket whose other one stood behind a figure ("Спорт (" of "Спорт (2 қараша)")."""
    return said.strip("() ") if said.count("(") != said.count(")") else said


def _is_dateline(said: str) -> bool:
    """Return whether a text is a city with the mark that stands before its date ("Алматы, 2 қараша"): whence, not of what."""
    return said.rstrip().endswith((",", "،", ".")) and find_city(said.rstrip(" ,،.")) is not None


def _is_counted(said: str, count: str) -> bool:
    """Return whether a text is the label of a figure behind it ("Пікір", "6")."""
    return count[:1].isdecimal() and is_counter_label(said)


def _fits(said: str, *, told: bool = False) -> bool:
    if (len(said) <= MAX_PREPOSITION and said.islower()) or _ZONE_OF_TIME.fullmatch(said):
        return False
    if key(said) in WEEKDAYS or is_label(said, RELATED) or ":" in said or is_counter_label(said) or denies_comments(said):
        return False
    if key(said.rpartition(" ")[2]) in _POSTED or without_office(said) or names_behind_label(said):
        return False
    if names_action(said) or (not told and said[:1].islower()):  # a section in small letters is a link
        return False
    if told and has_capitals(said):
        return is_told_section(said)
    return is_section(said) and name_in(said) == said and not (all(map(is_person, people_in(said))) or called_in(said))


def said_by_links(said: Sequence[str], document: Document) -> list[str]:
    """Return those of some texts that are all a link of the page says, as a menu's do; no menu leads to another host."""
    wanted = {text.lower() for text in said}
    links = document.index.tagged("a") if wanted else ()
    found = ((short_text(link, MAX_SECTION).lower(), link) for link in links)
    named = {text for text, link in found if text in wanted and _leads_within(link, document)}
    return [text for text in said if text.lower() in named]


def _leads_within(link: HtmlElement, document: Document) -> bool:
    """Return whether a link leads to another page of the same host than its first one, and does nothing else."""
    address = (link.get("href") or "").partition("#")[0]
    host = shown_host(address)
    return bool(address) and not (is_home(link) or is_button(link)) and host in ("", shown_host(document.address))


def _announces(label: str) -> bool:
    """Return whether what follows is a label's; an author's may stand alone, and a name behind one is told as such."""
    return _is_label(label) and key(label) not in AUTHOR_LABELS


def _is_label(text: str) -> bool:
    return text.rstrip().endswith(":") and key(text) not in SECTION_LABELS


def from_above(above: Sequence[Block]) -> str:
    """Return the one short link, or the one short line without a figure, right over the headline or a line about the article.

    Of two links the one that leads into the folder of the other; of several the one that is narrower than all news. A line with
    an account names whose that is.
    """
    near = [block for block in above if block.zone not in NOT_NEAR - {Zone.TAGS} and not names_account(block.spaced)]
    links = [link for block in near for link in block.links if not (is_home(link) or is_button(link) or _is_of_post(link))]
    links = [link for link in links if not (link.get("href") or "").startswith("#")]
    if links:
        said = _of_links(links[: MAX_SECTION_WORDS + 1])
    elif (line := _last_line(near)) is not None and not any(map(is_button, line.links)):
        home, *behind = map(trimmed, BETWEEN_CRUMBS.split(line.text))
        said = behind[-1] if behind and key(home) in {*HOME_NAMES, *ALL_NEWS} else _of_parts(line)
    else:
        said = ""
    if key(said) in ALL_NEWS and not links:
        said = narrower([said, *_over(near)])
    return said if is_section(said) or (links and is_called_as_label(said)) else ""


def _last_line(near: Sequence[Block]) -> Block | None:
    """Return the last of the blocks, a line about the article with a figure left out; None where a figure stands in it."""
    behind = near[-1:] if near and near[-1].zone is Zone.META and has_digit(near[-1].text) else ()
    line = next(iter(near[-1 - len(behind) : len(near) - len(behind)]), None)
    return None if line is None or has_digit(line.text) else line


def told_over(above: Sequence[Block], document: Document) -> str:
    """Return the short line without a figure over the headline that a link of the page says as well, or "".

    Or a part of a line whose parts touch, as labels beside each other do ("МәдениетТеатр").
    """
    plain = [block for block in above if not (has_digit(block.text) or block.links)]
    lines = [said for block in plain for said in _touching(block) or [block.text] if len(said) <= MAX_SECTION]
    named = [line for line in map(trimmed, lines) if is_section(line) or is_called_as_label(line)]
    return next(iter(said_by_links(named, document)), "")


def _over(near: Sequence[Block]) -> list[str]:
    """Return what stands without a figure in the lines with a date over the last one and may be a section's name."""
    dated = (block for block in reversed(near[:-1]) if has_digit(block.text) and not block.heading)
    parts = (trimmed(atom) for block in dated for atom in block.atoms if not has_digit(atom))
    return [part for part in parts if is_section(part)]


def _is_of_post(link: HtmlElement) -> bool:
    """Return whether a link says the day of a post, leads to its answers, or sets the size of its letters ("A", "+").

    Elementor's row over a headline has the first two. A link without any address may be a section's on a page that was saved.
    """
    address = link.get("href") or ""
    if address == "#":
        return len(short_text(link, MAX_PREPOSITION)) < MAX_PREPOSITION
    return address.startswith("#") or is_date(short_text(link, MAX_SECTION))


def _of_links(links: Sequence[HtmlElement]) -> str:
    """Return what the only link says, the deeper of two, or the only one that is narrower than all news; or ""."""
    paths = [(path_of(link.get("href") or "") or "").rstrip("/") for link in links]
    if len(links) == 2 and paths[0] and paths[1].startswith(f"{paths[0]}/"):  # noqa: PLR2004
        return trimmed(spaced_text(links[1]))
    said = [trimmed(spaced_text(link)) for link in links]
    said = [text for text in said if key(text) not in READ_ON]  # AMP: to the whole page
    left = [text for text in said if key(text) not in ALL_NEWS] or said
    return left[0] if len(left) == 1 else ""


def _touching(block: Block) -> list[str]:
    """Return the parts of a line that stand in elements of their own with no blank between them, each a name; or []."""
    parts = [trimmed(atom) for atom in block.atoms] if block.has_parts and len(block.text) <= MAX_LINE else []
    names = all(len(part) >= MIN_NAME and part[0].isupper() and is_section(part) for part in parts)
    return parts if len(parts) > 1 and names and block.text == "".join(parts) else []


def _of_parts(block: Block) -> str:
    """Return what a line says; where its parts stand in elements of their own, the one that is narrower than all news."""
    parts = [trimmed(atom) for atom in block.atoms]
    left = [part for part in parts if key(part) not in ALL_NEWS]
    if len(left) > 1 and _touching(block):
        return ""
    return left[0] if len(left) == 1 < len(parts) and all(map(is_section, parts)) else trimmed(block.text)


def listed_beside(near: Sequence[Block], document: Document) -> str:
    """Return the one linked text that stands as an item of its own in the small list or box of the first block, the date.

    Or the one that is no link and that a menu's link says.
    """
    dated = bool(near) and has_digit(near[0].text) is not None
    box = near[0].element.getparent() if dated else None
    if box is None or box.tag in ("body", "html") or not is_small(box, MAX_LINE):
        return ""
    items = [block for block in near[1:] if len(block.links) == 1 and block.element.getparent() is box]
    said = [trimmed(block.text) for block in items if block.linked >= len(block.text) and _may_file(block.links[0])]
    if not items:
        plain = (trimmed(block.text) for block in near[1:] if block.element.getparent() is box and block.element.tag == "li")
        said = said_by_links(list(filter(_fits, plain)), document)
    return said[0] if len(said) == 1 and _fits(said[0]) else ""


def filed_under(near: Sequence[Block]) -> str:
    """Return the second of two links that are all of a line, with a dash between, and lead to pages of one list; or "".

    So Joomla 1.5 says section and category ("Жаңалықтар - Ауыл өмірі"); their addresses may differ in the query alone.
    """
    for block in near:
        if len(block.links) != 2 or block.zone in NOT_NEAR:  # noqa: PLR2004 - a section and its part
            continue
        if any(is_home(link) or is_button(link) for link in block.links):
            continue
        first, second = map(spaced_text, block.links)
        holding, held = (path_of(link.get("href") or "") or "" for link in block.links)
        listed = holding and held.startswith(holding)
        if listed and _DASH.split(block.spaced) == [first, second] and _fits(trimmed(second)):
            return trimmed(second)
    return ""


def _may_file(link: HtmlElement) -> bool:
    """Return whether a link may lead to a section: neither home nor to an author, and no button."""
    return not (is_home(link) or is_button(link) or names_author(link) or any(map(names_author, islice(link.iterancestors(), 2))))


def from_menu(document: Document) -> str:
    """Return the one section that menus mark as the page's: WordPress marks those of a post, Joomla the one that was chosen."""
    own = path_of(document.address)
    for marked in (_marked_by_engine(document), _marked_in_menus(document)):
        links = [link for item in marked if (link := _link_of(item)) is not None and not is_home(link)]
        names = {trimmed(spaced_text(link)) for link in links if path_of(link.get("href") or "") not in (None, "", own)}
        if names:
            said = names.pop() if len(names) == 1 else ""
            return said if is_told_section(said) else ""
    return ""


def _link_of(item: HtmlElement) -> HtmlElement | None:
    return item if item.tag == "a" else next(item.iterchildren("a"), None)


def _marked_by_engine(document: Document) -> list[HtmlElement]:
    """Return the items of menus that are marked as engines do it, wherever they stand."""
    if b"current" not in document.markup:  # most pages; to look at every item of their menus takes ten times as long
        return []
    return [item for item in document.tree.iter("li") if _CURRENT.search(item.get("class") or "")]


def _marked_in_menus(document: Document) -> list[HtmlElement]:
    """Return the items that themes mark as open ("active", "selected") in what calls itself a menu and has several links."""
    marked = [item for item in document.index.naming(_MARKED, _MARKS) if item.tag in ("li", "a", "td")]
    return [item for item in marked if _is_in_menu(item)]


def _is_in_menu(item: HtmlElement) -> bool:
    """Return whether an item stands in a box that calls itself a menu and has several links."""
    holders = islice(item.iterancestors(), AROUND)
    menu = next((node for node in holders if zone_of(node) is Zone.NAV), None)
    return menu is not None and "lang" not in words_of(menu) and len(list(islice(menu.iter("a"), MIN_MENU))) == MIN_MENU


def is_of_menu(item: HtmlElement) -> bool:
    """Return whether an element is an item of a long list, or of a list that such an item holds. Never raises."""
    lists = [item.getparent()] if item.tag == "li" else []
    lists += [node.getparent() for node in islice(item.iterancestors(), 2) if node.tag == "li"]
    return any(parent is not None and len(parent) > MAX_SECTION_WORDS for parent in lists)


def behind_way(near: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks behind the last line that shows the way to the page: what stands over that is a menu's or a card's.

    With them the first one, if that is the date; all where there is no such line. Never raises.
    """
    last = next((at for at in range(len(near) - 1, -1, -1) if near[at].zone is Zone.CRUMBS), -1)
    dated = near[:1] if last >= 0 and has_digit(near[0].text) else []
    return [*dated, *near[last + 1 :]]


def heads_form(element: HtmlElement) -> bool:
    """Return whether an element stands in a form of a few words: it says what that is for ("section title").

    Never raises.
    """
    return any(is_small(form, MAX_FORM) for form in element.iterancestors("form"))

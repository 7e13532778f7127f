"""Names that no label announces, and what tells that they are the author's all the same: where they stand, and beside what."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import dropwhile, islice, pairwise, takewhile
from typing import TYPE_CHECKING

from kznews.extract.block import IMAGES
from kznews.extract.count_words import is_counter
from kznews.extract.emphasis import is_at_edge
from kznews.extract.labels import CREW_LABELS, MAX_LABEL, names_maker, names_value
from kznews.extract.people.callings import has_degree, is_calling, is_of_press, is_office, people_in_line, who_wrote
from kznews.extract.people.credits import credits_of, translators_in
from kznews.extract.people.names import (
    abbreviates,
    has_initials,
    is_person_without_case,
    is_reporter,
    is_role,
    is_surely_person,
    leads_to_author,
    looks_like_name,
    may_be_name,
    people_in,
)
from kznews.extract.people.posts import names_post
from kznews.extract.people.signing_lines import without_office
from kznews.extract.phrases import key, names_list
from kznews.extract.selecting import spaced_text
from kznews.extract.surroundings import EDGES, NOT_NEAR
from kznews.extract.texts import has_digit, is_date
from kznews.extract.widgets import is_small
from kznews.extract.zones import Zone, words_of
from kznews.kazakh.cities import find_city
from kznews.kazakh.person_names import has_given_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.people.callings import Bearer

MAX_BYLINE = 120
"""A line with an author, an office and a date fits."""
BESIDE_PORTRAIT = 3
"""Boxes up from a name, itself included, of which one may stand right behind the portrait."""
_PORTRAIT = re.compile(r"/(?:users?|avatars?|authors?|profiles?)(?:[/.]|[_-]?\d)", re.IGNORECASE)
_PORTRAIT_WORDS = re.compile(r"avatar|auth?or|user ?pic|rounded (?:full|circle)|img circle")
_FONT = r"(?<![a-z])(?:fa[bsrl]?|bi|icons?|ico|glyphicon|mdi|la[sr]?|ti|uil|ion|flaticon|material) (?:[a-z]+ )*"
"""How fonts of icons begin the names of their signs."""
_ICON = re.compile(rf"{_FONT}(?:user|person|account|author|pencil|pen|edit|feather)(?![a-z])")
_FOLDER = re.compile(rf"{_FONT}(?:folder|category|categories)(?![a-z])")
_RIGHT_WORDS = re.compile(r"(?<![a-z])(?:(?:text|align) ?(?:right|end)|right ?text|sig|sign(?:ature)?|podpis|qoltanba)(?![a-z])")
"""What a signature calls itself, or the edge at which it stands."""
_WROTE = frozenset(map(key, ("жазған", "автор", "авторы", "мақала авторы", "материал авторы", "жазба авторы", "баған авторы")))
"""What a name stands over that an article's author has."""
_RECENT = frozenset(map(key, ("бүгін", "кеше", "алдыңғы күні", "сегодня", "вчера")))
_LIVED = re.compile(r"(?<!\d)\d{4}\s*(?:ж\.?|г\.?)?\s?[–—-]\s?(?:[\d.]{,6}|\d+\s\w+\s)\d{4}(?!\d)")
_ALL = key("барлық")
_FAMILY_ENDS = tuple(map(key, ("ұлы", "қызы", "ов", "ова", "ев", "ева", "ин", "ина", "ич", "вна")))
_NO_BYLINE = NOT_NEAR | {Zone.CAPTION, Zone.SHARE, Zone.ADVERT}


def signed_behind(behind: Sequence[Block]) -> list[str]:
    """Return the name that signs an article below its text, as newspapers print it ("Айгүл СЕРІК," and the paper's name).

    A name that is set at an edge is a signature as well, one over a post, and a link that one to all articles follows. A line
    that says what somebody did names an author only as the translator, and at an edge.
    """
    near = [block for block in behind if block.zone not in NOT_NEAR]
    for block in near:
        if len(block.links) == 2 and looks_like_name(said := spaced_text(block.links[0])) and _leads_to_all(block.links[1]):  # noqa: PLR2004
            return [said]
        line = block.text.split("\n")[0]
        if made := credits_of(line):
            if _is_at_edge(block) and (translators := translators_in(made)):
                return translators
            continue
        said = without_office(line)
        name, more = (said or line).strip(f"{EDGES}."), bool(said) or line.rstrip().endswith(",")
        words = name.split()
        if (said or looks_like_name(name)) and not words[0].isupper() and (more or words[-1].isupper() or _is_at_edge(block)):
            return [name]
    return named_by_role(near) or _beside_portrait(near)


def _leads_to_all(link: HtmlElement) -> bool:
    """Return whether a link says that it leads to all articles ("Барлық мақалалары")."""
    said = spaced_text(link)
    return names_list(said) and key(said).startswith(_ALL)


def _is_at_edge(block: Block) -> bool:
    """Return whether a block's own markup or its name sets it at an edge, as signatures are."""
    return is_at_edge(block.element) or _RIGHT_WORDS.search(words_of(block.element)) is not None


def named_by_role(near: Sequence[Block]) -> list[str]:
    """Return the name that stands right over a line with a post ("Мәди Алтай", "тілші"), or before one in its line.

    Or over the word for who wrote something, which is no label of what follows then.
    """
    shown = [block for block in near if block.zone not in _NO_BYLINE]
    for block in shown:
        name, comma, role = block.text.partition(",")
        if comma and looks_like_name(name) and is_role(role):
            return [name]
    lines = [line for block in shown for line in (block.text.split("\n") if "\n" in block.text else block.atoms)]
    over = [name for name, role in pairwise(lines) if looks_like_name(name) and is_role(role)][:1]
    return over or _over_word(lines)


def _over_word(lines: Sequence[str]) -> list[str]:
    for name, said, after in zip(lines, lines[1:], [*lines[2:], ""], strict=False):
        label = len(said) <= MAX_LABEL and said[-1:].isalpha() and key(said) in _WROTE
        if label and may_be_name(name) and not may_be_name(after):
            return [name]
    return []


def portrayed(above: Sequence[Block]) -> list[str]:
    """Return the name over a headline beside a picture that is called by it: who writes a column, and not whom news are about."""
    for block in above:
        name = block.atoms[0].strip() if block.has_parts else block.text
        if block.zone not in _NO_BYLINE and looks_like_name(name):
            pictures = (picture for node in _before(block) for picture in node.iter(*IMAGES))
            if any((picture.get("alt") or "").strip() == name for picture in pictures):
                return [name]
    return []


def alone_over(above: Sequence[Block], title: str, paragraphs: Sequence[str]) -> list[str]:
    """Return the one name that is a line of its own over a headline, if neither the headline nor the text knows its bearer.

    It has a common given name or initials: sections have capitals as well. Whom a page is about is named in both.
    """
    named = [block.text for block in above if _is_name_over(block)]
    if len(named) != 1:
        return []
    family = key(named[0].replace(".", " ")).split()[-1]
    return [] if any(family in key(said) for said in (title, *paragraphs)) else named


def _is_name_over(block: Block) -> bool:
    if block.zone in _NO_BYLINE or block.heading or len(block.text) > MAX_BYLINE:
        return False
    if not all(map(leads_to_author, block.links)):
        return False
    named = has_initials(block.text) or (may_be_name(block.text) and has_given_name(block.text))
    return named and find_city(block.text) is None


def before_headline(near: Sequence[Block], headline: str, title: str) -> list[str]:
    """Return the name that the page's `title` has before its headline with a full stop, if a line near that is the name.

    So books and their portals name who wrote a story ("Айгүл Серік. Қара бұлақ"); a colon stands behind who is quoted.
    """
    name, found, _ = title.partition(f". {headline}")
    if not (found and headline and looks_like_name(name)):
        return []
    lines = (line.strip(EDGES) for block in near if block.zone not in _NO_BYLINE for line in block.text.split("\n"))
    return [name] if name in lines else []


def listed_beside(near: Sequence[Block]) -> list[str]:
    """Return the name that stands in one small box with the first of the blocks, where that is the date."""
    dated = bool(near) and has_digit(near[0].text) is not None
    box = near[0].element.getparent() if dated else None
    if box is None or box.tag in ("body", "html") or not is_small(box, MAX_BYLINE):
        return []
    fit = (block for block in near if block.zone not in NOT_NEAR and (block.element.tag == "li" or not block.links))
    items = [block.text for block in fit if block.element.getparent() is box and not _is_labelled(block)]
    return [said for said in items if looks_like_name(said) and find_city(said) is None][:1]


def _is_labelled(block: Block) -> bool:
    """Return whether a block is a label and its value, each in an element of its own ("Санат", "Цифрландыру")."""
    return block.has_parts and len(block.atoms) > 1 and names_value(block.atoms[0])


def beside_counters(near: Sequence[Block]) -> list[str]:
    """Return the one name in a line about the article whose other texts count or date it, in parts of their own.

    What its bearer is may stand behind it with a comma, and who took the pictures behind a label.
    """
    for block in near:
        if block.zone in NOT_NEAR or not block.has_parts or len(block.text) > MAX_BYLINE:
            continue
        named = [at for at, atom in enumerate(block.atoms) if _is_of_person(atom)]
        if len(named) != 1:
            continue
        name, *behind = block.atoms[named[0] :]
        called = bool(behind) and behind[0].startswith((",", "،")) and is_calling(behind[0].strip(" ,،"))
        if block.links and not called:
            continue
        others = [*block.atoms[: named[0]], *behind[called:]]
        left = [atom for atom in others if not _credits_another(atom)]
        if left and all(map(_counts, left)):
            return [name]
    return []


def _is_of_person(said: str) -> bool:
    return (looks_like_name(said) and is_surely_person(said)) or is_person_without_case(said)


def _credits_another(said: str) -> bool:
    """Return whether a text says who else had a hand in an article ("Фото: музей қоры")."""
    label, colon, _ = said.partition(":")
    return bool(colon) and len(label) <= MAX_LABEL and key(label) in CREW_LABELS


def _counts(said: str) -> bool:
    """Return whether a text counts or dates an article; the days of a life do neither ("12.03.1941 – 13.11.2023")."""
    if _LIVED.search(said):
        return False
    if is_counter(said) or is_date(said) or not any(map(str.isalpha, said)):
        return True
    return bool(has_digit(said)) and key(said.partition(",")[0]) in _RECENT


def beside_icon(block: Block) -> list[str]:
    """Return the name right behind an empty icon of a person or a pen (`<i class="fa fa-user"></i> Айгүл Серік`)."""
    said = _behind_icon(block, _draws_author)
    return [said] if may_be_name(said) and find_city(said) is None else []


def behind_folder(block: Block) -> str:
    """Return what stands right behind an empty icon of a folder (`<i class="bi bi-folder"></i> <a href="/q">Қала</a>`), or ""."""
    return _behind_icon(block, _draws_folder)


def _behind_icon(block: Block, draws: Callable[[str], bool]) -> str:
    for icon in block.element.iter("i", "span", "em") if len(block.element) else ():
        if not (len(icon) or icon.text) and draws(words_of(icon)):
            following = icon.getnext()
            return (icon.tail or "").strip() or ("" if following is None else spaced_text(following))
    return ""


@lru_cache(maxsize=2048)  # a run repeats its icons
def _draws_author(words: str) -> bool:
    return _ICON.search(words) is not None


@lru_cache(maxsize=2048)
def _draws_folder(words: str) -> bool:
    return _FOLDER.search(words) is not None


def alone_below(below: Sequence[Block]) -> list[str]:
    """Return the names that stand alone in the one such line between headline and text, and are no caption of a picture."""
    found = [(at, people) for at, block in enumerate(below) if (people := _people_alone(block))]
    if len(found) != 1:
        return []
    at, people = found[0]
    block = below[at]
    if at and (names_maker(below[at - 1].text) or any(names_post(over.text) for over in below[:at])):  # or holds a post
        return []
    pictures = [node for node in _before(block) if _shows_picture(node)]
    pictured = any(node is block.element or not spaced_text(node) for node in pictures)  # the others have their captions
    return people if not pictured or _has_portrait(block) else []


def with_callings(below: Sequence[Block], *, press: bool, title: str = "") -> list[str]:
    """Return who wrote of the people in the one row of lines below the headline that say who each is, and nothing else.

    Where none has a post of the `press` or another part in the article, the row may be a caption or present a guest: it names
    several, or one with a degree or a place, the `title` names none of them, and no picture stands before it.
    """
    rows = ((block, _row(block)) for block in below)
    row = list(takewhile(lambda found: found[1], dropwhile(lambda found: not found[1], rows)))
    people = [one for _, found in row for one in found]
    if not people or is_of_press(people) != press:
        return []
    if not press and any(key(name) in key(title) for name, _ in people):
        return []
    if not press and len(people) == 1 and not any(has_degree(said) or is_office(said) for said in people[0][1]):
        return []
    pictured = not press and any(_shows_picture(node) for node in _before(row[0][0])) and not _has_portrait(row[0][0])
    return [] if pictured else who_wrote(people)


def _row(block: Block) -> list[Bearer]:
    return [] if block.heading or block.zone in _NO_BYLINE else people_in_line(block)


def _people_alone(block: Block) -> list[str]:
    """Return whom a line names that does nothing else, or []."""
    if block.heading or block.links or block.zone in _NO_BYLINE or not 0 < len(block.text) <= MAX_BYLINE:
        return []
    if not block.text[0].isupper():
        return []
    if _is_labelled(block):
        return []
    first, *rest = block.atoms if block.has_parts else (block.text,)
    name = " ".join(rest)
    people = people_in((name if rest and abbreviates(first, name) else block.text).strip(EDGES))
    return people if all(_is_whole_name(name) and find_city(name) is None for name in people) else []


def _is_whole_name(said: str) -> bool:
    """Return whether words are a name and nothing before it ("Батыр Сәкен Байтерек"): a third one is a father's or a family's."""
    return is_surely_person(said) and looks_like_name(said) and (len(said.split()) == 2 or key(said).endswith(_FAMILY_ENDS))  # noqa: PLR2004


def _shows_picture(node: HtmlElement) -> bool:
    return node.tag == "figure" or next(node.iter(*IMAGES), None) is not None


def _before(block: Block) -> Iterator[HtmlElement]:
    """Yield a block's own element, and what stands right before it or right before a small box around it."""
    yield block.element
    for box in islice((block.element, *block.element.iterancestors()), BESIDE_PORTRAIT):
        if box.tag in ("body", "html", "article", "main") or not is_small(box, MAX_BYLINE):
            return
        if (before := box.getprevious()) is not None and isinstance(before.tag, str):
            yield before


def _beside_portrait(behind: Sequence[Block]) -> list[str]:
    """Return the name beside a picture that calls itself the author's (`<img src="img/user.jpg"> <span>Айгүл Серік</span>`).

    Where an author has none, portals draw the initials in its place ("АС", "Айгүл Серік").
    """
    for last, block in pairwise((None, *behind)):
        if block is None or not may_be_name(block.text):
            continue
        if _has_portrait(block) or (last is not None and abbreviates(last.text, block.text)):
            return [block.text]
    return []


def _has_portrait(block: Block) -> bool:
    near = (node for node in _before(block) if node is block.element or not spaced_text(node))
    return any(_is_portrait(picture) for node in near for picture in node.iter(*IMAGES))


def _is_portrait(picture: HtmlElement) -> bool:
    if _PORTRAIT.search(picture.get("src") or "") is not None:
        return True
    return _PORTRAIT_WORDS.search(f"{words_of(picture)} {picture.get('alt') or ''}") is not None


def reporter_beside(blocks: Sequence[Block]) -> list[str]:
    """Return the name over a reporter's post in a side column ("Мәди Алтай", "тілші"), if there is just one on the page."""
    said = [atom for block in blocks if block.zone is Zone.ASIDE and len(block.text) <= MAX_BYLINE for atom in block.atoms]
    found = [name for name, role in pairwise(said) if looks_like_name(name) and is_reporter(role)]
    return found if len(found) == 1 else []

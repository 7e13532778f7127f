"""What a line at either end of a text says of who signs it: a name, a post, a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.asking import is_alone_of_its_class
from kznews.extract.block import ITEMS
from kznews.extract.emphasis import is_at_edge, is_in_italics
from kznews.extract.people.callings import MAX_PLACE, is_office, is_paper, is_place
from kznews.extract.people.credits import ENDS_SENTENCE
from kznews.extract.people.names import has_initials, has_no_case, is_name, is_role, looks_like_name, may_be_name
from kznews.extract.people.signed_people import AROUND, MAX_SIGNATURE
from kznews.extract.texts import is_text
from kznews.kazakh.cities import find_city
from kznews.kazakh.function_words import KAZAKH, NEWS
from kznews.kazakh.person_names import has_given_name, is_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kznews.extract.block import Block

MAX_AUTHOR = 80
"""A line with a name, a paper and a place fits."""
MAX_CALLING = 4
"""Words of what an author is beside writing ("филология ғылымдарының докторы")."""
MAX_INITIAL = 3
"""Letters of the longest initial ("Дж."); abbreviations have no more."""
_SURNAME_ENDS = ("ۇلى", "قىزى", "وۆ", "وۆا", "ەۆ", "ەۆا", "يەۆ", "يەۆا")
_ARABIC_VERBS = ("دى", "تى", "ىز")
_COMMON = frozenset(
    map(phrases.key, f"{KAZAKH} {NEWS} соңы жалғасы толық толығырақ мәтін мәтіні нұсқасы дереккөз сурет видео".split())
)
"""Words that no name has in it."""
_CLASS = re.compile(r"\d{1,2}-(?:сынып|synyp)")
"""Whose pupil somebody is; other figures are a place in a race or an age."""
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]\.")
_POSTSCRIPTS = frozenset(("P.S.", "P. S.", "Р.S.", "P.P.S."))


def before_calling(line: str) -> str:
    """Return the name with its family's in capitals before what its bearer is ("Ерлан ТӨЛЕУТАЙ, ақын"), as papers sign, or "".

    A pupil is of a class ("4-сынып оқушысы").
    """
    name, comma, calling = line.partition(",")
    if not comma or len(line) > MAX_AUTHOR or not looks_like_name(name) or ENDS_SENTENCE.search(calling):
        return ""
    words, family = calling.split(), name.split()[-1]
    told = 0 < len(words) <= MAX_CALLING and all(map(_may_call, words))
    return name.strip() if told and family.isupper() and len(family) > MAX_INITIAL else ""


def _may_call(word: str) -> bool:
    """Return whether a word in small letters may be one of a calling."""
    return word.islower() and (word.replace("-", "").isalpha() or _CLASS.fullmatch(word) is not None)


def name_with_place(block: Block) -> str:
    """Return the name in a line, bold or at an edge, that says who writes and from where ("Хұсайын Бапи, Өлгий"), or ""."""
    name, comma, place = block.text.partition(",")
    apart = block.all_bold or is_at_edge(block.element)
    short = len(block.text) <= MAX_AUTHOR and apart and len(place.split()) <= MAX_PLACE and place.strip()[:1].isupper()
    return name if comma and short and looks_like_name(name) and _ends_quietly(place) else ""


def _ends_quietly(said: str) -> bool:
    """Return whether neither a sentence ends with some words nor speech follows them."""
    return ENDS_SENTENCE.search(said) is None and not said.endswith(":")


def initials_in(line: str) -> str:
    """Return the name with initials that is all a signature says but for a place, or the initials alone ("Ә.С."), or ""."""
    said = line.strip(" ,")
    if len(said) > MAX_AUTHOR or "." not in said or said in _POSTSCRIPTS:
        return ""
    if _ONLY_INITIALS.fullmatch(said):
        return said if said.upper() == said else ""
    name = said.partition(",")[0].strip()
    return name if has_initials(name) and (name == said or is_office(said[len(name) + 1 :])) else ""


def without_office(line: str) -> str:
    """Return the name before a comma behind which stands nothing but a post, a place or a paper ("Айгүл Серік, тілші"), or "".

    Never raises.
    """
    name, comma, rest = line.replace("،", ",").partition(",")
    return name if comma and may_be_name(name) and is_office(rest) else ""


def over_post(line: str, below: list[str]) -> str:
    """Return the name that a line is, if right below stands a post ("тілші"), or it ends with a comma over a place or nothing.

    "" for any other line.
    """
    name, comma = line.strip(" ,.،"), line.endswith("،")
    signs = is_role(below[0]) or (comma and is_office(below[0])) if below else comma
    return name if signs and may_be_name(name) and not is_place(name) else ""


def names_below(lines: list[str]) -> list[str]:
    """Return the names on the further lines of a signature of which each line but the last ends with a comma."""
    if len(lines) < 2 or not all(line.rstrip().endswith(",") for line in lines[:-1]):  # noqa: PLR2004
        return []
    return [line.strip(" ,.") for line in lines[1:] if looks_like_name(line.strip(" ,.")) or is_signed(line.strip(" ,."))]


def names_in_same(blocks: Sequence[Block]) -> list[str]:
    """Return the further names with a comma in the paragraph of the first of some blocks: over what each of the authors is."""
    lines = (block.text.rstrip() for block in blocks[1:] if block.element is blocks[0].element)
    return [name for line in lines if line.endswith((",", "،")) and names_somebody(name := line.strip(" ,،"))]


def may_sign(line: str) -> bool:
    """Return whether a line may be a part of a signature: short, and no sentence but for a name or a place with a full stop.

    Where it has several lines of which the first is a name with a comma, the others say who that is and from where.
    """
    first, *below = line.split("\n")
    if below and first.rstrip().endswith(",") and len(line) <= MAX_SIGNATURE and names_somebody(first.strip(" ,")):
        return True
    if len(line) > MAX_AUTHOR:
        return False
    if ENDS_SENTENCE.search(line) is None:
        return True
    words = line.rstrip(" .").split()
    if is_paper(line.rstrip(" .")) or looks_like_name(" ".join(words)) or is_signed(line.rstrip(" .")) or initials_in(line):
        return True
    return len(words) > 1 and is_office(line)


def tells_of(last: Block, before: Block) -> bool:
    """Return whether a block says who and whence the name with a comma is that stands before it in the same paragraph."""
    named = before.element is last.element and before.text.endswith(",") and names_somebody(before.text.strip(" ,"))
    return named and len(last.text) <= MAX_SIGNATURE


def names_somebody(said: str) -> bool:
    """Return whether a text is a person's name, in a script without capitals one with a common given name. Never raises."""
    if looks_like_name(said) or is_signed(said) or has_initials(said):
        return True
    return all(map(has_no_case, said.split())) and may_be_name(said) and has_given_name(said)


def is_signed(line: str) -> bool:
    """Return whether a line is a name with its surname in capitals ("А.СЕЙДАХМЕТ", "Ерасыл қажы ӨТЕМІСҰЛЫ")."""
    first, *rest = line.replace(".", " ").split() or [""]
    if not 0 < len(rest) <= 2 or not "".join((first, *rest)).isalpha() or not first[0].isupper():  # noqa: PLR2004
        return False
    initial = line.startswith(f"{first}.")
    if is_phrase(line):
        return False
    return rest[-1].isupper() and len(rest[-1]) > MAX_INITIAL and (initial or not first.isupper())


def signs(block: Block, before: Block) -> bool:
    """Return whether a line signs the text in Arabic script, where no capitals tell a name.

    It is bold and ends with a comma, or stands in a script without capitals and is set apart by its letters, its edge or a class
    of its own, or ends as surnames do, or is nothing but two words behind a sentence.
    """
    words = block.text.strip(AROUND).split()
    if len(words) not in (2, 3) or is_place(block.text.strip(AROUND)):
        return False
    if block.all_bold and block.text.endswith((",", "،")):
        return True
    if not all(map(has_no_case, words)):
        return False
    apart = block.all_bold or is_at_edge(block.element) or is_in_italics(block) or is_alone_of_its_class(block.element)
    return apart or words[-1].endswith(_SURNAME_ENDS) or (is_text(before) and _may_be_two_names(block))


def _may_be_two_names(block: Block) -> bool:
    """Return whether a line in Arabic script is two words, none a common one and both no place's or office's, as names are."""
    said = block.text.strip(AROUND)
    plain = block.element.tag not in ITEMS and not (block.heading or block.links)
    common = any(phrases.key(word) in _COMMON or word.endswith(_ARABIC_VERBS) for word in said.split())
    return plain and len(said.split()) == 2 and not common and is_name(said) and find_city(said) is None  # noqa: PLR2004

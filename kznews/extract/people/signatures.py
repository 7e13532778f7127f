"""Who signs a text, in its first lines or its last ones, and where it says it is from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kznews.extract import phrases
from kznews.extract.asking import is_alone_of_its_class
from kznews.extract.block import ITEMS
from kznews.extract.emphasis import is_at_edge, is_in_italics
from kznews.extract.labels import AUTHOR_LABELS, HOST_LABELS, SOURCE_LABELS
from kznews.extract.people.callings import MAX_PLACE, authors_in, is_office, is_paper, is_place, who_wrote
from kznews.extract.people.credits import ENDS_SENTENCE, credits_of
from kznews.extract.people.names import (
    has_initials,
    has_no_case,
    is_name,
    is_role,
    looks_like_name,
    may_be_name,
    name_behind_label,
    name_in,
    people_in,
)
from kznews.extract.people.press_offices import is_body_at_edge, is_press_office
from kznews.extract.people.regards import is_regards, without_regards
from kznews.extract.people.signed_people import AROUND, MAX_SIGNATURE, MIN_KEPT, people_at_end, people_over, people_under_lead
from kznews.extract.people.source_lines import is_outlet, source_of
from kznews.extract.telling import tells_news
from kznews.extract.texts import is_text
from kznews.kazakh.cities import find_city
from kznews.kazakh.function_words import KAZAKH, NEWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block

MAX_ABOUT = 400
"""Letters that a box says of an author beside the name."""
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
_AUTHOR_LINE = re.compile(r"^(?:автор(?:ы|лары)?|мәтін авторы|дайындаған|әзірлеген|avtor\w*|اۆتور\w*)\s*[:–—-]\s*(\S[^:]{2,60})$")
_SOURCE_LINE = re.compile(r"^(?:источник|дерек\s?көз\w*|ақпарат көзі|derekk[oó]z\w*|كەلۋ قاينارى)\s*([:–—-])?\s*(\S.{1,60})$")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]\s?\S")
MIN_SIGNED = 3
"""Paragraphs before the first footnote, at least: a list of sources is the text otherwise."""
MAX_SIGNED = 40
"""Lines of the longest signature: a text may end with thousands of short ones."""
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]\.")
_POSTSCRIPTS = frozenset(("P.S.", "P. S.", "Р.S.", "P.P.S."))


@dataclass(slots=True)
class Credits:
    """Whom and what the lines around a text name."""

    authors: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Who presented it: the author where nobody else is named."""
    source_name: str = ""


def take_signatures(kept: list[Block], inside: Sequence[Block], container: HtmlElement | None) -> Credits:
    """Take lines that name an author or a source from the end (or the beginning) of the text; return what they name.

    `kept` loses them; `inside` is all that stands in the text's box, `container`.
    """
    named = Credits()
    notes = _footnotes(kept)
    del kept[len(kept) - len(notes) :]
    _take_all(kept, named, container)
    kept.extend(notes)
    named.authors = [name_in(said) or said for said in named.authors]  # without what somebody did: asked, wrote
    named.source_name = named.source_name or next(filter(None, map(_stated_source, inside)), "")
    return named


def _stated_source(block: Block) -> str:
    """Return the source that a line names behind a label and a mark, or without one by an outlet's name; "" for a sentence."""
    line = block.text
    if len(line) > MAX_AUTHOR or (match := _SOURCE_LINE.match(line.lower())) is None:
        return ""
    source = line[match.start(2) :].strip(" .,")
    if match[1] == ":":
        return source
    named = match[1] or is_outlet(source) or all(word[:1].isupper() for word in source.split())
    return source if named and not tells_news(phrases.key(line), line) else ""


def _footnotes(kept: Sequence[Block]) -> list[Block]:
    """Return the footnotes at the end of a text: a signature stands before them."""
    start = len(kept)
    while start > MIN_SIGNED and _FOOTNOTE.match(kept[start - 1].text):
        start -= 1
    return list(kept[start:])


def _take_all(kept: list[Block], named: Credits, container: HtmlElement | None) -> None:
    for block in [*kept[:2], *kept[-3:]]:
        line = block.text.strip()
        if len(line) > MAX_AUTHOR or block not in kept:
            continue
        if match := _AUTHOR_LINE.match(line.lower()):
            named.authors += filter(is_name, authors_in(line[match.start(1) :].strip(" .,")))
            kept.remove(block)
            _drop_box_about(block, kept, container)
    _take_opening(kept, named)
    _take_credits(kept, named)
    if len(kept) > 1 and (is_paper(kept[-1].text.strip(AROUND)) or _says_where(kept[-1], kept[-2])):
        kept.pop()
    while len(kept) > MIN_KEPT and is_body_at_edge(kept[-1], kept[0]):
        kept.pop()
    _take_name_at_end(kept, named)


def _take_opening(kept: list[Block], named: Credits) -> None:
    """Take a name with a place or a calling over the text, and what of its first two lines names who made it."""
    if len(kept) > 1 and (name := _name_with_place(kept[0]) or _before_calling(kept[0].text)):
        named.authors.append(name)
        del kept[0]
    elif people := people_over(kept):
        named.authors += who_wrote(people)
        del kept[0]
    elif people := people_under_lead(kept):
        named.authors += who_wrote(people)
        del kept[1]
    for block, said in [(block, credits_of(block.text)) for block in kept[: min(2, len(kept) - 1)]]:
        for label, value in said:
            _take_credit(label, value, named)
        if said:
            kept.remove(block)


def _before_calling(line: str) -> str:
    """Return the name with its family's in capitals before what its bearer is ("Ерлан ТӨЛЕУТАЙ, ақын"), as papers sign, or ""."""
    name, comma, calling = line.partition(",")
    if not comma or len(line) > MAX_AUTHOR or not looks_like_name(name) or ENDS_SENTENCE.search(calling):
        return ""
    words, family = calling.split(), name.split()[-1]
    told = 0 < len(words) <= MAX_CALLING and all(word.replace("-", "").isalpha() and word.islower() for word in words)
    return name.strip() if told and family.isupper() and len(family) > MAX_INITIAL else ""


def _name_with_place(block: Block) -> str:
    """Return the name in a line, bold or at an edge, that says who writes and from where ("Хұсайын Бапи, Өлгий"), or ""."""
    name, comma, place = block.text.partition(",")
    apart = block.all_bold or is_at_edge(block.element)
    short = len(block.text) <= MAX_AUTHOR and apart and len(place.split()) <= MAX_PLACE and place.strip()[:1].isupper()
    return name if comma and short and looks_like_name(name) and not ENDS_SENTENCE.search(place) else ""


def _take_credits(kept: list[Block], named: Credits) -> None:
    """Take the last lines that say who wrote, filmed or translated it and whence it is ("Мәтін: ...", "Оператор: ...")."""
    while len(kept) > 1:
        said = credits_of(kept[-1].text)
        source = None if said or kept[-1].element.tag in ITEMS else source_of(kept[-1].text)
        if not said and source is None:
            return
        for label, value in said:
            _take_credit(label, value, named)
        named.source_name = named.source_name or source or ""
        kept.pop()


def _take_credit(label: str, value: str, named: Credits) -> None:
    said = phrases.key(label)
    if said in HOST_LABELS:
        named.others += people_in(value.strip(" .,"))
    elif said in AUTHOR_LABELS:
        named.authors += authors_in(value.strip(" .,"))
    elif said in SOURCE_LABELS:
        named.source_name = named.source_name or value.strip(' .,«»"“”')


def _says_where(last: Block, before: Block) -> bool:
    """Return whether a line under a sentence is the place from which a newspaper's author writes, and nothing else.

    It is bold, or in a box of its own below paragraphs.
    """
    apart = last.all_bold or (before.element.tag == "p" and last.element.tag == "div")
    if len(last.text) > MAX_AUTHOR or not apart or last.heading or last.links or last.element.tag in ITEMS:
        return False
    parts = [words for part in re.split(r"[,\n]", last.text) if (words := part.split())]
    return bool(parts) and all(is_place(" ".join(it)) for it in parts) and ENDS_SENTENCE.search(before.text) is not None


def _drop_box_about(author: Block, kept: list[Block], container: HtmlElement | None) -> None:
    """Drop what else the author's own small box says of the author, where it opens with the name."""
    box = author.element
    lines = [block for block in kept if block.element is not box and box in block.element.iterancestors()]
    if box is not container and sum(len(line.text) for line in lines) <= MAX_ABOUT:
        kept[:] = [block for block in kept if block not in lines]


def _take_name_at_end(kept: list[Block], named: Credits) -> None:
    """Take a name that stands alone under the text, with or without a paper and a place behind it, as the author."""
    signed, count = people_at_end(kept, alone=len(kept) > MIN_KEPT and not _may_sign(kept[-2].text))
    if count:
        named.authors += signed
        del kept[-count:]
        return
    start = _start_of_signature(kept)
    for at in range(start, len(kept)):
        lines = kept[at].text.split("\n")
        opens = len(lines) > 1 and (phrases.key(lines[0]) in AUTHOR_LABELS or is_regards(lines[0]))
        line = without_regards(lines[opens]).strip(" ,.:()（）-–—")
        below = lines[1:2] or [block.text for block in kept[at + 1 : at + 2]]
        told = name_behind_label(line) or without_office(line) or _over_post(line, below)
        if at == start == len(kept) - 1 and kept[at].element.tag not in ITEMS:  # the winners of a race are a list
            told = told or _initials_in(kept[at].text) or _before_calling(kept[at].text) or _name_with_place(kept[at])
        name = told or name_in(line) or line
        if told or looks_like_name(name) or _is_signed(name) or _signs(kept[at], kept[at - 1]):
            if not kept[at].heading:  # a heading opens a list ("Most Read Today") or a box about the author
                more = _names_below(lines[opens:]) or _names_in_same(kept[at:])
                named.authors += [name_behind_label(name) or name.strip("،"), *more]
            del kept[at - is_regards(kept[at - 1].text) :]
            return
    if len(kept) - 1 <= start and len(kept) > 1 and is_press_office(kept[-1], alone=start < len(kept)):
        kept.pop()


def _start_of_signature(kept: Sequence[Block]) -> int:
    """Return the index of the first of the last blocks that may all be parts of a signature."""
    start = len(kept)
    if start > MIN_SIGNED and _tells_of(kept[-1], kept[-2]):
        start -= 1
    while start > max(2, len(kept) - MAX_SIGNED) and _may_sign(kept[start - 1].text):
        start -= 1
    return start


def _initials_in(line: str) -> str:
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


def _over_post(line: str, below: list[str]) -> str:
    """Return the name that a line is, if right below stands a post ("тілші"), or it ends with a comma over a place or nothing.

    "" for any other line.
    """
    name, comma = line.strip(" ,.،"), line.endswith("،")
    signs = is_role(below[0]) or (comma and is_office(below[0])) if below else comma
    return name if signs and may_be_name(name) and not is_place(name) else ""


def _names_below(lines: list[str]) -> list[str]:
    """Return the names on the further lines of a signature of which each line but the last ends with a comma."""
    if len(lines) < 2 or not all(line.rstrip().endswith(",") for line in lines[:-1]):  # noqa: PLR2004
        return []
    return [line.strip(" ,.") for line in lines[1:] if looks_like_name(line.strip(" ,.")) or _is_signed(line.strip(" ,."))]


def _names_in_same(blocks: Sequence[Block]) -> list[str]:
    """Return the further names with a comma in the paragraph of the first of some blocks: over what each of the authors is."""
    lines = (block.text.rstrip() for block in blocks[1:] if block.element is blocks[0].element)
    return [name for line in lines if line.endswith((",", "،")) and _names_somebody(name := line.strip(" ,،"))]


def _may_sign(line: str) -> bool:
    """Return whether a line may be a part of a signature: short, and no sentence but for a name or a place with a full stop.

    Where it has several lines of which the first is a name with a comma, the others say who that is and from where.
    """
    first, *below = line.split("\n")
    if below and first.rstrip().endswith(",") and len(line) <= MAX_SIGNATURE and _names_somebody(first.strip(" ,")):
        return True
    if len(line) > MAX_AUTHOR:
        return False
    if ENDS_SENTENCE.search(line) is None:
        return True
    words = line.rstrip(" .").split()
    if is_paper(line.rstrip(" .")) or looks_like_name(" ".join(words)) or _is_signed(line.rstrip(" .")) or _initials_in(line):
        return True
    return len(words) > 1 and is_office(line)


def _tells_of(last: Block, before: Block) -> bool:
    """Return whether a block says who and whence the name with a comma is that stands before it in the same paragraph."""
    named = before.element is last.element and before.text.endswith(",") and _names_somebody(before.text.strip(" ,"))
    return named and len(last.text) <= MAX_SIGNATURE


def _names_somebody(said: str) -> bool:
    return looks_like_name(said) or _is_signed(said) or has_initials(said)


def _is_signed(line: str) -> bool:
    """Return whether a line is a name with its surname in capitals ("А.СЕЙДАХМЕТ", "Ерасыл қажы ӨТЕМІСҰЛЫ")."""
    first, *rest = line.replace(".", " ").split() or [""]
    if not 0 < len(rest) <= 2 or not "".join((first, *rest)).isalpha() or not first[0].isupper():  # noqa: PLR2004
        return False
    initial = line.startswith(f"{first}.")
    return rest[-1].isupper() and len(rest[-1]) > MAX_INITIAL and (initial or not first.isupper())


def _signs(block: Block, before: Block) -> bool:
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

"""People with what each of them is or did ("Рая Кенжеғали, мұғалім", "Ерлан Сапар (фото)"), and who of them wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.labels import AUTHOR_LABELS, CREW_LABELS, TRANSLATOR_LABELS
from kznews.extract.people.names import (
    MAX_NAME,
    divided,
    has_no_case,
    is_person,
    is_role,
    may_be_name,
    people_in,
    without_apostrophes,
)
from kznews.extract.phrases import key
from kznews.kazakh.cities import find_city

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kznews.extract.block import Block

MAX_LINE = 200
"""Letters of a line with four people and what each is."""
MAX_PLACE = 4
"""Words of a place's name with what kind of place it is ("Шығыс Қазақстан облысы")."""
MAX_CALLING = 5
"""Words of what somebody is ("Қостанай қаласының құрметті азаматы")."""
Bearer = tuple[str, tuple[str, ...]]
"""A name, and what the line says of who bears it."""

_PLACES = frozenset(map(key, ("облысы", "ауданы", "қаласы", "ауылы", "округі")))
_PAPER = re.compile(r"^[\"“„«](?!\s)[^\"“”«».!?…]{2,30}[\"”»]$")
"""A name in quotes is the paper's ("The Qazaq Times")."""
_QUOTED = re.compile(r"«[^«»]{2,40}»|“[^“”]{2,40}”")
_ADDRESS = re.compile(r"(?:[\w-]{1,30}\.){1,3}[a-zA-Z]{2,5}")
_PARTS = re.compile(r"[\n;|·•()（）]|\s/\s|^\s*/\s*$|[,،](?=\s|$)")
_LEADERS = frozenset(map(key, ("редактор", "редакторы", "бас редактор", "жүргізуші")))
"""Who leads a paper or presents a broadcast wrote it, where nobody else did."""
_OTHER_HANDS = (CREW_LABELS - TRANSLATOR_LABELS - _LEADERS) | frozenset(
    map(key, ("суреттері", "суреті", "фотограф", "фотожурналист", "фототілшісі", "бейне"))
)
"""What those are or did who had a hand in an article without writing it."""
_VERBS = ("di", "ti")
"""What the last word of a sentence about the past ends with."""
_WROTE = frozenset(map(key, ("мәтін", "мәтіні", "мәтін авторы", "автор", "авторы", "мақала авторы")))
_LABELS = AUTHOR_LABELS | CREW_LABELS
"""What may stand before a further name with a colon."""
_AUTHOR = "автор"
_TRANSLATED = (*TRANSLATOR_LABELS, key("аударма"))
_DEGREES = tuple(
    map(key, ("докторы", "кандидаты", "профессор", "профессоры", "доцент", "доценті", "академик", "магистр", "магистрі",
              "магистрант", "магистранты", "докторант", "докторанты"))
)  # fmt: skip
_CALLED = _DEGREES + tuple(
    map(key, ("тілші", "тілшісі", "журналист", "журналисі", "жазушы", "жазушысы", "ақын", "ақыны", "мұғалім", "мұғалімі", "ұстаз",
              "ұстазы", "оқушы", "оқушысы", "студент", "студенті",
              "ғалым", "тарихшы", "маман", "маманы", "дәрігер",
              "дәрігері", "заңгер", "сарапшы", "публицист", "мүшесі", "ардагер", "ардагері", "зейнеткер", "қайраткер",
              "қайраткері",
              "меңгерушісі", "директоры", "жетекшісі", "азаматы", "басшысы", "әдебиеттанушы", "филолог", "экономист", "психолог",
              "саясаттанушы", "өлкетанушы", "блогер", "педагог", "режиссер", "сыншы", "қызметкері", "тұрғыны"))
)  # fmt: skip
"""What the last word of a calling is: in a script without capitals nothing else tells it from a name."""


def is_office(said: str) -> bool:
    """Return whether a text is a post, a place, a paper or a site and nothing else. Never raises."""
    rest = said.strip(" .,")
    if not rest:
        return False
    return is_place(rest) or is_role(rest) or find_city(rest) is not None or is_paper(rest) or _is_at_site(rest)


def _is_at_site(said: str) -> bool:
    """Return whether a text is the address of a site, alone or before a post there ("Derek.kz тілшісі")."""
    address, _, post = said.partition(" ")
    return _ADDRESS.fullmatch(address) is not None and (not post or is_role(post))


def is_place(said: str) -> bool:
    """Return whether a text is a place with what kind of place it is ("Аққайың ауданы"). Never raises."""
    words = said.split()
    return 0 < len(words) <= MAX_PLACE and key(words[-1]) in _PLACES


def is_paper(line: str) -> bool:
    """Return whether a line is a name in quotes and nothing else. Never raises."""
    return _PAPER.match(line) is not None


def has_degree(said: str) -> bool:
    """Return whether a text ends with a degree or a title of learning ("тарих ғылымдарының кандидаты"). Never raises."""
    return _ends_with(said, _DEGREES)


def _ends_with(said: str, callings: Sequence[str]) -> bool:
    words = said.split()
    plain = without_apostrophes(said).replace(" ", "").replace("-", "")
    return 0 < len(words) <= MAX_CALLING and plain.isalpha() and key(words[-1]) in callings


def _parts_of(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield the parts of lines, each with whether a sign stands before it in its line."""
    for line in lines:
        for at, part in enumerate(_PARTS.split(line)):
            if said := part.strip(" .:–—-"):
                yield said, at > 0


def is_calling(said: str) -> bool:
    """Return whether a text says what somebody is or did and nothing else ("ақын", "«Дерек» тілшісі"). Never raises."""
    words = without_apostrophes(_QUOTED.sub(" ", said)).split()
    if len(said) > MAX_NAME or not words or any(map(str.isdigit, said)):
        return False
    if is_known_calling(said):
        return True
    if len(words) > MAX_CALLING or key(words[-1]).endswith(_VERBS):
        return False
    return all(word.replace("-", "").isalpha() and word.islower() for word in words)


def bearers_in(lines: Iterable[str]) -> list[Bearer]:
    """Return whom lines name, each with what stands behind the name, where they say nothing else; else []. Never raises.

    One of them has to say what somebody is: a list of nothing but names is told elsewhere. Words in small letters say so behind
    a comma or in brackets; on a line of their own they may go on with a sentence.
    """
    found: list[tuple[str, list[str]]] = []
    for part, apart in _parts_of(lines):
        label, colon, value = part.partition(":")
        if found and colon and _may_bear(value.strip()) and key(label) in _LABELS:
            found.append((value.strip(), [_AUTHOR if key(label) in AUTHOR_LABELS else label]))
        elif found and (is_calling(part) if apart else is_known_calling(part)):
            found[-1][1].append(part)
        elif _may_bear(part) and (found or part[0].isupper() or not is_calling(part)):
            found.append((part, []))
        else:
            return []
    return [(name, tuple(said)) for name, said in found] if any(said for _, said in found) else []


def people_in_line(block: Block) -> list[Bearer]:
    """Return whom a short line names with what each is ("Рая Кенжеғали, мұғалім"), where it does nothing else. Never raises."""
    text = block.text
    if len(text) > MAX_LINE or announces_speech(text) or not (block.has_parts or any(sign in text for sign in ",(،|/")):
        return []
    if not block.has_parts and (len(first := _PARTS.split(text, 1)[0]) > MAX_NAME or first.count(" ") > MAX_CALLING):
        return []  # most sentences
    return bearers_in(block.atoms if block.has_parts and "\n" not in text else text.split("\n"))


def announces_speech(text: str) -> bool:
    """Return whether a line says who speaks in what follows ("Ерлан Сапар, зейнеткер:"). Never raises."""
    return text.rstrip().endswith(":") and is_person(text.partition(",")[0].strip())


def who_wrote(people: Sequence[Bearer]) -> list[str]:
    """Return the names of those who wrote: who only took pictures, filmed or edited did not; a translator, where no other did."""
    left = [(name, said) for name, said in people if not any(map(_is_other_hand, said)) or any(map(_says_wrote, said))]
    wrote = [name for name, said in left if not (any(map(_translated, said)) or any(map(_leads, said)))]
    led = [name for name, said in left if not any(map(_translated, said))]
    return wrote or led or [name for name, _ in left]


def is_of_press(people: Iterable[Bearer]) -> bool:
    """Return whether a line says of somebody what only those who make articles do ("тілші", "фото")."""
    return any(_is_part(one) for _, said in people for one in said)


def writers_in(line: str) -> list[str] | None:
    """Return who of a line's people wrote, if it says of any what the person is or did; else None. Never raises."""
    people = bearers_in([line]) if len(line) <= MAX_LINE else []
    return who_wrote(people) if people else None


def called_in(line: str) -> list[str]:
    """Return who of a line's people wrote, if it says what one is and not only from where; else []. Never raises."""
    people = bearers_in([line]) if len(line) <= MAX_LINE and any(sign in line for sign in ",،(") else []
    told = any(not is_place(one) and find_city(one) is None for _, said in people for one in said)
    return who_wrote(people) if told else []


def authors_in(line: str) -> list[str]:
    """Return who of the people in an author's line wrote; all, or the line as one, where it does not say. Never raises."""
    wrote = writers_in(line)
    if wrote is not None:
        return wrote
    return listed_in(line)


def listed_in(line: str) -> list[str]:
    """Return the people behind a label, be it in a script without capitals, or the line as one. Never raises."""
    people = people_in(line)
    parts = divided(line) if len(people) == 1 and ("," in line or "،" in line) else []
    return parts if len(parts) > 1 and all(may_be_name(part) and not is_known_calling(part) for part in parts) else people


def is_known_calling(said: str) -> bool:
    """Return whether a text is a part in an article, a post, a place, or ends with what people are. Never raises."""
    return _is_part(said) or is_office(said) or _ends_with(said, _CALLED)


def _is_part(said: str) -> bool:
    """Return whether a text says what part somebody has in an article."""
    if is_role(_QUOTED.sub(" ", said).strip() if "»" in said else said):
        return True
    return _is_other_hand(said) or _leads(said) or _says_wrote(said) or _translated(said)


def _may_bear(said: str) -> bool:
    words = said.split()
    return is_person(said) or (len(words) in (2, 3) and all(map(has_no_case, words)))


def _is_other_hand(said: str) -> bool:
    return key(said) in _OTHER_HANDS


def _leads(said: str) -> bool:
    return key(said) in _LEADERS


def _says_wrote(said: str) -> bool:
    return key(said) in _WROTE


def _translated(said: str) -> bool:
    return key(said).endswith(_TRANSLATED)

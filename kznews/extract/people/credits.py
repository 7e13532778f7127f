"""Lines of credits under or over a text: labels of those who made it, each with names ("Мәтін: ...", "Оператор: ...")."""

from __future__ import annotations

import re

from kznews.extract.labels import (
    ASKED_LABELS,
    AUTHOR_LABELS,
    CREW_LABELS,
    MAX_LABEL,
    MAX_LABEL_WORDS,
    SOURCE_LABELS,
    TRANSLATOR_LABELS,
    announced,
)
from kznews.extract.people.callings import is_office, listed_in
from kznews.extract.people.names import has_initials, is_person, may_be_name, people_in
from kznews.extract.people.source_lines import is_outlet
from kznews.extract.phrases import is_boilerplate, key, signer_before

MAX_CREDIT = 80
"""A line with a name, a paper and a place fits."""
MAX_CREDITS = 200
"""Letters of a line with the names of a whole crew."""
MAX_UNSIGNED = 120
"""Letters of a line with two credits that has neither colon nor dash."""
MAX_CREDIT_WORDS = 8
"""Words of a label of three, from what language it is, and a name."""
Credit = tuple[str, str]
"""A label and what stands behind it."""

_AUTHOR = "автор"
"""The label of who signs without one."""
_BESIDE = re.compile(r"\s*[\n|•·]\s*")
"""What stands between credits side by side in one text ("Мәтін: Айгүл Серік · Сурет: Ерлан Сапар")."""
_LABELLED = re.compile(r"([^:–—]{2,40}?)\s*(?::|\s[–—-]\s)(.+)", re.DOTALL)
_DASH = re.compile(r"\s[–—-]\s")
_SIGNS = ("：", " – ", " — ", " - ")
ENDS_SENTENCE = re.compile(r"[.!?…;؟۔]\s*$")
"""What neither a name nor a place ends with."""
_DIVIDED = re.compile(r"\s*[,،;]\s+|(?<=\w{3})\.\s+")
_FROM = re.compile(r"(?:\S+ tilin\S*|\S+(?:şadan|şeden|şaga|şege)) ")
"""From what or into what language, as a skeleton ("Орыс тілінен", "Қазақшаға")."""
_NAMED = AUTHOR_LABELS | CREW_LABELS
_FIRST_WORDS = frozenset(label.partition(" ")[0] for label in _NAMED)
_DID = frozenset(label for label in CREW_LABELS if label.endswith(("gan", "gen")))
"""Labels that say what somebody did ("безендірген"): no name begins so."""
_BEHIND_NAME = _DID | ASKED_LABELS | frozenset(map(key, ("дайындаған", "әзірлеген", "жазған", "жазып алған")))
"""The same where they stand behind the name ("Ерлан Сапар аударған")."""
_LAST_WORDS = frozenset(label.rpartition(" ")[2] for label in _BEHIND_NAME)


def credits_of(text: str) -> list[Credit]:
    """Return the labels with their values that a text consists of, or [] where it says anything else. Never raises."""
    if len(text) > MAX_CREDITS or not _may_credit(text):
        return []
    name = signer_before(text)
    lines = _BESIDE.split(text[len(name) :].lstrip(" .|/") if name else text)
    found = [_single(line) or _several(line) or _without_signs(line) or _behind_name(line) for line in lines]
    if any(found) and not all(found):  # one line that surely is a credit tells of the others
        found = [said or [credit for credit in (_prefixed(line),) if credit] for line, said in zip(lines, found, strict=True)]
    if not all(found):
        return []
    return [*([(_AUTHOR, name)] if name else []), *(credit for said in found for credit in said)]


def _may_credit(text: str) -> bool:
    """Return whether a text has a colon or a dash, or opens as a label does: quickly told, never False where it holds credits."""
    if ":" in text or any(sign in text for sign in _SIGNS):
        return True
    if len(text) > MAX_UNSIGNED:  # nearly all paragraphs
        return False
    first, second = [key(word) for word in (*_bare(text).split(maxsplit=2)[:2], "", "")][:2]
    if first in _FIRST_WORDS or _FROM.match(f"{first} {second} ") is not None:
        return True
    return key(text.rstrip(" .)").rpartition(" ")[2]) in _LAST_WORDS


def announces_people(line: str) -> bool:
    """Return whether a line is a label with a colon of those who made an article, and no value. Never raises."""
    return len(line) <= MAX_LABEL and line.endswith(":") and key(line) in _NAMED


def translators_in(said: list[Credit]) -> list[str]:
    """Return whom credits name as translators. Never raises."""
    return [name for label, value in said if _translates(label) for name in people_in(value)]


def _translates(label: str) -> bool:
    """Return whether a label announces who translated a text ("Орыс тілінен аударған")."""
    return key(label).endswith(tuple(TRANSLATOR_LABELS))


def _single(line: str) -> list[Credit]:
    """Return the one label and value of a line: names behind a colon or a dash, or the text's source behind a colon."""
    bare = _bare(line)
    divided = _LABELLED.match(bare)
    label, value = (divided[1], divided[2].strip()) if divided else ("", "")
    if len(line) > MAX_CREDIT or len(label) > MAX_LABEL or not value:
        return []
    if key(label) in SOURCE_LABELS:
        sure = ":" in bare or is_outlet(value)
        return [(label, value)] if sure and ENDS_SENTENCE.search(value) is None else []
    return [(label, value)] if key(label) in _NAMED and _names_people(value) else []


def _several(line: str) -> list[Credit]:
    """Return the credits of a line with several labels ("Дайындаған: Айгүл Серік. Фото: Ерлан Сапар")."""
    bare = _bare(line)
    bare = bare if ":" in bare else _DASH.sub(": ", bare)
    pairs = [(label, value.strip(" .,;،")) for label, value in announced(bare)] if bare.count(":") > 1 else []
    whole = sum(len(label.strip()) + len(value) for label, value in pairs)
    if len(pairs) < 2 or whole < len(bare) - 3 * bare.count(":") - 2:  # noqa: PLR2004 - signs and blanks around each
        return []
    return pairs if all(key(label) in _NAMED | SOURCE_LABELS and _names_somebody(label, value) for label, value in pairs) else []


def _without_signs(line: str) -> list[Credit]:
    """Return the credits of a line whose parts begin with labels ("Әңгімелескен Айгүл Серік, суретті түсірген Ерлан Сапар")."""
    parts = [part for part in _DIVIDED.split(_bare(line).rstrip(".")) if part] if len(line) <= MAX_CREDITS else []
    found = [_prefixed(part) for part in parts] if parts and _prefixed(parts[0]) else []
    told = len(found) > 1 or any(_translates(label) or key(label) in _DID for label, _ in filter(None, found))
    return [credit for credit in found if credit] if told and all(found) else []


def _behind_name(line: str) -> list[Credit]:
    """Return the one credit of a line that is a name and what its bearer did ("Ерлан Сапар аударған")."""
    words = _bare(line).rstrip(".").split() if len(line) <= MAX_CREDIT else []
    for size in (1, 2):
        name, label = " ".join(words[:-size]), " ".join(words[-size:])
        if key(label) in _BEHIND_NAME and is_person(name):
            return [(label, name)]
    return []


def _prefixed(part: str) -> Credit | None:
    words = part.split()
    if len(words) > MAX_CREDIT_WORDS or words[-1][0].islower():  # nearly every sentence
        return None
    for size in range(min(MAX_LABEL_WORDS + 2, len(words) - 2), 0, -1):
        label, name = " ".join(words[:size]), " ".join(words[size:])
        if _FROM.sub("", key(label), count=1) in _NAMED and is_person(name):
            return label, name
    return None


def _bare(line: str) -> str:
    """Return a line without brackets around it, its colon as a plain one: Chinese portals print both in full width."""
    return line.strip(" ()（）").replace("：", ":")


def _names_people(value: str) -> bool:
    return all(may_be_name(name) or has_initials(name) for name in listed_in(value.strip(" .,")))


def _names_somebody(label: str, value: str) -> bool:
    """Return whether a value names people, or an office; whose a picture is may be anybody ("Сурет: музей қоры")."""
    return _names_people(value) or is_office(value) or is_boilerplate(f"{label}: {value}")

"""Labels that are people: names by their capitals, and words that stand in a name's place without being one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.labels import AUTHOR_LABELS, CREW_LABELS, MAX_LABEL_WORDS, WROTE_LABELS, names_value
from kznews.extract.people.posts import names_post
from kznews.extract.phrases import EDITORS, begins_with_label, is_boilerplate, key
from kznews.kazakh.person_names import has_given_name, is_phrase

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

MAX_NAME = 60
"""Names with a title of office are shorter; sentences are longer."""
MAX_NAMES = 120
"""Letters of a label with four names behind it."""

_EDGES = " |•·,;:–—-/【】"
_LABEL = re.compile(
    r"^(?:by|posted by|written by"
    r"|автор(?:ы|лары)?|мәтін авторы|мәтін|жазған|жариялаған|дайындаған|әзірлеген|тілші|avtor\w*|mátin|اۆتور\w*)"
    r"(?:\s*[:–—-]\s*|\s+(?=\S))",
)
_FAMILY_IN_ARABIC = re.compile(r"[\u0621-\u06d5]{2,}(?:قىزى|ۇلى|[وە]ۆا?)")
_APOSTROPHES = re.compile(r"(?<=[^\W\d_])['’]")
AUTHORS_PATH = re.compile(
    r"/(?:authors?|avtor\w*|users?|journalists?|(?:zh?|j)urnalist\w*|writers?)/"
    r"(?!(?:log[_-]?(?:in|out)|sign[_-]?(?:in|up|out)|reg(?:ister|istration)?|auth|enter|kiru|tirkelu|password|remind|forgot)(?![a-z]))"
)
"""Where the pages about authors are, on a site of any language; not where a reader logs in or becomes a user."""
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?){1,2}[^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?")
_OFFICES = (
    "kz",
    *map(
        key,
        ("редакциясы", "редакция", "тілшісі", "агенттігі", "агенттік", "агентство", "порталы", "сайты", "газеті", "журналы",
         "телеарнасы", "баспасөз қызметі"),
    ),
)  # fmt: skip
"""What the names of those end with that are no person."""
_STUDIO = re.compile(r"(?<!\w)(?:(?:ueb|veb) ?(?:stud[oai]|design|dizain|agen|master)|(?:design|dizain) stud[oai])")
"""What those who build sites are called, as a skeleton: old pages name them as the author in their head ("Derek Web-studio")."""
_LOGINS = ("press", "admin", "redak", "redact", "moder", "editor", "gazet", "news", "portal", "ақпарат")
_LOGIN = re.compile("|".join(map(key, _LOGINS)))
"""What stands in the login of an office or of who looks after a site, as skeletons; other logins are names of people."""
_CALLED_OFFICES = frozenset(
    map(key, ("министрлік", "министрлігі", "банк", "банкі", "прокуратура", "прокуратурасы", "республика", "республикасы",
              "үкіметі", "әкімдік", "әкімдігі", "комитет", "комитеті", "департамент", "департаменті", "агенттік",
              "агенттігі", "басқарма", "басқармасы", "мәслихат", "мәслихаты", "парламенті", "сенаты", "мәжілісі", "соты",
              "полициясы", "палатасы", "қоры", "университеті", "институты", "академиясы", "мектебі", "театры", "мұражайы",
              "музейі", "кітапханасы", "ауруханасы", "орталығы", "қоғамы", "одағы", "қауымдастығы", "федерациясы",
              "партиясы", "қызметі", "компаниясы", "корпорациясы", "облысы", "ауданы", "қаласы", "ауылы", "редакциясы", "газеті",
              "журналы", "порталы", "телеарнасы", "радиосы"))
)  # fmt: skip
"""The last words of what offices, houses and places are called, often in capitals ("Ұлттық Банк"): no family has such a name."""
_AND = frozenset(map(key, ("мен", "пен", "бен", "және", "һәм")))
MIN_JOINED = 5
"""Words of two names with one for "and" between them."""
_NOT_NAMES = tuple(
    map(
        key,
        (
            "редактор",
            "super user",
            "superuser",
            "moderator",
            "webmaster",
            "admin",
            "administrator",
            "өз тілшіміз",
            "редакция",
            "редакциясы",
            "корреспондент",
            "әкімші",
            "журналист",
            "тілші",
            "шолушы",
            "фототілші",
            "фотограф",
            "автор",
            "авторы",
            "авторлары",
            "unknown",
            "anonymous",
            "аноним",
            "guest",
            "user",
            "posted by",
            "by",
            "жүйелік тіркелгі",
            "system account",
            "системная учетная запись",
            "тікелей эфир",
            "прямой эфир",
            "live blog",
            *("кіру", "тіркелу", "жеке кабинет", "вход", "войти", "регистрация", "личный кабинет"),
            *("login", "log in", "sign in", "sign up"),
            *("youtube", "facebook", "twitter", "instagram", "telegram", "tiktok", "linkedin", "whatsapp", "вконтакте"),
        ),
    ),
)


_NO_LAST_WORDS = frozenset(
    map(key, ("admin", "administrator", "editor", "manager", "moderator", "webmaster", "templates", "template", "theme", "themes",
              "админ", "администратор", "менеджер", "модератор", "баспасөз", "бөлімі"))
)  # fmt: skip
"""The last words of logins ("Super Admin"), makers of themes and parts of an office."""
_BEHIND_NAME = re.compile(r"\s[–—|-]\s")
_ACCOUNT = re.compile(r"(?<=\S)\s\(?@[A-Za-z][\w.]{2,31}\)?(?![\w@.])")
"""A name on a network behind somebody's own, in brackets or without."""
_FIRST_WORDS = frozenset(label.partition(" ")[0] for label in AUTHOR_LABELS)
_OF_PICTURES = tuple(
    f"{key(label)} "
    for label in ("фото", "сурет", "суретке түсірген", "суретті түсірген", "суреттерді түсірген", "суреттердің авторы")
)
"""What stands before the name of who took the pictures."""
_ROLES = frozenset(
    map(key, ("тілші", "тілшісі", "арнайы тілші", "журналист", "шолушы", "редактор", "бас редактор", "фототілші", "корреспондент",
              "автор", "меншікті тілші", "аға тілші",
              "тілшіміз", "өз тілшіміз", "меншікті тілшіміз", "арнайы тілшіміз", "саяси шолушы", "tilshi", "jýrnalıst"))
)  # fmt: skip
"""What people of the press are called under their names."""
_POSTS_OF = map(key, ("тілшісі", "журналисі", "редакторы", "шолушысы", "фототілшісі", "корреспонденті"))
_POST_OF = re.compile(rf"(?:\S+ ){{0,2}}\S+(?:[ndt]in|[dt][ae]gi) (?:\S+ )?(?:{'|'.join(_POSTS_OF)})")
"""The same with whose or where ("мәдениет бөлімінің тілшісі", "облыстағы меншікті тілшісі"), as skeletons."""


_LEADER = key("редактор")


def leads_to_author(link: HtmlElement) -> bool:
    """Return whether the address of a link is that of an author's page. Never raises."""
    return AUTHORS_PATH.search(link.get("href") or "") is not None


def is_author_s(link: HtmlElement) -> bool:
    """Return whether a link says by its relation that it leads to who wrote the page (HTML: `rel="author"`). Never raises."""
    return "author" in (link.get("rel") or "").split()


def is_role(said: str) -> bool:
    """Return whether a line names a post at a paper and nothing else ("тілші", "қоғам бөлімінің тілшісі"). Never raises."""
    return len(said) <= MAX_NAME and ((role := key(said)) in _ROLES or _POST_OF.fullmatch(role) is not None)


def is_reporter(said: str) -> bool:
    """Return whether a line names a post of somebody who writes, not of who leads the paper. Never raises."""
    return is_role(said) and not key(said).endswith(_LEADER)


def looks_like_name(said: str) -> bool:
    """Return whether a label is a person's name: two or three words with capitals ("Айгүл Серікқызы"), no office, post or phrase.

    In Arabic letters, which have none, the last has to end as names of families and fathers do.
    """
    return has_capitals(said) and not (is_called_office(said) or names_post(said) or is_phrase(said))


def has_capitals(said: str) -> bool:
    """Return whether a label is two or three words with capitals, as the names of people are and those of offices may be.

    Those in Arabic letters count where the last ends as names of families do. Never raises.
    """
    words = without_apostrophes(said).split()
    if len(words) not in (2, 3) or (words[1].isupper() and key(words[1]) in _AND):  # "АУЫЛ МЕН АДАМ"
        return False
    if all(word[:1].isupper() and word[1:2].isalpha() and _is_word(word) for word in words):
        return True
    return _FAMILY_IN_ARABIC.fullmatch(words[-1]) is not None and all(map(has_no_case, words))


def is_called_office(said: str) -> bool:
    """Return whether a label ends as what offices, houses and places are called does ("Әділет министрлігі"). Never raises."""
    return (key(said).split() or [""])[-1] in _CALLED_OFFICES


def without_apostrophes(said: str) -> str:
    """Return a text without the apostrophes of the alphabet of 2017 ("Jan’agu’l Sa’bi’tqyzy"). Never raises."""
    return _APOSTROPHES.sub("", said) if "’" in said or "'" in said else said


def _is_word(word: str) -> bool:
    """Return whether a word is letters, or two such with capitals and a hyphen between ("Қасым-Жомарт")."""
    if word.isalpha():
        return True
    first, _, last = word.partition("-")
    return first.isalpha() and last.isalpha() and last[0].isupper()


def may_be_name(said: str) -> bool:
    """Return whether a line is a name by its capitals, or two or three words in a script without them. Never raises."""
    words = said.split()
    return looks_like_name(said) or (len(words) in (2, 3) and len(said) <= MAX_NAME and all(map(has_no_case, words)))


def name_behind_label(line: str) -> str:
    """Return the name behind an author's label, with a dash or nothing between ("Әңгімелескен Айгүл Серік"), or "". Never raises.

    In a script without capitals a label that may be another word's has to be divided from the name.
    """
    names = names_behind_label(line)
    return names[0] if len(names) == 1 else ""


def names_behind_label(line: str, labels: frozenset[str] = AUTHOR_LABELS) -> list[str]:
    """Return the one or more names behind an author's label ("Мәтінді әзірлеген Айгүл Серік, Ерлан Сапар"), or [].

    Never raises.
    """
    words = line.strip(_EDGES).split() if len(line) <= MAX_NAMES else []
    if len(words) < 2 or key(words[0]) not in _FIRST_WORDS:  # noqa: PLR2004 - nearly every line
        return []
    for size in range(1, min(len(words), MAX_LABEL_WORDS + 1)):
        label, rest = " ".join(words[:size]), " ".join(words[size:])
        said, name = key(label), rest.lstrip(_EDGES)
        names = divided(name) if said in labels else []
        sure = name != rest or said in WROTE_LABELS or all(map(looks_like_name, names))
        if names and sure and all(may_be_name(one) or has_initials(one) for one in names):
            return names
    return []


def has_initials(said: str) -> bool:
    """Return whether a label is a person's name with initials ("Б.Кенжин", "Ә. Серік"). Never raises."""
    if "." not in said[:4] or said[:1] != said[:1].upper():
        return False
    return _INITIALS.fullmatch(without_apostrophes(said)) is not None


def is_shortened(name: str) -> bool:
    """Return whether a name is written with initials or a family's name in capitals, as papers sign. Never raises."""
    return name.rpartition(" ")[2].isupper() or has_initials(name)


def is_short_for(signed: str, name: str) -> bool:
    """Return whether a name in a signature may be one that is written out ("Б.ӨТЕГЕН", "Бақытгүл Өтеген"). Never raises."""
    if not has_initials(signed):
        return key(signed) == key(name)
    family = key(signed.replace(".", " ").split()[-1])
    given = [word for word in name.split() if key(word) != family]
    return len(given) < len(name.split()) and any(word.startswith(signed[0]) for word in given)


def is_person(said: str) -> bool:
    """Return whether a label is a person's name, written in full or with initials. Never raises."""
    return looks_like_name(said) or has_initials(said)


def is_surely_person(said: str) -> bool:
    """Return whether a label is a person's name, and where all of it is in capitals, one with a common name in it.

    Portals write sections so. Never raises.
    """
    return is_person(said) and not (said.isupper() and "." not in said and not has_given_name(said))


def is_person_without_case(said: str) -> bool:
    """Return whether two or three words in a script without capitals are a person's name by a common one of people in them.

    Never raises.
    """
    words = said.split()
    if len(words) not in (2, 3) or len(said) > MAX_NAME or not all(map(has_no_case, words)):
        return False
    return has_given_name(said) and not (is_phrase(said) or is_called_office(said) or names_post(said) or is_role(said))


def abbreviates(initials: str, name: str) -> bool:
    """Return whether a text is the first letters of a name's words, as portals draw them for a portrait. Never raises."""
    return initials.isupper() and "".join(word[0] for word in name.split()).startswith(initials)


def has_no_case(word: str) -> bool:
    """Return whether a word is written in a script without capitals. Never raises."""
    return word.isalpha() and word.upper() == word.lower()


def name_in(said: str) -> str:
    """Return the name in an author's label ("Автор: Айгүл Серікқызы" -> "Айгүл Серікқызы"), or "" where there is none.

    The account of a network behind it is no part of it.
    """
    line = " ".join(said.split()).strip(_EDGES)
    line = _ACCOUNT.sub("", line) if "@" in line else line
    match = _LABEL.match(line.lower())
    name = line[match.end() :].strip(_EDGES) if match else line
    label, colon, value = name.partition(":")
    if colon and key(label) in AUTHOR_LABELS:
        name = value.strip(_EDGES)
    asked, _, who = name.partition(" ")
    if (may_be_name(who) or has_initials(who)) and key(asked) in WROTE_LABELS:  # these contain ASKED_LABELS
        name = who
    name = _without_site(name)
    return name if is_name(name) else ""


def without_bracket(name: str) -> str:
    """Return a name without brackets around all of it, or without one whose other half stood before its label ("(Жазған: ...)").

    Never raises.
    """
    if name.endswith(")") and "(" not in name[1:]:
        return name[:-1].lstrip("(").strip()
    return name[1:].strip() if name.startswith("(") and ")" not in name else name


def _without_site(name: str) -> str:
    """Return a person's name without what a dash or a bar sets apart behind it: what the site is called."""
    person, *behind = _BEHIND_NAME.split(name, maxsplit=1) if len(name) <= MAX_NAMES else (name,)
    return person if behind and is_person(person) and not is_person(behind[0]) else name


def is_name(name: str) -> bool:
    """Return whether a label may stand as an author: no office, no address, no furniture. Never raises."""
    if not name or len(name) > MAX_NAME or any(map(str.isdigit, name)) or "_" in name or name.startswith(("http", "@")):
        return False
    said = key(name)
    if is_boilerplate(name) or said in _NOT_NAMES or names_value(name) or key(name.partition(":")[0]) in CREW_LABELS:
        return False
    if begins_with_label(name, EDITORS) or _is_login_of_office(name):
        return False
    nobody = said.startswith(_OF_PICTURES) or said.endswith(_OFFICES) or is_called_office(name) or _STUDIO.search(said)
    return bool(said) and not (nobody or said.rpartition(" ")[2] in _NO_LAST_WORDS)


def _is_login_of_office(name: str) -> bool:
    """Return whether a label is one word in small letters with an office's in it, as accounts are called ("pressuni")."""
    return name.islower() and " " not in name and _LOGIN.search(key(name)) is not None


def people_in(line: str) -> list[str]:
    """Return the names of a list of them ("Гүлназ Омархан, Бекзат Дәулет", "Айнұр Сәбит пен Олжас Кәрім"), or the line as one.

    A stroke divides them as well. A paper or a house beside people is left out. Never raises.
    """
    joined = "," in line or "،" in line or " / " in line or len(line.split(maxsplit=MIN_JOINED - 1)) == MIN_JOINED
    parts = divided(line) if joined else []
    people = [part for part in parts if not (has_capitals(part) and is_phrase(part))]
    return people if len(parts) > 1 and people and all(map(is_person, people)) else [line]


def divided(said: str) -> list[str]:
    """Return the parts of a list with commas, strokes and words for "and". Never raises."""
    words = said.replace("،", ",").replace(",", " , ").replace(" / ", " , ").split()
    parts: list[list[str]] = [[]]
    for word in words:
        if word == "," or key(word) in _AND:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part]

"""What a section's name is: its length, what is no such name, and what is written around one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.asking import asks
from kznews.extract.document import path_of
from kznews.extract.labels import names_value
from kznews.extract.people.names import has_capitals
from kznews.extract.phrases import READ_ON, is_boilerplate, key
from kznews.extract.selecting import short_text
from kznews.extract.surroundings import EDGES, HOME, without_edges
from kznews.kazakh.person_names import has_given_name, is_phrase
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

MAX_SECTION = 40
"""The longest section name on the pages at hand has 31 characters."""
MAX_SECTION_WORDS = 4
"""Sections have one to three words ("Мәдениет және шоу-бизнес")."""
_LABEL = re.compile(
    r"^(?:опубликовано в(?: рубрике| разделе)?|бөлімі?|айдары?|рубрика|санаты?|категория|bólim)(?:\s*:\s*|\s+(?=\S))"
    r"|^(?:posted |filed )?in\s+(?=[^\x00-\x7f])"  # JNews: "in Қоғам"
)
HOME_NAMES = frozenset(map(key, ("басты бет", "басты бетке", "бас бет", "басты", "главная", "home", "basty bet")))
_LANGUAGES = frozenset(
    map(key, ("қаз", "қазақша", "қазақ тілі", "рус", "русский", "русская версия", "eng", "english", "қз", "ру", "kz", "kaz",
              "qaz", "qazaqsha", "ru", "rus", "en", "төте", "төте жазу", "кир", "кирилл", "кирилше",
              "кириллица", "kir", "cyr", "latyn", "латын", "латынша", "lat", "лат", "latin", "араб", "арабша"))
)  # fmt: skip
"""What menus call the languages and scripts of a portal."""
_AGO = frozenset(map(key, ("бұрын", "назад", "ago")))
"""How a line ends that says how long ago something was."""
_ANYWHERE = frozenset(("#", ".", "./"))
"""Addresses that may be the root: a saved page or a template has "#" for any, an engine with a base address the others."""
_LETTERS = frozenset(
    map(key, ("әріп", "қаріп", "шрифт", "әріп өлшемі", "қаріп өлшемі", "үлкен", "кіші", "орташа", "үлкейту", "кішірейту"))
)
"""What sets the size of letters is called."""
_SIZES = re.compile(r"(?:\s*[АA][+−–-]{0,2})+|.", re.IGNORECASE)
"""The same in letters ("А", "А+", "аА"); nothing else in a single sign is a section's name."""
_PUBLISHED = frozenset(map(key, ("published", "published on", "updated", "last updated", "posted", "posted on", "last modified")))
"""How lines with a date begin on English pages."""
_NO_SECTIONS = HOME_NAMES | _LANGUAGES | _LETTERS | READ_ON | _PUBLISHED
HERE = tuple(
    map(key, ("сіз мына жердесіз", "сіз осындасыз", "сіз осы жердесіз", "сіз тұрған орын", "қазіргі орныңыз", "вы здесь",
              "орналасқан орныңыз", "тұрған орныңыз", "you are here"))
)  # fmt: skip
"""How lines begin that show the way to a page."""
ALL_NEWS = frozenset(
    map(key, ("жаңалықтар", "барлық жаңалықтар", "новости", "news", "жаңалық", "басты жаңалық", "басты жаңалықтар",
              "басты тақырып", "басты", "жаңалықтар легі", "жаңалықтар лентасы", "жаңалықтар таспасы", "хабарлар легі",
              "соңғы жаңалықтар", "лента новостей", "последние новости",
              "шұғыл", "жедел", "шұғыл жаңалық", "топ жаңалық", "топ жаңалықтар", "маңызды", "таңдаулы",
              "главное", "главная новость", "срочно", "молния", "breaking news", "breaking", "top news", "main news"))
)  # fmt: skip
"""Names of the list of everything, and of what is urgent or on top: beside it a narrower section is the article's."""
_LABELS_TOO = frozenset(map(key, ("фото", "видео", "аудио", "пікір", "foto", "video", "audio")))
"""Sections that are called as labels of pictures and of comments are: a portal's opinions are "Пікір"."""
BETWEEN_CRUMBS = re.compile(r"\s+[/»>›→|·•]\s+")
_DIVIDES = re.compile(r"\s[|•·]\s")
_EDGES = f"{EDGES}№→←[]"
"""A paper's number may stand between section and date ("Ауа райы / №9, 1 ақпан 2008"), a sign of a way before its end."""
_LIGATURE = re.compile(r"visibility|schedule|person|event|today|access_time|comment|chat|label|folder|share|[a-z]+_[a-z_]+")
"""Icon fonts draw these words as signs; a section's name begins with a capital."""


def says_where(line: str) -> bool:
    """Return whether a line begins with words that say where its reader is ("Сіз осындасыз: ..."). Never raises."""
    return key(line[:MAX_SECTION]).startswith(HERE)


def is_home(link: HtmlElement) -> bool:
    """Return whether a link leads to the portal's root or to that of an edition. Never raises.

    Where an address may be that or any other one ("#", "./"), its words tell.
    """
    address = link.get("href") or ""
    if address.startswith(("#", ".")):
        return address in _ANYWHERE and key(short_text(link, MAX_SECTION)) in HOME_NAMES
    path = path_of(address)
    return path is not None and bool(HOME.fullmatch(path)) and "?" not in address


@lru_cache(maxsize=4096)  # a run repeats its sections
def is_section(said: str) -> bool:
    """Return whether a text may be a section's name, and no person's or house's by its capitals. Never raises."""
    return _may_be_called(said) and (is_phrase(said) or not has_capitals(said))


@lru_cache(maxsize=4096)
def is_told_section(said: str) -> bool:
    """Return whether a text that its place or markup calls a section may be one: a person's name is none. Never raises."""
    return _may_be_called(said) and not is_of_person(said)


def is_of_person(said: str) -> bool:
    """Return whether words in capitals have a common name of people among them. Never raises."""
    return has_capitals(said) and has_given_name(said) and not is_phrase(said)


def _may_be_called(said: str) -> bool:
    return (
        0 < len(said) <= MAX_SECTION
        and len(said.split()) <= MAX_SECTION_WORDS
        and not is_boilerplate(said)
        and not names_value(said)
        and not _LIGATURE.fullmatch(said)
        and not (said.count(",") > 1 and said[0].islower())  # keywords
        and (name := key(said)) not in _NO_SECTIONS
        and name.rpartition(" ")[2] not in _AGO
        and not asks(said)
        and not _SIZES.fullmatch(said)
    )


def is_crumb(said: str) -> bool:
    """Return whether a link on the way to a page may be a section, be it called as labels of pictures are. Never raises."""
    return is_told_section(said) or is_called_as_label(said)


def is_called_as_label(said: str) -> bool:
    """Return whether a text is the name of a section and the label of pictures or comments as well. Never raises."""
    return key(said) in _LABELS_TOO


def narrower(said: Sequence[str]) -> str:
    """Return the first of some sections that is not the list of everything, else the first; "" for none. Never raises."""
    return next((name for name in said if key(name) not in ALL_NEWS), said[0] if said else "")


@lru_cache(maxsize=4096)
def trimmed(said: str) -> str:
    """Return a section's name without a label before it and signs around it. Never raises."""
    return without_edges(_without_label(without_edges(_DIVIDES.split(one_line(said), maxsplit=1)[0], _EDGES)), _EDGES)


def _without_label(said: str) -> str:
    match = _LABEL.match(said.lower())
    return said[match.end() :] if match else said

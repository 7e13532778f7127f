"""What a page's head says its headline is: JSON-LD, meta tags, the title element; and what in it is the portal's name."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kznews.extract import jsonld
from kznews.extract.document import path_of
from kznews.extract.kinds.pagekind import is_home_elsewhere
from kznews.extract.phrases import key
from kznews.extract.selecting import short_text
from kznews.extract.surroundings import HOME
from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kznews.extract.document import Document

_SUFFIX = re.compile(r"\s+(?:[|»·•]|::|//?|[-–—])\s+|\s*\|\s*")
_OF_ARCHIVE = key("Blog Archive")
"""What WordPress's first themes (Kubrick) print between the portal's name and the headline."""
_NAME_BEFORE = re.compile(r"\w+(?: \w+){0,2}:\s+")
"""A portal's or a section's name with a colon, before the headline (e107: "Әулиеата жаршысы: ...", PHP-Nuke: "Спорт: ...")."""
MARKS = " :|/»·•-–—"
"""What stands between the link to a section and the headline in one heading."""
_ADDED_BEFORE = re.compile(r"[^\w]*(?:\d[\d\s.:,/|-]*|\w+(?: \w+)?:\s+)?[^\w]*")
"""An hour, a date in figures or a section's name with a colon: all that may stand before a title in its heading."""
_DASH = re.compile(r"[–—][^–—]*$")
_HYPHEN = re.compile(r"\s-\s+$")
_ADDRESS = re.compile(r"[\w-]+\.[A-Za-z]{2,4}")
"""A portal that is called by its address."""
MAX_MASTHEAD = 80
"""Letters of a portal's name in its masthead, at most."""
MAX_NAME_WORDS = 3
"""Names of portals are this short, headlines are longer."""
MIN_KEY = 8
"""Shorter skeletons match by chance."""
MAX_MARKS = 6
"""Marks of division in what a head says: section, portal and date behind a headline with dashes have fewer."""
MIN_COMMON, STEM = 3, 5
"""Words that two ways to say one headline have in common at least; letters of a word that hardly any ending changes."""
_PLACEHOLDERS = frozenset(
    map(key, ("404", "Жаңалықтар", "Новости", "Басты бет", "Главная", "Home", "Untitled", "None", "Без названия",
              "Басып шығару нұсқасы", "Басып шығару", "Версия для печати", "Печать", "Print"))
)  # fmt: skip

_EDITORS_NAMES = "|".join(map(key, ("Untitled Document", "New Page", "Новая страница", "Жаңа бет", "Без имени")))
_UNNAMED = re.compile(rf"(?:{_EDITORS_NAMES})(?: \d+)?")
"""What editors call a page that nobody named (FrontPage, Word, Dreamweaver), as skeletons."""
_KINDS = frozenset(
    map(key, ("газет", "газеті", "апталық", "апталығы", "журнал", "журналы", "портал", "порталы", "сайт", "сайты", "басылым",
              "басылымы", "агенттік", "агенттігі", "телеарна", "телеарнасы", "кітапхана", "кітапханасы", "газета", "журнал",
              "портал", "сайт", "еженедельник", "агентство"))
)  # fmt: skip
"""What a portal is: the last word of what stands beside its name in the title element ("қоғамдық-саяси апталық")."""
MAX_KIND = 5
"""Words that say what a portal is."""

_SAMPLES = tuple(map(key, ("Заголовок страницы", "Page title", "Бет тақырыбы", "Название страницы")))
"""What templates say where nobody wrote a title."""


def believed(document: Document) -> list[str]:
    """Return what the head says the title is; nothing where it speaks of the portal's home page instead of this one.

    Of that page's name the title element may be the longer: what stands before it is of this page. Where the head does not name
    that page its title element is this one's.
    """
    named = key(document.meta.get("og:title", ""))
    if named and is_home_elsewhere(document):
        said = document.head_title
        return without_name([said], named) if key(_without_end(said, named)) not in (named, key(said)) else []
    return [claim for claim in claimed_titles(document) if not is_placeholder(claim, document)]


def without_additions(shown: str, claims: list[str]) -> str:
    """Return a heading's text without what it holds beside the title that the head states: an hour, a count, a section."""
    pieces = {piece for claim in claims for piece in _runs(claim) if piece in shown and len(key(piece)) >= MIN_KEY}
    for piece in sorted(pieces, key=len, reverse=True):
        before, found, after = shown.partition(piece)
        if found and _ADDED_BEFORE.fullmatch(before) and not any(map(str.isalpha, after)):
            start = len(before) if any(map(str.isalnum, before)) else 0
            return shown[start : len(before + piece) if any(map(str.isdigit, after)) else None].strip()
    return shown


def _runs(claim: str) -> Iterator[str]:
    """Yield what stands between any two marks of a claim, its beginning and its end among them: a headline may have dashes."""
    marks = list(islice(_SUFFIX.finditer(claim), MAX_MARKS))
    ends = [*(mark.start() for mark in marks), len(claim)]
    for start in (0, *(mark.end() for mark in marks)):
        yield from (claim[start:end] for end in ends if end > start)


def claimed_titles(document: Document) -> list[str]:
    """Return what the head says the title is: JSON-LD, meta tags, title element; most exact first."""
    return [*stated_titles(document), *([document.head_title] if document.head_title else [])]


def stated_titles(document: Document) -> list[str]:
    """Return what JSON-LD and meta tags say the title is; the portal's own name is no title."""
    node = document.article
    headline = jsonld.string(node.get("headline") or node.get("name")) if node else ""
    claims = (headline, document.meta.get("og:title", ""), document.meta.get("twitter:title", ""))
    return [line for line in map(one_line, claims) if line and not is_placeholder(line, document)]


def is_placeholder(title: str, document: Document) -> bool:
    """Return whether a title says nothing: the portal's own name, "404", "News"."""
    said = key(title)
    unnamed = said in _PLACEHOLDERS or said.startswith(_SAMPLES) or _UNNAMED.fullmatch(said) is not None
    return not said or unnamed or said == key(document.meta.get("og:site_name", ""))


def _names_of_site(document: Document) -> tuple[str, str, str]:
    """Return the skeletons of the portal's names: what the head says it is called, its host ("BAQ.kz")."""
    host = (urlsplit(document.address).hostname or "").removeprefix("www.")
    whole, name = ("".join(key(part).split()) for part in (host, host.rpartition(".")[0]))
    return key(document.meta.get("og:site_name", "")), whole, name


def _names_site(said: str, names: tuple[str, str, str]) -> bool:
    """Return whether a skeleton is one of the portal's names; those of its host may be written with blanks."""
    return said == names[0] or "".join(said.split()) in names[1:]


def is_said_with_site(title: str, document: Document, site: str) -> bool:
    """Return whether the title element is the title and then the portal's name (`site`, or what the head or the host says).

    A word for what the portal is may stand beside its host's name. WordPress's first themes put the name before: "Derek » Blog
    Archive » ...".
    """
    whole = _SUFFIX.sub("\n", document.head_title).strip()
    if _OF_ARCHIVE in (parts := list(map(key, whole.split("\n")))) and parts[-1] == key(title):
        return True
    said, _, name = (key(piece) for piece in whole.rpartition("\n"))
    names = _names_of_site(document)
    with_kind = any(word in names[1:] for word in name.split())  # "Derek порталы"
    return bool(said) and said == key(title) and (name == key(site) or with_kind or _names_site(name, names))


def parts_of(claims: list[str], document: Document) -> set[str]:
    """Return the skeletons of the parts of claims that may be a headline: the portal's name beside others is none."""
    pieces = (whole for claim in claims for piece in _SUFFIX.split(claim) for whole in with_and_without_name(piece))
    found = {said for piece in pieces if len(said := key(piece)) >= MIN_KEY}
    names = _names_of_site(document)
    return {said for said in found if not _names_site(said, names)} or found


def _says_kind(said: str) -> bool:
    """Return whether a skeleton says what a portal is, as it stands behind its name."""
    words = said.split()
    return 1 < len(words) <= MAX_KIND and words[-1] in _KINDS


def is_name_with_kind(claim: str, document: Document) -> bool:
    """Return whether a claim is the portal's name and what it is, nothing else ("Derek — ақпарат порталы"). Never raises."""
    name, *others = map(key, _SUFFIX.split(claim))
    return bool(others) and _names_site(name, _names_of_site(document)) and all(map(_says_kind, others))


def adds_kind(name: str, claims: Sequence[str]) -> bool:
    """Return whether a claim adds to a name but what portal it is ("Ауыл тынысы" of "Ауыл тынысы газеті"). Never raises."""
    said = key(name)
    added = (behind for claim in claims if (behind := key(claim).removeprefix(f"{said} ")) != key(claim))
    return bool(said) and any(len(words := behind.split()) <= MAX_KIND and words[-1] in _KINDS for behind in added if behind)


def with_and_without_name(piece: str) -> list[str]:
    """Return a text, and what stands in it behind a name of a few words with a colon."""
    named = _NAME_BEFORE.match(piece)
    return [piece, piece[named.end() :]] if named else [piece]


def without_suffix(title: str, document: Document) -> str:
    """Return the title without the portal's name behind a bar; behind a dash or a hyphen only if that name is known.

    A headline may have these itself ("Футбол: Қайрат - Ордабасы").
    """
    title = title.rstrip(" |")
    pieces = _SUFFIX.split(title)
    before, name = title[: title.rfind(pieces[-1])], key(pieces[-1])
    short = len(name.split()) <= MAX_NAME_WORDS and not _DASH.search(title)
    if _HYPHEN.search(before):
        short = _says_kind(name) or _ADDRESS.fullmatch(pieces[-1]) is not None or (short and _heads_page(name, document))
    if len(pieces) > 1 and (short or _names_site(name, _names_of_site(document))):
        return before.rstrip(" |»·•:/-–—")
    return title


def _heads_page(name: str, document: Document) -> bool:
    """Return whether a link to the home page says a name, or shows it as a picture: the portal's in its masthead."""
    home = (link for link in document.index.tagged("a") if HOME.fullmatch(path_of(link.get("href") or "-") or "-"))
    shown = ((short_text(link, MAX_MASTHEAD), *(image.get("alt") or "" for image in link.iter("img"))) for link in home)
    return any(key(said) == name for said in chain.from_iterable(shown) if said)


def without_name(claims: list[str], name: str) -> list[str]:
    """Return claims without what they end with if its skeleton is `name`, a portal's; claims that say no more are left out."""
    return [said for claim in claims if key(said := _without_end(claim, name)) != name]


def _without_end(claim: str, name: str) -> str:
    mark = next(reversed(list(_SUFFIX.finditer(claim))), None)
    return claim[: mark.start()] if mark is not None and key(claim[mark.end() :]) == name else claim


def first_part(claim: str) -> str:
    """Return what a claim begins with: a headline, before the names of section and portal."""
    return _SUFFIX.split(claim, maxsplit=1)[0]


def openings(claims: Sequence[str]) -> set[str]:
    """Return the skeletons of what the claims begin with."""
    return {key(first_part(claim)) for claim in claims}


def in_other_words(line: str, claims: Sequence[str]) -> float:
    """Return the share of words that a line and a claim have in common, in any form of theirs; 0 for fewer than three."""
    said = _stems(line)
    shares = ((len(said & other), len(said) + len(other)) for other in map(_stems, claims))
    return max((2 * common / both for common, both in shares if common >= MIN_COMMON), default=0)


def _stems(line: str) -> set[str]:
    return {word[:STEM] for word in key(line).split() if len(word) > 2}  # noqa: PLR2004 - words without a meaning of their own


def is_opening(said: str, claims: list[str]) -> bool:
    """Return whether a skeleton is what a claim begins with, behind a portal's name or without one."""
    return any(said == key(piece) for claim in claims for piece in with_and_without_name(first_part(claim)))

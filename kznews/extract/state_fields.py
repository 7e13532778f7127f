"""What the object of an article in a page's state says beside its text: when it was published, where it is filed, by whom.

Nobody's names for the fields are known. They are told by the words in them ("published_at", "categoryTitle"), and what they
hold must look like it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kznews.kazakh.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_NAME = 60
"""No section and no author is longer."""
MAX_DATE = 64
"""No date is longer."""
MAX_COUNT = 10**9
"""More nobody has read."""
MAX_PARTS = 8
"""Authors or sections of one article, at most."""
MAX_DEPTH = 3
"""An object in a list in an object: deeper is no name."""
_WORDS = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PUBLISHED = tuple(
    re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")
    for words in (
        r"publi\w*|pub(?: date)?|posted|release\w*",
        r"(?:news |article |post |display |show |active )?date|datetime|add(?:ed)?(?: (?:time|date|at))?|active from",
        r"creat\w*|inserted",
    )
)
"""Words of a publication's name, the surest first: many an object has its creation as well."""
_OTHER_TIME = re.compile(
    r"(?<![a-z])(?:upd\w*|modif\w*|edit\w*|chang\w*|delet\w*|expir\w*|end|until|to|by|id|read\w*|un\w*)(?![a-z])"
)
_SECTIONS = frozenset(("category", "categories", "rubric", "rubrics", "rubrika", "section", "sections", "bolim", "aidar"))
_AUTHORS = frozenset(("author", "authors", "avtor", "avtory", "avtorlar", "writer", "journalist"))
_NO_NAMES = frozenset(("id", "ids", "slug", "url", "link", "alias", "image", "img", "photo", "avatar", "count", "color", "path"))
_NAMES = (
    *("title", "name", "label", "fullname", "fullName", "full_name"),
    *("title_kk", "name_kk", "title_kz", "name_kz", "kk", "kz", "kaz", "qaz"),
)
_VIEWS = ("views", "views count", "view count", "count views", "views total", "total views", "page views", "hits")
_COMMENTS = ("comments", "comments count", "comment count", "count comments", "comments total", "total comments")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_STAMP = re.compile(r"[12]\d{9}(?:\d{3})?")
"""Seconds or milliseconds since 1970, from 2001 on."""


def words_in(name: str) -> list[str]:
    """Return the words in a field's name, lower-case ("publishedAt" is "published", "at")."""
    return _WORDS.findall(_CAMEL.sub(" ", name).lower())


def published_in(values: Mapping[str, Any], flat: Sequence[Any] | None = None) -> str:
    """Return the publication that an object states: ISO 8601, a displayed date, or digits of a Unix time; "" if none.

    `flat` is the list in which the numbers of nested objects are places (Nuxt 3). Never raises.
    """
    named = [(" ".join(words_in(name)), value) for name, value in values.items()]
    for words in _PUBLISHED:
        for name, value in named:
            if words.search(name) and not _OTHER_TIME.search(name) and (said := _date(value, flat)):
                return said
    return ""


def section_in(values: Mapping[str, Any], flat: Sequence[Any] | None = None) -> str:
    """Return the name of the section that an object states, or "": no address and no number. Never raises."""
    return next(_named(values, _SECTIONS, flat), "")


def authors_in(values: Mapping[str, Any], flat: Sequence[Any] | None = None) -> list[str]:
    """Return the authors that an object states, each once, in order; [] if none. Never raises."""
    return list(dict.fromkeys(_named(values, _AUTHORS, flat)))


def counts_in(values: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return the views and the comments that an object counts; None for what it does not. Never raises."""
    counted = {" ".join(words_in(name)): value for name, value in values.items() if _is_count(value)}
    views, comments = ([counted[name] for name in names if name in counted] for names in (_VIEWS, _COMMENTS))
    return next(iter(views), None), next(iter(comments), None)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_COUNT


def _date(value: Any, flat: Sequence[Any] | None) -> str:
    if isinstance(value, list) and len(value) == 2 and value[0] == "Date":  # noqa: PLR2004 - devalue's form
        value = value[1]
    if isinstance(value, Mapping):
        value = resolved(value.get("$date", value.get("date", value.get("iso"))), flat)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if _STAMP.fullmatch(str(value)[:20]) else ""
    said = one_line(value) if isinstance(value, str) and len(value) <= MAX_DATE else ""
    dated = bool(_ISO.match(said) or _STAMP.fullmatch(said)) or (any(map(str.isdigit, said)) and any(map(str.isalpha, said)))
    return said if dated or re.match(r"\d\d?\.\d\d?\.\d{4}", said) else ""


def resolved(value: Any, flat: Sequence[Any] | None) -> Any:
    """Return what a number stands for in a flat list, any other value as it is."""
    place = flat is not None and isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(flat)
    return flat[value] if place and flat is not None else value


def _named(values: Mapping[str, Any], names: frozenset[str], flat: Sequence[Any] | None) -> Iterator[str]:
    for name, value in values.items():
        words = words_in(name)
        if not names.isdisjoint(words) and _NO_NAMES.isdisjoint(words):
            yield from _names_of(value, flat, 0)


def _names_of(value: Any, flat: Sequence[Any] | None, depth: int) -> Iterator[str]:
    """Yield the names that a text, an object or a list of them is."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, str):
        said = one_line(value) if len(value) <= MAX_NAME else ""
        if said and (not said.isascii() or said[0].isupper()) and "/" not in said:  # a lower-case ASCII word is an address
            yield said
    elif isinstance(value, Mapping):
        parts = [resolved(value.get(name), flat) for name in ("first_name", "last_name")]
        whole = " ".join(part for part in parts if isinstance(part, str))
        named = (part for name in _NAMES if (part := resolved(value.get(name), flat)))
        yield from _names_of(next(named, whole), flat, depth + 1)
    elif isinstance(value, list):
        for part in value[:MAX_PARTS]:
            yield from _names_of(resolved(part, flat), flat, depth + 1)

"""What kind of address a portal's articles have: the shapes of paths, and the regular expression for one of them."""

from __future__ import annotations

import re
from urllib.parse import unquote

MOST_WORDS = 4
"""Sections by name in a pattern; more of them are any word."""
_ENDING = re.compile(r"[A-Za-z][A-Za-z0-9]{0,5}")
"""What stands behind the full stop of a file's name."""
_PLAIN = re.compile(r"[\w%~-]+")
"""A word of an address that a pattern may name; another one is any word."""

Shape = tuple[str, ...]


def shape_of(path: str) -> Shape:
    """Return what kind each part of a path is: N number, slug, both joined, or "word" for a section.

    >>> shape_of("/kz/article/77629-referendum-2026")
    ('word', 'word', 'N-slug')
    >>> shape_of("/2024/05/jana-mektep-ashyldy.html")
    ('N', 'N', 'slug.html')
    """
    return tuple(_kind(unquote(part)) for part in path.strip("/").split("/"))


def pattern(shape: Shape, paths: tuple[str, ...]) -> str:
    r"""Return the regular expression for the paths of one shape, its most telling part as the id.

    >>> pattern(("news", "N-slug"), ("/news/12-jana-mektep", "/news/13-kitap"))
    '^/news/(?P<id>\\d+)-[^/]+$'
    >>> pattern(("word", "N", "word"), ("/kaz/4000/jana-mektep", "/kaz/4001/kitap"))
    '^/kaz/(?P<id>\\d+)/[^/]+$'
    >>> pattern(("N", "N", "word"), ("/2024/05/jana-mektep", "/2024/06/kitap"))
    '^/\\d+/\\d+/(?P<id>[^/]+)$'
    """
    words = list(zip(*(path.strip("/").split("/") for path in paths), strict=True))
    last = len(shape) - 1
    numbered = [at for at, kind in enumerate(shape) if "N" in kind.partition(".")[0]]
    numbers = [at for at in numbered if not (shape[at] == "N" and at < last and _is_date(words[at]))]
    id_at = numbers[-1] if numbers else last
    parts = [_part(kind, frozenset(words[at]), is_id=at == id_at) for at, kind in enumerate(shape)]
    if shape[last] == "word" and id_at != last and len(paths) > 1 and len(set(words[last])) == len(paths):
        parts[last] = "[^/]+"  # a short slug, and no section
    return "^/" + "/".join(parts) + ("/?$" if all(path.endswith("/") for path in paths) else "$")


def _kind(part: str) -> str:
    stem, dot, ending = part.rpartition(".")
    stem, tail = (stem, f".{ending}") if dot and _ENDING.fullmatch(ending) else (part, "")
    if re.fullmatch(r"[0-9]+", stem):
        return f"N{tail}"
    if found := re.fullmatch(r"[0-9]+([-_]).+", stem):
        return f"N{found[1]}slug{tail}"
    if found := re.fullmatch(r".+?([-_][a-z]?)[0-9]{3,}", stem):
        return f"slug{found[1]}N{tail}"
    return f"slug{tail}" if tail or len(re.split(r"[-_]", stem)) > 2 else "word"  # noqa: PLR2004 - a section has one word or two


def _is_date(words: tuple[str, ...]) -> bool:
    """Return whether figures may be years, months or days."""
    return all(re.fullmatch(r"(?:19|20)\d\d|[0-3]?\d", word) for word in words)


def _part(kind: str, words: frozenset[str], *, is_id: bool) -> str:
    number = r"(?P<id>\d+)" if is_id else r"\d+"
    stem, dot, ending = kind.partition(".")
    if "N" in stem:
        made = re.escape(stem).replace("slug", "[^/]+").replace("N", number, 1) if "slug" in stem else stem.replace("N", number)
        return made.replace(r"\-", "-") + (rf"\.{ending}" if dot else "")
    if stem == "slug":
        return ("(?P<id>[^/]+?)" if is_id else "[^/]+?") + (rf"\.{ending}" if dot else "")
    if is_id:
        return "(?P<id>[^/]+)"
    if len(words) > MOST_WORDS or not all(map(_PLAIN.fullmatch, words)):
        return "[^/]+"
    return next(iter(words)) if len(words) == 1 else f"(?:{'|'.join(sorted(words))})"

"""A fetched page becomes a case of its portal: page, meta.json, and what our rules read, for its author to correct."""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import chain, count
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from kznews.extract.document import absolute
from kznews.extract.links import article_id, canonical
from kznews.extract.sources.read import source_at
from kznews.kazakh.fold import fold
from kznews.kazakh.translit import to_latin_2021
from kznews.outcomes import Refused
from kznews.quality.cases import Case, document_of, exported, read
from kznews.quality.lint import found_on
from kznews.spiderloader import UNDECLARED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kznews.fetching import Fetched
    from kznews.portal import Portal

ASSERTED = (
    "article_id",
    "title",
    "lead",
    "body",
    "section",
    "authors",
    "tags",
    "published_at",
    "published_raw",
    "published_precision",
    "language",
    "script",
    "exchange_rates",
    "weather",
    "page_clock_raw",
    "layout",
)
"""Fields that a case asserts; the others follow from its meta.json or change with every visit."""
LONGEST_NAME = 48
FETCHED = {"known": "The page as it was fetched.", "assumed": "Nothing."}
REPLAYED = {"known": "Read from saved pages, not from its server.", "assumed": ""}
"""What is known of a page that was fetched; and of one that was not, whose author has to say what of it was composed."""
_DEFAULT_DOCUMENTS = ("index", "default")
_ENDINGS = (("json", ".json"), ("xml", ".xml"), ("html", ".html"), ("text/plain", ".txt"))


class CaptureError(ValueError):
    """A page that cannot become a case; one readable line."""


def check_name(name: str) -> None:
    """Raise CaptureError for what is no name of a folder in its portal's own; "" is none that somebody gave."""
    if name and not re.fullmatch(r"[^\W_][\w.-]*", name):
        raise CaptureError(f"{name!r} cannot be a case's name: letters, figures, hyphens, no folder")


def save(
    page: Fetched,
    portal: Portal,
    saved: Path,
    *,
    name: str = "",
    why: str = "",
    origin: Mapping[str, str] = FETCHED,
    another: bool = False,
) -> Path:
    """Write a page as a case of `portal` below `saved` and return its folder.

    A source page goes to `_sources/` with the addresses that are found on it. Until somebody has looked at what our rules
    read, `reviewed` in meta.json is false, and the case fails. `origin` is what is known and assumed of the page. Raises
    CaptureError if there is such a case (with `another` it gets a number behind its name), or none can be called so, or OSError.
    """
    check_name(name)
    folder = place_of(page.url, portal, saved, name=name, another=another)
    folder.mkdir(parents=True)
    folder.joinpath(f"page{_ending(page)}").write_bytes(page.body)
    meta = {
        "url": page.url,
        **({"final_url": page.final_url} if page.final_url != page.url else {}),
        "status": page.status,
        "headers": page.headers,
        "fetched_at": page.fetched_at.astimezone(portal.zone).isoformat(timespec="seconds"),
        "why": why,
        **origin,
        "reviewed": False,
    }
    _write(folder / "meta.json", meta)
    _write(*_verdict(folder, portal, is_source=_is_source(page.url, portal)))
    return folder


def place_of(url: str, portal: Portal, saved: Path, *, name: str = "", another: bool = False) -> Path:
    """Return the folder of a case that `save` is to make of an address; raises CaptureError as it does."""
    folder = saved.joinpath(folder_of(portal), *(("_sources",) if _is_source(url, portal) else ()), name or slug(url))
    if another:
        names = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
        folder = next(free for free in chain((folder,), names) if not free.exists())
    if folder.exists():
        raise CaptureError(f"{folder} is there already; give the case another name: --case NAME")
    return folder


def folder_of(portal: Portal) -> str:
    """Return the folder of a portal's saved pages: its name, or that of undeclared portals, which go by their host."""
    return UNDECLARED if portal.name == portal.hosts[0].removeprefix("www.") else portal.name


def slug(url: str) -> str:
    """Return a name for a case from the last telling part of an address: small letters, figures, hyphens.

    >>> slug("https://qamshy.kz/kz/article/81245-jarkentte-tungi-oqu-zaly.html")
    '81245-jarkentte-tungi-oqu-zaly'
    >>> slug("https://derek.kz/news/12/index.php")
    '12'
    """
    parts = [part.partition(".")[0] for part in unquote(urlsplit(url).path).split("/")]
    path = next((part for part in reversed(parts) if part and part not in _DEFAULT_DOCUMENTS), "")
    plain = unicodedata.normalize("NFKD", to_latin_2021(path)).encode("ascii", "ignore").decode()
    if not any(map(str.isalnum, plain)):  # another script
        plain = fold(path)
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST_NAME].strip("-") or "home"


def _is_source(url: str, portal: Portal) -> bool:
    known = canonical(url, portal)
    return source_at(url, portal) is not None and (known is None or article_id(known, portal) is None)


def _ending(page: Fetched) -> str:
    kind = page.headers.get("Content-Type", "text/html").lower()
    return next((ending for mark, ending in _ENDINGS if mark in kind), ".html")


def _verdict(folder: Path, portal: Portal, *, is_source: bool) -> tuple[Path, dict[str, Any]]:
    """Return the file that says what is on the page, and what our rules read there."""
    if is_source:
        meta = json.loads(folder.joinpath("meta.json").read_text(encoding="utf-8"))
        found = list(found_on(folder, portal, meta))
        return folder / "links.json", {"articles": found, "never": [_never(folder, portal, meta, found)]}
    article, reason = read(Case(folder), portal)
    if article is None:
        return folder / "refused.json", {"reason": reason}
    values = exported(article)
    return folder / "expected.json", {name: values[name] for name in ASSERTED}


def _never(folder: Path, portal: Portal, meta: dict[str, Any], found: list[str]) -> str:
    """Return an address that is no article's: one that the page links to on its own host, else the home page."""
    home = f"{portal.scheme}://{':'.join((portal.hosts[0], *map(str, portal.ports[:1])))}/"
    try:
        document = document_of(folder, portal, meta)
    except Refused:
        return home
    own = {canonical(meta["url"], portal), home, *found}
    for element in document.tree.iter("a") if document.tree is not None else ():
        known = canonical(absolute(document.base_url, element.get("href") or "") or "", portal)
        if known and known not in own and article_id(known, portal) is None:
            return known
    return home


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

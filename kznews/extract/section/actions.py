"""What readers can do with an article, and badges on it: words beside the date that are no section's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kznews.extract.document import shown_host
from kznews.extract.phrases import key
from kznews.extract.section.names import MAX_SECTION, trimmed
from kznews.extract.selecting import short_text
from kznews.extract.zones import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as HtmlElement

    from kznews.extract.block import Block
    from kznews.extract.document import Document

MAX_LINKS = 200
"""A page's first links: its menus, and lists beside."""
MIN_MENU = 3
"""Links of a menu, at least."""
_ALONE = frozenset(
    map(key, ("тыңдау", "сақтау", "бөлісу", "көшіру", "жүктеу", "жазылу", "ұнату", "іздеу", "кіру", "тіркелу", "оралу", "қайту",
              "хабарласу", "сөйлесу", "дыбыстау", "слушать", "поделиться", "сохранить", "listen", "share", "save",
              "эксклюзив", "пікірсіз", "id", "pdf", "e-mail", "email", "rss", "аудио нұсқа", "аудионұсқа", "кері байланыс"))
)  # fmt: skip
"""What buttons and badges say and nothing else; of several words "Денсаулық сақтау" is a section."""
_LAST = frozenset(map(key, ("тыңдау", "қалдыру", "қосу", "бөлісу", "көшіру", "жүктеу", "жазылу", "жіберу")))
"""The last word of what a button says with several words ("Мақаланы тыңдау", "Таңдаулыға қосу")."""
_OF_SOURCE = re.compile(r"(?<![a-z])(?:sources?|src|origin|istochnik|derekkoz|agency|agenttik|agentstvo)(?![a-z])")
"""How an element calls itself that says whence an article was taken."""
_OTHERWISE = re.compile(r"\S+ş[ae] ok?u|pikir jazu")
"""What "Орысша оқу" and "Пікір жазу" are as skeletons."""


@lru_cache(maxsize=4096)
def names_action(said: str) -> bool:
    """Return whether a text says what readers can do with an article, or what marks it, and is no section. Never raises."""
    action = key(said)
    return action in _ALONE or (" " in action and action.rpartition(" ")[2] in _LAST) or _OTHERWISE.fullmatch(action) is not None


def leads_off(near: Sequence[Block], document: Document) -> set[str]:
    """Return what links say that lead to another part of their own page ("#respond"), or to another site's. Never raises.

    An aggregator has the name of its source beside the date, with a link to the article there; others call its element so.
    """
    links = [link for block in near for link in block.links]
    parts = [link for link in links if len(address := link.get("href") or "") > 1 and address[0] == "#"]
    absolute = [link for link in links if "//" in (link.get("href") or "")]
    own = {"", _last_labels(document.address)} if absolute else set()
    away = [link for link in absolute if (domain := _domain(link)) not in own and not _is_own(domain, document)]
    return {said for node in (*parts, *away, *_sources(near)) if (said := trimmed(short_text(node, MAX_SECTION)))}


def _sources(near: Sequence[Block]) -> list[HtmlElement]:
    """Return what holds the texts of the first block, the date, and calls itself the source; the block is none."""
    dated = near[0] if near and near[0].has_parts else None
    owners = [owner for owner in dated.owners if owner is not dated.element] if dated is not None else []
    return [owner for owner in owners if _OF_SOURCE.search(words_of(owner))]


def _is_own(domain: str, document: Document) -> bool:
    """Return whether at least half of a page's links, those of a menu, lead to a domain: the portal has moved there."""
    named = [_domain(link) for link in document.index.tagged("a")[:MAX_LINKS]]
    return named.count(domain) >= max(MIN_MENU, len(named) / 2)


def _domain(link: HtmlElement) -> str:
    """Return the domain that the address of a link names, or "": a host of the same may have a section ("sport.derek.kz")."""
    return _last_labels(link.get("href") or "")


def _last_labels(address: str) -> str:
    return ".".join(shown_host(address).rsplit(".", maxsplit=2)[-2:])

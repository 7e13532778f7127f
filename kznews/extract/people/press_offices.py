"""Press services, newsrooms and agencies, which sign what no reporter wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.block import ITEMS
from kznews.extract.emphasis import is_at_edge
from kznews.extract.phrases import key

if TYPE_CHECKING:
    from kznews.extract.block import Block

MAX_OFFICE = 80
"""Letters of a line with an office's name and its telephone."""
MAX_BODY = 8
"""Words of a body's name with where it is ("Қаратау аудандық соғыс және еңбек ардагерлері кеңесі")."""
_PRESS_OFFICES = tuple(
    map(key, ("баспасөз қызметі", "баспасөз орталығы", "редакциясы", "ақпарат бөлімі", "ақпараттық агенттігі",
                      "тілшілер қосыны", "газетінің ұжымы", "журналының ұжымы", "редакция ұжымы", "редакциясының ұжымы"))
)  # fmt: skip
_BODIES = frozenset(
    map(key, ("әкімдігі", "әкімдік", "мәслихат", "мәслихаты", "кеңесі", "партиясы", "филиалы", "ұжымы", "басқармасы", "бөлімі",
              "департаменті", "министрлігі", "комитеті", "одағы", "қоғамы", "бірлестігі", "федерациясы", "университеті",
              "мектебі", "редакциясы", "отбасы", "туыстары", "әріптестері", "достары", "кәсіподағы"))
)  # fmt: skip
"""What those are called who sign an obituary or a congratulation together, last word."""
_BEHIND_OFFICE = re.compile(r"[\s.,;–—-]+(?=\d[\d -]{4})|\s*[.,;–—-]\s*(?=сурет|фото)", re.IGNORECASE)
"""What divides a press service from its telephone and from whose the pictures are (senate.parlam.kz, mazhilis.parlam.kz)."""


def is_press_office(block: Block, *, alone: bool) -> bool:
    """Return whether a line is the name of a press service, a newsroom or an agency, which signs what no reporter wrote.

    It stands `alone`, as a name does, or before its telephone and whose the pictures are. Never raises.
    """
    if len(block.text) > MAX_OFFICE:
        return False
    line, *behind = _BEHIND_OFFICE.split(block.text.strip(" .()"), maxsplit=1)
    if not (alone or behind):
        return False
    fit = " " in line and not (block.heading or block.links or block.element.tag in ITEMS)
    return fit and not line.lstrip('«“"')[:1].islower() and ":" not in line and key(line).endswith(_PRESS_OFFICES)


def is_body_at_edge(block: Block, first: Block) -> bool:
    """Return whether a line at an edge, at which the `first` paragraph does not stand, names a body that signs a text.

    So obituaries and congratulations end ("Аудан әкімдігі", "Бір топ әріптестері"). Never raises.
    """
    words = key(block.text).split() if len(block.text) <= MAX_OFFICE and is_at_edge(block.element) else []
    plain = 1 < len(words) <= MAX_BODY and not (block.heading or block.links or is_at_edge(first.element))
    return plain and words[-1] in _BODIES

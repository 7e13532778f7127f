"""Press services, newsrooms and agencies, which sign what no reporter wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kznews.extract.block import ITEMS
from kznews.extract.phrases import key

if TYPE_CHECKING:
    from kznews.extract.block import Block

MAX_OFFICE = 80
"""Letters of a line with an office's name and its telephone."""
_PRESS_OFFICES = tuple(
    map(key, ("баспасөз қызметі", "баспасөз орталығы", "редакциясы", "ақпарат бөлімі", "ақпараттық агенттігі",
                      "тілшілер қосыны", "газетінің ұжымы", "журналының ұжымы", "редакция ұжымы", "редакциясының ұжымы"))
)  # fmt: skip
_BEHIND_OFFICE = re.compile(r"[\s.,;–—-]+(?=\d[\d -]{4})|\s*[.,;–—-]\s*(?=сурет|фото)", re.IGNORECASE)
"""What divides a press service from its telephone and from whose the pictures are (senate.parlam.kz, mazhilis.parlam.kz)."""


def is_press_office(block: Block, *, alone: bool) -> bool:
    """Return whether a line is the name of a press service, a newsroom or an agency, which signs what no reporter wrote.

    It stands `alone`, as a name does, or before its telephone and whose the pictures are. Never raises.
    """
    line, *behind = _BEHIND_OFFICE.split(block.text.strip(" .()"), maxsplit=1)
    if len(block.text) > MAX_OFFICE or not (alone or behind):
        return False
    fit = " " in line and not (block.heading or block.links or block.element.tag in ITEMS)
    return fit and not line.lstrip('«“"')[:1].islower() and ":" not in line and key(line).endswith(_PRESS_OFFICES)

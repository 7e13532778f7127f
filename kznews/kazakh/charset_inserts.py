"""Pages in UTF-8 with inserts in another encoding: an informer or an advert that a server puts in as it got it.

Browsers show signs of replacement there. The inserts are told from letters that were cut: hardly any of their bytes are UTF-8.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ASCII = bytes(range(0x80))
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
MOSTLY = 0.5
"""Of the bytes of a run beyond ASCII; one in UTF-8 that lost a letter or a byte has more that are valid."""
WHOLE_FOR_ONE = 5
"""So many bytes of the page are valid for each of its inserts, or it is not in UTF-8 at all."""
_LOST = 0.6
"""If more is no UTF-8, inserts are more than one byte in WHOLE_FOR_ONE: a run that is none has at most MOSTLY of such bytes."""


def with_inserts(body: bytes, encoding_of: Callable[[bytes], str | None]) -> str | None:
    """Return the text of a page in UTF-8 whose inserts are in one other encoding; None where there are none, or none reads so.

    `encoding_of` names the one encoding in which words make sense, as Python calls it, or says None. Never raises.
    """
    beyond = body.translate(None, _ASCII)
    if len(beyond) - len(beyond.decode("utf-8", "ignore").encode()) > _LOST * len(beyond):
        return None  # as in nearly every page in another encoding
    runs = [found.span() for found in _BEYOND_ASCII.finditer(body)]
    foreign = [(start, end) for start, end in runs if _is_foreign(body[start:end])]
    size = sum(end - start for start, end in foreign)
    if not foreign or WHOLE_FOR_ONE * size > sum(end - start for start, end in runs):
        return None
    encoding = encoding_of(b" ".join(body[start:end] for start, end in foreign))
    if encoding is None:
        return None
    parts, at = list[str](), 0
    for start, end in foreign:
        parts += body[at:start].decode("utf-8", "replace"), body[start:end].decode(encoding, "replace")
        at = end
    return "".join((*parts, body[at:].decode("utf-8", "replace")))


def _is_foreign(run: bytes) -> bool:
    """Return whether hardly any of some bytes beyond ASCII are valid UTF-8."""
    try:
        run.decode()
    except UnicodeDecodeError:
        return len(run.decode("utf-8", "ignore").encode()) < MOSTLY * len(run)
    return False
